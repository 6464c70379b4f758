//! Named edits: everything that a person can do to a blueprint, as data.
//!
//! An edit is applied to a whole blueprint and either succeeds or changes nothing. Being data, it
//! can be tried again and again from the same start while a gesture lasts.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::blueprint::{
    Blueprint, Demand, Element, ElementId, Lane, LaneHeight, LaneId, LaneSteps, Link, LinkId,
    Phase, PhaseId, PhaseWidth, Place, RateUnit, RedesignRules, Refusal, Role, RoleId, Room,
    Scenario, ScenarioId, Share, Step, StepId, Typology, Zone,
};

use super::rows::RowChanges;
use super::selection::{Selection, Thing};

/// Sheet units from the centre of a card to where the phase may end: half a card and some room.
const CARD_MARGIN: i32 = PhaseWidth::USUAL / 2;

/// A change of the blueprint.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// Add a step, and links between it and steps that are there.
    AddStep(Box<Step>),
    /// Add a step in a zone that has no lane yet: the lane is added with it.
    AddStepWithLane(Zone, Box<Step>),
    /// Add a step after another, with a Flow from there to here.
    AppendStep(StepId, Box<Step>),
    /// Put a new step into a link: the link leads to it, a new one on from it.
    InsertStep(LinkId, Box<Step>),
    // What the hand does on the sheet.
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
        /// Where the steps come to lie.
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
    /// Let a step need a role.
    AssignRole(StepId, RoleId),
    /// Add a role and let steps need it.
    AddRoleTo(BTreeSet<StepId>, Role),
    /// Put a servicescape element on a step.
    AssignElement(StepId, ElementId),
    /// Add a lane.
    AddLane(Lane),
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
    /// Say of another step what the sections say of a step: each with its heir.
    HandOnSections(Vec<(StepId, StepId)>),
    /// Name the service.
    SetTitle(String),
    /// Set the currency.
    SetCurrency(String),
    /// Set what rates are shown and entered per.
    SetRates(RateUnit),
    /// Say whether steps are only to be done by who does them today.
    SetOnlyToday(bool),
    /// Replace the whole document, as prepared by an import or a paste; the steps are selected.
    Paste(Box<Blueprint>, Vec<StepId>),
    /// Add the steps of a fragment with all that they rest on, at a place where they would hide
    /// others; they are selected.
    PasteFragment(Arc<Scenario>, Option<Place>),
    /// Replace the whole document by the version that lies on the disk. The scenario that is shown
    /// stays shown if it is there, else the baseline is.
    Reload(Box<Blueprint>),
    /// Add a copy of a scenario after it, under this name.
    DuplicateScenario(ScenarioId, String),
    /// Put in place a blueprint that was prepared with one scenario more, and show that.
    AddScenario(Box<Blueprint>, ScenarioId),
    /// Rename a scenario.
    RenameScenario(ScenarioId, String),
    /// Move a scenario to a place among the tabs, counted from 0; the first is the baseline.
    MoveScenario(ScenarioId, usize),
    /// Remove a scenario.
    RemoveScenario(ScenarioId),
    /// Several edits, one after another, as one: all of them, or none. Those that follow one that
    /// shows another scenario are made there.
    Several(Vec<Edit>),
}

/// What an edit is called in the menu: a code of the localisation layer with what it takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EditName {
    /// The code, such as `edit-move-steps`.
    pub code: &'static str,
    /// How many things it is about.
    pub count: usize,
    /// The name of the thing it is about, where the text says it.
    pub thing: Option<Arc<str>>,
}

/// What an edit asks of the editor besides the document.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Outcome {
    /// What to select; `None` leaves the selection.
    pub select: Option<Selection>,
    /// The scenario to show; `None` stays.
    pub show: Option<ScenarioId>,
}

impl Outcome {
    fn select(selection: Selection) -> Self {
        Self { select: Some(selection), show: None }
    }
}

impl Edit {
    /// What the edit is called, when it is applied to a blueprint. A scenario that is removed is
    /// named with the number of its steps, so that undo says what it would bring back.
    #[must_use]
    pub fn name(&self, blueprint: &Blueprint) -> EditName {
        if let Self::RemoveScenario(id) = self
            && let Some(scenario) = blueprint.scenario(*id)
        {
            return EditName {
                code: "edit-remove-scenario",
                count: scenario.steps().len(),
                thing: Some(scenario.name().into()),
            };
        }
        let (code, count) = self.code_and_count();
        EditName { code, count, thing: None }
    }

    fn code_and_count(&self) -> (&'static str, usize) {
        match self {
            Self::AddStep(_) | Self::AddStepWithLane(..) => ("edit-add-step", 1),
            Self::AppendStep(..) | Self::PrependStep(..) => ("edit-append-step", 1),
            Self::InsertStep(..) | Self::PutIntoLink(..) => ("edit-insert-step", 1),
            Self::CopySteps(steps) => ("edit-duplicate-steps", steps.len()),
            Self::MakeRoom(Room::Right { by, .. } | Room::Down { by, .. }) if *by < 0 => {
                ("edit-take-room", 1)
            }
            Self::MakeRoom(_) => ("edit-make-room", 1),
            Self::InRoom(_, edit) => edit.code_and_count(),
            Self::SetSteps(steps) => ("edit-change-steps", steps.len()),
            Self::SetRows(rows) if rows.is_about_roles() => match rows.new_roles.len() {
                1 if rows.roles.is_empty() => ("edit-add-role", 1),
                _ => ("edit-change-roles", rows.count()),
            },
            Self::SetRows(rows) => ("edit-change-steps", rows.count()),
            Self::RenameStep(..) => ("edit-rename-step", 1),
            Self::PlaceSteps(steps) | Self::PlaceStepsWithLane(_, steps) => {
                ("edit-move-steps", steps.len())
            }
            Self::AlignSteps(steps) => ("edit-align-steps", steps.len()),
            Self::DistributeSteps(steps) => ("edit-distribute-steps", steps.len()),
            Self::TidyUp { places, .. } => ("edit-tidy-up", places.len()),
            Self::Remove { steps, links } => match (steps.len(), links.len()) {
                (0, count) => ("edit-remove-links", count),
                (count, _) => ("edit-remove-steps", count),
            },
            Self::RemoveDecision(..) => ("edit-remove-steps", 1),
            Self::DuplicateSteps(steps, _) => ("edit-duplicate-steps", steps.len()),
            Self::AddLink(_) => ("edit-connect", 1),
            Self::SetLink(..) => ("edit-change-link", 1),
            Self::SetShare(..) => ("edit-change-share", 1),
            Self::AssignRole(..) | Self::AddRoleTo(..) => ("edit-assign-role", 1),
            Self::AssignElement(..) => ("edit-assign-element", 1),
            Self::AddLane(_) => ("edit-add-lane", 1),
            Self::SetLane(..) => ("edit-change-lane", 1),
            Self::MoveLine(_) => ("edit-move-line", 1),
            Self::MoveLane(..) | Self::ReorderLane(..) => ("edit-reorder-lane", 1),
            Self::RemoveLane(..) => ("edit-remove-lane", 1),
            Self::AddPhase(..) => ("edit-add-phase", 1),
            Self::SetPhase(..) => ("edit-change-phase", 1),
            Self::ReorderPhase(..) => ("edit-reorder-phase", 1),
            Self::RemovePhase(_) => ("edit-remove-phase", 1),
            Self::AddRole(_) => ("edit-add-role", 1),
            Self::SetRole(..) => ("edit-change-role", 1),
            Self::RemoveRole(_) => ("edit-remove-role", 1),
            Self::AddElement(_) => ("edit-add-element", 1),
            Self::SetElement(..) => ("edit-change-element", 1),
            Self::RemoveElement(_) => ("edit-remove-element", 1),
            Self::SetDemand(_) => ("edit-change-demand", 1),
            Self::SetTypology(_) => ("edit-change-typology", 1),
            Self::HandOnSections(heirs) => ("edit-change-steps", heirs.len()),
            Self::SetRedesignRules(_) | Self::SetOnlyToday(_) => ("edit-change-redesign-rules", 1),
            Self::SetTitle(_) => ("edit-change-title", 1),
            Self::SetCurrency(_) => ("edit-change-currency", 1),
            Self::SetRates(_) => ("edit-change-rates", 1),
            Self::Paste(_, steps) => ("edit-paste-steps", steps.len()),
            Self::PasteFragment(fragment, _) => ("edit-paste-steps", fragment.steps().len()),
            Self::Reload(_) => ("edit-reload", 1),
            Self::DuplicateScenario(..) => ("edit-duplicate-scenario", 1),
            Self::AddScenario(..) => ("edit-add-scenario", 1),
            Self::RenameScenario(..) => ("edit-rename-scenario", 1),
            Self::MoveScenario(_, 0) => ("edit-make-baseline", 1),
            Self::MoveScenario(..) => ("edit-move-scenario", 1),
            // Only where the scenario is not there, so that the edit is refused.
            Self::RemoveScenario(_) => ("edit-remove-scenario", 0),
            // Who adds a scenario and changes it has added one.
            Self::Several(edits) => match edits.as_slice() {
                [only] | [only @ Self::DuplicateScenario(..), ..] => only.code_and_count(),
                _ => ("edit-several", edits.len()),
            },
        }
    }

    /// Applies the edit to a scenario of a blueprint.
    ///
    /// # Errors
    /// The reason why the blueprint stays as it is.
    pub fn apply(
        self,
        blueprint: &mut Blueprint,
        scenario: ScenarioId,
    ) -> Result<Outcome, Refusal> {
        match self {
            Self::SetTitle(title) => {
                blueprint.set_title(title);
                Ok(Outcome::default())
            }
            Self::SetCurrency(currency) => {
                blueprint.set_currency(currency);
                Ok(Outcome::default())
            }
            Self::SetRates(rates) => {
                blueprint.set_rates(rates);
                Ok(Outcome::default())
            }
            Self::SetOnlyToday(only_today) => {
                blueprint.set_only_today(only_today);
                Ok(Outcome::default())
            }
            Self::Paste(prepared, steps) => {
                *blueprint = *prepared;
                Ok(Outcome::select(Selection::steps(steps)))
            }
            Self::Reload(read) => {
                *blueprint = *read;
                let shown = blueprint.scenario(scenario).unwrap_or_else(|| blueprint.baseline());
                Ok(Outcome { select: None, show: Some(shown.id()) })
            }
            Self::DuplicateScenario(id, name) => {
                let new = blueprint.duplicate_scenario(id, name)?;
                Ok(Outcome { select: None, show: Some(new) })
            }
            Self::AddScenario(prepared, new) => {
                *blueprint = *prepared;
                Ok(Outcome { select: Some(Selection::default()), show: Some(new) })
            }
            Self::RenameScenario(id, name) => {
                blueprint.rename_scenario(id, &name)?;
                Ok(Outcome::default())
            }
            Self::MoveScenario(id, place) => {
                blueprint.move_scenario(id, place)?;
                Ok(Outcome::default())
            }
            Self::RemoveScenario(id) => {
                let place = blueprint.position(id)?;
                blueprint.remove_scenario(id)?;
                if id != scenario {
                    return Ok(Outcome::default());
                }
                // The tab that slides into the gap is shown, at the end the one before it.
                let last = blueprint.scenarios().len() - 1;
                let show = blueprint.scenarios().get(place.min(last)).map(|next| next.id());
                Ok(Outcome { select: Some(Selection::default()), show })
            }
            Self::Several(edits) => {
                let mut changed = Blueprint::clone(blueprint);
                let mut whole = Outcome::default();
                for edit in edits {
                    // What is selected stays so: it is the whole that was asked for.
                    let outcome = edit.apply(&mut changed, whole.show.unwrap_or(scenario))?;
                    whole.show = outcome.show.or(whole.show);
                }
                *blueprint = changed;
                Ok(whole)
            }
            within => blueprint.edit(scenario, |scenario, ids| {
                let places_cards = within.places_cards();
                let outcome = within.apply_within(scenario, ids)?;
                if places_cards {
                    scenario.widen_last_phase(CARD_MARGIN);
                }
                Ok(outcome)
            }),
        }
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

    /// Whether cards may come to lie right of the last phase, which then grows.
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

    /// Applies an edit that stays within one scenario.
    // One short arm for each edit reads better than the same arms in several functions.
    #[allow(clippy::too_many_lines)]
    fn apply_within(
        self,
        scenario: &mut Scenario,
        ids: &mut crate::blueprint::IdSource,
    ) -> Result<Outcome, Refusal> {
        let nothing = Outcome::default();
        Ok(match self {
            Self::AddStep(step) => Outcome::select(Selection::step(scenario.add_step(*step, ids)?)),
            Self::AddStepWithLane(zone, mut step) => {
                step.lane = scenario.add_lane(Lane::new(zone), ids);
                Outcome::select(Selection::step(scenario.add_step(*step, ids)?))
            }
            Self::AppendStep(before, step) => {
                let id = scenario.add_step(*step, ids)?;
                let kind = scenario.usual_link_kind(before, id);
                scenario.add_link(Link::between(before, id, kind), ids)?;
                Outcome::select(Selection::step(id))
            }
            Self::PrependStep(after, step) => {
                let id = scenario.add_step(*step, ids)?;
                let kind = scenario.usual_link_kind(id, after);
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
                scenario.set_demand(demand);
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
            // Handled by `apply`; reaching them here would change nothing.
            Self::SetTitle(_)
            | Self::SetCurrency(_)
            | Self::SetRates(_)
            | Self::SetOnlyToday(_)
            | Self::Paste(..)
            | Self::DuplicateScenario(..)
            | Self::AddScenario(..)
            | Self::RenameScenario(..)
            | Self::MoveScenario(..)
            | Self::RemoveScenario(_)
            | Self::Reload(_)
            | Self::Several(_) => nothing,
        })
    }
}
