//! A scenario of another lineage in the identities of the one that it is compared with.

use rustc_hash::FxHashMap;

use super::matching::{paired, step_name};
use super::rules;
use crate::blueprint::{
    Id, IdSource, Link, LinkEnd, LinkKind, Parts, Scenario, Sections, StepId, Table, alike,
};

/// The identities of one table: what each is called in the other lineage.
type Names<K> = FxHashMap<K, K>;

/// The new scenario as it would be, had it come from the old one: what matches by name has the
/// identity that it has there, all else a fresh one. `None` if no scenario comes of it.
pub(super) fn renumbered(new: &Scenario, old: &Scenario, ids: &mut IdSource) -> Option<Scenario> {
    let lanes = names(old.lanes(), new.lanes(), |lane| (lane.zone, alike(&lane.name)), ids);
    let phases = names(old.phases(), new.phases(), |phase| alike(&phase.name), ids);
    let roles = names(old.roles(), new.roles(), |role| (role.kind, alike(&role.name)), ids);
    let elements = names(old.elements(), new.elements(), |element| alike(&element.name), ids);
    let steps = {
        let key = |scenario: &Scenario| -> Vec<_> {
            scenario.steps().values().map(|step| step_name(scenario, step)).collect()
        };
        names_of_pairs(old.steps(), new.steps(), &paired(key(old), key(new)), ids)
    };
    let mut parts = new.parts();
    parts.lanes.iter_mut().for_each(|(id, _)| rename(id, &lanes));
    parts.phases.iter_mut().for_each(|(id, _)| rename(id, &phases));
    parts.elements.iter_mut().for_each(|(id, _)| rename(id, &elements));
    for (id, role) in &mut parts.roles {
        rename(id, &roles);
        role.stands_in_for.iter_mut().for_each(|other| rename(other, &roles));
    }
    for (id, step) in &mut parts.steps {
        rename(id, &steps);
        rename(&mut step.lane, &lanes);
        rename(&mut step.phase, &phases);
        step.needs.iter_mut().flat_map(|n| &mut n.roles).for_each(|it| rename(it, &roles));
        step.elements.iter_mut().for_each(|element| rename(element, &elements));
        if let Some(recovery) = step.fail.as_mut().and_then(|fail| fail.recovery_step.as_mut()) {
            rename(recovery, &steps);
        }
    }
    if let Some(first) = parts.demand.day.as_mut().and_then(|day| day.first.as_mut()) {
        rename(first, &steps);
    }
    parts.links = links(old, parts.links, &steps, ids);
    parts.sections = Sections {
        redesign: rules::mapped(
            &parts.sections.redesign,
            |step| steps.get(&step).copied(),
            |role| roles.get(&role).copied(),
        ),
        ..parts.sections
    };
    in_order(&mut parts, old);
    Scenario::assemble(old.id(), new.name().to_owned(), parts, ids).ok()
}

/// Who stands in for whom and what a step relies on are lists in the order of their tables, which a
/// file of another lineage may have in another order: that is no change.
fn in_order(parts: &mut Parts, old: &Scenario) {
    for (id, step) in &mut parts.steps {
        let Some(before) = old.steps().get(id) else { continue };
        let same = |a: &[_], b: &[_]| a.len() == b.len() && a.iter().all(|it| b.contains(it));
        if same(&step.elements, &before.elements) {
            step.elements.clone_from(&before.elements);
        }
    }
    let place: FxHashMap<_, usize> = old.roles().keys().copied().zip(0..).collect();
    parts.roles.sort_by_key(|(id, _)| place.get(id).copied().unwrap_or(usize::MAX));
}

fn rename<K: Id>(id: &mut K, names: &Names<K>) {
    if let Some(name) = names.get(id) {
        *id = *name;
    }
}

fn names<K: Id, V, N: std::hash::Hash + Eq>(
    old: &Table<K, V>,
    new: &Table<K, V>,
    key: impl Fn(&V) -> N,
    ids: &mut IdSource,
) -> Names<K> {
    let pairs = paired(old.values().map(|row| key(row)), new.values().map(|row| key(row)));
    names_of_pairs(old, new, &pairs, ids)
}

/// What each of the new table is called: as the one of the old table that it is paired with.
fn names_of_pairs<K: Id, V>(
    old: &Table<K, V>,
    new: &Table<K, V>,
    pairs: &[(usize, usize)],
    ids: &mut IdSource,
) -> Names<K> {
    let mut names: Names<K> = pairs
        .iter()
        .filter_map(|(before, after)| Some((*new.get_index(*after)?.0, *old.get_index(*before)?.0)))
        .collect();
    for id in new.keys() {
        names.entry(*id).or_insert_with(|| ids.fresh());
    }
    names
}

/// What a link is known by: its kind and its ends; a Together has no direction.
fn ends(link: &Link) -> (LinkKind, StepId, LinkEnd) {
    match link.to {
        LinkEnd::Step(to) if link.kind == LinkKind::Together && to < link.from => {
            (link.kind, to, LinkEnd::Step(link.from))
        }
        to => (link.kind, link.from, to),
    }
}

fn links<K: Id>(
    old: &Scenario,
    links: Vec<(K, Link)>,
    steps: &Names<StepId>,
    ids: &mut IdSource,
) -> Vec<(K, Link)> {
    let there: FxHashMap<_, u32> =
        old.links().iter().map(|(id, link)| (ends(link), id.number())).collect();
    let renamed = links.into_iter().map(|(_, mut link)| {
        rename(&mut link.from, steps);
        if let LinkEnd::Step(to) = &mut link.to {
            rename(to, steps);
        }
        let id = there.get(&ends(&link)).map(|number| K::from_number(*number));
        (id.unwrap_or_else(|| ids.fresh()), link)
    });
    renamed.collect()
}
