//! The context menu of the sheet: what applies to the thing under the pointer.

use egui::{Response, Ui};

use crate::blueprint::{
    LaneId, LaneSteps, Link, LinkEnd, LinkId, LinkKind, Phase, PhaseId, StepId, StepKind,
};
use crate::drawing::Hit;
use crate::editor::{Edit, Thing};
use crate::ui::commands::{Command, Palette, Submenu, command_item, shortcut_words, submenu};
use crate::ui::desk::{Action, Desk};
use crate::ui::towards::Towards;

use super::Canvas;
use super::headers::{fold as fold_lane, move_lane};
use super::placing::new_step;
use super::rename::bears_share;

impl Canvas {
    /// Shows the menu while it is open.
    pub(super) fn show_menu(&self, response: &Response, desk: &mut Desk<'_>) {
        let Some((hit, point)) = self.menu_at else { return };
        response.context_menu(|ui| {
            ui.set_min_width(200.0);
            match hit {
                hit if hit.step().is_some() => {
                    if let Some(step) = hit.step() {
                        step_menu(ui, desk, step);
                    }
                }
                hit if hit.link().is_some() => {
                    if let Some(link) = hit.link() {
                        link_menu(ui, desk, link);
                    }
                }
                Hit::LaneName(lane) | Hit::LaneBorder(lane) | Hit::LaneFold(lane) => {
                    lane_menu(ui, desk, lane);
                }
                Hit::PhaseName(phase) | Hit::PhaseBorder(phase) => phase_menu(ui, desk, phase),
                _ => {
                    if let Some(place) = self.geometry.place_at(desk.scenario, point) {
                        for item in Palette::ALL {
                            if ui.button(desk.text(item.key())).clicked() {
                                desk.edit(Edit::AddStep(Box::new(new_step(desk, item, place))));
                                ui.close();
                            }
                        }
                        ui.separator();
                    }
                    for command in
                        [Command::Paste, Command::SelectAll, Command::FitAll, Command::TidyUp]
                    {
                        command_item(ui, desk, command);
                    }
                }
            }
        });
    }
}

fn step_menu(ui: &mut Ui, desk: &mut Desk<'_>, step: StepId) {
    for command in [Command::Rename, Command::Copy, Command::Duplicate] {
        command_item(ui, desk, command);
    }
    if desk.editor.selection().steps.len() > 1 {
        ui.menu_button(desk.text("menu-arrange"), |ui| submenu(ui, desk, Submenu::Arrange));
    }
    ui.separator();
    for command in [Command::Append(Towards::Right), Command::Connect, Command::MakeRoom] {
        command_item(ui, desk, command);
    }
    ways_out(ui, desk, step);
    ui.separator();
    if desk.scenario.steps().get(&step).is_some_and(|step| step.kind == StepKind::Decision) {
        if ui.button(desk.text("decision-remove")).clicked() {
            desk.ask(Action::AskRemoveDecision(step));
            ui.close();
        }
    } else {
        command_item(ui, desk, Command::Delete);
    }
}

/// Ways that cannot be drawn to another card: out of the service, and back to the same decision.
fn ways_out(ui: &mut Ui, desk: &mut Desk<'_>, id: StepId) {
    let Some(step) = desk.scenario.steps().get(&id) else { return };
    // A Together link makes the step part of a moment, which goes on where another part does.
    let goes_on = desk.scenario.links_at(id).any(|(_, link)| {
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
        if desk.scenario.check_link(&link, None).is_ok() && ui.button(desk.text(key)).clicked() {
            desk.edit(Edit::AddLink(link));
            ui.close();
        }
    }
}

fn link_menu(ui: &mut Ui, desk: &mut Desk<'_>, id: LinkId) {
    let Some(link) = desk.scenario.links().get(&id).map(|link| **link) else { return };
    if bears_share(desk.scenario, id) {
        command_item(ui, desk, Command::Rename);
        ui.separator();
    }
    if !desk.scenario.is_association(&link) && link.to.step().is_some() {
        for kind in LinkKind::ALL {
            let button = egui::Button::selectable(link.kind == kind, desk.words.link_kind(kind));
            if ui.add(button).clicked() {
                desk.edit(Edit::SetLink(id, Link { kind, ..link }));
                ui.close();
            }
        }
        ui.separator();
    }
    command_item(ui, desk, Command::Delete);
}

fn lane_menu(ui: &mut Ui, desk: &mut Desk<'_>, id: LaneId) {
    let Some(lane) = desk.scenario.lanes().get(&id).cloned() else { return };
    if ui.button(desk.text("command-rename")).clicked() {
        desk.ask(Action::Name(Thing::Lane(id)));
        ui.close();
    }
    if ui.button(desk.text("lane-add-below")).clicked() {
        desk.edit(Edit::AddLane(crate::blueprint::Lane::new(lane.zone)));
        ui.close();
    }
    let fold = if lane.collapsed { "lane-unfold" } else { "lane-fold" };
    if ui.button(desk.text(fold)).clicked() {
        desk.actions.extend(fold_lane(desk.scenario, id).map(Action::edit));
        ui.close();
    }
    for (key, up) in [("hand-lane-up", true), ("hand-lane-down", false)] {
        let there = move_lane(desk.scenario, id, up);
        let keys = if up { egui::Key::ArrowUp } else { egui::Key::ArrowDown };
        let keys = egui::KeyboardShortcut::new(egui::Modifiers::ALT, keys);
        let keys = shortcut_words(ui.ctx(), keys);
        let button = egui::Button::new(desk.text(key)).shortcut_text(keys);
        if ui.add_enabled(there.is_some(), button).clicked() {
            desk.actions.extend(there.map(Action::edit));
            ui.close();
        }
    }
    ui.separator();
    if ui.button(desk.text("lane-remove")).clicked() {
        desk.ask(remove_lane(desk, id));
        ui.close();
    }
}

/// Removes an empty lane at once; for another it is asked what becomes of its steps.
pub(in crate::ui) fn remove_lane(desk: &Desk<'_>, id: LaneId) -> Action {
    if desk.scenario.steps().values().any(|step| step.lane == id) {
        Action::AskRemoveLane(id)
    } else {
        Action::edit(Edit::RemoveLane(id, LaneSteps::MustBeNone))
    }
}

fn phase_menu(ui: &mut Ui, desk: &mut Desk<'_>, id: PhaseId) {
    let Some(at) = desk.scenario.phases().get_index_of(&id) else { return };
    if ui.button(desk.text("command-rename")).clicked() {
        desk.ask(Action::Name(Thing::Phase(id)));
        ui.close();
    }
    let name = desk.text("phase-new");
    for (key, place) in [("phase-add-before", at), ("phase-add-after", at + 1)] {
        if ui.button(desk.text(key)).clicked() {
            desk.edit(Edit::AddPhase(Phase::new(name), place));
            ui.close();
        }
    }
    for (key, to) in [("phase-move-left", at.checked_sub(1)), ("phase-move-right", Some(at + 1))] {
        let there = to.filter(|to| *to < desk.scenario.phases().len());
        let response = ui.add_enabled(there.is_some(), egui::Button::new(desk.text(key)));
        if let Some(to) = there.filter(|_| response.clicked()) {
            desk.edit(Edit::ReorderPhase(id, to));
            ui.close();
        }
    }
    ui.separator();
    let several = desk.scenario.phases().len() > 1;
    if ui.add_enabled(several, egui::Button::new(desk.text("phase-remove"))).clicked() {
        desk.edit(Edit::RemovePhase(id));
        ui.close();
    }
}
