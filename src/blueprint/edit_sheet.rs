//! Edits of lanes and phases.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::ids::{IdSource, LaneId, PhaseId, StepId};
use super::refusal::Refusal;
use super::scenario::Scenario;
use super::sheet::{Lane, LaneHeight, LaneSteps, Line, Phase, PhaseWidth, Zone};

impl Scenario {
    /// Adds a lane at the lower end of its zone.
    pub fn add_lane(&mut self, lane: Lane, ids: &mut IdSource) -> LaneId {
        let at = self.lanes.values().take_while(|other| other.zone <= lane.zone).count();
        let id = ids.fresh();
        self.lanes.shift_insert(at, id, Arc::new(lane));
        id
    }

    /// Adds a lane at a place among the lanes of its zone, counted from the top.
    pub fn add_lane_at(&mut self, lane: Lane, place: usize, ids: &mut IdSource) -> LaneId {
        let first = self.lanes.values().take_while(|other| other.zone < lane.zone).count();
        let count = self.lanes.values().filter(|other| other.zone == lane.zone).count();
        let id = ids.fresh();
        self.lanes.shift_insert(first + place.min(count), id, Arc::new(lane));
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

    /// The lane over which a line moves up or down by one, and the zone that it comes to; `None` where
    /// no lane is on that side.
    #[must_use]
    pub fn lane_beside(&self, line: Line, up: bool) -> Option<(LaneId, Zone)> {
        let (from, to) = (line.zone_above(), line.zone_below());
        if up {
            Some((self.lanes_of(from).last()?.0, to))
        } else {
            Some((self.lanes_of(to).next()?.0, from))
        }
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

    /// Cuts a phase in two, so far from the left edge of the first one: what of the cut phase has its
    /// centre right of the cut goes to a new phase of this name. No card moves on the sheet. A cut
    /// too near an edge of the phase goes as near as both parts allow. Linear in steps and phases.
    ///
    /// # Errors
    /// [`Refusal::SizeRange`] for a phase too narrow for two.
    pub fn split_phase(
        &mut self,
        at: i32,
        name: String,
        ids: &mut IdSource,
    ) -> Result<PhaseId, Refusal> {
        let mut left = 0_i32;
        let mut cut = None;
        for (place, (id, phase)) in self.phases.iter().enumerate() {
            if at >= left || place == 0 {
                cut = Some((place, *id, phase.width.units(), at.saturating_sub(left)));
            }
            left = left.saturating_add(phase.width.units());
        }
        let (place, old, width, at) = cut.ok_or(Refusal::LastPhase)?;
        if width < 2 * PhaseWidth::LEAST {
            return Err(Refusal::SizeRange);
        }
        let at = at.clamp(PhaseWidth::LEAST, width - PhaseWidth::LEAST);
        let (before, after) = (PhaseWidth::new(at)?, PhaseWidth::new(width - at)?);
        let new = self.add_phase(Phase { name, width: after, stage: None }, place + 1, ids);
        let phase = self.phases.get_mut(&old).ok_or(Refusal::NotThere)?;
        Arc::make_mut(phase).width = before;
        for step in self.steps.values_mut() {
            if step.phase == old && step.at.x >= at {
                let step = Arc::make_mut(step);
                step.phase = new;
                step.at = step.at.moved_right(-at);
            }
        }
        Ok(new)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blueprint::{Blueprint, Place, SheetPoint, Step, StepKind};

    /// A new sheet with cards whose centres lie so far from the left.
    fn sheet(xs: &[i32]) -> (Blueprint, Vec<StepId>) {
        let mut blueprint = Blueprint::empty("Office", "As-is");
        let id = blueprint.baseline().id();
        let steps = blueprint.edit(id, |scenario, ids| {
            let lane = *scenario.lanes.keys().next().ok_or(Refusal::NotThere)?;
            let phase = *scenario.phases.keys().next().ok_or(Refusal::NotThere)?;
            let place = |x| Place { lane, phase, at: SheetPoint::new(x, 40) };
            let step = |x| Step::new("Step", StepKind::Action, place(x));
            xs.iter().map(|x| scenario.add_step(step(*x), ids)).collect()
        });
        (blueprint, steps.expect("steps"))
    }

    fn split(blueprint: &mut Blueprint, at: i32) -> Result<PhaseId, Refusal> {
        let id = blueprint.baseline().id();
        blueprint.edit(id, |scenario, ids| scenario.split_phase(at, "New".to_owned(), ids))
    }

    fn from_left(blueprint: &Blueprint, step: StepId) -> i32 {
        let scenario = blueprint.baseline();
        let step = &scenario.steps()[&step];
        let before = scenario.phases().iter().take_while(|(id, _)| **id != step.phase);
        before.map(|(_, phase)| phase.width.units()).sum::<i32>() + step.at.x
    }

    #[test]
    fn a_cut_gives_what_lies_right_of_it_to_a_new_phase_where_it_lies() {
        // The third lies right of the only phase, which it has not been widened for.
        let xs = [100, 320, 1_200];
        let (mut blueprint, steps) = sheet(&xs);
        let new = split(&mut blueprint, 300).expect("a new phase");
        let scenario = blueprint.baseline();
        let phases: Vec<PhaseId> = steps.iter().map(|id| scenario.steps()[id].phase).collect();
        assert!(phases[0] != new && phases[1] == new && phases[2] == new);
        let widths: Vec<i32> = scenario.phases().values().map(|p| p.width.units()).collect();
        assert_eq!(widths, [300, PhaseWidth::NEW_SHEET - 300]);
        let now: Vec<i32> = steps.iter().map(|id| from_left(&blueprint, *id)).collect();
        assert_eq!(now, xs, "no card moves on the sheet");
        // The second of two phases is cut as well as the first.
        let newest = split(&mut blueprint, 700).expect("another");
        assert_eq!(blueprint.baseline().phases().get_index_of(&newest), Some(2));
        let now: Vec<i32> = steps.iter().map(|id| from_left(&blueprint, *id)).collect();
        assert_eq!(now, xs);
    }

    #[test]
    fn a_cut_leaves_both_parts_their_least_width() {
        let (mut blueprint, _) = sheet(&[]);
        for at in [-500, 0, 20] {
            let mut cut = blueprint.clone();
            split(&mut cut, at).expect("a new phase");
            let first = cut.baseline().phases().values().next().map(|p| p.width.units());
            assert_eq!(first, Some(PhaseWidth::LEAST), "at {at}");
        }
        split(&mut blueprint, 100_000).expect("a new phase");
        let last = blueprint.baseline().phases().values().last().map(|p| p.width.units());
        assert_eq!(last, Some(PhaseWidth::LEAST));
        let end = PhaseWidth::NEW_SHEET - 10;
        assert_eq!(split(&mut blueprint, end), Err(Refusal::SizeRange), "too narrow for two");
    }

    #[test]
    fn a_lane_is_added_where_it_is_wanted_in_its_zone() {
        let (mut blueprint, _) = sheet(&[]);
        let id = blueprint.baseline().id();
        let added = blueprint.edit(id, |scenario, ids| {
            let mut add = |place| scenario.add_lane_at(Lane::new(Zone::Frontstage), place, ids);
            Ok([add(0), add(1), add(9)])
        });
        let [top, second, last] = added.expect("lanes");
        let lanes: Vec<LaneId> =
            blueprint.baseline().lanes_of(Zone::Frontstage).map(|(id, _)| id).collect();
        assert_eq!(lanes.len(), 4);
        assert_eq!([lanes[0], lanes[1], lanes[3]], [top, second, last]);
        let zones: Vec<Zone> = blueprint.baseline().lanes().values().map(|l| l.zone).collect();
        assert!(zones.is_sorted(), "{zones:?}");
    }
}
