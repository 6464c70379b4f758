//! The time through the service against demand, in numbers and in words.

use crate::analysis::{Analysis, Basis, CurvePoint};
use crate::drawing::charts::{Waiting, WaitingWords};

use super::axes::mark_of_time;
use super::truth::marked;
use super::{Shown, Table};

/// Where the chart ends above: so many times the time at 90 % of the capacity.
const TOP: f64 = 2.2;
/// How far it reaches beyond the capacity, at least and at most, in capacities.
const BEYOND: (f64, f64) = (1.09, 1.5);
/// How many points of a curve are told: a step of load of about a tenth.
const POINTS_TOLD: usize = 12;

/// Puts the chart together from a curve and the present figures.
fn values(points: &[CurvePoint], analysis: &Analysis) -> Option<Waiting> {
    let first = points.first()?;
    let last = points.last()?;
    let capacity = last.demand_per_hour / last.utilisation;
    let rush_s = analysis.rush_order_time_s.value.unwrap_or(first.throughput_time_s);
    let at = |share: f64| {
        let point = points.iter().find(|point| (point.utilisation - share).abs() < 1e-9)?;
        Some((share, point.demand_per_hour, point.throughput_time_s))
    };
    let compared: Vec<(f64, f64, f64)> = [0.8, 0.9].into_iter().filter_map(at).collect();
    let present =
        analysis.demand_per_hour.value.map(|demand| (demand, analysis.throughput_time_s.value));
    let reached = compared.last().map_or(last.throughput_time_s, |mark| mark.2);
    let mut top_s = (TOP * reached).min(last.throughput_time_s).max(1.15 * rush_s);
    if let Some((_, Some(seconds))) = present {
        top_s = top_s.max(1.2 * seconds);
    }
    let demand = present.map_or(0.0, |(demand, _)| demand);
    let end = (1.06 * demand / capacity).clamp(BEYOND.0, BEYOND.1) * capacity;
    (capacity.is_finite() && top_s > 0.0).then_some(Waiting {
        curve: points.iter().map(|p| (p.demand_per_hour, p.throughput_time_s)).collect(),
        capacity_per_hour: capacity,
        rush_s,
        present,
        compared,
        end_per_hour: end,
        top_s,
        other: Vec::new(),
        fresh: true,
    })
}

/// The chart of the waits.
pub struct WaitingChart<'a> {
    shown: Shown<'a>,
    values: Waiting,
    /// How far each point of the curve can be trusted.
    bases: Vec<Basis>,
    /// By how many an hour the queue grows at the present demand.
    growth_per_hour: Option<f64>,
}

impl<'a> WaitingChart<'a> {
    /// Of a curve; `fresh` says whether it belongs to the present figures. `None` where there is no
    /// curve.
    #[must_use]
    pub fn of(shown: Shown<'a>, points: &[CurvePoint], fresh: bool) -> Option<Self> {
        let growth = shown.analysis.growth_per_hour.value.filter(|growth| *growth > 0.0);
        Some(Self {
            values: Waiting { fresh, ..values(points, shown.analysis)? },
            shown,
            bases: points.iter().map(|point| point.basis).collect(),
            growth_per_hour: growth,
        })
    }

    /// Puts the curve of another scenario beside, on the same axes.
    #[must_use]
    pub fn beside(self, other: Option<(&[CurvePoint], &Analysis)>) -> Self {
        let other = other.and_then(|(points, analysis)| values(points, analysis));
        Self { values: self.values.beside(other), ..self }
    }

    /// Without the curve of the other scenario, on the axes of both.
    #[must_use]
    pub fn alone(self) -> Self {
        Self { values: Waiting { other: Vec::new(), ..self.values }, ..self }
    }

    /// What is drawn.
    #[must_use]
    pub fn values(&self) -> &Waiting {
        &self.values
    }

    /// What is to be seen, in a sentence; blank where nothing is.
    #[must_use]
    pub fn headline(&self) -> String {
        let Shown { analysis, words, .. } = self.shown;
        let rate = |rate| words.rate(rate);
        let time = |basis, seconds| marked(words, basis, &words.time(seconds));
        let rush = || time(analysis.rush_order_time_s.basis, self.values.rush_s);
        match (self.values.present, self.values.compared.as_slice()) {
            (Some((demand, None)), _) if self.growth_per_hour.is_some() => words.with(
                "chart-waiting-over",
                &[("demand", rate(demand).into()), ("capacity", self.capacity_rate().into())],
            ),
            (Some((demand, Some(seconds))), _) => words.with(
                "chart-waiting-now",
                &[
                    ("demand", words.arrivals(demand).into()),
                    ("time", time(analysis.throughput_time_s.basis, seconds).into()),
                    ("rush", rush().into()),
                ],
            ),
            (_, [(_, at_eighty, eighty), (_, at_ninety, ninety)]) => words.with(
                "chart-waiting-compared",
                &[
                    ("eighty", time(self.basis(*at_eighty), *eighty).into()),
                    ("ninety", time(self.basis(*at_ninety), *ninety).into()),
                ],
            ),
            _ => String::new(),
        }
    }

    /// What is read off the curve at a demand per hour; `None` outside it.
    #[must_use]
    pub fn reading(&self, demand: f64) -> Option<String> {
        let words = self.shown.words;
        let seconds = self.values.read(demand)?;
        let share = words.percent(demand / self.values.capacity_per_hour);
        let at_rate = format!("{} ({share})", words.rate(demand));
        let time = marked(words, self.basis(demand), &words.time(seconds));
        Some(self.shown.reading(&at_rate, &time))
    }

    /// The waits as a table: the time through at demands up to the capacity.
    #[must_use]
    pub fn table(&self) -> Table {
        let words = self.shown.words;
        let apart = self.values.curve.len().div_ceil(POINTS_TOLD).max(1);
        let told = self.values.curve.iter().step_by(apart).copied();
        let marks = self.values.compared.iter().map(|(_, demand, seconds)| (*demand, *seconds));
        let now = self.values.present.and_then(|(demand, seconds)| Some((demand, seconds?)));
        let mut points: Vec<(f64, f64)> = told.chain(marks).chain(now).collect();
        points.sort_by(|a, b| a.0.total_cmp(&b.0));
        points.dedup_by(|a, b| (a.0 - b.0).abs() < 1e-9);
        let row = |(demand, seconds)| {
            let time = marked(words, self.basis(demand), &words.time(seconds));
            vec![words.rate(demand), time]
        };
        let head = ["chart-column-demand", "chart-column-time"];
        Table {
            name: words.text("chart-tab-waiting").to_owned(),
            head: head.map(|key| words.text(key).to_owned()).into(),
            rows: points.into_iter().map(row).collect(),
        }
    }

    /// The capacity, with the mark of its tile.
    fn capacity_rate(&self) -> String {
        let words = self.shown.words;
        let rate = words.rate(self.values.capacity_per_hour);
        marked(words, self.shown.analysis.capacity_per_hour.basis, &rate)
    }

    /// How far a time that is read off at a demand per hour can be trusted.
    fn basis(&self, demand: f64) -> Basis {
        let after = self.values.curve.partition_point(|point| point.0 < demand - 1e-9);
        self.bases.get(after).or(self.bases.last()).copied().unwrap_or(Basis::Exact)
    }
}

impl WaitingWords for WaitingChart<'_> {
    fn time_mark(&self, seconds: f64, end_s: f64) -> String {
        mark_of_time(self.shown.words, seconds, end_s)
    }

    fn rate_mark(&self, per_hour: f64) -> String {
        self.shown.words.rate(per_hour)
    }

    fn capacity(&self) -> String {
        self.shown.words.with("chart-waiting-capacity", &[("rate", self.capacity_rate().into())])
    }

    fn present(&self) -> Option<String> {
        let words = self.shown.words;
        let (demand, seconds) = self.values.present?;
        let what = match seconds {
            Some(seconds) => {
                let basis = self.shown.analysis.throughput_time_s.basis;
                marked(words, basis, &words.time(seconds))
            }
            None => words.queue_grows(self.growth_per_hour?),
        };
        Some(self.shown.reading(&words.rate(demand), &what))
    }

    fn compared(&self, share: f64, per_hour: f64, seconds: f64) -> String {
        let words = self.shown.words;
        let time = marked(words, self.basis(per_hour), &words.time(seconds));
        self.shown.reading(&words.percent(share), &time)
    }

    fn rush(&self) -> String {
        let words = self.shown.words;
        let basis = self.shown.analysis.rush_order_time_s.basis;
        let time = marked(words, basis, &words.time(self.values.rush_s));
        words.with("chart-waiting-rush", &[("time", time.into())])
    }

    fn computing(&self) -> String {
        self.shown.words.text("chart-waiting-computing").to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Figure;

    /// M/M/1 with one minute of service: 60 s ÷ (1 − share).
    fn queue() -> Vec<CurvePoint> {
        let shares = [0.005, 0.2, 0.4, 0.6, 0.7, 0.8, 0.85, 0.9, 0.93, 0.96, 0.985];
        let point = |share: f64| CurvePoint {
            demand_per_hour: 60.0 * share,
            utilisation: share,
            throughput_time_s: 60.0 / (1.0 - share),
            basis: Basis::Exact,
        };
        shares.map(point).to_vec()
    }

    fn at(demand: Option<f64>) -> Analysis {
        let time = |rate: f64| (rate < 60.0).then(|| 60.0 / (1.0 - rate / 60.0));
        let exact = |value: Option<f64>| value.map_or_else(Figure::default, Figure::exact);
        Analysis {
            rush_order_time_s: Figure::exact(60.0),
            demand_per_hour: exact(demand),
            throughput_time_s: exact(demand.and_then(time)),
            growth_per_hour: exact(demand.map(|rate| (rate - 60.0).max(0.0))),
            ..Analysis::default()
        }
    }

    #[test]
    fn nine_tenths_take_twice_as_long_as_eight() {
        let picture = values(&queue(), &at(Some(30.0))).unwrap();
        let marks: Vec<[f64; 3]> =
            picture.compared.iter().map(|(a, b, c)| [*a, *b, c.round()]).collect();
        assert_eq!(marks, [[0.8, 48.0, 300.0], [0.9, 54.0, 600.0]]);
        assert!((picture.capacity_per_hour - 60.0).abs() < 1e-9);
        assert_eq!(picture.present, Some((30.0, Some(120.0))));
        assert!(picture.end_per_hour > 60.0, "the line of the capacity stands inside");
    }

    #[test]
    fn the_curve_leaves_through_the_upper_edge() {
        let picture = values(&queue(), &at(None)).unwrap();
        let seen = picture.seen();
        let last = seen.last().unwrap();
        assert!((last.1 - picture.top_s).abs() < 1e-9 && last.0 < 59.1, "{last:?}");
        assert!(seen.windows(2).all(|pair| pair[0].0 < pair[1].0 && pair[0].1 < pair[1].1));
        let tall = values(&queue(), &at(Some(59.0))).unwrap();
        assert!(tall.top_s > 3_600.0, "the present point is never cut off");
    }

    #[test]
    fn two_scenarios_have_the_same_axes_whichever_is_shown() {
        let twice = |point: CurvePoint| CurvePoint {
            demand_per_hour: 2.0 * point.demand_per_hour,
            throughput_time_s: 0.7 * point.throughput_time_s,
            ..point
        };
        let before = || values(&queue(), &at(Some(54.0))).unwrap();
        let after = || {
            let points: Vec<CurvePoint> = queue().into_iter().map(twice).collect();
            values(&points, &at(Some(54.0))).unwrap()
        };
        let axes = |picture: Waiting| (picture.end_per_hour, picture.top_s);
        assert_ne!(axes(before()), axes(after()), "alone each has its own");
        assert_eq!(axes(before().beside(Some(after()))), axes(after().beside(Some(before()))));
    }

    #[test]
    fn values_are_read_off_between_points() {
        let picture = values(&queue(), &at(None)).unwrap();
        assert_eq!(picture.read(48.0), Some(60.0 / (1.0 - 48.0 / 60.0)));
        let between = picture.read(45.0).unwrap();
        assert!((200.0..=300.0).contains(&between), "{between}");
        assert_eq!(picture.read(60.0), None);
        assert_eq!(picture.read(-1.0), None);
    }

    #[test]
    fn beyond_the_capacity_the_queue_grows() {
        let picture = values(&queue(), &at(Some(72.0))).unwrap();
        assert_eq!(picture.present, Some((72.0, None)));
        assert!(picture.end_per_hour > 72.0);
        let far = values(&queue(), &at(Some(6_000.0))).unwrap();
        assert!((far.end_per_hour - 90.0).abs() < 1e-9, "the curve keeps its room");
    }

    #[test]
    fn no_points_make_no_picture() {
        assert_eq!(values(&[], &at(None)), None);
    }
}
