//! Small changes tried on the pools: the capacity each would bring, without redoing the flow.
//!
//! Capacity is recomputed rather than extrapolated, because what one more of a role is worth holds
//! only until the next pool binds.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use super::capacity::per_s;
use super::loads::{Supply, WorkSum};
use super::result::{Analysis, Change, Trial};
use super::service::Service;
use crate::blueprint::{Role, RoleId, StepId};
use crate::process::{Moment, NumberLists};

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
    /// All loads, by block and place in it, in that order.
    loads: Vec<(usize, usize)>,
    /// The positions in `loads` of those of each moment.
    loads_of: NumberLists,
    /// What each block must have, whatever else: sets of roles, and how many units of them.
    needed: Vec<BTreeMap<Vec<usize>, u64>>,
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
        let blocks = &service.loads.blocks;
        let loads: Vec<(usize, usize)> = (blocks.iter().enumerate())
            .flat_map(|(index, block)| (0..block.loads.len()).map(move |at| (index, at)))
            .collect();
        let of_moments: Vec<(usize, usize)> = (loads.iter().enumerate())
            .map(|(at, (block, load))| (blocks[*block].loads[*load].moment, at))
            .collect();
        let loads_of = NumberLists::of(service.process.moments.len(), &of_moments);
        let mut tried =
            Self { service, sorted, loads, loads_of, needed: vec![BTreeMap::new(); blocks.len()] };
        tried.gather_needed();
        tried
    }

    /// Gathers what every need, and all needs of a moment at once, ask of each block.
    fn gather_needed(&mut self) {
        for moment in 0..self.loads_of.count() {
            let of_moment = self.loads_of.list(moment).iter().map(|at| self.loads[*at]);
            let of_moment: Vec<(usize, usize)> = of_moment.collect();
            // A moment's loads are in the order of their blocks.
            for together in of_moment.chunk_by(|a, b| a.0 == b.0) {
                let Some(&(block, _)) = together.first() else { continue };
                let loads =
                    || together.iter().map(|(_, at)| &self.service.loads.blocks[block].loads[*at]);
                let needed = &mut self.needed[block];
                for load in loads() {
                    ask(needed, &load.roles, u64::from(load.count));
                }
                if together.len() > 1 {
                    let mut roles: Vec<usize> =
                        loads().flat_map(|load| load.roles.iter().copied()).collect();
                    roles.sort_unstable();
                    roles.dedup();
                    ask(needed, &roles, loads().map(|load| u64::from(load.count)).sum());
                }
            }
        }
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
        let sound = sound && (change > 0 || suffices(&supply, &self.needed[index]));
        (does_work && sound).then(|| self.with(&[(index, per_s(&supply, &block.sums))]))
    }

    fn faster(&self, step: StepId) -> Option<f64> {
        let at = self.service.process.moment_of(step)?;
        let moment = &self.service.process.moments[at];
        let faster = faster_holds(moment, step);
        let mut changed: Vec<(usize, Vec<WorkSum>)> = Vec::new();
        for &(index, load) in self.loads_of.list(at).iter().map(|at| &self.loads[*at]) {
            let block = &self.service.loads.blocks[index];
            let load = &block.loads[load];
            let hold_s = faster.get(load.activity).copied().unwrap_or(load.hold_s);
            let saved_s = load.work_s() - load.work_if_held_s(hold_s);
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

/// Notes that a set of roles must have so many units at least.
fn ask(needed: &mut BTreeMap<Vec<usize>, u64>, roles: &[usize], units: u64) {
    match needed.get_mut(roles) {
        Some(most) => *most = units.max(*most),
        None => {
            needed.insert(roles.to_vec(), units);
        }
    }
}

/// Whether there are enough units for every need, and for all needs of a moment at once.
fn suffices(supply: &Supply, needed: &BTreeMap<Vec<usize>, u64>) -> bool {
    needed.iter().all(|(roles, units)| supply.units(roles).0 >= *units as f64)
}
