//! The menu bar with the name of the file in its middle.

use egui::{Align2, RichText, Ui, Vec2};

use crate::storage;
use crate::ui::commands::{End, Group, Submenu, menu_item, menu_of, menu_words, sections};
use crate::ui::controls::menu;
use crate::ui::fonts::{Weight, font};
use crate::ui::theme::{BODY, SMALL};
use crate::ui::view_context::{Action, ViewContext};

use super::filter_menus;

/// Shows the bar.
pub(in crate::ui) fn show(ui: &mut Ui, view: &mut ViewContext<'_>) {
    let bar = ui.max_rect();
    egui::MenuBar::new().ui(ui, |ui| {
        for group in Group::ALL {
            menu(ui, view.text(group.key()), |ui| {
                if group == Group::File {
                    file_menu(ui, view);
                } else {
                    menu_of(ui, view, group, extras);
                }
            });
        }
        file_name(ui, view, bar);
    });
}

/// What can be done with the scenario that is shown; also the menu of its tab.
pub(in crate::ui) fn scenario_commands(ui: &mut Ui, view: &mut ViewContext<'_>) {
    menu_of(ui, view, Group::Scenario, extras);
}

/// What menus within menus have beside commands.
fn extras(ui: &mut Ui, view: &mut ViewContext<'_>, menu: Submenu, end: End) {
    match (menu, end) {
        (Submenu::Filter, End::Before) => filter_menus::filters(ui, view),
        (Submenu::Select, End::Behind) => filter_menus::selections(ui, view),
        (
            Submenu::Filter
            | Submenu::Select
            | Submenu::Arrange
            | Submenu::Lens
            | Submenu::Zones
            | Submenu::Below
            | Submenu::Appearance
            | Submenu::Language
            | Submenu::Lane
            | Submenu::Line
            | Submenu::Sheet,
            End::Before | End::Behind,
        ) => {}
    }
}

/// The commands of files, with samples and the files of before among them.
fn file_menu(ui: &mut Ui, view: &mut ViewContext<'_>) {
    sections(ui, view, Group::File, 0..=1, extras);
    ui.menu_button(menu_words(None, view.text("menu-samples")), |ui| {
        for sample in storage::samples() {
            if menu_item(ui, None, view.text(sample.name_key)).clicked() {
                view.ask(Action::OpenSample(sample.key));
                ui.close();
            }
        }
    });
    ui.menu_button(menu_words(None, view.text("menu-recent")), |ui| {
        if view.recent.is_empty() {
            ui.label(RichText::new(view.text("menu-recent-none")).color(view.tokens.muted));
        }
        for path in view.recent {
            let name = path.file_name().map_or_else(
                || path.display().to_string(),
                |name| name.to_string_lossy().into_owned(),
            );
            let response = menu_item(ui, None, name).on_hover_text(path.display().to_string());
            if response.clicked() {
                view.ask(Action::OpenFile(path.clone()));
                ui.close();
            }
        }
    });
    ui.separator();
    sections(ui, view, Group::File, 2..=u8::MAX, extras);
}

fn file_name(ui: &Ui, view: &ViewContext<'_>, bar: egui::Rect) {
    let name_font = font(Weight::Semibold, BODY);
    let left_end = ui.cursor().left() + 12.0;
    // In the middle of the bar, or beside the menus where it is too long for that.
    let state = view.editor.is_modified().then(|| view.text("state-edited").to_owned());
    let letters = font(Weight::Regular, SMALL);
    let state = state.map(|it| ui.painter().layout_no_wrap(it, letters, view.tokens.muted));
    let behind = state.as_ref().map_or(0.0, |state| state.size().x + 10.0);
    let room = bar.right() - left_end - behind;
    let name = crate::ui::controls::elided(ui, view.file_name, name_font, view.tokens.ink, room);
    let last = bar.right() - behind - name.size().x;
    let left = (bar.center().x - name.size().x / 2.0).min(last).max(left_end);
    let at = egui::pos2(left, bar.center().y - name.size().y / 2.0);
    let end = at + Vec2::new(name.size().x, name.size().y / 2.0);
    ui.painter().galley(at, name, view.tokens.ink);
    if let Some(state) = state {
        let at = Align2::LEFT_CENTER.anchor_size(end + Vec2::new(10.0, 0.0), state.size());
        ui.painter().galley(at.min, state, view.tokens.muted);
    }
}
