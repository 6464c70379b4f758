//! Times by the inverse of their law: the larger the random number, the longer the time.

use super::random::{Address, Stream};
use crate::blueprint::{Distribution, Law, ServiceTime};

/// Ticks of the clock in a second: whole microseconds, so that times that end together end together.
pub const TICKS: f64 = 1e6;
/// Stages up to which an Erlang time is the sum of its stages.
const FEW_STAGES: u32 = 64;
/// Steps of Newton's search, which needs a handful.
const MOST_STEPS: usize = 60;

/// To the nearest tick. Times are far below 2⁵² ticks, up to where adding a half is exact.
#[must_use]
#[inline]
// Below zero is zero, and above 2⁶³ the end, as a cast with a sign has it, which takes fewer steps than one without.
#[allow(clippy::cast_possible_truncation)]
pub fn ticks(seconds: f64) -> u64 {
    ((seconds * TICKS + 0.5) as i64).max(0).cast_unsigned()
}

/// A law ready to be drawn from.
#[derive(Clone, Debug)]
pub struct Sampler {
    shape: Shape,
}

/// A law in seconds.
#[derive(Clone, Debug)]
enum Shape {
    Fixed(u64),
    Uniform {
        low: f64,
        high: f64,
    },
    Triangular {
        low: f64,
        mode: f64,
        high: f64,
    },
    /// With the probability that the uncut curve has below zero.
    Normal {
        mean: f64,
        sd: f64,
        below_zero: f64,
    },
    Exponential {
        mean: f64,
    },
    Erlang {
        stages: u32,
        mean: f64,
    },
    ManyStages {
        stages: u32,
        mean: f64,
        law: Box<Distribution>,
    },
    /// Mean and standard deviation of the logarithm.
    LogNormal {
        mean: f64,
        sd: f64,
    },
    /// Sorted.
    Samples(Vec<f64>),
}

impl Sampler {
    /// Of a time. Sorts the values of a sample, else constant time.
    #[must_use]
    pub fn of(time: &ServiceTime) -> Self {
        let (unit, mean_s) = (time.unit().seconds(), time.mean_s());
        if mean_s <= 0.0 || time.scv() <= 0.0 {
            return Self::fixed(mean_s);
        }
        let shape = match time.law() {
            Law::Fixed(_) => Shape::Fixed(ticks(mean_s)),
            Law::Uniform { low, high } => Shape::Uniform { low: low * unit, high: high * unit },
            Law::Triangular { low, mode, high } => {
                Shape::Triangular { low: low * unit, mode: mode * unit, high: high * unit }
            }
            Law::Normal { mean, sd } => Shape::Normal {
                mean: mean * unit,
                sd: sd * unit,
                below_zero: libm::erfc(mean / (sd * std::f64::consts::SQRT_2)) / 2.0,
            },
            Law::Exponential { .. } | Law::Erlang { stages: 1, .. } => {
                Shape::Exponential { mean: mean_s }
            }
            Law::Erlang { stages, .. } if *stages <= FEW_STAGES => {
                Shape::Erlang { stages: *stages, mean: mean_s }
            }
            Law::Erlang { stages, .. } => Shape::ManyStages {
                stages: *stages,
                mean: mean_s,
                law: Box::new(time.distribution()),
            },
            Law::LogNormal { mean, sd } => {
                let variance = libm::log1p((sd / mean) * (sd / mean));
                Shape::LogNormal { mean: libm::log(mean_s) - variance / 2.0, sd: variance.sqrt() }
            }
            Law::Samples(values) => {
                let mut values: Vec<f64> = values.iter().map(|value| value * unit).collect();
                values.sort_unstable_by(f64::total_cmp);
                Shape::Samples(values)
            }
        };
        Self { shape }
    }

    /// Always so many seconds.
    #[must_use]
    pub fn fixed(seconds: f64) -> Self {
        Self { shape: Shape::Fixed(ticks(seconds)) }
    }

    /// Whether it is the same every time.
    #[must_use]
    pub fn is_fixed(&self) -> bool {
        matches!(self.shape, Shape::Fixed(_))
    }

    /// How many ticks it takes at an address.
    #[must_use]
    pub fn draw(&self, stream: Stream, address: Address) -> u64 {
        if let Shape::Fixed(length) = self.shape {
            return length;
        }
        self.at(stream.one(address, Address::MAIN), stream, address)
    }

    /// How many ticks of patience there are at an address.
    #[must_use]
    pub fn draw_patience(&self, stream: Stream, address: Address) -> u64 {
        let first = stream.one(address, Address::PATIENCE);
        self.from(first, stream, address, Address::MORE_PATIENCE)
    }

    /// How many ticks it takes where the first number is known already.
    #[must_use]
    pub fn at(&self, first: f64, stream: Stream, address: Address) -> u64 {
        self.from(first, stream, address, Address::MORE)
    }

    /// How many ticks several take, each at an address of its own, where the first numbers are known already.
    #[must_use]
    pub fn several<const N: usize>(
        &self,
        first: [f64; N],
        stream: Stream,
        address: impl Fn(usize) -> Address,
    ) -> [u64; N] {
        if let Shape::Exponential { mean } = self.shape {
            return first.map(|uniform| ticks(exponential(uniform) * mean));
        }
        std::array::from_fn(|at| self.at(first[at], stream, address(at)))
    }

    /// The same with further stages from a draw on.
    fn from(&self, first: f64, stream: Stream, address: Address, more: u32) -> u64 {
        let seconds = match &self.shape {
            Shape::Fixed(length) => return *length,
            Shape::Uniform { low, high } => low + (high - low) * first,
            Shape::Triangular { low, mode, high } => {
                let (width, bend) = (high - low, (mode - low) / (high - low));
                if first < bend {
                    low + (width * (mode - low) * first).sqrt()
                } else {
                    high - (width * (high - mode) * (1.0 - first)).sqrt()
                }
            }
            Shape::Normal { mean, sd, below_zero } => {
                let above = (1.0 - first) * (1.0 - below_zero);
                (mean + sd * normal(below_zero + first * (1.0 - below_zero), above)).max(0.0)
            }
            Shape::Exponential { mean } => exponential(first) * mean,
            Shape::Erlang { stages, mean } => {
                let rest = stages_product(stages - 1, stream, address, more);
                -libm::log((1.0 - first) * rest) * mean / f64::from(*stages)
            }
            Shape::ManyStages { stages, mean, law } => many_stages(*stages, *mean, law, first),
            Shape::LogNormal { mean, sd } => libm::exp(mean + sd * normal(first, 1.0 - first)),
            Shape::Samples(values) => {
                // Below the number of values; the last one if rounding reaches it.
                #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
                let at = (first * values.len() as f64) as usize;
                values.get(at.min(values.len().saturating_sub(1))).copied().unwrap_or_default()
            }
        };
        ticks(seconds)
    }
}

/// An exponential time of mean 1.
#[must_use]
pub fn exponential(uniform: f64) -> f64 {
    -libm::log(1.0 - uniform)
}

/// The product of 1 − u over so many further stages, two to a draw.
#[must_use]
pub fn stages_product(stages: u32, stream: Stream, address: Address, from: u32) -> f64 {
    let mut product = 1.0;
    for pair in 0..stages.div_ceil(2) {
        let [a, b] = stream.pair(address, from + pair);
        product *= 1.0 - a;
        if pair * 2 + 1 < stages {
            product *= 1.0 - b;
        }
    }
    product
}

/// A time of many stages: from the cube-root rule of Wilson & Hilferty 1931 on by Newton's method, with
/// the slope between two values near by.
fn many_stages(stages: u32, mean: f64, law: &Distribution, uniform: f64) -> f64 {
    let spread = 1.0 / (9.0 * f64::from(stages));
    let root = 1.0 - spread + normal(uniform, 1.0 - uniform) * spread.sqrt();
    let mut time = mean * (root * root * root).max(1e-3);
    let near = mean * 1e-6;
    for _ in 0..MOST_STEPS {
        let slope = (law.cdf(time + near) - law.cdf(time - near)) / (2.0 * near);
        let off = law.cdf(time) - uniform;
        if slope <= 0.0 || off.abs() < 1e-12 {
            break;
        }
        let next = (time - off / slope).clamp(time * 0.5, time * 2.0);
        if (next - time).abs() <= 1e-9 * time {
            return next;
        }
        time = next;
    }
    time
}

/// The normal quantile of a probability, which is given with what it lacks to 1, so that both tails are
/// as fine: Wichura 1988, algorithm AS 241 (PPND16), right to sixteen digits.
#[must_use]
pub fn normal(below: f64, above: f64) -> f64 {
    let q = if below < above { below - 0.5 } else { 0.5 - above };
    if q.abs() <= 0.425 {
        let r = 0.180_625 - q * q;
        return q * ratio(r, &CENTRE);
    }
    let r = (-libm::log(below.min(above))).sqrt();
    let size = if r <= 5.0 { ratio(r - 1.6, &MIDDLE) } else { ratio(r - 5.0, &TAIL) };
    if q < 0.0 { -size } else { size }
}

/// Coefficients from the highest power down: of the numerator, and of the denominator, which ends in 1.
type Ratio = [[f64; 8]; 2];

const CENTRE: Ratio = [
    [
        2_509.080_928_730_122_7,
        33_430.575_583_588_13,
        67_265.770_927_008_7,
        45_921.953_931_549_87,
        13_731.693_765_509_46,
        1_971.590_950_306_551_3,
        133.141_667_891_784_38,
        3.387_132_872_796_366_5,
    ],
    [
        5_226.495_278_852_854,
        28_729.085_735_721_943,
        39_307.895_800_092_71,
        21_213.794_301_586_597,
        5_394.196_021_424_751,
        687.187_007_492_057_9,
        42.313_330_701_600_91,
        1.0,
    ],
];

const MIDDLE: Ratio = [
    [
        0.000_774_545_014_278_341_4,
        0.022_723_844_989_269_184,
        0.241_780_725_177_450_6,
        1.270_458_252_452_368_4,
        3.647_848_324_763_204_5,
        5.769_497_221_460_691,
        4.630_337_846_156_546,
        1.423_437_110_749_683_5,
    ],
    [
        1.050_750_071_644_416_9e-9,
        0.000_547_593_808_499_534_5,
        0.015_198_666_563_616_457,
        0.148_103_976_427_480_08,
        0.689_767_334_985_1,
        1.676_384_830_183_803_8,
        2.053_191_626_637_759,
        1.0,
    ],
];

const TAIL: Ratio = [
    [
        2.010_334_399_292_288_1e-7,
        2.711_555_568_743_487_6e-5,
        0.001_242_660_947_388_078_4,
        0.026_532_189_526_576_124,
        0.296_560_571_828_504_87,
        1.784_826_539_917_291_3,
        5.463_784_911_164_114,
        6.657_904_643_501_103,
    ],
    [
        2.044_263_103_389_939_7e-15,
        1.421_511_758_316_446e-7,
        1.846_318_317_510_054_8e-5,
        0.000_786_869_131_145_613_3,
        0.014_875_361_290_850_615,
        0.136_929_880_922_735_8,
        0.599_832_206_555_888,
        1.0,
    ],
];

fn ratio(x: f64, [above, below]: &Ratio) -> f64 {
    let value = |coefficients: &[f64; 8]| coefficients.iter().fold(0.0, |sum, c| sum * x + c);
    value(above) / value(below)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blueprint::TimeUnit;
    use crate::simulation::random::Arrival;

    fn address(number: u32) -> Address {
        Address { arrival: Arrival { interval: 0, number }, step: 1, visit: 0 }
    }

    fn laws() -> Vec<Law> {
        vec![
            Law::Fixed(45.0),
            Law::Uniform { low: 20.0, high: 50.0 },
            Law::Triangular { low: 10.0, mode: 15.0, high: 60.0 },
            Law::Normal { mean: 40.0, sd: 10.0 },
            // A third of the uncut curve lies below zero.
            Law::Normal { mean: 5.0, sd: 12.0 },
            Law::Exponential { mean: 30.0 },
            Law::Erlang { stages: 3, mean: 30.0 },
            Law::Erlang { stages: 64, mean: 30.0 },
            Law::Erlang { stages: 400, mean: 30.0 },
            Law::LogNormal { mean: 30.0, sd: 40.0 },
            Law::Samples(vec![12.0, 7.0, 30.0, 7.0]),
        ]
    }

    #[test]
    fn draws_have_the_mean_and_the_distribution_of_their_law() {
        const DRAWS: u32 = 20_000;
        for law in laws() {
            let time = ServiceTime::new(law.clone(), TimeUnit::Second).unwrap();
            let (sampler, distribution) = (Sampler::of(&time), time.distribution());
            let mut drawn: Vec<f64> = (0..DRAWS)
                .map(|n| sampler.draw(Stream::new(7, 0), address(n)) as f64 / TICKS)
                .collect();
            let mean = drawn.iter().sum::<f64>() / f64::from(DRAWS);
            let error = distribution.sd_s() / f64::from(DRAWS).sqrt();
            assert!((mean - time.mean_s()).abs() <= 4.0 * error + 1e-6, "{law:?}: {mean}");
            drawn.sort_by(f64::total_cmp);
            // Kolmogorov's distance at every tenth value; 1.95 ÷ √n is passed once in a thousand.
            for at in (1..10).map(|tenth| (DRAWS / 10 * tenth) as usize) {
                let (upto, cdf) = (drawn[at], distribution.cdf(drawn[at] + 1e-6));
                let below = drawn.partition_point(|x| *x <= upto) as f64 / f64::from(DRAWS);
                assert!((below - cdf).abs() < 1.95 / f64::from(DRAWS).sqrt(), "{law:?} at {upto}");
            }
        }
    }

    #[test]
    fn several_are_those_of_each() {
        for law in laws() {
            let sampler = Sampler::of(&ServiceTime::new(law, TimeUnit::Second).unwrap());
            let (stream, first) = (Stream::new(1, 0), [0.1, 0.5, 0.7, 0.999]);
            let several = sampler.several(first, stream, |at| address([40, 41, 42, 43][at]));
            for (at, number) in (40..).enumerate().take(4) {
                assert_eq!(several[at], sampler.at(first[at], stream, address(number)));
            }
        }
    }

    #[test]
    fn a_larger_number_never_makes_a_shorter_time() {
        for law in laws() {
            let time = ServiceTime::new(law.clone(), TimeUnit::Minute).unwrap();
            let sampler = Sampler::of(&time);
            let at = |u: f64| sampler.at(u, Stream::new(1, 0), address(9));
            let times: Vec<u64> = (1..1000).map(|n| at(f64::from(n) / 1000.0)).collect();
            assert!(times.is_sorted(), "{law:?}");
            let [low, high] =
                [at(0.5 / (1_u64 << 52) as f64), at(1.0 - 0.5 / (1_u64 << 52) as f64)];
            assert!(low <= times[0] && high >= times[998], "{law:?}");
            assert!(high < 1 << 50, "{law:?}");
        }
    }

    #[test]
    fn many_stages_are_the_inverse_of_their_distribution() {
        let time = ServiceTime::new(Law::Erlang { stages: 900, mean: 50.0 }, TimeUnit::Second);
        let time = time.unwrap();
        let (sampler, law) = (Sampler::of(&time), time.distribution());
        for uniform in [1e-6, 0.01, 0.3, 0.5, 0.9, 0.999] {
            let drawn = sampler.at(uniform, Stream::new(1, 0), address(0));
            let back = law.cdf(drawn as f64 / TICKS);
            assert!((back - uniform).abs() < 1e-5, "{uniform}: {back}");
        }
    }

    #[test]
    fn quantiles_of_the_normal_law_are_right() {
        for (below, quantile) in [
            (0.5, 0.0),
            (0.975, 1.959_963_984_540_054),
            (0.01, -2.326_347_874_040_841),
            (1e-10, -6.361_340_902_404_056),
        ] {
            assert!((normal(below, 1.0 - below) - quantile).abs() < 1e-9, "{below}");
        }
        assert!((normal(1.0 - 1e-10, 1e-10) - 6.361_340_902_404_056).abs() < 1e-12);
    }
}
