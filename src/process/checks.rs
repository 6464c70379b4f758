//! Problems of single cards and roles that need no figure.

use std::collections::hash_map::Entry;

use rustc_hash::{FxHashMap, FxHashSet};

use super::day_checks;
use super::deadlock;
use super::network::{Activity, Claim, Moment, Part, Process, Room};
use super::problem::{Problem, ProblemCode, ProblemPlace};
use super::reading::SHARE_DUST;
use super::{role_names, rounded};
use crate::blueprint::{Role, RoleId, Scenario, Share, StepId, StepKind, Zone};

/// Adds the problems of cards and roles.
pub(super) fn check(scenario: &Scenario, process: &mut Process) {
    let mut found = Vec::new();
    check_names(scenario, &mut found);
    check_classes(scenario, &mut found);
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
        check_reached(scenario, moment, &circling, &mut found);
    }
    deadlock::check(scenario, process, &mut found);
    day_checks::check(scenario, process, &mut found);
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
    role_names::check(scenario, found);
}

/// Classes by urgency that all have a share are all customers, as near as their digits say.
fn check_classes(scenario: &Scenario, found: &mut Vec<Problem>) {
    let classes = &scenario.demand().urgency;
    let stated = || classes.iter().filter_map(|class| class.share).map(Share::value);
    if classes.is_empty() || stated().count() < classes.len() {
        return;
    }
    let sum: f64 = stated().sum();
    if (sum - 1.0).abs() > SHARE_DUST && !rounded::add_up(stated()) {
        let code = ProblemCode::ClassesDoNotAddUp;
        found.push(Problem { amount: Some(sum), ..Problem::at(code, ProblemPlace::Sheet) });
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
    let is_evidence = |at: usize| steps[at].kind == StepKind::Evidence;
    // By position, as everything here.
    let spots = process.spots(steps.len());
    let zone = |at: usize| spots[at].map(|spot| spot.zone);
    let meets = |here: usize, there: usize| {
        zone(here) == Some(Zone::Customer) && zone(there) == Some(Zone::Frontstage)
    };
    let both_ways = || {
        let inside = process.ends.iter().flatten().filter_map(|ends| Some((ends.from, ends.to?)));
        inside.flat_map(|(from, to)| [(from, to), (to, from)])
    };
    let mut shown = vec![false; steps.len()];
    for (here, there) in both_ways().filter(|(_, there)| is_evidence(*there)) {
        (shown[here], shown[there]) = (true, true);
    }
    let mut partners = vec![Partners::None; steps.len()];
    for (here, there) in both_ways().filter(|(here, there)| meets(*here, *there)) {
        partners[here] = partners[here].max(Partners::of(shown[there]));
    }
    for moment in process.moments.iter().filter(|moment| moment.activities.len() > 1) {
        let of_zone = |zone: Zone| {
            let own = moment.activities.iter().filter(move |activity| activity.zone == zone);
            own.map(|activity| activity.position)
        };
        let met = of_zone(Zone::Frontstage).map(|at| Partners::of(shown[at])).max();
        for here in of_zone(Zone::Customer) {
            partners[here] = partners[here].max(met.unwrap_or(Partners::None));
        }
    }
    let phases_with_evidence: std::collections::BTreeSet<_> = (steps.values().zip(&shown))
        .filter(|(step, shown)| step.kind == StepKind::Evidence && !**shown)
        .map(|(step, _)| step.phase)
        .collect();
    for (at, (id, step)) in steps.iter().enumerate() {
        let has_evidence = shown[at] || phases_with_evidence.contains(&step.phase);
        if partners[at] == Partners::Bare && !has_evidence {
            found.push(Problem::at(ProblemCode::EvidenceMissing, ProblemPlace::Step(*id)));
        }
    }
}

/// The frontstage steps that a customer step meets.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Partners {
    /// There are none.
    None,
    /// None of them has evidence.
    Bare,
    /// At least one of them has evidence.
    Shown,
}

impl Partners {
    /// One partner, with evidence or without.
    fn of(shown: bool) -> Self {
        if shown { Self::Shown } else { Self::Bare }
    }
}

fn headcount(scenario: &Scenario, role: RoleId) -> u64 {
    scenario.roles().get(&role).map_or(0, |role| u64::from(role.heads()))
}

fn check_claims(scenario: &Scenario, moment: &Moment, found: &mut Vec<Problem>) {
    let claims = || {
        let activities = moment.activities.iter();
        activities.flat_map(|activity| activity.claims.iter().map(move |claim| (activity, claim)))
    };
    let there = |roles: &[RoleId]| roles.iter().map(|role| headcount(scenario, *role)).sum::<u64>();
    let heads =
        |claim: &Claim| claim.roles_in(scenario).map(|role| u64::from(role.heads())).sum::<u64>();
    let mut short = false;
    for (activity, claim) in claims() {
        let place = ProblemPlace::Step(activity.step);
        let offer: f64 = claim.roles_in(scenario).map(Role::offer).sum();
        // Where nobody comes, as in an hour in which the doors are closed, nobody need be there.
        let is_closed = scenario.demand().steady_rate().is_some_and(|rate| rate.get() <= 0.0);
        if offer <= 0.0 && is_closed {
            short = true;
        } else if offer <= 0.0 {
            found.push(Problem::at(ProblemCode::NeedWithoutRole, place));
            short = true;
        } else if u64::from(claim.count) > heads(claim) {
            let mut problem = Problem::at(ProblemCode::CountAboveHeadcount, place);
            problem.amount = Some(heads(claim) as f64);
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
fn check_reached(
    scenario: &Scenario,
    moment: &Moment,
    circling: &FxHashSet<StepId>,
    found: &mut Vec<Problem>,
) {
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
        let place = ProblemPlace::Step(activity.step);
        if activity.room == Room::OneServer {
            found.push(Problem::at(ProblemCode::OneServerAssumed, place));
        }
        let step = scenario.steps().get(&activity.step);
        if let Some(step) = step.filter(|step| step.batch_that_fits() < step.batch) {
            let mut problem = Problem::at(ProblemCode::BatchAbovePlaces, place);
            problem.amount = Some(f64::from(step.batch_that_fits().get()));
            found.push(problem);
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
