//! What must be known, with a way out.

use std::path::PathBuf;

use egui::Ui;

use crate::ui::app::App;

use super::{DialogView, as_a, buttons, main_button, title};

/// Something went wrong, or must be known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::ui) struct Message {
    title: String,
    text: String,
}

impl Message {
    /// A message with its title.
    pub fn new(title: &str, text: &str) -> Self {
        Self { title: title.to_owned(), text: text.to_owned() }
    }

    /// What it says.
    #[cfg(test)]
    pub fn text(&self) -> &str {
        &self.text
    }
}

impl DialogView for Message {
    fn is_same_question(&self, other: &dyn DialogView) -> bool {
        as_a(other) == Some(self)
    }

    fn show(&mut self, ui: &mut Ui, app: &mut App) -> bool {
        title(ui, &self.title);
        egui::ScrollArea::vertical().max_height(320.0).show(ui, |ui| {
            ui.add(egui::Label::new(&self.text).wrap().selectable(true));
        });
        let close = app.words.text("button-close").to_owned();
        buttons(ui, |ui| main_button(ui, &close))
    }
}

/// A file that was opened before is no longer there.
#[derive(Clone, Debug)]
pub(in crate::ui) struct RecentGone {
    /// What is said of it.
    pub text: String,
    /// Where it was.
    pub path: PathBuf,
}

impl DialogView for RecentGone {
    fn show(&mut self, ui: &mut Ui, app: &mut App) -> bool {
        title(ui, app.words.text("open-failed-title"));
        ui.add(egui::Label::new(&self.text).wrap().selectable(true));
        let [close, forget] =
            ["button-close", "recent-forget"].map(|key| app.words.text(key).to_owned());
        buttons(ui, |ui| {
            if main_button(ui, &close) {
                return true;
            }
            let forgets = ui.button(&forget).clicked();
            if forgets {
                app.files.forget(&self.path);
            }
            forgets
        })
    }
}
