//! Classes of urgency as the engine sees them, and what is counted and known of each.

use super::estimates::Estimate;
use super::sampling::ticks;
use crate::blueprint::{Scenario, Span, UrgencyClass};

/// The classes of a service, the most urgent first.
#[derive(Clone, Debug, Default)]
pub struct Classes {
    /// The shares up to each class, itself included.
    upto: Vec<f64>,
    /// Of each class the ticks that it should wait at most; `None` without a limit.
    limits: Vec<Option<u64>>,
}

impl Classes {
    /// Those of a scenario; none where customers are all alike.
    pub(super) fn of(scenario: &Scenario) -> Self {
        let classes = &scenario.demand().urgency;
        let mut sum = 0.0;
        let upto = UrgencyClass::shares(classes).into_iter().map(|share| {
            sum += share;
            sum
        });
        let limit = |class: &UrgencyClass| class.within.map(|span: Span| ticks(span.seconds()));
        Self { upto: upto.collect(), limits: classes.iter().map(limit).collect() }
    }

    /// Whether customers are all alike.
    pub(super) fn are_none(&self) -> bool {
        self.upto.is_empty()
    }

    /// How many there are.
    pub(super) fn count(&self) -> usize {
        self.upto.len()
    }

    /// The class that a number between 0 and 1 falls into. What rounding or a file leaves over belongs to the last.
    pub(super) fn at(&self, number: f64) -> u8 {
        let last = self.upto.len().saturating_sub(1);
        let class = self.upto.iter().position(|upto| number < *upto).unwrap_or(last);
        // There are at most twelve.
        u8::try_from(class.min(UrgencyClass::MOST)).unwrap_or(u8::MAX)
    }

    /// The longest that a class should wait, in ticks.
    pub(super) fn limit(&self, class: usize) -> Option<u64> {
        self.limits.get(class).copied().flatten()
    }
}

/// Customers of a class who left served.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ClassSums {
    /// How many.
    pub served: u64,
    /// Ticks inside in which nothing was done for them.
    pub idle: u128,
    /// Those for whom that was no longer than their class should wait.
    pub within: u64,
}

impl ClassSums {
    /// Counts one who waited so long, where a wait of `limit` is not too long.
    pub(super) fn note(&mut self, idle: u64, limit: Option<u64>) {
        self.served += 1;
        self.idle += u128::from(idle);
        self.within += u64::from(limit.is_none_or(|most| idle <= most));
    }

    /// Takes in others.
    pub(super) fn add(&mut self, other: &Self) {
        self.served += other.served;
        self.idle += other.idle;
        self.within += other.within;
    }
}

/// The sums of a class among those of all, which grow with the classes that occur.
pub(super) fn sums_of(all: &mut Vec<ClassSums>, class: usize) -> &mut ClassSums {
    if all.len() <= class {
        all.resize(class + 1, ClassSums::default());
    }
    // It has just been made so long.
    &mut all[class]
}

/// What is known of a class of urgency.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct ClassFigures {
    /// Customers served: a day, or in the long run an hour.
    pub served: Option<Estimate>,
    /// Seconds of a visit in which nothing is done for the customer.
    pub wait_s: Option<Estimate>,
    /// The part of the served for whom that is no longer than the limit of the class; `None` without a limit.
    pub within_share: Option<Estimate>,
}
