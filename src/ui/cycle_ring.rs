//! The ring of plan, do, check, act in the window: a quarter is filled for each that was come to.

use egui::{Sense, Stroke, Ui, Vec2, WidgetInfo, accesskit::Role};

use crate::pictures::cycle_said;
use crate::quality::Cycle;

use super::view_context::ViewContext;

/// The size of the ring, and the points of a quarter.
const SIZE: f32 = 15.0;
const POINTS: u8 = 6;
/// What stays free at the ends of a quarter, as a part of it.
const FREE: f32 = 0.12;

/// Shows the ring; it says on hover what it means.
pub(super) fn show(ui: &mut Ui, view: &ViewContext<'_>, cycle: Cycle) {
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(SIZE), Sense::hover());
    let said = cycle_said(view.words, cycle);
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &said));
    let radius = SIZE / 2.0 - 2.0;
    for (at, is_filled) in (0_u8..).zip(cycle.quarters()) {
        let colour =
            if is_filled { view.tokens.good } else { view.tokens.faint.gamma_multiply(0.45) };
        let point = |step: u8| {
            let part = f32::from(step) / f32::from(POINTS);
            let turn = f32::from(at) + FREE + part * (1.0 - 2.0 * FREE);
            let angle = turn * std::f32::consts::FRAC_PI_2;
            rect.center() + radius * Vec2::new(angle.sin(), -angle.cos())
        };
        let points: Vec<egui::Pos2> = (0..=POINTS).map(point).collect();
        ui.painter().add(egui::Shape::line(points, Stroke::new(3.0, colour)));
    }
    response.on_hover_text(said);
}
