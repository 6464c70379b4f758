//! Named edits of a scenario: everything that a person can do to a drawn version, as data.
//!
//! An edit is applied to a whole scenario and either succeeds or changes nothing. Being data, it
//! can be tried again and again from the same start while a gesture lasts.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::blueprint::{
    CustomerRelation, Demand, DesignFactors, Element, ElementId, IdSource, Lane, LaneHeight,
    LaneId, LaneSteps, Link, LinkId, LinkKind, LinkPull, Phase, PhaseId, PhaseWidth, Place,
    RedesignRules, Refusal, Role, RoleId, Room, Scenario, Share, SimulationRules, Step, StepId,
    Typology, Zone,
};

use super::outcome::Outcome;
use super::rows::RowChanges;
use super::selection::{Selection, Thing};

/// Sheet units from the centre of a card to where the phase may end: half a card and some room.
const CARD_MARGIN: i32 = PhaseWidth::USUAL / 2;

/// A change of one scenario.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// Add a step, and links between it and steps that are there.
    AddStep(Box<Step>),
    /// Add a step in a zone that has no lane yet: the lane is added with it.
    AddStepWithLane(Zone, Box<Step>),
    /// Add a step after another, with a link of a kind from there to here.
    AppendStep(StepId, Box<Step>, LinkKind),
    /// Put a new step into a link: the link leads to it, a new one on from it.
    InsertStep(LinkId, Box<Step>),
    // What is done directly on the sheet.
    /// Add a step before another, with a Flow from here to there.
    PrependStep(StepId, Box<Step>),
    /// Put a step that is there into a link, at a place: the link leads to it, a new one on.
    PutIntoLink(LinkId, StepId, Place),
    /// Copy steps with the links among them to these places.
    CopySteps(Vec<(StepId, Place)>),
    /// Make room on the sheet.
    MakeRoom(Room),
    /// Make room on the sheet first, then do an edit of the same scenario in it.
    InRoom(Room, Box<Edit>),
    /// Move a lane to a place in a zone, counted from the top of the zone.
    MoveLane(LaneId, Zone, usize),

    /// Replace steps by changed versions.
    SetSteps(Vec<(StepId, Step)>),
    /// Change cells of the tables of steps and roles.
    SetRows(Box<RowChanges>),
    /// Give a step another name.
    RenameStep(StepId, String),
    /// Move steps.
    PlaceSteps(Vec<(StepId, Place)>),
    /// Bring steps into line.
    AlignSteps(Vec<(StepId, Place)>),
    /// Space steps out evenly.
    DistributeSteps(Vec<(StepId, Place)>),
    /// Tidy steps up: move them, with the lanes and phases that then take another size.
    TidyUp {
        /// Where the steps end up.
        places: Vec<(StepId, Place)>,
        /// Heights of lanes.
        lanes: Vec<(LaneId, LaneHeight)>,
        /// Widths of phases.
        phases: Vec<(PhaseId, PhaseWidth)>,
    },
    /// Move steps into a zone that has no lane yet: the lane is added with them.
    PlaceStepsWithLane(Zone, Vec<(StepId, Place)>),
    /// Remove steps and links; the flow heals.
    Remove {
        /// The steps.
        steps: BTreeSet<StepId>,
        /// The links.
        links: BTreeSet<LinkId>,
    },
    /// Remove a decision; of its branches one stays.
    RemoveDecision(StepId, LinkId),
    /// Copy steps with the links among them, shifted.
    DuplicateSteps(BTreeSet<StepId>, (i32, i32)),
    /// Draw a link.
    AddLink(Link),
    /// Change a link.
    SetLink(LinkId, Link),
    /// Set the share of a way out of a decision.
    SetShare(LinkId, Option<Share>),
    /// Set the label of a link; empty for none.
    SetLabel(LinkId, String),
    /// Let a step need a role.
    AssignRole(StepId, RoleId),
    /// Add a role and let steps need it.
    AddRoleTo(BTreeSet<StepId>, Role),
    /// Put a servicescape element on a step.
    AssignElement(StepId, ElementId),
    /// Add a lane.
    AddLane(Lane),
    /// Add a lane at a place among those of its zone, counted from the top.
    AddLaneAt(Lane, usize),
    /// Change a lane.
    SetLane(LaneId, Lane),
    /// Move a line of the sheet: lanes change their zone.
    MoveLine(Vec<(LaneId, Zone)>),
    /// Move a lane within its zone.
    ReorderLane(LaneId, usize),
    /// Remove a lane.
    RemoveLane(LaneId, LaneSteps),
    /// Add a phase before a place, counted from the left.
    AddPhase(Phase, usize),
    /// Cut a phase in two, so far from the left edge of the sheet; the right part bears this name.
    SplitPhase(String, i32),
    /// Change a phase.
    SetPhase(PhaseId, Phase),
    /// Move a phase to a place, counted from the left.
    ReorderPhase(PhaseId, usize),
    /// Remove a phase; its steps stay where they are.
    RemovePhase(PhaseId),
    /// Add a role.
    AddRole(Role),
    /// Change a role.
    SetRole(RoleId, Role),
    /// Remove a role.
    RemoveRole(RoleId),
    /// Add a servicescape element.
    AddElement(Element),
    /// Change a servicescape element.
    SetElement(ElementId, Element),
    /// Remove a servicescape element.
    RemoveElement(ElementId),
    /// Set the demand.
    SetDemand(Demand),
    /// Set the typology of the servicescape.
    SetTypology(Typology),
    /// Set what a redesign must keep to.
    SetRedesignRules(Box<RedesignRules>),
    /// Set how it is simulated.
    SetSimulationRules(SimulationRules),
    /// Set what a customer is worth over time.
    SetRelation(CustomerRelation),
    /// Set how the surroundings are judged as a whole.
    SetFactors(Box<DesignFactors>),
    /// Say of another step what the sections say of a step: each with its heir.
    HandOnSections(Vec<(StepId, StepId)>),
    /// Add the steps of a fragment with all that they rest on, at a place where they would hide
    /// others; they are selected.
    PasteFragment(Arc<Scenario>, Option<Place>),
    /// Several edits, one after another, as one: all of them, or none.
    Several(Vec<Edit>),
}

impl Edit {
    /// The edit in the room that it needs, which is made first, one after another.
    #[must_use]
    pub fn in_rooms(
        self,
        rooms: impl IntoIterator<Item = Room, IntoIter: DoubleEndedIterator>,
    ) -> Self {
        let in_room = |edit, room| Self::InRoom(room, Box::new(edit));
        rooms.into_iter().rev().fold(self, in_room)
    }

    /// Whether it adds one card, which then wants a name.
    #[must_use]
    pub fn adds_card(&self) -> bool {
        match self {
            Self::InRoom(_, edit) => edit.adds_card(),
            Self::AddStep(_)
            | Self::AddStepWithLane(..)
            | Self::AppendStep(..)
            | Self::PrependStep(..)
            | Self::InsertStep(..) => true,
            _ => false,
        }
    }

    /// Whether it adds cards that are there already, here or elsewhere.
    #[must_use]
    pub fn adds_copies(&self) -> bool {
        match self {
            Self::InRoom(_, edit) => edit.adds_copies(),
            Self::CopySteps(_) | Self::DuplicateSteps(..) | Self::PasteFragment(..) => true,
            _ => false,
        }
    }

    /// Whether it draws one link, which may then want a share.
    #[must_use]
    pub fn adds_link(&self) -> bool {
        match self {
            Self::InRoom(_, edit) => edit.adds_link(),
            Self::AddLink(_) | Self::AppendStep(..) => true,
            _ => false,
        }
    }

    /// Whether cards may end up right of the last phase, which then grows.
    fn places_cards(&self) -> bool {
        if let Self::InRoom(_, edit) = self {
            return edit.places_cards();
        }
        self.adds_card()
            || matches!(
                self,
                Self::PutIntoLink(..)
                    | Self::CopySteps(_)
                    | Self::PasteFragment(..)
                    | Self::PlaceSteps(_)
                    | Self::AlignSteps(_)
                    | Self::DistributeSteps(_)
                    | Self::PlaceStepsWithLane(..)
                    | Self::DuplicateSteps(..)
            )
    }

    /// Applies the edit to a scenario; where it is refused the scenario may be half changed.
    ///
    /// # Errors
    /// The reason for a refusal.
    pub(super) fn apply(
        self,
        scenario: &mut Scenario,
        ids: &mut IdSource,
    ) -> Result<Outcome, Refusal> {
        let places_cards = self.places_cards();
        let outcome = self.apply_within(scenario, ids)?;
        if places_cards {
            scenario.widen_last_phase(CARD_MARGIN);
        }
        Ok(outcome)
    }

    // One short arm for each edit reads better than the same arms in several functions.
    #[allow(clippy::too_many_lines)]
    fn apply_within(self, scenario: &mut Scenario, ids: &mut IdSource) -> Result<Outcome, Refusal> {
        let nothing = Outcome::default();
        Ok(match self {
            Self::AddStep(step) => Outcome::select(Selection::step(scenario.add_step(*step, ids)?)),
            Self::AddStepWithLane(zone, mut step) => {
                step.lane = scenario.add_lane(Lane::new(zone), ids);
                Outcome::select(Selection::step(scenario.add_step(*step, ids)?))
            }
            Self::AppendStep(before, step, kind) => {
                let id = scenario.add_step(*step, ids)?;
                scenario.add_link(Link::between(before, id, kind), ids)?;
                Outcome::select(Selection::step(id))
            }
            Self::PrependStep(after, step) => {
                let id = scenario.add_step(*step, ids)?;
                let kind = scenario.usual_link_kind(id, after, LinkPull::Along);
                scenario.add_link(Link::between(id, after, kind), ids)?;
                Outcome::select(Selection::step(id))
            }
            Self::InsertStep(link, step) => {
                let id = scenario.add_step(*step, ids)?;
                scenario.lead_link_through(link, id, ids)?;
                Outcome::select(Selection::step(id))
            }
            Self::PutIntoLink(link, step, place) => {
                scenario.place_step(step, place)?;
                scenario.lead_link_through(link, step, ids)?;
                Outcome::select(Selection::step(step))
            }
            Self::CopySteps(places) => {
                let steps = places.iter().map(|(id, _)| *id).collect();
                let copies = scenario.duplicate_steps(&steps, (0, 0), ids)?;
                // Copies come in document order, as their originals do.
                let originals: Vec<StepId> =
                    scenario.steps().keys().copied().filter(|id| steps.contains(id)).collect();
                for (original, copy) in originals.into_iter().zip(&copies) {
                    if let Some((_, place)) = places.iter().find(|(id, _)| *id == original) {
                        scenario.place_step(*copy, *place)?;
                    }
                }
                Outcome::select(Selection::steps(copies))
            }
            Self::MakeRoom(room) => {
                scenario.make_room(room)?;
                nothing
            }
            Self::InRoom(room, edit) => {
                scenario.make_room(room)?;
                edit.apply_within(scenario, ids)?
            }
            Self::MoveLane(id, zone, place) => {
                scenario.set_lane_zone(id, zone)?;
                scenario.reorder_lane(id, place)?;
                nothing
            }
            Self::SetSteps(steps) => {
                for (id, step) in steps {
                    scenario.set_step(id, step)?;
                }
                nothing
            }
            Self::SetRows(rows) => {
                rows.apply(scenario, ids)?;
                nothing
            }
            Self::RenameStep(id, name) => {
                let mut step = Step::clone(scenario.steps().get(&id).ok_or(Refusal::NotThere)?);
                name.trim().clone_into(&mut step.name);
                scenario.set_step(id, step)?;
                nothing
            }
            Self::PlaceSteps(places) | Self::AlignSteps(places) | Self::DistributeSteps(places) => {
                for (id, place) in places {
                    scenario.place_step(id, place)?;
                }
                nothing
            }
            Self::TidyUp { places, lanes, phases } => {
                for (id, place) in places {
                    scenario.place_step(id, place)?;
                }
                for (id, height) in lanes {
                    scenario.resize_lane(id, height)?;
                }
                for (id, width) in phases {
                    let phase = scenario.phases().get(&id).ok_or(Refusal::NotThere)?;
                    scenario.set_phase(id, Phase { width, ..Phase::clone(phase) })?;
                }
                nothing
            }
            Self::PlaceStepsWithLane(zone, places) => {
                let lane = scenario.add_lane(Lane::new(zone), ids);
                for (id, place) in places {
                    scenario.place_step(id, Place { lane, ..place })?;
                }
                nothing
            }
            Self::Remove { steps, links } => {
                for link in links {
                    scenario.remove_link(link)?;
                }
                scenario.remove_steps(&steps, ids)?;
                Outcome::select(Selection::default())
            }
            Self::RemoveDecision(step, branch) => {
                scenario.remove_step(step, Some(branch), ids)?;
                Outcome::select(Selection::default())
            }
            Self::DuplicateSteps(steps, shift) => {
                Outcome::select(Selection::steps(scenario.duplicate_steps(&steps, shift, ids)?))
            }
            Self::PasteFragment(fragment, at) => {
                Outcome::select(Selection::steps(scenario.add_fragment(&fragment, at, ids)?))
            }
            Self::AddLink(link) => Outcome::select(Selection::link(scenario.add_link(link, ids)?)),
            Self::SetLink(id, link) => {
                scenario.set_link(id, link)?;
                nothing
            }
            Self::SetShare(id, share) => {
                scenario.set_share(id, share)?;
                nothing
            }
            Self::SetLabel(id, label) => {
                scenario.set_label(id, &label)?;
                nothing
            }
            Self::AssignRole(step, role) => {
                scenario.assign_role(step, role)?;
                Outcome::select(Selection::step(step))
            }
            Self::AddRoleTo(steps, role) => {
                let role = scenario.add_role(role, ids)?;
                for step in steps {
                    scenario.assign_role(step, role)?;
                }
                nothing
            }
            Self::AssignElement(step, element) => {
                scenario.assign_element(step, element)?;
                Outcome::select(Selection::step(step))
            }
            Self::AddLane(lane) => {
                Outcome::select(Selection::thing(Thing::Lane(scenario.add_lane(lane, ids))))
            }
            Self::AddLaneAt(lane, place) => {
                let id = scenario.add_lane_at(lane, place, ids);
                Outcome::select(Selection::thing(Thing::Lane(id)))
            }
            Self::SetLane(id, lane) => {
                scenario.set_lane(id, lane)?;
                nothing
            }
            Self::MoveLine(lanes) => {
                for (id, zone) in lanes {
                    scenario.set_lane_zone(id, zone)?;
                }
                nothing
            }
            Self::ReorderLane(id, place) => {
                scenario.reorder_lane(id, place)?;
                nothing
            }
            Self::RemoveLane(id, steps) => {
                scenario.remove_lane(id, steps, ids)?;
                Outcome::select(Selection::default())
            }
            Self::AddPhase(phase, place) => {
                let id = scenario.add_phase(phase, place, ids);
                Outcome::select(Selection::thing(Thing::Phase(id)))
            }
            Self::SplitPhase(name, at) => {
                let id = scenario.split_phase(at, name, ids)?;
                Outcome::select(Selection::thing(Thing::Phase(id)))
            }
            Self::SetPhase(id, phase) => {
                scenario.set_phase(id, phase)?;
                nothing
            }
            Self::ReorderPhase(id, place) => {
                scenario.reorder_phase(id, place)?;
                nothing
            }
            Self::RemovePhase(id) => {
                scenario.remove_phase(id)?;
                Outcome::select(Selection::default())
            }
            Self::AddRole(role) => {
                Outcome::select(Selection::thing(Thing::Role(scenario.add_role(role, ids)?)))
            }
            Self::SetRole(id, role) => {
                scenario.set_role(id, role)?;
                nothing
            }
            Self::RemoveRole(id) => {
                scenario.remove_role(id)?;
                Outcome::select(Selection::default())
            }
            Self::AddElement(element) => {
                let id = scenario.add_element(element, ids)?;
                Outcome::select(Selection::thing(Thing::Element(id)))
            }
            Self::SetElement(id, element) => {
                scenario.set_element(id, element)?;
                nothing
            }
            Self::RemoveElement(id) => {
                scenario.remove_element(id)?;
                Outcome::select(Selection::default())
            }
            Self::SetDemand(demand) => {
                scenario.set_demand(demand)?;
                nothing
            }
            Self::SetTypology(typology) => {
                scenario.set_typology(typology);
                nothing
            }
            Self::HandOnSections(heirs) => {
                scenario.hand_on_sections(|id| {
                    let heir = heirs.iter().find(|(gone, _)| *gone == id);
                    heir.map_or(id, |(_, heir)| *heir)
                });
                nothing
            }
            Self::SetRedesignRules(rules) => {
                scenario.set_redesign_rules(*rules)?;
                nothing
            }
            Self::SetSimulationRules(rules) => {
                scenario.set_simulation_rules(rules);
                nothing
            }
            Self::SetRelation(relation) => {
                scenario.set_customer_relation(relation);
                nothing
            }
            Self::SetFactors(factors) => {
                scenario.set_design_factors(*factors);
                nothing
            }
            Self::Several(edits) => {
                for edit in edits {
                    // What is selected stays so: it is the whole that was asked for.
                    edit.apply(scenario, ids)?;
                }
                nothing
            }
        })
    }
}
