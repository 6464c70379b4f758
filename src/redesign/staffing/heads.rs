//! Heads by role and interval, and the shifts that bring them.

use std::num::NonZeroU32;

use crate::blueprint::{Break, Day, Role, RoleId, Scenario, Shift, TimeOfDay};
use crate::planning::Rota;

/// How many of each planned role are there in each interval.
pub(super) type Heads = Vec<Vec<u32>>;

/// The fewest nested shifts that bring heads by interval: people are there as long as they can be.
pub(super) fn nested(heads: &[u32], day: &Day) -> Vec<Shift> {
    let mut shifts: Vec<Shift> = Vec::new();
    // Those who are there, by when they came.
    let mut open: Vec<(usize, u32)> = Vec::new();
    for at in 0..=heads.len() {
        let wanted = heads.get(at).copied().unwrap_or(0);
        let mut there: u32 = open.iter().map(|(_, count)| count).sum();
        if wanted > there {
            open.push((at, wanted - there));
        }
        // Who came last goes first.
        while there > wanted {
            let Some((from, count)) = open.last_mut() else { break };
            let going = (*count).min(there - wanted);
            let (from, to) = (day.interval(*from).0, day.interval(at - 1).1);
            let time = |minute| TimeOfDay::on_any_day(day.open.minutes() + minute);
            let count_going = NonZeroU32::new(going).unwrap_or(NonZeroU32::MIN);
            shifts.push(Shift { count: count_going, ..Shift::new(time(from), time(to)) });
            there -= going;
            *count -= going;
            if *count == 0 {
                open.pop();
            }
        }
    }
    shifts
}

/// The shifts of a rota.
pub(super) fn shifts_of(rota: &Rota) -> Vec<Shift> {
    let shift = |planned: &crate::planning::PlannedShift| {
        let breaks = planned.rest.map(|rest| Break {
            at: TimeOfDay::on_any_day(rest.at_min),
            lasts: rest.lasts_min,
            paid: rest.paid,
        });
        Shift {
            count: NonZeroU32::new(planned.count).unwrap_or(NonZeroU32::MIN),
            breaks: breaks.into_iter().collect(),
            ..Shift::new(
                TimeOfDay::on_any_day(planned.from_min),
                TimeOfDay::on_any_day(planned.to_min),
            )
        }
    };
    rota.shifts.iter().map(shift).collect()
}

/// The same shifts, those alike as one.
pub(super) fn merged(shifts: Vec<Shift>) -> Vec<Shift> {
    let mut merged: Vec<Shift> = Vec::with_capacity(shifts.len());
    for shift in shifts {
        let is_alike = |it: &&mut Shift| {
            (it.from, it.to) == (shift.from, shift.to) && it.breaks == shift.breaks
        };
        match merged.iter_mut().find(is_alike) {
            Some(alike) => alike.count = alike.count.saturating_add(shift.count.get()),
            None => merged.push(shift),
        }
    }
    merged
}

/// The scenario where a role has other shifts. What the document refuses stays as it is.
pub(super) fn with_shifts(mut scenario: Scenario, id: RoleId, shifts: Vec<Shift>) -> Scenario {
    if let Some(role) = scenario.roles().get(&id) {
        let role = Role { shifts, ..Role::clone(role) };
        // Of a role that is there, and of shifts whose breaks lie within them.
        let refused = scenario.set_role(id, role);
        debug_assert!(refused.is_ok(), "{refused:?}");
    }
    scenario
}

/// Hours that the shifts of a role are paid for on a day; its headcount from opening to closing without.
pub(super) fn paid_hours(role: &Role, day: &Day) -> f64 {
    if role.shifts.is_empty() {
        return f64::from(role.headcount) * f64::from(day.length()) / 60.0;
    }
    let minutes = |shift: &Shift| f64::from(shift.paid_minutes()) * f64::from(shift.count.get());
    role.shifts.iter().map(minutes).sum::<f64>() / 60.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blueprint::on_duty;

    #[test]
    fn nested_shifts_bring_just_the_heads() {
        let at = |hours: u32| TimeOfDay::new(hours * 60).unwrap();
        for (day, heads) in [
            (Day::new(at(8), at(17)), vec![2, 3, 4, 5, 6, 6, 5, 3, 3]),
            (Day::new(at(20), at(4)), vec![0, 1, 3, 0, 0, 2, 1, 2]),
            (Day::new(at(8), TimeOfDay::new(630).unwrap()), vec![1, 2, 4]),
            (Day::new(at(0), at(24)), vec![2; 24]),
        ] {
            let shifts = nested(&heads, &day);
            for minute in 0..day.length() {
                let interval = (minute / day.every) as usize;
                let there = on_duty(&shifts, day.open.minutes() + minute);
                assert_eq!(there, heads[interval], "{minute} min after opening");
            }
        }
        let day = Day::new(at(8), at(17));
        assert_eq!(nested(&[2, 3, 4, 5, 6, 6, 5, 3, 3], &day).len(), 5);
        assert!(nested(&[0; 9], &day).is_empty());
    }
}
