//! Keeps what is above the hand as high as it was while something is tried, so that nothing slides
//! away from under the pointer.

use egui::{Rect, Ui, UiBuilder, Vec2};

use crate::ui::desk::{Desk, LEVERS, SUGGESTION};

/// Shows something; while a trial follows the hand it takes the room that it took before. What then
/// needs more is cut.
pub(in crate::ui) fn steady<'a>(
    ui: &mut Ui,
    desk: &mut Desk<'a>,
    key: &'static str,
    content: impl FnOnce(&mut Ui, &mut Desk<'a>),
) {
    let id = egui::Id::unique(("steady", key));
    let held = ui.input(|input| input.pointer.any_down());
    let follows = match desk.editor.trial() {
        Some(SUGGESTION) => true,
        Some(LEVERS) => held,
        _ => false,
    };
    let before = ui.data(|data| data.get_temp::<f32>(id)).filter(|_| follows);
    let Some(height) = before else {
        let height = ui.scope(|ui| content(ui, desk)).response.rect.height();
        ui.data_mut(|data| data.insert_temp(id, height));
        return;
    };
    let size = Vec2::new(ui.available_width(), height);
    let rect = Rect::from_min_size(ui.cursor().min, size);
    let mut inside = ui.new_child(UiBuilder::new().max_rect(rect).id_salt(key));
    // Frames may stand out a little.
    inside.set_clip_rect(rect.expand(4.0).intersect(ui.clip_rect()));
    content(&mut inside, desk);
    ui.advance_cursor_after_rect(rect);
}
