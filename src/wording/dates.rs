//! Days, as people write them.

use super::texts::Wording;
use crate::blueprint::Timestamp;
use crate::exchange::Date;

impl Wording {
    /// The day on which something was said, where it was said.
    #[must_use]
    pub fn day_of(&self, at: &Timestamp) -> String {
        use chrono::Datelike;
        let day = at.at().date_naive();
        let small = |number: u32| u8::try_from(number).unwrap_or_default();
        self.date(Date {
            year: u16::try_from(day.year()).unwrap_or_default(),
            month: small(day.month()),
            day: small(day.day()),
        })
    }

    /// A day: `29 November 2026`.
    #[must_use]
    pub fn date(&self, date: Date) -> String {
        let arguments = [
            ("day", date.day.to_string().into()),
            ("month", date.month.into()),
            // As a number it could be set with a mark between its thousands.
            ("year", date.year.to_string().into()),
        ];
        self.with("page-date", &arguments)
    }
}

#[cfg(test)]
mod tests {
    use crate::exchange::Date;
    use crate::wording::{Language, Wording};

    #[test]
    fn a_day_is_written_as_in_a_letter() {
        let written =
            |language, month| Wording::new(language).date(Date { year: 2026, month, day: 9 });
        assert_eq!(written(Language::English, 1), "9 January 2026");
        assert_eq!(written(Language::English, 12), "9 December 2026");
        assert_eq!(written(Language::Chinese, 11), "2026 年 11 月 9 日");
    }
}
