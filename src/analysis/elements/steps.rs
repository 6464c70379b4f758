//! The figures of each step of the flow.

use rustc_hash::{FxBuildHasher, FxHashSet};

use crate::analysis::capacity::arrivals::Arrivals;
use crate::analysis::capacity::bounds::Tightest;
use crate::analysis::capacity::service::Service;
use crate::analysis::money::execution;
use crate::analysis::result::{Basis, Figure, Lack, PoolFigures, StepFigures, TightestPool};
use crate::analysis::waiting::service_level;
use crate::analysis::waiting::waits::Waits;
use crate::blueprint::{IdTable, Role, Scenario, StepId};
use crate::process::{Activity, Moment, Part, Room, sum_of};

const HOUR_S: f64 = 3600.0;

/// What the figures of steps follow from, besides the service and its waits.
pub(in crate::analysis) struct Pools<'a> {
    /// The figures of all pools.
    pub(in crate::analysis) figures: &'a [PoolFigures],
    /// For each step, by its position, the tightest of the pools that it loads.
    pub(in crate::analysis) tightest: &'a [Option<Tightest>],
    /// Steps that load a binding pool.
    pub(in crate::analysis) bottleneck: &'a [StepId],
}

/// The figures of the steps that take part in the flow, in document order. Linear.
pub(in crate::analysis) fn figures(
    service: &Service,
    arrivals: Arrivals,
    pools: &Pools,
    waits: &Waits,
) -> IdTable<StepId, StepFigures> {
    profiling::function_scope!();
    let scenario = service.scenario;
    let bottleneck: FxHashSet<StepId> = pools.bottleneck.iter().copied().collect();
    let mut of_step: Vec<Option<(usize, &Activity)>> = vec![None; scenario.steps().len()];
    for (index, moment) in service.process.moments.iter().enumerate() {
        if moment.part != Part::Apart {
            for activity in &moment.activities {
                of_step[activity.position] = Some((index, activity));
            }
        }
    }
    let mut steps = IdTable::with_capacity_and_hasher(of_step.len(), FxBuildHasher);
    for (of_step, tightest) in of_step.iter().zip(pools.tightest) {
        let Some((index, activity)) = *of_step else { continue };
        let (step, moment) = (activity.step, &service.process.moments[index]);
        let servers = servers(scenario, activity);
        let capacity = capacity(moment, activity, servers);
        let mean_wait_s = waits.of_moment.get(index).cloned();
        let mean_wait_s = mean_wait_s.unwrap_or_else(|| Figure::lacking([Lack::Method]));
        let tightest = tightest.and_then(|tightest| {
            Some(TightestPool::of(pools.figures.get(tightest.pool)?, tightest.work_s))
        });
        let figures = StepFigures {
            visits: moment.visits.map_or_else(|| Figure::lacking([Lack::SoundFlow]), Figure::exact),
            utilisation: arrivals.utilisation(&capacity),
            capacity_per_hour: capacity,
            tightest,
            queue_length: arrivals.queue_length(&mean_wait_s, moment.visits.unwrap_or(0.0)),
            wait_served_s: None,
            wait_s: mean_wait_s,
            within_acceptable: service_level::of_step(service, waits, step),
            delay_cost_per_minute: execution::delay_cost(scenario, activity),
            servers,
            bottleneck: bottleneck.contains(&step),
        };
        steps.insert(step, figures);
    }
    steps
}

/// How many executions of an activity can go on at once, if it had its roles for itself.
fn servers(scenario: &Scenario, activity: &Activity) -> Option<f64> {
    let of_claims = activity.claims.iter().map(|claim| {
        let roles = claim.roles_in(scenario);
        let heads: f64 = roles.clone().map(|role| f64::from(role.heads())).sum();
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

fn capacity(moment: &Moment, activity: &Activity, servers: Option<f64>) -> Figure {
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
