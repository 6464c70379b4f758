//! Steps that nobody is named for, each taken for one server: as workers who can be regrouped.

use std::collections::BTreeSet;

use crate::blueprint::{Blueprint, Need, Refusal, Role, ScenarioId, StepId};
use crate::process::{self, Room};

/// Gives each step that is taken for one server, and that customers or their work come to, a role of
/// its own with one person, called by `name` from the step's name. The capacity stays what it was.
/// Returns how many there were. Near-linear.
///
/// # Errors
/// [`Refusal::NotThere`] for an unknown scenario; a refused change leaves no trace.
pub fn name_assumed_workers(
    blueprint: &mut Blueprint,
    scenario: ScenarioId,
    name: impl Fn(&str) -> String,
) -> Result<usize, Refusal> {
    blueprint.edit(scenario, |scenario, ids| {
        let process = process::compile(scenario);
        let reached = process.moments.iter().filter(|moment| moment.is_reached());
        let assumed: BTreeSet<StepId> = reached
            .flat_map(|moment| &moment.activities)
            .filter(|activity| activity.room == Room::OneServer)
            .map(|activity| activity.step)
            .collect();
        for id in &assumed {
            let Some(step) = scenario.steps().get(id) else { continue };
            let mut step = step.as_ref().clone();
            let role = scenario.add_role(Role::new(name(&step.name), 1), ids)?;
            step.needs = vec![Need::one(role)];
            scenario.set_step(*id, step)?;
        }
        Ok(assumed.len())
    })
}
