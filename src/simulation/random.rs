//! Random numbers that are addressed, not drawn in turn: who asks for the same number gets the same
//! one, whatever was asked before. So a customer has the same times in every scenario, on every
//! machine and on any number of threads.
//!
//! The generator is Philox 4×32-10 (Salmon, Moraes, Dror & Shaw 2011, "Parallel random numbers: as easy
//! as 1, 2, 3").

/// How many rounds mix a counter.
const ROUNDS: usize = 10;
const MULTIPLIERS: [u32; 2] = [0xd251_1f53, 0xcd9e_8d57];
/// What the key grows by each round: the golden ratio and √3 − 1.
const WEYL: [u32; 2] = [0x9e37_79b9, 0xbb67_ae85];

/// Four random words of a key and a counter. Constant time.
#[must_use]
pub fn philox(key: [u32; 2], counter: [u32; 4]) -> [u32; 4] {
    let ([mut k0, mut k1], [mut c0, mut c1, mut c2, mut c3]) = (key, counter);
    for _ in 0..ROUNDS {
        let (high0, low0) = product(MULTIPLIERS[0], c0);
        let (high1, low1) = product(MULTIPLIERS[1], c2);
        (c0, c1, c2, c3) = (high1 ^ c1 ^ k0, low1, high0 ^ c3 ^ k1, low0);
        (k0, k1) = (k0.wrapping_add(WEYL[0]), k1.wrapping_add(WEYL[1]));
    }
    [c0, c1, c2, c3]
}

/// The upper and the lower half of a product.
// Cutting it in two is the point.
#[allow(clippy::cast_possible_truncation)]
fn product(a: u32, b: u32) -> (u32, u32) {
    let product = u64::from(a) * u64::from(b);
    ((product >> 32) as u32, product as u32)
}

/// The lower half of a wide word.
const LOWER: u64 = 0xffff_ffff;

/// How many counters are mixed together.
pub const LANES: usize = 4;

/// The words of counters that differ in their second word alone, which counts up; by word.
///
/// Each counter goes through all rounds in a turn of the outer loop and words are as wide as products, of which the
/// upper half is left out where it would count: so a compiler does several counters with each instruction.
#[inline(never)]
fn philox_in_turn(key: [u32; 2], counter: [u32; 4]) -> [[u64; LANES]; 4] {
    let (key, counter) = (key.map(u64::from), counter.map(u64::from));
    let mut words = [[0; LANES]; 4];
    // Loops over words would not be made one for several counters.
    #[allow(clippy::needless_range_loop)]
    for lane in 0..LANES {
        let ([mut k0, mut k1], [mut c0, mut c1, mut c2, mut c3]) = (key, counter);
        c1 += lane as u64;
        for _ in 0..ROUNDS {
            let product0 = (c0 & LOWER) * u64::from(MULTIPLIERS[0]);
            let product1 = (c2 & LOWER) * u64::from(MULTIPLIERS[1]);
            (c0, c1) = ((product1 >> 32) ^ c1 ^ k0, product1);
            (c2, c3) = ((product0 >> 32) ^ c3 ^ k1, product0);
            (k0, k1) = (k0 + u64::from(WEYL[0]), k1 + u64::from(WEYL[1]));
        }
        words[0][lane] = c0;
        words[1][lane] = c1;
        words[2][lane] = c2;
        words[3][lane] = c3;
    }
    words
}

/// The numbers of one replication.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stream {
    key: [u32; 2],
}

/// Which arrival: the interval in which it falls and its number there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Arrival {
    /// The interval of the rates; for appointments 2³¹ and the row.
    pub interval: u32,
    /// From zero in each interval.
    pub number: u32,
}

/// Whose numbers: those of an arrival at a step on a visit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Address {
    /// The arrival.
    pub arrival: Arrival,
    /// The number of the step; 0 for the arrival itself.
    pub step: u32,
    /// How often it was there before.
    pub visit: u32,
}

/// Draws of an address.
impl Address {
    /// The time that it takes, or the gap after an arrival; in its second half the way out.
    pub const MAIN: u32 = 0;
    /// Patience; of an arrival its class of urgency.
    pub const PATIENCE: u32 = 1;
    /// Further stages of the time or the gap.
    pub const MORE: u32 = 2;
    /// Which kind of gap it is, where there are two.
    pub const KIND: u32 = 1 << 14;
    /// Further stages of patience.
    pub const MORE_PATIENCE: u32 = 1 << 15;
}

impl Stream {
    /// The stream of a seed and a replication.
    #[must_use]
    pub fn new(seed: u32, replication: u32) -> Self {
        Self { key: [seed, replication] }
    }

    /// Two numbers between 0 and 1, neither of which occurs.
    #[must_use]
    #[inline]
    pub fn pair(self, address: Address, draw: u32) -> [f64; 2] {
        let Address { arrival, step, visit } = address;
        let counter = [arrival.interval, arrival.number, step, (visit << 16) | draw];
        let [a, b, c, d] = philox(self.key, counter);
        let number = |high: u32, low: u32| unit(u64::from(high) << 32 | u64::from(low));
        [number(a, b), number(c, d)]
    }

    /// The main pairs of an arrival and of those after it, at a step that they come to for the first time: all first
    /// numbers, and all second ones.
    #[must_use]
    #[inline]
    pub fn pairs(self, first: Arrival, step: u32) -> [[f64; LANES]; 2] {
        let counter = [first.interval, first.number, step, Address::MAIN];
        let words = philox_in_turn(self.key, counter);
        let mut pairs = [[0.0; LANES]; 2];
        for (half, numbers) in pairs.iter_mut().enumerate() {
            let words = words[2 * half].iter().zip(&words[2 * half + 1]);
            for (number, (high, low)) in numbers.iter_mut().zip(words) {
                *number = unit(high << 32 | low & LOWER);
            }
        }
        pairs
    }

    /// The first of a pair.
    #[must_use]
    pub fn one(self, address: Address, draw: u32) -> f64 {
        self.pair(address, draw)[0]
    }
}

/// A number between 0 and 1 of two words, the upper one first; exact, never either.
///
/// The 52 bits that count become the lowest of 2⁵², from which 2⁵² − ½ is taken away again: that is as exact as
/// making a number of them, and can be done to several at once.
#[inline]
fn unit(words: u64) -> f64 {
    const WHOLE: f64 = 4_503_599_627_370_496.0;
    (f64::from_bits(WHOLE.to_bits() | words >> 12) - (WHOLE - 0.5)) * (1.0 / WHOLE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_those_of_the_publication() {
        for (key, counter, words) in [
            ([0; 2], [0; 4], [0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8]),
            ([u32::MAX; 2], [u32::MAX; 4], [0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd]),
            (
                [0xa409_3822, 0x299f_31d0],
                [0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344],
                [0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1],
            ),
        ] {
            assert_eq!(philox(key, counter), words);
        }
    }

    #[test]
    fn pairs_in_turn_are_those_of_each() {
        let stream = Stream::new(7, 11);
        let arrival = |number| Arrival { interval: 4, number };
        let [first, second] = stream.pairs(arrival(40), 9);
        for (lane, number) in (40..44).enumerate() {
            let address = Address { arrival: arrival(number), step: 9, visit: 0 };
            let bits = |pair: [f64; 2]| pair.map(f64::to_bits);
            let pair = stream.pair(address, Address::MAIN);
            assert_eq!(bits(pair), bits([first[lane], second[lane]]));
        }
    }

    #[test]
    fn no_number_is_zero_or_one() {
        assert!(unit(0) > 0.0);
        assert!(unit(u64::MAX) < 1.0);
        // One less it has no error, so that both tails are as fine.
        assert_eq!((1.0 - unit(u64::MAX)).to_bits(), unit(0).to_bits());
    }

    #[test]
    fn streams_are_even_and_apart() {
        let mean = |stream: Stream| {
            let numbers = (0..20_000).map(|number| {
                let arrival = Arrival { interval: 3, number };
                stream.one(Address { arrival, step: 5, visit: 0 }, Address::MAIN)
            });
            numbers.sum::<f64>() / 20_000.0
        };
        let (one, other) = (mean(Stream::new(1, 0)), mean(Stream::new(1, 1)));
        assert!((one - 0.5).abs() < 0.01 && (other - 0.5).abs() < 0.01, "{one} {other}");
        assert!((one - other).abs() > 1e-9);
    }
}
