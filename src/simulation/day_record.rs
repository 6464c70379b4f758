//! What happened on one simulated day.

use super::engine::Times;
use super::tally::{Sums, WaitSums};

/// One simulated day. Times are in ticks.
#[derive(Clone, Debug, PartialEq)]
pub struct DayRecord {
    /// Before the doors opened.
    pub before: Sums,
    /// Each interval.
    pub intervals: Vec<Sums>,
    /// After the doors closed.
    pub after: Sums,
    /// Waits by the interval in which they began: of all moments, one interval after another.
    pub waits: Vec<WaitSums>,
    /// How long things took.
    pub times: Times,
    /// How many were inside when it began: of a day that never closes those who came the day before.
    pub carried_in: u64,
    /// How many were inside when the doors closed; of a day that never closes, when it ended.
    pub inside_at_closing: u64,
    /// From closing to the last customer out.
    pub overtime: u64,
    /// When the last work of each pool was over.
    pub last_work: Vec<u64>,
}

impl DayRecord {
    /// The opening time as a whole.
    #[must_use]
    pub fn opening(&self) -> Sums {
        self.sum(self.intervals.iter())
    }

    /// All of it.
    #[must_use]
    pub fn all(&self) -> Sums {
        self.sum(std::iter::once(&self.before).chain(&self.intervals).chain([&self.after]))
    }

    fn sum<'a>(&self, parts: impl Iterator<Item = &'a Sums>) -> Sums {
        let mut all = Sums::empty(self.after.moments.len(), self.after.pools.len());
        parts.for_each(|part| all.add(part));
        all
    }
}
