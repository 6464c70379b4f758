//! Menus made from the list of commands.

use egui::Ui;

use crate::ui::view_context::ViewContext;

use super::buttons::{command_item, menu_words};
use super::face::Spot;
use super::{Command, Group, Submenu};

/// What a menu has beside commands: shown before those of a submenu, and behind them.
pub(in crate::ui) type Extras = fn(&mut Ui, &mut ViewContext<'_>, Submenu, End);

/// Where in a submenu something stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) enum End {
    Before,
    Behind,
}

/// The commands of a group as rows of a menu: all of its sections.
pub(in crate::ui) fn menu_of(
    ui: &mut Ui,
    view: &mut ViewContext<'_>,
    group: Group,
    extras: Extras,
) {
    sections(ui, view, group, 0..=u8::MAX, extras);
}

/// Some sections of the menu of a group, with lines between them.
pub(in crate::ui) fn sections(
    ui: &mut Ui,
    view: &mut ViewContext<'_>,
    group: Group,
    which: std::ops::RangeInclusive<u8>,
    extras: Extras,
) {
    let mut last = None;
    let mut opened = Vec::new();
    let mut rows: Vec<(u8, Command, Spot)> = Command::all()
        .into_iter()
        .filter_map(|command| {
            let spot = view.face(command).spot_in(group)?;
            Some((spot.within.map_or(spot.section, Submenu::section), command, spot))
        })
        .collect();
    // What belongs to another menu too comes last in its section.
    rows.sort_by_key(|(section, ..)| *section);
    for (section, command, spot) in rows {
        if !which.contains(&section) || spot.within.is_some_and(|menu| opened.contains(&menu)) {
            continue;
        }
        if last.replace(section).is_some_and(|last| last != section) {
            ui.separator();
        }
        let Some(menu) = spot.within else {
            command_item(ui, view, command);
            continue;
        };
        opened.push(menu);
        ui.menu_button(menu_words(None, view.text(menu.key())), |ui| {
            extras(ui, view, menu, End::Before);
            submenu(ui, view, menu);
            extras(ui, view, menu, End::Behind);
        });
    }
}

/// The commands of a submenu, with lines between its sections.
pub(in crate::ui) fn submenu(ui: &mut Ui, view: &mut ViewContext<'_>, menu: Submenu) {
    let mut last = None;
    for command in Command::all() {
        let Some(spot) = view.face(command).spot.filter(|spot| spot.within == Some(menu)) else {
            continue;
        };
        if last.replace(spot.section).is_some_and(|last| last != spot.section) {
            ui.separator();
        }
        command_item(ui, view, command);
    }
}
