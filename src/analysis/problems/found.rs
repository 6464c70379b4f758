//! What is wrong with a service by its figures.

use super::stays;
use crate::analysis::capacity::service::Service;
use crate::analysis::money::rates;
use crate::analysis::result::{Analysis, RoleFigures, StepFigures};
use crate::analysis::waiting::service_level::waited_for;
use crate::blueprint::{IdTable, RoleId, Scenario, Span, StepId};
use crate::process::{Moment, Problem, ProblemCode, ProblemPlace, Process, sort_problems};

/// The problems of the flow and those that the figures show: worst first, then in document order,
/// then by code. Near-linear.
pub(in crate::analysis) fn problems(
    service: &Service,
    steps: &IdTable<StepId, StepFigures>,
    roles: &IdTable<RoleId, RoleFigures>,
) -> Vec<Problem> {
    profiling::function_scope!();
    let (scenario, process) = (service.scenario, service.process);
    let mut problems = process.problems.clone();
    problems.extend(overloads(roles));
    problems.extend(slow_steps(scenario, process));
    problems.extend(long_waits(scenario, process, steps));
    problems.extend(missing_rates(scenario));
    problems.extend(stays::problems(scenario, process, steps));
    sort_problems(&mut problems, scenario);
    problems
}

/// The problems of an analysis whose figures are shown in place of others: what loads and waits say is said anew.
/// In no order.
#[must_use]
pub fn problems_of_figures(
    scenario: &Scenario,
    process: &Process,
    shown: &Analysis,
) -> Vec<Problem> {
    let is_told_anew = |problem: &&Problem| {
        matches!(problem.code, ProblemCode::OverloadedRole | ProblemCode::ToleranceBroken)
    };
    let mut problems = shown.problems.clone();
    problems.retain(|problem| !is_told_anew(&problem));
    problems.extend(overloads(&shown.roles));
    problems.extend(slow_steps(scenario, process));
    problems.extend(long_waits(scenario, process, &shown.steps));
    problems
}

/// The roles that more is asked of than they can do.
fn overloads(roles: &IdTable<RoleId, RoleFigures>) -> impl Iterator<Item = Problem> {
    roles.iter().filter_map(|(id, role)| {
        let load = role.utilisation.value.filter(|load| *load > 1.0 + 1e-9)?;
        let mut problem = Problem::at(ProblemCode::OverloadedRole, ProblemPlace::Role(*id));
        problem.amount = Some(load);
        problem.steps.clone_from(&role.steps);
        Some(problem)
    })
}

/// A time that customers tolerate, of a step or of the wait for it, exceeded by so many seconds.
fn tolerance_broken(step: StepId, over_s: f64, of_wait: bool) -> Problem {
    let mut problem = Problem::at(ProblemCode::ToleranceBroken, ProblemPlace::Step(step));
    problem.of_wait = of_wait;
    problem.amount = Some(over_s);
    problem
}

/// The steps that take longer than customers tolerate.
fn slow_steps(scenario: &Scenario, process: &Process) -> impl Iterator<Item = Problem> {
    let activities = process.moments.iter().flat_map(|moment| &moment.activities);
    activities.filter_map(|activity| {
        let acceptable = scenario.steps().get(&activity.step)?.acceptable.map(Span::seconds)?;
        let mean = activity.mean_s.filter(|mean| *mean > acceptable)?;
        Some(tolerance_broken(activity.step, mean - acceptable, false))
    })
}

/// The wait points where customers wait longer than they accept. A card that stands for the wait
/// itself means the longest wait that follows it.
fn long_waits(
    scenario: &Scenario,
    process: &Process,
    steps: &IdTable<StepId, StepFigures>,
) -> impl Iterator<Item = Problem> {
    let wait_at = |moment: &Moment| steps.get(&moment.first_step()?)?.wait_s.value;
    let activities = process.moments.iter().flat_map(|moment| &moment.activities);
    activities.filter_map(move |activity| {
        let acceptable = scenario.steps().get(&activity.step)?.wait.as_ref()?.acceptable?;
        let waited_for = waited_for(process, activity.step).into_iter();
        let wait = waited_for.filter_map(|at| wait_at(&process.moments[at])).reduce(f64::max)?;
        let over_s = Some(wait - acceptable.seconds()).filter(|over_s| *over_s > 0.0)?;
        Some(tolerance_broken(activity.step, over_s, true))
    })
}

/// The staff roles without a rate, where a price or another rate says that money matters.
fn missing_rates(scenario: &Scenario) -> impl Iterator<Item = Problem> {
    let money_matters = scenario.demand().price.is_some()
        || scenario.roles().values().any(|role| role.cost_per_hour.is_some());
    let roles = rates::unpaid(scenario).filter(move |_| money_matters);
    roles.map(|role| Problem::at(ProblemCode::RateMissing, ProblemPlace::Role(role)))
}
