//! Pictures, pages and tables on their way out: made and written off the window's thread.

use std::path::PathBuf;
use std::time::{SystemTime, UNIX_EPOCH};

use crate::background::Task;
use crate::exchange::{Date, PrivateFile};
use crate::exports::NotMade;
use crate::storage::FileProblem;

/// What is being written and was written.
#[derive(Debug)]
pub(super) struct Exporting {
    pub task: Task<Outgoing, Result<Gone, NotGone>>,
    /// What became of the last one, and whether that is good.
    pub said: Option<(bool, String)>,
    /// The folder that was chosen while the dialog is open.
    pub folder: Option<PathBuf>,
    /// What viewers were given; it is gone with the window.
    pub shown: Vec<PrivateFile>,
}

/// What is on its way.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Outgoing {
    pub outlet: Outlet,
    /// When it began, by the clock of the passes.
    pub since: f64,
}

/// Where it goes.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Outlet {
    /// To a file, in the place of one that is there if `replaces`.
    File {
        /// The main file.
        path: PathBuf,
        /// Whether files that are there may go.
        replaces: bool,
    },
    /// To the system's viewer, which prints.
    Viewer {
        /// What the page is called, without a folder.
        name: String,
    },
}

/// What has gone out.
#[derive(Debug)]
pub(super) struct Gone {
    /// The files.
    pub paths: Vec<PathBuf>,
    /// The file for the viewer, if it is for that.
    pub private: Option<PrivateFile>,
    /// Letters that no font has.
    pub missing: Vec<char>,
    /// Names that two things had, as the later one is called.
    pub renamed: Vec<String>,
}

/// Why nothing has gone out.
#[derive(Debug)]
pub(super) enum NotGone {
    /// There is such a file.
    There(PathBuf),
    /// It cannot be made.
    Made(NotMade),
    /// The disk has something against it.
    Disk(PathBuf, FileProblem),
    /// Nobody wants it any more.
    Cancelled,
}

impl Default for Exporting {
    fn default() -> Self {
        Self { task: Task::waiting("export"), said: None, folder: None, shown: Vec::new() }
    }
}

/// Today, in Greenwich.
pub(super) fn today() -> Date {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    Date::after_1970(seconds).unwrap_or_default()
}
