//! Sums that do not depend on the order of what is added.

/// A sum with the digits that a number loses kept beside it (Neumaier 1974), so that the rows of a
/// table can be added in any order: twice as many digits are carried as are read.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Sum {
    high: f64,
    low: f64,
}

impl Sum {
    /// Adds a number.
    pub(crate) fn add(&mut self, number: f64) {
        let sum = self.high + number;
        let lost = if self.high.abs() >= number.abs() {
            (self.high - sum) + number
        } else {
            (number - sum) + self.high
        };
        self.low += lost;
        self.high = sum;
    }

    /// The sum, rounded once.
    pub(crate) fn value(self) -> f64 {
        let sum = self.high + self.low;
        // Beyond all numbers, what was lost is none.
        if sum.is_nan() { self.high } else { sum }
    }
}

impl FromIterator<f64> for Sum {
    fn from_iter<I: IntoIterator<Item = f64>>(numbers: I) -> Self {
        let mut sum = Self::default();
        for number in numbers {
            sum.add(number);
        }
        sum
    }
}

/// The sum of some numbers, whatever their order.
pub(crate) fn sum_of(numbers: impl IntoIterator<Item = f64>) -> f64 {
    numbers.into_iter().collect::<Sum>().value()
}

#[cfg(test)]
mod tests {
    use super::sum_of;

    #[test]
    fn the_order_does_not_matter() {
        let mut numbers: Vec<f64> = (1..200).map(|n| 1.0 / f64::from(n)).collect();
        numbers.extend([1e9, 1e-9, 3.3e4]);
        let forward = sum_of(numbers.iter().copied());
        assert_eq!(forward.to_bits(), sum_of(numbers.iter().rev().copied()).to_bits());
        numbers.sort_by(f64::total_cmp);
        assert_eq!(forward.to_bits(), sum_of(numbers).to_bits());
        assert!(sum_of([f64::INFINITY, 1.0]) > f64::MAX);
        assert_eq!(sum_of([]).to_bits(), 0.0_f64.to_bits());
    }
}
