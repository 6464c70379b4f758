//! Lanes and phases: what the sheet is divided into.

use egui::{Id, Ui};

use crate::blueprint::{
    CustomerStage, Lane, LaneHeight, LaneId, Phase, PhaseId, PhaseWidth, Refusal, StepId, Zone,
};
use crate::editor::{Edit, Selection, Thing};
use crate::ui::canvas::remove_lane;
use crate::ui::fields::{ValueField, choice, named_row, quiet_line};
use crate::ui::theme::SMALL;
use crate::ui::view_context::{Action, ViewContext};

use super::name_field;
use super::parts::{remove_button, step_list, switch};
use super::step::zone_meaning;

/// Reads a size in whole sheet units.
fn parse_units(text: &str) -> Result<i32, Refusal> {
    text.trim().parse().map_err(|_| Refusal::NotANumber)
}

/// Shows the inspector of a lane.
pub(super) fn show_lane(ui: &mut Ui, view: &mut ViewContext<'_>, id: LaneId) {
    let Some(lane) = view.scenario.lanes().get(&id).cloned() else { return };
    let set = |change: &dyn Fn(&mut Lane)| {
        let mut lane = Lane::clone(&lane);
        change(&mut lane);
        Edit::SetLane(id, lane)
    };
    let field = ValueField {
        source: name_field(Thing::Lane(id)),
        name: view.text("details-name"),
        shown: &lane.name,
        hint: view.words.zone(lane.zone),
        help: "",
    };
    let parse = |text: &str| Ok(text.trim().to_owned());
    field.show_as_title(ui, view, parse, |name| set(&|lane| lane.name.clone_from(&name)));
    let zones = Zone::ALL.map(|zone| (zone, view.words.zone(zone)));
    let name = view.text("details-zone");
    if let Some(zone) = choice(ui, view, name, "", Some(lane.zone), &zones) {
        view.edit(set(&|lane| lane.zone = zone));
    }
    quiet_line(ui, view, view.text(zone_meaning(lane.zone)));
    let height = lane.height.units().to_string();
    let field = ValueField {
        source: Id::unique(("details lane height", id)),
        name: view.text("details-height"),
        shown: &height,
        hint: "",
        help: view.text("details-height-help"),
    };
    let parse = |text: &str| LaneHeight::new(parse_units(text)?);
    field.show(ui, view, parse, |height| set(&|lane| lane.height = height));
    let name = view.text("details-lane-folded");
    let help = view.text("details-lane-folded-help");
    if let Some(folded) = switch(ui, view, name, help, Some(lane.collapsed)) {
        view.edit(set(&|lane| lane.collapsed = folded));
    }
    lane_order(ui, view, id, lane.zone);
    let steps: Vec<StepId> = held(view, |step| step.lane == id);
    step_list(ui, view, view.text("details-lane-steps"), &steps);
    if steps.len() > 1 && ui.button(view.text("details-steps-select")).clicked() {
        view.ask(Action::Select(Selection::steps(steps)));
    }
    ui.add_space(6.0);
    if remove_button(ui, view, view.text("lane-remove")) {
        view.ask(remove_lane(view, id));
    }
}

fn held(view: &ViewContext<'_>, holds: impl Fn(&crate::blueprint::Step) -> bool) -> Vec<StepId> {
    let steps = view.scenario.steps().iter();
    steps.filter(|(_, step)| holds(step)).map(|(id, _)| *id).collect()
}

/// The lane's place among those of its zone; nothing where it is alone.
fn lane_order(ui: &mut Ui, view: &mut ViewContext<'_>, id: LaneId, zone: Zone) {
    let lanes: Vec<LaneId> = view.scenario.lanes_of(zone).map(|(id, _)| id).collect();
    let Some(at) = lanes.iter().position(|lane| *lane == id) else { return };
    if lanes.len() < 2 {
        return;
    }
    let order = Order {
        name: view.text("details-order"),
        before: view.text("details-lane-up"),
        after: view.text("details-lane-down"),
        at,
        count: lanes.len(),
    };
    if let Some(to) = order.show(ui, view) {
        view.edit(Edit::ReorderLane(id, to));
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
    fn show(self, ui: &mut Ui, view: &mut ViewContext<'_>) -> Option<usize> {
        named_row(ui, view, self.name, "", |ui, view, _| {
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
            let place = view.words.with("details-place-of", &arguments);
            let place = egui::RichText::new(place).size(SMALL).color(view.tokens.muted);
            ui.add(egui::Label::new(place).truncate());
            wanted
        })
    }
}

/// Shows the inspector of a phase.
pub(super) fn show_phase(ui: &mut Ui, view: &mut ViewContext<'_>, id: PhaseId) {
    let phases = view.scenario.phases();
    let (Some(phase), Some(at)) = (phases.get(&id).cloned(), phases.get_index_of(&id)) else {
        return;
    };
    let count = phases.len();
    let field = ValueField {
        source: name_field(Thing::Phase(id)),
        name: view.text("details-name"),
        shown: &phase.name,
        hint: view.text("details-phase-unnamed"),
        help: "",
    };
    let parse = |text: &str| Ok(text.trim().to_owned());
    field.show_as_title(ui, view, parse, |name| {
        Edit::SetPhase(id, Phase { name, ..Phase::clone(&phase) })
    });
    let width = phase.width.units().to_string();
    let field = ValueField {
        source: Id::unique(("details phase width", id)),
        name: view.text("details-width"),
        shown: &width,
        hint: "",
        help: view.text("details-width-help"),
    };
    let parse = |text: &str| PhaseWidth::new(parse_units(text)?);
    field
        .show(ui, view, parse, |width| Edit::SetPhase(id, Phase { width, ..Phase::clone(&phase) }));
    let mut stages = vec![(None, view.text("details-not-said"))];
    stages.extend(CustomerStage::NAMES.map(|(_, it)| (Some(it), view.words.customer_stage(it))));
    let (name, help) = (view.text("details-stage"), view.text("details-stage-help"));
    if let Some(stage) = choice(ui, view, name, help, Some(phase.stage), &stages) {
        view.edit(Edit::SetPhase(id, Phase { stage, ..Phase::clone(&phase) }));
    }
    if count > 1 {
        let order = Order {
            name: view.text("details-order"),
            before: view.text("details-phase-left"),
            after: view.text("details-phase-right"),
            at,
            count,
        };
        if let Some(to) = order.show(ui, view) {
            view.edit(Edit::ReorderPhase(id, to));
        }
    }
    let steps: Vec<StepId> = held(view, |step| step.phase == id);
    step_list(ui, view, view.text("details-phase-steps"), &steps);
    ui.add_space(6.0);
    if count > 1 && remove_button(ui, view, view.text("phase-remove")) {
        view.edit(Edit::RemovePhase(id));
    }
}
