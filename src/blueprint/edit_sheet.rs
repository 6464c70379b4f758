//! Edits of lanes and phases.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::ids::{IdSource, LaneId, PhaseId, StepId};
use super::refusal::Refusal;
use super::scenario::Scenario;
use super::sheet::{Lane, LaneHeight, LaneSteps, Phase, PhaseWidth, Zone};

impl Scenario {
    /// Adds a lane at the lower end of its zone.
    pub fn add_lane(&mut self, lane: Lane, ids: &mut IdSource) -> LaneId {
        let at = self.lanes.values().take_while(|other| other.zone <= lane.zone).count();
        let id = ids.fresh();
        self.lanes.shift_insert(at, id, Arc::new(lane));
        id
    }

    /// Replaces a lane by a changed version in the same zone.
    ///
    /// # Errors
    /// [`Refusal::NotThere`].
    pub fn set_lane(&mut self, id: LaneId, lane: Lane) -> Result<(), Refusal> {
        let zone = self.lanes.get(&id).ok_or(Refusal::NotThere)?.zone;
        let wanted = lane.zone;
        self.lanes.insert(id, Arc::new(Lane { zone, ..lane }));
        if wanted == zone { Ok(()) } else { self.set_lane_zone(id, wanted) }
    }

    /// Moves a lane with its steps to another zone: to its lower end when it comes from below, to
    /// its upper end when it comes from above, so that the line between them passes over it.
    ///
    /// # Errors
    /// [`Refusal::NotThere`].
    pub fn set_lane_zone(&mut self, id: LaneId, zone: Zone) -> Result<(), Refusal> {
        let (from, _, lane) = self.lanes.get_full(&id).ok_or(Refusal::NotThere)?;
        let downwards = lane.zone < zone;
        let lane = Lane { zone, ..Lane::clone(lane) };
        self.lanes.shift_remove_index(from);
        let at = self
            .lanes
            .values()
            .take_while(|other| if downwards { other.zone < zone } else { other.zone <= zone })
            .count();
        self.lanes.shift_insert(at, id, Arc::new(lane));
        Ok(())
    }

    /// Moves a lane to another place among the lanes of its zone, counted from the top.
    ///
    /// # Errors
    /// [`Refusal::NotThere`].
    pub fn reorder_lane(&mut self, id: LaneId, place: usize) -> Result<(), Refusal> {
        let (from, _, lane) = self.lanes.get_full(&id).ok_or(Refusal::NotThere)?;
        let zone = lane.zone;
        let first = self.lanes.values().take_while(|other| other.zone < zone).count();
        let count = self.lanes.values().filter(|other| other.zone == zone).count();
        self.lanes.move_index(from, first + place.min(count.saturating_sub(1)));
        Ok(())
    }

    /// Makes a lane higher or lower.
    ///
    /// # Errors
    /// [`Refusal::NotThere`].
    pub fn resize_lane(&mut self, id: LaneId, height: LaneHeight) -> Result<(), Refusal> {
        let lane = self.lanes.get_mut(&id).ok_or(Refusal::NotThere)?;
        Arc::make_mut(lane).height = height;
        Ok(())
    }

    /// Removes a lane.
    ///
    /// # Errors
    /// [`Refusal::NotThere`]; [`Refusal::NoOtherLane`] for the last lane of the sheet or a target
    /// that is the lane itself; [`Refusal::LaneNotEmpty`] if it must hold no step but does.
    pub fn remove_lane(
        &mut self,
        id: LaneId,
        steps: LaneSteps,
        ids: &mut IdSource,
    ) -> Result<(), Refusal> {
        if !self.lanes.contains_key(&id) {
            return Err(Refusal::NotThere);
        }
        if self.lanes.len() == 1 {
            return Err(Refusal::NoOtherLane);
        }
        let held: BTreeSet<StepId> =
            self.steps.iter().filter(|(_, step)| step.lane == id).map(|(id, _)| *id).collect();
        match steps {
            LaneSteps::MustBeNone if !held.is_empty() => return Err(Refusal::LaneNotEmpty),
            LaneSteps::MustBeNone => {}
            LaneSteps::Remove => self.remove_steps(&held, ids)?,
            LaneSteps::MoveTo(other) => {
                if other == id || !self.lanes.contains_key(&other) {
                    return Err(Refusal::NoOtherLane);
                }
                for (_, step) in self.steps.iter_mut().filter(|(id, _)| held.contains(*id)) {
                    Arc::make_mut(step).lane = other;
                }
            }
        }
        self.lanes.shift_remove(&id);
        Ok(())
    }

    /// Adds a phase before the one at `place`, counted from the left; past the end at the end.
    pub fn add_phase(&mut self, phase: Phase, place: usize, ids: &mut IdSource) -> PhaseId {
        let id = ids.fresh();
        let place = place.min(self.phases.len());
        self.phases.shift_insert(place, id, Arc::new(phase));
        id
    }

    /// Widens the last phase so that the cards in it, with `margin` sheet units right of their
    /// centres, lie within it: the sheet grows to the right as it is drawn on.
    pub fn widen_last_phase(&mut self, margin: i32) {
        let Some((id, phase)) = self.phases.last() else { return };
        let (id, width) = (*id, phase.width.units());
        let right = self
            .steps
            .values()
            .filter(|step| step.phase == id)
            .map(|step| step.at.x.saturating_add(margin))
            .max();
        if let Some(Ok(wider)) = right.filter(|right| *right > width).map(PhaseWidth::new)
            && let Some(phase) = self.phases.get_mut(&id)
        {
            Arc::make_mut(phase).width = wider;
        }
    }

    /// Replaces a phase by a changed version.
    ///
    /// # Errors
    /// [`Refusal::NotThere`].
    pub fn set_phase(&mut self, id: PhaseId, phase: Phase) -> Result<(), Refusal> {
        let slot = self.phases.get_mut(&id).ok_or(Refusal::NotThere)?;
        *slot = Arc::new(phase);
        Ok(())
    }

    /// Moves a phase with its steps to another place, counted from the left.
    ///
    /// # Errors
    /// [`Refusal::NotThere`].
    pub fn reorder_phase(&mut self, id: PhaseId, place: usize) -> Result<(), Refusal> {
        let from = self.phases.get_index_of(&id).ok_or(Refusal::NotThere)?;
        let last = self.phases.len().saturating_sub(1);
        self.phases.move_index(from, place.min(last));
        Ok(())
    }

    /// Removes a phase. Its steps go to the phase before it, or after it if it is the first, and
    /// keep their place on the sheet: the neighbour takes over the width.
    ///
    /// # Errors
    /// [`Refusal::NotThere`]; [`Refusal::LastPhase`].
    pub fn remove_phase(&mut self, id: PhaseId) -> Result<(), Refusal> {
        let (at, _, phase) = self.phases.get_full(&id).ok_or(Refusal::NotThere)?;
        let width = phase.width.units();
        if self.phases.len() == 1 {
            return Err(Refusal::LastPhase);
        }
        let heir_at = if at == 0 { 1 } else { at - 1 };
        let (heir, heir_phase) = self.phases.get_index_mut(heir_at).ok_or(Refusal::LastPhase)?;
        let (heir, heir_width) = (*heir, heir_phase.width.units());
        let together = (heir_width + width).min(PhaseWidth::MOST);
        Arc::make_mut(heir_phase).width = PhaseWidth::new(together)?;
        for step in self.steps.values_mut() {
            if step.phase == id {
                let step = Arc::make_mut(step);
                step.phase = heir;
                if at > 0 {
                    step.at = step.at.moved_right(heir_width);
                }
            } else if step.phase == heir && at == 0 {
                let step = Arc::make_mut(step);
                step.at = step.at.moved_right(width);
            }
        }
        self.phases.shift_remove(&id);
        Ok(())
    }
}
