//! Problems of a day: hours in which nobody serves, batches that nobody waits out, appointments when the doors
//! are closed.

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

use super::network::{Moment, Process};
use super::problem::{Problem, ProblemCode, ProblemPlace};
use crate::blueprint::{DAY_MINUTES, Day, Role, RoleId, Scenario, duty_by_minute};

/// Adds the problems of the day, where there is one.
pub(super) fn check(scenario: &Scenario, process: &Process, found: &mut Vec<Problem>) {
    let Some(day) = scenario.demand().day.as_deref() else { return };
    let reached = || process.moments.iter().filter(|moment| moment.is_reached());
    check_duty(scenario, day, reached(), found);
    if !day.is_round_the_clock() {
        check_batches(scenario, day, reached(), found);
        check_appointments(day, found);
    }
}

/// Names each role that is needed while customers come and nobody who could serve is on duty, with the first
/// minute of that. Where nobody comes, as at a midday closing, nobody is missed. Linear in claims × minutes.
fn check_duty<'a>(
    scenario: &Scenario,
    day: &Day,
    reached: impl Iterator<Item = &'a Moment>,
    found: &mut Vec<Problem>,
) {
    let shifted = scenario.roles().iter().filter(|(_, role)| !role.shifts.is_empty());
    let duty: FxHashMap<RoleId, Vec<u32>> =
        shifted.map(|(id, role)| (*id, duty_by_minute(&role.shifts))).collect();
    if duty.is_empty() {
        return;
    }
    let steady = scenario.demand().per_hour;
    let open = day.open.minutes();
    let busy = (0..day.intervals()).filter(|at| day.demand(*at, steady) > 0.0);
    let minutes: Vec<usize> = busy
        .map(|at| day.interval(at))
        .flat_map(|(from, to)| (from..to).map(|minute| ((open + minute) % DAY_MINUTES) as usize))
        .collect();
    let mut named: Vec<&[RoleId]> = Vec::new();
    for claim in reached.flat_map(|moment| &moment.activities).flat_map(|it| &it.claims) {
        if named.contains(&claim.roles.as_slice()) || claim.roles_in(scenario).any(is_always_there)
        {
            continue;
        }
        named.push(&claim.roles);
        let absent = |role: &RoleId, minute: usize| {
            duty.get(role).is_none_or(|duty| duty.get(minute).is_none_or(|heads| *heads == 0))
        };
        let alone = minutes.iter().find(|at| claim.roles.iter().all(|role| absent(role, **at)));
        // A role without shifts and heads has a problem of its own.
        let place = claim.roles.iter().find(|role| duty.contains_key(*role));
        if let (Some(minute), Some(role)) = (alone, place) {
            let place = ProblemPlace::Role(*role);
            let mut problem = Problem::at(ProblemCode::NobodyOnDuty, place);
            problem.amount = Some(*minute as f64);
            found.push(problem);
        }
    }
}

/// Names each time of appointments at which the doors are closed: nobody comes to them.
fn check_appointments(day: &Day, found: &mut Vec<Problem>) {
    let closed = day.appointments.iter().filter(|it| day.interval_at(it.at).is_none());
    let times: BTreeSet<u32> = closed.map(|it| it.at.minutes()).collect();
    for minutes in times {
        let mut problem = Problem::at(ProblemCode::AppointmentWhenClosed, ProblemPlace::Sheet);
        problem.amount = Some(f64::from(minutes));
        found.push(problem);
    }
}

/// Whether somebody is there from opening to closing.
fn is_always_there(role: &Role) -> bool {
    role.shifts.is_empty() && role.headcount > 0
}

/// Names each batch that is larger than all who come to it in a day, where nothing says how long an incomplete
/// one waits: it starts only when the doors close.
fn check_batches<'a>(
    scenario: &Scenario,
    day: &Day,
    reached: impl Iterator<Item = &'a Moment>,
    found: &mut Vec<Problem>,
) {
    let Some(per_hour) = day.mean_demand(scenario.demand().per_hour) else { return };
    let customers = per_hour * f64::from(day.length()) / 60.0;
    for moment in reached {
        let come = customers * moment.visits.unwrap_or_default();
        for activity in &moment.activities {
            let Some(step) = scenario.steps().get(&activity.step) else { continue };
            let batch = f64::from(step.batch_that_fits().get());
            if step.batch_wait.is_none() && come > 0.0 && come < batch {
                let place = ProblemPlace::Step(activity.step);
                let mut problem = Problem::at(ProblemCode::BatchNeverFull, place);
                problem.amount = Some(come);
                found.push(problem);
            }
        }
    }
}
