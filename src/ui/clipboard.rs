//! Copy and paste of cards: as cells for spreadsheets, and without loss between scenarios,
//! blueprints and windows.

use std::sync::Arc;

use crate::blueprint::{Blueprint, IdSource, Scenario};
use crate::storage::{preferences::PreferenceStore, same_cells};

/// What was copied last in this window.
#[derive(Debug, Default)]
pub(super) struct Clipboard {
    /// The text that went to the system's clipboard, and the cards themselves.
    copied: Option<(String, Arc<Scenario>)>,
}

impl Clipboard {
    /// Keeps what was copied, here and for other windows.
    pub fn keep(&mut self, store: Option<&PreferenceStore>, text: &str, fragment: &Arc<Scenario>) {
        self.copied = Some((text.to_owned(), Arc::clone(fragment)));
        let Some(store) = store else { return };
        // Its identities are those of the blueprint that it comes from; none is handed out here.
        let scenarios = vec![Scenario::clone(fragment)];
        let blueprint =
            Blueprint::assemble(String::new(), String::new(), scenarios, IdSource::default());
        // Pasting in this window works all the same, and the text does in any.
        if let Err(error) = store.keep_copied(text, &blueprint) {
            log::warn!("copied cards not kept for other windows: {error}");
        }
    }

    /// The cards that a text on the clipboard stands for.
    pub fn cards(&self, store: Option<&PreferenceStore>, text: &str) -> Option<Arc<Scenario>> {
        if let Some((copied, fragment)) = &self.copied
            && same_cells(copied, text)
        {
            return Some(Arc::clone(fragment));
        }
        store?.copied(text).map(|blueprint| Arc::clone(blueprint.baseline()))
    }
}
