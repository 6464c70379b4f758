//! How often a customer passes each moment: `v = e + Pᵀ v`, solved group by group.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use smallvec::{SmallVec, smallvec};

use super::network::{MeetingTree, OfBranches, Process};
use super::problem::{Problem, ProblemCode, ProblemPlace};
use super::sum::{Sum, sum_of};
use super::wide::Wide;
use crate::blueprint::{Scenario, StepId};

/// Relative difference below which numbers of visits are equal.
const VISIT_DUST: f64 = 1e-9;
/// The smallest share that leaves a loop; below it nobody does.
const LEAST_EXIT: f64 = 1e-12;

/// Solves the visits of every moment, upstream first, and names what keeps them from being known.
pub(super) fn settle(scenario: &Scenario, process: &mut Process) {
    let order = std::mem::take(&mut process.order);
    for group in order.iter() {
        if group.iter().all(|moment| !process.moments[*moment].is_reached()) {
            name_closed_loop(process, group);
            for moment in group {
                process.moments[*moment].visits = Some(0.0);
            }
            continue;
        }
        settle_group(process, group);
        let mut sound = true;
        for &moment in group {
            sound &= joins_are_balanced(scenario, process, moment);
        }
        if !sound {
            for moment in group {
                process.moments[*moment].visits = None;
            }
        }
    }
    process.order = order;
}

/// [`settle_group`] for a moment that at most leads straight back to itself, as most do.
fn settle_single(process: &mut Process, moment: usize) {
    let mut known = process.moments[moment].visits.is_some();
    let (mut inflow, mut again) = (Sum::default(), Sum::default());
    let meeting = process.moments[moment].meeting.as_ref();
    for arc in meeting.into_iter().flat_map(MeetingTree::counted_arcs) {
        let arc = &process.arcs[arc];
        match (arc.share, arc.from) {
            (None, _) => known = false,
            (Some(share), None) => inflow.add(share),
            (Some(share), Some(from)) if from == moment => again.add(share),
            (Some(share), Some(from)) => match process.moments[from].visits {
                Some(visits) => inflow.add(visits * share),
                None => known = false,
            },
        }
    }
    let leaves = 1.0 - again.value();
    let visits = inflow.value() / leaves;
    let solved = (known && leaves > LEAST_EXIT && visits.is_finite()).then_some(visits);
    if known && solved.is_none() {
        name_loop(process, &[moment]);
    } else if !known {
        name_closed_loop(process, &[moment]);
    }
    process.moments[moment].visits = solved;
}

fn settle_group(process: &mut Process, group: &[usize]) {
    if let [moment] = group {
        return settle_single(process, *moment);
    }
    // A moment that an error spoils comes with its visits unknown already.
    let mut known = group.iter().all(|moment| process.moments[*moment].visits.is_some());
    let mut loop_flow = LoopFlow::new(group.len());
    for (at, moment) in group.iter().enumerate() {
        let meeting = process.moments[*moment].meeting.as_ref();
        let counted = meeting.into_iter().flat_map(MeetingTree::counted_arcs);
        let mut inflow = Sum::default();
        for arc in counted.map(|arc| &process.arcs[arc]) {
            let Some(share) = arc.share else {
                known = false;
                continue;
            };
            // Members of a group are in order.
            match arc.from.map(|from| (from, group.binary_search(&from))) {
                None => inflow.add(share),
                Some((_, Ok(from))) => loop_flow.connect(from, at, share),
                Some((from, Err(_))) => match process.moments[from].visits {
                    Some(visits) => inflow.add(visits * share),
                    None => known = false,
                },
            }
        }
        loop_flow.inflow[at] = inflow.value();
    }
    let solved = if known { loop_flow.solve() } else { None };
    if known && solved.is_none() {
        name_loop(process, group);
    } else if !known {
        name_closed_loop(process, group);
    }
    for (at, moment) in group.iter().enumerate() {
        process.moments[*moment].visits =
            solved.as_ref().and_then(|visits| visits.get(at).copied());
    }
}

fn name_loop(process: &mut Process, group: &[usize]) {
    let steps: Vec<StepId> =
        group.iter().flat_map(|moment| process.moments[*moment].steps()).collect();
    let Some(first) = steps.first() else { return };
    let mut problem = Problem::at(ProblemCode::LoopWithoutExit, ProblemPlace::Step(*first));
    problem.steps = steps;
    process.problems.push(problem);
}

/// Names a loop whose visits are unknown for another reason, if nothing leads out of it.
fn name_closed_loop(process: &mut Process, group: &[usize]) {
    let mut inside = false;
    for moment in group {
        for arc in process.moments[*moment].outs.iter().map(|arc| &process.arcs[*arc]) {
            match arc.to {
                Some(to) if group.binary_search(&to).is_ok() => inside = true,
                _ if arc.is_live() => return,
                _ => {}
            }
        }
    }
    if inside {
        name_loop(process, group);
    }
}

/// Checks the joins at a moment, of which only the first branch was counted.
fn joins_are_balanced(scenario: &Scenario, process: &mut Process, moment: usize) -> bool {
    let meeting = match &process.moments[moment].meeting {
        None | Some(MeetingTree::Arc(_)) => return true,
        Some(meeting) => meeting,
    };
    let Some(step) = process.moments[moment].first_step() else { return true };
    let overridden = process.moments[moment]
        .steps()
        .any(|id| scenario.steps().get(&id).is_some_and(|step| step.meeting.is_some()));
    let mut findings = Vec::new();
    flow_of(process, meeting, &mut findings);
    let mut sound = true;
    for (code, sources) in findings {
        if code == ProblemCode::AmbiguousJoin && overridden {
            continue;
        }
        sound &= code != ProblemCode::UnbalancedJoin;
        let mut problem = Problem::at(code, ProblemPlace::Step(step));
        problem.steps = sources;
        process.problems.push(problem);
    }
    sound
}

/// What comes along a tree of meetings; `None` if unknown.
fn flow_of(
    process: &Process,
    tree: &MeetingTree,
    findings: &mut Vec<(ProblemCode, Vec<StepId>)>,
) -> Option<f64> {
    let along = |arc: usize| {
        let arc = &process.arcs[arc];
        let visits = match arc.from {
            None => 1.0,
            Some(from) => process.moments[from].visits?,
        };
        Some(visits * arc.share?)
    };
    tree.fold(along, |tree, flows| match tree {
        MeetingTree::Join { parted_at, .. } => {
            flow_of_join(process, tree, *parted_at, flows, findings)
        }
        MeetingTree::Arc(_) | MeetingTree::Merge(_) => {
            flows.into_iter().collect::<Option<Sum>>().map(Sum::value)
        }
    })
}

/// What comes along a join, given what comes along its branches; `None` if unknown.
fn flow_of_join(
    process: &Process,
    join: &MeetingTree,
    parted_at: Option<usize>,
    flows: OfBranches<Option<f64>>,
    findings: &mut Vec<(ProblemCode, Vec<StepId>)>,
) -> Option<f64> {
    let flows: OfBranches<f64> = flows.into_iter().collect::<Option<_>>()?;
    let first = *flows.first()?;
    let parted = match parted_at {
        None => Some(1.0),
        Some(moment) => process.moments[moment].visits,
    };
    let differs = |a: f64, b: f64| (a - b).abs() > VISIT_DUST * a.abs().max(b.abs());
    let sources = || {
        let mut moments: Vec<usize> =
            join.arcs().filter_map(|arc| process.arcs[arc].from).collect();
        moments.sort_unstable();
        moments.dedup();
        moments.into_iter().filter_map(|from| process.moments[from].first_step()).collect()
    };
    if flows.iter().any(|flow| differs(*flow, first)) {
        findings.push((ProblemCode::UnbalancedJoin, sources()));
        return None;
    }
    if parted.is_some_and(|parted| differs(parted, first)) {
        // Each branch comes here as often, but not always both for the same customer.
        findings.push((ProblemCode::AmbiguousJoin, sources()));
    }
    Some(first)
}

/// A list that is seldom longer than a loop has moments, and then needs no allocation.
type Few<T> = SmallVec<[T; 4]>;

/// The flow inside one strongly connected group.
pub(crate) struct LoopFlow {
    /// Visits that come from outside the group.
    pub(crate) inflow: Few<f64>,
    /// Where each arc inside the group starts and ends, and its share.
    arcs: Few<(usize, usize, f64)>,
}

impl LoopFlow {
    /// A group of so many moments without flow.
    pub(crate) fn new(size: usize) -> Self {
        Self { inflow: smallvec![0.0; size], arcs: Few::new() }
    }

    /// Adds an arc inside the group.
    pub(crate) fn connect(&mut self, from: usize, to: usize, share: f64) {
        self.arcs.push((from, to, share));
    }

    /// The visits of each moment; `None` if some customers never leave.
    ///
    /// Moments are eliminated one by one, those with the fewest arcs first (Markowitz 1957), so
    /// that long chains with local rework cost about as much as chains without. All pivots are
    /// positive exactly if every customer leaves at last (the matrix is then an M-matrix).
    pub(crate) fn solve(self) -> Option<Vec<f64>> {
        if self.inflow.len() > 1 {
            return Elimination::of(self).solve();
        }
        // Most moments are in no loop, and those need no tables.
        let again = sum_of(self.arcs.iter().map(|(_, _, share)| *share));
        let leaves = 1.0 - again;
        let visits: Vec<f64> = self.inflow.iter().map(|inflow| inflow / leaves).collect();
        (leaves > LEAST_EXIT && visits.iter().all(|visits| visits.is_finite())).then_some(visits)
    }
}

/// A group of which some moments are taken out already, their flow led past them. In wide numbers,
/// since moments with as many arcs are taken out in the order of the rows, which must not show.
struct Elimination {
    inflow: Few<Wide>,
    outs: Few<Shares>,
    ins: Few<Shares>,
}

/// Shares by moment, ascending. Few for each, so that a list is quicker than a tree.
#[derive(Clone, Default)]
struct Shares(SmallVec<[(usize, Wide); 2]>);

impl Shares {
    fn find(&self, moment: usize) -> Result<usize, usize> {
        self.0.binary_search_by_key(&moment, |(other, _)| *other)
    }

    fn add(&mut self, moment: usize, share: Wide) {
        match self.find(moment) {
            Ok(at) => self.0[at].1 = self.0[at].1 + share,
            Err(at) => self.0.insert(at, (moment, Wide::default() + share)),
        }
    }

    fn remove(&mut self, moment: usize) -> Option<Wide> {
        self.find(moment).ok().map(|at| self.0.remove(at).1)
    }

    fn others(&self, moment: usize) -> impl Iterator<Item = &(usize, Wide)> {
        self.0.iter().filter(move |(other, _)| *other != moment)
    }
}

impl Elimination {
    fn of(flow: LoopFlow) -> Self {
        let size = flow.inflow.len();
        let empty: Few<Shares> = smallvec![Shares::default(); size];
        let inflow = flow.inflow.into_iter().map(Wide::from).collect();
        let mut elimination = Self { inflow, outs: empty.clone(), ins: empty };
        for (from, to, share) in flow.arcs {
            elimination.connect(from, to, share.into());
        }
        elimination
    }

    fn connect(&mut self, from: usize, to: usize, share: Wide) {
        self.outs[from].add(to, share);
        self.ins[to].add(from, share);
    }

    fn solve(mut self) -> Option<Vec<f64>> {
        let size = self.inflow.len();
        let degree = |flow: &Self, at: usize| flow.ins[at].0.len() * flow.outs[at].0.len();
        let mut queue: BinaryHeap<Reverse<(usize, usize)>> =
            (0..size).map(|at| Reverse((degree(&self, at), at))).collect();
        let mut gone: Few<bool> = smallvec![false; size];
        let mut steps: Few<(usize, Shares, Wide)> = Few::with_capacity(size);
        while let Some(Reverse((expected, at))) = queue.pop() {
            if gone[at] {
                continue;
            }
            let now = degree(&self, at);
            if now != expected {
                queue.push(Reverse((now, at)));
                continue;
            }
            gone[at] = true;
            let mut ins = std::mem::take(&mut self.ins[at]);
            let outs = std::mem::take(&mut self.outs[at]);
            let leaves = Wide::ONE - ins.remove(at).unwrap_or_default();
            if leaves.value() <= LEAST_EXIT {
                return None;
            }
            for (to, share) in outs.others(at) {
                self.ins[*to].remove(at);
                self.inflow[*to] = self.inflow[*to] + self.inflow[at] * *share / leaves;
            }
            for (from, before) in &ins.0 {
                self.outs[*from].remove(at);
                for (to, after) in outs.others(at) {
                    self.connect(*from, *to, *before * *after / leaves);
                }
            }
            steps.push((at, ins, leaves));
        }
        let mut visits: Few<Wide> = smallvec![Wide::default(); size];
        for (at, ins, leaves) in steps.into_iter().rev() {
            let around: Wide = ins.0.iter().map(|(from, share)| visits[*from] * *share).sum();
            visits[at] = (self.inflow[at] + around) / leaves;
        }
        let visits: Vec<f64> = visits.into_iter().map(Wide::value).collect();
        visits.iter().all(|v| v.is_finite()).then_some(visits)
    }
}
