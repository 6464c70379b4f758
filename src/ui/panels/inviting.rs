//! What an empty tab says: what it is good for, with the button that begins.

use egui::{RichText, Ui};

use crate::ui::view_context::ViewContext;

/// Says in the middle of the room what a tab is good for; answers whether its button, if it has one, is clicked.
pub(in crate::ui) fn invite(
    ui: &mut Ui,
    view: &ViewContext<'_>,
    said: &str,
    begin: Option<&str>,
) -> bool {
    let tokens = view.tokens;
    let mut is_begun = false;
    ui.vertical_centered(|ui| {
        ui.set_max_width(ui.available_width().min(520.0));
        ui.add_space((ui.available_height() / 2.0 - 48.0).max(4.0));
        ui.label(RichText::new(said).color(tokens.muted));
        let Some(begin) = begin else { return };
        ui.add_space(6.0);
        let text = RichText::new(begin).color(tokens.on_accent);
        is_begun = ui.add(egui::Button::new(text).fill(tokens.accent)).clicked();
    });
    is_begun
}
