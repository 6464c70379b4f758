//! A text file, read whole.

use std::fs;
use std::io::Read;
use std::path::Path;

use super::errors::{DecodeError, DecodeProblem, FileProblem, OpenProblem};
use super::outline::position_of;

/// The largest file that is opened or saved, in bytes: 64 MiB. A blueprint of 5,000 steps takes
/// about one.
pub const LARGEST_FILE: u64 = 64 * 1024 * 1024;

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
