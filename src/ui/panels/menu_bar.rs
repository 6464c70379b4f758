//! The menu bar with the name of the file in its middle.

use egui::{Align2, RichText, Ui, Vec2};

use crate::blueprint::Zone;
use crate::storage;
use crate::ui::canvas::Towards;
use crate::ui::commands::{Command, Palette};
use crate::ui::controls::{command_item, menu, named_command_item};
use crate::ui::desk::{Action, BottomTab, Desk};
use crate::ui::fonts::{Weight, font};
use crate::ui::theme::{BODY, SMALL};
use crate::ui::{arrange, filter};

/// Shows the bar.
pub(in crate::ui) fn show(ui: &mut Ui, desk: &mut Desk<'_>) {
    let bar = ui.max_rect();
    egui::MenuBar::new().ui(ui, |ui| {
        file_menu(ui, desk);
        edit_menu(ui, desk);
        view_menu(ui, desk);
        insert_menu(ui, desk);
        scenario_menu(ui, desk);
        help_menu(ui, desk);
        file_name(ui, desk, bar);
    });
}

fn file_menu(ui: &mut Ui, desk: &mut Desk<'_>) {
    menu(ui, desk.text("menu-file"), |ui| {
        command_item(ui, desk, Command::New);
        command_item(ui, desk, Command::Templates);
        command_item(ui, desk, Command::Open);
        command_item(ui, desk, Command::Import);
        ui.menu_button(desk.text("menu-samples"), |ui| {
            for sample in storage::samples() {
                if ui.button(desk.text(sample.name_key)).clicked() {
                    desk.ask(Action::OpenSample(sample.key));
                    ui.close();
                }
            }
        });
        ui.menu_button(desk.text("menu-recent"), |ui| {
            if desk.recent.is_empty() {
                ui.label(RichText::new(desk.text("menu-recent-none")).color(desk.tokens.muted));
            }
            for path in desk.recent {
                let name = path.file_name().map_or_else(
                    || path.display().to_string(),
                    |name| name.to_string_lossy().into_owned(),
                );
                let response = ui.button(name).on_hover_text(path.display().to_string());
                if response.clicked() {
                    desk.ask(Action::OpenFile(path.clone()));
                    ui.close();
                }
            }
        });
        ui.separator();
        command_item(ui, desk, Command::Save);
        command_item(ui, desk, Command::SaveAs);
        ui.separator();
        command_item(ui, desk, Command::StartScreen);
        command_item(ui, desk, Command::Quit);
    });
}

fn edit_menu(ui: &mut Ui, desk: &mut Desk<'_>) {
    menu(ui, desk.text("menu-edit"), |ui| {
        let (undo, redo) = undo_and_redo_names(desk);
        named_command_item(ui, desk, Command::Undo, undo);
        named_command_item(ui, desk, Command::Redo, redo);
        ui.separator();
        for command in
            [Command::Cut, Command::Copy, Command::Paste, Command::Duplicate, Command::Delete]
        {
            command_item(ui, desk, command);
        }
        ui.separator();
        for command in [Command::Rename, Command::SelectAll, Command::SelectNone] {
            command_item(ui, desk, command);
        }
        ui.menu_button(desk.text("menu-select"), |ui| filter::select_items(ui, desk));
        ui.separator();
        ui.menu_button(desk.text("menu-arrange"), |ui| arrange::items(ui, desk));
        ui.separator();
        command_item(ui, desk, Command::Find);
    });
}

/// "Undo move 3 steps", or just "Undo" where there is nothing.
pub(in crate::ui) fn undo_and_redo_names(desk: &Desk<'_>) -> (String, String) {
    let named = |command: Command, edit: Option<crate::editor::EditName>| {
        let name = desk.text(command.key());
        match edit {
            Some(edit) => {
                let what = desk.words.edit_name(edit.code, edit.count, edit.thing.as_deref());
                let key = if command == Command::Undo { "undo-named" } else { "redo-named" };
                desk.words.with(key, &[("edit", what.into())])
            }
            None => name.to_owned(),
        }
    };
    (named(Command::Undo, desk.editor.undo_name()), named(Command::Redo, desk.editor.redo_name()))
}

fn view_menu(ui: &mut Ui, desk: &mut Desk<'_>) {
    menu(ui, desk.text("menu-view"), |ui| {
        for command in [
            Command::ZoomIn,
            Command::ZoomOut,
            Command::ZoomActual,
            Command::FitAll,
            Command::FitSelection,
        ] {
            command_item(ui, desk, command);
        }
        ui.separator();
        ui.menu_button(desk.text("menu-filter"), |ui| filter::items(ui, desk));
        ui.menu_button(desk.text("menu-zones"), |ui| filter::zone_items(ui, desk));
        command_item(ui, desk, Command::ShowMap);
        ui.separator();
        for command in [Command::ShowPalette, Command::ShowSide, Command::ShowTable] {
            command_item(ui, desk, command);
        }
        ui.menu_button(desk.text("menu-below"), |ui| {
            for tab in BottomTab::ALL {
                command_item(ui, desk, Command::ShowBelow(tab));
            }
            ui.separator();
            command_item(ui, desk, Command::Enlarge);
        });
        ui.separator();
        ui.menu_button(desk.text("menu-appearance"), |ui| {
            for command in [Command::ThemeLight, Command::ThemeDark, Command::ThemeSystem] {
                command_item(ui, desk, command);
            }
            ui.separator();
            for command in [Command::Contrast, Command::Motion] {
                command_item(ui, desk, command);
            }
            ui.separator();
            for command in [Command::Larger, Command::Smaller, Command::UsualSize] {
                command_item(ui, desk, command);
            }
        });
        ui.menu_button(desk.text("menu-language"), |ui| {
            for command in [Command::English, Command::Chinese] {
                command_item(ui, desk, command);
            }
        });
    });
}

fn insert_menu(ui: &mut Ui, desk: &mut Desk<'_>) {
    menu(ui, desk.text("menu-insert"), |ui| {
        for item in Palette::ALL {
            command_item(ui, desk, Command::Insert(item));
        }
        ui.separator();
        ui.menu_button(desk.text("menu-lane"), |ui| {
            for zone in Zone::ALL {
                let name = desk.words.zone(zone).to_owned();
                named_command_item(ui, desk, Command::AddLane(zone), name);
            }
        });
        command_item(ui, desk, Command::AddPhase);
        command_item(ui, desk, Command::AddRole);
        ui.separator();
        for towards in [Towards::Right, Towards::Left, Towards::Up, Towards::Down] {
            command_item(ui, desk, Command::Append(towards));
        }
        for command in [Command::Connect, Command::MakeRoom] {
            command_item(ui, desk, command);
        }
    });
}

fn scenario_menu(ui: &mut Ui, desk: &mut Desk<'_>) {
    menu(ui, desk.text("menu-scenario"), |ui| scenario_commands(ui, desk));
}

/// What can be done with the scenario that is shown; also the menu of its tab.
pub(in crate::ui) fn scenario_commands(ui: &mut Ui, desk: &mut Desk<'_>) {
    for command in [Command::DuplicateScenario, Command::RenameScenario] {
        command_item(ui, desk, command);
    }
    ui.separator();
    for command in [Command::MakeBaseline, Command::MoveScenarioLeft, Command::MoveScenarioRight] {
        command_item(ui, desk, command);
    }
    ui.separator();
    for command in [Command::Compare, Command::FlipComparison, Command::Redesign] {
        command_item(ui, desk, command);
    }
    ui.separator();
    command_item(ui, desk, Command::RemoveScenario);
}

fn help_menu(ui: &mut Ui, desk: &mut Desk<'_>) {
    menu(ui, desk.text("menu-help"), |ui| {
        command_item(ui, desk, Command::SearchCommands);
        command_item(ui, desk, Command::Shortcuts);
        command_item(ui, desk, Command::About);
    });
}

fn file_name(ui: &Ui, desk: &Desk<'_>, bar: egui::Rect) {
    let name_font = font(Weight::Semibold, BODY);
    let left_end = ui.cursor().left() + 12.0;
    // In the middle of the bar, or beside the menus where it is too long for that.
    let state = desk.editor.is_modified().then(|| desk.text("state-edited").to_owned());
    let letters = font(Weight::Regular, SMALL);
    let state = state.map(|it| ui.painter().layout_no_wrap(it, letters, desk.tokens.muted));
    let behind = state.as_ref().map_or(0.0, |state| state.size().x + 10.0);
    let room = bar.right() - left_end - behind;
    let name = crate::ui::controls::elided(ui, desk.file_name, name_font, desk.tokens.ink, room);
    let last = bar.right() - behind - name.size().x;
    let left = (bar.center().x - name.size().x / 2.0).min(last).max(left_end);
    let at = egui::pos2(left, bar.center().y - name.size().y / 2.0);
    let end = at + Vec2::new(name.size().x, name.size().y / 2.0);
    ui.painter().galley(at, name, desk.tokens.ink);
    if let Some(state) = state {
        let at = Align2::LEFT_CENTER.anchor_size(end + Vec2::new(10.0, 0.0), state.size());
        ui.painter().galley(at.min, state, desk.tokens.muted);
    }
}
