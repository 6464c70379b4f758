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
    /// Which of the documents of the window it is: 0 for its own, from 1 those of the lessons of a playlist. Those
    /// without a file are told apart by it.
    pub number: usize,
    pub base: Option<Fingerprint>,
    /// Whether it holds what was proposed in a lesson that is given.
    pub from_lesson: bool,
}

impl Unsaved {
    fn is(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.blueprint, &other.blueprint)
            && self.is_of(other)
            && self.base == other.base
            && self.from_lesson == other.from_lesson
    }

    /// Whether it is the same document, whatever was done to it: one file is one, wherever it comes from.
    fn is_of(&self, other: &Self) -> bool {
        self.file == other.file && (self.file.is_some() || self.number == other.number)
    }

    fn keep(&self, session: &Session) -> Result<PathBuf, SaveError> {
        session.keep(Draft {
            blueprint: &self.blueprint,
            comments: &self.comments,
            file: self.file.as_deref(),
            number: self.number,
            base: self.base,
            now: clock(),
            from_lesson: self.from_lesson,
        })
    }
}

/// Work that would be lost beside that of the window, with its copy once there is one.
struct Beside {
    unsaved: Unsaved,
    place: Option<PathBuf>,
    /// Whether the copy holds it as it is.
    is_kept: bool,
}

/// What was done off the window's thread.
enum Done {
    Kept(Result<PathBuf, SaveError>),
    /// Work beside that of the window.
    KeptBeside(Box<Unsaved>, Result<PathBuf, SaveError>),
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
    /// What else would be lost: in files of their own, of which there is one each.
    beside: Vec<Beside>,
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
            beside: Vec::new(),
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

    /// Does what is due: `unsaved` is what there is to lose now, `others` what there is beside in other files.
    pub fn update(&mut self, ctx: &Context, unsaved: Option<Unsaved>, others: Vec<Unsaved>) {
        self.fetch();
        if self.session.is_none() {
            return;
        }
        let is_own = |other: &Unsaved| unsaved.as_ref().is_some_and(|own| own.is_of(other));
        let others = others.into_iter().filter(|other| !is_own(other)).collect();
        self.follow_others(others);
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

    /// Takes note of what there is to lose beside; what is no longer among it needs no copy.
    fn follow_others(&mut self, others: Vec<Unsaved>) {
        let mut before = std::mem::take(&mut self.beside);
        for unsaved in others {
            let at = before.iter().position(|it| it.unsaved.is_of(&unsaved));
            let known = at.map(|at| before.remove(at));
            let is_kept = known.as_ref().is_some_and(|it| it.is_kept && it.unsaved.is(&unsaved));
            let place = known.and_then(|it| it.place);
            self.beside.push(Beside { unsaved, place, is_kept });
        }
        let gone = before.into_iter().filter_map(|it| it.place);
        self.unwanted.extend(gone.filter(|place| Some(place) != self.place.as_ref()));
    }

    fn begin_work(&mut self, ctx: &Context, now: f64) {
        let Some(session) = self.session() else { return };
        // The copy of one file may have become that of work beside.
        let beside = &self.beside;
        self.unwanted.retain(|it| !beside.iter().any(|other| other.place.as_ref() == Some(it)));
        if let Some(other) = self.beside.iter().find(|it| !it.is_kept) {
            let unsaved = other.unsaved.clone();
            self.work.start((), ctx, move |_| {
                let kept = unsaved.keep(&session);
                Done::KeptBeside(Box::new(unsaved), kept)
            });
        } else if !self.unwanted.is_empty() {
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
            Ok(Done::KeptBeside(of, kept)) => self.kept_beside(&of, kept),
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

    fn kept_beside(&mut self, of: &Unsaved, kept: Result<PathBuf, SaveError>) {
        let of = self.beside.iter_mut().find(|it| it.unsaved.is_of(of));
        match (of, kept) {
            (Some(beside), Ok(place)) => {
                beside.is_kept = true;
                beside.place = Some(place);
            }
            // It is over: what was written is wanted by nobody.
            (None, Ok(place)) => self.unwanted.push(place),
            (of, Err(error)) => {
                // It is not tried again in each pass.
                if let Some(beside) = of {
                    beside.is_kept = true;
                }
                log::warn!("no recovery copy kept: {error}");
                self.trouble = Some(Trouble::NotWritten(error));
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
            let beside = &self.beside;
            self.unwanted.retain(|it| !beside.iter().any(|other| other.place.as_ref() == Some(it)));
            remove_all(&session, &self.unwanted);
        } else {
            self.follow_others(Vec::new());
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
