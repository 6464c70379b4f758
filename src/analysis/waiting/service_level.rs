//! The service level: the share of customers who wait no longer than they accept.

use super::waits::Waits;
use crate::analysis::capacity::service::Service;
use crate::analysis::result::{Basis, Figure, Lack, Queue, QueueFormula};
use crate::blueprint::{Span, StepId};
use crate::process::{Process, Room};

/// The share of customers who wait at most so long in a queue with this mean wait, 0 to 1.
///
/// Those who have to wait do so for an exponential time: so it is in M/M/c and GI/M/c (Erlang 1917,
/// Takács 1962), and so the tail of any other queue looks when it is busy (Kingman 1962), whose mean
/// is then the only thing that counts.
pub(in crate::analysis) fn share_within(queue: &Queue, wait_s: f64, acceptable_s: f64) -> f64 {
    if wait_s <= 0.0 || queue.waiting <= 0.0 {
        return 1.0;
    }
    let longer = queue.waiting * libm::exp(-acceptable_s * queue.waiting / wait_s);
    (1.0 - longer).clamp(0.0, 1.0)
}

/// The moments whose wait a step is about: its own, or those that follow a card that stands for the
/// wait itself.
pub(in crate::analysis) fn waited_for(process: &Process, step: StepId) -> Vec<usize> {
    let Some(moment) = process.moment_of(step) else { return Vec::new() };
    let stands_for_wait = process.moments.get(moment).is_some_and(|moment| {
        moment.activities.iter().any(|activity| matches!(activity.room, Room::Waiting { .. }))
    });
    if stands_for_wait {
        process.live_flows(moment).filter_map(|arc| arc.to).collect()
    } else {
        vec![moment]
    }
}

/// The share of customers who wait no longer before a step than it calls acceptable; lacking where
/// it calls no wait so.
pub(in crate::analysis) fn of_step(service: &Service, waits: &Waits, step: StepId) -> Figure {
    let point = service.scenario.steps().get(&step).and_then(|step| step.wait.as_ref());
    let Some(acceptable_s) = point.and_then(|point| point.acceptable).map(Span::seconds) else {
        return Figure::lacking([Lack::Target]);
    };
    // Where several ways lead on, the worst counts, as for the wait itself.
    let levels =
        waited_for(service.process, step).into_iter().map(|at| waits.within(at, acceptable_s));
    let worst = levels.reduce(|worst, level| match (worst.value, level.value) {
        (Some(least), Some(share)) if share < least => level,
        (Some(_), None) => level,
        _ => worst,
    });
    worst.unwrap_or_else(|| Figure::exact(1.0))
}

impl Waits {
    /// The share of the visits to a moment that wait at most so long.
    fn within(&self, moment: usize, acceptable_s: f64) -> Figure {
        let Some(wait) = self.of_moment.get(moment) else {
            return Figure::lacking([Lack::Flow]);
        };
        let Some(wait_s) = wait.value else { return wait.clone() };
        let Some(queue) = self.queue_of_moment.get(moment).and_then(Option::as_ref) else {
            return Figure::exact(1.0);
        };
        let share = share_within(queue, wait_s, acceptable_s);
        let basis = match (wait.basis, queue.formula) {
            (Basis::Exact, QueueFormula::Erlang | QueueFormula::Takacs) => Basis::Exact,
            // Nobody waits.
            (Basis::Exact, _) if queue.waiting == 0.0 => Basis::Exact,
            // The error of a mean is not that of a share.
            (Basis::Exact | Basis::Approximate { .. } | Basis::Simulated { .. }, _) => {
                Basis::APPROXIMATE
            }
            (basis, _) => basis,
        };
        Figure::new(share, basis)
    }
}

#[cfg(test)]
mod tests {
    use super::super::{erlang, renewal};
    use super::*;

    #[test]
    fn a_call_centre_answers_as_erlang_says() {
        // 200 calls an hour of 180 s: the share that is answered within 20 s (Erlang 1917).
        for (agents, expect) in [(11, 0.389_614), (12, 0.640_158), (13, 0.795_595), (14, 0.888_350)]
        {
            let delay = erlang::delay(agents, 10.0, 180.0);
            let queue = Queue {
                servers: agents,
                formula: QueueFormula::Erlang,
                inter_arrival_scv: 1.0,
                service_scv: 1.0,
                waiting: delay.waiting,
                settling_s: 0.0,
            };
            let share = share_within(&queue, delay.wait, 20.0);
            assert!((share - expect).abs() <= 5e-7, "{share}, not {expect}");
        }
    }

    #[test]
    fn the_tail_of_even_arrivals_is_that_of_the_root() {
        // For D/M/1 the wait exceeds t with probability σ e^(−(1 − σ) t), σ = e^(−(1 − σ) ÷ busy);
        // σ = 0.203188 for a busy share of one half (Kendall 1953).
        let delay = renewal::renewal(1, 0.5, 1.0, 0.0);
        let queue = Queue {
            servers: 1,
            formula: QueueFormula::Takacs,
            inter_arrival_scv: 0.0,
            service_scv: 1.0,
            waiting: delay.waiting,
            settling_s: 0.0,
        };
        let expect = 1.0 - 0.203_188 * (-0.796_812_f64 * 3.0).exp();
        let share = share_within(&queue, delay.wait, 3.0);
        assert!((share - expect).abs() <= 1e-6, "{share}, not {expect}");
    }
}
