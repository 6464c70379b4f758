//! The interval of a day with the highest load.

use super::pipeline;
use super::result::Analysis;
use crate::blueprint::{Scenario, fewest_on_duty};
use crate::process;

/// The load of a service: the highest utilisation of a pool; 0 where none has one.
#[must_use]
pub fn load(analysis: &Analysis) -> f64 {
    analysis.pools.iter().filter_map(|pool| pool.utilisation.value).fold(0.0, f64::max)
}

/// The interval of the day in which the busiest pool has the most to do, the earliest of equals; `None` without
/// a day. A pool in which nobody is on duty has no load: that is a problem of its own. One analysis for each
/// interval that is not like an earlier one.
#[must_use]
pub fn busiest_interval(scenario: &Scenario) -> Option<usize> {
    let day = scenario.demand().day.as_deref()?;
    let mut known: Vec<(u64, Vec<u32>)> = Vec::new();
    let mut busiest = (0, f64::NEG_INFINITY);
    for at in 0..day.intervals() {
        let roles = scenario.roles().values();
        let heads = roles.map(|role| fewest_on_duty(role, day, at)).collect();
        // What is like an earlier interval is no busier.
        let like = (day.demand(at, scenario.demand().per_hour).to_bits(), heads);
        if known.contains(&like) {
            continue;
        }
        known.push(like);
        let then = scenario.at(at)?;
        let load = load(&pipeline::analyse(&then, &process::compile(&then)));
        if load > busiest.1 {
            busiest = (at, load);
        }
    }
    Some(busiest.0)
}
