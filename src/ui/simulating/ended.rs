//! How precise figures are to be, and why a simulation ended.

/// How well the mean time is to be known.
pub(super) const PRECISION: f64 = 0.02;

/// Why it ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) enum Ended {
    /// The figures are as precise as was asked for.
    Precise,
    /// The time is over.
    Time,
    /// There were as many days as there can be.
    MostDays,
    /// Somebody stopped it.
    ByHand,
    /// More would be inside than can be simulated.
    TooMuch,
    /// More come than can be served: there is nothing to settle to.
    NoSteadyState,
    /// One round while a hand changes the figures.
    Held,
    /// It cannot be simulated.
    Lacking,
}
