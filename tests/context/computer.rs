//! A computer: a folder with files and preferences, which outlives the program.

use std::path::{Path, PathBuf};

use onstage::blueprint::Blueprint;
use onstage::storage::preferences::{PreferenceStore, Preferences};
use onstage::storage::{self, sample};

use super::Person;

/// A computer, gone with all its files at the end of the test.
pub struct Computer {
    folder: tempfile::TempDir,
}

impl Computer {
    pub fn new() -> Self {
        Self { folder: tempfile::tempdir().expect("a folder") }
    }

    /// A computer with the licence office as a file.
    pub fn with_office() -> (Self, PathBuf) {
        let computer = Self::new();
        let office = sample("driver-licence-office").expect("shipped");
        let path = computer.save("office.ron", &office.open().expect("a sample"));
        (computer, path)
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Writes a file.
    pub fn file(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        std::fs::write(&path, content).expect("a file");
        path
    }

    /// Writes a blueprint into a file.
    pub fn save(&self, name: &str, blueprint: &Blueprint) -> PathBuf {
        let path = self.path(name);
        storage::save(&path, blueprint).expect("saved");
        path
    }

    pub fn preferences(&self) -> PreferenceStore {
        PreferenceStore::in_folder(self.path("preferences"))
    }

    /// Keeps files as those that were opened before.
    pub fn remember(&self, recent: &[&Path]) {
        let mut preferences = Preferences::default();
        for path in recent {
            preferences.remember(path);
        }
        self.preferences().save(&preferences).expect("saved");
    }

    /// Starts the program, on a file or on what it opens by itself.
    pub fn start(&self, file: Option<&Path>) -> Person {
        let setup = file.map_or_else(Person::at_first_sample, Person::at_file);
        setup.on_computer(self).open()
    }

    /// The recovery copies, wherever they lie.
    pub fn copies(&self) -> Vec<PathBuf> {
        let folders = [self.folder.path().to_owned(), self.path("preferences/recovery")];
        let entries = folders.iter().filter_map(|folder| std::fs::read_dir(folder).ok());
        let paths = entries.flatten().flatten().map(|entry| entry.path());
        let is_copy = |path: &PathBuf| path.extension().is_some_and(|e| e == "onstage-recovery");
        paths.filter(is_copy).collect()
    }
}
