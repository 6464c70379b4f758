//! What is wrong with a service by its figures.

pub(in crate::analysis) mod found;
pub(in crate::analysis) mod stays;
