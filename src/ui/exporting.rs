//! Pictures, pages and tables on their way out: made and written off the window's thread; and what is
//! remembered of what was chosen and written.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::{SystemTime, UNIX_EPOCH};

use crate::background::Task;
use crate::exchange::{Date, PrivateFile};
use crate::exports::{Choices, Motif, NotMade};
use crate::storage::{FileProblem, Stamp};

use super::files::DocumentId;

/// Letters that no name of a file may have on some system.
const NOT_IN_NAMES: &str = r#"/\:*?"<>|"#;
/// Names that one system keeps for its devices, whatever ending they have.
const OF_DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "com", "lpt"];
/// How long the name of a file may be, in bytes.
const LONGEST_NAME: usize = 255;

/// What is being written and was written.
#[derive(Debug)]
pub(super) struct Exporting {
    pub task: Task<Outgoing, Result<Gone, NotGone>>,
    /// What became of the last one, as long as it is told.
    pub outcome: Option<Outcome>,
    /// What was chosen, whether something came of it or not.
    pub remembered: Remembered,
    /// The files that were written, as the system described them then.
    pub written: BTreeMap<PathBuf, Stamp>,
    /// What viewers were given; it is gone with the window.
    pub shown: Vec<PrivateFile>,
    /// A chart that is made to be copied.
    pub copying: Task<&'static str, Result<CopiedPixels, NotMade>>,
}

/// How many pixels a picture has across and down, and their colours.
pub(super) type CopiedPixels = ((u32, u32), Vec<u8>);

/// For what the dialog was opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Occasion {
    /// Anything.
    Export,
    /// A report.
    Report,
}

/// What was chosen in the dialog last, as long as the window lives.
#[derive(Debug, Default)]
pub(super) struct Remembered {
    /// The choices of each format by its ending. What they show is not remembered here.
    pub choices: BTreeMap<&'static str, Choices>,
    /// The format by its ending and what was shown, for each occasion.
    last: BTreeMap<Occasion, (DocumentId, &'static str, Motif)>,
    /// The folder that was chosen.
    pub folder: Option<PathBuf>,
}

impl Remembered {
    /// Remembers what is chosen now.
    pub fn keep(
        &mut self,
        occasion: Occasion,
        document: DocumentId,
        ending: &'static str,
        choices: &Choices,
    ) {
        self.choices.insert(ending, Choices { motif: Motif::Sheet, ..choices.clone() });
        let motif = match &choices.motif {
            // What is selected then need not be what is meant.
            Motif::Steps(_) => Motif::Sheet,
            motif => motif.clone(),
        };
        self.last.insert(occasion, (document, ending, motif));
    }

    /// The format that was chosen last, by its ending, and what was shown, which another document does
    /// not have.
    pub fn last(
        &self,
        occasion: Occasion,
        document: DocumentId,
    ) -> Option<(&'static str, Option<Motif>)> {
        let (of, ending, motif) = self.last.get(&occasion)?;
        Some((ending, (*of == document).then(|| motif.clone())))
    }
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
    /// To a file.
    File {
        /// The main file.
        path: PathBuf,
        /// The files that may be replaced, as they are known.
        replaces: BTreeMap<PathBuf, Stamp>,
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
    /// There are such files, which nobody agreed to replace.
    There(Vec<PathBuf>),
    /// It cannot be made.
    Made(NotMade),
    /// The disk has something against it.
    Disk(PathBuf, FileProblem),
    /// Nobody wants it any more.
    Cancelled,
}

/// What became of an export, as the dialog tells it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    /// It was written, as is said.
    Written { said: String, path: PathBuf },
    /// Files are there that somebody has to agree to replace.
    There(Vec<PathBuf>),
    /// It was not written, for a reason.
    Failed(String),
    /// It was given up.
    GivenUp,
}

/// What is wrong with the name of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NameFault {
    /// There is none.
    Blank,
    /// It has a letter that no name may have.
    Letter(char),
    /// A system keeps it for itself.
    Kept,
    /// It is too long.
    Long,
}

impl NameFault {
    /// What is wrong with a name, without its ending, which will be so long.
    pub fn of(name: &str, ending: usize) -> Option<Self> {
        let name = name.trim();
        if name.is_empty() {
            return Some(Self::Blank);
        }
        if let Some(letter) = name.chars().find(|letter| !may_be_in_a_name(*letter)) {
            return Some(Self::Letter(letter));
        }
        if name.chars().all(|letter| letter == '.') {
            // It would be hidden, or name a folder.
            return Some(Self::Letter('.'));
        }
        let first = name.split('.').next().unwrap_or_default().trim_end().to_lowercase();
        let device = first.trim_end_matches(|last: char| last.is_ascii_digit());
        let numbers = first.len() - device.len();
        let is_numbered = matches!(device, "com" | "lpt");
        if OF_DEVICES.contains(&device) && numbers == usize::from(is_numbered) {
            return Some(Self::Kept);
        }
        (name.len() + 1 + ending > LONGEST_NAME).then_some(Self::Long)
    }
}

/// Whether the name of a file may have a letter on every system.
fn may_be_in_a_name(letter: char) -> bool {
    !letter.is_control() && !NOT_IN_NAMES.contains(letter)
}

/// The nearest name that a file may have.
pub(super) fn name_for_a_file(name: &str) -> String {
    let safe = |c: char| if may_be_in_a_name(c) { c } else { '-' };
    name.chars().map(safe).collect::<String>().trim().to_owned()
}

impl Default for Exporting {
    fn default() -> Self {
        Self {
            task: Task::waiting("export"),
            outcome: None,
            remembered: Remembered::default(),
            written: BTreeMap::new(),
            shown: Vec::new(),
            copying: Task::computing("copied chart"),
        }
    }
}

/// Today, in Greenwich.
pub(super) fn today() -> Date {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    Date::after_1970(seconds).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wrong_with_a_name_is_found() {
        let fault = |name: &str| NameFault::of(name, 3);
        for good in ["Office", "办公室", "v1.2", ".hidden", "a - b (c)", "console", "com", "com12"]
        {
            assert_eq!(fault(good), None, "{good}");
        }
        assert_eq!(fault("  "), Some(NameFault::Blank));
        for letter in NOT_IN_NAMES.chars().chain(['\t', '\u{7}']) {
            assert_eq!(fault(&format!("a{letter}b")), Some(NameFault::Letter(letter)));
        }
        assert_eq!(fault(".."), Some(NameFault::Letter('.')));
        for kept in ["con", "NUL", "Aux.v2", "com1", "LPT9"] {
            assert_eq!(fault(kept), Some(NameFault::Kept), "{kept}");
        }
        assert_eq!(fault(&"x".repeat(251)), None);
        assert_eq!(fault(&"字".repeat(84)), Some(NameFault::Long));
        assert_eq!(fault(&name_for_a_file("a/b: c\t?")), None);
    }
}
