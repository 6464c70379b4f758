//! Asks for a path, where the system has no dialog to be seen.

use std::path::PathBuf;

use egui::Ui;

use crate::guide::Page;
use crate::ui::app::App;
use crate::ui::controls::small;
use crate::ui::fields::select_all;
use crate::ui::files::Purpose;
use crate::ui::theme::Tokens;

use super::{DialogView, buttons, main_button, title};

/// A path is typed.
#[derive(Clone, Debug)]
pub(in crate::ui) struct AskPath {
    pub purpose: Purpose,
    text: String,
    /// Whether it has been seen.
    is_open: bool,
}

impl AskPath {
    /// Asks with a path proposed.
    pub fn new(purpose: Purpose, text: String) -> Self {
        Self { purpose, text, is_open: false }
    }
}

impl DialogView for AskPath {
    fn page(&self) -> Option<Page> {
        Some(match self.purpose {
            Purpose::Import => Page::Tables,
            Purpose::ExportFolder => Page::Drawing,
            Purpose::Rota(_) => Page::Staffing,
            Purpose::Against | Purpose::Verdict => Page::Review,
            Purpose::Open(_) | Purpose::Save(_) | Purpose::Report(_) => Page::Files,
        })
    }

    fn is_about_document(&self) -> bool {
        matches!(self.purpose, Purpose::Save(_))
    }

    fn show(&mut self, ui: &mut Ui, app: &mut App) -> bool {
        let head = match self.purpose {
            Purpose::Open(_) => "dialog-open-title",
            Purpose::Import => "import-choose-title",
            Purpose::Save(_) => "dialog-save-title",
            Purpose::Report(_) => "reporting-save-title",
            Purpose::Rota(_) => "staffing-save-title",
            Purpose::ExportFolder => "export-folder-title",
            Purpose::Against => "review-against-title",
            Purpose::Verdict => "review-save-verdict-title",
        };
        title(ui, app.words.text(head));
        let label = ui.label(app.words.text("path-label"));
        let field = egui::TextEdit::singleline(&mut self.text).desired_width(f32::INFINITY);
        let response = ui.add(field).labelled_by(label.id);
        // The field is typed in at once, over what is proposed.
        if ui.memory(|memory| memory.focused().is_none()) && !response.lost_focus() {
            response.request_focus();
            if !std::mem::replace(&mut self.is_open, true) {
                select_all(ui, response.id, &self.text);
            }
        }
        let help = if app.files.has_dialogs() { "path-typed-help" } else { "path-help" };
        small(ui, Tokens::of(ui.ctx()), app.words.text(help));
        if matches!(self.purpose, Purpose::Open(_) | Purpose::Save(_)) {
            small(ui, Tokens::of(ui.ctx()), app.words.text("path-ending"));
        }
        let go = match self.purpose {
            Purpose::Open(_) | Purpose::Against => "button-open",
            Purpose::Import => "import-button",
            Purpose::Save(_) | Purpose::Report(_) | Purpose::Rota(_) | Purpose::Verdict => {
                "button-save"
            }
            Purpose::ExportFolder => "export-folder-take",
        };
        let [go, cancel] = [go, "button-cancel"].map(|key| app.words.text(key).to_owned());
        let ctx = ui.ctx().clone();
        let path = PathBuf::from(self.text.trim());
        buttons(ui, |ui| {
            if main_button(ui, &go) && !path.as_os_str().is_empty() {
                app.path_chosen(&ctx, self.purpose.clone(), path, false);
                return true;
            }
            ui.button(&cancel).clicked()
        })
    }
}
