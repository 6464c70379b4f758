//! What comes of a table: the steps, what was made of the doubtful, and what is in the way.

use egui::{Align, Layout, RichText, ScrollArea, Ui, Vec2};

use crate::exchange::{AddedSteps, StepColumn, TableErrors};
use crate::ui::controls::{callout, small};
use crate::ui::fonts::{Weight, font};
use crate::ui::theme::{BODY, SMALL, Tokens};
use crate::wording::Wording;

/// The steps that come of it.
pub(super) fn preview(
    ui: &mut Ui,
    words: &Wording,
    added: &AddedSteps,
    rows: &[[String; 5]],
    height: f32,
) {
    let tokens = Tokens::of(ui.ctx());
    let steps = words.counted("steps", added.steps.len());
    let roles = words.counted("roles", added.roles.len());
    let count = [("steps", steps.into()), ("roles", roles.into())];
    ui.label(RichText::new(words.with("import-preview", &count)).color(tokens.ink));
    let headings =
        [StepColumn::Step, StepColumn::Lane, StepColumn::Role, StepColumn::Time, StepColumn::Next];
    let width = ui.available_width() - 20.0;
    let parts = [0.28, 0.17, 0.2, 0.13, 0.22];
    let line = |ui: &mut Ui, cells: [&str; 5], colour: egui::Color32, size: f32| {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            for (cell, part) in cells.into_iter().zip(parts) {
                let size_of = Vec2::new(width * part, 18.0);
                ui.allocate_ui_with_layout(size_of, Layout::left_to_right(Align::Center), |ui| {
                    ui.set_min_width(size_of.x);
                    ui.set_max_width(size_of.x - 8.0);
                    let text = RichText::new(cell).size(size).color(colour);
                    ui.add(egui::Label::new(text).truncate());
                });
            }
        });
    };
    ui.spacing_mut().item_spacing.y = 2.0;
    line(ui, headings.map(|column| words.step_column(column)), tokens.muted, SMALL);
    ScrollArea::vertical()
        .id_salt("import-preview")
        .max_height((height - 50.0).max(60.0))
        .auto_shrink([false, true])
        .show(ui, |ui| {
            for row in rows {
                line(ui, row.each_ref().map(String::as_str), tokens.ink, BODY);
            }
            let more = added.steps.len().saturating_sub(rows.len());
            if more > 0 {
                let more = words.with("import-preview-more", &[("count", more.into())]);
                small(ui, tokens, more);
            }
        });
    ui.spacing_mut().item_spacing.y = 10.0;
}

/// What was made of the doubtful, and what is left out.
pub(super) fn notes(ui: &mut Ui, notices: &[String], height: f32) {
    if notices.is_empty() {
        return;
    }
    let tokens = Tokens::of(ui.ctx());
    callout(tokens.background, tokens.hairline).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ScrollArea::vertical().id_salt("import-notes").max_height(height).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            for notice in notices {
                ui.add(egui::Label::new(RichText::new(notice).size(SMALL)).wrap());
            }
        });
    });
}

/// What is in the way.
pub(super) fn faults(ui: &mut Ui, words: &Wording, errors: &TableErrors, height: f32) {
    let tokens = Tokens::of(ui.ctx());
    let head = RichText::new(words.text("import-not-yet")).font(font(Weight::Semibold, BODY));
    ui.label(head.color(tokens.bad));
    ScrollArea::vertical()
        .id_salt("import-faults")
        .max_height((height - 30.0).max(60.0))
        .auto_shrink([false, true])
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 3.0;
            for error in &errors.0 {
                let text = words.table_error(error);
                ui.add(egui::Label::new(text).wrap().selectable(true));
            }
        });
}
