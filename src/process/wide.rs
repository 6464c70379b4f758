//! Numbers with twice the digits, for what is rounded so often that the order would show.

use std::ops::{Add, Div, Mul, Sub};

/// A number of some 32 digits: the sum of two, of which the second holds what the first lost (Dekker
/// 1971, "A floating-point technique for extending the available precision"). Results that were
/// computed in another order agree once they are rounded to one number.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Wide {
    high: f64,
    low: f64,
}

impl Wide {
    pub(crate) const ONE: Self = Self { high: 1.0, low: 0.0 };

    /// The number, rounded once.
    pub(crate) fn value(self) -> f64 {
        self.high + self.low
    }

    /// Of a sum whose first part is the larger.
    fn of_parts(high: f64, low: f64) -> Self {
        let sum = high + low;
        Self { high: sum, low: low - (sum - high) }
    }

    /// The whole of a sum (Knuth 1969).
    fn of_sum(a: f64, b: f64) -> Self {
        let sum = a + b;
        let rest = sum - a;
        Self { high: sum, low: (a - (sum - rest)) + (b - rest) }
    }

    /// The whole of a product (Veltkamp 1968, Dekker 1971).
    fn of_product(a: f64, b: f64) -> Self {
        let product = a * b;
        let ((a_high, a_low), (b_high, b_low)) = (halves(a), halves(b));
        let lost = ((a_high * b_high - product) + a_high * b_low + a_low * b_high) + a_low * b_low;
        Self { high: product, low: lost }
    }
}

/// Two numbers of half the digits each.
fn halves(number: f64) -> (f64, f64) {
    const SPLITTER: f64 = 134_217_729.0;
    let wide = SPLITTER * number;
    let high = wide - (wide - number);
    (high, number - high)
}

impl From<f64> for Wide {
    fn from(number: f64) -> Self {
        Self { high: number, low: 0.0 }
    }
}

impl Add for Wide {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        let (high, low) = (Self::of_sum(self.high, other.high), Self::of_sum(self.low, other.low));
        let sum = Self::of_parts(high.high, high.low + low.high);
        Self::of_parts(sum.high, sum.low + low.low)
    }
}

impl Sub for Wide {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        self + Self { high: -other.high, low: -other.low }
    }
}

impl Mul for Wide {
    type Output = Self;

    fn mul(self, other: Self) -> Self {
        let product = Self::of_product(self.high, other.high);
        let rest = self.high * other.low + self.low * other.high;
        Self::of_parts(product.high, product.low + rest)
    }
}

impl Div for Wide {
    type Output = Self;

    fn div(self, other: Self) -> Self {
        let first = self.high / other.high;
        let rest = self - other * Self::from(first);
        let second = rest.high / other.high;
        let rest = rest - other * Self::from(second);
        Self::of_parts(first, second) + Self::from(rest.high / other.high)
    }
}

impl std::iter::Sum for Wide {
    fn sum<I: Iterator<Item = Self>>(numbers: I) -> Self {
        numbers.fold(Self::default(), Add::add)
    }
}

#[cfg(test)]
mod tests {
    use super::Wide;

    #[test]
    fn twice_as_many_digits_are_carried() {
        let third = Wide::ONE / Wide::from(3.0);
        let whole = third * Wide::from(3.0);
        assert!((whole - Wide::ONE).value().abs() < 1e-30);
        let tenth = Wide::from(0.1);
        let lost = (tenth + Wide::from(1e-25)) - tenth;
        assert!((lost.value() - 1e-25).abs() < 1e-33);
        let shares = [0.3, 0.7, 0.45, 0.05].map(Wide::from);
        let forward = shares.iter().fold(Wide::ONE, |product, share| product * *share);
        let back = shares.iter().rev().fold(Wide::ONE, |product, share| product * *share);
        assert_eq!(forward.value().to_bits(), back.value().to_bits());
    }
}
