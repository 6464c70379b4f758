//! The work: a day is chosen and played once to its end, in both scenarios.

use std::sync::Arc;

use crate::analysis::Lack;
use crate::background::Signal;
use crate::simulation::playback::{Reel, Stage, Which};
use crate::ui::simulating::Version;

use super::Cast;

/// What is recorded.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Asked {
    pub now: Version,
    pub before: Option<Version>,
    pub which: Which,
}

/// What is to be recorded.
pub(super) struct Job {
    pub cast: Cast,
    pub which: Which,
}

/// What came of it.
#[derive(Debug)]
pub(super) enum Answer {
    /// The number of the day, and the day in both scenarios.
    Recorded { number: u32, now: Arc<Reel>, before: Option<Arc<Reel>> },
    /// What it cannot be played without.
    Lacking(Vec<Lack>),
    /// More would be inside than can be simulated, or nobody wants to know any more.
    TooMuch,
}

/// Plays the day. The typical and the bad one are those of the scenario before levers were pulled, or of that with
/// which it is compared: a lever changes what happens on a day, not which day it is.
pub(super) fn record(job: &Job, signal: &Signal<Arc<Answer>>) -> Answer {
    let cancelled = || signal.is_cancelled();
    let now = match Stage::of(&job.cast.now) {
        Ok(stage) => Arc::new(stage),
        Err(lacks) => return Answer::Lacking(lacks),
    };
    // What cannot be played is not seen beside the other.
    let before = job.cast.before.as_ref().and_then(|before| Stage::of(before).ok()).map(Arc::new);
    let choosing = before.as_ref().unwrap_or(&now);
    let Some(number) = job.which.number(choosing, &cancelled) else { return Answer::TooMuch };
    let reel = |stage: &Arc<Stage>| Reel::record(stage, number, &cancelled).map(Arc::new);
    let Some(recorded) = reel(&now) else { return Answer::TooMuch };
    Answer::Recorded { number, now: recorded, before: before.as_ref().and_then(reel) }
}
