//! What follows from the capacity that is attained, where formulas know only what it is at most.

use super::beyond::can_lose;
use super::estimates::{Estimate, simulated};
use crate::analysis::{Analysis, Basis, Figure, Lack};
use crate::blueprint::Scenario;
use crate::process::{Problem, ProblemCode, ProblemPlace, Process, sort_problems};

/// By how many more an hour come than can be served, where that is more than chance explains: the line grows for
/// ever, though the bound of the formulas allows more. `None` where that is not so, or customers leave before; where a
/// run at the demand itself has `settled` nothing grows, whatever a run at twice the demand attains.
#[must_use]
pub fn outgrown(
    (scenario, process, analysis): (&Scenario, &Process, &Analysis),
    attained: Option<Estimate>,
    settled: bool,
) -> Option<Estimate> {
    let is_bound = analysis.capacity_per_hour.basis == Basis::UpperBound && !settled;
    let attained = attained.filter(|it| is_bound && it.half_width.is_finite())?;
    let over = analysis.demand_per_hour.value? - attained.mean;
    (over > attained.half_width && !can_lose(scenario, process))
        .then_some(Estimate { mean: over, half_width: attained.half_width })
}

/// Puts the capacity that is attained into figures, and what follows from it: where more come, nothing settles.
pub(super) fn put_attained(
    (scenario, process): (&Scenario, &Process),
    shown: &mut Analysis,
    attained: Option<Estimate>,
    settled: bool,
) {
    if shown.capacity_per_hour.basis != Basis::UpperBound {
        return;
    }
    shown.attained_capacity_per_hour = simulated(attained);
    let Some(growth) = outgrown((scenario, process, shown), attained, settled) else { return };
    shown.growth_per_hour = simulated(Some(growth));
    shown.output_per_hour = simulated(attained);
    let unsettled = || Figure::lacking([Lack::SpareCapacity]);
    shown.throughput_time_s = unsettled();
    shown.wip = unsettled();
    shown.experience.waiting_share = unsettled();
    shown.experience.flow_efficiency = unsettled();
    shown.problems.push(Problem {
        amount: Some(growth.mean),
        ..Problem::at(ProblemCode::DemandNotAttained, ProblemPlace::Sheet)
    });
    sort_problems(&mut shown.problems, scenario);
}
