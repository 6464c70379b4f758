//! Threads, and what becomes of work that panics.

use std::any::Any;
use std::cell::Cell;
use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::ThreadId;

/// A run, with everything that it needs and somebody to tell.
pub(super) type Run = Box<dyn FnOnce() + Send>;

/// Why work came to no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The system had no thread to give. It may have one in a moment.
    NoThread(String),
    /// The program made a mistake in the work.
    Panicked {
        /// The name of the work.
        work: &'static str,
        /// What the panic said; for the log, not for the window.
        said: String,
    },
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoThread(error) => write!(f, "no thread: {error}"),
            Self::Panicked { work, said } => write!(f, "{work}: {said}"),
        }
    }
}

thread_local! {
    /// The work that this thread does and whose panic is caught.
    static HERE: Cell<Option<&'static str>> = const { Cell::new(None) };
}

/// The name of the work in whose midst this is called: a panic there is caught, and the program goes
/// on. For the hook that hears of panics.
#[must_use]
pub fn work_here() -> Option<&'static str> {
    // A thread that ends has no work.
    HERE.try_with(Cell::get).ok().flatten()
}

/// A thread, to be told from others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place(ThreadId);

impl Place {
    /// Where this is called.
    #[must_use]
    pub fn here() -> Self {
        Self(std::thread::current().id())
    }
}

/// Does work and catches its panic, which the log says.
pub(super) fn caught<T>(work: &'static str, run: impl FnOnce() -> T) -> Result<T, Failure> {
    profiling::scope!("work", work);
    let before = HERE.replace(Some(work));
    let outcome = catch(work, run);
    HERE.set(before);
    outcome
}

fn catch<T>(work: &'static str, run: impl FnOnce() -> T) -> Result<T, Failure> {
    // What the work was given is thrown away with it: nobody sees it half changed.
    catch_unwind(AssertUnwindSafe(run)).map_err(|panic| {
        let failure = Failure::Panicked { work, said: said(&*panic) };
        log::error!("{failure}");
        failure
    })
}

/// Does quick work at once, on this thread.
///
/// # Errors
/// [`Failure::Panicked`].
pub fn attempt<T>(work: &'static str, run: impl FnOnce() -> T) -> Result<T, Failure> {
    caught(work, run)
}

fn said(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_default()
}

/// Runs on a thread of its own.
pub(super) fn begin(work: &'static str, run: Run) -> Result<(), Failure> {
    std::thread::Builder::new()
        .name(work.to_owned())
        .spawn(run)
        .map(drop)
        .map_err(|error| Failure::NoThread(error.to_string()))
}

/// A place where one run works at a time and only the newest waits.
#[derive(Default)]
pub(super) struct Turns(Mutex<Turn>);

#[derive(Default)]
struct Turn {
    busy: bool,
    next: Option<Run>,
}

impl Turns {
    fn with<T>(&self, change: impl FnOnce(&mut Turn) -> T) -> T {
        change(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Runs now, or once the run before has ended; what waited before is dropped.
    pub fn begin(self: &Arc<Self>, work: &'static str, run: Run) -> Result<(), Failure> {
        let (run, dropped) = self.with(|turn| {
            if turn.busy {
                return (None, turn.next.replace(run));
            }
            turn.busy = true;
            (Some(run), None)
        });
        drop(dropped);
        let Some(run) = run else { return Ok(()) };
        let turns = Arc::clone(self);
        let begun = begin(work, Box::new(move || turns.work_off(run)));
        if begun.is_err() {
            self.with(|turn| turn.busy = false);
        }
        begun
    }

    fn work_off(&self, first: Run) {
        let mut next = Some(first);
        while let Some(run) = next {
            // A run catches its own panics; this one is of whom it tells.
            if catch_unwind(AssertUnwindSafe(run)).is_err() {
                log::error!("nobody could be told of the end of work");
            }
            next = self.with(|turn| {
                turn.busy = turn.next.is_some();
                turn.next.take()
            });
        }
    }
}

impl fmt::Debug for Turns {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (busy, waiting) = self.with(|turn| (turn.busy, turn.next.is_some()));
        f.debug_struct("Turns").field("busy", &busy).field("waiting", &waiting).finish()
    }
}
