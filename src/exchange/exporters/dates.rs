//! The day that a file is from.

/// A day of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    /// The year.
    pub year: u16,
    /// The month, 1 to 12.
    pub month: u8,
    /// The day of the month, from 1.
    pub day: u8,
}

/// The day from which computers count.
impl Default for Date {
    fn default() -> Self {
        Self { year: 1970, month: 1, day: 1 }
    }
}

/// Seconds of a day.
const DAY: u64 = 86_400;

impl Date {
    /// A day as `2026-11-29`; `None` for what is no such day.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let mut parts = text.trim().split('-');
        let [year, month, day] = [parts.next()?, parts.next()?, parts.next()?];
        let is_number = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if parts.next().is_some() || year.len() != 4 || ![year, month, day].map(is_number)[0] {
            return None;
        }
        let date =
            Self { year: year.parse().ok()?, month: month.parse().ok()?, day: day.parse().ok()? };
        let days = days_of(date.year, date.month)?;
        (1..=days).contains(&date.day).then_some(date)
    }

    /// The day, in Greenwich, so many seconds after 1970 began; `None` beyond the year 9999.
    #[must_use]
    pub fn after_1970(seconds: u64) -> Option<Self> {
        let mut left = seconds / DAY;
        let mut date = Self::default();
        loop {
            let days = if is_leap(date.year) { 366 } else { 365 };
            if left < days {
                break;
            }
            left -= days;
            date.year += 1;
            if date.year > 9999 {
                return None;
            }
        }
        while let Some(days) = days_of(date.year, date.month).map(u64::from) {
            if left < days {
                break;
            }
            left -= days;
            date.month += 1;
        }
        date.day = u8::try_from(left + 1).ok()?;
        Some(date)
    }
}

fn is_leap(year: u16) -> bool {
    year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
}

/// How many days a month has.
fn days_of(year: u16, month: u8) -> Option<u8> {
    Some(match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 => 28 + u8::from(is_leap(year)),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_as_it_is_written_in_files() {
        let date = |year, month, day| Some(Date { year, month, day });
        assert_eq!(Date::read("2026-11-29"), date(2026, 11, 29));
        assert_eq!(Date::read(" 2024-02-29 "), date(2024, 2, 29));
        for wrong in ["2026-02-29", "2026-13-01", "29-11-2026", "2026-1", "2026-1-0", "+026-01-01"]
        {
            assert_eq!(Date::read(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn seconds_since_1970_are_a_day() {
        let day = |seconds| Date::after_1970(seconds).map(|d| (d.year, d.month, d.day));
        assert_eq!(day(0), Some((1970, 1, 1)));
        assert_eq!(day(86_399), Some((1970, 1, 1)));
        assert_eq!(day(951_782_400), Some((2000, 2, 29)));
        assert_eq!(day(1_795_910_400), Some((2026, 11, 29)));
        assert_eq!(day(1_798_761_599), Some((2026, 12, 31)));
        assert_eq!(day(u64::MAX), None);
    }
}
