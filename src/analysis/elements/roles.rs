//! The figures of each role.

use rustc_hash::FxHashSet;

use crate::analysis::capacity::arrivals::Arrivals;
use crate::analysis::capacity::own_work::{OwnLoads, loads_by_role};
use crate::analysis::capacity::service::Service;
use crate::analysis::result::{Figure, Lack, Pool, PoolFigures, RoleFigures};
use crate::analysis::waiting::waits::Waits;
use crate::blueprint::{IdTable, RoleId, StepId};
use crate::process::{NumberLists, sum_of};

/// The figures of all roles, in document order. A role has the capacity of the tightest pool that it
/// belongs to, and the wait of the block that it works in.
pub(in crate::analysis) fn figures(
    service: &Service,
    arrivals: Arrivals,
    pools: &[PoolFigures],
    bottleneck: &[RoleId],
    waits: &Waits,
) -> IdTable<RoleId, RoleFigures> {
    profiling::function_scope!();
    let (loads, process) = (&service.loads, service.process);
    let bottleneck: FxHashSet<RoleId> = bottleneck.iter().copied().collect();
    let by_role: Vec<NumberLists> = loads.blocks.iter().map(loads_by_role).collect();
    let mut moments: Vec<usize> = Vec::new();
    let mut roles = IdTable::default();
    for id in service.scenario.roles().keys() {
        let index = loads.block_of_role.get(id).copied();
        let own = index
            .and_then(|at| OwnLoads::of(&loads.blocks[at], *id, |unit| by_role[at].list(unit)));
        // Pools come by their load.
        let has_role =
            |pool: &&PoolFigures| matches!(&pool.pool, Pool::Roles(roles) if roles.contains(id));
        let tightest = pools.iter().find(has_role);
        let capacity = match (index.map(|at| &loads.blocks[at]), tightest) {
            (_, Some(pool)) => pool.capacity_per_hour.clone(),
            (Some(block), None) if !block.lacks.is_empty() => {
                Figure::lacking(block.lacks.iter().copied())
            }
            _ => Figure::lacking([Lack::Limit]),
        };
        let mean_wait_s = index
            .and_then(|at| waits.of_block.get(at))
            .map_or_else(|| Figure::lacking([Lack::Limit]), |(mean_s, _)| mean_s.clone());
        let steps = own.as_ref().map_or_else(Vec::new, OwnLoads::steps);
        let moment = |step: &StepId| process.moment_of(*step);
        moments.clear();
        moments.extend(steps.iter().filter_map(moment));
        moments.sort_unstable();
        moments.dedup();
        let visits = moments.iter().filter_map(|moment| process.moments[*moment].visits);
        let figures = RoleFigures {
            utilisation: arrivals.utilisation(&capacity),
            growth_per_hour: tightest
                .map_or_else(|| arrivals.growth(&capacity), |pool| pool.growth_per_hour.clone()),
            capacity_per_hour: capacity,
            queue_length: arrivals.queue_length(&mean_wait_s, sum_of(visits)),
            wait_s: mean_wait_s,
            work_s: own.as_ref().map_or(0.0, OwnLoads::work_s),
            bottleneck: bottleneck.contains(id),
            steps,
        };
        roles.insert(*id, figures);
    }
    roles
}
