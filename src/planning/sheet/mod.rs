//! Planning sheets: tables of items × limits or from × to, solved exactly.
//!
//! A [`crate::blueprint::sheets::Sheet`] holds what was written, as it was written; [`check()`] names every cell that is wrong, [`solve()`]
//! answers everything that the command line prints, [`plan`] the amounts alone while a number is dragged.
//! [`run`] draws the value against one number in straight pieces, [`sample`] where there are none, [`region`] is
//! the picture of two items. [`crate::blueprint::sheets::Sheet::with`] puts another number into a cell.
//!
//! # What always holds
//!
//! - Published problems have their published answers, in exact fractions (`tests/planning/sheets`).
//! - A sheet with a fault is not solved, and each fault has its place (`each_is_named`).
//! - The order of items and limits changes no price, range or value (`any_amounts`).
//! - What an answer says of another sheet, solving that one says too: prices and where they end, worths between
//!   which the plan stays, repairs, one more and one less (`laws.rs`, `runs.rs`).
//! - Signs: prices are changes of the value as it is, profit or cost, per unit of the amount; losses
//!   (`reduced_cost`) are never below 0 whichever way the value is wanted.
//! - Items and limits that are hidden take part in every plan and are in no answer.
//! - A rule or a count asks whether an item is chosen, that is whether there is any of it.
//!
//! Left open rather than wrong, as nothing: for whole amounts what a search did not decide within its nodes, and
//! other best plans of more than 60 amounts.

use super::exact;

mod answer;
mod beyond;
mod check;
mod editing;
mod figure;
mod made;
mod pasting;
mod running;
mod solving;
mod task;
mod wholly;

pub use answer::{Answer, Corner, ItemAnswer, LimitAnswer, RayPart, Repair, Status, WayAnswer};
pub use beyond::{Beyond, Stays, WhatIf, beyond, is_whole, relaxed};
pub use check::{Fault, MOST_ENDS, MOST_ITEMS, MOST_LIMITS, Place, Wrong, check};
pub use editing::Line;
pub use pasting::{BadCell, Pasted, pasted};
pub use running::{Run, RunChange, RunCorner, RunPiece, Sample, bends, run, sample};
pub use solving::{plan, plan_unless, region, solve, solve_unless};
