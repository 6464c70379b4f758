//! The advisor: which people reach which rate, and by which jobs.
//!
//! A design is a chain of jobs, each of which does its steps in a row; beside these, today's own jobs
//! are weighed as they are, to which people may come back several times.

use std::ops::RangeInclusive;

use super::crews;
use super::design::{Design, Judge};
use super::posing::Posed;
use super::puzzle::{Aim, Pieces, Puzzle, Rate};
use super::search::{Allowance, Best, GaveUp, best_rate, fewest_workers, groupings, staffed};
use super::staying::Staying;
use super::workload::{Obstacle, Stays, Workload};
use crate::analysis::Basis;
use crate::blueprint::{RedesignRules, RoleId, RoleKind, Scenario};

const HOUR_S: f64 = 3600.0;

/// Jobs tried for the proof of one point, at most.
const PROOF: u64 = 10_000_000;
/// Jobs tried to list the designs of one point, at most.
const LISTING: u64 = 2_000_000;
/// Designs of one point that are counted, at most.
const MOST_COUNTED: usize = 20_000;
/// Designs of one point that are handed over, those that change least.
const MOST_DESIGNS: usize = 200;
/// Numbers of staff that are tried for a cost.
const MOST_TRIED_FOR_COST: u64 = 40;
/// The most staff that can be asked for: what they cannot reach nobody can.
pub const CROWD: u64 = 20_000;
/// Relative difference below which rates are equal.
const DUST: f64 = 1e-9;

/// What is asked for.
#[derive(Clone, Debug, PartialEq)]
pub enum Question {
    /// The best rate for each of these numbers of staff, of which none is above [`CROWD`].
    Staff(RangeInclusive<u64>),
    /// The best rate for so many people of these roles, [`CROWD`] each at most; of others, as many
    /// as there are today.
    Crew(Vec<(RoleId, u64)>),
    /// The fewest staff for so many customers per hour.
    Rate(f64),
    /// The fewest staff for at most such a cost per customer, at capacity.
    Cost(f64),
}

/// How many more people than today are looked at near today, and how many numbers of people.
const MORE_PEOPLE: u64 = 4;
const PEOPLE_SHOWN: u64 = 15;

impl Question {
    /// The best rates for up to some more people than there are today.
    #[must_use]
    pub fn near_today(scenario: &Scenario) -> Self {
        let staff = scenario.roles().values().filter(|role| role.kind == RoleKind::Staff);
        let today = staff.fold(0, |sum: u64, role| sum.saturating_add(role.headcount.into()));
        let most = today.saturating_add(MORE_PEOPLE).min(CROWD);
        Self::Staff(most.saturating_sub(PEOPLE_SHOWN).max(1)..=most)
    }
}

/// How far the search has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Numbers of staff that are settled.
    pub done: u64,
    /// Of how many.
    pub of: u64,
}

/// What a number of staff can reach.
#[derive(Clone, Debug, PartialEq)]
pub struct FrontierPoint {
    /// All staff, with those whose work stays as it is.
    pub staff: u64,
    /// The fewest of them who reach the same; fewer than [`FrontierPoint::staff`] where the last
    /// ones gain nothing.
    pub needed: u64,
    /// Customers per hour.
    pub capacity_per_hour: f64,
    /// Whether nothing can be better.
    pub proven: bool,
    /// What nothing can be better than: the capacity where it is proven.
    pub at_most_per_hour: f64,
    /// How many designs reach it.
    pub design_count: usize,
    /// Whether these are all.
    pub all_counted: bool,
    /// The designs that reach it with [`FrontierPoint::needed`] staff, those that change least
    /// first, then those that cost least.
    pub designs: Vec<Design>,
}

impl FrontierPoint {
    /// Whether fewer staff reach as much.
    #[must_use]
    pub fn is_dominated(&self) -> bool {
        self.needed < self.staff
    }
}

impl Frontier {
    /// Whether today's people, of whom there are no more, reach more than a point does. It happens where somebody
    /// does steps today that are no neighbours: such work is no job of a design.
    #[must_use]
    pub fn is_less_than_today(&self, point: &FrontierPoint) -> bool {
        let today = self.today.capacity_per_hour;
        self.today.staff <= point.staff
            && today.is_some_and(|today| today > point.capacity_per_hour * (1.0 + 1e-9))
    }
}

/// What there is today.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Today {
    /// Staff with work.
    pub staff: u64,
    /// Customers per hour.
    pub capacity_per_hour: Option<f64>,
    /// Cost per customer at capacity.
    pub cost_per_customer: Option<f64>,
}

/// What staff can reach, from few to many.
#[derive(Clone, Debug, PartialEq)]
pub struct Frontier {
    /// A point for each number of staff that was asked for and can do the work.
    pub points: Vec<FrontierPoint>,
    /// What there is today.
    pub today: Today,
    /// How far capacities can be trusted: what stays may be known by a bound alone.
    pub basis: Basis,
    /// What stays as it is in every design.
    pub stays: Vec<Stays>,
    /// Whether the order was freed, but only between decisions, forks and where ways meet: then
    /// designs are the best among those that leave these where they are.
    pub free_between_decisions: bool,
    /// Whether the search came to its end; if not, it was cancelled, and points are missing.
    pub complete: bool,
}

/// Answers a question about a scenario under rules. `cancel` is asked again and again and ends the
/// search; `progress` is told after each number of staff. The same question has the same answer.
///
/// Exact for some 16 tasks in any order, and for many more whose order holds; beyond that, points
/// whose proof would take too long say so and how much better they could be.
///
/// # Errors
/// An [`Obstacle`].
pub fn frontier(
    scenario: &Scenario,
    rules: &RedesignRules,
    question: &Question,
    cancel: &dyn Fn() -> bool,
    progress: &mut dyn FnMut(Progress),
) -> Result<Frontier, Obstacle> {
    let workload = Workload::of(scenario)?;
    let posed = Posed::of(scenario, &workload, rules)?;
    let search = Search {
        judge: Judge::of(scenario, &workload, rules, &posed),
        scenario,
        workload: &workload,
        posed: &posed,
        today: Now::of(&workload, &posed),
        cancel,
    };
    let points = match question {
        Question::Staff(range) => search.staff(range.clone(), progress)?,
        Question::Crew(crew) => search.crew(crew)?,
        Question::Rate(rate) => search.rate(*rate)?,
        Question::Cost(cost) => search.cost(*cost, progress)?,
    };
    let regrouped: u64 = workload
        .regrouped_roles()
        .iter()
        .filter_map(|role| scenario.roles().get(role))
        .map(|role| u64::from(role.headcount))
        .sum();
    Ok(Frontier {
        points,
        today: Today {
            staff: regrouped + workload.staying_staff,
            capacity_per_hour: workload.capacity_per_hour,
            cost_per_customer: search.judge.cost_today(),
        },
        basis: workload.basis,
        stays: workload.stays.clone(),
        free_between_decisions: rules.free_order
            && workload.tasks.windows(2).any(|pair| pair[0].stretch != pair[1].stretch),
        complete: !cancel(),
    })
}

struct Search<'a> {
    judge: Judge<'a>,
    scenario: &'a Scenario,
    workload: &'a Workload,
    posed: &'a Posed,
    today: Option<Now>,
    cancel: &'a dyn Fn() -> bool,
}

/// Today's jobs, where they keep to the rules.
struct Now {
    /// The puzzle without order: every step stays where it is.
    puzzle: Puzzle,
    jobs: Vec<Pieces>,
}

impl Now {
    fn of(workload: &Workload, posed: &Posed) -> Option<Self> {
        let jobs = workload.jobs_today();
        let before = posed.puzzle.before.iter().zip(&workload.tasks);
        let in_order = before.into_iter().all(|(before, task)| before & !task.before == 0);
        let keep = in_order && jobs.iter().all(|job| posed.puzzle.is_job(*job));
        let puzzle = Puzzle { before: vec![0; workload.tasks.len()], ..posed.puzzle.clone() };
        keep.then_some(Self { puzzle, jobs })
    }

    /// The fewest workers that reach an aim.
    fn reaching(&self, aim: Aim) -> Option<Vec<(Pieces, u64)>> {
        let jobs = self.jobs.iter().map(|job| (*job, aim.workers_for(self.puzzle.work_of(*job))));
        let fits = |(job, workers): &(Pieces, u64)| *workers <= self.puzzle.most_workers_of(*job);
        jobs.map(|job| Some(job).filter(fits)).collect()
    }

    /// The best that so many workers reach.
    fn best(&self, workers: u64) -> Option<Best> {
        staffed(&self.puzzle, &self.jobs, workers)
    }

    /// The best that so many people of each trade reach: from any way to give them the jobs, as long
    /// as there is one that does better.
    fn best_of_crew(
        &self,
        counts: &[u64],
        staying: &Staying,
        allowance: &mut Allowance<'_>,
    ) -> Option<Best> {
        let mut best: Option<Best> = None;
        let mut wanted: Vec<(Pieces, u64)> = self.jobs.iter().map(|job| (*job, 1)).collect();
        while let Some(trades) =
            crews::trades_for(&self.puzzle, &wanted, counts, staying, allowance)
        {
            let jobs: Vec<(Pieces, usize)> = self.jobs.iter().copied().zip(trades).collect();
            let Some(found) = crews::staffed(&self.puzzle, &jobs, counts) else { break };
            let Some(faster) = self.reaching(Aim::Beat(found.rate)) else { return Some(found) };
            wanted = faster;
            best = Some(found);
        }
        best
    }

    /// Whether a grouping is that of today.
    fn is_same(&self, jobs: &[(Pieces, u64)]) -> bool {
        jobs.len() == self.jobs.len() && jobs.iter().all(|(job, _)| self.jobs.contains(job))
    }
}

/// Of two, the one with the higher rate; of equals the first.
fn better(a: Option<Best>, b: Option<Best>) -> Option<Best> {
    match (a, b) {
        (Some(a), Some(b)) => {
            // What is proven of one holds for both: no other is as good as the better of them.
            let proven = a.proven;
            Some(Best { proven, ..if a.rate.is_below(b.rate) { b } else { a } })
        }
        (a, b) => a.or(b),
    }
}

impl Search<'_> {
    fn staff(
        &self,
        range: RangeInclusive<u64>,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<Vec<FrontierPoint>, Obstacle> {
        let (first, last) = (*range.start(), (*range.end()).min(CROWD));
        let of = (last + 1).saturating_sub(first);
        let mut known: Option<Best> = None;
        let mut points = Vec::new();
        for staff in first..=last {
            if (self.cancel)() {
                break;
            }
            if let Some((point, best)) = self.point(staff, known.as_ref()) {
                points.push(point);
                known = best.or(known);
            }
            progress(Progress { done: staff - first + 1, of });
        }
        if points.is_empty() && !(self.cancel)() {
            return Err(Obstacle::NoDesign { staff: last, least: self.least_staff() });
        }
        Ok(points)
    }

    /// The fewest staff who can do the work at all under the rules.
    fn least_staff(&self) -> Option<u64> {
        let crawl = Aim::Reach(Rate { workers: 1, ticks: u64::MAX });
        let mut allowance = Allowance::new(PROOF, self.cancel);
        let found = fewest_workers(&self.posed.puzzle, crawl, CROWD, &mut allowance);
        found.ok().flatten().map(|(workers, _)| workers + self.workload.staying_staff)
    }

    /// What a number of staff reaches; `None` if they are too few.
    fn point(&self, staff: u64, known: Option<&Best>) -> Option<(FrontierPoint, Option<Best>)> {
        let puzzle = &self.posed.puzzle;
        let workers = staff.checked_sub(self.workload.staying_staff).filter(|w| *w > 0)?;
        let mut allowance = Allowance::new(PROOF, self.cancel);
        let chain = best_rate(puzzle, workers, known, &mut allowance);
        let as_now = self.today.as_ref().and_then(|today| today.best(workers));
        let settled = chain.is_some() || allowance.left > 0;
        // Without any chain, the jobs of today are all there is.
        let as_now = as_now.map(|best| Best { proven: settled, ..best });
        let best = better(chain.clone(), as_now)?;
        let aim = self.reached(&best);
        let mut allowance = Allowance::new(PROOF, self.cancel);
        let fewest = match fewest_workers(puzzle, Aim::Reach(aim), workers, &mut allowance) {
            Ok(Some((fewest, _))) => fewest,
            Ok(None) | Err(GaveUp) => best.jobs.iter().map(|(_, workers)| workers).sum(),
        };
        let as_now = self.today.as_ref().and_then(|today| today.reaching(Aim::Reach(aim)));
        let heads = |jobs: &Vec<(Pieces, u64)>| jobs.iter().map(|(_, workers)| workers).sum();
        let fewest: u64 = as_now.iter().map(heads).fold(fewest, u64::min);
        let as_now = as_now.filter(|jobs| heads(jobs) == fewest);
        let mut allowance = Allowance::new(LISTING, self.cancel);
        let (mut found, complete) = groupings(puzzle, aim, fewest, MOST_COUNTED, &mut allowance);
        if let (Some(_), Some(today)) = (&as_now, &self.today) {
            found.retain(|jobs| !today.is_same(jobs));
        }
        if found.is_empty() && as_now.is_none() {
            found.push(best.jobs.clone());
        }
        let count = found.len() + as_now.iter().len();
        let as_now = as_now.iter().map(|jobs| self.judge.design_in_place(jobs, None));
        let designs = as_now.chain(found.iter().map(|jobs| self.judge.design(jobs, None)));
        let designs = designs.collect();
        let point = self.judged(staff, &best, designs, (count, complete));
        let needed = (fewest + self.workload.staying_staff).min(staff);
        Some((FrontierPoint { needed, ..point? }, chain))
    }

    /// The rate that designs must reach to be as good as the best: that of what stays, if less.
    fn reached(&self, best: &Best) -> Rate {
        let limit = self.workload.limit_per_hour.and_then(|limit| self.posed.rate(limit));
        let rate = limit.filter(|limit| limit.is_below(best.rate)).unwrap_or(best.rate);
        self.posed.lenient(rate)
    }

    fn judged(
        &self,
        staff: u64,
        best: &Best,
        mut designs: Vec<Design>,
        (design_count, all_counted): (usize, bool),
    ) -> Option<FrontierPoint> {
        designs.sort_by(|a, b| {
            let cost = |design: &Design| design.cost_per_customer.unwrap_or(0.0);
            let order = |design: &Design| -> Vec<Vec<usize>> {
                design.jobs.iter().map(|job| job.tasks.clone()).collect()
            };
            let fewest = a.changes.total().cmp(&b.changes.total());
            fewest
                .then_with(|| {
                    let (a, b) = (cost(a), cost(b));
                    if (a - b).abs() <= DUST * a.max(b) {
                        std::cmp::Ordering::Equal
                    } else {
                        a.total_cmp(&b)
                    }
                })
                .then_with(|| order(a).cmp(&order(b)))
        });
        designs.truncate(MOST_DESIGNS);
        let capacity = designs.first()?.capacity_per_hour;
        let limit = self.workload.limit_per_hour.unwrap_or(f64::INFINITY);
        let bound = self.bound(staff);
        let proven = best.proven || capacity >= limit.min(bound) * (1.0 - DUST);
        let at_most = if proven { capacity } else { bound.max(capacity) };
        Some(FrontierPoint {
            staff,
            needed: staff,
            capacity_per_hour: capacity,
            proven,
            at_most_per_hour: at_most,
            design_count,
            all_counted,
            designs,
        })
    }

    /// Customers per hour that nobody can beat: all work shared evenly, and each task by itself
    /// with as many as can do it at once.
    fn bound(&self, staff: u64) -> f64 {
        let workers = staff.saturating_sub(self.workload.staying_staff) as f64;
        let work = |at: usize| {
            let task = self.workload.tasks.get(at);
            task.map_or(0.0, |task| task.work_s / task.availability)
        };
        let count = self.workload.tasks.len();
        let total: f64 = (0..count).map(work).sum();
        let places = (0..count).map(|at| {
            let most = self.posed.puzzle.most_workers_of(1 << at);
            if most == u64::MAX { f64::INFINITY } else { most as f64 * HOUR_S / work(at) }
        });
        let even = workers * HOUR_S / total;
        places.chain(self.workload.limit_per_hour).fold(even, f64::min)
    }

    fn crew(&self, crew: &[(RoleId, u64)]) -> Result<Vec<FrontierPoint>, Obstacle> {
        let trades = &self.posed.trades;
        if let Some((role, _)) = crew.iter().find(|(role, _)| !trades.contains(role)) {
            return Err(Obstacle::RoleWithoutTasks(*role));
        }
        let count = |role: &RoleId| {
            let given = crew.iter().find(|(other, _)| other == role).map(|(_, count)| *count);
            let today = self.scenario.roles().get(role).map_or(0, |r| u64::from(r.headcount));
            given.unwrap_or(today).min(CROWD)
        };
        let counts: Vec<u64> = trades.iter().map(count).collect();
        let workers = counts.iter().fold(0, |sum: u64, count| sum.saturating_add(*count));
        let staff = workers.saturating_add(self.workload.staying_staff);
        let puzzle = &self.posed.puzzle;
        let mut allowance = Allowance::new(PROOF, self.cancel);
        let nobody = || Obstacle::NoDesign { staff, least: None };
        let chain = crews::best_rate(puzzle, &counts, &mut allowance);
        let settled = chain.is_some() || allowance.left > 0;
        let staying = &self.judge.staying;
        let as_now = self.today.as_ref();
        let as_now = as_now.and_then(|today| today.best_of_crew(&counts, staying, &mut allowance));
        let as_now = as_now.map(|best| Best { proven: settled, ..best });
        let Some(best) = better(chain, as_now) else {
            return if (self.cancel)() { Ok(Vec::new()) } else { Err(nobody()) };
        };
        let mut allowance = Allowance::new(LISTING, self.cancel);
        let (mut found, complete) =
            groupings(puzzle, self.reached(&best), workers, MOST_COUNTED, &mut allowance);
        let reached = Aim::Reach(self.reached(&best));
        let as_now = self.today.as_ref().and_then(|today| today.reaching(reached));
        let mut casting = Allowance::new(LISTING, self.cancel);
        let as_now = as_now.and_then(|jobs| {
            let trades = crews::trades_for(puzzle, &jobs, &counts, staying, &mut casting)?;
            Some(self.judge.design_in_place(&jobs, Some(&trades)))
        });
        if let (Some(_), Some(today)) = (&as_now, &self.today) {
            found.retain(|jobs| !today.is_same(jobs));
        }
        if found.is_empty() && as_now.is_none() {
            found.push(best.jobs.clone());
        }
        let chains = found.iter().filter_map(|jobs: &Vec<(Pieces, u64)>| {
            let trades = crews::trades_for(puzzle, jobs, &counts, staying, &mut casting)?;
            Some(self.judge.design(jobs, Some(&trades)))
        });
        let designs: Vec<Design> = as_now.into_iter().chain(chains).collect();
        let people =
            |design: &Design| -> u64 { design.jobs.iter().map(|job| u64::from(job.workers)).sum() };
        let needed = designs.iter().map(people).min().unwrap_or(workers);
        let count = designs.len();
        let point = self.judged(staff, &best, designs, (count, complete)).ok_or_else(nobody)?;
        let needed = needed + self.workload.staying_staff;
        Ok(vec![FrontierPoint { needed, ..point }])
    }

    fn rate(&self, per_hour: f64) -> Result<Vec<FrontierPoint>, Obstacle> {
        if let Some(limit) = self.workload.limit_per_hour
            && per_hour > limit * (1.0 + DUST)
        {
            return Err(self.out_of_reach(true));
        }
        let puzzle = &self.posed.puzzle;
        let out_of_reach = || self.out_of_reach(true);
        let rate = self.posed.rate(per_hour).ok_or_else(out_of_reach)?;
        let mut allowance = Allowance::new(PROOF, self.cancel);
        let as_now = self.today.as_ref().and_then(|today| today.reaching(Aim::Reach(rate)));
        let as_now: Option<u64> = as_now.map(|jobs| jobs.iter().map(|(_, workers)| workers).sum());
        let fewest = match fewest_workers(puzzle, Aim::Reach(rate), CROWD, &mut allowance) {
            Ok(Some((workers, _))) => workers,
            Ok(None) => as_now.ok_or_else(out_of_reach)?,
            Err(GaveUp) => {
                let cancel = self.cancel;
                let few = super::search::few_workers(puzzle, Aim::Reach(rate), CROWD, cancel);
                match few {
                    Some(jobs) => {
                        let aim = Aim::Reach(rate);
                        jobs.iter().map(|job| aim.workers_for(puzzle.work_of(*job))).sum()
                    }
                    None if cancel() => return Ok(Vec::new()),
                    None => as_now.ok_or_else(|| self.out_of_reach(false))?,
                }
            }
        };
        let fewest = as_now.map_or(fewest, |as_now| as_now.min(fewest));
        let staff = fewest + self.workload.staying_staff;
        Ok(self.point(staff, None).map(|(point, _)| point).into_iter().collect())
    }

    /// What any number of staff can reach, where a rate cannot be; `proven` says whether that is
    /// certain.
    fn out_of_reach(&self, proven: bool) -> Obstacle {
        let mut allowance = Allowance::new(PROOF, self.cancel);
        let chain = best_rate(&self.posed.puzzle, CROWD, None, &mut allowance);
        let settled = chain.is_some() || allowance.left > 0;
        let as_now = self.today.as_ref().and_then(|today| today.best(CROWD));
        let best = better(chain, as_now.map(|best| Best { proven: settled, ..best }));
        let rate =
            best.as_ref().map_or(0.0, |best| self.judge.design(&best.jobs, None).capacity_per_hour);
        let limit = self.workload.limit_per_hour.unwrap_or(f64::INFINITY);
        let settled = best.is_some_and(|best| best.proven) || rate >= limit * (1.0 - DUST);
        Obstacle::RateOutOfReach {
            best_per_hour: rate,
            basis: self.workload.basis,
            proven: proven && settled,
            staying: if rate >= limit * (1.0 - DUST) {
                self.workload.limiting.clone()
            } else {
                Vec::new()
            },
        }
    }

    fn cost(
        &self,
        target: f64,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<Vec<FrontierPoint>, Obstacle> {
        let least = self.least_staff().unwrap_or(1);
        let mut known: Option<Best> = None;
        let mut lowest: Option<f64> = None;
        for at in 0..MOST_TRIED_FOR_COST {
            if (self.cancel)() {
                return Ok(Vec::new());
            }
            if let Some((mut point, best)) = self.point(least + at, known.as_ref()) {
                let affordable = |design: &Design| {
                    design.cost_per_customer.is_some_and(|cost| cost <= target * (1.0 + DUST))
                };
                let costs = point.designs.iter().filter_map(|design| design.cost_per_customer);
                lowest = costs.chain(lowest).reduce(f64::min);
                if point.designs.iter().any(affordable) {
                    point.designs.retain(affordable);
                    return Ok(vec![point]);
                }
                known = best.or(known);
            }
            progress(Progress { done: at + 1, of: MOST_TRIED_FOR_COST });
        }
        Err(Obstacle::CostOutOfReach { best: lowest, basis: self.workload.basis })
    }
}
