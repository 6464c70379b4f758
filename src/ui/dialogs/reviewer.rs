//! Asks once under which name somebody comments, and before all comments are removed.

use std::path::PathBuf;

use egui::{TextEdit, Ui};

use crate::storage::SaveError;
use crate::ui::app::App;
use crate::ui::controls::small;
use crate::ui::reviewing::{ReviewWish, Which};
use crate::ui::theme::Tokens;

use super::{DialogView, buttons, main_button, title};

/// The longest name, in characters.
const LONGEST: usize = 80;

/// Asks for a name, and then does what needs one.
#[derive(Debug)]
pub(in crate::ui) struct AskReviewer {
    name: String,
    then: ReviewWish,
}

impl AskReviewer {
    /// Asks before this is done.
    pub fn new(then: ReviewWish) -> Self {
        Self { name: String::new(), then }
    }
}

/// Asks whether all that was said is to be removed, as before a blueprint is published.
#[derive(Debug)]
pub(in crate::ui) struct AskRemoveComments;

impl DialogView for AskRemoveComments {
    fn is_same_question(&self, other: &dyn DialogView) -> bool {
        super::as_a::<Self>(other).is_some()
    }

    fn is_about_document(&self) -> bool {
        true
    }

    fn show(&mut self, ui: &mut Ui, app: &mut App) -> bool {
        title(ui, app.words.text("remove-comments-title"));
        ui.label(app.words.text("remove-comments-text"));
        let [go, cancel] =
            ["remove-comments-go", "button-cancel"].map(|key| app.words.text(key).to_owned());
        let ctx = ui.ctx().clone();
        buttons(ui, |ui| {
            if main_button(ui, &go) {
                app.grant_review(&ctx, ReviewWish::RemoveAll);
                return true;
            }
            ui.button(&cancel).clicked()
        })
    }
}

impl DialogView for AskReviewer {
    fn is_same_question(&self, other: &dyn DialogView) -> bool {
        super::as_a::<Self>(other).is_some()
    }

    fn is_about_document(&self) -> bool {
        true
    }

    fn show(&mut self, ui: &mut Ui, app: &mut App) -> bool {
        title(ui, app.words.text("reviewer-title"));
        let label = ui.label(app.words.text("reviewer-label"));
        let field =
            TextEdit::singleline(&mut self.name).char_limit(LONGEST).desired_width(f32::INFINITY);
        let response = ui.add(field).labelled_by(label.id);
        if ui.memory(|memory| memory.focused().is_none()) && !response.lost_focus() {
            response.request_focus();
        }
        small(ui, Tokens::of(ui.ctx()), app.words.text("reviewer-help"));
        let [go, cancel] =
            ["reviewer-go", "button-cancel"].map(|key| app.words.text(key).to_owned());
        let ctx = ui.ctx().clone();
        let name = self.name.trim().to_owned();
        buttons(ui, |ui| {
            let goes = ui.add_enabled_ui(!name.is_empty(), |ui| main_button(ui, &go)).inner;
            if goes && !name.is_empty() {
                app.grant_review(&ctx, ReviewWish::Name(name));
                app.grant_review(&ctx, self.then.clone());
                return true;
            }
            ui.button(&cancel).clicked()
        })
    }
}

/// Asks before a suggestion is accepted in a review, which ends with it.
#[derive(Debug)]
pub(in crate::ui) struct AskAccept(pub Which);

impl DialogView for AskAccept {
    fn is_same_question(&self, other: &dyn DialogView) -> bool {
        super::as_a::<Self>(other).is_some()
    }

    fn is_about_document(&self) -> bool {
        true
    }

    fn show(&mut self, ui: &mut Ui, app: &mut App) -> bool {
        title(ui, app.words.text("accept-title"));
        ui.label(app.words.text("accept-text"));
        let [go, cancel] = ["accept-go", "button-cancel"].map(|key| app.words.text(key).to_owned());
        let ctx = ui.ctx().clone();
        buttons(ui, |ui| {
            if main_button(ui, &go) {
                app.grant_review(&ctx, ReviewWish::AcceptNow(self.0.clone()));
                return true;
            }
            ui.button(&cancel).clicked()
        })
    }
}

/// A copy with the reviewer's name was saved: where it lies.
#[derive(Debug)]
pub(in crate::ui) struct CopySaved(pub PathBuf);

impl DialogView for CopySaved {
    fn is_about_document(&self) -> bool {
        true
    }

    fn show(&mut self, ui: &mut Ui, app: &mut App) -> bool {
        title(ui, app.words.text("copy-saved-title"));
        let path = self.0.display().to_string();
        ui.add(egui::Label::new(path).wrap().selectable(true));
        ui.label(app.words.text("copy-saved-text"));
        let drafts = app.draft_count();
        if drafts > 0 {
            ui.label(app.words.counted("review-drafts-stay", drafts));
        }
        let [show, close] =
            ["copy-saved-show", "button-close"].map(|key| app.words.text(key).to_owned());
        let ctx = ui.ctx().clone();
        buttons(ui, |ui| {
            if main_button(ui, &close) {
                return true;
            }
            if ui.button(&show).clicked() {
                app.show_in_folder(&ctx, &self.0);
                return true;
            }
            false
        })
    }
}

/// A copy with the reviewer's name could not be saved beside the file.
#[derive(Debug)]
pub(in crate::ui) struct AskOtherPlace(pub SaveError);

impl DialogView for AskOtherPlace {
    fn is_about_document(&self) -> bool {
        true
    }

    fn show(&mut self, ui: &mut Ui, app: &mut App) -> bool {
        title(ui, app.words.text("copy-elsewhere-title"));
        ui.add(egui::Label::new(app.words.save_error(&self.0)).wrap().selectable(true));
        ui.label(app.words.text("copy-elsewhere-text"));
        let [choose, cancel] =
            ["copy-elsewhere-go", "button-cancel"].map(|key| app.words.text(key).to_owned());
        let ctx = ui.ctx().clone();
        buttons(ui, |ui| {
            if main_button(ui, &choose) {
                app.choose_place_of_copy(&ctx, &self.0.path);
                return true;
            }
            ui.button(&cancel).clicked()
        })
    }
}
