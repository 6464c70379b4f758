//! Why customers wait as long as they do.

use super::needs::needs;
use crate::analysis::result::{Analysis, Basis, Derivation, Lack, PoolFigures, Queue};
use crate::analysis::waiting::service_level::{share_within, waited_for};
use crate::blueprint::{Scenario, Span, StepId};
use crate::process::Process;

pub(super) fn wait(analysis: &Analysis, process: &Process, step: StepId) -> Derivation {
    let Some(figures) = analysis.steps.get(&step) else {
        return Derivation::Missing(vec![Lack::Flow]);
    };
    needs(&[&figures.wait_s], |numbers| {
        let wait_s = numbers[0];
        let moment = process.moment_of(step);
        let queue = moment.and_then(|moment| queue_of(analysis, process, moment, wait_s));
        let derivation =
            queue.and_then(|(pool, _)| wait_of_pool(pool, wait_s, figures.wait_s.basis));
        derivation.unwrap_or(Derivation::NoQueue)
    })
}

pub(super) fn wait_of_pool(pool: &PoolFigures, wait_s: f64, basis: Basis) -> Option<Derivation> {
    Some(Derivation::Queue {
        pool: pool.pool.clone(),
        queue: pool.queue?,
        utilisation: pool.utilisation.value?,
        basis,
        wait_s,
    })
}

/// The pool that makes a moment wait so long. Of pools that are needed at once, the longest wait
/// counts; the busiest, where they tie.
pub(super) fn queue_of<'a>(
    analysis: &'a Analysis,
    process: &Process,
    moment: usize,
    wait_s: f64,
) -> Option<(&'a PoolFigures, Queue)> {
    let members: Vec<StepId> = process.moments.get(moment)?.steps().collect();
    let mut waited_for =
        analysis.pools.iter().filter(|pool| pool.wait_s.value == Some(wait_s) && pool.work_s > 0.0);
    waited_for.find_map(|pool| {
        let queue = pool.queue?;
        pool.steps.iter().any(|other| members.contains(other)).then_some((pool, queue))
    })
}

pub(super) fn within(
    scenario: &Scenario,
    analysis: &Analysis,
    process: &Process,
    step: StepId,
) -> Derivation {
    let point = scenario.steps().get(&step).and_then(|step| step.wait.as_ref());
    let acceptable_s = point.and_then(|point| point.acceptable).map(Span::seconds);
    let (Some(figures), Some(acceptable_s)) = (analysis.steps.get(&step), acceptable_s) else {
        return Derivation::Missing(vec![Lack::Target]);
    };
    needs(&[&figures.within_acceptable], |numbers| {
        let served = waited_for(process, step).into_iter().filter_map(|moment| {
            let first = process.moments.get(moment)?.first_step()?;
            let wait_s = analysis.steps.get(&first)?.wait_s.value?;
            let (_, queue) = queue_of(analysis, process, moment, wait_s)?;
            let share = share_within(&queue, wait_s, acceptable_s);
            Some((queue, wait_s, share))
        });
        let worst = served.reduce(|worst, next| if next.2 < worst.2 { next } else { worst });
        match worst.filter(|(queue, ..)| queue.waiting > 0.0) {
            Some((queue, wait_s, _)) => Derivation::ServedWithin {
                waiting: queue.waiting,
                wait_if_waiting_s: wait_s / queue.waiting,
                acceptable_s,
                share: numbers[0],
                formula: queue.formula,
            },
            None => Derivation::NoQueue,
        }
    })
}

/// How long so large a share of customers waits at most before a step that says how long is accepted, in seconds; by
/// the law after which the share within that is worked out. `None` where that has no such law.
#[must_use]
pub fn wait_of_share(
    scenario: &Scenario,
    analysis: &Analysis,
    process: &Process,
    step: StepId,
    share: f64,
) -> Option<f64> {
    let figures = analysis.steps.get(&step)?;
    if matches!(figures.within_acceptable.basis, Basis::Simulated { .. }) {
        return None;
    }
    let Derivation::ServedWithin { waiting, wait_if_waiting_s, .. } =
        within(scenario, analysis, process, step)
    else {
        return None;
    };
    let rest = 1.0 - share;
    // Whoever does not have to wait at all belongs to them.
    let longest = if waiting <= rest { 0.0 } else { wait_if_waiting_s * libm::log(waiting / rest) };
    (rest > 0.0 && longest.is_finite()).then_some(longest)
}
