//! Customers by urgency: how long each class waits where the more urgent are taken first (Cobham 1954).

use crate::analysis::{Analysis, Basis, Figure, Pool, QueueFormula};
use crate::blueprint::{RoleId, Scenario, UrgencyClass};

/// How long a class waits.
#[derive(Clone, Debug, PartialEq)]
pub struct ClassWait {
    /// Which class, from 0, in the order of the demand.
    pub class: usize,
    /// The mean wait of a visit, over all queues, in seconds.
    pub wait_s: Figure,
    /// Whether that is within its limit; `None` where it has none, or there is no wait.
    pub within_limit: Option<bool>,
}

/// A queue: how long a customer waits there on average over all classes, and how busy it is.
struct Line {
    wait_s: f64,
    busy: f64,
    basis: Basis,
}

/// How long each class of a scenario waits on a visit, where at each pool the more urgent are taken first and
/// nobody is interrupted: C(c, a) ÷ (cµ) ÷ ((1 − σₖ₋₁)(1 − σₖ)) with σₖ the load of classes 1…k. Exact for one
/// queue of exponential times with Poisson arrivals, else near: the wait of all classes together keeps its own
/// formula and is divided alike. Empty without classes. Linear in pools and classes.
#[must_use]
pub fn class_waits(scenario: &Scenario, analysis: &Analysis) -> Vec<ClassWait> {
    let classes = &scenario.demand().urgency;
    if classes.is_empty() {
        return Vec::new();
    }
    let lines = lines(scenario, analysis);
    let mut upto = 0.0;
    UrgencyClass::shares(classes)
        .into_iter()
        .zip(classes)
        .enumerate()
        .map(|(class, (share, about))| {
            let before = upto;
            upto += share;
            let wait_s = match &lines {
                Some(lines) => wait(lines, before, upto),
                None => Figure::lacking(analysis.throughput_time_s.lacks.iter().copied()),
            };
            let within = about.within.map(crate::blueprint::Span::seconds);
            let within_limit = within.zip(wait_s.value).map(|(limit, wait)| wait <= limit);
            ClassWait { class, wait_s, within_limit }
        })
        .collect()
}

/// Every queue that customers stand in; `None` where one of them has no wait that could be computed.
fn lines(scenario: &Scenario, analysis: &Analysis) -> Option<Vec<Line>> {
    let demand = analysis.demand_per_hour.value?;
    if demand <= 0.0 || analysis.pools.is_empty() {
        return None;
    }
    let mut lines = Vec::new();
    for pool in &analysis.pools {
        let visits = visits(scenario, analysis, &pool.steps)?;
        let (wait, busy) = (pool.wait_s.value?, pool.utilisation.value?);
        if busy >= 1.0 {
            return None;
        }
        let is_erlang = pool.queue.is_some_and(|queue| queue.formula == QueueFormula::Erlang);
        let basis = match pool.wait_s.basis {
            Basis::Exact if is_erlang && pool.steps.len() == 1 => Basis::Exact,
            Basis::Unreliable => Basis::Unreliable,
            _ => Basis::APPROXIMATE,
        };
        lines.push(Line { wait_s: wait * visits, busy, basis });
    }
    Some(lines)
}

/// How often a customer queues at a pool.
fn visits(
    scenario: &Scenario,
    analysis: &Analysis,
    steps: &[crate::blueprint::StepId],
) -> Option<f64> {
    let flowing = steps.iter().filter(|step| scenario.steps().contains_key(*step));
    flowing.map(|step| analysis.steps.get(step)?.visits.value).sum()
}

/// The wait over all queues of a class with those before it taking `before` of the load and with it `upto`.
fn wait(lines: &[Line], before: f64, upto: f64) -> Figure {
    let (mut sum, mut basis) = (0.0, Basis::Exact);
    for line in lines {
        let free = |share: f64| 1.0 - line.busy * share.min(1.0);
        sum += line.wait_s * (1.0 - line.busy) / (free(before) * free(upto));
        basis = match (basis, line.basis) {
            (Basis::Unreliable, _) | (_, Basis::Unreliable) => Basis::Unreliable,
            (Basis::Exact, Basis::Exact) => Basis::Exact,
            _ => Basis::APPROXIMATE,
        };
    }
    Figure::new(sum, basis)
}

/// The most that a role is grown to in looking for the fewest that keep all limits.
const MOST_MORE: u32 = 64;

/// The fewest of a role with which every class waits within its limit, all else as it is; `None` where no number
/// up to 64 more does. Tried one by one, from one up.
#[must_use]
pub fn least_heads(scenario: &Scenario, role: RoleId) -> Option<u32> {
    let own = scenario.roles().get(&role)?;
    let keeps = |heads: u32| {
        let mut changed = scenario.clone();
        let mut role_now = crate::blueprint::Role::clone(own);
        role_now.headcount = heads;
        changed.set_role(role, role_now).ok()?;
        let waits = class_waits(&changed, &crate::analysis::analyse(&changed));
        let all =
            waits.iter().all(|it| it.within_limit != Some(false) && it.wait_s.value.is_some());
        Some(all && !waits.is_empty())
    };
    (1..=own.heads() + MOST_MORE).find(|heads| keeps(*heads) == Some(true))
}

/// The role whose queue is the longest of those that are one role's alone.
#[must_use]
pub fn longest_queue(analysis: &Analysis) -> Option<RoleId> {
    let alone = analysis.pools.iter().filter_map(|pool| match &pool.pool {
        Pool::Roles(roles) => match roles.as_slice() {
            [role] => Some((*role, pool.utilisation.value.unwrap_or_default())),
            _ => None,
        },
        Pool::Places(_) | Pool::Assumed(_) => None,
    });
    alone.max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0))).map(|(role, _)| role)
}
