//! Steps in a row of the same lone person: likely one service, whose waits were computed apart.

use crate::analysis::result::StepFigures;
use crate::blueprint::{IdTable, RoleId, Scenario, StepId};
use crate::process::{Part, Problem, ProblemCode, ProblemPlace, Process};

/// Names each row of moments that one lone person serves with nobody else between, where the
/// customer now queues for that person between two of them. Linear in moments.
pub(super) fn problems(
    scenario: &Scenario,
    process: &Process,
    steps: &IdTable<StepId, StepFigures>,
) -> Vec<Problem> {
    let lone: Vec<Option<Lone>> =
        (0..process.moments.len()).map(|moment| lone(scenario, process, moment)).collect();
    let waits =
        |step: StepId| steps.get(&step).and_then(|step| step.wait_s.value).is_some_and(|s| s > 0.0);
    let next: Vec<Option<usize>> = (0..process.moments.len())
        .map(|moment| {
            let here = lone[moment].filter(|here| !here.keeps)?;
            let to = only_next(process, moment)?;
            let there = lone.get(to).copied().flatten()?;
            (here.role == there.role && waits(there.step)).then_some(to)
        })
        .collect();
    let mut problems = Vec::new();
    let mut led_to = vec![false; next.len()];
    for to in next.iter().flatten() {
        led_to[*to] = true;
    }
    for start in (0..next.len()).filter(|moment| next[*moment].is_some() && !led_to[*moment]) {
        let row: Vec<StepId> =
            std::iter::successors(Some(start), |moment| next.get(*moment).copied().flatten())
                .filter_map(|moment| lone.get(moment).copied().flatten())
                .map(|lone| lone.step)
                .collect();
        if let [first, rest @ ..] = row.as_slice()
            && !rest.is_empty()
        {
            let mut problem = Problem::at(ProblemCode::MayStay, ProblemPlace::Step(*first));
            problem.steps = rest.to_vec();
            problems.push(problem);
        }
    }
    problems
}

/// The one person whom a moment needs.
#[derive(Clone, Copy)]
struct Lone {
    role: RoleId,
    step: StepId,
    keeps: bool,
}

fn lone(scenario: &Scenario, process: &Process, moment: usize) -> Option<Lone> {
    let moment = process.moments.get(moment).filter(|it| it.part == Part::Customer)?;
    let mut claims = moment
        .activities
        .iter()
        .flat_map(|activity| activity.claims.iter().map(move |claim| (activity, claim)));
    let (activity, claim) = claims.next()?;
    let [role] = claim.roles.as_slice() else { return None };
    let alone = claims.next().is_none()
        && claim.count == 1
        && activity.batch <= 1.0
        && scenario.roles().get(role)?.heads() == 1;
    alone.then_some(Lone { role: *role, step: activity.step, keeps: claim.keep })
}

/// Where all who leave a moment go, if nobody comes there from elsewhere.
fn only_next(process: &Process, moment: usize) -> Option<usize> {
    let mut flows = process.live_flows(moment);
    let to = flows.next()?.to?;
    let alone = flows.next().is_none() && process.live_ins(to).count() == 1;
    (alone && to != moment && !process.is_exit(moment)).then_some(to)
}
