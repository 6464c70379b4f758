//! The picture of the day: customers as bars, who is inside as it was simulated, shifts as strips, on one axis of
//! time.

use egui::{Align2, Key, Pos2, Rect, ScrollArea, Sense, Stroke, Ui, Vec2};

use crate::ui::fonts::{Weight, font};
use crate::ui::theme::SMALL;
use crate::ui::view_context::{Action, DAY, ViewContext};

use super::axis::Axis;
use super::drag::{Frame, name};
use super::{DayTab, bars, inside, shifts};

/// The part of the width for the numbers beside the bars and the names of roles, and its bounds.
const LEFT: f32 = 0.2;
const LEAST_LEFT: f32 = 56.0;
const MOST_LEFT: f32 = 116.0;
const RIGHT: f32 = 8.0;
/// Room for the hours below the bars.
const HOURS: f32 = 16.0;
/// How high the bars are at least, and before strips get higher; the part of the room above the strips for who is
/// inside, with its name above, where that is simulated, and the same of it.
const LEAST_BARS: f32 = 54.0;
const WANTED_BARS: f32 = 70.0;
const INSIDE: f32 = 0.5;
const LEAST_INSIDE: f32 = 38.0;
const WANTED_INSIDE: f32 = 52.0;
/// Room for a name above a part.
const NAME: f32 = 16.0;
/// Between two hours that are written.
const APART: f32 = 44.0;

/// How high the parts of the picture are.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Heights {
    /// Of a strip, of the plot of who is inside with its name, of the bars, of all.
    strip: f32,
    plot: f32,
    bars: f32,
    whole: f32,
}

impl Heights {
    /// The parts within a room, as far as they can be that low: strips as high as they like to be, if bars and
    /// plot have what they need besides.
    fn of(room: f32, strips: usize, is_simulated: bool) -> Self {
        let least_plot = if is_simulated { LEAST_INSIDE + NAME } else { 0.0 };
        let beside = HOURS + NAME + 6.0;
        let count = strips.max(1) as f32;
        let wanted_plot = if is_simulated { WANTED_INSIDE + NAME } else { 0.0 };
        let pitch = (room - beside - WANTED_BARS - wanted_plot) / count;
        let strip = (pitch - shifts::GAP).clamp(shifts::LEAST_STRIP, shifts::STRIP);
        let strips = strips as f32 * (strip + shifts::GAP) + NAME;
        let left = room - strips - HOURS - 6.0;
        let above = left.max(LEAST_BARS + least_plot);
        let plot = if is_simulated { (above * INSIDE).max(least_plot) } else { 0.0 };
        let bars = (above - plot).max(LEAST_BARS);
        let whole = (bars + HOURS + plot + strips + 4.0).max(room);
        Self { strip, plot, bars, whole }
    }
}

/// Shows the picture.
pub(super) fn show(ui: &mut Ui, view: &mut ViewContext<'_>, tab: &mut DayTab) {
    let Some(day) = view.scenario.demand().day.as_deref() else { return };
    let room = ui.available_size();
    let is_simulated = view.simulated.is_some();
    let Heights { strip, plot, bars, whole: height } =
        Heights::of(room.y, shifts::count(view.scenario, day), is_simulated);
    ScrollArea::vertical().id_salt("day").auto_shrink(false).show(ui, |ui| {
        let (whole, _) = ui.allocate_exact_size(Vec2::new(room.x, height), Sense::hover());
        let left = (room.x * LEFT).clamp(LEAST_LEFT, MOST_LEFT);
        let lies = (whole.left() + left, whole.right() - RIGHT);
        let bars = Rect::from_min_max(
            Pos2::new(lies.0, whole.top() + 12.0),
            Pos2::new(lies.1, whole.top() + bars),
        );
        let now = Axis::of(day, view.scenario.roles().values().map(AsRef::as_ref), lies);
        let last = tab.last.as_ref().map(|(_, day)| day.as_ref());
        let (axis, most, most_inside) = match &tab.drag {
            Some(drag) => {
                let axis = Axis { left: lies.0, right: lies.1, ..drag.axis };
                (axis, drag.most, drag.most_inside)
            }
            None => (now, bars::most(view, day), inside::most(view, day, last)),
        };
        let frame = Frame { day, axis, most, bars, most_inside, strip };
        ground(ui, view, &frame, whole);
        bars::show(ui, view, &mut tab.drag, &frame);
        let mut top = bars.bottom() + HOURS;
        if is_simulated {
            let below = Pos2::new(lies.1, top + plot - 4.0);
            let plot_rect = Rect::from_min_max(Pos2::new(lies.0, top + NAME), below);
            inside::show(ui, view, &frame, last, plot_rect);
            top += plot;
        }
        let key = if is_simulated { "simulated-day-strips" } else { "day-on-duty" };
        let at = Pos2::new(lies.0, top + 1.0);
        name(ui, view, key, at);
        let strips = Rect::from_min_max(Pos2::new(whole.left(), top + NAME), whole.max);
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
    name(ui, view, "day-an-hour", Pos2::new(frame.bars.left(), whole.top() - 2.0));
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
