//! Runs a scenario for so many rounds.

use onstage::analysis::Lack;
use onstage::blueprint::Scenario;
use onstage::process::compile;
use onstage::simulation::long_run::{LongRun, RUNS, Run};
use onstage::simulation::{Estimate, Model, Order};

/// The model of a scenario.
pub fn model(scenario: &Scenario) -> Result<Model, Vec<Lack>> {
    Model::of(scenario, &compile(scenario))
}

/// All runs after so many rounds.
pub fn runs(model: &Model, seed: u32, rounds: u32) -> Vec<Run> {
    let run = |number| {
        let mut run = Run::new(model, seed, number);
        for _ in 0..rounds {
            assert!(run.round(model, &|| false));
        }
        run
    };
    (0..RUNS).map(run).collect()
}

/// What a scenario comes to in the long run.
pub fn long_run(scenario: &Scenario, order: Order, rounds: u32) -> LongRun {
    let model = model(scenario).expect("can be simulated").in_order(order);
    LongRun::of(&model, &runs(&model, 1, rounds), 0.0)
}

/// Whether a known answer lies within four standard errors of a simulated figure whose half-width is below
/// seven per cent of it: errors are tolerated by what the runs themselves say, so that shorter ones hold as much.
pub fn holds(what: &str, estimate: Option<Estimate>, answer: f64) {
    let estimate = estimate.unwrap_or_else(|| panic!("{what} is not known"));
    let error = estimate.half_width / 2.131_450;
    let off = (estimate.mean - answer).abs();
    assert!(off <= 4.0 * error, "{what}: {estimate:?}, not {answer}");
    assert!(estimate.half_width <= 0.07 * answer.abs(), "{what}: {estimate:?} is too wide");
}
