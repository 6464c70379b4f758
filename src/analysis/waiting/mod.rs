//! TODO

pub(in crate::analysis) mod bands;
pub(in crate::analysis) mod copies;
pub(in crate::analysis) mod delay;
pub(in crate::analysis) mod erlang;
pub(in crate::analysis) mod fixed_lines;
pub(in crate::analysis) mod fixed_times;
pub(in crate::analysis) mod general;
pub(in crate::analysis) mod network;
pub(in crate::analysis) mod passes;
pub(in crate::analysis) mod poisson;
pub(in crate::analysis) mod renewal;
pub(in crate::analysis) mod served;
pub(in crate::analysis) mod service_level;
pub(in crate::analysis) mod side_by_side;
pub(in crate::analysis) mod station;
pub(in crate::analysis) mod stay;
pub(in crate::analysis) mod streams;
pub(in crate::analysis) mod waits;
pub(in crate::analysis) mod ways;
