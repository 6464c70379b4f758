//! The forks on a customer's way, and where their branches meet.

use std::cell::Cell;

use rustc_hash::FxHashSet;

use super::contention;
use crate::analysis::capacity::loads::Loads;
use crate::process::{ArcKind, FlowArc, NumberLists, Part, Process, immediate_dominators};

/// What lies between a fork and the moment where all its branches have met again.
pub(super) struct Region {
    /// The fork; `None` for arrivals.
    pub(super) fork: Option<usize>,
    /// The moments between, upstream first.
    pub(super) moments: Vec<usize>,
    /// Where its branches have met; `None` at the way out.
    pub(super) end: Option<usize>,
    /// Whether it has rework inside, so that outcomes cannot be enumerated.
    pub(super) loops: bool,
    /// Seconds that it lasts at least each time, where its branches may need the same people at the
    /// same time.
    pub(super) contested_s: Option<f64>,
}

/// The forks of a process, as far as the customer waits for their branches.
pub(in crate::analysis) struct Branches<'a> {
    pub(super) process: &'a Process,
    pub(super) regions: Vec<Region>,
    /// Whether a moment lies inside a region.
    pub(super) inside: Vec<bool>,
    /// Whether forks and joins nest, so that regions can be taken one by one.
    pub(super) nested: bool,
    /// Where all ways out of a moment have met: 1 outside, 2 + moment.
    pub(super) meets: Vec<Option<usize>>,
    /// Scratch space, by arc and by moment: there may be many forks.
    pub(super) finished: Cell<Vec<Option<f64>>>,
    pub(super) ahead: Cell<Vec<f64>>,
    /// The level of each moment, upstream first; empty without forks.
    pub(super) levels: Vec<usize>,
    /// Whether triggered work may take somebody whom the customer needs next.
    pub(super) delayed_by_triggers: bool,
    /// Whether somebody who is there a part of the time may be away when needed again.
    pub(super) delayed_by_absence: bool,
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

    pub(super) fn visits(&self, moment: Option<usize>) -> Option<f64> {
        moment.map_or(Some(1.0), |moment| self.process.moments[moment].visits)
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

    /// The moments that the branches of a fork start with.
    pub(super) fn heads(&self, region: &Region) -> Vec<Option<usize>> {
        if let Some(fork) = region.fork {
            return self.process.live_flows(fork).map(|arc| arc.to).collect();
        }
        let arrivals = self.process.arcs.iter().filter(|arc| arc.from.is_none() && leads_on(arc));
        arrivals.map(|arc| arc.to).collect()
    }
}

/// Whether customers go on along an arc.
pub(super) fn leads_on(arc: &FlowArc) -> bool {
    arc.is_live() && arc.kind != ArcKind::Trigger
}
