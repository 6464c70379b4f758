//! A day at a moment.

use std::sync::Arc;

use super::Move;
use super::reel::Reel;
use super::still::Still;
use crate::simulation::Replication;

/// After so many instants it is asked whether there is time for more.
const ASKED_EVERY: u32 = 16;

/// A day at a moment, which goes on to a later one or back to an earlier one.
#[derive(Clone, Debug)]
pub struct Cursor {
    reel: Arc<Reel>,
    replication: Replication,
    at: u64,
    is_over: bool,
}

impl Cursor {
    /// The day as it begins.
    #[must_use]
    pub fn new(reel: &Arc<Reel>) -> Self {
        let stage = reel.stage();
        let replication = reel.kept_before(reel.begins()).map_or_else(
            || Replication::new(&stage.model, stage.seed, reel.number()).watched(),
            |(_, kept)| kept.clone(),
        );
        let mut cursor = Self { reel: Arc::clone(reel), replication, at: 0, is_over: false };
        cursor.seek(reel.begins(), &mut || true);
        cursor
    }

    /// The day.
    #[must_use]
    pub fn reel(&self) -> &Arc<Reel> {
        &self.reel
    }

    /// When it is, in ticks.
    #[must_use]
    pub fn at(&self) -> u64 {
        self.at
    }

    /// Goes to a time within what is shown; all that happens at it has happened then. While there is much to do
    /// `has_time` is asked whether to go on; answers whether it arrived. If not, it is somewhere before and goes on
    /// when it is asked again.
    pub fn seek(&mut self, to: u64, has_time: &mut dyn FnMut() -> bool) -> bool {
        let to = to.clamp(self.reel.begins(), self.reel.ends());
        let kept = self.reel.kept_before(to);
        // Back, or so far on that a moment that is kept is nearer.
        let jumps = self.at > to || kept.is_some_and(|(kept, _)| *kept > self.at);
        if let Some((at, kept)) = kept.filter(|_| jumps) {
            self.replication = kept.clone();
            (self.at, self.is_over) = (*at, false);
        }
        let stage = Arc::clone(&self.reel.stage);
        let mut instants = 0_u32;
        while !self.is_over && self.replication.next_at().is_some_and(|next| next <= to) {
            if !self.replication.goes_on(stage.ends, stage.last_duty, stage.closes) {
                break;
            }
            instants += 1;
            if instants.is_multiple_of(ASKED_EVERY) && !has_time() {
                return false;
            }
            self.at = self.replication.next_at().unwrap_or(to);
            self.replication.go_on_once(&stage.model);
        }
        if to == self.reel.ends() && stage.closes && !self.is_over {
            self.replication.end_day(&stage.model);
            self.is_over = true;
        }
        self.at = to;
        true
    }

    /// When something happens next; `None` if nothing does any more.
    #[must_use]
    pub fn next_event(&self) -> Option<u64> {
        let next = self.replication.next_at().filter(|_| !self.is_over)?;
        (next <= self.reel.ends()).then_some(next)
    }

    /// When something happened last before now; `None` if nothing did since what is shown began. Plays a part of
    /// the day.
    #[must_use]
    pub fn last_event(&self) -> Option<u64> {
        let begins = self.reel.begins();
        let mut before = self.at;
        while let Some((kept, replication)) = self.reel.kept_before(before.checked_sub(1)?) {
            let mut replication = replication.clone();
            let mut last = None;
            while let Some(next) = replication.next_at().filter(|next| *next < self.at) {
                replication.go_on_once(&self.reel.stage.model);
                last = Some(next);
            }
            if last.is_some() {
                return last.filter(|last| *last > begins);
            }
            if *kept <= begins {
                return None;
            }
            before = *kept;
        }
        None
    }

    /// Who went where since it was last asked.
    pub fn moves(&mut self) -> Vec<Move> {
        self.replication.take_moves()
    }

    /// What is to be seen. Linear in steps, lines, customers who wait and works that go on.
    #[must_use]
    pub fn still(&self) -> Still {
        Still::of(&self.reel.stage, &self.replication, self.at)
    }
}
