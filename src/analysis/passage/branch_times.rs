//! Time through a network with forks: the longest branch counts, outcome by outcome.

use std::cell::Cell;

use super::branches::{Branches, Region, leads_on};
use super::composed::Composer;
use super::longest::{GRID_PERCENT, Time};
use super::passages::{Between, Passage, Through};
use crate::analysis::result::{Band, Basis, ForkMethod};
use crate::analysis::waiting::side_by_side::side_by_side;
use crate::process::{FlowArc, Part, Sum, sum_of};

/// Passes over a fork with rework inside before its bound is good enough.
const MOST_SWEEPS: usize = 1_000;

/// Queues side by side for which the error was measured: how many, how busy, per cent.
const MOST_QUEUES: usize = 5;
const MOST_BUSY: f64 = 0.8;
const QUEUES_PERCENT: f64 = 2.0;

impl Branches<'_> {
    /// Mean seconds through an empty service. Outside forks they are the sum of visits × time;
    /// inside, the longest branch counts. `time_of` gives what a moment lasts;
    /// random branches are evaluated as far as a budget of additions goes.
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
        let rough = inside()
            .any(|basis| matches!(basis, Basis::Approximate { .. } | Basis::Simulated { .. }));
        let (basis, method) = if enumerated.is_some() && !varies(region, passages) {
            (inside().fold(Basis::Exact, Basis::and), ForkMethod::Fixed)
        } else if rough {
            (Basis::APPROXIMATE, ForkMethod::LongestMean)
        } else {
            (Basis::LowerBound, ForkMethod::LongestMean)
        };
        Between { mean_s, basis, method }
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
            Basis::Approximate { .. } | Basis::Simulated { .. } => Basis::APPROXIMATE,
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
