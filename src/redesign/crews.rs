//! The search for the best grouping where it is given how many people of each trade there are.
//!
//! As in [`super::search`], but a set of pieces that are done keeps a list of crews, none of which
//! needs as many or more of every trade as another (a Pareto list): nurses cannot be weighed
//! against doctors.

use rustc_hash::FxHashMap;

use super::puzzle::{Aim, Pieces, Puzzle, Rate, members};
use super::search::{Allowance, Best, GaveUp};
use super::staying::{Post, Staying};

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

/// Which trade does each job, so that there are enough of each; of all ways the one that moves
/// fewest people, of several the first by the places of the trades that stay nearest. `None` if
/// there are not enough, or if that is too hard to find. Once there is one, the search for a better
/// ends with the allowance.
pub(super) fn trades_for(
    puzzle: &Puzzle,
    jobs: &[(Pieces, u64)],
    counts: &[u64],
    staying: &Staying,
    allowance: &mut Allowance<'_>,
) -> Option<Vec<usize>> {
    let choices: Vec<Vec<(usize, u64)>> = jobs
        .iter()
        .map(|(job, workers)| {
            let trades = staying.nearest(puzzle.trades_of(*job), *job, *workers);
            let least = |trade| staying.at_least_moved((*job, *workers, staying.role(trade)));
            trades.into_iter().map(|trade| (trade, least(trade))).collect()
        })
        .collect();
    // What the jobs from each one on move at least.
    let mut ahead = vec![0; jobs.len() + 1];
    for (at, choices) in choices.iter().enumerate().rev() {
        ahead[at] = ahead[at + 1] + choices.first()?.1;
    }
    let mut casting = Casting {
        jobs,
        choices,
        ahead,
        staying,
        left: counts.to_vec(),
        chosen: Vec::with_capacity(jobs.len()),
        tries: MOST_TRIES,
        best: None,
    };
    // Whether the search came to its end makes no difference to who was found.
    let _ = casting.go_on(0, allowance);
    casting.best.map(|(_, trades)| trades)
}

/// Jobs that are being given to trades (branch and bound).
struct Casting<'a> {
    jobs: &'a [(Pieces, u64)],
    /// The trades that can do each job, with how many each would move at least.
    choices: Vec<Vec<(usize, u64)>>,
    ahead: Vec<u64>,
    staying: &'a Staying,
    /// People of each trade without a job.
    left: Vec<u64>,
    chosen: Vec<usize>,
    tries: usize,
    /// The fewest people moved so far, and by which trades.
    best: Option<(u64, Vec<usize>)>,
}

impl Casting<'_> {
    /// Tries every trade for the next job, `moved` being what those before move at least.
    fn go_on(&mut self, moved: u64, allowance: &mut Allowance<'_>) -> Result<(), GaveUp> {
        let at = self.chosen.len();
        let Some(&(_, workers)) = self.jobs.get(at) else {
            let posts = self.jobs.iter().zip(&self.chosen);
            let posts: Vec<Post> = posts
                .map(|((job, workers), trade)| (*job, *workers, self.staying.role(*trade)))
                .collect();
            let moved = self.staying.moved(&posts);
            if self.best.as_ref().is_none_or(|(least, _)| moved < *least) {
                self.best = Some((moved, self.chosen.clone()));
            }
            return Ok(());
        };
        for choice in 0..self.choices[at].len() {
            let (trade, least) = self.choices[at][choice];
            let moved = moved + least;
            let bound = moved + self.ahead[at + 1];
            if self.best.as_ref().is_some_and(|(best, _)| bound >= *best) {
                // Those that follow move as many or more.
                break;
            }
            if self.left.get(trade).is_none_or(|left| *left < workers) {
                continue;
            }
            self.tries = self.tries.checked_sub(1).ok_or(GaveUp)?;
            if self.best.is_some() {
                allowance.spend()?;
            }
            self.left[trade] -= workers;
            self.chosen.push(trade);
            let done = self.go_on(moved, allowance);
            self.chosen.pop();
            self.left[trade] += workers;
            done?;
        }
        Ok(())
    }
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
