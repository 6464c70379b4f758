//! The picture of the day: customers as bars, shifts as strips, on one axis of time.

use egui::{
    Align2, Color32, Key, Pos2, Rect, Response, ScrollArea, Sense, Shape, Stroke, Ui, Vec2,
};

use crate::blueprint::{Day, RoleId};
use crate::editor::Edit;
use crate::ui::fonts::{Weight, font};
use crate::ui::theme::SMALL;
use crate::ui::view_context::{Action, DAY, ViewContext};

use super::axis::Axis;
use super::{DayTab, Inside, bars, shifts};

/// What is dragged, with the axes as they were when it was seized: they stay while it moves.
#[derive(Clone, Debug)]
pub(super) struct Drag {
    pub held: Held,
    pub axis: Axis,
    /// The rate at the top of the bars.
    pub most: f64,
}

/// A part of the picture that can be dragged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Held {
    /// The top of the bar of an interval.
    Top(usize),
    /// A shift of a role: its beginning, its end, or all of it, seized so many minutes behind its beginning.
    From(RoleId, usize),
    To(RoleId, usize),
    Whole(RoleId, usize, i32),
    /// A break of a shift, seized so many minutes behind its beginning; or its end.
    Break(RoleId, usize, usize, i32),
    BreakTo(RoleId, usize, usize),
}

/// Room for the numbers beside the bars and the names of roles.
const LEFT: f32 = 76.0;
const RIGHT: f32 = 8.0;
/// Room for the hours below the bars.
const HOURS: f32 = 16.0;
/// How high the bars are at least, and the part of the room that they take.
const LEAST_BARS: f32 = 74.0;
const BARS: f32 = 0.55;
/// Between two hours that are written.
const APART: f32 = 44.0;

/// Everything a part needs to paint itself.
pub(super) struct Frame<'a> {
    pub day: &'a Day,
    pub axis: Axis,
    /// The rate at the top of the bars.
    pub most: f64,
    pub bars: Rect,
}

/// Shows the picture.
pub(super) fn show(ui: &mut Ui, view: &mut ViewContext<'_>, tab: &mut DayTab) {
    let Some(day) = view.scenario.demand().day.as_deref() else { return };
    let room = ui.available_size();
    let strips = shifts::height(view.scenario, day);
    let bars = (room.y * BARS).max(room.y - strips - HOURS - 6.0).max(LEAST_BARS);
    let height = (bars + HOURS + strips + 4.0).max(room.y);
    ScrollArea::vertical().id_salt("day").auto_shrink(false).show(ui, |ui| {
        let (whole, _) = ui.allocate_exact_size(Vec2::new(room.x, height), Sense::hover());
        let lies = (whole.left() + LEFT, whole.right() - RIGHT);
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
        bars::show(ui, view, tab, &frame);
        simulated(ui, view, &frame, &tab.inside);
        let top = bars.bottom() + HOURS;
        let strips = Rect::from_min_max(Pos2::new(whole.left(), top), whole.max);
        shifts::show(ui, view, tab, &frame, strips);
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
    for (share, anchor) in
        [(0.0, Align2::RIGHT_CENTER), (0.5, Align2::RIGHT_CENTER), (1.0, Align2::RIGHT_CENTER)]
    {
        let y = frame.y(frame.most * share);
        painter.hline(frame.bars.x_range(), y, Stroke::new(1.0, tokens.hairline));
        let number = view.words.number(frame.most * share);
        let at = Pos2::new(frame.bars.left() - 6.0, y);
        painter.text(at, anchor, number, letters.clone(), tokens.muted);
    }
    let at = Pos2::new(whole.left(), frame.bars.center().y);
    let name =
        painter.layout(view.text("day-an-hour").to_owned(), letters, tokens.muted, LEFT - 34.0);
    painter.galley(at - Vec2::new(0.0, name.size().y / 2.0), name, tokens.muted);
}

/// How many are inside over the day: the mean, and the band in which eight of ten days lie.
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

impl Frame<'_> {
    /// Where a rate lies.
    pub fn y(&self, rate: f64) -> f32 {
        let share = if self.most > 0.0 { rate / self.most } else { 0.0 };
        self.bars.bottom() - share as f32 * self.bars.height()
    }

    /// Which rate lies somewhere.
    pub fn rate(&self, y: f32) -> f64 {
        let share = (self.bars.bottom() - y) / self.bars.height().max(1.0);
        f64::from(share.clamp(0.0, 1.0)) * self.most
    }
}

/// Seizes a part where a drag of it begins; answers where the pointer is while this part is dragged.
pub(super) fn dragged(
    response: &Response,
    tab: &mut DayTab,
    frame: &Frame<'_>,
    held: impl FnOnce(Pos2) -> Held,
    is_mine: impl Fn(Held) -> bool,
) -> Option<(Held, Pos2)> {
    if response.drag_started()
        && let Some(at) = response.ctx.input(|input| input.pointer.press_origin())
    {
        tab.drag = Some(Drag { held: held(at), axis: frame.axis, most: frame.most });
    }
    let drag = tab.drag.as_ref().filter(|drag| is_mine(drag.held))?;
    let at = response.ctx.input(|input| input.pointer.latest_pos())?;
    response.dragged().then_some((drag.held, at))
}

/// Shows what a drag makes, where that is something else than is shown.
pub(super) fn preview(view: &mut ViewContext<'_>, edit: Option<Edit>) {
    if let Some(edit) = edit {
        view.ask(Action::Preview(DAY, edit.into()));
    }
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

/// The ring around a part that has the keys.
pub(super) fn ring(ui: &Ui, view: &ViewContext<'_>, response: &Response, rect: Rect) {
    if response.has_focus() {
        let stroke = Stroke::new(1.5, view.tokens.accent);
        ui.painter().rect_stroke(rect.expand(1.0), 2.0, stroke, egui::StrokeKind::Outside);
    }
}

/// A colour that lets the ground through.
pub(super) fn faint(colour: Color32) -> Color32 {
    colour.gamma_multiply(0.38)
}

/// By how much arrow keys move what has them: right and up count up.
pub(super) fn arrows(ui: &Ui, response: &Response, along: bool) -> i32 {
    if !response.has_focus() {
        return 0;
    }
    let filter = egui::EventFilter {
        horizontal_arrows: along,
        vertical_arrows: !along,
        ..egui::EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    let (less, more) =
        if along { (Key::ArrowLeft, Key::ArrowRight) } else { (Key::ArrowDown, Key::ArrowUp) };
    ui.input(|input| i32::from(input.key_pressed(more)) - i32::from(input.key_pressed(less)))
}
