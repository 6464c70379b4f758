//! Cards that are still being made, new ones and copies: what they lack is not a problem yet.

use std::collections::BTreeMap;

use crate::blueprint::{Scenario, StepId};
use crate::editor::Editor;
use crate::process::{Problem, ProblemPlace};

/// How long a card stays one that is being made once it is no longer selected, in seconds: long
/// enough to fetch what it is to be connected with.
const STAYS: f64 = 6.0;

/// The cards that are still being made.
///
/// A card without a link, a time or people is no mistake while somebody is at it. It is one once the
/// card was left for a while, when the file is saved, and when somebody asks for the problems. Only
/// what the window counts waits; the figures themselves, files and exports know nothing of it.
#[derive(Debug, Default)]
pub(super) struct FreshCards {
    /// When each was left; `None` while it is selected.
    cards: BTreeMap<StepId, Option<f64>>,
}

impl FreshCards {
    /// A card was made.
    pub fn made(&mut self, step: StepId) {
        self.cards.insert(step, None);
    }

    /// All cards are finished: from now on what they lack is a problem.
    pub fn finish(&mut self) {
        self.cards.clear();
    }

    /// Looks which cards are selected at a time, in seconds; answers in how many seconds the next
    /// card is finished.
    pub fn update(&mut self, editor: &Editor, now: f64) -> Option<f64> {
        let selected = &editor.selection().steps;
        for (step, left) in &mut self.cards {
            *left = if selected.contains(step) { None } else { left.or(Some(now)) };
        }
        let steps = editor.scenario().steps();
        self.cards.retain(|step, left| {
            steps.contains_key(step) && left.is_none_or(|left| now < left + STAYS)
        });
        self.cards.values().flatten().map(|left| left + STAYS - now).reduce(f64::min)
    }

    /// Whether a problem is one of a card that is still being made, or of a way out of it.
    pub fn has(&self, problem: &Problem, scenario: &Scenario) -> bool {
        let step = match problem.place {
            ProblemPlace::Step(step) => Some(step),
            ProblemPlace::Link(link) => scenario.links().get(&link).map(|link| link.from),
            ProblemPlace::Role(_) | ProblemPlace::Sheet => None,
        };
        step.is_some_and(|step| self.cards.contains_key(&step))
    }
}
