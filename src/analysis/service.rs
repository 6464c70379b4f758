//! Puts the figures of a scenario together: capacity first, then what follows from it.

use std::collections::BTreeSet;

use rustc_hash::{FxBuildHasher, FxHashSet};

use super::attained::{Attained, OrderOfWork, attained};
use super::capacity::{self, Bound, Rated};
use super::figure::{Band, Basis, Figure, Lack};
use super::loads::{Block, Load, Loads, Supply};
use super::result::{
    Analysis, NextLimit, Pool, PoolFigures, RoleFigures, Slack, StepFigures, TightestPool,
};
use super::waiting::{self, Waits};
use super::{execution, experience, growth, money, passage, stays, trials};
use crate::blueprint::{IdTable, Quantity, Role, RoleId, Scenario, Span, StepId};
use crate::process::{
    Activity, Moment, NumberLists, Part, Problem, ProblemCode, ProblemPlace, Process, Room, sum_of,
};

const HOUR_S: f64 = 3600.0;

/// What the figures of one analysis share.
pub(super) struct Service<'a> {
    pub(super) scenario: &'a Scenario,
    pub(super) process: &'a Process,
    pub(super) loads: Loads,
    /// What each block can serve at most.
    pub(super) rated: Vec<Rated>,
    /// What keeps the capacity from being known.
    pub(super) lacks: Vec<Lack>,
    /// Customers per second at most; infinite if nothing limits.
    pub(super) limit_per_s: f64,
    /// How far capacities can be trusted.
    pub(super) basis: Basis,
    /// What keeps the pools' minimum from being surely reached.
    pub(super) attained: Attained,
    /// Arrivals per hour.
    pub(super) demand: Option<f64>,
}

/// Computes every figure.
pub(super) fn analyse(scenario: &Scenario, process: &Process) -> Analysis {
    let service = Service::new(scenario, process);
    let mut analysis = Analysis {
        capacity_per_hour: service.capacity(),
        demand_per_hour: service
            .demand
            .map_or_else(|| Figure::lacking([Lack::Demand]), Figure::exact),
        capacity_bound: service.attained.obstacle,
        capacity_order: service.order_of_work(),
        problems: process.problems.clone(),
        ..Analysis::default()
    };
    analysis.cycle_time_s = inverse(&analysis.capacity_per_hour, |c| HOUR_S / c);
    analysis.utilisation = service.utilisation(&analysis.capacity_per_hour);
    analysis.output_per_hour = service.output(&analysis.capacity_per_hour);
    analysis.growth_per_hour = service.growth(&analysis.capacity_per_hour);
    let tightest = service.fill_pools(&mut analysis);
    analysis.next_limit = service.next_limit(&analysis);
    service.fill_steps(&tightest, &mut analysis);
    service.fill_roles(&mut analysis);
    growth::fill(&service, &mut analysis);
    let waits = Waits::of(&service, &analysis);
    service.fill_waits(&waits, &mut analysis);
    waiting::fill_service_levels(&service, &waits, &mut analysis);
    passage::fill(&service, &waits, &mut analysis);
    money::fill(&service, &mut analysis);
    experience::fill(&service, &mut analysis);
    trials::fill(&service, &mut analysis);
    service.add_problems(&mut analysis);
    sort_problems(scenario, &mut analysis.problems);
    analysis
}

/// A figure that falls as another rises: its bounds turn round.
pub(super) fn inverse(figure: &Figure, of: impl Fn(f64) -> f64) -> Figure {
    let basis = match figure.basis {
        Basis::UpperBound => Basis::LowerBound,
        Basis::LowerBound => Basis::UpperBound,
        same => same,
    };
    match figure.value {
        Some(value) => Figure::new(of(value), basis),
        None => figure.clone(),
    }
}

impl<'a> Service<'a> {
    /// Gathers what all figures rest on.
    pub(super) fn new(scenario: &'a Scenario, process: &'a Process) -> Self {
        let loads = Loads::of(scenario, process);
        let mut lacks: BTreeSet<Lack> =
            loads.blocks.iter().flat_map(|block| block.lacks.iter().copied()).collect();
        if process.moments.iter().all(|moment| moment.part == Part::Apart) {
            lacks.insert(Lack::Flow);
        } else if process.moments.iter().all(|moment| !moment.is_reached())
            || process.moments.iter().any(|m| m.is_reached() && m.visits.is_none())
        {
            lacks.insert(Lack::SoundFlow);
        }
        let rated: Vec<Rated> = loads.blocks.iter().map(Block::rated).collect();
        let limit_per_s = rated.iter().map(|rated| rated.per_s).fold(f64::INFINITY, f64::min);
        // More than numbers hold is no limit.
        let is_number = (limit_per_s * HOUR_S).is_finite();
        let limit_per_s = if is_number { limit_per_s } else { f64::INFINITY };
        let attained = attained(scenario, process, &loads);
        Self {
            scenario,
            process,
            loads,
            rated,
            lacks: lacks.into_iter().collect(),
            limit_per_s,
            basis: if attained.obstacle.is_none() { Basis::Exact } else { Basis::UpperBound },
            attained,
            demand: scenario.demand().per_hour.map(Quantity::get),
        }
    }

    /// In which order work must be taken up for the capacity to be reached, where any would not do.
    fn order_of_work(&self) -> Option<OrderOfWork> {
        if self.attained.obstacle.is_some() || !self.limit_per_s.is_finite() {
            return None;
        }
        if self.attained.teams_share {
            return Some(OrderOfWork::TeamsFirst);
        }
        let mut tight = self.loads.blocks.iter().zip(&self.rated);
        let chooses = tight.any(|(block, rated)| {
            rated.per_s <= self.limit_per_s && block.loads.iter().any(|load| load.roles.len() > 1)
        });
        chooses.then_some(OrderOfWork::StandIns)
    }

    /// Customers per hour at full load.
    pub(super) fn capacity(&self) -> Figure {
        if !self.lacks.is_empty() {
            Figure::lacking(self.lacks.iter().copied())
        } else if self.limit_per_s.is_finite() {
            Figure::new(self.limit_per_s * HOUR_S, self.basis)
        } else {
            Figure::lacking([Lack::Limit])
        }
    }

    /// Demand ÷ a capacity. What nothing limits is not used up.
    fn utilisation(&self, capacity: &Figure) -> Figure {
        match self.demand {
            None => Figure::lacking([Lack::Demand]),
            Some(demand) => inverse(capacity, |capacity| demand / capacity),
        }
    }

    /// The smaller of demand and capacity; capacity without demand, demand without a limit.
    fn output(&self, capacity: &Figure) -> Figure {
        match (self.demand, capacity.value) {
            (Some(demand), Some(most)) if most < demand => Figure::new(most, capacity.basis),
            // If it can do less than it seems, so does what comes out.
            (Some(demand), Some(_)) => Figure::new(demand, capacity.basis),
            (Some(demand), None) if capacity.lacks == [Lack::Limit] => Figure::exact(demand),
            (_, _) => capacity.clone(),
        }
    }

    pub(super) fn growth(&self, capacity: &Figure) -> Figure {
        match self.demand {
            None => Figure::lacking([Lack::Demand]),
            Some(_) if capacity.lacks == [Lack::Limit] => Figure::exact(0.0),
            Some(demand) => inverse(capacity, |capacity| (demand - capacity).max(0.0)),
        }
    }

    fn pool_capacity(&self, block: &Block, bound: &Bound) -> Figure {
        if !block.lacks.is_empty() {
            Figure::lacking(block.lacks.iter().copied())
        } else if bound.per_s.is_finite() {
            let at_most = |load: &Load| {
                let kept = load.keeps && self.attained.waits_while_keeping;
                load.count > 1 || load.holds_longer || kept
            };
            let at_most = self.attained.obstacle.is_some()
                && (block.several_needs || block.loads.iter().any(at_most));
            let basis = if at_most { Basis::UpperBound } else { Basis::Exact };
            Figure::new(bound.per_s * HOUR_S, basis)
        } else {
            Figure::lacking([Lack::Limit])
        }
    }

    /// Fills the pools, and finds for each step, by its position, the tightest of those that it loads.
    fn fill_pools(&self, analysis: &mut Analysis) -> Vec<Option<Tightest>> {
        let known = self.lacks.is_empty() && self.limit_per_s.is_finite();
        let limit = if known { self.limit_per_s } else { f64::NAN };
        let mut bounds: Vec<(&Block, Bound)> = Vec::with_capacity(self.loads.blocks.len());
        for (block, rated) in self.loads.blocks.iter().zip(&self.rated) {
            bounds.extend(rated.bounds(block, limit).into_iter().map(|bound| (block, bound)));
        }
        // Stable: of pools that are loaded alike those of which most is known come first, then small
        // ones, and then they keep the order of roles, then of steps.
        let mut order: Vec<(usize, Figure)> = (bounds.iter().enumerate())
            .map(|(at, (block, bound))| (at, self.pool_capacity(block, bound)))
            .collect();
        order.sort_by(|(a, of_a), (b, of_b)| {
            let ((_, a), (_, b)) = (&bounds[*a], &bounds[*b]);
            let bounded = |it: &Figure| (it.value.is_none(), it.basis != Basis::Exact);
            let rate = a.per_s.total_cmp(&b.per_s);
            let tie = || bounded(of_a).cmp(&bounded(of_b)).then(a.roles.len().cmp(&b.roles.len()));
            rate.then_with(tie)
        });
        let mut tightest: Vec<Option<Tightest>> = vec![None; self.scenario.steps().len()];
        let mut is_bottleneck = vec![false; self.scenario.steps().len()];
        analysis.pools = Vec::with_capacity(order.len());
        for (at, capacity) in order {
            let (_, bound) = &mut bounds[at];
            let binding = known && capacity::is_near(bound.per_s, limit);
            for work in &bound.steps {
                let pool = analysis.pools.len();
                let own =
                    Tightest { pool, per_s: bound.per_s, work_s: work.work_s, all_s: bound.work_s };
                let known = &mut tightest[work.position];
                if known.is_none_or(|known| own.takes_more_than(known)) {
                    *known = Some(own);
                }
                is_bottleneck[work.position] |= binding;
            }
            analysis.pools.push(PoolFigures {
                utilisation: self.utilisation(&capacity),
                capacity_per_hour: capacity,
                growth_per_hour: Figure::lacking([Lack::Demand]),
                offer: bound.offer,
                work_s: bound.work_s,
                wait_s: Figure::lacking([Lack::Method]),
                queue: None,
                slack: known.then(|| slack(bound, limit, binding)),
                binding,
                steps: bound.steps.iter().map(|work| work.step).collect(),
                pool: std::mem::replace(&mut bound.pool, Pool::of_roles([])),
            });
        }
        let binding = || analysis.pools.iter().filter(|pool| pool.binding);
        let roles: FxHashSet<RoleId> = binding()
            .filter_map(|pool| match &pool.pool {
                Pool::Roles(roles) => Some(roles.iter().copied()),
                Pool::Places(_) | Pool::Assumed(_) => None,
            })
            .flatten()
            .collect();
        let steps = self.scenario.steps().keys().copied();
        analysis.bottleneck =
            steps.zip(is_bottleneck).filter(|(_, is)| *is).map(|(id, _)| id).collect();
        analysis.bottleneck_roles =
            self.scenario.roles().keys().copied().filter(|id| roles.contains(id)).collect();
        tightest
    }

    /// What would limit the service if the pools that bind had no limit.
    fn next_limit(&self, analysis: &Analysis) -> Option<NextLimit> {
        analysis.capacity_per_hour.value?;
        let limit = self.limit_per_s;
        let blocks = || self.loads.blocks.iter().zip(&self.rated);
        // Blocks that bind, without the pools that do.
        let lifted: Vec<Option<(Block, Rated)>> = blocks()
            .map(|(block, rated)| {
                let lifted =
                    if rated.binds(limit) { block.lifted(rated, limit)? } else { return None };
                let rated = lifted.rated();
                Some((lifted, rated))
            })
            .collect();
        let rest: Vec<(&Block, &Rated)> = blocks()
            .zip(&lifted)
            .filter_map(|((block, rated), lifted)| match lifted {
                Some((block, rated)) => Some((block, rated)),
                None => (!rated.binds(limit)).then_some((block, rated)),
            })
            .collect();
        let next = rest.iter().map(|(_, rated)| rated.per_s).fold(f64::INFINITY, f64::min);
        if !next.is_finite() {
            return None;
        }
        let binding_at = |block: &Block, rated: &Rated, rate: f64| {
            let bounds = rated.bounds_alone(block, rate).into_iter();
            bounds.filter(move |bound| capacity::is_near(bound.per_s, rate)).collect::<Vec<_>>()
        };
        let pools = rest.iter().filter(|(_, rated)| rated.binds(next));
        let pools = pools.flat_map(|(block, rated)| binding_at(block, rated, next));
        let now = || blocks().filter(|(_, rated)| rated.binds(limit));
        let units = now().map(|(block, rated)| rated.units_to_reach(block, limit, next));
        let in_places = |(pool, units): (Pool, u32)| match pool {
            Pool::Places(step) => (pool, units.saturating_mul(self.batch_at(step))),
            Pool::Roles(_) | Pool::Assumed(_) => (pool, units),
        };
        let units: Option<Vec<(Pool, u32)>> = units.map(|units| units.map(in_places)).collect();
        let is_enough = |(block, rated): (&Block, &Rated)| rated.less_reaches(block, limit, next);
        let less_work = now().all(is_enough).then_some(1.0 - limit / next);
        let capacity_per_hour = Figure::new(next * HOUR_S, self.basis);
        capacity_per_hour.value?;
        Some(NextLimit {
            capacity_per_hour,
            gap_per_hour: (next - limit) * HOUR_S,
            pools: pools.map(|bound| bound.pool).collect(),
            more_units: units.unwrap_or_default(),
            less_work,
        })
    }

    /// How many customers a step serves together.
    pub(super) fn batch_at(&self, step: StepId) -> u32 {
        self.scenario.steps().get(&step).map_or(1, |step| step.batch_that_fits().get())
    }

    fn fill_steps(&self, tightest: &[Option<Tightest>], analysis: &mut Analysis) {
        let bottleneck: FxHashSet<StepId> = analysis.bottleneck.iter().copied().collect();
        let mut of_step: Vec<Option<(&Moment, &Activity)>> =
            vec![None; self.scenario.steps().len()];
        for moment in self.process.moments.iter().filter(|moment| moment.part != Part::Apart) {
            for activity in &moment.activities {
                of_step[activity.position] = Some((moment, activity));
            }
        }
        let mut steps = IdTable::with_capacity_and_hasher(of_step.len(), FxBuildHasher);
        for (of_step, tightest) in of_step.iter().zip(tightest) {
            let Some((moment, activity)) = of_step else { continue };
            let step = &activity.step;
            let servers = self.servers(activity);
            let capacity = step_capacity(moment, activity, servers);
            steps.insert(
                *step,
                StepFigures {
                    visits: moment
                        .visits
                        .map_or_else(|| Figure::lacking([Lack::SoundFlow]), Figure::exact),
                    utilisation: self.utilisation(&capacity),
                    capacity_per_hour: capacity,
                    tightest: tightest.and_then(|tightest| {
                        let pool = analysis.pools.get(tightest.pool)?;
                        Some(TightestPool::of(pool, tightest.work_s))
                    }),
                    wait_s: Figure::lacking([Lack::Method]),
                    queue_length: Figure::lacking([Lack::Method]),
                    within_acceptable: Figure::lacking([Lack::Target]),
                    delay_cost_per_minute: execution::delay_cost(self.scenario, activity),
                    servers,
                    bottleneck: bottleneck.contains(step),
                },
            );
        }
        analysis.steps = steps;
    }

    /// How many executions of an activity can go on at once, if it had its roles for itself.
    fn servers(&self, activity: &Activity) -> Option<f64> {
        let of_claims = activity.claims.iter().map(|claim| {
            let roles = claim.roles_in(self.scenario);
            let heads: f64 = roles.clone().map(|role| f64::from(role.headcount)).sum();
            let offer = sum_of(roles.map(Role::offer));
            let count = f64::from(claim.count);
            (heads / count).floor().min(offer / count)
        });
        let own = match activity.room {
            Room::Places(count) => Some(f64::from(count)),
            Room::OneServer => Some(1.0),
            Room::Unlimited | Room::Waiting { .. } => None,
        };
        of_claims.chain(own).reduce(f64::min)
    }

    fn fill_roles(&self, analysis: &mut Analysis) {
        let bottleneck: FxHashSet<RoleId> = analysis.bottleneck_roles.iter().copied().collect();
        let by_role: Vec<NumberLists> = self.loads.blocks.iter().map(loads_by_role).collect();
        for id in self.scenario.roles().keys() {
            let index = self.loads.block_of_role.get(id);
            let block = index.map(|block| &self.loads.blocks[*block]);
            let own = index.and_then(|at| {
                OwnLoads::of(&self.loads.blocks[*at], *id, |unit| by_role[*at].list(unit))
            });
            let tightest = analysis
                .pools
                .iter()
                .find(|pool| matches!(&pool.pool, Pool::Roles(roles) if roles.contains(id)));
            let capacity = match (block, tightest) {
                (_, Some(pool)) => pool.capacity_per_hour.clone(),
                (Some(block), None) if !block.lacks.is_empty() => {
                    Figure::lacking(block.lacks.iter().copied())
                }
                _ => Figure::lacking([Lack::Limit]),
            };
            let figures = RoleFigures {
                utilisation: self.utilisation(&capacity),
                capacity_per_hour: capacity,
                growth_per_hour: Figure::lacking([Lack::Demand]),
                wait_s: Figure::lacking([Lack::Method]),
                queue_length: Figure::lacking([Lack::Method]),
                work_s: own.as_ref().map_or(0.0, OwnLoads::work_s),
                bottleneck: bottleneck.contains(id),
                steps: own.as_ref().map_or_else(Vec::new, OwnLoads::steps),
            };
            analysis.roles.insert(*id, figures);
        }
    }

    fn fill_waits(&self, waits: &Waits, analysis: &mut Analysis) {
        for pool in &mut analysis.pools {
            let block = match &pool.pool {
                Pool::Roles(roles) => {
                    roles.first().and_then(|role| self.loads.block_of_role.get(role))
                }
                Pool::Places(step) | Pool::Assumed(step) => self.loads.block_of_step.get(step),
            };
            if let Some((wait, queue)) = block.and_then(|block| waits.of_block.get(*block)) {
                pool.wait_s.clone_from(wait);
                pool.queue = *queue;
            }
        }
        for (step, figures) in &mut analysis.steps {
            let moment = self.process.moment_of(*step);
            if let Some(wait) = moment.and_then(|moment| waits.of_moment.get(moment)) {
                figures.wait_s.clone_from(wait);
            }
            figures.queue_length =
                self.queue_length(&figures.wait_s, figures.visits.value.unwrap_or(0.0));
        }
        let mut moments: Vec<usize> = Vec::new();
        for (role, figures) in &mut analysis.roles {
            let block = self.loads.block_of_role.get(role);
            figures.wait_s = block
                .and_then(|block| waits.of_block.get(*block))
                .map_or_else(|| Figure::lacking([Lack::Limit]), |(wait, _)| wait.clone());
            let moment = |step: &StepId| self.process.moment_of(*step);
            moments.clear();
            moments.extend(figures.steps.iter().filter_map(moment));
            moments.sort_unstable();
            moments.dedup();
            let visits = moments.iter().filter_map(|moment| self.process.moments[*moment].visits);
            figures.queue_length = self.queue_length(&figures.wait_s, sum_of(visits));
        }
    }

    /// Customers who wait on average, at so many visits each.
    fn queue_length(&self, wait_s: &Figure, visits: f64) -> Figure {
        match (wait_s.value, self.demand) {
            (Some(seconds), Some(demand)) => {
                let basis = match wait_s.basis.band() {
                    // A band in seconds is none in customers.
                    Some(Band::Seconds(_)) => Basis::APPROXIMATE,
                    _ => wait_s.basis,
                };
                Figure::new(demand / HOUR_S * visits * seconds, basis)
            }
            (Some(_), None) => Figure::lacking([Lack::Demand]),
            (None, _) => wait_s.clone(),
        }
    }

    fn add_problems(&self, analysis: &mut Analysis) {
        for (id, role) in &analysis.roles {
            if let Some(load) = role.utilisation.value.filter(|load| *load > 1.0 + 1e-9) {
                let mut problem = Problem::at(ProblemCode::OverloadedRole, ProblemPlace::Role(*id));
                problem.amount = Some(load);
                problem.steps.clone_from(&role.steps);
                analysis.problems.push(problem);
            }
        }
        for moment in &self.process.moments {
            for activity in &moment.activities {
                let step = self.scenario.steps().get(&activity.step);
                let acceptable = step.and_then(|step| step.acceptable).map(Span::seconds);
                if let (Some(mean), Some(acceptable)) = (activity.mean_s, acceptable)
                    && mean > acceptable
                {
                    let place = ProblemPlace::Step(activity.step);
                    let mut problem = Problem::at(ProblemCode::ToleranceBroken, place);
                    problem.amount = Some(mean - acceptable);
                    analysis.problems.push(problem);
                }
            }
        }
        self.add_long_waits(analysis);
        money::add_problems(self.scenario, &mut analysis.problems);
        stays::add_problems(self.scenario, self.process, analysis);
    }
}

impl Service<'_> {
    /// Names the wait points where customers wait longer than they accept. A card that stands for
    /// the wait itself means the longest wait that follows it.
    fn add_long_waits(&self, analysis: &mut Analysis) {
        let wait_at = |moment: &Moment| {
            let step = moment.first_step()?;
            analysis.steps.get(&step)?.wait_s.value
        };
        let mut found = Vec::new();
        for moment in &self.process.moments {
            for activity in &moment.activities {
                let step = self.scenario.steps().get(&activity.step);
                let point = step.and_then(|step| step.wait.as_ref());
                let Some(acceptable) = point.and_then(|point| point.acceptable) else { continue };
                let waited_for = waiting::waited_for(self.process, activity.step).into_iter();
                let wait =
                    waited_for.filter_map(|at| wait_at(&self.process.moments[at])).reduce(f64::max);
                if let Some(over) = wait.map(|wait| wait - acceptable.seconds())
                    && over > 0.0
                {
                    let place = ProblemPlace::Step(activity.step);
                    let mut problem = Problem::at(ProblemCode::ToleranceBroken, place);
                    problem.amount = Some(over);
                    found.push(problem);
                }
            }
        }
        analysis.problems.extend(found);
    }
}

impl TightestPool {
    /// A pool as seen from a step that takes so much of its time per customer.
    fn of(pool: &PoolFigures, work_s: f64) -> Self {
        let share = if pool.work_s > 0.0 { (work_s / pool.work_s).min(1.0) } else { 0.0 };
        let load = match pool.utilisation.value {
            Some(utilisation) => Figure::new(share * utilisation, pool.utilisation.basis),
            None => pool.utilisation.clone(),
        };
        Self {
            pool: pool.pool.clone(),
            work_s,
            share,
            load,
            capacity_per_hour: pool.capacity_per_hour.clone(),
            utilisation: pool.utilisation.clone(),
            binding: pool.binding,
            steps: pool.steps.len(),
        }
    }
}

/// The tightest pool of a step.
#[derive(Clone, Copy, Debug)]
struct Tightest {
    /// Its position in [`Analysis::pools`].
    pool: usize,
    /// Customers per second that it can serve.
    per_s: f64,
    /// Seconds of it per customer that the step takes, and that all do.
    work_s: f64,
    all_s: f64,
}

impl Tightest {
    /// Whether the step takes a larger part of this pool, which is as tight as another.
    fn takes_more_than(self, other: Self) -> bool {
        self.per_s <= other.per_s && self.work_s * other.all_s > other.work_s * self.all_s
    }
}

/// What a bound leaves unused at a rate.
fn slack(bound: &Bound, limit: f64, binding: bool) -> Slack {
    let used = if bound.per_s.is_finite() { limit / bound.per_s } else { 0.0 };
    let share = if binding { 0.0 } else { (1.0 - used).clamp(0.0, 1.0) };
    Slack { units: bound.offer * share, share }
}

fn step_capacity(moment: &Moment, activity: &Activity, servers: Option<f64>) -> Figure {
    let Some(servers) = servers else { return Figure::lacking([Lack::Limit]) };
    let Some(visits) = moment.visits else { return Figure::lacking([Lack::SoundFlow]) };
    let Some(hold) = activity.hold_s() else {
        return Figure::lacking([Lack::Time(activity.step)]);
    };
    let short = activity.claims.iter().find(|_| servers <= 0.0);
    if let Some(role) = short.and_then(|claim| claim.roles.first()) {
        return Figure::lacking([Lack::Headcount(*role)]);
    }
    let work = visits * hold;
    if work > 0.0 {
        Figure::new(servers * activity.batch / work * HOUR_S, Basis::Exact)
    } else {
        Figure::lacking([Lack::Limit])
    }
}

/// The loads of a block that each of its roles can do, in document order; nothing for places.
fn loads_by_role(block: &Block) -> NumberLists {
    let Supply::Roles(units) = &block.supply else { return NumberLists::of(0, &[]) };
    let loads = block.loads.iter().enumerate();
    let pairs: Vec<(usize, usize)> =
        loads.flat_map(|(at, load)| load.roles.iter().map(move |role| (*role, at))).collect();
    NumberLists::of(units.len(), &pairs)
}

/// What one role can do.
struct OwnLoads<'a> {
    block: &'a Block,
    /// Its position in the supply.
    unit: usize,
    /// The positions of the loads that it can do.
    loads: &'a [usize],
}

impl<'a> OwnLoads<'a> {
    fn of(block: &'a Block, role: RoleId, loads: impl Fn(usize) -> &'a [usize]) -> Option<Self> {
        let Supply::Roles(units) = &block.supply else { return None };
        let unit = units.iter().position(|unit| unit.role == role)?;
        Some(Self { block, unit, loads: loads(unit) })
    }

    fn loads(&self) -> impl Iterator<Item = &Load> {
        self.loads.iter().map(|at| &self.block.loads[*at])
    }

    /// Seconds of its time per customer: what only it can do, and of what others can do too a part
    /// by its offer.
    fn work_s(&self) -> f64 {
        sum_of(self.loads().map(|load| load.work_s() * part_of(self.block, self.unit, load)))
    }

    fn steps(&self) -> Vec<StepId> {
        let mut steps: Vec<StepId> = self.loads().map(|load| load.step).collect();
        steps.dedup();
        steps
    }
}

/// The part of a load that a role does which can do it, by its offer.
fn part_of(block: &Block, unit: usize, load: &Load) -> f64 {
    if load.roles.len() == 1 {
        return 1.0;
    }
    let (_, offer) = block.supply.units(&load.roles);
    let (_, own) = block.supply.units(&[unit]);
    if offer > 0.0 { own / offer } else { 0.0 }
}

/// The block that a role works in, if any step needs it.
pub(super) fn hands_of(loads: &Loads, role: RoleId) -> Option<&Block> {
    loads.blocks.get(*loads.block_of_role.get(&role)?)
}

/// Seconds per customer that a role gives to each step, in document order; see
/// [`OwnLoads::work_s`].
pub(super) fn role_work_by_step(block: &Block, role: RoleId) -> Vec<(StepId, f64)> {
    let mut lines: Vec<(StepId, f64)> = Vec::new();
    for (step, seconds) in role_work(block, role).filter(|(_, seconds)| *seconds > 0.0) {
        match lines.last_mut().filter(|(last, _)| *last == step) {
            Some((_, sum)) => *sum += seconds,
            None => lines.push((step, seconds)),
        }
    }
    lines
}

fn role_work(block: &Block, role: RoleId) -> impl Iterator<Item = (StepId, f64)> {
    let at = match &block.supply {
        Supply::Roles(units) => units.iter().position(|unit| unit.role == role),
        Supply::Places(..) | Supply::Assumed(..) => None,
    };
    block.loads.iter().filter_map(move |load| {
        let at = at.filter(|at| load.roles.contains(at))?;
        Some((load.step, load.work_s() * part_of(block, at, load)))
    })
}

/// Worst first, then by place in document order, then by code.
fn sort_problems(scenario: &Scenario, problems: &mut [Problem]) {
    problems.sort_by_cached_key(|problem| {
        let (sort, at) = match problem.place {
            ProblemPlace::Sheet => (0, Some(0)),
            ProblemPlace::Step(id) => (1, scenario.steps().get_index_of(&id)),
            ProblemPlace::Link(id) => (2, scenario.links().get_index_of(&id)),
            ProblemPlace::Role(id) => (3, scenario.roles().get_index_of(&id)),
        };
        (problem.severity(), sort, at, problem.code)
    });
}
