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
//! 5. *Check* on other days. A miss goes back to 3, a few times at most.
//!
//! Days have the same customers with the same times whoever is there, so that a difference seen is that of the
//! heads.

mod by_hand;
mod heads;
mod least;
mod question;
mod rehearsal;
mod repair;
mod shape_notation;

use crate::blueprint::{
    Blueprint, Day, Places, Refusal, Role, RoleId, RoleKind, Scenario, ScenarioId, Shift,
    duty_by_minute, on_duty,
};
use crate::planning::{Rota, RotaRefusal, RotaTask, check_rota, rota};
use crate::process::{Process, compile};
use crate::simulation::{Estimate, SpreadParts};

use heads::{Heads, nested, paid_hours, shifts_of, with_shifts};
use least::least_heads;
use rehearsal::{Rehearsal, Seen};
use repair::{OfInterval, missed, raise, repair, slack};

pub use by_hand::staffing_tried;
pub use question::{
    OneLess, RolePlan, StaffTarget, Staffing, StaffingProgress, StaffingQuestion, StaffingRefusal,
    StaffingStage,
};
pub use shape_notation::read_shape;

/// The first of the days of the check: far from those of the trials.
const FIRST_CHECKED: u32 = 1 << 31;
/// So many of a role that nobody ever waits for one.
const PLENTY: u32 = 100_000;
/// How many times a check that misses is gone back from.
const MOST_RETURNS: u32 = 3;
/// Of the whole work, what is done once the work that comes in is known, and whether the target can be reached.
const LOADED: f32 = 0.06;
const IN_REACH: f32 = 0.12;
/// What is done at most while heads are mended, and how much of the rest each trial takes.
const REPAIRED: f32 = 0.75;
const OF_THE_REST: f32 = 0.06;
/// What is done once there are shifts, they were checked, and those of today were looked at.
const COVERED: f32 = 0.78;
const CHECKED: f32 = 0.88;
const TODAY: f32 = 0.97;

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
    staffing_told(scenario, question, spread, cancelled, &|_| {})
}

/// As [`staffing`], and tells how far it has come.
///
/// # Errors
/// Why there is no plan.
pub fn staffing_told(
    scenario: &Scenario,
    question: &StaffingQuestion,
    spread: &SpreadParts<'_>,
    cancelled: &(dyn Fn() -> bool + Sync),
    told: &dyn Fn(StaffingProgress),
) -> Result<Staffing, StaffingRefusal> {
    let day = scenario.demand().day.as_deref().ok_or(StaffingRefusal::NoDay)?;
    let process = compile(scenario);
    let planned = planned(scenario, &process, question);
    if planned.is_empty() {
        return Err(StaffingRefusal::NoStaff);
    }
    if question.shapes.is_empty() {
        return Err(StaffingRefusal::NoShapes);
    }
    if let Some(at) = question.malformed_shape() {
        return Err(StaffingRefusal::Shape(at));
    }
    let rehearsal = Rehearsal { question, planned: &planned, spread, cancelled };
    let work =
        Planner { scenario, question, day, process: &process, planned: &planned, rehearsal, told };
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
            let shifts = shifts_of(&planned.rota);
            // What is said of the long run is said of those who are there at the peak.
            let most = duty_by_minute(&shifts).into_iter().max().filter(|most| *most > 0);
            let headcount = most.unwrap_or(role.headcount);
            let role = Role { headcount, shifts, ..Role::clone(role) };
            scenario.set_role(planned.role, role)?;
        }
        Ok(())
    })?;
    *blueprint = changed;
    Ok(new)
}

/// The staff that can be planned: those who have work, in document order.
#[must_use]
pub fn plannable_roles(scenario: &Scenario) -> Vec<RoleId> {
    planned(scenario, &compile(scenario), &StaffingQuestion::default())
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
    told: &'a dyn Fn(StaffingProgress),
}

impl Planner<'_> {
    fn plan(&self) -> Result<Staffing, StaffingRefusal> {
        let target = self.question.target;
        let least = self.least();
        self.check_shapes(&least)?;
        self.tell(StaffingStage::Load, 0.0);
        let load = self.load()?;
        self.tell(StaffingStage::Load, LOADED);
        self.check_reach()?;
        self.tell(StaffingStage::Repair, IN_REACH);
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
        for _ in 0..MOST_RETURNS {
            let mut more = heads.clone();
            if !raise(&mut more, &checked.roles, target) {
                break;
            }
            // Without taking away again what the other days asked for.
            heads.clone_from(&more);
            self.repaired(&mut heads, &more)?;
            (rotas, checked) = self.covered(&heads)?;
        }
        self.tell(StaffingStage::Check, CHECKED);
        let today = self.today()?;
        self.tell(StaffingStage::Check, TODAY);
        let one_less = self.one_less(&heads, &least, &checked)?;
        let mut plan = self.staffing(load, heads, rotas, &checked);
        for (at, role) in plan.roles.iter_mut().enumerate() {
            let of_today = today.iter().filter_map(|seen| seen.get(at)).flatten();
            role.held_today = of_today.map(|seen| seen.held).collect();
            role.is_least = least.get(at) == Some(&role.need);
            role.one_less = one_less.get(at).copied().flatten();
        }
        Ok(plan)
    }

    fn tell(&self, stage: StaffingStage, done: f32) {
        (self.told)(StaffingProgress { stage, done });
    }

    /// Whether shifts can be there whenever somebody must: before anything is simulated.
    fn check_shapes(&self, least: &Heads) -> Result<(), StaffingRefusal> {
        for (role, need) in self.planned.iter().zip(least) {
            let refused = |refusal| StaffingRefusal::Rota { role: *role, refusal };
            check_rota(&self.task(*role, need)).map_err(refused)?;
        }
        Ok(())
    }

    /// What the days of the check are like with the shifts of today; `None` where those cannot be simulated.
    fn today(&self) -> Result<Option<repair::Seen>, StaffingRefusal> {
        match self.rehearsal.days(self.scenario, checked_days(self.question)) {
            Ok(seen) => Ok(Some(seen.roles)),
            Err(StaffingRefusal::Cancelled) => Err(StaffingRefusal::Cancelled),
            // Nobody planned them: they may be too few for what comes.
            Err(_) => Ok(None),
        }
    }

    /// What becomes of each role's target with one less of it where it is kept by least of those intervals that
    /// could do with one less.
    fn one_less(
        &self,
        heads: &Heads,
        least: &Heads,
        checked: &Seen,
    ) -> Result<Vec<Option<OneLess>>, StaffingRefusal> {
        let target = self.question.target;
        let mut found = Vec::with_capacity(heads.len());
        for (role, (need, least)) in heads.iter().zip(least).enumerate() {
            let Some(seen) = checked.roles.get(role) else { continue };
            let could = |at: &usize| need.get(*at) > least.get(*at);
            let at = tightest_of(seen, target, could).map(|(at, _)| at);
            let Some(at) = at else {
                found.push(None);
                continue;
            };
            let mut fewer = heads.clone();
            if let Some(count) = fewer.get_mut(role).and_then(|heads| heads.get_mut(at)) {
                *count -= 1;
            }
            let then = self.tried(&fewer, self.question.trial_days)?;
            let worst = then.get(role).and_then(|seen| tightest_of(seen, target, |_| true));
            found.push(worst.map(|(worst, held)| OneLess { at, worst, held }));
        }
        Ok(found)
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
        let seen = self.rehearsal.days(&scenario, 0..self.question.trial_days)?;
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
        let seen = self.rehearsal.days(&scenario, 0..self.question.trial_days)?;
        for (role, seen) in self.planned.iter().zip(&seen.roles) {
            let worst = tightest_of(seen, self.question.target, |_| true);
            if let Some((interval, held)) = worst
                && self.question.target.slack(held) < 0.0
            {
                let share = held.mean;
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

    /// What so many days of a trial are like with these heads.
    fn tried(&self, heads: &Heads, days: u32) -> Result<repair::Seen, StaffingRefusal> {
        let shifts = heads.iter().map(|heads| nested(heads, self.day));
        let scenario = self
            .planned
            .iter()
            .zip(shifts)
            .fold(self.scenario.clone(), |scenario, (id, shifts)| {
                with_shifts(scenario, *id, shifts)
            });
        Ok(self.rehearsal.days(&scenario, 0..days)?.roles)
    }

    /// Mends heads on the days of the trials.
    fn repaired(&self, heads: &mut Heads, least: &Heads) -> Result<(), StaffingRefusal> {
        let mut refused = None;
        let mut done = IN_REACH;
        let mut trial = |heads: &Heads, times: u32| {
            let seen = self.tried(heads, self.question.trial_days.saturating_mul(times));
            done += (REPAIRED - done) * OF_THE_REST;
            self.tell(StaffingStage::Repair, done);
            match seen {
                Ok(seen) => Some(seen),
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
            (Some(_), None) => Ok(()),
        }
    }

    /// The shifts for heads, and what other days are like with them.
    fn covered(&self, heads: &Heads) -> Result<(Vec<Rota>, Seen), StaffingRefusal> {
        self.tell(StaffingStage::Shifts, REPAIRED);
        let mut rotas = Vec::with_capacity(heads.len());
        for (role, need) in self.planned.iter().zip(heads) {
            let found = rota(&self.task(*role, need), &|| (self.rehearsal.cancelled)());
            rotas.push(found.map_err(|refusal| match refusal {
                RotaRefusal::Cancelled => StaffingRefusal::Cancelled,
                refusal => StaffingRefusal::Rota { role: *role, refusal },
            })?);
        }
        self.tell(StaffingStage::Check, COVERED);
        let scenario = self.with(&rotas);
        Ok((rotas, self.rehearsal.days(&scenario, checked_days(self.question))?))
    }

    /// What is asked of the shifts of a role.
    fn task(&self, role: RoleId, need: &[u32]) -> RotaTask {
        let open = self.day.open.minutes();
        let mut shapes = self.question.shapes.clone();
        let kind = self.scenario.roles().get(&role).map(|role| role.kind);
        if matches!(kind, Some(RoleKind::Equipment | RoleKind::Room)) {
            // What is no person needs no break.
            for shape in &mut shapes {
                shape.rest = None;
            }
        }
        RotaTask {
            opens_min: open,
            closes_min: open + self.day.length(),
            every_min: self.day.every,
            need: need.to_vec(),
            shapes,
            start_every_min: self.question.start_every_min,
        }
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
                duty: fewest_on_duty(then, self.day),
                rota,
                held,
                held_today: Vec::new(),
                is_least: false,
                one_less: None,
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
            days: self.question.check_days,
            holds,
        }
    }
}

/// The days of the check.
fn checked_days(question: &StaffingQuestion) -> std::ops::Range<u32> {
    FIRST_CHECKED..FIRST_CHECKED.saturating_add(question.check_days)
}

/// The fewest of a role who are on duty at any minute of each interval.
fn fewest_on_duty(role: &Role, day: &Day) -> Vec<u32> {
    let open = day.open.minutes();
    let fewest = |at: usize| {
        let (from, to) = day.interval(at);
        let duty = (from..to).map(|minute| on_duty(&role.shifts, open + minute));
        duty.min().unwrap_or_default()
    };
    (0..day.intervals()).map(fewest).collect()
}

impl Staffing {
    /// The role and interval in which the target is kept by least, with what was seen there; `None` where nobody
    /// came at all.
    #[must_use]
    pub fn tightest(&self) -> Option<(RoleId, usize, Estimate)> {
        self.tightest_of(|role| &role.held)
    }

    /// The same with the shifts of today.
    #[must_use]
    pub fn tightest_today(&self) -> Option<(RoleId, usize, Estimate)> {
        self.tightest_of(|role| &role.held_today)
    }

    /// In how many intervals all roles keep the target, and of how many in which anybody comes; `None` where
    /// nothing is known.
    #[must_use]
    pub fn intervals_held(
        &self,
        held: impl Fn(&RolePlan) -> &Vec<Option<Estimate>>,
    ) -> Option<(usize, usize)> {
        let most = self.roles.iter().map(|role| held(role).len()).max()?;
        let of = |at: usize| self.roles.iter().filter_map(|role| *held(role).get(at)?).collect();
        let known: Vec<Vec<Estimate>> =
            (0..most).map(of).filter(|it: &Vec<_>| !it.is_empty()).collect();
        let holds = |it: &&Vec<Estimate>| it.iter().all(|held| self.target.slack(*held) >= 0.0);
        (!known.is_empty()).then(|| (known.iter().filter(holds).count(), known.len()))
    }

    /// In how many intervals a role misses the target, and of how many in which anybody comes.
    #[must_use]
    pub fn intervals_missed(&self) -> (usize, usize) {
        let held = self.intervals_held(|role| &role.held);
        held.map_or((0, 0), |(held, of)| (of - held, of))
    }

    /// The shifts of the roles that were planned, each with the name of its role.
    pub fn shifts(&self) -> impl Iterator<Item = (&str, &Shift)> {
        let planned = |id: &RoleId| self.roles.iter().any(|plan| plan.role == *id);
        let roles = self.scenario.roles().iter().filter(move |(id, _)| planned(id));
        roles.flat_map(|(_, role)| role.shifts.iter().map(|shift| (role.name.as_str(), shift)))
    }

    fn tightest_of(
        &self,
        held: impl Fn(&RolePlan) -> &Vec<Option<Estimate>>,
    ) -> Option<(RoleId, usize, Estimate)> {
        let mut tightest: Option<(f64, RoleId, usize, Estimate)> = None;
        for role in &self.roles {
            for (at, held) in held(role).iter().enumerate() {
                let Some(held) = *held else { continue };
                let slack = self.target.slack(held);
                if tightest.is_none_or(|(least, ..)| slack < least) {
                    tightest = Some((slack, role.role, at, held));
                }
            }
        }
        tightest.map(|(_, role, at, held)| (role, at, held))
    }
}

impl StaffTarget {
    /// By how much it is kept; below 0 it is missed.
    #[must_use]
    pub fn slack(self, held: Estimate) -> f64 {
        slack(&OfInterval { held: Some(held), ..OfInterval::default() }, self)
    }
}

/// Of some intervals the one in which a target is kept by least, with what was seen there; of equals the first.
fn tightest_of(
    seen: &[OfInterval],
    target: StaffTarget,
    which: impl Fn(&usize) -> bool,
) -> Option<(usize, Estimate)> {
    let of = seen.iter().enumerate().filter(|(at, _)| which(at));
    let held = of.filter_map(|(at, seen)| Some((at, seen.held?)));
    held.min_by(|(_, a), (_, b)| target.slack(*a).total_cmp(&target.slack(*b)))
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
