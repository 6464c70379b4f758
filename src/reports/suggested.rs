//! What a suggestion says and would bring, in words.

use crate::analysis::{Analysis, analyse};
use crate::blueprint::notation::parse_time;
use crate::blueprint::{Blueprint, Scenario, Suggested, TimeUnit};
use crate::redesign::with_suggestion;
use crate::wording::{Amount, Wording};

/// Relative difference below which two figures are the same.
const SAME: f64 = 1e-6;

/// What a suggestion says and would bring, in words.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Prospect {
    /// What is suggested, a line for each thing.
    pub lines: Vec<String>,
    /// The limit before and after.
    pub limit: String,
    /// What else changes.
    pub besides: String,
    /// Whether it is better: more can be served, or no less at a shorter visit.
    pub is_better: bool,
    /// Whether it can be done.
    pub is_possible: bool,
}

/// What a suggestion says and would bring to a scenario with these figures.
#[must_use]
pub fn prospect(
    suggested: &Suggested,
    (blueprint, scenario, now): (&Blueprint, &Scenario, &Analysis),
    words: &Wording,
) -> Prospect {
    let currency = blueprint.currency();
    let lines = lines(suggested, scenario, words);
    let Some(changed) = with_suggestion(suggested, blueprint, scenario) else {
        let besides = words.text("review-suggestion-gone").to_owned();
        return Prospect { lines, besides, ..Prospect::default() };
    };
    if *changed == *scenario {
        let besides = words.text("review-suggestion-so").to_owned();
        return Prospect { lines, besides, ..Prospect::default() };
    }
    let then = analyse(&changed);
    let differs = |was: f64, is: f64| (was - is).abs() > SAME * was.abs().max(is.abs());
    let (was, is) = (now.capacity_per_hour.value, then.capacity_per_hour.value);
    let limit = match (was, is) {
        (Some(was), Some(is)) => {
            let (before, after) = (words.number(words.in_rate_unit(was)), words.rate(is));
            words.with("review-before-after", &[("before", before.into()), ("after", after.into())])
        }
        (None, Some(is)) => words.rate(is),
        (_, None) => words.text("no-figure").to_owned(),
    };
    let visits = (now.throughput_time_s.value, then.throughput_time_s.value);
    let costs = (now.cost_per_customer.value, then.cost_per_customer.value);
    let mut besides = Vec::new();
    if let (was, Some(is)) = visits
        && was.is_none_or(|was| differs(was, is))
    {
        let time = words.amount(Amount::Seconds(is));
        besides.push(words.with("review-visit", &[("time", time.into())]));
    }
    if let (Some(was), Some(is)) = costs
        && differs(was, is)
    {
        let amount = words.effect(crate::versions::Measure::Cost, Some(is - was), currency);
        besides.push(words.with("review-cost", &[("amount", amount.into())]));
    }
    besides.push(words.text("review-recomputed").to_owned());
    let more = was.zip(is).map(|(was, is)| (differs(was, is), is > was));
    let is_better = match more {
        Some((true, is_more)) => is_more,
        _ => {
            matches!(visits, (Some(was), Some(is)) if is < was) || matches!(visits, (None, Some(_)))
        }
    };
    let besides = words.clauses(&besides);
    Prospect { lines, limit, besides, is_better, is_possible: true }
}

/// What is suggested, a line for each thing.
fn lines(suggested: &Suggested, scenario: &Scenario, words: &Wording) -> Vec<String> {
    let mut lines = Vec::new();
    for (id, count) in &suggested.headcount {
        let before = scenario.roles().get(id).map_or(0, |role| role.headcount);
        if before == *count {
            let arguments = [("role", words.role(*id, scenario).into()), ("after", before.into())];
            lines.push(words.with("review-suggests-heads-so", &arguments));
            continue;
        }
        let arguments = [
            ("role", words.role(*id, scenario).into()),
            ("before", before.into()),
            ("after", (*count).into()),
        ];
        lines.push(words.with("review-suggests-heads", &arguments));
    }
    for (id, time) in &suggested.time {
        let step = scenario.steps().get(id);
        let before = step.and_then(|step| step.time.as_ref());
        let dash = || words.text("no-figure").to_owned();
        let before = before.map_or_else(dash, |time| words.service_time(time));
        let after = parse_time(time, TimeUnit::Second).ok();
        let after = after.map_or_else(|| time.clone(), |time| words.service_time(&time));
        if before == after {
            let arguments = [("step", words.step(*id, scenario).into()), ("after", after.into())];
            lines.push(words.with("review-suggests-time-so", &arguments));
            continue;
        }
        let arguments = [
            ("step", words.step(*id, scenario).into()),
            ("before", before.into()),
            ("after", after.into()),
        ];
        lines.push(words.with("review-suggests-time", &arguments));
    }
    for (step, role) in &suggested.may_do {
        let arguments = [
            ("step", words.step(*step, scenario).into()),
            ("role", words.role(*role, scenario).into()),
        ];
        lines.push(words.with("review-suggests-may-do", &arguments));
    }
    for step in &suggested.leave_out {
        let name = words.step(*step, scenario);
        lines.push(words.with("review-suggests-leave-out", &[("step", name.into())]));
    }
    for (first, second) in &suggested.merge {
        let arguments = [
            ("first", words.step(*first, scenario).into()),
            ("second", words.step(*second, scenario).into()),
        ];
        lines.push(words.with("review-suggests-merge", &arguments));
    }
    lines
}
