//! What each pool can serve alone, and which of them limit the service.

use rustc_hash::FxHashSet;

use super::arrivals::Arrivals;
use super::loads::{Block, Load};
use super::near::is_near;
use super::rated::Bound;
use super::service::Service;
use crate::analysis::result::{Basis, Figure, Lack, Pool, Slack};
use crate::blueprint::{RoleId, StepId};

const HOUR_S: f64 = 3600.0;

/// The pools that carry work, and what they limit.
pub(in crate::analysis) struct Bounds {
    /// The pools, most loaded first. Of pools that are loaded alike those of which most is known come
    /// first, then small ones, and then they keep the order of roles, then of steps.
    pub(in crate::analysis) pools: Vec<PoolBound>,
    /// For each step, by its position in document order, the tightest of the pools that it loads.
    pub(in crate::analysis) tightest: Vec<Option<Tightest>>,
    /// Steps that load a binding pool, in document order.
    pub(in crate::analysis) bottleneck: Vec<StepId>,
    /// Roles of binding pools, in document order.
    pub(in crate::analysis) bottleneck_roles: Vec<RoleId>,
}

/// A pool, with what it can serve alone.
pub(in crate::analysis) struct PoolBound {
    pub(in crate::analysis) pool: Pool,
    /// Units really there on average.
    pub(in crate::analysis) offer: f64,
    /// Seconds of one unit's time that a customer takes, over all visits.
    pub(in crate::analysis) work_s: f64,
    pub(in crate::analysis) capacity_per_hour: Figure,
    pub(in crate::analysis) utilisation: Figure,
    /// What of it is not used at the capacity of the whole; `None` where that is not known.
    pub(in crate::analysis) slack: Option<Slack>,
    /// Whether it limits the capacity of the whole.
    pub(in crate::analysis) binding: bool,
    /// The steps that load it, in document order.
    pub(in crate::analysis) steps: Vec<StepId>,
}

/// The tightest pool of a step.
#[derive(Clone, Copy, Debug)]
pub(in crate::analysis) struct Tightest {
    /// Its position in [`Bounds::pools`].
    pub(in crate::analysis) pool: usize,
    /// Customers per second that it can serve.
    per_s: f64,
    /// Seconds of it per customer that the step takes, and that all do.
    pub(in crate::analysis) work_s: f64,
    all_s: f64,
}

impl Tightest {
    /// Whether the step takes a larger part of this pool, which is as tight as another.
    fn takes_more_than(self, other: Self) -> bool {
        self.per_s <= other.per_s && self.work_s * other.all_s > other.work_s * self.all_s
    }
}

impl Bounds {
    /// Finds what each pool can serve alone. Near-linear in the loads.
    pub(in crate::analysis) fn of(service: &Service, arrivals: Arrivals) -> Self {
        profiling::function_scope!();
        let known = service.lacks.is_empty() && service.limit_per_s.is_finite();
        let limit = if known { service.limit_per_s } else { f64::NAN };
        let mut bounds: Vec<(&Block, Bound)> = Vec::with_capacity(service.loads.blocks.len());
        for (block, rated) in service.loads.blocks.iter().zip(&service.rated) {
            bounds.extend(rated.bounds(block, limit).into_iter().map(|bound| (block, bound)));
        }
        // Stable, so that pools which are alike in all keep their order.
        let mut order: Vec<(usize, Figure)> = (bounds.iter().enumerate())
            .map(|(at, (block, bound))| (at, pool_capacity(service, block, bound)))
            .collect();
        order.sort_by(|(a, of_a), (b, of_b)| {
            let ((_, a), (_, b)) = (&bounds[*a], &bounds[*b]);
            let bounded = |it: &Figure| (it.value.is_none(), it.basis != Basis::Exact);
            let rate = a.per_s.total_cmp(&b.per_s);
            let tie = || bounded(of_a).cmp(&bounded(of_b)).then(a.roles.len().cmp(&b.roles.len()));
            rate.then_with(tie)
        });
        let steps = service.scenario.steps();
        let mut tightest: Vec<Option<Tightest>> = vec![None; steps.len()];
        let mut is_bottleneck = vec![false; steps.len()];
        let mut pools: Vec<PoolBound> = Vec::with_capacity(order.len());
        for (at, capacity) in order {
            let (_, bound) = &mut bounds[at];
            let binding = known && is_near(bound.per_s, limit);
            for work in &bound.steps {
                let (pool, per_s, all_s) = (pools.len(), bound.per_s, bound.work_s);
                let own = Tightest { pool, per_s, work_s: work.work_s, all_s };
                let known = &mut tightest[work.position];
                if known.is_none_or(|known| own.takes_more_than(known)) {
                    *known = Some(own);
                }
                is_bottleneck[work.position] |= binding;
            }
            pools.push(PoolBound {
                utilisation: arrivals.utilisation(&capacity),
                capacity_per_hour: capacity,
                offer: bound.offer,
                work_s: bound.work_s,
                slack: known.then(|| slack(bound, limit, binding)),
                binding,
                steps: bound.steps.iter().map(|work| work.step).collect(),
                pool: std::mem::replace(&mut bound.pool, Pool::of_roles([])),
            });
        }
        let binding = || pools.iter().filter(|pool| pool.binding);
        let roles: FxHashSet<RoleId> = binding()
            .filter_map(|pool| match &pool.pool {
                Pool::Roles(roles) => Some(roles.iter().copied()),
                Pool::Places(_) | Pool::Assumed(_) => None,
            })
            .flatten()
            .collect();
        let loading = steps.keys().copied().zip(is_bottleneck).filter(|(_, is)| *is);
        let all_roles = service.scenario.roles().keys().copied();
        Self {
            bottleneck: loading.map(|(id, _)| id).collect(),
            bottleneck_roles: all_roles.filter(|id| roles.contains(id)).collect(),
            pools,
            tightest,
        }
    }
}

fn pool_capacity(service: &Service, block: &Block, bound: &Bound) -> Figure {
    if !block.lacks.is_empty() {
        Figure::lacking(block.lacks.iter().copied())
    } else if bound.per_s.is_finite() {
        let at_most = |load: &Load| {
            let kept = load.keeps && service.attained.waits_while_keeping;
            load.count > 1 || load.holds_longer || kept
        };
        let at_most = service.attained.obstacle.is_some()
            && (block.several_needs || block.loads.iter().any(at_most));
        let basis = if at_most { Basis::UpperBound } else { Basis::Exact };
        Figure::new(bound.per_s * HOUR_S, basis)
    } else {
        Figure::lacking([Lack::Limit])
    }
}

/// What a bound leaves unused at a rate.
fn slack(bound: &Bound, limit: f64, binding: bool) -> Slack {
    let used = if bound.per_s.is_finite() { limit / bound.per_s } else { 0.0 };
    let share = if binding { 0.0 } else { (1.0 - used).clamp(0.0, 1.0) };
    Slack { units: bound.offer * share, share }
}
