//! The context menu of the sheet: what applies to the thing under the pointer.

use egui::{Response, Ui};

use crate::blueprint::{
    LaneId, LaneSteps, Link, LinkEnd, LinkId, LinkKind, Phase, PhaseId, StepId, StepKind,
};
use crate::drawing::Hit;
use crate::editor::{Edit, Thing};
use crate::ui::commands::{Command, Palette, Submenu, command_item, shortcut_words, submenu};
use crate::ui::towards::Towards;
use crate::ui::view_context::{Action, ViewContext};

use super::Canvas;
use super::headers::{fold as fold_lane, move_lane};
use super::placing::new_step;
use super::rename::bears_share;

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
                    lane_menu(ui, view, lane);
                }
                Hit::PhaseName(phase) | Hit::PhaseBorder(phase) => phase_menu(ui, view, phase),
                _ => {
                    if let Some(place) = self.geometry.place_at(view.scenario, point) {
                        for item in Palette::ALL {
                            if ui.button(view.text(item.key())).clicked() {
                                view.edit(Edit::AddStep(Box::new(new_step(view, item, place))));
                                ui.close();
                            }
                        }
                        ui.separator();
                    }
                    for command in
                        [Command::Paste, Command::SelectAll, Command::FitAll, Command::TidyUp]
                    {
                        command_item(ui, view, command);
                    }
                }
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
    let Some(link) = view.scenario.links().get(&id).map(|link| Link::clone(link)) else { return };
    if bears_share(view.scenario, id) {
        command_item(ui, view, Command::Rename);
        ui.separator();
    }
    if !view.scenario.is_association(&link) && link.to.step().is_some() {
        for kind in LinkKind::ALL {
            let button = egui::Button::selectable(link.kind == kind, view.words.link_kind(kind));
            if ui.add(button).clicked() {
                view.edit(Edit::SetLink(id, Link { kind, ..link.clone() }));
                ui.close();
            }
        }
        ui.separator();
    }
    command_item(ui, view, Command::Delete);
}

fn lane_menu(ui: &mut Ui, view: &mut ViewContext<'_>, id: LaneId) {
    let Some(lane) = view.scenario.lanes().get(&id).cloned() else { return };
    if ui.button(view.text("command-rename")).clicked() {
        view.ask(Action::Name(Thing::Lane(id)));
        ui.close();
    }
    if ui.button(view.text("lane-add-below")).clicked() {
        view.edit(Edit::AddLane(crate::blueprint::Lane::new(lane.zone)));
        ui.close();
    }
    let fold = if lane.collapsed { "lane-unfold" } else { "lane-fold" };
    if ui.button(view.text(fold)).clicked() {
        view.actions.extend(fold_lane(view.scenario, id).map(Action::edit));
        ui.close();
    }
    for (key, up) in [("hand-lane-up", true), ("hand-lane-down", false)] {
        let there = move_lane(view.scenario, id, up);
        let keys = if up { egui::Key::ArrowUp } else { egui::Key::ArrowDown };
        let keys = egui::KeyboardShortcut::new(egui::Modifiers::ALT, keys);
        let keys = shortcut_words(ui.ctx(), keys);
        let button = egui::Button::new(view.text(key)).shortcut_text(keys);
        if ui.add_enabled(there.is_some(), button).clicked() {
            view.actions.extend(there.map(Action::edit));
            ui.close();
        }
    }
    ui.separator();
    if ui.button(view.text("lane-remove")).clicked() {
        view.ask(remove_lane(view, id));
        ui.close();
    }
}

/// Removes an empty lane at once; for another it is asked what becomes of its steps.
pub(in crate::ui) fn remove_lane(view: &ViewContext<'_>, id: LaneId) -> Action {
    if view.scenario.steps().values().any(|step| step.lane == id) {
        Action::AskRemoveLane(id)
    } else {
        Action::edit(Edit::RemoveLane(id, LaneSteps::MustBeNone))
    }
}

fn phase_menu(ui: &mut Ui, view: &mut ViewContext<'_>, id: PhaseId) {
    let Some(at) = view.scenario.phases().get_index_of(&id) else { return };
    if ui.button(view.text("command-rename")).clicked() {
        view.ask(Action::Name(Thing::Phase(id)));
        ui.close();
    }
    let name = view.text("phase-new");
    for (key, place) in [("phase-add-before", at), ("phase-add-after", at + 1)] {
        if ui.button(view.text(key)).clicked() {
            view.edit(Edit::AddPhase(Phase::new(name), place));
            ui.close();
        }
    }
    for (key, to) in [("phase-move-left", at.checked_sub(1)), ("phase-move-right", Some(at + 1))] {
        let there = to.filter(|to| *to < view.scenario.phases().len());
        let response = ui.add_enabled(there.is_some(), egui::Button::new(view.text(key)));
        if let Some(to) = there.filter(|_| response.clicked()) {
            view.edit(Edit::ReorderPhase(id, to));
            ui.close();
        }
    }
    ui.separator();
    let several = view.scenario.phases().len() > 1;
    if ui.add_enabled(several, egui::Button::new(view.text("phase-remove"))).clicked() {
        view.edit(Edit::RemovePhase(id));
        ui.close();
    }
}
