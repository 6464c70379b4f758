//! New, open, save: nothing here blocks the window, and nothing is lost without asking.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use crate::background::{Job, Progress};
use crate::blueprint::Blueprint;
use crate::storage::preferences::{PreferenceStore, Preferences};
use crate::storage::{self, OpenError, Opened, SaveError};

use super::app::App;
use super::dialogs::Dialog;
use super::settings::Settings;

/// The sample that is opened when nothing else is.
const FIRST_SAMPLE: &str = "driver-licence-office";

/// A system dialog that answers faster than a person could was never shown.
const TOO_FAST: Duration = Duration::from_millis(350);

/// What is to be done once unsaved work is safe.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Intent {
    New,
    ChooseFile,
    OpenFile(PathBuf),
    OpenSample(&'static str),
    Quit,
}

/// What a path is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Purpose {
    Open,
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

struct Writing {
    job: Job<Result<(), SaveError>>,
    blueprint: Arc<Blueprint>,
    path: PathBuf,
    then: Option<Intent>,
}

/// The file behind the document, and what is being done with files.
pub(super) struct FileFlow {
    path: Option<PathBuf>,
    caution: Option<Caution>,
    choosing: Option<Choosing>,
    reading: Option<(PathBuf, Job<Result<Opened, OpenError>>)>,
    writing: Option<Writing>,
    store: Option<PreferenceStore>,
    preferences: Preferences,
    system_dialogs: bool,
    may_close: bool,
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
            choosing: None,
            reading: None,
            writing: None,
            store,
            preferences,
            system_dialogs,
            may_close: false,
        }
    }

    pub fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    pub fn recent(&self) -> &[PathBuf] {
        self.preferences.recent()
    }

    pub fn is_busy(&self) -> bool {
        self.choosing.is_some() || self.reading.is_some() || self.writing.is_some()
    }

    /// What keeps the preferences, if anything does.
    pub fn preference_store(&self) -> Option<&PreferenceStore> {
        self.store.as_ref()
    }

    /// Keeps settings for the next start.
    pub fn keep_settings(&mut self, settings: Settings) {
        settings.put_into(&mut self.preferences);
        self.keep();
    }

    fn remember(&mut self, path: &Path) {
        // A relative path would mean another file at the next start.
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        self.preferences.remember(&path);
        self.keep();
    }

    fn forget(&mut self, path: &Path) {
        self.preferences.forget(path);
        self.keep();
    }

    /// Preferences that cannot be kept are no reason to disturb anybody; the log says it.
    fn keep(&self) {
        if let Some(Err(error)) = self.store.as_ref().map(|store| store.save(&self.preferences)) {
            log::warn!("preferences not kept: {error}");
        }
    }
}

impl App {
    /// Opens what the window starts with: the named file, else the last one, else the sample.
    pub(super) fn open_at_start(&mut self, ctx: &egui::Context, file: Option<PathBuf>) {
        if let Some(path) = file {
            self.show_sample(FIRST_SAMPLE);
            self.start_reading(ctx, path);
            return;
        }
        self.show_sample(FIRST_SAMPLE);
        if let Some(last) = self.files.recent().first().filter(|path| path.is_file()).cloned() {
            self.start_reading(ctx, last);
        }
    }

    fn show_sample(&mut self, key: &str) {
        let Some(sample) = storage::samples().iter().find(|sample| sample.key == key) else {
            return;
        };
        match sample.open() {
            Ok(blueprint) => {
                self.put_on_desk(blueprint);
                self.files.path = None;
                self.files.caution = None;
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
                self.files.path = None;
                self.files.caution = None;
            }
            Intent::ChooseFile => self.choose(ctx, Purpose::Open),
            Intent::OpenFile(path) => self.start_reading(ctx, path),
            Intent::OpenSample(key) => self.show_sample(key),
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
        let dialog = rfd::AsyncFileDialog::new()
            .add_filter(self.words.text("file-kind"), &["ron"])
            .set_title(self.words.text(match purpose {
                Purpose::Open => "dialog-open-title",
                Purpose::Save(_) => "dialog-save-title",
            }));
        let dialog = match self.files.path.as_deref().and_then(Path::parent) {
            Some(folder) => dialog.set_directory(folder),
            None => dialog,
        };
        let wake = ctx.clone();
        let wake = move || wake.request_repaint();
        // The future is made here, on the main thread, as macOS wants it.
        let job = match purpose {
            Purpose::Open => {
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

    fn ask_path(&mut self, purpose: Purpose) {
        let text = match (&purpose, self.files.path()) {
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

    /// Goes on with a path that was chosen or typed.
    pub(super) fn path_chosen(&mut self, ctx: &egui::Context, purpose: Purpose, path: PathBuf) {
        match purpose {
            Purpose::Open => self.start_reading(ctx, path),
            Purpose::Save(then) => {
                let path =
                    if path.extension().is_some() { path } else { path.with_extension("ron") };
                self.start_writing(ctx, path, then);
            }
        }
    }

    /// Saves under the file's name, or asks for one.
    pub(super) fn save(&mut self, ctx: &egui::Context, then: Option<Intent>) {
        self.editor.commit();
        match (self.files.path.clone(), self.files.caution) {
            (None, _) => self.choose(ctx, Purpose::Save(then)),
            (Some(_), Some(caution)) => self.dialog = Some(Dialog::Caution(caution, then)),
            (Some(path), None) => self.start_writing(ctx, path, then),
        }
    }

    /// Saves over a file whose comments are lost by it, as the user wants.
    pub(super) fn save_all_the_same(&mut self, ctx: &egui::Context, then: Option<Intent>) {
        self.files.caution = None;
        self.save(ctx, then);
    }

    fn start_reading(&mut self, ctx: &egui::Context, path: PathBuf) {
        let wake = ctx.clone();
        let from = path.clone();
        let job =
            Job::start("open file", move || wake.request_repaint(), move || storage::open(&from));
        match job {
            Ok(job) => self.files.reading = Some((path, job)),
            Err(error) => self.no_thread(&error),
        }
    }

    fn start_writing(&mut self, ctx: &egui::Context, path: PathBuf, then: Option<Intent>) {
        if self.files.writing.is_some() {
            // One at a time; the next press of the key saves what has changed since.
            return;
        }
        let blueprint = Arc::clone(self.editor.blueprint());
        let (wake, to, snapshot) = (ctx.clone(), path.clone(), Arc::clone(&blueprint));
        let job = Job::start(
            "save file",
            move || wake.request_repaint(),
            move || storage::save(&to, &snapshot),
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
        self.fetch_reading();
        self.fetch_writing(ctx);
    }

    fn fetch_choice(&mut self, ctx: &egui::Context) {
        let Some(choosing) = self.files.choosing.take() else { return };
        match choosing.job.poll() {
            Progress::Running => self.files.choosing = Some(choosing),
            Progress::Done(Some(path)) => self.path_chosen(ctx, choosing.purpose, path),
            // A dialog that ended at once was never seen: the system has none.
            Progress::Done(None) if choosing.since.elapsed() > TOO_FAST => {}
            Progress::Done(None) | Progress::Lost => {
                self.files.system_dialogs = false;
                self.ask_path(choosing.purpose);
            }
        }
    }

    fn fetch_reading(&mut self) {
        let Some((path, job)) = self.files.reading.take() else { return };
        match job.poll() {
            Progress::Running => self.files.reading = Some((path, job)),
            Progress::Done(Ok(opened)) => self.opened(path, opened),
            Progress::Done(Err(error)) => {
                self.files.forget(&path);
                self.dialog = Some(Dialog::message(
                    self.words.text("open-failed-title"),
                    &self.words.open_error(&error),
                ));
            }
            Progress::Lost => {
                let text = self.words.text("work-lost").to_owned();
                self.dialog = Some(Dialog::message(self.words.text("open-failed-title"), &text));
            }
        }
    }

    fn opened(&mut self, path: PathBuf, opened: Opened) {
        self.files.remember(&path);
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
        self.put_on_desk(opened.blueprint);
        self.files.path = Some(path);
    }

    fn fetch_writing(&mut self, ctx: &egui::Context) {
        let Some(writing) = self.files.writing.take() else { return };
        match writing.job.poll() {
            Progress::Running => self.files.writing = Some(writing),
            Progress::Done(Ok(())) => {
                self.editor.mark_saved(writing.blueprint);
                self.files.remember(&writing.path);
                let name = writing.path.display().to_string();
                self.files.path = Some(writing.path);
                self.files.caution = None;
                let said = self.words.with("saved-as", &[("name", name.into())]);
                self.notice.say(said, ctx.time());
                if let Some(intent) = writing.then {
                    self.pursue(ctx, intent);
                }
            }
            Progress::Done(Err(error)) => {
                self.dialog = Some(Dialog::message(
                    self.words.text("save-failed-title"),
                    &self.words.save_error(&error),
                ));
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
