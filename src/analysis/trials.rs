//! Small changes tried on the pools: the capacity each would bring, without redoing the flow.
//!
//! Capacity is recomputed rather than extrapolated, because what one more of a role is worth holds
//! only until the next pool binds.

use std::cmp::Ordering;
use std::collections::HashMap;

use super::capacity::per_s;
use super::loads::{Load, Supply, WorkSum};
use super::result::{Analysis, Change, Trial};
use super::service::Service;
use crate::blueprint::{Role, RoleId, StepId};
use crate::process::Moment;

/// Fills the trials, best first. There are none where the capacity is not known.
pub(super) fn fill(service: &Service, analysis: &mut Analysis) {
    if analysis.capacity_per_hour.value.is_none() {
        return;
    }
    let tried = Tried::new(service);
    let mut trials: Vec<Trial> = Vec::new();
    for role in service.scenario.roles().keys() {
        trials.extend(
            tried.headcount(*role, 1).map(|rate| (Change::OneMore(*role), rate)).map(trial),
        );
        trials.extend(
            tried.headcount(*role, -1).map(|rate| (Change::OneLess(*role), rate)).map(trial),
        );
    }
    for (index, block) in service.loads.blocks.iter().enumerate() {
        let mut more = block.supply.clone();
        let change = match &mut more {
            Supply::Roles(_) => continue,
            Supply::Places(step, count) => {
                *count = count.saturating_add(1);
                Change::OneMorePlace(*step)
            }
            Supply::Assumed(step, count) => {
                *count += 1;
                Change::SecondServer(*step)
            }
        };
        trials.push(trial((change, tried.with(&[(index, per_s(&more, &block.sums))]))));
    }
    for step in steps_of_bottleneck(service, analysis) {
        trials.extend(
            tried.faster(step).map(|rate| (Change::TenPercentFaster(step), rate)).map(trial),
        );
    }
    trials.retain(|trial| trial.capacity_per_hour.is_finite());
    trials.sort_by(|a, b| {
        b.capacity_per_hour.partial_cmp(&a.capacity_per_hour).unwrap_or(Ordering::Equal)
    });
    analysis.trials = trials;
}

fn trial((change, per_s): (Change, f64)) -> Trial {
    Trial { change, capacity_per_hour: per_s * 3600.0 }
}

/// The steps with a time of their own in the moments of the bottleneck, in document order.
fn steps_of_bottleneck(service: &Service, analysis: &Analysis) -> Vec<StepId> {
    let moments: std::collections::BTreeSet<usize> =
        analysis.bottleneck.iter().filter_map(|step| service.process.moment_of(*step)).collect();
    let mut steps: Vec<StepId> = moments
        .into_iter()
        .flat_map(|moment| &service.process.moments[moment].activities)
        .filter(|activity| activity.own_time && activity.mean_s > Some(0.0))
        .map(|activity| activity.step)
        .collect();
    steps.sort_by_cached_key(|step| service.scenario.steps().get_index_of(step));
    steps
}

struct Tried<'a> {
    service: &'a Service<'a>,
    /// Customers per second of each block, smallest first, with its index.
    sorted: Vec<(f64, usize)>,
    /// The loads of each moment, by block and place in it, in that order.
    loads_of: HashMap<usize, Vec<(usize, usize)>>,
}

impl<'a> Tried<'a> {
    fn new(service: &'a Service<'a>) -> Self {
        let mut sorted: Vec<(f64, usize)> = service
            .loads
            .blocks
            .iter()
            .enumerate()
            .map(|(at, block)| (block.per_s(), at))
            .collect();
        sorted.sort_by(|a, b| a.0.total_cmp(&b.0));
        let mut loads_of: HashMap<usize, Vec<(usize, usize)>> = HashMap::new();
        for (index, block) in service.loads.blocks.iter().enumerate() {
            for (at, load) in block.loads.iter().enumerate() {
                loads_of.entry(load.moment).or_default().push((index, at));
            }
        }
        Self { service, sorted, loads_of }
    }

    /// The capacity if these blocks had these capacities and the others theirs.
    fn with(&self, changed: &[(usize, f64)]) -> f64 {
        let untouched =
            self.sorted.iter().find(|(_, block)| changed.iter().all(|(other, _)| other != block));
        let rest = untouched.map_or(f64::INFINITY, |(rate, _)| *rate);
        changed.iter().map(|(_, rate)| *rate).fold(rest, f64::min)
    }

    fn headcount(&self, role: RoleId, change: i32) -> Option<f64> {
        let index = *self.service.loads.block_of_role.get(&role)?;
        let block = &self.service.loads.blocks[index];
        let mut supply = block.supply.clone();
        let Supply::Roles(units) = &mut supply else { return None };
        let position = units.iter().position(|unit| unit.role == role)?;
        let headcount = units[position].headcount.checked_add_signed(change)?;
        units[position].headcount = headcount;
        let does_work = block.sums.iter().any(|sum| sum.roles.contains(&position));
        let sound = headcount <= Role::MOST && headcount > 0;
        let sound = sound && (change > 0 || suffices(&supply, &block.loads));
        (does_work && sound).then(|| self.with(&[(index, per_s(&supply, &block.sums))]))
    }

    fn faster(&self, step: StepId) -> Option<f64> {
        let at = self.service.process.moment_of(step)?;
        let moment = &self.service.process.moments[at];
        let faster = faster_holds(moment, step);
        let mut changed: Vec<(usize, Vec<WorkSum>)> = Vec::new();
        for &(index, load) in self.loads_of.get(&at).into_iter().flatten() {
            let block = &self.service.loads.blocks[index];
            let load = &block.loads[load];
            let hold_s = faster.get(load.activity).copied().unwrap_or(load.hold_s);
            let saved_s = load.work_s() - Load { hold_s, ..load.clone() }.work_s();
            if changed.last().is_none_or(|(last, _)| *last != index) {
                changed.push((index, block.sums.clone()));
            }
            let sums = changed.last_mut().map(|(_, sums)| sums)?;
            let own = |sum: &&mut WorkSum| sum.roles == load.roles && sum.count == load.count;
            sums.iter_mut().find(own)?.work_s -= saved_s;
        }
        let rates: Vec<(usize, f64)> = changed
            .into_iter()
            .map(|(index, sums)| (index, per_s(&self.service.loads.blocks[index].supply, &sums)))
            .collect();
        Some(self.with(&rates))
    }
}

/// Seconds that each activity of a moment holds what it needs, with 10 % off one of its times.
fn faster_holds(moment: &Moment, step: StepId) -> Vec<f64> {
    let own = |at: usize| {
        let activity = &moment.activities[at];
        let mean = activity.mean_s.unwrap_or(0.0);
        activity.setup_s + if activity.step == step { 0.9 * mean } else { mean }
    };
    let timed = |at: &usize| moment.activities[*at].own_time;
    let count = moment.activities.len();
    let longest = (0..count).filter(timed).map(own).fold(0.0, f64::max);
    (0..count)
        .map(|at| {
            let activity = &moment.activities[at];
            let fills_in = !activity.own_time && activity.mean_s > Some(0.0);
            if fills_in { longest.max(activity.setup_s) } else { own(at) }
        })
        .collect()
}

/// Whether there are enough units for every need, and for all needs of a moment at once.
fn suffices(supply: &Supply, loads: &[Load]) -> bool {
    let enough = |roles: &[usize], count: u64| supply.units(roles).0 >= count as f64;
    let mut of_moment: std::collections::BTreeMap<usize, Vec<&Load>> =
        std::collections::BTreeMap::new();
    for load in loads {
        of_moment.entry(load.moment).or_default().push(load);
    }
    of_moment.values().all(|loads| {
        let mut roles: Vec<usize> =
            loads.iter().flat_map(|load| load.roles.iter().copied()).collect();
        roles.sort_unstable();
        roles.dedup();
        loads.iter().all(|load| enough(&load.roles, u64::from(load.count)))
            && enough(&roles, loads.iter().map(|load| u64::from(load.count)).sum())
    })
}
