//! Gaps between arrivals, in means: constant, a mixture of Erlang times, exponential, or two kinds of
//! exponential times with balanced means, by how much they vary (Tijms 2003, appendix B).

use super::random::{Address, Stream};
use super::sampling::{exponential, stages_product};

/// Gaps whose mean is 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Gaps {
    /// Always 1.
    Constant,
    /// Of so many equal stages, or with a probability of one less.
    Erlang {
        /// The more, from 1.
        stages: u32,
        /// The probability of one less.
        one_less: f64,
    },
    /// Short ones with this probability, from ½ on, and long ones; both kinds take half of the time.
    Hyperexponential {
        /// The probability of a short one.
        short: f64,
    },
}

impl Gaps {
    /// Those of a squared coefficient of variation.
    #[must_use]
    pub fn of(scv: f64) -> Self {
        if scv <= 0.0 {
            return Self::Constant;
        }
        if scv > 1.0 {
            let apart = ((scv - 1.0) / (scv + 1.0)).sqrt();
            return Self::Hyperexponential { short: f64::midpoint(1.0, apart) };
        }
        let k = (1.0 / scv).ceil().min(MOST_STAGES);
        let scv = scv.max(1.0 / k);
        let root = (k * (1.0 + scv) - k * k * scv).max(0.0).sqrt();
        let one_less = ((k * scv - root) / (1.0 + scv)).clamp(0.0, 1.0);
        // A whole number from 1 to the most.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let stages = k as u32;
        Self::Erlang { stages, one_less }
    }

    /// The gap after an arrival, whose first number is known already.
    #[must_use]
    pub fn after(self, first: f64, stream: Stream, address: Address) -> f64 {
        match self {
            Self::Constant => 1.0,
            Self::Erlang { stages: 1, .. } => exponential(first),
            Self::Erlang { stages, one_less } => {
                let is_less = stream.one(address, Address::KIND) < one_less;
                let count = stages - u32::from(is_less);
                stage_sum(count, first, stream, address) / (f64::from(stages) - one_less)
            }
            Self::Hyperexponential { short } => {
                let is_short = stream.one(address, Address::KIND) < short;
                let share = if is_short { short } else { 1.0 - short };
                exponential(first) / (2.0 * share)
            }
        }
    }

    /// The gaps after several arrivals, whose first numbers are known already.
    #[must_use]
    pub fn several<const N: usize>(
        self,
        first: [f64; N],
        stream: Stream,
        address: impl Fn(usize) -> Address,
    ) -> [f64; N] {
        if let Self::Erlang { stages: 1, .. } = self {
            return first.map(exponential);
        }
        std::array::from_fn(|at| self.after(first[at], stream, address(at)))
    }

    /// The time to the first arrival where nobody knows when the last one was: the gap that a moment
    /// falls into is likely a long one, of which a part is left.
    #[must_use]
    pub fn first(self, stream: Stream, address: Address) -> f64 {
        let first = stream.one(address, Address::MAIN);
        match self {
            Self::Constant => first,
            Self::Erlang { stages: 1, .. } => exponential(first),
            Self::Erlang { stages, one_less } => {
                let [kind, stage] = stream.pair(address, Address::KIND);
                let k = f64::from(stages);
                // A gap is met as often as it is long.
                let is_less = kind < one_less * (k - 1.0) / (k - one_less);
                let count = stages - u32::from(is_less);
                // The stage that the moment falls into, and those after it, are left.
                #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
                let left = (stage * f64::from(count)) as u32 + 1;
                stage_sum(left.min(count), first, stream, address) / (k - one_less)
            }
            Self::Hyperexponential { short } => {
                let is_short = stream.one(address, Address::KIND) < 0.5;
                let share = if is_short { short } else { 1.0 - short };
                exponential(first) / (2.0 * share)
            }
        }
    }
}

/// Gaps of more stages hardly vary.
const MOST_STAGES: f64 = 1000.0;

/// So many exponential stages of mean 1, the first of which has its number.
fn stage_sum(stages: u32, first: f64, stream: Stream, address: Address) -> f64 {
    let rest = stages.saturating_sub(1);
    // A product of many numbers would be zero.
    let (mut sum, mut done) = (exponential(first), 0);
    while done < rest {
        let now = (rest - done).min(64);
        sum -= libm::log(stages_product(now, stream, address, Address::MORE + done / 2));
        done += now;
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::simulation::random::Arrival;

    fn moments(scv: f64, draw: impl Fn(Gaps, Stream, Address) -> f64) -> [f64; 2] {
        const DRAWS: u32 = 40_000;
        let (gaps, stream) = (Gaps::of(scv), Stream::new(3, 1));
        let (mut sum, mut squares) = (0.0, 0.0);
        for number in 0..DRAWS {
            let arrival = Arrival { interval: 0, number };
            let gap = draw(gaps, stream, Address { arrival, step: 0, visit: 0 });
            sum += gap;
            squares += gap * gap;
        }
        let mean = sum / f64::from(DRAWS);
        [mean, squares / f64::from(DRAWS) / (mean * mean) - 1.0]
    }

    #[test]
    fn gaps_have_a_mean_of_one_and_their_variation() {
        for scv in [0.0, 0.01, 0.3, 0.5, 0.75, 1.0, 1.5, 4.0] {
            let [mean, found] = moments(scv, |gaps, stream, address| {
                gaps.after(stream.one(address, Address::MAIN), stream, address)
            });
            assert!((mean - 1.0).abs() < 0.03, "{scv}: mean {mean}");
            assert!((found - scv).abs() < 0.06 * scv.max(0.1), "{scv}: scv {found}");
        }
    }

    #[test]
    fn the_first_gap_is_what_is_left_of_the_one_that_it_is() {
        for scv in [0.0, 0.3, 0.5, 0.75, 1.0, 1.5, 4.0] {
            let [mean, _] = moments(scv, Gaps::first);
            let expected = f64::midpoint(1.0, scv);
            assert!((mean - expected).abs() < 0.04 * expected.max(1.0), "{scv}: {mean}");
        }
    }
}
