//! The old scenario with one change alone.
//!
//! A change brings along what it cannot be without: a step its lane, phase, roles and links, a role
//! the work that it is to do. Where a step goes, the flow closes over the gap as it does when it is
//! removed in the window; a step that comes alone takes its place as if all others that come with it
//! had been removed again.

use std::collections::BTreeSet;

use rustc_hash::FxHashSet;

use super::change::Change;
use super::draft::Draft;
use super::following::kept_needs;
use crate::blueprint::{
    DemandField, Field, IdSource, Lane, Link, LinkEnd, LinkKind, RoleId, Scenario, Step, StepField,
    StepId,
};
use crate::redesign::{Difference, LinkChange, SheetChange};

/// What comes of one change.
pub(super) enum Alone {
    /// A scenario with the same figures.
    Same,
    /// Another one.
    Other(Box<Scenario>),
    /// Nothing that stands alone.
    None,
}

/// The old scenario with just one of the changes to the new one; `ids` has none of either. Linear.
pub(super) fn alone(change: &Change, old: &Scenario, new: &Scenario, ids: IdSource) -> Alone {
    let made = match change {
        Change::Sheet(SheetChange::Lane(_, Difference::Changed)) => lane(change, old, new, ids),
        // No figure knows an order on the sheet, how it is simulated, or what may be suggested.
        Change::Sheet(_) | Change::Rules | Change::Drawn(_) => return Alone::Same,
        Change::Phase(_, moved) if moved.phases.0 == moved.phases.1 => return Alone::Same,
        Change::Step(id, Difference::Removed) => without_step(*id, old, new, ids),
        Change::Step(id, _) => with_step(*id, old, new, ids),
        Change::Field(id, field) => with_field(*id, *field, old, new, ids),
        Change::Lane(id, _) | Change::Phase(id, _) => moved(change, *id, old, new, ids),
        Change::Link(link) => with_links(std::slice::from_ref(link), old, new, ids),
        Change::Shares(_, links) => with_links(links, old, new, ids),
        Change::Role(id, Difference::Removed) => {
            let mut draft = Draft::of(old, new, ids);
            draft.remove_role(*id);
            draft.finish()
        }
        Change::Role(id, _) => with_role(*id, old, new, ids),
        Change::RoleField(id, field) => {
            let mut draft = Draft::of(old, new, ids);
            let row = draft.parts.roles.iter_mut().find(|(other, _)| other == id);
            if let (Some((_, role)), Some(from)) = (row, new.roles().get(id)) {
                field.hand_over(from, role);
            }
            draft.settle_stand_ins();
            draft.finish()
        }
        Change::Demand(field) => with_demand(*field, old, new, ids),
    };
    match made {
        Some(made) if made.same_figures(old) => Alone::Same,
        Some(made) => Alone::Other(Box::new(made)),
        None => Alone::None,
    }
}

fn lane(change: &Change, old: &Scenario, new: &Scenario, ids: IdSource) -> Option<Scenario> {
    let mut draft = Draft::of(old, new, ids);
    if let Change::Sheet(SheetChange::Lane(id, _)) = change {
        let row = draft.parts.lanes.iter_mut().find(|(other, _)| other == id);
        if let (Some((_, lane)), Some(from)) = (row, new.lanes().get(id)) {
            *lane = Lane::clone(from);
        }
    }
    draft.finish()
}

fn with_field(
    id: StepId,
    field: StepField,
    old: &Scenario,
    new: &Scenario,
    ids: IdSource,
) -> Option<Scenario> {
    let mut step = Step::clone(old.steps().get(&id)?);
    field.hand_over(new.steps().get(&id)?, &mut step);
    let mut draft = Draft::of(old, new, ids);
    draft.put_step(id, step);
    draft.finish()
}

fn moved(
    change: &Change,
    id: StepId,
    old: &Scenario,
    new: &Scenario,
    ids: IdSource,
) -> Option<Scenario> {
    let mut step = Step::clone(old.steps().get(&id)?);
    let to = new.steps().get(&id)?;
    match change {
        Change::Lane(..) => step.lane = to.lane,
        _ => step.phase = to.phase,
    }
    let mut draft = Draft::of(old, new, ids);
    draft.put_step(id, step);
    draft.finish()
}

fn with_demand(
    field: DemandField,
    old: &Scenario,
    new: &Scenario,
    ids: IdSource,
) -> Option<Scenario> {
    let mut draft = Draft::of(old, new, ids);
    field.hand_over(new.demand(), &mut draft.parts.demand);
    if let Some(day) = &mut draft.parts.demand.day {
        day.first = day.first.filter(|step| old.steps().contains_key(step));
    }
    draft.finish()
}

/// A role comes with the work that only waits for it.
fn with_role(id: RoleId, old: &Scenario, new: &Scenario, ids: IdSource) -> Option<Scenario> {
    let mut draft = Draft::of(old, new, ids);
    draft.bring_role(id);
    for (step, before) in old.steps() {
        let Some(after) = new.steps().get(step) else { continue };
        let needs = after.needs.iter().any(|need| need.roles.contains(&id));
        let there = kept_needs(&after.needs, |role| old.roles().contains_key(&role));
        if needs && there == before.needs {
            let mut step_with = Step::clone(before);
            step_with.needs.clone_from(&after.needs);
            draft.put_step(*step, step_with);
        }
    }
    draft.finish()
}

fn without_step(id: StepId, old: &Scenario, new: &Scenario, mut ids: IdSource) -> Option<Scenario> {
    let mut healed = old.clone();
    healed.remove_steps(&BTreeSet::from([id]), &mut ids).ok()?;
    let mut draft = Draft::of(&healed, new, ids);
    let neighbours: BTreeSet<StepId> = old.links_at(id).map(|(_, link)| link.from).collect();
    take_shares(&mut draft, &neighbours, new);
    draft.finish()
}

fn with_step(id: StepId, old: &Scenario, new: &Scenario, mut ids: IdSource) -> Option<Scenario> {
    let others: BTreeSet<StepId> = new
        .steps()
        .keys()
        .copied()
        .filter(|other| *other != id && !old.steps().contains_key(other))
        .collect();
    let mut only = new.clone();
    only.remove_steps(&others, &mut ids).ok()?;
    let mut draft = Draft::of(old, new, ids);
    draft.put_step(id, Step::clone(only.steps().get(&id)?));
    let links: Vec<Link> = only.links_at(id).map(|(_, link)| link.clone()).collect();
    let through = ways_through(id, &links);
    let is_there = |wanted: &Link| only.links().values().any(|link| same_ends(link, wanted));
    draft
        .parts
        .links
        .retain(|(_, link)| !through.contains(&(link.from, link.to)) || is_there(link));
    let there = |step: StepId| old.steps().contains_key(&step) || step == id;
    let joins = |link: &&Link| there(link.from) && link.to.step().is_none_or(there);
    let neighbours: BTreeSet<StepId> = links.iter().map(|link| link.from).collect();
    for link in links.iter().filter(joins) {
        draft.add_link(link.clone());
    }
    take_shares(&mut draft, &neighbours, &only);
    draft.finish()
}

/// From where to where one gets through a step.
fn ways_through(id: StepId, links: &[Link]) -> FxHashSet<(StepId, LinkEnd)> {
    let mut ins: BTreeSet<StepId> = BTreeSet::new();
    let mut outs: Vec<LinkEnd> = Vec::new();
    for link in links {
        if link.from == id {
            outs.push(link.to);
        } else {
            ins.insert(link.from);
        }
        if link.kind == LinkKind::Together {
            outs.push(LinkEnd::Step(link.from));
            ins.extend(link.to.step());
        }
    }
    let mut ways = FxHashSet::default();
    for from in ins.into_iter().filter(|from| *from != id) {
        ways.extend(outs.iter().filter(|to| **to != LinkEnd::Step(id)).map(|to| (from, *to)));
    }
    ways
}

/// Ways out of these steps have the shares and labels that they have in another scenario.
fn take_shares(draft: &mut Draft<'_>, from: &BTreeSet<StepId>, other: &Scenario) {
    for (_, link) in draft.parts.links.iter_mut().filter(|(_, link)| from.contains(&link.from)) {
        if let Some(there) = other.links().values().find(|there| same_ends(there, link)) {
            link.share = there.share;
            link.label.clone_from(&there.label);
        }
    }
}

fn same_ends(a: &Link, b: &Link) -> bool {
    a.kind == b.kind && a.from == b.from && a.to == b.to
}

fn with_links(
    changes: &[LinkChange],
    old: &Scenario,
    new: &Scenario,
    ids: IdSource,
) -> Option<Scenario> {
    let mut draft = Draft::of(old, new, ids);
    for change in changes {
        if let Some(before) = &change.before {
            draft.parts.links.retain(|(_, link)| link != before);
        }
        if let Some(after) = &change.after {
            draft.add_link(after.clone());
        }
    }
    draft.finish()
}
