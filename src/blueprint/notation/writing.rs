//! The written form of the file: the notation of its first version, the same in every language.

use std::fmt;

use crate::blueprint::time::{Law, ServiceTime, Span, TimeUnit};

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.value(), self.unit().symbol())
    }
}

/// Reads what [`Span`] and a fixed [`ServiceTime`] write: digits, a blank, the sign of a unit. `None`
/// for any other form. A quick way for files, which hold this form thousands of times.
pub(super) fn written_span(text: &str) -> Option<(f64, TimeUnit)> {
    let (number, symbol) = text.split_once(' ')?;
    let unit = TimeUnit::ALL.into_iter().find(|unit| unit.symbol() == symbol)?;
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let (whole, fraction) = number.split_once('.').unwrap_or((number, "0"));
    if !digits(whole) || !digits(fraction) {
        return None;
    }
    number.parse().ok().map(|value| (value, unit))
}

impl fmt::Display for ServiceTime {
    /// Writes what [`super::parse_time`] reads back to an equal value.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.law() {
            Law::Fixed(value) => write!(f, "{value}")?,
            Law::Uniform { low, high } => write!(f, "{low}–{high}")?,
            Law::Triangular { low, mode, high } => write!(f, "triangular {low}, {mode}, {high}")?,
            Law::Normal { mean, sd } => write!(f, "{mean} ± {sd}")?,
            Law::Exponential { mean } => write!(f, "exp {mean}")?,
            Law::Erlang { stages, mean } => write!(f, "erlang {stages}, {mean}")?,
            Law::LogNormal { mean, sd } => write!(f, "lognormal {mean}, {sd}")?,
            Law::Samples(values) => {
                f.write_str("samples ")?;
                for (index, value) in values.iter().enumerate() {
                    let separator = if index == 0 { "" } else { ", " };
                    write!(f, "{separator}{value}")?;
                }
            }
        }
        write!(f, " {}", self.unit().symbol())
    }
}
