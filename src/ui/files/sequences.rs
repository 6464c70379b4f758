//! Random sequences of edits and work with files, on a disk that is slow, full, and answers in any
//! order. The rules: what is on the disk is some version that the person saw; no unsaved version
//! goes without a question; what counts as saved is on the disk; and what was wanted is done in the
//! end.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Sender, channel};
use std::sync::{Arc, Condvar, Mutex};
use std::time::Duration;

use egui::Context;

use super::super::app::{App, Start};
use super::super::dialogs::{
    AskConflict, AskPath, AskSave, Asked, Dialogs, LeftUnsaved, SaveFailed, as_a,
};
use super::choosing::answered_by;
use super::disk::Disk;
use super::home::Document;
use super::wanted::{GivenUp, Intent, Purpose};
use crate::blueprint::Blueprint;
use crate::editor::DocumentEdit;
use crate::storage::preferences::Preferences;
use crate::storage::{
    self, Comments, FileProblem, Fingerprint, Known, NotSaved, OnDisk, OpenError, Opened, Replace,
    SaveError,
};

/// Numbers that look random and are the same at every run (splitmix64, Steele et al. 2014).
struct Dice(u64);

impl Dice {
    fn below(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((z ^ (z >> 31)) % sides as u64).unwrap_or(0)
    }
}

/// What becomes of a piece of work with the disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fate {
    Done,
    Fails,
}

#[derive(Default)]
struct Work {
    files: BTreeMap<PathBuf, String>,
    /// Work that was begun and waits for its turn.
    waiting: BTreeSet<u64>,
    fates: BTreeMap<u64, Fate>,
    begun: u64,
    ended: u64,
}

/// A disk on which nothing moves before it is told to.
#[derive(Default)]
struct SlowDisk {
    work: Mutex<Work>,
    turn: Condvar,
}

impl SlowDisk {
    /// Waits for the turn of a piece of work; then does it.
    fn at_turn<T>(&self, work: impl FnOnce(&mut Work, Fate) -> T) -> T {
        let mut state = self.work.lock().unwrap();
        state.begun += 1;
        let ticket = state.begun;
        state.waiting.insert(ticket);
        self.turn.notify_all();
        let mut state =
            self.turn.wait_while(state, |work| !work.fates.contains_key(&ticket)).unwrap();
        let fate = state.fates.remove(&ticket).unwrap();
        let done = work(&mut state, fate);
        state.ended += 1;
        self.turn.notify_all();
        done
    }

    /// Lets a piece of work have its turn, and waits until it is done.
    fn let_go(&self, ticket: u64, fate: Fate) {
        let mut state = self.work.lock().unwrap();
        state.waiting.remove(&ticket);
        state.fates.insert(ticket, fate);
        let ended = state.ended;
        self.turn.notify_all();
        drop(self.turn.wait_while(state, |work| work.ended == ended).unwrap());
    }

    /// Waits a moment, or until something moves.
    fn rest(&self) {
        let state = self.work.lock().unwrap();
        drop(self.turn.wait_timeout(state, Duration::from_micros(20)).unwrap());
    }

    /// What waits for its turn.
    fn waiting(&self) -> Vec<u64> {
        self.work.lock().unwrap().waiting.iter().copied().collect()
    }

    fn title_at(&self, path: &Path) -> Option<String> {
        let text = self.work.lock().unwrap().files.get(path).cloned()?;
        Some(storage::decode(&text).unwrap().blueprint.title().to_owned())
    }
}

impl Disk for SlowDisk {
    fn open(&self, path: &Path) -> Result<(Opened, Known), OpenError> {
        self.at_turn(|work, fate| {
            let fails =
                |problem: FileProblem| OpenError { path: path.into(), problem: problem.into() };
            if fate == Fate::Fails {
                return Err(fails(FileProblem::NotAllowed));
            }
            let text = work.files.get(path).ok_or_else(|| fails(FileProblem::NotFound))?;
            let known = Known::from(Fingerprint::of(text.as_bytes()));
            Ok((storage::decode(text).unwrap(), known))
        })
    }

    fn save(
        &self,
        path: &Path,
        blueprint: &Blueprint,
        _: &Comments,
        replace: Replace,
    ) -> Result<Known, NotSaved> {
        self.at_turn(|work, fate| {
            if fate == Fate::Fails {
                let (path, problem) = (path.to_owned(), FileProblem::DiskFull);
                return Err(NotSaved::Failed(SaveError { path, problem }));
            }
            let print = |text: &String| Fingerprint::of(text.as_bytes());
            let there = work.files.get(path).map(print);
            let text = storage::encode(blueprint);
            let content = print(&text);
            match (replace, there) {
                (Replace::Only(known), Some(there)) if ![known, content].contains(&there) => {
                    return Err(NotSaved::Conflict(storage::Conflict::Changed));
                }
                (Replace::Nothing, Some(there)) if there != content => {
                    return Err(NotSaved::Conflict(storage::Conflict::Exists));
                }
                _ => {}
            }
            work.files.insert(path.to_owned(), text);
            Ok(Known::from(content))
        })
    }

    fn look(&self, _: &Path, _: &Known) -> Result<OnDisk, FileProblem> {
        Ok(OnDisk::Same)
    }
}

/// A window, its disk, and what the person who uses it has seen and said.
struct Session {
    app: App,
    ctx: Context,
    disk: Arc<SlowDisk>,
    dialog: Option<Sender<Option<PathBuf>>>,
    /// The titles of all versions that were ever shown.
    seen: BTreeSet<String>,
    /// Unsaved versions that somebody said need not be saved.
    given_up: BTreeSet<String>,
    versions: usize,
    log: Vec<String>,
}

const PLACES: [&str; 3] = ["/a.ron", "/b.ron", "/c.ron"];

impl Session {
    fn new() -> Self {
        let ctx = Context::default();
        let app = App::new(&ctx, Start::default());
        Self::with(app, ctx)
    }

    /// Begins in a window that may have been used before.
    fn with(mut app: App, ctx: Context) -> Self {
        app.files = super::FileFlow::new(None, Preferences::default(), false);
        app.dialogs = Dialogs::default();
        app.show_document(Document::new(Blueprint::empty("", "As-is")));
        let disk = Arc::new(SlowDisk::default());
        app.files.disk = Arc::clone(&disk) as Arc<dyn Disk>;
        let mut session = Self {
            app,
            ctx,
            disk,
            dialog: None,
            seen: BTreeSet::new(),
            given_up: BTreeSet::new(),
            versions: 0,
            log: Vec::new(),
        };
        let mut work = session.disk.work.lock().unwrap();
        for place in &PLACES[..2] {
            let text = storage::encode(&Blueprint::empty(format!("first {place}"), "As-is"));
            work.files.insert(place.into(), text);
            session.seen.insert(format!("first {place}"));
        }
        drop(work);
        session.look();
        session
    }

    fn title(&self) -> String {
        self.app.editor.settled_blueprint().title().to_owned()
    }

    fn look(&mut self) {
        self.seen.insert(self.title());
    }

    /// Does something and holds the rules against it.
    fn step(&mut self, name: String, what: impl FnOnce(&mut Self)) {
        if !name.is_empty() {
            self.log.push(name);
        }
        let before = (self.app.files.document, self.title(), self.app.editor.is_modified());
        what(self);
        // What has settled itself is done at the next frame.
        self.settle_dialogs();
        self.look();
        let (document, title, modified) = before;
        let replaced = self.app.files.document != document || self.app.files.may_close;
        if replaced && modified {
            let kept = PLACES.iter().any(|place| self.on_disk(place).as_ref() == Some(&title));
            assert!(
                kept || self.given_up.contains(&title),
                "“{title}” is gone without a question after {:#?}",
                self.log
            );
        }
        self.check();
    }

    fn on_disk(&self, place: &str) -> Option<String> {
        self.disk.title_at(Path::new(place))
    }

    fn check(&self) {
        for place in PLACES {
            if let Some(title) = self.on_disk(place) {
                assert!(self.seen.contains(&title), "“{title}” was never seen: {:#?}", self.log);
            }
        }
        if let Some(path) = self.app.files.path()
            && !self.app.files.is_writing()
            && self.app.files.left.is_empty()
            && !self.app.editor.is_modified()
        {
            let title = self.title();
            let on_disk = self.disk.title_at(path);
            assert_eq!(on_disk, Some(title), "it counts as saved: {:#?}", self.log);
        }
    }

    fn settle_dialogs(&mut self) {
        if let Some(asked) = self.app.take_dialog(&self.ctx) {
            self.app.dialogs.answered(Some(asked));
        }
    }

    /// How much work with the disk the window waits for.
    fn begun(&self) -> usize {
        let files = &self.app.files;
        usize::from(files.writing.is_busy())
            + files.left.len()
            + usize::from(files.reading.is_busy())
    }

    /// Lets the window hear of what has ended.
    fn hear(&mut self) {
        let ctx = self.ctx.clone();
        self.step(String::new(), |session| session.app.fetch_files(&ctx));
    }

    /// Lets some work with the disk end, and the window hear of it.
    fn let_go(&mut self, dice: &mut Dice, fate: Fate) {
        // A thread may not have begun yet, or its answer may not have been heard.
        let waiting = loop {
            let waiting = self.disk.waiting();
            if self.begun() == 0 {
                return;
            }
            if waiting.len() >= self.begun() {
                break waiting;
            }
            self.hear();
            self.disk.rest();
        };
        let ticket = waiting[dice.below(waiting.len())];
        self.log.push(format!("the disk: {fate:?}"));
        self.disk.let_go(ticket, fate);
        // What waits less than what is waited for has been answered; the answer comes in a moment.
        for _ in 0..100_000 {
            if self.disk.waiting().len() >= self.begun() {
                break;
            }
            self.hear();
            self.disk.rest();
        }
    }

    fn edit(&mut self) {
        self.versions += 1;
        let title = format!("version {}", self.versions);
        self.step(format!("edit: {title}"), |session| {
            session.app.editor.apply(DocumentEdit::SetTitle(title)).unwrap();
        });
    }

    fn answer_dialog(&mut self, dice: &mut Dice, to_the_end: bool) {
        let place = PathBuf::from(PLACES[dice.below(PLACES.len())]);
        self.answer(if to_the_end { 0 } else { dice.below(3) }, place);
    }

    /// Answers the open dialog with one of its answers, the last of which does nothing.
    fn answer(&mut self, choice: usize, place: PathBuf) {
        let Some(Asked { dialog, .. }) = self.app.take_dialog(&self.ctx) else { return };
        let name = format!("answer {choice} at {} to {dialog:?}", place.display());
        let ctx = self.ctx.clone();
        let name: String = name.chars().take(160).collect();
        self.step(name, |session| {
            let app = &mut session.app;
            let dialog = &*dialog;
            if let Some(AskSave(intent)) = as_a(dialog) {
                match choice {
                    0 => app.save(&ctx, Some(intent.clone())),
                    1 => {
                        session.given_up.insert(app.editor.settled_blueprint().title().to_owned());
                        let given_up = app.give_up();
                        app.pursue_without(&ctx, intent.clone(), given_up);
                    }
                    _ => {}
                }
            } else if let Some(AskPath { purpose, .. }) = as_a(dialog) {
                if choice < 2 {
                    app.path_chosen(&ctx, purpose.clone(), place, choice == 1);
                }
            } else if let Some(AskConflict { path, then, .. }) = as_a(dialog) {
                match choice {
                    // What is replaced here is replaced on purpose.
                    0 => app.start_writing(&ctx, path.clone(), then.clone(), Replace::Anything),
                    1 => app.choose(&ctx, Purpose::Save(then.clone())),
                    _ => {}
                }
            } else if let Some(SaveFailed(error, then)) = as_a(dialog) {
                match choice {
                    0 => app.save_again(&ctx, error.path.clone(), then.clone()),
                    1 => app.choose(&ctx, Purpose::Save(then.clone())),
                    _ => {}
                }
            } else if let Some(LeftUnsaved { document, .. }) = as_a(dialog)
                && choice == 0
            {
                app.pursue(&ctx, Intent::Show(document.clone()));
            }
            app.dialogs.answered(None);
        });
    }

    fn want(&mut self, intent: Intent) {
        let ctx = self.ctx.clone();
        self.step(format!("want {intent:?}"), |session| session.app.pursue(&ctx, intent));
    }

    fn save(&mut self) {
        let ctx = self.ctx.clone();
        self.step("save".to_owned(), |session| session.app.save(&ctx, None));
    }

    /// The system's dialog is opened in the place of a field.
    fn open_system_dialog(&mut self, purpose: Purpose) {
        if self.app.files.choosing.is_busy() {
            return;
        }
        let (system, answer) = channel();
        self.log.push(format!("system dialog: {purpose:?}"));
        let document = self.app.files.document;
        self.app.files.choosing = answered_by(&self.ctx, purpose, document, answer);
        self.dialog = Some(system);
    }

    fn answer_system_dialog(&mut self, path: Option<PathBuf>) {
        let Some(system) = self.dialog.take() else { return };
        self.step(format!("system dialog answers {path:?}"), |session| {
            system.send(path).ok();
            for _ in 0..2_000 {
                session.app.fetch_files(&session.ctx);
                if !session.app.files.choosing.is_busy() {
                    break;
                }
                session.disk.rest();
            }
        });
    }

    fn at_random(&mut self, dice: &mut Dice) {
        let place = PathBuf::from(PLACES[dice.below(PLACES.len())]);
        // Who is asked something answers that first.
        if self.app.dialogs.is_open() && dice.below(4) > 0 {
            return self.answer_dialog(dice, false);
        }
        let asked = self.app.dialogs.is_open();
        match dice.below(15) {
            0..=4 => self.let_go(dice, Fate::Done),
            5 => self.let_go(dice, Fate::Fails),
            6 => self.answer_system_dialog((dice.below(3) > 0).then_some(place)),
            // The window's own button and a dropped file reach behind a dialog.
            7 => self.want(Intent::Quit),
            8 => self.want(Intent::OpenFile(place)),
            _ if asked => {}
            9 => self.want(Intent::New),
            10 => self.save(),
            11 => self.open_system_dialog(Purpose::Open(GivenUp::default())),
            12 => self.open_system_dialog(Purpose::Save(None)),
            _ => self.edit(),
        }
    }
}

/// A session whose document lies in the first place.
fn at_first_place(dice: &mut Dice) -> Session {
    let mut session = Session::new();
    session.want(Intent::OpenFile(PLACES[0].into()));
    session.let_go(dice, Fate::Done);
    assert_eq!(session.title(), "first /a.ron");
    session
}

/// Answers the open question with the first, second or third answer.
fn answer(session: &mut Session, choice: usize) {
    session.answer(choice, PathBuf::from(PLACES[2]));
}

#[test]
fn edits_made_while_a_file_is_read_are_asked_about() {
    let dice = &mut Dice(1);
    let mut session = at_first_place(dice);
    session.want(Intent::OpenFile(PLACES[1].into()));
    session.edit();
    session.let_go(dice, Fate::Done);
    assert_eq!(session.title(), "version 1", "it is still here");
    assert!(session.app.dialogs.is_open());
    answer(&mut session, 0);
    session.let_go(dice, Fate::Done);
    assert_eq!(session.on_disk(PLACES[0]).as_deref(), Some("version 1"));
    // It was read before something was written, so it is read again.
    session.let_go(dice, Fate::Done);
    assert_eq!(session.title(), "first /b.ron");
}

#[test]
fn what_need_not_be_saved_is_asked_about_again_once_it_is_another() {
    let dice = &mut Dice(1);
    let mut session = at_first_place(dice);
    session.edit();
    session.want(Intent::OpenFile(PLACES[1].into()));
    answer(&mut session, 1);
    session.edit();
    session.let_go(dice, Fate::Done);
    assert!(session.app.dialogs.is_open() && session.title() == "version 2");
    answer(&mut session, 2);
    assert_eq!(session.title(), "version 2");
    // The same, without another edit.
    session.want(Intent::OpenFile(PLACES[1].into()));
    answer(&mut session, 1);
    session.let_go(dice, Fate::Done);
    assert_eq!(session.title(), "first /b.ron");
}

#[test]
fn a_new_document_inherits_no_file_from_one_that_is_being_saved() {
    let dice = &mut Dice(1);
    let mut session = at_first_place(dice);
    session.edit();
    session.save();
    session.edit();
    session.want(Intent::New);
    answer(&mut session, 1);
    session.let_go(dice, Fate::Done);
    assert_eq!(session.on_disk(PLACES[0]).as_deref(), Some("version 1"));
    assert!(session.title().is_empty() && session.app.files.path().is_none());
    session.save();
    assert!(session.app.dialogs.is_open(), "it asks where");
    assert_eq!(session.on_disk(PLACES[0]).as_deref(), Some("version 1"));
}

#[test]
fn who_waits_no_longer_leaves_no_file_behind_and_is_told_if_it_fails() {
    let dice = &mut Dice(1);
    for fate in [Fate::Done, Fate::Fails] {
        let mut session = at_first_place(dice);
        session.edit();
        session.save();
        session.want(Intent::New);
        assert_eq!(session.title(), "version 1", "it waits for the disk");
        session.given_up.insert(session.title());
        let ctx = session.ctx.clone();
        session.step("leave".to_owned(), |session| session.app.leave_writing(&ctx));
        assert!(session.title().is_empty() && session.app.files.path().is_none());
        session.let_go(dice, fate);
        assert!(session.app.files.path().is_none(), "the answer is for another document");
        if fate == Fate::Fails {
            answer(&mut session, 0);
            assert_eq!(session.title(), "version 1", "nothing of it is lost");
            assert!(session.app.editor.is_modified());
        }
    }
}

#[test]
fn a_second_save_keeps_the_end_that_waited_for_the_first() {
    let dice = &mut Dice(1);
    let mut session = at_first_place(dice);
    session.edit();
    session.want(Intent::Quit);
    answer(&mut session, 0);
    session.edit();
    session.save();
    session.let_go(dice, Fate::Done);
    assert!(!session.app.files.may_close);
    session.let_go(dice, Fate::Done);
    assert_eq!(session.on_disk(PLACES[0]).as_deref(), Some("version 2"));
    assert!(session.app.files.may_close);
}

#[test]
fn a_save_that_fails_asks_about_what_waited_for_it() {
    let dice = &mut Dice(1);
    let mut session = at_first_place(dice);
    session.edit();
    session.want(Intent::Quit);
    answer(&mut session, 0);
    session.let_go(dice, Fate::Fails);
    assert!(session.app.dialogs.is_open() && !session.app.files.may_close);
    // Again, and this time the disk takes it.
    answer(&mut session, 0);
    session.let_go(dice, Fate::Done);
    assert!(session.app.files.may_close);
}

#[test]
fn nothing_unsaved_goes_without_a_question_whatever_the_disk_does() {
    let mut window = None;
    for seed in 0..600 {
        let mut dice = Dice(seed);
        let mut session = match window.take() {
            None => Session::new(),
            Some((app, ctx)) => Session::with(app, ctx),
        };
        for _ in 0..60 {
            session.at_random(&mut dice);
            if session.app.files.may_close {
                break;
            }
        }
        // In the end the disk is well, and everything is answered with yes: then the window closes,
        // with everything saved.
        session.answer_system_dialog(None);
        for _ in 0..60 {
            if session.app.files.may_close {
                break;
            }
            session.let_go(&mut dice, Fate::Done);
            session.answer_dialog(&mut dice, true);
            if !session.app.dialogs.is_open() && !session.app.files.is_busy() {
                session.want(Intent::Quit);
            }
        }
        assert!(session.app.files.may_close, "seed {seed} never ends: {:#?}", session.log);
        // Threads that still wait must not wait for ever.
        for ticket in session.disk.waiting() {
            session.disk.let_go(ticket, Fate::Done);
        }
        window = Some((session.app, session.ctx));
    }
}
