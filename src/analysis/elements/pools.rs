//! The figures of each pool.

use crate::analysis::capacity::bounds::PoolBound;
use crate::analysis::capacity::service::Service;
use crate::analysis::result::{Figure, Lack, PoolFigures};
use crate::analysis::waiting::waits::Waits;

/// The figures of the pools, in their order; `growth_per_hour` has one for each.
pub(in crate::analysis) fn figures(
    service: &Service,
    pools: Vec<PoolBound>,
    growth_per_hour: Vec<Figure>,
    waits: &Waits,
) -> Vec<PoolFigures> {
    profiling::function_scope!();
    let figures = |(bound, growth_per_hour): (PoolBound, Figure)| {
        let waiting = service.loads.block_of(&bound.pool).and_then(|at| waits.of_block.get(at));
        let (mean_wait_s, queue) = match waiting {
            Some((mean_s, queue)) => (mean_s.clone(), *queue),
            None => (Figure::lacking([Lack::Method]), None),
        };
        PoolFigures {
            pool: bound.pool,
            offer: bound.offer,
            work_s: bound.work_s,
            capacity_per_hour: bound.capacity_per_hour,
            utilisation: bound.utilisation,
            growth_per_hour,
            wait_s: mean_wait_s,
            queue,
            slack: bound.slack,
            binding: bound.binding,
            steps: bound.steps,
        }
    };
    pools.into_iter().zip(growth_per_hour).map(figures).collect()
}
