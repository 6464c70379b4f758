//! Steps brought in from another scenario, another blueprint or another window, with everything
//! that they rest on: lanes, phases, roles, servicescape elements, and the links among them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::ids::{ElementId, IdSource, LaneId, PhaseId, RoleId, StepId};
use super::link::{Link, LinkEnd};
use super::refusal::Refusal;
use super::resources::{Element, Role};
use super::scenario::Scenario;
use super::sheet::{Lane, Phase, SheetPoint};
use super::step::Step;
use super::step_parts::Place;

/// How far steps step aside that would hide others, in sheet units.
const ASIDE: (i32, i32) = (24, 16);
/// Cards nearer than this to one another, across and down, hide each other.
const HIDDEN: (i32, i32) = (12, 12);
/// Cards nearer than this lie on one another.
const UPON: (i32, i32) = (124, 44);
/// What stays free left of the leftmost card's centre.
const LEFT: i32 = 72;

impl Scenario {
    /// These steps alone, with the links among them and the roles and elements that they name: what
    /// is put on the clipboard. All lanes and phases stay, so that the steps keep their places.
    /// Linear.
    #[must_use]
    pub fn fragment(&self, steps: &BTreeSet<StepId>) -> Self {
        let mut fragment = self.clone();
        fragment.keep_only(steps);
        let roles: BTreeSet<RoleId> = fragment
            .steps
            .values()
            .flat_map(|step| &step.needs)
            .flat_map(|n| &n.roles)
            .copied()
            .collect();
        let elements: BTreeSet<ElementId> =
            fragment.steps.values().flat_map(|step| &step.elements).copied().collect();
        fragment.roles.retain(|id, _| roles.contains(id));
        fragment.elements.retain(|id, _| elements.contains(id));
        fragment.forget_lost_stand_ins();
        fragment.forget_lost_subjects();
        fragment
    }

    /// Adds the steps of a fragment with all their fields and the links among them.
    ///
    /// A role or element that is there under the same name and with the same values, or that is the
    /// same one, stands for the fragment's; others are brought along, under a name that is free.
    /// Lanes are found by zone and name, phases by name, unnamed ones by their place; named ones
    /// that are not there are brought along, phases only where nothing is drawn yet or there is no
    /// `at`. The cards keep their arrangement. Where they would lie on others, or lack their phases,
    /// they go to `at`, with the leftmost card and the middle of their height; without it they step aside
    /// from cards that they would hide. Returns the steps in document order.
    ///
    /// # Errors
    /// What adding refuses; the scenario may then be half changed, so it is given up by the caller.
    pub fn add_fragment(
        &mut self,
        fragment: &Self,
        at: Option<Place>,
        ids: &mut IdSource,
    ) -> Result<Vec<StepId>, Refusal> {
        // Who points at a sheet that is drawn means a place there, not more phases.
        let stray = at.is_some() && self.lacks_phases_of(fragment);
        let bearings = Bearings::of(fragment, self, !stray, ids)?;
        let mut steps = Vec::with_capacity(fragment.steps.len());
        for (id, step) in &fragment.steps {
            steps.push((*id, bearings.step(step)?));
        }
        self.find_room(fragment, &mut steps, at, stray);
        let mut added = BTreeMap::new();
        let mut order = Vec::with_capacity(steps.len());
        for (id, step) in steps {
            // A recovery step may come later; it is put back when all are there.
            let mut bare = step;
            if let Some(fail) = &mut bare.fail {
                fail.recovery_step = None;
            }
            let new = self.add_step(bare, ids)?;
            added.insert(id, new);
            order.push(new);
        }
        self.put_back_recoveries(fragment, &added);
        for link in fragment.links.values() {
            let from = added.get(&link.from).copied().ok_or(Refusal::NotThere)?;
            let to = match link.to {
                LinkEnd::Step(to) => LinkEnd::Step(*added.get(&to).ok_or(Refusal::NotThere)?),
                LinkEnd::Outside => LinkEnd::Outside,
            };
            // They stood in a scenario, and nothing else is linked to the new steps yet.
            self.links.insert(ids.fresh(), Arc::new(Link { from, to, ..Link::clone(link) }));
        }
        Ok(order)
    }

    /// Whether steps are drawn here, but not all named phases of those of a fragment are there.
    fn lacks_phases_of(&self, fragment: &Self) -> bool {
        let named = |phase: &PhaseId| {
            let phase = fragment.phases.get(phase).map(|phase| phase.name.as_str());
            phase.filter(|name| !name.trim().is_empty())
        };
        let here = |name: &str| self.phases.values().any(|phase| phase.name == name);
        !self.steps.is_empty()
            && fragment.steps.values().filter_map(|step| named(&step.phase)).any(|name| !here(name))
    }

    fn put_back_recoveries(&mut self, fragment: &Self, added: &BTreeMap<StepId, StepId>) {
        for (id, step) in &fragment.steps {
            let recovery = step.fail.as_ref().and_then(|fail| fail.recovery_step);
            let recovery = recovery.and_then(|recovery| added.get(&recovery).copied());
            let there = added.get(id).and_then(|new| self.steps.get_mut(new));
            if let (Some(recovery), Some(there)) = (recovery, there)
                && let Some(fail) = &mut Arc::make_mut(there).fail
            {
                fail.recovery_step = Some(recovery);
            }
        }
    }

    /// Moves steps that are to be added so that none hides a card; `stray` ones, whose phases are not
    /// there, go to the place in any case.
    fn find_room(
        &self,
        fragment: &Self,
        steps: &mut [(StepId, Step)],
        at: Option<Place>,
        stray: bool,
    ) {
        if let Some(at) = at.filter(|_| stray || self.hides(steps, UPON)) {
            self.gather_at(fragment, steps, at);
        }
        // Each step aside is a new place, so that one of them is free.
        for _ in 0..=self.steps.len() {
            if !self.hides(steps, HIDDEN) {
                return;
            }
            for (_, step) in &mut *steps {
                let point = step.at;
                let y = point.y.saturating_add(ASIDE.1);
                step.at = SheetPoint::new(point.x.saturating_add(ASIDE.0), y);
            }
        }
    }

    fn hides(&self, steps: &[(StepId, Step)], nearer: (i32, i32)) -> bool {
        steps.iter().any(|(_, step)| {
            self.steps.values().any(|other| {
                other.lane == step.lane
                    && other.phase == step.phase
                    && (other.at.x - step.at.x).abs() < nearer.0
                    && (other.at.y - step.at.y).abs() < nearer.1
            })
        })
    }

    /// Moves the leftmost of some steps to a place: a flow is read from there, and goes on behind what
    /// lies left of it. Those of a single lane go to the place's lane too, around its height.
    fn gather_at(&self, fragment: &Self, steps: &mut [(StepId, Step)], at: Place) {
        // As they lay where they come from, whose phases may have other widths.
        let x = |(id, step): &(StepId, Step)| {
            let from = fragment.steps.get(id).map(|step| fragment.absolute_x(step.place()));
            from.unwrap_or_else(|| self.absolute_x(step.place()))
        };
        let xs: Vec<i32> = steps.iter().map(x).collect();
        let Some(left) = xs.iter().min() else { return };
        let by = self.absolute_x(at).saturating_sub(*left);
        let by = by.max(LEFT.saturating_sub(*left));
        let lanes: BTreeSet<LaneId> = steps.iter().map(|(_, step)| step.lane).collect();
        let ys: Vec<i32> = steps.iter().map(|(_, step)| step.at.y).collect();
        let down = ys
            .iter()
            .min()
            .zip(ys.iter().max())
            .map(|(a, b)| at.at.y.saturating_sub(i32::midpoint(*a, *b)));
        for ((_, step), x) in steps.iter_mut().zip(xs) {
            if lanes.len() == 1 {
                step.lane = at.lane;
                step.at.y = step.at.y.saturating_add(down.unwrap_or(0));
            }
            (step.phase, step.at.x) = self.phase_at(x.saturating_add(by), step.phase);
        }
    }

    /// How far right of the first phase's left edge a place lies.
    fn absolute_x(&self, place: Place) -> i32 {
        let before = self.phases.iter().take_while(|(id, _)| **id != place.phase);
        before.fold(place.at.x, |x, (_, phase)| x.saturating_add(phase.width.units()))
    }

    /// The phase that lies so far right, and how far within it; beyond the last it is the last.
    fn phase_at(&self, x: i32, otherwise: PhaseId) -> (PhaseId, i32) {
        let mut left = 0_i32;
        let mut found = (otherwise, x);
        for (id, phase) in &self.phases {
            found = (*id, x.saturating_sub(left));
            let right = left.saturating_add(phase.width.units());
            if x < right {
                break;
            }
            left = right;
        }
        found
    }
}

/// What the things that a fragment names are called where it goes.
struct Bearings {
    lanes: BTreeMap<LaneId, LaneId>,
    phases: BTreeMap<PhaseId, PhaseId>,
    roles: BTreeMap<RoleId, RoleId>,
    elements: BTreeMap<ElementId, ElementId>,
}

impl Bearings {
    /// Finds what is there and adds what is not; without its phases all is of those that are there.
    fn of(
        fragment: &Scenario,
        to: &mut Scenario,
        brings_phases: bool,
        ids: &mut IdSource,
    ) -> Result<Self, Refusal> {
        let mut found = Self {
            lanes: BTreeMap::new(),
            phases: BTreeMap::new(),
            roles: BTreeMap::new(),
            elements: BTreeMap::new(),
        };
        for (id, lane) in &fragment.lanes {
            if fragment.steps.values().any(|step| step.lane == *id) {
                found.lanes.insert(*id, lane_for(lane, to, ids));
            }
        }
        let blank = to.steps.is_empty();
        for (place, (id, phase)) in fragment.phases.iter().enumerate() {
            if fragment.steps.values().any(|step| step.phase == *id) {
                let there = phase_for(phase, place, blank, brings_phases, to, ids)?;
                found.phases.insert(*id, there);
            }
        }
        for (id, role) in &fragment.roles {
            found.roles.insert(*id, role_for(*id, role, to, ids)?);
        }
        found.bring_stand_ins(fragment, to);
        for (id, element) in &fragment.elements {
            found.elements.insert(*id, element_for(*id, element, to, ids)?);
        }
        Ok(found)
    }

    /// Roles that came along may stand in for whom they could where they come from.
    fn bring_stand_ins(&self, fragment: &Scenario, to: &mut Scenario) {
        for (id, role) in &fragment.roles {
            let there =
                self.roles.get(id).filter(|there| !role.stands_in_for.is_empty() && *there != id);
            let Some(there) = there else { continue };
            let Some(mut now) = to.roles.get(there).map(|role| Role::clone(role)) else { continue };
            let others = role.stands_in_for.iter().filter_map(|other| self.roles.get(other));
            now.stands_in_for.extend(others);
            to.settle_stand_ins(*there, &mut now);
            to.roles.insert(*there, std::sync::Arc::new(now));
        }
    }

    /// A step with the names that hold where it goes.
    fn step(&self, step: &Step) -> Result<Step, Refusal> {
        let mut step = step.clone();
        step.lane = *self.lanes.get(&step.lane).ok_or(Refusal::NotThere)?;
        step.phase = *self.phases.get(&step.phase).ok_or(Refusal::NotThere)?;
        for need in &mut step.needs {
            let mut roles: Vec<RoleId> = Vec::with_capacity(need.roles.len());
            for role in &need.roles {
                let role = *self.roles.get(role).ok_or(Refusal::NotThere)?;
                if !roles.contains(&role) {
                    roles.push(role);
                }
            }
            need.roles = roles;
        }
        for element in &mut step.elements {
            *element = *self.elements.get(element).ok_or(Refusal::NotThere)?;
        }
        Ok(step)
    }
}

fn lane_for(lane: &Lane, to: &mut Scenario, ids: &mut IdSource) -> LaneId {
    let unnamed = lane.name.trim().is_empty();
    let there = to
        .lanes_of(lane.zone)
        .find(|(_, other)| unnamed || other.name == lane.name)
        .map(|(id, _)| id);
    there.unwrap_or_else(|| to.add_lane(Lane { collapsed: false, ..lane.clone() }, ids))
}

fn phase_for(
    phase: &Phase,
    place: usize,
    blank: bool,
    brings: bool,
    to: &mut Scenario,
    ids: &mut IdSource,
) -> Result<PhaseId, Refusal> {
    let named = |other: &Phase| other.name == phase.name && !phase.name.trim().is_empty();
    if let Some((id, _)) = to.phases.iter().find(|(_, other)| named(other)) {
        return Ok(*id);
    }
    if phase.name.trim().is_empty() || !brings {
        let last = to.phases.len().saturating_sub(1);
        let there = to.phases.get_index(place.min(last)).ok_or(Refusal::NotThere)?;
        return Ok(*there.0);
    }
    // The unnamed phase of a sheet on which nothing is drawn takes the name over.
    let unnamed = to.phases.iter().find(|(_, other)| blank && other.name.trim().is_empty());
    if let Some((id, _)) = unnamed {
        let id = *id;
        to.set_phase(id, phase.clone())?;
        return Ok(id);
    }
    Ok(to.add_phase(phase.clone(), usize::MAX, ids))
}

fn role_for(
    id: RoleId,
    role: &Role,
    to: &mut Scenario,
    ids: &mut IdSource,
) -> Result<RoleId, Refusal> {
    let same = |other_id: RoleId, other: &Role| {
        // For whom they stand in is a matter of numbers that differ between files.
        let values = Role {
            colour: role.colour,
            stands_in_for: role.stands_in_for.clone(),
            ..other.clone()
        };
        other.name == role.name && (other_id == id || values == *role)
    };
    let there = to.roles.iter().find(|(other_id, other)| same(**other_id, other));
    if let Some((there, _)) = there {
        return Ok(*there);
    }
    let taken = |name: &str| to.roles.values().any(|other| other.name == name);
    let name = free_name(&role.name, taken);
    to.add_role(Role { name, stands_in_for: Vec::new(), ..role.clone() }, ids)
}

fn element_for(
    id: ElementId,
    element: &Element,
    to: &mut Scenario,
    ids: &mut IdSource,
) -> Result<ElementId, Refusal> {
    let same = |other_id: ElementId, other: &Element| {
        other.name == element.name && (other_id == id || other == element)
    };
    let there = to.elements.iter().find(|(other_id, other)| same(**other_id, other));
    if let Some((there, _)) = there {
        return Ok(*there);
    }
    let taken = |name: &str| to.elements.values().any(|other| other.name == name);
    let name = free_name(&element.name, taken);
    to.add_element(Element { name, ..element.clone() }, ids)
}

/// A name that is not taken: itself, else with the first number that makes it free.
fn free_name(name: &str, taken: impl Fn(&str) -> bool) -> String {
    if !taken(name) {
        return name.to_owned();
    }
    let mut number = 2_u32;
    loop {
        let numbered = format!("{name} ({number})");
        if !taken(&numbered) {
            return numbered;
        }
        number += 1;
    }
}
