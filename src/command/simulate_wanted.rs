//! What is asked of every simulation, and what is said where none can be.

use std::io::Write;
use std::time::{Duration, Instant};

use super::Stop;
use super::random_options::Random;
use crate::analysis::{Analysis, Lack};
use crate::blueprint::{Blueprint, Scenario};
use crate::simulation::TooMuch;
use crate::wording::Wording;

/// How long everything may take together.
#[derive(Clone, Copy)]
pub(super) struct Time {
    pub began: Instant,
    pub length: Duration,
}

impl Time {
    /// When a part of it is over.
    pub(super) fn part(self, share: f64) -> Instant {
        self.began + self.length.mul_f64(share)
    }
}

/// What is asked of a simulation besides what it is of.
pub(super) struct Wanted {
    pub random: Random,
    pub precision: f64,
    pub time: Time,
    /// Whether a time was asked for.
    pub is_timed: bool,
    /// Whether for scripts.
    pub json: bool,
}

/// Says what keeps a scenario from being simulated, and what else is wrong with it; answers how the command
/// ends.
pub(super) fn refuse(
    (blueprint, scenario): (&Blueprint, &Scenario),
    (lacks, analysis): (&[Lack], &Analysis),
    words: &Wording,
    out: &mut dyn Write,
) -> Result<u8, Stop> {
    let name = words.scenario_name(scenario);
    // A demand of zero is no missing one.
    let is_nobody =
        |lack: &Lack| *lack == Lack::Demand && scenario.demand().steady_rate().is_some();
    let nobody_comes = lacks.iter().any(is_nobody);
    if nobody_comes {
        super::say(&words.with("simulate-nobody-comes", &[("name", name.into())]));
    }
    let others: Vec<Lack> = lacks.iter().copied().filter(|lack| !is_nobody(lack)).collect();
    // Where nobody comes, nobody need be there either.
    let others: Vec<Lack> = others
        .into_iter()
        .filter(|lack| !nobody_comes || !matches!(lack, Lack::Headcount(_)))
        .collect();
    if !others.is_empty() {
        let lacks = words.lacks(&others, scenario).unwrap_or_default();
        let arguments = [("lacks", lacks.into()), ("name", name.into())];
        let is_only = blueprint.scenarios().len() < 2;
        let key = if is_only { "simulate-lacks" } else { "simulate-lacks-of" };
        super::say(&words.with(key, &arguments));
    }
    if !analysis.problems.is_empty() {
        super::report::write_check(out, blueprint, scenario, analysis, words)?;
    }
    Ok(super::BLUEPRINT_HAS_ERRORS)
}

/// What is said where something is too much to be simulated.
pub(super) fn too_much(why: TooMuch, scenario: &Scenario, words: &Wording) -> String {
    let step = |step| [("step", words.step(step, scenario).into())];
    match why {
        TooMuch::Inside(at) => words.with("simulate-too-many-inside", &step(at)),
        TooMuch::Time(at) => words.with("simulate-too-long", &step(at)),
    }
}
