//! The identities that things of a renumbered version have in their own file.

use rustc_hash::FxHashMap;

use super::matching::paired;
use super::pairs::ScenarioPair;
use crate::blueprint::{LinkId, RoleId, Scenario, StepId, alike};

/// What the things of a pair are called in the new version itself.
#[derive(Clone, Debug, Default)]
pub struct OwnIds {
    steps: FxHashMap<StepId, StepId>,
    links: FxHashMap<LinkId, LinkId>,
    roles: FxHashMap<RoleId, RoleId>,
}

impl OwnIds {
    /// Of a pair, of which this is the new version as its file has it. Renumbering keeps the order of steps and
    /// links, and the names of roles. Linear.
    #[must_use]
    pub fn of(pair: &ScenarioPair, own: &Scenario) -> Self {
        let after = &pair.after;
        let names = |of: &Scenario| -> Vec<_> {
            of.roles().values().map(|role| (role.kind, alike(&role.name))).collect()
        };
        let roles = paired(names(after), names(own)).into_iter().filter_map(|(there, here)| {
            Some((*after.roles().get_index(there)?.0, *own.roles().get_index(here)?.0))
        });
        Self {
            steps: after.steps().keys().copied().zip(own.steps().keys().copied()).collect(),
            links: after.links().keys().copied().zip(own.links().keys().copied()).collect(),
            roles: roles.collect(),
        }
    }

    /// A step; `None` where only the old version has it.
    #[must_use]
    pub fn step(&self, id: StepId) -> Option<StepId> {
        self.steps.get(&id).copied()
    }

    /// A link; `None` where only the old version has it.
    #[must_use]
    pub fn link(&self, id: LinkId) -> Option<LinkId> {
        self.links.get(&id).copied()
    }

    /// A role; `None` where only the old version has it.
    #[must_use]
    pub fn role(&self, id: RoleId) -> Option<RoleId> {
        self.roles.get(&id).copied()
    }
}
