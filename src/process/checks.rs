//! Problems of single cards and roles that need no figure.

use std::collections::hash_map::Entry;

use rustc_hash::{FxHashMap, FxHashSet};

use super::network::{Activity, Claim, Moment, Part, Process, Room};
use super::problem::{Problem, ProblemCode, ProblemPlace};
use super::role_lists::roles_that_name_others;
use crate::blueprint::{RoleId, Scenario, StepId, StepKind, Zone, alike};

/// Adds the problems of cards and roles.
pub(super) fn check(scenario: &Scenario, process: &mut Process) {
    let mut found = Vec::new();
    check_names(scenario, &mut found);
    check_cards(scenario, &mut found);
    check_evidence(scenario, process, &mut found);
    let circling: FxHashSet<StepId> = process
        .problems
        .iter()
        .filter(|problem| problem.code == ProblemCode::LoopWithoutExit)
        .flat_map(|problem| problem.steps.iter().copied())
        .collect();
    for moment in &process.moments {
        if moment.part == Part::Apart {
            continue;
        }
        check_claims(scenario, moment, &mut found);
        check_reached(moment, &circling, &mut found);
    }
    process.problems.extend(found);
}

fn check_names(scenario: &Scenario, found: &mut Vec<Problem>) {
    let mut steps: FxHashMap<&str, StepId> = FxHashMap::default();
    steps.reserve(scenario.steps().len());
    for (id, step) in scenario.steps().iter().filter(|(_, step)| step.kind != StepKind::Note) {
        match steps.entry(step.name.trim()) {
            Entry::Occupied(first) => {
                let mut problem = Problem::at(ProblemCode::DuplicateName, ProblemPlace::Step(*id));
                problem.steps = vec![*first.get()];
                found.push(problem);
            }
            Entry::Vacant(free) => {
                free.insert(*id);
            }
        }
    }
    let another = roles_that_name_others(scenario);
    found.extend(
        another
            .into_iter()
            .map(|id| Problem::at(ProblemCode::RoleNamesAnother, ProblemPlace::Role(id))),
    );
    let mut roles: FxHashMap<String, RoleId> = FxHashMap::default();
    for (id, role) in scenario.roles() {
        // Nobody means another person by a capital.
        if roles.insert(alike(&role.name), *id).is_some() {
            found.push(Problem::at(ProblemCode::DuplicateName, ProblemPlace::Role(*id)));
        }
    }
}

fn check_cards(scenario: &Scenario, found: &mut Vec<Problem>) {
    for (id, step) in scenario.steps() {
        if step.fail.as_ref().is_some_and(|fail| !fail.has_recovery()) {
            found.push(Problem::at(ProblemCode::FailWithoutRecovery, ProblemPlace::Step(*id)));
        }
    }
}

/// Names the customer steps that meet the frontstage without anything tangible: evidence that is
/// linked to one of the two, or unlinked evidence in the phase.
fn check_evidence(scenario: &Scenario, process: &Process, found: &mut Vec<Problem>) {
    let steps = scenario.steps();
    let zone = |id: StepId| {
        steps.get(&id).filter(|step| step.kind.flows()).map(|step| scenario.zone_of(step))
    };
    let is_evidence =
        |id: StepId| steps.get(&id).is_some_and(|step| step.kind == StepKind::Evidence);
    let mut partners: FxHashMap<StepId, Vec<StepId>> = FxHashMap::default();
    let mut shown: FxHashMap<StepId, bool> = FxHashMap::default();
    for link in scenario.links().values() {
        let Some(to) = link.to.step() else { continue };
        for (here, there) in [(link.from, to), (to, link.from)] {
            if is_evidence(there) {
                shown.insert(here, true);
                shown.insert(there, true);
            } else if zone(here) == Some(Zone::Customer) && zone(there) == Some(Zone::Frontstage) {
                partners.entry(here).or_default().push(there);
            }
        }
    }
    for moment in &process.moments {
        for step in moment.steps().filter(|id| zone(*id) == Some(Zone::Customer)) {
            let fronts = moment.steps().filter(|id| zone(*id) == Some(Zone::Frontstage));
            partners.entry(step).or_default().extend(fronts);
        }
    }
    let phases_with_evidence: std::collections::BTreeSet<_> = steps
        .iter()
        .filter(|(id, step)| step.kind == StepKind::Evidence && !shown.contains_key(*id))
        .map(|(_, step)| step.phase)
        .collect();
    for (id, step) in steps {
        let Some(others) = partners.get(id).filter(|others| !others.is_empty()) else { continue };
        let has_evidence = shown.contains_key(id)
            || others.iter().any(|other| shown.contains_key(other))
            || phases_with_evidence.contains(&step.phase);
        if !has_evidence {
            found.push(Problem::at(ProblemCode::EvidenceMissing, ProblemPlace::Step(*id)));
        }
    }
}

fn headcount(scenario: &Scenario, role: RoleId) -> u64 {
    scenario.roles().get(&role).map_or(0, |role| u64::from(role.headcount))
}

fn check_claims(scenario: &Scenario, moment: &Moment, found: &mut Vec<Problem>) {
    let claims = || {
        let activities = moment.activities.iter();
        activities.flat_map(|activity| activity.claims.iter().map(move |claim| (activity, claim)))
    };
    let there = |roles: &[RoleId]| roles.iter().map(|role| headcount(scenario, *role)).sum::<u64>();
    let mut short = false;
    for (activity, claim) in claims() {
        let place = ProblemPlace::Step(activity.step);
        let offer: f64 = claim
            .roles
            .iter()
            .filter_map(|role| scenario.roles().get(role))
            .map(|role| role.offer())
            .sum();
        if offer <= 0.0 {
            found.push(Problem::at(ProblemCode::NeedWithoutRole, place));
            short = true;
        } else if u64::from(claim.count) > there(&claim.roles) {
            let mut problem = Problem::at(ProblemCode::CountAboveHeadcount, place);
            problem.amount = Some(there(&claim.roles) as f64);
            found.push(problem);
            short = true;
        }
    }
    // Needs that could each be met may still be too many at once (Hall 1935).
    if short || !(2..=10).contains(&claims().count()) {
        return;
    }
    let claims: Vec<(&Activity, &Claim)> = claims().collect();
    for chosen in 1_usize..1 << claims.len() {
        if chosen.count_ones() < 2 {
            continue;
        }
        let picked = || {
            claims.iter().enumerate().filter(move |(at, _)| chosen >> at & 1 == 1).map(|(_, c)| c)
        };
        let wanted: u64 = picked().map(|(_, claim)| u64::from(claim.count)).sum();
        let mut roles: Vec<RoleId> =
            picked().flat_map(|(_, claim)| claim.roles.iter().copied()).collect();
        roles.sort_unstable();
        roles.dedup();
        if wanted > there(&roles)
            && let Some((activity, _)) = picked().next()
        {
            let mut problem =
                Problem::at(ProblemCode::CountAboveHeadcount, ProblemPlace::Step(activity.step));
            problem.amount = Some(there(&roles) as f64);
            problem.steps = picked().map(|(activity, _)| activity.step).collect();
            problem.steps.dedup();
            found.push(problem);
            return;
        }
    }
}

/// Names what no customer comes to, what is taken for one server, and what lacks a time.
/// `circling` are the steps that nobody gets out of, which have been named already.
fn check_reached(moment: &Moment, circling: &FxHashSet<StepId>, found: &mut Vec<Problem>) {
    let Some(first) = moment.first_step() else { return };
    if moment.part == Part::Unreached || moment.visits == Some(0.0) {
        if !circling.contains(&first) {
            let mut problem = Problem::at(ProblemCode::Unreachable, ProblemPlace::Step(first));
            problem.steps = moment.steps().collect();
            found.push(problem);
        }
        return;
    }
    for activity in &moment.activities {
        if activity.room == Room::OneServer {
            let place = ProblemPlace::Step(activity.step);
            found.push(Problem::at(ProblemCode::OneServerAssumed, place));
        }
    }
    let needed = |activity: &&Activity| {
        !activity.claims.is_empty() || matches!(activity.room, Room::Places(_))
    };
    let claimed = moment.activities.iter().find(needed);
    if moment.duration_s.is_none() && (moment.part == Part::Customer || claimed.is_some()) {
        let blank = moment.activities.iter().filter(|activity| activity.mean_s.is_none());
        let place = blank.clone().find(needed).or_else(|| blank.clone().next());
        if let Some(activity) = place {
            let mut problem =
                Problem::at(ProblemCode::MissingTime, ProblemPlace::Step(activity.step));
            problem.steps = moment.steps().collect();
            found.push(problem);
        }
    }
}
