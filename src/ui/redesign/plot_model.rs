//! Where things of the plot lie: people from left to right, customers per hour upwards.

use crate::analysis::Basis;
use crate::redesign::Frontier;

/// A point of the plot.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Mark {
    pub staff: u64,
    pub rate: f64,
    /// Fewer people reach as much.
    pub dominated: bool,
    pub proven: bool,
}

/// The plot in its own units.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Plot {
    pub marks: Vec<Mark>,
    pub today: Option<Mark>,
    /// The rate that is asked for.
    pub target: Option<f64>,
    /// The smallest and the largest number of people.
    pub people: (u64, u64),
    /// Rates with a line, from low to high; the first and the last are the ends of the axis.
    pub rates: Vec<f64>,
    /// How far the rates can be trusted.
    pub basis: Basis,
}

/// Lines that a plot has, about.
const LINES: f64 = 5.0;
/// How many times the best rate a target may be to still stretch the plot.
const FAR: f64 = 2.0;
/// Numbers that a row below the plot has at most.
const MOST_NUMBERS: u64 = 14;

impl Plot {
    /// Lays a frontier out.
    pub fn of(frontier: &Frontier, target: Option<f64>) -> Option<Self> {
        let marks: Vec<Mark> = frontier
            .points
            .iter()
            .map(|point| Mark {
                staff: point.staff,
                rate: point.capacity_per_hour,
                dominated: point.is_dominated(),
                proven: point.proven,
            })
            .collect();
        let today = frontier.today.capacity_per_hour.map(|rate| Mark {
            staff: frontier.today.staff,
            rate,
            dominated: false,
            proven: true,
        });
        let all = || marks.iter().chain(&today);
        let first = all().map(|mark| mark.staff).min()?;
        let last = all().map(|mark| mark.staff).max()?;
        // A target far above all points would press them together: its line then lies at the top.
        let best = all().map(|mark| mark.rate).fold(0.0, f64::max);
        let near = target.filter(|target| *target <= FAR * best);
        let rates = || all().map(|mark| mark.rate).chain(near).filter(|rate| rate.is_finite());
        let (low, high) = (rates().fold(f64::INFINITY, f64::min), rates().fold(0.0, f64::max));
        let basis = frontier.basis;
        Some(Self { people: (first, last), rates: ticks(low, high), marks, today, target, basis })
    }

    /// How far to the right a number of people lies, 0 to 1.
    pub fn across(&self, staff: u64) -> f32 {
        let (first, last) = self.people;
        // Half a step stays free at both ends.
        let whole = (last - first) as f32 + 1.0;
        ((staff.saturating_sub(first)) as f32 + 0.5) / whole
    }

    /// How far up a rate lies, 0 to 1.
    // A share of a height on the screen.
    #[allow(clippy::cast_possible_truncation)]
    pub fn up(&self, rate: f64) -> f32 {
        let (low, high) = (self.low(), self.rates.last().copied().unwrap_or(1.0));
        ((rate - low) / (high - low).max(f64::MIN_POSITIVE)).clamp(0.0, 1.0) as f32
    }

    fn low(&self) -> f64 {
        self.rates.first().copied().unwrap_or(0.0)
    }

    /// Whether the axis of rates leaves out what lies between zero and its foot.
    pub fn is_broken(&self) -> bool {
        self.low() > 0.0
    }

    /// Whether the target lies above the axis, so that its line only stands for it.
    pub fn target_is_beyond(&self) -> bool {
        let top = self.rates.last().copied().unwrap_or(f64::INFINITY);
        self.target.is_some_and(|target| target > top * (1.0 + 1e-9))
    }

    /// The numbers of people that are written below.
    pub fn numbers(&self) -> impl Iterator<Item = u64> {
        let (first, last) = self.people;
        let stride = (last - first) / MOST_NUMBERS + 1;
        (first..=last).step_by(usize::try_from(stride).unwrap_or(1))
    }
}

/// Round numbers that enclose a range, evenly spaced.
fn ticks(low: f64, high: f64) -> Vec<f64> {
    // What hardly differs must not look as if it did.
    let span = (high - low).max(high * 0.3).max(1e-6);
    let rough = span / LINES;
    let power = 10_f64.powf(rough.log10().floor());
    let step = [1.0, 2.0, 4.0, 5.0, 10.0]
        .into_iter()
        .map(|factor| factor * power)
        .find(|step| *step >= rough * (1.0 - 1e-9))
        .unwrap_or(10.0 * power);
    let first = ((low - 0.12 * step) / step).floor().max(0.0);
    let last = ((high + 0.12 * step) / step).ceil().max(first + 1.0);
    // At most as many as a span of five rough steps holds, and the ends.
    let count = (last - first).min(2.0 * LINES);
    std::iter::successors(Some(0.0), |at| Some(at + 1.0))
        .take_while(|at| *at <= count)
        .map(|at| (first + at) * step)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Basis;
    use crate::redesign::{FrontierPoint, Today};

    fn frontier(rates: &[(u64, f64)]) -> Frontier {
        let point = |(staff, rate): &(u64, f64)| FrontierPoint {
            staff: *staff,
            needed: *staff,
            capacity_per_hour: *rate,
            proven: true,
            at_most_per_hour: *rate,
            design_count: 0,
            all_counted: true,
            designs: Vec::new(),
        };
        let today =
            Today { staff: 6, capacity_per_hour: Some(60.0), cost_per_customer: Some(1.53) };
        let points = rates.iter().map(point).collect();
        Frontier {
            points,
            today,
            stays: Vec::new(),
            basis: Basis::Exact,
            free_between_decisions: false,
            complete: true,
        }
    }

    #[test]
    fn the_axes_of_the_licence_office_are_round() {
        let office = frontier(&[(6, 102.857), (7, 120.0), (8, 124.138), (11, 180.0)]);
        let plot = Plot::of(&office, Some(120.0)).unwrap();
        assert_eq!(plot.rates, [40.0, 80.0, 120.0, 160.0, 200.0]);
        assert_eq!(plot.people, (6, 11));
        assert!((plot.up(120.0) - 0.5).abs() < 1e-6);
        assert!((plot.across(6) - 1.0 / 12.0).abs() < 1e-6);
        assert_eq!(plot.numbers().collect::<Vec<_>>(), [6, 7, 8, 9, 10, 11]);
    }

    #[test]
    fn any_frontier_has_a_plot_within_its_frame() {
        for rates in [
            vec![(1, 1e-6)],
            vec![(1, 1e9), (2, 1.0)],
            vec![(5, 60.0), (6, 60.0), (7, 60.0)],
            (1..400).map(|staff| (staff, staff as f64)).collect(),
        ] {
            let plot = Plot::of(&frontier(&rates), Some(60.0)).unwrap();
            assert!((2..=11).contains(&plot.rates.len()), "{:?}", plot.rates);
            assert!(plot.rates.windows(2).all(|pair| pair[0] < pair[1]));
            let (low, high) = (plot.rates[0], *plot.rates.last().unwrap());
            assert!(plot.marks.iter().all(|mark| (low..=high).contains(&mark.rate)), "{rates:?}");
            assert!(plot.numbers().count() <= 15);
        }
        let nothing = Today { staff: 0, capacity_per_hour: None, cost_per_customer: None };
        let empty = Frontier { points: Vec::new(), today: nothing, ..frontier(&[]) };
        assert_eq!(Plot::of(&empty, None), None);
    }

    #[test]
    fn a_target_out_of_reach_does_not_press_the_points_together() {
        let plot = Plot::of(&frontier(&[(6, 102.9), (7, 120.0)]), Some(5_000.0)).unwrap();
        assert!(plot.up(120.0) > 0.5, "{:?}", plot.rates);
        assert!((plot.up(5_000.0) - 1.0).abs() < f32::EPSILON, "its line lies at the top");
        assert!(plot.target_is_beyond());
    }

    #[test]
    fn an_axis_that_does_not_begin_at_zero_says_so() {
        let broken = Plot::of(&frontier(&[(6, 102.9), (7, 120.0)]), None).unwrap();
        assert!(broken.is_broken() && !broken.target_is_beyond(), "{:?}", broken.rates);
        let whole = Plot::of(&frontier(&[(6, 10.0), (7, 120.0)]), None).unwrap();
        assert!(!whole.is_broken(), "{:?}", whole.rates);
        // Rates that are all the same do not fill the height with their last digit.
        let flat = Plot::of(&frontier(&[(6, 60.0), (7, 60.3)]), None).unwrap();
        assert!((flat.up(60.3) - flat.up(60.0)).abs() < 0.05, "{:?}", flat.rates);
    }
}
