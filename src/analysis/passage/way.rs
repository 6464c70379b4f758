//! The customer's way through: time in an empty system, and with waiting.

use super::branches::Branches;
use super::composed::moment_time;
use super::longest::{Expected, GRID_PERCENT};
use super::passages::{Passage, Through};
use crate::analysis::capacity::service::Service;
use crate::analysis::result::{Band, Basis, Figure, Lack, inverse};
use crate::analysis::waiting::waits::Waits;
use crate::process::{Moment, Part, Sum, Variation};

/// Work that may be spent on the longest of random times, in additions: as much as is not felt
/// while typing, for the whole and for each moment.
const WORK: usize = 1_000_000;
const WORK_OF_MOMENT: usize = 1_500;

/// The time through a service, in seconds.
pub(in crate::analysis) struct Times {
    /// Through an empty system.
    pub(in crate::analysis) rush_order_s: Figure,
    /// With waiting, at the demand.
    pub(in crate::analysis) throughput_s: Figure,
}

impl Times {
    /// The times of a service with these waits.
    pub(in crate::analysis) fn of(service: &Service, waits: &Waits) -> Self {
        profiling::function_scope!();
        let lacks = lacks(service);
        if !lacks.is_empty() {
            let lacking = Figure::lacking(lacks);
            return Self { rush_order_s: lacking.clone(), throughput_s: lacking };
        }
        let way = Way::through(service);
        let waiting = way.waiting(service, waits);
        Self {
            rush_order_s: Figure::new(way.empty.mean_s, way.empty.basis),
            throughput_s: waiting.map_or_else(Figure::lacking, |(_, through)| {
                Figure::new(through.mean_s, through.basis)
            }),
        }
    }

    /// Customers inside on average, at so many an hour (Little 1961).
    pub(in crate::analysis) fn inside(&self, output_per_hour: &Figure) -> Figure {
        match (&self.throughput_s, output_per_hour) {
            (Figure { value: Some(seconds), basis, .. }, Figure { value: Some(output), .. }) => {
                let inside = output * seconds / 3600.0;
                Figure::new(inside, basis.in_proportion(*seconds, inside))
            }
            (Figure { value: None, lacks, .. }, _) => Figure::lacking(lacks.iter().copied()),
            (_, output) => inverse(output, |output| output),
        }
    }
}

/// What keeps the customer's own time from being known.
pub(in crate::analysis) fn lacks(service: &Service) -> Vec<Lack> {
    let mut lacks = service.flow_lacks();
    for moment in &service.process.moments {
        let passed = moment.part == Part::Customer && moment.visits != Some(0.0);
        if passed && moment.duration_s.is_none() {
            let blank = moment.activities.iter().find(|activity| activity.mean_s.is_none());
            lacks.extend(blank.map(|activity| Lack::Time(activity.step)));
        }
    }
    lacks
}

/// The customer's way through an empty service.
pub(in crate::analysis) struct Way<'a> {
    pub(in crate::analysis) branches: Branches<'a>,
    pub(in crate::analysis) passages: Vec<Passage>,
    pub(in crate::analysis) empty: Through,
}

impl<'a> Way<'a> {
    /// Only for services whose times are known.
    pub(in crate::analysis) fn through(service: &Service<'a>) -> Self {
        let process = service.process;
        let time_of = |index: usize| moment_time(service.scenario, &process.moments[index]);
        let mut budget = WORK + WORK_OF_MOMENT * process.moments.len();
        let passage = |(index, moment): (usize, &Moment)| {
            let mut passage = Passage {
                mean_s: moment.duration_s.unwrap_or(0.0),
                wait_s: 0.0,
                varies: moment.variation != Variation::Fixed,
                basis: Basis::Exact,
                alone: false,
            };
            if moment.variation == Variation::LongestOfSeveral && moment.part == Part::Customer {
                match time_of(index).expected(&mut budget) {
                    Some(expected) => passage.settle(expected),
                    None => passage.basis = Basis::LowerBound,
                }
            }
            passage
        };
        let passages: Vec<Passage> = process.moments.iter().enumerate().map(passage).collect();
        let branches = Branches::of(process).contested(&service.loads);
        let empty = branches.time_empty(&passages, time_of, budget);
        Self { branches, passages, empty }
    }

    /// The way with the waits at the demand, or what keeps them from being known.
    pub(in crate::analysis) fn waiting(
        &self,
        service: &Service,
        waits: &Waits,
    ) -> Result<(Vec<Passage>, Through), Vec<Lack>> {
        let mut lacks = Vec::new();
        let mut basis = Basis::Exact;
        // Seconds that the waits together are off at most, where all of them say how much they are.
        let mut off_s = Some(Sum::default());
        let mut passages = self.passages.clone();
        for (index, moment) in service.process.moments.iter().enumerate() {
            if moment.part != Part::Customer || moment.visits == Some(0.0) {
                continue;
            }
            let figure = &waits.of_moment[index];
            let Some(seconds) = figure.value else {
                lacks.extend(figure.lacks.iter().copied());
                continue;
            };
            let passage = &mut passages[index];
            passage.mean_s += seconds;
            passage.wait_s = seconds;
            passage.varies |= seconds > 0.0;
            passage.alone = waits.alone[index];
            let band = match figure.basis {
                Basis::Approximate { band } => Some(band),
                Basis::Simulated { half_width } => Some(Some(Band::Seconds(half_width))),
                Basis::Unreliable => {
                    basis = basis.and(Basis::Unreliable);
                    None
                }
                Basis::Exact | Basis::LowerBound | Basis::UpperBound => None,
            };
            if let Some(band) = band {
                basis = basis.and(Basis::APPROXIMATE);
                let each_s = band.map(|band| match band {
                    Band::Percent(percent) => percent / 100.0 * seconds,
                    Band::Seconds(off_s) => off_s,
                });
                let each_s = each_s.and_then(|each_s| Some(each_s * moment.visits?));
                off_s = off_s.zip(each_s).map(|(mut off_s, each_s)| {
                    off_s.add(each_s);
                    off_s
                });
            }
        }
        if !lacks.is_empty() {
            lacks.sort_unstable();
            lacks.dedup();
            return Err(lacks);
        }
        let mut through = self.branches.time_waiting(&passages, &self.empty);
        if let (Basis::Approximate { .. }, Some(off_s)) = (basis, off_s)
            && through.mean_s > 0.0
        {
            basis = Basis::within_percent(off_s.value() / through.mean_s * 100.0);
        }
        through.basis = through.basis.and(basis);
        Ok((passages, through))
    }
}

impl Passage {
    fn settle(&mut self, expected: Expected) {
        self.mean_s = expected.seconds;
        if !expected.exact {
            self.basis = Basis::within_percent(GRID_PERCENT);
        }
    }
}
