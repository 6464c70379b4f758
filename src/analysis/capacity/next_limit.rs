//! What would limit the service next.

use super::loads::Block;
use super::near::is_near;
use super::rated::Rated;
use super::service::Service;
use crate::analysis::result::{Figure, NextLimit, Pool};

const HOUR_S: f64 = 3600.0;

/// What would limit the service if the pools that bind had no limit.
pub(in crate::analysis) fn next_limit(service: &Service, capacity: &Figure) -> Option<NextLimit> {
    profiling::function_scope!();
    capacity.value?;
    let limit = service.limit_per_s;
    let blocks = || service.loads.blocks.iter().zip(&service.rated);
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
        bounds.filter(move |bound| is_near(bound.per_s, rate)).collect::<Vec<_>>()
    };
    let pools = rest.iter().filter(|(_, rated)| rated.binds(next));
    let pools = pools.flat_map(|(block, rated)| binding_at(block, rated, next));
    let now = || blocks().filter(|(_, rated)| rated.binds(limit));
    let units = now().map(|(block, rated)| rated.units_to_reach(block, limit, next));
    let in_places = |(pool, units): (Pool, u32)| match pool {
        Pool::Places(step) => (pool, units.saturating_mul(service.batch_at(step))),
        Pool::Roles(_) | Pool::Assumed(_) => (pool, units),
    };
    let units: Option<Vec<(Pool, u32)>> = units.map(|units| units.map(in_places)).collect();
    let is_enough = |(block, rated): (&Block, &Rated)| rated.less_reaches(block, limit, next);
    let less_work = now().all(is_enough).then_some(1.0 - limit / next);
    let capacity_per_hour = Figure::new(next * HOUR_S, service.basis);
    capacity_per_hour.value?;
    Some(NextLimit {
        capacity_per_hour,
        gap_per_hour: (next - limit) * HOUR_S,
        pools: pools.map(|bound| bound.pool).collect(),
        more_units: units.unwrap_or_default(),
        less_work,
    })
}
