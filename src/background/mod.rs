//! Work off the window's thread: a job takes a snapshot, runs, and leaves its result to be fetched.

use std::io;
use std::sync::mpsc::{Receiver, TryRecvError, channel};

/// Work that runs on a thread of its own.
///
/// Dropping a job does not stop its work; its result is then thrown away.
#[derive(Debug)]
pub struct Job<T> {
    result: Receiver<T>,
}

/// How far a job has come.
#[derive(Debug, PartialEq, Eq)]
pub enum Progress<T> {
    /// It still runs.
    Running,
    /// It is done; the result is handed out once.
    Done(T),
    /// It ended without a result: its thread was stopped or it panicked.
    Lost,
}

impl<T: Send + 'static> Job<T> {
    /// Starts work on a thread with a name; `wake` is called once it has ended, on that thread.
    ///
    /// # Errors
    /// If the system has no thread to give.
    pub fn start(
        name: &str,
        wake: impl FnOnce() + Send + 'static,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> io::Result<Self> {
        let (sender, result) = channel();
        std::thread::Builder::new().name(name.to_owned()).spawn(move || {
            // Nobody may be waiting any more; then there is nobody to tell.
            let _ = sender.send(work());
            drop(sender);
            wake();
        })?;
        Ok(Self { result })
    }

    /// Looks without waiting.
    #[must_use]
    pub fn poll(&self) -> Progress<T> {
        match self.result.try_recv() {
            Ok(value) => Progress::Done(value),
            Err(TryRecvError::Empty) => Progress::Running,
            Err(TryRecvError::Disconnected) => Progress::Lost,
        }
    }
}

/// Does quick work at once, on this thread; `None` if it panicked, which the log says.
pub fn attempt<T>(work: impl FnOnce() -> T) -> Option<T> {
    // What the work was given is thrown away with it: nobody sees it half changed.
    std::panic::catch_unwind(std::panic::AssertUnwindSafe(work)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_job_hands_out_its_result_once_and_wakes_its_owner() {
        let (woken, wakes) = channel();
        let job = Job::start("sum", move || woken.send(()).expect("somebody waits"), || 1 + 1)
            .expect("a thread");
        wakes.recv().expect("woken");
        assert_eq!(job.poll(), Progress::Done(2));
        assert_eq!(job.poll(), Progress::Lost);
    }
}
