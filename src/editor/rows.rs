//! Changes of many cells of the tables of steps and roles, as one edit.

use crate::blueprint::{
    IdSource, NamedNeed, Refusal, Role, RoleId, Scenario, SheetPoint, Step, StepId,
};

/// What becomes of rows of the tables of steps and roles.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct RowChanges {
    /// Steps with their changed versions. One that changes its lane goes half-way down the new one.
    pub steps: Vec<(StepId, Step)>,
    /// What steps need from now on; roles that are not there are added.
    pub needs: Vec<(StepId, Vec<NamedNeed>)>,
    /// Roles with their changed versions.
    pub roles: Vec<(RoleId, Role)>,
    /// Roles to add; their colours are chosen.
    pub new_roles: Vec<Role>,
    /// How many colours of the palette there are to choose from.
    pub colours: u8,
}

impl RowChanges {
    /// How many rows change.
    #[must_use]
    pub fn count(&self) -> usize {
        let by_needs = self
            .needs
            .iter()
            .filter(|(id, _)| !self.steps.iter().any(|(step, _)| step == id))
            .count();
        self.steps.len() + by_needs + self.roles.len() + self.new_roles.len()
    }

    /// Whether it is about roles alone.
    #[must_use]
    pub fn is_about_roles(&self) -> bool {
        self.steps.is_empty() && self.needs.is_empty()
    }

    /// Makes the changes.
    ///
    /// # Errors
    /// What the first refused row is refused for; the scenario may then be half changed, so it is
    /// given up by the caller.
    pub(super) fn apply(self, scenario: &mut Scenario, ids: &mut IdSource) -> Result<(), Refusal> {
        for (id, role) in self.roles {
            scenario.set_role(id, role)?;
        }
        for role in self.new_roles {
            let colour = scenario.next_colour(self.colours);
            scenario.add_role(Role { colour, ..role }, ids)?;
        }
        for (id, mut step) in self.steps {
            let before = scenario.steps().get(&id).ok_or(Refusal::NotThere)?;
            if before.lane != step.lane {
                let lane = scenario.lanes().get(&step.lane).ok_or(Refusal::NotThere)?;
                step.at = SheetPoint::new(step.at.x, lane.height.units() / 2);
            }
            scenario.set_step(id, step)?;
        }
        for (id, needs) in self.needs {
            let (needs, _) = scenario.needs_by_name(&needs, self.colours, ids)?;
            let step = Step::clone(scenario.steps().get(&id).ok_or(Refusal::NotThere)?);
            if !needs.is_empty() && !step.kind.flows() {
                return Err(Refusal::NotInFlow);
            }
            scenario.set_step(id, Step { needs, ..step })?;
        }
        Ok(())
    }
}
