//! The menus that show only some of the steps, and select steps.

use egui::Ui;

use crate::blueprint::{RoleId, StepKind, Zone};
use crate::editor::Selection;
use crate::ui::commands::{menu_item, menu_switch, menu_words};
use crate::ui::filter::{Filter, kind_key};
use crate::ui::view_context::{Action, ViewContext};

/// The rows of the menu that filters, before its commands.
pub(super) fn filters(ui: &mut Ui, view: &mut ViewContext<'_>) {
    let now = view.filter;
    ui.menu_button(menu_words(None, view.text("filter-role")), |ui| {
        let roles: Vec<(RoleId, String)> =
            view.scenario.roles().iter().map(|(id, role)| (*id, role.name.clone())).collect();
        for (id, name) in roles {
            let role = Some(id).filter(|_| now.role != Some(id));
            choice(ui, view, &name, now.role == Some(id), Filter { role, ..now });
        }
    });
    ui.menu_button(menu_words(None, view.text("filter-zone")), |ui| {
        for each in Zone::ALL {
            let zone = Some(each).filter(|_| now.zone != Some(each));
            let name = view.words.zone(each).to_owned();
            choice(ui, view, &name, now.zone == Some(each), Filter { zone, ..now });
        }
    });
    ui.menu_button(menu_words(None, view.text("filter-kind")), |ui| {
        for each in StepKind::ALL {
            let kind = Some(each).filter(|_| now.kind != Some(each));
            let name = view.text(kind_key(each)).to_owned();
            choice(ui, view, &name, now.kind == Some(each), Filter { kind, ..now });
        }
    });
    let untimed = view.text("filter-untimed").to_owned();
    choice(ui, view, &untimed, now.untimed, Filter { untimed: !now.untimed, ..now });
    ui.separator();
    let hides = view.text("filter-hide").to_owned();
    choice(ui, view, &hides, now.hides, Filter { hides: !now.hides, ..now });
}

fn choice(ui: &mut Ui, view: &mut ViewContext<'_>, name: &str, on: bool, filter: Filter) {
    if menu_switch(ui, view, on, name).clicked() {
        view.ask(Action::Filter(filter));
        ui.close();
    }
}

/// The rows of the menu that selects, behind its commands.
pub(super) fn selections(ui: &mut Ui, view: &mut ViewContext<'_>) {
    ui.separator();
    let roles: Vec<(RoleId, String)> =
        view.scenario.roles().iter().map(|(id, role)| (*id, role.name.clone())).collect();
    ui.menu_button(menu_words(None, view.text("select-by-role")), |ui| {
        for (role, name) in roles {
            if menu_item(ui, None, name).clicked() {
                let all = view.scenario.steps().keys().copied();
                let steps = all.filter(|id| view.scenario.step_needs_role(*id, role));
                view.ask(Action::Select(Selection::steps(steps)));
                ui.close();
            }
        }
    });
    ui.menu_button(menu_words(None, view.text("select-by-lane")), |ui| {
        for zone in Zone::ALL {
            for (lane, _) in view.scenario.lanes_of(zone) {
                if menu_item(ui, None, view.words.lane(view.scenario, lane).as_ref()).clicked() {
                    let all = view.scenario.steps().iter();
                    let steps = all.filter(|(_, step)| step.lane == lane).map(|(id, _)| *id);
                    view.actions.push(Action::Select(Selection::steps(steps)));
                    ui.close();
                }
            }
        }
    });
}
