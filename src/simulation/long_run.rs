//! The long run: endless replications, cut into buckets, of which the first are left out.

use super::beyond::Loss;
use super::engine::{Replication, Times, TooMuch};
use super::estimates::{Estimate, ratio, warm_up};
use super::model::Model;
use super::percentiles::percentile;
use super::sampling::{TICKS, ticks};
use super::tally::{MomentSums, Sums};
use super::urgency::{ClassFigures, ClassSums};

/// How many replications there are.
pub const RUNS: u32 = 16;
/// Arrivals of a replication in the first round; each further one is as long as all before.
pub const FIRST_ARRIVALS: f64 = 500.0;
/// Buckets of a replication after the first round; with twice as many, pairs become one.
const BUCKETS: usize = 64;
/// How many times as long as the queues take to settle a run must be.
const SETTLED: f64 = 10.0;

/// One of the endless replications.
#[derive(Clone, Debug)]
pub struct Run {
    replication: Replication,
    buckets: Vec<Sums>,
    /// Ticks of a bucket.
    bucket: u64,
    /// How long things took in the last round, which is the second half of all.
    times: Times,
}

impl Run {
    /// One before anything has happened.
    #[must_use]
    pub fn new(model: &Model, seed: u32, number: u32) -> Self {
        let first_s = FIRST_ARRIVALS / model.demand.per_hour * 3600.0;
        let bucket = ticks(first_s / BUCKETS as f64).max(1);
        Self {
            replication: Replication::new(model, seed, number),
            buckets: Vec::new(),
            bucket,
            times: Times::empty(model.moments.len()),
        }
    }

    /// One more round. `cancelled` is asked at least every thousand instants; answers whether it came to
    /// its end: if not, as it was cancelled or is too much, the run is of no use any more.
    pub fn round(&mut self, model: &Model, cancelled: &dyn Fn() -> bool) -> bool {
        if self.buckets.len() >= 2 * BUCKETS {
            let mut pairs = std::mem::take(&mut self.buckets).into_iter();
            while let Some(mut bucket) = pairs.next() {
                if let Some(next) = pairs.next() {
                    bucket.add(&next);
                }
                self.buckets.push(bucket);
            }
            self.bucket *= 2;
        }
        self.replication.take_times();
        for _ in 0..BUCKETS {
            if !self.replication.run(model, self.bucket, cancelled) {
                return false;
            }
            self.buckets.push(self.replication.cut());
            if self.replication.too_much().is_some() {
                return false;
            }
        }
        self.times = self.replication.take_times();
        true
    }

    /// What is too much to go on, if something is.
    #[must_use]
    pub fn too_much(&self) -> Option<TooMuch> {
        self.replication.too_much()
    }
}

/// What a number of rounds say.
#[derive(Clone, Debug, PartialEq)]
pub struct LongRun {
    /// Whether the start no longer matters.
    pub settled: bool,
    /// Customers who were served in what counts.
    pub customers: u64,
    /// How many arrive an hour.
    pub arrivals_per_hour: Option<Estimate>,
    /// How many leave served an hour.
    pub output_per_hour: Option<Estimate>,
    /// Seconds from arrival to exit of the served.
    pub throughput_time_s: Option<Estimate>,
    /// Seconds of it in which nothing is done for the customer.
    pub wait_s: Option<Estimate>,
    /// Median, 90th and 95th percentile of the seconds from arrival to exit.
    pub percentiles_s: [Option<Estimate>; 3],
    /// The part of the served who were inside as long as promised at most; `None` without a promise.
    pub within_promise: Option<Estimate>,
    /// How many an hour give up, find no room, leave unserved.
    pub gave_up_per_hour: Option<Estimate>,
    /// See [`Self::gave_up_per_hour`].
    pub no_room_per_hour: Option<Estimate>,
    /// See [`Self::gave_up_per_hour`].
    pub unserved_per_hour: Option<Estimate>,
    /// The most inside at once.
    pub wip_max: u64,
    /// Customers inside.
    pub wip: Option<Estimate>,
    /// By how many more an hour the number inside grows.
    pub growth_per_hour: Option<Estimate>,
    /// Of each class of urgency, the most urgent first; empty where all customers are alike.
    pub classes: Vec<ClassFigures>,
    /// Of each moment.
    pub moments: Vec<MomentFigures>,
    /// How many wait for each role.
    pub queues: Vec<Option<Estimate>>,
    /// Seconds of a wait for each role.
    pub waits_s: Vec<Option<Estimate>>,
    /// How many of each role are on duty.
    pub on_duty: Vec<Option<Estimate>>,
    /// How many of each role are at work.
    pub busy: Vec<Option<Estimate>>,
    /// The part of the time on duty that each role works; `None` of who is never on duty.
    pub utilisation: Vec<Option<Estimate>>,
}

/// What is known of a moment.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct MomentFigures {
    /// Starts an hour.
    pub visits_per_hour: Option<Estimate>,
    /// Seconds of a wait, however it ends.
    pub wait_s: Option<Estimate>,
    /// Seconds of a wait that ends by a start.
    pub wait_served_s: Option<Estimate>,
    /// The 90th percentile of the waits, in seconds.
    pub wait_p90_s: Option<Estimate>,
    /// How many an hour give up here.
    pub gave_up_per_hour: Option<Estimate>,
    /// How many an hour find no place here.
    pub no_room_per_hour: Option<Estimate>,
    /// How many an hour leave here unserved who kept what others waited for, and waited for what others kept.
    pub stuck_per_hour: Option<Estimate>,
    /// Seconds of a wait in which the customer keeps the units of what ended last.
    pub blocked_s: Option<Estimate>,
    /// The most who waited at once.
    pub queue_max: u64,
    /// The part of the waits that are as short as customers accept.
    pub within_acceptable: Option<Estimate>,
    /// How many wait.
    pub queue: Option<Estimate>,
}

/// How many leave served an hour, over the second half of runs: where more come than can be served, what is
/// attained. `None` before anything has run.
#[must_use]
pub fn output(runs: &[Run]) -> Option<Estimate> {
    let of = |run: &Run| {
        let half = run.buckets.iter().skip(run.buckets.len() / 2);
        half.fold((0.0, 0.0), |(served, hours), bucket| {
            (served + bucket.served as f64, hours + bucket.length as f64 / TICKS / 3600.0)
        })
    };
    ratio(runs.iter().map(of))
}

/// The sums of each run once its start is left out; how many buckets that is, and how many there are.
pub(super) fn counted(model: &Model, runs: &[Run]) -> (Vec<Sums>, usize, usize) {
    let buckets = runs.iter().map(|run| run.buckets.len()).min().unwrap_or_default();
    let inside = |sums: &Sums| sums.inside as f64 / sums.length as f64;
    let mean_inside = |at: usize| {
        runs.iter().map(|run| inside(&run.buckets[at])).sum::<f64>() / runs.len() as f64
    };
    let series: Vec<f64> = (0..buckets).map(mean_inside).collect();
    let skipped = warm_up(&series);
    let counted = runs.iter().map(|run| {
        let mut all = Sums::empty(model.moments.len(), model.pools.len());
        run.buckets.iter().skip(skipped).for_each(|bucket| all.add(bucket));
        all
    });
    (counted.collect(), skipped, buckets)
}

impl LongRun {
    /// How many an hour leave without having been served, by why; who does not occur is left out.
    pub fn losses(&self) -> impl Iterator<Item = (Loss, Estimate)> + use<> {
        let all = [self.gave_up_per_hour, self.no_room_per_hour, self.unserved_per_hour];
        let all = Loss::ALL.into_iter().zip(all);
        all.filter_map(|(loss, lost)| Some((loss, lost.filter(|it| it.mean > 0.0)?)))
    }

    /// What runs of the same length say together. `settling_s` is how long the formulas expect queues to
    /// take until the start no longer matters.
    #[must_use]
    pub fn of(model: &Model, runs: &[Run], settling_s: f64) -> Self {
        let (counted, skipped, buckets) = counted(model, runs);
        let length_s = runs.first().map_or(0.0, |run| (run.bucket as f64 / TICKS) * buckets as f64);
        let hours = |sums: &Sums| sums.length as f64 / TICKS / 3600.0;
        let of = |y: &dyn Fn(&Sums) -> f64, x: &dyn Fn(&Sums) -> f64| {
            ratio(counted.iter().map(|sums| (y(sums), x(sums))))
        };
        let served = |sums: &Sums| sums.served as f64;
        let length = |sums: &Sums| sums.length as f64;
        let moment = |at: usize| {
            let ended = move |sums: &Sums| sums.moments[at].waits.ended as f64;
            let sum = |what: fn(&MomentSums) -> f64| move |sums: &Sums| what(&sums.moments[at]);
            let waits = runs.iter().map(|run| &run.times.waits[at]);
            MomentFigures {
                wait_s: of(&sum(|moment| moment.waits.length as f64 / TICKS), &ended),
                within_acceptable: of(&sum(|moment| moment.waits.accepted as f64), &ended),
                queue: of(&sum(|moment| moment.queue as f64), &length),
                visits_per_hour: of(&sum(|moment| moment.started as f64), &hours),
                wait_served_s: of(
                    &sum(|moment| moment.waits_started as f64 / TICKS),
                    &sum(|moment| moment.started as f64),
                ),
                wait_p90_s: percentile(waits, 0.9).map(|it| it.times(1.0 / TICKS)),
                gave_up_per_hour: of(&sum(|moment| moment.gave_up as f64), &hours),
                no_room_per_hour: of(&sum(|moment| moment.no_room as f64), &hours),
                stuck_per_hour: of(&sum(|moment| moment.stuck as f64), &hours),
                blocked_s: of(&sum(|moment| moment.blocked as f64 / TICKS), &ended),
                queue_max: counted
                    .iter()
                    .map(|sums| sums.moments[at].most_queue)
                    .max()
                    .unwrap_or_default(),
            }
        };
        let class = |at: usize| {
            let sum = |what: fn(&ClassSums) -> f64| {
                move |sums: &Sums| sums.classes.get(at).map_or(0.0, what)
            };
            let count = sum(|class| class.served as f64);
            let within_share = of(&sum(|class| class.within as f64), &count);
            ClassFigures {
                served: of(&count, &hours),
                wait_s: of(&sum(|class| class.idle as f64 / TICKS), &count),
                within_share: within_share.filter(|_| model.classes.limit(at).is_some()),
            }
        };
        let busy = |at: usize| {
            let presence = 1.0 / (1.0 + model.pools[at].away);
            of(&|sums| sums.pools[at].busy as f64, &|sums| sums.pools[at].duty as f64 * presence)
        };
        let on_duty = |at: usize| of(&|sums| sums.pools[at].duty as f64, &length);
        let at_work = |at: usize| of(&|sums| sums.pools[at].busy as f64, &length);
        let time = |share: f64| {
            let times = runs.iter().map(|run| &run.times.throughput);
            percentile(times, share).map(|it| it.times(1.0 / TICKS))
        };
        let line = |pool: usize| {
            let lines = model.lines_of_pool(pool);
            let sum = move |sums: &Sums, what: fn(&MomentSums) -> f64| -> f64 {
                lines.iter().map(|moment| what(&sums.moments[*moment as usize])).sum()
            };
            let queue = of(&|sums| sum(sums, |moment| moment.queue as f64), &length);
            let wait =
                of(&|sums| sum(sums, |moment| moment.waits.length as f64 / TICKS), &|sums| {
                    sum(sums, |moment| moment.waits.ended as f64)
                });
            (queue, wait)
        };
        let (queues, waits_s) = (0..model.roles).map(line).unzip();
        let left = |sums: &Sums| {
            let left = sums.served + sums.gave_up + sums.no_room + sums.unserved;
            sums.arrivals as f64 - left as f64
        };
        Self {
            settled: buckets > 0
                && skipped * 2 < buckets
                && length_s >= SETTLED * settling_s
                && !runs.iter().any(|run| run.too_much().is_some()),
            customers: counted.iter().map(|sums| sums.served).sum(),
            arrivals_per_hour: of(&|sums| sums.arrivals as f64, &hours),
            output_per_hour: of(&served, &hours),
            throughput_time_s: of(&|sums| sums.throughput as f64 / TICKS, &served),
            wait_s: of(&|sums| sums.idle as f64 / TICKS, &served),
            percentiles_s: [0.5, 0.9, 0.95].map(time),
            within_promise: model.promise.and_then(|_| of(&|sums| sums.promised as f64, &served)),
            gave_up_per_hour: of(&|sums| sums.gave_up as f64, &hours),
            no_room_per_hour: of(&|sums| sums.no_room as f64, &hours),
            unserved_per_hour: of(&|sums| sums.unserved as f64, &hours),
            wip_max: counted.iter().map(|sums| sums.most_inside).max().unwrap_or_default(),
            queues,
            waits_s,
            wip: of(&|sums| sums.inside as f64, &length),
            growth_per_hour: of(&left, &hours),
            classes: (0..model.classes.count()).map(class).collect(),
            moments: (0..model.moments.len()).map(moment).collect(),
            on_duty: (0..model.roles).map(on_duty).collect(),
            busy: (0..model.roles).map(at_work).collect(),
            utilisation: (0..model.roles).map(busy).collect(),
        }
    }
}
