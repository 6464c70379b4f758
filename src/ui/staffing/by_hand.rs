//! Shifts that are moved by hand: shown at once, and tried on the days of the check beside the window.

use std::sync::Arc;

use egui::Context;

use crate::background::{Kept, Pace, processors, spread};
use crate::blueprint::{Day, RoleId};
use crate::planning::PlannedShift;
use crate::redesign::{Staffing, StaffingQuestion, staffing_tried};

use super::search::{Answer, PROCESSORS};

/// How long nothing may have moved before it is tried, in seconds.
const PAUSE_S: f64 = 0.15;

/// Somebody's shift that is dragged.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Drag {
    pub role: RoleId,
    /// Which of the people of the role.
    pub person: usize,
    /// When they came before, and where the pointer seized their shift.
    pub from_min: u32,
    pub x: f32,
}

/// What is wanted of the rows of people.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Wish {
    Seize(Drag),
    /// That somebody comes at another time.
    Move {
        role: RoleId,
        person: usize,
        from_min: u32,
    },
    Drop,
    /// To have what is dragged where it was.
    TakeBack,
    /// To have the plan back that was found.
    Back,
}

/// The plan as it was moved, and what is known of it.
pub(super) struct ByHand {
    moved: Option<Staffing>,
    /// Grows with every move.
    moves: u64,
    pub drag: Option<Drag>,
    kept: Kept<u64, Arc<Answer>>,
}

impl Default for ByHand {
    fn default() -> Self {
        let kept = Kept::new("staffing by hand").after_pause(PAUSE_S);
        Self { moved: None, moves: 0, drag: None, kept }
    }
}

impl ByHand {
    /// The plan with the moved shifts, if any was.
    pub fn plan(&self) -> Option<&Staffing> {
        let moved = self.moved.as_ref()?;
        let tried = self.kept.value().filter(|_| self.kept.is_for(&self.moves));
        Some(tried.and_then(|tried| tried.as_ref().as_ref().ok()).unwrap_or(moved))
    }

    /// Whether it is not known yet what holds.
    pub fn is_busy(&self) -> bool {
        self.moved.is_some() && self.kept.is_busy()
    }

    /// Tries what was moved.
    pub fn follow(&mut self, ctx: &Context, question: &StaffingQuestion) {
        let Some(moved) = self.moved.as_ref() else {
            self.kept.rest();
            return;
        };
        let (plan, question) = (moved.clone(), question.clone());
        self.kept.follow(&self.moves, ctx, Pace::Beside, move |signal| {
            let threads = processors(PROCESSORS);
            Arc::new(staffing_tried(
                &plan,
                &question,
                &|days, work| spread(days, threads, work),
                &|| signal.is_cancelled(),
            ))
        });
    }

    /// Forgets what was moved.
    pub fn forget(&mut self) {
        self.moved = None;
        self.drag = None;
        self.kept.rest();
    }

    /// Does what is wanted with a plan.
    pub fn grant(&mut self, plan: &Staffing, wish: Wish) {
        match wish {
            Wish::Seize(drag) => self.drag = Some(drag),
            Wish::Drop => self.drag = None,
            Wish::Back => self.forget(),
            Wish::TakeBack => {
                if let Some(Drag { role, person, from_min, .. }) = self.drag.take() {
                    self.grant(plan, Wish::Move { role, person, from_min });
                }
            }
            Wish::Move { role, person, from_min } => {
                let planned = plan.roles.iter().find(|planned| planned.role == role);
                let Some(planned) = planned else { return };
                let mut shifts = each(&planned.rota.shifts);
                let Some(shift) = shifts.get_mut(person) else { return };
                *shift = at(*shift, from_min);
                self.moved = Some(plan.with_other_shifts(role, &shifts));
                self.moves += 1;
            }
        }
    }
}

/// The shifts, one for each person.
pub(super) fn each(shifts: &[PlannedShift]) -> Vec<PlannedShift> {
    let one = |shift: &PlannedShift| PlannedShift { count: 1, ..*shift };
    shifts.iter().flat_map(|it| std::iter::repeat_n(one(it), it.count as usize)).collect()
}

/// A shift that begins at another time, with its break.
fn at(shift: PlannedShift, from_min: u32) -> PlannedShift {
    let rest = shift.rest.map(|rest| crate::planning::PlannedBreak {
        at_min: rest.at_min - shift.from_min + from_min,
        ..rest
    });
    PlannedShift { from_min, to_min: from_min + shift.to_min - shift.from_min, rest, ..shift }
}

/// When somebody comes whose shift is moved by so many minutes: within the day.
pub(super) fn moved(day: &Day, shift: PlannedShift, from_min: u32, by: i64) -> u32 {
    let open = i64::from(day.open.minutes());
    let length = i64::from(shift.to_min - shift.from_min);
    let last = if day.is_round_the_clock() {
        i64::from(day.length()) - 1
    } else {
        (i64::from(day.length()) - length).max(0)
    };
    let from = (i64::from(from_min) + by).clamp(open, open + last);
    u32::try_from(from).unwrap_or(from_min)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blueprint::TimeOfDay;
    use crate::planning::PlannedBreak;

    #[test]
    fn a_shift_moves_with_its_break_and_stays_within_the_day() {
        let rest = Some(PlannedBreak { at_min: 660, lasts_min: 30, paid: false });
        let shift = PlannedShift { from_min: 480, to_min: 840, rest, count: 1 };
        let later = at(shift, 540);
        assert_eq!((later.from_min, later.to_min), (540, 900));
        assert_eq!(later.rest.unwrap().at_min, 720);
        let time = |hour: u32| TimeOfDay::new(hour * 60).unwrap();
        let day = Day::new(time(8), time(17));
        assert_eq!(moved(&day, shift, 480, 60), 540);
        assert_eq!(moved(&day, shift, 480, -60), 480);
        assert_eq!(moved(&day, shift, 480, 6_000), 660);
        assert_eq!(moved(&Day::new(time(0), time(24)), shift, 480, 900), 1_380);
    }

    #[test]
    fn people_who_come_together_are_moved_one_by_one() {
        let shift = PlannedShift { from_min: 480, to_min: 720, rest: None, count: 3 };
        assert_eq!(each(&[shift]).len(), 3);
        assert!(each(&[shift]).iter().all(|one| one.count == 1));
    }
}
