//! Where the quality of an item is lost: bars that can be dragged, beside what is still accepted of each item.

use egui::{
    EventFilter, Key, Modifiers, Rect, Response, Sense, Ui, UiBuilder, WidgetInfo, accesskit,
};

use super::{Asked, lack, lists};
use crate::blueprint::{ItemId, Judgements, ReadingKind};
use crate::drawing::charts::{Look, Part, ScaleSeen, Waterfall, WaterfallPlot, halves};
use crate::editor::{DocumentEdit, GestureId, Judging};
use crate::pictures::{QualityChart, QualitySource, reading_of_column, waterfall_chart};
use crate::quality::surveyed;
use crate::ui::charts::easel::{Easel, hover};
use crate::ui::charts::rows::tell;
use crate::ui::paint::{from_egui, rect};
use crate::ui::view_context::{Action, ViewContext};

/// Two pictures beside each other need so much room, before it grows.
const BOTH: f32 = 800.0;
/// Two below each other need so much, before it grows.
const STACKED: f32 = 400.0;
/// The part of the room that the bars get.
const LEFT: f32 = 0.6;
/// By how much a key moves a reading.
const STEP: f64 = 0.1;

/// A bar that is dragged, with the axis as it was when it was seized: it stays while the bar moves.
#[derive(Clone, Debug)]
pub(super) struct Dragged {
    column: usize,
    item: ItemId,
    scale: ScaleSeen,
}

/// Shows both; answers what is asked for.
pub(super) fn show(
    ui: &mut Ui,
    view: &mut ViewContext<'_>,
    easel: &mut Easel<'_>,
    source: &QualitySource<'_>,
    chosen: Option<ItemId>,
    dragged: &mut Option<Dragged>,
) -> Option<Asked> {
    let sizes = easel.sizes;
    let area = from_egui(ui.available_rect_before_wrap());
    let item = dragged.as_ref().map(|dragged| dragged.item).or(chosen).or_else(|| source.sorest());
    let on = dragged.as_ref().map(|dragged| dragged.scale.clone());
    let fall = item.and_then(|item| waterfall_chart(source, item, on.as_ref()));
    let (Some(mut chart), Some(item)) = (fall, item) else {
        if chosen.is_none() {
            return lack(ui, view, easel, "items-lack-gaps");
        }
        return lists::tolerance(ui, view, easel, source, item);
    };
    let said = chart.values.subtitle.as_str().into();
    chart.values.subtitle = view.words.with("items-drag", &[("said", said)]);
    if area.width() < sizes.length(BOTH) {
        if area.height() < sizes.length(STACKED) {
            bars(ui, view, easel, source, (item, &chart), dragged);
            return None;
        }
        let gap = sizes.length(12.0);
        let [mut above, mut below] = [rect(area); 2];
        above.max.y = above.top() + LEFT * above.height() - gap / 2.0;
        below.min.y = above.bottom() + gap;
        ui.scope_builder(UiBuilder::new().max_rect(above), |ui| {
            bars(ui, view, easel, source, (item, &chart), dragged);
        });
        let builder = UiBuilder::new().max_rect(below);
        let show = |ui: &mut Ui| lists::tolerance(ui, view, easel, source, Some(item));
        return ui.scope_builder(builder, show).inner;
    }
    let mut both = [area; 2];
    // The line between them stands where the larger part ends.
    let shifted = crate::drawing::Rect::new(
        area.left(),
        area.top(),
        area.left() + 2.0 * LEFT * area.width(),
        area.bottom(),
    );
    easel.paint(ui, |list| both = halves(sizes, shifted, list));
    let [left, right] = both.map(rect);
    let right = Rect::from_min_max(right.min, egui::pos2(area.right(), right.bottom()));
    ui.scope_builder(UiBuilder::new().max_rect(left), |ui| {
        bars(ui, view, easel, source, (item, &chart), dragged);
    });
    let builder = UiBuilder::new().max_rect(right);
    ui.scope_builder(builder, |ui| lists::tolerance(ui, view, easel, source, Some(item))).inner
}

fn bars(
    ui: &mut Ui,
    view: &mut ViewContext<'_>,
    easel: &mut Easel<'_>,
    source: &QualitySource<'_>,
    (item, chart): (ItemId, &QualityChart<Waterfall>),
    dragged: &mut Option<Dragged>,
) {
    let (area, _) = ui.allocate_exact_size(ui.available_size(), Sense::hover());
    let sizes = easel.sizes;
    let plot = chart.values.laid(sizes, from_egui(area));
    let mut pointed = None;
    for (at, piece) in plot.parts().iter().enumerate() {
        let response = column(ui, source, (item, chart), at, piece);
        if response.hovered() || response.has_focus() {
            pointed = Some(piece.subject);
        }
        if let Some(kind) = movable(source, item, at) {
            drag(&response, view, source, (item, kind), (at, chart, &plot), dragged);
            by_keys(ui, &response, view, source, (item, kind));
        }
        hover(response, || vec![chart.said(piece.subject)]);
    }
    if let Some(held) = dragged {
        pointed = plot.parts().get(held.column).map(|piece| piece.subject);
        // What ended without a word of it, as when the window lost the pointer.
        if !ui.input(|input| input.pointer.any_down()) {
            *dragged = None;
        }
    }
    let look = Look { pointed, ..Look::default() };
    easel.paint(ui, |list| plot.draw(list, &look));
    tell(ui, view.words, &chart.table);
}

/// The reading that moving a column changes; what a survey says moves for nobody.
fn movable(source: &QualitySource<'_>, item: ItemId, at: usize) -> Option<ReadingKind> {
    let kind = reading_of_column(at)?;
    let quality = &source.blueprint.judgements().quality;
    surveyed(quality, item, kind).is_none().then_some(kind)
}

fn column(
    ui: &Ui,
    source: &QualitySource<'_>,
    (item, chart): (ItemId, &QualityChart<Waterfall>),
    at: usize,
    piece: &Part,
) -> Response {
    let id = ui.scope_id().with(("fall", at));
    let kind = movable(source, item, at);
    let sense = if kind.is_some() { Sense::click_and_drag() } else { Sense::hover() };
    let response = ui.interact(rect(piece.rect), id, sense);
    let reading = kind.and_then(|kind| now(source, item, kind));
    response.widget_info(|| {
        let said = chart.said(piece.subject);
        match kind {
            Some(_) => WidgetInfo::slider(true, reading.unwrap_or_default(), said),
            None => WidgetInfo::labeled(accesskit::Role::Label, true, said),
        }
    });
    if kind.is_some() {
        response.on_hover_cursor(egui::CursorIcon::ResizeVertical)
    } else {
        response
    }
}

/// A reading as it is now.
fn now(source: &QualitySource<'_>, item: ItemId, kind: ReadingKind) -> Option<f64> {
    source.found.items.iter().find(|figures| figures.item == item)?.readings.get(kind)
}

fn drag(
    response: &Response,
    view: &mut ViewContext<'_>,
    source: &QualitySource<'_>,
    (item, kind): (ItemId, ReadingKind),
    (at, chart, plot): (usize, &QualityChart<Waterfall>, &WaterfallPlot<'_>),
    dragged: &mut Option<Dragged>,
) {
    if response.drag_started() {
        *dragged = Some(Dragged { column: at, item, scale: chart.values.scale.clone() });
    }
    let is_mine = dragged.as_ref().is_some_and(|held| held.column == at && held.item == item);
    if !is_mine {
        return;
    }
    if response.drag_stopped() {
        *dragged = None;
        view.ask(Action::Commit);
        return;
    }
    let is_given_up =
        response.ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
    if is_given_up {
        *dragged = None;
        view.ask(Action::Abort);
        return;
    }
    let at = response.ctx.input(|input| input.pointer.latest_pos());
    if let Some(at) = at.filter(|_| response.dragged()) {
        let value = plot.reading_at(at.y);
        if now(source, item, kind) != Some(value) {
            let gesture = GestureId(egui::Id::unique("quality fall").value());
            view.ask(Action::Preview(gesture, with_reading(source, item, kind, value)));
        }
    }
}

/// Up and down move the reading of a column that has the keys.
fn by_keys(
    ui: &Ui,
    response: &Response,
    view: &mut ViewContext<'_>,
    source: &QualitySource<'_>,
    (item, kind): (ItemId, ReadingKind),
) {
    if !response.has_focus() {
        return;
    }
    let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let by = match (pressed(Key::ArrowUp), pressed(Key::ArrowDown)) {
        (true, false) => STEP,
        (false, true) => -STEP,
        _ => return,
    };
    let scale = source.blueprint.judgements().quality.scale;
    let before = now(source, item, kind);
    let from = before.or_else(|| now(source, item, ReadingKind::Should));
    let value = from.unwrap_or(f64::midpoint(scale.low, scale.high)) + by;
    let value = ((value * 10.0).round() / 10.0).clamp(scale.low, scale.high);
    if before != Some(value) {
        view.edit(with_reading(source, item, kind, value));
    }
}

/// The edit that sets a reading of an item.
fn with_reading(
    source: &QualitySource<'_>,
    item: ItemId,
    kind: ReadingKind,
    value: f64,
) -> DocumentEdit {
    let mut judgements = Judgements::clone(source.blueprint.judgements());
    let scale = judgements.quality.scale;
    let own = judgements.quality.items.iter_mut().find(|(id, _)| *id == item);
    if let Some((_, item)) = own {
        *item.readings.slot(kind) = Some(value.clamp(scale.low, scale.high));
    }
    DocumentEdit::Judge(Judging::ChangeItem, Box::new(judgements))
}
