//! Linear and whole-number programmes, solved exactly: the plan, and what a manager asks about it.
//!
//! A [`Programme`] is put in exact [`Number`]s. [`Solved`] is its best plan with whole amounts taken as any, and
//! answers prices, ranges, other plans and runs; a [`Search`] finds the best plan in whole amounts; [`Loads`]
//! counts out a knapsack; [`conflict()`] and [`repair`] say why there is no plan; a [`Region`] is the picture of
//! two amounts; a [`Network`] tells what forced ways cost.
//!
//! # How it is quick
//!
//! - A tableau holds whole numbers over one denominator, so that a pivot needs no greatest common divisors;
//!   numbers are as long as they have to be: 64 bits, 128, any (`entry`, `tableau`, `tier`).
//! - A basis is guessed in floating-point numbers (`guess`), reached by exact pivots, and the exact method goes
//!   on from there, mostly with nothing to do. No answer rests on a guess.
//! - More of an amount is a slack's bound that moves: prices, ranges, runs and branching all change bounds of a
//!   tableau that is there (`moving`, `branching`), and a changed cost turns it (`turning`).
//!
//! # What always holds
//!
//! - A plan keeps every limit exactly, and no plan costs less (`another_solver_agrees`,
//!   `any_start_ends_at_the_same_best`).
//! - Prices, ranges, forced costs, other plans and runs are of the problem, not of the basis: they are what
//!   solving anew gives (`any_amounts`, `ways`, `runs`), also where the best plan is degenerate or one of many.
//! - The length of numbers changes no answer (`the_length_of_numbers_changes_no_answer`).
//! - A plan in whole amounts is the best, or the search says that it stopped, with a bound (`whole_amounts`,
//!   `another_solver_agrees_on_whole_amounts`).
//! - What cannot hold together can without any one of it; a repair repairs, and nothing nearer does
//!   (`any_amounts`, `blends`).
//! - Nothing but the question decides: no clock, no threads, no hash order.
//!
//! It knows nobody: no sheets, no names, no words. Costs are made least; turning signs is for whoever asks.

mod branching;
mod conflict;
mod elastic;
mod entry;
mod face;
mod guess;
mod knapsack;
mod moving;
mod network;
mod number;
mod programme;
mod region;
mod rounding;
mod scaled;
mod simplex;
mod solved;
mod tableau;
#[cfg(test)]
mod tests;
mod tier;
mod turning;
mod writing;

pub use branching::{MOST_NODES, Search, Verdict, WholePlan};
pub use conflict::{Conflict, Repairs, conflict, repair, repair_share};
pub use face::Span;
pub use knapsack::{Loads, MOST_CAPACITY, Thing};
pub use network::Network;
pub use number::Number;
pub use programme::{Column, Programme, Row, Sense};
pub use region::{Pair, Region};
pub use solved::{Member, Price, Solved, Standing, Straight};
pub use writing::NotANumber;
