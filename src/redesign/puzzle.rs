//! The puzzle behind a redesign, as plain numbers: pieces of work to be grouped into jobs.
//!
//! Sets of pieces are bit masks. Work is counted in whole ticks, because ⌈rate × work⌉ decides how
//! many workers a job needs, and a rounding error there would be a whole person.

/// A set of pieces: bit `n` stands for piece `n`.
pub(super) type Pieces = u64;

/// The most pieces that a puzzle can have.
pub(super) const MOST_PIECES: usize = 64;

/// Pieces of work and what every grouping of them must keep to.
#[derive(Clone, Debug, Default)]
pub(super) struct Puzzle {
    /// Ticks of work per customer, above zero.
    pub(super) work: Vec<u64>,
    /// The pieces that must be done before each, directly or not; never itself.
    pub(super) before: Vec<Pieces>,
    /// The pieces that must be jobs of their own.
    pub(super) alone: Pieces,
    /// Pieces that must share a job, as disjoint sets.
    pub(super) together: Vec<Pieces>,
    /// How many workers at most can do each piece at once; `None` without limit.
    pub(super) most_workers: Vec<Option<u32>>,
    /// How many pieces a job may hold.
    pub(super) widest: u32,
    /// The pieces on the far side of a line that no job may cross; none where all may be joined.
    pub(super) far_side: Pieces,
    /// Whether a job has one worker.
    pub(super) one_worker_jobs: bool,
    /// The trades that can do each piece, as a mask; the pieces of a job need one in common.
    pub(super) trades: Vec<u64>,
}

/// A rate as a fraction: so many workers on so many ticks of work.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rate {
    pub(super) workers: u64,
    pub(super) ticks: u64,
}

impl Rate {
    /// Customers per tick.
    pub(super) fn value(self) -> f64 {
        self.workers as f64 / self.ticks as f64
    }

    /// Whether it is less than another, without rounding.
    pub(super) fn is_below(self, other: Self) -> bool {
        u128::from(self.workers) * u128::from(other.ticks)
            < u128::from(other.workers) * u128::from(self.ticks)
    }
}

/// What a grouping must reach.
#[derive(Clone, Copy, Debug)]
pub(super) enum Aim {
    /// At least this rate.
    Reach(Rate),
    /// More than this rate.
    Beat(Rate),
}

impl Aim {
    /// Workers that so much work needs; at least one where there is any.
    pub(super) fn workers_for(self, ticks: u64) -> u64 {
        if ticks == 0 {
            return 0;
        }
        let (rate, beat) = match self {
            Self::Reach(rate) => (rate, false),
            Self::Beat(rate) => (rate, true),
        };
        let product = u128::from(rate.workers) * u128::from(ticks);
        let whole = product / u128::from(rate.ticks);
        let exact = product % u128::from(rate.ticks) == 0;
        let needed = if beat || !exact { whole + 1 } else { whole };
        u64::try_from(needed).unwrap_or(u64::MAX).max(1)
    }
}

/// The numbers of the pieces in a set, lowest first.
pub(super) fn members(pieces: Pieces) -> impl Iterator<Item = usize> {
    let mut left = pieces;
    std::iter::from_fn(move || {
        let lowest = left.trailing_zeros();
        left &= left.wrapping_sub(1);
        (lowest < u64::BITS).then_some(lowest as usize)
    })
}

impl Puzzle {
    /// All pieces.
    pub(super) fn all(&self) -> Pieces {
        match self.work.len() {
            0 => 0,
            count => Pieces::MAX >> (MOST_PIECES - count.min(MOST_PIECES)),
        }
    }

    /// Ticks of work of a set.
    pub(super) fn work_of(&self, pieces: Pieces) -> u64 {
        members(pieces).filter_map(|piece| self.work.get(piece)).sum()
    }

    /// Whether a set may be one job, whatever the number of its workers.
    pub(super) fn is_job(&self, pieces: Pieces) -> bool {
        let size = pieces.count_ones();
        size > 0
            && (size == 1 || pieces & self.alone == 0)
            && size <= self.widest.max(1)
            && self.is_on_one_side(pieces)
            && self.together.iter().all(|group| pieces & group == 0 || pieces & group == *group)
            && self.trades_of(pieces) != 0
    }

    /// Whether a set can still grow into a job: what [`Puzzle::is_job`] asks but for pieces that
    /// are yet to come.
    pub(super) fn can_grow_into_job(&self, pieces: Pieces) -> bool {
        let size = pieces.count_ones();
        (size <= 1 || pieces & self.alone == 0)
            && size <= self.widest.max(1)
            && self.is_on_one_side(pieces)
            && self.trades_of(pieces) != 0
    }

    fn is_on_one_side(&self, pieces: Pieces) -> bool {
        let far = pieces & self.far_side;
        far == 0 || far == pieces
    }

    /// The trades that can do all of a set.
    pub(super) fn trades_of(&self, pieces: Pieces) -> u64 {
        members(pieces).filter_map(|piece| self.trades.get(piece)).fold(u64::MAX, |all, t| all & t)
    }

    /// How many workers at most can do a set as one job.
    pub(super) fn most_workers_of(&self, pieces: Pieces) -> u64 {
        let places = members(pieces).filter_map(|piece| *self.most_workers.get(piece)?);
        let most = places.map(u64::from).min().unwrap_or(u64::MAX);
        if self.one_worker_jobs { most.min(1) } else { most }
    }

    /// The pieces that can be done once `done` is.
    pub(super) fn available(&self, done: Pieces) -> Pieces {
        (0..self.work.len())
            .filter(|piece| done >> piece & 1 == 0 && self.before[*piece] & !done == 0)
            .fold(0, |set, piece| set | 1 << piece)
    }

    /// The jobs of a grouping in an order that keeps what must come before, of several possible
    /// ones that whose jobs begin earliest in the order of the pieces; `None` if they need each
    /// other in a circle.
    pub(super) fn in_order(&self, jobs: &[Pieces]) -> Option<Vec<Pieces>> {
        let before =
            |job: Pieces| members(job).fold(0, |set, piece| set | self.before[piece]) & !job;
        let mut left: Vec<Pieces> = jobs.to_vec();
        left.sort_unstable_by_key(|job| job.trailing_zeros());
        let mut done: Pieces = 0;
        let mut ordered = Vec::with_capacity(left.len());
        while !left.is_empty() {
            let next = left.iter().position(|job| before(*job) & !done == 0)?;
            let job = left.remove(next);
            done |= job;
            ordered.push(job);
        }
        Some(ordered)
    }
}
