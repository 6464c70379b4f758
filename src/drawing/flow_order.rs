//! The one order in which steps are read: by the keys that walk the sheet, by the rows of the table
//! below it, and by whoever hears a page read out.

use std::collections::{BTreeMap, BTreeSet};

use crate::blueprint::{LaneId, LinkKind, PhaseId, Scenario, Step, StepId, Zone};

/// Where something lies on the sheet: how far to the right, then how far down.
type At = (i64, i64);

/// All steps in the order in which one reads them: what comes first in the flow first, a moment's
/// steps from top to bottom, and of what is independent the leftmost first. Loops are entered where
/// they lie farthest to the left. For `n` steps and `m` links O((n + m) log n).
#[must_use]
pub fn flow_order(scenario: &Scenario) -> Vec<StepId> {
    let places = Places::of(scenario);
    let (mut moments, moment_of) = moments(scenario, &places);
    // From here on a moment is known by its rank from left to right.
    moments.sort_by_key(|moment| (moment.at, moment.number));
    let mut rank_of = vec![0; moments.len()];
    for (rank, moment) in moments.iter().enumerate() {
        if let Some(slot) = rank_of.get_mut(moment.number) {
            *slot = rank;
        }
    }
    let rank = |step| moment_of.get(&step).and_then(|number| rank_of.get(*number)).copied();
    for link in scenario.links().values().filter(|link| link.kind != LinkKind::Together) {
        let ends = rank(link.from).zip(link.to.step().and_then(rank));
        if let Some((from, to)) = ends.filter(|(from, to)| from != to) {
            if let Some(moment) = moments.get_mut(from) {
                moment.next.push(to);
            }
            if let Some(moment) = moments.get_mut(to) {
                moment.open += 1;
            }
        }
    }
    let mut waiting: BTreeSet<usize> = (0..moments.len()).collect();
    let is_ready =
        |moments: &[Moment], rank: &usize| moments.get(*rank).is_some_and(|m| m.open == 0);
    let mut ready: BTreeSet<usize> =
        waiting.iter().copied().filter(|rank| is_ready(&moments, rank)).collect();
    let mut order = Vec::with_capacity(scenario.steps().len());
    // The leftmost that nothing else leads to; in a loop simply the leftmost.
    while let Some(chosen) = ready.pop_first().or_else(|| waiting.first().copied()) {
        waiting.remove(&chosen);
        let Some(moment) = moments.get_mut(chosen) else { continue };
        order.append(&mut moment.steps);
        for next in std::mem::take(&mut moment.next) {
            if let Some(moment) = moments.get_mut(next) {
                moment.open = moment.open.saturating_sub(1);
            }
            if waiting.contains(&next) && is_ready(&moments, &next) {
                ready.insert(next);
            }
        }
    }
    order
}

/// Steps that happen at the same time.
struct Moment {
    /// Its place in document order.
    number: usize,
    /// From top to bottom.
    steps: Vec<StepId>,
    at: At,
    /// How many links from moments that were not read yet lead here.
    open: usize,
    next: Vec<usize>,
}

/// The moments in document order, and which one a step belongs to.
fn moments(scenario: &Scenario, places: &Places) -> (Vec<Moment>, BTreeMap<StepId, usize>) {
    let mut partners: BTreeMap<StepId, Vec<StepId>> = BTreeMap::new();
    for link in scenario.links().values().filter(|link| link.kind == LinkKind::Together) {
        if let (Some(to), false) = (link.to.step(), scenario.is_association(link)) {
            partners.entry(link.from).or_default().push(to);
            partners.entry(to).or_default().push(link.from);
        }
    }
    let mut moment_of: BTreeMap<StepId, usize> = BTreeMap::new();
    let mut moments: Vec<Moment> = Vec::new();
    for id in scenario.steps().keys() {
        if moment_of.contains_key(id) {
            continue;
        }
        let number = moments.len();
        let (mut steps, mut open) = (Vec::new(), vec![*id]);
        while let Some(step) = open.pop() {
            if moment_of.insert(step, number).is_none() {
                steps.push(step);
                open.extend(partners.get(&step).into_iter().flatten());
            }
        }
        let at = |step: &StepId| scenario.steps().get(step).map_or((0, 0), |row| places.at(row));
        steps.sort_by_key(|step| {
            let (x, y) = at(step);
            (y, x, scenario.steps().get_index_of(step))
        });
        let left = steps.iter().map(|step| at(step).0).min().unwrap_or(0);
        let top = steps.first().map_or(0, |step| at(step).1);
        moments.push(Moment { number, steps, at: (left, top), open: 0, next: Vec::new() });
    }
    (moments, moment_of)
}

/// Where phases and lanes begin, in sheet units; a folded lane has its place all the same.
struct Places {
    left: BTreeMap<PhaseId, i64>,
    top: BTreeMap<LaneId, i64>,
}

impl Places {
    fn of(scenario: &Scenario) -> Self {
        let (mut left, mut end) = (BTreeMap::new(), 0);
        for (id, phase) in scenario.phases() {
            left.insert(*id, end);
            end += i64::from(phase.width.units());
        }
        let (mut top, mut end) = (BTreeMap::new(), 0);
        for (id, lane) in Zone::ALL.into_iter().flat_map(|zone| scenario.lanes_of(zone)) {
            top.insert(id, end);
            end += i64::from(lane.height.units());
        }
        Self { left, top }
    }

    fn at(&self, step: &Step) -> At {
        let begin = |of: Option<&i64>| of.copied().unwrap_or(0);
        let (left, top) = (begin(self.left.get(&step.phase)), begin(self.top.get(&step.lane)));
        (left + i64::from(step.at.x), top + i64::from(step.at.y))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::storage;

    #[test]
    fn the_office_is_read_along_its_flow() {
        let office = storage::sample("driver-licence-office").expect("the sample");
        let blueprint = office.open_in("en").expect("it opens");
        let scenario = blueprint.baseline();
        let order = flow_order(scenario);
        assert_eq!(order.len(), scenario.steps().len(), "each step once");
        let place = |name: &str| {
            let is_it = |id: &&StepId| scenario.steps().get(*id).is_some_and(|s| s.name == name);
            let id = order.iter().find(is_it).unwrap_or_else(|| panic!("no {name}"));
            order.iter().position(|other| other == id)
        };
        let read = ["Hands in form", "Review application", "Pays the fee", "Collect payment"];
        assert!(read.map(place).is_sorted(), "{:?}", read.map(place));
    }

    #[test]
    fn a_time_or_a_role_moves_no_step() {
        let office = storage::sample("driver-licence-office").expect("the sample");
        let blueprint = office.open_in("en").expect("it opens");
        let scenario = blueprint.baseline();
        let before = flow_order(scenario);
        let mut changed = blueprint.clone();
        for (id, step) in scenario.steps() {
            let step = Step { time: None, needs: Vec::new(), ..Step::clone(step) };
            let edit = crate::editor::Edit::SetSteps(vec![(*id, step)]);
            crate::editor::DocumentEdit::from(edit)
                .apply(&mut changed, scenario.id())
                .expect("an edit");
        }
        assert_eq!(flow_order(changed.baseline()), before);
    }
}
