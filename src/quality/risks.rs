//! What can fail: how often, how badly, and what follows.
//!
//! The risk priority number is that of failure mode and effects analysis (severity × occurrence × detection,
//! with the occurrence scale of the automotive handbook); it only ranks.

use crate::analysis::{Analysis, Basis, Figure};
use crate::blueprint::{FailPoint, RiskResponse, Scenario, StepId};

/// From how often per customer a failure is called frequent.
pub const OFTEN: f64 = 0.01;

/// From which severity on it is called severe.
pub const SEVERE: u8 = 7;

/// The figures of a risk.
#[derive(Clone, Debug, PartialEq)]
pub struct RiskFigures {
    /// Where it is.
    pub step: StepId,
    /// Failures per customer: visits × how often.
    pub per_customer: Option<f64>,
    /// Failures per hour: per customer × output.
    pub per_hour: Option<f64>,
    /// Failures per day: per hour × opening hours.
    pub per_day: Option<f64>,
    /// The rank of its frequency, 1 to 10.
    pub occurrence: Option<u8>,
    /// Severity × occurrence × detection, 1 to 1,000; only to rank.
    pub rpn: Option<u32>,
    /// The answer that likelihood and severity suggest.
    pub suggested: Option<RiskResponse>,
    /// The answer that was chosen.
    pub response: Option<RiskResponse>,
    /// Failures per hour that are not put right to the customer's satisfaction.
    pub lost_per_hour: Option<f64>,
}

/// The rank of a frequency per customer, from 1 for less than one in 150,000 to 10 for one in two and more.
#[must_use]
pub fn occurrence(likelihood: f64) -> u8 {
    const ONE_IN: [(f64, u8); 9] = [
        (2.0, 10),
        (3.0, 9),
        (8.0, 8),
        (20.0, 7),
        (80.0, 6),
        (400.0, 5),
        (2_000.0, 4),
        (15_000.0, 3),
        (150_000.0, 2),
    ];
    // A share that was entered as 1/3 counts as one in three, whatever its last binary digit.
    let reaches = |in_so_many: f64| likelihood * in_so_many >= 1.0 - 1e-12;
    ONE_IN.iter().find(|(in_so_many, _)| reaches(*in_so_many)).map_or(1, |(_, rank)| *rank)
}

/// The answer that likelihood and severity suggest.
fn suggested(likelihood: f64, severity: u8) -> RiskResponse {
    match (likelihood >= OFTEN - 1e-15, severity >= SEVERE) {
        (true, true) => RiskResponse::Avoid,
        (false, true) => RiskResponse::Transfer,
        (true, false) => RiskResponse::Reduce,
        (false, false) => RiskResponse::Accept,
    }
}

/// The risks of a scenario, in document order. Linear.
pub(super) fn risks(scenario: &Scenario, analysis: &Analysis) -> Vec<RiskFigures> {
    let output = analysis.output_per_hour.value;
    let hours = scenario.demand().opening_hours.map(crate::blueprint::Quantity::get);
    let steps = scenario.steps().iter();
    let failing = steps.filter_map(|(id, step)| Some((*id, step.fail.as_ref()?)));
    failing
        .map(|(step, fail)| {
            let visits = analysis.steps.get(&step).and_then(|it| it.visits.value);
            let per_customer = fail.how_often.zip(visits).map(|(share, n)| share.value() * n);
            let per_hour = per_customer.zip(output).map(|(share, output)| share * output);
            let rank = per_customer.map(occurrence);
            let rpn = |occurrence: u8| {
                let (severity, detection) = (fail.severity?, fail.detection?);
                let three = [severity.get(), occurrence, detection.get()];
                Some(three.into_iter().map(u32::from).product())
            };
            RiskFigures {
                step,
                per_customer,
                per_hour,
                per_day: per_hour.zip(hours).map(|(failures, hours)| failures * hours),
                occurrence: rank,
                rpn: rank.and_then(rpn),
                // What never happens needs no answer.
                suggested: per_customer
                    .filter(|likelihood| *likelihood > 0.0)
                    .zip(fail.severity)
                    .map(|(likelihood, severity)| suggested(likelihood, severity.get())),
                response: fail.response,
                lost_per_hour: per_hour
                    .zip(fail.recovered)
                    .map(|(failures, recovered)| failures * (1.0 - recovered.value())),
            }
        })
        .collect()
}

/// Of how many fail points it is not known how often a customer meets their failure. One that nobody comes to
/// counts as known: nothing fails there.
pub(super) fn unknown_risks(scenario: &Scenario, analysis: &Analysis) -> usize {
    let failing = scenario.steps().iter().filter_map(|(id, step)| Some((id, step.fail.as_ref()?)));
    let is_unknown = |(id, fail): &(&StepId, &FailPoint)| {
        let visits = analysis.steps.get(*id).and_then(|it| it.visits.value);
        visits != Some(0.0) && (visits.is_none() || fail.how_often.is_none())
    };
    failing.filter(is_unknown).count()
}

/// Failures per customer, all together: at least those where it is known how often.
pub(super) fn failures_per_customer(risks: &[RiskFigures], unknown: usize) -> Figure {
    let known = risks.iter().filter_map(|risk| risk.per_customer);
    if known.clone().next().is_none() {
        return Figure::lacking([]);
    }
    Figure::new(known.sum(), if unknown > 0 { Basis::LowerBound } else { Basis::Exact })
}

/// The share of the customers at whom nothing fails: Π(1 − p)^visits. Exact where every visit is whole and
/// failures are independent of each other, as is assumed; else near. At most that where of some fail points it is
/// not known how often. Lacking where no risk says how often.
pub(super) fn failure_free_share(
    scenario: &Scenario,
    analysis: &Analysis,
    unknown: usize,
) -> Figure {
    let mut share = 1.0;
    let (mut any, mut is_whole) = (false, true);
    for (id, step) in scenario.steps() {
        let Some(often) = step.fail.as_ref().and_then(|fail| fail.how_often) else { continue };
        let Some(visits) = analysis.steps.get(id).and_then(|it| it.visits.value) else { continue };
        any = true;
        is_whole &= visits.fract() == 0.0;
        share *= libm::pow(1.0 - often.value(), visits);
    }
    if !any {
        return Figure::lacking([]);
    }
    let basis = match (unknown, is_whole) {
        (0, true) => Basis::Exact,
        (0, false) => Basis::APPROXIMATE,
        _ => Basis::UpperBound,
    };
    Figure::new(share, basis)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn frequencies_have_the_ranks_of_the_handbook() {
        let limits = [2, 3, 8, 20, 80, 400, 2_000, 15_000, 150_000];
        for (rank, one_in) in (2..=10).rev().zip(limits) {
            assert_eq!(occurrence(1.0 / f64::from(one_in)), rank, "1/{one_in}");
            assert_eq!(occurrence(0.999_9 / f64::from(one_in)), rank - 1, "below 1/{one_in}");
        }
        assert_eq!(occurrence(0.0), 1);
        assert_eq!(occurrence(1.2), 10);
        assert_eq!((occurrence(0.08), occurrence(0.02)), (7, 6));
    }

    #[test]
    fn answers_follow_from_likelihood_and_severity() {
        assert_eq!(suggested(0.08, 4), RiskResponse::Reduce);
        assert_eq!(suggested(0.02, 8), RiskResponse::Avoid);
        assert_eq!(suggested(0.01, 7), RiskResponse::Avoid);
        assert_eq!(suggested(0.009, 7), RiskResponse::Transfer);
        assert_eq!(suggested(0.009, 6), RiskResponse::Accept);
    }
}
