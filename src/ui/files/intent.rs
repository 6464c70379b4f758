//! What a person wants to do with files, and what stands in its way: unsaved work is asked about
//! before another document takes its place, just when it does.

use std::path::{Path, PathBuf};

use crate::blueprint::Blueprint;
use crate::exchange;
use crate::storage;
use crate::ui::app::{App, Opening};
use crate::ui::commands::Command;
use crate::ui::dialogs::{AskCovered, AskDrafts, AskSave, Message};
use crate::ui::modes::StartScreen;

use super::home::Document;
use super::wanted::{GivenUp, Intent, Purpose, Waiting, later};

/// The sample that is opened when nothing else is.
const FIRST_SAMPLE: &str = "driver-licence-office";

impl App {
    /// Opens what the window starts with: the named file, and behind it, or without one, what
    /// `opening` says.
    pub(in crate::ui) fn open_at_start(
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
            self.start_reading(ctx, path, GivenUp::default());
        }
    }

    /// Shows the start screen in front of the sheet.
    pub(in crate::ui) fn show_start_screen(&mut self, ctx: &egui::Context) {
        self.editor.commit();
        self.modes.start_screen = Some(StartScreen::new(ctx, self.files.recent()));
    }

    fn show_sample(&mut self, key: &str) {
        let Some(sample) = storage::sample(key) else { return };
        match sample.open_in(self.words.language().code()) {
            Ok(blueprint) => {
                // A case is looked at from the day up to which it is told; by the clock all of it is over.
                let told = blueprint.judgements().log.last().map(|entry| entry.date);
                self.show_document(Document::new(blueprint));
                self.assessing.look_from(told);
            }
            Err(error) => {
                // A shipped sample is tested; if one fails all the same, say so.
                let text = self.words.decode_error(&error);
                self.ask(Message::new(self.words.text("open-failed-title"), &text));
            }
        }
    }

    /// Opens a sample, after unsaved work is safe.
    pub(in crate::ui) fn open_sample(&mut self, ctx: &egui::Context, key: &'static str) {
        self.pursue(ctx, Intent::OpenSample(key));
    }

    /// Opens a file, after unsaved work is safe.
    pub(in crate::ui) fn open_file(&mut self, ctx: &egui::Context, path: PathBuf) {
        if self.modes.presenting.is_some() {
            return;
        }
        if exchange::is_table_file(&path) {
            // What becomes of it, and of unsaved work, is asked when its columns are clear.
            self.leave_advice(ctx);
            self.start_import(ctx, path);
            return;
        }
        self.pursue(ctx, Intent::OpenFile(path));
    }

    /// Does something that replaces the document; asks first if it holds unsaved work, unless that
    /// was `given_up`. What is being saved just now is waited for.
    pub(in crate::ui) fn pursue(&mut self, ctx: &egui::Context, intent: Intent) {
        self.pursue_without(ctx, intent, GivenUp::default());
    }

    /// As [`App::pursue`], but one version need not be saved.
    pub(in crate::ui) fn pursue_without(
        &mut self,
        ctx: &egui::Context,
        intent: Intent,
        given_up: GivenUp,
    ) {
        // Rules that were chosen in the redesign are part of the document, a design is not yet.
        self.leave_advice(ctx);
        self.editor.commit();
        if self.draft_count() > 0 {
            self.ask(AskDrafts(intent, given_up));
        } else if self.may_lose(&given_up) && !self.is_being_saved() {
            // Nothing is lost before it is answered.
            self.ask(AskSave(intent));
        } else if self.may_lose_covered(&given_up) {
            self.ask(AskCovered(intent, given_up));
        } else {
            self.go_on(ctx, intent, given_up);
        }
    }

    /// Whether the document holds something unsaved that was not given up.
    pub(in crate::ui) fn may_lose(&self, given_up: &GivenUp) -> bool {
        self.editor.is_modified() && !given_up.is(self.editor.settled_blueprint())
    }

    /// Whether a version that the one on disk took the place of is unsaved and was not given up.
    pub(in crate::ui) fn may_lose_covered(&self, given_up: &GivenUp) -> bool {
        self.editor.all_covered().any(|version| !given_up.is(version))
    }

    /// Whether it is still to be asked what becomes of unsaved work.
    pub(in crate::ui) fn asks_to_save(&self) -> bool {
        self.may_lose(&GivenUp::default()) && !self.is_being_saved()
    }

    /// Gives up what is unsaved now.
    pub(in crate::ui) fn give_up(&mut self) -> GivenUp {
        self.editor.commit();
        GivenUp::default().and(std::iter::once(self.editor.settled_blueprint()))
    }

    /// Does it without asking now. What the document holds then is asked about when another takes
    /// its place, unless it was `given_up`.
    pub(in crate::ui) fn go_on(&mut self, ctx: &egui::Context, intent: Intent, given_up: GivenUp) {
        if let Intent::ChooseFile = intent {
            self.choose(ctx, Purpose::Open(given_up));
            return;
        }
        if self.files.is_writing() {
            // Whether that ends well is not known yet.
            let waiting = Waiting { intent, given_up };
            self.files.then = Some(later(self.files.then.take(), waiting));
            return;
        }
        if let Some(document) = self.files.kept.pop_front() {
            self.show_kept(ctx, document);
            return;
        }
        match intent {
            Intent::New => {
                let empty = Blueprint::empty("", self.words.text("scenario-first"));
                self.show_document(Document::new(empty));
            }
            Intent::ChooseFile | Intent::ShowKept => {}
            Intent::OpenFile(path) => self.start_reading(ctx, path, given_up),
            Intent::OpenSample(key) => self.show_sample(key),
            Intent::Recover(found) => self.show_copy(*found),
            Intent::Show(document) => match (&document.home.path, document.read) {
                (Some(path), Some(read)) if read != self.files.written => {
                    // It may be the file that was written since it was read.
                    self.start_reading(ctx, path.clone(), given_up);
                }
                _ => self.show_document(*document),
            },
            Intent::Quit => {
                self.files.may_close = true;
                ctx.send_viewport_cmd(egui::ViewportCommand::Close);
            }
        }
    }

    /// Goes on with what waited for the document to be saved.
    pub(super) fn resume(&mut self, ctx: &egui::Context) {
        if let Some(Waiting { intent, given_up }) = self.files.then.take() {
            self.pursue_without(ctx, intent, given_up);
        }
    }

    /// Keeps a window with unsaved work open until it is said what becomes of it.
    pub(in crate::ui) fn watch_closing(&mut self, ctx: &egui::Context) {
        if !ctx.input(|input| input.viewport().close_requested()) || self.files.may_close {
            return;
        }
        if !self.dialogs.is_open() && (ctx.text_edit_focused() || self.is_naming()) {
            // What is being typed is work as well.
            ctx.send_viewport_cmd(egui::ViewportCommand::CancelClose);
            self.typing_ahead.after_leaving(ctx, Command::Quit);
            return;
        }
        if self.modes.presenting.as_ref().is_some_and(|lesson| lesson.has_tries()) {
            // What the room proposed is asked about first.
            ctx.send_viewport_cmd(egui::ViewportCommand::CancelClose);
            self.ask_to_leave_lesson(ctx);
            return;
        }
        self.leave_lesson(ctx, &[]);
        self.leave_advice(ctx);
        self.editor.commit();
        let unsaved = self.editor.is_modified() || self.editor.covered().is_some();
        if unsaved || self.files.is_writing() {
            ctx.send_viewport_cmd(egui::ViewportCommand::CancelClose);
            self.pursue(ctx, Intent::Quit);
        }
    }

    /// Opens a file that is dropped on the window.
    pub(in crate::ui) fn watch_dropped_files(&mut self, ctx: &egui::Context) {
        let dropped = ctx
            .input(|input| input.raw.dropped_files.first().map(|file| file.path().to_path_buf()));
        if let Some(path) = dropped.filter(|_| self.modes.presenting.is_none()) {
            self.open_file(ctx, path);
        }
    }

    /// Shows documents with ideas that were kept of lessons, one after another: the first once unsaved work is safe,
    /// each of the others before something else takes its place.
    pub(in crate::ui) fn show_all_kept(&mut self, ctx: &egui::Context, kept: Vec<Document>) {
        self.files.kept.extend(kept);
        self.pursue(ctx, Intent::ShowKept);
    }

    fn show_kept(&mut self, ctx: &egui::Context, document: Document) {
        self.show_document(document);
        let more = self.files.kept.len();
        let said = if more > 0 {
            self.words.with("playlist-kept-more", &[("count", more.into())])
        } else {
            self.words.text("playlist-kept").to_owned()
        };
        self.notice.say(said, ctx.time());
    }

    /// Remembers that a file was opened or saved.
    pub(super) fn remember(&mut self, path: &Path) {
        // A relative path would mean another file at the next start.
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        self.files.change(|preferences| preferences.remember(&path));
    }
}
