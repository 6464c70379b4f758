//! The figures of a service as they are printed, where nobody can wait for a simulation to settle.

use super::beyond::beyond_formulas;
use super::leading::leading;
use super::study::Study;
use crate::analysis::{Analysis, Basis, analyse};
use crate::blueprint::Scenario;
use crate::process::{Process, compile};

/// How many rounds there are at most: fifty thousand customers.
const MOST_ROUNDS: u32 = 3;
/// How well the mean time through the service is to be known.
const PRECISION: f64 = 0.02;

/// The figures of a scenario as they are printed: by formula, or led by a simulation where formulas cannot say enough.
#[must_use]
pub fn printed_analysis(scenario: &Scenario) -> Analysis {
    let analysis = analyse(scenario);
    printed_figures(scenario, &analysis).unwrap_or(analysis)
}

/// Whether formulas say too little: the service has what they know nothing of, or the time through it is not known, or
/// not reliably, though nothing grows.
fn wants_simulation(scenario: &Scenario, process: &Process, analysis: &Analysis) -> bool {
    let time = &analysis.throughput_time_s;
    let is_poor = time.value.is_none() || time.basis == Basis::Unreliable;
    let is_at_ease = analysis.utilisation.value.is_some_and(|busy| busy < 1.0);
    !beyond_formulas(scenario, process).is_empty() || (is_poor && is_at_ease)
}

/// The figures of a service that has what formulas know nothing of, such as patience, or of which they say too little,
/// led by a simulation; `None` where formulas say all, or the simulation cannot run or does not settle. A count of rounds ends it, never a clock: the
/// same scenario is the same figures.
#[must_use]
pub fn printed_figures(scenario: &Scenario, analysis: &Analysis) -> Option<Analysis> {
    let process = compile(scenario);
    if !wants_simulation(scenario, &process, analysis) {
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
