//! Why a file could not be opened or saved: codes with arguments, for `wording` to say.

use std::io;
use std::path::PathBuf;

use super::expected::Expected;
use super::outline::Segment;
use super::position::Position;
use crate::blueprint::{PartsError, Refusal};

/// What the disk has against a file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FileProblem {
    /// There is no such file.
    #[error("not found")]
    NotFound,
    /// The folder that the file would lie in does not exist.
    #[error("the folder does not exist")]
    FolderMissing,
    /// The folder is there, but no file can be made in it, as in those that the system itself fills.
    #[error("no file can be made in the folder")]
    NoNewFiles,
    /// It is a folder.
    #[error("a folder")]
    IsFolder,
    /// It is neither file nor folder, such as a device or a pipe.
    #[error("not an ordinary file")]
    NotAFile,
    /// The system does not let us.
    #[error("not allowed")]
    NotAllowed,
    /// The file or the disk is marked read-only.
    #[error("read-only")]
    ReadOnly,
    /// There is no room left.
    #[error("no space left")]
    DiskFull,
    /// The file is larger than [`super::LARGEST_FILE`].
    #[error("{size} bytes are more than {most}")]
    TooLarge {
        /// Its size in bytes.
        size: u64,
        /// The largest size in bytes.
        most: u64,
    },
    /// Anything else, in the system's words.
    #[error("{0}")]
    Other(String),
}

impl From<io::Error> for FileProblem {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound => Self::NotFound,
            io::ErrorKind::NotADirectory => Self::FolderMissing,
            io::ErrorKind::IsADirectory => Self::IsFolder,
            io::ErrorKind::PermissionDenied => Self::NotAllowed,
            io::ErrorKind::ReadOnlyFilesystem => Self::ReadOnly,
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::DiskFull,
            _ => Self::Other(error.to_string()),
        }
    }
}

/// Sorts of things that a file numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sort {
    /// A scenario.
    Scenario,
    /// A lane.
    Lane,
    /// A phase.
    Phase,
    /// A role.
    Role,
    /// A servicescape element.
    Element,
    /// A step.
    Step,
    /// A link.
    Link,
    /// An item that customers judge.
    Item,
    /// An indicator.
    Indicator,
    /// An action of the plan.
    Action,
    /// A planning sheet.
    Sheet,
}

impl Sort {
    /// All sorts, in the order of the file.
    pub const ALL: [Self; 11] = [
        Self::Scenario,
        Self::Lane,
        Self::Phase,
        Self::Role,
        Self::Element,
        Self::Step,
        Self::Link,
        Self::Item,
        Self::Indicator,
        Self::Action,
        Self::Sheet,
    ];

    /// The field of the file that lists them.
    #[must_use]
    pub fn field(self) -> &'static str {
        match self {
            Self::Scenario => "scenarios",
            Self::Lane => "lanes",
            Self::Phase => "phases",
            Self::Role => "roles",
            Self::Element => "elements",
            Self::Step => "steps",
            Self::Link => "links",
            Self::Item => "items",
            Self::Indicator => "indicators",
            Self::Action => "actions",
            Self::Sheet => "sheets",
        }
    }
}

/// The thing that a mistake in a file belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Owner {
    /// What it is.
    pub sort: Sort,
    /// The number it has in the file, if it can be read.
    pub number: Option<u32>,
    /// Its name, if it has one that can be read.
    pub name: Option<String>,
}

/// What is wrong in a text.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum DecodeProblem {
    /// The bytes are no UTF-8 text.
    #[error("not UTF-8")]
    NotUtf8,
    /// It is not written as RON, or a field holds another sort of value.
    #[error("expected {0}")]
    Syntax(Expected),
    /// A value that its field does not take.
    #[error("{found}: {refusal}")]
    Value {
        /// What is written there.
        found: String,
        /// Why it is refused.
        refusal: Refusal,
    },
    /// A field that cannot be done without is not there.
    #[error("{field} is missing")]
    FieldMissing {
        /// The field.
        field: &'static str,
    },
    /// The parts do not fit together: duplicate or dangling numbers, missing names.
    #[error("{0}")]
    Parts(PartsError),
    /// A newer program wrote it, and this one cannot make sense of it.
    #[error("version {version}, newest known is {known}")]
    NewerVersion {
        /// The file's version.
        version: u32,
        /// The newest version known here.
        known: u32,
    },
}

/// Why a text is no blueprint, and where.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[error("{at}{problem}", at = .position.map_or_else(String::new, |at| format!("{at}: ")))]
pub struct DecodeError {
    /// Where in the text.
    pub position: Option<Position>,
    /// The fields and list places that lead there.
    pub path: Vec<Segment>,
    /// The step, link, role … that it belongs to.
    pub owner: Option<Owner>,
    /// What is wrong.
    pub problem: Box<DecodeProblem>,
}

impl DecodeError {
    /// The field that is wrong, such as `time`.
    #[must_use]
    pub fn field(&self) -> Option<&str> {
        self.path.iter().rev().find_map(|segment| match segment {
            Segment::Field(name) => Some(name.as_str()),
            Segment::Index(_) => None,
        })
    }
}

/// What kept a file from being opened.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum OpenProblem {
    /// It could not be read.
    #[error(transparent)]
    File(#[from] FileProblem),
    /// It is no blueprint, or a damaged one.
    #[error(transparent)]
    Decode(#[from] Box<DecodeError>),
}

/// A file that could not be opened.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[error("{path}: {problem}", path = .path.display())]
pub struct OpenError {
    /// The file.
    pub path: PathBuf,
    /// Why not.
    pub problem: OpenProblem,
}

/// A file that could not be saved; what was there before is still there.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{path}: {problem}", path = .path.display())]
pub struct SaveError {
    /// The file.
    pub path: PathBuf,
    /// Why not.
    pub problem: FileProblem,
}

/// What stands against replacing a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Conflict {
    /// It holds something else than was read from or written to it last.
    Changed,
    /// It is no longer there.
    Gone,
    /// The name, chosen anew, is taken.
    Exists,
}

/// Why a blueprint was not saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotSaved {
    /// Somebody must decide first.
    Conflict(Conflict),
    /// It could not be written.
    Failed(SaveError),
}
