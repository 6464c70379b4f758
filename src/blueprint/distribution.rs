//! How likely a time is over within so many seconds.

use super::time::{Law, ServiceTime};

/// Stages from which an Erlang law is computed by its expansion for many stages.
const MANY_STAGES: u32 = 500;
/// Stages up to which an Erlang law is summed up term by term.
const FEW_STAGES: u32 = 64;
/// Exponent below which `exp` is zero.
const LEAST_EXPONENT: f64 = -700.0;
/// Terms of a series, which converges within a few square roots of [`MANY_STAGES`].
const MOST_TERMS: usize = 500;

/// The distribution of a [`ServiceTime`] in seconds, made ready to be asked often.
#[derive(Clone, Debug)]
pub struct Distribution {
    shape: Shape,
    mean_s: f64,
    sd_s: f64,
}

/// A law in seconds, with what each question about it needs.
#[derive(Clone, Debug)]
enum Shape {
    Fixed(f64),
    Uniform {
        low: f64,
        high: f64,
    },
    Triangular {
        low: f64,
        mode: f64,
        high: f64,
    },
    /// The uncut curve, and the part of it that is kept, twice.
    Normal {
        mean: f64,
        sd: f64,
        kept_twice: f64,
    },
    Exponential {
        rate: f64,
    },
    Erlang {
        stages: u32,
        rate: f64,
    },
    /// Mean and standard deviation of the logarithm.
    LogNormal {
        mean: f64,
        sd: f64,
    },
    /// Sorted.
    Samples(Vec<f64>),
}

impl ServiceTime {
    /// The probability that the time is over after so many seconds: 0 before it can be, 1 when it
    /// must be.
    ///
    /// For many questions about one time, [`ServiceTime::distribution`] is faster.
    #[must_use]
    pub fn cdf(&self, seconds: f64) -> f64 {
        self.distribution().cdf(seconds)
    }

    /// The distribution of the time. Sorts the values of a sample, else constant time.
    #[must_use]
    pub fn distribution(&self) -> Distribution {
        let unit = self.unit().seconds();
        let mean_s = self.mean_s();
        let shape = if mean_s > 0.0 && self.scv() > 0.0 {
            match self.law() {
                Law::Fixed(_) => Shape::Fixed(mean_s),
                Law::Uniform { low, high } => Shape::Uniform { low: low * unit, high: high * unit },
                Law::Triangular { low, mode, high } => {
                    Shape::Triangular { low: low * unit, mode: mode * unit, high: high * unit }
                }
                Law::Normal { mean, sd } => Shape::Normal {
                    mean: mean * unit,
                    sd: sd * unit,
                    kept_twice: libm::erfc(-mean / (sd * std::f64::consts::SQRT_2)),
                },
                Law::Exponential { .. } | Law::Erlang { stages: 1, .. } => {
                    Shape::Exponential { rate: 1.0 / mean_s }
                }
                Law::Erlang { stages, .. } => {
                    Shape::Erlang { stages: *stages, rate: f64::from(*stages) / mean_s }
                }
                Law::LogNormal { mean, sd } => {
                    let variance = libm::log1p((sd / mean).powi(2));
                    Shape::LogNormal {
                        mean: libm::log(mean_s) - variance / 2.0,
                        sd: variance.sqrt(),
                    }
                }
                Law::Samples(values) => {
                    let mut values: Vec<f64> = values.iter().map(|value| value * unit).collect();
                    values.sort_unstable_by(f64::total_cmp);
                    Shape::Samples(values)
                }
            }
        } else {
            Shape::Fixed(mean_s)
        };
        Distribution { shape, mean_s, sd_s: mean_s * self.scv().sqrt() }
    }
}

impl Distribution {
    /// Mean in seconds.
    #[must_use]
    pub fn mean_s(&self) -> f64 {
        self.mean_s
    }

    /// Standard deviation in seconds; 0 exactly if the time never varies.
    #[must_use]
    pub fn sd_s(&self) -> f64 {
        self.sd_s
    }

    /// Where the probability jumps or bends, in seconds, rising; smooth in between. Empty for laws
    /// that are smooth everywhere from zero on.
    #[must_use]
    pub fn bends_s(&self) -> Vec<f64> {
        match &self.shape {
            Shape::Fixed(value) => vec![*value],
            Shape::Uniform { low, high } => vec![*low, *high],
            Shape::Triangular { low, mode, high } => vec![*low, *mode, *high],
            Shape::Samples(values) => {
                let mut values = values.clone();
                values.dedup();
                values
            }
            Shape::Normal { .. }
            | Shape::Exponential { .. }
            | Shape::Erlang { .. }
            | Shape::LogNormal { .. } => Vec::new(),
        }
    }

    /// The probability averaged over the seconds between two that lie in order: ∫F ÷ their
    /// distance. By Gauss's rule of two points, exact where the probability is a straight line in
    /// between, and for samples.
    #[must_use]
    pub fn average_cdf(&self, from_s: f64, to_s: f64) -> f64 {
        let length = to_s - from_s;
        let jumps = match &self.shape {
            Shape::Fixed(value) => std::slice::from_ref(value),
            Shape::Samples(values) => values.as_slice(),
            _ => &[],
        };
        if jumps.is_empty() || length <= 0.0 {
            let (middle, apart) = (f64::midpoint(from_s, to_s), length / 12.0_f64.sqrt());
            return f64::midpoint(self.cdf(middle - apart), self.cdf(middle + apart));
        }
        let before = jumps.partition_point(|value| *value <= from_s);
        let within = jumps.get(before..).unwrap_or_default().iter();
        let after = within.take_while(|value| **value < to_s).map(|value| (to_s - value) / length);
        (before as f64 + after.sum::<f64>()) / jumps.len() as f64
    }

    /// The probability that the time is over after so many seconds, from 0 to 1. Right to twelve
    /// digits, to seven for Erlang laws of more than 500 stages. At most a few hundred operations.
    #[must_use]
    pub fn cdf(&self, seconds: f64) -> f64 {
        if seconds < 0.0 {
            return 0.0;
        }
        if seconds == f64::INFINITY {
            return 1.0;
        }
        let over = match &self.shape {
            Shape::Fixed(value) => f64::from(u8::from(seconds >= *value)),
            Shape::Uniform { low, high } => (seconds - low) / (high - low),
            Shape::Triangular { low, mode, high } => {
                if seconds <= *low {
                    0.0
                } else if seconds >= *high {
                    1.0
                } else if seconds < *mode {
                    (seconds - low).powi(2) / ((high - low) * (mode - low))
                } else {
                    1.0 - (high - seconds).powi(2) / ((high - low) * (high - mode))
                }
            }
            Shape::Normal { mean, sd, kept_twice } => {
                1.0 - libm::erfc((seconds - mean) / (sd * std::f64::consts::SQRT_2)) / kept_twice
            }
            Shape::Exponential { rate } => -libm::expm1(-seconds * rate),
            Shape::Erlang { stages, rate } => erlang(*stages, seconds * rate),
            Shape::LogNormal { mean, sd } => {
                libm::erfc((mean - libm::log(seconds)) / (sd * std::f64::consts::SQRT_2)) / 2.0
            }
            Shape::Samples(values) => {
                let over = values.partition_point(|value| *value <= seconds);
                over as f64 / values.len().max(1) as f64
            }
        };
        // Not a number only where terms overflow, far beyond every time.
        if over.is_nan() { 1.0 } else { over.clamp(0.0, 1.0) }
    }
}

/// The probability that so many exponential stages of mean 1 are over at `x`: the regularised
/// incomplete gamma function P(stages, x).
fn erlang(stages: u32, x: f64) -> f64 {
    if x <= 0.0 {
        return 0.0;
    }
    let a = f64::from(stages);
    if stages <= FEW_STAGES {
        // The next arrival of a Poisson stream is one of the first so many.
        let (mut term, mut sum) = (1.0, 1.0);
        for stage in 1..stages {
            term *= x / f64::from(stage);
            sum += term;
        }
        let none = if -x < LEAST_EXPONENT { 0.0 } else { libm::exp(-x) };
        return 1.0 - none * sum;
    }
    if stages > MANY_STAGES {
        return many_stages(a, x);
    }
    let front = a * libm::log(x) - x - libm::lgamma(a);
    if front < LEAST_EXPONENT {
        return f64::from(u8::from(x > a));
    }
    let front = libm::exp(front);
    if x < a + 1.0 { front * series(a, x) } else { 1.0 - front * fraction(a, x) }
}

/// The power series of P(a, x) without its front factor (Abramowitz & Stegun 1964, 6.5.29).
fn series(a: f64, x: f64) -> f64 {
    let mut term = 1.0 / a;
    let mut sum = term;
    let mut below = a;
    for _ in 0..MOST_TERMS {
        below += 1.0;
        term *= x / below;
        sum += term;
        if term < sum * 1e-16 {
            break;
        }
    }
    sum
}

/// The continued fraction of 1 − P(a, x) without its front factor (Abramowitz & Stegun 1964,
/// 6.5.31), from the front by Lentz 1976.
fn fraction(a: f64, x: f64) -> f64 {
    let tiny = 1e-300;
    let mut below = x + 1.0 - a;
    let mut c = 1.0 / tiny;
    let mut d = 1.0 / below;
    let mut product = d;
    for term in 1..MOST_TERMS {
        let term = term as f64;
        let above = -term * (term - a);
        below += 2.0;
        let nonzero = |value: f64| if value.abs() < tiny { tiny } else { value };
        d = 1.0 / nonzero(above * d + below);
        c = nonzero(below + above / c);
        let factor = c * d;
        product *= factor;
        if (factor - 1.0).abs() < 1e-16 {
            break;
        }
    }
    product
}

/// P(a, x) for large `a` (Temme 1979, first term of his uniform expansion).
fn many_stages(a: f64, x: f64) -> f64 {
    let beyond = x / a - 1.0;
    let half_square = (beyond - libm::log1p(beyond)).max(0.0);
    let eta = (2.0 * half_square).sqrt().copysign(beyond);
    let first = if eta.abs() < 1e-2 {
        -1.0 / 3.0 + eta / 12.0 - 2.0 * eta * eta / 135.0
    } else {
        1.0 / beyond - 1.0 / eta
    };
    let density = libm::exp(-a * half_square) / (2.0 * std::f64::consts::PI * a).sqrt();
    libm::erfc(-eta * (a / 2.0).sqrt()) / 2.0 - density * first
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blueprint::TimeUnit;

    fn time(law: Law) -> ServiceTime {
        match ServiceTime::new(law, TimeUnit::Minute) {
            Ok(time) => time,
            Err(refusal) => panic!("{refusal}"),
        }
    }

    fn laws() -> Vec<Law> {
        let erlang = |stages| Law::Erlang { stages, mean: 2.0 };
        let mut laws = vec![
            Law::Fixed(2.0),
            Law::Uniform { low: 1.0, high: 3.0 },
            Law::Uniform { low: 0.0, high: 0.5 },
            Law::Triangular { low: 1.0, mode: 2.0, high: 4.0 },
            Law::Triangular { low: 1.0, mode: 1.0, high: 4.0 },
            Law::Triangular { low: 1.0, mode: 4.0, high: 4.0 },
            Law::Normal { mean: 2.0, sd: 0.1 },
            Law::Normal { mean: 1.0, sd: 2.0 },
            Law::Exponential { mean: 2.0 },
            Law::LogNormal { mean: 2.0, sd: 0.5 },
            Law::LogNormal { mean: 2.0, sd: 3.0 },
            Law::Samples(vec![4.0, 1.0, 1.0, 2.5]),
        ];
        laws.extend([1, 2, 5, 64, 65, 200, 500, 501, 20_000].map(erlang));
        laws
    }

    /// ∫(1 − F) and 2∫t(1 − F) by the midpoint rule, in many short steps.
    fn moments(distribution: &Distribution) -> (f64, f64) {
        let end = distribution.mean_s() + 60.0 * distribution.sd_s() + 1.0;
        let steps = 200_000;
        let width = end / f64::from(steps);
        let mut sums = (0.0, 0.0);
        for step in 0..steps {
            let at = (f64::from(step) + 0.5) * width;
            let longer = 1.0 - distribution.cdf(at);
            sums = (sums.0 + longer * width, sums.1 + 2.0 * at * longer * width);
        }
        sums
    }

    #[test]
    fn probabilities_add_up_to_the_mean_and_variation_of_the_law() {
        for law in laws() {
            let time = time(law);
            let (mean, square) = moments(&time.distribution());
            let scv = square / (mean * mean) - 1.0;
            assert!((mean / time.mean_s() - 1.0).abs() < 2e-4, "{time:?}: {mean}");
            // The heavy tail reaches beyond what is added up here.
            let dust = if time.scv() > 2.0 { 0.05 } else { 2e-3 };
            assert!((scv - time.scv()).abs() < dust, "{time:?}: {scv}, not {}", time.scv());
        }
    }

    #[test]
    fn probabilities_rise_from_zero_to_one() {
        for law in laws() {
            let distribution = time(law).distribution();
            let mut before = 0.0;
            for step in 0_u32..20_000 {
                let now = distribution.cdf(f64::from(step) / 20.0);
                assert!(now >= before - 1e-12, "{distribution:?} falls at {step}");
                before = now;
            }
            assert!(distribution.cdf(-1.0) <= 0.0);
            assert!(distribution.cdf(1e9) > 0.999_999);
            assert!(distribution.cdf(f64::INFINITY) >= 1.0);
        }
    }

    #[test]
    fn probabilities_are_averaged_over_a_stretch() {
        let average = |law, from: f64, to: f64| time(law).distribution().average_cdf(from, to);
        let check = |value: f64, expect: f64| assert!((value - expect).abs() < 1e-12, "{value}");
        let sample = || Law::Samples(vec![1.0, 2.0, 2.0, 4.0]);
        // Over a minute from 1.5 on: one of four is over, and two more for half of it.
        check(average(sample(), 90.0, 150.0), 0.5);
        check(average(sample(), 0.0, 60.0), 0.0);
        check(average(sample(), 300.0, 360.0), 1.0);
        check(average(Law::Fixed(1.0), 0.0, 240.0), 0.75);
        check(average(Law::Uniform { low: 1.0, high: 3.0 }, 60.0, 120.0), 0.25);
    }

    #[test]
    fn single_values_are_those_of_the_tables() {
        let check = |law, minutes: f64, expect: f64, dust: f64| {
            let cdf = time(law).cdf(minutes * 60.0);
            assert!((cdf - expect).abs() < dust, "{cdf}, not {expect}");
        };
        check(Law::Exponential { mean: 2.0 }, 2.0, 1.0 - (-1.0_f64).exp(), 1e-15);
        // Two stages of 1: 1 − (1 + x)e⁻ˣ.
        check(Law::Erlang { stages: 2, mean: 2.0 }, 3.0, 1.0 - 4.0 * (-3.0_f64).exp(), 1e-14);
        // χ² with 200 degrees of freedom at its 95 % point, 233.9943 (Pearson & Hartley 1966).
        check(Law::Erlang { stages: 100, mean: 100.0 }, 233.994_269 / 2.0, 0.95, 1e-7);
        // Standard normal: Φ(1.96) (Abramowitz & Stegun 1964); the cut is eight deviations away.
        check(Law::Normal { mean: 8.0, sd: 1.0 }, 9.96, 0.975_002_105, 1e-9);
        check(Law::LogNormal { mean: 2.0, sd: 2.0 }, 2.0 / 2.0_f64.sqrt(), 0.5, 1e-12);
        check(Law::Triangular { low: 1.0, mode: 2.0, high: 4.0 }, 2.0, 1.0 / 3.0, 1e-12);
        check(Law::Samples(vec![3.0, 1.0, 1.0, 5.0]), 1.0, 0.5, 1e-15);
    }

    #[test]
    fn the_expansion_for_many_stages_goes_on_where_the_fraction_ends() {
        for at in [400.0, 480.0, 499.0, 500.0, 502.0, 530.0, 600.0] {
            let (exact, expanded) = (erlang(500, at), many_stages(500.0, at));
            assert!((exact - expanded).abs() < 1e-7, "{exact} and {expanded} at {at}");
        }
    }
}
