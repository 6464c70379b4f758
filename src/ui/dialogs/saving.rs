//! What is asked when a file cannot simply be saved: somebody else changed it, or the disk refuses.

use std::path::Path;

use egui::{RichText, Ui};

use super::{buttons, main_button, title};
use crate::storage::{Conflict, Replace, SaveError};
use crate::ui::app::App;
use crate::ui::controls::small;
use crate::ui::files::{Document, GivenUp, Intent, Purpose};
use crate::ui::theme::Tokens;

/// Somebody must say what becomes of the file on the disk.
pub(super) fn conflict(
    ui: &mut Ui,
    app: &mut App,
    conflict: Conflict,
    path: &Path,
    then: Option<Intent>,
) -> bool {
    let (head, text) = match conflict {
        Conflict::Changed => ("conflict-changed-title", "conflict-changed-text"),
        Conflict::Gone => ("conflict-gone-title", "conflict-gone-text"),
        Conflict::Exists => ("conflict-exists-title", "conflict-exists-text"),
    };
    let file = path.file_name().unwrap_or(path.as_os_str());
    let name = file.to_string_lossy().into_owned();
    title(ui, &app.words.with(head, &[("name", name.into())]));
    ui.label(app.words.text(text));
    small(ui, Tokens::of(ui.ctx()), path.display().to_string());
    let ctx = ui.ctx().clone();
    let overwrite = match conflict {
        Conflict::Changed => "conflict-overwrite",
        Conflict::Gone => "conflict-save-again",
        Conflict::Exists => "conflict-replace",
    };
    let [save_as, overwrite, look, cancel] =
        ["button-save-as", overwrite, "file-look", "button-cancel"]
            .map(|key| app.words.text(key).to_owned());
    let mine = app.path() == Some(path);
    buttons(ui, |ui| {
        if main_button(ui, &save_as) {
            app.choose(&ctx, Purpose::Save(then));
            return true;
        }
        if ui.button(&overwrite).clicked() {
            app.start_writing(&ctx, path.to_owned(), then, Replace::Anything);
            return true;
        }
        if conflict == Conflict::Changed && mine && ui.button(&look).clicked() {
            app.reload(&ctx);
            return true;
        }
        ui.button(&cancel).clicked()
    })
}

/// The version on disk took the place of unsaved work, and both would be gone from the window.
pub(super) fn covered(ui: &mut Ui, app: &mut App, intent: Intent, given_up: GivenUp) -> bool {
    let name = app.file_name();
    title(ui, &app.words.with("covered-title", &[("name", name.into())]));
    ui.label(app.words.text("covered-text"));
    let [save_as, discard, back, cancel] =
        ["file-save-mine", "covered-discard", "covered-back", "button-cancel"]
            .map(|key| app.words.text(key).to_owned());
    let ctx = ui.ctx().clone();
    buttons(ui, |ui| {
        if main_button(ui, &save_as) {
            app.uncover(&ctx);
            app.choose(&ctx, Purpose::Save(Some(intent)));
            return true;
        }
        if ui.button(&discard).clicked() {
            let given_up = given_up.and(app.editor.all_covered());
            app.pursue_without(&ctx, intent, given_up);
            return true;
        }
        if ui.button(&back).clicked() {
            app.uncover(&ctx);
            return true;
        }
        ui.button(&cancel).clicked()
    })
}

/// The disk does not take the file: says what, where, and what to do.
pub(super) fn failed(ui: &mut Ui, app: &mut App, error: &SaveError, then: Option<Intent>) -> bool {
    title(ui, app.words.text("save-failed-title"));
    let selectable = |text: String| egui::Label::new(text).wrap().selectable(true);
    ui.add(selectable(app.words.save_error(error)));
    if let Some(advice) = app.words.save_advice(&error.problem) {
        ui.label(advice);
    }
    let kept = if app.recovery.place().is_some() { "save-failed-copy" } else { "save-failed-kept" };
    ui.label(RichText::new(app.words.text(kept)).color(Tokens::of(ui.ctx()).muted));
    let [save_as, again, close] = ["button-save-as", "button-try-again", "button-close"]
        .map(|key| app.words.text(key).to_owned());
    let ctx = ui.ctx().clone();
    buttons(ui, |ui| {
        if main_button(ui, &save_as) {
            app.choose(&ctx, Purpose::Save(then));
            return true;
        }
        if ui.button(&again).clicked() {
            app.save_again(&ctx, error.path.clone(), then);
            return true;
        }
        ui.button(&close).clicked()
    })
}

/// A document that was replaced could not be saved after all: it is offered again.
pub(super) fn left_unsaved(ui: &mut Ui, app: &mut App, name: &str, document: &Document) -> bool {
    title(ui, app.words.text("save-failed-title"));
    ui.label(app.words.with("left-unsaved", &[("name", name.into())]));
    let [show, discard] =
        ["left-unsaved-show", "button-discard"].map(|key| app.words.text(key).to_owned());
    let ctx = ui.ctx().clone();
    buttons(ui, |ui| {
        if main_button(ui, &show) {
            app.pursue(&ctx, Intent::Show(Box::new(document.clone())));
            return true;
        }
        ui.button(&discard).clicked()
    })
}
