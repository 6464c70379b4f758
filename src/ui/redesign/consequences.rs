//! What limits a design, and what it asks of people and equipment.

use crate::blueprint::{RoleId, Scenario, StepId};
use crate::redesign::{Design, Frontier, FrontierPoint, Job, Workload};

const HOUR_S: f64 = 3600.0;
/// Relative difference below which capacities are equal.
const DUST: f64 = 1e-9;

/// What limits a design.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Limit {
    /// A job, by its place in the design.
    Job(usize),
    /// What stays as it is.
    Staying,
}

/// Customers per hour that a job can serve.
pub(super) fn capacity_of(job: &Job, workload: &Workload) -> f64 {
    let tasks = job.tasks.iter().filter_map(|at| workload.tasks.get(*at));
    let work: f64 = tasks.map(|task| task.work_s / task.availability).sum();
    f64::from(job.workers) * HOUR_S / work
}

/// What limits: jobs as slow as the slowest, and what stays where it is as slow.
pub(super) fn limits(design: &Design, workload: &Workload) -> Vec<Limit> {
    let reached = design.capacity_per_hour * (1.0 + DUST);
    let jobs = design.jobs.iter().enumerate();
    let jobs = jobs.filter(|(_, job)| capacity_of(job, workload) <= reached);
    let mut limits: Vec<Limit> = jobs.map(|(at, _)| Limit::Job(at)).collect();
    if workload.limit_per_hour.is_some_and(|limit| limit <= reached) {
        limits.push(Limit::Staying);
    }
    limits
}

/// What one person more than a point needs would bring, in customers per hour; `None` where that
/// was not searched.
pub(super) fn one_more(frontier: &Frontier, point: &FrontierPoint) -> Option<f64> {
    let next = frontier.points.iter().find(|next| next.staff == point.needed + 1)?;
    Some(next.capacity_per_hour - point.capacity_per_hour)
}

/// What people of a role learn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Learning {
    pub role: RoleId,
    pub people: u32,
    pub steps: Vec<StepId>,
}

/// Who learns what: steps of a job that its role does not do today.
pub(super) fn learnings(design: &Design, workload: &Workload) -> Vec<Learning> {
    let learnt = design.jobs.iter().map(|job| {
        let tasks = job.tasks.iter().filter_map(|at| workload.tasks.get(*at));
        let new = tasks.filter(|task| !task.roles.contains(&job.role));
        Learning { role: job.role, people: job.workers, steps: new.map(|task| task.step).collect() }
    });
    learnt.filter(|learning| !learning.steps.is_empty()).collect()
}

/// A role of which there are other numbers than today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Shift {
    pub role: RoleId,
    pub today: u32,
    pub design: u32,
}

/// Roles of staff whose numbers change, in document order.
pub(super) fn staffing(design: &Design, workload: &Workload, scenario: &Scenario) -> Vec<Shift> {
    let works = |role: &RoleId| workload.tasks.iter().any(|task| task.roles.contains(role));
    let people = |role: &RoleId| {
        let jobs = design.jobs.iter().filter(|job| job.role == *role);
        jobs.fold(0_u32, |sum, job| sum.saturating_add(job.workers))
    };
    let roles = scenario.roles().iter().filter(|(id, _)| works(id));
    let shifts =
        roles.map(|(id, role)| Shift { role: *id, today: role.headcount, design: people(id) });
    shifts.filter(|shift| shift.today != shift.design).collect()
}

/// Equipment of which other numbers are needed than there are: one for each worker of a job that
/// uses it. In document order.
pub(super) fn equipment(design: &Design, workload: &Workload, scenario: &Scenario) -> Vec<Shift> {
    let uses = |job: &Job, role: &RoleId| {
        let mut tasks = job.tasks.iter().filter_map(|at| workload.tasks.get(*at));
        tasks.any(|task| task.equipment.contains(role))
    };
    let shifts = scenario.roles().iter().filter_map(|(id, role)| {
        let with_it = design.jobs.iter().filter(|job| uses(job, id));
        let needed = with_it.fold(0_u32, |sum, job| sum.saturating_add(job.workers));
        (needed > 0).then_some(Shift { role: *id, today: role.headcount, design: needed })
    });
    shifts.filter(|shift| shift.design != shift.today).collect()
}
