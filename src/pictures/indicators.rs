//! Indicators in numbers and in words: their tiles on the scorecard, and the control chart of one.

use crate::blueprint::{Blueprint, Indicator, IndicatorId};
use crate::drawing::charts::{Control, ControlPoint, Tile, round_marks};
use crate::quality::{ChartKind, ControlChart, Cycle, IndicatorFigures, Rule};
use crate::wording::{Amount, Wording};

use super::Table;

/// About how many numbers the axis of a control chart has.
const MARKS: usize = 4;

/// An indicator with its figures.
#[derive(Clone, Copy)]
pub struct IndicatorChart<'a> {
    /// The indicator.
    pub indicator: &'a Indicator,
    /// Its figures.
    pub figures: &'a IndicatorFigures,
    /// The words of a language.
    pub words: &'a Wording,
    /// What amounts of money are in.
    pub currency: &'a str,
}

impl<'a> IndicatorChart<'a> {
    /// The indicator of an identity; `None` where there is none.
    #[must_use]
    pub fn of(
        id: IndicatorId,
        blueprint: &'a Blueprint,
        figures: &'a [IndicatorFigures],
        words: &'a Wording,
    ) -> Option<Self> {
        let mut all = blueprint.judgements().indicators.iter();
        let indicator = all.find(|(own, _)| *own == id).map(|(_, indicator)| indicator)?;
        let figures = figures.iter().find(|figures| figures.indicator == id)?;
        Some(Self { indicator, figures, words, currency: blueprint.currency() })
    }

    /// Whether its values are shares.
    fn is_share(&self) -> bool {
        let is_counted = self.indicator.data.iter().any(|datum| datum.n.is_some());
        is_counted || is_share_of_blueprint(self.indicator.figure.as_str())
    }

    /// A value of the indicator in words: a share as one, a figure of the blueprint in its unit.
    #[must_use]
    pub fn value(&self, value: f64) -> String {
        let words = self.words;
        let figure = self.indicator.figure.as_str();
        if self.is_share() {
            words.percent(value)
        } else if figure.ends_with("_time_s") {
            words.time(value)
        } else if is_money(figure) {
            words.money(value, self.currency)
        } else {
            words.reading(value)
        }
    }

    /// A difference of two values in words, with its sign.
    #[must_use]
    pub fn difference(&self, value: f64) -> String {
        let said = if self.is_share() {
            self.words.amount(Wording::difference(Amount::Share(value.abs())))
        } else {
            self.value(value.abs())
        };
        let sign = if value < 0.0 { "−" } else { "+" };
        if value == 0.0 { said } else { format!("{sign}{said}") }
    }

    /// What was measured last, in words.
    #[must_use]
    pub fn latest(&self) -> String {
        let latest = self.figures.latest.map(|latest| self.value(latest));
        latest.unwrap_or_else(|| self.words.text("indicator-no-data").to_owned())
    }

    /// The target and how far it is off; blank without one.
    #[must_use]
    pub fn target(&self) -> String {
        let Some(target) = self.indicator.target else { return String::new() };
        let target = self.value(target);
        match self.figures.variance {
            Some(variance) => self.words.with(
                "indicator-target-off",
                &[("target", target.into()), ("off", self.difference(variance).into())],
            ),
            None => self.words.with("indicator-target", &[("target", target.into())]),
        }
    }

    /// Measured beside what the blueprint says; `None` where it says nothing, or nothing was measured.
    #[must_use]
    pub fn against_blueprint(&self) -> Option<String> {
        let last = self.indicator.data.last()?;
        let said = self.figures.blueprint?;
        let arguments =
            [("measured", self.value(last.value).into()), ("said", self.value(said).into())];
        Some(self.words.with("indicator-against", &arguments))
    }

    /// The tile, with how far improvement has come.
    #[must_use]
    pub fn tile(&self, cycle: Cycle) -> Tile {
        let chart = self.figures.chart.as_ref();
        Tile {
            name: self.indicator.name.clone(),
            latest: self.latest(),
            target: self.target(),
            met: self.figures.met,
            signals: chart.is_some_and(|chart| !chart.signals.is_empty()),
            trend: self.indicator.data.iter().map(|datum| datum.value).collect(),
            aim: self.indicator.target,
            quarters: cycle.quarters(),
        }
    }

    /// The tile as a sentence.
    #[must_use]
    pub fn spoken(&self, cycle: Cycle) -> String {
        let words = self.words;
        let mut said = vec![words.labelled(&self.indicator.name, &self.latest())];
        let target = self.target();
        if !target.is_empty() {
            said.push(target);
        }
        match self.figures.met {
            Some(true) => said.push(words.text("indicator-met").to_owned()),
            Some(false) => said.push(words.text("indicator-missed").to_owned()),
            None => {}
        }
        said.extend(self.against_blueprint());
        if self.figures.chart.as_ref().is_some_and(|chart| !chart.signals.is_empty()) {
            said.push(words.text("indicator-signals").to_owned());
        }
        said.push(cycle_said(words, cycle));
        words.clauses(&said)
    }

    /// The control chart; `None` without data.
    #[must_use]
    pub fn control(&self) -> Option<Control> {
        let words = self.words;
        let chart = self.figures.chart.as_ref()?;
        let data = self.indicator.data.iter().enumerate();
        let points = data.map(|(at, datum)| ControlPoint {
            value: datum.value,
            limits: chart.limits.get(at).copied(),
            is_signal: chart.signals.iter().any(|signal| signal.at == at),
            date: words.short_date(datum.date),
            day: self.indicator.data.first().map_or(0, |first| datum.date.days_since(first.date))
                as f64,
        });
        let kind = words.text(match chart.kind {
            ChartKind::Run => "control-run",
            ChartKind::Trial => "control-trial",
            ChartKind::Control => "control-limits",
        });
        let limits = chart.last_limits();
        let centre = if chart.kind == ChartKind::Run { "control-median" } else { "control-centre" };
        let [lower, upper, target] = ["control-lower", "control-upper", "control-target"]
            .map(|key| words.text(key).to_owned());
        Some(Control {
            points: points.collect(),
            centre: (chart.centre, self.value(chart.centre)),
            limits: limits.map(|(low, high)| [self.value(low), self.value(high)]),
            target: self.indicator.target.map(|target| (target, self.value(target))),
            marks: self.marks(chart),
            kind: kind.to_owned(),
            names: [words.text(centre).to_owned(), lower, upper, target],
        })
    }

    /// Round numbers between the lowest and the highest that the chart shows.
    fn marks(&self, chart: &ControlChart) -> Vec<(f64, String)> {
        let measured = self.indicator.data.iter().map(|datum| datum.value);
        let limits = chart.limits.iter().flat_map(|(low, high)| [*low, *high]);
        let all = measured.chain(limits).chain([chart.centre]);
        let (low, high) = all.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| {
            (low.min(value), high.max(value))
        });
        // Of a target that lies far off the chart says only that.
        let (low, high) = self
            .indicator
            .target
            .map_or((low, high), |target| Control::with_target((low, high), target));
        let Some(step) = round_marks(high - low, MARKS).get(1).copied() else { return Vec::new() };
        let first = (low / step - 1e-9).ceil();
        let marks = (0..2 * MARKS).map(|at| (first + at as f64) * step);
        let there = marks.take_while(|mark| *mark <= high + 1e-9 * step);
        there.map(|mark| (mark, self.value(mark))).collect()
    }

    /// A datum as a sentence, with why it stands out.
    #[must_use]
    pub fn datum(&self, at: usize) -> String {
        let words = self.words;
        let Some(datum) = self.indicator.data.get(at) else { return String::new() };
        let value = match datum.n {
            Some(n) => words.with(
                "indicator-share-of",
                &[("share", self.value(datum.value).into()), ("n", n.into())],
            ),
            None => self.value(datum.value),
        };
        let mut said = vec![words.labelled(&words.date(datum.date), &value)];
        let signals = self.figures.chart.iter().flat_map(|chart| &chart.signals);
        for signal in signals.filter(|signal| signal.at == at) {
            said.push(rule(words, signal.rule).to_owned());
        }
        words.clauses(&said)
    }

    /// What was measured as a table.
    #[must_use]
    pub fn table(&self) -> Table {
        let words = self.words;
        let limits = self.figures.chart.as_ref().map_or(&[][..], |chart| &chart.limits);
        let head = [
            "indicator-date",
            "indicator-value",
            "control-lower",
            "control-upper",
            "control-signal",
        ];
        let row = |at: usize| {
            let datum = self.indicator.data.get(at)?;
            let (low, high) = limits.get(at).copied().unzip();
            let signals = self.figures.chart.iter().flat_map(|chart| &chart.signals);
            let signals = signals.filter(|signal| signal.at == at);
            let signals: Vec<&str> = signals.map(|signal| rule(words, signal.rule)).collect();
            Some(vec![
                words.date(datum.date),
                self.value(datum.value),
                low.map(|low| self.value(low)).unwrap_or_default(),
                high.map(|high| self.value(high)).unwrap_or_default(),
                words.clauses(&signals),
            ])
        };
        Table {
            name: self.indicator.name.clone(),
            head: head.map(|key| words.text(key).to_owned()).to_vec(),
            rows: (0..self.indicator.data.len()).filter_map(row).collect(),
        }
    }
}

/// Figures of the blueprint that are shares.
fn is_share_of_blueprint(figure: &str) -> bool {
    figure.ends_with("_share")
        || matches!(
            figure,
            "utilisation" | "direct_labour_utilisation" | "balance" | "flow_efficiency"
        )
}

/// Figures of the blueprint that are money.
fn is_money(figure: &str) -> bool {
    matches!(
        figure,
        "cost_per_customer"
            | "profit_per_hour"
            | "margin_per_customer"
            | "profit_at_capacity_per_hour"
            | "material_per_customer"
            | "busy_cost_per_customer"
    )
}

/// A rule that is broken, in words.
fn rule(words: &Wording, rule: Rule) -> &str {
    words.text(match rule {
        Rule::OneBeyondThree => "control-one-beyond-three",
        Rule::TwoOfThree => "control-two-of-three",
        Rule::FourOfFive => "control-four-of-five",
        Rule::EightInARow => "control-eight-in-a-row",
    })
}

/// How far improvement has come, in words.
#[must_use]
pub fn cycle_said(words: &Wording, cycle: Cycle) -> String {
    let names = ["cycle-plan", "cycle-do", "cycle-check", "cycle-act"];
    let reached = names.into_iter().zip(cycle.quarters()).filter(|(_, is_there)| *is_there);
    let reached: Vec<&str> = reached.map(|(key, _)| words.text(key)).collect();
    if reached.is_empty() {
        words.text("cycle-none").to_owned()
    } else {
        words.with("cycle-reached", &[("stages", words.clauses(&reached).into())])
    }
}
