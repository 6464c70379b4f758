//! What is counted while a replication runs.

use super::histogram::Histogram;

/// Sums over a stretch of time. Times are in ticks; areas are units × ticks.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sums {
    /// How long the stretch is.
    pub length: u64,
    /// Customers who came.
    pub arrivals: u64,
    /// Customers who left served.
    pub served: u64,
    /// Customers who left because nothing could go on for them.
    pub unserved: u64,
    /// The area of the number of customers inside.
    pub inside: u128,
    /// The most who were inside at once.
    pub most_inside: u64,
    /// Times inside of the served.
    pub throughput: u128,
    /// Of these, times in which nothing was done for them.
    pub idle: u128,
    /// The times inside of the served, by length.
    pub times: Histogram,
    /// Of each moment.
    pub moments: Vec<MomentSums>,
    /// Of each pool.
    pub pools: Vec<PoolSums>,
}

/// Sums of a moment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MomentSums {
    /// Waits that ended.
    pub ended: u64,
    /// Their length.
    pub waits: u64,
    /// Those that were as short as customers accept.
    pub accepted: u64,
    /// The area of the number who wait.
    pub queue: u128,
    /// The most who waited at once.
    pub most_queue: u64,
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
        self.unserved += next.unserved;
        self.inside += next.inside;
        self.most_inside = self.most_inside.max(next.most_inside);
        self.throughput += next.throughput;
        self.idle += next.idle;
        self.times.add(&next.times);
        for (sums, next) in self.moments.iter_mut().zip(&next.moments) {
            sums.ended += next.ended;
            sums.waits += next.waits;
            sums.accepted += next.accepted;
            sums.queue += next.queue;
            sums.most_queue = sums.most_queue.max(next.most_queue);
        }
        for (sums, next) in self.pools.iter_mut().zip(&next.pools) {
            sums.busy += next.busy;
            sums.duty += next.duty;
        }
    }
}
