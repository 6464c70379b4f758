//! What is asked before unsaved work is lost, and when a file cannot simply be saved: it holds more,
//! somebody else changed it, or the disk refuses.

use std::path::PathBuf;

use egui::{Context, RichText, Ui};

use crate::storage::{Conflict, Replace, SaveError};
use crate::ui::app::App;
use crate::ui::controls::small;
use crate::ui::files::{Caution, Document, GivenUp, Intent, Merged, Purpose};
use crate::ui::theme::Tokens;

use super::{DialogView, as_a, buttons, main_button, title};

/// Unsaved work stands in the way.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::ui) struct AskSave(pub Intent);

impl DialogView for AskSave {
    fn is_same_question(&self, other: &dyn DialogView) -> bool {
        as_a(other) == Some(self)
    }

    fn is_about_document(&self) -> bool {
        matches!(self.0, Intent::Show(_))
    }

    fn settles(&mut self, app: &mut App, ctx: &Context) -> bool {
        let settles = !app.asks_to_save();
        if settles {
            app.pursue(ctx, self.0.clone());
        }
        settles
    }

    fn show(&mut self, ui: &mut Ui, app: &mut App) -> bool {
        let name = app.file_name();
        title(ui, &app.words.with("ask-save-title", &[("name", name.into())]));
        ui.label(app.words.text("ask-save-text"));
        let [save, discard, cancel] = ["button-save", "button-discard", "button-cancel"]
            .map(|key| app.words.text(key).to_owned());
        let ctx = ui.ctx().clone();
        buttons(ui, |ui| {
            if main_button(ui, &save) {
                app.save(&ctx, Some(self.0.clone()));
                return true;
            }
            if ui.button(&discard).clicked() {
                let given_up = app.give_up();
                app.pursue_without(&ctx, self.0.clone(), given_up);
                return true;
            }
            ui.button(&cancel).clicked()
        })
    }
}

/// An unsaved version that the one on disk took the place of stands in the way; what else need not
/// be saved.
#[derive(Clone, Debug)]
pub(in crate::ui) struct AskCovered(pub Intent, pub GivenUp);

impl DialogView for AskCovered {
    fn width(&self) -> f32 {
        480.0
    }

    fn is_same_question(&self, other: &dyn DialogView) -> bool {
        as_a::<Self>(other).is_some_and(|Self(intent, _)| *intent == self.0)
    }

    fn is_about_document(&self) -> bool {
        matches!(self.0, Intent::Show(_))
    }

    fn settles(&mut self, app: &mut App, ctx: &Context) -> bool {
        let settles = !app.may_lose_covered(&self.1);
        if settles {
            app.pursue_without(ctx, self.0.clone(), self.1.clone());
        }
        settles
    }

    fn show(&mut self, ui: &mut Ui, app: &mut App) -> bool {
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
                app.choose(&ctx, Purpose::Save(Some(self.0.clone())));
                return true;
            }
            if ui.button(&discard).clicked() {
                let given_up = self.1.clone().and(app.editor.all_covered());
                app.pursue_without(&ctx, self.0.clone(), given_up);
                return true;
            }
            if ui.button(&back).clicked() {
                app.uncover(&ctx);
                return true;
            }
            ui.button(&cancel).clicked()
        })
    }
}

/// The file on disk holds something that saving would lose.
#[derive(Clone, Debug)]
pub(in crate::ui) struct AskCaution(pub Caution, pub Option<Intent>);

impl DialogView for AskCaution {
    fn is_about_document(&self) -> bool {
        true
    }

    fn show(&mut self, ui: &mut Ui, app: &mut App) -> bool {
        let Self(caution, then) = self;
        let (head, text) = match caution {
            Caution::UnknownFields => ("caution-unknown-title", "caution-unknown-text"),
            Caution::Comments(_) => ("caution-comments-title", "caution-comments-text"),
        };
        title(ui, app.words.text(head));
        ui.label(app.words.text(text));
        let lost = if let Caution::Comments(lost) = caution { lost.as_slice() } else { &[] };
        egui::ScrollArea::vertical().max_height(200.0).show(ui, |ui| {
            for comment in lost {
                ui.add(egui::Label::new(comment).wrap().selectable(true));
            }
        });
        let [save_as, overwrite, cancel, take] =
            ["button-save-as", "button-overwrite", "button-cancel", "caution-take-notes"]
                .map(|key| app.words.text(key).to_owned());
        let ctx = ui.ctx().clone();
        buttons(ui, |ui| {
            if !lost.is_empty() && main_button(ui, &take) {
                app.keep_notes_as_comments(&ctx, then.clone());
                return true;
            }
            let elsewhere = match lost {
                [] => main_button(ui, &save_as),
                [..] => ui.button(&save_as).clicked(),
            };
            if elsewhere {
                app.choose(&ctx, Purpose::Save(then.clone()));
                return true;
            }
            // Comments may be given up; what a newer version wrote is only left behind in a copy.
            if !lost.is_empty() && ui.button(&overwrite).clicked() {
                app.save_without(&ctx, lost, then.clone());
                return true;
            }
            ui.button(&cancel).clicked()
        })
    }
}

/// The file on disk is not what it is taken for: somebody must say what becomes of it.
#[derive(Clone, Debug)]
pub(in crate::ui) struct AskConflict {
    pub conflict: Conflict,
    pub path: PathBuf,
    /// What loses nothing of either, where there is that.
    pub merged: Option<Merged>,
    /// What is wanted afterwards.
    pub then: Option<Intent>,
}

impl DialogView for AskConflict {
    fn width(&self) -> f32 {
        480.0
    }

    fn is_about_document(&self) -> bool {
        true
    }

    fn show(&mut self, ui: &mut Ui, app: &mut App) -> bool {
        let Self { conflict, path, merged, then } = self;
        let conflict = *conflict;
        let (head, text) = match conflict {
            Conflict::Changed if merged.is_some() => {
                ("conflict-changed-title", "conflict-comments-text")
            }
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
        let [save_as, overwrite, look, cancel, merge] =
            ["button-save-as", overwrite, "file-look", "button-cancel", "conflict-merge-comments"]
                .map(|key| app.words.text(key).to_owned());
        let mine = app.path() == Some(path);
        buttons(ui, |ui| {
            if let Some(merged) = merged.as_ref().filter(|_| mine)
                && main_button(ui, &merge)
            {
                app.merge_and_save(&ctx, merged.clone(), then.clone());
                return true;
            }
            let elsewhere = match merged {
                Some(_) if mine => ui.button(&save_as).clicked(),
                _ => main_button(ui, &save_as),
            };
            if elsewhere {
                app.choose(&ctx, Purpose::Save(then.clone()));
                return true;
            }
            if ui.button(&overwrite).clicked() {
                app.start_writing(&ctx, path.clone(), then.clone(), Replace::Anything);
                return true;
            }
            if conflict == Conflict::Changed && mine && ui.button(&look).clicked() {
                app.reload(&ctx);
                return true;
            }
            ui.button(&cancel).clicked()
        })
    }
}

/// The disk did not take the file: says what, where, and what to do.
#[derive(Clone, Debug)]
pub(in crate::ui) struct SaveFailed(pub SaveError, pub Option<Intent>);

impl DialogView for SaveFailed {
    fn is_about_document(&self) -> bool {
        true
    }

    fn show(&mut self, ui: &mut Ui, app: &mut App) -> bool {
        let Self(error, then) = self;
        title(ui, app.words.text("save-failed-title"));
        let selectable = |text: String| egui::Label::new(text).wrap().selectable(true);
        ui.add(selectable(app.words.save_error(error)));
        if let Some(advice) = app.words.save_advice(&error.problem) {
            ui.label(advice);
        }
        let kept =
            if app.recovery.place().is_some() { "save-failed-copy" } else { "save-failed-kept" };
        ui.label(RichText::new(app.words.text(kept)).color(Tokens::of(ui.ctx()).muted));
        let [save_as, again, close] = ["button-save-as", "button-try-again", "button-close"]
            .map(|key| app.words.text(key).to_owned());
        let ctx = ui.ctx().clone();
        buttons(ui, |ui| {
            if main_button(ui, &save_as) {
                app.choose(&ctx, Purpose::Save(then.clone()));
                return true;
            }
            if ui.button(&again).clicked() {
                app.save_again(&ctx, error.path.clone(), then.clone());
                return true;
            }
            ui.button(&close).clicked()
        })
    }
}

/// A document that was replaced could not be saved after all: it is offered again.
#[derive(Clone, Debug)]
pub(in crate::ui) struct LeftUnsaved {
    pub name: String,
    pub document: Box<Document>,
}

impl DialogView for LeftUnsaved {
    fn show(&mut self, ui: &mut Ui, app: &mut App) -> bool {
        let name = self.name.as_str();
        title(ui, app.words.text("save-failed-title"));
        ui.label(app.words.with("left-unsaved", &[("name", name.into())]));
        let [show, discard] =
            ["left-unsaved-show", "button-discard"].map(|key| app.words.text(key).to_owned());
        let ctx = ui.ctx().clone();
        buttons(ui, |ui| {
            if main_button(ui, &show) {
                app.pursue(&ctx, Intent::Show(self.document.clone()));
                return true;
            }
            ui.button(&discard).clicked()
        })
    }
}
