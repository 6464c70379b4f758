//! Times of day in whole minutes.

use std::fmt;

use super::refusal::Refusal;

/// Minutes of a day.
pub const DAY_MINUTES: u32 = 24 * 60;

/// A time of day from `00:00` to `24:00`, in whole minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct TimeOfDay(u16);

impl TimeOfDay {
    /// The beginning of the day.
    pub const MIDNIGHT: Self = Self(0);
    /// The end of the day.
    pub const END: Self = Self(24 * 60);

    /// So many minutes after midnight, up to 24 hours.
    ///
    /// # Errors
    /// [`Refusal::NotATimeOfDay`] beyond.
    pub fn new(minutes: u32) -> Result<Self, Refusal> {
        match u16::try_from(minutes) {
            Ok(minutes) if minutes <= Self::END.0 => Ok(Self(minutes)),
            _ => Err(Refusal::NotATimeOfDay),
        }
    }

    /// A time that may lie on a later day: minutes beyond midnight begin anew.
    #[must_use]
    pub fn on_any_day(minutes: u32) -> Self {
        // Below 1,440.
        Self(u16::try_from(minutes % DAY_MINUTES).unwrap_or_default())
    }

    /// Minutes after midnight, up to 1,440.
    #[must_use]
    pub fn minutes(self) -> u32 {
        u32::from(self.0)
    }

    /// Minutes from this time to the next one like another: above 0, up to a whole day.
    #[must_use]
    pub fn until(self, other: Self) -> u32 {
        if other.0 > self.0 {
            u32::from(other.0 - self.0)
        } else {
            let until = u32::from(other.0) + DAY_MINUTES - u32::from(self.0);
            if until == 0 { DAY_MINUTES } else { until }
        }
    }

    /// Minutes from this time to the next one like another, this very time included: below a whole day.
    #[must_use]
    pub fn ahead(self, other: Self) -> u32 {
        self.until(other) % DAY_MINUTES
    }
}

impl fmt::Display for TimeOfDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(hours: u32, minutes: u32) -> TimeOfDay {
        TimeOfDay::new(hours * 60 + minutes).unwrap()
    }

    #[test]
    fn a_time_that_is_not_later_is_that_of_the_next_day() {
        assert_eq!(at(8, 0).until(at(17, 0)), 540);
        assert_eq!(at(20, 0).until(at(4, 0)), 480);
        assert_eq!(at(8, 0).until(at(8, 0)), DAY_MINUTES);
        assert_eq!(TimeOfDay::MIDNIGHT.until(TimeOfDay::END), DAY_MINUTES);
        assert_eq!(at(8, 0).ahead(at(8, 0)), 0);
        assert_eq!(at(20, 0).ahead(at(1, 30)), 330);
    }

    #[test]
    fn times_are_written_with_two_digits_each() {
        assert_eq!(at(8, 5).to_string(), "08:05");
        assert_eq!(TimeOfDay::END.to_string(), "24:00");
        assert_eq!(TimeOfDay::new(1441), Err(Refusal::NotATimeOfDay));
        assert_eq!(TimeOfDay::on_any_day(1500), at(1, 0));
    }
}
