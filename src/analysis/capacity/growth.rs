//! By how many customers the queue of an overloaded pool grows.

use super::arrivals::Arrivals;
use super::bounds::PoolBound;
use crate::analysis::result::{Basis, Figure};
use crate::process::{Process, sum_of};

/// The growth of the queue of every pool. Linear.
///
/// Of those who come too many, as many queue here as ever come here. That is the growth itself for
/// a pool of one moment outside longer loops; at most that if another pool may hold them up before.
pub(in crate::analysis) fn of_pools(
    process: &Process,
    arrivals: Arrivals,
    pools: &[PoolBound],
) -> Vec<Figure> {
    profiling::function_scope!();
    let mut loops = vec![false; process.moments.len()];
    for moment in process.order.iter().filter(|group| group.len() > 1).flatten() {
        loops[*moment] = true;
    }
    let is_over = |pool: &&PoolBound| pool.utilisation.value.is_some_and(|load| load > 1.0);
    let overloaded = pools.iter().filter(is_over).count();
    let growth = |pool: &PoolBound| {
        let excess = arrivals.growth(&pool.capacity_per_hour);
        match excess.value {
            Some(excess_per_hour) if excess_per_hour > 0.0 => {
                let (share, simple) = share_who_come(process, pool, &loops);
                let basis = match (simple, overloaded, excess.basis) {
                    (true, 1, basis) => basis,
                    (true, _, Basis::Exact) => Basis::UpperBound,
                    _ => Basis::APPROXIMATE,
                };
                Figure::new(excess_per_hour * share, basis)
            }
            _ => excess,
        }
    };
    pools.iter().map(growth).collect()
}

/// The share of all customers who ever come to a pool, and whether it is more than an estimate.
fn share_who_come(process: &Process, pool: &PoolBound, loops: &[bool]) -> (f64, bool) {
    let mut moments: Vec<usize> =
        pool.steps.iter().filter_map(|step| process.moment_of(*step)).collect();
    moments.sort_unstable();
    moments.dedup();
    let visits = |moment: &usize| process.moments[*moment].visits.unwrap_or(1.0);
    match moments.as_slice() {
        // Each comes once, but for those who are sent straight back.
        [only] => ((visits(only) * (1.0 - straight_back(process, *only))).min(1.0), !loops[*only]),
        several => (several.iter().map(visits).fold(0.0, f64::max).min(1.0), false),
    }
}

/// The share of the customers of a moment whom its decision sends straight back to it.
fn straight_back(process: &Process, moment: usize) -> f64 {
    let flows = process.live_flows(moment);
    let back = flows.filter(|arc| arc.from == arc.to).filter_map(|arc| arc.share);
    sum_of(back).clamp(0.0, 1.0 - f64::EPSILON)
}
