//! Needs that are given by the names of roles, as a person writes them in a cell.

use std::num::NonZeroU32;

use super::ids::{IdSource, RoleId};
use super::refusal::Refusal;
use super::resources::Role;
use super::scenario::Scenario;
use super::step_parts::Need;

/// A need as it is written: roles by their names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedNeed {
    /// Names of the roles, any of which will do.
    pub roles: Vec<String>,
    /// How many at once.
    pub count: NonZeroU32,
    /// Whether they stay with the customer.
    pub keep: bool,
}

impl Scenario {
    /// The needs that are meant by names. A role that is not there is added: one person, in the
    /// colour that is used least among the first `colours` of the palette. Returns the needs and
    /// the roles that were added. Linear in the names times the roles.
    ///
    /// # Errors
    /// [`Refusal::NameNeeded`] for a blank name.
    pub fn needs_by_name(
        &mut self,
        needs: &[NamedNeed],
        colours: u8,
        ids: &mut IdSource,
    ) -> Result<(Vec<Need>, Vec<RoleId>), Refusal> {
        let mut added = Vec::new();
        let mut found = Vec::with_capacity(needs.len());
        for need in needs {
            let mut roles = Vec::with_capacity(need.roles.len());
            for name in &need.roles {
                let there = self.roles.iter().find(|(_, role)| role.name == *name);
                let id = if let Some((id, _)) = there {
                    *id
                } else {
                    let role = Role::new(name.as_str(), self.next_colour(colours));
                    let id = self.add_role(role, ids)?;
                    added.push(id);
                    id
                };
                if !roles.contains(&id) {
                    roles.push(id);
                }
            }
            found.push(Need { roles, count: need.count, keep: need.keep });
        }
        Ok((found, added))
    }

    /// The needs of a step by the names of their roles. Two roles of one name cannot be told apart.
    #[must_use]
    pub fn needs_as_named(&self, needs: &[Need]) -> Vec<NamedNeed> {
        let name = |id: &RoleId| self.roles.get(id).map(|role| role.name.clone());
        needs
            .iter()
            .map(|need| NamedNeed {
                roles: need.roles.iter().filter_map(name).collect(),
                count: need.count,
                keep: need.keep,
            })
            .collect()
    }
}
