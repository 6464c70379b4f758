//! Tables from files on their way in: read off the window's thread.

use std::path::PathBuf;

use crate::background::Task;
use crate::exchange::{DayTable, TableErrors, TableFileError};

use super::dialogs::Import;
use super::files::DocumentId;

/// What a file holds that is imported, or why it cannot be read.
pub(super) type Read = Result<Brought, TableFileError>;

/// What a file holds.
#[derive(Debug)]
pub(super) enum Brought {
    /// Steps or roles, which a dialog asks about.
    Table(Result<Import, TableErrors>),
    /// What customers answered, as text, which a dialog asks about.
    Survey(String),
    /// A table of a day, which is taken as it is.
    Day(DayTable, String),
}

/// What is read to be imported.
#[derive(Debug)]
pub(super) struct Importing {
    pub(super) task: Task<Reading, Read>,
}

/// A file that is being read to be imported.
#[derive(Debug)]
pub(super) struct Reading {
    pub path: PathBuf,
    /// The document that was open when it began.
    pub document: DocumentId,
}

impl Default for Importing {
    fn default() -> Self {
        Self { task: Task::waiting("import file") }
    }
}

impl Importing {
    /// Whether a file is being read.
    pub fn is_busy(&self) -> bool {
        self.task.is_busy()
    }
}
