//! Sums that do not depend on the order of their terms.

/// A sum of numbers with about twice as many digits as they have (Knuth 1969, "two-sum"), so that
/// its rounded value is the same in whatever order they come: rows in another order change no
/// figure, not even in its last bit. Constant time a term.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Sum {
    high: f64,
    low: f64,
}

impl Sum {
    /// Adds a term.
    pub(crate) fn add(&mut self, term: f64) {
        let sum = self.high + term;
        let of_term = sum - self.high;
        self.low += (self.high - (sum - of_term)) + (term - of_term);
        self.high = sum;
    }

    /// The sum, rounded once.
    pub(crate) fn value(self) -> f64 {
        // What overflowed has no remainder.
        if self.high.is_finite() { self.high + self.low } else { self.high }
    }
}

impl FromIterator<f64> for Sum {
    fn from_iter<T: IntoIterator<Item = f64>>(terms: T) -> Self {
        let mut sum = Self::default();
        terms.into_iter().for_each(|term| sum.add(term));
        sum
    }
}

#[cfg(test)]
mod tests {
    use super::Sum;

    #[test]
    fn the_order_of_terms_changes_no_bit() {
        let mut terms: Vec<f64> = (1..200).map(|n| f64::from(n * n) / 7.0 + 0.1).collect();
        let forward = terms.iter().copied().collect::<Sum>().value();
        let plain: f64 = terms.iter().sum();
        terms.reverse();
        assert_eq!(terms.iter().copied().collect::<Sum>().value().to_bits(), forward.to_bits());
        terms.sort_by(|a, b| (a % 1.0).total_cmp(&(b % 1.0)));
        assert_eq!(terms.into_iter().collect::<Sum>().value().to_bits(), forward.to_bits());
        assert!((plain - forward).abs() < 1e-9 * forward);
        assert_eq!(
            [1e16, 1.0, -1e16].into_iter().collect::<Sum>().value().to_bits(),
            1.0_f64.to_bits()
        );
        assert!([f64::MAX, f64::MAX].into_iter().collect::<Sum>().value().is_infinite());
    }
}
