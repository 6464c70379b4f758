//! What would be if a number were another, as cards that put that number in.

use std::cmp::Ordering;

use egui::{CornerRadius, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, accesskit::Role};

use crate::editor::SheetWork;
use crate::pictures::planning::{WhatIfLine, what_if_lines};
use crate::planning::sheet::Answer;
use crate::ui::controls::{elided, section_head};
use crate::ui::fonts::{Weight, font};
use crate::ui::theme::{BODY, SMALL};
use crate::ui::view_context::ViewContext;

use super::{Shown, change};

/// Room between the edge of a card and what is written on it.
const SIDE: f32 = 12.0;
const TOP: f32 = 7.0;

/// Shows the cards; none as long as nothing is known.
pub(super) fn cards(ui: &mut Ui, view: &mut ViewContext<'_>, shown: &Shown, answer: &Answer) {
    let Some(beyond) = &shown.beyond else { return };
    let lines = what_if_lines(&shown.sheet, answer, beyond, view.words);
    if lines.is_empty() {
        return;
    }
    ui.add_space(8.0);
    section_head(ui, view.tokens, view.text("planner-what-if"));
    ui.spacing_mut().item_spacing.y = 6.0;
    for line in &lines {
        if card(ui, view, line) {
            let (place, to) = &line.change;
            change(view, SheetWork::Change, shown.id, shown.sheet.with(*place, to));
        }
    }
    ui.add_space(8.0);
}

/// A card; whether it was clicked.
fn card(ui: &mut Ui, view: &ViewContext<'_>, line: &WhatIfLine) -> bool {
    let tokens = view.tokens;
    let width = ui.available_width();
    let inner = width - 2.0 * SIDE;
    let ink = match line.better {
        Ordering::Greater => tokens.good,
        Ordering::Equal => tokens.muted,
        Ordering::Less => tokens.bad,
    };
    let value = elided(ui, &line.value, font(Weight::Semibold, BODY), ink, inner * 0.6);
    let wrapped = |text: &str, size: f32, colour, room: f32| {
        ui.painter().layout(text.to_owned(), font(Weight::Regular, size), colour, room)
    };
    let title = wrapped(&line.title, BODY, tokens.ink, inner - value.size().x - 8.0);
    let note = wrapped(&line.note, SMALL, tokens.muted, inner);
    let high = title.size().y + note.size().y + 3.0 + 2.0 * TOP;
    // Whoever reviews reads what would be, and puts no number in.
    let in_review = view.reviewing.is_some();
    let sense = if in_review { Sense::hover() } else { Sense::click() };
    let (rect, response) = ui.allocate_exact_size(Vec2::new(width, high), sense);
    let said =
        view.words.labelled(&line.title, &view.words.clauses(&[line.value.as_str(), &line.note]));
    let role = if in_review { Role::Label } else { Role::Button };
    response.widget_info(|| WidgetInfo::labeled(role, true, &said));
    let is_near = !in_review && (response.hovered() || response.has_focus());
    let edge = if is_near { tokens.accent } else { tokens.hairline };
    let painter = ui.painter();
    let round = CornerRadius::same(8);
    let stroke = Stroke::new(1.0, edge);
    painter.rect(rect, round, tokens.background, stroke, StrokeKind::Inside);
    let inside = rect.shrink2(Vec2::new(SIDE, TOP));
    let below = egui::pos2(inside.left(), inside.top() + title.size().y + 3.0);
    let end = egui::pos2(inside.right() - value.size().x, inside.top());
    painter.galley(inside.left_top(), title, tokens.ink);
    painter.galley(end, value, ink);
    painter.galley(below, note, tokens.muted);
    if in_review {
        return false;
    }
    let help = view.text("planner-if-help");
    response.on_hover_text(format!("{said}\n{help}")).clicked()
}
