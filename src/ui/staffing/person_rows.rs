//! The shifts as rows, one for each person, with their breaks.

use std::sync::Arc;

use egui::{
    Align2, CornerRadius, CursorIcon, EventFilter, Galley, Key, Pos2, Rect, Response, Sense,
    Stroke, StrokeKind, Ui, WidgetInfo, accesskit::Role,
};

use super::View;
use super::by_hand::{Drag, Wish, each, moved};
use super::day_axis::Frame;
use crate::planning::PlannedShift;
use crate::redesign::RolePlan;
use crate::ui::controls::elided;
use crate::ui::fonts::{Weight, font};
use crate::ui::theme::{BODY, SMALL};

/// Height of a row and of the bar in it, and what stays free between roles.
const ROW: f32 = 29.0;
const BAR: f32 = 23.0;
const GAP: f32 = 9.0;

/// How high the rows of some roles are.
pub(super) fn height(roles: &[RolePlan]) -> f32 {
    let people: u64 = roles.iter().map(|role| role.rota.people).sum();
    // A length on the screen.
    people as f32 * ROW + roles.len().saturating_sub(1) as f32 * GAP
}

/// Shows the rows from a top on; answers what is wanted of them. Shifts are moved by so many minutes at least.
pub(super) fn show(
    ui: &Ui,
    view: &View<'_>,
    frame: &Frame<'_>,
    (roles, drag, step_min): (&[RolePlan], Option<Drag>, u32),
    top: f32,
) -> Option<Wish> {
    let mut top = top;
    let mut wish = None;
    if drag.is_some() {
        if ui.input(|input| input.key_pressed(Key::Escape)) {
            ui.ctx().stop_dragging();
            return Some(Wish::TakeBack);
        }
        if !ui.input(|input| input.pointer.any_down()) {
            wish = Some(Wish::Drop);
        }
    }
    for (at, role) in roles.iter().enumerate() {
        if at > 0 {
            let line = Stroke::new(1.0, view.tokens.hairline);
            ui.painter().hline(frame.gutter..=frame.axis.right, top + GAP / 2.0, line);
            top += GAP;
        }
        for (number, shift) in each(&role.rota.shifts).into_iter().enumerate() {
            let row = Rect::from_min_max(
                Pos2::new(frame.gutter, top),
                Pos2::new(frame.axis.right, top + ROW),
            );
            if ui.is_rect_visible(row) {
                let held = drag.filter(|it| (it.role, it.person) == (role.role, number));
                let response = person(ui, view, frame, (role, number + 1), shift, row);
                let seized = moved_by(ui, frame, &response, (held, shift), step_min);
                wish = wish.or(seized.map(|by| match by {
                    By::Seized(x) => Wish::Seize(Drag {
                        role: role.role,
                        person: number,
                        from_min: shift.from_min,
                        x,
                    }),
                    By::To(from_min) => Wish::Move { role: role.role, person: number, from_min },
                }));
            }
            top += ROW;
        }
    }
    wish
}

/// What pointer or keys do to a shift.
enum By {
    Seized(f32),
    To(u32),
}

fn moved_by(
    ui: &Ui,
    frame: &Frame<'_>,
    response: &Response,
    (held, shift): (Option<Drag>, PlannedShift),
    step_min: u32,
) -> Option<By> {
    let step = i64::from(step_min.max(1));
    let to = |from_min, by| {
        let to = moved(frame.day, shift, from_min, by * step);
        (to != shift.from_min).then_some(By::To(to))
    };
    if response.drag_started() {
        return Some(By::Seized(ui.input(|input| input.pointer.press_origin())?.x));
    }
    if let Some(drag) = held {
        let x = ui.input(|input| input.pointer.latest_pos())?.x;
        let minutes = frame.axis.minutes(x - drag.x) / f64::from(step_min.max(1));
        // Steps of a day.
        #[allow(clippy::cast_possible_truncation)]
        return to(drag.from_min, minutes.round() as i64);
    }
    if !response.has_focus() {
        return None;
    }
    let filter = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    let [less, more] =
        [Key::ArrowLeft, Key::ArrowRight].map(|key| ui.input(|input| input.key_pressed(key)));
    to(shift.from_min, i64::from(more) - i64::from(less))
}

fn person(
    ui: &Ui,
    view: &View<'_>,
    frame: &Frame<'_>,
    (role, number): (&RolePlan, usize),
    shift: PlannedShift,
    row: Rect,
) -> Response {
    let (words, tokens) = (view.words, view.tokens);
    let ink = view.of_role(role.role);
    let name = words.role(role.role, view.scenario);
    let name = words.with("staffing-person", &[("role", name.into()), ("number", number.into())]);
    let alone = PlannedShift { count: 1, ..shift };
    let paid = words.paid_hours(f64::from(shift.paid_min()) / 60.0);
    let hours = words.planned_hours(&alone);
    let told = words.with(
        "staffing-person-told",
        &[
            ("name", name.as_str().into()),
            ("shift", words.planned_hours_and_break(&alone).into()),
            ("paid", paid.as_str().into()),
        ],
    );
    let id = ui.scope_id().with(("staffing person", role.role, number));
    let pieces = pieces(frame, shift);
    let hull = pieces.iter().fold(Rect::NOTHING, |hull, (from, to)| {
        hull.union(Rect::from_x_y_ranges(frame.axis.x(*from)..=frame.axis.x(*to), row.y_range()))
    });
    let response = ui.interact(hull, id, Sense::click_and_drag());
    response.widget_info(|| WidgetInfo::labeled(Role::Slider, true, told.as_str()));
    let painter = ui.painter();
    let middle = row.center().y;
    painter.circle_filled(Pos2::new(frame.gutter + 4.0, middle), 4.0, ink);
    let left = frame.gutter + 14.0;
    let text = short_name(ui, view, (role, number), frame.axis.left - left - 8.0);
    painter.galley(Pos2::new(left, middle - text.size().y / 2.0), text, tokens.ink);
    let last = pieces.len().saturating_sub(1);
    for (at, (from, to)) in pieces.iter().enumerate() {
        let bar = Rect::from_min_max(
            Pos2::new(frame.axis.x(*from) + 1.0, middle - BAR / 2.0),
            Pos2::new(frame.axis.x(*to) - 1.0, middle + BAR / 2.0),
        );
        let corners = CornerRadius::same(5);
        let lively = response.hovered() || response.has_focus() || response.dragged();
        let edge = Stroke::new(if lively { 2.0 } else { 1.2 }, ink);
        painter.rect(bar, corners, ink.gamma_multiply(0.2), edge, StrokeKind::Inside);
        let mut room = bar.width() - 14.0;
        if at == last {
            let text =
                painter.layout_no_wrap(paid.clone(), font(Weight::Regular, SMALL), tokens.ink);
            if text.size().x <= room {
                let place = Align2::RIGHT_CENTER
                    .anchor_size(bar.right_center() - egui::vec2(8.0, 0.0), text.size());
                room -= text.size().x + 8.0;
                painter.galley(place.min, text, tokens.ink);
            }
        }
        if at == 0 {
            let letters = font(Weight::Semibold, SMALL);
            let text = painter.layout_no_wrap(hours.clone(), letters, tokens.ink);
            if text.size().x <= room {
                let place = Align2::LEFT_CENTER
                    .anchor_size(bar.left_center() + egui::vec2(8.0, 0.0), text.size());
                painter.galley(place.min, text, tokens.ink);
            }
        }
    }
    for (from, to) in gaps(frame, shift) {
        pause(ui, view, frame, (from, to), middle);
    }
    let response = response.on_hover_cursor(CursorIcon::ResizeHorizontal);
    if response.dragged() {
        return response;
    }
    response.on_hover_text(format!("{told}\n{}", words.text("staffing-drag-help")))
}

/// The name of somebody within a room: where it is too long the name of the role is cut, never the number.
fn short_name(
    ui: &Ui,
    view: &View<'_>,
    (role, number): (&RolePlan, usize),
    room: f32,
) -> Arc<Galley> {
    let (words, ink) = (view.words, view.tokens.ink);
    let letters = font(Weight::Regular, BODY);
    let role = words.role(role.role, view.scenario);
    let named = |role: &str| {
        words.with("staffing-person", &[("role", role.into()), ("number", number.into())])
    };
    let wide =
        |text: &str| ui.painter().layout_no_wrap(text.to_owned(), letters.clone(), ink).size().x;
    let ends = role.char_indices().map(|(at, _)| at).rev();
    let shorter =
        ends.map(|end| named(&format!("{}…", role.get(..end).unwrap_or_default().trim_end())));
    let fits = std::iter::once(named(role)).chain(shorter).find(|name| wide(name) <= room);
    let name = fits.unwrap_or_else(|| number.to_string());
    elided(ui, &name, letters, ink, room)
}

/// The line of a break, with its name where there is room.
fn pause(ui: &Ui, view: &View<'_>, frame: &Frame<'_>, (from, to): (u32, u32), middle: f32) {
    let (left, right) = (frame.axis.x(from) + 2.0, frame.axis.x(to) - 2.0);
    let painter = ui.painter();
    let line = Stroke::new(1.0, view.tokens.muted);
    let ends = [Pos2::new(left, middle), Pos2::new(right, middle)];
    let letters = font(Weight::Regular, SMALL);
    let name = view.words.text("staffing-pause").to_owned();
    let text = painter.layout_no_wrap(name, letters, view.tokens.muted);
    if text.size().x + 16.0 > right - left {
        painter.extend(egui::Shape::dashed_line(&ends, line, 3.0, 3.0));
        return;
    }
    let place = Align2::CENTER_CENTER
        .anchor_size(Pos2::new(f32::midpoint(left, right), middle), text.size());
    for ends in [
        [ends[0], Pos2::new(place.left() - 4.0, middle)],
        [Pos2::new(place.right() + 4.0, middle), ends[1]],
    ] {
        painter.extend(egui::Shape::dashed_line(&ends, line, 3.0, 3.0));
    }
    painter.galley(place.min, text, view.tokens.muted);
}

/// When somebody is there, in minutes from opening.
fn pieces(frame: &Frame<'_>, shift: PlannedShift) -> Vec<(u32, u32)> {
    let Some(rest) = shift.rest else { return frame.axis.pieces(shift.from_min, shift.to_min) };
    let mut pieces = frame.axis.pieces(shift.from_min, rest.at_min);
    pieces.extend(frame.axis.pieces(rest.at_min + rest.lasts_min, shift.to_min));
    pieces.retain(|(from, to)| from < to);
    pieces
}

/// When they are on their break, in minutes from opening.
fn gaps(frame: &Frame<'_>, shift: PlannedShift) -> Vec<(u32, u32)> {
    let rest = shift.rest;
    rest.map(|rest| frame.axis.pieces(rest.at_min, rest.at_min + rest.lasts_min))
        .unwrap_or_default()
}
