//! A study of the long run: rounds until the figures are as precise as was asked for.

use super::engine::TooMuch;
use super::estimates::Estimate;
use super::long_run::{LongRun, RUNS, Run, counted, output};
use super::model::Model;
use super::tally::Sums;
use crate::analysis::{Analysis, Lack};
use crate::blueprint::{Order, Scenario};
use crate::process::Process;

/// A share is known well enough where half its interval is a hundredth.
pub(super) const SHARE_PRECISION: f64 = 0.01;

/// Rounds for the capacity that is attained.
pub(super) const LEAST_ROUNDS: u32 = 4;
const MOST_ROUNDS: u32 = 8;

/// What does with one run what is to be done with each; answers whether it came to its end.
pub type OfRun<'a> = dyn Fn(&mut Run) -> bool + Sync + 'a;
/// What hands each of some runs to a work, in any order and on any thread.
pub type Spread<'a> = dyn Fn(&mut [Run], &OfRun<'_>) -> bool + 'a;

/// Runs of one scenario.
#[derive(Clone, Debug)]
pub struct Study {
    model: Model,
    runs: Vec<Run>,
    settling_s: f64,
    rounds: u32,
}

impl Study {
    /// One of a scenario with its figures, before anything has run.
    ///
    /// # Errors
    /// What the engine cannot run without.
    pub fn of(
        scenario: &Scenario,
        process: &Process,
        analysis: &Analysis,
        seed: u32,
    ) -> Result<Self, Vec<Lack>> {
        let model = Model::of(scenario, process)?;
        let runs = (0..RUNS).map(|number| Run::new(&model, seed, number)).collect();
        let queues = analysis.pools.iter().filter_map(|pool| pool.queue.as_ref());
        let settling_s = queues.map(|queue| queue.settling_s).filter(|time| time.is_finite());
        Ok(Self { model, runs, settling_s: settling_s.fold(0.0, f64::max), rounds: 0 })
    }

    /// One that finds which capacity is attained, where formulas only know what it is at most: twice as many
    /// come, and who has been inside longest goes first, so that what is begun comes to its end.
    ///
    /// # Errors
    /// As [`Study::of`]; [`Lack::Limit`] where no capacity is known.
    pub fn of_capacity(
        scenario: &Scenario,
        process: &Process,
        analysis: &Analysis,
        seed: u32,
    ) -> Result<Self, Vec<Lack>> {
        let most = analysis.capacity_per_hour.value.filter(|most| *most > 0.0);
        let most = most.ok_or_else(|| vec![Lack::Limit])?;
        let model = Model::of(scenario, process)?;
        let model = model.in_order(Order::LongestInside).at_demand(2.0 * most);
        let runs = (0..RUNS).map(|number| Run::new(&model, seed, number)).collect();
        Ok(Self { model, runs, settling_s: 0.0, rounds: 0 })
    }

    /// How many leave served an hour once the start no longer matters.
    #[must_use]
    pub fn output(&self) -> Option<Estimate> {
        output(&self.runs)
    }

    /// One more round: `spread` hands each run to the work that it is given, in any order and on any
    /// thread. Answers whether all came to the end; if not, the study is of no use any more.
    pub fn round(&mut self, spread: &Spread<'_>, cancelled: &(dyn Fn() -> bool + Sync)) -> bool {
        let model = &self.model;
        self.rounds += 1;
        spread(&mut self.runs, &|run| run.round(model, &|| cancelled()))
    }

    /// How many rounds there were.
    #[must_use]
    pub fn rounds(&self) -> u32 {
        self.rounds
    }

    /// What the rounds say.
    #[must_use]
    pub fn figures(&self) -> LongRun {
        LongRun::of(&self.model, &self.runs, self.settling_s)
    }

    /// What each replication counted once its start is left out.
    pub(super) fn counted(&self) -> Vec<Sums> {
        counted(&self.model, &self.runs).0
    }

    /// The capacity that is attained, of a study [`of_capacity`](Self::of_capacity): known to a hundredth,
    /// after four rounds at least and eight at most. `is_over` is asked often whether so many rounds are to
    /// be the last; a round that is cut short says nothing.
    #[must_use]
    pub fn attain(
        mut self,
        spread: &Spread<'_>,
        is_over: &(dyn Fn(u32) -> bool + Sync),
    ) -> Option<Estimate> {
        for done in 0..MOST_ROUNDS {
            let before = self.output();
            if !self.round(spread, &|| is_over(done)) {
                return before.filter(|_| done >= LEAST_ROUNDS);
            }
            let known = self.output().is_some_and(|output| output.relative_width() <= 0.01);
            if done + 1 >= LEAST_ROUNDS && known {
                break;
            }
        }
        self.output()
    }

    /// What is too much to go on, if something is: of the first of its replications of which it is.
    #[must_use]
    pub fn too_much(&self) -> Option<TooMuch> {
        self.runs.iter().find_map(Run::too_much)
    }
}

impl LongRun {
    /// Whether the mean throughput time is known to so many parts of it (0.02 = ±2 %), and each share of
    /// waits to a hundredth.
    #[must_use]
    pub fn is_precise(&self, precision: f64) -> bool {
        let time = self.throughput_time_s.is_some_and(|time| time.relative_width() <= precision);
        let shares = self.moments.iter().filter_map(|moment| moment.within_acceptable);
        self.settled && time && shares.map(|share| share.half_width).all(|it| it <= SHARE_PRECISION)
    }
}
