//! Edits of steps: add, change, move, remove with a flow that heals.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::ids::{ElementId, IdSource, LinkId, RoleId, StepId};
use super::link::{Link, LinkEnd, LinkKind};
use super::quantity::Share;
use super::refusal::Refusal;
use super::resources::Role;
use super::scenario::Scenario;
use super::step::{Need, Place, Places, Step, StepKind};

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
    /// links; they turn into associations.
    ///
    /// # Errors
    /// As [`Scenario::add_step`]; [`Refusal::NotThere`] for an unknown step.
    pub fn set_step(&mut self, id: StepId, step: Step) -> Result<(), Refusal> {
        self.accept_step(&step)?;
        let slot = self.steps.get_mut(&id).ok_or(Refusal::NotThere)?;
        let was_decision = slot.kind == StepKind::Decision;
        let is_decision = step.kind == StepKind::Decision;
        *slot = Arc::new(step);
        if was_decision && !is_decision {
            // Only a decision may lead back to itself.
            self.links.retain(|_, link| link.from != id || link.to != LinkEnd::Step(id));
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
        let step = Arc::clone(self.steps.get(&id).ok_or(Refusal::NotThere)?);
        let (touching, rest): (Vec<_>, Vec<_>) =
            std::mem::take(&mut self.links).into_iter().partition(|(_, link)| link.touches(id));
        self.links = rest.into_iter().collect();
        self.steps.shift_remove(&id);
        for other in self.steps.values_mut() {
            if other.fail.as_ref().is_some_and(|fail| fail.recovery_step == Some(id))
                && let Some(fail) = &mut Arc::make_mut(other).fail
            {
                fail.recovery_step = None;
            }
        }
        if step.kind.flows() {
            // A link to evidence or a note is an association: it heals nothing.
            let live: Vec<(LinkId, Link)> = touching
                .into_iter()
                .map(|(link_id, link)| (link_id, *link))
                .filter(|(_, link)| self.other_end_flows(link, id))
                .collect();
            self.heal(id, &live, branch, ids);
        }
        Ok(())
    }

    fn other_end_flows(&self, link: &Link, removed: StepId) -> bool {
        let flows = |step: StepId| {
            step == removed || self.steps.get(&step).is_some_and(|step| step.kind.flows())
        };
        flows(link.from) && link.to.step().is_none_or(flows)
    }

    fn heal(
        &mut self,
        removed: StepId,
        live: &[(LinkId, Link)],
        branch: Option<LinkId>,
        ids: &mut IdSource,
    ) {
        let mut partners: Vec<StepId> = Vec::new();
        for (_, link) in live.iter().filter(|(_, link)| link.kind == LinkKind::Together) {
            let other = if link.from == removed { link.to.step() } else { Some(link.from) };
            partners.extend(other);
        }
        partners.sort_by_key(|id| self.steps.get_index_of(id));
        partners.dedup();
        if let Some((&heir, others)) = partners.split_first() {
            for &other in others {
                self.bridge(Link::between(heir, other, LinkKind::Together), ids);
            }
            for (_, link) in live.iter().filter(|(_, link)| link.kind != LinkKind::Together) {
                let swap = |id: StepId| if id == removed { heir } else { id };
                let to = match link.to {
                    LinkEnd::Step(to) => LinkEnd::Step(swap(to)),
                    LinkEnd::Outside => LinkEnd::Outside,
                };
                self.bridge(Link { from: swap(link.from), to, ..*link }, ids);
            }
            return;
        }
        let itself = LinkEnd::Step(removed);
        let is_in = |link: &Link| link.to == itself && link.from != removed;
        let outs: Vec<Link> = live
            .iter()
            .filter(|(id, link)| {
                link.from == removed
                    && link.to != itself
                    && link.kind == LinkKind::Flow
                    && branch.is_none_or(|branch| branch == *id)
            })
            .map(|(_, link)| *link)
            .collect();
        // With one branch chosen, or one left after a way back to itself, everybody takes it.
        let alone = outs.len() == 1;
        for (_, before) in live.iter().filter(|(_, link)| is_in(link)) {
            for after in &outs {
                let share = match (before.share, after.share.filter(|_| !alone)) {
                    (Some(a), Some(b)) => Some(Share::of(a, b)),
                    (a, b) => a.or(b),
                };
                self.bridge(
                    Link { from: before.from, to: after.to, kind: before.kind, share },
                    ids,
                );
            }
        }
    }

    /// Adds a link that healing asks for, if it would be a valid one; a Flow that is there already
    /// takes the new one's share on top.
    fn bridge(&mut self, link: Link, ids: &mut IdSource) {
        let twin = self
            .links
            .iter()
            .find(|(_, l)| l.from == link.from && l.to == link.to && l.kind == link.kind)
            .map(|(id, _)| *id);
        match twin {
            Some(twin) => {
                if let Some(there) = self.links.get_mut(&twin)
                    && let (Some(a), Some(b)) = (there.share, link.share)
                {
                    Arc::make_mut(there).share = Some(a.plus(b));
                }
            }
            None if self.check_link(&link, None).is_ok() => {
                self.links.insert(ids.fresh(), Arc::new(link));
            }
            None => {}
        }
    }

    /// Removes several steps, healing the flow after each.
    ///
    /// # Errors
    /// [`Refusal::NotThere`] if one of them is not.
    pub fn remove_steps(
        &mut self,
        steps: &BTreeSet<StepId>,
        ids: &mut IdSource,
    ) -> Result<(), Refusal> {
        steps.iter().try_for_each(|id| self.remove_step(*id, None, ids))
    }

    /// Adds copies of steps, shifted on the sheet, with the links among them.
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
        for link in self.links.values().map(|link| **link).collect::<Vec<_>>() {
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
