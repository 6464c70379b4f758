//! What a plan brings, step by step: the baseline with what was brought so far, analysed anew after each end.

use std::collections::BTreeSet;

use super::schedule::{Schedule, Scheduled};
use crate::analysis::{Figure, analyse};
use crate::blueprint::{
    ActionId, Blueprint, Brings, Date, Id, Role, RoleId, Scenario, Step, StepId,
};

/// A step of the staircase.
#[derive(Clone, Debug, PartialEq)]
pub struct Stair {
    /// When.
    pub date: Date,
    /// What ended then; `None` for the start.
    pub after: Option<ActionId>,
    /// Customers per hour at full load.
    pub capacity_per_hour: Figure,
    /// Seconds from arrival to exit.
    pub throughput_time_s: Figure,
    /// Cost per customer, in the file's currency.
    pub cost_per_customer: Figure,
    /// Whether something of it comes from what no action brings, which is counted with the last end.
    pub with_rest: bool,
}

/// The figures after each end of an action, in the order of time, beginning with the baseline. Steps and roles
/// that both scenarios have move one by one; what is added or removed is one block, which comes with the first
/// action that brings a step of it; the rest comes with the last end. `None` where the plan leads to no scenario.
/// An analysis for each action.
#[must_use]
pub fn staircase(blueprint: &Blueprint, schedule: &Schedule) -> Option<Vec<Stair>> {
    let plan = &blueprint.judgements().plan;
    let target = blueprint.scenario(plan.target?)?;
    let baseline = blueprint.baseline();
    let mut ends: Vec<&Scheduled> = schedule.actions.iter().collect();
    // Stable: what ends on one day keeps the order of the plan.
    ends.sort_by_key(|action| action.end);
    let mut mixed = Mixed::new(baseline, target);
    let mut stairs = vec![stair(schedule.start, None, baseline)];
    for (at, ended) in ends.iter().enumerate() {
        let action = plan.actions.iter().find(|(id, _)| *id == ended.action);
        match action.map(|(_, action)| &action.brings) {
            Some(Brings::All) => mixed.bring_all(),
            Some(Brings::These(these)) => mixed.bring(these),
            None => {}
        }
        let own = stair(ended.end, Some(ended.action), &mixed.scenario());
        if at + 1 < ends.len() || mixed.all {
            stairs.push(own);
            continue;
        }
        mixed.bring_all();
        let whole = stair(ended.end, Some(ended.action), &mixed.scenario());
        let with_rest = whole != own;
        stairs.push(Stair { with_rest, ..whole });
    }
    Some(stairs)
}

fn stair(date: Date, after: Option<ActionId>, scenario: &Scenario) -> Stair {
    let analysis = analyse(scenario);
    Stair {
        date,
        after,
        capacity_per_hour: analysis.capacity_per_hour,
        throughput_time_s: analysis.throughput_time_s,
        cost_per_customer: analysis.cost_per_customer,
        with_rest: false,
    }
}

/// The baseline with some of what the target differs in.
struct Mixed<'a> {
    baseline: &'a Scenario,
    target: &'a Scenario,
    steps: BTreeSet<StepId>,
    roles: BTreeSet<RoleId>,
    /// Whether what is added or removed has come.
    block: bool,
    /// Whether everything has.
    all: bool,
}

impl<'a> Mixed<'a> {
    fn new(baseline: &'a Scenario, target: &'a Scenario) -> Self {
        let (steps, roles) = (BTreeSet::new(), BTreeSet::new());
        Self { baseline, target, steps, roles, block: false, all: false }
    }

    fn bring_all(&mut self) {
        self.all = true;
    }

    fn bring(&mut self, numbers: &[u32]) {
        for number in numbers {
            let (step, role) = (StepId::from_number(*number), RoleId::from_number(*number));
            let there =
                |of: &Scenario| (of.steps().contains_key(&step), of.roles().contains_key(&role));
            let ((was_step, was_role), (is_step, is_role)) =
                (there(self.baseline), there(self.target));
            match (was_step, is_step) {
                (true, true) => {
                    self.steps.insert(step);
                    // What it becomes may need what only the target has.
                    self.block |= !self.fits_baseline(step);
                }
                (true, false) | (false, true) => self.block = true,
                (false, false) => {}
            }
            match (was_role, is_role) {
                (true, true) => {
                    self.roles.insert(role);
                }
                (true, false) | (false, true) => self.block = true,
                (false, false) => {}
            }
        }
    }

    /// Whether the target's version of a step can stand in the baseline.
    fn fits_baseline(&self, step: StepId) -> bool {
        self.target.steps().get(&step).is_some_and(|step| fits(step, self.baseline))
    }

    fn scenario(&self) -> Scenario {
        if self.all {
            return self.target.clone();
        }
        if self.block {
            self.target_but_for_what_is_to_come()
        } else {
            self.baseline_with_what_came()
        }
    }

    fn baseline_with_what_came(&self) -> Scenario {
        let mut scenario = self.baseline.clone();
        for id in &self.steps {
            if let Some(step) = self.target.steps().get(id) {
                put_step(&mut scenario, *id, step);
            }
        }
        for id in &self.roles {
            if let Some(role) = self.target.roles().get(id) {
                put_role(&mut scenario, *id, role);
            }
        }
        scenario
    }

    fn target_but_for_what_is_to_come(&self) -> Scenario {
        let mut scenario = self.target.clone();
        for (id, step) in self.baseline.steps() {
            let is_to_come = self.target.steps().contains_key(id) && !self.steps.contains(id);
            if is_to_come && fits(step, self.target) {
                put_step(&mut scenario, *id, step);
            }
        }
        for (id, role) in self.baseline.roles() {
            if self.target.roles().contains_key(id) && !self.roles.contains(id) {
                put_role(&mut scenario, *id, role);
            }
        }
        // How many come is no step of the plan: it changes with the rest.
        let _ = scenario.set_demand(self.baseline.demand().clone());
        scenario
    }
}

/// Whether everything that a step names is in a scenario.
fn fits(step: &Step, scenario: &Scenario) -> bool {
    let roles = step.needs.iter().flat_map(|need| &need.roles);
    let recovery = step.fail.as_ref().and_then(|fail| fail.recovery_step);
    scenario.lanes().contains_key(&step.lane)
        && scenario.phases().contains_key(&step.phase)
        && roles.into_iter().all(|role| scenario.roles().contains_key(role))
        && step.elements.iter().all(|element| scenario.elements().contains_key(element))
        && recovery.is_none_or(|step| scenario.steps().contains_key(&step))
}

/// Puts another version of a step where it is; one that does not fit stays as it was.
fn put_step(scenario: &mut Scenario, id: StepId, step: &Step) {
    let _ = scenario.set_step(id, step.clone());
}

/// Puts another version of a role where it is; whom it stands in for must be there.
fn put_role(scenario: &mut Scenario, id: RoleId, role: &Role) {
    let mut role = role.clone();
    role.stands_in_for.retain(|other| scenario.roles().contains_key(other));
    let _ = scenario.set_role(id, role);
}
