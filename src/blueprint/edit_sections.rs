//! Edits of the sections of a scenario, and of what they name.

use std::collections::BTreeSet;
use std::num::NonZeroU32;

use super::ids::{RoleId, StepId};
use super::refusal::Refusal;
use super::resources::Role;
use super::role_kind::RoleKind;
use super::scenario::Scenario;
use super::sections::{CustomerRelation, DesignFactors, RedesignRules, SimulationRules, There};

impl RedesignRules {
    /// Rules to begin with: today's order holds, and where a step needs one piece of equipment that
    /// there is one of, it stays at one place. Linear.
    #[must_use]
    pub fn usual(scenario: &Scenario) -> Self {
        let is_single = |role: &RoleId| {
            let role = scenario.roles().get(role);
            role.is_some_and(|role| role.kind == RoleKind::Equipment && role.headcount == 1)
        };
        let needing = scenario.steps().iter().filter(|(_, step)| {
            step.needs.iter().any(|need| need.roles.len() == 1 && need.roles.iter().all(is_single))
        });
        let places = needing.map(|(id, _)| (*id, NonZeroU32::MIN)).collect();
        Self { places, ..Self::default() }
    }
}

impl Scenario {
    /// What a redesign must keep to.
    #[must_use]
    pub fn redesign_rules(&self) -> &RedesignRules {
        &self.sections.redesign
    }

    /// Sets what a redesign must keep to; lists are sorted, and nothing is kept twice.
    ///
    /// # Errors
    /// [`Refusal::NotThere`] for a step or role that is not; [`Refusal::NotInFlow`] for evidence or
    /// a note; [`Refusal::TooLarge`] for a count above [`Role::MOST`].
    pub fn set_redesign_rules(&mut self, mut rules: RedesignRules) -> Result<(), Refusal> {
        for step in rules.steps().collect::<BTreeSet<_>>() {
            if !self.steps.get(&step).ok_or(Refusal::NotThere)?.kind.flows() {
                return Err(Refusal::NotInFlow);
            }
        }
        if rules.roles().any(|role| !self.roles.contains_key(&role)) {
            return Err(Refusal::NotThere);
        }
        let mut counts = rules.places.iter().map(|(_, count)| *count).chain(rules.widest_job);
        if counts.any(|count| count.get() > Role::MOST) {
            return Err(Refusal::TooLarge);
        }
        rules.tidy();
        self.sections.redesign = rules;
        Ok(())
    }

    /// What customers are worth over time.
    #[must_use]
    pub fn customer_relation(&self) -> CustomerRelation {
        self.sections.relation
    }

    /// Sets what customers are worth over time.
    pub fn set_customer_relation(&mut self, relation: CustomerRelation) {
        self.sections.relation = relation;
    }

    /// How well the surroundings are designed.
    #[must_use]
    pub fn design_factors(&self) -> &DesignFactors {
        &self.sections.factors
    }

    /// Sets how well the surroundings are designed.
    pub fn set_design_factors(&mut self, factors: DesignFactors) {
        self.sections.factors = factors;
    }

    /// How it is simulated.
    #[must_use]
    pub fn simulation_rules(&self) -> SimulationRules {
        self.sections.simulation
    }

    /// Sets how it is simulated.
    pub fn set_simulation_rules(&mut self, rules: SimulationRules) {
        self.sections.simulation = rules;
    }

    /// Whether a section says something of a step.
    #[must_use]
    pub fn sections_name(&self, step: StepId) -> bool {
        self.sections.names(step)
    }

    /// Every section speaks of the heir of a step instead of the step.
    pub fn hand_on_sections(&mut self, heir: impl Fn(StepId) -> StepId) {
        self.sections.hand_on(&heir);
        if let Some(day) = &mut self.demand.day {
            day.first = day.first.map(&heir);
        }
        self.forget_lost_subjects();
    }

    /// The sections forget steps and roles that are no longer there.
    pub(super) fn forget_lost_subjects(&mut self) {
        let (steps, roles) = (&self.steps, &self.roles);
        if let Some(day) = &mut self.demand.day {
            day.first = day.first.filter(|step| steps.contains_key(step));
        }
        self.sections.forget_lost(&There {
            step: &|step: StepId| steps.get(&step).map(|step| step.kind),
            role: &|role: RoleId| roles.contains_key(&role),
        });
    }
}
