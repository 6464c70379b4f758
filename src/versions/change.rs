//! A change as a line says it: one thing, or one field of a thing.

use crate::blueprint::{DemandField, LinkEnd, RoleField, RoleId, StepField, StepId};
use crate::redesign::{
    Comparison, Difference, LinkChange, Move, RoleChange, SheetChange, StepChange,
};

/// One change from the old scenario to the new one.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// A step came or went.
    Step(StepId, Difference),
    /// A field of a step.
    Field(StepId, StepField),
    /// A step went to another lane.
    Lane(StepId, Move),
    /// A step went to another phase, or to another place in the order.
    Phase(StepId, Move),
    /// A link.
    Link(LinkChange),
    /// The shares of several ways out of a step, which are changed together.
    Shares(StepId, Vec<LinkChange>),
    /// A role came or went.
    Role(RoleId, Difference),
    /// A field of a role.
    RoleField(RoleId, RoleField),
    /// A field of the demand.
    Demand(DemandField),
    /// The sheet, the surroundings, how it is simulated.
    Sheet(SheetChange),
    /// What a redesign must keep to.
    Rules,
}

impl Change {
    /// The same as a comparison of which nothing else is told, without figures. Empty for
    /// [`Change::Rules`], which comparisons leave out.
    #[must_use]
    pub fn comparison(&self) -> Comparison {
        let mut only = Comparison::default();
        let step = |step, difference, fields, moved| StepChange { step, difference, fields, moved };
        match self {
            Self::Step(id, difference) => {
                only.steps.push(step(*id, *difference, Vec::new(), None));
            }
            Self::Field(id, field) => {
                only.steps.push(step(*id, Difference::Changed, vec![*field], None));
            }
            Self::Lane(id, moved) | Self::Phase(id, moved) => {
                let moved = Some(moved.clone());
                only.steps.push(step(*id, Difference::Changed, Vec::new(), moved));
            }
            Self::Link(link) => only.links.push(link.clone()),
            Self::Shares(_, links) => only.links.clone_from(links),
            Self::Role(role, difference) => {
                let (role, difference) = (*role, *difference);
                only.roles.push(RoleChange { role, difference, fields: Vec::new() });
            }
            Self::RoleField(role, field) => {
                let (role, difference) = (*role, Difference::Changed);
                only.roles.push(RoleChange { role, difference, fields: vec![*field] });
            }
            Self::Demand(field) => only.demand.push(*field),
            Self::Sheet(change) => only.sheet.push(*change),
            Self::Rules => {}
        }
        only
    }

    /// Whether a link of this change touches a step.
    pub(super) fn links_touch(&self, step: impl Fn(StepId) -> bool) -> bool {
        let links: &[LinkChange] = match self {
            Self::Link(link) => std::slice::from_ref(link),
            Self::Shares(_, links) => links,
            _ => &[],
        };
        links
            .iter()
            .flat_map(|link| link.before.iter().chain(&link.after))
            .any(|link| step(link.from) || matches!(link.to, LinkEnd::Step(to) if step(to)))
    }
}
