//! Looking for an earlier version of a blueprint among the files beside it.

use std::fs;
use std::path::{Path, PathBuf};

use super::disk::open;
use super::writing::model_fingerprint;
use crate::blueprint::Blueprint;

/// How many files are read at most, and how large one may be, in bytes.
const MOST_FILES: usize = 200;
const LARGEST: u64 = 8 << 20;

/// The file in a folder whose model has a fingerprint, as a review keeps it; the first by name. What cannot be read
/// is passed over. Reads each blueprint of the folder until it is found.
#[must_use]
pub fn find_version(folder: &Path, fingerprint: &str) -> Option<(PathBuf, Blueprint)> {
    // The folder of a bare file name is blank, and means the one that the program was started in.
    let here = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let entries = fs::read_dir(here).ok()?;
    let is_blueprint = |path: &PathBuf| path.extension().is_some_and(|ending| ending == "ron");
    let mut paths: Vec<PathBuf> =
        entries.filter_map(|entry| Some(entry.ok()?.path())).filter(is_blueprint).collect();
    paths.sort();
    let small = |path: &PathBuf| fs::metadata(path).is_ok_and(|about| about.len() <= LARGEST);
    paths.into_iter().take(MOST_FILES).filter(small).find_map(|path| {
        let blueprint = open(&path).ok()?.blueprint;
        (model_fingerprint(&blueprint) == fingerprint).then_some((path, blueprint))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::storage::{encode, sample};

    #[test]
    fn a_version_is_found_among_other_files() {
        let folder = tempfile::tempdir().unwrap();
        let office = sample("driver-licence-office").unwrap().open().unwrap();
        let mut other = office.clone();
        other.set_title("Another".to_owned());
        for (name, blueprint) in [("a.ron", &other), ("b.ron", &office)] {
            fs::write(folder.path().join(name), encode(blueprint)).unwrap();
        }
        fs::write(folder.path().join("0.ron"), "no blueprint").unwrap();
        let found = find_version(folder.path(), &model_fingerprint(&office));
        assert_eq!(found.unwrap().0, folder.path().join("b.ron"));
        assert!(find_version(folder.path(), "000000000000").is_none());
        // A bare name has a blank folder: looked for where the program was started.
        let bare = Path::new("licence.ron").parent().unwrap();
        assert!(find_version(bare, "000000000000").is_none());
    }
}
