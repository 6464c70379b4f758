//! The streams of customers between the queues: which stay Poisson, and how much the inter-arrival
//! times of the others vary.

use std::cmp::Ordering;

use smallvec::SmallVec;

use super::fixed_lines::Stage;
use super::general;
use super::network::Network;
use super::passes::Passes;
use super::station::Station;
use super::ways::{Way, passes};
use crate::process::{MeetingTree, Moment};

/// Passes over the network after which the variation of its streams has settled.
const MOST_SWEEPS: usize = 500;
/// Change of an scv below which it has settled.
const SETTLED: f64 = 1e-12;

/// What is known of the streams that arrive.
pub(super) struct Streams {
    /// Whether those at each moment are not known to be Poisson and independent of the queue.
    pub(super) spoiled: Vec<bool>,
    /// Whether copies of one customer meet at each moment.
    pub(super) copies_meet: Vec<bool>,
    /// Whether customers come to each moment several at once, as they left a batch.
    pub(super) behind_batch: Vec<bool>,
    /// The scv of the times between those who come to each pool for a whole service.
    pub(super) inter_arrival_scvs: Vec<f64>,
    /// How busy the busiest pool is that those at each moment have passed; `None` straight from
    /// outside.
    pub(super) busiest_before: Vec<Option<f64>>,
    /// What is known of each pool from the line of fixed times that it lies in.
    pub(super) stages: Vec<Option<Stage>>,
}

impl Network<'_> {
    /// The moments whose arrivals are not known to be Poisson and independent of the queue.
    pub(super) fn spoiled(&self, copies_meet: &[bool], behind_batch: &[bool]) -> Vec<bool> {
        let process = self.service.process;
        let uneven = (self.service.scenario.demand().gap_scv.get() - 1.0).abs() > 1e-9;
        // What makes the streams that leave a moment something else than Poisson.
        let breaks = |moment: usize| {
            let blocks = self.blocks_of.list(moment);
            let quiet = blocks
                .iter()
                .all(|block| self.station(*block).is_some_and(|s| s.memoryless && !s.absent));
            blocks.len() > 1 || !quiet || self.ways.late[moment]
        };
        let mut spoiled = vec![false; process.moments.len()];
        let mut passed_on = vec![false; self.stations.len()];
        let mut open: Vec<usize> = Vec::new();
        for (index, moment) in process.moments.iter().enumerate().filter(|(_, m)| passes(m)) {
            if uneven || copies_meet[index] || behind_batch[index] || waits_for_itself(moment) {
                open.push(index);
            }
            if breaks(index) {
                open.extend(self.followers(moment));
            }
        }
        while let Some(moment) = open.pop() {
            if std::mem::replace(&mut spoiled[moment], true) {
                continue;
            }
            open.extend(self.followers(&process.moments[moment]));
            for &block in self.blocks_of.list(moment) {
                if !std::mem::replace(&mut passed_on[block], true) {
                    open.extend(self.stations[block].iter().flat_map(Station::moments));
                }
            }
        }
        // Who decides on those who come back decides on others too: what matters to the pool is who
        // comes there for the first time.
        let clean: Vec<usize> = (0..self.stations.len())
            .filter_map(|block| {
                let (only, own) = self.around(block)?;
                let itself = |at: usize| {
                    copies_meet[at] || behind_batch[at] || waits_for_itself(&process.moments[at])
                };
                let is_poisson = |from: Option<usize>| {
                    from.map_or(!uneven, |from| !spoiled[from] && !breaks(from))
                };
                let ins = own.iter().flat_map(|at| &process.moments[*at].ins);
                let mut from = ins.map(|arc| &process.arcs[*arc]).filter(|arc| arc.is_live());
                let fresh = from.all(|arc| {
                    arc.from.is_some_and(|from| own.contains(&from)) || is_poisson(arc.from)
                });
                (fresh && !own.iter().any(|at| itself(*at))).then_some(only)
            })
            .collect();
        for moment in clean {
            spoiled[moment] = false;
        }
        spoiled
    }

    /// Where customers come several at once, because they left a batch together, however long ago.
    /// Linear.
    pub(super) fn behind_batch(&self) -> Vec<bool> {
        let moments = &self.service.process.moments;
        let mut behind = vec![false; moments.len()];
        let batches = moments.iter().filter(|moment| passes(moment));
        let batches = batches.filter(|moment| moment.activities.iter().any(|a| a.batch > 1.0));
        let mut open: Vec<usize> = batches.flat_map(|moment| self.followers(moment)).collect();
        while let Some(moment) = open.pop() {
            if !std::mem::replace(&mut behind[moment], true) {
                open.extend(self.followers(&moments[moment]));
            }
        }
        behind
    }

    /// The only moment of a pool that customers come straight back to, and this with the cards by
    /// which they do.
    fn around(&self, block: usize) -> Option<(usize, Vec<usize>)> {
        let only = self.station(block)?.only_moment()?;
        let around = &self.returns.get(block)?.as_ref()?.around;
        let own = around.iter().copied().chain(std::iter::once(only)).collect();
        (!around.is_empty()).then_some((only, own))
    }

    /// Where customers go next, but for those who are back at once where they were.
    fn followers(&self, moment: &Moment) -> impl Iterator<Item = usize> {
        let arcs = moment.outs.iter().filter(|arc| !self.leads_back[**arc]);
        let arcs = arcs.map(|arc| &self.service.process.arcs[*arc]);
        arcs.filter(|arc| arc.is_live()).filter_map(|arc| arc.to)
    }

    /// The scv of the times between those who come to each pool for a whole service, passed on
    /// until both these and departures stand still. The result does not depend on the order of moments, steps or links, to the last
    /// bit: moments of a level have nothing to do with each other, and sums know no order.
    pub(super) fn inter_arrival_scvs(&self, stages: &[Option<Stage>]) -> Vec<f64> {
        let process = self.service.process;
        let outside = self.service.scenario.demand().gap_scv.get();
        let mut leaving = vec![1.0; process.moments.len()];
        let mut of_station = vec![1.0; self.stations.len()];
        // The share of the stream which leaves the start of each way that takes it.
        let taken: Vec<f64> = self.ways.all.iter().map(|way| self.share_taken(way)).collect();
        let along = |leaving: &[f64], at: usize| {
            let before = self.ways.all[at].from.map_or(outside, |from| leaving[from]);
            taken[at] * before + 1.0 - taken[at]
        };
        let mut streams: Vec<(f64, f64)> = Vec::new();
        let mut pending: Vec<(usize, f64)> = Vec::new();
        let busiest: Vec<SmallVec<[usize; 1]>> =
            (0..process.moments.len()).map(|moment| self.busiest_of(moment)).collect();
        for _ in 0..MOST_SWEEPS {
            let mut change = 0.0_f64;
            // A pool of many moments changes little from one of them to the next: once a sweep.
            for (block, scv) in of_station.iter_mut().enumerate() {
                let Some(passes) = self.passes(block) else { continue };
                if self.station(block).is_some_and(|s| s.served.len() == 1) {
                    continue;
                }
                let new = self.inter_arrival_scv_at(
                    block,
                    passes,
                    |at| along(&leaving, at),
                    &mut streams,
                );
                change = change.max((new - *scv).abs());
                *scv = new;
            }
            for level in self.ways.levels() {
                pending.clear();
                for &moment in level {
                    if !passes(&process.moments[moment]) {
                        continue;
                    }
                    if busiest[moment].is_empty() {
                        streams.clear();
                        let ins = self.ways.ins_at(moment).iter();
                        streams
                            .extend(ins.map(|at| (self.ways.all[*at].flow, along(&leaving, *at))));
                        let scv = general::superposed_scv(&streams, 0.0);
                        pending.push((moment, scv));
                        continue;
                    }
                    for &block in self.blocks_of.list(moment) {
                        let Some(passes) = self.passes(block) else { continue };
                        if self.station(block).is_some_and(|s| s.served.len() == 1) {
                            let new = self.inter_arrival_scv_at(
                                block,
                                passes,
                                |at| along(&leaving, at),
                                &mut streams,
                            );
                            change = change.max((new - of_station[block]).abs());
                            of_station[block] = new;
                        }
                    }
                    // Of pools that are loaded alike, the one that evens them out least.
                    let of_each = busiest[moment].iter().filter_map(|block| {
                        let (station, passes) = (self.station(*block)?, self.passes(*block)?);
                        let busy = station.busy.min(1.0);
                        let departure = |scv| {
                            general::departure_scv(station.servers, busy, scv, passes.scv).max(0.0)
                        };
                        let scv = of_station[*block];
                        Some(match stages[*block] {
                            Some(Stage::NoWait) => scv,
                            Some(Stage::Slowest(line)) => departure(of_station[line.first]),
                            None => departure(scv),
                        })
                    });
                    pending.extend(of_each.reduce(f64::max).map(|scv| (moment, scv)));
                }
                // No way leads from a level to itself, but in a loop without a first moment.
                for &(moment, new) in &pending {
                    change = change.max((new - leaving[moment]).abs());
                    leaving[moment] = new;
                }
            }
            if change < SETTLED {
                break;
            }
        }
        of_station
    }

    /// The busiest pools that customers of a moment queue for: several where they are loaded alike
    /// and serve for as long.
    fn busiest_of(&self, moment: usize) -> SmallVec<[usize; 1]> {
        let blocks = self.blocks_of.list(moment).iter().copied();
        let known = blocks.filter_map(|block| Some((block, self.station(block)?)));
        let mut busiest: SmallVec<[usize; 1]> = SmallVec::new();
        let mut most = (f64::NEG_INFINITY, 0.0);
        for (block, station) in known {
            let (busy, mean_s) = most;
            match station.busy.total_cmp(&busy).then(station.mean_s.total_cmp(&mean_s)) {
                Ordering::Less => continue,
                Ordering::Equal => {}
                Ordering::Greater => busiest.clear(),
            }
            most = (station.busy, station.mean_s);
            busiest.push(block);
        }
        busiest
    }

    fn inter_arrival_scv_at(
        &self,
        block: usize,
        passes: &Passes,
        along: impl Fn(usize) -> f64,
        streams: &mut Vec<(f64, f64)>,
    ) -> f64 {
        streams.clear();
        streams.extend(passes.fresh.iter().map(|(at, rate)| (*rate, along(*at))));
        let busy = self.station(block).map_or(0.0, |station| station.busy.min(1.0));
        general::superposed_scv(streams, busy)
    }

    /// The share of the customers who leave where a way starts, for good or for a while, that takes it.
    fn share_taken(&self, way: &Way) -> f64 {
        let Some(from) = way.from else { return way.share.min(1.0) };
        let of_runs = |block: &usize| {
            let passes = self.passes(*block).filter(|passes| passes.runs > 0.0)?;
            Some(way.flow / passes.runs)
        };
        let share = match self.blocks_of.list(from) {
            [] => way.share / (1.0 - self.card_back[from]).max(f64::EPSILON),
            [only] => of_runs(only).unwrap_or(way.share),
            _ => way.share,
        };
        share.clamp(0.0, 1.0)
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
        for group in process.order.iter() {
            let ins = group.iter().flat_map(|moment| &process.moments[*moment].ins);
            let arcs = ins.map(|arc| &process.arcs[*arc]).filter(|arc| arc.is_live());
            // What comes from inside the group has not been computed yet.
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
}

/// Whether branches meet at a moment that wait for each other.
fn waits_for_itself(moment: &Moment) -> bool {
    fn joins(tree: &MeetingTree) -> bool {
        tree.fold(
            |_| false,
            |tree, branches| matches!(tree, MeetingTree::Join { .. }) || branches.contains(&true),
        )
    }
    match &moment.meeting {
        None | Some(MeetingTree::Arc(_)) => false,
        Some(tree) => joins(tree),
    }
}
