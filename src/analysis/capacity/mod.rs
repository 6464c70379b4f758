//! Capacity: what each customer asks of whom, held against what there is.
//!
//! `loads` adds up the work, with the help of `kept` for units that stay with a customer; `rated` and
//! `sharing` say what each block of supplies can serve at most, `attained` whether that is really
//! reached. [`service::Service`] holds all of it: what the other parts rest on. `bounds`, `growth` and
//! `next_limit` read off what limits; `trials` changes a little and rates the blocks again.

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
