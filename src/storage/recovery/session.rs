//! A running program and the copies that it keeps.

use std::ffi::{OsStr, OsString};
use std::fs;
use std::hash::Hasher;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Mutex, PoisonError};

use siphasher::sip::SipHasher13;

use super::copy;
use super::draft::Draft;
use crate::storage::disk::{follow, write_text};
use crate::storage::errors::{FileProblem, SaveError};

/// How the names of copies end.
pub(super) const ENDING: &str = ".onstage-recovery";

/// How the names of the locks end.
const LOCK_ENDING: &str = ".lock";

/// What copies of work without a file are called.
const UNTITLED: &str = "untitled";

/// Tells the sessions of one process apart.
static SESSIONS: AtomicU32 = AtomicU32::new(0);

/// A running program, as far as recovery goes.
#[derive(Debug)]
pub struct Session {
    /// The folder of the copies that lie beside no file, and of the locks.
    folder: PathBuf,
    name: String,
    /// Held from the first copy on, until the session ends or the process does.
    lock: Mutex<Option<fs::File>>,
}

impl Session {
    /// A session that keeps what lies beside no file below the folder of the preferences. Nothing
    /// is written before the first copy. `now` is in milliseconds since 1970; with the number of
    /// the process it makes a name that no other session has.
    #[must_use]
    pub fn new(preferences: &Path, now: u64) -> Self {
        let number = SESSIONS.fetch_add(1, Ordering::Relaxed);
        let name = format!("{}-{now:x}-{number}", std::process::id());
        Self { folder: preferences.join("recovery"), name, lock: Mutex::new(None) }
    }

    /// Keeps a copy of unsaved work and answers where. The copy lies beside the file if its folder
    /// can be written, else with those that have no file.
    ///
    /// # Errors
    /// [`SaveError`] if it can be written in neither place.
    pub fn keep(&self, draft: Draft<'_>) -> Result<PathBuf, SaveError> {
        profiling::function_scope!();
        let failed = |path: &Path| {
            let path = path.to_owned();
            move |problem| SaveError { path, problem }
        };
        let file = draft.file.map(real_place);
        let text = copy::to_text(&Draft { file: file.as_deref(), ..draft })
            .map_err(|error| FileProblem::Other(error.to_string()))
            .map_err(failed(&self.folder))?;
        self.hold_lock().map_err(failed(&self.folder))?;
        if let Some(place) = file.as_deref().and_then(|file| self.beside(file))
            && write_hidden(&place, &text).is_ok()
        {
            return Ok(place);
        }
        let untitled = || match draft.number {
            0 => UNTITLED.to_owned(),
            number => format!("{UNTITLED}-{number}"),
        };
        let stem = file.as_deref().map_or_else(untitled, stem_elsewhere);
        let place = self.folder.join(format!("{stem}.{}{ENDING}", self.name));
        write_text(&place, &text).map_err(failed(&place))?;
        Ok(place)
    }

    /// Ends a session whose copies were removed: nothing of it stays. One that is only dropped
    /// leaves its copies to be recovered.
    pub fn end(&self) {
        if self.lock().take().is_some() {
            // A lock that stays is swept away with the session's last copy.
            let _ = fs::remove_file(self.lock_of(&self.name));
        }
    }

    /// The folder of the copies that lie beside no file.
    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    /// What the session is called in the names of its copies.
    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// Where the lock of a session lies.
    pub(super) fn lock_of(&self, session: &str) -> PathBuf {
        self.folder.join(format!("{session}{LOCK_ENDING}"))
    }

    fn beside(&self, file: &Path) -> Option<PathBuf> {
        let mut name = stem_beside(file)?;
        name.push(".");
        name.push(&self.name);
        name.push(ENDING);
        Some(file.with_file_name(name))
    }

    fn hold_lock(&self) -> Result<(), FileProblem> {
        let mut held = self.lock();
        if held.is_none() {
            fs::create_dir_all(&self.folder)?;
            let lock = fs::File::create(self.lock_of(&self.name))?;
            // Where the disk knows no locks, a copy in use is told by its age.
            let _ = lock.try_lock();
            *held = Some(lock);
        }
        Ok(())
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Option<fs::File>> {
        // The guarded value is whole whatever happened to who held it.
        self.lock.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Writes a copy that nobody is to stumble over: its name begins with a dot, which hides it on most
/// systems.
#[cfg(not(windows))]
fn write_hidden(place: &Path, text: &str) -> Result<(), FileProblem> {
    write_text(place, text).map(|_| ())
}

/// Writes a copy that nobody is to stumble over. Windows hides a file by a mark, which is set as the
/// file is made and stays when it takes its name.
#[cfg(windows)]
fn write_hidden(place: &Path, text: &str) -> Result<(), FileProblem> {
    use std::io::Write;
    use std::os::windows::fs::OpenOptionsExt;

    /// `FILE_ATTRIBUTE_HIDDEN` of the system.
    const HIDDEN: u32 = 0x2;
    let mut part = place.as_os_str().to_owned();
    part.push(".part");
    let part = PathBuf::from(part);
    let mut options = fs::OpenOptions::new();
    options.write(true).create(true).truncate(true).attributes(HIDDEN);
    let written = options.open(&part).and_then(|mut file| {
        file.write_all(text.as_bytes())?;
        file.sync_all()?;
        drop(file);
        fs::rename(&part, place)
    });
    if written.is_err() {
        // What was begun is worth nothing.
        let _ = fs::remove_file(&part);
    }
    Ok(written?)
}

/// Where a file really lies: absolute, behind all links.
pub(super) fn real_place(file: &Path) -> PathBuf {
    let file = follow(file).unwrap_or_else(|_| file.to_owned());
    std::path::absolute(&file).unwrap_or(file)
}

/// What the names of the copies beside a file begin with; hidden on most systems.
pub(super) fn stem_beside(file: &Path) -> Option<OsString> {
    let mut stem = OsString::from(".");
    stem.push(file.file_name()?);
    Some(stem)
}

/// What the names of a file's copies begin with where they do not lie beside it.
pub(super) fn stem_elsewhere(file: &Path) -> String {
    let mut hasher = SipHasher13::new();
    hasher.write(file.as_os_str().as_encoded_bytes());
    format!("{:016x}", hasher.finish())
}

/// The session that a copy's name tells, if it is the name of a copy: `stem.session.ending`.
pub(super) fn session_in(name: &OsStr) -> Option<(&[u8], &str)> {
    let name = name.as_encoded_bytes().strip_suffix(ENDING.as_bytes())?;
    let dot = name.iter().rposition(|byte| *byte == b'.')?;
    let (stem, session) = name.split_at(dot);
    Some((stem, std::str::from_utf8(session.get(1..)?).ok()?))
}
