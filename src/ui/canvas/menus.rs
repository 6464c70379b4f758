//! The context menu of the sheet: what applies to the thing under the pointer.

use egui::{Response, Ui};

use crate::blueprint::{LaneId, LaneSteps, Link, LinkEnd, LinkId, LinkKind, Phase, PhaseId};
use crate::drawing::{Hit, Point};
use crate::editor::{Edit, Thing};
use crate::ui::commands::{Command, Palette, command_item, shortcut_words};
use crate::ui::view_context::{Action, ViewContext};

use super::Canvas;
use super::card_menu::step_menu;
use super::headers::{fold as fold_lane, move_lane};
use super::placing::new_step;

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
                        link_menu(self, ui, view, link, point);
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

/// What a link says, what it means, what else can be done with it. `at` is where it was clicked.
fn link_menu(canvas: &Canvas, ui: &mut Ui, view: &mut ViewContext<'_>, id: LinkId, at: Point) {
    let Some(link) = view.scenario.links().get(&id).map(|link| Link::clone(link)) else { return };
    command_item(ui, view, Command::Rename);
    if view.scenario.is_association(&link) {
        ui.separator();
        command_item(ui, view, Command::Delete);
        return;
    }
    ui.separator();
    let kinds = view.scenario.possible_link_kinds(&link, Some(id));
    for kind in LinkKind::ALL.into_iter().filter(|_| link.to != LinkEnd::Outside) {
        let button = egui::Button::selectable(link.kind == kind, view.words.link_kind(kind));
        let response = ui.add_enabled(kinds.contains(&kind), button);
        if response.on_hover_text(view.words.link_meaning(kind)).clicked() {
            view.edit(Edit::SetLink(id, Link { kind, ..link.clone() }));
            ui.close();
        }
    }
    ui.separator();
    if ui.button(view.text("link-insert-here")).clicked() {
        canvas.insert_at(view, id, at);
        ui.close();
    }
    if let Some(to) = link.to.step().filter(|to| *to != link.from) {
        let turned = Link::between(to, link.from, link.kind);
        let can = view.scenario.check_link(&turned, Some(id)).is_ok();
        let button = egui::Button::new(view.text("details-swap"));
        if ui.add_enabled(can, button).clicked() {
            view.edit(Edit::SetLink(id, turned));
            ui.close();
        }
    }
    ui.separator();
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
