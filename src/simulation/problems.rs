//! What is wrong with a service by what was seen of it, in the long run and on a day: customers whom it loses.

use super::beyond::stands_for_wait;
use super::day_figures::DayFigures;
use super::day_left::{LeftFor, LeftUnserved};
use super::estimates::Estimate;
use super::long_run::{LongRun, MomentFigures};
use crate::analysis::{Analysis, problems_of_figures};
use crate::blueprint::{Scenario, StepId};
use crate::process::{Problem, ProblemCode, ProblemPlace, Process, sort_problems};

/// The problems of a service with figures that are shown in place of the formulas': what these say of loads and
/// waits is said by the shown figures instead, and whom it loses is added. Linear but for sorting.
pub(super) fn as_shown(
    (scenario, process): (&Scenario, &Process),
    shown: &Analysis,
    found: &LongRun,
) -> Vec<Problem> {
    let mut problems = problems_of_figures(scenario, process, shown);
    problems.extend(losses(process, found));
    sort_problems(&mut problems, scenario);
    problems
}

/// How many an hour do something at a moment.
type Rate = fn(&MomentFigures) -> Option<Estimate>;

/// Where customers give up, find no room, wait in circles; the number of each is customers an hour.
fn losses(process: &Process, found: &LongRun) -> Vec<Problem> {
    let moments = || process.moments.iter().zip(&found.moments);
    let mut problems: Vec<Problem> = Vec::new();
    let rates: [(ProblemCode, Rate); 2] = [
        (ProblemCode::CustomersGiveUp, |it| it.gave_up_per_hour),
        (ProblemCode::CustomersFindNoRoom, |it| it.no_room_per_hour),
    ];
    for (code, rate) in rates {
        for (moment, figures) in moments() {
            let lost = rate(figures).filter(|lost| lost.mean > 0.0);
            // Who gives up in a place to wait gives up at what is behind it, and is told there.
            let is_again = code == ProblemCode::CustomersGiveUp && stands_for_wait(moment);
            if let (Some(lost), Some(step), false) = (lost, moment.naming_step(), is_again) {
                let place = ProblemPlace::Step(step);
                problems.push(Problem { amount: Some(lost.mean), ..Problem::at(code, place) });
            }
        }
    }
    let stuck = |figures: &MomentFigures| figures.stuck_per_hour.filter(|it| it.mean > 0.0);
    let circle: Vec<(StepId, f64)> = moments()
        .filter_map(|(moment, figures)| Some((moment.naming_step()?, stuck(figures)?.mean)))
        .collect();
    if let Some((first, _)) = circle.first() {
        problems.push(Problem {
            steps: circle.iter().map(|(step, _)| *step).collect(),
            amount: Some(circle.iter().map(|(_, rate)| rate).sum()),
            ..Problem::at(ProblemCode::StuckInCircle, ProblemPlace::Step(*first))
        });
    }
    problems
}

/// What is wrong with a day by what was seen of it, as warnings; the number of each is customers a day.
#[must_use]
pub fn problems_of_day(figures: &DayFigures) -> Vec<Problem> {
    let left = figures.left.as_slice();
    let mut found: Vec<Problem> = Vec::new();
    for step in &figures.steps {
        let losses = [
            (ProblemCode::CustomersGiveUp, step.gave_up.filter(|_| !step.stands_for_wait)),
            (ProblemCode::CustomersFindNoRoom, step.no_room),
        ];
        for (code, lost) in losses {
            if let Some(lost) = lost.filter(|lost| lost.mean > 0.0) {
                let (amount, by_day) = (Some(lost.mean), true);
                let problem = Problem::at(code, ProblemPlace::Step(step.step));
                found.push(Problem { amount, by_day, ..problem });
            }
        }
    }
    for each in left {
        let LeftFor::Duty(role) = each.waited_for else { continue };
        let place = ProblemPlace::Role(role);
        match found.iter_mut().find(|problem| problem.place == place) {
            Some(problem) => {
                problem.steps.push(each.step);
                problem.amount = problem.amount.map(|amount| amount + each.per_day.mean);
            }
            None => found.push(Problem {
                steps: vec![each.step],
                amount: Some(each.per_day.mean),
                by_day: true,
                ..Problem::at(ProblemCode::LeftUnserved, place)
            }),
        }
    }
    let circle = || left.iter().filter(|each| each.waited_for == LeftFor::Circle);
    if let Some(first) = circle().next() {
        let is_of_it = |each: &&LeftUnserved| !matches!(each.waited_for, LeftFor::Duty(_));
        let all = left.iter().filter(is_of_it).map(|each| each.per_day.mean).sum();
        found.push(Problem {
            steps: circle().map(|each| each.step).collect(),
            amount: Some(all),
            by_day: true,
            ..Problem::at(ProblemCode::StuckInCircle, ProblemPlace::Step(first.step))
        });
    }
    found
}
