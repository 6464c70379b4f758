//! The figures of a service as they are printed, where nobody can wait for a simulation to settle.

use super::beyond::beyond_formulas;
use super::leading::leading;
use super::study::Study;
use crate::analysis::Analysis;
use crate::blueprint::Scenario;
use crate::process::compile;

/// How many rounds there are at most: a hundred thousand customers.
const MOST_ROUNDS: u32 = 4;
/// How well the mean time through the service is to be known.
const PRECISION: f64 = 0.02;

/// The figures of a service that has what formulas know nothing of, such as patience, led by a simulation; `None` where
/// formulas say all, or the simulation cannot run or does not settle. A count of rounds ends it, never a clock: the
/// same scenario is the same figures.
#[must_use]
pub fn printed_figures(scenario: &Scenario, analysis: &Analysis) -> Option<Analysis> {
    let process = compile(scenario);
    if beyond_formulas(scenario, &process).is_empty() {
        return None;
    }
    let seed = scenario.simulation_rules().seed;
    let mut study = Study::of(scenario, &process, analysis, seed).ok()?;
    for _ in 0..MOST_ROUNDS {
        if !study.round(&|runs, work| runs.iter_mut().all(work), &|| false) {
            return None;
        }
        if study.figures().is_precise(PRECISION) {
            break;
        }
    }
    let found = study.figures();
    found.settled.then(|| leading((scenario, &process, analysis), &found))
}
