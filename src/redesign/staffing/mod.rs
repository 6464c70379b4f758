//! Who is to come when, so that a day goes well.
//!
//! # How a plan is found
//!
//! 1. *Offered load*: the day is simulated with people and places for everybody. Who is at work then is the work
//!    that comes in, with its delay: the load of an infinite-server queue (Jennings, Mandelbaum, Massey & Whitt
//!    1996), for any network.
//! 2. *Least heads* of each role in each interval, by formula for that load ([`least`]).
//! 3. *Repair*: the day is simulated with those heads; where the target is missed there is one more, then
//!    there is one less wherever it still holds ([`mod@repair`]).
//! 4. *Shifts*: the cheapest ones that cover those heads ([`crate::planning`]).
//! 5. *Check* on other days. A miss goes back to 3, once.
//!
//! Days have the same customers with the same times whoever is there, so that a difference seen is that of the
//! heads.

mod heads;
mod least;
mod question;
mod rehearsal;
mod repair;

use crate::blueprint::{
    Blueprint, Day, Places, Refusal, Role, RoleId, RoleKind, Scenario, ScenarioId, on_duty,
};
use crate::planning::{Rota, RotaTask, rota};
use crate::process::{Process, compile};
use crate::simulation::{Estimate, SpreadParts};

use heads::{Heads, nested, paid_hours, shifts_of, with_shifts};
use least::least_heads;
use rehearsal::{Rehearsal, Seen};
use repair::{OfInterval, missed, raise, repair, slack};

pub use question::{RolePlan, StaffTarget, Staffing, StaffingQuestion, StaffingRefusal};

/// Days of a trial.
const TRIAL_DAYS: u32 = 200;
/// Days of the check.
const CHECK_DAYS: u32 = 1_000;
/// The first of the days of the check: far from those of the trials.
const FIRST_CHECKED: u32 = 1 << 31;
/// So many of a role that nobody ever waits for one.
const PLENTY: u32 = 100_000;

/// Plans the shifts of a day. `spread` hands parts of the days to a work, in any order and on any thread; `cancelled` is
/// asked again and again. The same question has the same answer.
///
/// # Errors
/// Why there is no plan.
pub fn staffing(
    scenario: &Scenario,
    question: &StaffingQuestion,
    spread: &SpreadParts<'_>,
    cancelled: &(dyn Fn() -> bool + Sync),
) -> Result<Staffing, StaffingRefusal> {
    let day = scenario.demand().day.as_deref().ok_or(StaffingRefusal::NoDay)?;
    let process = compile(scenario);
    let planned = planned(scenario, &process, question);
    if planned.is_empty() {
        return Err(StaffingRefusal::NoStaff);
    }
    let rehearsal = Rehearsal { question, planned: &planned, spread, cancelled };
    let work = Planner { scenario, question, day, process: &process, planned: &planned, rehearsal };
    work.plan()
}

/// Makes a copy of a scenario with the shifts of a plan.
///
/// # Errors
/// As [`Blueprint::duplicate_scenario`].
pub fn add_staffing(
    blueprint: &mut Blueprint,
    scenario: ScenarioId,
    plan: &Staffing,
    name: &str,
) -> Result<ScenarioId, Refusal> {
    let mut changed = blueprint.clone();
    let new = changed.duplicate_scenario(scenario, name.trim())?;
    changed.edit(new, |scenario, _| {
        for planned in &plan.roles {
            let role = scenario.roles().get(&planned.role).ok_or(Refusal::NotThere)?;
            let role = Role { shifts: shifts_of(&planned.rota), ..Role::clone(role) };
            scenario.set_role(planned.role, role)?;
        }
        Ok(())
    })?;
    *blueprint = changed;
    Ok(new)
}

/// The staff that are asked for and have work, in document order.
fn planned(scenario: &Scenario, process: &Process, question: &StaffingQuestion) -> Vec<RoleId> {
    let works = |id: &RoleId| {
        let moments = process.moments.iter().filter(|moment| moment.is_reached());
        let mut claims = moments.flat_map(|moment| &moment.activities).flat_map(|it| &it.claims);
        claims.any(|claim| claim.roles.contains(id))
    };
    let is_asked = |id: &RoleId, role: &Role| match question.roles.as_slice() {
        [] => role.kind == RoleKind::Staff,
        asked => asked.contains(id),
    };
    let roles = scenario.roles().iter().filter(|(id, role)| is_asked(id, role) && works(id));
    roles.map(|(id, _)| *id).collect()
}

struct Planner<'a> {
    scenario: &'a Scenario,
    question: &'a StaffingQuestion,
    day: &'a Day,
    process: &'a Process,
    planned: &'a [RoleId],
    rehearsal: Rehearsal<'a>,
}

impl Planner<'_> {
    fn plan(&self) -> Result<Staffing, StaffingRefusal> {
        let target = self.question.target;
        let load = self.load()?;
        self.check_reach()?;
        let least = self.least();
        let mut heads: Heads = self
            .planned
            .iter()
            .zip(load.iter().zip(&least))
            .map(|(role, (load, least))| {
                let work_s = self.work_s(*role);
                let heads = load.iter().map(|load| least_heads(*load, work_s, target));
                heads.zip(least).map(|(heads, least)| heads.max(*least)).collect()
            })
            .collect();
        self.repaired(&mut heads, &least)?;
        let (mut rotas, mut checked) = self.covered(&heads)?;
        let mut more = heads.clone();
        if raise(&mut more, &checked.roles, target) {
            // Without taking away again what the other days asked for.
            heads = more;
            self.repaired(&mut heads.clone(), &heads).and_then(|better| {
                heads = better;
                (rotas, checked) = self.covered(&heads)?;
                Ok(())
            })?;
        }
        Ok(self.staffing(load, heads, rotas, &checked))
    }

    /// How many of each planned role would be at work in each interval if nobody ever waited.
    fn load(&self) -> Result<Vec<Vec<f64>>, StaffingRefusal> {
        let mut scenario = self.scenario.clone();
        for id in self.scenario.roles().keys() {
            scenario = with_plenty(scenario, *id);
        }
        for (id, step) in self.scenario.steps() {
            let unlimited = crate::blueprint::Step {
                places: Some(Places::Unlimited),
                ..crate::blueprint::Step::clone(step)
            };
            if scenario.set_step(*id, unlimited).is_err() {
                log::warn!("places of a step cannot be unlimited");
            }
        }
        let seen = self.rehearsal.days(&scenario, 0..TRIAL_DAYS)?;
        let of_role = |(id, seen): (&RoleId, &Vec<OfInterval>)| {
            // Who is away after work is needed as well.
            let there = self.scenario.roles().get(id).map_or(1.0, |role| role.availability.value());
            seen.iter().map(|it| it.busy / there).collect()
        };
        Ok(self.planned.iter().zip(&seen.roles).map(of_role).collect())
    }

    /// Whether a target can be reached at all: with plenty of the planned roles, and all else as it is.
    fn check_reach(&self) -> Result<(), StaffingRefusal> {
        let StaffTarget::Within { .. } = self.question.target else { return Ok(()) };
        let mut scenario = self.scenario.clone();
        for id in self.planned {
            scenario = with_plenty(scenario, *id);
        }
        let seen = self.rehearsal.days(&scenario, 0..TRIAL_DAYS)?;
        for (role, seen) in self.planned.iter().zip(&seen.roles) {
            if let Some(interval) = missed(seen, self.question.target).next() {
                let share = seen.get(interval).and_then(|it| it.held).map_or(0.0, |it| it.mean);
                return Err(StaffingRefusal::OutOfReach { role: *role, interval, share });
            }
        }
        Ok(())
    }

    /// What no interval goes below: as many as the largest need takes at once, and none where nobody ever comes.
    fn least(&self) -> Heads {
        let most_at_once = |id: &RoleId| {
            let moments = self.process.moments.iter().filter(|moment| moment.is_reached());
            let claims = moments.flat_map(|moment| &moment.activities).flat_map(|it| &it.claims);
            let alone = claims.filter(|claim| claim.roles.as_slice() == [*id]);
            alone.map(|claim| claim.count).max().unwrap_or(1)
        };
        let intervals = self.day.intervals();
        self.planned.iter().map(|id| vec![most_at_once(id); intervals]).collect()
    }

    /// Mean seconds for which one of a role is taken.
    fn work_s(&self, id: RoleId) -> f64 {
        let (mut work, mut visits) = (0.0, 0.0);
        for moment in self.process.moments.iter().filter(|moment| moment.is_reached()) {
            let times = moment.visits.unwrap_or_default();
            for activity in &moment.activities {
                if activity.claims.iter().any(|claim| claim.roles.contains(&id)) {
                    work += times * activity.hold_s().unwrap_or_default();
                    visits += times;
                }
            }
        }
        let there = self.scenario.roles().get(&id).map_or(1.0, |role| role.availability.value());
        if visits > 0.0 { work / visits / there } else { 0.0 }
    }

    /// Mends heads on the days of the trials; answers them.
    fn repaired(&self, heads: &mut Heads, least: &Heads) -> Result<Heads, StaffingRefusal> {
        let mut refused = None;
        let mut trial = |heads: &Heads, times: u32| {
            let shifts = heads.iter().map(|heads| nested(heads, self.day));
            let scenario = self
                .planned
                .iter()
                .zip(shifts)
                .fold(self.scenario.clone(), |scenario, (id, shifts)| {
                    with_shifts(scenario, *id, shifts)
                });
            match self.rehearsal.days(&scenario, 0..TRIAL_DAYS * times) {
                Ok(seen) => Some(seen.roles),
                Err(refusal) => {
                    refused = Some(refusal);
                    None
                }
            }
        };
        let seen = repair(heads, least, self.question.target, &mut trial);
        match (seen, refused) {
            (_, Some(refusal)) => Err(refusal),
            (None, None) => Err(StaffingRefusal::Cancelled),
            (Some(_), None) => Ok(heads.clone()),
        }
    }

    /// The shifts for heads, and what other days are like with them.
    fn covered(&self, heads: &Heads) -> Result<(Vec<Rota>, Seen), StaffingRefusal> {
        let open = self.day.open.minutes();
        let mut rotas = Vec::with_capacity(heads.len());
        for (role, need) in self.planned.iter().zip(heads) {
            let task = RotaTask {
                opens_min: open,
                closes_min: open + self.day.length(),
                every_min: self.day.every,
                need: need.clone(),
                shapes: self.question.shapes.clone(),
                start_every_min: self.question.start_every_min,
            };
            let found = rota(&task, &|| (self.rehearsal.cancelled)());
            rotas.push(found.map_err(|refusal| StaffingRefusal::Rota { role: *role, refusal })?);
        }
        let scenario = self.with(&rotas);
        let days = FIRST_CHECKED..FIRST_CHECKED + CHECK_DAYS;
        Ok((rotas, self.rehearsal.days(&scenario, days)?))
    }

    fn with(&self, rotas: &[Rota]) -> Scenario {
        self.planned.iter().zip(rotas).fold(self.scenario.clone(), |scenario, (id, rota)| {
            with_shifts(scenario, *id, shifts_of(rota))
        })
    }

    fn staffing(
        &self,
        load: Vec<Vec<f64>>,
        heads: Heads,
        rotas: Vec<Rota>,
        checked: &Seen,
    ) -> Staffing {
        let target = self.question.target;
        let scenario = self.with(&rotas);
        let mut roles = Vec::with_capacity(rotas.len());
        for (at, ((role, load), (need, rota))) in
            self.planned.iter().zip(load).zip(heads.into_iter().zip(rotas)).enumerate()
        {
            let (Some(today), Some(then)) =
                (self.scenario.roles().get(role), scenario.roles().get(role))
            else {
                continue;
            };
            let rate = today.cost_per_hour.map(crate::blueprint::Quantity::get);
            let (paid, paid_today) = (paid_hours(then, self.day), paid_hours(today, self.day));
            let held = checked.roles.get(at).into_iter().flatten().map(|seen| seen.held).collect();
            roles.push(RolePlan {
                role: *role,
                load,
                need,
                duty: self.duty(then),
                rota,
                held,
                overtime_hours: checked.overtime_hours.get(at).copied().flatten(),
                paid_hours: paid,
                paid_hours_today: paid_today,
                cost: rate.map(|rate| rate * paid),
                cost_today: rate.map(|rate| rate * paid_today),
            });
        }
        let sum = |of: fn(&RolePlan) -> Option<f64>| roles.iter().map(of).sum::<Option<f64>>();
        let holds = checked.roles.iter().all(|seen| missed(seen, target).next().is_none());
        Staffing {
            target,
            cost_per_day: sum(|role| role.cost),
            cost_today: sum(|role| role.cost_today),
            roles,
            scenario,
            days: CHECK_DAYS,
            holds,
        }
    }

    /// The fewest of a role who are on duty at any minute of each interval.
    fn duty(&self, role: &Role) -> Vec<u32> {
        let open = self.day.open.minutes();
        let fewest = |at: usize| {
            let (from, to) = self.day.interval(at);
            let duty = (from..to).map(|minute| on_duty(&role.shifts, open + minute));
            duty.min().unwrap_or_default()
        };
        (0..self.day.intervals()).map(fewest).collect()
    }
}

impl Staffing {
    /// The role and interval in which the target is kept by least, with what was seen there; `None` where nobody
    /// came at all.
    #[must_use]
    pub fn tightest(&self) -> Option<(RoleId, usize, Estimate)> {
        let mut tightest: Option<(f64, RoleId, usize, Estimate)> = None;
        for role in &self.roles {
            for (at, held) in role.held.iter().enumerate() {
                let Some(held) = *held else { continue };
                let seen = OfInterval { held: Some(held), ..OfInterval::default() };
                let slack = slack(&seen, self.target);
                if tightest.is_none_or(|(least, ..)| slack < least) {
                    tightest = Some((slack, role.role, at, held));
                }
            }
        }
        tightest.map(|(_, role, at, held)| (role, at, held))
    }
}

/// The scenario with so many of a role, all day, that nobody ever waits for one.
fn with_plenty(mut scenario: Scenario, id: RoleId) -> Scenario {
    if let Some(role) = scenario.roles().get(&id) {
        let role = Role { headcount: PLENTY, shifts: Vec::new(), ..Role::clone(role) };
        let refused = scenario.set_role(id, role);
        debug_assert!(refused.is_ok(), "{refused:?}");
    }
    scenario
}
