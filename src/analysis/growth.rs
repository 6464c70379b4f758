//! By how many customers the queue of an overloaded pool grows.

use rustc_hash::FxHashMap;

use super::figure::{Basis, Figure};
use super::result::{Analysis, Pool, PoolFigures};
use super::service::Service;
use super::waiting::straight_back;
use crate::blueprint::RoleId;

/// Fills the growth of every pool, and that of every role from the tightest pool it belongs to.
/// Linear.
///
/// Of those who come too many, as many queue here as ever come here. That is the growth itself for
/// a pool of one moment outside longer loops; at most that if another pool may hold them up before.
pub(super) fn fill(service: &Service, analysis: &mut Analysis) {
    let mut loops = vec![false; service.process.moments.len()];
    for moment in service.process.order.iter().filter(|group| group.len() > 1).flatten() {
        loops[*moment] = true;
    }
    let is_over = |pool: &&PoolFigures| pool.utilisation.value.is_some_and(|load| load > 1.0);
    let overloaded = analysis.pools.iter().filter(is_over).count();
    let mut of_role: FxHashMap<RoleId, Figure> = FxHashMap::default();
    for pool in &mut analysis.pools {
        let excess = service.growth(&pool.capacity_per_hour);
        pool.growth_per_hour = match excess.value {
            Some(excess_per_hour) if excess_per_hour > 0.0 => {
                let (share, simple) = share_who_come(service, pool, &loops);
                let basis = match (simple, overloaded, excess.basis) {
                    (true, 1, basis) => basis,
                    (true, _, Basis::Exact) => Basis::UpperBound,
                    _ => Basis::APPROXIMATE,
                };
                Figure::new(excess_per_hour * share, basis)
            }
            _ => excess,
        };
        if let Pool::Roles(roles) = &pool.pool {
            for role in roles {
                of_role.entry(*role).or_insert_with(|| pool.growth_per_hour.clone());
            }
        }
    }
    for (id, role) in &mut analysis.roles {
        role.growth_per_hour =
            of_role.remove(id).unwrap_or_else(|| service.growth(&role.capacity_per_hour));
    }
}

/// The share of all customers who ever come to a pool, and whether it is more than an estimate.
fn share_who_come(service: &Service, pool: &PoolFigures, loops: &[bool]) -> (f64, bool) {
    let process = service.process;
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
