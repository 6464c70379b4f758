//! The picture of the day: customers as bars, shifts as strips, on one axis of time.

use egui::{Align2, Key, Pos2, Rect, ScrollArea, Sense, Shape, Stroke, Ui, Vec2};

use crate::ui::fonts::{Weight, font};
use crate::ui::theme::SMALL;
use crate::ui::view_context::{Action, DAY, ViewContext};

use super::axis::Axis;
use super::drag::Frame;
use super::{DayTab, Inside, bars, shifts};

/// The part of the width for the numbers beside the bars and the names of roles, and its bounds.
const LEFT: f32 = 0.2;
const LEAST_LEFT: f32 = 56.0;
const MOST_LEFT: f32 = 116.0;
const RIGHT: f32 = 8.0;
/// Room for the hours below the bars.
const HOURS: f32 = 16.0;
/// How high the bars are at least, and the part of the room that they take.
const LEAST_BARS: f32 = 74.0;
const BARS: f32 = 0.55;
/// Between two hours that are written.
const APART: f32 = 44.0;

/// Shows the picture.
pub(super) fn show(ui: &mut Ui, view: &mut ViewContext<'_>, tab: &mut DayTab) {
    let Some(day) = view.scenario.demand().day.as_deref() else { return };
    let room = ui.available_size();
    let strips = shifts::height(view.scenario, day);
    let bars = (room.y * BARS).max(room.y - strips - HOURS - 6.0).max(LEAST_BARS);
    let height = (bars + HOURS + strips + 4.0).max(room.y);
    ScrollArea::vertical().id_salt("day").auto_shrink(false).show(ui, |ui| {
        let (whole, _) = ui.allocate_exact_size(Vec2::new(room.x, height), Sense::hover());
        let left = (room.x * LEFT).clamp(LEAST_LEFT, MOST_LEFT);
        let lies = (whole.left() + left, whole.right() - RIGHT);
        let bars = Rect::from_min_max(
            Pos2::new(lies.0, whole.top() + 12.0),
            Pos2::new(lies.1, whole.top() + bars),
        );
        let now = Axis::of(day, view.scenario.roles().values().map(AsRef::as_ref), lies);
        let (axis, most) = match &tab.drag {
            Some(drag) => (Axis { left: lies.0, right: lies.1, ..drag.axis }, drag.most),
            None => (now, bars::most(view, day)),
        };
        let frame = Frame { day, axis, most, bars };
        ground(ui, view, &frame, whole);
        bars::show(ui, view, &mut tab.drag, &frame);
        simulated(ui, view, &frame, &tab.inside);
        let top = bars.bottom() + HOURS;
        let strips = Rect::from_min_max(Pos2::new(whole.left(), top), whole.max);
        shifts::show(ui, view, &mut tab.drag, &frame, strips);
        end_of_drag(ui, view, tab);
    });
}

/// The hours, the lines of the rates, and the interval that the figures are of.
fn ground(ui: &Ui, view: &ViewContext<'_>, frame: &Frame<'_>, whole: Rect) {
    let (painter, tokens, axis) = (ui.painter(), view.tokens, &frame.axis);
    let letters = font(Weight::Regular, SMALL);
    let bottom = frame.bars.bottom();
    if let Some(at) = view.hour {
        let (from, to) = frame.day.interval(at);
        let x = |minute: u32| axis.x(i32::try_from(minute).unwrap_or_default());
        let seen =
            Rect::from_min_max(Pos2::new(x(from), whole.top()), Pos2::new(x(to), whole.bottom()));
        painter.rect_filled(seen, 0.0, tokens.accent_wash);
    }
    for (minute, time) in axis.hours(APART) {
        let x = axis.x(minute);
        painter.vline(x, bottom..=whole.bottom(), Stroke::new(1.0, tokens.hairline));
        let at = Pos2::new(x, bottom + 2.0);
        painter.text(at, Align2::CENTER_TOP, time.to_string(), letters.clone(), tokens.muted);
    }
    for share in [0.0, 0.5, 1.0] {
        let y = frame.y(frame.most * share);
        painter.hline(frame.bars.x_range(), y, Stroke::new(1.0, tokens.hairline));
        if share <= 0.0 {
            continue;
        }
        let number = view.words.number(frame.most * share);
        let at = Pos2::new(frame.bars.left() - 6.0, y);
        painter.text(at, Align2::RIGHT_CENTER, number, letters.clone(), tokens.muted);
    }
    let name = view.text("day-an-hour").to_owned();
    let at = Pos2::new(frame.bars.left(), whole.top() - 2.0);
    painter.text(at, Align2::LEFT_TOP, name, letters, tokens.muted);
}

/// How many are inside over the day: the mean, and the band in which eight of ten days lie.
// Points of a screen.
#[allow(clippy::cast_possible_truncation)]
fn simulated(ui: &Ui, view: &ViewContext<'_>, frame: &Frame<'_>, inside: &[Inside]) {
    let most = inside.iter().map(|it| it.high).fold(0.0, f64::max);
    if inside.is_empty() || most <= 0.0 {
        return;
    }
    let tokens = view.tokens;
    let place = |it: &Inside, value: f64| {
        let middle = i32::try_from(u32::midpoint(it.from, it.to)).unwrap_or_default();
        let share = (value / most) as f32;
        Pos2::new(frame.axis.x(middle), frame.bars.bottom() - share * frame.bars.height())
    };
    let wash = tokens.ink.gamma_multiply(0.12);
    for pair in inside.windows(2) {
        let [a, b] = pair else { continue };
        let corners = vec![place(a, a.low), place(a, a.high), place(b, b.high), place(b, b.low)];
        ui.painter().add(Shape::convex_polygon(corners, wash, Stroke::NONE));
    }
    let line = inside.iter().map(|it| place(it, it.mean)).collect();
    ui.painter().add(Shape::line(line, Stroke::new(2.0, tokens.ink)));
}

/// Keeps what was dragged once the pointer lets go, as one step; Esc takes it back.
fn end_of_drag(ui: &Ui, view: &mut ViewContext<'_>, tab: &mut DayTab) {
    if tab.drag.is_none() {
        return;
    }
    let is_under_way = view.editor.gesture() == Some(DAY);
    if ui.input(|input| input.key_pressed(Key::Escape)) {
        tab.drag = None;
        ui.ctx().stop_dragging();
        if is_under_way {
            view.ask(Action::Abort);
        }
    } else if !ui.input(|input| input.pointer.any_down()) {
        tab.drag = None;
        if is_under_way {
            view.ask(Action::Commit);
        }
    }
}
