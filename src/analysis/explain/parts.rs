//! Why the figures of single steps and roles are what they are.

use super::{Derivation, PoolLine, needs, wait_of_pool, work_lines};
use crate::analysis::figure::{Figure, Lack};
use crate::analysis::loads::Loads;
use crate::analysis::result::{Analysis, Pool, PoolFigures, StepFigures};
use crate::analysis::service::{hands_of, role_work_by_step};
use crate::blueprint::{RoleId, Scenario, StepId};
use crate::process::Process;

/// What a single step or role can be asked.
#[derive(Clone, Copy)]
pub(super) enum Question {
    Capacity,
    Utilisation,
    Wait,
    Work,
}

pub(super) fn of_step(
    analysis: &Analysis,
    process: &Process,
    step: StepId,
    question: Question,
) -> Derivation {
    let Some(figures) = analysis.steps.get(&step) else {
        return Derivation::Missing(vec![Lack::Flow]);
    };
    match question {
        Question::Utilisation => {
            share_of_demand(analysis, &figures.capacity_per_hour, &figures.utilisation)
        }
        _ => needs(&[&figures.capacity_per_hour, &figures.visits], |numbers| {
            step_capacity(process, step, figures, (numbers[0], numbers[1]))
                .unwrap_or_else(|| Derivation::Missing(vec![Lack::Limit]))
        }),
    }
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

pub(super) fn of_role(
    scenario: &Scenario,
    analysis: &Analysis,
    process: &Process,
    role: RoleId,
    question: Question,
) -> Derivation {
    let Some(figures) = analysis.roles.get(&role) else {
        return Derivation::Missing(vec![Lack::Limit]);
    };
    // The tightest, as pools come by their load: what the figures of the role are taken from.
    let pool = analysis
        .pools
        .iter()
        .find(|pool| matches!(&pool.pool, Pool::Roles(roles) if roles.contains(&role)));
    let loads = || Loads::of(scenario, process);
    match question {
        Question::Utilisation => {
            share_of_demand(analysis, &figures.capacity_per_hour, &figures.utilisation)
        }
        Question::Capacity => needs(&[&figures.capacity_per_hour], |numbers| {
            pool.map_or(Derivation::Missing(vec![Lack::Limit]), |pool| {
                Derivation::OnePool(pool_line(pool, numbers[0], &loads(), process))
            })
        }),
        Question::Wait => needs(&[&figures.wait_s], |numbers| {
            let queue = pool.and_then(|pool| wait_of_pool(pool, numbers[0], figures.wait_s.basis));
            queue.unwrap_or(Derivation::NoQueue)
        }),
        Question::Work => {
            let loads = loads();
            let block = hands_of(&loads, role);
            let lines = block.map_or_else(Vec::new, |block| role_work_by_step(block, role));
            Derivation::SumOfSteps { lines, total_s: figures.work_s }
        }
    }
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
