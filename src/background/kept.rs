//! A value that follows a key: worked out anew when the key changes, with the last one until then.

use super::signal::{Signal, Window};
use super::task::Task;
use super::work::{Failure, attempt};

/// After how long a system without a thread is asked again, in seconds.
const RETRY_S: f64 = 0.25;

/// Where a value is worked out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pace {
    /// On the window's thread, in the pass: for what takes a few milliseconds.
    AtOnce,
    /// Off the window's thread.
    Beside,
}

/// A value `T` for a key `K`, which says whose it is and what it depends on.
///
/// [`follow`](Self::follow) is called in each pass with the key as it is now. What was known for an
/// older key stays to be shown until then, but not after a failure: it would be taken for an answer.
#[derive(Debug)]
pub struct Kept<K, T> {
    work: &'static str,
    task: Task<K, T>,
    value: Option<(K, T)>,
    /// Whether the value is more than what was shown on the way.
    is_whole: bool,
    failed: Option<(K, Failure)>,
    /// What will be asked, and when.
    due: Option<(K, f64)>,
    pause_s: f64,
    serial: u64,
}

impl<K: Clone + PartialEq, T: Send + 'static> Kept<K, T> {
    /// Nothing is known yet; the work has a name, for the log.
    #[must_use]
    pub fn new(work: &'static str) -> Self {
        Self {
            work,
            task: Task::computing(work),
            value: None,
            is_whole: false,
            failed: None,
            due: None,
            pause_s: 0.0,
            serial: 0,
        }
    }

    /// Begins off the window's thread only once the key has not changed for so many seconds; the
    /// first time at once.
    #[must_use]
    pub fn after_pause(self, seconds: f64) -> Self {
        Self { pause_s: seconds, ..self }
    }

    /// Fetches what was worked out, and works it out anew where the key is another one now.
    ///
    /// What runs for an older key is cancelled. A key whose work panicked is not tried again until
    /// [`again`](Self::again) is called.
    pub fn follow(
        &mut self,
        key: &K,
        window: &impl Window,
        pace: Pace,
        run: impl FnOnce(&Signal<T>) -> T + Send + 'static,
    ) {
        self.fetch(window);
        if self.is_for(key) || self.failure(key).is_some() {
            self.due = None;
            self.task.cancel();
            return;
        }
        if self.task.key() == Some(key) {
            return;
        }
        self.task.cancel();
        if pace == Pace::AtOnce {
            self.due = None;
            let outcome = attempt(self.work, || run(&Signal::unheard()));
            self.answered(key.clone(), outcome);
            return;
        }
        let now = window.now();
        let at = match &self.due {
            Some((due, at)) if due == key => *at,
            _ if self.value.is_none() => now,
            _ => now + self.pause_s,
        };
        if now < at {
            self.due = Some((key.clone(), at));
            window.wake_after(at - now);
            return;
        }
        self.due = None;
        self.task.start(key.clone(), window, run);
    }

    /// Fetches what was worked out, without beginning anything; [`follow`](Self::follow) does it too.
    pub fn fetch(&mut self, window: &impl Window) {
        if let Some((key, value)) = self.task.interim() {
            self.value = Some((key.clone(), value));
            self.is_whole = false;
            self.serial += 1;
        }
        match self.task.poll() {
            None => {}
            Some((key, Err(Failure::NoThread(_)))) => {
                self.due = Some((key, window.now() + RETRY_S));
                window.wake_after(RETRY_S);
            }
            Some((key, outcome)) => self.answered(key, outcome),
        }
    }

    fn answered(&mut self, key: K, outcome: Result<T, Failure>) {
        self.serial += 1;
        match outcome {
            Ok(value) => {
                (self.value, self.failed) = (Some((key, value)), None);
                self.is_whole = true;
            }
            Err(failure) => (self.value, self.failed) = (None, Some((key, failure))),
        }
    }

    /// The newest value, whatever it is for.
    #[must_use]
    pub fn value(&self) -> Option<&T> {
        self.value.as_ref().map(|(_, value)| value)
    }

    /// Whether the value is the whole answer for this key.
    #[must_use]
    pub fn is_for(&self, key: &K) -> bool {
        self.is_whole && self.value.as_ref().is_some_and(|(of, _)| of == key)
    }

    /// What the value is for.
    #[must_use]
    pub fn value_key(&self) -> Option<&K> {
        self.value.as_ref().map(|(key, _)| key)
    }

    /// Why there is no value for this key and will be none by itself.
    #[must_use]
    pub fn failure(&self, key: &K) -> Option<&Failure> {
        self.failed.as_ref().filter(|(of, _)| of == key).map(|(_, failure)| failure)
    }

    /// Whether the last work failed and nothing else was asked since.
    #[must_use]
    pub fn has_failed(&self) -> bool {
        self.failed.is_some() && self.value.is_none() && !self.is_busy()
    }

    /// Whether something is worked out off the window's thread, or is about to be.
    #[must_use]
    pub fn is_busy(&self) -> bool {
        self.task.is_busy() || self.due.is_some()
    }

    /// How much of the running work is done, from 0 to 1.
    #[must_use]
    pub fn portion(&self) -> Option<f32> {
        self.task.portion()
    }

    /// Grows with every value and every failure.
    #[must_use]
    pub fn serial(&self) -> u64 {
        self.serial
    }

    /// Wants no new value: what runs is cancelled, and what is known stays.
    pub fn rest(&mut self) {
        self.due = None;
        self.task.cancel();
    }

    /// Asks the running work to end with what it has.
    pub fn stop(&self) {
        self.task.stop();
    }

    /// Forgets value and failure: the next [`follow`](Self::follow) works it out again, at once.
    pub fn again(&mut self) {
        (self.value, self.failed, self.due) = (None, None, None);
        self.is_whole = false;
    }
}
