//! A simulated day that is watched: any moment of it, event by event, and its story.
//!
//! - [`Stage`]: a scenario ready to be played;
//! - [`Reel`]: a day that was played once to its end: its course, its story, and some moments from which any
//!   other is reached;
//! - [`Cursor`]: the day at a moment, which goes on to a later one or back to an earlier one; [`Still`] is what
//!   is to be seen there;
//! - [`Which`]: a typical day, a bad one, or one by its number.
//!
//! # What always holds
//!
//! - The day is that of the engine: the same seed and number give the day whose log `onstage simulate` writes.
//! - What a cursor shows at a moment does not depend on how it came there.
//! - The same number in two scenarios has the same customers with the same times.
//! - However long the day is, a reel keeps no more than 128 moments of it.

mod choosing;
mod cursor;
mod reel;
mod stage;
mod still;
mod story;

pub use choosing::Which;
pub use cursor::Cursor;
pub use reel::{Course, Reel};
pub use stage::Stage;
pub use still::{Crew, RoleNow, StepNow, Still};
pub use story::{Marker, Scene};

/// Ticks of a second.
pub const SECOND: u64 = 1_000_000;
/// Ticks of a minute.
pub const MINUTE: u64 = 60 * SECOND;

/// Somebody goes from one moment to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Move {
    /// When, in ticks.
    pub at: u64,
    /// Along which arc of the process, by its position there.
    pub arc: u32,
    /// Whether it is work that was set off, for which nobody waits.
    pub background: bool,
}
