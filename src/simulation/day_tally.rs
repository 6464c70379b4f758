//! What many simulated days say together. Whole numbers, so that the order in which days are counted does
//! not matter.

use super::day_plan::MINUTE;
use super::day_record::DayRecord;
use super::histogram::Histogram;
use super::model::Model;
use super::ratios::Ratio;
use super::tally::{MomentSums, WaitSums};

/// Into how many groups days are put, for the intervals of percentiles.
pub const GROUPS: usize = 10;
/// Parts of a customer that are told apart where numbers inside are counted by size.
pub const PARTS: f64 = 10_000.0;

/// Sums over days. A ratio with a count of days below it is a mean per day.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DayTally {
    /// How many days.
    pub days: u64,
    /// Per day: customers who came, left served, gave up, found no room, left unserved.
    pub arrivals: Ratio,
    /// See [`Self::arrivals`].
    pub served: Ratio,
    /// See [`Self::arrivals`].
    pub gave_up: Ratio,
    /// See [`Self::arrivals`].
    pub no_room: Ratio,
    /// See [`Self::arrivals`].
    pub unserved: Ratio,
    /// Inside when it began, per day.
    pub carried_in: Ratio,
    /// Ticks inside per customer served.
    pub throughput: Ratio,
    /// Ticks of these in which nothing was done.
    pub idle: Ratio,
    /// The part of the served who were inside as long as promised at most.
    pub promised: Ratio,
    /// Customers inside, over the opening time.
    pub wip: Ratio,
    /// The most inside, per day.
    pub wip_max: Ratio,
    /// Inside at closing, per day.
    pub inside_at_closing: Ratio,
    /// Ticks from closing to the last customer out, per day.
    pub overtime: Ratio,
    /// Of each moment.
    pub moments: Vec<MomentTally>,
    /// Of each pool.
    pub pools: Vec<PoolTally>,
    /// Of each interval.
    pub intervals: Vec<IntervalTally>,
    /// Times inside of the served, by groups of days.
    pub times: Vec<Histogram>,
    /// Waits at each moment, by groups of days.
    pub waits: Vec<Vec<Histogram>>,
}

/// Sums of a moment.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MomentTally {
    /// Starts per day.
    pub visits: Ratio,
    /// Ticks per wait.
    pub wait: Ratio,
    /// Ticks per wait that ended by a start.
    pub wait_served: Ratio,
    /// The part of the waits that started in time.
    pub accepted: Ratio,
    /// Per day.
    pub gave_up: Ratio,
    /// Per day.
    pub no_room: Ratio,
    /// How many wait, over the opening time.
    pub queue: Ratio,
    /// The most who waited, per day.
    pub queue_max: Ratio,
    /// Ticks blocked per wait.
    pub blocked: Ratio,
}

/// Sums of a pool.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PoolTally {
    /// Busy units × ticks per unit on duty × ticks, over the opening time.
    pub utilisation: Ratio,
    /// Unit ticks on duty until closing, per day.
    pub on_duty: Ratio,
    /// Unit ticks busy, per day.
    pub busy: Ratio,
    /// Unit ticks of overtime, per day.
    pub overtime: Ratio,
    /// How many wait for it, over the opening time.
    pub queue: Ratio,
    /// Ticks per wait for it.
    pub wait: Ratio,
}

/// Sums of an interval.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct IntervalTally {
    /// Per day.
    pub arrivals: Ratio,
    /// Customers inside.
    pub wip: Ratio,
    /// The mean number inside of each day, in parts of a customer, by size.
    pub wip_by_size: Histogram,
    /// Ticks per wait that began in it.
    pub wait: Ratio,
    /// The part of these that started in time.
    pub accepted: Ratio,
    /// Of each pool: units busy.
    pub busy: Vec<Ratio>,
    /// Of each pool: units on duty.
    pub on_duty: Vec<Ratio>,
    /// Of each pool: how many wait for it.
    pub queues: Vec<Ratio>,
    /// Of each pool: the part of the waits for it that began in it and started in time.
    pub accepted_of: Vec<Ratio>,
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
        let served = u128::from(all.served);
        for (ratio, count) in [
            (&mut self.arrivals, all.arrivals),
            (&mut self.served, all.served),
            (&mut self.gave_up, all.gave_up),
            (&mut self.no_room, all.no_room),
            (&mut self.unserved, all.unserved),
            (&mut self.wip_max, all.most_inside),
            (&mut self.carried_in, record.carried_in),
            (&mut self.inside_at_closing, record.inside_at_closing),
            (&mut self.overtime, record.overtime),
        ] {
            ratio.note(u128::from(count), 1);
        }
        self.throughput.note(all.throughput, served);
        self.idle.note(all.idle, served);
        self.promised.note(u128::from(all.promised), served);
        self.wip.note(opening.inside, length);
        for ((tally, sums), open) in self.moments.iter_mut().zip(&all.moments).zip(&opening.moments)
        {
            tally.note(sums, open, length);
        }
        let end = model.day.as_ref().map_or(0, super::day_plan::DayPlan::end);
        for pool in 0..self.pools.len() {
            let lines = model.lines_of_pool(pool);
            let sum = |what: &dyn Fn(&MomentSums) -> u128, of: &[MomentSums]| -> u128 {
                lines.iter().map(|moment| what(&of[*moment as usize])).sum()
            };
            let tally = &mut self.pools[pool];
            let (busy, duty) = (opening.pools[pool].busy, opening.pools[pool].duty);
            tally.utilisation.note(busy, duty);
            tally.on_duty.note(record.before.pools[pool].duty + duty, 1);
            tally.busy.note(all.pools[pool].busy, 1);
            tally.overtime.note(model.overtime(pool, end, record.last_work[pool]), 1);
            tally.queue.note(sum(&|sums| sums.queue, &opening.moments), length);
            tally.wait.note(
                sum(&|sums| sums.waits.length, &all.moments),
                sum(&|sums| u128::from(sums.waits.ended), &all.moments),
            );
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
            tally.arrivals.note(u128::from(sums.arrivals), 1);
            tally.wip.note(sums.inside, length);
            // A mean number inside is far below 2⁶⁴.
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
            tally
                .wip_by_size
                .count((sums.inside as f64 / sums.length as f64 * PARTS).round() as u64);
            tally.wait.note(total.length, u128::from(total.ended));
            tally.accepted.note(u128::from(limited.accepted), u128::from(limited.ended));
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

    /// Takes in other days.
    pub fn add(&mut self, other: &Self) {
        self.days += other.days;
        for (ratio, more) in [
            (&mut self.arrivals, &other.arrivals),
            (&mut self.served, &other.served),
            (&mut self.gave_up, &other.gave_up),
            (&mut self.no_room, &other.no_room),
            (&mut self.unserved, &other.unserved),
            (&mut self.throughput, &other.throughput),
            (&mut self.idle, &other.idle),
            (&mut self.promised, &other.promised),
            (&mut self.wip, &other.wip),
            (&mut self.wip_max, &other.wip_max),
            (&mut self.carried_in, &other.carried_in),
            (&mut self.inside_at_closing, &other.inside_at_closing),
            (&mut self.overtime, &other.overtime),
        ] {
            ratio.add(more);
        }
        for (tally, more) in self.moments.iter_mut().zip(&other.moments) {
            tally.add(more);
        }
        for (tally, more) in self.pools.iter_mut().zip(&other.pools) {
            tally.add(more);
        }
        for (tally, more) in self.intervals.iter_mut().zip(&other.intervals) {
            tally.add(more);
        }
        for (times, more) in self.times.iter_mut().zip(&other.times) {
            times.add(more);
        }
        for (waits, more) in self.waits.iter_mut().zip(&other.waits) {
            for (waits, more) in waits.iter_mut().zip(more) {
                waits.add(more);
            }
        }
    }
}

impl MomentTally {
    fn note(&mut self, all: &MomentSums, open: &MomentSums, length: u128) {
        let ended = u128::from(all.waits.ended);
        self.visits.note(u128::from(all.started), 1);
        self.wait.note(all.waits.length, ended);
        self.wait_served.note(all.waits_started, u128::from(all.started));
        self.accepted.note(u128::from(all.waits.accepted), ended);
        self.gave_up.note(u128::from(all.gave_up), 1);
        self.no_room.note(u128::from(all.no_room), 1);
        self.queue.note(open.queue, length);
        self.queue_max.note(u128::from(all.most_queue), 1);
        self.blocked.note(all.blocked, ended);
    }

    fn add(&mut self, other: &Self) {
        for (ratio, more) in [
            (&mut self.visits, &other.visits),
            (&mut self.wait, &other.wait),
            (&mut self.wait_served, &other.wait_served),
            (&mut self.accepted, &other.accepted),
            (&mut self.gave_up, &other.gave_up),
            (&mut self.no_room, &other.no_room),
            (&mut self.queue, &other.queue),
            (&mut self.queue_max, &other.queue_max),
            (&mut self.blocked, &other.blocked),
        ] {
            ratio.add(more);
        }
    }
}

impl PoolTally {
    fn add(&mut self, other: &Self) {
        for (ratio, more) in [
            (&mut self.utilisation, &other.utilisation),
            (&mut self.on_duty, &other.on_duty),
            (&mut self.busy, &other.busy),
            (&mut self.overtime, &other.overtime),
            (&mut self.queue, &other.queue),
            (&mut self.wait, &other.wait),
        ] {
            ratio.add(more);
        }
    }
}

impl IntervalTally {
    fn add(&mut self, other: &Self) {
        self.wip_by_size.add(&other.wip_by_size);
        for (ratio, more) in [
            (&mut self.arrivals, &other.arrivals),
            (&mut self.wip, &other.wip),
            (&mut self.wait, &other.wait),
            (&mut self.accepted, &other.accepted),
        ] {
            ratio.add(more);
        }
        for (ratios, more) in [
            (&mut self.busy, &other.busy),
            (&mut self.on_duty, &other.on_duty),
            (&mut self.queues, &other.queues),
            (&mut self.accepted_of, &other.accepted_of),
        ] {
            ratios.iter_mut().zip(more).for_each(|(ratio, more)| ratio.add(more));
        }
    }
}

impl Model {
    /// The moments whose line waits for a pool.
    pub(super) fn lines_of_pool(&self, pool: usize) -> &[u32] {
        self.lines_of_pools.get(pool).map_or(&[], Vec::as_slice)
    }

    /// Unit ticks that people of a role stay beyond their shifts until its last work is done.
    fn overtime(&self, role: usize, close: u64, last_work: u64) -> u128 {
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
