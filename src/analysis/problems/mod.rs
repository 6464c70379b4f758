//! TODO

pub(in crate::analysis) mod found;
pub(in crate::analysis) mod stays;
