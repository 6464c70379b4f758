//! A study of the day: rounds of days until the figures are as precise as was asked for.

use std::sync::{Mutex, PoisonError};

use super::day_tally::DayTally;
use super::engine::{Replication, TooMuch};
use super::model::Model;

/// The last round ends here.
pub const MOST_DAYS: u32 = 5_120;
/// Events that the first round has about.
const FIRST_EVENTS: f64 = 200_000.0;

/// Some days of a round, to be simulated by one thread.
#[derive(Clone, Debug)]
pub struct Part {
    from: u32,
    to: u32,
    too_much: Option<TooMuch>,
}

/// What does with one part what is to be done with each; answers whether it came to its end.
pub type OfPart<'a> = dyn Fn(&mut Part) -> bool + Sync + 'a;
/// What hands each of some parts to a work, in any order and on any thread.
pub type SpreadParts<'a> = dyn Fn(&mut [Part], &OfPart<'_>) -> bool + 'a;

/// Days of one scenario.
#[derive(Clone, Debug)]
pub struct DayStudy {
    model: Model,
    seed: u32,
    /// The number of the first day.
    first: u32,
    days: u32,
    first_round: u32,
    tally: DayTally,
    too_much: Option<TooMuch>,
}

impl DayStudy {
    /// One before anything has run, of a model that has a day.
    #[must_use]
    pub fn new(model: Model, seed: u32) -> Self {
        let expected = FIRST_EVENTS / model.events_per_day().max(1.0);
        // From 2 to 20.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let first_round = expected.clamp(2.0, 20.0) as u32;
        let tally = DayTally::empty(&model);
        Self { model, seed, first: 0, days: 0, first_round, tally, too_much: None }
    }

    /// The same with other days: numbers from so many on.
    #[must_use]
    pub fn from_day(self, first: u32) -> Self {
        Self { first, ..self }
    }

    /// The model.
    #[must_use]
    pub fn model(&self) -> &Model {
        &self.model
    }

    /// How many days the next round ends with: a few, 20, 40, 80 … up to 5,120.
    #[must_use]
    pub fn next_round(&self) -> u32 {
        match self.days {
            0 => self.first_round,
            days if days < 20 => 20,
            days => (days * 2).min(MOST_DAYS),
        }
    }

    /// Whether there is no further round.
    #[must_use]
    pub fn is_over(&self) -> bool {
        self.days >= MOST_DAYS
    }

    /// Goes on until there are so many days: `spread` hands parts of them, about so many, to threads.
    /// Answers whether all came to the end; if not, it says what it said before.
    pub fn go_to(
        &mut self,
        days: u32,
        parts: u32,
        spread: &SpreadParts<'_>,
        cancelled: &(dyn Fn() -> bool + Sync),
    ) -> bool {
        let count = days.saturating_sub(self.days);
        let parts = parts.clamp(1, count.max(1));
        let border = |part: u32| {
            let before = u64::from(count) * u64::from(part) / u64::from(parts);
            self.days + u32::try_from(before).unwrap_or_default()
        };
        let mut parts: Vec<Part> = (0..parts)
            .map(|part| Part { from: border(part), to: border(part + 1), too_much: None })
            .collect();
        let (model, seed, first) = (&self.model, self.seed, self.first);
        // One for all threads: whole numbers say the same in whatever order days are counted.
        let tally = Mutex::new(self.tally.clone());
        let done = spread(&mut parts, &|part| {
            for number in part.from..part.to {
                // A day may be shorter than what lies between two questions.
                if cancelled() {
                    return false;
                }
                let mut replication = Replication::new(model, seed, first + number);
                let record = replication.run_day(model, &|| cancelled());
                part.too_much = replication.too_much();
                let Some(record) = record else { return false };
                let mut tally = tally.lock().unwrap_or_else(PoisonError::into_inner);
                tally.note(model, number, &record);
            }
            true
        });
        if !done {
            self.too_much = parts.iter().find_map(|part| part.too_much);
            return false;
        }
        self.tally = tally.into_inner().unwrap_or_else(PoisonError::into_inner);
        self.days = self.days.max(days);
        true
    }

    /// How many days there were.
    #[must_use]
    pub fn days(&self) -> u32 {
        self.days
    }

    /// What they say together.
    #[must_use]
    pub fn tally(&self) -> &DayTally {
        &self.tally
    }

    /// What was too much to go on, if something was.
    #[must_use]
    pub fn too_much(&self) -> Option<TooMuch> {
        self.too_much
    }

    /// Whether the mean throughput time is known to so many parts of it (0.02 = ±2 %), the part that was
    /// served as promised and each share of waits to a hundredth.
    #[must_use]
    pub fn is_precise(&self, precision: f64) -> bool {
        let time = self.tally.throughput.estimate();
        let known = time.is_none_or(|time| time.relative_width() <= precision);
        let promised = self.model.promise.and_then(|_| self.tally.promised.estimate());
        let of = self.tally.moments.iter().zip(&self.model.moments);
        let shares = of
            .filter(|(_, plan)| plan.acceptable.is_some())
            .filter_map(|(tally, _)| tally.accepted.estimate());
        known
            && shares.chain(promised).all(|share| share.half_width <= super::study::SHARE_PRECISION)
    }
}
