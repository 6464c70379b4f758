//! What a redesign of a scenario must keep to: rules that are drawn up once and kept in the file.

use std::collections::BTreeSet;
use std::num::NonZeroU32;

use super::ids::{RoleId, StepId};
use super::refusal::Refusal;
use super::resources::{Role, RoleKind};
use super::scenario::Scenario;

/// What a redesign must keep to. A step that is named stands for the whole moment it belongs to.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
// Each is a rule of its own that a person ticks.
#[allow(clippy::struct_excessive_bools)]
pub struct RedesignRules {
    /// Whether steps may be put into another order. Without it today's order holds.
    pub free_order: bool,
    /// Pairs that keep their order though the rest is free: the first comes before the second.
    pub order: Vec<(StepId, StepId)>,
    /// The step that comes before all others.
    pub first: Option<StepId>,
    /// The step that comes after all others.
    pub last: Option<StepId>,
    /// Steps that are jobs of their own.
    pub alone: Vec<StepId>,
    /// Steps that share a job.
    pub together: Vec<Vec<StepId>>,
    /// How many people at most can do a step at once, such as one where there is one camera.
    pub places: Vec<(StepId, NonZeroU32)>,
    /// How many steps a job may hold; `None` without limit.
    pub widest_job: Option<NonZeroU32>,
    /// Whether each job has one worker.
    pub one_worker_jobs: bool,
    /// Whether no job crosses the line of visibility: who works before the customer's eyes does
    /// nothing behind the line.
    pub keep_visibility: bool,
    /// Whether each step is only done by the roles that can do it today, or that
    /// [`RedesignRules::trained`] adds. Without it anyone may be trained for any step.
    pub fixed_roles: bool,
    /// Who may be trained for which step, where roles are fixed.
    pub trained: Vec<(RoleId, StepId)>,
}

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

    /// Every step that the rules name.
    pub fn steps(&self) -> impl Iterator<Item = StepId> {
        let pairs = self.order.iter().flat_map(|(first, then)| [*first, *then]);
        let places = self.places.iter().map(|(step, _)| *step);
        let trained = self.trained.iter().map(|(_, step)| *step);
        pairs
            .chain(self.first)
            .chain(self.last)
            .chain(self.alone.iter().copied())
            .chain(self.together.iter().flatten().copied())
            .chain(places)
            .chain(trained)
    }

    /// The same rules about other steps: each step is named by its heir.
    #[must_use]
    pub fn handed_on(&self, heir: impl Fn(StepId) -> StepId) -> Self {
        let mut rules = self.clone();
        for (first, then) in &mut rules.order {
            (*first, *then) = (heir(*first), heir(*then));
        }
        rules.first = rules.first.map(&heir);
        rules.last = rules.last.map(&heir);
        let alone = rules.alone.iter_mut().chain(rules.together.iter_mut().flatten());
        alone.for_each(|step| *step = heir(*step));
        rules.places.iter_mut().for_each(|(step, _)| *step = heir(*step));
        rules.trained.iter_mut().for_each(|(_, step)| *step = heir(*step));
        rules.tidy();
        rules
    }

    /// Every role that the rules name.
    pub fn roles(&self) -> impl Iterator<Item = RoleId> {
        self.trained.iter().map(|(role, _)| *role)
    }

    /// Brings lists into a form in which nothing is said twice.
    pub(super) fn tidy(&mut self) {
        once(&mut self.order);
        self.order.retain(|(first, then)| first != then);
        once(&mut self.alone);
        for group in &mut self.together {
            once(group);
        }
        self.together.retain(|group| group.len() > 1);
        once(&mut self.together);
        self.places.sort_unstable();
        self.places.dedup_by_key(|(step, _)| *step);
        once(&mut self.trained);
    }

    /// Forgets what is no longer there.
    pub(super) fn forget(
        &mut self,
        has_step: impl Fn(StepId) -> bool,
        has_role: impl Fn(RoleId) -> bool,
    ) {
        self.order.retain(|(first, then)| has_step(*first) && has_step(*then));
        self.first = self.first.filter(|step| has_step(*step));
        self.last = self.last.filter(|step| has_step(*step));
        self.alone.retain(|step| has_step(*step));
        for group in &mut self.together {
            group.retain(|step| has_step(*step));
        }
        self.places.retain(|(step, _)| has_step(*step));
        self.trained.retain(|(role, step)| has_role(*role) && has_step(*step));
        self.tidy();
    }
}

/// Sorts a list by identity and leaves out what it holds twice.
fn once<T: Ord>(list: &mut Vec<T>) {
    list.sort_unstable();
    list.dedup();
}

impl Scenario {
    /// What a redesign must keep to.
    #[must_use]
    pub fn redesign_rules(&self) -> &RedesignRules {
        &self.redesign_rules
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
        self.redesign_rules = rules;
        Ok(())
    }

    /// The rules forget steps and roles that are no longer there.
    pub(super) fn forget_lost_rules(&mut self) {
        let (steps, roles) = (&self.steps, &self.roles);
        self.redesign_rules.forget(
            |step| steps.get(&step).is_some_and(|step| step.kind.flows()),
            |role| roles.contains_key(&role),
        );
    }
}
