//! Times that add up, run side by side or exclude each other, and how long they take on average.
//!
//! Of independent times side by side the last is over by `t` with the product of the single
//! probabilities, so that their longest takes ∫(1 − ∏F) on average.

use crate::blueprint::Distribution;

/// How deeply forks and decisions may nest before a bound is given instead.
const DEEPEST: usize = 24;
/// Bends up to which an integral is taken piece by piece; samples have more.
const MOST_PIECES: usize = 80;
/// Evaluations after which an integral counts as too rough to take.
const MOST_EVALUATIONS: usize = 4_000;
/// Error of an integral, relative to the longest mean.
const INTEGRAL_ERROR: f64 = 1e-9;
/// The part of a tail that no longer counts.
const TAIL: f64 = 1e-13;
/// Cells of the grid on which times in a row are added up.
const CELLS: usize = 128;
/// Standard deviations above the mean that the grid reaches.
const REACH: f64 = 10.0;
/// Worst error, in per cent, that was measured for times added up on the grid.
pub(in crate::analysis) const GRID_PERCENT: f64 = 0.5;
/// What asking a distribution costs, in additions and multiplications of the grid.
const ASKING: usize = 40;

/// A time that is put together from independent ones.
#[derive(Clone, Debug)]
pub(in crate::analysis) enum Time {
    /// The time of a law.
    Law(Distribution),
    /// Seconds that never vary, and random times, one after the other.
    Series(f64, Vec<Time>),
    /// Side by side until the last is over.
    Longest(Vec<Time>),
    /// One of several, with probabilities that add up to 1.
    Either(Vec<(f64, Time)>),
}

/// The mean of a [`Time`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::analysis) struct Expected {
    pub(in crate::analysis) seconds: f64,
    /// Whether it is right but for rounding rather than within [`GRID_PERCENT`].
    pub(in crate::analysis) exact: bool,
}

impl Time {
    /// Times side by side, in an order that is that of nothing but the times, so that products of
    /// them are the same to the last bit whoever wrote which down first.
    pub(in crate::analysis) fn longest_of(mut times: Vec<Time>) -> Self {
        times.sort_by_cached_key(|time| format!("{time:?}"));
        Self::Longest(times)
    }

    /// One of several times, in such an order.
    pub(in crate::analysis) fn either_of(mut times: Vec<(f64, Time)>) -> Self {
        times.sort_by_cached_key(|time| format!("{time:?}"));
        Self::Either(times)
    }

    /// The mean, and what remains of a budget of additions; `None` if that would be overdrawn, or
    /// the time is too intricate. Even then the budget is reduced by the work done.
    pub(in crate::analysis) fn expected(&self, budget: &mut usize) -> Option<Expected> {
        if *budget == 0 || self.depth() > DEEPEST {
            return None;
        }
        if let Some(seconds) = self.plain_mean_s() {
            return Some(Expected { seconds, exact: true });
        }
        if self.is_pointwise() {
            let bends = self.bends_s();
            if bends.len() <= MOST_PIECES
                && let Some(seconds) = self.integral_s(bends, budget)
            {
                return Some(Expected { seconds, exact: true });
            }
        }
        let seconds = self.on_grid_s(budget)?;
        Some(Expected { seconds, exact: false })
    }

    /// How deeply it nests; counts no further than [`DEEPEST`] + 1.
    fn depth(&self) -> usize {
        let mut level: Vec<&Self> = vec![self];
        for depth in 0..=DEEPEST {
            if level.is_empty() {
                return depth;
            }
            level = level.into_iter().flat_map(Self::parts).collect();
        }
        DEEPEST + 1
    }

    fn parts(&self) -> Vec<&Self> {
        match self {
            Self::Law(_) => Vec::new(),
            Self::Series(_, parts) | Self::Longest(parts) => parts.iter().collect(),
            Self::Either(parts) => parts.iter().map(|(_, part)| part).collect(),
        }
    }

    /// How many laws it holds.
    fn laws(&self) -> usize {
        match self {
            Self::Law(_) => 1,
            _ => self.parts().into_iter().map(Self::laws).sum(),
        }
    }

    /// Whether the probability can be told at each time by itself: of times in a row at most one is
    /// random.
    fn is_pointwise(&self) -> bool {
        let single = !matches!(self, Self::Series(_, parts) if parts.len() > 1);
        single && self.parts().into_iter().all(Self::is_pointwise)
    }

    /// The mean where none are side by side: sums and shares of means.
    fn plain_mean_s(&self) -> Option<f64> {
        match self {
            Self::Law(law) => Some(law.mean_s()),
            Self::Series(fixed, parts) => {
                parts.iter().try_fold(*fixed, |sum, part| Some(sum + part.plain_mean_s()?))
            }
            Self::Longest(parts) => match parts.as_slice() {
                [] => Some(0.0),
                [only] => only.plain_mean_s(),
                _ => None,
            },
            Self::Either(parts) => parts
                .iter()
                .try_fold(0.0, |sum, (share, part)| Some(sum + share * part.plain_mean_s()?)),
        }
    }

    /// The probability that it is over after so many seconds, where that can be told.
    fn cdf(&self, seconds: f64) -> f64 {
        match self {
            Self::Law(law) => law.cdf(seconds),
            Self::Series(fixed, parts) => match parts.first() {
                Some(part) => part.cdf(seconds - fixed),
                None => f64::from(u8::from(seconds >= *fixed)),
            },
            Self::Longest(parts) => parts.iter().map(|part| part.cdf(seconds)).product(),
            Self::Either(parts) => {
                parts.iter().map(|(share, part)| share * part.cdf(seconds)).sum()
            }
        }
    }

    /// Where the probability bends, and marks around the bulk of each smooth law, rising.
    fn bends_s(&self) -> Vec<f64> {
        let mut bends = Vec::new();
        self.collect_bends(0.0, &mut bends);
        bends.sort_unstable_by(f64::total_cmp);
        bends.dedup();
        bends
    }

    fn collect_bends(&self, shift: f64, bends: &mut Vec<f64>) {
        match self {
            Self::Law(law) => {
                let sharp = law.bends_s();
                if sharp.is_empty() {
                    let (mean, reach) = (law.mean_s(), 6.0 * law.sd_s());
                    bends.push(shift);
                    bends.push(shift + (mean - reach).max(0.0));
                    bends.push(shift + mean);
                    bends.push(shift + mean + reach);
                }
                bends.extend(sharp.into_iter().map(|at| at + shift));
            }
            Self::Series(fixed, parts) => {
                bends.push(shift + fixed);
                for part in parts {
                    part.collect_bends(shift + fixed, bends);
                }
            }
            Self::Longest(_) | Self::Either(_) => {
                for part in self.parts() {
                    part.collect_bends(shift, bends);
                }
            }
        }
    }

    /// ∫(1 − F), piece by piece between the bends and on until the tail no longer counts; `None`
    /// if it does not settle within the budget.
    fn integral_s(&self, mut bends: Vec<f64>, budget: &mut usize) -> Option<f64> {
        let cost = self.laws() * ASKING;
        let longer = |at: f64| 1.0 - self.cdf(at);
        let mut end = bends.last().copied().unwrap_or(0.0).max(f64::MIN_POSITIVE);
        let scale = end;
        let mut evaluations = 0;
        while longer(end) > TAIL {
            end *= 2.0;
            evaluations += 1;
            bends.push(end);
            if !end.is_finite() || evaluations > 200 {
                return None;
            }
        }
        bends.insert(0, 0.0);
        let mut open: Vec<(f64, f64, f64)> = bends
            .windows(2)
            .filter(|pair| pair[0] < pair[1])
            .map(|pair| (pair[0], pair[1], INTEGRAL_ERROR * scale))
            .collect();
        let mut sum = 0.0;
        while let Some((from, to, error)) = open.pop() {
            evaluations += GAUSS_KRONROD.len() * 2 - 1;
            if evaluations > MOST_EVALUATIONS || evaluations * cost > *budget {
                *budget = budget.saturating_sub(evaluations * cost);
                return None;
            }
            let (value, doubt) = gauss_kronrod(from, to, &longer);
            if doubt <= error || to - from <= scale * 1e-13 {
                sum += value;
            } else {
                let middle = f64::midpoint(from, to);
                open.push((middle, to, error / 2.0));
                open.push((from, middle, error / 2.0));
            }
        }
        *budget = budget.saturating_sub(evaluations * cost);
        Some(sum)
    }

    /// The mean on a grid, carried on from two widths of its cells to none (Richardson 1911).
    fn on_grid_s(&self, budget: &mut usize) -> Option<f64> {
        let cost = self.grid_cost() + self.grid_cost() / 2;
        let left = budget.checked_sub(cost);
        *budget = left.unwrap_or(0);
        left?;
        let reach = self.reach_s();
        if reach <= 0.0 || !reach.is_finite() {
            return Some(0.0);
        }
        let mean = |cells: usize| self.on_cells(cells, reach / cells as f64).mean_s;
        let (fine, rough) = (mean(CELLS), mean(CELLS / 2));
        Some(fine + (fine - rough) / 3.0)
    }

    fn grid_cost(&self) -> usize {
        match self {
            Self::Law(_) => 2 * CELLS * ASKING,
            Self::Series(_, parts) => {
                let own = parts.len().saturating_sub(1) * CELLS * CELLS / 2;
                own + parts.iter().map(Self::grid_cost).sum::<usize>()
            }
            _ => CELLS + self.parts().into_iter().map(Self::grid_cost).sum::<usize>(),
        }
    }

    /// Seconds that it seldom exceeds.
    fn reach_s(&self) -> f64 {
        let (mean, variance) = self.size();
        mean + REACH * variance.sqrt()
    }

    /// A mean and variance that those of the longest do not exceed by much.
    fn size(&self) -> (f64, f64) {
        let add = |(m, v): (f64, f64), (mean, variance): (f64, f64)| (m + mean, v + variance);
        let most =
            |(m, v): (f64, f64), (mean, variance): (f64, f64)| (m.max(mean), v.max(variance));
        match self {
            Self::Law(law) => (law.mean_s(), law.sd_s().powi(2)),
            Self::Series(fixed, parts) => parts.iter().map(Self::size).fold((*fixed, 0.0), add),
            _ => self.parts().into_iter().map(Self::size).fold((0.0, 0.0), most),
        }
    }

    fn on_cells(&self, cells: usize, width: f64) -> Cells {
        match self {
            Self::Law(law) => Cells::of(cells, width, 0.0, law),
            Self::Series(fixed, parts) => {
                let Some((first, rest)) = parts.split_first() else {
                    return Cells::fixed(cells, width, *fixed);
                };
                // Fixed seconds move a law without rounding them to the grid.
                let first = match first {
                    Self::Law(law) => Cells::of(cells, width, *fixed, law),
                    _ if *fixed > 0.0 => {
                        let moved = Cells::fixed(cells, width, *fixed);
                        moved.then(&first.on_cells(cells, width))
                    }
                    _ => first.on_cells(cells, width),
                };
                rest.iter().fold(first, |sum, part| sum.then(&part.on_cells(cells, width)))
            }
            Self::Longest(parts) => {
                let parts = parts.iter().map(|part| part.on_cells(cells, width));
                parts
                    .reduce(|longest, part| longest.beside(&part, width))
                    .unwrap_or_else(|| Cells::fixed(cells, width, 0.0))
            }
            Self::Either(parts) => {
                let mut mixed = Cells { over: vec![0.0; cells], mean_s: 0.0 };
                for (share, part) in parts {
                    let part = part.on_cells(cells, width);
                    mixed.mean_s += share * part.mean_s;
                    for (over, of_part) in mixed.over.iter_mut().zip(part.over) {
                        *over += share * of_part;
                    }
                }
                mixed
            }
        }
    }
}

/// A distribution on a grid: for each cell the probability to be over, averaged over the cell. The
/// mean comes out as it is, and of the rest what is lost shrinks with the square of the width.
struct Cells {
    over: Vec<f64>,
    /// With the part beyond the grid.
    mean_s: f64,
}

impl Cells {
    /// A law that starts after some seconds.
    fn of(cells: usize, width: f64, after_s: f64, law: &Distribution) -> Self {
        let over = (0..cells).map(|cell| {
            let from = cell as f64 * width - after_s;
            law.average_cdf(from, from + width)
        });
        Self { over: over.collect(), mean_s: after_s + law.mean_s() }
    }

    fn fixed(cells: usize, width: f64, seconds: f64) -> Self {
        let at = seconds / width;
        let over = (0..cells).map(|cell| (cell as f64 + 1.0 - at).clamp(0.0, 1.0));
        Self { over: over.collect(), mean_s: seconds }
    }

    /// The seconds that lie on the grid, ∫(1 − F) up to its end.
    fn on_grid_s(over: &[f64], width: f64) -> f64 {
        over.iter().map(|over| (1.0 - over) * width).sum()
    }

    fn beyond_s(&self, width: f64) -> f64 {
        (self.mean_s - Self::on_grid_s(&self.over, width)).max(0.0)
    }

    /// Both side by side. Beyond the grid hardly ever both last, so that their parts add up.
    fn beside(&self, other: &Self, width: f64) -> Self {
        let over: Vec<f64> = self.over.iter().zip(&other.over).map(|(a, b)| a * b).collect();
        let beyond = self.beyond_s(width) + other.beyond_s(width);
        Self { mean_s: Self::on_grid_s(&over, width) + beyond, over }
    }

    /// One after the other.
    fn then(&self, other: &Self) -> Self {
        let mut over = vec![0.0; self.over.len()];
        let mut before = 0.0;
        for (start, upto) in self.over.iter().enumerate() {
            let here = upto - before;
            before = *upto;
            if here != 0.0 {
                for (sum, later) in over.iter_mut().skip(start).zip(&other.over) {
                    *sum += here * later;
                }
            }
        }
        Self { over, mean_s: self.mean_s + other.mean_s }
    }
}

/// Nodes of the 15-point rule of Kronrod 1965 from 0 to 1, their weights, and those of the 7-point
/// rule of Gauss among them (zero where it has none); as tabled in Piessens et al. 1983, "QUADPACK".
const GAUSS_KRONROD: [(f64, f64, f64); 8] = [
    (0.0, 0.209_482_141_084_727_83, 0.417_959_183_673_469_4),
    (0.207_784_955_007_898_47, 0.204_432_940_075_298_9, 0.0),
    (0.405_845_151_377_397_2, 0.190_350_578_064_785_4, 0.381_830_050_505_118_9),
    (0.586_087_235_467_691_1, 0.169_004_726_639_267_9, 0.0),
    (0.741_531_185_599_394_4, 0.140_653_259_715_525_92, 0.279_705_391_489_276_64),
    (0.864_864_423_359_769_1, 0.104_790_010_322_250_18, 0.0),
    (0.949_107_912_342_758_5, 0.063_092_092_629_978_55, 0.129_484_966_168_869_7),
    (0.991_455_371_120_812_6, 0.022_935_322_010_529_224, 0.0),
];

/// An integral and how far two rules differ about it.
fn gauss_kronrod(from: f64, to: f64, value: &impl Fn(f64) -> f64) -> (f64, f64) {
    let (middle, half) = (f64::midpoint(from, to), (to - from) / 2.0);
    let (mut fine, mut rough) = (0.0, 0.0);
    for (at, kronrod, gauss) in GAUSS_KRONROD {
        let both = if at == 0.0 {
            value(middle)
        } else {
            value(middle - half * at) + value(middle + half * at)
        };
        fine += kronrod * both;
        rough += gauss * both;
    }
    (fine * half, ((fine - rough) * half).abs())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blueprint::{Law, ServiceTime, TimeUnit};

    fn law(law: Law) -> Time {
        match ServiceTime::new(law, TimeUnit::Second) {
            Ok(time) => Time::Law(time.distribution()),
            Err(refusal) => panic!("{refusal}"),
        }
    }

    fn exponential(mean: f64) -> Time {
        law(Law::Exponential { mean })
    }

    fn fixed(seconds: f64) -> Time {
        Time::Series(seconds, Vec::new())
    }

    fn integral(time: &Time) -> f64 {
        time.integral_s(time.bends_s(), &mut { usize::MAX }).unwrap()
    }

    fn on_grid(time: &Time) -> f64 {
        time.on_grid_s(&mut { usize::MAX }).unwrap()
    }

    fn check(value: f64, expect: f64, relative: f64) {
        let error = (value / expect - 1.0).abs();
        assert!(error <= relative, "{value}, not {expect}: {error:e}");
    }

    #[test]
    fn exponential_times_side_by_side_take_a_harmonic_sum() {
        let side_by_side = |count: usize| integral(&Time::Longest(vec![exponential(1.0); count]));
        check(side_by_side(2), 1.5, 1e-9);
        check(side_by_side(3), 11.0 / 6.0, 1e-9);
        check(side_by_side(10), 7381.0 / 2520.0, 1e-9);
        // Inclusion and exclusion: a + b − 1 ÷ (1/a + 1/b).
        let unequal = Time::Longest(vec![exponential(3.0), exponential(600.0)]);
        check(integral(&unequal), 603.0 - 1.0 / (1.0 / 3.0 + 1.0 / 600.0), 1e-9);
    }

    #[test]
    fn one_random_time_beside_a_fixed_one_is_exact() {
        // Derived: d + m·e^(−d/m).
        let beside = Time::Longest(vec![fixed(5.0), exponential(2.0)]);
        check(integral(&beside), 5.0 + 2.0 * (-2.5_f64).exp(), 1e-9);
        // Derived: of two times between 0 and 6, all equally likely, the longest takes 4.
        let uniform = || law(Law::Uniform { low: 0.0, high: 6.0 });
        check(integral(&Time::Longest(vec![uniform(), uniform()])), 4.0, 1e-9);
        // Of two throws of a die the higher is 161/36 on average.
        let die = || law(Law::Samples((1..=6).map(f64::from).collect()));
        check(integral(&Time::Longest(vec![die(), die()])), 161.0 / 36.0, 1e-9);
        // Ten beside twenty or nothing, half each.
        let twenty = Time::Either(vec![(0.5, fixed(20.0)), (0.5, fixed(0.0))]);
        check(integral(&Time::Longest(vec![fixed(10.0), twenty])), 15.0, 1e-12);
    }

    #[test]
    fn normal_times_side_by_side_take_a_deviation_over_root_pi_more() {
        // Clark 1961, "The greatest of a finite set of random variables"; the cut is ten deviations
        // away.
        let normal = || law(Law::Normal { mean: 10.0, sd: 1.0 });
        let expect = 10.0 + 1.0 / std::f64::consts::PI.sqrt();
        check(integral(&Time::Longest(vec![normal(), normal()])), expect, 1e-9);
    }

    #[test]
    fn the_grid_comes_as_close_as_it_claims() {
        let worst = GRID_PERCENT / 100.0;
        let heavy = |mean: f64| law(Law::LogNormal { mean, sd: 2.0 * mean });
        let erlang = |stages, mean| law(Law::Erlang { stages, mean });
        let sample = || law(Law::Samples(vec![1.0, 1.0, 7.0]));
        // What can be integrated as well.
        for parts in [
            vec![exponential(1.0), exponential(1.0)],
            vec![exponential(1.0), exponential(20.0), fixed(4.0)],
            vec![heavy(1.0), heavy(1.0)],
            vec![heavy(1.0), exponential(3.0), fixed(2.0)],
            vec![erlang(30, 5.0), erlang(2, 4.0)],
            vec![erlang(400, 5.0), exponential(5.0)],
            vec![law(Law::LogNormal { mean: 2.0, sd: 10.0 }), exponential(2.0), fixed(3.0)],
            vec![law(Law::Normal { mean: 100.0, sd: 1.0 }), exponential(100.0)],
            vec![sample(), sample()],
            vec![law(Law::Normal { mean: 60.0, sd: 2.0 }), erlang(4, 55.0)],
            vec![law(Law::Uniform { low: 1.0, high: 2.0 }), sample(), exponential(1.0)],
        ] {
            let time = Time::Longest(parts);
            check(on_grid(&time), integral(&time), worst);
        }
        // Exponential times in a row are an Erlang law.
        let row = |count: usize| Time::Series(0.0, vec![exponential(1.0); count]);
        for (stages, count) in [(2, 2), (3, 3), (8, 8)] {
            let mean = f64::from(stages);
            for other in [exponential(mean), fixed(mean), heavy(mean), erlang(stages, mean)] {
                let added = Time::Longest(vec![row(count), other.clone()]);
                let known = Time::Longest(vec![erlang(stages, mean), other]);
                check(on_grid(&added), integral(&known), worst);
            }
        }
        // Two rows of two exponential times of 1: 4 − ∫(1 + t)²e⁻²ᵗ = 2.75.
        check(on_grid(&Time::Longest(vec![row(2), row(2)])), 2.75, 1e-4);
    }

    #[test]
    fn what_is_too_much_work_is_left() {
        let time = Time::Longest(vec![exponential(1.0), exponential(1.0)]);
        let mut budget = 100;
        assert_eq!(time.expected(&mut budget), None);
        assert_eq!(budget, 0);
        let mut deep = exponential(1.0);
        for _ in 0..100 {
            deep = Time::Longest(vec![Time::Series(1.0, vec![deep]), exponential(1.0)]);
        }
        assert_eq!(deep.expected(&mut { usize::MAX }), None);
    }
}
