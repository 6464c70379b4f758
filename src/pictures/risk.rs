//! The matrix of what can fail, in numbers and in words.

use crate::blueprint::{FailPoint, Rating, RiskResponse, Scenario, StepId};
use crate::drawing::charts::{RiskDot, RiskTone, Risks};
use crate::quality::{Assessment, OFTEN, RiskFigures, SEVERE};
use crate::wording::Wording;

use super::Table;

/// Where the axis of likelihoods begins at the latest, and ends.
const LEAST: f64 = 1e-4;
const MOST: f64 = 1.0;
/// Below this nothing is told apart any more.
const LOWEST: f64 = 1e-9;

/// The matrix of risks.
pub struct RiskChart<'a> {
    scenario: &'a Scenario,
    found: &'a Assessment,
    words: &'a Wording,
    values: Risks,
    /// The risk of each dot, by its place in the assessment.
    dots: Vec<usize>,
}

impl<'a> RiskChart<'a> {
    /// Of a scenario and what is known about it; `None` where nothing can fail. The axis is the one that is given, else
    /// as wide as the risks.
    #[must_use]
    pub fn of(
        scenario: &'a Scenario,
        found: &'a Assessment,
        words: &'a Wording,
        span: Option<(f64, f64)>,
    ) -> Option<Self> {
        if found.risks.is_empty() {
            return None;
        }
        let by_day = found.risks.iter().any(|risk| risk.per_day.is_some());
        let mut dots = Vec::new();
        let mut shown = Vec::new();
        for (at, risk) in found.risks.iter().enumerate() {
            let Some(fail) = fail_point(scenario, risk.step) else { continue };
            let Some((likelihood, severity)) = risk.per_customer.zip(fail.severity) else {
                continue;
            };
            if likelihood <= 0.0 {
                continue;
            }
            dots.push(at);
            shown.push(RiskDot {
                name: name(fail, words.step(risk.step, scenario)),
                below: below(risk, scenario, words),
                likelihood,
                severity: f64::from(severity.get()),
                per_day: risk.per_day.or(risk.per_hour),
                is_unguarded: fail.guard.trim().is_empty() && fail.guard_kind.is_none(),
                is_unrecovered: fail.recovery.trim().is_empty() && fail.recovery_step.is_none(),
                tone: tone(risk.suggested),
            });
        }
        let least = shown.iter().map(|dot| dot.likelihood).fold(LEAST, f64::min).max(LOWEST);
        let most = shown.iter().map(|dot| dot.likelihood).fold(MOST, f64::max);
        let ten = |value: f64| 10_f64.powf(value);
        let span = span.unwrap_or_else(|| {
            (ten((least.log10() + 1e-9).floor()), ten((most.log10() - 1e-9).ceil()))
        });
        let decades = (span.0.log10().round(), span.1.log10().round());
        let marks = (0..).map(|step| decades.0 + f64::from(step));
        let marks = marks.take_while(|exponent| *exponent <= decades.1 + 1e-9);
        let marks = marks.map(|exponent| (ten(exponent), words.percent(ten(exponent))));
        let quarter =
            |response, key| (words.risk_response(response).to_owned(), words.text(key).to_owned());
        let values = Risks {
            dots: shown,
            span,
            split: (OFTEN, f64::from(SEVERE)),
            marks: marks.collect(),
            quarters: [
                quarter(RiskResponse::Avoid, "risk-often-severe"),
                quarter(RiskResponse::Transfer, "risk-rare-severe"),
                quarter(RiskResponse::Reduce, "risk-often-mild"),
                quarter(RiskResponse::Accept, "risk-rare-mild"),
            ],
            severity: words.text("risk-severity").to_owned(),
            likelihood: words
                .text(if by_day { "risk-likelihood" } else { "risk-likelihood-hour" })
                .to_owned(),
            legend: ["lens-no-guard", "lens-no-recovery"].map(|key| words.text(key).to_owned()),
        };
        Some(Self { scenario, found, words, values, dots })
    }

    /// What is drawn.
    #[must_use]
    pub fn values(&self) -> &Risks {
        &self.values
    }

    /// The risk of a dot.
    #[must_use]
    pub fn risk(&self, dot: usize) -> Option<&'a RiskFigures> {
        self.dots.get(dot).and_then(|at| self.found.risks.get(*at))
    }

    /// What is to be seen: how many leave without a failure, and how many failures a customer meets.
    #[must_use]
    pub fn headline(&self) -> String {
        let words = self.words;
        let mut said = Vec::new();
        let (share, count) = (&self.found.failure_free_share, &self.found.failures_per_customer);
        if share.value.is_some() {
            let share = words.marked_as(share, Wording::percent);
            said.push(words.with("risk-free", &[("share", share.into())]));
        }
        if count.value.is_some() {
            let count = words.marked_as(count, Wording::number);
            said.push(words.with("risk-failures", &[("number", count.into())]));
            said.extend(words.unknown_risks(self.found));
        }
        words.clauses(&said)
    }

    /// A risk as a sentence.
    #[must_use]
    pub fn spoken(&self, risk: &RiskFigures) -> String {
        let words = self.words;
        let step = words.step(risk.step, self.scenario).to_owned();
        let Some(fail) = fail_point(self.scenario, risk.step) else { return step };
        let mut said = vec![name(fail, &step)];
        if !fail.what.trim().is_empty() {
            said.push(step);
        }
        if let Some(share) = risk.per_customer {
            said.push(words.with("lens-likelihood", &[("share", words.percent(share).into())]));
        }
        if let Some(severity) = fail.severity {
            let severity = u32::from(severity.get());
            said.push(words.with("lens-severity", &[("severity", severity.into())]));
        }
        if let Some(suggested) = risk.suggested {
            let response = words.risk_response(suggested);
            said.push(words.with("lens-suggested", &[("response", response.into())]));
        }
        if fail.guard.trim().is_empty() && fail.guard_kind.is_none() {
            said.push(words.text("lens-no-guard").to_owned());
        }
        if fail.recovery.trim().is_empty() && fail.recovery_step.is_none() {
            said.push(words.text("lens-no-recovery").to_owned());
        }
        words.clauses(&said)
    }

    /// What can fail, in words.
    #[must_use]
    pub fn name(&self, risk: &RiskFigures) -> String {
        let step = self.words.step(risk.step, self.scenario);
        fail_point(self.scenario, risk.step).map_or_else(|| step.to_owned(), |it| name(it, step))
    }

    /// Severity × occurrence × detection, as far as each is known.
    #[must_use]
    pub fn product(&self, risk: &RiskFigures) -> String {
        let fail = fail_point(self.scenario, risk.step);
        let rating = |rating: Option<Rating>| rating.map(Rating::get);
        let three = [
            rating(fail.and_then(|fail| fail.severity)),
            risk.occurrence,
            rating(fail.and_then(|fail| fail.detection)),
        ];
        let three = three.map(|it| it.map_or_else(|| "?".to_owned(), |it| it.to_string()));
        three.join(" × ")
    }

    /// How often and how high in rank, in one line.
    #[must_use]
    pub fn numbers(&self, risk: &RiskFigures) -> String {
        self.words.clauses(&self.each_number(risk))
    }

    /// As [`RiskChart::numbers`], in the most words that fit: what ranks stays to the last.
    #[must_use]
    pub fn numbers_within(&self, risk: &RiskFigures, fits: &dyn Fn(&str) -> bool) -> String {
        let mut each = self.each_number(risk);
        while each.len() > 1 && !fits(&self.words.clauses(&each)) {
            // First how many an hour, which follows from how often.
            each.remove(usize::from(each.len() > 2));
        }
        self.words.clauses(&each)
    }

    fn each_number(&self, risk: &RiskFigures) -> Vec<String> {
        let words = self.words;
        let mut said = Vec::new();
        if let Some(share) = risk.per_customer {
            said.push(words.with("lens-likelihood", &[("share", words.percent(share).into())]));
        }
        said.extend(how_many(risk, words));
        if let Some(rank) = risk.rpn {
            said.push(format!("{} = {rank}", self.product(risk)));
        }
        said
    }

    /// The risks as a table.
    #[must_use]
    pub fn table(&self) -> Table {
        let words = self.words;
        let head = [
            "risk-column-what",
            "risk-column-customer",
            "risk-column-hour",
            "risk-column-rank",
            "risk-column-suggested",
            "risk-column-chosen",
        ];
        let response = |response: Option<RiskResponse>| {
            response.map_or("", |it| words.risk_response(it)).to_owned()
        };
        let row = |risk: &RiskFigures| {
            vec![
                self.name(risk),
                risk.per_customer.map(|share| words.percent(share)).unwrap_or_default(),
                risk.per_hour.map(|count| words.reading(count)).unwrap_or_default(),
                risk.rpn.map(|rank| rank.to_string()).unwrap_or_default(),
                response(risk.suggested),
                response(risk.response),
            ]
        };
        Table {
            name: words.text("chart-tab-risk").to_owned(),
            head: head.map(|key| words.text(key).to_owned()).to_vec(),
            rows: self.found.risks.iter().map(row).collect(),
        }
    }
}

fn fail_point(scenario: &Scenario, step: StepId) -> Option<&FailPoint> {
    scenario.steps().get(&step)?.fail.as_ref()
}

/// What fails, else where.
fn name(fail: &FailPoint, step: &str) -> String {
    let what = fail.what.trim();
    if what.is_empty() { step.to_owned() } else { what.to_owned() }
}

fn below(risk: &RiskFigures, scenario: &Scenario, words: &Wording) -> String {
    let step = words.step(risk.step, scenario).to_owned();
    let Some(count) = how_many(risk, words) else { return step };
    words.clauses(&[count, step])
}

/// How many failures in a day; in an hour where nobody says how long a day is.
fn how_many(risk: &RiskFigures, words: &Wording) -> Option<String> {
    if let Some(count) = risk.per_day {
        return Some(words.with("risk-a-day", &[("number", words.reading(count).into())]));
    }
    let count = words.reading(risk.per_hour?);
    Some(words.with("risk-an-hour", &[("number", count.into())]))
}

fn tone(suggested: Option<RiskResponse>) -> RiskTone {
    match suggested {
        Some(RiskResponse::Avoid) => RiskTone::Bad,
        Some(RiskResponse::Transfer) => RiskTone::Warn,
        Some(RiskResponse::Reduce) => RiskTone::Accent,
        Some(RiskResponse::Accept) | None => RiskTone::Quiet,
    }
}
