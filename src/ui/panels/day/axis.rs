//! Where times of a day lie in a picture of it.

use crate::blueprint::{DAY_MINUTES, Day, Role, Shift, TimeOfDay};

/// How far before opening and after closing shifts are shown, in minutes.
const BESIDE: i32 = 6 * 60;

/// The shifts of a role as they are shown: without any, its headcount from opening to closing.
pub(super) fn shown_shifts(role: &Role, day: &Day) -> Vec<Shift> {
    match std::num::NonZeroU32::new(role.headcount) {
        Some(count) if role.shifts.is_empty() => {
            let close = if day.is_round_the_clock() { TimeOfDay::END } else { day.close };
            vec![Shift { count, ..Shift::new(day.open, close) }]
        }
        _ => role.shifts.clone(),
    }
}

/// When a shift begins and ends, in minutes from opening: of its repetitions the one nearest to the open hours.
pub(super) fn span(shift: &Shift, day: &Day) -> (i32, i32) {
    let ahead = minutes(day.open.ahead(shift.from));
    let (length, open) = (minutes(shift.length()), minutes(day.length()));
    let before = ahead - minutes(DAY_MINUTES);
    let is_nearer = before + length > 0 || -(before + length) < ahead - open;
    let from = if ahead >= open && is_nearer { before } else { ahead };
    (from, from + length)
}

/// In which row each of some shifts lies: the first in which it meets no other, so that shifts that follow each
/// other share one.
pub(super) fn rows(shifts: &[Shift], day: &Day) -> Vec<usize> {
    let mut taken: Vec<Vec<(i32, i32)>> = Vec::new();
    let mut rows = Vec::with_capacity(shifts.len());
    for shift in shifts {
        let (from, to) = span(shift, day);
        let is_free = |row: &Vec<(i32, i32)>| row.iter().all(|(a, b)| to <= *a || *b <= from);
        let row = taken.iter().position(is_free).unwrap_or(taken.len());
        match taken.get_mut(row) {
            Some(row) => row.push((from, to)),
            None => taken.push(vec![(from, to)]),
        }
        rows.push(row);
    }
    rows
}

/// How many rows some shifts take; one where there are none.
pub(super) fn count_rows(shifts: &[Shift], day: &Day) -> usize {
    rows(shifts, day).into_iter().max().map_or(1, |last| last + 1)
}

fn minutes(minutes: u32) -> i32 {
    i32::try_from(minutes).unwrap_or(i32::MAX)
}

/// Times along a line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Axis {
    /// Minutes after midnight at which the doors open.
    pub open: i32,
    /// Minutes from opening at the left and the right end.
    pub from: i32,
    pub to: i32,
    pub left: f32,
    pub right: f32,
}

impl Axis {
    /// The axis of a day and the shifts of its roles.
    pub fn of<'a>(
        day: &Day,
        roles: impl Iterator<Item = &'a Role>,
        (left, right): (f32, f32),
    ) -> Self {
        let length = minutes(day.length());
        let (mut from, mut to) = (0, length);
        for shift in roles.flat_map(|role| &role.shifts) {
            let (begins, ends) = span(shift, day);
            from = from.min(begins.max(-BESIDE));
            to = to.max(ends.min(length + BESIDE));
        }
        Self { open: minutes(day.open.minutes()), from, to, left, right }
    }

    /// Where a minute from opening lies.
    pub fn x(&self, minute: i32) -> f32 {
        let share = (minute - self.from) as f32 / (self.to - self.from).max(1) as f32;
        self.left + share * (self.right - self.left)
    }

    /// Which minute from opening lies somewhere, to a quarter of an hour of the clock.
    pub fn quarter(&self, x: f32) -> i32 {
        let share = (x - self.left) / (self.right - self.left).max(1.0);
        let minute = share.clamp(-1.0, 2.0) * (self.to - self.from) as f32;
        // Within a few days.
        #[allow(clippy::cast_possible_truncation)]
        let minute = minute.round() as i32 + self.from;
        let clock = minute + self.open;
        (clock + 7).div_euclid(15) * 15 - self.open
    }

    /// A minute from opening as a time of day.
    pub fn time(&self, minute: i32) -> TimeOfDay {
        let day = minutes(DAY_MINUTES);
        let clock = (minute + self.open).rem_euclid(day);
        TimeOfDay::on_any_day(u32::try_from(clock).unwrap_or_default())
    }

    /// The whole hours that are written along it, as minutes from opening and what the clock shows; so many
    /// points lie between two of them at least.
    pub fn hours(&self, apart: f32) -> Vec<(i32, TimeOfDay)> {
        let per_minute = (self.right - self.left) / (self.to - self.from).max(1) as f32;
        let step =
            [1, 2, 3, 4, 6, 12].into_iter().find(|step| *step as f32 * 60.0 * per_minute >= apart);
        let step = step.unwrap_or(24) * 60;
        let first = (self.from + self.open).div_euclid(step) * step;
        let all = (0..).map(|at| first + at * step - self.open);
        all.skip_while(|at| *at < self.from)
            .take_while(|at| *at <= self.to)
            .map(|at| (at, self.time(at)))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(hours: u32, minutes: u32) -> TimeOfDay {
        TimeOfDay::new(hours * 60 + minutes).unwrap()
    }

    #[test]
    fn shifts_lie_where_they_meet_the_day() {
        let day = Day::new(at(8, 0), at(17, 0));
        let said = |from, to| span(&Shift::new(from, to), &day);
        assert_eq!(said(at(8, 0), at(16, 0)), (0, 480));
        assert_eq!(said(at(7, 0), at(12, 0)), (-60, 240));
        assert_eq!(said(at(6, 0), at(8, 0)), (-120, 0), "before opening");
        assert_eq!(said(at(18, 0), at(20, 0)), (600, 720), "after closing");
        let night = Day::new(at(20, 0), at(4, 0));
        assert_eq!(span(&Shift::new(at(1, 0), at(5, 0)), &night), (300, 540));
        assert_eq!(span(&Shift::new(at(18, 0), at(23, 0)), &night), (-120, 180));
    }

    #[test]
    fn shifts_that_follow_each_other_share_a_row() {
        let day = Day::new(at(8, 0), at(17, 0));
        let shift = |from: u32, to: u32| Shift::new(at(from, 0), at(to, 0));
        let shifts = [shift(8, 12), shift(12, 17), shift(11, 14), shift(14, 16), shift(13, 15)];
        assert_eq!(rows(&shifts, &day), [0, 0, 1, 1, 2]);
        assert_eq!((count_rows(&shifts, &day), count_rows(&[], &day)), (3, 1));
    }

    #[test]
    fn what_is_dragged_falls_on_quarters_of_the_clock() {
        let day = Day::new(at(8, 10), at(12, 10));
        let role = Role { shifts: vec![Shift::new(at(7, 10), at(12, 0))], ..Role::new("", 0) };
        let axis = Axis::of(&day, std::iter::once(&role), (100.0, 400.0));
        assert_eq!((axis.from, axis.to), (-60, 240));
        assert_eq!((axis.x(-60), axis.x(90), axis.x(240)), (100.0, 250.0, 400.0));
        assert_eq!(axis.time(axis.quarter(axis.x(2))), at(8, 15));
        assert_eq!(axis.time(axis.quarter(axis.x(-41))), at(7, 30));
        let hours: Vec<String> =
            axis.hours(40.0).iter().map(|(_, time)| time.to_string()).collect();
        assert_eq!(hours, ["08:00", "09:00", "10:00", "11:00", "12:00"]);
        assert_eq!(axis.hours(100.0).len(), 3);
    }

    #[test]
    fn without_shifts_the_headcount_is_there_all_day() {
        let day = Day::new(at(8, 0), at(17, 0));
        let role = Role { headcount: 3, ..Role::new("", 0) };
        let shown = shown_shifts(&role, &day);
        assert_eq!((shown.len(), shown[0].count.get(), span(&shown[0], &day)), (1, 3, (0, 540)));
        assert!(shown_shifts(&Role { headcount: 0, ..role }, &day).is_empty());
    }
}
