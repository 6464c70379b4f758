//! What the window keeps of the staffing plan: the dialog while it is open, and a table that is being saved.

use std::path::PathBuf;

use super::StaffingDialog;
use crate::background::Task;
use crate::storage::NotSaved;
use crate::ui::simulating::Simulation;

/// The dialog, if it is open, and the table of shifts that is being saved.
pub(in crate::ui) struct StaffingDesk {
    pub(super) dialog: Option<Box<StaffingDialog>>,
    pub(super) how: Simulation,
    pub(super) saving: Task<PathBuf, Result<(), NotSaved>>,
}

impl StaffingDesk {
    /// Nothing is planned yet; `how` says whether a test waits for it.
    pub fn new(how: Simulation) -> Self {
        Self { dialog: None, how, saving: Task::waiting("save rota") }
    }

    /// Whether the dialog is open.
    pub fn is_open(&self) -> bool {
        self.dialog.is_some()
    }

    /// Whether a plan is worked out or saved.
    pub fn is_busy(&self) -> bool {
        let is_searching = self.dialog.as_ref().is_some_and(|dialog| dialog.is_searching());
        is_searching || self.saving.is_busy()
    }

    /// Closes the dialog and keeps nothing of what was chosen in it.
    pub fn close(&mut self) {
        self.dialog = None;
    }
}
