//! Edits of steps: add, change, move, remove with a flow that heals.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::healing::Healing;
use super::ids::{ElementId, IdSource, LinkId, RoleId, StepId};
use super::link::{Link, LinkEnd};
use super::refusal::Refusal;
use super::resources::Role;
use super::scenario::Scenario;
use super::step::Step;
use super::step_parts::{Need, Place, Places, StepKind};

impl Scenario {
    /// Adds a step at the end of the document order.
    ///
    /// # Errors
    /// [`Refusal::NameNeeded`]; [`Refusal::TooLarge`] for a count above [`Role::MOST`];
    /// [`Refusal::OutsideSheet`] beyond [`super::SheetPoint::FARTHEST`]; [`Refusal::NotThere`] if
    /// it names something that is not.
    pub fn add_step(&mut self, step: Step, ids: &mut IdSource) -> Result<StepId, Refusal> {
        self.accept_step(&step)?;
        let id = ids.fresh();
        self.steps.insert(id, Arc::new(step));
        Ok(id)
    }

    /// Replaces a step by a changed version. A step that becomes evidence or a note keeps its
    /// links; they turn into associations, but for a way out of the service, which goes.
    ///
    /// # Errors
    /// As [`Scenario::add_step`]; [`Refusal::NotThere`] for an unknown step.
    pub fn set_step(&mut self, id: StepId, step: Step) -> Result<(), Refusal> {
        self.accept_step(&step)?;
        let slot = self.steps.get_mut(&id).ok_or(Refusal::NotThere)?;
        let was_decision = slot.kind == StepKind::Decision;
        let is_decision = step.kind == StepKind::Decision;
        let (flowed, flows) = (slot.kind.flows(), step.kind.flows());
        *slot = Arc::new(step);
        if was_decision && !is_decision {
            // Only a decision may lead back to itself.
            self.links.retain(|_, link| link.from != id || link.to != LinkEnd::Step(id));
        }
        if flowed && !flows {
            // Nobody leaves the service at evidence or a note.
            self.links.retain(|_, link| link.from != id || link.to != LinkEnd::Outside);
        }
        if !flows {
            self.forget_lost_subjects();
        }
        Ok(())
    }

    /// Moves a step.
    ///
    /// # Errors
    /// [`Refusal::NotThere`] for an unknown step, lane or phase.
    pub fn place_step(&mut self, id: StepId, place: Place) -> Result<(), Refusal> {
        let mut step = Step::clone(self.steps.get(&id).ok_or(Refusal::NotThere)?);
        (step.lane, step.phase, step.at) = (place.lane, place.phase, place.at);
        self.set_step(id, step)
    }

    /// Makes a step need one unit of a role; a step that needs it already stays as it is.
    ///
    /// # Errors
    /// [`Refusal::NotThere`], or [`Refusal::NotInFlow`] for evidence and notes.
    pub fn assign_role(&mut self, id: StepId, role: RoleId) -> Result<(), Refusal> {
        let step = self.steps.get(&id).ok_or(Refusal::NotThere)?;
        if !step.kind.flows() {
            return Err(Refusal::NotInFlow);
        }
        if self.step_needs_role(id, role) {
            return Ok(());
        }
        let mut step = Step::clone(step);
        step.needs.push(Need::one(role));
        self.set_step(id, step)
    }

    /// Puts a servicescape element on a step; once is enough.
    ///
    /// # Errors
    /// [`Refusal::NotThere`].
    pub fn assign_element(&mut self, id: StepId, element: ElementId) -> Result<(), Refusal> {
        let mut step = Step::clone(self.steps.get(&id).ok_or(Refusal::NotThere)?);
        if !step.elements.contains(&element) {
            step.elements.push(element);
        }
        self.set_step(id, step)
    }

    /// Removes a step and heals the flow:
    ///
    /// - if others happen together with it, they stay one moment, and its Flows and Triggers move
    ///   to the first of them;
    /// - else each predecessor is linked to each successor, shares multiplied along the bridge.
    ///
    /// `branch` says which way out of a decision stays; without it all do.
    ///
    /// # Errors
    /// [`Refusal::NotThere`].
    pub fn remove_step(
        &mut self,
        id: StepId,
        branch: Option<LinkId>,
        ids: &mut IdSource,
    ) -> Result<(), Refusal> {
        if !self.steps.contains_key(&id) {
            return Err(Refusal::NotThere);
        }
        let mut healing = Healing::of(self);
        healing.remove(self, id, branch, ids);
        healing.finish(self);
        Ok(())
    }

    /// Removes several steps, healing the flow after each as [`Scenario::remove_step`] does.
    /// Linear in steps and links, beside what healing adds.
    ///
    /// # Errors
    /// [`Refusal::NotThere`] if one of them is not; then none is removed.
    pub fn remove_steps(
        &mut self,
        steps: &BTreeSet<StepId>,
        ids: &mut IdSource,
    ) -> Result<(), Refusal> {
        if !steps.iter().all(|id| self.steps.contains_key(id)) {
            return Err(Refusal::NotThere);
        }
        let mut healing = Healing::of(self);
        for id in steps {
            healing.remove(self, *id, None, ids);
        }
        healing.finish(self);
        Ok(())
    }

    /// Removes every other step, and every link that does not join two of those that stay or lead
    /// outside from one; no flow heals. Steps that are not there are passed over. Linear.
    pub fn keep_only(&mut self, steps: &BTreeSet<StepId>) {
        self.steps.retain(|id, _| steps.contains(id));
        let left = &self.steps;
        self.links.retain(|_, link| {
            left.contains_key(&link.from) && link.to.step().is_none_or(|to| left.contains_key(&to))
        });
        self.forget_lost_recoveries();
        self.forget_lost_subjects();
    }

    /// Fail points forget recovery steps that are no longer there.
    pub(super) fn forget_lost_recoveries(&mut self) {
        let recovery = |step: &Step| step.fail.as_ref().and_then(|fail| fail.recovery_step);
        let lost: Vec<StepId> = self
            .steps
            .iter()
            .filter(|(_, step)| recovery(step).is_some_and(|id| !self.steps.contains_key(&id)))
            .map(|(id, _)| *id)
            .collect();
        for id in lost {
            if let Some(step) = self.steps.get_mut(&id)
                && let Some(fail) = &mut Arc::make_mut(step).fail
            {
                fail.recovery_step = None;
            }
        }
    }

    /// Adds copies of steps, shifted on the sheet, with the links among them. A recovery step that
    /// is copied too is that of the copy; any other stays what it is.
    ///
    /// # Errors
    /// [`Refusal::NotThere`] if one of them is not.
    pub fn duplicate_steps(
        &mut self,
        steps: &BTreeSet<StepId>,
        shift: (i32, i32),
        ids: &mut IdSource,
    ) -> Result<Vec<StepId>, Refusal> {
        let mut copies = std::collections::BTreeMap::new();
        for id in self.steps.keys().copied().collect::<Vec<_>>() {
            if steps.contains(&id) {
                let mut copy = Step::clone(self.steps.get(&id).ok_or(Refusal::NotThere)?);
                copy.at.x = copy.at.x.saturating_add(shift.0);
                copy.at.y = copy.at.y.saturating_add(shift.1);
                copies.insert(id, self.add_step(copy, ids)?);
            }
        }
        if copies.len() != steps.len() {
            return Err(Refusal::NotThere);
        }
        // What fails in a copy is put right by the copy of what puts it right, if there is one.
        for copy in copies.values() {
            let Some(step) = self.steps.get_mut(copy) else { continue };
            let recovery = step.fail.as_ref().and_then(|fail| fail.recovery_step);
            if let Some(own) = recovery.and_then(|recovery| copies.get(&recovery))
                && let Some(fail) = &mut Arc::make_mut(step).fail
            {
                fail.recovery_step = Some(*own);
            }
        }
        for link in self.links.values().map(|link| Link::clone(link)).collect::<Vec<_>>() {
            if let (Some(&from), Some(&to)) =
                (copies.get(&link.from), link.to.step().and_then(|to| copies.get(&to)))
            {
                self.links
                    .insert(ids.fresh(), Arc::new(Link { from, to: LinkEnd::Step(to), ..link }));
            }
        }
        Ok(copies.into_values().collect())
    }

    fn accept_step(&self, step: &Step) -> Result<(), Refusal> {
        if step.name.trim().is_empty() {
            return Err(Refusal::NameNeeded);
        }
        let places = match step.places {
            Some(Places::Count(count)) => Some(count),
            Some(Places::Unlimited) | None => None,
        };
        let mut counts = step.needs.iter().map(|need| need.count).chain(places).chain([step.batch]);
        if counts.any(|count| count.get() > Role::MOST) {
            return Err(Refusal::TooLarge);
        }
        if !step.at.is_near() {
            return Err(Refusal::OutsideSheet);
        }
        let there = self.lanes.contains_key(&step.lane)
            && self.phases.contains_key(&step.phase)
            && step.elements.iter().all(|id| self.elements.contains_key(id))
            && step.needs.iter().all(|need| {
                !need.roles.is_empty() && need.roles.iter().all(|id| self.roles.contains_key(id))
            })
            && step
                .fail
                .as_ref()
                .and_then(|fail| fail.recovery_step)
                .is_none_or(|id| self.steps.contains_key(&id));
        if there { Ok(()) } else { Err(Refusal::NotThere) }
    }
}
