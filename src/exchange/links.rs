//! From names in the columns `next`, `together` and `trigger` to links.

use std::collections::HashMap;

use super::cells::{Next, Target, TargetShare};
use super::columns::StepColumn;
use super::drafts::{Draft, at};
use super::faults::{TableError, TableFault};
use crate::blueprint::{IdSource, Link, LinkEnd, LinkKind, Refusal, Scenario, StepId};

/// Adds the links of rows, whose steps are `steps` in the same order.
pub fn add_links(
    drafts: &[Draft],
    steps: &[StepId],
    scenario: &mut Scenario,
    ids: &mut IdSource,
) -> Vec<TableError> {
    let mut names: HashMap<String, StepId> = HashMap::new();
    for (id, step) in scenario.steps() {
        names.entry(step.name.clone()).or_insert(*id);
    }
    // New steps come before those that have the same name in an open scenario.
    names.extend(drafts.iter().zip(steps).map(|(draft, id)| (draft.key.clone(), *id)));
    let usual = usual_next(drafts);
    let mut adder = Adder { names, scenario, ids, errors: Vec::new() };
    for ((draft, from), usual) in drafts.iter().zip(steps).zip(usual) {
        match &draft.next {
            Next::Ways(ways) => ways.iter().for_each(|way| adder.flow(draft, *from, way)),
            Next::Usual => {
                if let Some(to) = usual.and_then(|to| steps.get(to)) {
                    let link = Link::between(*from, *to, LinkKind::Flow);
                    adder.add(draft, StepColumn::Next, link, "");
                }
            }
        }
        let sideways = [
            (StepColumn::Together, LinkKind::Together, &draft.together),
            (StepColumn::Trigger, LinkKind::Trigger, &draft.trigger),
        ];
        for (column, kind, list) in sideways {
            for way in list {
                let Some(name) = &way.step else { continue };
                if let Some(to) = adder.find(draft, column, name) {
                    let link = Link { label: way.label.clone(), ..Link::between(*from, to, kind) };
                    adder.add(draft, column, link, name);
                }
            }
        }
    }
    adder.errors
}

struct Adder<'a> {
    names: HashMap<String, StepId>,
    scenario: &'a mut Scenario,
    ids: &'a mut IdSource,
    errors: Vec<TableError>,
}

impl Adder<'_> {
    fn find(&mut self, draft: &Draft, column: StepColumn, name: &str) -> Option<StepId> {
        let found = self.names.get(name).copied();
        if found.is_none() {
            let fault = TableFault::UnknownStep(name.to_owned());
            self.errors.push(at(draft.row, Some(column), fault));
        }
        found
    }

    fn flow(&mut self, draft: &Draft, from: StepId, way: &Target) {
        let (to, name) = match &way.step {
            None => (LinkEnd::Outside, "end"),
            Some(name) => match self.find(draft, StepColumn::Next, name) {
                Some(id) => (LinkEnd::Step(id), name.as_str()),
                None => return,
            },
        };
        let share = match way.share {
            TargetShare::Given(share) => Some(share),
            TargetShare::Unsaid | TargetShare::Unknown | TargetShare::Rest => None,
        };
        let link = Link { from, to, kind: LinkKind::Flow, share, label: way.label.clone() };
        self.add(draft, StepColumn::Next, link, name);
    }

    fn add(&mut self, draft: &Draft, column: StepColumn, link: Link, name: &str) {
        // Two rows that name each other say the same thing twice.
        let said_already = link.kind == LinkKind::Together
            && self.scenario.links_at(link.from).any(|(_, other)| {
                other.kind == LinkKind::Together
                    && link.to == LinkEnd::Step(other.from)
                    && other.to == LinkEnd::Step(link.from)
            });
        if said_already {
            return;
        }
        if let Err(refusal) = self.scenario.add_link(link, self.ids) {
            let fault = match refusal {
                Refusal::NotThere => TableFault::Refused(refusal),
                _ => TableFault::LinkRefused(name.to_owned(), refusal),
            };
            self.errors.push(at(draft.row, Some(column), fault));
        }
    }
}

/// For each row the row that a blank `next` means.
///
/// Rows joined by `together` are one moment, opened by the first of them. A moment in which no row
/// says what is next leads from its opening row to the next moment of the table. Triggered work,
/// with what is said to follow it, is no such moment and has no usual next; nor have evidence and
/// notes.
fn usual_next(drafts: &[Draft]) -> Vec<Option<usize>> {
    let rows: HashMap<&str, usize> =
        drafts.iter().enumerate().map(|(at, draft)| (draft.key.as_str(), at)).collect();
    let flows = |at: usize| drafts.get(at).is_some_and(|draft| draft.kind.flows());
    let named = |list: &[Target]| -> Vec<usize> {
        let names = list.iter().filter_map(|way| way.step.as_deref());
        names.filter_map(|name| rows.get(name).copied()).collect()
    };
    // The moment of each row: the number of its opening row.
    let mut moment: Vec<usize> = (0..drafts.len()).collect();
    for (at, draft) in drafts.iter().enumerate() {
        for other in named(&draft.together) {
            if flows(at) && flows(other) {
                let (a, b) = (root(&mut moment, at), root(&mut moment, other));
                if let Some(parent) = moment.get_mut(a.max(b)) {
                    *parent = a.min(b);
                }
            }
        }
    }
    let moment: Vec<usize> = (0..drafts.len()).map(|at| root(&mut moment, at)).collect();
    let moment_of = |at: usize| moment.get(at).copied().unwrap_or(at);
    let mut said = vec![false; drafts.len()];
    let mut triggered = vec![false; drafts.len()];
    let mut after: Vec<Vec<usize>> = vec![Vec::new(); drafts.len()];
    let mut open: Vec<usize> = Vec::new();
    for (at, draft) in drafts.iter().enumerate() {
        if let Next::Ways(ways) = &draft.next {
            if let Some(said) = said.get_mut(moment_of(at)) {
                *said = true;
            }
            if let Some(after) = after.get_mut(moment_of(at)) {
                after.extend(named(ways).into_iter().filter(|to| flows(*to)).map(moment_of));
            }
        }
        open.extend(named(&draft.trigger).into_iter().filter(|to| flows(*to)).map(moment_of));
    }
    while let Some(at) = open.pop() {
        if let Some(mark) = triggered.get_mut(at)
            && !*mark
        {
            *mark = true;
            open.extend(after.get(at).into_iter().flatten());
        }
    }
    let opens =
        |at: usize| flows(at) && moment_of(at) == at && !triggered.get(at).is_some_and(|t| *t);
    let mut usual = vec![None; drafts.len()];
    let mut following = None;
    for at in (0..drafts.len()).rev().filter(|at| opens(*at)) {
        if let (Some(slot), false) = (usual.get_mut(at), said.get(at).is_some_and(|said| *said)) {
            *slot = following;
        }
        following = Some(at);
    }
    usual
}

/// The first row of a moment, shortening the way there for the next time.
fn root(moment: &mut [usize], at: usize) -> usize {
    let mut top = at;
    while let Some(parent) = moment.get(top).copied().filter(|parent| *parent != top) {
        top = parent;
    }
    let mut below = at;
    while let Some(slot) = moment.get_mut(below).filter(|parent| **parent != top) {
        below = std::mem::replace(slot, top);
    }
    top
}
