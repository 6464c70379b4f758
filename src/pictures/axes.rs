//! The words at the marks of an axis.

use crate::wording::Wording;

/// A time at a mark of an axis that ends at `end_s` seconds: all marks in one unit. Beyond some
/// days as people put it.
pub(super) fn mark_of_time(words: &Wording, seconds: f64, end_s: f64) -> String {
    let (key, unit) = match end_s {
        end if end <= 120.0 => ("seconds", 1.0),
        end if end <= 7_200.0 => ("minutes", 60.0),
        end if end <= 172_800.0 => ("hours", 3_600.0),
        _ => return words.time(seconds),
    };
    let number = seconds / unit;
    words.with(key, &[("number", words.number(number).into()), ("count", number.into())])
}
