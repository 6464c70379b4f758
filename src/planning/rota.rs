//! Shifts of given shapes for the heads that a day needs.

use super::column::{Column, Refusal, gcd};
use super::cover;

/// Minutes of a day.
const DAY: u32 = 24 * 60;

/// A shape that shifts can have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shape {
    /// Minutes from coming to going, the break included.
    pub length_min: u32,
    /// The break, if there is one.
    pub rest: Option<Rest>,
}

/// The break of a shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rest {
    /// Minutes that it lasts.
    pub lasts_min: u32,
    /// Whether it is paid.
    pub paid: bool,
    /// Minutes after the start of the shift from which it may begin, on the grid of starts.
    pub from_min: u32,
    /// Minutes after the start of the shift until which it may begin.
    pub to_min: u32,
}

/// What a day needs, and the shifts that there may be. Times of day are in minutes from midnight; a day that
/// ends after midnight closes later than 1,440.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RotaTask {
    /// When the first can come. Shifts start on a grid from here on.
    pub opens_min: u32,
    /// When the last goes: later than it opens. A day of 24 hours goes round, so that shifts may lie over its
    /// end.
    pub closes_min: u32,
    /// Minutes of an interval of the need; the last may be shorter.
    pub every_min: u32,
    /// The heads that each interval needs at least.
    pub need: Vec<u32>,
    /// The shapes of shifts.
    pub shapes: Vec<Shape>,
    /// Minutes from one start to the next.
    pub start_every_min: u32,
}

/// Shifts that cover what is needed.
#[derive(Clone, Debug, PartialEq)]
pub struct Rota {
    /// By start, end and break.
    pub shifts: Vec<PlannedShift>,
    /// Minutes of a slot: in none do the heads change.
    pub slot_min: u32,
    /// Minutes that are paid. With the same wage for all it is what costs.
    pub paid_min: u64,
    /// How many people come.
    pub people: u64,
    /// No rota pays less.
    pub paid_at_least_min: u64,
    /// No rota that pays no more takes fewer people.
    pub people_at_least: u64,
    /// The least paid minutes if people could be divided; `None` where that was not found out.
    pub relaxation_min: Option<f64>,
}

impl Rota {
    /// Whether no rota pays less.
    #[must_use]
    pub fn is_proven(&self) -> bool {
        self.paid_min <= self.paid_at_least_min
    }

    /// By which part of the least pay this one is more expensive at most.
    #[must_use]
    pub fn above_best(&self) -> f64 {
        match self.paid_at_least_min {
            _ if self.is_proven() => 0.0,
            0 => f64::INFINITY,
            least => self.paid_min as f64 / least as f64 - 1.0,
        }
    }

    /// How many are there at a time of day, in minutes from midnight, who are not on their break.
    #[must_use]
    pub fn heads_at(&self, minute: u32) -> u32 {
        self.shifts.iter().filter(|shift| shift.is_on_duty(minute)).map(|shift| shift.count).sum()
    }
}

/// People who come and go together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PlannedShift {
    /// When they come.
    pub from_min: u32,
    /// When they go; past 1,440 where that is after midnight.
    pub to_min: u32,
    /// Their break.
    pub rest: Option<PlannedBreak>,
    /// How many they are.
    pub count: u32,
}

impl PlannedShift {
    /// Minutes of it that each is paid for.
    #[must_use]
    pub fn paid_min(&self) -> u32 {
        let unpaid = self.rest.filter(|rest| !rest.paid).map_or(0, |rest| rest.lasts_min);
        self.to_min - self.from_min - unpaid
    }

    fn is_on_duty(&self, minute: u32) -> bool {
        let is_within = |from: u32, lasts: u32| {
            let since = (minute + DAY - from % DAY) % DAY;
            since < lasts
        };
        let rests = self.rest.is_some_and(|rest| is_within(rest.at_min, rest.lasts_min));
        is_within(self.from_min, self.to_min - self.from_min) && !rests
    }
}

/// When they are away.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PlannedBreak {
    /// When it begins.
    pub at_min: u32,
    /// Minutes that it lasts.
    pub lasts_min: u32,
    /// Whether it is paid.
    pub paid: bool,
}

/// Why there is no rota.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RotaRefusal {
    /// The day does not last from a minute to a day, an interval or the grid has no length, or there are not as
    /// many numbers as intervals.
    Day,
    /// The shape of this position has no length, lasts longer than a day, or its break does not lie within it
    /// on the grid.
    Shape(usize),
    /// No shift can be on duty from a time to another although somebody is needed, in minutes from midnight.
    Unreached(Vec<(u32, u32)>),
    /// Nobody wants the answer any more.
    Cancelled,
}

/// Finds shifts of the least pay, and of equal pay of the fewest people. `cancelled` is asked now and then.
///
/// # Errors
/// What is wrong with the task, when nobody can be on duty, or that nobody wants the answer.
pub fn rota(task: &RotaTask, cancelled: &dyn Fn() -> bool) -> Result<Rota, RotaRefusal> {
    let Ways { slot_min, need, shifts, columns } = ways(task)?;
    let found = cover::cover(&need, &columns, cancelled).map_err(|refusal| match refusal {
        Refusal::Cancelled => RotaRefusal::Cancelled,
        Refusal::Unreached(slots) => RotaRefusal::Unreached(times(&slots, task, slot_min)),
    })?;
    let counted = shifts.iter().zip(&found.counts).filter(|(_, count)| **count > 0);
    Ok(Rota {
        shifts: counted.map(|(shift, count)| PlannedShift { count: *count, ..*shift }).collect(),
        slot_min,
        paid_min: found.wages,
        people: found.people,
        paid_at_least_min: found.wages_at_least,
        people_at_least: found.people_at_least,
        relaxation_min: found.relaxation,
    })
}

/// Whether there can be a rota at all: as quick as looking at each shift once.
///
/// # Errors
/// What is wrong with the task, or when nobody can be on duty.
pub fn check_rota(task: &RotaTask) -> Result<(), RotaRefusal> {
    let Ways { slot_min, need, columns, .. } = ways(task)?;
    let is_reached = |slot: usize| columns.iter().any(|column| column.covers().contains(&slot));
    let needed = need.iter().enumerate().filter(|(_, need)| **need > 0).map(|(slot, _)| slot);
    let unreached: Vec<usize> = needed.filter(|slot| !is_reached(*slot)).collect();
    match unreached.as_slice() {
        [] => Ok(()),
        slots => Err(RotaRefusal::Unreached(times(slots, task, slot_min))),
    }
}

/// The slots of a day, and all ways to work in it.
struct Ways {
    slot_min: u32,
    need: Vec<u32>,
    shifts: Vec<PlannedShift>,
    columns: Vec<Column>,
}

fn ways(task: &RotaTask) -> Result<Ways, RotaRefusal> {
    let open_min = task.closes_min.saturating_sub(task.opens_min);
    let is_day = (1..=DAY).contains(&open_min) && task.every_min > 0 && task.start_every_min > 0;
    if !is_day || task.need.len() != open_min.div_ceil(task.every_min) as usize {
        return Err(RotaRefusal::Day);
    }
    let slot_min = slot(task, open_min);
    let slots = (open_min / slot_min) as usize;
    let interval = |slot: usize| slot * slot_min as usize / task.every_min as usize;
    let need: Vec<u32> = (0..slots).map(|slot| task.need[interval(slot)]).collect();
    let mut shifts = Vec::new();
    for (at, shape) in task.shapes.iter().enumerate() {
        let rests = shape.rests(task.start_every_min).ok_or(RotaRefusal::Shape(at))?;
        for start in (0..open_min).step_by(task.start_every_min as usize) {
            if open_min < DAY && start + shape.length_min > open_min {
                break;
            }
            let from_min = task.opens_min + start;
            shifts.extend(rests.iter().map(|rest| PlannedShift {
                from_min,
                to_min: from_min + shape.length_min,
                rest: rest.map(|rest| PlannedBreak { at_min: from_min + rest.at_min, ..rest }),
                count: 1,
            }));
        }
    }
    shifts.sort_unstable();
    shifts.dedup();
    let is_on_duty = |shift: &PlannedShift, slot: &usize| {
        // No more than minutes of two days.
        let after = u32::try_from(*slot).unwrap_or(u32::MAX) * slot_min;
        shift.is_on_duty((task.opens_min + after) % DAY)
    };
    let columns = shifts
        .iter()
        .map(|shift| {
            let covers = (0..slots).filter(|slot| is_on_duty(shift, slot));
            Column::new(covers, shift.paid_min())
        })
        .collect();
    Ok(Ways { slot_min, need, shifts, columns })
}

/// The longest stretch within which nothing changes, whatever shifts there are.
fn slot(task: &RotaTask, open_min: u32) -> u32 {
    let day = gcd(gcd(open_min, task.every_min.min(open_min)), task.start_every_min);
    task.shapes.iter().fold(day, |slot, shape| {
        gcd(gcd(slot, shape.length_min), shape.rest.map_or(0, |rest| rest.lasts_min))
    })
}

/// Slots as times of day, those in a row as one.
fn times(slots: &[usize], task: &RotaTask, slot_min: u32) -> Vec<(u32, u32)> {
    let mut times: Vec<(u32, u32)> = Vec::new();
    for slot in slots {
        let from = task.opens_min + u32::try_from(*slot).unwrap_or(u32::MAX) * slot_min;
        match times.last_mut() {
            Some((_, to)) if *to == from => *to = from + slot_min,
            _ => times.push((from, from + slot_min)),
        }
    }
    times
}

impl Shape {
    /// Whether it is a shape where shifts and breaks start on a grid of so many minutes.
    #[must_use]
    pub fn is_sound(&self, start_every_min: u32) -> bool {
        start_every_min > 0 && self.rests(start_every_min).is_some()
    }

    /// The breaks that it can have, each by when it begins after the start; `None` where it is no shape.
    fn rests(&self, grid: u32) -> Option<Vec<Option<PlannedBreak>>> {
        if !(1..=DAY).contains(&self.length_min) {
            return None;
        }
        let Some(rest) = self.rest.filter(|rest| rest.lasts_min > 0) else {
            return Some(vec![None]);
        };
        let fits = |at: &u32| at.saturating_add(rest.lasts_min) <= self.length_min;
        let starts = (rest.from_min.div_ceil(grid)..=rest.to_min / grid).map(|step| step * grid);
        let rests: Vec<_> = starts
            .take_while(fits)
            .map(|at_min| Some(PlannedBreak { at_min, lasts_min: rest.lasts_min, paid: rest.paid }))
            .collect();
        let is_whole = rest.to_min.checked_add(rest.lasts_min)? <= self.length_min;
        (is_whole && !rests.is_empty()).then_some(rests)
    }
}
