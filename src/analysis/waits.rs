//! Waiting: each pool is one queue, fed by the mixture of its activities.
//!
//! Where arrivals are Poisson and theory gives an exact answer (Jackson 1957, Pollaczek–Khinchine),
//! it is used. Elsewhere streams are described by their rate and the scv of their gaps, and passed
//! on through the network (Whitt 1983).

use super::figure::{Basis, Figure, Lack};
use super::loads::{Block, Supply};
use super::queue;
use super::result::{Analysis, QueueFormula};
use super::service::Service;
use crate::process::{ArcKind, Moment, NumberLists, Variation};

/// Passes over the network after which the variation of its streams has settled well enough for
/// an approximation.
const MOST_SWEEPS: usize = 40;
/// Change of an scv below which it has settled.
const SETTLED: f64 = 1e-7;
/// An scv of arrivals from which approximations stop being reliable.
const UNRULY: f64 = 2.0;
/// Typical worst errors in per cent: Kimura for Poisson arrivals, and single stations of networks.
const POISSON_PERCENT: f64 = 5.0;
/// The service scv up to which Kimura's error was measured.
const MOST_KIMURA_SCV: f64 = 4.0;
const NETWORK_PERCENT: f64 = 20.0;

/// A pool as a queue.
struct Station {
    servers: u32,
    /// Mean seconds of service, stretched by absence.
    mean_s: f64,
    scv: f64,
    busy: f64,
    /// Exponential with one mean whoever comes: what product form asks for.
    memoryless: bool,
    /// The share of its work that comes straight back to it, for a pool of one moment. Passes in a
    /// row count as one service here, which leaves the number of customers at it as it is (Takács
    /// 1963), and the stream that comes out nearer to what the formulas expect (Kuehn 1979).
    feedback: f64,
    /// Units are not always there, which the formulas treat by longer service.
    absent: bool,
    /// The moments that it serves, each once.
    moments: Vec<usize>,
}

/// The waits of a service at its demand.
pub(super) struct Waits {
    /// Mean seconds before each moment, per visit.
    pub(super) of_moment: Vec<Figure>,
    /// Mean seconds for each block, per visit.
    pub(super) of_block: Vec<(Figure, Option<(u32, QueueFormula)>)>,
    /// Whether each moment is the only one at a single exponential server, fed by a Poisson stream,
    /// and lasts as long as the service.
    pub(super) alone: Vec<bool>,
}

impl Waits {
    /// Computes the wait of every pool and moment.
    pub(super) fn of(service: &Service, analysis: &Analysis) -> Self {
        let lacks: Vec<Lack> = match (service.demand, analysis.capacity_per_hour.value) {
            (None, _) => vec![Lack::Demand],
            (Some(demand), Some(capacity)) if demand >= capacity => vec![Lack::SpareCapacity],
            (Some(_), Some(_)) => Vec::new(),
            (Some(_), None) if analysis.capacity_per_hour.lacks == [Lack::Limit] => Vec::new(),
            (Some(_), None) => analysis.capacity_per_hour.lacks.clone(),
        };
        if lacks.is_empty() {
            Network::new(service).solve()
        } else {
            Self {
                of_moment: vec![Figure::lacking(lacks.clone()); service.process.moments.len()],
                of_block: vec![(Figure::lacking(lacks), None); service.loads.blocks.len()],
                alone: vec![false; service.process.moments.len()],
            }
        }
    }
}

struct Network<'a> {
    service: &'a Service<'a>,
    /// One per block; `None` where no formula describes it.
    stations: Vec<Option<Station>>,
    /// The blocks that each moment queues for.
    blocks_of: NumberLists,
}

impl<'a> Network<'a> {
    fn new(service: &'a Service<'a>) -> Self {
        let per_s = service.demand.unwrap_or(0.0) / 3600.0;
        let stations: Vec<Option<Station>> =
            service.loads.blocks.iter().map(|block| station(service, block, per_s)).collect();
        let moments = service.process.moments.len();
        let mut named: Vec<(usize, usize)> = Vec::new();
        let mut last: Vec<Option<usize>> = vec![None; moments];
        for (index, block) in service.loads.blocks.iter().enumerate() {
            for load in &block.loads {
                if last[load.moment].replace(index) != Some(index) {
                    named.push((load.moment, index));
                }
            }
        }
        let blocks_of = NumberLists::of(moments, &named);
        let mut network = Self { service, stations, blocks_of };
        let queued: Vec<(usize, usize)> = (0..moments)
            .flat_map(|moment| network.queued_for(moment).map(move |block| (moment, block)))
            .collect();
        network.blocks_of = NumberLists::of(moments, &queued);
        network
    }

    /// Of pools that one step holds for the same time and nobody else needs, only the smallest is
    /// queued for: the others are free whenever it is.
    fn queued_for(&self, moment: usize) -> impl Iterator<Item = usize> {
        let loads = &self.service.loads;
        let own = move |block: usize| match loads.blocks[block].loads.as_slice() {
            [load] => Some((load.activity, self.stations[block].as_ref()?.servers)),
            _ => None,
        };
        let blocks = self.blocks_of.list(moment);
        blocks
            .iter()
            .enumerate()
            .filter(move |(at, block)| {
                let Some((activity, servers)) = own(**block) else { return true };
                !blocks.iter().enumerate().any(|(other_at, other)| {
                    own(*other).is_some_and(|(other_activity, fewer)| {
                        other_activity == activity && (fewer, other_at) < (servers, *at)
                    })
                })
            })
            .map(|(_, block)| *block)
    }

    fn solve(self) -> Waits {
        let spoiled = self.spoiled();
        let gaps = self.gap_scvs();
        let of_block: Vec<(Figure, Option<(u32, QueueFormula)>)> =
            (0..self.stations.len()).map(|block| self.block_wait(block, &spoiled, &gaps)).collect();
        let of_moment = (0..self.blocks_of.count())
            .map(|moment| match self.blocks_of.list(moment) {
                [] => Figure::exact(0.0),
                [only] => of_block[*only].0.clone(),
                several => longest(several.iter().map(|block| &of_block[*block].0)),
            })
            .collect();
        let alone = (0..self.blocks_of.count()).map(|moment| self.is_alone(moment, &of_block));
        Waits { alone: alone.collect(), of_moment, of_block }
    }

    /// Whether a moment is the only one at its queue, and that is M/M/1.
    fn is_alone(&self, moment: usize, waits: &[(Figure, Option<(u32, QueueFormula)>)]) -> bool {
        let [block] = self.blocks_of.list(moment) else { return false };
        let (wait, formula) = &waits[*block];
        let Some(station) = &self.stations[*block] else { return false };
        let lasts = self.service.process.moments[moment].duration_s;
        *formula == Some((1, QueueFormula::Erlang))
            && wait.value.is_some()
            && wait.basis == Basis::Exact
            && station.moments == [moment]
            && station.feedback == 0.0
            && self.service.process.moments[moment].variation == Variation::Random
            && lasts.is_some_and(|s| (s - station.mean_s).abs() <= 1e-9 * s)
    }

    fn block_wait(
        &self,
        block: usize,
        spoiled: &[bool],
        gaps: &[f64],
    ) -> (Figure, Option<(u32, QueueFormula)>) {
        let Some(station) = &self.stations[block] else {
            return (Figure::lacking([Lack::Method]), None);
        };
        let load = station.busy * f64::from(station.servers);
        if load <= 0.0 {
            return (Figure::exact(0.0), None);
        }
        if station.busy >= 1.0 {
            return (Figure::lacking([Lack::SpareCapacity]), None);
        }
        let (servers, mean, scv) = (station.servers, station.mean_s, station.scv);
        // The wait before a row of passes, spread over them.
        let per_visit = 1.0 - station.feedback;
        let poisson = station.moments.iter().all(|moment| !spoiled[*moment]);
        let gap_scv = self.station_gap_scv(station, gaps);
        let even = poisson || (gap_scv - 1.0).abs() < 1e-9;
        let formula = match (even, servers) {
            (true, _) if station.memoryless => QueueFormula::Erlang,
            (true, 1) => QueueFormula::PollaczekKhinchine,
            (true, _) => QueueFormula::Kimura,
            (false, 1) => QueueFormula::KraemerLangenbachBelz,
            (false, _) => QueueFormula::Whitt,
        };
        let wait = match formula {
            QueueFormula::Erlang => queue::exponential(servers, load, mean),
            QueueFormula::PollaczekKhinchine => queue::single(load, mean, scv),
            QueueFormula::Kimura => queue::several(servers, load, mean, scv),
            QueueFormula::KraemerLangenbachBelz | QueueFormula::Whitt => {
                queue::general(servers, load, mean, gap_scv, scv)
            }
        };
        let approximate = |percent| Basis::Approximate { percent };
        let basis = match formula {
            _ if station.absent => approximate(None),
            QueueFormula::Erlang | QueueFormula::PollaczekKhinchine if poisson => Basis::Exact,
            QueueFormula::Kimura if poisson && scv <= MOST_KIMURA_SCV => {
                approximate(Some(POISSON_PERCENT))
            }
            _ => approximate((gap_scv <= UNRULY).then_some(NETWORK_PERCENT)),
        };
        (Figure::new(wait * per_visit, basis), Some((servers, formula)))
    }

    /// The moments whose arrivals are not known to be Poisson and independent of the queue.
    fn spoiled(&self) -> Vec<bool> {
        let process = self.service.process;
        let copies = process.forks_on_arrival
            || process.arcs.iter().any(|arc| arc.kind == ArcKind::Trigger && arc.is_live())
            || (0..process.moments.len()).any(|moment| process.is_fork(moment));
        let uneven = (self.service.scenario.demand().gap_scv.get() - 1.0).abs() > 1e-9;
        // What makes the streams that leave a moment something else than Poisson.
        let breaks = |moment: usize| {
            let blocks = self.blocks_of.list(moment);
            let quiet = blocks.iter().all(|block| {
                self.stations[*block].as_ref().is_some_and(|s| s.memoryless && !s.absent)
            });
            blocks.len() > 1 || !quiet
        };
        // Copies of one customer come in step with each other wherever they meet again.
        let meets_itself = |moment: usize| {
            let ins = process.moments[moment].meeting.as_ref().map_or(0, |m| m.arcs().count());
            let shares = |block: &usize| {
                self.stations[*block].as_ref().is_none_or(|station| station.moments.len() > 1)
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
    fn gap_scvs(&self) -> Vec<f64> {
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
                    .filter_map(|block| Some((*block, self.stations[*block].as_ref()?)))
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
                let gap = queue::superposed_scv(&streams, busy);
                change = change.max((gap - gaps[index]).abs());
                gaps[index] = gap;
                leaving[index] = match busiest {
                    None => gap,
                    Some((block, station)) => {
                        let alone = station.moments.len() == 1;
                        let gap = if alone { gap } else { of_station[block] };
                        queue::departure_scv(station.servers, busy, gap, station.scv).max(0.0)
                    }
                };
            }
            if change < SETTLED {
                break;
            }
        }
        gaps
    }

    /// The share of a moment's customers who come straight back, if its only queue counts them as
    /// not having left.
    fn feedback(&self, moment: usize) -> f64 {
        match self.blocks_of.list(moment) {
            [only] => self.stations[*only].as_ref().map_or(0.0, |station| station.feedback),
            _ => 0.0,
        }
    }

    fn station_gap_scv(&self, station: &Station, gaps: &[f64]) -> f64 {
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
        queue::superposed_scv(&streams, station.busy.min(1.0))
    }
}

fn passes(moment: &Moment) -> bool {
    moment.is_reached() && moment.visits.is_some_and(|visits| visits > 0.0)
}

/// The longest of several waits for things that are needed at once, counted once.
fn longest<'a>(figures: impl Iterator<Item = &'a Figure> + Clone) -> Figure {
    if let Some(lacking) = figures.clone().find(|figure| figure.value.is_none()) {
        return lacking.clone();
    }
    let values = figures.filter_map(|figure| figure.value);
    Figure::new(values.fold(0.0, f64::max), Basis::Approximate { percent: None })
}

/// A block as one queue; `None` for batches, several units at once, alternatives and kept units,
/// which no formula here describes.
fn station(service: &Service, block: &Block, per_s: f64) -> Option<Station> {
    let (servers, availability) = match &block.supply {
        Supply::Roles(units) => match units.as_slice() {
            [unit] => (unit.headcount, unit.availability),
            _ => return None,
        },
        Supply::Places(_, count) | Supply::Assumed(_, count) => (*count, 1.0),
    };
    let (mut rate, mut first, mut second) = (0.0, 0.0, 0.0);
    let mut moments = Vec::new();
    let mut memoryless = true;
    for load in &block.loads {
        let moment = service.process.moments.get(load.moment)?;
        let activity = moment.activities.get(load.activity)?;
        if load.count > 1 || activity.batch > 1.0 || activity.claims.iter().any(|c| c.keep) {
            return None;
        }
        let hold = load.hold_s / availability;
        let spread = activity.scv * (activity.mean_s? / availability).powi(2);
        rate += load.executions;
        first += load.executions * hold;
        second += load.executions * (spread + hold * hold);
        let same = block.loads.first().is_some_and(|other| {
            (other.hold_s - load.hold_s).abs() <= 1e-9 * load.hold_s.max(other.hold_s)
        });
        memoryless &= activity.exponential && activity.setup_s == 0.0 && same;
        moments.push(load.moment);
    }
    moments.sort_unstable();
    let once = moments.len();
    moments.dedup();
    if moments.len() < once {
        return None;
    }
    let mean_s = if rate > 0.0 { first / rate } else { 0.0 };
    let scv = if first > 0.0 { (second * rate / (first * first) - 1.0).max(0.0) } else { 0.0 };
    let feedback = match moments.as_slice() {
        [only] => straight_back(service, *only),
        _ => 0.0,
    };
    Some(Station {
        servers,
        mean_s: mean_s / (1.0 - feedback),
        scv: feedback + (1.0 - feedback) * scv,
        feedback,
        busy: first * per_s / f64::from(servers.max(1)),
        memoryless,
        absent: availability < 1.0,
        moments,
    })
}

/// The share of the customers of a moment whom its decision sends straight back to it.
fn straight_back(service: &Service, moment: usize) -> f64 {
    let flows = service.process.live_flows(moment);
    let back = flows.filter(|arc| arc.from == arc.to).filter_map(|arc| arc.share);
    back.sum::<f64>().clamp(0.0, 1.0 - f64::EPSILON)
}
