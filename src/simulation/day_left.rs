//! Why customers of a day were left unserved once nothing could go on: nobody on duty, or each kept what another
//! waited for.

use super::day_plan::DayPlan;
use super::day_tally::DayTally;
use super::estimates::Estimate;
use super::model::Model;
use crate::blueprint::{RoleId, Scenario, StepId};
use crate::process::{Claim, Moment, Process};

/// What a customer who was left unserved waited for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeftFor {
    /// For somebody of a role of whom not enough are on duty at the end of the day.
    Duty(RoleId),
    /// For what others kept in their hands who waited as well, with something in the own hands.
    Circle,
    /// For those who waited so.
    BehindOthers,
}

/// Customers a day who waited at a step when nothing could go on any more. Who waited at several counts at each.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LeftUnserved {
    /// The step.
    pub step: StepId,
    /// What they waited for.
    pub waited_for: LeftFor,
    /// How many a day.
    pub per_day: Estimate,
}

/// Where customers were left unserved, and why.
pub(super) fn left_unserved(
    tally: &DayTally,
    model: &Model,
    scenario: &Scenario,
    process: &Process,
) -> Vec<LeftUnserved> {
    let Some(plan) = &model.day else { return Vec::new() };
    let moments = process.moments.iter().zip(&tally.moments);
    let found = moments.filter_map(|(moment, sums)| {
        let per_day = sums.unserved.per_replication().filter(|left| left.mean > 0.0)?;
        let step = moment.naming_step()?;
        let stuck = sums.stuck.per_replication().is_some_and(|stuck| stuck.mean > 0.0);
        let waited_for = match lacking(moment, plan, scenario) {
            _ if stuck => LeftFor::Circle,
            Some(role) => LeftFor::Duty(role),
            None => LeftFor::BehindOthers,
        };
        Some(LeftUnserved { step, waited_for, per_day })
    });
    found.collect()
}

/// The first role of which a moment needs more than are on duty at the end of the day.
fn lacking(moment: &Moment, plan: &DayPlan, scenario: &Scenario) -> Option<RoleId> {
    let there = |claim: &Claim| {
        let of = claim.roles.iter().filter_map(|role| scenario.roles().get_index_of(role));
        of.map(|role| plan.units(role, plan.last(role))).fold(0, u32::saturating_add)
    };
    let claims = moment.activities.iter().flat_map(|activity| &activity.claims);
    let short = claims.into_iter().find(|claim| there(claim) < claim.count)?;
    short.roles.first().copied()
}
