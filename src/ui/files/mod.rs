//! New, open, save: nothing here blocks the window, and nothing is lost without asking.
//!
//! - `home`: the file behind a document, and which document a piece of work belongs to.
//! - `wanted`: what is wanted of files; `intent`: the question about unsaved work before it is
//!   done.
//! - `choosing`, `reading`, `writing`: the work beside the window, each with its answers;
//!   `fetching` hears of them.
//! - `playlist`: the lessons of several blueprints, read at once.
//! - `merging`: what two people said in one file is kept.
//! - `watch`: others change the file.
//! - `recovering`: work that other runs left unsaved.
//!
//! # What always holds
//!
//! (`sequences` tries all of these on a disk that is slow, full, and answers in any order.)
//!
//! - A document is replaced only by `go_on`, which waits for a file that is being written; whoever
//!   calls it has asked, or was told which version need not be saved.
//! - No unsaved version goes without a question
//!   (`nothing_unsaved_goes_without_a_question_whatever_the_disk_does`).
//! - An answer for another document changes nothing in this one
//!   (`a_new_document_inherits_no_file_from_one_that_is_being_saved`).
//! - What counts as saved is on the disk.
//! - One file is written at a time; what is wanted meanwhile waits and is done in the end.

mod choosing;
mod disk;
mod fetching;
mod home;
mod intent;
mod merging;
mod playlist;
mod reading;
mod recovering;
#[cfg(test)]
mod sequences;
mod wanted;
mod watch;
mod writing;

use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::background::Task;
use crate::storage::Comments;
use crate::storage::preferences::{PreferenceStore, Preferences};

use super::recovery::Unsaved;
use super::settings::Settings;

use self::choosing::{Answer, Choosing};
use self::disk::{Disk, SystemDisk};
use self::reading::{Read, Reading};
use self::wanted::{Next, Waiting};
use self::watch::Watch;
use self::writing::{Writing, WritingTask, nothing_written};

pub(super) use self::home::{Caution, Document, DocumentId, Home, PlaylistLesson};
pub(super) use self::merging::Merged;
pub(super) use self::wanted::{GivenUp, Intent, Purpose};

/// The file behind the document, and what is being done with files.
pub(super) struct FileFlow {
    /// Which document is open.
    document: DocumentId,
    home: Home,
    choosing: Task<Choosing, Answer>,
    reading: Task<Reading, Read>,
    writing: WritingTask,
    /// What is to be saved once the file is written.
    next: Option<Next>,
    /// What is to be done once the file is written.
    then: Option<Waiting>,
    /// Files that are being written and that nobody waits for.
    left: Vec<WritingTask>,
    /// Grows whenever a file begins or ends to be written.
    written: u64,
    pub(super) watch: Watch,
    /// The unsaved work that the version on disk took the place of last.
    covered: Option<Unsaved>,
    disk: Arc<dyn Disk>,
    store: Option<PreferenceStore>,
    preferences: Preferences,
    system_dialogs: bool,
    may_close: bool,
    /// Whether the file that the program was started with is still being read.
    first_is_read: bool,
    /// Documents with ideas that were kept of lessons: each is shown before another takes the place of the one that is
    /// open.
    kept: VecDeque<Document>,
}

impl FileFlow {
    /// Nothing is open yet; `store` keeps the preferences, if anything does.
    pub fn new(
        store: Option<PreferenceStore>,
        preferences: Preferences,
        system_dialogs: bool,
    ) -> Self {
        Self {
            document: DocumentId::default(),
            home: Home::default(),
            choosing: Task::waiting("file dialog"),
            reading: Task::waiting("open file"),
            writing: nothing_written(),
            next: None,
            then: None,
            left: Vec::new(),
            written: 0,
            watch: Watch::default(),
            covered: None,
            disk: Arc::new(SystemDisk),
            store,
            preferences,
            system_dialogs,
            may_close: false,
            first_is_read: false,
            kept: VecDeque::new(),
        }
    }

    /// Where the document is saved, once there is a place.
    pub fn path(&self) -> Option<&Path> {
        self.home.path.as_deref()
    }

    /// What a person prefers, as it is in force.
    pub fn preferences(&self) -> &Preferences {
        &self.preferences
    }

    /// What was written into the file by hand.
    pub fn notes(&self) -> &Arc<Comments> {
        &self.home.comments
    }

    /// Files opened recently, newest first.
    pub fn recent(&self) -> &[PathBuf] {
        self.preferences.recent()
    }

    /// Which document is open.
    pub fn document(&self) -> DocumentId {
        self.document
    }

    /// Whether a file is being chosen, read, written or looked at.
    pub fn is_busy(&self) -> bool {
        self.choosing.is_busy()
            || self.reading.is_busy()
            || self.writing.is_busy()
            || !self.left.is_empty()
            || self.watch.is_busy()
    }

    /// Whether a file is being read, written or looked at, which ends by itself.
    pub fn is_working(&self) -> bool {
        self.reading.is_busy()
            || self.writing.is_busy()
            || !self.left.is_empty()
            || self.watch.is_busy()
    }

    /// Whether a file is being written that is waited for.
    pub fn is_writing(&self) -> bool {
        self.writing.is_busy()
    }

    /// Whether something waits for a file that takes long to be written.
    pub fn save_is_slow(&self) -> bool {
        self.then.is_some() && self.writing.key().is_some_and(Writing::is_slow)
    }

    /// Whether the system is asked for paths, as far as is known.
    pub fn has_dialogs(&self) -> bool {
        self.system_dialogs
    }

    /// Whether the window was told to close, whatever is unsaved.
    pub fn may_close(&self) -> bool {
        self.may_close
    }

    /// Another document is open: it has a number and a file of its own.
    pub fn change_document(&mut self, home: Home) {
        self.document = self.document.next();
        self.home = home;
        self.watch = Watch::default();
        self.covered = None;
    }

    /// Whether the system's file dialog lets wait for itself, as where none can be seen.
    pub fn dialog_is_slow(&self) -> bool {
        self.choosing.key().is_some_and(Choosing::is_slow)
    }

    /// What keeps the preferences, if anything does.
    pub fn preference_store(&self) -> Option<&PreferenceStore> {
        self.store.as_ref()
    }

    /// Keeps settings for the next start; the language only if it was chosen in the window.
    pub fn keep_settings(&mut self, settings: Settings, with_language: bool) {
        self.change(|preferences| {
            let language = preferences.language.clone();
            settings.put_into(preferences);
            if !with_language {
                preferences.language = language;
            }
        });
    }

    /// Forgets that a file was opened.
    pub fn forget(&mut self, path: &Path) {
        self.change(|preferences| preferences.forget(path));
    }

    /// Preferences that cannot be kept are no reason to disturb anybody; the log says it.
    pub fn change(&mut self, change: impl Fn(&mut Preferences)) {
        change(&mut self.preferences);
        let Some(store) = &self.store else { return };
        match store.update(&self.preferences, change) {
            Ok(preferences) => self.preferences = preferences,
            Err(error) => log::warn!("preferences not kept: {error}"),
        }
    }
}
