//! New, open, save: nothing here blocks the window, and nothing is lost without asking.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use crate::background::{Job, Progress};
use crate::blueprint::Blueprint;
use crate::exchange;
use crate::storage::preferences::{PreferenceStore, Preferences};
use crate::storage::recovery::{Found, Keeper};
use crate::storage::{self, Known, NotSaved, OpenError, Opened, Replace};

use super::app::{App, Opening};
use super::dialogs::Dialog;
use super::file_watch::Watch;
use super::settings::Settings;
use super::start_screen::StartScreen;

/// The sample that is opened when nothing else is.
const FIRST_SAMPLE: &str = "driver-licence-office";

/// A system dialog that answers faster than a person could was never shown.
const TOO_FAST: Duration = Duration::from_millis(350);

/// A system dialog that takes longer may not be seen by anybody.
const SLOW: Duration = Duration::from_secs(4);

/// What is to be done once unsaved work is safe.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Intent {
    New,
    ChooseFile,
    OpenFile(PathBuf),
    OpenSample(&'static str),
    Recover(Box<Found>),
    /// Show what was imported.
    Imported(Box<Blueprint>),
    Quit,
}

/// What a path is asked for.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Purpose {
    Open,
    /// Import a table from there.
    Import,
    /// Save there, then go on with what was wanted.
    Save(Option<Intent>),
}

/// Why the file on disk should not be overwritten without a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Caution {
    /// It holds fields that this program does not know; they would be lost.
    UnknownFields,
    /// It holds comments; they would be lost.
    Comments,
}

struct Choosing {
    purpose: Purpose,
    job: Job<Option<PathBuf>>,
    since: Instant,
}

/// A file as it was read, with the copies that other sessions left of it.
type Read = (Result<(Opened, Known), OpenError>, Vec<Found>);

struct Reading {
    path: PathBuf,
    job: Job<Read>,
    /// Whether it takes the place of the version that is open, as an edit that can be undone.
    again: bool,
}

struct Writing {
    job: Job<Result<Known, NotSaved>>,
    blueprint: Arc<Blueprint>,
    path: PathBuf,
    then: Option<Intent>,
}

/// The file behind the document, and what is being done with files.
pub(super) struct FileFlow {
    pub(super) path: Option<PathBuf>,
    pub(super) caution: Option<Caution>,
    /// What the file held when it was read or written last.
    pub(super) known: Option<Known>,
    choosing: Option<Choosing>,
    reading: Option<Reading>,
    writing: Option<Writing>,
    pub(super) watch: Watch,
    store: Option<PreferenceStore>,
    preferences: Preferences,
    system_dialogs: bool,
    may_close: bool,
    /// Whether the file that the program was started with is still being read.
    first_is_read: bool,
}

impl FileFlow {
    /// Nothing is open yet; `store` keeps the preferences, if anything does.
    pub fn new(
        store: Option<PreferenceStore>,
        preferences: Preferences,
        system_dialogs: bool,
    ) -> Self {
        Self {
            path: None,
            caution: None,
            known: None,
            choosing: None,
            reading: None,
            writing: None,
            watch: Watch::default(),
            store,
            preferences,
            system_dialogs,
            may_close: false,
            first_is_read: false,
        }
    }

    pub fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    pub fn recent(&self) -> &[PathBuf] {
        self.preferences.recent()
    }

    pub fn is_busy(&self) -> bool {
        self.choosing.is_some()
            || self.reading.is_some()
            || self.writing.is_some()
            || self.watch.is_busy()
    }

    /// Whether the system is asked for paths, as far as is known.
    pub fn has_dialogs(&self) -> bool {
        self.system_dialogs
    }

    /// Whether the window was told to close, whatever is unsaved.
    pub fn may_close(&self) -> bool {
        self.may_close
    }

    /// The document belongs to no file.
    pub fn leave_file(&mut self) {
        self.path = None;
        self.caution = None;
        self.known = None;
        self.watch = Watch::default();
    }

    /// Whether the system's file dialog lets wait for itself, as where none can be seen.
    pub fn dialog_is_slow(&self) -> bool {
        self.choosing.as_ref().is_some_and(|choosing| choosing.since.elapsed() >= SLOW)
    }

    /// What keeps the preferences, if anything does.
    pub fn preference_store(&self) -> Option<&PreferenceStore> {
        self.store.as_ref()
    }

    /// Keeps settings for the next start.
    pub fn keep_settings(&mut self, settings: Settings) {
        self.change(|preferences| settings.put_into(preferences));
    }

    fn remember(&mut self, path: &Path) {
        // A relative path would mean another file at the next start.
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        self.change(|preferences| preferences.remember(&path));
    }

    fn forget(&mut self, path: &Path) {
        self.change(|preferences| preferences.forget(path));
    }

    /// Preferences that cannot be kept are no reason to disturb anybody; the log says it.
    fn change(&mut self, change: impl Fn(&mut Preferences)) {
        change(&mut self.preferences);
        let Some(store) = &self.store else { return };
        match store.update(&self.preferences, change) {
            Ok(preferences) => self.preferences = preferences,
            Err(error) => log::warn!("preferences not kept: {error}"),
        }
    }
}

impl App {
    /// Opens what the window starts with: the named file, and behind it, or without one, what
    /// `opening` says.
    pub(super) fn open_at_start(
        &mut self,
        ctx: &egui::Context,
        file: Option<PathBuf>,
        opening: Opening,
    ) {
        match (opening, &file) {
            (Opening::Sample, _) => self.show_sample(FIRST_SAMPLE),
            (Opening::StartScreen, None) => self.show_start_screen(ctx),
            // Where the file cannot be read, the start screen offers another.
            (Opening::StartScreen, Some(_)) => self.files.first_is_read = true,
        }
        self.look_for_copies(ctx);
        if let Some(path) = file {
            self.start_reading(ctx, path);
        }
    }

    /// Shows the start screen in front of the sheet.
    pub(super) fn show_start_screen(&mut self, ctx: &egui::Context) {
        self.editor.commit();
        self.start_screen = Some(StartScreen::new(ctx, self.files.recent()));
    }

    fn show_sample(&mut self, key: &str) {
        let Some(sample) = storage::sample(key) else { return };
        match sample.open_in(self.words.language().code()) {
            Ok(blueprint) => {
                self.put_on_desk(blueprint);
                self.files.leave_file();
            }
            Err(error) => {
                // A shipped sample is tested; if one fails all the same, say so.
                self.dialog = Some(Dialog::message(
                    self.words.text("open-failed-title"),
                    &self.words.decode_error(&error),
                ));
            }
        }
    }

    /// Opens a sample, after unsaved work is safe.
    pub(super) fn open_sample(&mut self, ctx: &egui::Context, key: &'static str) {
        self.pursue(ctx, Intent::OpenSample(key));
    }

    /// Opens a file, after unsaved work is safe.
    pub(super) fn open_file(&mut self, ctx: &egui::Context, path: PathBuf) {
        if exchange::is_table_file(&path) {
            // What becomes of it, and of unsaved work, is asked when its columns are clear.
            self.start_import(ctx, path);
            return;
        }
        self.pursue(ctx, Intent::OpenFile(path));
    }

    /// Does something that replaces the document; asks first if it holds unsaved work.
    pub(super) fn pursue(&mut self, ctx: &egui::Context, intent: Intent) {
        self.editor.commit();
        if self.editor.is_modified() {
            self.dialog = Some(Dialog::AskSave(intent));
        } else {
            self.go_on(ctx, intent);
        }
    }

    /// Does it without asking.
    pub(super) fn go_on(&mut self, ctx: &egui::Context, intent: Intent) {
        match intent {
            Intent::New => {
                self.put_on_desk(Blueprint::empty("", self.words.text("scenario-first")));
                self.files.leave_file();
            }
            Intent::ChooseFile => self.choose(ctx, Purpose::Open),
            Intent::OpenFile(path) => self.start_reading(ctx, path),
            Intent::OpenSample(key) => self.show_sample(key),
            Intent::Recover(found) => self.put_copy_on_desk(*found),
            Intent::Imported(blueprint) => self.put_import_on_desk(*blueprint),
            Intent::Quit => {
                self.files.may_close = true;
                ctx.send_viewport_cmd(egui::ViewportCommand::Close);
            }
        }
    }

    /// Asks for a path: with the system's dialog, or a field where there is none.
    pub(super) fn choose(&mut self, ctx: &egui::Context, purpose: Purpose) {
        if !self.files.system_dialogs {
            self.ask_path(purpose);
            return;
        }
        if self.files.choosing.is_some() {
            return;
        }
        let dialog = rfd::AsyncFileDialog::new().set_title(self.words.text(match purpose {
            Purpose::Open => "dialog-open-title",
            Purpose::Import => "import-choose-title",
            Purpose::Save(_) => "dialog-save-title",
        }));
        let tables = |dialog: rfd::AsyncFileDialog| {
            dialog.add_filter(self.words.text("import-file-kind"), exchange::TABLE_ENDINGS)
        };
        let blueprints = |dialog: rfd::AsyncFileDialog| {
            dialog.add_filter(self.words.text("file-kind"), &["ron"])
        };
        let dialog = match purpose {
            Purpose::Open => tables(blueprints(dialog)),
            Purpose::Import => tables(dialog),
            Purpose::Save(_) => blueprints(dialog),
        };
        let dialog = match self.files.path.as_deref().and_then(Path::parent) {
            Some(folder) => dialog.set_directory(folder),
            None => dialog,
        };
        let wake = ctx.clone();
        let wake = move || wake.request_repaint();
        // The future is made here, on the main thread, as macOS wants it.
        let job = match purpose {
            Purpose::Open | Purpose::Import => {
                let answer = dialog.pick_file();
                Job::start("file dialog", wake, move || {
                    pollster::block_on(answer).map(|file| file.path().to_owned())
                })
            }
            Purpose::Save(_) => {
                let answer = dialog.set_file_name(self.suggested_name()).save_file();
                Job::start("file dialog", wake, move || {
                    pollster::block_on(answer).map(|file| file.path().to_owned())
                })
            }
        };
        match job {
            Ok(job) => {
                self.files.choosing = Some(Choosing { purpose, job, since: Instant::now() });
            }
            Err(error) => {
                log::warn!("no thread for the file dialog: {error}");
                self.ask_path(purpose);
            }
        }
    }

    /// Gives the system's dialog up and asks for a path in the window. What the dialog says after
    /// that is not heard.
    pub(super) fn type_path(&mut self) {
        if let Some(choosing) = self.files.choosing.take() {
            self.ask_path(choosing.purpose);
        }
    }

    fn ask_path(&mut self, purpose: Purpose) {
        let text = match (&purpose, self.files.path()) {
            (Purpose::Import, _) => String::new(),
            (_, Some(path)) => path.display().to_string(),
            (Purpose::Save(_), None) => self.suggested_name(),
            (Purpose::Open, None) => String::new(),
        };
        self.dialog = Some(Dialog::Path { purpose, text });
    }

    fn suggested_name(&self) -> String {
        if let Some(name) = self.files.path().and_then(Path::file_name) {
            return name.to_string_lossy().into_owned();
        }
        let title = self.file_name();
        let safe: String = title
            .chars()
            .map(|c| if c.is_control() || r#"/\:*?"<>|"#.contains(c) { '-' } else { c })
            .collect();
        format!("{}.ron", safe.trim())
    }

    /// Goes on with a path that was typed, or chosen in a dialog that `asked` whether to replace
    /// what is there.
    pub(super) fn path_chosen(
        &mut self,
        ctx: &egui::Context,
        purpose: Purpose,
        path: PathBuf,
        asked: bool,
    ) {
        match purpose {
            Purpose::Open => self.start_reading(ctx, path),
            Purpose::Import => self.start_import(ctx, path),
            Purpose::Save(then) => {
                let whole = path.extension().is_some();
                let path = if whole { path } else { path.with_extension("ron") };
                let replace = match self.files.known {
                    Some(known) if self.files.path() == Some(&path) => Replace::Only(known.content),
                    _ if asked && whole => Replace::Anything,
                    _ => Replace::Nothing,
                };
                self.start_writing(ctx, path, then, replace);
            }
        }
    }

    /// Saves under the file's name, or asks for one.
    pub(super) fn save(&mut self, ctx: &egui::Context, then: Option<Intent>) {
        self.editor.commit();
        match (self.files.path.clone(), self.files.caution) {
            (None, _) => self.choose(ctx, Purpose::Save(then)),
            (Some(_), Some(caution)) => self.dialog = Some(Dialog::Caution(caution, then)),
            (Some(path), None) => {
                let known = self.files.known;
                let replace = known.map_or(Replace::Nothing, |known| Replace::Only(known.content));
                self.start_writing(ctx, path, then, replace);
            }
        }
    }

    /// Tries once more to save where it failed.
    pub(super) fn save_again(&mut self, ctx: &egui::Context, path: PathBuf, then: Option<Intent>) {
        self.path_chosen(ctx, Purpose::Save(then), path, false);
    }

    /// Saves over a file whose comments are lost by it, as the user wants.
    pub(super) fn save_all_the_same(&mut self, ctx: &egui::Context, then: Option<Intent>) {
        self.files.caution = None;
        self.save(ctx, then);
    }

    fn start_reading(&mut self, ctx: &egui::Context, path: PathBuf) {
        if exchange::is_table_file(&path) {
            self.start_import(ctx, path);
            return;
        }
        self.read(ctx, path, false);
    }

    /// Reads a file; with `again` it takes the place of the version that is open.
    pub(super) fn read(&mut self, ctx: &egui::Context, path: PathBuf, again: bool) {
        let wake = ctx.clone();
        let from = path.clone();
        let session = self.recovery.session().filter(|_| !again);
        let job = Job::start(
            "open file",
            move || wake.request_repaint(),
            move || {
                let found = session.map(|session| session.find_for(&from)).unwrap_or_default();
                (storage::open_known(&from), found)
            },
        );
        match job {
            Ok(job) => self.files.reading = Some(Reading { path, job, again }),
            Err(error) => self.no_thread(&error),
        }
    }

    /// Writes the document to a path unless that replaces more than it may.
    pub(super) fn start_writing(
        &mut self,
        ctx: &egui::Context,
        path: PathBuf,
        then: Option<Intent>,
        replace: Replace,
    ) {
        if self.files.writing.is_some() {
            // One at a time; the next press of the key saves what has changed since.
            return;
        }
        let blueprint = Arc::clone(self.editor.blueprint());
        let (wake, to, snapshot) = (ctx.clone(), path.clone(), Arc::clone(&blueprint));
        let job = Job::start(
            "save file",
            move || wake.request_repaint(),
            move || storage::save_over(&to, &snapshot, replace),
        );
        match job {
            Ok(job) => self.files.writing = Some(Writing { job, blueprint, path, then }),
            Err(error) => self.no_thread(&error),
        }
    }

    fn no_thread(&mut self, error: &std::io::Error) {
        let text = self.words.with("no-thread", &[("error", error.to_string().into())]);
        self.dialog = Some(Dialog::message(self.words.text("no-thread-title"), &text));
    }

    /// Fetches what has been chosen, read and written since the last frame.
    pub(super) fn fetch_files(&mut self, ctx: &egui::Context) {
        self.fetch_choice(ctx);
        self.fetch_reading(ctx);
        self.fetch_writing(ctx);
        self.fetch_look();
    }

    fn fetch_choice(&mut self, ctx: &egui::Context) {
        let Some(choosing) = self.files.choosing.take() else { return };
        match choosing.job.poll() {
            Progress::Running => {
                if let Some(rest) = SLOW.checked_sub(choosing.since.elapsed()) {
                    ctx.request_repaint_after(rest);
                }
                self.files.choosing = Some(choosing);
            }
            Progress::Done(Some(path)) => self.path_chosen(ctx, choosing.purpose, path, true),
            // A dialog that ended at once was never seen: the system has none.
            Progress::Done(None) if choosing.since.elapsed() > TOO_FAST => {}
            Progress::Done(None) | Progress::Lost => {
                self.files.system_dialogs = false;
                self.ask_path(choosing.purpose);
            }
        }
    }

    fn fetch_reading(&mut self, ctx: &egui::Context) {
        let Some(reading) = self.files.reading.take() else { return };
        match reading.job.poll() {
            Progress::Running => self.files.reading = Some(reading),
            Progress::Done((Ok((opened, known)), found)) => {
                if reading.again {
                    self.reloaded(ctx, opened, known);
                } else {
                    self.opened(reading.path, opened, known);
                }
                if found.iter().any(|copy| copy.keeper == Keeper::Running) {
                    self.notice.say(self.words.text("file-in-other-window").to_owned(), ctx.time());
                }
                self.recovery.add_found(found);
            }
            Progress::Done((Err(error), found)) => {
                self.recovery.add_found(found);
                self.files.forget(&reading.path);
                if std::mem::take(&mut self.files.first_is_read) {
                    self.show_start_screen(ctx);
                }
                self.dialog = Some(Dialog::message(
                    self.words.text("open-failed-title"),
                    &self.why_not_opened(&error),
                ));
            }
            Progress::Lost => {
                let text = self.words.text("work-lost").to_owned();
                self.dialog = Some(Dialog::message(self.words.text("open-failed-title"), &text));
            }
        }
    }

    fn opened(&mut self, path: PathBuf, opened: Opened, known: Known) {
        self.files.first_is_read = false;
        self.files.remember(&path);
        self.mind_losses(&opened);
        self.put_on_desk(opened.blueprint);
        self.files.path = Some(path);
        self.files.known = Some(known);
        self.files.watch = Watch::default();
    }

    /// Says what saving over a file would lose, and remembers to ask before.
    pub(super) fn mind_losses(&mut self, opened: &Opened) {
        let unknown = !opened.unknown_fields.is_empty() || opened.newer_version.is_some();
        if unknown {
            let fields: Vec<String> =
                opened.unknown_fields.iter().map(|field| field.path.clone()).collect();
            let text = self.words.with("unknown-fields", &[("fields", fields.join("\n").into())]);
            self.dialog = Some(Dialog::message(self.words.text("unknown-fields-title"), &text));
        }
        self.files.caution = if unknown {
            Some(Caution::UnknownFields)
        } else {
            opened.had_comments.then_some(Caution::Comments)
        };
    }

    fn fetch_writing(&mut self, ctx: &egui::Context) {
        let Some(writing) = self.files.writing.take() else { return };
        match writing.job.poll() {
            Progress::Running => self.files.writing = Some(writing),
            Progress::Done(Ok(known)) => {
                self.editor.mark_saved(writing.blueprint);
                self.files.remember(&writing.path);
                let name = writing.path.display().to_string();
                self.files.path = Some(writing.path);
                self.files.caution = None;
                self.files.known = Some(known);
                self.files.watch = Watch::default();
                let said = self.words.with("saved-as", &[("name", name.into())]);
                self.notice.say(said, ctx.time());
                if let Some(intent) = writing.then {
                    self.pursue(ctx, intent);
                }
            }
            Progress::Done(Err(NotSaved::Conflict(conflict))) => {
                self.dialog = Some(Dialog::Conflict(conflict, writing.path, writing.then));
            }
            Progress::Done(Err(NotSaved::Failed(error))) => {
                self.dialog = Some(Dialog::SaveFailed(error, writing.then));
            }
            Progress::Lost => {
                let text = self.words.text("work-lost").to_owned();
                self.dialog = Some(Dialog::message(self.words.text("save-failed-title"), &text));
            }
        }
    }

    /// Keeps a window with unsaved work open until it is said what becomes of it.
    pub(super) fn watch_closing(&mut self, ctx: &egui::Context) {
        if !ctx.input(|input| input.viewport().close_requested()) || self.files.may_close {
            return;
        }
        // A design that is only looked at is no change of the file; chosen rules are one.
        self.close_redesign(ctx);
        self.editor.commit();
        if self.editor.is_modified() || self.files.writing.is_some() {
            ctx.send_viewport_cmd(egui::ViewportCommand::CancelClose);
            if self.files.writing.is_none() {
                self.dialog = Some(Dialog::AskSave(Intent::Quit));
            }
        }
    }

    /// Opens a file that is dropped on the window.
    pub(super) fn watch_dropped_files(&mut self, ctx: &egui::Context) {
        let dropped = ctx
            .input(|input| input.raw.dropped_files.first().map(|file| file.path().to_path_buf()));
        if let Some(path) = dropped {
            self.close_redesign(ctx);
            self.open_file(ctx, path);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::{Sender, channel};

    use egui_kittest::Harness;
    use egui_kittest::kittest::Queryable;

    use super::super::app::Start;
    use super::*;

    /// A window whose system was asked for a dialog, and who answers in the system's place.
    fn window(since: Duration) -> (Harness<'static, App>, Sender<Option<PathBuf>>) {
        let mut window = Harness::builder()
            .with_size(egui::vec2(1280.0, 720.0))
            .build_eframe(|cc| App::new(&cc.egui_ctx, Start::default()));
        let (system, answer) = channel();
        let job = Job::start("dialog", || {}, move || answer.recv().ok().flatten());
        let since = Instant::now().checked_sub(since).expect("the machine runs that long");
        let files = &mut window.state_mut().files;
        files.system_dialogs = true;
        let job = job.expect("a thread");
        files.choosing = Some(Choosing { purpose: Purpose::Open, job, since });
        window.run_steps(3);
        (window, system)
    }

    #[test]
    fn a_dialog_that_nobody_sees_gives_way_to_a_typed_path() {
        let (mut window, system) = window(SLOW);
        assert!(window.query_by_label("No dialog to be seen?").is_some());
        window.get_by_label("Type the path instead").click();
        window.run_steps(3);
        assert!(window.query_by_label_contains("Path of the file").is_some());
        assert!(window.state().files.system_dialogs, "the next time it may be seen");
        // What the dialog says now comes too late.
        system.send(Some(PathBuf::from("/late.ron"))).ok();
        window.run_steps(3);
        assert!(!window.state().is_busy());
    }

    #[test]
    fn a_dialog_is_given_some_seconds_and_the_window_stays_usable() {
        let (mut window, _system) = window(Duration::from_secs(1));
        assert!(window.query_by_label("No dialog to be seen?").is_none());
        window.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::A);
        window.run_steps(3);
        assert!(!window.state().editor.selection().is_empty());
    }
}
