//! Keeps what is above the pointer as high as it was while something is tried or typed, so that nothing
//! slides away from under the pointer, and no field from under the letters.

use egui::{Rect, Ui, UiBuilder, Vec2};

use crate::editor::Selection;
use crate::ui::view_context::{LEVERS, SUGGESTION, ViewContext};

/// The key of the figures above the tabs: what is below them makes room when they grow.
pub(in crate::ui) const HEADLINE: &str = "headline";

/// The room that the headline has at least, in points: four tiles, what is assumed, and a bottleneck
/// of four lines. What a first time brings there moves no field below.
const USUAL_HEADLINE: f32 = 236.0;

/// Shows something; while something is tried or typed it takes the room that it took before. What then
/// needs more is cut. While levers are set it takes no less room than before.
pub(in crate::ui) fn steady<'a>(
    ui: &mut Ui,
    view: &mut ViewContext<'a>,
    key: &'static str,
    content: impl FnOnce(&mut Ui, &mut ViewContext<'a>),
) {
    let id = egui::Id::unique(("steady", key));
    let held = ui.input(|input| input.pointer.any_down());
    let trial = view.editor.trial();
    let follows = match trial {
        Some(SUGGESTION) => true,
        Some(LEVERS) => held && key != HEADLINE,
        _ => ui.ctx().text_edit_focused(),
    };
    let known = ui.data(|data| data.get_temp::<f32>(id));
    let before = known.filter(|_| follows);
    let usual = if key == HEADLINE { USUAL_HEADLINE } else { 0.0 };
    // Nor between two scenarios that are looked at in turn.
    let keeps = trial == Some(LEVERS) || view.compared.is_some();
    let least = known.filter(|_| keeps && key == HEADLINE).unwrap_or(usual);
    // Made alike in both cases, so that no widget changes its identity below a pressed button.
    let rest = ui.available_rect_before_wrap();
    let room = before
        .map_or(rest, |height| Rect::from_min_size(rest.min, Vec2::new(rest.width(), height)));
    let mut inside = ui.new_child(UiBuilder::new().max_rect(room).id_salt(key));
    if before.is_some() {
        // Frames may stand out a little.
        inside.set_clip_rect(room.expand(4.0).intersect(ui.clip_rect()));
    }
    content(&mut inside, view);
    let height = before.unwrap_or_else(|| {
        let height = inside.min_rect().height().max(least);
        ui.data_mut(|data| data.insert_temp(id, height));
        height
    });
    let taken = Rect::from_min_size(rest.min, Vec2::new(rest.width(), height));
    ui.advance_cursor_after_rect(taken);
}

/// Shows a reason that comes and goes and may take several lines. It takes at least so much room, in
/// points, and while the same is selected no less than it once needed: what is below does not go up
/// and down with it.
pub(in crate::ui) fn growing<'a>(
    ui: &mut Ui,
    view: &mut ViewContext<'a>,
    key: &'static str,
    least: f32,
    content: impl FnOnce(&mut Ui, &mut ViewContext<'a>),
) {
    let id = egui::Id::unique(("growing", key));
    let width = ui.available_width();
    let selected = view.editor.selection().clone();
    let known: Option<(Selection, f32, f32)> = ui.data(|data| data.get_temp(id));
    let known = known.filter(|(of, wide, _)| *of == selected && (wide - width).abs() < 0.5);
    let least = known.map_or(least, |(.., height)| height.max(least));
    let inside = ui.vertical(|ui| {
        ui.set_min_size(Vec2::new(width, least));
        content(ui, view);
    });
    let height = inside.response.rect.height();
    ui.data_mut(|data| data.insert_temp(id, (selected, width, height)));
}
