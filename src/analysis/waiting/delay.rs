//! A wait as formulas give it.

/// Who waits in a queue, and how long.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Delay {
    /// The probability of having to wait.
    pub(super) waiting: f64,
    /// The mean wait of all, those who need not wait included.
    pub(super) wait: f64,
}
