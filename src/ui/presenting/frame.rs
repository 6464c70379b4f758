//! What stands in the place of a stop: a blank wall, all stops at once, the results.

use egui::accesskit::Role;
use egui::{Align2, Color32, CornerRadius, Rect, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use crate::presenting::{Over, Session};
use crate::ui::controls::elided;
use crate::ui::fonts::{Weight, font};
use crate::ui::view_context::ViewContext;

use super::wall::{Seen, WallState};
use super::{LessonWish, ask, desk_tries};

/// Shows the wall with whatever lies over it; answers whether nothing was clicked but the wall itself.
pub(super) fn show(
    ui: &mut Ui,
    view: &mut ViewContext<'_>,
    session: &mut Session,
    wall: &mut WallState,
    (rect, seen): (Rect, Seen),
) -> bool {
    match session.place().over {
        Over::Nothing => {
            let response = wall.show_stop(ui, view, session, rect, seen);
            response.clicked()
        }
        Over::Black | Over::White => {
            let is_black = session.place().over == Over::Black;
            let colour = if is_black { Color32::BLACK } else { Color32::WHITE };
            ui.painter().rect_filled(rect, CornerRadius::ZERO, colour);
            let response = ui.interact(rect, ui.scope_id().with("blank wall"), Sense::click());
            let name = view.words.text(if is_black { "lesson-black" } else { "lesson-white" });
            response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
            response.clicked()
        }
        Over::Overview(chosen) => {
            overview(ui, view, session, wall, (rect, chosen));
            false
        }
        Over::EndCard => {
            end_card(ui, view, session, rect);
            false
        }
    }
}

/// All stops, each small with its number and title.
fn overview(
    ui: &mut Ui,
    view: &mut ViewContext<'_>,
    session: &mut Session,
    wall: &mut WallState,
    (rect, chosen): (Rect, usize),
) {
    let tokens = view.tokens;
    ui.painter().rect_filled(rect, CornerRadius::ZERO, tokens.background);
    let count = session.count().max(1);
    let columns = (1..=count).find(|columns| columns * columns >= count).unwrap_or(1);
    let rows = count.div_ceil(columns);
    let unit = rect.height() / 36.0;
    let cell = vec2(rect.width() / columns as f32, rect.height() / rows as f32);
    for at in 0..session.count() {
        let Some(stop) = session.stop_at(at).cloned() else { continue };
        let corner = vec2((at % columns) as f32 * cell.x, (at / columns) as f32 * cell.y);
        let whole = Rect::from_min_size(rect.min + corner, cell).shrink(unit * 0.5);
        let name = view.words.with(
            "lesson-stop-named",
            &[("number", (at + 1).into()), ("title", stop.title.as_str().into())],
        );
        let response = ui.interact(whole, ui.scope_id().with(("stop", at)), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
        let label_height = 1.8 * unit;
        let room = Rect::from_min_max(whole.min, whole.max - vec2(0.0, label_height));
        let shape = fitting(room, 16.0 / 9.0);
        wall.show_small(ui, view, session, (&stop, shape));
        let is_chosen = at == chosen;
        let edge = if is_chosen { tokens.accent } else { tokens.hairline };
        let width = if is_chosen { unit * 0.2 } else { 1.0 };
        let corner = CornerRadius::same(4);
        ui.painter().rect_stroke(shape, corner, Stroke::new(width, edge), StrokeKind::Outside);
        let ink =
            if session.is_there(at, view.editor.blueprint()) { tokens.ink } else { tokens.faint };
        let galley = elided(ui, &name, font(Weight::Semibold, unit), ink, whole.width());
        let left = shape.left();
        ui.painter().galley(egui::pos2(left, shape.bottom() + 0.3 * unit), galley, ink);
        if response.clicked() {
            ask(view, LessonWish::GoTo(at));
        }
    }
}

/// The largest part of a room with so much width to its height, in its middle.
pub(super) fn fitting(room: Rect, shape: f32) -> Rect {
    let width = room.width().min(room.height() * shape).max(1.0);
    Rect::from_center_size(room.center(), vec2(width, width / shape))
}

/// The results: what the room proposed, and what came of it.
fn end_card(ui: &mut Ui, view: &ViewContext<'_>, session: &mut Session, rect: Rect) {
    let tokens = view.tokens;
    let unit = rect.height() / 36.0;
    ui.painter().rect_filled(rect, CornerRadius::ZERO, tokens.panel);
    let painter = ui.painter().with_clip_rect(rect);
    let title = match session.lesson().title.as_str() {
        "" => view.text("lesson-results").to_owned(),
        title => title.to_owned(),
    };
    let left = rect.left() + unit;
    let large = font(Weight::Semibold, 1.5 * unit);
    painter.text(
        egui::pos2(left, rect.top() + 1.5 * unit),
        Align2::LEFT_CENTER,
        &title,
        large,
        tokens.ink,
    );
    let line = rect.top() + 3.0 * unit;
    painter.hline(rect.x_range(), line, Stroke::new(1.0, tokens.hairline));
    let rows = desk_tries::rows(view, session);
    let mut said = vec![title];
    if rows.len() <= 1 {
        let text = view.text("lesson-no-tries");
        let middle = font(Weight::Regular, 1.2 * unit);
        painter.text(rect.center(), Align2::CENTER_CENTER, text, middle, tokens.muted);
        said.push(text.to_owned());
    }
    if rows.len() > 1 {
        said.extend(table(ui, view, &rows, rect, line + 2.0 * unit));
    }
    let response = ui.interact(rect, ui.scope_id().with("results"), Sense::hover());
    let said = said.join("\n");
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::Figure);
        node.set_label(said);
    });
}

/// Where the columns of the results begin, those of names, and where the others end: parts of the width.
const COLUMNS: [(f32, f32); 6] =
    [(0.0, 0.27), (0.28, 0.43), (0.44, 0.57), (0.58, 0.68), (0.69, 0.86), (0.87, 1.0)];

/// The results as a table; answers what it says.
fn table(
    ui: &Ui,
    view: &ViewContext<'_>,
    rows: &[desk_tries::Row],
    rect: Rect,
    top: f32,
) -> Vec<String> {
    let tokens = view.tokens;
    let unit = rect.height() / 36.0;
    let painter = ui.painter().with_clip_rect(rect);
    let (left, room) = (rect.left() + unit, rect.width() - 2.0 * unit);
    let mut y = top;
    let line = |cells: &[String; 6], is_head: bool, y: f32| {
        for (at, (cell, (from, to))) in cells.iter().zip(COLUMNS).enumerate() {
            let weight = if at == 0 || at == 2 { Weight::Semibold } else { Weight::Regular };
            let (size, ink) = if is_head { (1.0, tokens.muted) } else { (1.2, tokens.ink) };
            let width = (to - from) * room;
            let galley = elided(ui, cell, font(weight, size * unit), ink, width);
            let x = if at < 2 { left + from * room } else { left + to * room - galley.size().x };
            painter.galley(egui::pos2(x, y - galley.size().y / 2.0), galley, ink);
        }
    };
    line(&desk_tries::heads(view), true, y);
    y += 2.6 * unit;
    let mut said = Vec::new();
    for row in rows {
        if y > rect.bottom() - unit {
            break;
        }
        if row.is_seen {
            let half = vec2(room / 2.0 + 0.4 * unit, 1.25 * unit);
            let around = Rect::from_center_size(egui::pos2(left + room / 2.0, y), half * 2.0);
            painter.rect_filled(around, CornerRadius::same(6), tokens.accent_wash);
        }
        line(&row.cells, false, y);
        said.push(view.words.facts(&row.cells));
        y += 2.9 * unit;
    }
    said
}
