//! Lanes and phases taken by their names: dragged to another place, moved by keys, folded.

use egui::Pos2;

use crate::blueprint::{
    Blueprint, Lane, LaneHeight, LaneId, Phase, PhaseId, PhaseWidth, Scenario, Zone,
};
use crate::drawing::{DropLine, SheetGeometry, least_width};
use crate::editor::{DocumentEdit, Edit, Thing};
use crate::ui::towards::Towards;
use crate::ui::view_context::{Action, ViewContext};

use super::Canvas;
use super::lines::consequence_of_lane;

/// Where a lane would lie that is dropped at a height of the sheet: the zone, the place
/// among its lanes, and the height of the gap.
fn lane_drop(geometry: &SheetGeometry, lane: LaneId, y: f32) -> Option<(Zone, usize, f32)> {
    let (first, last) = (geometry.bands().first()?, geometry.bands().last()?);
    let band = geometry.band_at(y.clamp(first.top, last.bottom - 1.0))?;
    let others = || {
        geometry
            .bands()
            .iter()
            .filter(|other| other.zone == band.zone && other.lane.is_some())
            .filter(|other| other.lane != Some(lane))
    };
    let above = |other: &&crate::drawing::Band| f32::midpoint(other.top, other.bottom) < y;
    let place = others().filter(above).count();
    let (top, bottom) = geometry.zone_span(band.zone);
    let gap = match others().rfind(above) {
        Some(before) => before.bottom,
        None => top,
    };
    Some((band.zone, place, gap.min(bottom)))
}

/// Where a phase would lie that is dropped so far from the left, and the gap there.
fn phase_drop(geometry: &SheetGeometry, phase: PhaseId, x: f32) -> (usize, f32) {
    let others = || geometry.columns().iter().filter(|column| column.phase != phase);
    let before = |column: &&crate::drawing::Column| f32::midpoint(column.left, column.right) < x;
    let start = geometry.columns().first().map_or(0.0, |column| column.left);
    let gap = others().rfind(before).map_or(start, |column| column.right);
    (others().filter(before).count(), gap)
}

/// How much higher or lower a lane becomes by a key, in sheet units.
pub(super) const LANE_STEP: i32 = 12;
/// How much wider or narrower a phase becomes by a key, in sheet units.
pub(super) const PHASE_STEP: i32 = 24;

/// The place of a lane among those of its zone.
pub(super) fn place_of(scenario: &Scenario, lane: LaneId) -> Option<(Zone, usize)> {
    let zone = scenario.lanes().get(&lane)?.zone;
    let place = scenario.lanes_of(zone).position(|(id, _)| id == lane)?;
    Some((zone, place))
}

impl Canvas {
    /// Shows where a dragged lane would lie, and says what would come of it in another zone.
    pub(super) fn drag_lane(&mut self, view: &ViewContext<'_>, lane: LaneId, y: f32, at: Pos2) {
        let there = lane_drop(&self.geometry, lane, y);
        self.look.drop_line = there.map(|(_, _, gap)| DropLine::Lanes(gap));
        let said =
            there.and_then(|(zone, ..)| consequence_of_lane(view.words, view.scenario, lane, zone));
        self.hint = said.map(|said| (at, said));
    }

    /// Lets a dragged lane go.
    pub(super) fn drop_lane(&self, view: &mut ViewContext<'_>, lane: LaneId, y: f32) {
        let Some((zone, place, _)) = lane_drop(&self.geometry, lane, y) else { return };
        if place_of(view.scenario, lane) != Some((zone, place)) {
            view.edit(Edit::MoveLane(lane, zone, place));
        }
    }

    /// Shows where a dragged phase would lie.
    pub(super) fn drag_phase(&mut self, phase: PhaseId, x: f32) {
        self.look.drop_line = Some(DropLine::Phases(phase_drop(&self.geometry, phase, x).1));
    }

    /// Lets a dragged phase go.
    pub(super) fn drop_phase(&self, view: &mut ViewContext<'_>, phase: PhaseId, x: f32) {
        let (place, _) = phase_drop(&self.geometry, phase, x);
        if view.scenario.phases().get_index_of(&phase) != Some(place) {
            view.edit(Edit::ReorderPhase(phase, place));
        }
    }
}

/// The edit that opens a folded lane or folds an open one.
pub(super) fn fold(scenario: &Scenario, id: LaneId) -> Option<Edit> {
    let lane = scenario.lanes().get(&id)?;
    Some(Edit::SetLane(id, Lane { collapsed: !lane.collapsed, ..Lane::clone(lane) }))
}

/// The edit that moves a lane up or down by one: past its neighbour, or over the line into the
/// next zone.
pub(super) fn move_lane(scenario: &Scenario, id: LaneId, up: bool) -> Option<Edit> {
    let (zone, place) = place_of(scenario, id)?;
    let lanes = scenario.lanes_of(zone).count();
    let beside = |zone: Zone| {
        let at = Zone::ALL.iter().position(|each| *each == zone)?;
        Zone::ALL.get(if up { at.checked_sub(1)? } else { at + 1 }).copied()
    };
    Some(match up {
        true if place > 0 => Edit::MoveLane(id, zone, place - 1),
        false if place + 1 < lanes => Edit::MoveLane(id, zone, place + 1),
        true => {
            let above = beside(zone)?;
            Edit::MoveLane(id, above, scenario.lanes_of(above).count())
        }
        false => Edit::MoveLane(id, beside(zone)?, 0),
    })
}

impl Canvas {
    /// Makes the selected lane higher or lower, or the selected phase wider or narrower, by so many
    /// steps: as far as their cards allow.
    pub(super) fn resize_selected(
        &self,
        view: &mut ViewContext<'_>,
        towards: Towards,
        times: usize,
    ) {
        let times = i32::try_from(times).unwrap_or(1);
        let times = if matches!(towards, Towards::Right | Towards::Down) { times } else { -times };
        let scenario = view.scenario;
        let edit = match (view.editor.selection().other, towards) {
            (Some(Thing::Lane(id)), Towards::Up | Towards::Down) => {
                scenario.lanes().get(&id).filter(|lane| !lane.collapsed).and_then(|lane| {
                    let least = self.geometry.least_height(scenario, id).units();
                    let wanted = lane.height.units() + times * LANE_STEP;
                    let height = LaneHeight::new(wanted.max(least)).ok()?;
                    let changed = Lane { height, ..Lane::clone(lane) };
                    (height != lane.height).then_some(Edit::SetLane(id, changed))
                })
            }
            (Some(Thing::Phase(id)), Towards::Left | Towards::Right) => {
                scenario.phases().get(&id).and_then(|phase| {
                    let least = least_width(&self.geometry, scenario, id).units();
                    let wanted = phase.width.units() + times * PHASE_STEP;
                    let width = PhaseWidth::new(wanted.max(least)).ok()?;
                    let changed = Phase { width, ..Phase::clone(phase) };
                    (width != phase.width).then_some(Edit::SetPhase(id, changed))
                })
            }
            _ => None,
        };
        view.actions.extend(edit.map(Action::edit));
    }
}

/// Moves the selected lane up or down, or the selected phase left or right, so many times.
pub(super) fn move_selected(view: &mut ViewContext<'_>, towards: Towards, times: usize) {
    let mut moved = Blueprint::clone(view.editor.blueprint());
    let shown = view.scenario.id();
    let mut edits = Vec::new();
    for _ in 0..times {
        let Some(scenario) = moved.scenario(shown).cloned() else { break };
        let edit = one_move(&scenario, view.editor.selection().other, towards);
        let Some(edit) =
            edit.filter(|edit| DocumentEdit::from(edit.clone()).apply(&mut moved, shown).is_ok())
        else {
            break;
        };
        edits.push(edit);
    }
    match edits.len() {
        0 => {}
        1 => edits.into_iter().for_each(|edit| view.ask(Action::edit(edit))),
        _ => view.ask(Action::edit(Edit::Several(edits))),
    }
}

fn one_move(scenario: &Scenario, selected: Option<Thing>, towards: Towards) -> Option<Edit> {
    match (selected, towards) {
        (Some(Thing::Lane(lane)), Towards::Up) => move_lane(scenario, lane, true),
        (Some(Thing::Lane(lane)), Towards::Down) => move_lane(scenario, lane, false),
        (Some(Thing::Phase(phase)), Towards::Left | Towards::Right) => {
            let at = scenario.phases().get_index_of(&phase);
            let to = at.and_then(|at| {
                if towards == Towards::Left { at.checked_sub(1) } else { Some(at + 1) }
            });
            let inside = to.filter(|to| *to < scenario.phases().len());
            inside.map(|to| Edit::ReorderPhase(phase, to))
        }
        _ => None,
    }
}
