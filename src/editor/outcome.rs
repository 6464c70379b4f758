//! What an edit asks of the editor.

use super::selection::Selection;
use crate::blueprint::ScenarioId;

/// What an edit asks of the editor besides the document.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Outcome {
    /// What to select; `None` leaves the selection.
    pub select: Option<Selection>,
    /// The scenario to show; `None` stays.
    pub show: Option<ScenarioId>,
}

impl Outcome {
    pub(super) fn select(selection: Selection) -> Self {
        Self { select: Some(selection), show: None }
    }
}
