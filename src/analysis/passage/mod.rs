//! Flow time: the customer's way through, with its forks and branches, and how long it takes.
//!
//! `longest` deals with times that add up or run side by side, `composed` puts them together along
//! the ways, `branches` finds the forks and `contention` where branches need the same people;
//! `branch_times` says how long they take, by `outcomes` of decisions where it can. `way` is the
//! whole way, without waiting and with it; `curve`, `visit` and `batch_of_customers` are asked for
//! one by one.
//!
//! # What always holds
//!
//! - The way through an empty service is never longer than the way with waiting (`check_sound` in
//!   `tests/figures/laws.rs`).
//! - A fork takes as long as its longest branch, outcome by outcome; where that is not computed,
//!   the time is a bound or approximate and says so (`tests/figures/forks.rs`).
//! - Work that a Trigger sets off makes no customer's way longer, but for waits at the people it
//!   takes.
//! - Each point of the curve is what an analysis at that demand says
//!   (`every_point_is_what_an_analysis_at_that_demand_says`).
//! - The work on random times is bounded (`way::WORK`): what would take more is approximate
//!   instead.
//!
//! It knows nothing of money. Near-linear in steps and links, beside that bound; a curve takes this
//! once for each of its points and looks before each whether it is still wanted.

pub(in crate::analysis) mod batch_of_customers;
pub(in crate::analysis) mod branch_times;
pub(in crate::analysis) mod branches;
pub(in crate::analysis) mod composed;
pub(in crate::analysis) mod contention;
pub(in crate::analysis) mod curve;
pub(in crate::analysis) mod longest;
pub(in crate::analysis) mod outcomes;
pub(in crate::analysis) mod passages;
pub(in crate::analysis) mod visit;
pub(in crate::analysis) mod way;
