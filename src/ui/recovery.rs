//! Recovery copies of the open document: when they are written, when they go, what others left.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use egui::Context;

use crate::background::{Job, Progress};
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
}

impl Unsaved {
    fn is(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.blueprint, &other.blueprint)
            && self.file == other.file
            && self.base == other.base
    }

    fn keep(&self, session: &Session) -> Result<PathBuf, SaveError> {
        session.keep(Draft {
            blueprint: &self.blueprint,
            comments: &self.comments,
            file: self.file.as_deref(),
            base: self.base,
            now: clock(),
        })
    }
}

/// What was done off the window's thread.
enum Done {
    Kept(Result<PathBuf, SaveError>),
    Removed,
}

/// Keeps a copy of unsaved work. Without a session it keeps none.
#[derive(Default)]
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
    work: Option<Job<Done>>,
    search: Option<Job<Vec<Found>>>,
    /// What was found and is to be offered.
    found: Vec<Found>,
    /// Copies that are offered or were decided on: once in a run is enough.
    offered: BTreeSet<PathBuf>,
    /// Why no copy can be kept, until somebody was told.
    trouble: Option<SaveError>,
    told: bool,
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
        self.work.is_some() || self.search.is_some()
    }

    /// Where the copy of the open document lies.
    pub fn place(&self) -> Option<&Path> {
        self.place.as_deref()
    }

    /// Looks for copies that lie beside no file, and beside some files.
    pub fn search(&mut self, ctx: &Context, files: Vec<PathBuf>) {
        let Some(session) = self.session() else { return };
        let wake = ctx.clone();
        let search = move || session.find_all(&files);
        match Job::start("find recovery copies", move || wake.request_repaint(), search) {
            Ok(job) => self.search = Some(job),
            Err(error) => log::warn!("recovery copies not looked for: {error}"),
        }
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
    pub fn take_trouble(&mut self) -> Option<SaveError> {
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
        if self.work.is_none() {
            self.begin_work(ctx, now);
        }
    }

    fn begin_work(&mut self, ctx: &Context, now: f64) {
        let Some(session) = self.session() else { return };
        if !self.unwanted.is_empty() {
            let unwanted = std::mem::take(&mut self.unwanted);
            self.start(ctx, "remove recovery copy", move || {
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
            self.start(ctx, "keep recovery copy", move || Done::Kept(seen.keep(&session)));
        }
    }

    fn start(&mut self, ctx: &Context, name: &str, work: impl FnOnce() -> Done + Send + 'static) {
        let wake = ctx.clone();
        match Job::start(name, move || wake.request_repaint(), work) {
            Ok(job) => self.work = Some(job),
            // The next change tries again.
            Err(error) => log::warn!("no thread to {name}: {error}"),
        }
    }

    fn fetch(&mut self) {
        if let Some(search) = self.search.take() {
            match search.poll() {
                Progress::Running => self.search = Some(search),
                Progress::Done(found) => self.add_found(found),
                Progress::Lost => log::warn!("the search for recovery copies was stopped"),
            }
        }
        let Some(work) = self.work.take() else { return };
        match work.poll() {
            Progress::Running => self.work = Some(work),
            Progress::Done(Done::Kept(kept)) => self.kept(kept),
            Progress::Done(Done::Removed) => {}
            Progress::Lost => log::warn!("work on recovery copies was stopped"),
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
                self.trouble = Some(error);
            }
        }
    }

    /// Ends the program: with work to keep its copy stays, else nothing does.
    pub fn finish(&mut self, unsaved: Option<&Unsaved>) {
        let Some(session) = self.session() else { return };
        let began = Instant::now();
        while self.work.is_some() && began.elapsed() < PATIENCE {
            self.fetch();
            std::thread::sleep(Duration::from_millis(2));
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
