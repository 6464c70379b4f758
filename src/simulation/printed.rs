//! The figures of a service as they are printed, where nobody can wait for a simulation to settle.

use super::attaining::{outgrown, put_attained};
use super::beyond::beyond_formulas;
use super::estimates::Estimate;
use super::leading::leading;
use super::study::{LEAST_ROUNDS, Study};
use super::versus::{PairedDifference, Side, differences};
use crate::analysis::{Analysis, Basis, analyse};
use crate::blueprint::Scenario;
use crate::process::{Process, compile};

/// How many rounds there are: thirty thousand customers. Always as many, so that what stands in two places is the same.
const ROUNDS: u32 = 3;

/// A scenario as it is printed: by formula, or led by a simulation where formulas cannot say enough.
#[derive(Clone, Debug)]
pub struct Printed<'a> {
    scenario: &'a Scenario,
    process: Process,
    study: Option<Study>,
    /// Its figures.
    pub analysis: Analysis,
}

impl<'a> Printed<'a> {
    /// A scenario with what is printed of it. A count of rounds ends the simulation, never a clock: the same scenario
    /// is the same figures.
    #[must_use]
    pub fn of(scenario: &'a Scenario) -> Self {
        Self::with(scenario, &analyse(scenario))
    }

    fn with(scenario: &'a Scenario, formulas: &Analysis) -> Self {
        let process = compile(scenario);
        let was_tried = wants_simulation(scenario, &process, formulas);
        let study = was_tried.then(|| settled(scenario, &process, formulas)).flatten();
        let is_bound = formulas.capacity_per_hour.basis == Basis::UpperBound;
        let stuck = study.as_ref().and_then(|study| study.figures().unserved_per_hour);
        // Who waits in circles leaves others their place: more who come are served less.
        let is_stuck = stuck.is_some_and(|stuck| stuck.mean > 0.0);
        let attained = (is_bound && is_at_ease(formulas) && !is_stuck)
            .then(|| attained(scenario, &process, formulas))
            .flatten();
        let analysis = if let Some(study) = &study {
            leading((scenario, &process, formulas), &study.figures(), attained)
        } else {
            let mut shown = formulas.clone();
            // Of what is far from its bound nobody asked whether it settles.
            let settles = !was_tried
                && outgrown((scenario, &process, formulas), attained, false).is_some()
                && settled(scenario, &process, formulas).is_some();
            put_attained((scenario, &process), &mut shown, attained, settles);
            shown
        };
        Self { scenario, process, study, analysis }
    }

    /// What another one has more or less on the same customers; nothing where one of them was not simulated, or from
    /// another start of the random numbers.
    #[must_use]
    pub fn differences(&self, later: &Self) -> Vec<PairedDifference> {
        let seeds = [self, later].map(|it| it.scenario.simulation_rules().seed);
        match (self.side(), later.side()) {
            (Some(before), Some(after)) if seeds[0] == seeds[1] => differences(before, after),
            _ => Vec::new(),
        }
    }

    fn side(&self) -> Option<Side<'_>> {
        let study = self.study.as_ref()?;
        Some(Side { scenario: self.scenario, process: &self.process, study })
    }
}

/// The figures of a scenario as they are printed.
#[must_use]
pub fn printed_analysis(scenario: &Scenario) -> Analysis {
    Printed::of(scenario).analysis
}

/// The figures of a scenario as they are printed, where these are not those of the formulas alone: it has what formulas
/// know nothing of, such as patience, or they say too little, or only what is served at most. `None` where formulas say
/// all, or the simulation cannot run or does not settle.
#[must_use]
pub fn printed_figures(scenario: &Scenario, analysis: &Analysis) -> Option<Analysis> {
    let printed = Printed::with(scenario, analysis);
    let is_attained = printed.analysis.attained_capacity_per_hour.value.is_some();
    (printed.study.is_some() || is_attained).then_some(printed.analysis)
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

/// A simulation that has settled; `None` where it cannot run or does not.
fn settled(scenario: &Scenario, process: &Process, analysis: &Analysis) -> Option<Study> {
    let seed = scenario.simulation_rules().seed;
    let mut study = Study::of(scenario, process, analysis, seed).ok()?;
    for _ in 0..ROUNDS {
        if !study.round(&|runs, work| runs.iter_mut().all(work), &|| false) {
            return None;
        }
    }
    study.figures().settled.then_some(study)
}

/// The capacity that is attained, by as few rounds as say it.
fn attained(scenario: &Scenario, process: &Process, analysis: &Analysis) -> Option<Estimate> {
    let seed = scenario.simulation_rules().seed;
    let study = Study::of_capacity(scenario, process, analysis, seed).ok()?;
    study.attain(&|runs, work| runs.iter_mut().all(work), &|done| done >= LEAST_ROUNDS)
}
