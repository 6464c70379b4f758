//! The end of a drag in a picture that changes what it shows.

use egui::Ui;

use crate::editor::GestureId;
use crate::ui::view_context::{Action, ViewContext};

/// Keeps what was dragged once the pointer lets go, as one step; Esc takes it back. What ended without a word of it,
/// as when the window lost the pointer, is kept too.
pub(in crate::ui) fn end_of_drag<T>(
    ui: &Ui,
    view: &mut ViewContext<'_>,
    drag: &mut Option<T>,
    gesture: GestureId,
) {
    if drag.is_none() {
        return;
    }
    let is_under_way = view.editor.gesture() == Some(gesture);
    if ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, egui::Key::Escape)) {
        *drag = None;
        ui.ctx().stop_dragging();
        if is_under_way {
            view.ask(Action::Abort);
        }
    } else if !ui.input(|input| input.pointer.any_down()) {
        *drag = None;
        if is_under_way {
            view.ask(Action::Commit);
        }
    }
}
