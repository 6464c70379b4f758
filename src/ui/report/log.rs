//! The last things that happened, and where the window stands. Keeping one costs a look at the clock
//! and a place in a ring; nothing is put into words before somebody asks.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, TryLockError};
use std::time::Instant;

use super::entry::Entry;
use super::standing::Standing;

/// How many things are kept.
pub(super) const MOST: usize = 500;

/// Something that happened, once or several times in a row.
#[derive(Debug)]
pub(super) struct Happened {
    /// When, in milliseconds since the start.
    pub at: u64,
    /// When for the last time.
    pub until: u64,
    pub times: u32,
    pub what: Entry,
}

/// What is kept.
#[derive(Debug, Default)]
pub(super) struct Kept {
    pub happened: VecDeque<Happened>,
    /// How many older ones were let go.
    pub let_go: u64,
    pub standing: Option<Standing>,
    /// What draws the window.
    pub renderer: String,
}

impl Kept {
    fn push(&mut self, at: u64, what: Entry) {
        if let Some(last) = self.happened.back_mut()
            && what.is_again(&last.what)
        {
            last.until = at;
            last.times = last.times.saturating_add(1);
            // What was written last is what it came to.
            last.what = what;
            return;
        }
        if self.happened.len() >= MOST {
            self.happened.pop_front();
            self.let_go += 1;
        }
        self.happened.push_back(Happened { at, until: at, times: 1, what });
    }
}

/// The log of one window; clones are the same log.
#[derive(Clone, Debug)]
pub struct ActionLog(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    began: Instant,
    kept: Mutex<Kept>,
}

impl Default for ActionLog {
    fn default() -> Self {
        Self(Arc::new(Inner { began: Instant::now(), kept: Mutex::default() }))
    }
}

impl ActionLog {
    /// Keeps something that happened now.
    pub(in crate::ui) fn note(&self, what: Entry) {
        let now = self.now();
        self.kept().push(now, what);
    }

    /// Keeps where the window stands now; what changed since then has happened.
    pub(in crate::ui) fn stand(&self, standing: Standing) {
        let now = self.now();
        let mut kept = self.kept();
        if let Some(before) = kept.standing.replace(standing)
            && before != standing
        {
            for change in standing.since(&before) {
                kept.push(now, change);
            }
        }
    }

    /// Says what draws the window.
    pub(in crate::ui) fn draws(&self, renderer: String) {
        self.kept().renderer = renderer;
    }

    /// Milliseconds since the start.
    pub(super) fn now(&self) -> u64 {
        u64::try_from(self.0.began.elapsed().as_millis()).unwrap_or(u64::MAX)
    }

    /// What is kept.
    pub(super) fn kept(&self) -> MutexGuard<'_, Kept> {
        // It is whole whatever happened to who held it.
        self.0.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What is kept, unless somebody holds it: for who must not wait.
    pub(super) fn kept_if_free(&self) -> Option<MutexGuard<'_, Kept>> {
        match self.0.kept.try_lock() {
            Ok(kept) => Some(kept),
            Err(TryLockError::Poisoned(poisoned)) => Some(poisoned.into_inner()),
            Err(TryLockError::WouldBlock) => None,
        }
    }

    /// Keeps something that happened now, unless somebody holds the log.
    pub(super) fn note_if_free(&self, what: Entry) {
        let now = self.now();
        if let Some(mut kept) = self.kept_if_free() {
            kept.push(now, what);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::entry::{Private, Topic};
    use super::*;

    #[test]
    fn the_last_things_are_kept_and_the_same_again_is_counted() {
        let log = ActionLog::default();
        for count in 0..MOST + 7 {
            log.note(Entry::of(Topic::Action, "select").count("steps", count));
        }
        for text in ["A", "At", "Ata"] {
            log.note(Entry::of(Topic::Preview, "edit-rename-step").private(Private::of(text)));
        }
        let kept = log.kept();
        assert_eq!((kept.happened.len(), kept.let_go), (MOST, 8));
        let last = kept.happened.back().map(|last| (last.times, last.what.private.told()));
        assert_eq!(last, Some((3, Some("Ata"))));
        drop(kept);
        assert!(log.kept_if_free().is_some());
    }
}
