//! TODO

pub(in crate::analysis) mod batch_of_customers;
pub(in crate::analysis) mod branches;
pub(in crate::analysis) mod composed;
pub(in crate::analysis) mod contention;
pub(in crate::analysis) mod curve;
pub(in crate::analysis) mod longest;
pub(in crate::analysis) mod visit;
pub(in crate::analysis) mod way;
