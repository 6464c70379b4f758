//! TODO

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
