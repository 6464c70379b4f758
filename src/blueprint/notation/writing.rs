//! The written form of the file: the notation of its first version, the same in every language.

use std::fmt;

use crate::blueprint::time::{Law, ServiceTime, Span};

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.value(), self.unit().symbol())
    }
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
