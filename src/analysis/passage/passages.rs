//! How long a customer stays at moments and between forks.

use crate::analysis::result::{Basis, ForkMethod};

/// How long a customer stays at a moment, per visit.
#[derive(Clone, Copy, Debug)]
pub(in crate::analysis) struct Passage {
    /// Mean seconds with waiting.
    pub(in crate::analysis) mean_s: f64,
    /// Mean seconds of waiting; 0 in an empty service.
    pub(in crate::analysis) wait_s: f64,
    /// Whether the time varies, so that the longest of several lasts longer than their means say.
    pub(in crate::analysis) varies: bool,
    /// How far the mean can be trusted.
    pub(in crate::analysis) basis: Basis,
    /// Whether it is an M/M/1 queue of its own with Poisson arrivals.
    pub(in crate::analysis) alone: bool,
}

impl Passage {
    /// A stay that never varies, without waiting.
    pub(in crate::analysis) fn fixed(mean_s: f64) -> Self {
        Self { mean_s, wait_s: 0.0, varies: false, basis: Basis::Exact, alone: false }
    }
}

/// How long a customer stays between a fork and where its branches have met.
#[derive(Clone, Copy, Debug)]
pub(in crate::analysis) struct Between {
    pub(in crate::analysis) mean_s: f64,
    pub(in crate::analysis) basis: Basis,
    pub(in crate::analysis) method: ForkMethod,
}

/// The time from arrival until all branches have ended.
pub(in crate::analysis) struct Through {
    pub(in crate::analysis) mean_s: f64,
    pub(in crate::analysis) basis: Basis,
    /// The outermost forks, in the order of `Branches::forks`.
    pub(in crate::analysis) between: Vec<Between>,
}
