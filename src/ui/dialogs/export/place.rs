//! How the file is called and where it goes, with what is wrong with that beside it.

use egui::{Align, Layout, RichText, Ui};

use crate::ui::app::App;
use crate::ui::exporting::NameFault;
use crate::ui::files::Purpose;
use crate::ui::theme::Tokens;

use super::ExportDialog;

/// The width of the names of the fields, in points.
const NAMES: f32 = 56.0;
/// The width of the field for the name.
const FIELD: f32 = 300.0;

impl ExportDialog {
    /// What is wrong with the name.
    pub(super) fn name_fault(&self) -> Option<NameFault> {
        NameFault::of(&self.name, self.exporter.ending.len())
    }

    /// The name and the folder.
    pub(super) fn place(&mut self, ui: &mut Ui, app: &mut App) {
        let tokens = Tokens::of(ui.ctx());
        let ctx = ui.ctx().clone();
        let row = egui::vec2(ui.available_width(), ui.spacing().interact_size.y);
        let along = Layout::left_to_right(Align::Center);
        ui.allocate_ui_with_layout(row, along, |ui| {
            let label = named(ui, app.words.text("export-name"));
            let field = egui::TextEdit::singleline(&mut self.name).desired_width(FIELD);
            ui.add(field).labelled_by(label.id);
            ui.label(format!(".{}", self.exporter.ending));
            if let Some(fault) = self.name_fault() {
                let said = RichText::new(app.name_fault(fault)).color(tokens.bad);
                ui.add(egui::Label::new(said).truncate());
            }
        });
        ui.allocate_ui_with_layout(row, along, |ui| {
            named(ui, app.words.text("export-folder"));
            let change = app.words.text("export-change-folder").to_owned();
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if ui.button(change).clicked() {
                    app.choose(&ctx, Purpose::ExportFolder);
                }
                let folder = app.export_folder();
                let is_there = folder.is_dir();
                let shown = folder.display().to_string();
                ui.with_layout(along, |ui| {
                    if is_there {
                        ui.add(egui::Label::new(shown).truncate());
                    } else {
                        let said = app.words.with("export-no-folder", &[("folder", shown.into())]);
                        let said = RichText::new(said).color(tokens.bad);
                        ui.add(egui::Label::new(said).truncate());
                    }
                });
            });
        });
    }
}

/// The name of a field.
fn named(ui: &mut Ui, name: &str) -> egui::Response {
    let height = ui.spacing().interact_size.y;
    let layout = Layout::left_to_right(Align::Center);
    ui.allocate_ui_with_layout(egui::vec2(NAMES, height), layout, |ui| {
        ui.set_min_width(NAMES);
        ui.label(name)
    })
    .inner
}

impl App {
    /// What is wrong with the name of a file, in words.
    fn name_fault(&self, fault: NameFault) -> String {
        match fault {
            NameFault::Blank => self.words.text("export-name-blank").to_owned(),
            NameFault::Letter(letter) => {
                let shown = if letter.is_control() {
                    letter.escape_default().to_string()
                } else {
                    letter.to_string()
                };
                self.words.with("export-name-letter", &[("letter", shown.into())])
            }
            NameFault::Kept => self.words.text("export-name-kept").to_owned(),
            NameFault::Long => self.words.text("export-name-long").to_owned(),
        }
    }
}
