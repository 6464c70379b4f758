//! What is wanted of files: what to open, where to save, and what is to be done after that.

use std::path::PathBuf;
use std::sync::Arc;

use crate::blueprint::Blueprint;
use crate::storage::recovery::Found;

use super::home::Document;

/// What is to be done once unsaved work is safe.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::ui) enum Intent {
    /// Begin with an empty sheet.
    New,
    /// Choose a file to open.
    ChooseFile,
    /// Open a file.
    OpenFile(PathBuf),
    /// Open a shipped sample or template.
    OpenSample(&'static str),
    /// Go on with work that was left unsaved.
    Recover(Box<Found>),
    /// Show a document that was read.
    Show(Box<Document>),
    /// Show documents with ideas that were kept of lessons.
    ShowKept,
    /// Close the window.
    Quit,
}

/// The versions that somebody said need not be saved. What changes after that is asked about again.
#[derive(Clone, Debug, Default)]
pub(in crate::ui) struct GivenUp(Vec<Arc<Blueprint>>);

impl GivenUp {
    /// Whether it is just this version, or one of them.
    pub fn is(&self, version: &Arc<Blueprint>) -> bool {
        self.0.iter().any(|given_up| Arc::ptr_eq(given_up, version))
    }

    /// These, and others as well.
    #[must_use]
    pub fn and<'a>(mut self, others: impl Iterator<Item = &'a Arc<Blueprint>>) -> Self {
        self.0.extend(others.map(Arc::clone));
        self
    }
}

impl PartialEq for GivenUp {
    fn eq(&self, other: &Self) -> bool {
        let mut pairs = self.0.iter().zip(&other.0);
        self.0.len() == other.0.len() && pairs.all(|(one, other)| Arc::ptr_eq(one, other))
    }
}

/// What waits until the document is saved.
#[derive(Clone, Debug)]
pub(super) struct Waiting {
    pub intent: Intent,
    pub given_up: GivenUp,
}

/// Which of two requests stands: the later one, but none is no request, and the end of the program is
/// the end.
pub(super) fn later(before: Option<Waiting>, after: Waiting) -> Waiting {
    match before {
        Some(quit) if quit.intent == Intent::Quit && after.intent != Intent::Quit => quit,
        _ => after,
    }
}

/// What a path is asked for.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::ui) enum Purpose {
    /// To open what is there, though a version that is open is lost by it.
    Open(GivenUp),
    /// Import a table from there.
    Import,
    /// Save there, then go on with what was wanted.
    Save(Option<Intent>),
    /// Save the report of a problem there.
    Report(Arc<str>),
    /// Save a table of shifts there.
    Rota(Arc<str>),
    /// Export to that folder.
    ExportFolder,
    /// Save the verdict page there.
    Verdict,
    /// Hold what is reviewed against the version there.
    Against,
}

/// Where to save.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::ui) struct Target {
    pub path: PathBuf,
    /// Whether it was asked already if what is there may be replaced.
    pub asked: bool,
}

/// What is to be saved after this.
#[derive(Clone, Debug)]
pub(super) enum Next {
    /// What has changed since.
    Same,
    /// The document in another place.
    At(Target),
}

/// What becomes of a file that is read.
#[derive(Clone, Debug)]
pub(super) enum Reason {
    /// It takes the place of the document, of which one version need not be saved.
    Open(GivenUp),
    /// It is a newer version of the document, as an edit that can be undone.
    Again,
}
