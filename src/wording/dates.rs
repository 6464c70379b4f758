//! Days, as people write them.

use super::texts::Wording;
use crate::blueprint::{Date, Timestamp};

impl Wording {
    /// The day on which something was said, where it was said.
    #[must_use]
    pub fn day_of(&self, at: &Timestamp) -> String {
        Date::within(at.at().date_naive()).map(|day| self.date(day)).unwrap_or_default()
    }

    /// A day: `29 November 2026`.
    #[must_use]
    pub fn date(&self, date: Date) -> String {
        let arguments = [
            ("day", date.day_of_month().to_string().into()),
            ("month", date.month().into()),
            // As a number it could be set with a mark between its thousands.
            ("year", date.year().to_string().into()),
        ];
        self.with("page-date", &arguments)
    }

    /// A day without its year, where room is scarce: `29 Nov`.
    #[must_use]
    pub fn short_date(&self, date: Date) -> String {
        let arguments =
            [("day", date.day_of_month().to_string().into()), ("month", date.month().into())];
        self.with("short-date", &arguments)
    }
}

#[cfg(test)]
mod tests {
    use crate::blueprint::Date;
    use crate::wording::{Language, Wording};

    #[test]
    fn a_day_is_written_as_in_a_letter() {
        let written =
            |language, month| Wording::new(language).date(Date::of(2026, month, 9).unwrap());
        assert_eq!(written(Language::English, 1), "9 January 2026");
        assert_eq!(written(Language::English, 12), "9 December 2026");
        assert_eq!(written(Language::Chinese, 11), "2026 年 11 月 9 日");
    }
}
