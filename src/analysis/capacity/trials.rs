//! Small changes tried on the pools: the capacity each would bring, without redoing the flow.
//!
//! Capacity is recomputed rather than extrapolated, because what one more of a role is worth holds
//! only until the next pool binds. Every trial equals the analysis of the scenario really changed.
//!
//! What cannot help is not computed: with less work, no pool can serve less, so that a capacity
//! stays where some block that limits it is not touched; and of roles that stand in for each other,
//! more of one helps only if it belongs to every set that limits.

use std::cmp::Ordering;

use smallvec::SmallVec;

use super::kept;
use super::loads::{Block, Load, Supply, claim_of};
use super::rated::Rated;
use super::service::Service;
use crate::analysis::result::{Change, Figure, Trial};
use crate::blueprint::{Role, RoleId, StepId};
use crate::process::{Moment, NumberLists};

/// The trials, best first. There are none where the capacity is not known.
///
/// Near-linear in roles and steps, but for blocks of several roles that limit the service: there
/// each role and step of the limiting sets costs what the change upsets of a maximum flow, at least
/// linear in the block's alternatives.
pub(in crate::analysis) fn trials(service: &Service, capacity: &Figure) -> Vec<Trial> {
    profiling::function_scope!();
    if capacity.value.is_none() {
        return Vec::new();
    }
    let tried = Tried::new(service);
    let mut rates: Vec<(Change, f64)> = Vec::new();
    for role in service.scenario.roles().keys() {
        tried.headcounts(*role, &mut rates);
    }
    for index in 0..service.loads.blocks.len() {
        tried.places(index, &mut rates);
    }
    for step in service.scenario.steps().keys() {
        rates.extend(tried.faster(*step).map(|rate| (Change::TenPercentFaster(*step), rate)));
    }
    let mut trials: Vec<Trial> = rates
        .into_iter()
        .filter(|(_, per_s)| per_s.is_finite())
        .map(|(change, per_s)| Trial { change, capacity_per_hour: per_s * 3600.0 })
        .filter(|trial| trial.capacity_per_hour.is_finite())
        .collect();
    trials.sort_by(|a, b| {
        b.capacity_per_hour.partial_cmp(&a.capacity_per_hour).unwrap_or(Ordering::Equal)
    });
    trials
}

struct Tried<'a> {
    service: &'a Service<'a>,
    /// Customers per second of each block, smallest first, with its index.
    sorted: Vec<(f64, usize)>,
    /// How many blocks limit the service.
    binding: usize,
    /// All loads, by block and place in it, in that order.
    loads: Vec<(usize, usize)>,
    /// The positions in `loads` of those of each moment, and of those whose kept units are held
    /// through it.
    loads_of: NumberLists,
}

impl<'a> Tried<'a> {
    fn new(service: &'a Service<'a>) -> Self {
        let rated = service.rated.iter().enumerate();
        let mut sorted: Vec<(f64, usize)> = rated.map(|(at, rated)| (rated.per_s, at)).collect();
        sorted.sort_by(|a, b| a.0.total_cmp(&b.0));
        let blocks = &service.loads.blocks;
        let loads: Vec<(usize, usize)> = (blocks.iter().enumerate())
            .flat_map(|(index, block)| (0..block.loads.len()).map(move |at| (index, at)))
            .collect();
        let mut of_moments: Vec<(usize, usize)> = Vec::with_capacity(loads.len());
        for (at, (block, load)) in loads.iter().enumerate() {
            let load = &blocks[*block].loads[*load];
            of_moments.push((load.moment, at));
            of_moments.extend(load.kept_through.iter().map(|(moment, _)| (*moment, at)));
        }
        let loads_of = NumberLists::of(service.process.moments.len(), &of_moments);
        let limit = service.limit_per_s;
        let binding = service.rated.iter().filter(|rated| rated.binds(limit)).count();
        Self { service, sorted, binding, loads, loads_of }
    }

    fn block(&self, index: usize) -> (&Block, &Rated) {
        (&self.service.loads.blocks[index], &self.service.rated[index])
    }

    /// The capacity if these blocks had these capacities and the others theirs.
    fn with(&self, changed: &[(usize, f64)]) -> f64 {
        let untouched =
            self.sorted.iter().find(|(_, block)| changed.iter().all(|(other, _)| other != block));
        let rest = untouched.map_or(f64::INFINITY, |(rate, _)| *rate);
        changed.iter().map(|(_, rate)| *rate).fold(rest, f64::min)
    }

    /// One more and one less of a role.
    fn headcounts(&self, role: RoleId, trials: &mut Vec<(Change, f64)>) {
        let Some(index) = self.service.loads.block_of_role.get(&role).copied() else { return };
        let (block, rated) = self.block(index);
        let mut supply = block.supply.clone();
        let Supply::Roles(units) = &supply else { return };
        let Some(position) = units.iter().position(|unit| unit.role == role) else { return };
        if !block.sums.iter().any(|sum| sum.roles.contains(&position)) {
            return;
        }
        let before = units[position].headcount;
        let rest = self.with(&[(index, f64::INFINITY)]);
        let mut with = |headcount: u32| {
            let Supply::Roles(units) = &mut supply else { return None };
            units[position].headcount = headcount;
            let enough = headcount >= before
                || block.needed.iter().all(|(roles, count)| supply.heads(roles) >= *count);
            let possible = headcount <= Role::MOST && enough;
            possible.then(|| rest.min(rated.with_supply(block, &supply, position, rest)))
        };
        let more = before.checked_add(1).and_then(&mut with);
        let less = before.checked_sub(1).and_then(&mut with);
        trials.extend(more.map(|rate| (Change::OneMore(role), rate)));
        trials.extend(less.map(|rate| (Change::OneLess(role), rate)));
    }

    fn places(&self, index: usize, trials: &mut Vec<(Change, f64)>) {
        let (block, rated) = self.block(index);
        let rate = |supply: &Supply| {
            self.with(&[(index, rated.with_supply(block, supply, 0, f64::INFINITY))])
        };
        match block.supply {
            Supply::Roles(_) => {}
            // One place more seldom holds another batch.
            Supply::Places(step, _) if self.service.batch_at(step) > 1 => {}
            Supply::Places(step, count) => {
                if count < Role::MOST {
                    let more = Supply::Places(step, count + 1);
                    trials.push((Change::OneMorePlace(step), rate(&more)));
                }
                if count > 1 {
                    let less = Supply::Places(step, count - 1);
                    trials.push((Change::OneLessPlace(step), rate(&less)));
                }
            }
            Supply::Assumed(step, count) => {
                let more = Supply::Assumed(step, count + 1);
                trials.push((Change::SecondServer(step), rate(&more)));
            }
        }
    }

    /// The capacity with 10 % off the time of a step; `None` for a step without one.
    fn faster(&self, step: StepId) -> Option<f64> {
        let at = self.service.process.moment_of(step)?;
        let moment = &self.service.process.moments[at];
        let is_timed = moment.activities.iter().any(|activity| {
            activity.step == step && activity.own_time && activity.mean_s > Some(0.0)
        });
        if !is_timed || !moment.is_reached() {
            return None;
        }
        let limit = self.service.limit_per_s;
        let touched = || self.loads_of.list(at).iter().map(|load| self.loads[*load]);
        let mut blocks: SmallVec<[usize; 4]> = touched().map(|(block, _)| block).collect();
        blocks.sort_unstable();
        blocks.dedup();
        let binding = blocks.iter().filter(|block| self.service.rated[**block].binds(limit));
        if binding.count() < self.binding {
            return Some(limit);
        }
        let faster = faster_holds(moment, step);
        let lasts_s = faster.iter().copied().fold(0.0, f64::max);
        let shorter_s = moment.duration_s.unwrap_or(lasts_s) - lasts_s;
        let rates = blocks.into_iter().map(|index| {
            let (block, rated) = self.block(index);
            let own = touched().filter(|(other, _)| *other == index);
            let less = own.map(|(_, load)| {
                let load = &block.loads[load];
                let saved_s = if load.kept_by_times && load.moment != at {
                    self.saved_of_stay_s(block, load, at, shorter_s)
                } else {
                    saved_s(load, at, &faster, shorter_s)
                };
                (load.sum, saved_s)
            });
            (index, rated.with_less_work(block, &less.collect::<SmallVec<[(usize, f64); 4]>>()))
        });
        Some(self.with(&rates.collect::<SmallVec<[(usize, f64); 4]>>()))
    }
}

impl Tried<'_> {
    /// Seconds of units' time per customer that a load saves whose units are held through other
    /// branches where times change, if a moment is shorter by so much.
    fn saved_of_stay_s(&self, block: &Block, load: &Load, moment: usize, shorter_s: f64) -> f64 {
        let process = self.service.process;
        let lasts_s = |at: usize| {
            let lasts_s = kept::duration_s(process, at)?;
            Ok(if at == moment { lasts_s - shorter_s } else { lasts_s })
        };
        let kept_s = claim_of(process, block, load).and_then(|claim| {
            let stay = kept::stay(process, load.moment, claim, lasts_s).ok()?;
            kept::lasting_s(&stay, lasts_s).ok()
        });
        kept_s.map_or(0.0, |kept_s| (load.kept_s - kept_s) * f64::from(load.count))
    }
}

/// Seconds of units' time per customer that a load saves in a moment whose activities hold what
/// they need for other times, and which is shorter by so much for what is kept through it.
fn saved_s(load: &Load, moment: usize, faster: &[f64], shorter_s: f64) -> f64 {
    if load.moment == moment {
        let hold_s = faster.get(load.activity).copied().unwrap_or(load.hold_s);
        return load.work_s() - load.work_if_held_s(hold_s);
    }
    let through = load.kept_through.iter().filter(|(other, _)| *other == moment);
    through.map(|(_, visits)| visits * shorter_s * f64::from(load.count)).sum()
}

/// Seconds that each activity of a moment holds what it needs, with 10 % off one of its times.
fn faster_holds(moment: &Moment, step: StepId) -> SmallVec<[f64; 4]> {
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
