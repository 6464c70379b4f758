//! Times as people write them: a value with its unit, or a distribution.

use super::quantity::Quantity;
use super::refusal::Refusal;

/// Units in which times are entered and shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum TimeUnit {
    /// Seconds.
    #[default]
    Second,
    /// Minutes.
    Minute,
    /// Hours.
    Hour,
}

impl TimeUnit {
    /// All units, shortest first.
    pub const ALL: [Self; 3] = [Self::Second, Self::Minute, Self::Hour];

    /// Seconds in one of this unit.
    #[must_use]
    pub fn seconds(self) -> f64 {
        match self {
            Self::Second => 1.0,
            Self::Minute => 60.0,
            Self::Hour => 3600.0,
        }
    }

    /// The international symbol: `s`, `min`, `h`.
    #[must_use]
    pub fn symbol(self) -> &'static str {
        match self {
            Self::Second => "s",
            Self::Minute => "min",
            Self::Hour => "h",
        }
    }
}

/// A length of time in the unit it was entered in.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Span {
    value: Quantity,
    unit: TimeUnit,
}

impl Span {
    /// So many of a unit.
    ///
    /// # Errors
    /// A value that is no [`Quantity`].
    pub fn new(value: f64, unit: TimeUnit) -> Result<Self, Refusal> {
        Ok(Self { value: Quantity::new(value)?, unit })
    }

    /// The number in [`Span::unit`].
    #[must_use]
    pub fn value(self) -> f64 {
        self.value.get()
    }

    /// The unit it was entered in.
    #[must_use]
    pub fn unit(self) -> TimeUnit {
        self.unit
    }

    /// The length in seconds.
    #[must_use]
    pub fn seconds(self) -> f64 {
        self.value.get() * self.unit.seconds()
    }
}

/// How a time varies. Every number is in the unit of the [`ServiceTime`] that holds the law.
#[derive(Clone, Debug, PartialEq)]
pub enum Law {
    /// Always the same.
    Fixed(f64),
    /// Anything between two bounds, all equally likely.
    Uniform {
        /// Least.
        low: f64,
        /// Most.
        high: f64,
    },
    /// Between two bounds with a most likely value.
    Triangular {
        /// Least.
        low: f64,
        /// Most likely.
        mode: f64,
        /// Most.
        high: f64,
    },
    /// The bell curve, cut off at zero: values below zero do not occur, the rest keep their odds.
    Normal {
        /// Mean of the uncut curve.
        mean: f64,
        /// Standard deviation of the uncut curve.
        sd: f64,
    },
    /// Exponential: without memory, scv 1.
    Exponential {
        /// Mean.
        mean: f64,
    },
    /// The sum of equal exponential stages, scv 1/stages.
    Erlang {
        /// Number of stages, from 1.
        stages: u32,
        /// Mean of the sum.
        mean: f64,
    },
    /// Log-normal: skewed, never negative.
    LogNormal {
        /// Mean.
        mean: f64,
        /// Standard deviation.
        sd: f64,
    },
    /// Measured values, all equally likely.
    Samples(Vec<f64>),
}

impl Law {
    /// Passes every number of the law; adding zero to each turns −0 into 0, so that equal laws are
    /// written alike.
    fn each_number(&mut self, mut change: impl FnMut(&mut f64)) {
        match self {
            Self::Fixed(value) | Self::Exponential { mean: value } => change(value),
            Self::Erlang { mean, .. } => change(mean),
            Self::Uniform { low, high } => [low, high].into_iter().for_each(change),
            Self::Triangular { low, mode, high } => {
                [low, mode, high].into_iter().for_each(change);
            }
            Self::Normal { mean, sd } | Self::LogNormal { mean, sd } => {
                [mean, sd].into_iter().for_each(change);
            }
            Self::Samples(values) => values.iter_mut().for_each(change),
        }
    }
}

/// The time that a step takes: a law and the unit of its numbers.
#[derive(Clone, Debug, PartialEq)]
pub struct ServiceTime {
    law: Law,
    unit: TimeUnit,
}

impl ServiceTime {
    /// The most stages that an Erlang law can have; with so many it hardly varies.
    pub const MOST_STAGES: u32 = 1_000_000;

    /// Checks a law and puts a unit to it.
    ///
    /// # Errors
    /// A number that is no [`Quantity`]; bounds out of order; an empty sample; an Erlang law
    /// without stages or with more than [`ServiceTime::MOST_STAGES`]; a spread around a mean of
    /// zero.
    pub fn new(mut law: Law, unit: TimeUnit) -> Result<Self, Refusal> {
        law.each_number(|number| *number += 0.0);
        let check = |values: &[f64]| -> Result<(), Refusal> {
            values.iter().try_for_each(|v| Quantity::new(*v).map(|_| ()))
        };
        let spread = |mean: f64, sd: f64| {
            check(&[mean, sd])?;
            if sd > 0.0 && mean <= 0.0 { Err(Refusal::SpreadAroundZero) } else { Ok(()) }
        };
        match &law {
            Law::Fixed(value) | Law::Exponential { mean: value } => check(&[*value])?,
            Law::Uniform { low, high } => {
                check(&[*low, *high])?;
                if low > high {
                    return Err(Refusal::BoundsOutOfOrder);
                }
            }
            Law::Triangular { low, mode, high } => {
                check(&[*low, *mode, *high])?;
                if low > mode || mode > high {
                    return Err(Refusal::BoundsOutOfOrder);
                }
            }
            Law::Normal { mean, sd } | Law::LogNormal { mean, sd } => spread(*mean, *sd)?,
            Law::Erlang { stages, mean } => {
                check(&[*mean])?;
                if *stages == 0 {
                    return Err(Refusal::NotACount);
                }
                if *stages > Self::MOST_STAGES {
                    return Err(Refusal::TooLarge);
                }
            }
            Law::Samples(values) => {
                check(values)?;
                if values.is_empty() {
                    return Err(Refusal::UnknownTime);
                }
            }
        }
        Ok(Self { law, unit })
    }

    /// A time that never varies.
    ///
    /// # Errors
    /// A value that is no [`Quantity`].
    pub fn fixed(value: f64, unit: TimeUnit) -> Result<Self, Refusal> {
        Self::new(Law::Fixed(value), unit)
    }

    /// The plainest law with this mean and squared coefficient of variation: fixed at 0,
    /// exponential at 1, Erlang at 1/2, 1/3 …, else log-normal.
    ///
    /// # Errors
    /// Numbers that are no [`Quantity`], or a spread around zero.
    pub fn from_mean_scv(mean: f64, scv: f64, unit: TimeUnit) -> Result<Self, Refusal> {
        let scv = Quantity::new(scv)?.get();
        let near = |a: f64, b: f64| (a - b).abs() < 1e-9;
        let law = if scv == 0.0 {
            Law::Fixed(mean)
        } else if near(scv, 1.0) {
            Law::Exponential { mean }
        } else if scv < 1.0 && near((1.0 / scv).round() * scv, 1.0) && 1.0 / scv < 1000.0 {
            // Truncation is the point: the quotient is a whole number from 2 to 999 here.
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
            let stages = (1.0 / scv).round() as u32;
            Law::Erlang { stages, mean }
        } else {
            Law::LogNormal { mean, sd: mean * scv.sqrt() }
        };
        Self::new(law, unit)
    }

    /// The same law with every length multiplied by a factor, in the same unit.
    ///
    /// # Errors
    /// A factor that makes a number no [`Quantity`].
    pub fn scaled(&self, factor: f64) -> Result<Self, Refusal> {
        // A product is shown without the dust of binary fractions.
        let by = |value: &f64| (value * factor * 1e9).round() / 1e9;
        let law = match &self.law {
            Law::Fixed(value) => Law::Fixed(by(value)),
            Law::Uniform { low, high } => Law::Uniform { low: by(low), high: by(high) },
            Law::Triangular { low, mode, high } => {
                Law::Triangular { low: by(low), mode: by(mode), high: by(high) }
            }
            Law::Normal { mean, sd } => Law::Normal { mean: by(mean), sd: by(sd) },
            Law::Exponential { mean } => Law::Exponential { mean: by(mean) },
            Law::Erlang { stages, mean } => Law::Erlang { stages: *stages, mean: by(mean) },
            Law::LogNormal { mean, sd } => Law::LogNormal { mean: by(mean), sd: by(sd) },
            Law::Samples(values) => Law::Samples(values.iter().map(by).collect()),
        };
        Self::new(law, self.unit)
    }

    /// The law, its numbers in [`ServiceTime::unit`].
    #[must_use]
    pub fn law(&self) -> &Law {
        &self.law
    }

    /// The unit that the law's numbers are in.
    #[must_use]
    pub fn unit(&self) -> TimeUnit {
        self.unit
    }

    /// Mean of the law as used, in seconds.
    #[must_use]
    pub fn mean_s(&self) -> f64 {
        self.mean_and_variance().0 * self.unit.seconds()
    }

    /// Squared coefficient of variation of the law as used (0 for a mean of zero).
    #[must_use]
    pub fn scv(&self) -> f64 {
        let (mean, variance) = self.mean_and_variance();
        if mean > 0.0 { variance / (mean * mean) } else { 0.0 }
    }

    /// Mean and variance in the law's unit.
    fn mean_and_variance(&self) -> (f64, f64) {
        match &self.law {
            Law::Fixed(value) => (*value, 0.0),
            Law::Uniform { low, high } => (f64::midpoint(*low, *high), (high - low).powi(2) / 12.0),
            Law::Triangular { low, mode, high } => {
                let (a, c, b) = (*low, *mode, *high);
                ((a + b + c) / 3.0, (a * a + b * b + c * c - a * b - a * c - b * c) / 18.0)
            }
            Law::Normal { mean, sd } => cut_normal(*mean, *sd),
            Law::Exponential { mean } => (*mean, mean * mean),
            Law::Erlang { stages, mean } => (*mean, mean * mean / f64::from(*stages)),
            Law::LogNormal { mean, sd } => (*mean, sd * sd),
            Law::Samples(values) => {
                let n = values.len().max(1) as f64;
                let mean = values.iter().sum::<f64>() / n;
                (mean, values.iter().map(|v| (v - mean).powi(2)).sum::<f64>() / n)
            }
        }
    }
}

/// Mean and variance of a normal law whose negative part is cut off
/// (Johnson, Kotz & Balakrishnan, *Continuous Univariate Distributions*, 1994, ch. 13.10).
fn cut_normal(mean: f64, sd: f64) -> (f64, f64) {
    if sd == 0.0 {
        return (mean, 0.0);
    }
    let cut = -mean / sd;
    let density = libm::exp(-cut * cut / 2.0) / (2.0 * std::f64::consts::PI).sqrt();
    let kept = libm::erfc(cut / std::f64::consts::SQRT_2) / 2.0;
    let hazard = density / kept;
    (mean + sd * hazard, sd * sd * (1.0 + cut * hazard - hazard * hazard))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// (mean, scv) of a law in minutes, to four decimals.
    fn moments(law: Law) -> String {
        match ServiceTime::new(law, TimeUnit::Minute) {
            Ok(time) => format!("{:.4} s, {:.4}", time.mean_s(), time.scv()),
            Err(refusal) => refusal.to_string(),
        }
    }

    #[test]
    fn every_law_knows_its_mean_and_variation() {
        assert_eq!(moments(Law::Fixed(2.0)), "120.0000 s, 0.0000");
        assert_eq!(moments(Law::Uniform { low: 1.0, high: 3.0 }), "120.0000 s, 0.0833");
        assert_eq!(
            moments(Law::Triangular { low: 1.0, mode: 2.0, high: 3.0 }),
            "120.0000 s, 0.0417"
        );
        assert_eq!(moments(Law::Exponential { mean: 2.0 }), "120.0000 s, 1.0000");
        assert_eq!(moments(Law::Erlang { stages: 4, mean: 2.0 }), "120.0000 s, 0.2500");
        assert_eq!(moments(Law::LogNormal { mean: 2.0, sd: 1.0 }), "120.0000 s, 0.2500");
        assert_eq!(moments(Law::Samples(vec![1.0, 3.0])), "120.0000 s, 0.2500");
    }

    #[test]
    fn a_normal_law_is_cut_at_zero() {
        // Half-normal: mean sd·√(2/π), variance sd²·(1 − 2/π).
        let nearly_half = ServiceTime::new(Law::Normal { mean: 1e-9, sd: 1.0 }, TimeUnit::Second);
        let Ok(half) = nearly_half else { panic!("a valid law") };
        let pi = std::f64::consts::PI;
        assert!((half.mean_s() - (2.0 / pi).sqrt()).abs() < 1e-6);
        assert!((half.scv() - (1.0 - 2.0 / pi) * pi / 2.0).abs() < 1e-6);
    }

    #[test]
    fn impossible_laws_are_refused_by_name() {
        assert_eq!(moments(Law::Fixed(f64::NAN)), "not a number");
        assert_eq!(moments(Law::Fixed(-1.0)), "below zero");
        assert_eq!(moments(Law::Fixed(1e13)), "too large");
        assert_eq!(moments(Law::Uniform { low: 3.0, high: 1.0 }), "bounds out of order");
        assert_eq!(moments(Law::Erlang { stages: 0, mean: 1.0 }), "not a whole number from 1 up");
        assert_eq!(moments(Law::Normal { mean: 0.0, sd: 1.0 }), "a spread around zero");
    }

    #[test]
    fn mean_and_scv_give_the_plainest_law() {
        let law = |scv| ServiceTime::from_mean_scv(2.0, scv, TimeUnit::Minute).map(|t| t.law);
        assert_eq!(law(0.0), Ok(Law::Fixed(2.0)));
        assert_eq!(law(1.0), Ok(Law::Exponential { mean: 2.0 }));
        assert_eq!(law(0.25), Ok(Law::Erlang { stages: 4, mean: 2.0 }));
        assert_eq!(law(4.0), Ok(Law::LogNormal { mean: 2.0, sd: 4.0 }));
    }
}
