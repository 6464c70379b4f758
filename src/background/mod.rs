//! Work off the window's thread. This is the only room that starts threads.
//!
//! - [`Task`]: one piece of work at a time for one purpose, with the key that it was begun for.
//! - [`Signal`]: what the work hears of the window (whether to end) and tells it (how far it has
//!   come, what it has so far).
//! - [`Kept`]: a value that follows a key, worked out at once or by a task, with what was known
//!   before until then. [`Memo`] is the same for what is always quick.
//! - [`Snapshot`]: a version as a part of a key, equal only to itself.
//! - [`spread()`]: parts of one piece of work at the same time.
//! - [`Window`]: whom the work wakes; the toolkit stays outside.
//!
//! # What always holds
//!
//! - **The latest wins.** What is begun anew cancels and forgets what was begun before; an older
//!   answer never arrives, nor does an answer after [`Task::cancel`] or after the task was dropped.
//! - **An answer says what it is for.** It comes with its key, in which stand the owner (which
//!   document) and the question (which revision). An owner that closes drops its tasks, or ends
//!   them with [`Task::keep_if`].
//! - **Cancelling is one atomic store, looking is one atomic load.** Work that looks each
//!   millisecond ends within a millisecond.
//! - **A panic is one answer.** It is caught, logged with the name of the work, and handed out once
//!   as [`Failure::Panicked`]; what the work had is thrown away with it. The task can be started
//!   again at once.
//! - **So is a system without a thread to give:** nothing fails where work is started.
//! - **Nothing runs when nothing happens.** The window is woken when there is something new to
//!   hear, never after a cancel, and nobody asks in between.
//! - **No pile of threads.** Of a task that computes, one run works at a time: what was cancelled
//!   and has not looked yet is waited for, and only the newest waits. A task that waits for something
//!   outside, as a disk, does not: the next file need not wait for a drive that is gone.
//! - **A clock decides when, never what.** A result depends on what the work was given alone.
//!
//! # To move work off the window
//!
//! 1. Say what it depends on: that is the key, with the document first if it can be about another
//!    one ([`Snapshot`] makes a version a part of it).
//! 2. Keep a [`Kept`] where the result is shown (or a [`Task`] where an answer is an event, as a
//!    file that was read), in what belongs to the document, so that it goes with it.
//! 3. In the pass call [`Kept::follow`] with the key, the window, [`Pace::Beside`] and a closure
//!    that owns snapshots; or [`Task::start`] once and [`Task::poll`] once in each pass.
//! 4. In the work look at [`Signal::is_cancelled`] each millisecond and call [`Signal::reached`];
//!    for first figures long before the last call [`Signal::show`].
//! 5. Show what [`Kept::value`] has, pale unless [`Kept::is_for`] says that it is this one; say what
//!    [`Kept::failure`] says, with [`Kept::again`] beside it; offer [`Kept::stop`] with a bar of
//!    [`Kept::portion`] if it takes longer than a moment.
//! 6. Add it to what is asked when somebody wants to know whether the window is busy.

mod kept;
mod memo;
mod signal;
mod spread;
mod task;
mod work;

pub use self::kept::{Kept, Pace};
pub use self::memo::{Memo, Snapshot};
pub use self::signal::{Signal, Window};
pub use self::spread::{processors, spread};
pub use self::task::Task;
pub use self::work::{Failure, Place, attempt, work_here};

#[cfg(test)]
mod tests;
