//! The figures of a service as they are printed, where nobody can wait for a simulation to settle.

use super::attaining::put_attained;
use super::beyond::beyond_formulas;
use super::estimates::Estimate;
use super::leading::leading;
use super::long_run::LongRun;
use super::study::{LEAST_ROUNDS, Study};
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
    !beyond_formulas(scenario, process).is_empty() || (is_poor && is_at_ease(analysis))
}

/// Whether fewer come than the formulas allow.
fn is_at_ease(analysis: &Analysis) -> bool {
    analysis.utilisation.value.is_some_and(|busy| busy < 1.0)
}

/// The figures of a service that has what formulas know nothing of, such as patience, or of which they say too little,
/// led by a simulation, with the capacity that is attained where they know only what it is at most; `None` where
/// formulas say all, or the simulation cannot run or does not settle. A count of rounds ends it, never a clock: the same
/// scenario is the same figures.
#[must_use]
pub fn printed_figures(scenario: &Scenario, analysis: &Analysis) -> Option<Analysis> {
    let process = compile(scenario);
    let found = wants_simulation(scenario, &process, analysis)
        .then(|| long_run(scenario, &process, analysis))
        .flatten();
    let is_bound = analysis.capacity_per_hour.basis == Basis::UpperBound;
    let attained = (is_bound && is_at_ease(analysis))
        .then(|| attained(scenario, &process, analysis))
        .flatten();
    match found {
        Some(found) => Some(leading((scenario, &process, analysis), &found, attained)),
        None => attained.map(|attained| {
            let mut shown = analysis.clone();
            put_attained((scenario, &process), &mut shown, Some(attained));
            shown
        }),
    }
}

/// What rounds of a simulation say; `None` where it cannot run or does not settle.
fn long_run(scenario: &Scenario, process: &Process, analysis: &Analysis) -> Option<LongRun> {
    let seed = scenario.simulation_rules().seed;
    let mut study = Study::of(scenario, process, analysis, seed).ok()?;
    for _ in 0..MOST_ROUNDS {
        if !study.round(&|runs, work| runs.iter_mut().all(work), &|| false) {
            return None;
        }
        if study.figures().is_precise(PRECISION) {
            break;
        }
    }
    Some(study.figures()).filter(|found| found.settled)
}

/// The capacity that is attained, by as few rounds as say it.
fn attained(scenario: &Scenario, process: &Process, analysis: &Analysis) -> Option<Estimate> {
    let seed = scenario.simulation_rules().seed;
    let study = Study::of_capacity(scenario, process, analysis, seed).ok()?;
    study.attain(&|runs, work| runs.iter_mut().all(work), &|done| done >= LEAST_ROUNDS)
}
