//! What is selected, as something to comment on.

use crate::blueprint::{Anchor, ScenarioId};
use crate::editor::{Selection, Thing};

/// What is selected in a scenario, if it is one thing.
pub(super) fn anchor(selection: &Selection, scenario: ScenarioId) -> Option<Anchor> {
    let on = Anchor { scenario: Some(scenario), ..Anchor::default() };
    if let Some(step) = selection.only_step() {
        return Some(Anchor { step: Some(step), ..on });
    }
    if let Some(link) = selection.only_link() {
        return Some(Anchor { link: Some(link), ..on });
    }
    match selection.other? {
        Thing::Role(role) => Some(Anchor { role: Some(role), ..on }),
        Thing::Lane(lane) => Some(Anchor { lane: Some(lane), ..on }),
        Thing::Phase(phase) => Some(Anchor { phase: Some(phase), ..on }),
        Thing::Element(_) => None,
    }
}
