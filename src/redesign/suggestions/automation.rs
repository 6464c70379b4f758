//! A machine does it: nothing is assumed about one that nobody has seen.

use super::candidate::{Ask, Heuristic, Proposal, TradeOff};
use super::outlook::Outlook;
use super::situation::{Situation, activity};
use super::trial::Workbench;
use super::{Promise, Suggestion, Target};
use crate::analysis::Analysis;
use crate::blueprint::{Quantity, Role, RoleKind, Scenario, ServiceTime, Step, StepId};
use crate::editor::Edit;

/// What is known of the machine that is to do a step.
#[derive(Clone, Debug, PartialEq)]
pub struct Automation {
    /// The step.
    pub step: StepId,
    /// What the machine is called.
    pub name: String,
    /// The step's time with it.
    pub time: ServiceTime,
    /// What an hour of it costs, in the file's currency; `None` leaves the cost unknown.
    pub cost_per_hour: Option<Quantity>,
}

/// The step that limits most, if people do it: what would a machine do?
pub(super) fn asking(situation: &Situation<'_>, before: Outlook) -> Option<Suggestion> {
    let by_staff = |id: &&StepId| {
        let is_own = activity(&situation.process, **id).is_some_and(|activity| activity.own_time);
        is_own
            && situation.step(**id).is_some_and(|step| {
                let roles = step.needs.iter().flat_map(|need| &need.roles);
                let mut roles = roles.filter_map(|role| situation.scenario.roles().get(role));
                roles.any(|role| role.kind == RoleKind::Staff)
                    && step.needs.iter().all(|need| !need.keep)
            })
    };
    let step = *situation.steps.iter().find(by_staff)?;
    Some(suggestion(
        step,
        situation.target,
        before,
        Promise::Asks(vec![Ask::Time(step), Ask::CostPerHour]),
    ))
}

/// What a machine would bring, once it is known: the step needs it and nobody else. `None` where
/// the step is not there or the change brings an error or a warning.
#[must_use]
pub fn automated(
    scenario: &Scenario,
    analysis: &Analysis,
    automation: &Automation,
) -> Option<Suggestion> {
    let Automation { step: id, name, time, cost_per_hour } = automation;
    let step = Step::clone(scenario.steps().get(id)?);
    let colour = scenario.next_colour(8);
    let machine = Role {
        kind: RoleKind::Equipment,
        cost_per_hour: *cost_per_hour,
        ..Role::new(name.clone(), colour)
    };
    let edit = Edit::Several(vec![
        Edit::SetSteps(vec![(*id, Step { time: Some(time.clone()), needs: Vec::new(), ..step })]),
        Edit::AddRoleTo([*id].into(), machine),
    ]);
    let kept = Workbench::of(scenario).make(&edit, analysis)?;
    let before = Outlook::of(scenario, analysis);
    let target = Target::of(analysis).unwrap_or(Target::Capacity);
    Some(suggestion(*id, target, before, Promise::Kept(Box::new(kept))))
}

fn suggestion(step: StepId, target: Target, before: Outlook, promise: Promise) -> Suggestion {
    Suggestion {
        heuristic: Heuristic::TaskAutomation,
        proposal: Proposal::Automate(step),
        trade_offs: vec![TradeOff::SetUpAndFailure],
        target,
        before,
        promise,
    }
}
