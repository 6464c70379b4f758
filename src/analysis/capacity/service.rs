//! What all figures rest on: what each customer asks of whom, and what there is of it.

use std::collections::BTreeSet;

use super::attained::{Attained, attained};
use super::loads::{Block, Loads};
use super::rated::Rated;
use crate::analysis::result::{Basis, Figure, Lack, OrderOfWork};
use crate::blueprint::{Scenario, StepId};
use crate::process::{Part, Process};

const HOUR_S: f64 = 3600.0;

/// A service held against what it takes: what all figures rest on. It depends on nothing but the
/// scenario and its process, not on who comes.
pub(in crate::analysis) struct Service<'a> {
    pub(in crate::analysis) scenario: &'a Scenario,
    pub(in crate::analysis) process: &'a Process,
    pub(in crate::analysis) loads: Loads,
    /// What each block can serve at most.
    pub(in crate::analysis) rated: Vec<Rated>,
    /// What keeps the capacity from being known.
    pub(in crate::analysis) lacks: Vec<Lack>,
    /// Customers per second at most; infinite if nothing limits.
    pub(in crate::analysis) limit_per_s: f64,
    /// How far capacities can be trusted.
    pub(in crate::analysis) basis: Basis,
    /// What keeps the pools' minimum from being surely reached.
    pub(in crate::analysis) attained: Attained,
}

impl<'a> Service<'a> {
    /// Gathers what all figures rest on.
    pub(in crate::analysis) fn new(scenario: &'a Scenario, process: &'a Process) -> Self {
        profiling::function_scope!();
        let loads = Loads::of(scenario, process);
        let mut lacks: BTreeSet<Lack> =
            loads.blocks.iter().flat_map(|block| block.lacks.iter().copied()).collect();
        if process.moments.iter().all(|moment| moment.part == Part::Apart) {
            lacks.insert(Lack::Flow);
        } else if process.moments.iter().all(|moment| !moment.is_reached())
            || process.moments.iter().any(|m| m.is_reached() && m.visits.is_none())
        {
            lacks.insert(Lack::SoundFlow);
        }
        let rated: Vec<Rated> = loads.blocks.iter().map(Block::rated).collect();
        let limit_per_s = rated.iter().map(|rated| rated.per_s).fold(f64::INFINITY, f64::min);
        // More than numbers hold is no limit.
        let is_number = (limit_per_s * HOUR_S).is_finite();
        let limit_per_s = if is_number { limit_per_s } else { f64::INFINITY };
        let attained = attained(scenario, process, &loads);
        Self {
            scenario,
            process,
            loads,
            rated,
            lacks: lacks.into_iter().collect(),
            limit_per_s,
            basis: if attained.obstacle.is_none() { Basis::Exact } else { Basis::UpperBound },
            attained,
        }
    }

    /// In which order work must be taken up for the capacity to be reached, where any would not do.
    pub(in crate::analysis) fn order_of_work(&self) -> Option<OrderOfWork> {
        if self.attained.obstacle.is_some() || !self.limit_per_s.is_finite() {
            return None;
        }
        if self.attained.teams_share {
            return Some(OrderOfWork::TeamsFirst);
        }
        let mut tight = self.loads.blocks.iter().zip(&self.rated);
        let chooses = tight.any(|(block, rated)| {
            rated.per_s <= self.limit_per_s && block.loads.iter().any(|load| load.roles.len() > 1)
        });
        chooses.then_some(OrderOfWork::StandIns)
    }

    /// Customers per hour at full load.
    pub(in crate::analysis) fn capacity(&self) -> Figure {
        if !self.lacks.is_empty() {
            Figure::lacking(self.lacks.iter().copied())
        } else if self.limit_per_s.is_finite() {
            Figure::new(self.limit_per_s * HOUR_S, self.basis)
        } else {
            Figure::lacking([Lack::Limit])
        }
    }

    /// Of what keeps the capacity from being known, what comes from the flow.
    pub(in crate::analysis) fn flow_lacks(&self) -> Vec<Lack> {
        let of_flow = |lack: &Lack| matches!(lack, Lack::Flow | Lack::SoundFlow);
        self.lacks.iter().copied().filter(of_flow).collect()
    }

    /// How many customers a step serves together.
    pub(in crate::analysis) fn batch_at(&self, step: StepId) -> u32 {
        self.scenario.steps().get(&step).map_or(1, |step| step.batch_that_fits().get())
    }
}
