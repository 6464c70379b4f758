//! The context menu of the sheet: what applies to the thing under the pointer.

use egui::{Response, Ui};

use crate::blueprint::{Link, LinkEnd, LinkId, LinkKind, StepId, StepKind};
use crate::drawing::Hit;
use crate::editor::Edit;
use crate::ui::commands::{Command, Submenu, command_item, submenu};
use crate::ui::towards::Towards;
use crate::ui::view_context::{Action, ViewContext};

use super::Canvas;
use super::rename::bears_share;
use super::sheet_menus::line_menu;

impl Canvas {
    /// Shows the menu while it is open.
    pub(super) fn show_menu(&self, response: &Response, view: &mut ViewContext<'_>) {
        let Some((hit, point)) = self.menu_at else { return };
        response.context_menu(|ui| {
            ui.set_min_width(200.0);
            match hit {
                hit if hit.step().is_some() => {
                    if let Some(step) = hit.step() {
                        step_menu(ui, view, step);
                    }
                }
                hit if hit.link().is_some() => {
                    if let Some(link) = hit.link() {
                        link_menu(ui, view, link);
                    }
                }
                Hit::LaneName(lane) | Hit::LaneBorder(lane) | Hit::LaneFold(lane) => {
                    self.lane_menu(ui, view, lane);
                }
                Hit::PhaseName(phase) | Hit::PhaseBorder(phase) | Hit::PhaseCut(phase, _) => {
                    self.phase_menu(ui, view, phase, point);
                }
                Hit::Line(line) => line_menu(ui, view, line),
                _ => self.sheet_menu(ui, view, point),
            }
        });
    }
}

fn step_menu(ui: &mut Ui, view: &mut ViewContext<'_>, step: StepId) {
    for command in [Command::Rename, Command::Copy, Command::Duplicate] {
        command_item(ui, view, command);
    }
    if view.editor.selection().steps.len() > 1 {
        ui.menu_button(view.text("menu-arrange"), |ui| submenu(ui, view, Submenu::Arrange));
    }
    ui.separator();
    for command in [Command::Append(Towards::Right), Command::Connect, Command::MakeRoom] {
        command_item(ui, view, command);
    }
    ways_out(ui, view, step);
    ui.separator();
    if view.scenario.steps().get(&step).is_some_and(|step| step.kind == StepKind::Decision) {
        if ui.button(view.text("decision-remove")).clicked() {
            view.ask(Action::AskRemoveDecision(step));
            ui.close();
        }
    } else {
        command_item(ui, view, Command::Delete);
    }
}

/// Ways that cannot be drawn to another card: out of the service, and back to the same decision.
fn ways_out(ui: &mut Ui, view: &mut ViewContext<'_>, id: StepId) {
    let Some(step) = view.scenario.steps().get(&id) else { return };
    // A Together link makes the step part of a moment, which goes on where another part does.
    let goes_on = view.scenario.links_at(id).any(|(_, link)| {
        link.from == id && link.kind == LinkKind::Flow || link.kind == LinkKind::Together
    });
    let decision = step.kind == StepKind::Decision;
    let mut ways = Vec::new();
    // Whatever has no way on leads out; beside other ways only a decision can send some out.
    if decision || !goes_on {
        ways.push(("flow-out", LinkEnd::Outside));
    }
    if decision {
        ways.push(("flow-again", LinkEnd::Step(id)));
    }
    for (key, to) in ways {
        let link = Link { to, ..Link::between(id, id, LinkKind::Flow) };
        if view.scenario.check_link(&link, None).is_ok() && ui.button(view.text(key)).clicked() {
            view.edit(Edit::AddLink(link));
            ui.close();
        }
    }
}

fn link_menu(ui: &mut Ui, view: &mut ViewContext<'_>, id: LinkId) {
    let Some(link) = view.scenario.links().get(&id).map(|link| **link) else { return };
    if bears_share(view.scenario, id) {
        command_item(ui, view, Command::Rename);
        ui.separator();
    }
    if !view.scenario.is_association(&link) && link.to.step().is_some() {
        for kind in LinkKind::ALL {
            let button = egui::Button::selectable(link.kind == kind, view.words.link_kind(kind));
            if ui.add(button).clicked() {
                view.edit(Edit::SetLink(id, Link { kind, ..link }));
                ui.close();
            }
        }
        ui.separator();
    }
    command_item(ui, view, Command::Delete);
}
