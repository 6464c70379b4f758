//! Undo and redo as snapshots. Documents share what they have in common, so that a step costs
//! little more than what it changed: with 5,000 cards about a fifth of a megabyte, with 200 some
//! kilobytes.

use std::collections::VecDeque;
use std::sync::Arc;

use crate::blueprint::{Blueprint, ScenarioId, StepId};

use super::edit_names::EditName;
use super::selection::Selection;

/// The document and what was looked at, at one moment.
#[derive(Clone, Debug)]
pub(super) struct Snapshot {
    pub blueprint: Arc<Blueprint>,
    pub scenario: ScenarioId,
    pub selection: Selection,
}

/// How many bytes the history takes at most, by its own estimate.
const MOST_BYTES: usize = 256 * 1024 * 1024;

/// How many steps can be taken back however large they are.
const LEAST_STEPS: usize = 300;

/// A state that can be gone back or forth to.
#[derive(Debug)]
struct Entry {
    name: EditName,
    state: Snapshot,
    /// About how much memory it takes besides its neighbour.
    bytes: usize,
}

#[derive(Debug)]
pub(super) struct History {
    past: VecDeque<Entry>,
    future: Vec<Entry>,
    /// The sum over all entries.
    bytes: usize,
    most_bytes: usize,
}

impl Default for History {
    fn default() -> Self {
        Self { past: VecDeque::new(), future: Vec::new(), bytes: 0, most_bytes: MOST_BYTES }
    }
}

impl History {
    /// Remembers the state before an edit that led to `after`; what was taken back can no longer
    /// be done again. The oldest states go where the history becomes too large.
    pub fn push(&mut self, name: EditName, before: Snapshot, after: &Blueprint) {
        let lost: usize = self.future.drain(..).map(|entry| entry.bytes).sum();
        let selection = before.selection.steps.len() + before.selection.links.len();
        let bytes = before.blueprint.bytes_beyond(after) + selection * 2 * size_of::<StepId>();
        self.bytes = self.bytes - lost + bytes;
        self.past.push_back(Entry { name, state: before, bytes });
        while self.bytes > self.most_bytes
            && self.past.len() > LEAST_STEPS
            && let Some(oldest) = self.past.pop_front()
        {
            self.bytes -= oldest.bytes;
        }
    }

    /// Makes the last two steps one, which is called as the first of them.
    pub fn join_last(&mut self) {
        if self.past.len() > 1
            && let Some(last) = self.past.pop_back()
        {
            self.bytes -= last.bytes;
        }
    }

    pub fn undo(&mut self, now: Snapshot) -> Option<Snapshot> {
        let Entry { name, state, bytes } = self.past.pop_back()?;
        self.future.push(Entry { name, state: now, bytes });
        Some(state)
    }

    pub fn redo(&mut self, now: Snapshot) -> Option<Snapshot> {
        let Entry { name, state, bytes } = self.future.pop()?;
        self.past.push_back(Entry { name, state: now, bytes });
        Some(state)
    }

    /// Whether what was taken back leads to this version.
    pub fn leads_to(&self, version: &Arc<Blueprint>) -> bool {
        self.future.iter().any(|entry| Arc::ptr_eq(&entry.state.blueprint, version))
    }

    /// How many steps back this version lies.
    pub fn steps_back_to(&self, version: &Arc<Blueprint>) -> Option<usize> {
        let mut back = self.past.iter().rev();
        back.position(|entry| Arc::ptr_eq(&entry.state.blueprint, version)).map(|at| at + 1)
    }

    pub fn undo_name(&self) -> Option<EditName> {
        self.past.back().map(|entry| entry.name.clone())
    }

    pub fn redo_name(&self) -> Option<EditName> {
        self.future.last().map(|entry| entry.name.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blueprint::{Place, SheetPoint, Step, StepKind};

    /// A sheet with so many cards, and one of them.
    fn sheet(cards: usize) -> (Blueprint, StepId) {
        let mut blueprint = Blueprint::empty("Large", "As-is");
        let id = blueprint.baseline().id();
        let first = blueprint.edit(id, |scenario, ids| {
            let lane = *scenario.lanes().keys().next().expect("a lane");
            let phase = *scenario.phases().keys().next().expect("a phase");
            let place = Place { lane, phase, at: SheetPoint::default() };
            let mut add = || scenario.add_step(Step::new("Serves", StepKind::Action, place), ids);
            let first = add()?;
            for _ in 1..cards {
                add()?;
            }
            Ok(first)
        });
        (blueprint, first.expect("sound steps"))
    }

    fn snapshot(blueprint: &Blueprint) -> Snapshot {
        let scenario = blueprint.baseline().id();
        let blueprint = Arc::new(blueprint.clone());
        Snapshot { blueprint, scenario, selection: Selection::default() }
    }

    /// A history of one card moved again and again.
    fn moved(times: i32, cards: usize, most_bytes: usize) -> History {
        let (mut now, card) = sheet(cards);
        let id = now.baseline().id();
        let mut history = History { most_bytes, ..History::default() };
        for x in 0..times {
            let before = snapshot(&now);
            let moved = now.edit(id, |scenario, _| {
                let place = scenario.steps()[&card].place();
                scenario.place_step(card, Place { at: SheetPoint::new(x + 1, 0), ..place })
            });
            moved.expect("moved");
            let name = EditName { code: "edit-move-steps", count: 1, thing: None };
            history.push(name, before, &now);
        }
        history
    }

    #[test]
    fn a_step_costs_little_more_than_what_it_changed() {
        let history = moved(1, 5_000, MOST_BYTES);
        assert!((100_000..300_000).contains(&history.bytes), "{} bytes", history.bytes);
        let history = moved(1, 50, MOST_BYTES);
        assert!(history.bytes < 8_000, "{} bytes", history.bytes);
    }

    #[test]
    fn a_history_that_becomes_too_large_forgets_its_oldest_steps() {
        let one = moved(1, 20, MOST_BYTES).bytes;
        let steps = LEAST_STEPS + 100;
        let most = one * steps;
        let history = moved(1_000, 20, most);
        assert!(history.bytes <= most, "{} of {most} bytes", history.bytes);
        assert!((steps - 50..=steps).contains(&history.past.len()), "{}", history.past.len());
        let sum: usize = history.past.iter().map(|entry| entry.bytes).sum();
        assert_eq!(sum, history.bytes);
    }

    #[test]
    fn some_hundred_steps_stay_however_large_they_are() {
        let mut history = moved(1_000, 20, 1);
        assert_eq!(history.past.len(), LEAST_STEPS);
        let (blueprint, _) = sheet(1);
        let now = snapshot(&blueprint);
        for _ in 0..LEAST_STEPS {
            assert!(history.undo(now.clone()).is_some());
        }
        assert!(history.undo(now.clone()).is_none() && history.redo(now.clone()).is_some());
        // What was taken back is given up with the next edit, and its memory too.
        let name = history.undo_name().expect("a step");
        history.push(name, now, &blueprint);
        let sum: usize = history.past.iter().map(|entry| entry.bytes).sum();
        assert!(history.future.is_empty() && sum == history.bytes);
    }
}
