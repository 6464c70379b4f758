//! What leaves, in which format and how, with a look at it before it is written.
//!
//! - here: the dialog as a whole; `formats`, `choices`, `place`: what can be chosen; `answers`: what
//!   becomes of it;
//! - `look`: the preview; `contents`: what is in a file that is not drawn.

mod answers;
mod choices;
mod contents;
mod formats;
mod look;
mod place;

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use egui::{Key, Modifiers, RichText, Ui, Vec2};

use crate::exchange::{EXPORTERS, Export, Exporter};
use crate::exports::{Choices, Motif};
use crate::guide::Page;
use crate::storage::Stamp;
use crate::ui::access;
use crate::ui::app::App;
use crate::ui::exporting::{Occasion, Outlet};

use super::DialogView;

use self::look::Looking;

/// The format that is offered first.
const FIRST: &str = "png";
/// The width of the column of choices, in points.
const CHOICES: f32 = 250.0;
/// How large the dialog is in a window with room for it, in points.
const SIZE: Vec2 = Vec2::new(720.0, 520.0);
/// How large while what will be written is looked at more closely.
const ENLARGED: Vec2 = Vec2::new(1_320.0, 2_000.0);
/// What stays free around it.
const AROUND: f32 = 64.0;
/// The height of what stands below the choices and the look.
const FOOT: f32 = 116.0;

/// The dialog.
#[derive(Debug)]
pub(in crate::ui) struct ExportDialog {
    occasion: Occasion,
    exporter: &'static Exporter,
    choices: Choices,
    /// The name of the file, without ending.
    name: String,
    /// The name that follows from what is shown; as long as nobody has typed another, it is kept.
    usual_name: String,
    looking: Looking,
    /// What was shown before a format that is only for reports was chosen.
    before_report: Motif,
    /// Whether it was shown before; what it begins with has the keys then.
    is_open: bool,
    /// The files that it asks about whether they may be replaced.
    asks: Option<Vec<PathBuf>>,
    /// The files that may be replaced, as they were when that was said.
    agreed: BTreeMap<PathBuf, Stamp>,
}

impl ExportDialog {
    /// Begins with what was chosen last on such an occasion. What is selected is offered, not taken for
    /// what is meant.
    pub fn new(app: &App, occasion: Occasion) -> Self {
        let remembered = app.exporting.remembered.last(occasion, app.files.document());
        let (last, shown) = match remembered {
            Some((ending, shown)) => (Some(ending), shown),
            None => (None, None),
        };
        let exporter = match occasion {
            Occasion::Export => last.or(app.files.preferences().export_format.as_deref()),
            Occasion::Report => last.or(Some("pdf")),
        };
        let found = |ending: &str| EXPORTERS.iter().find(|exporter| exporter.ending == ending);
        // The list is never empty.
        let exporter = exporter.and_then(found).or_else(|| found(FIRST)).unwrap_or(&EXPORTERS[0]);
        let motif = match occasion {
            Occasion::Export => shown.unwrap_or_default(),
            Occasion::Report => shown.unwrap_or(Motif::Report(BTreeSet::new())),
        };
        let name = app.export_name(&motif);
        Self {
            occasion,
            exporter,
            choices: Choices { motif, ..app.export_choices(exporter) },
            usual_name: name.clone(),
            name,
            looking: Looking::default(),
            before_report: Motif::Sheet,
            is_open: false,
            asks: None,
            agreed: BTreeMap::new(),
        }
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

    /// Goes over to another format, with what was chosen for it.
    fn turn_to(&mut self, app: &mut App, exporter: &'static Exporter) {
        self.remember(app);
        let motif = self.motif_for(exporter);
        self.exporter = exporter;
        self.choices = Choices { motif, ..app.export_choices(exporter) };
    }

    fn remember(&self, app: &mut App) {
        let (document, ending) = (app.files.document(), self.exporter.ending);
        app.exporting.remembered.keep(self.occasion, document, ending, &self.choices);
    }

    /// Something else is called otherwise, so that a report does not take the place of a picture.
    fn name_after(&mut self, app: &App) {
        let usual = app.export_name(&self.choices.motif);
        if self.name == self.usual_name && usual != self.usual_name {
            self.name.clone_from(&usual);
        }
        self.usual_name = usual;
    }

    /// What was told or asked is over once what it is about has changed.
    fn forget_if_changed(&mut self, app: &mut App, before: &About) {
        if *before != self.about(app) {
            app.exporting.outcome = None;
            self.asks = None;
        }
    }

    fn about(&self, app: &App) -> About {
        (self.exporter.ending, self.choices.clone(), self.path(app))
    }

    /// Goes back from what stands before the dialog, or what runs, instead of closing it.
    fn steps_back(&mut self, ui: &Ui, app: &mut App) {
        let is_running = app.exporting.task.is_busy();
        let has_more = self.looking.is_enlarged() || self.asks.is_some() || is_running;
        if !has_more || egui::Popup::is_any_open(ui.ctx()) {
            return;
        }
        if !ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
            return;
        }
        if self.looking.is_enlarged() {
            self.looking.enlarge(false);
        } else if is_running {
            app.give_up_export();
        } else {
            self.asks = None;
        }
    }

    /// The choices, and beside them what comes of them.
    fn middle(&mut self, ui: &mut Ui, app: &App, height: f32) {
        let top = ui.cursor().min;
        let whole = ui.max_rect();
        let left = egui::Rect::from_min_size(top, egui::vec2(CHOICES, height));
        let right = egui::Rect::from_min_max(
            egui::pos2(left.right() + 12.0, top.y),
            egui::pos2(whole.right(), left.bottom()),
        );
        ui.scope_builder(egui::UiBuilder::new().max_rect(left), |ui| {
            egui::ScrollArea::vertical().id_salt("export choices").auto_shrink(false).show(
                ui,
                |ui| {
                    ui.spacing_mut().item_spacing.y = 8.0;
                    choices::show(ui, app, self.exporter, &mut self.choices);
                },
            );
        });
        ui.scope_builder(egui::UiBuilder::new().max_rect(right), |ui| {
            self.looking.show(ui, app, self.order(app));
        });
        ui.advance_cursor_after_rect(left.union(right));
    }

    fn order(&self, app: &App) -> crate::exports::Order {
        let mut order = app.order(self.exporter, self.choices.clone());
        self.name.trim().clone_into(&mut order.name);
        order
    }
}

/// What is told is about a format, its choices and a path.
type About = (&'static str, Choices, PathBuf);

impl DialogView for ExportDialog {
    fn page(&self) -> Option<Page> {
        Some(Page::Files)
    }

    fn width(&self) -> f32 {
        if self.looking.is_enlarged() { ENLARGED.x } else { SIZE.x }
    }

    fn is_same_question(&self, other: &dyn DialogView) -> bool {
        super::as_a::<Self>(other).is_some()
    }

    fn is_about_document(&self) -> bool {
        true
    }

    fn show(&mut self, ui: &mut Ui, app: &mut App) -> bool {
        self.steps_back(ui, app);
        let most = if self.looking.is_enlarged() { ENLARGED.y } else { SIZE.y };
        let height = most.min(ui.ctx().content_rect().height() - AROUND);
        let whole = egui::Rect::from_min_size(
            ui.cursor().min,
            egui::vec2(ui.available_width(), height.max(0.0)),
        );
        let builder = egui::UiBuilder::new().max_rect(whole);
        let head = if self.looking.is_enlarged() { "export-preview" } else { "export-title" };
        let head = app.words.text(head).to_owned();
        access::dialog(ui, &head);
        let done = ui.scope_builder(builder, |ui| {
            ui.label(RichText::new(head).text_style(egui::TextStyle::Heading));
            if self.looking.is_enlarged() {
                self.looking.show(ui, app, self.order(app));
                return false;
            }
            let before = self.about(app);
            let enter = self.formats(ui, app);
            let middle = (whole.bottom() - ui.cursor().top() - FOOT).max(120.0);
            self.middle(ui, app, middle);
            self.name_after(app);
            self.place(ui, app);
            self.forget_if_changed(app, &before);
            self.answers(ui, app, enter)
        });
        // It is as large for every format.
        ui.advance_cursor_after_rect(whole);
        done.inner
    }

    fn close(&mut self, app: &mut App) {
        self.remember(app);
        app.exporting.outcome = None;
        if let Some(outgoing) = app.exporting.task.key()
            && matches!(outgoing.outlet, Outlet::File { .. })
        {
            app.exporting.task.cancel();
        }
    }
}
