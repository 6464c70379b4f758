//! Why the figures of single steps and roles are what they are.

use super::needs::needs;
use super::pools::work_lines;
use super::waits::{queue_of, wait_of_pool};
use crate::analysis::capacity::loads::Loads;
use crate::analysis::capacity::own_work::{hands_of, role_work_by_step};
use crate::analysis::result::{
    Analysis, Derivation, Figure, FigureKey, Lack, Pool, PoolFigures, PoolLine, RoleFigures,
    StepFigures,
};
use crate::blueprint::{RoleId, Scenario, StepId};
use crate::process::Process;

/// Derives a figure of a single step or role.
pub(in crate::analysis) fn explain(
    scenario: &Scenario,
    analysis: &Analysis,
    process: &Process,
    key: FigureKey,
) -> Derivation {
    match key {
        FigureKey::StepCapacity(step) => of_step(analysis, step, |figures| {
            needs(&[&figures.capacity_per_hour, &figures.visits], |numbers| {
                step_capacity(process, step, figures, (numbers[0], numbers[1]))
                    .unwrap_or_else(|| Derivation::Missing(vec![Lack::Limit]))
            })
        }),
        FigureKey::StepUtilisation(step) => of_step(analysis, step, |figures| {
            share_of_demand(analysis, &figures.capacity_per_hour, &figures.utilisation)
        }),
        FigureKey::RoleCapacity(role) => of_role(analysis, role, |figures, pool| {
            needs(&[&figures.capacity_per_hour], |numbers| {
                pool.map_or(Derivation::Missing(vec![Lack::Limit]), |pool| {
                    let loads = Loads::of(scenario, process);
                    Derivation::OnePool(pool_line(pool, numbers[0], &loads, process))
                })
            })
        }),
        FigureKey::RoleUtilisation(role) => of_role(analysis, role, |figures, _| {
            share_of_demand(analysis, &figures.capacity_per_hour, &figures.utilisation)
        }),
        FigureKey::RoleWait(role) => of_role(analysis, role, |figures, pool| {
            needs(&[&figures.wait_s], |numbers| {
                let (wait_s, basis) = (numbers[0], figures.wait_s.basis);
                // Who is always needed with somebody scarcer is waited for in their queue.
                let scarcer = || {
                    let mut moments =
                        figures.steps.iter().filter_map(|step| process.moment_of(*step));
                    moments.find_map(|moment| queue_of(analysis, process, moment, wait_s))
                };
                pool.and_then(|pool| wait_of_pool(pool, wait_s, basis))
                    .or_else(|| wait_of_pool(scarcer()?.0, wait_s, basis))
                    .unwrap_or(Derivation::NoQueue)
            })
        }),
        FigureKey::RoleWork(role) => of_role(analysis, role, |figures, _| {
            let loads = Loads::of(scenario, process);
            let block = hands_of(&loads, role);
            let lines = block.map_or_else(Vec::new, |block| role_work_by_step(block, role));
            Derivation::SumOfSteps { lines, total_s: figures.work_s }
        }),
        _ => Derivation::Missing(vec![Lack::Flow]),
    }
}

fn of_step(
    analysis: &Analysis,
    step: StepId,
    derive: impl FnOnce(&StepFigures) -> Derivation,
) -> Derivation {
    analysis.steps.get(&step).map_or_else(|| Derivation::Missing(vec![Lack::Flow]), derive)
}

/// Derives a figure of a role from its figures and its tightest pool: what they are taken from.
fn of_role(
    analysis: &Analysis,
    role: RoleId,
    derive: impl FnOnce(&RoleFigures, Option<&PoolFigures>) -> Derivation,
) -> Derivation {
    let Some(figures) = analysis.roles.get(&role) else {
        return Derivation::Missing(vec![Lack::Limit]);
    };
    // Pools come by their load.
    let has_role =
        |pool: &&PoolFigures| matches!(&pool.pool, Pool::Roles(roles) if roles.contains(&role));
    derive(figures, analysis.pools.iter().find(has_role))
}

fn step_capacity(
    process: &Process,
    step: StepId,
    figures: &StepFigures,
    (capacity_per_hour, visits): (f64, f64),
) -> Option<Derivation> {
    let moment = process.moments.get(process.moment_of(step)?)?;
    let activity = moment.activities.iter().find(|activity| activity.step == step)?;
    Some(Derivation::ServersOverWork {
        servers: figures.servers?,
        batch: activity.batch,
        visits,
        hold_s: activity.hold_s()?,
        capacity_per_hour,
    })
}

fn pool_line(
    pool: &PoolFigures,
    capacity_per_hour: f64,
    loads: &Loads,
    process: &Process,
) -> PoolLine {
    PoolLine {
        pool: pool.pool.clone(),
        offer: pool.offer,
        work_s: pool.work_s,
        capacity_per_hour,
        binding: pool.binding,
        slack: pool.slack.map_or(0.0, |slack| slack.share),
        work: work_lines(&pool.pool, loads, process),
    }
}

fn share_of_demand(analysis: &Analysis, capacity: &Figure, utilisation: &Figure) -> Derivation {
    needs(&[&analysis.demand_per_hour, capacity, utilisation], |numbers| {
        Derivation::DemandOverCapacity {
            demand_per_hour: numbers[0],
            capacity_per_hour: numbers[1],
            utilisation: numbers[2],
        }
    })
}
