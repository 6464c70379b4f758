//! Showing only some of the steps: by role, zone, kind, or a time that is missing. A filter is how
//! one looks at the sheet; it is in no file, and figures know nothing of it.

use std::collections::BTreeSet;

use egui::Ui;

use crate::blueprint::{LaneId, RoleId, Scenario, Step, StepId, StepKind, Zone};
use crate::editor::Selection;
use crate::process::{ProblemCode, ProblemPlace};

use super::desk::{Action, Desk};

/// What is shown: steps that meet everything that is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(super) struct Filter {
    /// Steps that need this role.
    pub role: Option<RoleId>,
    /// Steps in this zone.
    pub zone: Option<Zone>,
    /// Steps of this kind.
    pub kind: Option<StepKind>,
    /// Steps that lack a time.
    pub untimed: bool,
    /// Whether the others are hidden instead of faded.
    pub hides: bool,
}

impl Filter {
    /// Whether anything is left out.
    pub fn is_on(self) -> bool {
        Self { hides: false, ..self } != Self::default()
    }

    /// Shows all steps; how others are shown stays as it was chosen.
    pub fn cleared(self) -> Self {
        Self { hides: self.hides, ..Self::default() }
    }

    /// The steps that it leaves out.
    pub fn left_out(self, desk: &Desk<'_>) -> BTreeSet<StepId> {
        if !self.is_on() {
            return BTreeSet::new();
        }
        let untimed = if self.untimed { untimed(desk) } else { BTreeSet::new() };
        let shown = |id: &StepId, step: &Step| {
            self.role.is_none_or(|role| desk.scenario.step_needs_role(*id, role))
                && self.zone.is_none_or(|zone| desk.scenario.zone_of(step) == zone)
                && self.kind.is_none_or(|kind| step.kind == kind)
                && (!self.untimed || untimed.contains(id))
        };
        let steps = desk.scenario.steps().iter();
        steps.filter(|(id, step)| !shown(id, step)).map(|(id, _)| *id).collect()
    }

    /// What is asked for, in words.
    pub fn words(self, desk: &Desk<'_>) -> String {
        let role = self.role.and_then(|role| desk.scenario.roles().get(&role));
        let parts = [
            role.map(|role| role.name.clone()),
            self.zone.map(|zone| desk.words.zone(zone).to_owned()),
            self.kind.map(|kind| desk.text(kind_key(kind)).to_owned()),
            self.untimed.then(|| desk.text("filter-untimed").to_owned()),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }
}

fn kind_key(kind: StepKind) -> &'static str {
    match kind {
        StepKind::Action => "filter-kind-action",
        StepKind::Decision => "filter-kind-decision",
        StepKind::Evidence => "filter-kind-evidence",
        StepKind::Note => "filter-kind-note",
    }
}

/// The steps whose time is missing, as the problems have it.
pub(super) fn untimed(desk: &Desk<'_>) -> BTreeSet<StepId> {
    let missing =
        desk.analysis.problems.iter().filter(|problem| problem.code == ProblemCode::MissingTime);
    missing
        .filter_map(|problem| match problem.place {
            ProblemPlace::Step(step) => Some(step),
            _ => None,
        })
        .collect()
}

/// The steps that need a role that one of `steps` needs.
pub(super) fn of_same_roles(scenario: &Scenario, steps: &BTreeSet<StepId>) -> BTreeSet<StepId> {
    let needed = |step: &Step| -> Vec<RoleId> {
        step.needs.iter().flat_map(|need| need.roles.iter().copied()).collect()
    };
    let roles: BTreeSet<RoleId> = steps
        .iter()
        .filter_map(|id| scenario.steps().get(id))
        .flat_map(|step| needed(step))
        .collect();
    let all = scenario.steps().iter();
    all.filter(|(_, step)| needed(step).iter().any(|role| roles.contains(role)))
        .map(|(id, _)| *id)
        .collect()
}

/// The steps in the lanes of `steps`.
pub(super) fn of_same_lanes(scenario: &Scenario, steps: &BTreeSet<StepId>) -> BTreeSet<StepId> {
    let lanes: BTreeSet<LaneId> =
        steps.iter().filter_map(|id| scenario.steps().get(id)).map(|step| step.lane).collect();
    let all = scenario.steps().iter();
    all.filter(|(_, step)| lanes.contains(&step.lane)).map(|(id, _)| *id).collect()
}

/// The rows of the menu that filters, before its commands.
pub(super) fn items(ui: &mut Ui, desk: &mut Desk<'_>) {
    let now = desk.filter;
    ui.menu_button(desk.text("filter-role"), |ui| {
        let roles: Vec<(RoleId, String)> =
            desk.scenario.roles().iter().map(|(id, role)| (*id, role.name.clone())).collect();
        for (id, name) in roles {
            let role = Some(id).filter(|_| now.role != Some(id));
            choice(ui, desk, &name, now.role == Some(id), Filter { role, ..now });
        }
    });
    ui.menu_button(desk.text("filter-zone"), |ui| {
        for each in Zone::ALL {
            let zone = Some(each).filter(|_| now.zone != Some(each));
            let name = desk.words.zone(each).to_owned();
            choice(ui, desk, &name, now.zone == Some(each), Filter { zone, ..now });
        }
    });
    ui.menu_button(desk.text("filter-kind"), |ui| {
        for each in StepKind::ALL {
            let kind = Some(each).filter(|_| now.kind != Some(each));
            let name = desk.text(kind_key(each)).to_owned();
            choice(ui, desk, &name, now.kind == Some(each), Filter { kind, ..now });
        }
    });
    let untimed = desk.text("filter-untimed").to_owned();
    choice(ui, desk, &untimed, now.untimed, Filter { untimed: !now.untimed, ..now });
    ui.separator();
    let hides = desk.text("filter-hide").to_owned();
    choice(ui, desk, &hides, now.hides, Filter { hides: !now.hides, ..now });
}

fn choice(ui: &mut Ui, desk: &mut Desk<'_>, name: &str, on: bool, filter: Filter) {
    if ui.add(egui::Button::selectable(on, name)).clicked() {
        desk.ask(Action::Filter(filter));
        ui.close();
    }
}

/// The rows of the menu that selects, behind its commands.
pub(super) fn select_items(ui: &mut Ui, desk: &mut Desk<'_>) {
    ui.separator();
    let roles: Vec<(RoleId, String)> =
        desk.scenario.roles().iter().map(|(id, role)| (*id, role.name.clone())).collect();
    ui.menu_button(desk.text("select-by-role"), |ui| {
        for (role, name) in roles {
            if ui.button(name).clicked() {
                let all = desk.scenario.steps().keys().copied();
                let steps = all.filter(|id| desk.scenario.step_needs_role(*id, role));
                desk.ask(Action::Select(Selection::steps(steps)));
                ui.close();
            }
        }
    });
    ui.menu_button(desk.text("select-by-lane"), |ui| {
        for zone in Zone::ALL {
            for (lane, row) in desk.scenario.lanes_of(zone) {
                if ui.button(desk.words.lane(row)).clicked() {
                    let all = desk.scenario.steps().iter();
                    let steps = all.filter(|(_, step)| step.lane == lane).map(|(id, _)| *id);
                    desk.actions.push(Action::Select(Selection::steps(steps)));
                    ui.close();
                }
            }
        }
    });
}

/// Whether every lane of a zone is folded.
pub(super) fn is_folded(scenario: &Scenario, zone: Zone) -> bool {
    scenario.lanes_of(zone).all(|(_, lane)| lane.collapsed)
}
