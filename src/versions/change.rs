//! A change as a line says it: one thing, or one field of a thing.

use crate::blueprint::{DemandField, Field, Id, LinkEnd, RoleField, RoleId, StepField, StepId};
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
    /// Steps that lie elsewhere in their lane and phase; none where only sizes differ.
    Drawn(Vec<StepId>),
}

impl Change {
    /// The same as a comparison of which nothing else is told, without figures. Empty for
    /// [`Change::Rules`] and [`Change::Drawn`], which comparisons leave out.
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
            Self::Rules | Self::Drawn(_) => {}
        }
        only
    }

    /// What it is known by among the changes of what it is about: the same in every language and in the
    /// next version of a file.
    #[must_use]
    pub fn code(&self) -> String {
        let came = |difference: Difference| {
            match difference {
                Difference::Added => "added",
                Difference::Removed => "removed",
                Difference::Changed => "changed",
            }
            .to_owned()
        };
        match self {
            Self::Step(_, difference) | Self::Role(_, difference) => came(*difference),
            Self::Field(_, field) => field.key().to_owned(),
            Self::Lane(..) => "lane".to_owned(),
            Self::Phase(..) => "phase".to_owned(),
            Self::Link(link) => came(link.difference),
            Self::Shares(..) => "shares".to_owned(),
            Self::RoleField(_, field) => field.key().to_owned(),
            Self::Demand(field) => format!("demand.{}", field.key()),
            Self::Sheet(change) => match change {
                SheetChange::Lane(id, it) => format!("lane.{}.{}", id.number(), came(*it)),
                SheetChange::Phase(id, it) => format!("phase.{}.{}", id.number(), came(*it)),
                SheetChange::Element(id, it) => format!("element.{}.{}", id.number(), came(*it)),
                SheetChange::LaneOrder(_) => "lane_order".to_owned(),
                SheetChange::PhaseOrder => "phase_order".to_owned(),
                SheetChange::Typology => "typology".to_owned(),
                SheetChange::Simulation => "simulation".to_owned(),
            },
            Self::Rules => "rules".to_owned(),
            Self::Drawn(_) => "drawn".to_owned(),
        }
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
