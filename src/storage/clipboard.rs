//! What was copied last, without loss: the system's clipboard takes a table of cells, and this file
//! beside the preferences keeps the rest of it, for this window and for any other.

use serde::{Deserialize, Serialize};

use super::disk::write_text;
use super::errors::{FileProblem, OpenProblem, SaveError};
use super::preferences::PreferenceStore;
use super::reading::decode;
use super::text_file::read_text;
use super::writing::encode;
use crate::blueprint::Blueprint;

const FILE_NAME: &str = "clipboard.ron";

/// The file.
#[derive(Serialize, Deserialize)]
struct Copied {
    /// The text that went to the system's clipboard with it.
    text: String,
    /// A blueprint that holds what was copied, as its own file would.
    blueprint: String,
}

impl PreferenceStore {
    /// Keeps what was copied together with the text that stands for it on the system's clipboard.
    ///
    /// # Errors
    /// [`SaveError`]; what was kept before is as it was.
    pub fn keep_copied(&self, text: &str, copied: &Blueprint) -> Result<(), SaveError> {
        let path = self.folder().join(FILE_NAME);
        let file = Copied { text: text.to_owned(), blueprint: encode(copied) };
        std::fs::create_dir_all(self.folder())
            .map_err(FileProblem::from)
            .and_then(|()| {
                let text = ron::to_string(&file);
                text.map_err(|error| FileProblem::Other(error.to_string()))
            })
            .and_then(|text| write_text(&path, &text))
            .map(|_| ())
            .map_err(|problem| SaveError { path, problem })
    }

    /// What was copied last, if `text` is what went to the clipboard with it. `None` where
    /// something else was copied since, or the file cannot be read, which only the log says: the
    /// text itself can still be pasted.
    #[must_use]
    pub fn copied(&self, text: &str) -> Option<Blueprint> {
        let path = self.folder().join(FILE_NAME);
        let file = match read_text(&path) {
            Ok(file) => file,
            Err(OpenProblem::File(FileProblem::NotFound)) => return None,
            Err(problem) => {
                log::warn!("{}: {problem:?}", path.display());
                return None;
            }
        };
        let copied: Copied = match ron::from_str(&file) {
            Ok(copied) => copied,
            Err(error) => {
                log::warn!("{}: {error}", path.display());
                return None;
            }
        };
        if !same_cells(&copied.text, text) {
            return None;
        }
        match decode(&copied.blueprint) {
            Ok(opened) => Some(opened.blueprint),
            Err(error) => {
                log::warn!("{}: {error:?}", path.display());
                None
            }
        }
    }
}

/// Whether two texts are the same but for what systems do to them: line ends, a mark at the start.
#[must_use]
pub fn same_cells(a: &str, b: &str) -> bool {
    let lines = |text: &str| -> Vec<String> {
        let text = text.trim_start_matches('\u{feff}').trim_end();
        text.lines().map(|line| line.trim_end_matches('\r').to_owned()).collect()
    };
    lines(a) == lines(b)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_copied_comes_back_for_its_own_text_alone() {
        let folder = tempfile::tempdir().unwrap();
        let store = PreferenceStore::in_folder(folder.path().join("onstage"));
        assert_eq!(store.copied("step\nGreet"), None, "nothing was copied yet");
        let blueprint = Blueprint::empty("“Shop”\n", "As-is");
        store.keep_copied("step\nGreet", &blueprint).unwrap();
        assert_eq!(store.copied("\u{feff}step\r\nGreet\r\n"), Some(blueprint));
        assert_eq!(store.copied("step\nServe"), None);
        std::fs::write(folder.path().join("onstage/clipboard.ron"), "(text:").unwrap();
        assert_eq!(store.copied("step\nGreet"), None, "a damaged file is passed over");
    }
}
