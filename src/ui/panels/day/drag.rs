//! What the parts of the picture of the day share: how they are seized, moved by keys, and marked.

use egui::{Align2, Color32, Key, Pos2, Rect, Response, Stroke, Ui};

use crate::blueprint::{Day, RoleId};
use crate::editor::Edit;
use crate::ui::fonts::{Weight, font};
use crate::ui::theme::SMALL;
use crate::ui::view_context::{Action, DAY, ViewContext};

use super::axis::Axis;

/// What is dragged, with the axes as they were when it was seized: they stay while it moves.
#[derive(Clone, Debug)]
pub(super) struct Drag {
    pub held: Held,
    pub axis: Axis,
    /// The rate at the top of the bars.
    pub most: f64,
    /// How many are inside at the top of their plot.
    pub most_inside: f64,
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

/// Everything a part needs to paint itself.
pub(super) struct Frame<'a> {
    pub day: &'a Day,
    pub axis: Axis,
    /// The rate at the top of the bars.
    pub most: f64,
    pub bars: Rect,
    /// How many are inside at the top of their plot.
    pub most_inside: f64,
    /// How high the strip of a shift is.
    pub strip: f32,
}

impl Frame<'_> {
    /// Where a rate lies.
    // A point of a screen.
    #[allow(clippy::cast_possible_truncation)]
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
    drag: &mut Option<Drag>,
    frame: &Frame<'_>,
    held: impl FnOnce(Pos2) -> Held,
    is_mine: impl Fn(Held) -> bool,
) -> Option<(Held, Pos2)> {
    if response.drag_started()
        && let Some(at) = response.ctx.input(|input| input.pointer.press_origin())
    {
        *drag = Some(Drag {
            held: held(at),
            axis: frame.axis,
            most: frame.most,
            most_inside: frame.most_inside,
        });
    }
    let drag = drag.as_ref().filter(|drag| is_mine(drag.held))?;
    let at = response.ctx.input(|input| input.pointer.latest_pos())?;
    response.dragged().then_some((drag.held, at))
}

/// Shows what a drag makes, where that is something else than is shown.
pub(super) fn preview(view: &mut ViewContext<'_>, edit: Option<Edit>) {
    if let Some(edit) = edit {
        view.ask(Action::Preview(DAY, edit.into()));
    }
}

/// The ring around a part that has the keys.
pub(super) fn ring(ui: &Ui, view: &ViewContext<'_>, response: &Response, rect: Rect) {
    if response.has_focus() {
        let stroke = Stroke::new(1.5, view.tokens.accent);
        ui.painter().rect_stroke(rect.expand(1.0), 2.0, stroke, egui::StrokeKind::Outside);
    }
}

/// The name of a part, above it.
pub(super) fn name(ui: &Ui, view: &ViewContext<'_>, key: &str, at: Pos2) {
    let letters = font(Weight::Regular, SMALL);
    ui.painter().text(at, Align2::LEFT_TOP, view.text(key), letters, view.tokens.muted);
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
