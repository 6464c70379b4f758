//! What leaves, in which format and how, with a look at it before it is written.

mod choices;
mod look;

use std::collections::BTreeSet;
use std::path::PathBuf;

use egui::{RichText, Ui};

use crate::exchange::{EXPORTERS, Export, Exporter};
use crate::exports::{Choices, Motif};
use crate::guide::Page;
use crate::ui::app::App;
use crate::ui::controls::small;
use crate::ui::exporting::Outlet;
use crate::ui::files::Purpose;
use crate::ui::theme::Tokens;

use super::{DialogView, buttons, main_button, title};

use self::look::Looking;

/// The format that is offered first.
const FIRST: &str = "png";
/// Work that takes longer is shown while it goes on, in seconds.
const LONG: f64 = 0.3;
/// The width of the column of choices, in points.
const CHOICES: f32 = 250.0;

/// The formats in the order in which they are offered: pictures, pages, reports, tables.
fn offered() -> Vec<&'static Exporter> {
    let mut offered: Vec<&Exporter> = EXPORTERS.iter().collect();
    offered.sort_by_key(|exporter| match exporter.export {
        Export::Picture(_) => 0,
        Export::Pages(_) => 1,
        Export::Report(_) => 2,
        Export::Workbook(_) => 3,
        Export::Document(_) => 4,
    });
    offered
}

/// The dialog.
#[derive(Debug)]
pub(in crate::ui) struct ExportDialog {
    exporter: &'static Exporter,
    choices: Choices,
    /// The name of the file, without ending.
    name: String,
    looking: Looking,
    /// What was shown before a format that is only for reports was chosen.
    before_report: Motif,
    /// The file that may be replaced, once that was agreed to.
    replaces: Option<PathBuf>,
}

impl ExportDialog {
    /// Begins with what was chosen last. What is selected is offered, not taken for what is meant.
    pub fn new(app: &App) -> Self {
        let last = app.files.preferences().export_format.as_deref().unwrap_or(FIRST);
        let found = |ending: &str| EXPORTERS.iter().find(|exporter| exporter.ending == ending);
        // The list is never empty.
        let exporter = found(last).or_else(|| found(FIRST)).unwrap_or(&EXPORTERS[0]);
        Self {
            exporter,
            choices: app.export_choices(exporter),
            name: app.export_name(),
            looking: Looking::default(),
            before_report: Motif::Sheet,
            replaces: None,
        }
    }

    /// Begins with a report as pages.
    pub fn report(app: &App) -> Self {
        let pages = EXPORTERS.iter().find(|exporter| matches!(exporter.export, Export::Pages(_)));
        let Some(exporter) = pages else { return Self::new(app) };
        let motif = Motif::Report(BTreeSet::new());
        let choices = Choices { motif, ..app.export_choices(exporter) };
        Self { exporter, choices, ..Self::new(app) }
    }

    /// The path of the file that is to be written.
    fn path(&self, app: &App) -> PathBuf {
        let name = self.name.trim();
        let ending = format!(".{}", self.exporter.ending);
        let whole = name.to_lowercase().ends_with(&ending);
        let name = if whole { name.to_owned() } else { format!("{name}{ending}") };
        app.export_folder().join(name)
    }

    /// What another format shows: the same, but a report stays with the formats that are only for
    /// reports, and what was shown before them comes back.
    fn motif_for(&mut self, exporter: &Exporter) -> Motif {
        let only_report = |exporter: &Exporter| matches!(exporter.export, Export::Report(_));
        let now = std::mem::take(&mut self.choices.motif);
        match (only_report(self.exporter), only_report(exporter)) {
            (false, true) => {
                let is_report = matches!(now, Motif::Report(_));
                self.before_report = now.clone();
                if is_report { now } else { Motif::Report(BTreeSet::new()) }
            }
            (true, false) => std::mem::take(&mut self.before_report),
            _ => now,
        }
    }

    fn formats(&mut self, ui: &mut Ui, app: &App) {
        ui.horizontal_wrapped(|ui| {
            for exporter in offered() {
                let is_chosen = exporter.ending == self.exporter.ending;
                let name = exporter.ending.to_uppercase();
                let response = ui.selectable_label(is_chosen, name);
                let response =
                    response.on_hover_text(app.words.text(choices::format_key(exporter.ending)));
                if response.clicked() && !is_chosen {
                    let motif = self.motif_for(exporter);
                    self.exporter = exporter;
                    self.choices = Choices { motif, ..app.export_choices(exporter) };
                    self.replaces = None;
                }
            }
        });
    }

    /// The name and the folder.
    fn place(&mut self, ui: &mut Ui, app: &mut App) {
        let ctx = ui.ctx().clone();
        ui.horizontal(|ui| {
            let label = ui.label(app.words.text("export-name"));
            let ending = format!(".{}", self.exporter.ending);
            let field = egui::TextEdit::singleline(&mut self.name).desired_width(300.0);
            let field = ui.add(field).labelled_by(label.id);
            if field.changed() {
                self.replaces = None;
            }
            ui.label(ending);
        });
        ui.horizontal(|ui| {
            ui.label(app.words.text("export-folder"));
            let change = app.words.text("export-change-folder").to_owned();
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                if ui.button(change).clicked() {
                    app.choose(&ctx, Purpose::ExportFolder);
                }
                let folder = app.export_folder().display().to_string();
                ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                    ui.add(egui::Label::new(folder).truncate());
                });
            });
        });
    }

    /// What becomes of it, and the answers.
    fn answers(&mut self, ui: &mut Ui, app: &mut App) -> bool {
        let tokens = Tokens::of(ui.ctx());
        let ctx = ui.ctx().clone();
        let path = self.path(app);
        let running = app.exporting.task.key().map(|outgoing| outgoing.since);
        let is_named = !self.name.trim().is_empty();
        let asks = path.exists() && self.replaces.as_ref() != Some(&path);
        let [export, replace, cancel, close] =
            ["export-do", "export-replace", "button-cancel", "button-close"]
                .map(|key| app.words.text(key).to_owned());
        if let Some((is_good, said)) = app.exporting.said.clone() {
            let colour = if is_good { tokens.good } else { tokens.bad };
            ui.add(egui::Label::new(RichText::new(said).color(colour)).wrap());
        } else if asks && running.is_none() {
            let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let said = app.words.with("export-there", &[("file", file.into())]);
            ui.add(egui::Label::new(RichText::new(said).color(tokens.warn)).wrap());
        }
        buttons(ui, |ui| {
            if let Some(since) = running {
                if ctx.time() - since >= LONG {
                    ui.spinner();
                    small(ui, tokens, app.words.text("export-working"));
                } else {
                    ctx.request_repaint_after_secs(0.1);
                }
                if ui.button(&cancel).clicked() {
                    app.exporting.task.cancel();
                }
                return false;
            }
            let done = app.exporting.said.as_ref().is_some_and(|(is_good, _)| *is_good);
            if done {
                if main_button(ui, &close) {
                    return true;
                }
                if ui.button(&export).clicked() {
                    app.exporting.said = None;
                }
                return false;
            }
            ui.add_enabled_ui(is_named, |ui| {
                if main_button(ui, if asks { &replace } else { &export }) && is_named {
                    let order = app.order(self.exporter, self.choices.clone());
                    self.replaces = asks.then(|| path.clone());
                    app.export(&ctx, order, path, asks);
                }
            });
            ui.button(&cancel).clicked()
        })
    }
}

impl DialogView for ExportDialog {
    fn page(&self) -> Option<Page> {
        Some(Page::Drawing)
    }

    fn width(&self) -> f32 {
        720.0
    }

    fn is_same_question(&self, other: &dyn DialogView) -> bool {
        super::as_a::<Self>(other).is_some()
    }

    fn is_about_document(&self) -> bool {
        true
    }

    fn show(&mut self, ui: &mut Ui, app: &mut App) -> bool {
        title(ui, app.words.text("export-title"));
        self.formats(ui, app);
        ui.add_space(2.0);
        let height = (ui.ctx().content_rect().height() - 300.0).clamp(180.0, 330.0);
        let before = (self.choices.clone(), self.exporter.ending);
        ui.horizontal_top(|ui| {
            ui.allocate_ui_with_layout(
                egui::vec2(CHOICES, height),
                egui::Layout::top_down(egui::Align::Min),
                |ui| {
                    ui.set_width(CHOICES);
                    choices::show(ui, app, self.exporter, &mut self.choices);
                },
            );
            if self.exporter.is_drawn() {
                let order = app.order(self.exporter, self.choices.clone());
                self.looking.show(ui, app, order, height);
            } else {
                look::about(ui, app, self.exporter, height);
            }
        });
        if before != (self.choices.clone(), self.exporter.ending) {
            app.exporting.said = None;
        }
        self.place(ui, app);
        self.answers(ui, app)
    }

    fn close(&mut self, app: &mut App) {
        app.exporting.folder = None;
        if let Some(outgoing) = app.exporting.task.key()
            && matches!(outgoing.outlet, Outlet::File { .. })
        {
            app.exporting.task.cancel();
        }
    }
}
