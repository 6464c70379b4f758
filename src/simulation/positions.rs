//! Positions in lists.

/// A position as the lists hold it: there are far fewer than four thousand million.
pub(in crate::simulation) fn small(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
