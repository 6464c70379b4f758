//! The pure knapsack by a dynamic programme (Bellman 1957): one limit, whole weights from 0, whole amounts.

/// A sort of thing to pack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Thing {
    /// What one weighs.
    pub weight: u32,
    /// What one brings.
    pub worth: i64,
    /// How many there are; nothing is no end. Things without weight that bring something must have one.
    pub most: Option<u32>,
}

/// The best loads for every capacity up to one.
#[derive(Clone, Debug)]
pub struct Loads {
    /// Bundles of one thing: its place, how many, their weight.
    bundles: Vec<(usize, u64, usize)>,
    /// Whether a bundle is taken at a capacity, bundle by bundle, a bit each.
    taken: Vec<Vec<u64>>,
    /// The best worth at each capacity.
    best: Vec<i128>,
    things: usize,
}

/// Weights up to which loads are counted out.
pub const MOST_CAPACITY: u32 = 100_000;

/// Bits that are kept at most, 64 MB.
const MOST_BITS: usize = 1 << 29;

impl Loads {
    /// Counts out; n things take n · capacity · log(most) additions. Nothing where that is too many, or a
    /// thing without weight brings something for ever.
    #[must_use]
    pub fn new(things: &[Thing], capacity: u32) -> Option<Self> {
        if capacity > MOST_CAPACITY {
            return None;
        }
        let room = capacity as usize;
        let mut bundles = Vec::new();
        for (place, thing) in things.iter().enumerate() {
            if thing.worth <= 0 {
                continue;
            }
            if thing.weight == 0 {
                bundles.push((place, u64::from(thing.most?), 0));
                continue;
            }
            let fits = capacity / thing.weight;
            let mut left = thing.most.map_or(fits, |most| most.min(fits));
            // 1, 2, 4 … and what is left: every number is a sum of some of these.
            let mut bundle = 1;
            while left > 0 {
                let count = bundle.min(left);
                bundles.push((place, u64::from(count), (thing.weight * count) as usize));
                left -= count;
                bundle = bundle.saturating_mul(2);
            }
        }
        let words = room / 64 + 1;
        if bundles.len().saturating_mul(words * 64) > MOST_BITS {
            return None;
        }
        let mut best = vec![0_i128; room + 1];
        let mut taken = Vec::with_capacity(bundles.len());
        for (place, count, weight) in &bundles {
            let worth = i128::from(things.get(*place)?.worth) * i128::from(*count);
            let mut bits = vec![0_u64; words];
            for capacity in (*weight..=room).rev() {
                let with = best[capacity - weight] + worth;
                if with > best[capacity] {
                    best[capacity] = with;
                    bits[capacity / 64] |= 1 << (capacity % 64);
                }
            }
            taken.push(bits);
        }
        Some(Self { bundles, taken, best, things: things.len() })
    }

    /// The best worth at a capacity, which is at most that counted out.
    #[must_use]
    pub fn worth(&self, capacity: u32) -> Option<i128> {
        self.best.get(capacity as usize).copied()
    }

    /// How many of each to take at a capacity.
    #[must_use]
    pub fn load(&self, capacity: u32) -> Vec<u64> {
        let mut load = vec![0; self.things];
        let mut left = (capacity as usize).min(self.best.len().saturating_sub(1));
        for ((place, count, weight), bits) in self.bundles.iter().zip(&self.taken).rev() {
            if bits.get(left / 64).is_some_and(|word| word >> (left % 64) & 1 == 1) {
                if let Some(slot) = load.get_mut(*place) {
                    *slot += count;
                }
                left -= weight;
            }
        }
        load
    }
}
