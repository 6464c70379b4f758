//! The file behind a document, and which document is meant.
//!
//! Work with files outlives what it was begun for: a dialog of the system, a slow disk. So each
//! open document has a number of its own, which every piece of such work carries: an answer for
//! another document changes nothing in this one.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::blueprint::Blueprint;
use crate::storage::{self, Comments, DecodeError, Known, Opened};

/// Which open document: every one that takes the place of another has a new number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(in crate::ui) struct DocumentId(u64);

impl DocumentId {
    /// The number of the next document.
    pub fn next(self) -> Self {
        Self(self.0 + 1)
    }
}

/// Why the file on disk should not be overwritten without a word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::ui) enum Caution {
    /// It holds fields that this program does not know, or is of a newer version; they would be
    /// lost.
    UnknownFields,
    /// These comments belong to things that are gone, and would be gone too.
    Comments(Vec<String>),
}

/// The file behind a document.
#[derive(Clone, Debug, PartialEq, Default)]
pub(in crate::ui) struct Home {
    /// Where it is saved, once there is a place.
    pub path: Option<PathBuf>,
    /// What the file held when it was read or written last.
    pub known: Option<Known>,
    /// Whether it may hold something that this program does not know.
    pub unknown: bool,
    /// The comments that were written into it by hand.
    pub comments: Arc<Comments>,
    /// Those of them that may be lost.
    pub given_up: Vec<String>,
    /// Where a document comes from that was saved here first.
    pub lineage: Option<String>,
}

/// What a file holds that this program leaves out.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::ui) struct LeftOut {
    /// The paths of the fields, in the order of the file; none if only the version is newer.
    pub fields: Vec<String>,
    /// What was said in it and cannot be read.
    pub unread: Vec<DecodeError>,
}

impl LeftOut {
    /// What was left out of a file, if anything may have been.
    pub fn of(opened: &Opened) -> Option<Self> {
        let fields = opened.unknown_fields.iter().map(|field| field.path.clone()).collect();
        let unread = opened.unread.clone();
        (!opened.is_complete()).then_some(Self { fields, unread })
    }
}

/// A document that can be shown, with the file that it belongs to.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::ui) struct Document {
    /// The work.
    pub blueprint: Arc<Blueprint>,
    /// What counts as saved.
    pub saved: Arc<Blueprint>,
    /// Its file.
    pub home: Home,
    /// What its file holds besides, to be said once it is shown.
    pub left_out: Option<LeftOut>,
    /// How many files had been written when it was read, if it was.
    pub read: Option<u64>,
}

/// A lesson of a playlist, with the document that it is about.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::ui) struct PlaylistLesson {
    /// The name of its file, or what the sample is called in the playlist.
    pub name: String,
    /// Its document, as it is in its file.
    pub document: Document,
}

impl Document {
    /// A document without a file; it counts as saved.
    pub fn new(blueprint: Blueprint) -> Self {
        let blueprint = Arc::new(blueprint);
        let saved = Arc::clone(&blueprint);
        Self { blueprint, saved, home: Home::default(), left_out: None, read: None }
    }

    /// What was read from a file when so many files had been `written`.
    pub fn read(path: &Path, opened: Opened, known: Known, written: u64) -> Self {
        let left_out = LeftOut::of(&opened);
        let home = Home {
            path: Some(path.to_owned()),
            known: Some(known),
            unknown: left_out.is_some(),
            comments: Arc::new(opened.comments),
            given_up: Vec::new(),
            lineage: None,
        };
        let mut blueprint = opened.blueprint;
        if blueprint.lineage().is_empty() {
            // Two people who got the same old file agree on where it comes from.
            blueprint.set_lineage(storage::lineage_of(known.content));
        }
        Self { home, left_out, read: Some(written), ..Self::new(blueprint) }
    }
}

impl Home {
    /// What saving a version over the file would lose.
    pub fn caution(&self, version: &Blueprint) -> Option<Caution> {
        if self.unknown {
            return Some(Caution::UnknownFields);
        }
        let lost = self.comments.not_said_in(version.discussion()).lost_in(version);
        let news = lost.iter().any(|comment| !self.given_up.contains(comment));
        news.then_some(Caution::Comments(lost))
    }
}
