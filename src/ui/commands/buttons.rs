//! Commands as buttons and as rows of menus.

use egui::{
    Align2, Atom, Atoms, IntoAtoms as _, Response, RichText, Ui, Vec2, WidgetInfo, WidgetText,
    accesskit::Role,
};

use crate::ui::controls::icon_button;
use crate::ui::fonts::icon;
use crate::ui::icons;
use crate::ui::view_context::{Action, ViewContext};

use super::{Command, Face};

/// The room before the words of a row of a menu, in points.
const SIGN: Vec2 = Vec2::new(18.0, 16.0);

/// A command as an icon button; its tooltip says its shortcut, or why it does not apply.
pub(in crate::ui) fn command_button(ui: &mut Ui, view: &mut ViewContext<'_>, command: Command) {
    let face = view.face(command);
    let obstacle = face.obstacle(view);
    let name = view.text(face.text);
    let response = icon_button(ui, face.icon.unwrap_or("?"), name, obstacle.is_none());
    if face.is_switch() {
        say_state(&response, view, Role::Button, face.is_on(ui.ctx(), view), name);
    }
    let response = match (obstacle, face.shortcut_text(ui.ctx())) {
        (Some(why), _) => response.on_hover_text(format!("{name}\n{}", view.text(why))),
        (None, Some(keys)) => response.on_hover_text(format!("{name}   {keys}")),
        (None, None) => response.on_hover_text(name),
    };
    if response.clicked() {
        view.ask(Action::Run(command));
    }
}

/// A command as a row of a menu, greyed with its reason where it does not apply. What names
/// something that is on bears a check mark.
pub(in crate::ui) fn command_item(ui: &mut Ui, view: &mut ViewContext<'_>, command: Command) {
    let face = view.face(command);
    let obstacle = face.obstacle(view);
    let on = face.is_on(ui.ctx(), view);
    let name = face.name_in_menu(view);
    let mut button = egui::Button::new(menu_words(sign_of(&face, on), name.as_str()));
    if let Some(keys) = face.shortcut_text(ui.ctx()) {
        button = button.shortcut_text(RichText::new(keys));
    }
    let response = ui.add_enabled(obstacle.is_none(), button);
    if face.is_switch() {
        let role =
            if command.is_one_of_several() { Role::MenuItemRadio } else { Role::MenuItemCheckBox };
        say_state(&response, view, role, on, &name);
    }
    let response = match face.hint.filter(|_| obstacle.is_none()) {
        Some(hint) => response.on_hover_text(view.words.text(hint)),
        None => response,
    };
    if let Some(why) = obstacle {
        response.on_disabled_hover_text(view.text(why));
    } else if response.clicked() {
        view.ask(Action::Run(command));
        ui.close();
    }
}

/// What stands before the words of a command: what can be on has a check mark while it is.
fn sign_of(face: &Face, on: bool) -> Option<&'static str> {
    if face.is_switch() { on.then_some(icons::CHECK) } else { face.icon }
}

/// The words of a row of a menu behind the room for a sign, so that the words of all rows begin on
/// one line; for buttons and for menus within menus.
pub(in crate::ui) fn menu_words<'a>(
    sign: Option<&'static str>,
    words: impl Into<WidgetText>,
) -> Atoms<'a> {
    let sign = Atom::paint(SIGN, move |ui, args| {
        if let Some(sign) = sign {
            let (at, colour) = (args.rect.left_center(), args.fallback_text_color);
            ui.painter().text(at, Align2::LEFT_CENTER, sign, icon(14.0), colour);
        }
    });
    let words: WidgetText = words.into();
    (sign, words).into_atoms()
}

/// A row of a menu that is no command: its sign, its words.
pub(in crate::ui) fn menu_item(
    ui: &mut Ui,
    sign: Option<&'static str>,
    words: impl Into<WidgetText>,
) -> Response {
    ui.add(egui::Button::new(menu_words(sign, words)))
}

/// A row of a menu for something that is on or off: a check mark, and the state in words.
pub(in crate::ui) fn menu_switch(
    ui: &mut Ui,
    view: &ViewContext<'_>,
    on: bool,
    name: &str,
) -> Response {
    menu_state(ui, view, Role::MenuItemCheckBox, on, name)
}

/// A row of a menu for one of several that exclude each other: the one that holds has a check mark.
pub(in crate::ui) fn menu_choice(
    ui: &mut Ui,
    view: &ViewContext<'_>,
    on: bool,
    name: &str,
) -> Response {
    menu_state(ui, view, Role::MenuItemRadio, on, name)
}

fn menu_state(ui: &mut Ui, view: &ViewContext<'_>, role: Role, on: bool, name: &str) -> Response {
    let response = menu_item(ui, on.then_some(icons::CHECK), name);
    say_state(&response, view, role, on, name);
    response
}

/// Has screen readers say whether something is on, as a state and in words.
fn say_state(response: &Response, view: &ViewContext<'_>, role: Role, on: bool, name: &str) {
    let enabled = response.enabled();
    response.widget_info(|| WidgetInfo::selected(role, enabled, on, name));
    let said = view.words.text(if on { "state-on" } else { "state-off" });
    response.ctx.accesskit_node_builder(response.id, |node| node.set_description(said));
}
