//! Recovery copies of the open document: when they are written, when they go, what others left.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use egui::Context;

use crate::background::{Failure, Task};
use crate::blueprint::Blueprint;
use crate::storage::recovery::{Draft, Found, Keeper, Session};
use crate::storage::{Comments, Fingerprint, SaveError};

/// How long after the last change a copy is written, in seconds.
const PAUSE: f64 = 3.0;

/// How long after the first change that no copy holds it is written at the latest, in seconds.
const LATEST: f64 = 10.0;

/// How long the end of the program waits for work under way.
const PATIENCE: Duration = Duration::from_secs(3);

/// What the clock says, since 1970.
fn since_1970() -> Duration {
    // A clock that is set before 1970 makes copies look old, no worse.
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default()
}

/// What the clock says, in seconds since 1970.
pub(super) fn clock() -> u64 {
    since_1970().as_secs()
}

/// Unsaved work with what its copy says of the file.
#[derive(Clone, Debug)]
pub(super) struct Unsaved {
    pub blueprint: Arc<Blueprint>,
    pub comments: Arc<Comments>,
    pub file: Option<PathBuf>,
    pub base: Option<Fingerprint>,
    /// Whether it holds what was proposed in a lesson that is given.
    pub from_lesson: bool,
}

impl Unsaved {
    fn is(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.blueprint, &other.blueprint)
            && self.file == other.file
            && self.base == other.base
            && self.from_lesson == other.from_lesson
    }

    fn keep(&self, session: &Session) -> Result<PathBuf, SaveError> {
        session.keep(Draft {
            blueprint: &self.blueprint,
            comments: &self.comments,
            file: self.file.as_deref(),
            base: self.base,
            now: clock(),
            from_lesson: self.from_lesson,
        })
    }
}

/// What was done off the window's thread.
enum Done {
    Kept(Result<PathBuf, SaveError>),
    Removed,
}

/// Keeps a copy of unsaved work. Without a session it keeps none.
pub(super) struct Recovery {
    session: Option<Arc<Session>>,
    /// The version that was seen last; none while nothing is unsaved.
    seen: Option<Unsaved>,
    /// When the first and the last change were seen that no copy holds.
    changed: Option<(f64, f64)>,
    /// Where the copy lies.
    place: Option<PathBuf>,
    /// The copies that the document was recovered from: they stay until it has one of its own.
    origins: Vec<PathBuf>,
    /// Copies to be removed.
    unwanted: Vec<PathBuf>,
    work: Task<(), Done>,
    search: Task<(), Vec<Found>>,
    /// What was found and is to be offered.
    found: Vec<Found>,
    /// Copies that are offered or were decided on: once in a run is enough.
    offered: BTreeSet<PathBuf>,
    /// Why no copy can be kept, until somebody was told.
    trouble: Option<Trouble>,
    told: bool,
}

/// Why no copy can be kept.
#[derive(Debug)]
pub(super) enum Trouble {
    /// It could not be written.
    NotWritten(SaveError),
    /// The work broke off.
    Failed(Failure),
}

impl Default for Recovery {
    fn default() -> Self {
        Self {
            session: None,
            seen: None,
            changed: None,
            place: None,
            origins: Vec::new(),
            unwanted: Vec::new(),
            work: Task::waiting("recovery copy"),
            search: Task::waiting("find recovery copies"),
            found: Vec::new(),
            offered: BTreeSet::new(),
            trouble: None,
            told: false,
        }
    }
}

impl Recovery {
    /// Keeps copies with the help of a folder of preferences.
    pub fn new(preferences: Option<&Path>) -> Self {
        let now = u64::try_from(since_1970().as_millis()).unwrap_or(u64::MAX);
        let session = preferences.map(|folder| Arc::new(Session::new(folder, now)));
        Self { session, ..Self::default() }
    }

    /// The session, for work with files off the window's thread.
    pub fn session(&self) -> Option<Arc<Session>> {
        self.session.clone()
    }

    /// Whether copies are looked for, written or removed.
    pub fn is_busy(&self) -> bool {
        self.work.is_busy() || self.search.is_busy()
    }

    /// Where the copy of the open document lies.
    pub fn place(&self) -> Option<&Path> {
        self.place.as_deref()
    }

    /// Looks for copies that lie beside no file, and beside some files.
    pub fn search(&mut self, ctx: &Context, files: Vec<PathBuf>) {
        let Some(session) = self.session() else { return };
        self.search.start((), ctx, move |_| session.find_all(&files));
    }

    /// Takes over what was found beside a file that was opened.
    pub fn add_found(&mut self, found: Vec<Found>) {
        for copy in found {
            // Another window keeps its own work.
            if copy.keeper != Keeper::Running && self.offered.insert(copy.place.clone()) {
                self.found.push(copy);
            }
        }
    }

    /// Copies whose offer was left unanswered: they are offered again where their file is opened.
    pub fn postpone<'a>(&mut self, places: impl Iterator<Item = &'a Path>) {
        for place in places {
            self.offered.remove(place);
        }
    }

    /// What there is to offer; handed out once.
    pub fn take_found(&mut self) -> Vec<Found> {
        std::mem::take(&mut self.found)
    }

    /// Why no copy can be kept; said once.
    pub fn take_trouble(&mut self) -> Option<Trouble> {
        let trouble = self.trouble.take().filter(|_| !self.told);
        self.told |= trouble.is_some();
        trouble
    }

    /// The open document was recovered from a copy: it gets one of its own at once.
    pub fn recovered_from(&mut self, origin: PathBuf) {
        self.origins.push(origin);
    }

    /// Removes a copy that nobody wants.
    pub fn remove(&mut self, place: PathBuf) {
        self.unwanted.push(place);
    }

    /// The document needs no copy any more: it is saved, or thrown away on purpose.
    pub fn release(&mut self) {
        self.seen = None;
        self.changed = None;
        self.unwanted.extend(self.place.take());
        self.unwanted.append(&mut self.origins);
    }

    /// Does what is due: `unsaved` is what there is to lose now.
    pub fn update(&mut self, ctx: &Context, unsaved: Option<Unsaved>) {
        self.fetch();
        if self.session.is_none() {
            return;
        }
        let now = ctx.time();
        match unsaved {
            None => self.release(),
            Some(unsaved) => {
                if self.seen.as_ref().is_none_or(|seen| !seen.is(&unsaved)) {
                    self.changed = Some((self.changed.map_or(now, |(first, _)| first), now));
                    self.seen = Some(unsaved);
                }
            }
        }
        if !self.work.is_busy() {
            self.begin_work(ctx, now);
        }
    }

    fn begin_work(&mut self, ctx: &Context, now: f64) {
        let Some(session) = self.session() else { return };
        if !self.unwanted.is_empty() {
            let unwanted = std::mem::take(&mut self.unwanted);
            self.work.start((), ctx, move |_| {
                remove_all(&session, &unwanted);
                Done::Removed
            });
        } else if let (Some(seen), Some((first, last))) = (&self.seen, self.changed) {
            // What was just recovered must not hang on its old copy.
            let due =
                if self.origins.is_empty() { (last + PAUSE).min(first + LATEST) } else { now };
            if now < due {
                ctx.request_repaint_after(Duration::from_secs_f64((due - now).max(0.02)));
                return;
            }
            let seen = seen.clone();
            self.changed = None;
            self.work.start((), ctx, move |_| Done::Kept(seen.keep(&session)));
        }
    }

    fn fetch(&mut self) {
        if let Some(((), Ok(found))) = self.search.poll() {
            self.add_found(found);
        }
        if let Some(((), done)) = self.work.poll() {
            self.done(done);
        }
    }

    fn done(&mut self, done: Result<Done, Failure>) {
        match done {
            Ok(Done::Kept(kept)) => self.kept(kept),
            Ok(Done::Removed) => {}
            Err(failure) => {
                if matches!(failure, Failure::NoThread(_)) {
                    // It is tried again like a change.
                    self.seen = None;
                }
                self.trouble = Some(Trouble::Failed(failure));
            }
        }
    }

    fn kept(&mut self, kept: Result<PathBuf, SaveError>) {
        match kept {
            // It was saved or thrown away while the copy was written.
            Ok(place) if self.seen.is_none() => self.unwanted.push(place),
            Ok(place) => {
                self.unwanted.append(&mut self.origins);
                let before = self.place.replace(place);
                self.unwanted.extend(before.filter(|before| Some(before) != self.place.as_ref()));
            }
            Err(error) => {
                log::warn!("no recovery copy kept: {error}");
                self.trouble = Some(Trouble::NotWritten(error));
            }
        }
    }

    /// Ends the program: with work to keep its copy stays, else nothing does.
    pub fn finish(&mut self, unsaved: Option<&Unsaved>) {
        let Some(session) = self.session() else { return };
        if let Some(((), done)) = self.work.wait(PATIENCE) {
            self.done(done);
        }
        if let Some(unsaved) = unsaved {
            let kept = unsaved.keep(&session);
            self.kept(kept);
            remove_all(&session, &self.unwanted);
        } else {
            self.release();
            remove_all(&session, &self.unwanted);
            session.end();
        }
    }
}

fn remove_all(session: &Session, places: &[PathBuf]) {
    for place in places {
        if let Err(problem) = session.remove(place) {
            log::warn!("{}: recovery copy not removed: {problem}", place.display());
        }
    }
}
