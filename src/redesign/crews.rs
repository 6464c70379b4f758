//! The search for the best grouping where it is given how many people of each trade there are.
//!
//! As in [`super::search`], but a set of pieces that are done keeps a list of crews, none of which
//! needs as many or more of every trade as another (a Pareto list): nurses cannot be weighed
//! against doctors.

use rustc_hash::FxHashMap;

use super::puzzle::{Aim, Pieces, Puzzle, Rate, members};
use super::search::{Allowance, Best, GaveUp};

/// Ways tried to give the jobs of one grouping their trades.
const MOST_TRIES: usize = 10_000;

/// The best grouping that so many people of each trade can do; `None` if there is none. It is
/// proven unless the allowance runs out.
pub(super) fn best_rate(
    puzzle: &Puzzle,
    counts: &[u64],
    allowance: &mut Allowance<'_>,
) -> Option<Best> {
    let mut aim = Aim::Reach(Rate { workers: 1, ticks: u64::MAX });
    let mut best: Option<Best> = None;
    loop {
        match crewed(puzzle, aim, counts, allowance) {
            Err(GaveUp) => return best,
            Ok(None) => return best.map(|best| Best { proven: true, ..best }),
            Ok(Some(jobs)) => {
                let better = staffed(puzzle, &jobs, counts)?;
                aim = Aim::Beat(better.rate);
                best = Some(better);
            }
        }
    }
}

/// Which trade does each job, so that there are enough of each; `None` if there are not, or if that
/// is too hard to find.
pub(super) fn trades_for(
    puzzle: &Puzzle,
    jobs: &[(Pieces, u64)],
    counts: &[u64],
) -> Option<Vec<usize>> {
    let mut left = counts.to_vec();
    let mut chosen: Vec<usize> = Vec::with_capacity(jobs.len());
    let mut next = 0;
    for _ in 0..MOST_TRIES {
        let Some((job, workers)) = jobs.get(chosen.len()) else { return Some(chosen) };
        let trades = puzzle.trades_of(*job);
        let fits = |trade: &usize| trades >> *trade & 1 == 1 && left[*trade] >= *workers;
        if let Some(trade) = (next..counts.len().min(64)).find(fits) {
            left[trade] -= workers;
            chosen.push(trade);
            next = 0;
        } else {
            let trade = chosen.pop()?;
            left[trade] += jobs.get(chosen.len()).map_or(0, |(_, workers)| *workers);
            next = trade + 1;
        }
    }
    None
}

/// A crew that gets a set of pieces done.
struct Crew {
    /// People of each trade.
    used: Vec<u64>,
    /// The last job, and the trade that does it.
    job: Pieces,
    trade: usize,
    /// Which crew of the set without that job it grew from.
    from: usize,
}

/// A grouping that reaches an aim with so many people of each trade, with the trade of each job.
fn crewed(
    puzzle: &Puzzle,
    aim: Aim,
    counts: &[u64],
    allowance: &mut Allowance<'_>,
) -> Result<Option<Vec<(Pieces, usize)>>, GaveUp> {
    let mut crews: FxHashMap<Pieces, Vec<Crew>> = FxHashMap::default();
    let mut sets: Vec<Vec<Pieces>> = vec![Vec::new(); puzzle.work.len() + 1];
    crews.insert(0, vec![Crew { used: vec![0; counts.len()], job: 0, trade: 0, from: 0 }]);
    sets[0].push(0);
    for size in 0..puzzle.work.len() {
        for done in std::mem::take(&mut sets[size]) {
            let mut jobs = Vec::new();
            jobs_after(puzzle, done, 0, puzzle.available(done), &mut jobs, allowance)?;
            for job in jobs {
                let needed = aim.workers_for(puzzle.work_of(job));
                if needed > puzzle.most_workers_of(job) {
                    continue;
                }
                for trade in members(puzzle.trades_of(job)).take_while(|at| *at < counts.len()) {
                    grow(&mut crews, &mut sets, done, (job, trade, needed), counts, allowance)?;
                }
            }
        }
    }
    let mut jobs = Vec::new();
    let (mut set, mut at) = (puzzle.all(), 0);
    while set != 0 {
        let Some(crew) = crews.get(&set).and_then(|crews| crews.get(at)) else { return Ok(None) };
        jobs.push((crew.job, crew.trade));
        set &= !crew.job;
        at = crew.from;
    }
    jobs.reverse();
    Ok(Some(jobs))
}

/// Adds a job to every crew of a set.
fn grow(
    crews: &mut FxHashMap<Pieces, Vec<Crew>>,
    sets: &mut [Vec<Pieces>],
    done: Pieces,
    (job, trade, needed): (Pieces, usize, u64),
    counts: &[u64],
    allowance: &mut Allowance<'_>,
) -> Result<(), GaveUp> {
    let grown: Vec<Crew> = crews
        .get(&done)
        .into_iter()
        .flatten()
        .enumerate()
        .filter_map(|(from, crew)| {
            let mut used = crew.used.clone();
            used[trade] = used[trade].checked_add(needed)?;
            (used[trade] <= counts[trade]).then_some(Crew { used, job, trade, from })
        })
        .collect();
    let set = done | job;
    for crew in grown {
        allowance.spend()?;
        let known = crews.entry(set).or_default();
        let needs_no_less = |a: &Crew, b: &Crew| a.used.iter().zip(&b.used).all(|(a, b)| a >= b);
        if known.iter().any(|other| needs_no_less(&crew, other)) {
            continue;
        }
        if known.is_empty() {
            sets[set.count_ones() as usize].push(set);
        }
        known.retain(|other| !needs_no_less(other, &crew));
        known.push(crew);
    }
    Ok(())
}

/// Every job that can be done next, each once.
fn jobs_after(
    puzzle: &Puzzle,
    done: Pieces,
    job: Pieces,
    open: Pieces,
    found: &mut Vec<Pieces>,
    allowance: &mut Allowance<'_>,
) -> Result<(), GaveUp> {
    let mut open = open;
    while open != 0 {
        let piece = open & open.wrapping_neg();
        open &= !piece;
        allowance.spend()?;
        let wider = job | piece;
        if !puzzle.can_grow_into_job(wider) {
            continue;
        }
        if puzzle.is_job(wider) {
            found.push(wider);
        }
        let freed = puzzle.available(done | wider) & !puzzle.available(done | job);
        jobs_after(puzzle, done, wider, open | freed, found, allowance)?;
    }
    Ok(())
}

/// Gives jobs in a row or not their workers: each one, and further ones of its trade to the slowest job.
pub(super) fn staffed(puzzle: &Puzzle, jobs: &[(Pieces, usize)], counts: &[u64]) -> Option<Best> {
    let mut spare = counts.to_vec();
    for (_, trade) in jobs {
        spare[*trade] = spare[*trade].checked_sub(1)?;
    }
    let mut workers = vec![1_u64; jobs.len()];
    loop {
        let rate =
            |at: usize| Rate { workers: workers[at], ticks: puzzle.work_of(jobs[at].0).max(1) };
        let slowest = (0..jobs.len())
            .reduce(|least, at| if rate(at).is_below(rate(least)) { at } else { least })?;
        let (job, trade) = jobs[slowest];
        if spare[trade] == 0 || workers[slowest] >= puzzle.most_workers_of(job) {
            let rate = rate(slowest);
            let staffed = jobs.iter().map(|(job, _)| *job).zip(workers).collect();
            return Some(Best { jobs: staffed, rate, proven: false });
        }
        spare[trade] -= 1;
        workers[slowest] += 1;
    }
}
