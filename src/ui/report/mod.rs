//! What happened in the window, kept for the report of a problem: what was asked for, what became of
//! it, how long it took. Nothing of it is ever sent; a person copies or saves the text.
//!
//! - `entry`: one thing that happened. It holds names that the program gives, identities and counts;
//!   what a person wrote stands apart in a `Private`, which is written only if that is allowed;
//! - `log`: the last of these, bounded; `standing`: where the window stands, and what changes of that;
//! - `of_action`, `of_edit`, `of_files`: the entry of each thing that is done. Every variant has an
//!   arm of its own, so that a new one must say what is kept of it;
//! - `writing`: all of it as a text, made when it is asked for;
//! - `listening`: what the program and the toolkit complain about; `falling`: what is left behind
//!   when the program ends unexpectedly.

mod entry;
mod falling;
mod listening;
mod log;
mod of_action;
mod of_edit;
mod of_files;
mod standing;
#[cfg(test)]
mod tests;
mod writing;

pub(super) use self::entry::{Entry, Topic};
pub(super) use self::falling::install as leave_behind;
pub use self::listening::listen;
pub use self::log::ActionLog;
pub(super) use self::of_action::entry as of_action;
pub(super) use self::of_edit::{How, entry as of_edit};
pub(super) use self::of_files::{broken_off, read, read_table, written};
pub(super) use self::standing::Standing;
pub(super) use self::writing::{Included, report};
