//! What many simulated days say together. Whole numbers, so that the order in which days are counted does
//! not matter.

use super::day_plan::MINUTE;
use super::day_record::DayRecord;
use super::histogram::Histogram;
use super::model::Model;
use super::ratios::{Ratio, ratios};
use super::tally::{MomentSums, PoolSums, Sums, WaitSums};
use super::urgency::ClassSums;

/// Into how many groups days are put, for the intervals of percentiles.
pub const GROUPS: usize = 10;
/// Parts of a customer that are told apart where numbers inside are counted by size.
pub const PARTS: f64 = 10_000.0;

ratios! {
    /// Sums over days. A ratio with a count of days below it is a mean per day.
    pub struct DayTally of (record: &DayRecord, all: &Sums, opening: &Sums) {
        /// Per day: customers who came, left served, gave up, found no room, left unserved.
        arrivals: u128::from(all.arrivals), 1;
        /// See [`Self::arrivals`].
        served: u128::from(all.served), 1;
        /// See [`Self::arrivals`].
        gave_up: u128::from(all.gave_up), 1;
        /// See [`Self::arrivals`].
        no_room: u128::from(all.no_room), 1;
        /// See [`Self::arrivals`].
        unserved: u128::from(all.unserved), 1;
        /// Inside when it began, per day.
        carried_in: u128::from(record.carried_in), 1;
        /// Ticks inside per customer served.
        throughput: all.throughput, u128::from(all.served);
        /// Ticks of these in which nothing was done.
        idle: all.idle, u128::from(all.served);
        /// The part of the served who were inside as long as promised at most.
        promised: u128::from(all.promised), u128::from(all.served);
        /// Customers inside, over the opening time.
        wip: opening.inside, u128::from(opening.length);
        /// The most inside, per day.
        wip_max: u128::from(all.most_inside), 1;
        /// Inside at closing, per day.
        inside_at_closing: u128::from(record.inside_at_closing), 1;
        /// Ticks from closing to the last customer out, per day.
        overtime: u128::from(record.overtime), 1;
    }
    beside {
        /// How many days.
        days: u64;
        /// Of each class of urgency.
        classes: Vec<ClassTally>;
        /// Of each moment.
        moments: Vec<MomentTally>;
        /// Of each pool.
        pools: Vec<PoolTally>;
        /// Of each interval.
        intervals: Vec<IntervalTally>;
        /// Times inside of the served, by groups of days.
        times: Vec<Histogram>;
        /// Waits at each moment, by groups of days.
        waits: Vec<Vec<Histogram>>;
    }
}

ratios! {
    /// Sums of a moment.
    pub struct MomentTally of (all: &MomentSums, open: &MomentSums, length: u128) {
        /// Starts per day.
        visits: u128::from(all.started), 1;
        /// Ticks per wait.
        wait: all.waits.length, u128::from(all.waits.ended);
        /// Ticks per wait that ended by a start.
        wait_served: all.waits_started, u128::from(all.started);
        /// The part of the waits that started in time.
        accepted: u128::from(all.waits.accepted), u128::from(all.waits.ended);
        /// Per day.
        gave_up: u128::from(all.gave_up), 1;
        /// Per day.
        no_room: u128::from(all.no_room), 1;
        /// Who waited when nothing could go on any more, per day.
        unserved: u128::from(all.unserved), 1;
        /// Of these, who kept units and waited for what others kept, per day.
        stuck: u128::from(all.stuck), 1;
        /// How many wait, over the opening time.
        queue: open.queue, length;
        /// The most who waited, per day.
        queue_max: u128::from(all.most_queue), 1;
        /// Ticks blocked per wait.
        blocked: all.blocked, u128::from(all.waits.ended);
    }
}

ratios! {
    /// Sums of the served of a class of urgency.
    pub struct ClassTally of (all: &ClassSums) {
        /// Per day.
        served: u128::from(all.served), 1;
        /// Ticks in which nothing was done, per customer.
        idle: all.idle, u128::from(all.served);
        /// The part that waited as long as the class should at most.
        within: u128::from(all.within), u128::from(all.served);
    }
}

/// A pool on one day.
struct PoolDay {
    /// Unit ticks busy and on duty over the opening time.
    open: PoolSums,
    /// Unit ticks on duty before it, and busy all in all.
    duty_before: u128,
    busy: u128,
    overtime: u128,
    /// The area of those who wait for it, and of the opening time.
    queue: u128,
    length: u128,
    /// All waits for it.
    waits: WaitSums,
}

ratios! {
    /// Sums of a pool.
    pub struct PoolTally of (day: &PoolDay) {
        /// Busy units × ticks per unit on duty × ticks, over the opening time.
        utilisation: day.open.busy, day.open.duty;
        /// Unit ticks on duty until closing, per day.
        on_duty: day.duty_before + day.open.duty, 1;
        /// Unit ticks busy, per day.
        busy: day.busy, 1;
        /// Unit ticks of overtime, per day.
        overtime: day.overtime, 1;
        /// How many wait for it, over the opening time.
        queue: day.queue, day.length;
        /// Ticks per wait for it.
        wait: day.waits.length, u128::from(day.waits.ended);
    }
}

ratios! {
    /// Sums of an interval.
    pub struct IntervalTally of (sums: &Sums, total: &WaitSums, limited: &WaitSums) {
        /// Per day.
        arrivals: u128::from(sums.arrivals), 1;
        /// Customers inside.
        wip: sums.inside, u128::from(sums.length);
        /// Ticks per wait that began in it.
        wait: total.length, u128::from(total.ended);
        /// The part of these that started in time.
        accepted: u128::from(limited.accepted), u128::from(limited.ended);
    }
    beside {
        /// The mean number inside of each day, in parts of a customer, by size.
        wip_by_size: Histogram;
        /// Of each pool: units busy.
        busy: Vec<Ratio>;
        /// Of each pool: units on duty.
        on_duty: Vec<Ratio>;
        /// Of each pool: how many wait for it.
        queues: Vec<Ratio>;
        /// Of each pool: the part of the waits for it that began in it and started in time.
        accepted_of: Vec<Ratio>;
    }
}

impl DayTally {
    /// None yet.
    #[must_use]
    pub fn empty(model: &Model) -> Self {
        let (moments, pools) = (model.moments.len(), model.pools.len());
        let interval = IntervalTally {
            busy: vec![Ratio::default(); pools],
            on_duty: vec![Ratio::default(); pools],
            queues: vec![Ratio::default(); pools],
            accepted_of: vec![Ratio::default(); pools],
            ..IntervalTally::default()
        };
        let intervals = model.day.as_ref().map_or(0, |day| day.intervals);
        Self {
            classes: vec![ClassTally::default(); model.classes.count()],
            moments: vec![MomentTally::default(); moments],
            pools: vec![PoolTally::default(); pools],
            intervals: vec![interval; intervals],
            times: vec![Histogram::default(); GROUPS],
            waits: vec![vec![Histogram::default(); moments]; GROUPS],
            ..Self::default()
        }
    }

    /// Counts a day, which has a number by which it belongs to a group.
    pub fn note(&mut self, model: &Model, number: u32, record: &DayRecord) {
        self.days += 1;
        let (all, opening) = (record.all(), record.opening());
        let length = u128::from(opening.length);
        self.note_ratios(record, &all, &opening);
        for (class, tally) in self.classes.iter_mut().enumerate() {
            tally.note_ratios(&all.classes.get(class).copied().unwrap_or_default());
        }
        for ((tally, sums), open) in self.moments.iter_mut().zip(&all.moments).zip(&opening.moments)
        {
            tally.note_ratios(sums, open, length);
        }
        let end = model.day.as_ref().map_or(0, super::day_plan::DayPlan::end);
        for pool in 0..self.pools.len() {
            let lines = model.lines_of_pool(pool);
            let mut waits = WaitSums::default();
            for moment in lines {
                waits.add(&all.moments[*moment as usize].waits);
            }
            let queue = lines.iter().map(|moment| opening.moments[*moment as usize].queue);
            self.pools[pool].note_ratios(&PoolDay {
                open: opening.pools[pool],
                duty_before: record.before.pools[pool].duty,
                busy: all.pools[pool].busy,
                overtime: model.overtime(pool, end, record.last_work[pool]),
                queue: queue.sum(),
                length,
                waits,
            });
        }
        for (at, (tally, sums)) in self.intervals.iter_mut().zip(&record.intervals).enumerate() {
            let length = u128::from(sums.length);
            let count = self.moments.len();
            let waits = &record.waits[at * count..(at + 1) * count];
            let (mut total, mut limited) = (WaitSums::default(), WaitSums::default());
            for (wait, plan) in waits.iter().zip(&model.moments) {
                // A stay in a place to wait is told at what is behind it.
                if plan.hall.is_none() && plan.cluster.is_some() {
                    total.add(wait);
                    if plan.acceptable.is_some() {
                        limited.add(wait);
                    }
                }
            }
            tally.note_ratios(sums, &total, &limited);
            // A mean number inside is far below 2⁶⁴.
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
            tally
                .wip_by_size
                .count((sums.inside as f64 / sums.length as f64 * PARTS).round() as u64);
            for pool in 0..model.pools.len() {
                tally.busy[pool].note(sums.pools[pool].busy, length);
                tally.on_duty[pool].note(sums.pools[pool].duty, length);
                let lines = model.lines_of_pool(pool);
                let queue = lines.iter().map(|moment| sums.moments[*moment as usize].queue).sum();
                tally.queues[pool].note(queue, length);
                let mut of = WaitSums::default();
                for moment in lines {
                    of.add(&waits[*moment as usize]);
                }
                tally.accepted_of[pool].note(u128::from(of.accepted), u128::from(of.ended));
            }
        }
        let group = number as usize % GROUPS;
        self.times[group].add(&record.times.throughput);
        for (waits, more) in self.waits[group].iter_mut().zip(&record.times.waits) {
            waits.add(more);
        }
    }
}

impl Model {
    /// The moments whose line waits for a pool.
    pub(super) fn lines_of_pool(&self, pool: usize) -> &[u32] {
        self.lines_of_pools.get(pool).map_or(&[], Vec::as_slice)
    }

    /// Unit ticks that people of a role stay beyond their shifts until its last work is done.
    pub(super) fn overtime(&self, role: usize, close: u64, last_work: u64) -> u128 {
        let Some(plan) = self.day.as_ref().filter(|plan| plan.close.is_some()) else { return 0 };
        let Some(there) = plan.duty.get(role) else { return 0 };
        let beyond = |to: u64| u128::from(last_work.max(close).saturating_sub(to.max(close)));
        let stay = there.iter().filter(|it| it.stays);
        stay.map(|it| u128::from(it.count) * beyond(it.to)).sum()
    }
}

/// Ticks as hours.
#[must_use]
pub fn hours(ticks: f64) -> f64 {
    ticks / (60.0 * MINUTE as f64)
}
