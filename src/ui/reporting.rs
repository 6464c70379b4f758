//! The report of a problem: the log that it is made of, what was left behind last time, and the work
//! of saving it.

use std::path::PathBuf;
use std::sync::Arc;

use crate::background::Task;
use crate::storage::NotSaved;
use crate::storage::preferences::PreferenceStore;

use super::report::ActionLog;

/// How long a pass may take before it is told, in milliseconds.
pub(super) const SLOW_PASS_MS: f64 = 250.0;

/// How long figures may take before it is told, in milliseconds.
pub(super) const SLOW_FIGURES_MS: f64 = 100.0;

/// What the report of a problem is made of.
#[derive(Debug)]
pub(super) struct Reporting {
    pub log: ActionLog,
    /// What the program left behind when it ended unexpectedly, until somebody took it or does not
    /// want it.
    last_words: Option<Arc<str>>,
    /// Whether it is still to be said that there is such.
    is_news: bool,
    pub saving: Task<Saving, Result<(), NotSaved>>,
    /// What became of the report that is open.
    pub said: Option<String>,
}

/// A report that is being saved.
#[derive(Debug)]
pub(super) struct Saving {
    pub path: PathBuf,
    /// How many bytes it has.
    pub bytes: u64,
}

impl Reporting {
    /// Begins with what was left behind last time.
    pub fn new(log: ActionLog, store: Option<&PreferenceStore>) -> Self {
        let last_words = store.and_then(PreferenceStore::last_words).map(Arc::from);
        Self {
            log,
            is_news: last_words.is_some(),
            last_words,
            saving: Task::waiting("save report"),
            said: None,
        }
    }

    /// What was left behind last time.
    pub fn last_words(&self) -> Option<&Arc<str>> {
        self.last_words.as_ref()
    }

    /// Whether it is to be said now that the program ended unexpectedly; once.
    pub fn take_news(&mut self) -> bool {
        std::mem::take(&mut self.is_news)
    }

    /// Forgets what was left behind: somebody has it now, or does not want it.
    pub fn forget_last_words(&mut self, store: Option<&PreferenceStore>) {
        self.is_news = false;
        if self.last_words.take().is_some()
            && let Some(store) = store
        {
            store.forget_last_words();
        }
    }
}
