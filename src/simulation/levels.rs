//! Numbers that change in steps, and their areas over time.

/// A number that changes in steps. Its area is exact: whole units × whole ticks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Level {
    value: u64,
    since: u64,
    area: u128,
    most: u64,
}

impl Level {
    /// One that starts at a value.
    pub fn starting_at(value: u64) -> Self {
        Self { value, since: 0, area: 0, most: value }
    }

    pub fn value(&self) -> u64 {
        self.value
    }

    /// Sets it from a moment on.
    pub fn set(&mut self, value: u64, now: u64) {
        self.area += u128::from(self.value) * u128::from(now - self.since);
        (self.value, self.since) = (value, now);
        self.most = self.most.max(value);
    }

    pub fn add(&mut self, count: u64, now: u64) {
        self.set(self.value + count, now);
    }

    pub fn take(&mut self, count: u64, now: u64) {
        // It cannot be the most.
        self.area += u128::from(self.value) * u128::from(now - self.since);
        (self.value, self.since) = (self.value.saturating_sub(count), now);
    }

    /// The area and the most since it was last cut, up to a moment from which it goes on.
    pub fn cut(&mut self, now: u64) -> (u128, u64) {
        self.set(self.value, now);
        (std::mem::take(&mut self.area), std::mem::replace(&mut self.most, self.value))
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
