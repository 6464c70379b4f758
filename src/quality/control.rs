//! Control charts: whether what is measured moves by more than chance (Shewhart 1931; signals of Western
//! Electric 1956), and the interval of a share (Wilson 1927).

use crate::blueprint::{Date, Datum};

/// Fewest data for limits: below, only the middle is drawn.
pub const FEWEST_FOR_LIMITS: usize = 8;

/// Fewest data for limits that are more than a trial.
pub const FEWEST_FOR_CONTROL: usize = 20;

/// The mean of the ranges of two, in standard deviations of a normal law (d₂).
const RANGE_OF_TWO: f64 = 1.128;

/// The two-sided normal quantile of 95 %.
const NORMAL: f64 = 1.959_963_984_540_054;

/// How much a chart can say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ChartKind {
    /// Too few data for limits: the middle alone, their median.
    Run,
    /// Limits from few data.
    Trial,
    /// Limits from enough data.
    Control,
}

/// A rule of Western Electric: all on one side of the centre.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rule {
    /// One beyond three standard deviations.
    OneBeyondThree,
    /// Two of three beyond two.
    TwoOfThree,
    /// Four of five beyond one.
    FourOfFive,
    /// Eight in a row.
    EightInARow,
}

impl Rule {
    /// All rules with their names in `--json`.
    pub const NAMES: [(&'static str, Self); 4] = [
        ("one_beyond_three", Self::OneBeyondThree),
        ("two_of_three", Self::TwoOfThree),
        ("four_of_five", Self::FourOfFive),
        ("eight_in_a_row", Self::EightInARow),
    ];
}

/// A datum at which a rule is broken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Signal {
    /// Which datum, from 0.
    pub at: usize,
    /// Its date.
    pub date: Date,
    /// The rule.
    pub rule: Rule,
}

/// The middle and the limits of what is measured.
#[derive(Clone, Debug, PartialEq)]
pub struct ControlChart {
    /// How much it can say.
    pub kind: ChartKind,
    /// The middle: the mean, of shares that of all taken together; of a run chart the median.
    pub centre: f64,
    /// The lower and the upper limit at each datum; empty for a run chart.
    pub limits: Vec<(f64, f64)>,
    /// Where a rule is broken, in the order of time.
    pub signals: Vec<Signal>,
}

impl ControlChart {
    /// The limits at the last datum.
    #[must_use]
    pub fn last_limits(&self) -> Option<(f64, f64)> {
        self.limits.last().copied()
    }
}

/// The chart of some data in the order of time, with limits from the first `baseline` of them; `None` without
/// data. Shares need a count with each of them. Linear.
#[must_use]
pub fn control_chart(data: &[Datum], baseline: Option<u32>) -> Option<ControlChart> {
    let wanted = baseline.map_or(data.len(), |baseline| baseline as usize);
    let base = data.get(..wanted.min(data.len()))?;
    if base.is_empty() {
        return None;
    }
    if base.len() < FEWEST_FOR_LIMITS {
        let centre = median(base);
        return Some(ControlChart {
            kind: ChartKind::Run,
            centre,
            limits: Vec::new(),
            signals: Vec::new(),
        });
    }
    let are_shares = data.iter().all(|datum| datum.n.is_some());
    let (centre, deviations) =
        if are_shares { of_shares(base, data) } else { of_individuals(base, data.len()) };
    let limit = |value: f64| if are_shares { value.clamp(0.0, 1.0) } else { value };
    let limits =
        deviations.iter().map(|sigma| (limit(centre - 3.0 * sigma), limit(centre + 3.0 * sigma)));
    let kind = if base.len() < FEWEST_FOR_CONTROL { ChartKind::Trial } else { ChartKind::Control };
    Some(ControlChart {
        kind,
        centre,
        limits: limits.collect(),
        signals: signals(data, centre, &deviations),
    })
}

fn median(data: &[Datum]) -> f64 {
    let mut values: Vec<f64> = data.iter().map(|datum| datum.value).collect();
    values.sort_by(f64::total_cmp);
    let middle = values.len() / 2;
    let at = |at: usize| values.get(at).copied().unwrap_or_default();
    if values.len() % 2 == 1 {
        at(middle)
    } else {
        f64::midpoint(at(middle.saturating_sub(1)), at(middle))
    }
}

/// The mean, and the deviation from the mean of the moving ranges, the same at every datum.
fn of_individuals(base: &[Datum], count: usize) -> (f64, Vec<f64>) {
    let centre = base.iter().map(|datum| datum.value).sum::<f64>() / base.len() as f64;
    let ranges = base.windows(2).filter_map(|pair| {
        let [before, after] = pair else { return None };
        Some((after.value - before.value).abs())
    });
    let mean_range = ranges.sum::<f64>() / (base.len() - 1).max(1) as f64;
    (centre, vec![mean_range / RANGE_OF_TWO; count])
}

/// The share of all together, and the deviation of each by its own count.
fn of_shares(base: &[Datum], data: &[Datum]) -> (f64, Vec<f64>) {
    let count = |datum: &Datum| f64::from(datum.n.unwrap_or(1));
    let all: f64 = base.iter().map(count).sum();
    let centre = base.iter().map(|datum| datum.value * count(datum)).sum::<f64>() / all;
    let deviation = |datum: &Datum| (centre * (1.0 - centre) / count(datum)).max(0.0).sqrt();
    (centre, data.iter().map(deviation).collect())
}

fn signals(data: &[Datum], centre: f64, deviations: &[f64]) -> Vec<Signal> {
    // How far each lies from the centre in its own deviations; where nothing varies, anything off the centre is
    // as far as can be.
    let far: Vec<f64> = data
        .iter()
        .zip(deviations)
        .map(|(datum, sigma)| {
            let off = datum.value - centre;
            // What differs by less than rounding does not differ.
            let is_off = off.abs() > 1e-12 * centre.abs().max(1.0);
            match (is_off, *sigma > 0.0) {
                (false, _) => 0.0,
                (true, true) => off / sigma,
                (true, false) => off.signum() * f64::INFINITY,
            }
        })
        .collect();
    let rules = [
        (Rule::OneBeyondThree, 1, 1, 3.0),
        (Rule::TwoOfThree, 3, 2, 2.0),
        (Rule::FourOfFive, 5, 4, 1.0),
        (Rule::EightInARow, 8, 8, 0.0),
    ];
    let mut found = Vec::new();
    for (at, datum) in data.iter().enumerate() {
        for (rule, of, needed, beyond) in rules {
            let Some(window) = (at + 1).checked_sub(of).and_then(|from| far.get(from..=at)) else {
                continue;
            };
            let last = far.get(at).copied().unwrap_or_default();
            let on_side = |side: f64| {
                last * side > beyond
                    && window.iter().filter(|off| **off * side > beyond).count() >= needed
            };
            if on_side(1.0) || on_side(-1.0) {
                found.push(Signal { at, date: datum.date, rule });
            }
        }
    }
    found
}

/// The ends of the 95 % interval of a share of so many (Wilson 1927); `None` of nobody.
#[must_use]
pub fn wilson(share: f64, n: u32) -> Option<(f64, f64)> {
    if n == 0 {
        return None;
    }
    let (n, z2) = (f64::from(n), NORMAL * NORMAL);
    let middle = (share + z2 / (2.0 * n)) / (1.0 + z2 / n);
    let inner = (share * (1.0 - share) / n + z2 / (4.0 * n * n)).max(0.0);
    let half = NORMAL / (1.0 + z2 / n) * inner.sqrt();
    Some(((middle - half).max(0.0), (middle + half).min(1.0)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn data(values: &[(f64, Option<u32>)]) -> Vec<Datum> {
        let start = Date::of(2026, 5, 1).unwrap();
        let one = |(at, (value, n)): (u32, &(f64, Option<u32>))| Datum {
            date: start.plus_days(at),
            value: *value,
            n: *n,
        };
        (0..).zip(values).map(one).collect()
    }

    fn individuals(values: &[f64]) -> Vec<Datum> {
        data(&values.iter().map(|value| (*value, None)).collect::<Vec<_>>())
    }

    fn close(a: f64, b: f64) -> bool {
        (a - b).abs() < 5e-7
    }

    #[test]
    fn shares_have_the_published_limits() {
        let counts = [3, 11, 7, 2, 5, 8, 0, 9, 1, 6];
        let shares: Vec<_> =
            counts.iter().map(|count| (f64::from(*count) / 50.0, Some(50))).collect();
        let chart = control_chart(&data(&shares), None).unwrap();
        assert_eq!(chart.kind, ChartKind::Trial);
        let (lower, upper) = chart.last_limits().unwrap();
        assert!(close(chart.centre, 0.104) && close(upper, 0.233_511) && lower.abs() < 1e-15);
        assert!(chart.signals.is_empty());
    }

    #[test]
    fn individuals_have_limits_from_their_moving_ranges() {
        let values = [25.0, 25.2, 24.8, 25.1, 24.9, 25.3, 25.0, 24.7];
        let chart = control_chart(&individuals(&values), None).unwrap();
        let (lower, upper) = chart.last_limits().unwrap();
        assert!(close(chart.centre, 25.0));
        assert!(close(upper, 25.797_872) && close(lower, 24.202_128));
    }

    #[test]
    fn few_data_have_a_middle_and_no_limits() {
        let chart = control_chart(&individuals(&[3.0, 9.0, 4.0, 5.0]), None).unwrap();
        assert_eq!((chart.kind, chart.centre, chart.last_limits()), (ChartKind::Run, 4.5, None));
        assert_eq!(control_chart(&[], None), None);
        let of_first = control_chart(&individuals(&[1.0; 30]), Some(3)).unwrap();
        assert_eq!(of_first.kind, ChartKind::Run);
    }

    #[test]
    fn each_rule_is_seen_on_its_side_alone() {
        // Ranges of 1.128 make a deviation of one; the first ten lie around zero.
        let calm = [0.564, -0.564, 0.564, -0.564, 0.564, -0.564, 0.564, -0.564, 0.564, -0.564];
        let with = |more: &[f64]| {
            let values: Vec<f64> = calm.iter().chain(more).copied().collect();
            let chart = control_chart(&individuals(&values), Some(10)).unwrap();
            let found = chart.signals.iter().filter(|signal| signal.at >= 10);
            found.map(|signal| (signal.at - 10, signal.rule)).collect::<Vec<_>>()
        };
        assert_eq!(with(&[3.01]), [(0, Rule::OneBeyondThree)]);
        assert_eq!(with(&[2.9]), []);
        assert_eq!(with(&[2.1, 0.2, 2.1]), [(2, Rule::TwoOfThree)]);
        assert_eq!(with(&[2.1, -2.1, 0.1]), []);
        assert_eq!(with(&[1.1, 1.1, 0.2, 1.1, 1.1]), [(4, Rule::FourOfFive)]);
        assert_eq!(with(&[0.2; 8]), [(7, Rule::EightInARow)]);
        assert_eq!(with(&[-0.2; 8]), [(6, Rule::EightInARow), (7, Rule::EightInARow)]);
    }

    #[test]
    fn what_never_varied_signals_whatever_is_off() {
        let mut values = vec![4.0; 10];
        values.push(4.1);
        let chart = control_chart(&individuals(&values), Some(10)).unwrap();
        assert_eq!(
            chart.signals.first().map(|it| (it.at, it.rule)),
            Some((10, Rule::OneBeyondThree))
        );
    }

    #[test]
    fn a_share_has_the_interval_of_wilson() {
        let (low, high) = wilson(0.9, 20).unwrap();
        assert!(close(low, 0.698_966) && close(high, 0.972_134));
        assert_eq!(wilson(0.5, 0), None);
        assert!(wilson(0.0, 5).unwrap().0.abs() < 1e-15);
    }
}
