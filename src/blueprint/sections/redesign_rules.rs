//! What a redesign of a scenario must keep to: rules that are drawn up once and kept in the file.

use std::num::NonZeroU32;

use super::{Heir, Section, There};
use crate::blueprint::ids::{RoleId, StepId};

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

    /// Every role that the rules name.
    pub fn roles(&self) -> impl Iterator<Item = RoleId> {
        self.trained.iter().map(|(role, _)| *role)
    }

    /// Brings lists into a form in which nothing is said twice.
    pub(in crate::blueprint) fn tidy(&mut self) {
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
}

impl Section for RedesignRules {
    const NAME: &'static str = "redesign";

    fn named_steps(&self) -> Vec<StepId> {
        self.steps().collect()
    }

    fn named_roles(&self) -> Vec<RoleId> {
        self.roles().collect()
    }

    fn forget_lost(&mut self, there: &There<'_>) {
        let (has_step, has_role) = (|step| there.flows(step), |role| there.has_role(role));
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

    fn hand_on(&mut self, heir: Heir<'_>) {
        for (first, then) in &mut self.order {
            (*first, *then) = (heir(*first), heir(*then));
        }
        self.first = self.first.map(heir);
        self.last = self.last.map(heir);
        let alone = self.alone.iter_mut().chain(self.together.iter_mut().flatten());
        alone.for_each(|step| *step = heir(*step));
        self.places.iter_mut().for_each(|(step, _)| *step = heir(*step));
        self.trained.iter_mut().for_each(|(_, step)| *step = heir(*step));
        self.tidy();
    }

    fn heap(&self) -> usize {
        let pair = size_of::<(StepId, StepId)>();
        let together: usize = self.together.iter().map(Vec::len).sum();
        (self.order.len() + self.places.len() + self.trained.len()) * pair
            + (self.alone.len() + together) * size_of::<StepId>()
    }
}

/// Sorts a list by identity and leaves out what it holds twice.
fn once<T: Ord>(list: &mut Vec<T>) {
    list.sort_unstable();
    list.dedup();
}
