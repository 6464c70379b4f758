//! The figures of single pools, steps and roles, put together from what was computed of capacity and
//! waiting.

pub(in crate::analysis) mod pools;
pub(in crate::analysis) mod roles;
pub(in crate::analysis) mod steps;
