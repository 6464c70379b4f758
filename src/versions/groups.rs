//! What a change is about: figures, customers, or neither.

use super::change::Change;
use crate::blueprint::{
    Field, FieldGroup, LinkKind, RoleField, Scenario, Step, StepField, StepId, StepKind, Zone,
};
use crate::redesign::{Difference, SheetChange};

/// What a change is about, in the order of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// Alone, it changes a figure.
    Figures,
    /// It changes what customers see or must do.
    Customers,
    /// Moved, renamed, and all else that changes no figure.
    Other,
}

impl Group {
    /// All of them, in order.
    pub const ALL: [Self; 3] = [Self::Figures, Self::Customers, Self::Other];

    /// Its name in JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Figures => "figures",
            Self::Customers => "customers",
            Self::Other => "other",
        }
    }
}

/// Whether a change may well change a figure, as far as that is told without an analysis.
pub(super) fn may_move_figures(change: &Change, old: &Scenario, new: &Scenario) -> bool {
    let flows = |id: StepId| {
        let step = new.steps().get(&id).or_else(|| old.steps().get(&id));
        step.is_some_and(|step| step.kind.flows())
    };
    match change {
        Change::Step(id, _) => flows(*id),
        Change::Field(_, field) => field.moves_figures() && *field != StepField::Name,
        Change::RoleField(_, field) => field.moves_figures() && *field != RoleField::Name,
        Change::Link(link) => link
            .before
            .iter()
            .chain(&link.after)
            .all(|link| flows(link.from) && link.to.step().is_none_or(flows)),
        Change::Shares(..) | Change::Role(..) | Change::Demand(_) => true,
        Change::Lane(..)
        | Change::Phase(..)
        | Change::Sheet(_)
        | Change::Rules
        | Change::Drawn(_) => false,
    }
}

/// Whether a change that changes no figure is one that customers see.
pub(super) fn is_seen(change: &Change, old: &Scenario, new: &Scenario) -> bool {
    let step = |id: StepId| {
        let of = |scenario: &Scenario| {
            let step = scenario.steps().get(&id)?;
            Some((scenario.zone_of(step), step.kind))
        };
        of(new).or_else(|| of(old))
    };
    match change {
        Change::Step(id, _) => {
            step(*id).is_some_and(|(zone, kind)| zone.is_visible() && kind != StepKind::Note)
        }
        Change::Field(_, field) => {
            matches!(
                field.group(),
                FieldGroup::Fail | FieldGroup::Wait | FieldGroup::Worth | FieldGroup::Surroundings
            ) || matches!(field, StepField::Procedure | StepField::Acceptable | StepField::Kind)
        }
        Change::Lane(_, moved) => moved.zones.0 != moved.zones.1,
        Change::Link(link) => {
            let is_way = link.difference != Difference::Changed;
            let evidence = |id: StepId| step(id).is_some_and(|it| it.1 == StepKind::Evidence);
            is_way && (link_flows(change, step) || change.links_touch(evidence))
        }
        Change::Sheet(SheetChange::Lane(id, Difference::Changed)) => {
            let zone = |scenario: &Scenario| scenario.lanes().get(id).map(|lane| lane.zone);
            let holds = |step: &Step| step.lane == *id;
            zone(old) != zone(new) && new.steps().values().any(|step| holds(step))
        }
        Change::Shares(..) | Change::Sheet(SheetChange::Element(..) | SheetChange::Typology) => {
            true
        }
        Change::Sheet(_)
        | Change::Phase(..)
        | Change::Role(..)
        | Change::RoleField(..)
        | Change::Demand(_)
        | Change::Rules
        | Change::Drawn(_) => false,
    }
}

/// Whether a link is a way that customers take.
fn link_flows(change: &Change, step: impl Fn(StepId) -> Option<(Zone, StepKind)>) -> bool {
    let Change::Link(link) = change else { return false };
    let flows = |id: StepId| step(id).is_some_and(|(_, kind)| kind.flows());
    link.before.iter().chain(&link.after).any(|link| {
        link.kind != LinkKind::Trigger && flows(link.from) && link.to.step().is_none_or(flows)
    })
}
