//! What lies at a path, held against what was last read or written there.

use std::fs;
use std::path::Path;
use std::time::UNIX_EPOCH;

use serde::{Deserialize, Serialize};
use siphasher::sip::SipHasher13;

use super::errors::{FileProblem, OpenProblem};
use super::text_file::read_text;

/// A file's content in short: two contents with one fingerprint are taken for the same. It stays
/// the same between versions and machines.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Fingerprint {
    /// How many bytes it has.
    bytes: u64,
    /// A hash of them.
    hash: u64,
}

impl Fingerprint {
    /// The fingerprint of a content. Linear in its length, about a gigabyte a second.
    #[must_use]
    pub fn of(content: &[u8]) -> Self {
        Self { bytes: content.len() as u64, hash: SipHasher13::new().hash(content) }
    }

    /// The hash of the content.
    pub(super) fn hash(self) -> u64 {
        self.hash
    }

    /// How many bytes the content has.
    #[must_use]
    pub fn bytes(self) -> u64 {
        self.bytes
    }
}

/// What the system says of a file without reading it: by this it is told from another at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp {
    bytes: u64,
    /// Nanoseconds since 1970; not every disk knows.
    modified: Option<u128>,
}

impl Stamp {
    /// What is said of what lies at a path now; `None` where nothing does.
    #[must_use]
    pub fn at(path: &Path) -> Option<Self> {
        fs::metadata(path).ok().as_ref().map(Self::of)
    }

    pub(super) fn of(about: &fs::Metadata) -> Self {
        let modified = about.modified().ok();
        let modified = modified.and_then(|time| time.duration_since(UNIX_EPOCH).ok());
        Self { bytes: about.len(), modified: modified.map(|since| since.as_nanos()) }
    }
}

/// Reads a file; what the system said of it just before comes with it.
pub(super) fn with_stamp<T>(
    path: &Path,
    read: impl FnOnce(&Path) -> Result<T, OpenProblem>,
) -> Result<(T, Option<Stamp>), OpenProblem> {
    let stamp = fs::metadata(path).ok().as_ref().map(Stamp::of);
    read(path).map(|content| (content, stamp))
}

/// What a file held when it was last read or written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Known {
    /// Its content in short.
    pub content: Fingerprint,
    /// What the system said of it then, so that a look need not read it.
    pub(super) stamp: Option<Stamp>,
}

impl From<Fingerprint> for Known {
    fn from(content: Fingerprint) -> Self {
        Self { content, stamp: None }
    }
}

/// What lies at a path now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OnDisk {
    /// What is known.
    Same,
    /// Something else.
    Changed,
    /// Nothing.
    Gone,
}

/// Looks whether a file is still as it is known. It is read only if its size or its time of change
/// differ.
///
/// # Errors
/// [`FileProblem`] if it cannot be looked at.
pub fn look(path: impl AsRef<Path>, known: &Known) -> Result<OnDisk, FileProblem> {
    let path = path.as_ref();
    match fs::metadata(path) {
        Ok(about) if known.stamp.is_some_and(|stamp| stamp == Stamp::of(&about)) => {
            Ok(OnDisk::Same)
        }
        Ok(_) => compare(path, known.content),
        Err(error) => gone_or(error.into()),
    }
}

/// Reads a file and holds it against a content.
pub(super) fn compare(path: &Path, content: Fingerprint) -> Result<OnDisk, FileProblem> {
    match with_stamp(path, read_text) {
        Ok((text, _)) if Fingerprint::of(text.as_bytes()) == content => Ok(OnDisk::Same),
        // What is no text, or too long, cannot be what was read or written.
        Ok(_) | Err(OpenProblem::Decode(_) | OpenProblem::File(FileProblem::TooLarge { .. })) => {
            Ok(OnDisk::Changed)
        }
        Err(OpenProblem::File(problem)) => gone_or(problem),
    }
}

fn gone_or(problem: FileProblem) -> Result<OnDisk, FileProblem> {
    match problem {
        FileProblem::NotFound => Ok(OnDisk::Gone),
        other => Err(other),
    }
}
