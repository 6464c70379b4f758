//! Lanes and phases: what the sheet is divided into.

use egui::{Id, Ui};

use crate::blueprint::{
    Lane, LaneHeight, LaneId, Phase, PhaseId, PhaseWidth, Refusal, StepId, Zone,
};
use crate::editor::{Edit, Selection, Thing};
use crate::ui::canvas::remove_lane;
use crate::ui::desk::{Action, Desk};
use crate::ui::fields::{ValueField, choice, named_row, quiet_line};
use crate::ui::theme::SMALL;

use super::name_field;
use super::parts::{remove_button, step_list, switch};
use super::step::zone_meaning;

/// Reads a size in whole sheet units.
fn parse_units(text: &str) -> Result<i32, Refusal> {
    text.trim().parse().map_err(|_| Refusal::NotANumber)
}

/// Shows the inspector of a lane.
pub(super) fn show_lane(ui: &mut Ui, desk: &mut Desk<'_>, id: LaneId) {
    let Some(lane) = desk.scenario.lanes().get(&id).cloned() else { return };
    let set = |change: &dyn Fn(&mut Lane)| {
        let mut lane = Lane::clone(&lane);
        change(&mut lane);
        Edit::SetLane(id, lane)
    };
    let field = ValueField {
        source: name_field(Thing::Lane(id)),
        name: desk.text("details-name"),
        shown: &lane.name,
        hint: desk.words.zone(lane.zone),
        help: "",
    };
    let parse = |text: &str| Ok(text.trim().to_owned());
    field.show_as_title(ui, desk, parse, |name| set(&|lane| lane.name.clone_from(&name)));
    let zones = Zone::ALL.map(|zone| (zone, desk.words.zone(zone)));
    let name = desk.text("details-zone");
    if let Some(zone) = choice(ui, desk, name, "", Some(lane.zone), &zones) {
        desk.edit(set(&|lane| lane.zone = zone));
    }
    quiet_line(ui, desk, desk.text(zone_meaning(lane.zone)));
    let height = lane.height.units().to_string();
    let field = ValueField {
        source: Id::unique(("details lane height", id)),
        name: desk.text("details-height"),
        shown: &height,
        hint: "",
        help: desk.text("details-height-help"),
    };
    let parse = |text: &str| LaneHeight::new(parse_units(text)?);
    field.show(ui, desk, parse, |height| set(&|lane| lane.height = height));
    let name = desk.text("details-lane-folded");
    let help = desk.text("details-lane-folded-help");
    if let Some(folded) = switch(ui, desk, name, help, Some(lane.collapsed)) {
        desk.edit(set(&|lane| lane.collapsed = folded));
    }
    lane_order(ui, desk, id, lane.zone);
    let steps: Vec<StepId> = held(desk, |step| step.lane == id);
    step_list(ui, desk, desk.text("details-lane-steps"), &steps);
    if steps.len() > 1 && ui.button(desk.text("details-steps-select")).clicked() {
        desk.ask(Action::Select(Selection::steps(steps)));
    }
    ui.add_space(6.0);
    if remove_button(ui, desk, desk.text("lane-remove")) {
        desk.ask(remove_lane(desk, id));
    }
}

fn held(desk: &Desk<'_>, holds: impl Fn(&crate::blueprint::Step) -> bool) -> Vec<StepId> {
    let steps = desk.scenario.steps().iter();
    steps.filter(|(_, step)| holds(step)).map(|(id, _)| *id).collect()
}

/// The lane's place among those of its zone; nothing where it is alone.
fn lane_order(ui: &mut Ui, desk: &mut Desk<'_>, id: LaneId, zone: Zone) {
    let lanes: Vec<LaneId> = desk.scenario.lanes_of(zone).map(|(id, _)| id).collect();
    let Some(at) = lanes.iter().position(|lane| *lane == id) else { return };
    if lanes.len() < 2 {
        return;
    }
    let order = Order {
        name: desk.text("details-order"),
        before: desk.text("details-lane-up"),
        after: desk.text("details-lane-down"),
        at,
        count: lanes.len(),
    };
    if let Some(to) = order.show(ui, desk) {
        desk.edit(Edit::ReorderLane(id, to));
    }
}

/// A place in a row of things, with a button to each side.
struct Order<'a> {
    name: &'a str,
    before: &'a str,
    after: &'a str,
    at: usize,
    count: usize,
}

impl Order<'_> {
    /// Answers the place that is wanted.
    fn show(self, ui: &mut Ui, desk: &mut Desk<'_>) -> Option<usize> {
        named_row(ui, desk, self.name, "", |ui, desk, _| {
            let arguments = [("place", (self.at + 1).into()), ("count", self.count.into())];
            let mut wanted = None;
            let can = self.at > 0;
            if ui.add_enabled(can, egui::Button::new(self.before)).clicked() {
                wanted = self.at.checked_sub(1);
            }
            let can = self.at + 1 < self.count;
            if ui.add_enabled(can, egui::Button::new(self.after)).clicked() {
                wanted = Some(self.at + 1);
            }
            let place = desk.words.with("details-place-of", &arguments);
            let place = egui::RichText::new(place).size(SMALL).color(desk.tokens.muted);
            ui.add(egui::Label::new(place).truncate());
            wanted
        })
    }
}

/// Shows the inspector of a phase.
pub(super) fn show_phase(ui: &mut Ui, desk: &mut Desk<'_>, id: PhaseId) {
    let phases = desk.scenario.phases();
    let (Some(phase), Some(at)) = (phases.get(&id).cloned(), phases.get_index_of(&id)) else {
        return;
    };
    let count = phases.len();
    let field = ValueField {
        source: name_field(Thing::Phase(id)),
        name: desk.text("details-name"),
        shown: &phase.name,
        hint: desk.text("details-phase-unnamed"),
        help: "",
    };
    let parse = |text: &str| Ok(text.trim().to_owned());
    field.show_as_title(ui, desk, parse, |name| {
        Edit::SetPhase(id, Phase { name, ..Phase::clone(&phase) })
    });
    let width = phase.width.units().to_string();
    let field = ValueField {
        source: Id::unique(("details phase width", id)),
        name: desk.text("details-width"),
        shown: &width,
        hint: "",
        help: desk.text("details-width-help"),
    };
    let parse = |text: &str| PhaseWidth::new(parse_units(text)?);
    field
        .show(ui, desk, parse, |width| Edit::SetPhase(id, Phase { width, ..Phase::clone(&phase) }));
    if count > 1 {
        let order = Order {
            name: desk.text("details-order"),
            before: desk.text("details-phase-left"),
            after: desk.text("details-phase-right"),
            at,
            count,
        };
        if let Some(to) = order.show(ui, desk) {
            desk.edit(Edit::ReorderPhase(id, to));
        }
    }
    let steps: Vec<StepId> = held(desk, |step| step.phase == id);
    step_list(ui, desk, desk.text("details-phase-steps"), &steps);
    ui.add_space(6.0);
    if count > 1 && remove_button(ui, desk, desk.text("phase-remove")) {
        desk.edit(Edit::RemovePhase(id));
    }
}
