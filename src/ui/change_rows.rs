//! Figures today and as they would be, beside each other, with a sign of what the change means.

use egui::{Align, Align2, Layout, Rect, Sense, Stroke, Ui, WidgetInfo, accesskit::Role, vec2};

use crate::wording::Wording;

use super::controls::{elided, section_head};
use super::fonts::{Weight, font, icon as icon_font};
use super::icons;
use super::theme::{BODY, SMALL, Tokens};

/// Height of a row of the comparison.
const ROW: f32 = 30.0;
/// Height of a row whose name stands above its figures, as they have no room beside each other.
const TALL_ROW: f32 = 42.0;
/// Least room for the figures of a design, with the sign before them.
const DESIGN: f32 = 86.0;
/// What stays free between two figures, and the room for the sign of better or worse.
const GAP: f32 = 12.0;
const SIGN: f32 = 18.0;

/// What a change means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    Better,
    Worse,
    Neither,
}

/// A figure today and as it would be.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct ChangeRow {
    pub name: String,
    pub today: String,
    pub design: String,
    pub verdict: Meaning,
}

/// Shows the rows below the names of their columns.
pub(super) fn show(ui: &mut Ui, words: &Wording, tokens: Tokens, design: &str, rows: &[ChangeRow]) {
    let wide = design_width(ui, rows);
    heads(ui, words, tokens, design, wide);
    for row in rows {
        paint_row(ui, words, tokens, row, wide);
    }
}

fn width_of(ui: &Ui, text: &str, weight: Weight) -> f32 {
    let letters = font(weight, BODY);
    ui.painter().layout_no_wrap(text.to_owned(), letters, egui::Color32::PLACEHOLDER).size().x
}

/// How wide the column of the design is: no figure is cut, as far as there is room for two.
fn design_width(ui: &Ui, rows: &[ChangeRow]) -> f32 {
    let wide = rows.iter().map(|row| {
        let sign = if row.verdict == Meaning::Neither { 0.0 } else { SIGN };
        width_of(ui, &row.design, Weight::Semibold) + sign
    });
    (wide.fold(0.0, f32::max) + GAP).clamp(DESIGN, (ui.available_width() * 0.55).max(DESIGN))
}

/// The names of the columns.
fn heads(ui: &mut Ui, words: &Wording, tokens: Tokens, name: &str, design: f32) {
    ui.spacing_mut().interact_size.y = 14.0;
    ui.horizontal(|ui| {
        section_head(ui, tokens, words.text("advisor-changes"));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let rect = ui.max_rect();
            for (text, right) in [(name, 0.0), (words.text("advisor-today"), design)] {
                let at = egui::pos2(rect.right() - right, rect.center().y);
                let letters = font(Weight::Regular, SMALL);
                ui.painter().text(at, Align2::RIGHT_CENTER, text, letters, tokens.muted);
            }
        });
    });
}

/// A figure: its name, today's, the design's. Better and worse are told by a sign and a colour.
fn paint_row(ui: &mut Ui, words: &Wording, tokens: Tokens, row: &ChangeRow, design_width: f32) {
    ui.spacing_mut().item_spacing.y = 0.0;
    let all = ui.available_width();
    let today_width = width_of(ui, &row.today, Weight::Regular);
    let name_room = all - design_width - today_width - GAP;
    let is_tall = width_of(ui, &row.name, Weight::Regular) > name_room;
    let height = if is_tall { TALL_ROW } else { ROW };
    let (rect, response) = ui.allocate_exact_size(vec2(all, height), Sense::hover());
    let middle = if is_tall { rect.bottom() - ROW * 0.4 } else { rect.center().y };
    let meaning = match row.verdict {
        Meaning::Better => words.text("advisor-better"),
        Meaning::Worse => words.text("advisor-worse"),
        Meaning::Neither => "",
    };
    let said = words.with(
        "advisor-row",
        &[
            ("name", row.name.as_str().into()),
            ("today", row.today.as_str().into()),
            ("design", row.design.as_str().into()),
            ("meaning", meaning.into()),
        ],
    );
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, said.trim()));
    let painter = ui.painter();
    painter.hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, tokens.hairline));
    let (ink, sign) = match row.verdict {
        Meaning::Better => (tokens.good, Some(icons::CHECK)),
        Meaning::Worse => (tokens.warn, Some(icons::TRIANGLE_ALERT)),
        Meaning::Neither => (tokens.ink, None),
    };
    let right = rect.right();
    let strong = font(Weight::Semibold, BODY);
    let design = elided(ui, &row.design, strong, ink, all - today_width - GAP);
    let at = Align2::RIGHT_CENTER.anchor_size(egui::pos2(right, middle), design.size());
    painter.galley(at.min, design, ink);
    if let Some(sign) = sign {
        let at = egui::pos2(at.left() - 4.0, middle);
        painter.text(at, Align2::RIGHT_CENTER, sign, icon_font(12.0), ink);
    }
    let plain = font(Weight::Regular, BODY);
    let today = elided(ui, &row.today, plain.clone(), tokens.muted, all - design_width);
    let today_at =
        Align2::RIGHT_CENTER.anchor_size(egui::pos2(right - design_width, middle), today.size());
    painter.galley(today_at.min, today, tokens.muted);
    let (room, name_y) = if is_tall { (all, rect.top() + ROW * 0.4) } else { (name_room, middle) };
    let name = elided(ui, &row.name, plain, tokens.muted, room);
    let name_at =
        Rect::from_min_size(egui::pos2(rect.left(), name_y - name.size().y / 2.0), name.size());
    painter.galley(name_at.min, name, tokens.muted);
    response.on_hover_text(said.trim());
}
