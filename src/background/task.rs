//! One piece of work at a time, for one purpose.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, TryRecvError, channel};
use std::time::Duration;

use super::signal::{Shared, Signal, Window};
use super::work::{Failure, Turns, begin, caught};

/// Work off the window's thread, begun for a key `K` and answered by a `T`.
///
/// Starting it anew, cancelling it and dropping it all end and forget what runs.
///
/// ```
/// # use onstage::background::{Task, Window};
/// # #[derive(Clone)]
/// # struct Nobody;
/// # impl Window for Nobody {
/// #     fn wake(&self) {}
/// #     fn wake_after(&self, _: f64) {}
/// #     fn now(&self) -> f64 { 0.0 }
/// # }
/// # let window = Nobody;
/// let mut sum = Task::computing("sum");
/// sum.start("up to 9", &window, |_| (1..10).sum::<u32>());
/// // In each pass, but here until there is an answer:
/// let answer = loop {
///     if let Some(answer) = sum.poll() {
///         break answer;
///     }
/// };
/// assert_eq!(answer, ("up to 9", Ok(45)));
/// ```
#[derive(Debug)]
pub struct Task<K, T> {
    work: &'static str,
    running: Option<Running<K, T>>,
    /// One run at a time; none if each has a thread at once.
    turns: Option<Arc<Turns>>,
}

#[derive(Debug)]
struct Running<K, T> {
    key: K,
    ear: Ear<T>,
    answer: Receiver<Result<T, Failure>>,
}

/// The window's side of a run; without it nobody wants to hear of the run.
#[derive(Debug)]
struct Ear<T>(Arc<Shared<T>>);

impl<T> Drop for Ear<T> {
    fn drop(&mut self) {
        self.0.forget();
    }
}

impl<K, T: Send + 'static> Task<K, T> {
    /// Work that keeps a processor busy: of several runs one works at a time.
    #[must_use]
    pub fn computing(work: &'static str) -> Self {
        Self { work, running: None, turns: Some(Arc::default()) }
    }

    /// Work that waits for something outside, as a disk or a person: the next run does not wait
    /// for one that may never end. What was started is begun in any case, as it may write.
    #[must_use]
    pub fn waiting(work: &'static str) -> Self {
        Self { work, running: None, turns: None }
    }

    /// Starts work for a key; what runs is cancelled and forgotten. If the system has no thread,
    /// that is the answer.
    pub fn start(
        &mut self,
        key: K,
        window: &impl Window,
        run: impl FnOnce(&Signal<T>) -> T + Send + 'static,
    ) {
        self.cancel();
        let work = self.work;
        let shared = Arc::new(Shared::default());
        let signal = Signal::new(Arc::clone(&shared), window);
        let (sender, answer) = channel();
        let unbegun = sender.clone();
        let computes = self.turns.is_some();
        let run = Box::new(move || {
            if computes && signal.is_forgotten() {
                return;
            }
            let outcome = caught(work, || run(&signal));
            // Nobody may be waiting any more; then there is nobody to tell.
            if sender.send(outcome).is_ok() {
                signal.wake();
            }
        });
        let begun = match &self.turns {
            Some(turns) => turns.begin(work, run),
            None => begin(work, run),
        };
        self.running = Some(Running { key, ear: Ear(shared), answer });
        if let Err(failure) = begun {
            log::warn!("{work}: {failure}");
            if unbegun.send(Err(failure)).is_ok() {
                window.wake();
            }
        }
    }

    /// Looks without waiting: the key and the answer, once. To be called once in a pass.
    pub fn poll(&mut self) -> Option<(K, Result<T, Failure>)> {
        let running = self.running.take()?;
        match running.answer.try_recv() {
            Ok(answer) => Some((running.key, answer)),
            Err(TryRecvError::Empty) => {
                self.running = Some(running);
                None
            }
            Err(TryRecvError::Disconnected) => Some((running.key, Err(self.lost()))),
        }
    }

    /// Waits for the answer, but not longer than so. For the end of the program and for tests.
    pub fn wait(&mut self, patience: Duration) -> Option<(K, Result<T, Failure>)> {
        let running = self.running.take()?;
        match running.answer.recv_timeout(patience) {
            Ok(answer) => Some((running.key, answer)),
            Err(RecvTimeoutError::Timeout) => {
                self.running = Some(running);
                None
            }
            Err(RecvTimeoutError::Disconnected) => Some((running.key, Err(self.lost()))),
        }
    }

    /// A thread that ended without a word.
    fn lost(&self) -> Failure {
        Failure::Panicked { work: self.work, said: String::new() }
    }

    /// What the work has shown since the last look, with its key; the answer comes after it.
    pub fn interim(&self) -> Option<(&K, T)> {
        let running = self.running.as_ref()?;
        Some((&running.key, running.ear.0.interim()?))
    }

    /// Ends what runs. No answer comes, and nobody is woken.
    pub fn cancel(&mut self) {
        self.running = None;
    }

    /// Asks what runs to end with what it has, which is then the answer.
    pub fn stop(&self) {
        if let Some(running) = &self.running {
            running.ear.0.stop();
        }
    }

    /// Ends what runs unless its key, as that of an owner that is still there, is kept.
    pub fn keep_if(&mut self, is_kept: impl FnOnce(&K) -> bool) {
        if self.key().is_some_and(|key| !is_kept(key)) {
            self.cancel();
        }
    }

    /// Whether work runs whose answer was not fetched yet.
    #[must_use]
    pub fn is_busy(&self) -> bool {
        self.running.is_some()
    }

    /// What the running work was begun for.
    #[must_use]
    pub fn key(&self) -> Option<&K> {
        self.running.as_ref().map(|running| &running.key)
    }

    /// What the running work was begun for, to note something with it.
    pub fn key_mut(&mut self) -> Option<&mut K> {
        self.running.as_mut().map(|running| &mut running.key)
    }

    /// How much of the running work is done, from 0 to 1, as far as it says.
    #[must_use]
    pub fn portion(&self) -> Option<f32> {
        self.running.as_ref().map(|running| running.ear.0.portion())
    }

    /// Ends what runs and hands its key back.
    pub fn take_key(&mut self) -> Option<K> {
        Some(self.running.take()?.key)
    }
}
