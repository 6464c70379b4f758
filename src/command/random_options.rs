//! What every command that simulates is told of chance and threads.

use clap::Args;

use super::Stop;
use crate::blueprint::Scenario;
use crate::blueprint::notation::{parse_count, parse_seed};
use crate::wording::Wording;

/// How many threads there are unless others are asked for.
const THREADS: usize = 4;

/// Options of random numbers and threads.
#[derive(Debug, Args)]
pub(super) struct RandomOptions {
    /// Where the random numbers start, from 0 to 4294967295
    #[arg(long, value_name = "N", allow_hyphen_values = true)]
    seed: Option<String>,
    /// On how many threads at most
    #[arg(long, value_name = "N", allow_hyphen_values = true)]
    threads: Option<String>,
}

/// What they say.
#[derive(Clone, Copy)]
pub(super) struct Random {
    seed: Option<u32>,
    /// On how many threads at most.
    pub threads: usize,
}

impl RandomOptions {
    /// Reads them; more threads than `most` are of no use.
    ///
    /// # Errors
    /// In words, what is no number.
    pub(super) fn read(&self, most: usize, words: &Wording) -> Result<Random, Stop> {
        let seed = |text: &String| {
            let bad = |_| Stop::from(words.with("simulate-bad-seed", &[("text", text.into())]));
            parse_seed(text).map_err(bad)
        };
        let seed = self.seed.as_ref().map(seed).transpose()?;
        let threads =
            self.threads.as_deref().map(|text| number("--threads", text, words)).transpose()?;
        let threads = threads.map_or(THREADS, |count| count as usize).clamp(1, most);
        Ok(Random { seed, threads })
    }
}

impl Random {
    /// Where the random numbers of a scenario start: as asked for, else as it says.
    pub(super) fn seed(self, scenario: &Scenario) -> u32 {
        self.seed.unwrap_or(scenario.simulation_rules().seed)
    }
}

/// A whole number from 1 that an option was given.
///
/// # Errors
/// In words.
pub(super) fn number(option: &str, text: &str, words: &Wording) -> Result<u32, Stop> {
    let read = parse_count(text).map(std::num::NonZeroU32::get);
    read.map_err(|_| {
        words
            .with("simulate-bad-number", &[("option", option.into()), ("text", text.into())])
            .into()
    })
}
