//! The customer's way through: forks, branches, and how long it takes.
//!
//! `longest` deals with times that add up or run side by side, `composed` puts them together along
//! the ways, `branches` finds the forks and `contention` where branches need the same people;
//! `branch_times` says how long they take, by `outcomes` of decisions where it can. `way` is the whole way, without waiting and with it; `curve`, `visit` and `batch_of_customers` are asked
//! for one by one.

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
