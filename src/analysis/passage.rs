//! The customer's way through: time in an empty system, and with waiting.

use super::branches::{Branches, Passage};
use super::figure::{Basis, Figure, Lack};
use super::result::Analysis;
use super::service::{Service, inverse};
use super::waits::Waits;
use crate::process::{Part, Process, Variation};

/// Typical worst error, in per cent, of the total time through an approximated network.
const NETWORK_TOTAL_PERCENT: f64 = 4.0;

/// Fills the rush-order time, the waits, and what follows from them.
pub(super) fn fill(service: &Service, waits: &Waits, analysis: &mut Analysis) {
    let lacks = lacks(service);
    if !lacks.is_empty() {
        analysis.rush_order_time_s = Figure::lacking(lacks.clone());
        analysis.throughput_time_s = Figure::lacking(lacks.clone());
        analysis.wip = Figure::lacking(lacks);
        return;
    }
    let branches = Branches::of(service.process);
    let empty = unhindered(service.process);
    let (seconds, exact) = branches.time_through(&empty);
    let basis = if exact { Basis::Exact } else { Basis::LowerBound };
    analysis.rush_order_time_s = Figure::new(seconds, basis);
    analysis.throughput_time_s = throughput(service, waits, &branches, &empty);
    analysis.wip = match (&analysis.throughput_time_s, &analysis.output_per_hour) {
        (Figure { value: Some(seconds), basis, .. }, Figure { value: Some(output), .. }) => {
            Figure::new(output * seconds / 3600.0, *basis)
        }
        (Figure { value: None, lacks, .. }, _) => Figure::lacking(lacks.iter().copied()),
        (_, output) => inverse(output, |output| output),
    };
}

/// The passage through each moment where nobody is ahead.
pub(super) fn unhindered(process: &Process) -> Vec<Passage> {
    let passages = process.moments.iter().map(|moment| Passage {
        mean_s: moment.duration_s.unwrap_or(0.0),
        varies: moment.variation != Variation::Fixed,
        at_least: moment.variation == Variation::LongestOfSeveral,
    });
    passages.collect()
}

/// What keeps the customer's own time from being known.
pub(super) fn lacks(service: &Service) -> Vec<Lack> {
    let of_flow = |lack: &Lack| matches!(lack, Lack::Flow | Lack::SoundFlow);
    let mut lacks: Vec<Lack> = service.lacks.iter().copied().filter(of_flow).collect();
    for moment in &service.process.moments {
        let passed = moment.part == Part::Customer && moment.visits != Some(0.0);
        if passed && moment.duration_s.is_none() {
            let blank = moment.activities.iter().find(|activity| activity.mean_s.is_none());
            lacks.extend(blank.map(|activity| Lack::Time(activity.step)));
        }
    }
    lacks
}

/// The time through with waiting; `empty` are the passages where nobody is ahead.
pub(super) fn throughput(
    service: &Service,
    waits: &Waits,
    branches: &Branches,
    empty: &[Passage],
) -> Figure {
    let mut lacks = Vec::new();
    let (mut approximate, mut known_error) = (false, true);
    let mut passages = empty.to_vec();
    for (index, moment) in service.process.moments.iter().enumerate() {
        if moment.part != Part::Customer || moment.visits == Some(0.0) {
            continue;
        }
        let wait = &waits.of_moment[index];
        match (wait.value, wait.basis) {
            (None, _) => lacks.extend(wait.lacks.iter().copied()),
            (Some(value), basis) => {
                passages[index].mean_s += value;
                passages[index].varies |= value > 0.0;
                if let Basis::Approximate { percent } = basis {
                    approximate = true;
                    known_error &= percent.is_some();
                }
            }
        }
    }
    lacks.sort_unstable();
    lacks.dedup();
    if !lacks.is_empty() {
        return Figure::lacking(lacks);
    }
    let (seconds, exact) = branches.time_through(&passages);
    let basis = match (approximate, exact) {
        (false, true) => Basis::Exact,
        (false, false) => Basis::LowerBound,
        (true, true) if known_error => Basis::Approximate { percent: Some(NETWORK_TOTAL_PERCENT) },
        (true, _) => Basis::Approximate { percent: None },
    };
    Figure::new(seconds, basis)
}
