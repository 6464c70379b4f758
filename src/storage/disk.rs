//! Blueprints as files: read whole, written whole or not at all.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use atomic_write_file::AtomicWriteFile;

use super::comments::{Comments, encode_with};
use super::errors::{Conflict, FileProblem, NotSaved, OpenError, OpenProblem, SaveError};
use super::on_disk::{Fingerprint, Known, OnDisk, Stamp, compare, with_stamp};
use super::reading::{Opened, decode};
use super::text_file::{LARGEST_FILE, read_text};
use crate::blueprint::Blueprint;

/// How many symbolic links in a row are followed, as on most systems.
const MOST_SYMLINKS: usize = 40;

/// What a save may replace.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Replace {
    /// Whatever is there.
    Anything,
    /// Only what is known to be there.
    Only(Fingerprint),
    /// Nothing: the name must be free.
    Nothing,
}

/// Opens a blueprint.
///
/// # Errors
/// [`OpenError`]: the file cannot be read, is too large, or is no blueprint.
pub fn open(path: impl AsRef<Path>) -> Result<Opened, OpenError> {
    open_known(path).map(|(opened, _)| opened)
}

/// Opens a blueprint and says what the file held, so that it is noticed when somebody else changes
/// it.
///
/// # Errors
/// As [`open()`].
pub fn open_known(path: impl AsRef<Path>) -> Result<(Opened, Known), OpenError> {
    profiling::function_scope!();
    let path = path.as_ref();
    read_known(path).map_err(|problem| OpenError { path: path.to_owned(), problem })
}

pub(super) fn read_known(path: &Path) -> Result<(Opened, Known), OpenProblem> {
    let (text, stamp) = with_stamp(path, read_text)?;
    let opened = decode(&text).map_err(Box::new)?;
    Ok((opened, Known { content: Fingerprint::of(text.as_bytes()), stamp }))
}

/// Saves a blueprint. The file is replaced in one go: after a crash or an error the old one is
/// still whole. Permissions are kept, a symbolic link is followed.
///
/// # Errors
/// [`SaveError`]; the old file is as it was.
pub fn save(path: impl AsRef<Path>, blueprint: &Blueprint) -> Result<(), SaveError> {
    match save_over(path, blueprint, Replace::Anything) {
        Err(NotSaved::Failed(error)) => Err(error),
        // Whoever replaces anything meets no conflict.
        Ok(_) | Err(NotSaved::Conflict(_)) => Ok(()),
    }
}

/// Saves a blueprint unless that would replace something that it may not, and says what the file
/// holds now. A file that holds just this already is no conflict.
///
/// What somebody else writes between the look and the replacing is not seen: that takes a
/// thousandth of a second.
///
/// # Errors
/// [`NotSaved`]; the old file is as it was.
pub fn save_over(
    path: impl AsRef<Path>,
    blueprint: &Blueprint,
    replace: Replace,
) -> Result<Known, NotSaved> {
    save_with(path, blueprint, &Comments::default(), replace)
}

/// As [`save_over`], and keeps the comments that were written into the file by hand.
///
/// # Errors
/// As [`save_over`].
pub fn save_with(
    path: impl AsRef<Path>,
    blueprint: &Blueprint,
    comments: &Comments,
    replace: Replace,
) -> Result<Known, NotSaved> {
    profiling::function_scope!();
    let path = path.as_ref();
    let failed = |problem| NotSaved::Failed(SaveError { path: path.to_owned(), problem });
    let text = encode_with(blueprint, comments);
    let content = Fingerprint::of(text.as_bytes());
    let size = text.len() as u64;
    if size > LARGEST_FILE {
        return Err(failed(FileProblem::TooLarge { size, most: LARGEST_FILE }));
    }
    if let Some(conflict) = conflict(path, content, replace).map_err(failed)? {
        return Err(NotSaved::Conflict(conflict));
    }
    let stamp = write_text(path, &text).map_err(failed)?;
    Ok(Known { content, stamp })
}

/// What stands against writing a content to a path.
fn conflict(
    path: &Path,
    content: Fingerprint,
    replace: Replace,
) -> Result<Option<Conflict>, FileProblem> {
    let expected = match replace {
        Replace::Anything => return Ok(None),
        Replace::Only(expected) => expected,
        Replace::Nothing => content,
    };
    Ok(match (compare(path, expected)?, replace) {
        (OnDisk::Same, _) | (OnDisk::Gone, Replace::Nothing) => None,
        (OnDisk::Changed, _) if compare(path, content)? == OnDisk::Same => None,
        (OnDisk::Changed, Replace::Nothing) => Some(Conflict::Exists),
        (OnDisk::Changed, _) => Some(Conflict::Changed),
        // Without its folder it cannot be written either; saying so helps more.
        (OnDisk::Gone, _) => folder_of(path).is_none_or(Path::is_dir).then_some(Conflict::Gone),
    })
}

/// The folder that a path names, if it names one.
fn folder_of(path: &Path) -> Option<&Path> {
    path.parent().filter(|folder| !folder.as_os_str().is_empty())
}

/// Writes a text file, whole or not at all; answers what the system says of it then.
pub(super) fn write_text(path: &Path, text: &str) -> Result<Option<Stamp>, FileProblem> {
    profiling::function_scope!();
    let target = follow(path)?;
    match fs::metadata(&target) {
        Ok(about) if about.is_dir() => return Err(FileProblem::IsFolder),
        Ok(about) if !about.is_file() => return Err(FileProblem::NotAFile),
        // Replacing a file asks the folder only, so the file's own mark must be minded here.
        Ok(about) if about.permissions().readonly() => return Err(FileProblem::ReadOnly),
        Ok(_) => {}
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            if folder_of(&target).is_some_and(|folder| !folder.is_dir()) {
                return Err(FileProblem::FolderMissing);
            }
        }
        Err(error) => return Err(error.into()),
    }
    let mut file = AtomicWriteFile::open(&target).map_err(|error| match error.kind() {
        // Its folder was there a moment ago, so that it is the new file that cannot be.
        std::io::ErrorKind::NotFound => FileProblem::NoNewFiles,
        _ => error.into(),
    })?;
    file.write_all(text.as_bytes())?;
    // It keeps its time when it takes its name; later, somebody else may have replaced it.
    let stamp = file.metadata().ok().as_ref().map(Stamp::of);
    file.commit()?;
    Ok(stamp)
}

/// Where a path leads if it is a symbolic link, even to a file that is not there yet.
pub(super) fn follow(path: &Path) -> Result<PathBuf, FileProblem> {
    let mut target = path.to_owned();
    for _ in 0..MOST_SYMLINKS {
        match fs::read_link(&target) {
            Ok(next) => target = target.parent().unwrap_or(Path::new("")).join(next),
            // No link, or nothing there.
            Err(_) => return Ok(target),
        }
    }
    Err(FileProblem::NotFound)
}
