//! Ways to work, and why they may not be enough.

/// A way to work that one person can be asked for: which slots it covers, and what it costs.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Column {
    covers: Vec<usize>,
    wage: u32,
}

impl Column {
    /// One that covers some slots, in any order, for a wage in any whole unit.
    #[must_use]
    pub fn new(slots: impl IntoIterator<Item = usize>, wage: u32) -> Self {
        let mut covers: Vec<usize> = slots.into_iter().collect();
        covers.sort_unstable();
        covers.dedup();
        Self { covers, wage }
    }

    /// One that covers so many slots in a row of a round of slots, after whose last the first follows: five
    /// days of a week, a night shift.
    #[must_use]
    pub fn around(from: usize, length: usize, round: usize, wage: u32) -> Self {
        let round = round.max(1);
        Self::new((from..from + length.min(round)).map(|slot| slot % round), wage)
    }

    /// The slots that it covers, in order.
    #[must_use]
    pub fn covers(&self) -> &[usize] {
        &self.covers
    }

    /// What it costs.
    #[must_use]
    pub fn wage(&self) -> u32 {
        self.wage
    }
}

/// Why there is no plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Slots that need somebody and that no column covers.
    Unreached(Vec<usize>),
    /// Nobody wants the answer any more.
    Cancelled,
}

/// The greatest number that divides both; of 0 and another that other.
pub(super) fn gcd(one: u32, other: u32) -> u32 {
    let (mut one, mut other) = (one, other);
    while other != 0 {
        (one, other) = (other, one % other);
    }
    one
}
