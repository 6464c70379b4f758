//! From a workload and its rules to a puzzle in whole numbers.

use super::puzzle::{Pieces, Puzzle, Rate, members};
use super::workload::{Obstacle, Workload};
use crate::blueprint::{Quantity, RedesignRules, RoleId, Scenario, StepId};

/// Powers of ten of ticks in a second that are tried, so that all work is in whole ticks.
const DECIMALS: i32 = 6;
/// Ticks of all work together where it cannot be counted in whole ones.
const FINE_TICKS: f64 = 1_099_511_627_776.0;
/// The most ticks of all work together.
const MOST_TICKS: f64 = 4_503_599_627_370_496.0;
/// Relative difference below which work is in whole ticks.
const DUST: f64 = 1e-12;

/// A puzzle with what its numbers mean.
#[derive(Clone, Debug)]
pub(super) struct Posed {
    pub(super) puzzle: Puzzle,
    /// The role of each trade; its bit is its place.
    pub(super) trades: Vec<RoleId>,
    ticks_per_s: f64,
    /// Whether ticks are exact; if not, what is equal may differ by some.
    exact: bool,
}

impl Posed {
    /// Poses the puzzle of a workload under rules.
    ///
    /// # Errors
    /// [`Obstacle::OrderInCircle`].
    pub(super) fn of(
        scenario: &Scenario,
        workload: &Workload,
        rules: &RedesignRules,
    ) -> Result<Self, Obstacle> {
        let tasks = &workload.tasks;
        let work: Vec<f64> = tasks.iter().map(|task| task.work_s / task.availability).collect();
        let (ticks_per_s, exact) = clockwork(&work);
        let mut trades: Vec<RoleId> =
            tasks.iter().flat_map(|task| task.roles.iter().copied()).collect();
        trades.sort_by_key(|role| scenario.roles().get_index_of(role));
        trades.dedup();
        // No more trades than bits; further ones could only be trained for what others can do.
        trades.truncate(u64::BITS as usize);
        let task = |step: &StepId| workload.task_of(*step);
        let mask = |steps: &[StepId]| {
            steps.iter().filter_map(task).fold(0, |set: Pieces, task| set | 1 << task)
        };
        let triggered = (0..tasks.len())
            .filter(|at| tasks[*at].triggered)
            .fold(0, |set: Pieces, at| set | 1 << at);
        let most_workers = (0..tasks.len()).map(|at| {
            let places = rules.places.iter().filter(|(step, _)| task(step) == Some(at));
            places.map(|(_, count)| count.get()).min()
        });
        let trade_mask = |at: usize| {
            let stands_in = |role: &RoleId| {
                let who = scenario.roles().get(role);
                who.is_some_and(|who| {
                    who.stands_in_for.iter().any(|other| tasks[at].roles.contains(other))
                })
            };
            // Where somebody was named to stand in, nobody else does.
            let is_said = rules.fixed_roles || scenario.roles().keys().any(stands_in);
            let can = |role: &RoleId| {
                !is_said
                    || tasks[at].roles.contains(role)
                    || rules.trained.iter().any(|(who, step)| who == role && task(step) == Some(at))
                    || stands_in(role)
            };
            let able = trades.iter().enumerate().filter(|(_, role)| can(role));
            able.fold(0, |set: u64, (bit, _)| set | 1 << bit)
        };
        let puzzle = Puzzle {
            // At least one tick: what takes no time is no task.
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
            work: work.iter().map(|s| ((s * ticks_per_s).round() as u64).max(1)).collect(),
            before: before(workload, rules)?,
            alone: mask(&rules.alone) | triggered,
            together: disjoint(rules.together.iter().map(|group| mask(group))),
            most_workers: most_workers.collect(),
            widest: rules.widest_job.map_or(u32::MAX, std::num::NonZeroU32::get),
            far_side: if rules.keep_visibility { hidden(scenario, workload) } else { 0 },
            one_worker_jobs: rules.one_worker_jobs,
            trades: (0..tasks.len()).map(trade_mask).collect(),
        };
        Ok(Self { puzzle, trades, ticks_per_s, exact })
    }

    /// Customers per hour as a fraction of workers and ticks, never more than they are.
    pub(super) fn rate(&self, per_hour: f64) -> Option<Rate> {
        let (mut customers, mut ticks) = (per_hour, 3600.0 * self.ticks_per_s);
        for _ in 0..DECIMALS {
            if customers.fract() == 0.0 {
                break;
            }
            (customers, ticks) = (customers * 10.0, ticks * 10.0);
        }
        if customers.fract() != 0.0 || ticks.fract() != 0.0 || ticks > MOST_TICKS {
            // Not a short decimal: count finely, from below.
            let fine = FINE_TICKS * 1024.0;
            (customers, ticks) = (per_hour / (3600.0 * self.ticks_per_s) * fine, fine);
            customers = (customers * (1.0 - DUST)).floor();
        }
        if customers < 1.0 {
            // So slow that anybody reaches it.
            return Some(Rate { workers: 1, ticks: u64::MAX });
        }
        let fits = (1.0..MOST_TICKS * 1024.0).contains(&customers);
        // Whole and within bounds.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let rate = fits.then_some(Rate { workers: customers as u64, ticks: ticks as u64 })?;
        Some(self.lenient(rate))
    }

    /// A rate that others which are equal but for rounding also reach.
    pub(super) fn lenient(&self, rate: Rate) -> Rate {
        if self.exact {
            return rate;
        }
        let shift = rate.workers.leading_zeros().min(rate.ticks.leading_zeros()).min(32);
        let (workers, ticks) = (rate.workers << shift, rate.ticks << shift);
        Rate { workers, ticks: ticks.saturating_add(ticks >> 31) }
    }

    /// What a role costs; infinite without a rate.
    pub(super) fn pay(scenario: &Scenario, role: RoleId) -> f64 {
        let rate = scenario.roles().get(&role).and_then(|role| role.cost_per_hour);
        rate.map_or(f64::INFINITY, Quantity::get)
    }
}

/// The tasks that are done behind the line of visibility.
fn hidden(scenario: &Scenario, workload: &Workload) -> Pieces {
    let is_hidden = |step: StepId| {
        let step = scenario.steps().get(&step);
        step.is_some_and(|step| !scenario.zone_of(step).is_visible())
    };
    let tasks = workload.tasks.iter().enumerate();
    let hidden = tasks.filter(|(_, task)| is_hidden(task.step));
    hidden.fold(0, |set, (at, _)| set | 1 << at)
}

/// Ticks in a second, and whether all work is whole in them.
fn clockwork(work: &[f64]) -> (f64, bool) {
    let total: f64 = work.iter().sum();
    for decimals in 0..=DECIMALS {
        let ticks = 10_f64.powi(decimals);
        let is_whole = |s: &f64| {
            let there = s * ticks;
            there >= 0.5 && (there - there.round()).abs() <= DUST * there
        };
        if total * ticks < MOST_TICKS && work.iter().all(is_whole) {
            return (ticks, true);
        }
    }
    (FINE_TICKS / total, false)
}

/// What must come before each task: today's order, or what of it holds although it is freed, and
/// what the rules add.
fn before(workload: &Workload, rules: &RedesignRules) -> Result<Vec<Pieces>, Obstacle> {
    let tasks = &workload.tasks;
    let mut before: Vec<Pieces> = tasks
        .iter()
        .map(|task| {
            let holds = |other: &usize| !rules.free_order || tasks[*other].stretch != task.stretch;
            members(task.before).filter(holds).fold(0, |set, other| set | 1 << other)
        })
        .collect();
    let task = |step: StepId| workload.task_of(step);
    let customers = || (0..tasks.len()).filter(|at| !tasks[*at].triggered);
    if let Some(first) = rules.first.and_then(task) {
        customers().filter(|at| *at != first).for_each(|at| before[at] |= 1 << first);
    }
    if let Some(last) = rules.last.and_then(task) {
        customers().filter(|at| *at != last).for_each(|at| before[last] |= 1 << at);
    }
    for (first, then) in &rules.order {
        if let (Some(first), Some(then)) = (task(*first), task(*then))
            && first != then
        {
            before[then] |= 1 << first;
        }
    }
    // Through others (Warshall 1962).
    for middle in 0..tasks.len() {
        for at in 0..tasks.len() {
            if before[at] >> middle & 1 == 1 {
                before[at] |= before[middle];
            }
        }
    }
    let in_circle = before.iter().enumerate().any(|(at, before)| before >> at & 1 == 1);
    if in_circle { Err(Obstacle::OrderInCircle) } else { Ok(before) }
}

/// Sets that have something in common become one.
fn disjoint(sets: impl Iterator<Item = Pieces>) -> Vec<Pieces> {
    let mut all: Vec<Pieces> = Vec::new();
    for mut set in sets.filter(|set| set.count_ones() > 1) {
        all.retain(|other| {
            let meets = other & set != 0;
            set |= if meets { *other } else { 0 };
            !meets
        });
        all.push(set);
    }
    all
}
