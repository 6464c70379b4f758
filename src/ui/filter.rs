//! Showing only some of the steps: by role, zone, kind, or a time that is missing. A filter is how
//! one looks at the sheet; it is in no file, and figures know nothing of it.

use std::collections::BTreeSet;

use crate::blueprint::{LaneId, RoleId, Scenario, Step, StepId, StepKind, Zone};
use crate::process::{Problem, ProblemCode, ProblemPlace};
use crate::wording::Wording;

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
    pub fn left_out(self, scenario: &Scenario, problems: &[Problem]) -> BTreeSet<StepId> {
        if !self.is_on() {
            return BTreeSet::new();
        }
        let untimed = if self.untimed { untimed(problems) } else { BTreeSet::new() };
        let shown = |id: &StepId, step: &Step| {
            self.role.is_none_or(|role| scenario.step_needs_role(*id, role))
                && self.zone.is_none_or(|zone| scenario.zone_of(step) == zone)
                && self.kind.is_none_or(|kind| step.kind == kind)
                && (!self.untimed || untimed.contains(id))
        };
        let steps = scenario.steps().iter();
        steps.filter(|(id, step)| !shown(id, step)).map(|(id, _)| *id).collect()
    }

    /// What is asked for, in words.
    pub fn words(self, scenario: &Scenario, words: &Wording) -> String {
        let role = self.role.and_then(|role| scenario.roles().get(&role));
        let parts = [
            role.map(|role| role.name.clone()),
            self.zone.map(|zone| words.zone(zone).to_owned()),
            self.kind.map(|kind| words.text(kind_key(kind)).to_owned()),
            self.untimed.then(|| words.text("filter-untimed").to_owned()),
        ];
        words.facts(&parts.into_iter().flatten().collect::<Vec<_>>())
    }
}

pub(super) fn kind_key(kind: StepKind) -> &'static str {
    match kind {
        StepKind::Action => "filter-kind-action",
        StepKind::Decision => "filter-kind-decision",
        StepKind::Evidence => "filter-kind-evidence",
        StepKind::Note => "filter-kind-note",
    }
}

/// The steps whose time is missing, as the problems have it.
pub(super) fn untimed(problems: &[Problem]) -> BTreeSet<StepId> {
    let missing = problems.iter().filter(|problem| problem.code == ProblemCode::MissingTime);
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

/// Whether every lane of a zone is folded.
pub(super) fn is_folded(scenario: &Scenario, zone: Zone) -> bool {
    scenario.lanes_of(zone).all(|(_, lane)| lane.collapsed)
}
