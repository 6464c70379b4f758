//! From numbers in a table to a day and shifts.

use std::num::NonZeroU32;

use super::day::Day;
use super::quantity::Quantity;
use super::resources::{Demand, Role};
use super::shift::Shift;
use super::time_of_day::{DAY_MINUTES, TimeOfDay};

/// When a new day opens: 08:00, in minutes after midnight.
const OPENS: u32 = 8 * 60;
/// How long it is open where nothing says so, in minutes.
const LENGTH: u32 = 8 * 60;

impl Day {
    /// When an interval ends; the end of a day is 24:00.
    #[must_use]
    pub fn ends(&self, at: usize) -> TimeOfDay {
        let minute = self.open.minutes() + self.interval(at).1;
        TimeOfDay::new(minute).unwrap_or_else(|_| TimeOfDay::on_any_day(minute))
    }

    /// The fewest nested shifts with which so many are on duty in each interval: of two shifts one lies within
    /// the other, or they do not meet. Who came last goes first. Linear.
    #[must_use]
    pub fn shifts_for(&self, heads: &[u32]) -> Vec<Shift> {
        let mut open: Vec<(usize, u32)> = Vec::new();
        let mut shifts: Vec<(usize, Shift)> = Vec::new();
        let mut present = 0;
        for at in 0..=self.intervals() {
            let wanted =
                if at < self.intervals() { heads.get(at).copied().unwrap_or(0) } else { 0 };
            while present > wanted {
                let Some((from, count)) = open.pop() else { break };
                let go = count.min(present - wanted);
                if go < count {
                    open.push((from, count - go));
                }
                if let Some(count) = NonZeroU32::new(go) {
                    let to = self.ends(at.saturating_sub(1));
                    shifts.push((from, Shift { count, ..Shift::new(self.begins(from), to) }));
                }
                present -= go;
            }
            if wanted > present {
                open.push((at, wanted - present));
                present = wanted;
            }
        }
        // By when they begin, the longer ones first: as a plan is read.
        shifts.sort_by_key(|(from, shift)| (*from, std::cmp::Reverse(shift.length())));
        shifts.into_iter().map(|(_, shift)| shift).collect()
    }
}

impl Role {
    /// The role with so many on duty in each interval of a day: by its headcount alone, where that is what
    /// they are throughout.
    #[must_use]
    pub fn with_heads(&self, day: &Day, heads: &[u32]) -> Self {
        let nobody = heads.iter().all(|heads| *heads == 0);
        let headcount = if nobody { 0 } else { self.headcount };
        let always = heads.iter().all(|heads| *heads == headcount);
        let shifts = if always { Vec::new() } else { day.shifts_for(heads) };
        Self { headcount, shifts, ..self.clone() }
    }
}

impl Role {
    /// The role with another headcount. Where shifts are planned, those who come are there from opening to
    /// closing, and those who go are taken from the shifts that begin last.
    #[must_use]
    pub fn with_headcount(&self, headcount: u32, day: Option<&Day>) -> Self {
        let mut role = Self { headcount, ..self.clone() };
        let Some(day) = day.filter(|_| !role.shifts.is_empty()) else { return role };
        if let Some(count) = NonZeroU32::new(headcount.saturating_sub(self.heads())) {
            let ends = day.ends(day.intervals().saturating_sub(1));
            role.shifts.push(Shift { count, ..Shift::new(day.open, ends) });
        }
        let mut go = self.heads().saturating_sub(headcount);
        while go > 0 {
            // Who is there when the doors open came before.
            let begins = |shift: &Shift| {
                let ahead = day.open.ahead(shift.from);
                if shift.covers(day.open.minutes()) { 0 } else { ahead }
            };
            let last = (0..role.shifts.len()).max_by_key(|at| role.shifts.get(*at).map(begins));
            let Some(shift) = last.and_then(|at| role.shifts.get_mut(at)) else { break };
            if let Some(left) = NonZeroU32::new(shift.count.get().saturating_sub(go)) {
                shift.count = left;
                break;
            }
            go -= shift.count.get();
            if let Some(at) = last {
                role.shifts.remove(at);
            }
        }
        role
    }
}

impl Demand {
    /// The demand with a day in which nothing changes at first: from 08:00 for the opening hours, else for
    /// eight, with the steady rate in every hour.
    #[must_use]
    pub fn with_a_day(&self) -> Self {
        if self.day.is_some() {
            return self.clone();
        }
        let hours = self.opening_hours.map_or(0.0, Quantity::get);
        // Hours of a day: from 0 to 24.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let minutes = (hours * 60.0).round().clamp(0.0, f64::from(DAY_MINUTES)) as u32;
        let length = if minutes == 0 { LENGTH } else { minutes };
        let mut day = if length == DAY_MINUTES {
            Day::new(TimeOfDay::MIDNIGHT, TimeOfDay::END)
        } else {
            let opens = if OPENS + length > DAY_MINUTES { DAY_MINUTES - length } else { OPENS };
            let ends = TimeOfDay::new(opens + length).unwrap_or(TimeOfDay::END);
            Day::new(TimeOfDay::on_any_day(opens), ends)
        };
        if let Some(rate) = self.per_hour {
            day.per_hour = vec![rate; day.intervals()];
        }
        let mut demand = Self { day: Some(Box::new(day)), ..self.clone() };
        demand.settle_hours();
        demand
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blueprint::fewest_on_duty;

    fn at(hours: u32) -> TimeOfDay {
        TimeOfDay::new(hours * 60).unwrap()
    }

    #[test]
    fn heads_become_the_fewest_nested_shifts() {
        let day = Day::new(at(8), at(14));
        let said = |heads: &[u32]| -> Vec<String> {
            let shifts = day.shifts_for(heads);
            shifts.iter().map(|it| format!("{} {}-{}", it.count, it.from, it.to)).collect()
        };
        assert_eq!(said(&[2, 2, 2, 2, 2, 2]), ["2 08:00-14:00"]);
        assert_eq!(said(&[1, 2, 3, 3, 1, 1]), ["1 08:00-14:00", "1 09:00-12:00", "1 10:00-12:00"]);
        assert_eq!(said(&[3, 1, 0, 2, 2, 0]), ["1 08:00-10:00", "2 08:00-09:00", "2 11:00-13:00"]);
        assert_eq!(said(&[0; 6]), [""; 0]);
        let role = Role { headcount: 2, ..Role::new("Clerk", 0) };
        for heads in [[2, 2, 2, 2, 2, 2], [0, 5, 1, 4, 4, 2], [0; 6], [1, 0, 0, 0, 0, 7]] {
            let role = role.with_heads(&day, &heads);
            let duty: Vec<u32> = (0..6).map(|at| fewest_on_duty(&role, &day, at)).collect();
            assert_eq!(duty, heads);
        }
        assert!(role.with_heads(&day, &[2; 6]).shifts.is_empty());
    }

    #[test]
    fn a_night_and_a_day_without_end_have_shifts_too() {
        let night = Day { every: 240, ..Day::new(at(18), at(5)) };
        let role = Role::new("Guard", 0).with_heads(&night, &[1, 2, 1]);
        let duty: Vec<u32> = (0..3).map(|at| fewest_on_duty(&role, &night, at)).collect();
        assert_eq!(duty, [1, 2, 1]);
        let always = Day::new(TimeOfDay::MIDNIGHT, TimeOfDay::END);
        let heads: Vec<u32> = (0..24).map(|at| 2 + u32::from(at > 20)).collect();
        let role = role.with_heads(&always, &heads);
        let duty: Vec<u32> = (0..24).map(|at| fewest_on_duty(&role, &always, at)).collect();
        assert_eq!(duty, heads);
    }

    #[test]
    fn one_more_is_there_all_day_and_one_fewer_is_of_the_last_shift() {
        let day = Day::new(at(8), at(17));
        let two = NonZeroU32::new(2).unwrap();
        let shifts =
            vec![Shift { count: two, ..Shift::new(at(7), at(15)) }, Shift::new(at(12), at(17))];
        let role = Role { headcount: 3, shifts, ..Role::new("", 0) };
        let said = |headcount: u32| -> Vec<String> {
            let shifts = role.with_headcount(headcount, Some(&day)).shifts;
            shifts.iter().map(|it| format!("{} {}-{}", it.count, it.from, it.to)).collect()
        };
        assert_eq!(said(4), ["2 07:00-15:00", "1 12:00-17:00", "1 08:00-17:00"]);
        assert_eq!(said(3), ["2 07:00-15:00", "1 12:00-17:00"]);
        assert_eq!(said(2), ["2 07:00-15:00"]);
        assert_eq!(said(1), ["1 07:00-15:00"]);
    }

    #[test]
    fn without_a_headcount_those_on_duty_at_once_count() {
        let shifts = vec![Shift::new(at(8), at(12)), Shift::new(at(11), at(17))];
        let role = Role { headcount: 0, shifts, ..Role::new("", 0) };
        assert_eq!((role.most_on_duty(), role.heads()), (2, 2));
        assert_eq!(Role { headcount: 5, ..role }.heads(), 5);
    }

    #[test]
    fn a_new_day_changes_nothing_at_first() {
        let hours = |hours: f64| Demand {
            per_hour: Some(Quantity::from(36)),
            opening_hours: Quantity::new(hours).ok().filter(|_| hours > 0.0),
            ..Demand::default()
        };
        for (open, from, to) in [
            (0.0, "08:00", "16:00"),
            (9.5, "08:00", "17:30"),
            (20.0, "04:00", "24:00"),
            (24.0, "00:00", "24:00"),
        ] {
            let before = hours(open);
            let demand = before.with_a_day();
            let day = demand.day.as_deref().unwrap();
            assert_eq!((day.open.to_string(), day.close.to_string()), (from.into(), to.into()));
            assert_eq!(day.check(), Ok(()));
            assert_eq!(
                demand.opening_hours.map(Quantity::get),
                Some(f64::from(day.length()) / 60.0)
            );
            assert_eq!((demand.steady_rate(), day.mean_rate()), (before.per_hour, Some(36.0)));
        }
        assert!(Demand::default().with_a_day().day.unwrap().per_hour.is_empty());
    }
}
