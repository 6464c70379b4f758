//! Why customers stay as long as they do.

use super::forks;
use crate::analysis::capacity::arrivals::Arrivals;
use crate::analysis::capacity::service::Service;
use crate::analysis::passage::passages::Passage;
use crate::analysis::passage::visit::longest_step;
use crate::analysis::passage::way::Way;
use crate::analysis::result::{Analysis, Derivation, TimeLine};
use crate::analysis::waiting::waits::Waits;
use crate::blueprint::StepId;
use crate::process::{Part, Process};

fn has_forks(process: &Process) -> bool {
    process.forks_on_arrival
        || (0..process.moments.len())
            .any(|m| process.moments[m].part == Part::Customer && process.is_fork(m))
}

pub(super) fn rush_order(service: &Service, total_s: f64) -> Derivation {
    let process = service.process;
    let way = Way::through(service);
    Derivation::SumOfTimes {
        lines: time_lines(process, &way.passages, |_| 0.0),
        total_s,
        forks: has_forks(process),
        branches: forks::fork_lines(process, &way.branches, &way.passages, &way.empty),
    }
}

pub(super) fn throughput(service: &Service, analysis: &Analysis, total_s: f64) -> Derivation {
    let process = service.process;
    let wait = |step| analysis.steps.get(&step).and_then(|s| s.wait_s.value).unwrap_or(0.0);
    let way = Way::through(service);
    let waiting = way.waiting(
        service,
        &Waits::of(service, Arrivals::of(service.scenario), &analysis.capacity_per_hour),
    );
    let branches = waiting
        .map(|(passages, through)| forks::fork_lines(process, &way.branches, &passages, &through));
    let queues = analysis.pools.iter().filter_map(|pool| pool.queue);
    Derivation::SumOfTimesAndWaits {
        lines: time_lines(process, &way.passages, wait),
        total_s,
        forks: has_forks(process),
        branches: branches.unwrap_or_default(),
        settling_s: queues.map(|queue| queue.settling_s).fold(0.0, f64::max),
        day_s: service.scenario.demand().opening_hours.map(|hours| hours.get() * 3600.0),
    }
}

fn time_lines(
    process: &Process,
    passages: &[Passage],
    wait: impl Fn(StepId) -> f64,
) -> Vec<TimeLine> {
    let moments = process.moments.iter().enumerate();
    let passed = moments.filter(|(_, moment)| moment.part == Part::Customer);
    let lines = passed.filter_map(|(index, moment)| {
        let step = longest_step(moment)?;
        let time_s = passages.get(index)?.mean_s;
        Some(TimeLine { step, visits: moment.visits?, wait_s: wait(step), time_s })
    });
    lines.filter(|line| line.visits > 0.0).collect()
}
