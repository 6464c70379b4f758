//! Pictures of items on a plane.

use egui::{CursorIcon, EventFilter, Key, Modifiers, Rect, Response, Sense, Ui, WidgetInfo};

use super::{Asked, lack};
use crate::blueprint::ItemId;
use crate::drawing::charts::{Look, Quadrants, QuadrantsPlot};
use crate::pictures::{QualityChart, QualitySource, importance_chart, kano_chart};
use crate::ui::charts::easel::{Easel, hover, part};
use crate::ui::charts::rows::tell;
use crate::ui::paint::{from_egui, rect};
use crate::ui::view_context::ViewContext;

/// How important and how good items are; answers what is asked for. The cross that parts them can be dragged.
pub(super) fn importance(
    ui: &mut Ui,
    view: &mut ViewContext<'_>,
    easel: &mut Easel<'_>,
    source: &QualitySource<'_>,
    chosen: Option<ItemId>,
    cross: &mut Option<(f64, f64)>,
) -> Option<Asked> {
    match importance_chart(source, *cross) {
        Some(chart) => plane(ui, view, easel, &chart, chosen, Some(cross)).map(Asked::Item),
        None => lack(ui, view, easel, "items-lack-importance"),
    }
}

/// What items are to customers; answers what is asked for.
pub(super) fn kano(
    ui: &mut Ui,
    view: &mut ViewContext<'_>,
    easel: &mut Easel<'_>,
    source: &QualitySource<'_>,
    chosen: Option<ItemId>,
) -> Option<Asked> {
    match kano_chart(source) {
        Some(chart) => plane(ui, view, easel, &chart, chosen, None).map(Asked::Item),
        None => lack(ui, view, easel, "items-lack-kano"),
    }
}

fn plane(
    ui: &mut Ui,
    view: &ViewContext<'_>,
    easel: &mut Easel<'_>,
    chart: &QualityChart<Quadrants>,
    chosen: Option<ItemId>,
    cross: Option<&mut Option<(f64, f64)>>,
) -> Option<ItemId> {
    let (area, _) = ui.allocate_exact_size(ui.available_size(), Sense::hover());
    let sizes = easel.sizes;
    let plot = chart.values.laid(sizes, from_egui(area));
    let (mut pointed, mut clicked) = (None, None);
    if let Some(cross) = cross {
        // Before the points, which lie above its lines.
        move_cross(ui, view, &plot, chart, cross);
    }
    for piece in plot.parts() {
        let response = part(ui, &piece, "plane", || chart.said(piece.subject));
        if response.hovered() || response.has_focus() {
            pointed = Some(piece.subject);
        }
        if response.clicked() {
            clicked = chart.item(piece.subject);
        }
        hover(response, || vec![chart.said(piece.subject)]);
    }
    let selected = |subject| chosen.is_some() && chart.item(subject) == chosen;
    let look = Look { pointed, selected: Some(&selected) };
    let unnamed = |count: usize| view.words.with("items-unnamed", &[("count", count.into())]);
    easel.paint(ui, |list| plot.draw(list, &look, &unnamed));
    tell(ui, view.words, &chart.table);
    clicked
}

/// Lets the lines of a cross be dragged and moved by keys; a double click sets it to the means.
fn move_cross(
    ui: &Ui,
    view: &ViewContext<'_>,
    plot: &QuadrantsPlot<'_>,
    chart: &QualityChart<Quadrants>,
    cross: &mut Option<(f64, f64)>,
) {
    let (x, y) = chart.values.cross;
    let names = ["items-cross-across", "items-cross-up"].map(|key| view.text(key));
    let cursors = [CursorIcon::ResizeHorizontal, CursorIcon::ResizeVertical];
    for (at, grip) in plot.grips().into_iter().enumerate() {
        let is_upright = at == 0;
        let id = ui.scope_id().with(("cross", at));
        let response = ui.interact(rect(grip), id, Sense::click_and_drag());
        let value = if is_upright { x } else { y };
        let name = names.get(at).copied().unwrap_or_default();
        response.widget_info(|| WidgetInfo::slider(true, value, name));
        if response.double_clicked() {
            *cross = None;
            continue;
        }
        let place = response.interact_pointer_pos().filter(|_| response.dragged());
        let dragged = place.map(|place| plot.measured_at(from_egui(Rect::from_pos(place)).min));
        let steps = if response.has_focus() { keyed(ui, &response, is_upright) } else { 0.0 };
        let moved = match (dragged, is_upright) {
            (Some((x, _)), true) => Some((x, y)),
            (Some((_, y)), false) => Some((x, y)),
            (None, true) if steps != 0.0 => Some((stepped(x, steps), y)),
            (None, false) if steps != 0.0 => Some((x, stepped(y, steps))),
            (None, _) => None,
        };
        if moved.is_some() {
            *cross = moved;
            ui.request_repaint();
        }
        let shape = cursors.get(at).copied().unwrap_or_default();
        hover(response.on_hover_cursor(shape), || vec![name.to_owned()]);
    }
}

/// A tenth further or back, on a tenth.
fn stepped(value: f64, steps: f64) -> f64 {
    ((value * 10.0).round() + steps) / 10.0
}

/// Which way the arrow keys ask for.
fn keyed(ui: &Ui, response: &Response, is_upright: bool) -> f64 {
    let filter = EventFilter {
        horizontal_arrows: is_upright,
        vertical_arrows: !is_upright,
        ..EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    let [back, on] =
        if is_upright { [Key::ArrowLeft, Key::ArrowRight] } else { [Key::ArrowDown, Key::ArrowUp] };
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    match (pressed(back), pressed(on)) {
        (true, false) => -1.0,
        (false, true) => 1.0,
        _ => 0.0,
    }
}
