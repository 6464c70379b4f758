//! A design: the work of a service as jobs with their workers, what it costs and what it changes.

use rustc_hash::FxHashSet;

use super::posing::Posed;
use super::puzzle::{Pieces, members};
use super::staying::{Post, Staying};
use super::workload::Workload;
use crate::blueprint::{RedesignRules, RoleId, RoleKind, Scenario};

const HOUR_S: f64 = 3600.0;

/// A job: tasks that the same people do.
#[derive(Clone, Debug, PartialEq)]
pub struct Job {
    /// Its tasks by their place in [`Workload::tasks`], in the order they are done.
    pub tasks: Vec<usize>,
    /// The steps that the staff do, in the same order.
    pub steps: Vec<crate::blueprint::StepId>,
    /// How many people do it.
    pub workers: u32,
    /// The role of today whose pay and name it gets: the dearest that any of its tasks asks for.
    pub role: RoleId,
}

/// What a design changes about today.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Changes {
    /// Jobs of today that go into jobs with others: for each job, one fewer than it unites.
    pub merges: u32,
    /// For each job of today, one fewer than the jobs it is divided among.
    pub splits: u32,
    /// People who are new, get another role, or do nothing any more of what they do today; of all
    /// ways to give today's people the jobs, the least. Who gets the role of people who do some of
    /// the same work today, beside them, keeps to it.
    pub moved: u32,
    /// Steps that change places with others.
    pub reordered: u32,
}

impl Changes {
    /// All of them together.
    #[must_use]
    pub fn total(self) -> u32 {
        self.merges
            .saturating_add(self.splits)
            .saturating_add(self.moved)
            .saturating_add(self.reordered)
    }
}

/// Jobs with their workers.
#[derive(Clone, Debug, PartialEq)]
pub struct Design {
    /// The jobs, in an order in which they can be done.
    pub jobs: Vec<Job>,
    /// Customers per hour.
    pub capacity_per_hour: f64,
    /// Whether every step stays where it is, and people come back to their jobs as they do today.
    /// Else the steps of a job are done in a row.
    pub in_place: bool,
    /// What it changes about today.
    pub changes: Changes,
    /// What all staff cost an hour; `None` where a rate is missing.
    pub wages_per_hour: Option<f64>,
    /// (Wages + equipment + overhead) ÷ capacity + material; `None` where a rate is missing. At
    /// capacity: with fewer customers each costs more.
    pub cost_per_customer: Option<f64>,
}

/// What designs of one service are judged by.
pub(super) struct Judge<'a> {
    scenario: &'a Scenario,
    workload: &'a Workload,
    rules: &'a RedesignRules,
    posed: &'a Posed,
    jobs_today: Vec<Pieces>,
    pub(super) staying: Staying,
    /// Wages of staff who stay, `None` where a rate is missing.
    staying_wages: Option<f64>,
    /// What else is paid by the hour whatever the design: things that stay, and overhead.
    staying_costs: f64,
}

impl<'a> Judge<'a> {
    pub(super) fn of(
        scenario: &'a Scenario,
        workload: &'a Workload,
        rules: &'a RedesignRules,
        posed: &'a Posed,
    ) -> Self {
        let mut touched = workload.regrouped_roles();
        touched.extend(workload.growing_roles());
        let staying = || scenario.roles().iter().filter(|(id, _)| !touched.contains(*id));
        let cost = |role: &crate::blueprint::Role| {
            Some(f64::from(role.headcount) * role.cost_per_hour?.get())
        };
        let is_staff = |role: &crate::blueprint::Role| role.kind == RoleKind::Staff;
        let staff = staying().filter(|(_, role)| is_staff(role));
        let things = staying().filter(|(_, role)| !is_staff(role));
        let things: f64 = things.filter_map(|(_, role)| cost(role)).sum();
        Self {
            scenario,
            workload,
            rules,
            posed,
            jobs_today: workload.jobs_today(),
            staying: Staying::of(scenario, workload, &posed.trades),
            staying_wages: staff.map(|(_, role)| cost(role)).sum(),
            staying_costs: things + scenario.demand().overhead_per_hour.get(),
        }
    }

    /// Makes a design of jobs with their workers; `trades` says who does each where that is given.
    pub(super) fn design(&self, jobs: &[(Pieces, u64)], trades: Option<&[usize]>) -> Design {
        let tasks = &self.workload.tasks;
        let mut capacity = self.workload.limit_per_hour.unwrap_or(f64::INFINITY);
        let mut made = Vec::with_capacity(jobs.len());
        for (at, (job, workers)) in jobs.iter().enumerate() {
            let sequence = self.sequence(*job);
            let work: f64 =
                sequence.iter().map(|at| tasks[*at].work_s / tasks[*at].availability).sum();
            capacity = capacity.min(*workers as f64 * HOUR_S / work);
            let trade = trades.and_then(|trades| trades.get(at)).copied();
            made.push(Job {
                steps: sequence.iter().map(|at| tasks[*at].step).collect(),
                workers: u32::try_from(*workers).unwrap_or(u32::MAX),
                role: self.role_of(*job, trade),
                tasks: sequence,
            });
        }
        let wages = self.wages(&made);
        let costs = self.staying_costs + self.growing_costs(&made);
        Design {
            in_place: false,
            changes: self.changes(&made),
            wages_per_hour: wages,
            cost_per_customer: wages
                .map(|wages| (wages + costs) / capacity + self.workload.material)
                .filter(|cost| cost.is_finite()),
            capacity_per_hour: capacity,
            jobs: made,
        }
    }

    /// Makes a design of today's jobs, whose steps stay where they are.
    pub(super) fn design_in_place(
        &self,
        jobs: &[(Pieces, u64)],
        trades: Option<&[usize]>,
    ) -> Design {
        let mut design = self.design(jobs, trades);
        design.in_place = true;
        design.changes.reordered = 0;
        design
    }

    /// What a customer costs today, at capacity.
    pub(super) fn cost_today(&self) -> Option<f64> {
        let roles = self.scenario.roles().values();
        let mut hourly = self.scenario.demand().overhead_per_hour.get();
        for role in roles {
            match role.cost_per_hour {
                Some(rate) => hourly += f64::from(role.headcount) * rate.get(),
                None if role.kind == RoleKind::Staff => return None,
                None => {}
            }
        }
        let capacity = self.workload.capacity_per_hour.filter(|capacity| *capacity > 0.0)?;
        Some(hourly / capacity + self.workload.material).filter(|cost| cost.is_finite())
    }

    /// The tasks of a job in the order they are done.
    fn sequence(&self, job: Pieces) -> Vec<usize> {
        let before = &self.posed.puzzle.before;
        let mut left = job;
        let mut sequence = Vec::new();
        while let Some(next) = members(left)
            .find(|at| before.get(*at).is_none_or(|before| before & left == 0))
            .or_else(|| members(left).next())
        {
            sequence.push(next);
            left &= !(1 << next);
        }
        sequence
    }

    fn role_of(&self, job: Pieces, trade: Option<usize>) -> RoleId {
        if let Some(given) = trade.and_then(|trade| self.posed.trades.get(trade)) {
            return *given;
        }
        let tasks = &self.workload.tasks;
        let pay = |role: &RoleId| Posed::pay(self.scenario, *role);
        let place = |role: &RoleId| self.scenario.roles().get_index_of(role);
        let able: Vec<RoleId> = members(self.posed.puzzle.trades_of(job))
            .filter_map(|trade| self.posed.trades.get(trade))
            .copied()
            .collect();
        if !self.rules.fixed_roles {
            // Of those who do a part of it today the dearest; of equally dear ones the first of the
            // document.
            let asked = members(job).filter_map(|at| tasks.get(at)).map(|task| task.role);
            let asked = asked.filter(|role| able.contains(role));
            let dearest = asked
                .min_by(|a, b| pay(b).total_cmp(&pay(a)).then_with(|| place(a).cmp(&place(b))));
            if let Some(dearest) = dearest {
                return dearest;
            }
        }
        let able = able.into_iter();
        let cheapest =
            able.min_by(|a, b| pay(a).total_cmp(&pay(b)).then_with(|| place(a).cmp(&place(b))));
        cheapest.unwrap_or_else(|| tasks[0].role)
    }

    fn wages(&self, jobs: &[Job]) -> Option<f64> {
        let mut wages = self.staying_wages?;
        for job in jobs {
            let rate = self.scenario.roles().get(&job.role)?.cost_per_hour?;
            wages += f64::from(job.workers) * rate.get();
        }
        Some(wages)
    }

    /// What equipment costs an hour: one for each worker of a job that uses it.
    fn growing_costs(&self, jobs: &[Job]) -> f64 {
        let mut costs = 0.0;
        for job in jobs {
            let used: FxHashSet<RoleId> = self.equipment_of(job).collect();
            let rates = self.scenario.roles().iter().filter(|(id, _)| used.contains(*id));
            let rates = rates.filter_map(|(_, role)| role.cost_per_hour);
            let each: f64 = rates.map(crate::blueprint::Quantity::get).sum();
            costs += f64::from(job.workers) * each;
        }
        costs
    }

    fn equipment_of(&self, job: &Job) -> impl Iterator<Item = RoleId> {
        let tasks = job.tasks.iter().filter_map(|at| self.workload.tasks.get(*at));
        tasks.flat_map(|task| task.equipment.iter().copied())
    }

    fn changes(&self, jobs: &[Job]) -> Changes {
        let sets: Vec<Pieces> = jobs.iter().map(|job| pieces(&job.tasks)).collect();
        let meeting = |set: &Pieces, others: &[Pieces]| {
            others.iter().filter(|other| *other & set != 0).count().saturating_sub(1)
        };
        let count = |sum: usize| u32::try_from(sum).unwrap_or(u32::MAX);
        Changes {
            merges: count(sets.iter().map(|set| meeting(set, &self.jobs_today)).sum()),
            splits: count(self.jobs_today.iter().map(|today| meeting(today, &sets)).sum()),
            moved: self.moved(jobs),
            reordered: count(self.reordered(jobs)),
        }
    }

    fn moved(&self, jobs: &[Job]) -> u32 {
        let posts: Vec<Post> =
            jobs.iter().map(|job| (pieces(&job.tasks), u64::from(job.workers), job.role)).collect();
        u32::try_from(self.staying.moved(&posts)).unwrap_or(u32::MAX)
    }

    /// Steps that are not on the longest stretch of steps in today's order (Schensted 1961).
    fn reordered(&self, jobs: &[Job]) -> usize {
        let tasks = &self.workload.tasks;
        let mut stretches: std::collections::BTreeMap<usize, (usize, Vec<usize>)> =
            std::collections::BTreeMap::new();
        for at in jobs.iter().flat_map(|job| job.tasks.iter().copied()) {
            let Some(task) = tasks.get(at) else { continue };
            let (count, tails) = stretches.entry(task.stretch).or_default();
            *count += 1;
            let place = tails.partition_point(|tail| *tail < at);
            match tails.get_mut(place) {
                Some(tail) => *tail = at,
                None => tails.push(at),
            }
        }
        stretches.into_values().map(|(count, tails)| count - tails.len()).sum()
    }
}

/// Tasks as a set.
fn pieces(tasks: &[usize]) -> Pieces {
    tasks.iter().fold(0, |set: Pieces, at| set | 1 << at)
}
