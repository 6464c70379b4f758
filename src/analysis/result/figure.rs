//! A figure: a value, how far it can be trusted, and what it lacks if there is none.

use super::basis::Basis;
use super::lack::{Lack, Lacks};

/// A number with its basis, or the reasons why there is none.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Figure {
    /// The number in the unit that the field's name says; finite. `None` is never a zero.
    pub value: Option<f64>,
    /// How far it can be trusted; meaningless without a value.
    pub basis: Basis,
    /// What is missing, most important first; empty if there is a value.
    pub lacks: Lacks,
}

impl Figure {
    /// An exact number.
    #[must_use]
    pub fn exact(value: f64) -> Self {
        Self::new(value, Basis::Exact)
    }

    /// A number with its basis. A number that is not finite becomes a missing method rather than a
    /// shown infinity.
    #[must_use]
    pub fn new(value: f64, basis: Basis) -> Self {
        if value.is_finite() {
            // Adding zero turns −0 into 0, so that equal figures are written alike.
            Self { value: Some(value + 0.0), basis, lacks: Lacks::default() }
        } else {
            Self::lacking([Lack::Method])
        }
    }

    /// No number, for these reasons.
    #[must_use]
    pub fn lacking(lacks: impl IntoIterator<Item = Lack>) -> Self {
        Self { value: None, basis: Basis::Exact, lacks: lacks.into_iter().collect() }
    }
}

/// A figure that falls as another rises: its bounds turn round.
pub(in crate::analysis) fn inverse(figure: &Figure, of: impl Fn(f64) -> f64) -> Figure {
    let basis = match figure.basis {
        Basis::UpperBound => Basis::LowerBound,
        Basis::LowerBound => Basis::UpperBound,
        same => same,
    };
    match figure.value {
        Some(value) => Figure::new(of(value), basis),
        None => figure.clone(),
    }
}
