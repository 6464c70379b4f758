//! Means with their intervals.

use crate::analysis::Figure;

/// Student's quantile for the sixteen runs of the long run.
pub const STUDENT_OF_RUNS: f64 = 2.131_450;

/// A mean with half the width of its 95 % interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    /// The mean.
    pub mean: f64,
    /// Half the width of the interval; infinite where there is but one replication.
    pub half_width: f64,
}

impl Estimate {
    /// Half the width as a part of the true value, whose place is not known: tested as γ ÷ (1 + γ) (Law &
    /// Kelton 2000, section 9.4).
    #[must_use]
    pub fn relative_width(&self) -> f64 {
        let width = self.half_width / self.mean.abs();
        if self.half_width == 0.0 { 0.0 } else { width / (1.0 - width).max(0.0) }
    }

    /// Nothing, for certain.
    pub const ZERO: Self = Self::certain(0.0);

    /// What is known for certain.
    #[must_use]
    pub const fn certain(mean: f64) -> Self {
        Self { mean, half_width: 0.0 }
    }

    /// The sum with another, whose interval holds it for certain where those of the two hold theirs.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self { mean: self.mean + other.mean, half_width: self.half_width + other.half_width }
    }

    /// The same in another unit.
    #[must_use]
    pub fn times(self, factor: f64) -> Self {
        // Nothing of what is not known at all is nothing for certain.
        let half_width = if factor == 0.0 { 0.0 } else { self.half_width * factor.abs() };
        Self { mean: self.mean * factor, half_width }
    }
}

/// A ratio of two sums over independent replications, as a mean per customer is: Σy ÷ Σx, with the
/// variance of yᵢ − R xᵢ (Crane & Iglehart 1975). `None` where Σx is zero.
#[must_use]
pub fn ratio(pairs: impl ExactSizeIterator<Item = (f64, f64)> + Clone) -> Option<Estimate> {
    let count = pairs.len();
    let (y, x) = pairs.clone().fold((0.0, 0.0), |(y, x), pair| (y + pair.0, x + pair.1));
    if x == 0.0 || count == 0 {
        return None;
    }
    let mean = y / x;
    if count < 2 {
        return Some(Estimate { mean, half_width: f64::INFINITY });
    }
    let squares = pairs.map(|(y, x)| (y - mean * x) * (y - mean * x)).sum::<f64>();
    let n = count as f64;
    let error = (squares / (n - 1.0) / n).sqrt() / (x / n);
    Some(Estimate { mean, half_width: student(count - 1) * error })
}

/// Student's quantile at 97.5 % for so many degrees of freedom: from tables up to thirty, beyond by the
/// expansion of Fisher & Cornish 1960, right to five digits.
#[must_use]
pub fn student(freedom: usize) -> f64 {
    const NORMAL: f64 = 1.959_963_984_540_054;
    const TABLE: [f64; 30] = [
        12.706_205, 4.302_653, 3.182_446, 2.776_445, 2.570_582, 2.446_912, 2.364_624, 2.306_004,
        2.262_157, 2.228_139, 2.200_985, 2.178_813, 2.160_369, 2.144_787, 2.131_450, 2.119_905,
        2.109_816, 2.100_922, 2.093_024, 2.085_963, 2.079_614, 2.073_873, 2.068_658, 2.063_899,
        2.059_539, 2.055_529, 2.051_831, 2.048_407, 2.045_230, 2.042_272,
    ];
    if freedom == 0 {
        return f64::INFINITY;
    }
    if let Some(value) = TABLE.get(freedom - 1) {
        return *value;
    }
    let (n, z) = (freedom as f64, NORMAL);
    let (z3, z5, z7) = (z * z * z, z * z * z * z * z, z * z * z * z * z * z * z);
    let first = (z3 + z) / (4.0 * n);
    let second = (5.0 * z5 + 16.0 * z3 + 3.0 * z) / (96.0 * n * n);
    let third = (3.0 * z7 + 19.0 * z5 + 17.0 * z3 - 15.0 * z) / (384.0 * n * n * n);
    z + first + second + third
}

/// How many of a series' first values to leave out so that the mean of the rest is known best: MSER (White
/// 1997). The least Σ(xⱼ − x̄)² ÷ (B − d)² over all d that leave half of them and one more; of equals the
/// first. Linear.
#[must_use]
pub fn warm_up(values: &[f64]) -> usize {
    let (mut sum, mut squares, mut best) = (0.0, 0.0, (f64::INFINITY, 0));
    for (at, value) in values.iter().enumerate().rev() {
        sum += value;
        squares += value * value;
        let left = (values.len() - at) as f64;
        let off = (squares - sum * sum / left).max(0.0) / (left * left);
        // Ends of a series are alike by chance.
        if values.len() - at >= 5 && off <= best.0 {
            best = (off, at);
        }
    }
    best.1
}

/// A figure that was simulated; lacking where there is none, or no interval yet.
#[must_use]
pub fn simulated(estimate: Option<Estimate>) -> Figure {
    let known = estimate.filter(|estimate| estimate.half_width.is_finite());
    let figure = |it: Estimate| Figure::simulated(it.mean, it.half_width);
    known.map_or_else(Figure::default, figure)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_of_student_are_right_on_both_sides_of_the_table() {
        assert!((student(15) - 2.131_450).abs() < 1e-6);
        assert!((student(31) - 2.039_513).abs() < 1e-5, "{}", student(31));
        assert!((student(100) - 1.983_972).abs() < 2e-6, "{}", student(100));
    }

    #[test]
    fn a_ratio_of_equal_replications_is_certain() {
        let certain = ratio([(2.0, 1.0), (4.0, 2.0)].into_iter()).unwrap();
        assert_eq!(certain, Estimate { mean: 2.0, half_width: 0.0 });
        assert_eq!(ratio([(0.0, 0.0)].into_iter()), None);
        assert!(ratio([(2.0, 1.0)].into_iter()).unwrap().half_width.is_infinite());
        let spread = ratio([(1.0, 1.0), (2.0, 1.0), (3.0, 1.0)].into_iter()).unwrap();
        assert!((spread.half_width - 4.302_653 / 3.0_f64.sqrt()).abs() < 1e-6);
    }

    #[test]
    fn a_rise_at_the_start_is_left_out() {
        let mut values = vec![0.0, 2.0, 4.0, 5.0];
        values.extend((0..60).map(|at| 6.0 + f64::from(at % 3) * 0.1));
        assert_eq!(warm_up(&values), 4);
        assert_eq!(warm_up(&[1.0; 64]), 0);
        let rising: Vec<f64> = (0..64).map(f64::from).collect();
        assert!(warm_up(&rising) >= 32);
    }
}
