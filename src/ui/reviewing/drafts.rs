//! What was written and not sent.

use std::sync::Arc;

use crate::ui::app::App;

impl App {
    /// How many comments would be lost with the document: drafts, and one that is being written.
    pub(in crate::ui) fn draft_count(&self) -> usize {
        let desk = &self.views.review;
        let writes = desk.writing.as_ref().is_some_and(|writing| !writing.text.trim().is_empty());
        desk.drafts.len() + usize::from(writes)
    }

    /// Gives up what was not sent.
    pub(in crate::ui) fn drop_drafts(&mut self) {
        let desk = &mut self.views.review;
        desk.writing = None;
        desk.drafts = Arc::default();
    }
}
