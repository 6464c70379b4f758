//! The verdict page while it is written.

use std::path::PathBuf;

use crate::background::Task;

/// The page while it is written.
pub(in crate::ui) struct BeingSaved {
    pub(super) task: Task<PathBuf, Result<(), String>>,
    /// A file that is being shown in its folder.
    pub(super) folder: Task<PathBuf, bool>,
}

impl Default for BeingSaved {
    fn default() -> Self {
        Self {
            task: Task::waiting("save the verdict"),
            folder: Task::waiting("show a file in its folder"),
        }
    }
}

impl BeingSaved {
    /// Whether a file is being written, or its folder shown.
    pub fn is_busy(&self) -> bool {
        self.task.is_busy() || self.folder.is_busy()
    }
}
