//! What is selected: steps and links together, or one other thing.

use std::collections::BTreeSet;

use crate::blueprint::{ElementId, LaneId, LinkId, PhaseId, RoleId, Scenario, StepId};

/// What the inspector shows and commands act on. Empty means the blueprint itself.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Selection {
    /// Selected cards.
    pub steps: BTreeSet<StepId>,
    /// Selected links.
    pub links: BTreeSet<LinkId>,
    /// A thing of the sheet or a resource, selected alone.
    pub other: Option<Thing>,
}

/// Something besides steps and links that can be selected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Thing {
    /// A lane.
    Lane(LaneId),
    /// A phase.
    Phase(PhaseId),
    /// A role.
    Role(RoleId),
    /// A servicescape element.
    Element(ElementId),
}

impl Selection {
    /// One step.
    #[must_use]
    pub fn step(id: StepId) -> Self {
        Self::steps([id])
    }

    /// Several steps.
    #[must_use]
    pub fn steps(ids: impl IntoIterator<Item = StepId>) -> Self {
        Self { steps: ids.into_iter().collect(), ..Self::default() }
    }

    /// One link.
    #[must_use]
    pub fn link(id: LinkId) -> Self {
        Self { links: BTreeSet::from([id]), ..Self::default() }
    }

    /// A lane, phase, role or element.
    #[must_use]
    pub fn thing(thing: Thing) -> Self {
        Self { other: Some(thing), ..Self::default() }
    }

    /// Whether nothing is selected.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.steps.is_empty() && self.links.is_empty() && self.other.is_none()
    }

    /// The step, if it is all that is selected.
    #[must_use]
    pub fn only_step(&self) -> Option<StepId> {
        let alone = self.steps.len() == 1 && self.links.is_empty() && self.other.is_none();
        self.steps.first().copied().filter(|_| alone)
    }

    /// The link, if it is all that is selected.
    #[must_use]
    pub fn only_link(&self) -> Option<LinkId> {
        let alone = self.links.len() == 1 && self.steps.is_empty() && self.other.is_none();
        self.links.first().copied().filter(|_| alone)
    }

    /// Adds a step, or takes it out if it is in.
    pub fn toggle_step(&mut self, id: StepId) {
        self.other = None;
        if !self.steps.remove(&id) {
            self.steps.insert(id);
        }
    }

    /// Forgets what is not in the scenario (any more).
    pub fn keep_existing(&mut self, scenario: &Scenario) {
        self.steps.retain(|id| scenario.steps().contains_key(id));
        self.links.retain(|id| scenario.links().contains_key(id));
        self.other = self.other.filter(|thing| match thing {
            Thing::Lane(id) => scenario.lanes().contains_key(id),
            Thing::Phase(id) => scenario.phases().contains_key(id),
            Thing::Role(id) => scenario.roles().contains_key(id),
            Thing::Element(id) => scenario.elements().contains_key(id),
        });
    }
}
