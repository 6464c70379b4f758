//! A lesson while it is given, without the window: where one is, what is still held back, what the room
//! proposed, how late it is.
//!
//! - `press`: what can be pressed, and what the window has to do then;
//! - `session`: the lesson under way; `pressing`, `moving`, `turning`, `trying`: the answer to each press;
//! - `holding`: what is held back, and not told before it is asked for;
//! - `seen`: which time of a day figures are of;
//! - `place`: which stop is shown, and what lies over it; `typed`: digits on their way to a number;
//! - `levers`: what can be turned at a stop; `tries`: what the room proposed, and keeping it;
//! - `clock`: elapsed, planned, paused; `stops`: changes of a lesson while it is edited.
//!
//! # What always holds
//!
//! - Everything happens in a sandbox: an [`crate::editor::Editor`] of its own. What lies in the open file is not even
//!   known here, but for [`keep`], which adds tries to it as scenarios, one step each.
//! - Scenarios of the file stay in the sandbox as they are; what is changed is a try, a scenario of its own. So
//!   each stop is as it was at the start whenever it is shown again.
//! - While a stop is shown no key changes the model (`no_key_changes_the_model_while_stops_are_shown`).
//! - No clock is read: the time comes in with what is pressed.

mod clock;
mod holding;
mod levers;
mod moving;
mod place;
mod press;
mod pressing;
mod seen;
mod session;
mod stops;
#[cfg(test)]
mod tests;
mod tries;
mod trying;
mod turning;
mod typed;

pub use clock::{Clock, Standing};
pub use levers::{Lever, LeverRange, Levers};
pub use place::{Over, Place};
pub use press::{Answer, Press, Tool};
pub use seen::{Seen, When};
pub use session::Session;
pub use stops::{moved, next_stop, with_stop, without};
pub use tries::{Kept, Try, keep};
