//! Counts of times by their leading bits: 64 to a doubling, so that a value is known to ±0.8 %, and none lies
//! beyond the least and the greatest that were seen.

/// Bits that are told apart below the leading one.
const BITS: u32 = 6;
/// Places of a doubling.
const PER_DOUBLING: usize = 1 << BITS;

/// How often times of about a length occurred.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Histogram {
    /// By doublings; only those that occurred take room.
    doublings: Vec<Option<Box<[u32; PER_DOUBLING]>>>,
    total: u64,
    /// The least and the greatest that were counted; 0 before.
    least: u64,
    greatest: u64,
}

/// Where a time is counted: below 128 ticks each has a place of its own.
fn place(ticks: u64) -> usize {
    let bits = u64::BITS - ticks.leading_zeros();
    let shift = bits.saturating_sub(BITS + 1);
    // At most 64 × 64 places; what is left of the time has seven bits.
    #[allow(clippy::cast_possible_truncation)]
    let leading = (ticks >> shift) as usize;
    (shift as usize) * PER_DOUBLING + leading
}

/// The middle of what is counted at a place.
fn middle(place: usize) -> f64 {
    if place < 2 * PER_DOUBLING {
        return place as f64;
    }
    let shift = place / PER_DOUBLING - 1;
    let lowest = (place - shift * PER_DOUBLING) as f64;
    // At most 58 doublings.
    let width = (1_u64 << shift.min(63)) as f64;
    (lowest + 0.5) * width - 0.5
}

impl Histogram {
    /// Counts a time.
    #[inline]
    pub fn count(&mut self, ticks: u64) {
        let at = place(ticks);
        let (doubling, at) = (at / PER_DOUBLING, at % PER_DOUBLING);
        match self.doublings.get_mut(doubling) {
            Some(Some(counts)) => counts[at] += 1,
            _ => self.count_first(doubling, at),
        }
        self.widen(ticks, ticks);
        self.total += 1;
    }

    /// Counts the first time of a doubling.
    #[cold]
    #[inline(never)]
    fn count_first(&mut self, doubling: usize, at: usize) {
        if self.doublings.len() <= doubling {
            self.doublings.resize(doubling + 1, None);
        }
        self.doublings[doubling].get_or_insert_with(|| Box::new([0; PER_DOUBLING]))[at] += 1;
    }

    /// Takes in what another counted.
    pub fn add(&mut self, other: &Self) {
        if self.doublings.len() < other.doublings.len() {
            self.doublings.resize(other.doublings.len(), None);
        }
        for (counts, more) in self.doublings.iter_mut().zip(&other.doublings) {
            let Some(more) = more else { continue };
            let Some(counts) = counts else {
                *counts = Some(more.clone());
                continue;
            };
            for (count, more) in counts.iter_mut().zip(more.iter()) {
                *count += more;
            }
        }
        if other.total > 0 {
            self.widen(other.least, other.greatest);
        }
        self.total += other.total;
    }

    /// Takes in what lies from the one to the other; before what is counted of it.
    fn widen(&mut self, least: u64, greatest: u64) {
        let is_first = self.total == 0;
        self.least = if is_first { least } else { self.least.min(least) };
        self.greatest = if is_first { greatest } else { self.greatest.max(greatest) };
    }

    /// How many times were counted.
    #[must_use]
    pub fn total(&self) -> u64 {
        self.total
    }

    /// The time, in ticks, up to which this share of all lie; `None` where there are none.
    #[must_use]
    pub fn quantile(&self, share: f64) -> Option<f64> {
        let wanted = share * self.total as f64;
        let mut seen = 0;
        let doublings = self.doublings.iter().enumerate();
        let counts = doublings.filter_map(|(at, counts)| Some((at, counts.as_ref()?)));
        let mut places = counts.flat_map(|(doubling, counts)| {
            counts.iter().enumerate().map(move |(at, count)| (doubling * PER_DOUBLING + at, *count))
        });
        let at = places.find_map(|(at, count)| {
            seen += u64::from(count);
            (seen > 0 && seen as f64 >= wanted).then_some(at)
        });
        at.map(|at| middle(at).clamp(self.least as f64, self.greatest as f64))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_known_to_less_than_a_hundredth() {
        for ticks in [0, 1, 63, 127, 128, 129, 1000, 123_456, 60_000_000, u64::MAX / 3] {
            let known = middle(place(ticks));
            let error = (known - ticks as f64).abs();
            assert!(error <= 0.0079 * ticks as f64, "{ticks}: {known}");
        }
        let places: Vec<usize> = (0..100_000).map(place).collect();
        assert!(places.is_sorted() && places.windows(2).all(|pair| pair[1] - pair[0] <= 1));
    }

    #[test]
    fn quantiles_are_those_of_the_values() {
        let mut histogram = Histogram::default();
        assert_eq!(histogram.quantile(0.5), None);
        for ticks in 1..=1000 {
            histogram.count(ticks * 1000);
        }
        for share in [0.1, 0.5, 0.9, 0.95] {
            let value = histogram.quantile(share).unwrap();
            assert!((value / (share * 1e6) - 1.0).abs() < 0.01, "{share}: {value}");
        }
        let mut same = Histogram::default();
        (0..5).for_each(|_| same.count(195_000_000));
        let mut both = Histogram::default();
        both.add(&same);
        both.add(&same);
        for share in [0.0, 0.5, 0.95, 1.0] {
            assert_eq!(same.quantile(share), Some(195e6), "what never varies is exact");
            assert_eq!(both.quantile(share), Some(195e6));
        }
        let mut twice = histogram.clone();
        twice.add(&histogram);
        assert_eq!(twice.quantile(0.9), histogram.quantile(0.9));
        assert_eq!(twice.total(), 2000);
    }
}
