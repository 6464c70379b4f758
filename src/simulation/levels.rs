//! Numbers that change in steps, and their areas over time.

/// A number that changes in steps. Its area is exact: whole units × whole ticks.
///
/// Whoever comes at a time takes the area up to it away from what the number would have had from the beginning on;
/// whoever leaves gives it back. So a change of one, which most are, is a sum, without a look at the last change.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Level {
    value: u64,
    most: u64,
    /// Of all changes together, units × time; around zero, which sums and differences go past unharmed.
    entered: u128,
}

impl Level {
    /// One that starts at a value.
    pub fn starting_at(value: u64) -> Self {
        Self { value, most: value, entered: 0 }
    }

    pub fn value(&self) -> u64 {
        self.value
    }

    /// Sets it from a moment on.
    pub fn set(&mut self, value: u64, now: u64) {
        match value.checked_sub(self.value) {
            Some(more) => self.add(more, now),
            None => self.take(self.value - value, now),
        }
    }

    #[inline]
    pub fn add(&mut self, count: u64, now: u64) {
        self.value += count;
        self.most = self.most.max(self.value);
        self.entered = self.entered.wrapping_add(u128::from(count) * u128::from(now));
    }

    #[inline]
    pub fn take(&mut self, count: u64, now: u64) {
        // It cannot be the most.
        let count = count.min(self.value);
        self.value -= count;
        self.entered = self.entered.wrapping_sub(u128::from(count) * u128::from(now));
    }

    /// The area and the most since it was last cut, up to a moment from which it goes on.
    pub fn cut(&mut self, now: u64) -> (u128, u64) {
        let upto = u128::from(self.value) * u128::from(now);
        let area = upto.wrapping_sub(std::mem::replace(&mut self.entered, upto));
        (area, std::mem::replace(&mut self.most, self.value))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn areas_are_whole_and_cut_without_a_gap() {
        let mut level = Level::starting_at(2);
        level.add(1, 10);
        level.take(3, 14);
        assert_eq!(level.cut(20), (2 * 10 + 3 * 4, 3));
        level.add(5, 20);
        assert_eq!(level.cut(23), (15, 5));
    }
}
