//! Time through a network with forks: the longest branch counts, outcome by outcome.

use super::composed::Composer;
use super::contention;
use super::longest::{GRID_PERCENT, Time};
use crate::analysis::capacity::loads::Loads;
use crate::analysis::types::{Band, Basis, ForkMethod};
use crate::analysis::waiting::side_by_side::side_by_side;
use std::cell::Cell;

use rustc_hash::FxHashSet;

use crate::process::{
    ArcKind, FlowArc, MeetingTree, NumberLists, Part, Process, Sum, Wide, immediate_dominators,
    sum_of,
};

/// Outcomes × moments that are enumerated for one fork before a bound is given instead.
const MOST_WORK: usize = 500_000;
/// Passes over a fork with rework inside before its bound is good enough.
const MOST_SWEEPS: usize = 1_000;

/// Queues side by side for which the error was measured: how many, how busy, per cent.
const MOST_QUEUES: usize = 5;
const MOST_BUSY: f64 = 0.8;
const QUEUES_PERCENT: f64 = 2.0;

/// How long a customer stays at a moment, per visit.
#[derive(Clone, Copy, Debug)]
pub(in crate::analysis) struct Passage {
    /// Mean seconds with waiting.
    pub(in crate::analysis) mean_s: f64,
    /// Mean seconds of waiting; 0 in an empty service.
    pub(in crate::analysis) wait_s: f64,
    /// Whether the time varies, so that the longest of several lasts longer than their means say.
    pub(in crate::analysis) varies: bool,
    /// How far the mean can be trusted.
    pub(in crate::analysis) basis: Basis,
    /// Whether it is an M/M/1 queue of its own with Poisson arrivals.
    pub(in crate::analysis) alone: bool,
}

impl Passage {
    /// A stay that never varies, without waiting.
    pub(in crate::analysis) fn fixed(mean_s: f64) -> Self {
        Self { mean_s, wait_s: 0.0, varies: false, basis: Basis::Exact, alone: false }
    }
}

/// How long a customer stays between a fork and where its branches have met.
#[derive(Clone, Copy, Debug)]
pub(in crate::analysis) struct Between {
    pub(in crate::analysis) mean_s: f64,
    pub(in crate::analysis) basis: Basis,
    pub(in crate::analysis) method: ForkMethod,
}

/// The time from arrival until all branches have ended.
pub(in crate::analysis) struct Through {
    pub(in crate::analysis) mean_s: f64,
    pub(in crate::analysis) basis: Basis,
    /// The outermost forks, in the order of [`Branches::forks`].
    pub(in crate::analysis) between: Vec<Between>,
}

/// What lies between a fork and the moment where all its branches have met again.
struct Region {
    /// The fork; `None` for arrivals.
    fork: Option<usize>,
    /// The moments between, upstream first.
    moments: Vec<usize>,
    /// Where its branches have met; `None` at the way out.
    end: Option<usize>,
    /// Whether it has rework inside, so that outcomes cannot be enumerated.
    loops: bool,
    /// Seconds that it lasts at least each time, where its branches may need the same people at the
    /// same time.
    contested_s: Option<f64>,
}

/// The forks of a process, as far as the customer waits for their branches.
pub(in crate::analysis) struct Branches<'a> {
    process: &'a Process,
    regions: Vec<Region>,
    /// Whether a moment lies inside a region.
    inside: Vec<bool>,
    /// Whether forks and joins nest, so that regions can be taken one by one.
    nested: bool,
    /// Where all ways out of a moment have met: 1 outside, 2 + moment.
    meets: Vec<Option<usize>>,
    /// Room to reckon in, by arc and by moment: there may be many forks.
    finished: Cell<Vec<Option<f64>>>,
    ahead: Cell<Vec<f64>>,
    /// The level of each moment, upstream first; empty without forks.
    levels: Vec<usize>,
    /// Whether triggered work may take somebody whom the customer needs next.
    delayed_by_triggers: bool,
    /// Whether somebody who is there a part of the time may be away when needed again.
    delayed_by_absence: bool,
}

impl<'a> Branches<'a> {
    /// Finds the outermost forks and where their branches meet, by post-dominators.
    pub(in crate::analysis) fn of(process: &'a Process) -> Self {
        let count = process.moments.len();
        let mut branches = Self {
            process,
            regions: Vec::new(),
            inside: vec![false; count],
            nested: true,
            meets: Vec::new(),
            finished: Cell::default(),
            ahead: Cell::default(),
            levels: Vec::new(),
            delayed_by_triggers: false,
            delayed_by_absence: false,
        };
        let customer = |moment: usize| process.moments[moment].part == Part::Customer;
        let mut forks: Vec<Option<usize>> = Vec::new();
        forks.extend(process.forks_on_arrival.then_some(None));
        let ordered = process.order.numbers().iter().copied();
        forks.extend(ordered.filter(|m| customer(*m) && process.is_fork(*m)).map(Some));
        if forks.is_empty() {
            return branches;
        }
        branches.meets = branches.meeting_points();
        let mut position = vec![0; count];
        for (at, level) in process.levels.iter().enumerate() {
            for moment in level {
                position[*moment] = at;
            }
        }
        forks.sort_by_key(|fork| fork.map(|moment| position[moment]));
        for fork in forks {
            if fork.is_some_and(|moment| branches.inside[moment]) {
                continue;
            }
            let Some(end) = branches.meets[fork.map_or(0, |moment| 2 + moment)] else {
                branches.nested = false;
                branches.levels = position;
                return branches;
            };
            let end = (end >= 2).then(|| end - 2);
            let region = branches.region(fork, end, &position);
            let Some(region) = region else {
                branches.nested = false;
                branches.levels = position;
                return branches;
            };
            for moment in &region.moments {
                branches.inside[*moment] = true;
            }
            branches.regions.push(region);
        }
        branches.levels = position;
        branches
    }

    /// Finds out where a customer needs the same people in two places at once. Near-linear.
    pub(in crate::analysis) fn contested(mut self, loads: &Loads) -> Self {
        let process = self.process;
        let of_moments = contention::LoadsOfMoments::of(process, loads);
        let found: Vec<Option<f64>> = (self.regions.iter())
            .map(|region| {
                let heads = self.heads(region).into_iter().flatten().collect();
                let between =
                    contention::Between { heads, moments: &region.moments, end: region.end };
                let least_s = contention::of_branches(process, &of_moments, &between)?;
                let visits = self.visits(region.fork).filter(|visits| *visits > 0.0)?;
                Some(least_s / visits)
            })
            .collect();
        for (region, contested_s) in self.regions.iter_mut().zip(found) {
            region.contested_s = contested_s;
        }
        let forks: Vec<&[usize]> = self.regions.iter().map(|r| r.moments.as_slice()).collect();
        self.delayed_by_triggers = contention::of_triggered(process, loads, &forks);
        self.delayed_by_absence = contention::of_absent(process, loads);
        self
    }

    /// Whether a customer may need somebody again who is away in between.
    pub(in crate::analysis) fn is_delayed_by_absence(&self) -> bool {
        self.delayed_by_absence
    }

    /// Whether a customer may need the same people in two places at once.
    pub(in crate::analysis) fn is_contested(&self) -> bool {
        self.delayed_by_triggers || self.regions.iter().any(|r| r.contested_s.is_some())
    }

    /// The nearest node that every way out of each node passes: 0 arrivals, 1 outside, 2 + moment.
    fn meeting_points(&self) -> Vec<Option<usize>> {
        let nodes = 2 + self.process.moments.len();
        let mut pairs = Vec::with_capacity(self.process.arcs.len());
        for arc in self.process.arcs.iter().filter(|arc| leads_on(arc)) {
            pairs.push((arc.to.map_or(1, |m| 2 + m), arc.from.map_or(0, |m| 2 + m)));
        }
        for (index, moment) in self.process.moments.iter().enumerate() {
            if moment.part == Part::Customer && self.process.live_flows(index).next().is_none() {
                pairs.push((1, 2 + index));
            }
        }
        immediate_dominators(&NumberLists::of(nodes, &pairs), 1)
    }

    /// The moments between a fork and its end; `None` if something else leads in among them, or
    /// more customers come out than went in.
    fn region(
        &self,
        fork: Option<usize>,
        end: Option<usize>,
        position: &[usize],
    ) -> Option<Region> {
        let process = self.process;
        let arcs_from = |from: Option<usize>| {
            process.arcs.iter().filter(move |arc| arc.from == from && leads_on(arc))
        };
        let mut member = FxHashSet::default();
        let mut open: Vec<usize> = match fork {
            None => arcs_from(None).filter_map(|arc| arc.to).collect(),
            Some(moment) => process.live_flows(moment).filter_map(|arc| arc.to).collect(),
        };
        let mut moments = Vec::new();
        while let Some(moment) = open.pop() {
            if Some(moment) == end || !member.insert(moment) {
                continue;
            }
            moments.push(moment);
            open.extend(process.live_flows(moment).filter_map(|arc| arc.to));
        }
        let within = |from: Option<usize>| {
            from == fork || from.is_some_and(|moment| member.contains(&moment))
        };
        if fork.is_some_and(|fork| member.contains(&fork)) {
            return None;
        }
        let mut loops = false;
        for &moment in &moments {
            for arc in process.live_ins(moment).filter(|arc| arc.kind != ArcKind::Trigger) {
                if !within(arc.from) {
                    return None;
                }
                loops |= arc.back;
            }
        }
        if let Some(end) = end {
            let counted = process.moments[end].meeting.as_ref()?.counted_arcs();
            let arrived: f64 = counted
                .map(|arc| &process.arcs[arc])
                .filter(|arc| within(arc.from))
                .filter_map(|arc| Some(arc.share? * self.visits(arc.from)?))
                .sum();
            let started = self.visits(fork)?;
            if (arrived - started).abs() > 1e-9 * started.max(arrived) {
                return None;
            }
        }
        moments.sort_unstable_by_key(|moment| position[*moment]);
        // Loops that dominators do not see are still groups of several in the order.
        let in_group = |moment: &usize| {
            process.live_flows(*moment).any(|arc| {
                arc.to.is_some_and(|to| position[to] <= position[*moment] && member.contains(&to))
            })
        };
        loops |= moments.iter().any(in_group);
        Some(Region { fork, moments, end, loops, contested_s: None })
    }

    fn visits(&self, moment: Option<usize>) -> Option<f64> {
        moment.map_or(Some(1.0), |moment| self.process.moments[moment].visits)
    }

    /// Mean seconds through an empty service. Outside forks they are the sum of visits × time;
    /// inside, the longest branch counts. `time_of` gives what a moment lasts;
    /// random branches are reckoned out as far as a budget of additions goes.
    pub(in crate::analysis) fn time_empty(
        &self,
        passages: &[Passage],
        time_of: impl Fn(usize) -> Time,
        budget: usize,
    ) -> Through {
        let budget = Cell::new(budget);
        self.time_through(passages, |_, region| {
            let fixed = !varies(region, passages);
            let enumerated = fixed.then(|| self.enumerated(region, passages)).flatten();
            if let Some(mean_s) = enumerated {
                return Between { mean_s, basis: Basis::Exact, method: ForkMethod::Fixed };
            }
            let mut left = budget.get();
            let composed = self.composed(region, &time_of);
            let expected = composed.and_then(|time| time.expected(&mut left));
            budget.set(left);
            if let Some(expected) = expected {
                let basis =
                    if expected.exact { Basis::Exact } else { Basis::within_percent(GRID_PERCENT) };
                return Between { mean_s: expected.seconds, basis, method: ForkMethod::Random };
            }
            self.longest_of_means(region, passages)
        })
    }

    /// Mean seconds with waiting, where `empty` are those without.
    pub(in crate::analysis) fn time_waiting(
        &self,
        passages: &[Passage],
        empty: &Through,
    ) -> Through {
        self.time_through(passages, |at, region| {
            let quick = empty.between.get(at).copied();
            let waits = region.moments.iter().any(|moment| passages[*moment].wait_s > 0.0);
            if let Some(quick) = quick.filter(|_| !waits) {
                return quick;
            }
            if let Some(queued) = self.queued(region, passages)
                && region.contested_s.is_none()
            {
                return queued;
            }
            let mut longest = self.longest_of_means(region, passages);
            // Whoever waits takes at least as long as whoever does not.
            longest.mean_s = quick.map_or(longest.mean_s, |quick| longest.mean_s.max(quick.mean_s));
            longest
        })
    }

    /// Mean seconds if of branches side by side the longest by its mean counts: exact for fixed
    /// times.
    pub(in crate::analysis) fn time_by_means(&self, passages: &[Passage]) -> f64 {
        self.time_through(passages, |_, region| self.longest_of_means(region, passages)).mean_s
    }

    /// The outermost forks with the first moments of their branches: `None` for arrivals, and for a
    /// branch that has nothing in it.
    pub(in crate::analysis) fn forks(
        &self,
    ) -> impl Iterator<Item = (Option<usize>, Vec<Option<usize>>)> {
        self.regions.iter().map(|region| (region.fork, self.heads(region)))
    }

    /// Whether a moment lies between a fork and where its branches have met.
    pub(in crate::analysis) fn is_inside(&self, moment: usize) -> bool {
        self.inside.get(moment) == Some(&true)
    }

    /// Mean seconds from each moment on to where the branches of its fork have met, by the longest
    /// of the means; of no use outside forks.
    pub(in crate::analysis) fn ahead(&self, passages: &[Passage]) -> Vec<f64> {
        let mut ahead = vec![0.0; self.process.moments.len()];
        for region in &self.regions {
            self.sweep(region, passages, &mut ahead);
        }
        ahead
    }

    fn time_through(
        &self,
        passages: &[Passage],
        time_of: impl Fn(usize, &Region) -> Between,
    ) -> Through {
        let passed = |index: usize| {
            let moment = &self.process.moments[index];
            moment.part == Part::Customer && moment.visits.is_some_and(|visits| visits > 0.0)
        };
        if !self.nested {
            let mut all = self.process.order.numbers().to_vec();
            all.sort_by_key(|moment| self.levels[*moment]);
            let (fork, end, contested_s) = (None, None, None);
            let all = Region { fork, moments: all, end, loops: true, contested_s };
            let mean_s = self.longest_expected(&all, passages);
            return Through { mean_s, basis: Basis::LowerBound, between: Vec::new() };
        }
        let (mut mean_s, mut basis) = (Sum::default(), Basis::Exact);
        for (index, passage) in passages.iter().enumerate() {
            if passed(index) && !self.inside[index] {
                mean_s.add(self.visits(Some(index)).unwrap_or(0.0) * passage.mean_s);
                basis = basis.and(passage.basis);
            }
        }
        let regions = self.regions.iter().enumerate();
        let between: Vec<Between> =
            regions.map(|(at, region)| region.at_least(time_of(at, region))).collect();
        if self.delayed_by_triggers || self.delayed_by_absence {
            basis = Basis::LowerBound;
        }
        for (region, between) in self.regions.iter().zip(&between) {
            mean_s.add(self.visits(region.fork).unwrap_or(0.0) * between.mean_s);
            basis = basis.and(between.basis);
        }
        Through { mean_s: mean_s.value(), basis, between }
    }

    /// The longest branch by means, which is at most the mean of the longest (Jensen); exact if no
    /// time varies and its outcomes could be enumerated.
    fn longest_of_means(&self, region: &Region, passages: &[Passage]) -> Between {
        let enumerated = self.enumerated(region, passages);
        let mean_s = enumerated.unwrap_or_else(|| self.longest_expected(region, passages));
        let inside = || region.moments.iter().map(|moment| passages[*moment].basis);
        let rough = inside().any(|basis| matches!(basis, Basis::Approximate { .. }));
        let (basis, method) = if enumerated.is_some() && !varies(region, passages) {
            (inside().fold(Basis::Exact, Basis::and), ForkMethod::Fixed)
        } else if rough {
            (Basis::APPROXIMATE, ForkMethod::LongestMean)
        } else {
            (Basis::LowerBound, ForkMethod::LongestMean)
        };
        Between { mean_s, basis, method }
    }

    /// The mean over the outcomes of the decisions inside a fork, each with the longest branch by
    /// means; `None` if there are too many, or rework.
    fn enumerated(&self, region: &Region, passages: &[Passage]) -> Option<f64> {
        if region.loops {
            return None;
        }
        let mut finished = self.finished.take();
        finished.resize(self.process.arcs.len(), None);
        let mut outcomes = Outcomes {
            process: self.process,
            region,
            passages,
            finished,
            ended: vec![None; region.moments.len()],
            left: MOST_WORK,
            doubled: false,
            mean_s: Wide::default(),
        };
        outcomes.leave(region.fork, 0.0, None);
        let explored = outcomes.explore(0, Wide::ONE).filter(|()| !outcomes.doubled);
        let mean_s = explored.map(|()| outcomes.mean_s.value());
        outcomes.forget_all();
        self.finished.set(outcomes.finished);
        mean_s
    }

    /// The moments that the branches of a fork start with.
    fn heads(&self, region: &Region) -> Vec<Option<usize>> {
        if let Some(fork) = region.fork {
            return self.process.live_flows(fork).map(|arc| arc.to).collect();
        }
        let arrivals = self.process.arcs.iter().filter(|arc| arc.from.is_none() && leads_on(arc));
        arrivals.map(|arc| arc.to).collect()
    }

    /// The time of a fork, put together from what its moments last.
    fn composed(&self, region: &Region, time_of: impl Fn(usize) -> Time) -> Option<Time> {
        if region.loops {
            return None;
        }
        let visits = self.visits(region.fork)?;
        let composer = Composer::new(self.process, &self.meets, time_of, visits);
        let heads = self.heads(region);
        composer.longest(&heads, region.end, region.moments.len())
    }

    /// The time through branches that are each one M/M/1 queue with the same mean and load.
    fn queued(&self, region: &Region, passages: &[Passage]) -> Option<Between> {
        let heads: Option<Vec<usize>> = self.heads(region).into_iter().collect();
        let heads = heads.filter(|heads| heads.len() > 1 && heads.len() == region.moments.len())?;
        let first = passages[*heads.first()?];
        let straight = |moment: usize| {
            let mut flows = self.process.live_flows(moment).map(|arc| arc.to);
            flows.all(|to| to == region.end)
        };
        let near = |a: f64, b: f64| (a - b).abs() <= 1e-9 * a.max(b);
        let alike = heads.iter().all(|moment| {
            let passage = passages[*moment];
            passage.alone
                && near(passage.mean_s, first.mean_s)
                && near(passage.wait_s, first.wait_s)
                && straight(*moment)
        });
        if !alike || first.mean_s <= 0.0 {
            return None;
        }
        // In M/M/1 the wait is that part of the whole time.
        let busy = first.wait_s / first.mean_s;
        let mean_s = side_by_side(heads.len(), busy, first.mean_s);
        let known = heads.len() <= MOST_QUEUES && busy <= MOST_BUSY * (1.0 + 1e-9);
        let (basis, method) = if heads.len() == 2 {
            (Basis::Exact, ForkMethod::FlattoHahn)
        } else {
            let band = known.then_some(Band::Percent(QUEUES_PERCENT));
            (Basis::Approximate { band }, ForkMethod::NelsonTantawi)
        };
        Some(Between { mean_s, basis, method })
    }

    /// The longest way by expected times, swept from below: at every sweep a lower bound.
    fn longest_expected(&self, region: &Region, passages: &[Passage]) -> f64 {
        let mut ahead = self.ahead.take();
        ahead.resize(self.process.moments.len(), 0.0);
        for moment in &region.moments {
            ahead[*moment] = 0.0;
        }
        self.sweep(region, passages, &mut ahead);
        let longest = self.longest_ahead(region, &ahead);
        self.ahead.set(ahead);
        longest
    }

    /// The longest way by expected times, given what lies ahead from each moment on.
    fn longest_ahead(&self, region: &Region, ahead: &[f64]) -> f64 {
        let after = |arc: &FlowArc| after(region, arc, ahead);
        if let Some(fork) = region.fork {
            return self.process.live_flows(fork).map(after).fold(0.0, f64::max);
        }
        let arrivals = self.process.arcs.iter().filter(|arc| arc.from.is_none() && leads_on(arc));
        let ways = arrivals.map(|arc| (arc.share.unwrap_or(0.0), after(arc)));
        if self.process.forks_on_arrival {
            ways.map(|(_, way)| way).fold(0.0, f64::max)
        } else {
            sum_of(ways.map(|(share, way)| share * way))
        }
    }

    /// What lies ahead from the start of a moment on, with what is known to lie ahead of others.
    fn way_ahead_s(
        &self,
        region: &Region,
        moment: usize,
        passages: &[Passage],
        ahead: &[f64],
    ) -> f64 {
        let flows = self.process.live_flows(moment).map(|arc| (arc, after(region, arc, ahead)));
        let rest = if self.process.moments[moment].part != Part::Customer {
            return 0.0;
        } else if self.process.moments[moment].decision.is_some() {
            sum_of(flows.map(|(arc, rest)| arc.share.unwrap_or(0.0) * rest))
        } else {
            flows.map(|(_, rest)| rest).fold(0.0, f64::max)
        };
        passages[moment].mean_s + rest
    }

    fn sweep(&self, region: &Region, passages: &[Passage], ahead: &mut [f64]) {
        let mut renewed = Vec::new();
        for _ in 0..MOST_SWEEPS {
            let mut change = 0.0_f64;
            let same = |a: &usize, b: &usize| self.levels[*a] == self.levels[*b];
            for level in region.moments.chunk_by(same).rev() {
                renewed.clear();
                renewed
                    .extend(level.iter().map(|at| self.way_ahead_s(region, *at, passages, ahead)));
                for (moment, now) in level.iter().zip(&renewed) {
                    change = change.max((now - ahead[*moment]).abs() / now.max(f64::MIN_POSITIVE));
                    ahead[*moment] = *now;
                }
            }
            if change < 1e-13 || !change.is_finite() {
                break;
            }
        }
    }
}

impl Region {
    /// A time of the branches, if those may need the same people at the same time: then it is only
    /// known to be no less.
    fn at_least(&self, time: Between) -> Between {
        let Some(contested_s) = self.contested_s else { return time };
        let basis = match time.basis {
            Basis::Approximate { .. } => Basis::APPROXIMATE,
            Basis::Unreliable => Basis::Unreliable,
            Basis::Exact | Basis::LowerBound | Basis::UpperBound => Basis::LowerBound,
        };
        Between { mean_s: time.mean_s.max(contested_s), basis, method: ForkMethod::Contested }
    }
}

/// What lies ahead of an arc inside a region.
fn after(region: &Region, arc: &FlowArc, ahead: &[f64]) -> f64 {
    match arc.to {
        Some(to) if Some(to) != region.end => ahead[to],
        _ => 0.0,
    }
}

fn varies(region: &Region, passages: &[Passage]) -> bool {
    let varies = |moment: &usize| passages[*moment].varies && passages[*moment].mean_s > 0.0;
    region.moments.iter().any(varies)
}

fn leads_on(arc: &FlowArc) -> bool {
    arc.is_live() && arc.kind != ArcKind::Trigger
}

/// Goes through the outcomes of the decisions inside a fork.
struct Outcomes<'a> {
    process: &'a Process,
    region: &'a Region,
    passages: &'a [Passage],
    /// By arc, when it was taken, if it was.
    finished: Vec<Option<f64>>,
    /// When each moment of the region ended, if it was passed.
    ended: Vec<Option<f64>>,
    /// How much work is left before giving up.
    left: usize,
    /// Whether several branches of one customer went on side by side from a merge.
    doubled: bool,
    /// The outcomes so far, each with its probability; wide, since they come in any order.
    mean_s: Wide,
}

impl Outcomes<'_> {
    /// Adds up the times until everything has ended, from the moment at `at` on, which comes to this
    /// with some probability; `None` if there are too many outcomes.
    fn explore(&mut self, mut at: usize, chance: Wide) -> Option<()> {
        while let Some(&moment) = self.region.moments.get(at) {
            let process = self.process;
            let started =
                process.moments[moment].meeting.as_ref().and_then(|tree| self.start_of(tree));
            let ended = started.map(|start| start + self.passages[moment].mean_s);
            self.ended[at] = ended;
            at += 1;
            let Some(ended) = ended else {
                self.forget(moment);
                continue;
            };
            let live = process.live_flows(moment).count();
            if process.moments[moment].decision.is_none() || live < 2 {
                self.leave(Some(moment), ended, None);
                continue;
            }
            for &arc in &process.moments[moment].outs {
                let way = &process.arcs[arc];
                if way.kind == ArcKind::Flow && way.is_live() {
                    self.leave(Some(moment), ended, Some(arc));
                    self.explore(at, chance * Wide::from(way.share?))?;
                }
            }
            return Some(());
        }
        self.left = self.left.checked_sub(self.ended.len())?;
        let lasts_s = self.ended.iter().flatten().copied().fold(0.0, f64::max);
        self.mean_s = self.mean_s + chance * Wide::from(lasts_s);
        Some(())
    }

    fn start_of(&mut self, tree: &MeetingTree) -> Option<f64> {
        let (finished, doubled) = (&self.finished, &mut self.doubled);
        tree.fold(
            |arc| finished[arc],
            |tree, starts| {
                let started = || starts.iter().flatten().copied();
                let joins = matches!(tree, MeetingTree::Join { .. });
                let count = started().count();
                let torn = count > 0 && count < starts.len();
                *doubled |= if joins { torn } else { count > 1 };
                started().reduce(f64::max)
            },
        )
    }

    /// Marks the arcs out of a moment as taken, or only one of them.
    fn leave(&mut self, moment: Option<usize>, when: f64, only: Option<usize>) {
        let process = self.process;
        let leave = |arc: usize| {
            let taken = leads_on(&process.arcs[arc]) && only.is_none_or(|only| only == arc);
            self.finished[arc] = taken.then_some(when);
        };
        if let Some(moment) = moment {
            process.moments[moment].outs.iter().copied().for_each(leave);
        } else {
            let arrives = |arc: &usize| process.arcs[*arc].from.is_none();
            (0..process.arcs.len()).filter(arrives).for_each(leave);
        }
    }

    fn forget(&mut self, moment: usize) {
        for arc in &self.process.moments[moment].outs {
            self.finished[*arc] = None;
        }
    }

    /// Leaves no trace for the next fork.
    fn forget_all(&mut self) {
        let region = self.region;
        match region.fork {
            Some(fork) => self.forget(fork),
            None => self.finished.fill(None),
        }
        for moment in &region.moments {
            self.forget(*moment);
        }
    }
}
