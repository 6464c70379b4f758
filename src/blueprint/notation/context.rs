//! What a text is read with: what is known around it, and what the reader took for granted.

use super::number::DecimalMark;
use crate::blueprint::quantity::Quantity;
use crate::blueprint::time::TimeUnit;

/// Hours of a working day where no opening hours are given.
pub const USUAL_WORKING_HOURS: f64 = 8.0;
/// Days of a week in which a service keeps opening hours.
pub const WORKING_DAYS: f64 = 5.0;

/// A unit that a length of time can be written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum LengthUnit {
    /// A thousandth of a second.
    Millisecond,
    /// A second.
    #[default]
    Second,
    /// A minute.
    Minute,
    /// A quarter of an hour: 刻.
    Quarter,
    /// An hour.
    Hour,
    /// The opening hours of a day, 24 hours where none are given.
    Day,
    /// The opening hours of a day, [`USUAL_WORKING_HOURS`] where none are given.
    WorkingDay,
    /// [`WORKING_DAYS`] days where opening hours are given, else seven days of 24 hours.
    Week,
    /// [`WORKING_DAYS`] working days.
    WorkingWeek,
}

impl From<TimeUnit> for LengthUnit {
    fn from(unit: TimeUnit) -> Self {
        match unit {
            TimeUnit::Second => Self::Second,
            TimeUnit::Minute => Self::Minute,
            TimeUnit::Hour => Self::Hour,
        }
    }
}

/// What two numbers with a colon between them are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Clock {
    /// Minutes and seconds: `1:30` is 90 s.
    #[default]
    MinutesSeconds,
    /// Hours and minutes: `1:30` is 90 min.
    HoursMinutes,
}

/// What rates are given and shown per.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum RateUnit {
    /// An hour.
    #[default]
    Hour,
    /// A day.
    Day,
    /// A week.
    Week,
}

impl RateUnit {
    /// All, shortest first.
    pub const ALL: [Self; 3] = [Self::Hour, Self::Day, Self::Week];
}

/// The hours that days and weeks stand for.
///
/// The clock of every figure runs in the opening hours only, so that a day of a service that is
/// open eight hours a day is eight hours.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct Calendar {
    /// Opening hours of a day, from above 0 to 24.
    opening_hours: Option<f64>,
}

impl Calendar {
    /// The calendar of a service with these opening hours; without them, or with none at all, days
    /// have 24 hours.
    #[must_use]
    pub fn new(opening_hours: Option<Quantity>) -> Self {
        let hours = opening_hours.map(Quantity::get).filter(|hours| *hours > 0.0 && *hours <= 24.0);
        Self { opening_hours: hours }
    }

    /// Whether opening hours are given.
    #[must_use]
    pub fn has_opening_hours(self) -> bool {
        self.opening_hours.is_some()
    }

    /// The opening hours of a day; 24 without.
    #[must_use]
    pub fn day_hours(self) -> f64 {
        self.opening_hours.unwrap_or(24.0)
    }

    /// The hours of a working day.
    #[must_use]
    pub fn working_day_hours(self) -> f64 {
        self.opening_hours.unwrap_or(USUAL_WORKING_HOURS)
    }

    /// The hours of a week.
    #[must_use]
    pub fn week_hours(self) -> f64 {
        self.opening_hours.map_or(7.0 * 24.0, |hours| hours * WORKING_DAYS)
    }

    /// The hours that rates are given per.
    #[must_use]
    pub fn rate_hours(self, unit: RateUnit) -> f64 {
        match unit {
            RateUnit::Hour => 1.0,
            RateUnit::Day => self.day_hours(),
            RateUnit::Week => self.week_hours(),
        }
    }

    /// Seconds in one of a unit.
    #[must_use]
    pub fn seconds(self, unit: LengthUnit) -> f64 {
        match unit {
            LengthUnit::Millisecond => 0.001,
            LengthUnit::Second => 1.0,
            LengthUnit::Minute => 60.0,
            LengthUnit::Quarter => 900.0,
            LengthUnit::Hour => 3600.0,
            LengthUnit::Day => 3600.0 * self.day_hours(),
            LengthUnit::WorkingDay => 3600.0 * self.working_day_hours(),
            LengthUnit::Week => 3600.0 * self.week_hours(),
            LengthUnit::WorkingWeek => 3600.0 * self.working_day_hours() * WORKING_DAYS,
        }
    }

    /// What the reader took for granted about a unit.
    pub(super) fn note(self, unit: LengthUnit) -> Option<Note> {
        let note: fn(f64) -> Note = match unit {
            LengthUnit::Day => |hours| Note::DayOf { hours },
            LengthUnit::WorkingDay => |hours| Note::WorkingDayOf { hours },
            LengthUnit::Week | LengthUnit::WorkingWeek => |hours| Note::WeekOf { hours },
            _ => return None,
        };
        Some(note(self.seconds(unit) / 3600.0))
    }
}

/// What a text is read with.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct Context {
    /// The unit of a time without one.
    pub unit: LengthUnit,
    /// What a rate without a unit is per.
    pub per: RateUnit,
    /// The mark before decimals.
    pub decimal: DecimalMark,
    /// What two numbers with a colon between them are.
    pub clock: Clock,
    /// What days and weeks are.
    pub calendar: Calendar,
}

impl Context {
    /// Nothing is known but the unit of a time without one.
    #[must_use]
    pub fn of_unit(unit: TimeUnit) -> Self {
        Self { unit: unit.into(), ..Self::default() }
    }
}

/// Something that a reader took for granted and that people should know.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Note {
    /// A day counts as so many hours.
    DayOf {
        /// The hours.
        hours: f64,
    },
    /// A working day counts as so many hours.
    WorkingDayOf {
        /// The hours.
        hours: f64,
    },
    /// A week counts as so many hours.
    WeekOf {
        /// The hours.
        hours: f64,
    },
    /// "About" says nothing of how much a time varies: it was read as fixed.
    AboutIsFixed,
    /// A range was read as a uniform law: every length between its ends is equally likely.
    RangeIsUniform,
}

/// A value that was read.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reading<T> {
    /// The value.
    pub value: T,
    /// What was taken for granted, if anything.
    pub note: Option<Note>,
    /// What else was: of `2–3 days` the hours of a day beside the range.
    pub also: Option<Note>,
}

impl<T> Reading<T> {
    /// A value with what was taken for granted about it.
    #[must_use]
    pub fn with(value: T, note: Option<Note>) -> Self {
        Self { value, note, also: None }
    }

    /// The same with something more that was taken for granted.
    #[must_use]
    pub(super) fn or_also(self, more: Option<Note>) -> Self {
        match self.note {
            Some(_) => Self { also: more, ..self },
            None => Self { note: more, ..self },
        }
    }

    /// All that was taken for granted.
    pub fn notes(&self) -> impl Iterator<Item = Note> + use<T> {
        self.note.into_iter().chain(self.also)
    }

    /// The same with another value.
    #[must_use]
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Reading<U> {
        Reading { value: change(self.value), note: self.note, also: self.also }
    }
}

impl<T> From<T> for Reading<T> {
    fn from(value: T) -> Self {
        Self { value, note: None, also: None }
    }
}
