//! How the time of branches side by side is computed.

/// How the time between a fork and where its branches have met was computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ForkMethod {
    /// The longest branch of fixed times, outcome by outcome.
    Fixed,
    /// The mean of the longest of independent random times: ∫(1 − ∏F).
    Random,
    /// Two equal exponential queues side by side (Flatto & Hahn 1984).
    FlattoHahn,
    /// More of them (Nelson & Tantawi 1988).
    NelsonTantawi,
    /// The longest branch by means, a lower bound (Jensen 1906).
    LongestMean,
    /// Branches that need the same people: the longest of them, or all of their work ÷ those who can
    /// do it, whichever is more; a lower bound.
    Contested,
}
