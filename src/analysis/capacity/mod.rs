//! Capacity: what each customer asks of whom, held against what there is.
//!
//! `loads` adds up the work, with the help of `kept` for units that stay with a customer; `rated`
//! and `sharing` say what each block of supplies can serve at most, `attained` whether that is
//! really reached. [`service::Service`] holds all of it: what the other parts rest on. `bounds`,
//! `growth` and `next_limit` read off what limits; `trials` changes a little and rates the blocks
//! again. `workload` hands what is asked and what there is to who plans with it.
//!
//! # What always holds
//!
//! - A [`service::Service`] depends on the scenario and its process alone, not on demand.
//! - No pool can serve fewer than the whole; those that limit have nothing to spare
//!   (`check_capacity` in `tests/figures/laws.rs`).
//! - A capacity is called exact only with a proof that it is reached; else it is an upper bound
//!   with the reason (`attained`).
//! - One more person never lowers the capacity (`one_more_person_never_lowers_capacity`), and times
//!   longer by a factor lower it by that factor (`slower_by_a_factor_is_slower_by_that_factor`).
//! - What a trial promises is what the analysis of the changed scenario says
//!   (`one_more_person_never_lowers_capacity` compares the two).
//!
//! It knows neither waits nor money. Near-linear in steps and links, but for roles that stand in
//! for each other: there a few maximum flows (`sharing`).

pub(in crate::analysis) mod arrivals;
pub(in crate::analysis) mod attained;
pub(in crate::analysis) mod bounds;
pub(in crate::analysis) mod growth;
pub(in crate::analysis) mod kept;
pub(in crate::analysis) mod loads;
pub(in crate::analysis) mod near;
pub(in crate::analysis) mod next_limit;
pub(in crate::analysis) mod own_work;
pub(in crate::analysis) mod rated;
pub(in crate::analysis) mod service;
pub(in crate::analysis) mod sharing;
pub(in crate::analysis) mod trials;
pub(in crate::analysis) mod workload;
