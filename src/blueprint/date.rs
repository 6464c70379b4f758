//! Days of a calendar, as ISO 8601 writes them.

use std::fmt;

use chrono::{DateTime, Datelike, Days, NaiveDate};

use super::refusal::Refusal;

/// A day of the calendar, from the year 0001 to 9999.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(NaiveDate);

impl Date {
    /// Reads `2026-05-12`.
    ///
    /// # Errors
    /// [`Refusal::NotADate`] for anything else.
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        let is_written_so = text.len() == 10
            && text.bytes().enumerate().all(|(at, byte)| match at {
                4 | 7 => byte == b'-',
                _ => byte.is_ascii_digit(),
            });
        let date =
            is_written_so.then(|| NaiveDate::parse_from_str(text, "%Y-%m-%d").ok()).flatten();
        date.and_then(Self::within).ok_or(Refusal::NotADate)
    }

    /// A day by its year, month and day of the month, all from 1; `None` where there is none.
    #[must_use]
    pub const fn of(year: u16, month: u8, day: u8) -> Option<Self> {
        if year == 0 || year > 9999 {
            return None;
        }
        match NaiveDate::from_ymd_opt(year as i32, month as u32, day as u32) {
            Some(day) => Some(Self(day)),
            None => None,
        }
    }

    /// The day, in Greenwich, so many seconds after 1970 began; `None` beyond the year 9999.
    #[must_use]
    pub fn after_1970(seconds: u64) -> Option<Self> {
        let instant = DateTime::from_timestamp(i64::try_from(seconds).ok()?, 0)?;
        Self::within(instant.date_naive())
    }

    /// A day of chrono's calendar; `None` outside the years 1 to 9999.
    #[must_use]
    pub fn within(date: NaiveDate) -> Option<Self> {
        (1..=9999).contains(&date.year()).then_some(Self(date))
    }

    /// The day of the calendar.
    #[must_use]
    pub fn day(self) -> NaiveDate {
        self.0
    }

    /// The year, from 1.
    #[must_use]
    pub fn year(self) -> u16 {
        u16::try_from(self.0.year()).unwrap_or_default()
    }

    /// The month, from 1.
    #[must_use]
    pub fn month(self) -> u8 {
        u8::try_from(self.0.month()).unwrap_or_default()
    }

    /// The day of the month, from 1.
    #[must_use]
    pub fn day_of_month(self) -> u8 {
        u8::try_from(self.0.day()).unwrap_or_default()
    }

    /// So many days later; the last day of the calendar where there is none.
    #[must_use]
    pub fn plus_days(self, days: u32) -> Self {
        let later = self.0.checked_add_days(Days::new(u64::from(days))).and_then(Self::within);
        later.unwrap_or(Self(NaiveDate::from_ymd_opt(9999, 12, 31).unwrap_or(self.0)))
    }

    /// How many days after another it lies; below zero where it lies before.
    #[must_use]
    pub fn days_since(self, other: Self) -> i64 {
        self.0.signed_duration_since(other.0).num_days()
    }
}

/// The day from which computers count.
impl Default for Date {
    fn default() -> Self {
        Self(NaiveDate::default())
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.format("%Y-%m-%d"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_written_as_they_were_read() {
        for text in ["2026-05-12", "2024-02-29", "0001-01-01", "9999-12-31"] {
            assert_eq!(Date::parse(text).unwrap().to_string(), text);
        }
        for odd in ["", "2026-5-12", "2026-02-30", "12.05.2026", "+2026-05-1", "2026-05-12T00:00"] {
            assert_eq!(Date::parse(odd), Err(Refusal::NotADate), "{odd}");
        }
    }

    #[test]
    fn seconds_since_1970_are_a_day() {
        let day = |seconds| Date::after_1970(seconds).map(|day| day.to_string());
        assert_eq!(day(86_399).as_deref(), Some("1970-01-01"));
        assert_eq!(day(951_782_400).as_deref(), Some("2000-02-29"));
        assert_eq!(day(1_798_761_599).as_deref(), Some("2026-12-31"));
        assert_eq!(day(u64::MAX), None);
        assert_eq!(Date::default().to_string(), "1970-01-01");
    }

    #[test]
    fn the_calendar_is_counted_in_days() {
        let date = |text| Date::parse(text).unwrap();
        assert_eq!(date("2026-06-01").plus_days(30), date("2026-07-01"));
        assert_eq!(date("2026-03-01").days_since(date("2026-02-28")), 1);
        assert_eq!(date("9999-12-30").plus_days(50), date("9999-12-31"));
    }
}
