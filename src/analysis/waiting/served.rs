//! What a pool does for one group of simultaneous steps.

/// What a pool does at a moment where customers queue for it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Served {
    pub(super) moment: usize,
    /// Visits per customer.
    pub(super) rate: f64,
    /// Mean seconds of its time that a visit takes.
    pub(super) mean_s: f64,
    /// Mean of their square.
    pub(super) second: f64,
}
