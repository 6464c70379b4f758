//! A day of the service: when it opens, how many come hour by hour, who is planned, and shifts.
//!
//! # What always holds
//!
//! - A day has a rate for each of its intervals, or none at all, and then the steady rate.
//! - A break lies within its shift.
//! - The step at which appointments start is in the scenario.

use std::num::NonZeroU32;

use super::ids::StepId;
use super::notation::FASTEST_PER_HOUR;
use super::quantity::{Quantity, Share};
use super::refusal::Refusal;
use super::time::Span;
use super::time_of_day::{DAY_MINUTES, TimeOfDay};

/// What happens to those who are inside when the doors close.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum AtClosing {
    /// Whoever is inside is served.
    #[default]
    ServeAll,
    /// Who has not begun leaves unserved.
    TurnAway,
}

impl AtClosing {
    /// Both.
    pub const ALL: [Self; 2] = [Self::ServeAll, Self::TurnAway];
}

/// Customers who are planned for a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Appointment {
    /// When.
    pub at: TimeOfDay,
    /// How many.
    pub customers: NonZeroU32,
}

/// A day of the service.
#[derive(Clone, Debug, PartialEq)]
pub struct Day {
    /// When the doors open.
    pub open: TimeOfDay,
    /// When they close; not later than they open means the next day.
    pub close: TimeOfDay,
    /// Minutes of an interval, from 5 to 240; the last may be shorter.
    pub every: u32,
    /// Customers per hour in each interval; empty for the steady rate.
    pub per_hour: Vec<Quantity>,
    /// Who is planned, on top.
    pub appointments: Vec<Appointment>,
    /// How much before their time planned customers come on average.
    pub early: Option<Span>,
    /// The standard deviation of when they come.
    pub spread: Option<Span>,
    /// The share of them that does not come.
    pub no_show: Option<Share>,
    /// The step at which they start; without it they come like everybody.
    pub first: Option<StepId>,
    /// What happens to those who are inside at closing.
    pub at_closing: AtClosing,
}

impl Day {
    /// The shortest interval, in minutes.
    pub const SHORTEST: u32 = 5;
    /// The longest interval, in minutes.
    pub const LONGEST: u32 = 240;
    /// More intervals are refused.
    pub const MOST_INTERVALS: usize = 288;
    /// More appointments are refused.
    pub const MOST_APPOINTMENTS: usize = 2_000;
    /// More customers planned for one time are refused.
    pub const MOST_AT_ONCE: u32 = 1_000;

    /// One with nothing but its opening hours, by the hour.
    #[must_use]
    pub fn new(open: TimeOfDay, close: TimeOfDay) -> Self {
        Self {
            open,
            close,
            every: 60,
            per_hour: Vec::new(),
            appointments: Vec::new(),
            early: None,
            spread: None,
            no_show: None,
            first: None,
            at_closing: AtClosing::default(),
        }
    }

    /// One from eight o'clock on, or earlier where it would not fit the day, at the steady rate.
    #[must_use]
    pub fn of_hours(hours: Quantity) -> Self {
        // From a minute to a day.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let minutes = (hours.get() * 60.0).round().clamp(1.0, f64::from(DAY_MINUTES)) as u32;
        let open = (8 * 60).min(DAY_MINUTES - minutes);
        let at = |minutes| TimeOfDay::new(minutes).unwrap_or_default();
        Self::new(at(open), at(open + minutes))
    }

    /// Minutes from opening to closing: above 0, up to a whole day.
    #[must_use]
    pub fn length(&self) -> u32 {
        self.open.until(self.close)
    }

    /// Whether it never closes: then no day is like the first.
    #[must_use]
    pub fn is_round_the_clock(&self) -> bool {
        self.length() == DAY_MINUTES
    }

    /// How many intervals it has.
    #[must_use]
    pub fn intervals(&self) -> usize {
        self.length().div_ceil(self.every.max(1)) as usize
    }

    /// When an interval begins and ends, in minutes from opening.
    #[must_use]
    pub fn interval(&self, at: usize) -> (u32, u32) {
        let from = u32::try_from(at).unwrap_or(u32::MAX).saturating_mul(self.every);
        (from.min(self.length()), from.saturating_add(self.every).min(self.length()))
    }

    /// The interval that a time of day falls into; `None` while the doors are closed.
    #[must_use]
    pub fn interval_at(&self, time: TimeOfDay) -> Option<usize> {
        let from_open = self.open.ahead(time);
        (from_open < self.length()).then(|| (from_open / self.every.max(1)) as usize)
    }

    /// When an interval begins, as a time of day.
    #[must_use]
    pub fn begins(&self, at: usize) -> TimeOfDay {
        TimeOfDay::on_any_day(self.open.minutes() + self.interval(at).0)
    }

    /// Customers per hour in an interval, appointments left out; the steady rate where none are given.
    #[must_use]
    pub fn rate(&self, at: usize, steady: Option<Quantity>) -> f64 {
        self.per_hour.get(at).copied().or(steady).map_or(0.0, Quantity::get)
    }

    /// The mean customers per hour over the opening time, appointments left out; `None` where only the steady
    /// rate is given.
    #[must_use]
    pub fn mean_rate(&self) -> Option<f64> {
        if self.per_hour.is_empty() {
            return None;
        }
        let customers = self.per_hour.iter().enumerate().map(|(at, rate)| {
            let (from, to) = self.interval(at);
            rate.get() * f64::from(to - from)
        });
        Some(customers.sum::<f64>() / f64::from(self.length()))
    }

    /// How many are planned for an interval, of whom not all may come.
    #[must_use]
    pub fn planned(&self, at: usize) -> u32 {
        let falls = |it: &&Appointment| self.interval_at(it.at) == Some(at);
        let counts = self.appointments.iter().filter(falls).map(|it| it.customers.get());
        counts.fold(0, u32::saturating_add)
    }

    /// Customers per hour in an interval: those who come by themselves, and those planned who come.
    #[must_use]
    pub fn demand(&self, at: usize, steady: Option<Quantity>) -> f64 {
        let (from, to) = self.interval(at);
        let come = 1.0 - self.no_show.map_or(0.0, Share::value);
        let hours = f64::from(to - from) / 60.0;
        self.rate(at, steady) + f64::from(self.planned(at)) * come / hours
    }

    /// The mean customers per hour over the opening time, with those planned who come; `None` where neither
    /// rates nor appointments are given.
    #[must_use]
    pub fn mean_demand(&self, steady: Option<Quantity>) -> Option<f64> {
        if self.per_hour.is_empty() && self.appointments.is_empty() && steady.is_none() {
            return None;
        }
        let customers = (0..self.intervals()).map(|at| {
            let (from, to) = self.interval(at);
            self.demand(at, steady) * f64::from(to - from)
        });
        Some(customers.sum::<f64>() / f64::from(self.length()))
    }

    /// Multiplies the rates so that their mean is another; appointments stay. Rates that are all zero
    /// become all alike.
    #[must_use]
    pub fn scaled_to(&self, per_hour: Quantity) -> Self {
        let mut day = self.clone();
        match self.mean_rate() {
            None => {}
            Some(mean) if mean > 0.0 => {
                let scale = |rate: &Quantity| {
                    Quantity::new(rate.get() / mean * per_hour.get()).unwrap_or(*rate)
                };
                day.per_hour = self.per_hour.iter().map(scale).collect();
            }
            Some(_) => day.per_hour = vec![per_hour; self.per_hour.len()],
        }
        day
    }

    /// Checks what always holds of a day by itself.
    ///
    /// # Errors
    /// [`Refusal::IntervalRange`], [`Refusal::TooManyIntervals`], [`Refusal::HoursUnlikeRates`],
    /// [`Refusal::RateTooHigh`], [`Refusal::TooManyAppointments`], [`Refusal::TooManyAtOnce`].
    pub fn check(&self) -> Result<(), Refusal> {
        if !(Self::SHORTEST..=Self::LONGEST).contains(&self.every) {
            return Err(Refusal::IntervalRange);
        }
        let intervals = self.intervals();
        if intervals > Self::MOST_INTERVALS {
            return Err(Refusal::TooManyIntervals);
        }
        if !self.per_hour.is_empty() && self.per_hour.len() != intervals {
            return Err(Refusal::HoursUnlikeRates { intervals, rates: self.per_hour.len() });
        }
        if self.per_hour.iter().any(|rate| rate.get() > FASTEST_PER_HOUR) {
            return Err(Refusal::RateTooHigh);
        }
        if self.appointments.len() > Self::MOST_APPOINTMENTS {
            return Err(Refusal::TooManyAppointments);
        }
        if self.appointments.iter().any(|it| it.customers.get() > Self::MOST_AT_ONCE) {
            return Err(Refusal::TooManyAtOnce);
        }
        Ok(())
    }

    /// What it holds on the heap, in bytes.
    pub(super) fn heap(&self) -> usize {
        size_of::<Self>()
            + self.per_hour.len() * size_of::<Quantity>()
            + self.appointments.len() * size_of::<Appointment>()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(hours: u32) -> TimeOfDay {
        TimeOfDay::new(hours * 60).unwrap()
    }

    fn rates(rates: &[u32]) -> Vec<Quantity> {
        rates.iter().map(|rate| Quantity::from(*rate)).collect()
    }

    #[test]
    fn the_last_interval_may_be_shorter() {
        let mut day = Day::new(at(8), TimeOfDay::new(12 * 60 + 30).unwrap());
        assert_eq!((day.length(), day.intervals()), (270, 5));
        assert_eq!(day.interval(4), (240, 270));
        day.per_hour = rates(&[1, 2, 3, 4, 10]);
        assert_eq!(day.check(), Ok(()));
        // Half an hour of ten counts half.
        assert_eq!(day.mean_rate(), Some(15.0 / 4.5));
        day.per_hour.pop();
        assert_eq!(day.check(), Err(Refusal::HoursUnlikeRates { intervals: 5, rates: 4 }));
    }

    #[test]
    fn no_hour_brings_more_than_a_person_can_enter() {
        let mut day = Day::new(at(8), at(10));
        day.per_hour = rates(&[1, 1_000_000]);
        assert_eq!(day.check(), Ok(()));
        day.per_hour = rates(&[1, 1_000_001]);
        assert_eq!(day.check(), Err(Refusal::RateTooHigh));
        day.per_hour.clear();
        let planned = |customers| Appointment { at: at(9), customers };
        day.appointments = vec![planned(NonZeroU32::new(1_000).unwrap())];
        assert_eq!(day.check(), Ok(()));
        day.appointments = vec![planned(NonZeroU32::new(1_001).unwrap())];
        assert_eq!(day.check(), Err(Refusal::TooManyAtOnce));
    }

    #[test]
    fn a_night_goes_on_after_midnight() {
        let day = Day::new(at(20), at(4));
        assert_eq!(day.interval_at(at(1)), Some(5));
        assert_eq!(day.interval_at(at(4)), None);
        assert_eq!(day.begins(5), at(1));
        assert!(!day.is_round_the_clock());
        assert!(Day::new(TimeOfDay::MIDNIGHT, TimeOfDay::END).is_round_the_clock());
    }

    #[test]
    fn demand_counts_those_planned_who_come() {
        let mut day = Day::new(at(8), at(10));
        day.per_hour = rates(&[10, 20]);
        let customers = NonZeroU32::new(4).unwrap();
        day.appointments = vec![Appointment { at: at(9), customers }];
        day.no_show = Share::percent(25.0).ok();
        let demand = [0, 1].map(|at| day.demand(at, None).to_bits());
        assert_eq!(demand, [10.0_f64, 23.0].map(f64::to_bits));
        assert_eq!(day.mean_demand(None), Some(16.5));
        assert_eq!(Day::new(at(8), at(10)).mean_demand(None), None);
        let twice = day.scaled_to(Quantity::from(30));
        assert_eq!(twice.per_hour, rates(&[20, 40]));
        assert_eq!(twice.appointments, day.appointments);
        assert_eq!(
            Day::new(at(8), at(10)).rate(1, Some(Quantity::ONE)).to_bits(),
            1.0_f64.to_bits()
        );
    }
}
