//! The exact search for the best grouping of pieces into jobs.
//!
//! A design is a chain of jobs, each done by its own workers; its capacity is the least of workers
//! ÷ work over its jobs. That is assembly line balancing with parallel stations (SALBP-1 with the
//! generalisations of Becker & Scholl 2006). The fewest workers for a rate follow a dynamic
//! programme over sets of pieces that are closed under what must come before (Held, Karp &
//! Shareshian 1963): `f(S) = min over Q of f(Q) + ⌈rate × work(S∖Q)⌉`. The best rate for a number
//! of workers is found from below: a grouping that beats the last one is asked for until there is
//! none, which proves the last one best.
//!
//! # What always holds
//!
//! - What is called proven is the best there is: held against published answers of line balancing and
//!   against brute force (`search/tests.rs`, `nothing_beats_what_is_proven`).
//! - Where not all sets can be kept, the most promising are ([`BEAM`]): what is found then is sound,
//!   and that nothing is found proves nothing.
//! - Work is counted in whole ticks ([`super::puzzle`]), so that no rounding costs a person.
//! - The same puzzle has the same answer (`the_same_question_has_the_same_answer`).
//! - It ends: each search has an allowance of jobs to try, and asks every [`SLICE`] of them whether it
//!   is still wanted.
//!
//! It knows neither scenario nor roles: `posing` makes the puzzle, `advisor` reads the answer. At most
//! 3ⁿ jobs are tried for `n` pieces in any order.

use rustc_hash::FxHashMap;

use super::puzzle::{Aim, Pieces, Puzzle, Rate, members};

/// Sets that are kept for each number of pieces where not all can be.
const BEAM: usize = 400;
/// Jobs that are tried from each set where not all can be.
const BEAM_JOBS: u64 = 4_000;
/// Halvings of the gap between a rate that is reached and one that nobody can reach.
const HALVINGS: usize = 24;

/// The search ran out of the work that it was allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct GaveUp;

/// How much of the search is left, in jobs tried.
#[derive(Clone, Copy)]
pub(super) struct Allowance<'a> {
    pub(super) left: u64,
    /// Whether nobody wants the answer any more.
    pub(super) cancel: &'a dyn Fn() -> bool,
}

/// Jobs tried between two questions whether to go on.
const SLICE: u64 = 1 << 12;

impl<'a> Allowance<'a> {
    pub(super) fn new(left: u64, cancel: &'a dyn Fn() -> bool) -> Self {
        Self { left, cancel }
    }

    pub(super) fn spend(&mut self) -> Result<(), GaveUp> {
        self.left = self.left.checked_sub(1).ok_or(GaveUp)?;
        if self.left.is_multiple_of(SLICE) && (self.cancel)() {
            self.left = 0;
            return Err(GaveUp);
        }
        Ok(())
    }
}

/// A grouping that was found, with what is known of better ones.
#[derive(Clone, Debug)]
pub(super) struct Best {
    /// The jobs with their workers, in an order that can be done.
    pub(super) jobs: Vec<(Pieces, u64)>,
    pub(super) rate: Rate,
    /// Whether nothing can be better.
    pub(super) proven: bool,
}

/// The grouping that reaches an aim with the fewest workers, `most` at most, and how many those
/// are; `None` if there is none.
///
/// At most 3ⁿ jobs are tried for n pieces in any order, and a handful for pieces in a fixed one.
///
/// # Errors
/// [`GaveUp`] once the allowance is used up.
pub(super) fn fewest_workers(
    puzzle: &Puzzle,
    aim: Aim,
    most: u64,
    allowance: &mut Allowance<'_>,
) -> Result<Option<(u64, Vec<Pieces>)>, GaveUp> {
    Layers::new(puzzle, aim, most, None).solve(allowance)
}

/// As [`fewest_workers`], but looking only at the most promising sets: what it finds is sound, that
/// it finds nothing proves nothing.
pub(super) fn few_workers(
    puzzle: &Puzzle,
    aim: Aim,
    most: u64,
    cancel: &dyn Fn() -> bool,
) -> Option<Vec<Pieces>> {
    let mut allowance = Allowance::new(u64::MAX, cancel);
    let found = Layers::new(puzzle, aim, most, Some(BEAM)).solve(&mut allowance);
    found.ok().flatten().map(|(_, jobs)| jobs)
}

/// The best rate that so many workers can reach, and a grouping that reaches it. `known` is one
/// with fewer workers, to begin from. `None` if no grouping keeps to the rules with so few.
pub(super) fn best_rate(
    puzzle: &Puzzle,
    workers: u64,
    known: Option<&Best>,
    allowance: &mut Allowance<'_>,
) -> Option<Best> {
    let total = puzzle.work_of(puzzle.all());
    if total == 0 {
        return None;
    }
    let mut best = known.cloned();
    // From below by promising sets, to leave little for the proof.
    let crawl = Rate { workers: 1, ticks: u64::MAX };
    let first = best.as_ref().map_or(Aim::Reach(crawl), |best| Aim::Beat(best.rate));
    let cancel = allowance.cancel;
    best = few_workers(puzzle, first, workers, cancel)
        .and_then(|jobs| staffed(puzzle, &jobs, workers))
        .or(best);
    if let Some(found) = &mut best {
        let mut low = found.rate.value();
        let mut high = workers as f64 / total as f64;
        for _ in 0..HALVINGS {
            if high <= low * (1.0 + 1e-9) || cancel() {
                break;
            }
            let middle = f64::midpoint(low, high);
            let better = rate_near(middle)
                .and_then(|rate| few_workers(puzzle, Aim::Beat(rate), workers, cancel))
                .and_then(|jobs| staffed(puzzle, &jobs, workers))
                .filter(|better| found.rate.is_below(better.rate));
            match better {
                Some(better) => {
                    low = better.rate.value();
                    *found = better;
                }
                None => high = middle,
            }
        }
    }
    loop {
        let aim = best.as_ref().map_or(Aim::Reach(crawl), |best| Aim::Beat(best.rate));
        match fewest_workers(puzzle, aim, workers, allowance) {
            Ok(Some((_, jobs))) => match staffed(puzzle, &jobs, workers) {
                Some(better) => best = Some(better),
                None => return best,
            },
            Ok(None) => {
                return best.map(|best| Best { proven: true, ..best });
            }
            Err(GaveUp) => return best.map(|best| Best { proven: false, ..best }),
        }
    }
}

/// A fraction next to a rate per tick, from below.
fn rate_near(value: f64) -> Option<Rate> {
    let ticks = 1_u64 << 52;
    let workers = (value * ticks as f64).floor();
    // Rates are far below one worker a tick, so that the product is far below 2^52.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let workers =
        if workers >= 1.0 && workers < ticks as f64 { workers as u64 } else { return None };
    Some(Rate { workers, ticks })
}

/// Gives jobs their workers: each one, and every further one to the slowest job, which is best for
/// the slowest (a greedy choice is exact for a maximum of minima).
pub(super) fn staffed(puzzle: &Puzzle, jobs: &[Pieces], workers: u64) -> Option<Best> {
    let ordered = puzzle.in_order(jobs)?;
    let mut jobs: Vec<(Pieces, u64)> = ordered.into_iter().map(|job| (job, 1)).collect();
    let rate = |(job, workers): (Pieces, u64)| Rate { workers, ticks: puzzle.work_of(job).max(1) };
    let slowest = |jobs: &[(Pieces, u64)]| {
        let mut slowest: Option<(usize, Rate)> = None;
        for (at, job) in jobs.iter().enumerate() {
            if slowest.is_none_or(|(_, least)| rate(*job).is_below(least)) {
                slowest = Some((at, rate(*job)));
            }
        }
        slowest
    };
    let mut spare = workers.checked_sub(jobs.len() as u64)?;
    loop {
        let (at, least) = slowest(&jobs)?;
        let (job, have) = jobs[at];
        if spare == 0 || have >= puzzle.most_workers_of(job) {
            return Some(Best { rate: least, jobs, proven: false });
        }
        jobs[at].1 += 1;
        spare -= 1;
    }
}

/// Closed sets by their number of pieces, each with the fewest workers that get it done.
struct Layers<'a> {
    puzzle: &'a Puzzle,
    aim: Aim,
    most: u64,
    beam: Option<usize>,
    /// The pieces that each piece must come before.
    after: Vec<Pieces>,
    total: u64,
    /// The fewest workers for a set, and its last job.
    known: FxHashMap<Pieces, (u64, Pieces)>,
    /// The sets of each size, in the order they were found.
    sets: Vec<Vec<Pieces>>,
}

/// A job that grows from a set.
#[derive(Clone, Copy)]
struct Growth {
    done: Pieces,
    /// Workers that the set needs.
    used: u64,
    job: Pieces,
    work: u64,
    /// Pieces that may still be added, so that every job is met once.
    open: Pieces,
}

impl<'a> Layers<'a> {
    fn new(puzzle: &'a Puzzle, aim: Aim, most: u64, beam: Option<usize>) -> Self {
        let count = puzzle.work.len();
        let after = (0..count)
            .map(|piece| {
                let follows = (0..count).filter(|other| puzzle.before[*other] >> piece & 1 == 1);
                follows.fold(0, |set, other| set | 1 << other)
            })
            .collect();
        Self {
            puzzle,
            aim,
            most,
            beam,
            after,
            total: puzzle.work_of(puzzle.all()),
            known: FxHashMap::default(),
            sets: vec![Vec::new(); count + 1],
        }
    }

    fn solve(
        mut self,
        allowance: &mut Allowance<'_>,
    ) -> Result<Option<(u64, Vec<Pieces>)>, GaveUp> {
        let all = self.puzzle.all();
        self.known.insert(0, (0, 0));
        self.sets[0].push(0);
        for size in 0..self.puzzle.work.len() {
            let mut sets = std::mem::take(&mut self.sets[size]);
            if let Some(beam) = self.beam.filter(|beam| sets.len() > *beam) {
                // Fewest workers for the most work.
                let promise = |set: &Pieces| {
                    let (used, _) = self.known.get(set).copied().unwrap_or((u64::MAX, 0));
                    let rest = self.aim.workers_for(self.total - self.puzzle.work_of(*set));
                    (used.saturating_add(rest), u64::MAX - self.puzzle.work_of(*set), *set)
                };
                sets.sort_by_cached_key(promise);
                sets.truncate(beam);
            }
            for done in sets {
                if (allowance.cancel)() {
                    return Err(GaveUp);
                }
                let Some(&(used, _)) = self.known.get(&done) else { continue };
                let open = self.puzzle.available(done);
                let growth = Growth { done, used, job: 0, work: 0, open };
                if self.beam.is_some() {
                    // Enough jobs from this set; the next one has its own allowance.
                    let _ = self.grow(growth, &mut Allowance::new(BEAM_JOBS, allowance.cancel));
                } else {
                    self.grow(growth, allowance)?;
                }
            }
        }
        let Some(&(workers, _)) = self.known.get(&all) else { return Ok(None) };
        let mut jobs = Vec::new();
        let mut set = all;
        while set != 0 {
            let Some(&(_, job)) = self.known.get(&set).filter(|(_, job)| *job != 0) else { break };
            jobs.push(job);
            set &= !job;
        }
        jobs.reverse();
        Ok(Some((workers, jobs)))
    }

    /// Tries every job that holds this one. Jobs only grow, and so do the workers they need.
    fn grow(&mut self, growth: Growth, allowance: &mut Allowance<'_>) -> Result<(), GaveUp> {
        let mut open = growth.open;
        while open != 0 {
            let piece = open.trailing_zeros() as usize;
            open &= open - 1;
            allowance.spend()?;
            let job = growth.job | 1 << piece;
            let work = growth.work + self.puzzle.work[piece];
            let needed = self.aim.workers_for(work);
            let used = growth.used.saturating_add(needed);
            if used > self.most
                || needed > self.puzzle.most_workers_of(job)
                || !self.puzzle.can_grow_into_job(job)
            {
                continue;
            }
            let done = growth.done | job;
            if self.puzzle.is_job(job) {
                self.note(done, used, job);
            }
            let freed = members(self.after[piece] & !done)
                .filter(|other| self.puzzle.before[*other] & !done == 0)
                .fold(0, |set, other| set | 1 << other);
            self.grow(Growth { job, work, open: open | freed, ..growth }, allowance)?;
        }
        Ok(())
    }

    fn note(&mut self, set: Pieces, used: u64, job: Pieces) {
        let rest = self.aim.workers_for(self.total - self.puzzle.work_of(set));
        if used.saturating_add(rest) > self.most {
            return;
        }
        let size = set.count_ones() as usize;
        if let Some(known) = self.known.get_mut(&set) {
            // Of jobs that need as many, always the same one, whatever the order they come in.
            if (used, job) < *known {
                *known = (used, job);
            }
        } else {
            self.known.insert(set, (used, job));
            self.sets[size].push(set);
        }
    }
}

/// Every grouping that reaches a rate with so many workers, each job with the fewest it needs, and
/// whether these are all: the search stops when the allowance is used up or `most_found` are found.
pub(super) fn groupings(
    puzzle: &Puzzle,
    rate: Rate,
    workers: u64,
    most_found: usize,
    allowance: &mut Allowance<'_>,
) -> (Vec<Vec<(Pieces, u64)>>, bool) {
    let mut partitions = Partitions {
        puzzle,
        aim: Aim::Reach(rate),
        workers,
        most_found,
        jobs: Vec::new(),
        found: Vec::new(),
    };
    let complete = partitions.part(puzzle.all(), 0, allowance).is_ok();
    (partitions.found, complete)
}

struct Partitions<'a> {
    puzzle: &'a Puzzle,
    aim: Aim,
    workers: u64,
    most_found: usize,
    jobs: Vec<(Pieces, u64)>,
    found: Vec<Vec<(Pieces, u64)>>,
}

impl Partitions<'_> {
    /// Gives the first piece that is left to every job that it can be part of, and goes on.
    fn part(
        &mut self,
        left: Pieces,
        used: u64,
        allowance: &mut Allowance<'_>,
    ) -> Result<(), GaveUp> {
        if left == 0 {
            let jobs: Vec<Pieces> = self.jobs.iter().map(|(job, _)| *job).collect();
            if let Some(ordered) = self.puzzle.in_order(&jobs) {
                if self.found.len() >= self.most_found {
                    return Err(GaveUp);
                }
                let workers_of = |job: Pieces| {
                    let same = self.jobs.iter().find(|(other, _)| *other == job);
                    (job, same.map_or(1, |(_, workers)| *workers))
                };
                self.found.push(ordered.into_iter().map(workers_of).collect());
            }
            return Ok(());
        }
        let first = left & left.wrapping_neg();
        self.grow(first, left & !first, left, used, allowance)
    }

    fn grow(
        &mut self,
        job: Pieces,
        open: Pieces,
        left: Pieces,
        used: u64,
        allowance: &mut Allowance<'_>,
    ) -> Result<(), GaveUp> {
        allowance.spend()?;
        let work = self.puzzle.work_of(job);
        let needed = self.aim.workers_for(work);
        if used.saturating_add(needed) > self.workers
            || needed > self.puzzle.most_workers_of(job)
            || !self.puzzle.can_grow_into_job(job)
        {
            return Ok(());
        }
        let rest = self.aim.workers_for(self.puzzle.work_of(left & !job));
        let fits = used.saturating_add(needed).saturating_add(rest) <= self.workers;
        if fits && self.puzzle.is_job(job) && self.is_whole(job) {
            self.jobs.push((job, needed));
            let parted = self.part(left & !job, used + needed, allowance);
            self.jobs.pop();
            parted?;
        }
        let mut open = open;
        while open != 0 {
            let piece = open & open.wrapping_neg();
            open &= !piece;
            self.grow(job | piece, open, left, used, allowance)?;
        }
        Ok(())
    }

    /// Whether nothing outside a job must be done between two of its pieces.
    fn is_whole(&self, job: Pieces) -> bool {
        let before = members(job).fold(0, |set, piece| set | self.puzzle.before[piece]) & !job;
        members(before).all(|piece| self.puzzle.before[piece] & job == 0)
    }
}

#[cfg(test)]
mod tests;
