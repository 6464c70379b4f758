//! Undo and redo as snapshots. Documents share what they have in common, so that a step costs
//! little more than what it changed.

use std::sync::Arc;

use crate::blueprint::{Blueprint, ScenarioId};

use super::edit::EditName;
use super::selection::Selection;

/// The document and what was looked at, at one moment.
#[derive(Clone, Debug)]
pub(super) struct Snapshot {
    pub blueprint: Arc<Blueprint>,
    pub scenario: ScenarioId,
    pub selection: Selection,
}

/// How many steps can be taken back.
const DEPTH: usize = 1_000;

#[derive(Debug, Default)]
pub(super) struct History {
    past: Vec<(EditName, Snapshot)>,
    future: Vec<(EditName, Snapshot)>,
}

impl History {
    /// Remembers the state before an edit; what was taken back can no longer be done again.
    pub fn push(&mut self, name: EditName, before: Snapshot) {
        self.future.clear();
        if self.past.len() >= DEPTH {
            self.past.remove(0);
        }
        self.past.push((name, before));
    }

    pub fn undo(&mut self, now: Snapshot) -> Option<Snapshot> {
        let (name, before) = self.past.pop()?;
        self.future.push((name, now));
        Some(before)
    }

    pub fn redo(&mut self, now: Snapshot) -> Option<Snapshot> {
        let (name, after) = self.future.pop()?;
        self.past.push((name, now));
        Some(after)
    }

    pub fn undo_name(&self) -> Option<EditName> {
        self.past.last().map(|(name, _)| name.clone())
    }

    pub fn redo_name(&self) -> Option<EditName> {
        self.future.last().map(|(name, _)| name.clone())
    }
}
