//! Why pools serve as many as they do.

use crate::analysis::capacity::loads::{Load, Loads, Supply};
use crate::analysis::result::{Analysis, Pool, PoolLine, WorkLine};
use crate::process::Process;

pub(super) fn pool_lines(analysis: &Analysis, loads: &Loads, process: &Process) -> Vec<PoolLine> {
    let known = analysis.pools.iter().filter_map(|pool| {
        Some(PoolLine {
            pool: pool.pool.clone(),
            offer: pool.offer,
            work_s: pool.work_s,
            capacity_per_hour: pool.capacity_per_hour.value?,
            binding: pool.binding,
            slack: pool.slack.map_or(0.0, |slack| slack.share),
            work: if pool.binding { work_lines(&pool.pool, loads, process) } else { Vec::new() },
        })
    });
    known.collect()
}

pub(super) fn work_lines(pool: &Pool, loads: &Loads, process: &Process) -> Vec<WorkLine> {
    let block = match pool {
        Pool::Roles(roles) => roles.first().and_then(|role| loads.block_of_role.get(role)),
        Pool::Places(step) | Pool::Assumed(step) => loads.block_of_step.get(step),
    };
    let Some(block) = block.and_then(|block| loads.blocks.get(*block)) else { return Vec::new() };
    let within = |load: &&Load| match (&block.supply, pool) {
        (Supply::Roles(units), Pool::Roles(roles)) => {
            load.roles.iter().filter_map(|at| units.get(*at)).all(|unit| roles.contains(&unit.role))
        }
        _ => true,
    };
    let lines = block.loads.iter().filter(within).filter_map(|load| {
        let moment = process.moments.get(load.moment)?;
        let activity = moment.activities.get(load.activity)?;
        Some(WorkLine {
            step: load.step,
            visits: moment.visits?,
            time_s: activity.mean_s?,
            setup_s: activity.setup_s,
            batch: activity.batch,
            count: load.count,
            kept_s: load.kept_s,
            work_s: load.work_s(),
        })
    });
    lines.filter(|line| line.work_s > 0.0).collect()
}
