//! Numbers that cannot be nonsense: finite, not negative, within reason.

use std::fmt;

use super::refusal::Refusal;

/// The largest number that any field takes; beyond it a typing error is certain.
pub const LARGEST: f64 = 1e12;

/// A finite number from 0 to [`LARGEST`]: money, rates, squared coefficients of variation.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd, Default)]
pub struct Quantity(f64);

impl Quantity {
    /// Nothing.
    pub const ZERO: Self = Self(0.0);
    /// One.
    pub const ONE: Self = Self(1.0);

    /// Checks a number.
    ///
    /// # Errors
    /// [`Refusal::NotANumber`], [`Refusal::Negative`] or [`Refusal::TooLarge`].
    pub fn new(value: f64) -> Result<Self, Refusal> {
        if !value.is_finite() {
            Err(Refusal::NotANumber)
        } else if value < 0.0 {
            Err(Refusal::Negative)
        } else if value > LARGEST {
            Err(Refusal::TooLarge)
        } else {
            // Adding zero turns −0 into 0, so that equal values are written alike.
            Ok(Self(value + 0.0))
        }
    }

    /// The number.
    #[must_use]
    pub fn get(self) -> f64 {
        self.0
    }
}

impl From<u32> for Quantity {
    fn from(value: u32) -> Self {
        Self(f64::from(value))
    }
}

impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// A part of a whole between 0 and 1, kept the way it was entered: `70 %` or `1/3`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Share {
    part: f64,
    whole: f64,
}

impl Share {
    /// All of it: 100 %.
    pub const ALL: Self = Self { part: 100.0, whole: 100.0 };

    /// So many per cent, from 0 to 100.
    ///
    /// # Errors
    /// As [`Share::fraction`].
    pub fn percent(percent: f64) -> Result<Self, Refusal> {
        Self::fraction(percent, 100.0)
    }

    /// `part` of `whole`, such as 1 of 3; a part of one is kept in per cent where that is the same
    /// number to twelve digits.
    ///
    /// # Errors
    /// A number that is no [`Quantity`], an empty whole, or [`Refusal::ShareAboveOne`].
    pub fn fraction(part: f64, whole: f64) -> Result<Self, Refusal> {
        let (part, whole) = (Quantity::new(part)?.get(), Quantity::new(whole)?.get());
        if whole == 0.0 {
            Err(Refusal::NotANumber)
        } else if part > whole {
            Err(Refusal::ShareAboveOne)
        } else {
            let percent = (whole.to_bits() == 1.0_f64.to_bits()).then(|| tidy(part * 100.0));
            let same = percent.filter(|it| tidy(it / 100.0).to_bits() == part.to_bits());
            Ok(same.map_or(Self { part, whole }, |part| Self { part, whole: 100.0 }))
        }
    }

    /// The share as a number from 0 to 1.
    #[must_use]
    pub fn value(self) -> f64 {
        self.part / self.whole
    }

    /// The part and the whole as they were entered.
    #[must_use]
    pub fn parts(self) -> (f64, f64) {
        (self.part, self.whole)
    }

    /// The share of a share, as two decisions in a row give it.
    #[must_use]
    pub fn of(self, other: Self) -> Self {
        if self.is_all() {
            return other;
        }
        if other.is_all() {
            return self;
        }
        let percent = self.value() * other.value() * 100.0;
        // A product of percentages is shown without the dust of binary fractions.
        Self { part: (percent * 1e9).round() / 1e9, whole: 100.0 }
    }

    /// Two shares together, at most everything.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        if (self.whole - other.whole).abs() < f64::EPSILON {
            Self { part: (self.part + other.part).min(self.whole), whole: self.whole }
        } else {
            let percent = (self.value() + other.value()) * 100.0;
            Self { part: ((percent * 1e9).round() / 1e9).min(100.0), whole: 100.0 }
        }
    }

    /// Whether this is the whole.
    #[must_use]
    pub fn is_all(self) -> bool {
        self.part >= self.whole
    }
}

/// A number without the dust of binary fractions.
fn tidy(value: f64) -> f64 {
    format!("{value:.12e}").parse().unwrap_or(value)
}

impl fmt::Display for Share {
    /// `70 %`, or `1/3` where a fraction was entered.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if (self.whole - 100.0).abs() < f64::EPSILON {
            write!(f, "{} %", self.part)
        } else {
            write!(f, "{}/{}", self.part, self.whole)
        }
    }
}
