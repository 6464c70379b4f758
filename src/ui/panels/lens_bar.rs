//! The lenses in the tool bar: one of them is on.

use egui::{Button, RichText, Stroke, Ui, Vec2, WidgetInfo, accesskit::Role};

use crate::pictures::Lens;
use crate::ui::commands::Command;
use crate::ui::fonts::{Weight, font};
use crate::ui::theme::BODY;
use crate::ui::view_context::{Action, ViewContext};

/// The room that they take beside each other, and as a menu.
const WIDTH: f32 = 368.0;
const MENU: f32 = 136.0;

/// A bar that is wider than this has room for them beside each other; one that is wider than that for a menu.
const WIDE: f32 = 1_300.0;
const NARROW: f32 = 900.0;

/// The room that they take in a bar of a width: where there is some, and something to see through them was entered,
/// or one is on; `None` where they are not shown.
pub(super) fn room(view: &ViewContext<'_>, width: f32) -> Option<f32> {
    let room = if width > WIDE { WIDTH } else { MENU };
    (width > NARROW && super::quality::is_offered(view)).then_some(room)
}

/// Shows them as a menu, for a bar without room for all.
fn menu(ui: &mut Ui, view: &mut ViewContext<'_>) {
    let now = view.text(view.lens.key()).to_owned();
    let combo = egui::ComboBox::from_id_salt("lenses").selected_text(now).width(MENU - 24.0);
    let combo = combo.truncate().show_ui(ui, |ui| {
        for lens in Lens::ALL {
            let has_use = view.face(Command::Lens(lens)).obstacle(view).is_none();
            let name = view.text(lens.key());
            let button = Button::selectable(view.lens == lens, name);
            if ui.add_enabled(has_use, button).clicked() {
                view.ask(Action::Run(Command::Lens(lens)));
                ui.close();
            }
        }
    });
    let _ = combo.response.accessible_name(view.text("lenses"));
}

/// Shows them.
pub(super) fn show(ui: &mut Ui, view: &mut ViewContext<'_>, room: f32) {
    if room < WIDTH {
        menu(ui, view);
        return;
    }
    let tokens = view.tokens;
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        ui.spacing_mut().button_padding.x = 8.0;
        for lens in Lens::ALL {
            let face = view.face(Command::Lens(lens));
            let has_use = face.obstacle(view).is_none();
            let is_on = view.lens == lens;
            let name = view.text(lens.key());
            let ink = if is_on { tokens.accent } else { tokens.ink };
            let weight = if is_on { Weight::Semibold } else { Weight::Regular };
            let text = RichText::new(name).font(font(weight, BODY)).color(ink);
            let mut button = Button::new(text).min_size(Vec2::new(26.0, 26.0));
            button = if is_on {
                button.fill(tokens.accent_wash).stroke(Stroke::new(1.0, tokens.accent))
            } else {
                button.stroke(Stroke::NONE)
            };
            let response = ui.add_enabled(has_use, button);
            response.widget_info(|| WidgetInfo::selected(Role::RadioButton, has_use, is_on, name));
            let response = match face.shortcut_text(ui.ctx()) {
                Some(keys) => response.on_hover_text(keys),
                None => response,
            };
            if response.clicked() {
                view.ask(Action::Run(Command::Lens(lens)));
            }
        }
    });
}
