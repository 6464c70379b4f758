//! What changed: since an earlier version, change by change; which figures are otherwise than a review saw them, and than
//! in another scenario.

use crate::analysis::{Analysis, Figure};
use crate::blueprint::{Blueprint, Scenario, ScenarioId};
use crate::pictures::Shown;
use crate::versions::{Measure, Since, largest_risk};
use crate::wording::Amount;

/// Figures that differ by less are the same: reviews keep them as they are written.
const SAME: f64 = 1e-6;

/// A scenario that the shown one is told beside, with its figures.
#[derive(Clone, Copy, Debug)]
pub struct Beside<'a> {
    /// The other scenario.
    pub scenario: &'a Scenario,
    /// Its figures.
    pub analysis: &'a Analysis,
    /// Whether it is the baseline, which comes before.
    pub is_before: bool,
}

/// An earlier version, and what became of the scenario since: the same changes that a list of them tells.
#[derive(Clone, Copy, Debug)]
pub struct Earlier<'a> {
    /// What changed.
    pub since: &'a Since,
    /// The figures of that version, as they are printed; `None` where the scenario is new.
    pub before: Option<&'a Analysis>,
    /// What that version is called; `None` where it is the one that was reviewed last.
    pub name: Option<&'a str>,
}

/// Which scenario one is told beside, and whether it comes before: the baseline, or the only other one.
#[must_use]
pub fn told_beside(
    blueprint: &Blueprint,
    shown: ScenarioId,
) -> Option<(&std::sync::Arc<Scenario>, bool)> {
    let baseline = blueprint.baseline();
    if baseline.id() != shown {
        return Some((baseline, true));
    }
    let mut others = blueprint.scenarios().iter().filter(|other| other.id() != shown);
    others.next().filter(|_| others.next().is_none()).map(|other| (other, false))
}

/// The figures that a review keeps, by their names.
pub(super) fn kept(analysis: &Analysis) -> [(&'static str, &Figure); 4] {
    [
        ("capacity_per_hour", &analysis.capacity_per_hour),
        ("utilisation", &analysis.utilisation),
        ("throughput_time_s", &analysis.throughput_time_s),
        ("cost_per_customer", &analysis.cost_per_customer),
    ]
}

/// What changed in words, the changes first: `+1 role, −2 steps, 3 other changes`, then the capacity, though it may be
/// the same, and what else is another figure.
pub(super) fn since_said(shown: &Shown<'_>, earlier: &Earlier<'_>) -> String {
    let words = shown.words;
    let tally = earlier.since.tally();
    let others =
        if tally.count() == tally.others { "page-changed-all" } else { "page-changed-others" };
    let counts = [
        ("page-changed-roles-came", tally.roles.0),
        ("page-changed-roles-went", tally.roles.1),
        ("page-changed-steps-came", tally.steps.0),
        ("page-changed-steps-went", tally.steps.1),
        (others, tally.others),
    ];
    let counts = counts.into_iter().filter(|(_, count)| *count > 0);
    let mut said: Vec<String> = counts.map(|(key, count)| words.counted(key, count)).collect();
    if let Some(before) = earlier.before {
        let kept = (value_in(before), earlier.since.currency_before(shown.currency));
        said.extend(figures(shown, kept, shown.analysis, Some("capacity_per_hour")));
    }
    if let Some((pair, _)) = &earlier.since.pair {
        said.extend(risk_changed(shown, &pair.before));
    }
    words.clauses(&said)
}

/// Which figures are otherwise than they were, in words; what reads the same is no change.
pub(super) fn changes(
    shown: &Shown<'_>,
    before: impl Fn(&str) -> Option<f64>,
    after: &Analysis,
) -> Vec<String> {
    figures(shown, (before, shown.currency), after, None)
}

/// Figures that are otherwise, as few words as that takes: the capacity before and after, how busy it is where that is
/// the same, by how much time and cost differ. The capacity is told though it may be the same, where that is asked for.
fn figures(
    shown: &Shown<'_>,
    (before, currency): (impl Fn(&str) -> Option<f64>, &str),
    after: &Analysis,
    always: Option<&str>,
) -> Vec<String> {
    let words = shown.words;
    let mut has_other_capacity = false;
    let told = kept(after).into_iter().filter_map(|(name, figure)| {
        let (before, after) = (before(name)?, figure.value?);
        let is_same = (after - before).abs() <= SAME * before.abs().max(after.abs());
        match name {
            "capacity_per_hour" => {
                let was = words.number(words.in_rate_unit(before));
                let is = words.number(words.in_rate_unit(after));
                has_other_capacity = was != is && !is_same;
                let arguments = [("before", was.into()), ("after", words.rate(after).into())];
                let is_told = has_other_capacity || always == Some(name);
                is_told.then(|| words.with("page-changed-capacity", &arguments))
            }
            _ if is_same => None,
            "utilisation" => {
                let [was, is] = [before, after].map(|share| words.percent(share));
                let is_told = was != is && !has_other_capacity;
                let arguments = [("before", was.into()), ("after", is.into())];
                is_told.then(|| words.with("page-changed-load", &arguments))
            }
            "throughput_time_s" => {
                let [was, is] = [before, after].map(|time| words.amount(Amount::Seconds(time)));
                let time =
                    words.effect(Measure::ThroughputTime, Some(after - before), shown.currency);
                (was != is).then(|| words.with("page-changed-visit", &[("time", time.into())]))
            }
            _ => {
                // As it is shown on both pages: a difference would not fit the rounded amounts.
                let was = words.amount(Amount::Money(before, currency));
                let is = words.amount(Amount::Money(after, shown.currency));
                let is_told = was != is;
                let arguments = [("before", was.into()), ("after", is.into())];
                is_told.then(|| words.with("page-changed-cost", &arguments))
            }
        }
    });
    told.collect()
}

/// What becomes of the largest risk, where that reads otherwise.
fn risk_changed(shown: &Shown<'_>, before: &Scenario) -> Option<String> {
    let words = shown.words;
    let [was, is] = [before, shown.scenario].map(largest_risk);
    let said = |risk: f64| words.number(risk);
    let (was, is) = (said(was?.1), said(is?.1));
    let arguments = [("before", was.as_str().into()), ("after", is.as_str().into())];
    (was != is).then(|| words.with("page-changed-risk", &arguments))
}

/// The values of the figures that a review keeps.
fn value_in(analysis: &Analysis) -> impl Fn(&str) -> Option<f64> {
    let values = kept(analysis).map(|(name, figure)| (name, figure.value));
    move |name| values.iter().find(|(known, _)| *known == name).and_then(|(_, value)| *value)
}

/// How the figures of two scenarios differ, as a sentence that names the other one.
pub(super) fn beside_said(shown: &Shown<'_>, other: Beside<'_>) -> String {
    let words = shown.words;
    let (before, after) = if other.is_before {
        (other.analysis, shown.analysis)
    } else {
        (shown.analysis, other.analysis)
    };
    let changes = changes(shown, value_in(before), after);
    let name = words.scenario_name(other.scenario);
    if changes.is_empty() {
        return words.with("page-beside-same", &[("name", name.into())]);
    }
    let arguments = [("name", name.into()), ("changes", words.clauses(&changes).into())];
    if other.is_before {
        words.with("page-against", &arguments)
    } else {
        words.with("page-beside", &arguments)
    }
}
