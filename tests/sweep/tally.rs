//! What a run has seen, in batches, so that every mean comes with an interval.

/// Batches are kept between half of this number and this number: when full, pairs become one.
const MOST_BATCHES: usize = 64;
/// Customers of the first batches.
const FIRST_SIZE: u64 = 250;

/// Sums over batches of customers who left.
#[derive(Clone)]
pub struct Tally {
    size: u64,
    open: Batch,
    closed: Vec<Batch>,
}

/// Of customers who left in a row.
#[derive(Clone)]
struct Batch {
    from: u64,
    to: u64,
    left: u64,
    inside_ticks: f64,
    waits: Vec<Waits>,
}

/// Waits that ended before a moment.
#[derive(Clone, Copy, Default)]
struct Waits {
    count: u64,
    ticks: f64,
    within: u64,
}

/// A mean with how far the truth may lie from it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    pub mean: f64,
    /// Half of a 99 % interval (Student, batches less one).
    pub half_width: f64,
}

impl Estimate {
    /// An interval that a sweep of thousands of figures hardly ever leaves by chance.
    pub fn wide(self) -> f64 {
        1.75 * self.half_width
    }
}

impl Tally {
    pub fn new(moments: usize) -> Self {
        Self { size: FIRST_SIZE, open: Batch::new(moments, 0), closed: Vec::new() }
    }

    pub fn waited(&mut self, moment: usize, ticks: u64, acceptable: Option<u64>) {
        let waits = &mut self.open.waits[moment];
        waits.count += 1;
        waits.ticks += ticks as f64;
        waits.within += u64::from(acceptable.is_some_and(|most| ticks <= most));
    }

    pub fn left(&mut self, now: u64, inside: u64) {
        self.open.left += 1;
        self.open.inside_ticks += inside as f64;
        if self.open.left < self.size {
            return;
        }
        self.open.to = now;
        let fresh = Batch::new(self.open.waits.len(), now);
        self.closed.push(std::mem::replace(&mut self.open, fresh));
        if self.closed.len() == MOST_BATCHES {
            self.size *= 2;
            self.closed = self.closed.chunks(2).map(|pair| pair[0].with(&pair[1])).collect();
        }
    }

    /// Mean seconds inside.
    pub fn inside_s(&self) -> Estimate {
        self.ratio(|batch| (batch.inside_ticks / 1e6, batch.left as f64))
    }

    /// Mean seconds of the waits before some moments; `None` if nobody waited there.
    pub fn wait_s(&self, moments: &[usize]) -> Option<Estimate> {
        let seen = self.settled().iter().all(|batch| batch.count(moments) > 0.0);
        seen.then(|| self.ratio(|batch| (batch.ticks(moments) / 1e6, batch.count(moments))))
    }

    /// The share of the waits before a moment that were acceptable.
    pub fn within(&self, moment: usize) -> Option<Estimate> {
        let count = |batch: &Batch| batch.waits[moment].count as f64;
        let seen = self.settled().iter().all(|batch| count(batch) > 0.0);
        seen.then(|| self.ratio(|batch| (batch.waits[moment].within as f64, count(batch))))
    }

    /// Customers per hour who left.
    pub fn per_hour(&self) -> Estimate {
        self.ratio(|batch| (3600.0 * batch.left as f64, (batch.to - batch.from) as f64 / 1e6))
    }

    /// The batches after an eighth of the run, in which it forgot that it began empty.
    fn settled(&self) -> &[Batch] {
        &self.closed[self.closed.len().div_ceil(8)..]
    }

    /// A ratio of means, with the spread that its batches show.
    fn ratio(&self, of: impl Fn(&Batch) -> (f64, f64)) -> Estimate {
        let pairs: Vec<(f64, f64)> = self.settled().iter().map(of).collect();
        let n = pairs.len() as f64;
        let (above, below): (f64, f64) =
            pairs.iter().fold((0.0, 0.0), |sum, pair| (sum.0 + pair.0, sum.1 + pair.1));
        let mean = above / below;
        let off: Vec<f64> = pairs.iter().map(|(y, x)| y - mean * x).collect();
        let squares: f64 = off.iter().map(|off| off * off).sum();
        // Batches that are short beside the memory of a busy queue resemble each other.
        let alike: f64 = off.windows(2).map(|pair| pair[0] * pair[1]).sum();
        let alike = (alike / squares.max(f64::MIN_POSITIVE)).clamp(0.0, 0.9);
        let squares = squares * (1.0 + alike) / (1.0 - alike);
        // Student's t at 99 % for as many batches as there are, some 28 to 56.
        let t = 2.576 + 5.0 / (n - 1.0).max(1.0);
        Estimate { mean, half_width: t * (squares / (n - 1.0) * n).sqrt() / below }
    }
}

impl Batch {
    fn new(moments: usize, from: u64) -> Self {
        Self { from, to: from, left: 0, inside_ticks: 0.0, waits: vec![Waits::default(); moments] }
    }

    fn with(&self, next: &Self) -> Self {
        let waits = self.waits.iter().zip(&next.waits).map(|(a, b)| Waits {
            count: a.count + b.count,
            ticks: a.ticks + b.ticks,
            within: a.within + b.within,
        });
        Self {
            from: self.from,
            to: next.to,
            left: self.left + next.left,
            inside_ticks: self.inside_ticks + next.inside_ticks,
            waits: waits.collect(),
        }
    }

    fn count(&self, moments: &[usize]) -> f64 {
        moments.iter().map(|moment| self.waits[*moment].count as f64).sum()
    }

    fn ticks(&self, moments: &[usize]) -> f64 {
        moments.iter().map(|moment| self.waits[*moment].ticks).sum()
    }
}
