//! Draws lengths of time: of steps by their law, of gaps between arrivals by mean and scv.

use onstage::blueprint::{Law, ServiceTime};

use crate::numbers::Numbers;

/// Ticks of the simulated clock in a second. Whole ticks make fixed times that end together end at
/// the same instant.
pub const TICKS: f64 = 1e6;

/// A law ready to be drawn from, in ticks.
#[derive(Clone, Debug)]
pub enum Draw {
    Fixed(u64),
    Random { law: Law, ticks: f64 },
}

impl Draw {
    pub fn of(time: &ServiceTime) -> Self {
        if time.scv() == 0.0 {
            return Self::Fixed(whole(time.mean_s() * TICKS));
        }
        Self::Random { law: time.law().clone(), ticks: time.unit().seconds() * TICKS }
    }

    pub fn draw(&self, numbers: &mut Numbers) -> u64 {
        let (law, ticks) = match self {
            Self::Fixed(length) => return *length,
            Self::Random { law, ticks } => (law, ticks),
        };
        let length = match law {
            Law::Fixed(value) => *value,
            Law::Uniform { low, high } => numbers.between(*low, *high),
            Law::Triangular { low, mode, high } => {
                let (at, bend) = (numbers.unit(), (mode - low) / (high - low));
                if at < bend {
                    low + ((high - low) * (mode - low) * at).sqrt()
                } else {
                    high - ((high - low) * (high - mode) * (1.0 - at)).sqrt()
                }
            }
            Law::Normal { mean, sd } => loop {
                let length = mean + sd * numbers.normal();
                if length >= 0.0 {
                    break length;
                }
            },
            Law::Exponential { mean } => mean * numbers.exponential(),
            Law::Erlang { stages, mean } => {
                let product: f64 = (0..*stages).map(|_| numbers.unit()).product();
                -product.ln() * mean / f64::from(*stages)
            }
            Law::LogNormal { mean, sd } => {
                let variance = (1.0 + (sd / mean).powi(2)).ln();
                (mean.ln() - variance / 2.0 + variance.sqrt() * numbers.normal()).exp()
            }
            Law::Samples(values) => numbers.one_of(values),
        };
        whole(length * ticks)
    }
}

/// Gaps between arrivals (Tijms 2003, appendix B).
#[derive(Clone, Debug)]
pub enum Gaps {
    Constant(f64),
    Erlang { mean: f64, stages: u32, one_less: f64 },
    Hyperexponential { mean: f64, short: f64 },
}

impl Gaps {
    pub fn new(mean_ticks: f64, scv: f64) -> Self {
        if scv == 0.0 {
            Self::Constant(mean_ticks)
        } else if scv <= 1.0 {
            let k = (1.0 / scv).ceil();
            let one_less =
                (k * scv - (k * (1.0 + scv) - k * k * scv).max(0.0).sqrt()) / (1.0 + scv);
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
            let stages = k as u32;
            Self::Erlang { mean: mean_ticks, stages, one_less: one_less.clamp(0.0, 1.0) }
        } else {
            let short = f64::midpoint(1.0, ((scv - 1.0) / (scv + 1.0)).sqrt());
            Self::Hyperexponential { mean: mean_ticks, short }
        }
    }

    pub fn draw(&self, numbers: &mut Numbers) -> u64 {
        let length = match self {
            Self::Constant(mean) => *mean,
            Self::Erlang { mean, stages, one_less } => {
                let less = u32::from(*one_less > 0.0 && numbers.chance(*one_less));
                let sum: f64 = (less..*stages).map(|_| numbers.exponential()).sum();
                sum * mean / (f64::from(*stages) - one_less)
            }
            Self::Hyperexponential { mean, short } => {
                let share = if numbers.chance(*short) { *short } else { 1.0 - short };
                numbers.exponential() * mean / (2.0 * share)
            }
        };
        whole(length)
    }
}

/// To the nearest tick.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
pub fn whole(ticks: f64) -> u64 {
    ticks.round() as u64
}
