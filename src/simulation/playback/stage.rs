//! A scenario ready to be played.

use std::sync::Arc;

use crate::analysis::Lack;
use crate::blueprint::{RoleId, Scenario, StepId};
use crate::process::{Moment, Process, compile};
use crate::simulation::Model;

use super::MINUTE;

/// A scenario ready to be played: its model, and what its moments and pools are called.
#[derive(Clone, Debug)]
pub struct Stage {
    pub(super) model: Model,
    pub(super) seed: u32,
    pub(super) process: Arc<Process>,
    /// Of each moment the step beside whose card its line is drawn.
    pub(super) lines: Vec<Option<StepId>>,
    pub(super) roles: Vec<RoleId>,
    /// When the doors open, and the day ends unless somebody is still inside.
    pub(super) opens: u64,
    pub(super) ends: u64,
    pub(super) closes: bool,
    /// When duty changes for the last time.
    pub(super) last_duty: u64,
    /// Minutes from midnight at which the doors open.
    opens_at: u32,
    /// Whether the day is made up of opening hours and the steady rate.
    is_assumed: bool,
}

impl Stage {
    /// Makes a scenario ready. One without a day is played on that which *Give it a day* would give it.
    ///
    /// # Errors
    /// What it cannot be played without.
    pub fn of(scenario: &Scenario) -> Result<Self, Vec<Lack>> {
        let mut with_a_day = None;
        if scenario.demand().day.is_none() {
            let mut copy = scenario.clone();
            // Hours and rates of a demand that is sound are sound.
            copy.set_demand(scenario.demand().with_a_day()).map_err(|_| vec![Lack::Day])?;
            with_a_day = Some(copy);
        }
        let is_assumed = with_a_day.is_some();
        let scenario = with_a_day.as_ref().unwrap_or(scenario);
        let process = compile(scenario);
        let model = Model::of_day(scenario, &process)?;
        let (Some(plan), Some(day)) = (&model.day, scenario.demand().day.as_deref()) else {
            return Err(vec![Lack::Day]);
        };
        let counted = plan.rates.len() - plan.intervals;
        Ok(Self {
            opens: plan.borders.get(counted).copied().unwrap_or_default(),
            ends: plan.end(),
            closes: plan.close.is_some(),
            last_duty: model.duty.iter().map(|(at, ..)| *at).max().unwrap_or_default(),
            opens_at: day.open.minutes(),
            lines: process.moments.iter().map(Moment::waited_step).collect(),
            roles: scenario.roles().keys().copied().collect(),
            seed: scenario.simulation_rules().seed,
            process: Arc::new(process),
            is_assumed,
            model,
        })
    }

    /// The process whose arcs customers go along.
    #[must_use]
    pub fn process(&self) -> &Process {
        &self.process
    }

    /// The start of its random numbers.
    #[must_use]
    pub fn seed(&self) -> u32 {
        self.seed
    }

    /// When the doors open, in ticks.
    #[must_use]
    pub fn opens(&self) -> u64 {
        self.opens
    }

    /// When the doors close, in ticks; `None` if they never do.
    #[must_use]
    pub fn closes(&self) -> Option<u64> {
        self.closes.then_some(self.ends)
    }

    /// The most units of a pool who are on duty at any time of the day.
    pub(super) fn most_on_duty(&self, pool: usize) -> u32 {
        let at_first = self.model.pools.get(pool).map_or(0, |pool| pool.units);
        let changes = self.model.duty.iter().filter(|(_, of, _)| *of as usize == pool);
        changes.map(|(.., units)| *units).fold(at_first, u32::max)
    }

    /// Whether the scenario has no day of its own, so that its steady rate is played for its opening hours.
    #[must_use]
    pub fn is_assumed(&self) -> bool {
        self.is_assumed
    }

    /// The time of day at a moment, in seconds from the midnight before the doors open; below zero on the day
    /// before that.
    #[must_use]
    pub fn seconds_of_day(&self, at: u64) -> f64 {
        let from_open =
            if at >= self.opens { (at - self.opens) as f64 } else { -((self.opens - at) as f64) };
        f64::from(self.opens_at) * 60.0 + from_open / (MINUTE as f64 / 60.0)
    }
}
