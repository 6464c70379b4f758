//! What is in a file that is not drawn: the tables with their lengths, or the text itself.

use egui::{RichText, ScrollArea, Ui};

use crate::ui::app::App;
use crate::ui::theme::Tokens;

/// Shows tables by their names, with how many rows each has.
pub(super) fn tables(ui: &mut Ui, app: &App, tables: &[(String, usize)]) {
    let muted = Tokens::of(ui.ctx()).muted;
    ScrollArea::vertical().id_salt("tables").auto_shrink(false).show(ui, |ui| {
        egui::Grid::new("tables").num_columns(2).spacing([24.0, 8.0]).show(ui, |ui| {
            for (name, rows) in tables {
                ui.label(name);
                let rows = app.words.with("export-rows-of-table", &[("count", (*rows).into())]);
                ui.label(RichText::new(rows).color(muted));
                ui.end_row();
            }
        });
    });
}

/// Shows a text as it is in the file.
pub(super) fn text(ui: &mut Ui, lines: &[String]) {
    let font = egui::FontId::new(11.5, egui::FontFamily::Monospace);
    let height = ui.fonts_mut(|fonts| fonts.row_height(&font));
    ui.style_mut().override_font_id = Some(font);
    ui.spacing_mut().item_spacing.y = 2.0;
    ui.style_mut().wrap_mode = Some(egui::TextWrapMode::Extend);
    ScrollArea::both().id_salt("text").auto_shrink(false).show_rows(
        ui,
        height,
        lines.len(),
        |ui, rows| {
            for line in lines.get(rows).unwrap_or_default() {
                ui.add(egui::Label::new(line.as_str()).selectable(true));
            }
        },
    );
}
