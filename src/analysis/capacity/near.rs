//! When two capacities are the same.

/// Relative difference below which two capacities are equal.
pub(in crate::analysis) const CAPACITY_DUST: f64 = 1e-9;

/// Whether a rate is the limit, but for rounding.
pub(in crate::analysis) fn is_near(rate: f64, limit: f64) -> bool {
    rate.is_finite() && limit.is_finite() && (rate - limit).abs() <= CAPACITY_DUST * limit.abs()
}
