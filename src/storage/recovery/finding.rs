//! Finds the copies that other sessions left, and says what they hold.

use std::fs;
use std::path::{Path, PathBuf};

use super::copy;
use super::differences::Differences;
use super::session::{Session, real_place, session_in, stem_beside, stem_elsewhere};
use crate::blueprint::Blueprint;
use crate::storage::comments::Comments;
use crate::storage::disk::read_known;
use crate::storage::errors::{FileProblem, OpenProblem};
use crate::storage::on_disk::{Fingerprint, Known};
use crate::storage::reading::Opened;
use crate::storage::text_file::read_text;

/// How the names of damaged copies end.
const DAMAGED_ENDING: &str = ".onstage-damaged";

/// Who keeps a copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keeper {
    /// A program that ended without saving or throwing it away.
    Gone,
    /// Another window that is open now.
    Running,
    /// Nobody here: another computer or another person, who may be at it now.
    Elsewhere,
}

/// A copy that another session left.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// Where the copy lies; a damaged one where it was moved to.
    pub place: PathBuf,
    /// The file that it is meant for, as far as that is known.
    pub file: Option<PathBuf>,
    /// Who keeps it.
    pub keeper: Keeper,
    /// What it holds, or why that is lost.
    pub content: Result<Box<Content>, OpenProblem>,
}

/// What a copy holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Content {
    /// The work.
    pub blueprint: Blueprint,
    /// The comments of its file.
    pub comments: Comments,
    /// What the file held when the work on it began.
    pub base: Option<Fingerprint>,
    /// When the copy was written, in seconds since 1970.
    pub written: u64,
    /// Whether it holds what was proposed in a lesson.
    pub from_lesson: bool,
    /// The file as it is now.
    pub disk: DiskNow,
}

/// The file of a copy as it is now.
#[derive(Clone, Debug, PartialEq)]
pub enum DiskNow {
    /// The work was never saved.
    NoFile,
    /// The file is no longer there.
    Gone,
    /// The file cannot be read.
    Unreadable(OpenProblem),
    /// The file is there.
    There {
        /// What it holds.
        opened: Box<Opened>,
        /// The same in short.
        known: Known,
        /// From the file to the copy.
        differences: Differences,
        /// Whether it was changed since the work on it began.
        changed: bool,
    },
}

impl Session {
    /// The copies that other sessions left: those that lie beside no file, and those beside some
    /// files. Copies that hold just what is on disk are removed. Reads all of them: not for the
    /// thread of a window.
    #[must_use]
    pub fn find_all(&self, files: &[PathBuf]) -> Vec<Found> {
        let mut found: Vec<Found> = self.copies_in(self.folder(), |_| true, None).collect();
        for file in files {
            found.extend(self.find_beside(file));
        }
        found
    }

    /// The copies that other sessions left of one file. As [`Session::find_all`].
    #[must_use]
    pub fn find_for(&self, file: &Path) -> Vec<Found> {
        let elsewhere = stem_elsewhere(&real_place(file));
        let is_its = |stem: &[u8]| stem == elsewhere.as_bytes();
        let mut found: Vec<Found> = self.copies_in(self.folder(), is_its, Some(file)).collect();
        found.extend(self.find_beside(file));
        found
    }

    /// Removes a copy that is no longer wanted; one that is not there is none either. The lock that
    /// its session left goes with it.
    ///
    /// # Errors
    /// [`FileProblem`] if the copy stays.
    pub fn remove(&self, place: &Path) -> Result<(), FileProblem> {
        match fs::remove_file(place) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error.into()),
            _ => {}
        }
        if let Some((_, session)) = place.file_name().and_then(session_in)
            && session != self.name()
            && self.keeper(session) == Keeper::Gone
        {
            // An empty file that stays does no harm.
            let _ = fs::remove_file(self.lock_of(session));
        }
        Ok(())
    }

    fn find_beside(&self, file: &Path) -> Vec<Found> {
        let file = real_place(file);
        let Some((folder, stem)) = file.parent().zip(stem_beside(&file)) else {
            return Vec::new();
        };
        let is_its = |other: &[u8]| other == stem.as_encoded_bytes();
        self.copies_in(folder, is_its, Some(&file)).collect()
    }

    /// The other sessions' copies in a folder whose names begin as wanted, in the order of their
    /// names. A folder that cannot be read has none.
    fn copies_in(
        &self,
        folder: &Path,
        wanted: impl Fn(&[u8]) -> bool,
        file: Option<&Path>,
    ) -> impl Iterator<Item = Found> {
        let entries = fs::read_dir(folder).into_iter().flatten().flatten();
        let mut copies: Vec<(PathBuf, String)> = entries
            .filter_map(|entry| {
                let name = entry.file_name();
                let (stem, session) = session_in(&name)?;
                let others = session != self.name();
                (others && wanted(stem)).then(|| (entry.path(), session.to_owned()))
            })
            .collect();
        copies.sort();
        copies.into_iter().filter_map(move |(place, session)| self.read(place, &session, file))
    }

    /// Reads a copy; nothing if it is not worth a word.
    fn read(&self, place: PathBuf, session: &str, file: Option<&Path>) -> Option<Found> {
        let keeper = self.keeper(session);
        let file = file.map(Path::to_owned);
        let read =
            read_text(&place).and_then(|text| copy::from_text(&text).map_err(OpenProblem::from));
        let (head, Opened { blueprint, comments, .. }) = match read {
            Ok(read) => read,
            // It was removed meanwhile.
            Err(OpenProblem::File(FileProblem::NotFound)) => return None,
            Err(problem) => {
                let place = match problem {
                    OpenProblem::Decode(_) => set_aside(place),
                    OpenProblem::File(_) => place,
                };
                return Some(Found { place, file, keeper, content: Err(problem) });
            }
        };
        let file = file.or_else(|| head.file());
        let disk =
            file.as_deref().map_or(DiskNow::NoFile, |file| disk_now(file, &blueprint, head.base));
        if let DiskNow::There { differences, .. } = &disk
            && differences.is_none()
            && keeper == Keeper::Gone
        {
            // The program ended between a save and the removal of its copy.
            let _ = self.remove(&place);
            return None;
        }
        let (base, written, from_lesson) = (head.base, head.written, head.lesson);
        let content = Content { blueprint, comments, base, written, from_lesson, disk };
        Some(Found { place, file, keeper, content: Ok(Box::new(content)) })
    }

    /// Who keeps the copies of a session.
    fn keeper(&self, session: &str) -> Keeper {
        let Ok(lock) = fs::File::open(self.lock_of(session)) else { return Keeper::Elsewhere };
        match lock.try_lock_shared() {
            Ok(()) => Keeper::Gone,
            Err(fs::TryLockError::WouldBlock) => Keeper::Running,
            // The disk knows no locks, so nobody can tell.
            Err(fs::TryLockError::Error(_)) => Keeper::Elsewhere,
        }
    }
}

fn disk_now(file: &Path, copy: &Blueprint, base: Option<Fingerprint>) -> DiskNow {
    match read_known(file) {
        Ok((opened, known)) => DiskNow::There {
            differences: Differences::between(&opened.blueprint, copy),
            changed: base.is_some_and(|base| base != known.content),
            opened: Box::new(opened),
            known,
        },
        Err(OpenProblem::File(FileProblem::NotFound | FileProblem::FolderMissing)) => DiskNow::Gone,
        Err(problem) => DiskNow::Unreadable(problem),
    }
}

/// Gives a damaged copy a name under which it is not found again; answers where it lies.
fn set_aside(place: PathBuf) -> PathBuf {
    let mut aside = place.clone().into_os_string();
    aside.push(DAMAGED_ENDING);
    let aside = PathBuf::from(aside);
    if fs::rename(&place, &aside).is_ok() { aside } else { place }
}
