//! Days simulated with given shifts, and what they say of each planned role.

use std::ops::Range;

use super::question::{StaffTarget, StaffingQuestion, StaffingRefusal};
use super::repair::{self, OfInterval};
use crate::blueprint::{RoleId, Scenario, Span, Step, TimeUnit};
use crate::process::{Moment, compile};
use crate::simulation::{DayStudy, DayTally, Estimate, IntervalTally, Model, SpreadParts};

/// Into how many parts days are cut at least, so that threads have something to share.
const PARTS: u32 = 16;
/// Ticks of an hour.
const HOUR: f64 = 3_600.0e6;

/// How days are simulated.
pub(super) struct Rehearsal<'a> {
    pub(super) question: &'a StaffingQuestion,
    pub(super) planned: &'a [RoleId],
    pub(super) spread: &'a SpreadParts<'a>,
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
        if (self.cancelled)() {
            return Err(StaffingRefusal::Cancelled);
        }
        let scenario = self.judged(scenario);
        let model =
            Model::of_day(&scenario, &compile(&scenario)).map_err(StaffingRefusal::Lacks)?;
        let mut study = DayStudy::new(model, self.question.seed).from_day(days.start);
        let count = days.end.saturating_sub(days.start);
        if study.go_to(count, PARTS, self.spread, self.cancelled) {
            return Ok(self.seen(&scenario, study.tally()));
        }
        Err(if study.too_much().is_some() {
            StaffingRefusal::TooMuch
        } else {
            StaffingRefusal::Cancelled
        })
    }

    /// The scenario in which each step that is done when a planned role is there accepts waits as long as the
    /// target's.
    fn judged(&self, scenario: &Scenario) -> Scenario {
        let StaffTarget::Within { wait_s, .. } = self.question.target else {
            return scenario.clone();
        };
        let acceptable = Span::new(wait_s, TimeUnit::Second).ok();
        let mut judged = scenario.clone();
        let process = compile(scenario);
        let is_planned = |moment: &&Moment| self.planned.iter().any(|role| needs(moment, *role));
        for id in process.moments.iter().filter(is_planned).flat_map(Moment::steps) {
            let Some(step) = scenario.steps().get(&id) else { continue };
            let mut step = Step::clone(step);
            step.wait.get_or_insert_default().acceptable = acceptable;
            let refused = judged.set_step(id, step);
            debug_assert!(refused.is_ok(), "{refused:?}");
        }
        judged
    }

    fn seen(&self, scenario: &Scenario, tally: &DayTally) -> Seen {
        let mut seen = Seen { roles: Vec::new(), overtime_hours: Vec::new() };
        for id in self.planned {
            let Some((pool, _, role)) = scenario.roles().get_full(id) else { continue };
            let there = role.availability.value();
            let of = |interval: &IntervalTally| self.of_interval(interval, pool, there);
            seen.roles.push(tally.intervals.iter().map(of).collect());
            let overtime = tally.pools.get(pool).and_then(|pool| pool.overtime.estimate());
            seen.overtime_hours.push(overtime.map(|ticks| ticks.times(1.0 / HOUR)));
        }
        seen
    }

    /// What is said of a role, which is a pool and really there for a part of its time.
    fn of_interval(&self, interval: &IntervalTally, pool: usize, there: f64) -> OfInterval {
        let of = |ratios: &[crate::simulation::Ratio]| ratios.get(pool)?.estimate();
        let busy = of(&interval.busy);
        let held = match self.question.target {
            StaffTarget::Within { .. } => of(&interval.accepted_of),
            StaffTarget::Busy { .. } => {
                let duty = of(&interval.on_duty).map(|duty| duty.mean * there);
                let duty = duty.filter(|duty| *duty > 0.0);
                busy.zip(duty).map(|(busy, duty)| busy.times(1.0 / duty))
            }
        };
        let mean = |estimate: Option<Estimate>| estimate.map_or(0.0, |estimate| estimate.mean);
        OfInterval { held, queue: mean(of(&interval.queues)), busy: mean(busy) }
    }
}

/// Whether a role is needed at a moment.
fn needs(moment: &Moment, role: RoleId) -> bool {
    let mut claims = moment.activities.iter().flat_map(|activity| &activity.claims);
    claims.any(|claim| claim.roles.contains(&role))
}
