//! A day as the engine sees it: when doors open and close, rates, who is planned, who is on duty.

use super::positions::small;
use super::sampling::ticks;
use crate::blueprint::{
    AtClosing, DAY_MINUTES, Day, Demand, Role, Scenario, Share, Shift, Span, StepId,
};

/// Ticks of a minute.
pub(super) const MINUTE: u64 = 60_000_000;
/// Ticks before the doors open, in which planned customers may come early.
const LEAD: u64 = DAY_MINUTES as u64 * MINUTE;

/// A day ready to be simulated. Times are in ticks from a day before the doors open; of a day that never
/// closes from when it begins.
#[derive(Clone, Debug)]
pub(super) struct DayPlan {
    /// When the doors open, and each interval ends; of a day that never closes those of two days.
    pub borders: Vec<u64>,
    /// Customers per hour in each interval.
    pub rates: Vec<f64>,
    /// Intervals of one day.
    pub intervals: usize,
    /// When the doors close; `None` if never.
    pub close: Option<u64>,
    pub turn_away: bool,
    pub planned: Vec<Planned>,
    /// Seconds before their time at which planned customers come on average, and their standard deviation.
    pub early_s: f64,
    pub spread_s: f64,
    pub no_show: f64,
    /// The step at which planned customers start.
    pub first: Option<StepId>,
    /// Of each role, when who is there.
    pub duty: Vec<Vec<Presence>>,
}

/// Customers who are planned for one time.
#[derive(Clone, Copy, Debug)]
pub(super) struct Planned {
    /// Which row of the appointments, on which of the days.
    pub row: u32,
    pub at: u64,
    pub customers: u32,
}

/// Some people of a role who come and go together.
#[derive(Clone, Debug)]
pub(super) struct Presence {
    pub count: u32,
    pub from: u64,
    /// When their shift ends; whoever is there when the doors close stays until all is done.
    pub to: u64,
    /// Whether they are there when the doors close, or come later.
    pub stays: bool,
    /// From, to.
    pub breaks: Vec<(u64, u64)>,
}

impl Presence {
    /// Whether they are there at a moment, neither on a break nor gone.
    fn is_there(&self, at: u64) -> bool {
        at >= self.from
            && (at < self.to || self.stays)
            && !self.breaks.iter().any(|(from, to)| (*from..*to).contains(&at))
    }
}

impl DayPlan {
    /// The plan of a day.
    pub fn of(scenario: &Scenario, day: &Day) -> Self {
        let demand = scenario.demand();
        let never_closes = day.is_round_the_clock();
        let (open, days) = if never_closes { (0, 2) } else { (LEAD, 1) };
        let minute = |minutes: u32| open + u64::from(minutes) * MINUTE;
        let intervals = day.intervals();
        let mut borders = vec![open];
        let mut rates = Vec::new();
        for round in 0..days {
            for at in 0..intervals {
                borders.push(minute(round * DAY_MINUTES + day.interval(at).1));
                rates.push(day.rate(at, demand.per_hour));
            }
        }
        let close = (!never_closes).then(|| minute(day.length()));
        let mut planned = Vec::new();
        for round in 0..days {
            for (row, appointment) in day.appointments.iter().enumerate() {
                let from_open = day.open.ahead(appointment.at);
                if from_open < day.length() {
                    planned.push(Planned {
                        row: small(row) + round * small(day.appointments.len()),
                        at: minute(round * DAY_MINUTES + from_open),
                        customers: appointment.customers.get(),
                    });
                }
            }
        }
        let presence = |role: &Role| presences(role, day, open, close);
        Self {
            borders,
            rates,
            intervals,
            close,
            turn_away: day.at_closing == AtClosing::TurnAway,
            planned,
            early_s: day.early.map_or(0.0, Span::seconds),
            spread_s: day.spread.map_or(0.0, Span::seconds),
            no_show: day.no_show.map_or(0.0, Share::value),
            first: day.first,
            duty: scenario.roles().values().map(|role| presence(role)).collect(),
        }
    }

    /// When the doors open.
    pub fn open(&self) -> u64 {
        self.borders.first().copied().unwrap_or_default()
    }

    /// When all that counts is over, unless somebody is still inside.
    pub fn end(&self) -> u64 {
        self.borders.last().copied().unwrap_or_default()
    }

    /// The interval of one day that a moment falls into: before opening the first, after closing the last.
    pub fn interval_at(&self, at: u64) -> usize {
        let after = self.borders.partition_point(|border| *border <= at);
        let interval = after.saturating_sub(1).min(self.rates.len().saturating_sub(1));
        interval % self.intervals.max(1)
    }

    /// How many customers are expected: those who come by themselves, and those planned who come.
    pub fn expected(&self) -> f64 {
        let hours = |pair: &[u64]| match pair {
            [from, to] => (to - from) as f64 / (60.0 * MINUTE as f64),
            _ => 0.0,
        };
        let walk_in = self.borders.windows(2).map(hours).zip(&self.rates);
        let planned: u32 = self.planned.iter().map(|it| it.customers).sum();
        walk_in.map(|(hours, rate)| hours * rate).sum::<f64>()
            + f64::from(planned) * (1.0 - self.no_show)
    }

    /// Units of a role at a moment.
    pub fn units(&self, role: usize, at: u64) -> u32 {
        let there = self.duty[role].iter().filter(|it| it.is_there(at));
        there.map(|it| it.count).fold(0, u32::saturating_add)
    }

    /// When the units of a role change for the last time, or all is over if that is later.
    pub fn last(&self, role: usize) -> u64 {
        self.changes(role).last().copied().unwrap_or_default().max(self.end())
    }

    /// When the units of a role change.
    pub fn changes(&self, role: usize) -> Vec<u64> {
        let mut times: Vec<u64> = Vec::new();
        for presence in &self.duty[role] {
            times.extend([presence.from, presence.to]);
            times.extend(presence.breaks.iter().flat_map(|(from, to)| [*from, *to]));
        }
        times.sort_unstable();
        times.dedup();
        times
    }
}

/// Everything that is paid of a role in a day without overtime, in hours: shifts less unpaid breaks, else
/// headcount × opening hours.
pub(super) fn paid_hours(role: &Role, demand: &Demand) -> f64 {
    if role.shifts.is_empty() {
        let hours = demand.opening_hours.map_or(0.0, crate::blueprint::Quantity::get);
        return f64::from(role.headcount) * hours;
    }
    let hours = |shift: &Shift| f64::from(shift.paid_minutes()) / 60.0;
    role.shifts.iter().map(|shift| f64::from(shift.count.get()) * hours(shift)).sum()
}

/// When who of a role is there on one day; on the two of a day that never closes.
fn presences(role: &Role, day: &Day, open: u64, close: Option<u64>) -> Vec<Presence> {
    let length = i64::from(day.length());
    if role.shifts.is_empty() {
        let to = close.unwrap_or(open + 2 * LEAD);
        let stays = close.is_some();
        return vec![Presence { count: role.headcount, from: open, to, stays, breaks: Vec::new() }];
    }
    let whole = i64::from(DAY_MINUTES);
    let mut found = Vec::new();
    for shift in &role.shifts {
        let lasts = i64::from(shift.length());
        // Minutes from opening at which it begins, the last time at or before opening.
        let ahead = i64::from(day.open.ahead(shift.from));
        for begins in [ahead - whole, ahead, ahead + whole] {
            let ends = begins + lasts;
            let is_of_today = if close.is_none() {
                begins < 2 * whole && ends > 0
            } else {
                let meets = begins < length && ends > 0;
                // What begins after closing is of today if it is nearer to today's closing than to
                // tomorrow's opening.
                meets || (begins >= length && ends <= whole && begins - length <= whole - ends)
            };
            if !is_of_today {
                continue;
            }
            let minute = |minutes: i64| {
                let at = i64::try_from(open).unwrap_or(i64::MAX)
                    + minutes * i64::try_from(MINUTE).unwrap_or(i64::MAX);
                u64::try_from(at).unwrap_or_default()
            };
            let breaks = shift.breaks.iter().map(|it| {
                let from = begins + i64::from(shift.from.ahead(it.at));
                (minute(from), minute(from + i64::from(it.lasts)))
            });
            found.push(Presence {
                count: shift.count.get(),
                from: minute(begins),
                to: minute(ends),
                stays: close.is_some() && ends >= length,
                breaks: breaks.collect(),
            });
        }
    }
    found
}

/// How early or late a planned customer is, in ticks from the beginning.
pub(super) fn comes_at(plan: &DayPlan, at: u64, normal: f64) -> u64 {
    let shift_s = plan.spread_s * normal - plan.early_s;
    if shift_s < 0.0 {
        at.saturating_sub(ticks(-shift_s))
    } else {
        at.saturating_add(ticks(shift_s))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blueprint::{Break, IdSource, TimeOfDay};

    fn at(hours: u32) -> TimeOfDay {
        TimeOfDay::new(hours * 60).unwrap()
    }

    fn plan(day: Day, shifts: Vec<Shift>) -> DayPlan {
        let mut ids = IdSource::default();
        let mut scenario = Scenario::empty("", &mut ids);
        let role = Role { headcount: 5, shifts, ..Role::new("Clerk", 0) };
        scenario.add_role(role, &mut ids).unwrap();
        let demand = Demand { day: Some(Box::new(day)), ..Demand::default() };
        scenario.set_demand(demand).unwrap();
        DayPlan::of(&scenario, scenario.demand().day.as_deref().unwrap())
    }

    fn units(plan: &DayPlan, hours: &[f64]) -> Vec<u32> {
        hours.iter().map(|hour| plan.units(0, plan.open() + ticks(hour * 3600.0))).collect()
    }

    #[test]
    fn who_is_there_at_closing_stays() {
        let pause = Break { at: at(14), lasts: 60, paid: false };
        let plan = plan(
            Day::new(at(8), at(17)),
            vec![
                Shift::new(at(6), at(16)),
                Shift { breaks: vec![pause], ..Shift::new(at(9), at(17)) },
                Shift::new(at(18), at(20)),
            ],
        );
        assert_eq!(
            units(&plan, &[0.0, 1.0, 5.9, 6.0, 7.0, 8.0, 9.0, 9.9]),
            [1, 2, 2, 1, 2, 1, 1, 1]
        );
        // Whoever comes after closing is of today if nearer to it.
        assert_eq!(units(&plan, &[10.0, 13.0]), [2, 2]);
    }

    #[test]
    fn without_shifts_all_are_there_from_opening_on() {
        let plan = plan(Day::new(at(8), at(17)), Vec::new());
        assert_eq!(plan.units(0, plan.open() - 1), 0);
        assert_eq!(units(&plan, &[0.0, 8.9, 20.0]), [5, 5, 5]);
        assert_eq!((plan.interval_at(0), plan.interval_at(plan.end())), (0, 8));
    }

    #[test]
    fn night_shifts_meet_a_day_that_never_closes_on_both_sides() {
        let plan =
            plan(Day::new(TimeOfDay::MIDNIGHT, TimeOfDay::END), vec![Shift::new(at(22), at(6))]);
        assert_eq!(
            units(&plan, &[0.0, 5.0, 6.0, 21.0, 22.0, 25.0, 30.0, 46.0]),
            [1, 1, 0, 0, 1, 1, 0, 1]
        );
        assert_eq!(plan.rates.len(), 48);
        assert_eq!(plan.interval_at(plan.open() + 25 * 60 * MINUTE), 1);
    }
}
