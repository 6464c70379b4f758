//! Where the service stands: what is to be helped, and who could.

use super::outlook::Target;
use crate::analysis::{Analysis, Pool, PoolFigures};
use crate::blueprint::{Need, Role, RoleId, RoleKind, Scenario, Step, StepId};
use crate::process::{self, Activity, Moment, Process};

/// What the heuristics look at.
pub(super) struct Situation<'a> {
    pub scenario: &'a Scenario,
    pub analysis: &'a Analysis,
    pub process: Process,
    pub target: Target,
    /// Whether nobody does what they do not do today, unless somebody says so.
    only_today: bool,
    /// The pools to be helped: those that limit, or those at which customers wait most in all.
    pub pools: Vec<&'a PoolFigures>,
    /// The steps that load them, those that bring most work first (ties in document order).
    pub steps: Vec<StepId>,
}

impl<'a> Situation<'a> {
    /// `None` where there is nothing to be helped. Near-linear.
    pub fn of(
        scenario: &'a Scenario,
        analysis: &'a Analysis,
        target: Target,
        only_today: bool,
    ) -> Option<Self> {
        /// At so many pools waits are looked at.
        const WAITS: usize = 4;
        analysis.capacity_per_hour.value?;
        let process = process::compile(scenario);
        let only_today = only_today || scenario.redesign_rules().fixed_roles;
        let pools: Vec<&PoolFigures> = match target {
            Target::Capacity => analysis.pools.iter().filter(|pool| pool.binding).collect(),
            Target::Time => {
                analysis.throughput_time_s.value?;
                let waits = analysis.pools.iter();
                let mut waits: Vec<(f64, &PoolFigures)> = waits
                    .filter_map(|pool| Some((pool.wait_s.value? * visits(&process, pool), pool)))
                    .filter(|(wait, _)| *wait > 0.0)
                    .collect();
                // Of equal waits the first, which belongs to the busiest.
                waits.sort_by(|a, b| b.0.total_cmp(&a.0));
                waits.truncate(WAITS);
                let waits: Vec<&PoolFigures> = waits.into_iter().map(|(_, pool)| pool).collect();
                // Where nobody waits, what the busiest does takes the time.
                if waits.is_empty() { analysis.pools.first().into_iter().collect() } else { waits }
            }
        };
        let mut steps: Vec<StepId> =
            pools.iter().flat_map(|pool| pool.steps.iter().copied()).collect();
        steps.sort_unstable_by_key(|step| scenario.steps().get_index_of(step));
        steps.dedup();
        let mut works: Vec<(f64, StepId)> =
            steps.into_iter().map(|step| (work_s(&process, step), step)).collect();
        works.sort_by(|a, b| b.0.total_cmp(&a.0));
        let steps = works.into_iter().map(|(_, step)| step).collect();
        (!pools.is_empty()).then_some(Self {
            scenario,
            analysis,
            process,
            target,
            only_today,
            pools,
            steps,
        })
    }

    /// The single roles that are to be helped, in the order of their pools.
    pub fn roles(&self) -> impl Iterator<Item = (RoleId, &'a PoolFigures)> {
        self.pools.iter().filter_map(|pool| match &pool.pool {
            Pool::Roles(roles) => match roles.as_slice() {
                [role] => Some((*role, *pool)),
                _ => None,
            },
            Pool::Places(_) | Pool::Assumed(_) => None,
        })
    }

    /// Whether a role may do a step, and whether somebody said so; see the module for the rules.
    pub fn leave(&self, role: RoleId, step: StepId) -> Leave {
        let does: Vec<RoleId> = self.step(step).map_or_else(Vec::new, |step| {
            step.needs.iter().flat_map(|need| need.roles.iter().copied()).collect()
        });
        let stands_in = |who: &RoleId| {
            let who = self.scenario.roles().get(who);
            who.is_some_and(|who| who.stands_in_for.iter().any(|other| does.contains(other)))
        };
        let is_trained = self.scenario.redesign_rules().trained.contains(&(role, step));
        if does.contains(&role) || is_trained || stands_in(&role) {
            Leave::Given
        } else if self.only_today || self.scenario.roles().keys().any(stands_in) {
            Leave::Refused
        } else {
            Leave::Unasked
        }
    }

    /// Staff that could do some of the work of a role: first who may stand in for it, then the least
    /// busy (ties in document order). Linear in the number of roles.
    pub fn helpers_of(&self, helped: RoleId) -> Vec<RoleId> {
        let is_staff = |role: &Role| role.kind == RoleKind::Staff && role.offer() > 0.0;
        if !self.scenario.roles().get(&helped).is_some_and(|role| is_staff(role)) {
            return Vec::new();
        }
        let mut helpers: Vec<(bool, f64, RoleId)> = self
            .analysis
            .roles
            .iter()
            .filter(|(id, figures)| **id != helped && !figures.bottleneck)
            .filter_map(|(id, figures)| {
                let role = self.scenario.roles().get(id).filter(|role| is_staff(role))?;
                let stands_in = role.stands_in_for.contains(&helped);
                Some((!stands_in, figures.work_s / role.offer(), *id))
            })
            .collect();
        helpers.sort_by(|a, b| a.0.cmp(&b.0).then_with(|| a.1.total_cmp(&b.1)));
        helpers.into_iter().map(|(.., id)| id).collect()
    }

    /// The step.
    pub fn step(&self, id: StepId) -> Option<&'a Step> {
        self.scenario.steps().get(&id).map(AsRef::as_ref)
    }

    /// The moment of a step.
    pub fn moment(&self, id: StepId) -> Option<(usize, &Moment)> {
        let at = self.process.moment_of(id)?;
        Some((at, self.process.moments.get(at)?))
    }

    /// Whether a role is needed anywhere in the moment of a step.
    pub fn is_there(&self, role: RoleId, step: StepId) -> bool {
        self.moment(step).is_some_and(|(_, moment)| {
            let mut claims = moment.activities.iter().flat_map(|activity| &activity.claims);
            claims.any(|claim| claim.roles.contains(&role))
        })
    }
}

/// Whether a role may do a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Leave {
    /// It does it today, or somebody said that it may.
    Given,
    /// Nobody said that it may, nor that it may not.
    Unasked,
    /// It may not.
    Refused,
}

/// How often a customer comes to a pool. Linear in the pool's steps.
pub(super) fn visits(process: &Process, pool: &PoolFigures) -> f64 {
    let mut moments: Vec<usize> =
        pool.steps.iter().filter_map(|step| process.moment_of(*step)).collect();
    moments.sort_unstable();
    moments.dedup();
    let visits = moments.iter().filter_map(|at| process.moments.get(*at)?.visits);
    visits.sum()
}

/// What a step does each time its moment is passed.
pub(super) fn activity(process: &Process, step: StepId) -> Option<&Activity> {
    let moment = process.moments.get(process.moment_of(step)?)?;
    moment.activities.iter().find(|activity| activity.step == step)
}

/// Seconds that a step takes per customer, over all visits.
fn work_s(process: &Process, step: StepId) -> f64 {
    let visits = process.moment_of(step).and_then(|at| process.moments.get(at)?.visits);
    let hold = activity(process, step).and_then(Activity::hold_s);
    visits.unwrap_or(0.0) * hold.unwrap_or(0.0)
}

/// A need that more roles can meet.
pub(super) fn opened(need: &Need, role: RoleId) -> Need {
    let mut need = need.clone();
    if !need.roles.contains(&role) {
        need.roles.push(role);
    }
    need
}
