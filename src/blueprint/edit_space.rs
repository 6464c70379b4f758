//! Making room on the sheet: what lies beyond a place moves away from it, and lanes and phases
//! grow with it.

use std::sync::Arc;

use super::ids::LaneId;
use super::refusal::Refusal;
use super::scenario::Scenario;
use super::sheet::{LaneHeight, PhaseWidth, SheetPoint};

/// Room that is made on the sheet, in sheet units; less than nothing takes room away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Room {
    /// What lies right of a place moves right: the cards of all lanes, and the phases.
    Right {
        /// The place, counted from the left edge of the first phase.
        at: i32,
        /// How far it moves.
        by: i32,
    },
    /// What lies below a place of a lane moves down within it, and the lane grows.
    Down {
        /// The lane.
        lane: LaneId,
        /// The place, counted from the upper edge of the lane.
        at: i32,
        /// How far it moves.
        by: i32,
    },
}

impl Scenario {
    /// Makes room, or takes it away. Cards whose centre lies at the place or beyond it move; the
    /// phase or lane of the place grows or shrinks by as much. Linear in steps and phases.
    ///
    /// # Errors
    /// [`Refusal::SizeRange`] where a phase or lane would become too small or too large;
    /// [`Refusal::NotThere`] for an unknown lane; [`Refusal::OutsideSheet`] for a card that would
    /// leave the sheet.
    pub fn make_room(&mut self, room: Room) -> Result<(), Refusal> {
        match room {
            Room::Right { at, by } => self.make_room_right(at, by),
            Room::Down { lane, at, by } => self.make_room_down(lane, at, by),
        }
    }

    fn make_room_right(&mut self, at: i32, by: i32) -> Result<(), Refusal> {
        // The phase that holds the place; left of all the first, right of all the last.
        let mut left = 0_i32;
        let mut lefts = Vec::with_capacity(self.phases.len());
        let mut holder = 0;
        for (place, phase) in self.phases.values().enumerate() {
            if at >= left {
                holder = place;
            }
            lefts.push(left);
            left = left.saturating_add(phase.width.units());
        }
        let (_, phase) = self.phases.get_index(holder).ok_or(Refusal::LastPhase)?;
        let wider = PhaseWidth::new(phase.width.units().saturating_add(by))?;
        let mut moved = Vec::new();
        for (id, step) in &self.steps {
            let place = self.phases.get_index_of(&step.phase).ok_or(Refusal::NotThere)?;
            let from_left = lefts.get(place).copied().unwrap_or(0).saturating_add(step.at.x);
            // Phases right of the place carry their cards along.
            let carried = place > holder;
            let goes = from_left >= at;
            if goes != carried {
                let shift = if goes { by } else { by.saturating_neg() };
                let to = SheetPoint::new(step.at.x.saturating_add(shift), step.at.y);
                if !to.is_near() {
                    return Err(Refusal::OutsideSheet);
                }
                moved.push((*id, to));
            }
        }
        if let Some((_, phase)) = self.phases.get_index_mut(holder) {
            Arc::make_mut(phase).width = wider;
        }
        self.put(moved);
        Ok(())
    }

    fn make_room_down(&mut self, lane: LaneId, at: i32, by: i32) -> Result<(), Refusal> {
        let held = self.lanes.get(&lane).ok_or(Refusal::NotThere)?;
        let height = LaneHeight::new(held.height.units().saturating_add(by))?;
        let mut moved = Vec::new();
        for (id, step) in self.steps.iter().filter(|(_, step)| step.lane == lane) {
            if step.at.y >= at {
                let to = SheetPoint::new(step.at.x, step.at.y.saturating_add(by));
                if !to.is_near() {
                    return Err(Refusal::OutsideSheet);
                }
                moved.push((*id, to));
            }
        }
        self.resize_lane(lane, height)?;
        self.put(moved);
        Ok(())
    }

    fn put(&mut self, moved: Vec<(super::ids::StepId, SheetPoint)>) {
        for (id, to) in moved {
            if let Some(step) = self.steps.get_mut(&id) {
                Arc::make_mut(step).at = to;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blueprint::{Blueprint, Phase, Place, Step, StepId, StepKind};

    /// Two phases of 144 units with a card in the middle of each; from the left 72 and 216.
    fn two_phases() -> (Blueprint, StepId, StepId) {
        let mut blueprint = Blueprint::empty("Office", "As-is");
        let id = blueprint.baseline().id();
        let steps = blueprint
            .edit(id, |scenario, ids| {
                let lane = *scenario.lanes.keys().next().ok_or(Refusal::NotThere)?;
                let first = *scenario.phases.keys().next().ok_or(Refusal::NotThere)?;
                scenario.set_phase(first, Phase::new("One"))?;
                let second = scenario.add_phase(Phase::new("Two"), 1, ids);
                let mut add = |phase| {
                    let place = Place { lane, phase, at: SheetPoint::new(72, 30) };
                    scenario.add_step(Step::new("Step", StepKind::Action, place), ids)
                };
                Ok((add(first)?, add(second)?))
            })
            .expect("two steps");
        (blueprint, steps.0, steps.1)
    }

    fn from_left(blueprint: &Blueprint, step: StepId) -> i32 {
        let scenario = blueprint.baseline();
        let step = &scenario.steps()[&step];
        let before = scenario.phases().iter().take_while(|(id, _)| **id != step.phase);
        before.map(|(_, phase)| phase.width.units()).sum::<i32>() + step.at.x
    }

    fn make(blueprint: &mut Blueprint, room: Room) -> Result<(), Refusal> {
        let id = blueprint.baseline().id();
        blueprint.edit(id, |scenario, _| scenario.make_room(room))
    }

    #[test]
    fn what_lies_beyond_moves_and_its_phase_grows() {
        for (at, expected, widths) in [
            (0, [172, 316], [244, 144]),
            (100, [72, 316], [244, 144]),
            (144, [72, 316], [144, 244]),
            (250, [72, 216], [144, 244]),
            (9_000, [72, 216], [144, 244]),
        ] {
            let (mut blueprint, first, second) = two_phases();
            make(&mut blueprint, Room::Right { at, by: 100 }).expect("room");
            let now = [first, second].map(|step| from_left(&blueprint, step));
            assert_eq!(now, expected, "at {at}");
            let phases = blueprint.baseline().phases().values();
            assert_eq!(phases.map(|phase| phase.width.units()).collect::<Vec<_>>(), widths);
        }
    }

    #[test]
    fn a_card_beyond_the_edge_of_its_phase_moves_by_where_it_lies() {
        let (mut blueprint, first, second) = two_phases();
        let id = blueprint.baseline().id();
        blueprint
            .edit(id, |scenario, _| {
                // The first card hangs over into the second phase, the second back into the first.
                for (step, x) in [(first, 200), (second, -40)] {
                    let mut place = scenario.steps()[&step].place();
                    place.at.x = x;
                    scenario.place_step(step, place)?;
                }
                Ok(())
            })
            .expect("moved");
        make(&mut blueprint, Room::Right { at: 144, by: 50 }).expect("room");
        assert_eq!([first, second].map(|step| from_left(&blueprint, step)), [250, 104]);
    }

    #[test]
    fn room_that_is_taken_away_stops_at_the_least_width() {
        let (mut blueprint, first, second) = two_phases();
        assert_eq!(
            make(&mut blueprint, Room::Right { at: 100, by: -100 }),
            Err(Refusal::SizeRange)
        );
        make(&mut blueprint, Room::Right { at: 100, by: -20 }).expect("a little");
        assert_eq!([first, second].map(|step| from_left(&blueprint, step)), [72, 196]);
    }

    #[test]
    fn a_lane_grows_with_what_moves_down_in_it() {
        let (mut blueprint, first, second) = two_phases();
        let lane = blueprint.baseline().steps()[&first].lane;
        let height = blueprint.baseline().lanes()[&lane].height.units();
        make(&mut blueprint, Room::Down { lane, at: 20, by: 40 }).expect("room");
        let scenario = blueprint.baseline();
        assert_eq!(scenario.lanes()[&lane].height.units(), height + 40);
        assert_eq!(scenario.steps()[&second].at, SheetPoint::new(72, 70));
        make(&mut blueprint, Room::Down { lane, at: 100, by: 40 }).expect("room below the cards");
        assert_eq!(blueprint.baseline().steps()[&second].at.y, 70);
    }
}
