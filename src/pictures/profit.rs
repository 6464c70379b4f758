//! Profit against the time of execution, in numbers and in words.

use crate::analysis::{self, Basis, ProfitCurve, ProfitMarkKind};
use crate::drawing::charts::{Profit, ProfitMark, ProfitWords};

use super::axes::mark_of_time;
use super::truth::marked;
use super::{Shown, Table};

/// How many times as far as what is drawn or stated the axis of time reaches at most.
const FURTHEST: f64 = 6.0;

/// Puts the chart together, the marks without their words; `None` where the line has no length.
fn values(curve: &ProfitCurve) -> Option<Profit> {
    let full = curve.full.as_ref().map(|full| full.point);
    let end_s = end_of_axis(curve);
    let whole = Profit { line: whole_line(curve), ..Profit::default() };
    let mut line: Vec<(f64, f64)> =
        whole.line.iter().copied().filter(|(seconds, _)| *seconds < end_s).collect();
    line.push((end_s, whole.read(end_s)));
    let profits = || line.iter().map(|(_, profit)| *profit);
    let (high, low) =
        (profits().fold(f64::NEG_INFINITY, f64::max), profits().fold(f64::INFINITY, f64::min));
    let air = 0.1 * (high.max(0.0) - low.min(0.0));
    if !(end_s > 0.0 && air > 0.0 && end_s.is_finite() && air.is_finite()) {
        return None;
    }
    Some(Profit {
        line,
        full_s: full.map(|point| point.execution_s).filter(|seconds| *seconds < end_s),
        marks: Vec::new(),
        span: (low.min(0.0) - air, high.max(0.0) + air),
        end_s,
        other: Vec::new(),
    })
}

/// The marks, those that matter most first.
fn marks(curve: &ProfitCurve) -> Vec<analysis::ProfitMark> {
    let mut marks = curve.marks.clone();
    marks.sort_by_key(|mark| match mark.kind {
        ProfitMarkKind::Present => 0,
        ProfitMarkKind::BreakEven => 1,
        ProfitMarkKind::Standard => 2,
        ProfitMarkKind::Acceptable => 3,
    });
    marks
}

/// The chart of profit.
pub struct ProfitChart<'a> {
    shown: Shown<'a>,
    curve: &'a ProfitCurve,
    values: Profit,
}

impl<'a> ProfitChart<'a> {
    /// Of a curve; `None` where it has no length.
    #[must_use]
    pub fn of(shown: Shown<'a>, curve: &'a ProfitCurve) -> Option<Self> {
        let mut chart = Self { shown, curve, values: values(curve)? };
        let mark = |mark: analysis::ProfitMark| ProfitMark {
            at_s: mark.point.execution_s,
            profit: mark.point.profit,
            text: chart.mark(&mark),
            is_present: mark.kind == ProfitMarkKind::Present,
            strong: matches!(mark.kind, ProfitMarkKind::Present | ProfitMarkKind::BreakEven),
        };
        chart.values.marks = marks(curve).into_iter().map(mark).collect();
        Some(chart)
    }

    /// Puts the line of another scenario beside, on the same axes.
    #[must_use]
    pub fn beside(self, other: Option<&ProfitCurve>) -> Self {
        Self { values: self.values.beside(other.and_then(values)), ..self }
    }

    /// Without the line of the other scenario, on the axes of both.
    #[must_use]
    pub fn alone(self) -> Self {
        Self { values: Profit { other: Vec::new(), ..self.values }, ..self }
    }

    /// What is drawn.
    #[must_use]
    pub fn values(&self) -> &Profit {
        &self.values
    }

    /// What the chart shows.
    #[must_use]
    pub fn title(&self) -> &'a str {
        self.shown.words.text("chart-money-profit")
    }

    /// What is counted.
    #[must_use]
    pub fn rule(&self) -> String {
        self.shown.words.profit_rule(self.curve)
    }

    /// Where the demand gets out of reach, if it does.
    #[must_use]
    pub fn reach(&self) -> Option<String> {
        self.shown.words.profit_reach(self.curve, self.shown.scenario)
    }

    /// What is read off the line after so many seconds.
    #[must_use]
    pub fn reading(&self, seconds: f64) -> String {
        let what = self.amount(self.values.read(seconds));
        self.shown.reading(&self.shown.words.time(seconds), &what)
    }

    /// Profit by the time that the work takes as a table, at the marks and at the ends of the line.
    #[must_use]
    pub fn table(&self) -> Table {
        let words = self.shown.words;
        let marks = marks(self.curve);
        let marks = marks.iter().map(|mark| vec![self.when(mark), self.amount(mark.point.profit)]);
        let ends = self.values.line.iter();
        let ends = ends.map(|(at, profit)| vec![words.time(*at), self.amount(*profit)]);
        let head = ["chart-column-time", "chart-column-profit"];
        Table {
            name: words.profit_title(self.curve),
            head: head.map(|key| words.text(key).to_owned()).into(),
            rows: marks.chain(ends).collect(),
        }
    }

    /// How far the profits can be trusted.
    fn basis(&self) -> Basis {
        self.curve.basis
    }

    fn amount(&self, profit: f64) -> String {
        marked(self.shown.words, self.basis(), &self.shown.money(profit))
    }

    fn when(&self, mark: &analysis::ProfitMark) -> String {
        let words = self.shown.words;
        let key = match mark.kind {
            ProfitMarkKind::Present => "chart-money-now",
            ProfitMarkKind::BreakEven => "chart-money-break-even",
            ProfitMarkKind::Standard => "chart-money-standard",
            ProfitMarkKind::Acceptable => "chart-money-acceptable",
        };
        words.with(key, &[("time", words.time(mark.point.execution_s).into())])
    }

    /// What is said of a mark.
    fn mark(&self, mark: &analysis::ProfitMark) -> String {
        let when = self.when(mark);
        if mark.kind == ProfitMarkKind::Present {
            self.shown.reading(&when, &self.amount(mark.point.profit))
        } else {
            when
        }
    }
}

impl ProfitWords for ProfitChart<'_> {
    fn time_mark(&self, seconds: f64, end_s: f64) -> String {
        mark_of_time(self.shown.words, seconds, end_s)
    }

    fn money_mark(&self, amount: f64) -> String {
        self.shown.money(amount)
    }
}

/// All points of the line.
fn whole_line(curve: &ProfitCurve) -> Vec<(f64, f64)> {
    let full = curve.full.as_ref().map(|full| full.point);
    let mut points: Vec<(f64, f64)> =
        curve.ends.iter().chain(&full).map(|point| (point.execution_s, point.profit)).collect();
    points.sort_by(|a, b| a.0.total_cmp(&b.0));
    points.dedup_by(|a, b| a.0 <= b.0);
    points
}

/// The second at the right edge: behind all marks and the end of reach, but where these lie far
/// off not so far that the present would shrink to nothing.
fn end_of_axis(curve: &ProfitCurve) -> f64 {
    let end_s = curve.ends[1].execution_s;
    let marks = || curve.marks.iter();
    let far = |mark: &&analysis::ProfitMark| mark.kind == ProfitMarkKind::BreakEven;
    let near = marks().filter(|mark| !far(mark)).map(|mark| mark.point.execution_s);
    end_s.min(FURTHEST * near.fold(0.0, f64::max))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{FullTime, ProfitMark, ProfitPoint, ProfitRule};

    #[test]
    fn two_curves_of_profit_have_the_same_axes_whichever_is_shown() {
        let point = |execution_s, profit| ProfitPoint { execution_s, profit };
        let curve = |now_s: f64, end: ProfitPoint| {
            let present = ProfitMark { kind: ProfitMarkKind::Present, point: point(now_s, 1.0) };
            let curve = ProfitCurve {
                rule: ProfitRule::WorkOnly,
                ends: [point(0.0, 3.0), end],
                full: None,
                marks: vec![present],
                basis: Basis::Exact,
            };
            values(&curve).unwrap()
        };
        let before = || curve(60.0, point(120.0, 1.0));
        let after = || curve(200.0, point(400.0, -5.0));
        let axes = |picture: &Profit| (picture.end_s, picture.span);
        assert_ne!(axes(&before()), axes(&after()), "alone each has its own");
        let (here, there) = (before().beside(Some(after())), after().beside(Some(before())));
        assert_eq!(axes(&here), axes(&there));
        // Nothing of either is cut off.
        for (seconds, profit) in here.line.iter().chain(&here.other) {
            assert!(*seconds <= here.end_s && (here.span.0..=here.span.1).contains(profit));
        }
        assert_eq!((&here.line, &here.other), (&there.other, &there.line));
    }

    #[test]
    fn profit_falls_with_time_and_zero_is_always_seen() {
        let point = |execution_s, profit| ProfitPoint { execution_s, profit };
        let mark =
            |kind, execution_s, profit| ProfitMark { kind, point: point(execution_s, profit) };
        let present = mark(ProfitMarkKind::Present, 60.0, 2.0);
        let curve = ProfitCurve {
            rule: ProfitRule::WorkOnly,
            ends: [point(0.0, 3.0), point(120.0, 1.0)],
            full: None,
            marks: vec![mark(ProfitMarkKind::Standard, 30.0, 2.5), present],
            basis: Basis::Exact,
        };
        let picture = values(&curve).unwrap();
        assert_eq!(super::marks(&curve)[0].kind, ProfitMarkKind::Present, "it comes first");
        assert!(picture.span.0 < 0.0 && picture.span.1 > 3.0);
        assert!((picture.read(60.0) - 2.0).abs() < 1e-12);
        let ends = [point(0.0, 0.0), point(90.0, 0.0)];
        let flat = ProfitCurve { ends, marks: vec![mark(present.kind, 60.0, 0.0)], ..curve };
        assert_eq!(values(&flat), None);
    }

    #[test]
    fn the_line_bends_where_the_demand_gets_out_of_reach() {
        let point = |execution_s, profit| ProfitPoint { execution_s, profit };
        let present = ProfitMark { kind: ProfitMarkKind::Present, point: point(60.0, 2.0) };
        let curve = ProfitCurve {
            rule: ProfitRule::PaidTime,
            ends: [point(0.0, 2.0), point(240.0, -1.0)],
            full: Some(FullTime {
                point: point(120.0, 2.0),
                pools: Vec::new(),
                demand_per_hour: 30.0,
            }),
            marks: vec![present],
            basis: Basis::Exact,
        };
        let picture = values(&curve).unwrap();
        assert_eq!(picture.line, [(0.0, 2.0), (120.0, 2.0), (240.0, -1.0)]);
        assert_eq!(picture.full_s, Some(120.0));
        assert!((picture.read(100.0) - 2.0).abs() < 1e-12);
        assert!((picture.read(180.0) - 0.5).abs() < 1e-12);
    }
}
