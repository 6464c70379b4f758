//! Where the parts of a planning sheet lie.

use std::sync::Arc;

use egui::{Align, Layout, Margin, Rect, RichText, Ui, Vec2};

use crate::background::Snapshot;
use crate::pictures::planning::table;
use crate::planning::sheet::Line;
use crate::ui::fonts::{Weight, font};
use crate::ui::theme::SMALL;
use crate::ui::view_context::ViewContext;

use super::grid::own_widths;
use super::held_columns::ROW;
use super::{Laid, PlanningDesk, STALE, Shown, strip};

/// The least height that the pictures have, in points.
const LEAST_PICTURES: f32 = 260.0;
/// Between the two pictures, on either side of the line.
const GAP: f32 = 12.0;

impl PlanningDesk {
    /// Head, strip, table, pictures.
    pub(super) fn page(&mut self, ui: &mut Ui, view: &mut ViewContext<'_>, shown: &Shown) {
        let frame =
            egui::Frame::new().fill(view.tokens.panel).inner_margin(Margin::symmetric(16, 10));
        let in_review = view.reviewing.is_some();
        frame.show(ui, |ui| {
            ui.set_min_size(ui.available_size());
            ui.spacing_mut().item_spacing.y = 6.0;
            self.head(ui, view, shown, in_review);
            ui.scope(|ui| {
                if in_review {
                    // It is read, not greyed.
                    ui.visuals_mut().disabled_alpha = 1.0;
                    ui.disable();
                }
                strip::show(ui, view, shown);
            });
            ui.add_space(2.0);
            let laid = self.laid(ui, view, shown);
            let table = &laid.table;
            let high = ROW * table.rows.len() as f32 + 2.0;
            let room = ui.available_height();
            let most = (room - LEAST_PICTURES - 20.0).max(4.0 * ROW).max(0.42 * room);
            self.grid.show(ui, view, shown, &laid, high.min(most));
            ui.add_space(4.0);
            let rest = ui.available_rect_before_wrap();
            if rest.height() < 60.0 {
                return;
            }
            let line = egui::Stroke::new(1.0, view.tokens.hairline);
            ui.painter().hline(rest.x_range().expand(16.0), rest.top(), line);
            let below = Rect::from_min_max(rest.min + Vec2::new(0.0, 4.0), rest.max);
            let is_wide = below.width() > 560.0;
            // What is wrong has no picture: that of before stays, greyed.
            let past = self.keeper.past(shown);
            let pictured = past.as_ref().unwrap_or(shown);
            ui.scope(|ui| {
                if shown.is_past() {
                    ui.multiply_opacity(STALE);
                }
                if !is_wide {
                    self.pictures(ui, view, pictured, below);
                    return;
                }
                let middle = below.left() + (0.53 * below.width()).floor();
                ui.painter().vline(middle, rest.top()..=rest.bottom() + 10.0, line);
                let left = Rect::from_min_max(below.min, egui::pos2(middle - GAP, below.bottom()));
                let right =
                    Rect::from_min_max(egui::pos2(middle + GAP, below.top() + 8.0), below.max);
                self.pictures(ui, view, pictured, left);
                self.course(ui, view, pictured, right);
            });
            ui.advance_cursor_after_rect(rest);
        });
    }

    /// The cells of the sheet.
    fn laid(&mut self, ui: &Ui, view: &ViewContext<'_>, shown: &Shown) -> Arc<Laid> {
        let key = (
            Snapshot::of(&shown.sheet),
            shown.answer.as_ref().map(Snapshot::of),
            shown.beyond.as_ref().map(Snapshot::of),
            Snapshot::of(&shown.faults),
            view.words.language(),
        );
        let laid = self.table.get(key, || {
            let known = (shown.answer.as_deref(), shown.beyond.as_deref());
            let table = table(&shown.sheet, known, &shown.faults, view.words);
            let widths = own_widths(ui, &table);
            Arc::new(Laid { table, widths })
        });
        Arc::clone(laid)
    }

    /// What the sheet is called and for, and what adds to it.
    fn head(&mut self, ui: &mut Ui, view: &mut ViewContext<'_>, shown: &Shown, in_review: bool) {
        let sheet = &shown.sheet;
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 8.0;
            let lines = if sheet.purpose.has_ways() {
                [(Line::From, "planner-add-from"), (Line::To, "planner-add-to")]
            } else {
                [(Line::Item, "planner-add-item"), (Line::Limit, "planner-add-limit")]
            };
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                // What the blueprint fills has as many rows as it has classes.
                let lines = lines.into_iter().rev();
                let lines = lines.filter(|_| shown.mix.is_none() && !in_review);
                for (line, key) in lines {
                    let name = view.words.text(key);
                    if ui.button(RichText::new(name).size(SMALL)).clicked() {
                        let at = sheet.lines(line);
                        self.grid.add_line(view, shown, line, at);
                    }
                }
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    let name = RichText::new(&sheet.name).font(font(Weight::Semibold, 15.0));
                    ui.add(egui::Label::new(name).truncate());
                    let about = view.words.sheet_about(sheet.purpose);
                    let about = RichText::new(about).size(SMALL).color(view.tokens.muted);
                    ui.add(egui::Label::new(about).truncate());
                });
            });
        });
    }
}
