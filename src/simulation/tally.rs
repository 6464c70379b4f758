//! What is counted while a replication runs.

use super::urgency::{ClassSums, sums_of};

/// Sums over a stretch of time. Times are in ticks; areas are units × ticks.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sums {
    /// How long the stretch is.
    pub length: u64,
    /// Customers who came.
    pub arrivals: u64,
    /// Customers who left served.
    pub served: u64,
    /// Customers whose patience ended.
    pub gave_up: u64,
    /// Customers who found no place to wait.
    pub no_room: u64,
    /// Customers who left because nothing could go on for them, or the doors closed.
    pub unserved: u64,
    /// The area of the number of customers inside.
    pub inside: u128,
    /// The most who were inside at once.
    pub most_inside: u64,
    /// Times inside of the served.
    pub throughput: u128,
    /// Of these, times in which nothing was done for them.
    pub idle: u128,
    /// Those of the served who were inside as long as was promised at most.
    pub promised: u64,
    /// Times inside of all who left.
    pub times_inside: u128,
    /// Of the served by their class of urgency, as far as classes occurred; empty where all are alike.
    pub classes: Vec<ClassSums>,
    /// Of each moment.
    pub moments: Vec<MomentSums>,
    /// Of each pool.
    pub pools: Vec<PoolSums>,
}

/// Sums of a moment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MomentSums {
    /// Waits that ended, by a start or by leaving.
    pub waits: WaitSums,
    /// Of these, those that ended by a start.
    pub started: u64,
    /// Their length.
    pub waits_started: u128,
    /// Customers whose patience ended here.
    pub gave_up: u64,
    /// Customers who found no place here.
    pub no_room: u64,
    /// Customers who waited here when nothing could go on any more.
    pub unserved: u64,
    /// Of these, those who kept units in their hands and waited for what others kept.
    pub stuck: u64,
    /// Times in which customers had no place here and kept what they held.
    pub blocked: u128,
    /// The area of the number who wait.
    pub queue: u128,
    /// The most who waited at once.
    pub most_queue: u64,
}

/// Waits that ended.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WaitSums {
    /// How many.
    pub ended: u64,
    /// Their length.
    pub length: u128,
    /// Those that ended by a start and were as short as customers accept.
    pub accepted: u64,
}

impl WaitSums {
    /// Counts one.
    pub fn note(&mut self, length: u64, accepted: bool) {
        self.ended += 1;
        self.length += u128::from(length);
        self.accepted += u64::from(accepted);
    }

    /// Takes in others.
    pub fn add(&mut self, other: &Self) {
        self.ended += other.ended;
        self.length += other.length;
        self.accepted += other.accepted;
    }
}

/// Sums of a pool.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PoolSums {
    /// The area of the units at work.
    pub busy: u128,
    /// The area of the units on duty.
    pub duty: u128,
}

impl Sums {
    /// Nothing yet, of so many moments and pools.
    #[must_use]
    pub fn empty(moments: usize, pools: usize) -> Self {
        Self {
            moments: vec![MomentSums::default(); moments],
            pools: vec![PoolSums::default(); pools],
            ..Self::default()
        }
    }

    /// Takes in what follows.
    pub fn add(&mut self, next: &Self) {
        self.length += next.length;
        self.arrivals += next.arrivals;
        self.served += next.served;
        self.gave_up += next.gave_up;
        self.no_room += next.no_room;
        self.unserved += next.unserved;
        self.inside += next.inside;
        self.most_inside = self.most_inside.max(next.most_inside);
        self.throughput += next.throughput;
        self.idle += next.idle;
        self.promised += next.promised;
        self.times_inside += next.times_inside;
        for (class, next) in next.classes.iter().enumerate() {
            sums_of(&mut self.classes, class).add(next);
        }
        for (sums, next) in self.moments.iter_mut().zip(&next.moments) {
            sums.waits.add(&next.waits);
            sums.started += next.started;
            sums.waits_started += next.waits_started;
            sums.gave_up += next.gave_up;
            sums.no_room += next.no_room;
            sums.unserved += next.unserved;
            sums.stuck += next.stuck;
            sums.blocked += next.blocked;
            sums.queue += next.queue;
            sums.most_queue = sums.most_queue.max(next.most_queue);
        }
        for (sums, next) in self.pools.iter_mut().zip(&next.pools) {
            sums.busy += next.busy;
            sums.duty += next.duty;
        }
    }
}
