//! The old scenario while single things of the new one are put into it.

use super::following::kept_needs;
use crate::blueprint::{
    ElementId, Id, IdSource, LaneId, Link, LinkId, Parts, PhaseId, RoleId, Scenario, Step, StepId,
};

/// Parts of a scenario that is becoming.
pub(super) struct Draft<'a> {
    base: &'a Scenario,
    new: &'a Scenario,
    /// What it holds so far.
    pub(super) parts: Parts,
    ids: IdSource,
}

impl<'a> Draft<'a> {
    /// A copy of a scenario, into which things of another come.
    pub(super) fn of(base: &'a Scenario, new: &'a Scenario, ids: IdSource) -> Self {
        Self { base, new, parts: base.parts(), ids }
    }

    /// The scenario that came of it, if it is one.
    pub(super) fn finish(mut self) -> Option<Scenario> {
        let (id, name) = (self.base.id(), self.base.name().to_owned());
        Scenario::assemble(id, name, self.parts, &mut self.ids).ok()
    }

    pub(super) fn has_step(&self, id: StepId) -> bool {
        has(&self.parts.steps, id)
    }

    /// A role comes along, without those that it stands in for and that are not there.
    pub(super) fn bring_role(&mut self, id: RoleId) {
        bring(&mut self.parts.roles, id, self.new.roles());
        self.settle_stand_ins();
    }

    pub(super) fn settle_stand_ins(&mut self) {
        let there: Vec<RoleId> = self.parts.roles.iter().map(|(id, _)| *id).collect();
        for (_, role) in &mut self.parts.roles {
            role.stands_in_for.retain(|other| there.contains(other));
        }
    }

    pub(super) fn bring_lane(&mut self, id: LaneId) {
        bring(&mut self.parts.lanes, id, self.new.lanes());
    }

    pub(super) fn bring_phase(&mut self, id: PhaseId) {
        bring(&mut self.parts.phases, id, self.new.phases());
    }

    fn bring_element(&mut self, id: ElementId) {
        bring(&mut self.parts.elements, id, self.new.elements());
    }

    /// Puts a step in, or another in its place, with all that it rests on.
    pub(super) fn put_step(&mut self, id: StepId, mut step: Step) {
        self.bring_lane(step.lane);
        self.bring_phase(step.phase);
        for role in step.needs.iter().flat_map(|need| &need.roles) {
            self.bring_role(*role);
        }
        for element in &step.elements {
            self.bring_element(*element);
        }
        if let Some(fail) = &mut step.fail {
            fail.recovery_step = fail.recovery_step.filter(|it| *it == id || self.has_step(*it));
        }
        match self.parts.steps.iter_mut().find(|(other, _)| *other == id) {
            Some((_, there)) => *there = step,
            None => self.parts.steps.push((id, step)),
        }
    }

    /// Takes a role out; steps that need it need who does them in the new version, if anybody.
    pub(super) fn remove_role(&mut self, id: RoleId) {
        let needing: Vec<(StepId, Step)> = self
            .parts
            .steps
            .iter()
            .filter(|(_, step)| step.needs.iter().any(|need| need.roles.contains(&id)))
            .cloned()
            .collect();
        for (of, mut step) in needing {
            let needs = self.new.steps().get(&of).map(|step| step.needs.as_slice());
            step.needs = kept_needs(needs.unwrap_or(&step.needs), |role| role != id);
            self.put_step(of, step);
        }
        self.parts.roles.retain(|(other, _)| *other != id);
        self.settle_stand_ins();
        let rules = &mut self.parts.sections.redesign;
        rules.trained.retain(|(role, _)| *role != id);
    }

    /// Draws a link under an identity of its own.
    pub(super) fn add_link(&mut self, link: Link) {
        let id: LinkId = self.ids.fresh();
        self.parts.links.push((id, link));
    }
}

fn has<K: Id, V>(rows: &[(K, V)], id: K) -> bool {
    rows.iter().any(|(other, _)| *other == id)
}

fn bring<K: Id, V: Clone>(rows: &mut Vec<(K, V)>, id: K, from: &crate::blueprint::Table<K, V>) {
    if has(rows, id) {
        return;
    }
    if let Some(row) = from.get(&id) {
        rows.push((id, V::clone(row)));
    }
}
