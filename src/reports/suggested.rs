//! What a suggestion would bring: the edit that it stands for, and the figures of the blueprint as it would be.

use std::collections::{BTreeMap, BTreeSet};

use crate::analysis::{Analysis, analyse};
use crate::blueprint::notation::parse_time;
use crate::blueprint::{
    Blueprint, Need, Role, RoleId, Scenario, ServiceTime, Step, StepId, Suggested, TimeUnit,
};
use crate::editor::{DocumentEdit, Edit};
use crate::wording::{Amount, Wording};

/// Relative difference below which two figures are the same.
const SAME: f64 = 1e-6;

/// The edits of a scenario that a suggestion stands for; `None` where something that it names is gone, or it says
/// nothing. All that is said of a step becomes one version of it, so that one thing does not undo another.
fn edits(suggested: &Suggested, scenario: &Scenario) -> Option<Vec<Edit>> {
    let role = |id: RoleId| scenario.roles().get(&id).map(|role| Role::clone(role));
    let mut edits = Vec::new();
    for (id, count) in &suggested.headcount {
        edits.push(Edit::SetRole(*id, Role { headcount: *count, ..role(*id)? }));
    }
    let mut changed = Changed { scenario, steps: BTreeMap::new() };
    let mut removed = BTreeSet::new();
    for (id, time) in &suggested.time {
        changed.step(*id)?.time = Some(parse_time(time, TimeUnit::Second).ok()?);
    }
    for (id, who) in &suggested.may_do {
        role(*who)?;
        let step = changed.step(*id)?;
        match step.needs.first_mut() {
            Some(need) if need.roles.contains(who) => {}
            Some(need) => need.roles.push(*who),
            None => step.needs.push(Need::one(*who)),
        }
    }
    for (first, second) in &suggested.merge {
        // One job: who does the first does the second too, in the time of both.
        let time_of = |step: &mut Step| step.time.as_ref().map(ServiceTime::mean_s);
        let both = [time_of(changed.step(*first)?), time_of(changed.step(*second)?)];
        if let [Some(one), Some(other)] = both {
            let sum = parse_time(&format!("{} s", one + other), TimeUnit::Second).ok();
            changed.step(*first)?.time = sum;
        }
        removed.insert(*second);
    }
    for id in &suggested.leave_out {
        changed.step(*id)?;
        removed.insert(*id);
    }
    let steps: Vec<(StepId, Step)> =
        changed.steps.into_iter().filter(|(id, _)| !removed.contains(id)).collect();
    if !steps.is_empty() {
        edits.push(Edit::SetSteps(steps));
    }
    if !removed.is_empty() {
        edits.push(Edit::Remove { steps: removed, links: BTreeSet::new() });
    }
    (!edits.is_empty()).then_some(edits)
}

/// Steps as they would be.
struct Changed<'a> {
    scenario: &'a Scenario,
    steps: BTreeMap<StepId, Step>,
}

impl Changed<'_> {
    /// A step, as far as it was changed already; `None` where there is none.
    fn step(&mut self, id: StepId) -> Option<&mut Step> {
        let before = self.scenario.steps().get(&id)?;
        Some(self.steps.entry(id).or_insert_with(|| Step::clone(before)))
    }
}

/// The edit that a suggestion stands for.
#[must_use]
pub fn suggested_edit(suggested: &Suggested, scenario: &Scenario) -> Option<DocumentEdit> {
    Some(DocumentEdit::InScenario(Edit::Several(edits(suggested, scenario)?)))
}

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
    let then = suggested_edit(suggested, scenario).and_then(|edit| {
        // All that is not changed is shared.
        let mut changed = blueprint.clone();
        edit.apply(&mut changed, scenario.id()).ok()?;
        changed.scenario(scenario.id()).map(|scenario| analyse(scenario))
    });
    let Some(then) = then else {
        let besides = words.text("review-suggestion-gone").to_owned();
        return Prospect { lines, besides, ..Prospect::default() };
    };
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
