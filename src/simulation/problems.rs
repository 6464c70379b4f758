//! What is wrong with a service by what was seen in the long run: customers whom it loses.

use super::estimates::Estimate;
use super::leading::stands_for_wait;
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
            if let (Some(lost), Some(step), false) = (lost, moment.first_step(), is_again) {
                let place = ProblemPlace::Step(step);
                problems.push(Problem { amount: Some(lost.mean), ..Problem::at(code, place) });
            }
        }
    }
    let stuck = |figures: &MomentFigures| figures.stuck_per_hour.filter(|it| it.mean > 0.0);
    let circle: Vec<(StepId, f64)> = moments()
        .filter_map(|(moment, figures)| Some((moment.first_step()?, stuck(figures)?.mean)))
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
