//! What a suggestion would bring: the edit that it stands for, and the figures of the blueprint as it would be.

use std::collections::BTreeSet;

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
/// nothing.
fn edits(suggested: &Suggested, scenario: &Scenario) -> Option<Vec<Edit>> {
    let step = |id: StepId| scenario.steps().get(&id).map(|step| Step::clone(step));
    let role = |id: RoleId| scenario.roles().get(&id).map(|role| Role::clone(role));
    let mut edits = Vec::new();
    for (id, count) in &suggested.headcount {
        edits.push(Edit::SetRole(*id, Role { headcount: *count, ..role(*id)? }));
    }
    for (id, time) in &suggested.time {
        let time = parse_time(time, TimeUnit::Second).ok()?;
        edits.push(Edit::SetSteps(vec![(*id, Step { time: Some(time), ..step(*id)? })]));
    }
    for (id, who) in &suggested.may_do {
        let mut changed = step(*id)?;
        role(*who)?;
        match changed.needs.first_mut() {
            Some(need) if need.roles.contains(who) => {}
            Some(need) => need.roles.push(*who),
            None => changed.needs.push(Need::one(*who)),
        }
        edits.push(Edit::SetSteps(vec![(*id, changed)]));
    }
    for (first, second) in &suggested.merge {
        // One job: who does the first does the second too, in the time of both.
        let (mut one, other) = (step(*first)?, step(*second)?);
        let both = [&one, &other].map(|step| step.time.as_ref().map(ServiceTime::mean_s));
        if let [Some(first), Some(second)] = both {
            one.time = parse_time(&format!("{} s", first + second), TimeUnit::Second).ok();
        }
        edits.push(Edit::SetSteps(vec![(*first, one)]));
        let steps = BTreeSet::from([*second]);
        edits.push(Edit::Remove { steps, links: BTreeSet::new() });
    }
    if !suggested.leave_out.is_empty() {
        let steps: BTreeSet<StepId> = suggested.leave_out.iter().copied().collect();
        steps.iter().try_for_each(|id| step(*id).map(|_| ()))?;
        edits.push(Edit::Remove { steps, links: BTreeSet::new() });
    }
    (!edits.is_empty()).then_some(edits)
}

/// The edit that a suggestion stands for.
pub(super) fn edit(suggested: &Suggested, scenario: &Scenario) -> Option<DocumentEdit> {
    Some(DocumentEdit::InScenario(Edit::Several(edits(suggested, scenario)?)))
}

/// What a suggestion says and would bring, in words.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Prospect {
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
pub(super) fn prospect(
    suggested: &Suggested,
    (blueprint, scenario, now): (&Blueprint, &Scenario, &Analysis),
    words: &Wording,
) -> Prospect {
    let currency = blueprint.currency();
    let lines = lines(suggested, scenario, words);
    let then = edit(suggested, scenario).and_then(|edit| {
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
