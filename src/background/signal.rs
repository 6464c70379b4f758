//! What work and window tell each other while the work runs.

use std::fmt;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

/// How many times in a run the window is woken at most to show how far it has come.
const STEPS: f32 = 200.0;

/// Who is woken when there is something to hear. Calls may come from any thread.
pub trait Window: Clone + Send + Sync + 'static {
    /// Lets a pass come soon.
    fn wake(&self);

    /// Lets a pass come after so many seconds.
    fn wake_after(&self, seconds: f64);

    /// What the clock of the passes says, in seconds; only differences mean something.
    fn now(&self) -> f64;
}

/// What both sides see.
#[derive(Debug)]
pub(super) struct Shared<T> {
    /// The work is to end; its answer may still be wanted.
    stopped: AtomicBool,
    /// Nobody wants to hear of the work any more.
    forgotten: AtomicBool,
    /// The part that is done, as the bits of a number from 0 to 1: for these the order of the bits
    /// is the order of the numbers.
    portion: AtomicU32,
    interim: Mutex<Option<T>>,
}

impl<T> Default for Shared<T> {
    fn default() -> Self {
        Self {
            stopped: AtomicBool::new(false),
            forgotten: AtomicBool::new(false),
            portion: AtomicU32::new(0),
            interim: Mutex::new(None),
        }
    }
}

impl<T> Shared<T> {
    /// Asks the work to end with what it has.
    pub fn stop(&self) {
        self.stopped.store(true, Ordering::Relaxed);
    }

    /// Asks the work to end; nobody hears of it.
    pub fn forget(&self) {
        self.forgotten.store(true, Ordering::Relaxed);
        self.stop();
    }

    pub fn is_forgotten(&self) -> bool {
        self.forgotten.load(Ordering::Relaxed)
    }

    pub fn portion(&self) -> f32 {
        f32::from_bits(self.portion.load(Ordering::Relaxed))
    }

    /// What the work has shown since the last look.
    pub fn interim(&self) -> Option<T> {
        self.put_interim(None)
    }

    fn put_interim(&self, value: Option<T>) -> Option<T> {
        // Nothing but the replacing is done under the lock, so that nothing can break off in it.
        let mut interim = self.interim.lock().unwrap_or_else(PoisonError::into_inner);
        std::mem::replace(&mut *interim, value)
    }
}

/// What work is given to hear whether it shall end, and to tell how far it has come.
pub struct Signal<T> {
    shared: Arc<Shared<T>>,
    wake: Box<dyn Fn() + Send + Sync>,
}

impl<T> fmt::Debug for Signal<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Signal").field("cancelled", &self.is_cancelled()).finish_non_exhaustive()
    }
}

impl<T> Signal<T> {
    pub(super) fn new(shared: Arc<Shared<T>>, window: &impl Window) -> Self {
        let window = window.clone();
        Self { shared, wake: Box::new(move || window.wake()) }
    }

    /// A signal that nobody gives or hears, for work that is done at once and for tests of work.
    #[must_use]
    pub fn unheard() -> Self {
        Self { shared: Arc::default(), wake: Box::new(|| {}) }
    }

    /// Whether the work shall end, with what it has so far. Costs an atomic load: look at it at
    /// least each millisecond.
    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        self.shared.stopped.load(Ordering::Relaxed)
    }

    /// Tells that so much is done, from 0 to 1. What is less than was told before changes nothing:
    /// a bar never goes back. Costs an atomic change; the window is woken for each half percent.
    pub fn reached(&self, portion: f32) {
        // What is no number counts as nothing, and so does a zero with a sign.
        let now = if portion > 0.0 { portion.min(1.0) } else { 0.0 };
        let before =
            f32::from_bits(self.shared.portion.fetch_max(now.to_bits(), Ordering::Relaxed));
        if (now * STEPS).floor() > (before * STEPS).floor() {
            self.wake();
        }
    }

    /// Shows what is known so far; of several the window sees the last.
    pub fn show(&self, value: T) {
        // The older one is dropped here, outside the lock.
        let _ = self.shared.put_interim(Some(value));
        self.wake();
    }

    pub(super) fn is_forgotten(&self) -> bool {
        self.shared.is_forgotten()
    }

    pub(super) fn wake(&self) {
        if !self.is_forgotten() {
            (self.wake)();
        }
    }
}
