//! The written form of numbers, times, shares, money and rates: `45 s`, `3 min 25 s`, `2 ± 0.5
//! min`, `1:30`, `exp 2 min`, `70 %`, `1/3`, `$1,250`, `54/h`.
//!
//! One reader for all: fields, tables, command line and file take the same texts, in English and
//! Chinese. Start at [`read_time`], [`read_rate_per_hour`], [`read_share`], [`read_money`] and
//! [`read_count`]; a [`Context`] tells what is known around the text.
//!
//! # What always holds
//!
//! - A text is read as one value or refused with the reason; nothing is guessed in silence: what
//!   was taken for granted comes with the value as a [`Note`].
//! - What a field shows is read back as the same value
//!   (`what_a_field_holds_is_read_back_as_the_same`).
//! - A file is written in the notation of its first version, the same in every language, which
//!   every version reads (`the_form_of_the_file_is_read_the_same_by_the_quick_way`).
//! - Reading depends on text and context alone, never on the language of the interface.
//!
//! It knows neither columns by name nor files; `exchange` and `storage` find the texts.

mod clock;
mod column;
mod context;
mod law;
mod length;
mod nouns;
mod number;
mod numerals;
mod rate;
mod share;
#[cfg(test)]
mod tests;
mod threes;
mod vague;
mod words;
mod writing;

pub use clock::read_time_of_day;
pub use column::{Habits, unit_in_heading};
pub use context::{
    Calendar, Clock, Context, LengthUnit, Note, RateUnit, Reading, USUAL_WORKING_HOURS,
    WORKING_DAYS,
};
pub use law::{LONGEST_S, read_span, read_time};
pub use nouns::names_customers;
pub use number::{DecimalMark, LARGEST_COUNT, has_decimal_comma, read_count, read_quantity};
pub use rate::{FASTEST_PER_HOUR, longer_rate_unit, rate_in, read_rate_per_hour};
pub use share::{read_money, read_share, read_share_or_percent};
pub use threes::in_threes;

use super::quantity::{Quantity, Share};
use super::refusal::Refusal;
use super::time::{Law, ServiceTime, Span, TimeUnit};

/// Reads a plain number of which nothing else is known.
///
/// # Errors
/// As [`read_quantity`].
pub fn parse_quantity(text: &str) -> Result<Quantity, Refusal> {
    read_quantity(text, DecimalMark::Point)
}

/// Reads a whole number from 1 up.
///
/// # Errors
/// [`Refusal::NotACount`].
pub fn parse_count(text: &str) -> Result<std::num::NonZeroU32, Refusal> {
    read_count(text, DecimalMark::Point)
}

/// Reads where random numbers start: a whole number from 0 to 2³² − 1.
///
/// # Errors
/// [`Refusal::SeedRange`].
pub fn parse_seed(text: &str) -> Result<u32, Refusal> {
    let value = parse_quantity(text).map_err(|_| Refusal::SeedRange)?.get();
    if value.fract() != 0.0 || value > f64::from(u32::MAX) {
        return Err(Refusal::SeedRange);
    }
    // A whole number within the bounds just checked.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    Ok(value as u32)
}

/// Reads a share.
///
/// # Errors
/// As [`read_share`].
pub fn parse_share(text: &str) -> Result<Share, Refusal> {
    read_share(text, DecimalMark::Point)
}

/// Reads a rate per hour where no opening hours are known.
///
/// # Errors
/// As [`read_rate_per_hour`].
pub fn parse_rate_per_hour(text: &str) -> Result<Quantity, Refusal> {
    read_rate_per_hour(text, &Context::default()).map(|reading| reading.value)
}

/// Reads a unit of time that is all of a text: `min`, `分钟`, `working days`.
#[must_use]
pub fn parse_unit(text: &str) -> Option<LengthUnit> {
    length::unit(&number::plain(text))
}

/// Reads a length of time of which nothing else is known, however long; a plain number is in
/// `default`.
///
/// # Errors
/// As [`read_span`], but for the longest time.
pub fn parse_span(text: &str, default: TimeUnit) -> Result<Span, Refusal> {
    match writing::written_span(text) {
        Some((value, unit)) => Span::new(value, unit),
        None => law::any_span(text, &Context::of_unit(default)).map(|reading| reading.value),
    }
}

/// Reads a time with or without spread of which nothing else is known, however long; a plain number
/// is in `default`.
///
/// # Errors
/// As [`read_time`], but for the longest time.
pub fn parse_time(text: &str, default: TimeUnit) -> Result<ServiceTime, Refusal> {
    match writing::written_span(text) {
        Some((value, unit)) => ServiceTime::new(Law::Fixed(value), unit),
        None => law::any_time(text, &Context::of_unit(default)).map(|reading| reading.value),
    }
}
