//! The field that finds commands and things, as a dialog.

use egui::Ui;

use crate::ui::access;
use crate::ui::app::App;
use crate::ui::finder::{self, Finder};
use crate::ui::view_context::Action;

use super::{DialogView, Stands};

impl DialogView for Finder {
    fn width(&self) -> f32 {
        520.0
    }

    /// What fits grows and shrinks below a field that stays where it is.
    fn stands(&self) -> Stands {
        Stands::AtTheTop
    }

    fn show(&mut self, ui: &mut Ui, app: &mut App) -> bool {
        access::dialog(ui, app.words.text(self.name()));
        let recently_used = app.recently_used.clone();
        let ctx = ui.ctx().clone();
        match app.with_view(&ctx, |view| Finder::show(self, ui, view, &recently_used)) {
            finder::Answer::Open => false,
            finder::Answer::Chosen(action) => {
                if let Some(command) = finder::command_of(&action) {
                    finder::used(&mut app.recently_used, command);
                }
                if !matches!(action, Action::Run(_)) {
                    // What was found is on the sheet, and so are the keys.
                    app.dialogs.leave_behind();
                    app.canvas.take_focus();
                }
                app.actions.push(action);
                true
            }
        }
    }
}
