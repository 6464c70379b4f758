//! Plans: planning sheets solved, and who is to come when.
//!
//! [`exact`] solves linear and whole-number programmes without rounding; [`sheet`] makes them from planning sheets,
//! [`mix`] fills such a sheet from a blueprint.
//!
//! # Who is to come when
//!
//! The cheapest shifts that give every slot of a day the heads that it needs.
//!
//! It is a whole-number programme like others, solved by [`exact`] within a work that is counted, not timed.
//! [`cover()`] is the general form: slots, and ways to work that one person can be asked for. [`rota()`] makes
//! these from shapes of shifts: a length, a break, a grid on which both start.
//!
//! # What always holds
//!
//! - A plan covers every slot: it is checked in whole numbers, whatever found it
//!   (`plans_are_as_good_as_those_of_brute_force`).
//! - Nothing is cheaper than what is called proven, and of equal wages nothing takes fewer people; what is
//!   not proven says how much cheaper another plan could be (`what_is_proven_is_the_best_there_is`).
//! - What cannot be covered is refused, with the slots that nobody can be asked for
//!   (`a_slot_that_no_shift_reaches_is_named`).
//! - The order of slots aside, nothing but the question decides: no clock, no order in which ways to work are
//!   given (`the_order_of_columns_changes_nothing`).
//!
//! But for [`mix`] it knows no roles and no words: minutes, heads and paid time. Of the document it knows what a sheet
//! is.

mod column;
mod cover;
pub mod exact;
mod greedy;
pub mod mix;
mod programme;
mod rota;
pub mod sheet;

pub use column::{Column, Refusal};
pub use cover::{Cover, cover};
pub use rota::{
    PlannedBreak, PlannedShift, Rest, Rota, RotaRefusal, RotaTask, Shape, check_rota, rota,
};
