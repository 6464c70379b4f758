//! The verdict page while it is written.

use std::path::PathBuf;

use crate::background::Task;

/// The page while it is written.
pub(in crate::ui) struct BeingSaved {
    pub(super) task: Task<PathBuf, Result<(), String>>,
}

impl Default for BeingSaved {
    fn default() -> Self {
        Self { task: Task::waiting("save the verdict") }
    }
}

impl BeingSaved {
    /// Whether a file is being written.
    pub fn is_busy(&self) -> bool {
        self.task.is_busy()
    }
}
