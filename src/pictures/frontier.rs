//! What a redesign reaches with how many people, in numbers and in words.

use crate::analysis::Basis;
use crate::drawing::charts::{Caption, Easel, Frame, Frontier, FrontierMark, FrontierWords};
use crate::drawing::{DisplayList, MeasureText, Rect};
use crate::redesign;
use crate::wording::Wording;

/// Lays a frontier out.
fn values(frontier: &redesign::Frontier, target: Option<f64>) -> Option<Frontier> {
    let marks = frontier.points.iter().map(|point| FrontierMark {
        staff: point.staff,
        rate: point.capacity_per_hour,
        dominated: point.is_dominated(),
    });
    let today = frontier.today.capacity_per_hour.map(|rate| FrontierMark {
        staff: frontier.today.staff,
        rate,
        dominated: false,
    });
    Frontier::of(marks.collect(), today, target)
}

/// The plot of a frontier.
pub struct FrontierChart<'a> {
    words: &'a Wording,
    frontier: &'a redesign::Frontier,
    values: Frontier,
}

impl<'a> FrontierChart<'a> {
    /// Of a frontier and the rate that is asked for; `None` where there is no point.
    #[must_use]
    pub fn of(
        words: &'a Wording,
        frontier: &'a redesign::Frontier,
        target: Option<f64>,
    ) -> Option<Self> {
        Some(Self { words, frontier, values: values(frontier, target)? })
    }

    /// With today's rate as one that is reached by as many people as there are, and by more: what is done today can be
    /// done, also where the search found less, as the figures of today know more of the service than it does.
    #[must_use]
    pub fn reaching_today(mut self) -> Self {
        let Some(today) = self.values.today else { return self };
        let mut marks = self.values.marks.clone();
        if !marks.iter().any(|mark| mark.staff == today.staff) {
            marks.push(today);
            marks.sort_by_key(|mark| mark.staff);
        }
        let mut best = f64::NEG_INFINITY;
        for mark in &mut marks {
            if mark.staff >= today.staff && mark.rate < today.rate {
                mark.rate = today.rate;
            }
            mark.dominated |= mark.rate <= best;
            best = best.max(mark.rate);
        }
        if let Some(values) = Frontier::of(marks, Some(today), self.values.target) {
            self.values = values;
        }
        self
    }

    /// What is drawn.
    #[must_use]
    pub fn values(&self) -> &Frontier {
        &self.values
    }

    /// The plot in words, for those who do not see it.
    #[must_use]
    pub fn described(&self) -> String {
        let today = self.values.today.map(|mark| self.today(&mark));
        let target = self.values.target.map(|target| self.target(target));
        let parts = std::iter::once(self.words.text("advisor-plot").to_owned());
        self.words.clauses(&parts.chain(today).chain(target).collect::<Vec<_>>())
    }

    fn rate(&self, rate: f64) -> String {
        rate_text(self.words, self.frontier.basis, rate)
    }
}

/// Draws a frontier whole, with what it is of and what it shows, into a rectangle. Answers what there is
/// to see, in words; `None` where there is no point, and nothing is drawn.
#[must_use]
pub fn draw_frontier(
    words: &Wording,
    names: String,
    frontier: &redesign::Frontier,
    text: &dyn MeasureText,
    area: Rect,
    list: &mut DisplayList,
) -> Option<String> {
    list.clear();
    draw_frontier_with(words, names, frontier, &Easel::of(area.size(), text), area, list)
}

/// As [`draw_frontier`], in letters of another size and into a list that is not cleared.
#[must_use]
pub fn draw_frontier_with(
    words: &Wording,
    names: String,
    frontier: &redesign::Frontier,
    easel: &Easel<'_>,
    area: Rect,
    list: &mut DisplayList,
) -> Option<String> {
    let chart = FrontierChart::of(words, frontier, None)?.reaching_today();
    let said = words.labelled(&names, &chart.described());
    let caption = Caption {
        title: chart.described(),
        names,
        axes: Some(words.text("chart-axes-redesign").to_owned()),
        other: None,
    };
    let body = Frame::draw(&caption, None, easel, area, list);
    chart.values().laid(&chart, easel, body).draw_whole(list);
    Some(said)
}

/// A rate with the sign of what it is.
#[must_use]
pub fn rate_text(words: &Wording, basis: Basis, rate: f64) -> String {
    let rate = words.rate(rate);
    if basis == Basis::Exact { rate } else { format!("{} {rate}", words.sign(basis)) }
}

impl FrontierWords for FrontierChart<'_> {
    fn mark(&self, mark: &FrontierMark) -> String {
        let count = usize::try_from(mark.staff).unwrap_or(usize::MAX);
        let people = self.words.counted("people", count);
        let rate = self.rate(mark.rate);
        let mut points = self.frontier.points.iter();
        let proven = points.any(|point| point.staff == mark.staff && point.proven);
        let key = if proven { "advisor-mark" } else { "advisor-mark-at-least" };
        self.words.with(key, &[("people", people.into()), ("rate", rate.into())])
    }

    fn today(&self, mark: &FrontierMark) -> String {
        self.words.with("advisor-today-mark", &[("rate", self.rate(mark.rate).into())])
    }

    fn target(&self, per_hour: f64) -> String {
        let rate = self.words.rate(per_hour);
        let text = self.words.with("advisor-target-line", &[("rate", rate.into())]);
        // The line lies at the upper edge, the target above it.
        if self.values.target_is_beyond() { format!("{text} ↑") } else { text }
    }

    fn rate_mark(&self, per_hour: f64) -> String {
        self.words.number(self.words.in_rate_unit(per_hour))
    }

    fn rate_unit(&self) -> String {
        self.words.rate_unit()
    }

    fn people(&self) -> &str {
        self.words.text("advisor-axis-people")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::redesign::{Frontier, FrontierPoint, Today};

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
        let plot = values(&office, Some(120.0)).unwrap();
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
            let plot = values(&frontier(&rates), Some(60.0)).unwrap();
            assert!((2..=11).contains(&plot.rates.len()), "{:?}", plot.rates);
            assert!(plot.rates.windows(2).all(|pair| pair[0] < pair[1]));
            let (low, high) = (plot.rates[0], *plot.rates.last().unwrap());
            assert!(plot.marks.iter().all(|mark| (low..=high).contains(&mark.rate)), "{rates:?}");
            assert!(plot.numbers().count() <= 15);
        }
        let nothing = Today { staff: 0, capacity_per_hour: None, cost_per_customer: None };
        let empty = Frontier { points: Vec::new(), today: nothing, ..frontier(&[]) };
        assert_eq!(values(&empty, None), None);
    }

    #[test]
    fn a_target_out_of_reach_does_not_press_the_points_together() {
        let plot = values(&frontier(&[(6, 102.9), (7, 120.0)]), Some(5_000.0)).unwrap();
        assert!(plot.up(120.0) > 0.5, "{:?}", plot.rates);
        assert!((plot.up(5_000.0) - 1.0).abs() < f32::EPSILON, "its line lies at the top");
        assert!(plot.target_is_beyond());
    }

    #[test]
    fn an_axis_that_does_not_begin_at_zero_says_so() {
        let broken = values(&frontier(&[(6, 102.9), (7, 120.0)]), None).unwrap();
        assert!(broken.is_broken() && !broken.target_is_beyond(), "{:?}", broken.rates);
        let whole = values(&frontier(&[(6, 10.0), (7, 120.0)]), None).unwrap();
        assert!(!whole.is_broken(), "{:?}", whole.rates);
        // Rates that are all the same do not fill the height with their last digit.
        let flat = values(&frontier(&[(6, 60.0), (7, 60.3)]), None).unwrap();
        assert!((flat.up(60.3) - flat.up(60.0)).abs() < 0.05, "{:?}", flat.rates);
    }
}
