//! Commands as buttons and as rows of menus.

use egui::{RichText, Ui};

use crate::ui::controls::icon_button;
use crate::ui::view_context::{Action, ViewContext};

use super::Command;

/// A command as an icon button; its tooltip says its shortcut, or why it does not apply.
pub(in crate::ui) fn command_button(ui: &mut Ui, view: &mut ViewContext<'_>, command: Command) {
    let face = view.face(command);
    let obstacle = face.obstacle(view);
    let name = view.text(face.text);
    let response = icon_button(ui, face.icon.unwrap_or("?"), name, obstacle.is_none());
    let response = match (obstacle, face.shortcut_text(ui.ctx())) {
        (Some(why), _) => response.on_hover_text(format!("{name}\n{}", view.text(why))),
        (None, Some(keys)) => response.on_hover_text(format!("{name}   {keys}")),
        (None, None) => response.on_hover_text(name),
    };
    if response.clicked() {
        view.ask(Action::Run(command));
    }
}

/// A command as a row of a menu, greyed with its reason where it does not apply.
pub(in crate::ui) fn command_item(ui: &mut Ui, view: &mut ViewContext<'_>, command: Command) {
    let face = view.face(command);
    let obstacle = face.obstacle(view);
    let on = face.is_on(ui.ctx(), view);
    let mut button = egui::Button::new(face.name_in_menu(view)).selected(on);
    if let Some(keys) = face.shortcut_text(ui.ctx()) {
        // The quiet colour of keys cannot be read on the ground of what is on.
        let keys = RichText::new(keys);
        let colour = ui.visuals().selection.stroke.color;
        button = button.shortcut_text(if on { keys.color(colour) } else { keys });
    }
    let response = ui.add_enabled(obstacle.is_none(), button);
    if let Some(why) = obstacle {
        response.on_disabled_hover_text(view.text(why));
    } else if response.clicked() {
        view.ask(Action::Run(command));
        ui.close();
    }
}
