//! The customer's way through: time in an empty system, and with waiting.

use super::figure::{Basis, Figure, Lack};
use super::result::Analysis;
use super::service::Service;
use crate::process::{Moment, Part, Process, Variation};

/// Fills the rush-order time and what follows from it.
pub(super) fn fill(service: &Service, analysis: &mut Analysis) {
    analysis.rush_order_time_s = rush_order(service);
    analysis.throughput_time_s = Figure::lacking([Lack::Method]);
    analysis.wip = Figure::lacking([Lack::Method]);
}

/// The moments that customers pass themselves.
fn passed(process: &Process) -> impl Iterator<Item = &Moment> {
    process
        .moments
        .iter()
        .filter(|moment| moment.part == Part::Customer && moment.visits != Some(0.0))
}

fn rush_order(service: &Service) -> Figure {
    let mut lacks: Vec<Lack> = service
        .lacks
        .iter()
        .copied()
        .filter(|lack| matches!(lack, Lack::Flow | Lack::SoundFlow))
        .collect();
    for moment in passed(service.process).filter(|moment| moment.duration_s.is_none()) {
        let blank = moment.activities.iter().find(|activity| activity.mean_s.is_none());
        lacks.extend(blank.map(|activity| Lack::Time(activity.step)));
    }
    if !lacks.is_empty() {
        return Figure::lacking(lacks);
    }
    let forks = service.process.forks_on_arrival
        || (0..service.process.moments.len()).any(|moment| {
            service.process.moments[moment].part == Part::Customer
                && service.process.is_fork(moment)
        });
    if forks {
        return Figure::lacking([Lack::Method]);
    }
    let total = passed(service.process)
        .filter_map(|moment| Some(moment.visits? * moment.duration_s?))
        .sum();
    let longest =
        passed(service.process).any(|moment| moment.variation == Variation::LongestOfSeveral);
    Figure::new(total, if longest { Basis::LowerBound } else { Basis::Exact })
}
