//! What somebody suggests in a comment, as an edit, and the scenario as it would be.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::blueprint::notation::parse_time;
use crate::blueprint::{
    Blueprint, Need, Role, RoleId, Scenario, ServiceTime, Step, StepId, Suggested, TimeUnit,
};
use crate::editor::{DocumentEdit, Edit};

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

/// A scenario as it would be with what is suggested; `None` where that cannot be done.
#[must_use]
pub fn with_suggestion(
    suggested: &Suggested,
    blueprint: &Blueprint,
    scenario: &Scenario,
) -> Option<Arc<Scenario>> {
    let edit = suggested_edit(suggested, scenario)?;
    // All that is not changed is shared.
    let mut changed = blueprint.clone();
    edit.apply(&mut changed, scenario.id()).ok()?;
    changed.scenario(scenario.id()).map(Arc::clone)
}
