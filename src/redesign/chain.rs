//! Moments in a row, in a new order: which cards follow each other, and where they lie.

use rustc_hash::{FxHashMap, FxHashSet};

use super::workload::{Task, Workload};
use crate::blueprint::{
    IdSource, Link, LinkEnd, LinkKind, Phase, PhaseId, PhaseWidth, Place, Refusal, Scenario, Step,
    StepId, StepKind, Zone,
};
use crate::process::ArcKind;

/// Sheet units from one card to the next beside it.
const COLUMN: i32 = PhaseWidth::USUAL;
/// Sheet units between the centres of cards that do not touch: beside and below each other.
const APART: (i32, i32) = (124, 76);
/// Columns that are looked through for room.
const MOST_COLUMNS: usize = 200;

/// Moments in a row, as they shall follow each other.
pub(super) struct Chain {
    pub(super) nodes: Vec<Node>,
    /// The steps of the moment that was first before.
    first: FxHashSet<StepId>,
}

/// One moment, or several that become one.
pub(super) struct Node {
    /// Its tasks, in the order they are done; none where no staff work.
    pub(super) tasks: Vec<usize>,
    /// The steps of all its moments; some go when it is joined.
    pub(super) steps: Vec<StepId>,
    /// The card that its place is known by; never one that goes.
    anchor: StepId,
    /// Where the anchor's moment came in the row.
    place: usize,
    /// Evidence that belongs to it because it alone lies in a phase, with that phase.
    evidence: Vec<(StepId, PhaseId)>,
}

/// The rows of moments that a design changes: for each task `place_of` says the job and the place
/// in it, and `can_be_joined` whether its card can become one with others.
pub(super) fn chains(
    scenario: &Scenario,
    workload: &Workload,
    place_of: &[(usize, usize)],
    can_be_joined: impl Fn(&Task) -> bool,
) -> Vec<Chain> {
    let process = &workload.process;
    let tasks: FxHashMap<usize, usize> =
        workload.tasks.iter().enumerate().map(|(at, task)| (task.moment, at)).collect();
    let mut lengths = vec![0_usize; process.moments.len()];
    for stretch in &workload.stretches {
        lengths[*stretch] += 1;
    }
    let next = |moment: usize| {
        let outs = process.moments[moment].outs.iter().map(|arc| &process.arcs[*arc]);
        let mut flows = outs.filter(|arc| arc.kind == ArcKind::Flow);
        let to = flows.next()?.to?;
        (workload.stretches[to] == workload.stretches[moment]).then_some(to)
    };
    let mut chains = Vec::new();
    for start in (0..process.moments.len()).filter(|moment| lengths[*moment] > 1) {
        let mut row = vec![start];
        while let Some(to) = row.last().and_then(|last| next(*last)) {
            row.push(to);
        }
        if let Some(groups) = regrouped(workload, &row, &tasks, place_of, &can_be_joined) {
            let nodes = groups.iter().map(|group| node(scenario, workload, &row, group, &tasks));
            chains.push(Chain {
                nodes: nodes.collect::<Option<_>>().unwrap_or_default(),
                first: process.moments[start].steps().collect(),
            });
        }
    }
    chains
}

/// The moments of a row in their new order, those that become one together; `None` if nothing
/// changes. Moments without tasks stay before the task that they led to.
fn regrouped(
    workload: &Workload,
    row: &[usize],
    tasks: &FxHashMap<usize, usize>,
    place_of: &[(usize, usize)],
    can_be_joined: impl Fn(&Task) -> bool,
) -> Option<Vec<Vec<usize>>> {
    let is_task = |moment: &&usize| tasks.contains_key(*moment);
    let head = row.iter().take_while(|moment| !is_task(moment)).count();
    let tail = row.iter().rev().take_while(|moment| !is_task(moment)).count();
    let middle = row.get(head..row.len().saturating_sub(tail))?;
    // Each task's moment with those that lead to it.
    let mut units: Vec<(Vec<usize>, usize, usize)> = Vec::new();
    let mut leads = Vec::new();
    for moment in middle {
        match tasks.get(moment) {
            Some(task) => units.push((std::mem::take(&mut leads), *moment, *task)),
            None => leads.push(*moment),
        }
    }
    units.sort_by_key(|(_, _, task)| place_of.get(*task).copied());
    let job = |task: usize| place_of.get(task).map(|(job, _)| *job);
    let joins = |task: usize| workload.tasks.get(task).is_some_and(&can_be_joined);
    let mut groups: Vec<Vec<usize>> = row.iter().take(head).map(|at| vec![*at]).collect();
    for unit in units.chunk_by(|(_, _, a), (_, _, b)| job(*a) == job(*b) && joins(*a) && joins(*b))
    {
        groups.extend(unit.iter().flat_map(|(leads, ..)| leads).map(|at| vec![*at]));
        groups.push(unit.iter().map(|(_, moment, _)| *moment).collect());
    }
    groups.extend(row.iter().skip(row.len() - tail).map(|at| vec![*at]));
    let same = groups.iter().map(Vec::len).all(|length| length == 1)
        && groups.iter().flatten().eq(row.iter());
    (!same).then_some(groups)
}

fn node(
    scenario: &Scenario,
    workload: &Workload,
    row: &[usize],
    moments: &[usize],
    tasks: &FxHashMap<usize, usize>,
) -> Option<Node> {
    let first = *moments.first()?;
    let steps: Vec<StepId> = moments
        .iter()
        .filter_map(|moment| workload.process.moments.get(*moment))
        .flat_map(crate::process::Moment::steps)
        .collect();
    let tasks: Vec<usize> = moments.iter().filter_map(|at| tasks.get(at)).copied().collect();
    let of_task = tasks.first().and_then(|task| workload.tasks.get(*task)).map(|task| task.step);
    Some(Node {
        anchor: of_task.or(steps.first().copied())?,
        place: row.iter().position(|moment| *moment == first)?,
        evidence: evidence_of(scenario, &steps),
        tasks,
        steps,
    })
}

/// Evidence without links in phases where nothing else happens.
fn evidence_of(scenario: &Scenario, steps: &[StepId]) -> Vec<(StepId, PhaseId)> {
    let phase = |id: &StepId| scenario.steps().get(id).map(|step| step.phase);
    let mut own: Vec<PhaseId> = steps.iter().filter_map(phase).collect();
    own.sort_unstable();
    own.dedup();
    let members: FxHashSet<StepId> = steps.iter().copied().collect();
    let others = scenario.steps().iter().filter(|(id, _)| !members.contains(*id));
    let shared: FxHashSet<PhaseId> =
        others.filter(|(_, step)| step.kind.flows()).map(|(_, step)| step.phase).collect();
    own.retain(|phase| !shared.contains(phase));
    let linked: FxHashSet<StepId> = scenario
        .links()
        .values()
        .flat_map(|link| std::iter::once(link.from).chain(link.to.step()))
        .collect();
    scenario
        .steps()
        .iter()
        .filter(|(id, step)| {
            step.kind == StepKind::Evidence && own.contains(&step.phase) && !linked.contains(*id)
        })
        .map(|(id, step)| (*id, step.phase))
        .collect()
}

impl Node {
    /// The card that Flows lead to and from: the customer's, if there is one.
    fn face(&self, scenario: &Scenario) -> Option<StepId> {
        let there = || {
            let steps = self.steps.iter().copied();
            steps.filter_map(|id| Some((id, scenario.steps().get(&id)?)))
        };
        let customer = there().find(|(_, step)| scenario.zone_of(step) == Zone::Customer);
        customer.or_else(|| there().next()).map(|(id, _)| id)
    }
}

impl Chain {
    /// Draws the Flows along the new order. Linear in the links, for each that changes.
    pub(super) fn relink(
        &self,
        scenario: &mut Scenario,
        ids: &mut IdSource,
    ) -> Result<(), Refusal> {
        let mut node_of: FxHashMap<StepId, usize> = FxHashMap::default();
        for (at, node) in self.nodes.iter().enumerate() {
            node_of.extend(node.steps.iter().map(|step| (*step, at)));
        }
        let faces: Option<Vec<StepId>> = self.nodes.iter().map(|n| n.face(scenario)).collect();
        let faces = faces.ok_or(Refusal::NotThere)?;
        let (Some(&front), Some(&back)) = (faces.first(), faces.last()) else { return Ok(()) };
        let end = faces.len() - 1;
        let mut follows = vec![false; faces.len()];
        let links: Vec<_> =
            scenario.links().iter().map(|(id, link)| (*id, Link::clone(link))).collect();
        for (id, link) in links {
            if link.kind == LinkKind::Together || scenario.is_association(&link) {
                continue;
            }
            let from = node_of.get(&link.from).copied();
            let to = link.to.step().and_then(|to| node_of.get(&to)).copied();
            let moved = match (from, to) {
                (Some(from), Some(to)) if link.kind == LinkKind::Flow => {
                    if from + 1 == to {
                        follows[to] = true;
                    } else {
                        scenario.remove_link(id)?;
                    }
                    continue;
                }
                (None, Some(to)) if to != 0 => Link { to: LinkEnd::Step(front), ..link },
                (Some(from), None) if from != end && link.kind == LinkKind::Flow => {
                    Link { from: back, ..link }
                }
                _ => continue,
            };
            match scenario.set_link(id, moved) {
                Err(Refusal::LinkedAlready) => scenario.remove_link(id)?,
                other => other?,
            }
        }
        for (at, pair) in faces.windows(2).enumerate() {
            if let ([before, after], false) = (pair, follows[at + 1]) {
                scenario.add_link(Link::between(*before, *after, LinkKind::Flow), ids)?;
            }
        }
        self.pass_on_entry(scenario, front)
    }

    /// The step that now comes first takes over how customers come in.
    fn pass_on_entry(&self, scenario: &mut Scenario, front: StepId) -> Result<(), Refusal> {
        let stays = |id: &StepId| self.nodes.first().is_some_and(|node| node.steps.contains(id));
        let was_first: Vec<StepId> = self
            .nodes
            .iter()
            .flat_map(|node| node.steps.iter().copied())
            .filter(|id| self.first.contains(id) && !stays(id))
            .collect();
        for id in was_first {
            let Some(step) = scenario.steps().get(&id) else { continue };
            if step.enter.is_none() && step.meeting.is_none() {
                continue;
            }
            let mut left = Step::clone(step);
            let mut first = Step::clone(scenario.steps().get(&front).ok_or(Refusal::NotThere)?);
            first.enter = left.enter.take().or(first.enter);
            first.meeting = left.meeting.take().or(first.meeting);
            scenario.set_step(id, left)?;
            scenario.set_step(front, first)?;
        }
        Ok(())
    }
}

/// Lays the cards of changed rows into the places of the row in their new order, with the evidence
/// that belongs to them, none over another.
pub(super) fn arrange(
    scenario: &mut Scenario,
    chains: &[Chain],
    ids: &mut IdSource,
) -> Result<(), Refusal> {
    let mut moved: Vec<StepId> = Vec::new();
    for chain in chains {
        let place = |id: StepId| scenario.steps().get(&id).map(|step| step.place());
        let mut slots: Vec<(usize, Place)> =
            chain.nodes.iter().filter_map(|node| Some((node.place, place(node.anchor)?))).collect();
        slots.sort_by_key(|(at, _)| *at);
        let mut places: Vec<(StepId, Place)> = Vec::new();
        let mut links: Vec<Link> = Vec::new();
        for (node, (_, slot)) in chain.nodes.iter().zip(&slots) {
            let Some(own) = place(node.anchor) else { continue };
            let evidence = node.evidence.iter().filter(|(_, phase)| *phase == own.phase);
            let cards = node.steps.iter().chain(evidence.map(|(id, _)| id));
            for id in cards.copied().filter(|_| own != *slot) {
                let Some(old) = place(id).filter(|old| old.phase == own.phase) else { continue };
                let mut at = old.at;
                at.x = at.x.saturating_add(slot.at.x.saturating_sub(own.at.x));
                places.push((id, Place { lane: old.lane, phase: slot.phase, at }));
            }
            // Evidence of a phase that a card was joined away from goes with that card.
            for (id, _) in node.evidence.iter().filter(|(_, phase)| *phase != own.phase) {
                let face = node.face(scenario).ok_or(Refusal::NotThere)?;
                links.push(Link::between(*id, face, LinkKind::Together));
            }
        }
        for (id, place) in places {
            scenario.place_step(id, place)?;
            moved.push(id);
        }
        for link in links {
            scenario.add_link(link, ids)?;
        }
    }
    moved.into_iter().try_for_each(|id| make_room(scenario, id))
}

/// Moves a card to the right until it touches no other of its lane and phase, and widens the phase
/// where it would stand out.
fn make_room(scenario: &mut Scenario, id: StepId) -> Result<(), Refusal> {
    let Some(mut place) = scenario.steps().get(&id).map(|step| step.place()) else { return Ok(()) };
    let others: Vec<Place> = scenario
        .steps()
        .iter()
        .filter(|(other, step)| {
            **other != id && step.lane == place.lane && step.phase == place.phase
        })
        .map(|(_, step)| step.place())
        .collect();
    let touches = |place: &Place| {
        others.iter().any(|other| {
            other.at.x.abs_diff(place.at.x) < APART.0.unsigned_abs()
                && other.at.y.abs_diff(place.at.y) < APART.1.unsigned_abs()
        })
    };
    for _ in 0..MOST_COLUMNS {
        if !touches(&place) {
            break;
        }
        place.at.x = place.at.x.saturating_add(COLUMN);
    }
    scenario.place_step(id, place)?;
    let Some(phase) = scenario.phases().get(&place.phase) else { return Ok(()) };
    let right = place.at.x.saturating_add(COLUMN / 2);
    if right > phase.width.units()
        && let Ok(width) = PhaseWidth::new(right)
    {
        let wider = Phase { width, ..Phase::clone(phase) };
        scenario.set_phase(place.phase, wider)?;
    }
    Ok(())
}
