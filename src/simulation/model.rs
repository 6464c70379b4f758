//! A scenario as the engine sees it: flat lists of who is needed where at once, and where tokens go next.

use std::ops::Range;

use super::day_plan::DayPlan;
use super::gaps::Gaps;
use super::positions::small;
use super::sampling::{Sampler, ticks};
use super::urgency::Classes;
use crate::analysis::Lack;
use crate::blueprint::{Order, Quantity, Role, RoleId, Scenario, StepId};
use crate::process::{Part, Process};

/// A service ready to be simulated. Everything is named by its position in a list.
#[derive(Clone, Debug)]
pub struct Model {
    pub(super) pools: Vec<Pool>,
    /// How many of the pools are roles, which come first, in document order.
    pub(super) roles: usize,
    pub(super) moments: Vec<MomentPlan>,
    pub(super) works: Vec<Work>,
    pub(super) needs: Vec<NeedPlan>,
    /// Pools that can meet a need, in the order in which they were written.
    pub(super) choices: Vec<u32>,
    pub(super) arcs: Vec<ArcPlan>,
    /// The joins that tokens pass on arcs, innermost first.
    pub(super) gates: Vec<Gate>,
    /// Arcs that lead away, each with the shares up to it where one is chosen.
    pub(super) ways: Vec<Way>,
    /// Where customers come in.
    pub(super) entries: Range<usize>,
    pub(super) forks_on_arrival: bool,
    /// Lines that compete with each other, directly or through others, by their moments.
    pub(super) clusters: Vec<Vec<u32>>,
    /// Of each cluster the only pool, where each of its moments needs one unit of it and nothing else.
    pub(super) only_pools: Vec<Option<u32>>,
    /// Of each cluster its only line and pool, where whoever is first there is served by a unit of the pool, and
    /// nobody has anything in hand.
    pub(super) only_lines: Vec<Option<OnlyLine>>,
    pub(super) demand: Demand,
    pub(super) order: Order,
    /// When planned customers come, in ticks, each by an arc.
    pub(super) appointments: Vec<(u64, u32)>,
    /// When other numbers of units are on duty: in ticks, which pool, how many.
    pub(super) duty: Vec<(u64, u32, u32)>,
    /// The day that is simulated; `None` for the long run.
    pub(super) day: Option<DayPlan>,
    /// Of each pool the moments that need it.
    pub(super) lines_of_pools: Vec<Vec<u32>>,
    /// How often a customer passes a moment on average, all together.
    pub(super) visits: f64,
    /// Whether a place to wait can be full.
    pub(super) has_full_halls: bool,
    /// The target for the whole visit, in ticks.
    pub(super) promise: Option<u64>,
    /// Whether customers can wait for each other for ever, each with what another waits for.
    pub(super) can_circle: bool,
    /// Whether customers can come to a moment with units in their hands.
    pub(super) keepers_come: Vec<bool>,
    /// By how urgent customers are they are told apart.
    pub(super) classes: Classes,
}

/// Units that are alike: people of a role, places of a step.
#[derive(Clone, Debug)]
pub(super) struct Pool {
    /// Units that are there from the start.
    pub units: u32,
    /// Held for a time, a unit is away for this many times as long afterwards.
    pub away: f64,
    /// The lines that need it.
    pub cluster: Option<u32>,
}

/// What happens at a moment.
#[derive(Clone, Debug)]
pub(super) struct MomentPlan {
    /// The number of its first step, which tells lines apart where all else is equal.
    pub number: u32,
    pub works: Range<usize>,
    pub needs: Range<usize>,
    /// How many go in together; 1 without batches.
    pub batch: u32,
    /// Which lines it competes with; `None` where nobody ever waits.
    pub cluster: Option<u32>,
    /// The only pool of which one unit is all that it needs.
    pub only_pool: Option<u32>,
    /// How much there is to look after.
    pub care: Care,
    /// Whether so many customers come here that it pays to draw their numbers [ahead](super::engine).
    pub draws_ahead: bool,
    /// Whether units stay in customers' hands after it.
    pub keeps: bool,
    pub flows: Range<usize>,
    pub triggers: Range<usize>,
    /// The arc by which everybody leaves who leaves, where there is one only and nothing is set off.
    pub only_way: Option<u32>,
    /// The work whose way out is drawn; `None` takes all of them.
    pub decides: Option<u32>,
    /// Where a customer can come more than once, which of such moments it is.
    pub returning: Option<u32>,
    /// Ticks of waiting that customers accept.
    pub acceptable: Option<u64>,
    /// 0 before, 1 between, 2 after others.
    pub priority: u8,
    /// How long who waits here has patience, with the number of the step that says so.
    pub patience: Option<(Sampler, u32)>,
    /// Ticks after which an incomplete batch starts.
    pub batch_wait: Option<u64>,
    /// That it is a place to wait, and how many fit.
    pub hall: Option<Hall>,
}

impl MomentPlan {
    /// Whether one unit serves one customer here, and that is all.
    pub fn is_plain(&self) -> bool {
        self.care <= Care::Plain
    }

    /// Whether there is least to look after.
    pub fn is_simple(&self) -> bool {
        self.care == Care::Little
    }

    /// Whether something is done for whoever is here: a place to wait is none.
    pub fn serves(&self) -> bool {
        self.hall.is_none()
    }
}

/// A line in which everybody waits for a unit of the same pool.
#[derive(Clone, Copy, Debug)]
pub(super) struct OnlyLine {
    pub moment: u32,
    pub pool: u32,
}

/// How much there is to look after at a moment, the most last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Care {
    /// As below, and nobody gives up here or comes with anything in hand or out of a place to wait.
    Little,
    /// One unit serves one customer, and that is all.
    Plain,
    Full,
}

/// A place to wait.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hall {
    /// How many fit; `None` without limit.
    pub places: Option<u32>,
}

/// One step's part of a moment.
#[derive(Clone, Debug)]
pub(super) struct Work {
    pub step: StepId,
    pub setup: u64,
    /// How long it takes; `None` as long as another of the moment.
    pub time: Option<Sampler>,
    /// The work that it lasts as long as, where it has no time of its own.
    pub like: Option<usize>,
    /// Customers who are served together.
    pub batch: u32,
}

/// Units that a work holds while it lasts.
#[derive(Clone, Debug)]
pub(super) struct NeedPlan {
    /// The work, by its position within the moment.
    pub work: u32,
    pub choices: Range<usize>,
    pub count: u32,
    /// Whether the units stay with the customer.
    pub keep: bool,
    /// Customers who share them.
    pub batch: u32,
}

#[derive(Clone, Debug)]
pub(super) struct ArcPlan {
    pub to: Option<u32>,
    pub gates: Range<usize>,
}

/// A branch of a join.
#[derive(Clone, Copy, Debug)]
pub(super) struct Gate {
    /// The counter of the join's first branch.
    pub first: u32,
    pub branches: u32,
    pub branch: u32,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Way {
    pub arc: u32,
    /// The shares up to it, itself included.
    pub upto: f64,
}

/// When customers come.
#[derive(Clone, Debug)]
pub(super) struct Demand {
    pub per_hour: f64,
    pub gaps: Gaps,
}

impl Model {
    /// Reads a scenario. Linear, but for clusters, which are near-linear.
    ///
    /// # Errors
    /// What the engine cannot run without: a sound flow, times, people, customers.
    pub fn of(scenario: &Scenario, process: &Process) -> Result<Self, Vec<Lack>> {
        let lacks = lacks(scenario, process, &heads_of_long_run);
        if !lacks.is_empty() {
            return Err(lacks);
        }
        Ok(Self::read(scenario, process))
    }

    /// Reads a scenario for its day.
    ///
    /// # Errors
    /// As [`Model::of`]; [`Lack::Day`] where it has none.
    pub fn of_day(scenario: &Scenario, process: &Process) -> Result<Self, Vec<Lack>> {
        let Some(day) = scenario.demand().day.as_deref() else { return Err(vec![Lack::Day]) };
        let plan = DayPlan::of(scenario, day);
        let most = |role: &Role| {
            let at = scenario.roles().values().position(|other| std::ptr::eq(other.as_ref(), role));
            let times = at.map(|at| (at, plan.changes(at)));
            let units = times.map(|(role, times)| {
                times.into_iter().map(|time| plan.units(role, time)).max().unwrap_or_default()
            });
            units.unwrap_or_default()
        };
        let mut lacks = lacks(scenario, process, &most);
        lacks.retain(|lack| *lack != Lack::Demand);
        if plan.expected() <= 0.0 {
            lacks.push(Lack::Demand);
        }
        if !lacks.is_empty() {
            return Err(lacks);
        }
        let mut model = Self::read(scenario, process);
        for role in 0..model.roles {
            model.pools[role].units = plan.units(role, 0);
            for time in plan.changes(role).into_iter().filter(|time| *time > 0) {
                model.duty.push((time, small(role), plan.units(role, time)));
            }
        }
        model.day = Some(plan);
        Ok(model)
    }

    /// When the doors open, in ticks from the beginning of a day's replication.
    #[must_use]
    pub fn opens_at(&self) -> u64 {
        self.day.as_ref().map_or(0, DayPlan::open)
    }

    /// How many customers are expected on a day; 0 without one.
    #[must_use]
    pub fn expected_customers(&self) -> f64 {
        self.day.as_ref().map_or(0.0, DayPlan::expected)
    }

    /// About how many events a day has.
    pub(super) fn events_per_day(&self) -> f64 {
        self.expected_customers() * (1.0 + 2.0 * self.visits)
    }

    /// The moment of a step.
    pub(super) fn moment_of(&self, step: StepId) -> Option<u32> {
        let is_at =
            |plan: &MomentPlan| self.works[plan.works.clone()].iter().any(|work| work.step == step);
        self.moments.iter().position(is_at).map(small)
    }

    /// The same with another order of those who wait.
    #[must_use]
    pub fn in_order(self, order: Order) -> Self {
        Self { order, ..self }
    }

    /// The same with customers who come at given times, in seconds from the beginning, each to a step at
    /// which customers can arrive; to any other nobody comes.
    #[must_use]
    pub fn with_appointments(self, appointments: &[(f64, StepId)]) -> Self {
        let arc_to = |step: StepId| {
            let moment = self.moment_of(step);
            let entries = self.ways[self.entries.clone()].iter().map(|way| way.arc);
            entries
                .into_iter()
                .find(|arc| moment.is_some() && self.arcs[*arc as usize].to == moment)
        };
        let appointments = appointments
            .iter()
            .filter_map(|(at, step)| Some((ticks(*at), arc_to(*step)?)))
            .collect();
        Self { appointments, ..self }
    }

    /// The same with another number of a role on duty from given times on, in seconds from the beginning;
    /// the role by its position.
    #[must_use]
    pub fn with_duty(self, role: usize, changes: &[(f64, u32)]) -> Self {
        let changes = changes.iter().map(|(at, units)| (ticks(*at), small(role), *units));
        let duty = if role < self.roles { changes.collect() } else { Vec::new() };
        Self { duty, ..self }
    }

    /// The same with so many customers an hour.
    #[must_use]
    pub fn at_demand(self, per_hour: f64) -> Self {
        Self { demand: Demand { per_hour, ..self.demand }, ..self }
    }
}

fn heads_of_long_run(role: &Role) -> u32 {
    role.heads()
}

/// What keeps the engine from running.
fn lacks(scenario: &Scenario, process: &Process, heads: &dyn Fn(&Role) -> u32) -> Vec<Lack> {
    let mut lacks = Vec::new();
    let reached = || process.moments.iter().filter(|moment| moment.is_reached());
    if !process.moments.iter().any(|moment| moment.part == Part::Customer) {
        return vec![Lack::Flow];
    }
    let unknown = process.arcs.iter().any(|arc| !arc.refused && arc.share.is_none());
    if unknown || reached().any(|moment| moment.visits.is_none()) {
        lacks.push(Lack::SoundFlow);
    }
    for activity in reached().flat_map(|moment| &moment.activities) {
        if activity.mean_s.is_none() {
            lacks.push(Lack::Time(activity.step));
        }
        for claim in &activity.claims {
            let heads = |role: &RoleId| scenario.roles().get(role).map_or(0, |role| heads(role));
            let heads = claim.roles.iter().map(heads).fold(0, u32::saturating_add);
            if let Some(role) = claim.roles.first().filter(|_| heads < claim.count) {
                lacks.push(Lack::Headcount(*role));
            }
        }
    }
    if scenario.demand().steady_rate().is_none_or(|rate| rate == Quantity::ZERO) {
        lacks.push(Lack::Demand);
    }
    lacks.sort_unstable();
    lacks.dedup();
    lacks
}
