//! The streams of customers between the queues: which stay Poisson, and how much the gaps of the
//! others vary.

use super::station::Station;
use super::{Network, general};
use crate::process::{ArcKind, Moment, NumberLists};

/// Passes over the network after which the variation of its streams has settled well enough for
/// an approximation.
const MOST_SWEEPS: usize = 40;
/// Change of an scv below which it has settled.
const SETTLED: f64 = 1e-7;

impl Network<'_> {
    /// The moments whose arrivals are not known to be Poisson and independent of the queue.
    pub(super) fn spoiled(&self) -> Vec<bool> {
        let process = self.service.process;
        let copies = process.forks_on_arrival
            || process.arcs.iter().any(|arc| arc.kind == ArcKind::Trigger && arc.is_live())
            || (0..process.moments.len()).any(|moment| process.is_fork(moment));
        let uneven = (self.service.scenario.demand().gap_scv.get() - 1.0).abs() > 1e-9;
        // What makes the streams that leave a moment something else than Poisson.
        let breaks = |moment: usize| {
            let blocks = self.blocks_of.list(moment);
            let quiet = blocks
                .iter()
                .all(|block| self.station(*block).is_some_and(|s| s.memoryless && !s.absent));
            blocks.len() > 1 || !quiet
        };
        // Copies of one customer come in step with each other wherever they meet again.
        let meets_itself = |moment: usize| {
            let ins = process.moments[moment].meeting.as_ref().map_or(0, |m| m.arcs().count());
            let shares = |block: &usize| {
                self.station(*block).is_none_or(|station| station.moments.len() > 1)
            };
            copies && (ins > 1 || self.blocks_of.list(moment).iter().any(shares))
        };
        let mut spoiled = vec![false; process.moments.len()];
        let mut passed_on = vec![false; self.stations.len()];
        let mut open: Vec<usize> = Vec::new();
        for (index, moment) in process.moments.iter().enumerate().filter(|(_, m)| passes(m)) {
            if uneven || meets_itself(index) {
                open.push(index);
            }
            if breaks(index) {
                let straight_back = self.feedback(index) > 0.0;
                open.extend(self.followers(moment).filter(|to| !straight_back || *to != index));
            }
        }
        while let Some(moment) = open.pop() {
            if std::mem::replace(&mut spoiled[moment], true) {
                continue;
            }
            open.extend(self.followers(&process.moments[moment]));
            for &block in self.blocks_of.list(moment) {
                if !std::mem::replace(&mut passed_on[block], true) {
                    let served = self.stations[block].iter().flat_map(|s| &s.moments);
                    open.extend(served.copied());
                }
            }
        }
        spoiled
    }

    fn followers(&self, moment: &Moment) -> impl Iterator<Item = usize> {
        let arcs = moment.outs.iter().map(|arc| &self.service.process.arcs[*arc]);
        arcs.filter(|arc| arc.is_live()).filter_map(|arc| arc.to)
    }

    /// The scv of the gaps between arrivals at each moment, passed on until it settles.
    pub(super) fn gap_scvs(&self) -> Vec<f64> {
        let process = self.service.process;
        let outside = self.service.scenario.demand().gap_scv.get();
        let mut gaps = vec![1.0; process.moments.len()];
        let mut leaving = vec![1.0; process.moments.len()];
        let counted: Vec<(usize, usize)> = (process.moments.iter().enumerate())
            .filter_map(|(index, moment)| Some((index, moment.meeting.as_ref()?)))
            .flat_map(|(index, meeting)| meeting.counted_arcs().map(move |arc| (index, arc)))
            .collect();
        let counted = NumberLists::of(process.moments.len(), &counted);
        let mut streams: Vec<(f64, f64)> = Vec::new();
        for _ in 0..MOST_SWEEPS {
            let mut change = 0.0_f64;
            // A pool of many moments changes little from one of them to the next: once a sweep.
            let of_station: Vec<f64> = self
                .stations
                .iter()
                .map(|s| s.as_ref().map_or(1.0, |station| self.station_gap_scv(station, &gaps)))
                .collect();
            for &index in process.order.iter().flatten() {
                let moment = &process.moments[index];
                if !passes(moment) {
                    continue;
                }
                let busiest = (self.blocks_of.list(index).iter())
                    .filter_map(|block| Some((*block, self.station(*block)?)))
                    .max_by(|(_, a), (_, b)| a.busy.total_cmp(&b.busy));
                let busy = busiest.map_or(0.0, |(_, station)| station.busy.min(1.0));
                streams.clear();
                streams.extend(
                    counted.list(index).iter().map(|arc| &process.arcs[*arc]).filter_map(|arc| {
                        let feedback = arc.from.map_or(0.0, |from| self.feedback(from));
                        if feedback > 0.0 && arc.from == Some(index) {
                            return None;
                        }
                        let share = arc.share?;
                        let (visits, scv) = match arc.from {
                            None => (1.0, outside),
                            Some(from) => (process.moments[from].visits?, leaving[from]),
                        };
                        let share_taken = (share / (1.0 - feedback)).min(1.0);
                        Some((visits * share, share_taken * scv + 1.0 - share_taken))
                    }),
                );
                let gap = general::superposed_scv(&streams, busy);
                change = change.max((gap - gaps[index]).abs());
                gaps[index] = gap;
                leaving[index] = match busiest {
                    None => gap,
                    Some((block, station)) => {
                        let alone = station.moments.len() == 1;
                        let gap = if alone { gap } else { of_station[block] };
                        general::departure_scv(station.servers, busy, gap, station.scv).max(0.0)
                    }
                };
            }
            if change < SETTLED {
                break;
            }
        }
        gaps
    }

    /// How busy the busiest pool is that customers have passed before each moment. What they pass
    /// on the way round in a loop counts once they have left it.
    pub(super) fn busiest_before(&self) -> Vec<Option<f64>> {
        let process = self.service.process;
        let count = process.moments.len();
        let (mut before, mut after) = (vec![None; count], vec![None; count]);
        let busier = |a: Option<f64>, b: Option<f64>| match (a, b) {
            (Some(a), Some(b)) => Some(a.max(b)),
            (a, b) => a.or(b),
        };
        for group in &process.order {
            let ins = group.iter().flat_map(|moment| &process.moments[*moment].ins);
            let arcs = ins.map(|arc| &process.arcs[*arc]).filter(|arc| arc.is_live());
            // What comes from inside the group has not been reckoned yet.
            let passed = arcs
                .filter_map(|arc| after[arc.from?])
                .fold(None, |most, busy| busier(most, Some(busy)));
            for &moment in group {
                before[moment] = passed;
            }
            let busy = |moment: &usize| {
                let blocks = self.blocks_of.list(*moment).iter();
                blocks.filter_map(|block| Some(self.station(*block)?.busy)).reduce(f64::max)
            };
            let inside = group.iter().map(busy).fold(passed, busier);
            for &moment in group {
                after[moment] = inside;
            }
        }
        before
    }

    /// The share of a moment's customers who come straight back, if its only queue counts them as
    /// not having left.
    fn feedback(&self, moment: usize) -> f64 {
        match self.blocks_of.list(moment) {
            [only] => self.stations[*only].as_ref().map_or(0.0, |station| station.feedback),
            _ => 0.0,
        }
    }

    pub(super) fn station_gap_scv(&self, station: &Station, gaps: &[f64]) -> f64 {
        if let [moment] = station.moments.as_slice() {
            return gaps[*moment];
        }
        let streams: Vec<(f64, f64)> = station
            .moments
            .iter()
            .filter_map(|moment| {
                Some((self.service.process.moments[*moment].visits?, gaps[*moment]))
            })
            .collect();
        general::superposed_scv(&streams, station.busy.min(1.0))
    }
}

fn passes(moment: &Moment) -> bool {
    moment.is_reached() && moment.visits.is_some_and(|visits| visits > 0.0)
}
