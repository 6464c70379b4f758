//! A scenario: one drawn version of the service, with its own roles and demand.
//!
//! Reading is open; changing goes through the edits beside this file (`edit_*`), each of which
//! either keeps every invariant or changes nothing and says why:
//!
//! 1. every step lies in a lane and a phase of the scenario, of which there is at least one each;
//! 2. lanes stand in the order of their zones;
//! 3. links, needs, fail points and servicescape chips name things that are there;
//! 4. no link leads from a step to itself, but for a Flow of a decision;
//! 5. steps, roles and elements have a name; a need has at least one role;
//! 6. no two links of one kind join the same two steps in the same direction;
//! 7. sections name only what is there; the rules of a redesign name steps of the flow.

use std::collections::BTreeMap;
use std::sync::Arc;

use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};

use super::fields::Field;
use super::ids::{ElementId, Id, IdSource, LaneId, LinkId, PhaseId, RoleId, ScenarioId, StepId};
use super::link::{Link, LinkEnd, LinkKind, check_pair};
use super::resources::{Demand, DemandField, Element, Role, RoleField, Typology};
use super::sections::{Lost, Sections, There};
use super::sheet::{Lane, Phase, Zone};
use super::step::Step;
use super::step_parts::StepKind;
use super::table::{IdTable, Table};

/// One drawn version of the service.
#[derive(Clone, Debug)]
pub struct Scenario {
    pub(super) id: ScenarioId,
    pub(super) name: String,
    pub(super) by: String,
    pub(super) lanes: Table<LaneId, Lane>,
    pub(super) phases: Table<PhaseId, Phase>,
    pub(super) steps: Table<StepId, Step>,
    pub(super) links: Table<LinkId, Link>,
    pub(super) roles: Table<RoleId, Role>,
    pub(super) elements: Table<ElementId, Element>,
    pub(super) demand: Demand,
    pub(super) typology: Typology,
    pub(super) sections: Sections,
}

/// The parts of a scenario as a file gives them, before they are checked.
#[derive(Clone, Debug, Default)]
pub struct Parts {
    /// Lanes in order.
    pub lanes: Vec<(LaneId, Lane)>,
    /// Phases in order.
    pub phases: Vec<(PhaseId, Phase)>,
    /// Steps in document order.
    pub steps: Vec<(StepId, Step)>,
    /// Links in order.
    pub links: Vec<(LinkId, Link)>,
    /// Roles in order.
    pub roles: Vec<(RoleId, Role)>,
    /// Servicescape elements in order.
    pub elements: Vec<(ElementId, Element)>,
    /// Demand.
    pub demand: Demand,
    /// Typology of the servicescape.
    pub typology: Typology,
    /// What is kept by subject.
    pub sections: Sections,
    /// Whose idea it is; blank where that is not said.
    pub by: String,
}

/// What is wrong with the parts of a scenario.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PartsError {
    /// Two things of one sort have the same number.
    #[error("two {sort} have the number {number}")]
    DuplicateId {
        /// The sort, in the file's words.
        sort: &'static str,
        /// The number.
        number: u32,
    },
    /// Something names a thing that is not in the file.
    #[error("{place} names the {sort} {number}, which is not in the file")]
    Dangling {
        /// What names it, in the file's words.
        place: String,
        /// The sort of what is missing.
        sort: &'static str,
        /// The number that is missing.
        number: u32,
    },
    /// A section names a thing that is not in the file.
    #[error("the {section} names the {sort} {number}, which is not in the file")]
    DanglingInSection {
        /// The section's name in the file.
        section: &'static str,
        /// The sort of what is missing.
        sort: &'static str,
        /// The number that is missing.
        number: u32,
    },
    /// A step, role or element without a name.
    #[error("the {sort} {number} has no name")]
    Nameless {
        /// The sort.
        sort: &'static str,
        /// Its number.
        number: u32,
    },
    /// A class of a service mix that names neither a link nor a step, or both.
    #[error("a class names neither a link nor a step, or both")]
    ClassOfNothing,
    /// A link that no edit would have made.
    #[error("the link {number}: {refusal}")]
    BadLink {
        /// Its number.
        number: u32,
        /// Why it is refused.
        refusal: super::refusal::Refusal,
    },
    /// A role that is to stand in for itself.
    #[error("the role {number} stands in for itself")]
    StandsInForItself {
        /// The role's number.
        number: u32,
    },
    /// An action of the plan that would have to be done before itself.
    #[error("the action {number} waits for itself")]
    WaitsForItself {
        /// The action's number.
        number: u32,
    },
    /// A need that no role can meet.
    #[error("the step {number} has a need without a role")]
    EmptyNeed {
        /// The step's number.
        number: u32,
    },
}

impl Scenario {
    /// An empty scenario: one unnamed lane in each zone, one unnamed phase.
    #[must_use]
    pub fn empty(name: impl Into<String>, ids: &mut IdSource) -> Self {
        let mut scenario = Self {
            id: ids.fresh(),
            name: name.into(),
            by: String::new(),
            lanes: Table::default(),
            phases: Table::default(),
            steps: Table::default(),
            links: Table::default(),
            roles: Table::default(),
            elements: Table::default(),
            demand: Demand::default(),
            typology: Typology::default(),
            sections: Sections::default(),
        };
        for zone in Zone::ALL {
            scenario.lanes.insert(ids.fresh(), Arc::new(Lane::new(zone)));
        }
        scenario.phases.insert(ids.fresh(), Arc::new(Phase::of_new_sheet()));
        scenario
    }

    /// Puts a scenario together from a file's parts. Missing lanes and phases are supplied, lanes
    /// are brought into the order of their zones; anything else that breaks an invariant is an
    /// error.
    ///
    /// # Errors
    /// The first [`PartsError`] in the order of the file.
    pub fn assemble(
        id: ScenarioId,
        name: String,
        parts: Parts,
        ids: &mut IdSource,
    ) -> Result<Self, PartsError> {
        ids.reserve(id);
        let mut scenario = Self {
            id,
            name,
            by: parts.by,
            lanes: collect("lanes", parts.lanes, ids)?,
            phases: collect("phases", parts.phases, ids)?,
            steps: Table::default(),
            links: Table::default(),
            roles: collect("roles", parts.roles, ids)?,
            elements: collect("elements", parts.elements, ids)?,
            demand: parts.demand,
            typology: parts.typology,
            sections: Sections::default(),
        };
        let steps = collect("steps", parts.steps, ids)?;
        let links = collect("links", parts.links, ids)?;
        scenario.supply_sheet(ids);
        scenario.lanes.sort_by(|_, a, _, b| a.zone.cmp(&b.zone));
        for (id, role) in &scenario.roles {
            named("role", *id, &role.name)?;
        }
        for (id, element) in &scenario.elements {
            named("element", *id, &element.name)?;
        }
        for (id, step) in &steps {
            scenario.check_step(*id, step, &steps)?;
        }
        scenario.steps = steps;
        let mut between: BTreeMap<(StepId, StepId), Vec<Link>> = BTreeMap::new();
        for (id, link) in &links {
            let number = id.number();
            for step in std::iter::once(link.from).chain(link.to.step()) {
                if !scenario.steps.contains_key(&step) {
                    return Err(dangling(format!("the link {number}"), "step", step));
                }
            }
            // Only links between the same two steps can clash; asking those alone keeps the
            // reading of a large file linear.
            let far = link.to.step().unwrap_or(link.from);
            let pair = (link.from.min(far), link.from.max(far));
            let others: &mut Vec<Link> = between.entry(pair).or_default();
            scenario
                .check_ends(link)
                .and_then(|()| others.iter().try_for_each(|other| check_pair(link, other)))
                .map_err(|refusal| PartsError::BadLink { number, refusal })?;
            others.push(Link::clone(link));
            scenario.links.insert(*id, Arc::clone(link));
        }
        scenario.demand.settle_hours();
        scenario.accept_day()?;
        scenario.accept_stand_ins()?;
        scenario.accept_sections(parts.sections)?;
        Ok(scenario)
    }

    /// Its parts, of which [`Scenario::assemble`] makes it again. Linear: all rows are copied.
    #[must_use]
    pub fn parts(&self) -> Parts {
        Parts {
            lanes: copied(&self.lanes),
            phases: copied(&self.phases),
            steps: copied(&self.steps),
            links: copied(&self.links),
            roles: copied(&self.roles),
            elements: copied(&self.elements),
            demand: self.demand.clone(),
            typology: self.typology,
            sections: self.sections.clone(),
            by: self.by.clone(),
        }
    }

    /// Checks where a file's appointments start, once all steps are there.
    fn accept_day(&self) -> Result<(), PartsError> {
        let first = self.demand.day.as_ref().and_then(|day| day.first);
        match first.filter(|step| !self.steps.contains_key(step)) {
            Some(lost) => Err(PartsError::DanglingInSection {
                section: "demand",
                sort: "step",
                number: lost.number(),
            }),
            None => Ok(()),
        }
    }

    /// Checks for whom a file's roles stand in, once all are there.
    fn accept_stand_ins(&mut self) -> Result<(), PartsError> {
        let roles: Vec<RoleId> = self.roles.keys().copied().collect();
        for id in roles {
            let Some(role) = self.roles.get(&id).filter(|role| !role.stands_in_for.is_empty())
            else {
                continue;
            };
            if let Some(lost) = role.stands_in_for.iter().find(|it| !self.roles.contains_key(*it)) {
                return Err(dangling(format!("the role {}", id.number()), "role", *lost));
            }
            if role.stands_in_for.contains(&id) {
                return Err(PartsError::StandsInForItself { number: id.number() });
            }
            let mut settled = Role::clone(role);
            self.settle_stand_ins(id, &mut settled);
            self.roles.insert(id, Arc::new(settled));
        }
        Ok(())
    }

    /// Takes a file's sections over, once its steps and roles are there.
    fn accept_sections(&mut self, sections: Sections) -> Result<(), PartsError> {
        let (steps, roles) = (&self.steps, &self.roles);
        let there = There {
            step: &|step: StepId| steps.get(&step).map(|step| step.kind),
            role: &|role: RoleId| roles.contains_key(&role),
        };
        if let Some(Lost { section, sort, number }) = sections.first_lost(&there) {
            return Err(PartsError::DanglingInSection { section, sort, number });
        }
        self.sections = sections;
        self.forget_lost_subjects();
        Ok(())
    }

    /// Adds the lanes and the phase that a sheet cannot do without.
    fn supply_sheet(&mut self, ids: &mut IdSource) {
        if self.lanes.is_empty() {
            for zone in Zone::ALL {
                self.lanes.insert(ids.fresh(), Arc::new(Lane::new(zone)));
            }
        }
        if self.phases.is_empty() {
            self.phases.insert(ids.fresh(), Arc::new(Phase::new("")));
        }
    }

    fn check_step(
        &self,
        id: StepId,
        step: &Step,
        steps: &Table<StepId, Step>,
    ) -> Result<(), PartsError> {
        let number = id.number();
        let place = || format!("the step {number}");
        named("step", id, &step.name)?;
        if !self.lanes.contains_key(&step.lane) {
            return Err(dangling(place(), "lane", step.lane));
        }
        if !self.phases.contains_key(&step.phase) {
            return Err(dangling(place(), "phase", step.phase));
        }
        for need in &step.needs {
            if need.roles.is_empty() {
                return Err(PartsError::EmptyNeed { number });
            }
            if let Some(role) = need.roles.iter().find(|role| !self.roles.contains_key(*role)) {
                return Err(dangling(place(), "role", *role));
            }
        }
        if let Some(element) = step.elements.iter().find(|e| !self.elements.contains_key(*e)) {
            return Err(dangling(place(), "element", *element));
        }
        let recovery = step.fail.as_ref().and_then(|fail| fail.recovery_step);
        match recovery {
            Some(other) if !steps.contains_key(&other) => Err(dangling(place(), "step", other)),
            _ => Ok(()),
        }
    }

    /// Its identity within the file.
    #[must_use]
    pub fn id(&self) -> ScenarioId {
        self.id
    }

    /// What it is called, such as "As-is".
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Whose idea it is, as typed; blank where that is not said.
    #[must_use]
    pub fn by(&self) -> &str {
        &self.by
    }

    /// Says whose idea it is.
    pub fn set_by(&mut self, by: impl Into<String>) {
        self.by = by.into();
    }

    /// Lanes, top to bottom.
    #[must_use]
    pub fn lanes(&self) -> &Table<LaneId, Lane> {
        &self.lanes
    }

    /// Phases, left to right.
    #[must_use]
    pub fn phases(&self) -> &Table<PhaseId, Phase> {
        &self.phases
    }

    /// Steps in document order.
    #[must_use]
    pub fn steps(&self) -> &Table<StepId, Step> {
        &self.steps
    }

    /// Links in the order they were drawn.
    #[must_use]
    pub fn links(&self) -> &Table<LinkId, Link> {
        &self.links
    }

    /// Roles in the order they were added.
    #[must_use]
    pub fn roles(&self) -> &Table<RoleId, Role> {
        &self.roles
    }

    /// Servicescape elements in the order they were added.
    #[must_use]
    pub fn elements(&self) -> &Table<ElementId, Element> {
        &self.elements
    }

    /// Demand.
    #[must_use]
    pub fn demand(&self) -> &Demand {
        &self.demand
    }

    /// Typology of the servicescape.
    #[must_use]
    pub fn typology(&self) -> Typology {
        self.typology
    }

    /// What is kept by subject.
    #[must_use]
    pub fn sections(&self) -> &Sections {
        &self.sections
    }

    /// The zone that a step lies in.
    #[must_use]
    pub fn zone_of(&self, step: &Step) -> Zone {
        // A step without its lane cannot be in a scenario; the visible middle is the mildest guess.
        self.lanes.get(&step.lane).map_or(Zone::Frontstage, |lane| lane.zone)
    }

    /// The lanes of a zone, top to bottom.
    pub fn lanes_of(&self, zone: Zone) -> impl Iterator<Item = (LaneId, &Lane)> {
        self.lanes
            .iter()
            .filter(move |(_, lane)| lane.zone == zone)
            .map(|(id, lane)| (*id, lane.as_ref()))
    }

    /// Which of the lanes without names of its zone one is, from 2 on: these would all be called as
    /// their zone. `None` for the first and for a lane that has a name. Linear in the lanes.
    #[must_use]
    pub fn lane_number(&self, id: LaneId) -> Option<usize> {
        let lane = self.lanes.get(&id).filter(|lane| lane.name.trim().is_empty())?;
        let unnamed = self.lanes_of(lane.zone).filter(|(_, lane)| lane.name.trim().is_empty());
        let before = unnamed.take_while(|(other, _)| *other != id).count();
        (before > 0).then_some(before + 1)
    }

    /// Whether a link only says what belongs together: one of its ends is evidence or a note.
    #[must_use]
    pub fn is_association(&self, link: &Link) -> bool {
        let flows = |id: StepId| self.steps.get(&id).is_some_and(|step| step.kind.flows());
        !flows(link.from) || link.to.step().is_some_and(|to| !flows(to))
    }

    /// Whether a role is needed by a step.
    #[must_use]
    pub fn step_needs_role(&self, step: StepId, role: RoleId) -> bool {
        self.steps
            .get(&step)
            .is_some_and(|step| step.needs.iter().any(|need| need.roles.contains(&role)))
    }

    /// The links that start or end at a step.
    pub fn links_at(&self, step: StepId) -> impl Iterator<Item = (LinkId, &Link)> {
        self.links
            .iter()
            .filter(move |(_, link)| link.touches(step))
            .map(|(id, link)| (*id, link.as_ref()))
    }

    /// The steps that are joined to `step` by Together links, directly or through others, with
    /// itself: its moment. In document order. Linear in steps and links.
    #[must_use]
    pub fn moment_of(&self, step: StepId) -> Vec<StepId> {
        let mut partners: FxHashMap<StepId, Vec<StepId>> = FxHashMap::default();
        for link in self.links.values().filter(|link| link.kind == LinkKind::Together) {
            if let (LinkEnd::Step(to), false) = (link.to, self.is_association(link)) {
                partners.entry(link.from).or_default().push(to);
                partners.entry(to).or_default().push(link.from);
            }
        }
        let mut members = FxHashSet::default();
        let mut open = vec![step];
        while let Some(next) = open.pop() {
            if members.insert(next) {
                open.extend(partners.get(&next).into_iter().flatten());
            }
        }
        self.steps.keys().copied().filter(|id| members.contains(id)).collect()
    }

    /// Whether every figure of two versions is the same: nothing but places on the sheet, texts
    /// and looks differ. Shared rows are compared by address, so that an edit of one step among
    /// thousands costs next to nothing.
    #[must_use]
    pub fn same_figures(&self, other: &Self) -> bool {
        // Taken apart, so that a part that is added later is put on one side or the other.
        let Self {
            id: _,
            name: _,
            by: _,
            lanes,
            phases,
            steps,
            links,
            roles,
            elements: _,
            demand,
            typology: _,
            sections,
        } = self;
        DemandField::same_figures(demand, &other.demand)
            && sections.simulation == other.sections.simulation
            && same_rows(steps, &other.steps, Step::same_figures)
            && same_rows(links, &other.links, PartialEq::eq)
            && same_rows(roles, &other.roles, RoleField::same_figures)
            && same_rows(phases, &other.phases, |_, _| true)
            && same_rows(lanes, &other.lanes, |a, b| a.zone == b.zone && a.name == b.name)
    }

    /// How many steps take part in the flow (actions and decisions).
    #[must_use]
    pub fn flowing_steps(&self) -> usize {
        self.steps.values().filter(|step| step.kind.flows()).count()
    }

    /// How many cards of a kind there are.
    #[must_use]
    pub fn count_of(&self, kind: StepKind) -> usize {
        self.steps.values().filter(|step| step.kind == kind).count()
    }
}

/// Whether two tables hold the same rows in the same order; shared rows are equal by address.
fn same_rows<K: PartialEq, V>(
    a: &Table<K, V>,
    b: &Table<K, V>,
    equal: impl Fn(&V, &V) -> bool,
) -> bool {
    a.is_shared_with(b)
        || a.len() == b.len()
            && a.iter().zip(b).all(|((ka, va), (kb, vb))| {
                ka == kb && (Arc::ptr_eq(va, vb) || equal(va.as_ref(), vb.as_ref()))
            })
}

/// Order counts: a lane that moved up is a change. Cheap for versions that share their rows.
impl PartialEq for Scenario {
    fn eq(&self, other: &Self) -> bool {
        // Taken apart, so that a part that is added later cannot be forgotten.
        let Self {
            id,
            name,
            by,
            lanes,
            phases,
            steps,
            links,
            roles,
            elements,
            demand,
            typology,
            sections,
        } = self;
        *id == other.id
            && *name == other.name
            && *by == other.by
            && DemandField::same_figures(demand, &other.demand)
            && *typology == other.typology
            && *sections == other.sections
            && same_rows(lanes, &other.lanes, PartialEq::eq)
            && same_rows(phases, &other.phases, PartialEq::eq)
            && same_rows(steps, &other.steps, PartialEq::eq)
            && same_rows(links, &other.links, PartialEq::eq)
            && same_rows(roles, &other.roles, PartialEq::eq)
            && same_rows(elements, &other.elements, PartialEq::eq)
    }
}

fn copied<K: Id, V: Clone>(table: &Table<K, V>) -> Vec<(K, V)> {
    table.iter().map(|(id, row)| (*id, V::clone(row))).collect()
}

fn collect<K: Id, V>(
    sort: &'static str,
    rows: Vec<(K, V)>,
    ids: &mut IdSource,
) -> Result<Table<K, V>, PartsError> {
    let mut table = IdTable::with_capacity_and_hasher(rows.len(), FxBuildHasher);
    for (id, row) in rows {
        ids.reserve(id);
        if table.insert(id, Arc::new(row)).is_some() {
            return Err(PartsError::DuplicateId { sort, number: id.number() });
        }
    }
    Ok(table.into())
}

fn named(sort: &'static str, id: impl Id, name: &str) -> Result<(), PartsError> {
    if name.trim().is_empty() {
        Err(PartsError::Nameless { sort, number: id.number() })
    } else {
        Ok(())
    }
}

fn dangling(place: String, sort: &'static str, id: impl Id) -> PartsError {
    PartsError::Dangling { place, sort, number: id.number() }
}
