//! Days simulated with given shifts, and what they say of each planned role.

use std::ops::Range;

use super::question::{StaffTarget, StaffingQuestion, StaffingRefusal};
use super::repair::{self, OfInterval};
use crate::blueprint::{RoleId, Scenario, Span, Step, TimeUnit};
use crate::process::compile;
use crate::simulation::Estimate;

/// A day before and after it was simulated.
#[derive(Clone, Debug, Default)]
pub struct OneDay {
    number: u32,
    /// By planned role and interval.
    roles: Vec<Vec<Sums>>,
    /// Hours beyond the shifts, by planned role.
    overtime_hours: Vec<f64>,
    is_overfull: bool,
}

/// What is counted of a role in an interval of a day.
#[derive(Clone, Copy, Debug, Default)]
struct Sums {
    /// Waits that began in it, and those of them that were short enough.
    waits: f64,
    short: f64,
    /// How many wait on average.
    queue: f64,
    /// How many are at work and on duty on average, those on duty less those who are away.
    busy: f64,
    there: f64,
}

/// What hands each of some days to a work, in any order and on any thread; answers whether all came to their end.
pub type SpreadDays<'a> = dyn Fn(&mut [OneDay], &(dyn Fn(&mut OneDay) -> bool + Sync)) -> bool + 'a;

/// How days are simulated.
pub(super) struct Rehearsal<'a> {
    pub(super) question: &'a StaffingQuestion,
    pub(super) planned: &'a [RoleId],
    pub(super) spread: &'a SpreadDays<'a>,
    pub(super) cancelled: &'a (dyn Fn() -> bool + Sync),
}

/// What days say.
pub(super) struct Seen {
    /// By planned role and interval.
    pub(super) roles: repair::Seen,
    /// Hours beyond the shifts a day, by planned role.
    pub(super) overtime_hours: Vec<Option<Estimate>>,
}

impl Rehearsal<'_> {
    /// Simulates days of a scenario.
    pub(super) fn days(
        &self,
        scenario: &Scenario,
        days: Range<u32>,
    ) -> Result<Seen, StaffingRefusal> {
        let scenario = self.judged(scenario);
        let process = compile(&scenario);
        let mut days: Vec<OneDay> =
            days.map(|number| OneDay { number, ..OneDay::default() }).collect();
        let whole = (self.spread)(&mut days, &|_day| process.moments.is_empty());
        if !whole || (self.cancelled)() {
            return Err(StaffingRefusal::Cancelled);
        }
        if days.iter().any(|day| day.is_overfull) {
            return Err(StaffingRefusal::TooMuch);
        }
        Ok(self.seen(&days))
    }

    /// The scenario in which each step that needs a planned role accepts waits as long as the target's.
    fn judged(&self, scenario: &Scenario) -> Scenario {
        let StaffTarget::Within { wait_s, .. } = self.question.target else {
            return scenario.clone();
        };
        let mut judged = scenario.clone();
        for (id, step) in scenario.steps() {
            let is_planned = step.needs.iter().flat_map(|need| &need.roles);
            if is_planned.into_iter().any(|role| self.planned.contains(role)) {
                let mut step = Step::clone(step);
                let wait = step.wait.get_or_insert_default();
                wait.acceptable = Span::new(wait_s, TimeUnit::Second).ok();
                let refused = judged.set_step(*id, step);
                debug_assert!(refused.is_ok(), "{refused:?}");
            }
        }
        judged
    }

    fn seen(&self, days: &[OneDay]) -> Seen {
        let intervals = days.first().and_then(|day| day.roles.first()).map_or(0, Vec::len);
        let of = |role: usize, at: usize| {
            let sums = |day: &OneDay| {
                day.roles.get(role).and_then(|it| it.get(at)).copied().unwrap_or_default()
            };
            let mean = |what: fn(&Sums) -> f64| {
                days.iter().map(|day| what(&sums(day))).sum::<f64>() / days.len() as f64
            };
            let ratio = |y: fn(&Sums) -> f64, x: fn(&Sums) -> f64| {
                crate::simulation::ratio(days.iter().map(|day| (y(&sums(day)), x(&sums(day)))))
            };
            let held = match self.question.target {
                StaffTarget::Within { .. } => ratio(|it| it.short, |it| it.waits),
                StaffTarget::Busy { .. } => ratio(|it| it.busy, |it| it.there),
            };
            OfInterval { held, queue: mean(|it| it.queue), busy: mean(|it| it.busy) }
        };
        let overtime = |role: usize| {
            let hours = |day: &OneDay| day.overtime_hours.get(role).copied().unwrap_or_default();
            crate::simulation::ratio(days.iter().map(|day| (hours(day), 1.0)))
        };
        Seen {
            roles: (0..self.planned.len())
                .map(|role| (0..intervals).map(|at| of(role, at)).collect())
                .collect(),
            overtime_hours: (0..self.planned.len()).map(overtime).collect(),
        }
    }
}
