//! The waits of a service: for each pool the formula that describes it.

use super::bands;
use super::delay::Delay;
use super::fixed_lines::Stage;
use super::network::Network;
use super::passes::{Passes, Returns};
use super::station::Station;
use super::streams::Streams;
use super::{erlang, fixed_lines, fixed_times, general, poisson, renewal};
use crate::analysis::capacity::arrivals::Arrivals;
use crate::analysis::capacity::service::Service;
use crate::analysis::result::{Basis, Figure, Lack, Queue, QueueFormula};
use crate::process::{ArcKind, fork_depths};

/// A service scv below which times are fixed.
const FIXED_SCV: f64 = 1e-9;
/// Part of a capacity that is lost in rounding: a demand so near to it leaves nothing to spare.
const DUST: f64 = 1e-9;
/// The waits of a service at its demand.
pub(in crate::analysis) struct Waits {
    /// Mean seconds before each moment, per visit.
    pub(in crate::analysis) of_moment: Vec<Figure>,
    /// The queue that makes each moment wait longest; `None` where nobody waits.
    pub(super) queue_of_moment: Vec<Option<Queue>>,
    /// Mean seconds for each block, per visit.
    pub(in crate::analysis) of_block: Vec<(Figure, Option<Queue>)>,
    /// Whether each moment is the only one at a single exponential server, fed by a Poisson stream,
    /// and lasts as long as the service.
    pub(in crate::analysis) alone: Vec<bool>,
}

impl Waits {
    /// Computes the wait of every pool and moment, at arrivals that are held against the capacity of
    /// the whole, in customers per hour.
    pub(in crate::analysis) fn of(
        service: &Service,
        arrivals: Arrivals,
        capacity: &Figure,
    ) -> Self {
        profiling::function_scope!();
        let lacks: Vec<Lack> = match (arrivals.0, capacity.value) {
            (None, _) => vec![Lack::Demand],
            (Some(demand), Some(capacity)) if demand >= capacity * (1.0 - DUST) => {
                vec![Lack::SpareCapacity]
            }
            (Some(_), Some(_)) => Vec::new(),
            (Some(_), None) if capacity.lacks == [Lack::Limit] => Vec::new(),
            (Some(_), None) => capacity.lacks.to_vec(),
        };
        if lacks.is_empty() {
            Network::new(service, arrivals).solve()
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

impl Network<'_> {
    fn solve(self) -> Waits {
        let copies_meet = self.copies_meet(&fork_depths(self.service.process));
        let stages = self.stages();
        let behind_batch = self.behind_batch();
        let streams = Streams {
            spoiled: self.spoiled(&copies_meet, &behind_batch),
            copies_meet,
            behind_batch,
            inter_arrival_scvs: self.inter_arrival_scvs(&stages),
            busiest_before: self.busiest_before(),
            stages,
        };
        let mut of_block: Vec<(Figure, Option<Queue>)> =
            (0..self.stations.len()).map(|block| self.block_wait(block, &streams)).collect();
        self.distrust_blocked(&mut of_block);
        let of_moment: Vec<Figure> = (0..self.blocks_of.count())
            .map(|moment| match self.blocks_of.list(moment) {
                [] => Figure::exact(0.0),
                [only] => of_block[*only].0.clone(),
                several => longest(several.iter().map(|block| &of_block[*block].0)),
            })
            .collect();
        let queue_of_moment: Vec<Option<Queue>> = (0..self.blocks_of.count())
            .map(|moment| {
                let queues = self.blocks_of.list(moment).iter().filter_map(|block| {
                    let (wait, queue) = &of_block[*block];
                    Some((wait.value?, (*queue)?))
                });
                let longest = queues.max_by(|(a, one), (b, other)| {
                    // Where they tie, the one that most must wait for.
                    a.total_cmp(b).then(one.waiting.total_cmp(&other.waiting))
                });
                longest.map(|(_, queue)| queue)
            })
            .collect();
        let alone: Vec<bool> =
            (0..self.blocks_of.count()).map(|moment| self.is_alone(moment, &of_block)).collect();
        let waits = of_block.clone();
        for (block, wait) in of_block.iter_mut().enumerate() {
            if let Some(moment) = self.served_without_queue(block) {
                *wait = match self.twin(block, moment) {
                    Some(twin) => waits[twin].clone(),
                    None => (of_moment[moment].clone(), None),
                };
            }
        }
        Waits { of_moment, queue_of_moment, of_block, alone }
    }

    /// Where the pools' minimum is not surely reached, units stand idle beside work for them: the
    /// queues of all that is needed at once may be of any length.
    fn distrust_blocked(&self, of_block: &mut [(Figure, Option<Queue>)]) {
        if self.service.attained.obstacle.is_none() {
            return;
        }
        let together = (0..self.blocks_of.count()).map(|moment| self.blocks_of.list(moment));
        for block in together.filter(|blocks| blocks.len() > 1).flatten() {
            let figure = &mut of_block[*block].0;
            if matches!(figure.basis, Basis::Approximate { .. }) {
                figure.basis = Basis::Unreliable;
            }
        }
    }

    fn block_wait(&self, block: usize, streams: &Streams) -> (Figure, Option<Queue>) {
        let (station, returns) = match (&self.stations[block], &self.returns[block]) {
            (Ok(station), Some(returns)) => (station, returns),
            (Err(lack), _) => return (Figure::lacking([*lack]), None),
            (Ok(_), None) => return (Figure::lacking([Lack::Method]), None),
        };
        if station.busy <= 0.0 {
            return (Figure::exact(0.0), None);
        }
        if station.busy >= 1.0 - DUST {
            return (Figure::lacking([Lack::SpareCapacity]), None);
        }
        let poisson = self.is_poisson(block, streams);
        let inter_arrival_scv = if poisson { 1.0 } else { streams.inter_arrival_scvs[block] };
        let (formula, passes, delay) = match streams.stages[block] {
            Some(Stage::NoWait) => {
                let none = Delay { waiting: 0.0, wait: 0.0 };
                (QueueFormula::FixedLine, &returns.passes, none)
            }
            Some(Stage::Slowest(line)) => {
                let delay = self.delay_in_line(station, line, streams);
                (QueueFormula::FixedLine, &returns.passes, delay)
            }
            None => self.delay_of(station, returns, poisson, inter_arrival_scv),
        };
        let stage = streams.stages[block];
        let reckoned = bands::Reckoned {
            formula,
            poisson: match stage {
                Some(Stage::Slowest(line)) => self.is_poisson(line.first, streams),
                _ => poisson,
            },
            inter_arrival_scv,
            service_scv: passes.scv,
            wait_s: delay.wait,
            nobody_waits: stage == Some(Stage::NoWait),
        };
        let basis = self.basis(block, streams, &reckoned);
        let queue = Queue {
            servers: station.servers,
            formula,
            inter_arrival_scv,
            service_scv: passes.scv,
            waiting: delay.waiting,
            settling_s: settling_s(station, passes.mean_s, inter_arrival_scv, passes.scv),
        };
        (Figure::new(delay.wait, basis), Some(queue))
    }

    fn is_poisson(&self, block: usize, streams: &Streams) -> bool {
        let mut moments = self.stations[block].iter().flat_map(Station::moments);
        moments.all(|moment| !streams.spoiled[moment])
    }

    /// The wait at each visit to a pool, from that before all passes of a customer in one go.
    fn delay_of<'b>(
        &self,
        station: &Station,
        returns: &'b Returns,
        poisson: bool,
        inter_arrival_scv: f64,
    ) -> (QueueFormula, &'b Passes, Delay) {
        let passes = &returns.passes;
        let (servers, busy) = (station.servers, station.busy);
        // Product form: whoever comes, as often as may be, finds what the load says.
        if poisson && station.memoryless {
            let at = ServiceTime { servers, busy, mean_s: station.mean_s, scv: 1.0 };
            return (QueueFormula::Erlang, passes, self.delay(&at, QueueFormula::Erlang, 1.0));
        }
        let formula = self.formula(station, passes, inter_arrival_scv);
        let at = ServiceTime { servers, busy, mean_s: passes.mean_s, scv: passes.scv };
        let delay = self.delay(&at, formula, inter_arrival_scv);
        let delay = Delay { wait: delay.wait * passes.share, ..delay };
        let named = match formula {
            _ if station.served.len() > 1 && passes.share < 1.0 - DUST => {
                QueueFormula::Conservation
            }
            QueueFormula::PollaczekKhinchine if returns.at_once => QueueFormula::Feedback,
            formula => formula,
        };
        (named, passes, delay)
    }

    /// The wait at a stage of a line of fixed times that is slower than those before: what there
    /// would be here without them, less what was waited there.
    fn delay_in_line(
        &self,
        station: &Station,
        line: fixed_lines::Line,
        streams: &Streams,
    ) -> Delay {
        let poisson = self.is_poisson(line.first, streams);
        let inter_arrival_scv = if poisson { 1.0 } else { streams.inter_arrival_scvs[line.first] };
        let of = |station: &Station| {
            let at = ServiceTime {
                servers: station.servers,
                busy: station.busy,
                mean_s: station.mean_s,
                scv: 0.0,
            };
            let few = station.servers <= self.most_servers;
            let formula = match ((inter_arrival_scv - 1.0).abs() < 1e-9, station.servers) {
                (true, 1) => QueueFormula::PollaczekKhinchine,
                (true, _) if few => QueueFormula::Crommelin,
                (true, _) => QueueFormula::Cosmetatos,
                (false, 1) => QueueFormula::KraemerLangenbachBelz,
                (false, _) => QueueFormula::Whitt,
            };
            self.delay(&at, formula, inter_arrival_scv)
        };
        let before = self.station(line.slowest).map_or(0.0, |slowest| of(slowest).wait);
        let all = of(station);
        Delay { wait: (all.wait - before).max(0.0), ..all }
    }

    fn formula(&self, station: &Station, passes: &Passes, inter_arrival_scv: f64) -> QueueFormula {
        let few = station.servers <= self.most_servers;
        let even = (inter_arrival_scv - 1.0).abs() < 1e-9;
        let fixed = passes.scv < FIXED_SCV;
        match (even, station.servers) {
            (true, 1) => QueueFormula::PollaczekKhinchine,
            (true, _) if fixed && few => QueueFormula::Crommelin,
            (true, _) if fixed => QueueFormula::Cosmetatos,
            (true, _) => QueueFormula::Kimura,
            (false, _) if station.memoryless && few && self.is_fed_from_outside(station) => {
                QueueFormula::Takacs
            }
            (false, 1) => QueueFormula::KraemerLangenbachBelz,
            (false, _) => QueueFormula::Whitt,
        }
    }

    fn delay(&self, at: &ServiceTime, formula: QueueFormula, inter_arrival_scv: f64) -> Delay {
        let (servers, mean, scv) = (at.servers, at.mean_s, at.scv);
        let load = at.busy * f64::from(servers);
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
                let inter_arrival_scv = self.service.scenario.demand().gap_scv.get();
                renewal::renewal(servers, load, mean, inter_arrival_scv)
            }
            QueueFormula::PollaczekKhinchine | QueueFormula::Feedback => {
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
            QueueFormula::KraemerLangenbachBelz
            | QueueFormula::Whitt
            | QueueFormula::FixedLine
            | QueueFormula::Conservation => {
                general::delay(servers, load, mean, inter_arrival_scv, scv)
            }
        }
    }

    /// Whether all arrivals from outside come straight to a pool, and nobody else does: the stream
    /// that the demand describes, and no part of it.
    fn is_fed_from_outside(&self, station: &Station) -> bool {
        let Some(moment) = station.only_moment() else { return false };
        let process = self.service.process;
        let ins = &process.moments[moment].ins;
        let mut live = ins.iter().map(|arc| &process.arcs[*arc]).filter(|arc| arc.is_live());
        let Some(only) = live.next() else { return false };
        only.kind == ArcKind::Arrival && only.share == Some(1.0) && live.next().is_none()
    }
}

/// What a formula is told of a pool.
struct ServiceTime {
    servers: u32,
    busy: f64,
    mean_s: f64,
    scv: f64,
}

/// The relaxation time of a queue; see [`Queue::settling_s`].
fn settling_s(station: &Station, mean_s: f64, inter_arrival_scv: f64, scv: f64) -> f64 {
    mean_s * f64::midpoint(inter_arrival_scv, scv)
        / (f64::from(station.servers) * (1.0 - station.busy.min(1.0).sqrt()).powi(2))
}

/// The longest of several waits for things that are needed at once, counted once.
fn longest<'a>(figures: impl Iterator<Item = &'a Figure> + Clone) -> Figure {
    let lacking = figures.clone().filter(|figure| figure.value.is_none());
    let mut lacks: Vec<Lack> = lacking.flat_map(|figure| figure.lacks.iter().copied()).collect();
    if !lacks.is_empty() {
        lacks.sort_unstable();
        lacks.dedup();
        return Figure::lacking(lacks);
    }
    let unreliable = figures.clone().any(|figure| figure.basis == Basis::Unreliable);
    let basis = if unreliable { Basis::Unreliable } else { Basis::APPROXIMATE };
    let values = figures.filter_map(|figure| figure.value);
    Figure::new(values.fold(0.0, f64::max), basis)
}
