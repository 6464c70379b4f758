//! A service as pieces of staff work, and what of it can be regrouped into other jobs.
//!
//! A moment of the customer's way at which exactly one member of the staff works is a [`Task`]: it
//! can be given to somebody else, or become one job with others. In a loop of rework each moment is
//! a task by itself, and its work counts every visit. Work that a Trigger sets off is a task that
//! stays alone: nobody's customer is there. Whatever else needs staff — several at once, units that
//! stay with the customer, equipment that outlasts the staff — stays as it is, together with
//! everything that the same people do, and its limits hold for every design.

use std::collections::BTreeMap;

use rustc_hash::{FxHashMap, FxHashSet};

use super::puzzle::{MOST_PIECES, Pieces};
use crate::analysis::{Analysis, Basis, Lack, Pool, PoolFigures, analyse_process};
use crate::blueprint::{RoleId, RoleKind, Scenario, Share, StepId};
use crate::process::{self, Activity, ArcKind, Claim, Moment, Part, Process, Room};

/// Relative difference below which two capacities are equal.
const DUST: f64 = 1e-9;

/// Work of one member of the staff for a customer, all at one moment.
#[derive(Clone, Debug, PartialEq)]
pub struct Task {
    /// The step that the staff do.
    pub step: StepId,
    /// All steps of its moment, in document order.
    pub steps: Vec<StepId>,
    /// Seconds of staff time per customer: visits × (time + set-up) ÷ batch.
    pub work_s: f64,
    /// The roles that can do it today, in document order; never empty.
    pub roles: Vec<RoleId>,
    /// Of [`Task::roles`] the one that costs least.
    pub role: RoleId,
    /// The share of paid time that the role is really there, above 0.
    pub availability: f64,
    /// Equipment, rooms and the like that it takes one of.
    pub equipment: Vec<RoleId>,
    /// Whether it is triggered by a Trigger.
    pub triggered: bool,
    /// Its moment.
    pub(super) moment: usize,
    /// Moments in a row without a branch between them have the same number: tasks of one stretch
    /// can change places.
    pub(super) stretch: usize,
    /// The tasks that come before it on the customer's way.
    pub(super) before: Pieces,
}

/// Why work cannot be given to somebody else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StaysBecause {
    /// It needs several of the staff at once.
    SeveralAtOnce,
    /// A unit stays with the customer over several steps.
    KeptUnit,
    /// Somebody or something outside the staff could do it as well.
    StandIn,
    /// A partner takes part.
    Partner,
    /// Equipment or places are held longer than the staff, in differing numbers, or are not always
    /// there, so that they do not simply grow with the workers.
    Equipment,
    /// The same people or things also do work that stays.
    SharedWithOthers,
}

impl StaysBecause {
    /// The name in JSON.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::SeveralAtOnce => "several_at_once",
            Self::KeptUnit => "kept_unit",
            Self::StandIn => "stand_in",
            Self::Partner => "partner",
            Self::Equipment => "equipment",
            Self::SharedWithOthers => "shared_with_others",
        }
    }
}

/// Work that stays as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stays {
    /// The step that the staff do.
    pub step: StepId,
    /// Why.
    pub because: StaysBecause,
}

/// Why there is nothing to advise.
#[derive(Clone, Debug, PartialEq)]
pub enum Obstacle {
    /// The figures of today lack something: a time, a sound flow.
    Lacks(Vec<Lack>),
    /// No work of the staff can be regrouped.
    NothingToRegroup(Vec<Stays>),
    /// More tasks than can be searched.
    TooManyTasks {
        /// How many there are.
        tasks: usize,
        /// How many there can be.
        most: usize,
    },
    /// Rules demand an order that goes round in a circle.
    OrderInCircle,
    /// No grouping keeps to the rules with so few people.
    NoDesign {
        /// People asked for, at most.
        staff: u64,
        /// The fewest that can do it, if any number can.
        least: Option<u64>,
    },
    /// No number of people reaches the target.
    RateOutOfReach {
        /// Customers per hour that can be reached.
        best_per_hour: f64,
        /// How far it can be trusted.
        basis: Basis,
        /// Whether nothing can be better; if not, it is the best that was found.
        proven: bool,
        /// The steps that stay as they are and serve no more, in document order; none where it is not
        /// they that limit. More people there are not tried.
        staying: Vec<StepId>,
    },
    /// No number of people within reason brings the cost so low.
    CostOutOfReach {
        /// The least cost per customer that was found; `None` where a rate is missing.
        best: Option<f64>,
        /// How far the capacity under it can be trusted: where that is at most so much, a customer
        /// costs at least so much.
        basis: Basis,
    },
    /// A role that does none of the work that can be regrouped.
    RoleWithoutTasks(RoleId),
}

/// A service as pieces of work.
#[derive(Clone, Debug)]
pub struct Workload {
    /// What can be regrouped, in an order in which it can be done.
    pub tasks: Vec<Task>,
    /// What stays as it is, in document order.
    pub stays: Vec<Stays>,
    /// Customers per hour that what stays can serve; `None` without limit.
    pub limit_per_hour: Option<f64>,
    /// The steps of the pools that serve no more than that, in document order.
    pub limiting: Vec<StepId>,
    /// Staff whose work stays as it is.
    pub staying_staff: u64,
    /// Customers per hour today.
    pub capacity_per_hour: Option<f64>,
    /// How far capacities can be trusted: what stays may be known by a bound alone.
    pub basis: Basis,
    /// Material per customer.
    pub material: f64,
    pub(super) process: Process,
    /// The stretch of each moment.
    pub(super) stretches: Vec<usize>,
    /// The task of each step.
    pub(super) task_of: FxHashMap<StepId, usize>,
}

/// A moment at which staff work, before it is known whether it can be regrouped.
struct Candidate {
    task: Task,
    because: Option<StaysBecause>,
}

impl Workload {
    /// Reads a scenario. Near-linear in steps and links.
    ///
    /// # Errors
    /// [`Obstacle::Lacks`], [`Obstacle::NothingToRegroup`], [`Obstacle::TooManyTasks`].
    pub fn of(scenario: &Scenario) -> Result<Self, Obstacle> {
        let process = process::compile(scenario);
        let analysis = analyse_process(scenario, &process);
        let stretches = stretches(&process);
        let mut candidates: Vec<Candidate> = Vec::new();
        for (index, moment) in process.moments.iter().enumerate() {
            if moment.is_reached() && moment.visits != Some(0.0) {
                candidates.extend(candidate(scenario, moment, index, stretches[index]));
            }
        }
        settle_what_stays(&process, &mut candidates);
        let free = free_roles(&analysis, &candidates);
        let lacks: Vec<Lack> = analysis
            .capacity_per_hour
            .lacks
            .iter()
            .copied()
            .filter(|lack| !matches!(lack, Lack::Headcount(role) if free.contains(role)))
            .collect();
        if !lacks.is_empty() {
            return Err(Obstacle::Lacks(lacks));
        }
        let mut stays: Vec<Stays> = Vec::new();
        let mut tasks: Vec<Task> = Vec::new();
        for candidate in candidates {
            match candidate.because {
                Some(because) => stays.push(Stays { step: candidate.task.step, because }),
                // Without work it makes no difference who does it.
                None if candidate.task.work_s > 0.0 => tasks.push(candidate.task),
                None => {}
            }
        }
        if tasks.is_empty() {
            return Err(Obstacle::NothingToRegroup(stays));
        }
        if tasks.len() > MOST_PIECES {
            return Err(Obstacle::TooManyTasks { tasks: tasks.len(), most: MOST_PIECES });
        }
        put_in_order(&process, &mut tasks);
        let task_of = tasks
            .iter()
            .enumerate()
            .flat_map(|(at, task)| task.steps.iter().map(move |step| (*step, at)))
            .collect();
        let mut workload = Self {
            tasks,
            stays,
            limit_per_hour: None,
            limiting: Vec::new(),
            staying_staff: 0,
            capacity_per_hour: analysis.capacity_per_hour.value,
            basis: analysis.capacity_per_hour.basis,
            material: analysis.money.material_per_customer.value.unwrap_or(0.0),
            process,
            stretches,
            task_of,
        };
        workload.limit_per_hour = workload.limit(&analysis);
        workload.limiting = workload.limiting(scenario, &analysis);
        let regrouped = workload.regrouped_roles();
        workload.staying_staff = scenario
            .roles()
            .iter()
            .filter(|(id, role)| role.kind == RoleKind::Staff && !regrouped.contains(id))
            .filter(|(id, _)| analysis.roles.get(*id).is_some_and(|role| !role.steps.is_empty()))
            .map(|(_, role)| u64::from(role.headcount))
            .sum();
        Ok(workload)
    }

    /// The task that a step belongs to.
    #[must_use]
    pub fn task_of(&self, step: StepId) -> Option<usize> {
        self.task_of.get(&step).copied()
    }

    /// The roles whose work is regrouped.
    #[must_use]
    pub(super) fn regrouped_roles(&self) -> FxHashSet<RoleId> {
        self.tasks.iter().flat_map(|task| task.roles.iter().copied()).collect()
    }

    /// What grows with the workers who use it.
    pub(super) fn growing_roles(&self) -> FxHashSet<RoleId> {
        self.tasks.iter().flat_map(|task| task.equipment.iter().copied()).collect()
    }

    /// Today's jobs: tasks that the very same roles do.
    pub(super) fn jobs_today(&self) -> Vec<Pieces> {
        let mut jobs: BTreeMap<&[RoleId], Pieces> = BTreeMap::new();
        for (at, task) in self.tasks.iter().enumerate() {
            *jobs.entry(&task.roles).or_default() |= 1 << at;
        }
        jobs.into_values().collect()
    }

    /// The pools that no regrouping touches.
    fn untouched<'a>(&self, analysis: &'a Analysis) -> impl Iterator<Item = &'a PoolFigures> {
        let mut touched = self.regrouped_roles();
        touched.extend(self.growing_roles());
        analysis.pools.iter().filter(move |pool| match &pool.pool {
            Pool::Roles(roles) => !roles.iter().any(|role| touched.contains(role)),
            Pool::Places(step) => !self.task_of.contains_key(step),
            Pool::Assumed(_) => true,
        })
    }

    /// What the pools serve that no regrouping touches.
    fn limit(&self, analysis: &Analysis) -> Option<f64> {
        self.untouched(analysis).filter_map(|pool| pool.capacity_per_hour.value).reduce(f64::min)
    }

    /// The steps of the pools that serve no more than that.
    fn limiting(&self, scenario: &Scenario, analysis: &Analysis) -> Vec<StepId> {
        let limit = self.limit_per_hour.map(|limit| limit * (1.0 + DUST));
        let limits = |pool: &&PoolFigures| pool.capacity_per_hour.value <= limit;
        let known = self.untouched(analysis).filter(|pool| pool.capacity_per_hour.value.is_some());
        let steps: FxHashSet<StepId> =
            known.filter(limits).flat_map(|pool| pool.steps.iter().copied()).collect();
        scenario.steps().keys().copied().filter(|step| steps.contains(step)).collect()
    }
}

/// The roles that lack people without being in the way: their work is given to others.
fn free_roles(analysis: &Analysis, candidates: &[Candidate]) -> FxHashSet<RoleId> {
    let working = candidates.iter().filter(|candidate| candidate.because.is_none());
    let roles = working.flat_map(|candidate| candidate.task.roles.iter().copied());
    roles.filter(|role| analysis.roles.contains_key(role)).collect()
}

/// The work of the staff at a moment; `None` if there is none.
fn candidate(
    scenario: &Scenario,
    moment: &Moment,
    index: usize,
    stretch: usize,
) -> Option<Candidate> {
    let kind = |role: &RoleId| scenario.roles().get(role).map(|role| role.kind);
    let is_staff = |claim: &Claim| claim.roles.iter().any(|r| kind(r) == Some(RoleKind::Staff));
    let mut staff = moment
        .activities
        .iter()
        .flat_map(|activity| activity.claims.iter().map(move |claim| (activity, claim)))
        .filter(|(_, claim)| is_staff(claim));
    let (activity, claim) = staff.next()?;
    let several = staff.next().is_some();
    let per_customer = |activity: &Activity| activity.hold_s().unwrap_or(0.0) / activity.batch;
    let pay = |role: &RoleId| {
        let rate = scenario.roles().get(role).and_then(|role| role.cost_per_hour);
        rate.map_or(f64::INFINITY, crate::blueprint::Quantity::get)
    };
    let role = claim.roles.iter().copied().min_by(|a, b| pay(a).total_cmp(&pay(b)))?;
    let availability = scenario.roles().get(&role).map_or(1.0, |role| role.availability.value());
    let mut because = None;
    let mut equipment = Vec::new();
    for other in &moment.activities {
        let held_longer = per_customer(other) > per_customer(activity) * (1.0 + 1e-12);
        if matches!(other.room, Room::Places(_)) && held_longer {
            because = Some(StaysBecause::Equipment);
        }
        for thing in other.claims.iter().filter(|claim| !is_staff(claim)) {
            let role = thing.roles.first().and_then(|role| scenario.roles().get(role));
            let always_there = role.is_some_and(|role| role.availability == Share::ALL);
            if thing.keep {
                because = Some(StaysBecause::KeptUnit);
            } else if role.is_some_and(|role| role.kind == RoleKind::External) {
                because = Some(StaysBecause::Partner);
            } else if thing.count > 1 || thing.roles.len() > 1 || held_longer || !always_there {
                because = Some(StaysBecause::Equipment);
            }
            let one = thing.roles.first().copied();
            if one.is_some_and(|one| equipment.contains(&one)) {
                because = Some(StaysBecause::Equipment);
            }
            equipment.extend(thing.roles.iter().copied());
        }
    }
    if claim.roles.iter().any(|role| kind(role) != Some(RoleKind::Staff)) {
        because = Some(StaysBecause::StandIn);
    }
    if several || claim.count > 1 {
        because = Some(StaysBecause::SeveralAtOnce);
    }
    if moment.activities.iter().flat_map(|activity| &activity.claims).any(|claim| claim.keep) {
        because = Some(StaysBecause::KeptUnit);
    }
    if availability <= 0.0 {
        because = Some(StaysBecause::Equipment);
    }
    let roles = if several { all_staff(moment, is_staff) } else { claim.roles.to_vec() };
    Some(Candidate {
        task: Task {
            step: activity.step,
            steps: moment.steps().collect(),
            work_s: moment.visits.unwrap_or(0.0) * per_customer(activity),
            roles,
            role,
            availability: availability.max(f64::MIN_POSITIVE),
            equipment,
            triggered: moment.part == Part::Triggered,
            moment: index,
            stretch,
            before: 0,
        },
        because,
    })
}

fn all_staff(moment: &Moment, is_staff: impl Fn(&Claim) -> bool) -> Vec<RoleId> {
    let claims = moment.activities.iter().flat_map(|activity| &activity.claims);
    let mut roles: Vec<RoleId> =
        claims.filter(|claim| is_staff(claim)).flat_map(|claim| claim.roles.clone()).collect();
    roles.sort_unstable();
    roles.dedup();
    roles
}

/// Lets everything stay that the people and things of what stays also do.
fn settle_what_stays(process: &Process, candidates: &mut [Candidate]) {
    let staffed: FxHashSet<usize> = candidates.iter().map(|c| c.task.moment).collect();
    // Things that are also used where no staff work do not grow with the staff.
    let mut staying: FxHashSet<RoleId> = process
        .moments
        .iter()
        .enumerate()
        .filter(|(index, moment)| !staffed.contains(index) && moment.is_reached())
        .flat_map(|(_, moment)| &moment.activities)
        .flat_map(|activity| &activity.claims)
        .flat_map(|claim| claim.roles.iter().copied())
        .collect();
    let mut users: FxHashMap<RoleId, Vec<usize>> = FxHashMap::default();
    let mut open: Vec<usize> = Vec::new();
    for (at, candidate) in candidates.iter().enumerate() {
        for role in candidate.task.roles.iter().chain(&candidate.task.equipment) {
            users.entry(*role).or_default().push(at);
        }
        let shares = candidate.task.equipment.iter().any(|role| staying.contains(role));
        if candidate.because.is_some() || shares {
            open.push(at);
        }
    }
    while let Some(at) = open.pop() {
        let candidate = &mut candidates[at];
        candidate.because = candidate.because.or(Some(StaysBecause::SharedWithOthers));
        for role in candidate.task.roles.iter().chain(&candidate.task.equipment) {
            if staying.insert(*role) || users.contains_key(role) {
                open.extend(users.remove(role).unwrap_or_default());
            }
        }
    }
}

/// Numbers the moments so that those in a row, one way in and one way out, share a number. Where
/// units are kept from step to step nothing may change places.
fn stretches(process: &Process) -> Vec<usize> {
    let mut claims = process.moments.iter().flat_map(|m| &m.activities).flat_map(|a| &a.claims);
    let keeps = claims.any(|claim| claim.keep);
    let mut stretch: Vec<usize> = (0..process.moments.len()).collect();
    if keeps {
        return stretch;
    }
    let flows = |moment: usize| {
        let outs = process.moments[moment].outs.iter().map(|arc| &process.arcs[*arc]);
        outs.filter(|arc| arc.kind == ArcKind::Flow)
    };
    let is_plain = |moment: usize| {
        let at = &process.moments[moment];
        at.part == Part::Customer && at.decision.is_none() && flows(moment).count() <= 1
    };
    let next = |moment: usize| {
        let arc = flows(moment).next().filter(|arc| is_plain(moment) && arc.is_live())?;
        let to = arc.to.filter(|to| *to != moment && is_plain(*to))?;
        (process.moments[to].ins.len() == 1).then_some(to)
    };
    // Each chain is followed once, from a moment that nothing leads into as its only way.
    let mut follows = vec![false; process.moments.len()];
    for moment in 0..process.moments.len() {
        if let Some(to) = next(moment) {
            follows[to] = true;
        }
    }
    for start in (0..process.moments.len()).filter(|moment| !follows[*moment]) {
        let mut at = start;
        while let Some(to) = next(at) {
            stretch[to] = start;
            at = to;
        }
    }
    stretch
}

/// Sorts tasks into an order in which they can be done, of several the document's, and notes what
/// comes before each: directly or through other moments, but not around a loop.
fn put_in_order(process: &Process, tasks: &mut [Task]) {
    let count = process.moments.len();
    let forward = |moment: usize| {
        let outs = process.moments[moment].outs.iter().map(|arc| &process.arcs[*arc]);
        outs.filter(|arc| arc.is_live() && !arc.back).filter_map(|arc| arc.to)
    };
    let mut waiting = vec![0_usize; count];
    for moment in 0..count {
        for to in forward(moment) {
            waiting[to] += 1;
        }
    }
    let mut ready: std::collections::BTreeSet<usize> =
        (0..count).filter(|moment| waiting[*moment] == 0).collect();
    let mut place = vec![usize::MAX; count];
    let mut placed = 0;
    let mut order: Vec<usize> = Vec::with_capacity(count);
    while let Some(moment) = ready.pop_first() {
        place[moment] = placed;
        placed += 1;
        order.push(moment);
        for to in forward(moment) {
            waiting[to] -= 1;
            if waiting[to] == 0 {
                ready.insert(to);
            }
        }
    }
    tasks.sort_by_key(|task| (place[task.moment], task.moment));
    let at: FxHashMap<usize, usize> =
        tasks.iter().enumerate().map(|(at, task)| (task.moment, at)).collect();
    let mut before: Vec<Pieces> = vec![0; count];
    for moment in order {
        let mut done = before[moment];
        if let Some(task) = at.get(&moment) {
            tasks[*task].before = done;
            done |= 1 << *task;
        }
        for to in forward(moment).collect::<Vec<_>>() {
            before[to] |= done;
        }
    }
}
