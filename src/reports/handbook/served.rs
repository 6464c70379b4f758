//! The steps that a service serves, in the order in which one reads them, and what is to be seen at each.

use crate::blueprint::{LinkEnd, RoleId, Scenario, Step, StepId, StepKind, Zone};
use crate::drawing::flow_order;
use crate::process::{self, Process};

/// What a handbook is about.
pub(super) struct Served<'a> {
    /// The flow.
    pub(super) process: Process,
    /// The steps that somebody does for customers, or something.
    pub(super) steps: Vec<(StepId, &'a Step)>,
    /// What is to be seen and touched, each with a moment that it belongs to.
    evidence: Vec<(usize, &'a str)>,
}

/// Whether a step can be done by a role.
pub(super) fn is_done_by(step: &Step, role: RoleId) -> bool {
    step.needs.iter().any(|need| need.roles.contains(&role))
}

/// Whether somebody does a step for customers: it says who, or how long it takes those who serve.
fn is_served(scenario: &Scenario, step: &Step) -> bool {
    !step.needs.is_empty() || step.time.is_some() && scenario.zone_of(step) != Zone::Customer
}

impl<'a> Served<'a> {
    /// The served steps of a scenario, or those that a role does.
    pub(super) fn of(scenario: &'a Scenario, role: Option<RoleId>) -> Self {
        let process = process::compile(scenario);
        let mut order = flow_order(scenario);
        // Whatever the order leaves out is told as well.
        let left = scenario.steps().keys().filter(|id| !order.contains(id)).copied();
        let left: Vec<StepId> = left.collect();
        order.extend(left);
        let steps = order.iter().filter_map(|id| Some((*id, &**scenario.steps().get(id)?)));
        let steps = steps
            .filter(|(id, step)| process.moment_of(*id).is_some() && is_served(scenario, step))
            .filter(|(_, step)| role.is_none_or(|role| is_done_by(step, role)))
            .collect();
        let evidence = evidence(scenario, &process);
        Self { process, steps, evidence }
    }

    /// The steps of the moment of a step, itself among them.
    pub(super) fn moment(&self, step: StepId) -> impl Iterator<Item = StepId> {
        let moment = self.process.moment_of(step).and_then(|at| self.process.moments.get(at));
        moment.into_iter().flat_map(process::Moment::steps)
    }

    /// What is to be seen and touched in the moment of a step.
    pub(super) fn seen(&self, step: StepId) -> Vec<&'a str> {
        let moment = self.process.moment_of(step);
        let here = self.evidence.iter().filter(|(at, _)| Some(*at) == moment);
        here.map(|(_, name)| *name).collect()
    }
}

/// What is to be seen and touched, each with its moments: those that it is linked to, else the nearest of its
/// phase.
fn evidence<'a>(scenario: &'a Scenario, process: &Process) -> Vec<(usize, &'a str)> {
    let mut all = Vec::new();
    for (id, card) in scenario.steps() {
        let is_evidence = card.kind == StepKind::Evidence
            || card.kind != StepKind::Note && scenario.zone_of(card) == Zone::Evidence;
        if !is_evidence || process.moment_of(*id).is_some() {
            continue;
        }
        let linked = scenario.links().values().filter_map(|link| match link.to {
            LinkEnd::Step(to) if link.from == *id => process.moment_of(to),
            LinkEnd::Step(to) if to == *id => process.moment_of(link.from),
            LinkEnd::Step(_) | LinkEnd::Outside => None,
        });
        let mut moments: Vec<usize> = linked.collect();
        if moments.is_empty() {
            let beside = scenario.steps().iter().filter(|(_, step)| step.phase == card.phase);
            let beside = beside.filter_map(|(id, step)| Some((process.moment_of(*id)?, step.at.x)));
            let nearest = beside.min_by_key(|(_, x)| x.abs_diff(card.at.x));
            moments.extend(nearest.map(|(moment, _)| moment));
        }
        moments.sort_unstable();
        moments.dedup();
        all.extend(moments.into_iter().map(|moment| (moment, card.name.as_str())));
    }
    all
}
