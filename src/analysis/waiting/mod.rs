//! Waiting: each pool is one queue, fed by the mixture of its activities.
//!
//! Where theory gives an exact answer, it is used: Poisson arrivals at exponential servers (Erlang,
//! in networks Jackson 1957), at one server (Pollaczek–Khinchine) or at fixed times (Crommelin), and
//! evenly or unevenly spaced arrivals at exponential servers (Takács). Elsewhere streams are
//! described by their rate and the scv of their gaps, and passed on through the network (Whitt
//! 1983).

mod erlang;
mod fixed_times;
mod general;
mod poisson;
mod renewal;
mod service_level;
mod side_by_side;
mod station;
mod streams;

use super::figure::{Basis, Figure, Lack};
use super::result::{Analysis, Queue, QueueFormula};
use super::service::Service;
use crate::process::{ArcKind, NumberLists};
pub(super) use service_level::{fill as fill_service_levels, share_within, waited_for};
pub(super) use side_by_side::side_by_side;
pub(super) use station::straight_back;
use station::{Station, station};

/// An scv of arrivals above which approximations from two moments stop being reliable: streams with
/// the same two moments then differ too much (Whitt 1984, "On approximations for queues").
const UNRULY: f64 = 2.0;
/// A pool is much busier than those before it if it idles less than this part of their idle time:
/// what they smooth within their short busy periods, it averages over much longer ones.
const MUCH_BUSIER: f64 = 0.5;
/// By what factor the stream from outside must then lengthen or shorten the wait against the stream
/// as it was passed on: from here on not even the middle between both keeps to the stated error.
/// In simulated lines of desks, much busier pools were off by 53 per cent beyond it, by 22 within.
const VARIABLE: f64 = 1.3;
/// Typical worst errors in per cent: Cosmetatos and Kimura for Poisson arrivals, and single stations
/// of networks.
const FIXED_PERCENT: f64 = 2.0;
const POISSON_PERCENT: f64 = 5.0;
const NETWORK_PERCENT: f64 = 20.0;
/// The service scv up to which Kimura's error was measured.
const MOST_KIMURA_SCV: f64 = 4.0;
/// A service scv below which times are fixed.
const FIXED_SCV: f64 = 1e-9;
/// Servers up to which exact waits other than Erlang's are reckoned, and how many all pools of
/// several share evenly: exact waits take some 200 ns for each server, and figures must move while
/// a card is dragged.
const MOST_SERVERS: u32 = 1_000;
const ALL_SERVERS: usize = 2_000;

/// Who waits in a queue, and how long.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Delay {
    /// The probability of having to wait.
    waiting: f64,
    /// The mean wait of all, those who need not wait included.
    wait: f64,
}

/// The waits of a service at its demand.
pub(super) struct Waits {
    /// Mean seconds before each moment, per visit.
    pub(super) of_moment: Vec<Figure>,
    /// The queue that makes each moment wait longest; `None` where nobody waits.
    queue_of_moment: Vec<Option<Queue>>,
    /// Mean seconds for each block, per visit.
    pub(super) of_block: Vec<(Figure, Option<Queue>)>,
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
                queue_of_moment: vec![None; service.process.moments.len()],
                of_block: vec![(Figure::lacking(lacks), None); service.loads.blocks.len()],
                alone: vec![false; service.process.moments.len()],
            }
        }
    }
}

/// What is known of the streams that arrive at each moment.
struct Streams {
    /// Whether they are not known to be Poisson and independent of the queue.
    spoiled: Vec<bool>,
    /// The scv of their gaps.
    gaps: Vec<f64>,
    /// How busy the busiest pool is that they have passed; `None` straight from outside.
    busiest_before: Vec<Option<f64>>,
}

struct Network<'a> {
    service: &'a Service<'a>,
    /// One per block, or why no formula describes it.
    stations: Vec<Result<Station, Lack>>,
    /// The blocks that each moment queues for.
    blocks_of: NumberLists,
    /// Servers up to which waits that take a while are reckoned exactly.
    most_servers: u32,
}

impl<'a> Network<'a> {
    fn new(service: &'a Service<'a>) -> Self {
        let per_s = service.demand.unwrap_or(0.0) / 3600.0;
        let stations: Vec<Result<Station, Lack>> =
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
        let of_several = stations.iter().flatten().filter(|station| station.servers > 1).count();
        let share = u32::try_from(ALL_SERVERS / of_several.max(1)).unwrap_or(MOST_SERVERS);
        let most_servers = share.min(MOST_SERVERS);
        let mut network = Self { service, stations, blocks_of, most_servers };
        let queued: Vec<(usize, usize)> = (0..moments)
            .flat_map(|moment| network.queued_for(moment).map(move |block| (moment, block)))
            .collect();
        network.blocks_of = NumberLists::of(moments, &queued);
        network
    }

    fn station(&self, block: usize) -> Option<&Station> {
        self.stations.get(block)?.as_ref().ok()
    }

    /// Of pools that one step holds for the same time and nobody else needs, only the smallest is
    /// queued for: the others are free whenever it is.
    fn queued_for(&self, moment: usize) -> impl Iterator<Item = usize> {
        let loads = &self.service.loads;
        let own = move |block: usize| match loads.blocks[block].loads.as_slice() {
            [load] => Some((load.activity, self.station(block)?.servers)),
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
        let streams = Streams {
            spoiled: self.spoiled(),
            gaps: self.gap_scvs(),
            busiest_before: self.busiest_before(),
        };
        let of_block: Vec<(Figure, Option<Queue>)> =
            (0..self.stations.len()).map(|block| self.block_wait(block, &streams)).collect();
        let of_moment = (0..self.blocks_of.count())
            .map(|moment| match self.blocks_of.list(moment) {
                [] => Figure::exact(0.0),
                [only] => of_block[*only].0.clone(),
                several => longest(several.iter().map(|block| &of_block[*block].0)),
            })
            .collect();
        let queue_of_moment = (0..self.blocks_of.count())
            .map(|moment| {
                let queues = self.blocks_of.list(moment).iter().filter_map(|block| {
                    let (wait, queue) = &of_block[*block];
                    Some((wait.value?, (*queue)?))
                });
                // The first, where they tie.
                let longest = queues.reduce(|most, next| if next.0 > most.0 { next } else { most });
                longest.map(|(_, queue)| queue)
            })
            .collect();
        let alone = (0..self.blocks_of.count()).map(|moment| self.is_alone(moment, &of_block));
        Waits { alone: alone.collect(), of_moment, queue_of_moment, of_block }
    }

    fn block_wait(&self, block: usize, streams: &Streams) -> (Figure, Option<Queue>) {
        let station = match &self.stations[block] {
            Ok(station) => station,
            Err(lack) => return (Figure::lacking([*lack]), None),
        };
        if station.busy <= 0.0 {
            return (Figure::exact(0.0), None);
        }
        if station.busy >= 1.0 {
            return (Figure::lacking([Lack::SpareCapacity]), None);
        }
        let poisson = station.moments.iter().all(|moment| !streams.spoiled[*moment]);
        let gap_scv = if poisson { 1.0 } else { self.station_gap_scv(station, &streams.gaps) };
        let formula = self.formula(station, gap_scv);
        let delay = self.delay(station, formula, gap_scv);
        let basis = if formula == QueueFormula::Takacs || poisson {
            self.basis(station, formula, poisson)
        } else if gap_scv > UNRULY || self.is_misjudged(station, streams, gap_scv) {
            Basis::Unreliable
        } else {
            self.basis(station, formula, poisson)
        };
        // The wait before a row of passes, spread over them.
        let wait = delay.wait * (1.0 - station.feedback);
        let queue = Queue {
            servers: station.servers,
            formula,
            gap_scv,
            service_scv: station.scv,
            waiting: delay.waiting,
            settling_s: station.mean_s * f64::midpoint(gap_scv, station.scv)
                / (f64::from(station.servers) * (1.0 - station.busy.sqrt()).powi(2)),
        };
        (Figure::new(wait, basis), Some(queue))
    }

    fn formula(&self, station: &Station, gap_scv: f64) -> QueueFormula {
        let few = station.servers <= self.most_servers;
        let even = (gap_scv - 1.0).abs() < 1e-9;
        match (even, station.servers) {
            (true, _) if station.memoryless => QueueFormula::Erlang,
            (true, 1) => QueueFormula::PollaczekKhinchine,
            (true, _) if station.scv < FIXED_SCV && few => QueueFormula::Crommelin,
            (true, _) if station.scv < FIXED_SCV => QueueFormula::Cosmetatos,
            (true, _) => QueueFormula::Kimura,
            (false, _) if station.memoryless && few && self.is_fed_from_outside(station) => {
                QueueFormula::Takacs
            }
            (false, 1) => QueueFormula::KraemerLangenbachBelz,
            (false, _) => QueueFormula::Whitt,
        }
    }

    fn delay(&self, station: &Station, formula: QueueFormula, gap_scv: f64) -> Delay {
        let (servers, mean, scv) = (station.servers, station.mean_s, station.scv);
        let load = station.busy * f64::from(servers);
        let exponential = || erlang::delay(servers, load, mean);
        let fixed = || {
            if servers <= self.most_servers {
                fixed_times::wait(servers, load, mean)
            } else {
                poisson::cosmetatos(servers, load, mean)
            }
        };
        match formula {
            QueueFormula::Erlang => exponential(),
            QueueFormula::Takacs => {
                let gap_scv = self.service.scenario.demand().gap_scv.get();
                renewal::renewal(servers, load, mean, gap_scv)
            }
            QueueFormula::PollaczekKhinchine => {
                Delay { waiting: load, wait: poisson::single(load, mean, scv) }
            }
            QueueFormula::Crommelin | QueueFormula::Cosmetatos => {
                Delay { waiting: erlang::erlang_c(servers, load), wait: fixed() }
            }
            QueueFormula::Kimura => {
                let exponential = exponential();
                let wait = poisson::between(exponential.wait, fixed(), scv);
                Delay { wait, ..exponential }
            }
            QueueFormula::KraemerLangenbachBelz | QueueFormula::Whitt => {
                general::delay(servers, load, mean, gap_scv, scv)
            }
        }
    }

    fn basis(&self, station: &Station, formula: QueueFormula, poisson: bool) -> Basis {
        let accompanied =
            station.moments.iter().any(|moment| self.blocks_of.list(*moment).len() > 1);
        match formula {
            _ if station.absent || accompanied => Basis::APPROXIMATE,
            QueueFormula::Takacs => Basis::Exact,
            QueueFormula::Erlang | QueueFormula::PollaczekKhinchine | QueueFormula::Crommelin
                if poisson =>
            {
                Basis::Exact
            }
            QueueFormula::Cosmetatos if poisson => Basis::within_percent(FIXED_PERCENT),
            QueueFormula::Kimura if poisson && station.scv <= MOST_KIMURA_SCV => {
                Basis::within_percent(POISSON_PERCENT)
            }
            _ if poisson => Basis::APPROXIMATE,
            _ => Basis::within_percent(NETWORK_PERCENT),
        }
    }

    /// Whether a pool is so much busier than all before it that the stream from outside reaches it
    /// as if they were not there, and that stream varies otherwise than the one passed on (the
    /// heavy-traffic bottleneck phenomenon: Suresh & Whitt 1990).
    fn is_misjudged(&self, station: &Station, streams: &Streams, gap_scv: f64) -> bool {
        let process = self.service.process;
        let outside = self.service.scenario.demand().gap_scv.get();
        let behind = |moment: &usize| {
            streams.busiest_before[*moment]
                .is_some_and(|before| 1.0 - station.busy < MUCH_BUSIER * (1.0 - before))
        };
        if !station.moments.iter().any(behind) {
            return false;
        }
        let visits = |moment: &usize| process.moments[*moment].visits.unwrap_or(0.0);
        let share = station.moments.iter().map(visits).fold(0.0, f64::max).min(1.0);
        let unsmoothed = share * outside + 1.0 - share + station.scv;
        let smoothed = gap_scv + station.scv;
        unsmoothed > VARIABLE * smoothed || smoothed > VARIABLE * unsmoothed
    }

    /// Whether all arrivals from outside come straight to a pool, and nobody else does: the stream
    /// that the demand describes, and no part of it.
    fn is_fed_from_outside(&self, station: &Station) -> bool {
        let [moment] = station.moments.as_slice() else { return false };
        let process = self.service.process;
        let ins = &process.moments[*moment].ins;
        let mut live = ins.iter().map(|arc| &process.arcs[*arc]).filter(|arc| arc.is_live());
        let Some(only) = live.next() else { return false };
        only.kind == ArcKind::Arrival && only.share == Some(1.0) && live.next().is_none()
    }
}

/// The longest of several waits for things that are needed at once, counted once.
fn longest<'a>(figures: impl Iterator<Item = &'a Figure> + Clone) -> Figure {
    if let Some(lacking) = figures.clone().find(|figure| figure.value.is_none()) {
        return lacking.clone();
    }
    let unreliable = figures.clone().any(|figure| figure.basis == Basis::Unreliable);
    let basis = if unreliable { Basis::Unreliable } else { Basis::APPROXIMATE };
    let values = figures.filter_map(|figure| figure.value);
    Figure::new(values.fold(0.0, f64::max), basis)
}
