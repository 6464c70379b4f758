//! The report of a problem as a file, and what the program leaves behind when it ends unexpectedly,
//! beside the preferences, for the next start.

use std::fs;
use std::path::{Path, PathBuf};

use super::disk::{Replace, write_text};
use super::errors::{Conflict, FileProblem, NotSaved, SaveError};
use super::preferences::PreferenceStore;
use super::text_file::read_text;

const FILE_NAME: &str = "last-crash.txt";

/// The most that is left behind, in bytes.
const MOST: usize = 256 * 1024;

/// Writes a report or a table, whole or not at all.
///
/// # Errors
/// [`NotSaved`]: the name is taken and `replaces` does not say that this was asked about, or the
/// disk has something against it.
pub fn save_text(path: &Path, text: &str, replaces: Replace) -> Result<(), NotSaved> {
    if replaces != Replace::Anything && path.exists() {
        return Err(NotSaved::Conflict(Conflict::Exists));
    }
    write_text(path, text).map(|_| ()).map_err(|problem| failed(path.to_owned(), problem))
}

fn failed(path: PathBuf, problem: FileProblem) -> NotSaved {
    NotSaved::Failed(SaveError { path, problem })
}

impl PreferenceStore {
    /// Keeps what the program leaves behind, in the place of what was left before; of a long text
    /// the beginning.
    ///
    /// # Errors
    /// [`SaveError`]; what was left before is as it was.
    pub fn keep_last_words(&self, text: &str) -> Result<(), SaveError> {
        let path = self.last_words_file();
        let text = text.get(..text.floor_char_boundary(MOST)).unwrap_or_default();
        fs::create_dir_all(self.folder())
            .map_err(FileProblem::from)
            .and_then(|()| write_text(&path, text))
            .map(|_| ())
            .map_err(|problem| SaveError { path, problem })
    }

    /// What the program left behind, if it ended unexpectedly. A file that cannot be read is as good
    /// as none, or larger than any that was kept.
    #[must_use]
    pub fn last_words(&self) -> Option<String> {
        let path = self.last_words_file();
        let is_small = fs::metadata(&path).ok()?.len() <= MOST as u64;
        if is_small { read_text(&path).ok() } else { None }
    }

    /// Forgets what the program left behind.
    pub fn forget_last_words(&self) {
        let path = self.last_words_file();
        if let Err(error) = fs::remove_file(&path)
            && error.kind() != std::io::ErrorKind::NotFound
        {
            log::warn!("{}: {error}", path.display());
        }
    }

    fn last_words_file(&self) -> PathBuf {
        self.folder().join(FILE_NAME)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_behind_is_bounded() {
        let folder = tempfile::tempdir().expect("a folder");
        let store = PreferenceStore::in_folder(folder.path());
        store.keep_last_words(&"夜".repeat(MOST)).expect("kept");
        let words = store.last_words().expect("read");
        assert!(words.len() <= MOST && words.len() > MOST - 4);
        fs::write(folder.path().join(FILE_NAME), vec![b'x'; MOST + 1]).expect("written");
        assert_eq!(store.last_words(), None);
    }

    #[test]
    fn a_report_takes_no_name_that_is_taken_unless_that_was_asked() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("report.txt");
        assert_eq!(save_text(&path, "one", Replace::Nothing), Ok(()));
        let taken = NotSaved::Conflict(Conflict::Exists);
        assert_eq!(save_text(&path, "two", Replace::Nothing), Err(taken));
        assert_eq!(save_text(&path, "two", Replace::Anything), Ok(()));
        assert_eq!(fs::read_to_string(&path).expect("read"), "two");
    }
}
