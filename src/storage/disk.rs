//! Blueprints as files: read whole, written whole or not at all.

use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use atomic_write_file::AtomicWriteFile;

use super::errors::{DecodeError, DecodeProblem, FileProblem, OpenError, OpenProblem, SaveError};
use super::outline::position_of;
use super::reading::{Opened, decode};
use super::writing::encode;
use crate::blueprint::Blueprint;

/// The largest file that is opened or saved, in bytes: 64 MiB. A blueprint of 5,000 steps takes
/// about one.
pub const LARGEST_FILE: u64 = 64 * 1024 * 1024;

/// How many symbolic links in a row are followed, as on most systems.
const MOST_SYMLINKS: usize = 40;

/// Opens a blueprint.
///
/// # Errors
/// [`OpenError`]: the file cannot be read, is too large, or is no blueprint.
pub fn open(path: impl AsRef<Path>) -> Result<Opened, OpenError> {
    let path = path.as_ref();
    read_text(path)
        .and_then(|text| Ok(decode(&text).map_err(Box::new)?))
        .map_err(|problem| OpenError { path: path.to_owned(), problem })
}

/// Saves a blueprint. The file is replaced in one go: after a crash or an error the old one is
/// still whole. Permissions are kept, a symbolic link is followed.
///
/// # Errors
/// [`SaveError`]; the old file is as it was.
pub fn save(path: impl AsRef<Path>, blueprint: &Blueprint) -> Result<(), SaveError> {
    let path = path.as_ref();
    let text = encode(blueprint);
    let size = text.len() as u64;
    let written = if size > LARGEST_FILE {
        Err(FileProblem::TooLarge { size, most: LARGEST_FILE })
    } else {
        write_text(path, &text)
    };
    written.map_err(|problem| SaveError { path: path.to_owned(), problem })
}

/// Reads a text file of at most [`LARGEST_FILE`] bytes.
pub(super) fn read_text(path: &Path) -> Result<String, OpenProblem> {
    let about = fs::metadata(path).map_err(FileProblem::from)?;
    if about.is_dir() {
        return Err(FileProblem::IsFolder.into());
    }
    if !about.is_file() {
        // Reading a pipe could wait for ever.
        return Err(FileProblem::NotAFile.into());
    }
    let too_large = |size| FileProblem::TooLarge { size, most: LARGEST_FILE };
    if about.len() > LARGEST_FILE {
        return Err(too_large(about.len()).into());
    }
    let mut bytes = Vec::new();
    fs::File::open(path)
        .and_then(|file| file.take(LARGEST_FILE + 1).read_to_end(&mut bytes))
        .map_err(FileProblem::from)?;
    let size = bytes.len() as u64;
    if size > LARGEST_FILE {
        // It grew while it was read.
        return Err(too_large(size).into());
    }
    String::from_utf8(bytes).map_err(|error| {
        let valid = error.utf8_error().valid_up_to();
        let start = String::from_utf8_lossy(error.as_bytes().get(..valid).unwrap_or_default());
        let position = Some(position_of(&start, start.len()));
        let problem = Box::new(DecodeProblem::NotUtf8);
        Box::new(DecodeError { position, path: Vec::new(), owner: None, problem }).into()
    })
}

/// Writes a text file, whole or not at all.
pub(super) fn write_text(path: &Path, text: &str) -> Result<(), FileProblem> {
    let target = follow(path)?;
    match fs::metadata(&target) {
        Ok(about) if about.is_dir() => return Err(FileProblem::IsFolder),
        Ok(about) if !about.is_file() => return Err(FileProblem::NotAFile),
        // Replacing a file asks the folder only, so the file's own mark must be minded here.
        Ok(about) if about.permissions().readonly() => return Err(FileProblem::ReadOnly),
        Ok(_) => {}
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty());
            if folder.is_some_and(|folder| !folder.is_dir()) {
                return Err(FileProblem::FolderMissing);
            }
        }
        Err(error) => return Err(error.into()),
    }
    let mut file = AtomicWriteFile::open(&target)?;
    file.write_all(text.as_bytes())?;
    file.commit()?;
    Ok(())
}

/// Where a path leads if it is a symbolic link, even to a file that is not there yet.
fn follow(path: &Path) -> Result<PathBuf, FileProblem> {
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
