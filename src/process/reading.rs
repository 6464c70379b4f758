//! Reads cards and links as moments and arcs.

use petgraph::unionfind::UnionFind;
use rustc_hash::FxHashSet;
use smallvec::{SmallVec, smallvec};

use super::activities::{self, LaneZones};
use super::network::{ArcKind, Ends, FlowArc, Moment, Part, Process, Variation};
use super::number_lists::NumberLists;
use super::problem::{Problem, ProblemCode, ProblemPlace};
use super::rounded;
use super::sum::sum_of;
use crate::blueprint::{Link, LinkEnd, LinkId, LinkKind, Scenario, Share, Step, StepId, StepKind};

/// Shares whose sum differs from the whole by less than this add up.
pub(super) const SHARE_DUST: f64 = 1e-9;

impl Ends {
    /// The ends of all links, in their order; `None` for a link of a step that is not there. Linear.
    fn of_links(scenario: &Scenario) -> Vec<Option<Self>> {
        let steps = scenario.steps();
        let ends = |link: &Link| {
            let from = steps.get_index_of(&link.from)?;
            let to = match link.to {
                LinkEnd::Outside => None,
                LinkEnd::Step(to) => Some(steps.get_index_of(&to)?),
            };
            Some(Self { from, to })
        };
        scenario.links().values().map(|link| ends(link)).collect()
    }
}

/// Builds moments and arcs. Near-linear in steps and links.
pub(super) fn read(scenario: &Scenario) -> Process {
    let mut reading = Reading {
        scenario,
        zones: LaneZones::of(scenario),
        process: Process { ends: Ends::of_links(scenario), ..Process::default() },
        moment_at: Vec::new(),
        unsound: FxHashSet::default(),
    };
    reading.read_moments();
    reading.read_links();
    reading.settle_shares();
    reading.process
}

struct Reading<'a> {
    scenario: &'a Scenario,
    zones: LaneZones,
    process: Process,
    /// The moment of each step by its position; `None` for evidence and notes.
    moment_at: Vec<Option<usize>>,
    /// Arcs whose links disagree about the share.
    unsound: FxHashSet<usize>,
}

impl Reading<'_> {
    fn read_moments(&mut self) {
        let steps = self.scenario.steps();
        let mut groups: UnionFind<usize> = UnionFind::new(steps.len());
        let mut linked = vec![false; steps.len()];
        for (link, ends) in self.scenario.links().values().zip(&self.process.ends) {
            let Some(Ends { from, to }) = *ends else { continue };
            let Some(to) = to else {
                linked[from] = true;
                continue;
            };
            if steps[from].kind.flows() && steps[to].kind.flows() {
                (linked[from], linked[to]) = (true, true);
                if link.kind == LinkKind::Together {
                    groups.union(from, to);
                }
            }
        }
        if let Some(only) = self.only_service(&linked) {
            linked[only] = true;
        }
        let mut moment_of_group: Vec<Option<usize>> = vec![None; steps.len()];
        // Each moment with the positions of its steps.
        let mut members: Vec<(usize, usize)> = Vec::with_capacity(steps.len());
        let mut count = 0;
        self.process.moment_of.reserve(steps.len());
        self.moment_at = vec![None; steps.len()];
        for (index, (id, step)) in steps.iter().enumerate() {
            if !step.kind.flows() {
                continue;
            }
            let moment = *moment_of_group[groups.find(index)].get_or_insert_with(|| {
                count += 1;
                count - 1
            });
            members.push((moment, index));
            self.process.moment_of.insert(*id, moment);
            self.moment_at[index] = Some(moment);
            if !linked[index] && step.enter.is_none() {
                self.problem(ProblemCode::NotConnected, ProblemPlace::Step(*id));
            }
        }
        let members = NumberLists::of(count, &members);
        self.process.moments.reserve(count);
        for moment in 0..count {
            let positions = members.list(moment);
            let apart = positions.iter().all(|at| !linked[*at] && steps[*at].enter.is_none());
            let moment = self.moment(positions, apart);
            self.process.moments.push(moment);
        }
    }

    /// Where nothing is linked, the only step that could be served, by its position: it is the whole
    /// service. Cards without time, people or places around it are no service of their own.
    fn only_service(&self, linked: &[bool]) -> Option<usize> {
        let steps = self.scenario.steps();
        if linked.contains(&true) || steps.values().any(|step| step.enter.is_some()) {
            return None;
        }
        let could_be_served = |step: &Step| {
            let serves = step.time.is_some() || !step.needs.is_empty() || step.places.is_some();
            step.kind.flows() && serves
        };
        let mut found = steps.values().enumerate().filter(|(_, step)| could_be_served(step));
        let (only, _) = found.next()?;
        found.next().is_none().then_some(only)
    }

    /// The moment of the steps at these positions.
    fn moment(&mut self, positions: &[usize], apart: bool) -> Moment {
        let steps = || {
            let found = |at: &usize| {
                let (id, step) = self.scenario.steps().get_index(*at)?;
                Some((*at, *id, step.as_ref()))
            };
            positions.iter().filter_map(found)
        };
        let mut decisions =
            steps().filter(|(.., step)| step.kind == StepKind::Decision).map(|(_, id, _)| id);
        let (first, second) = (decisions.next(), decisions.next());
        if let (Some(first), Some(second)) = (first, second) {
            let mut problem =
                Problem::at(ProblemCode::SeveralDecisions, ProblemPlace::Step(second));
            problem.steps = std::iter::once(first).chain([second]).chain(decisions).collect();
            self.process.problems.push(problem);
        }
        let timing = activities::of_moment(self.scenario, &self.zones, steps(), positions.len());
        Moment {
            activities: timing.activities,
            part: if apart { Part::Apart } else { Part::Unreached },
            decision: first.filter(|_| second.is_none()),
            ins: SmallVec::new(),
            outs: SmallVec::new(),
            meeting: None,
            visits: if second.is_some() { None } else { Some(0.0) },
            duration_s: timing.duration_s,
            variation: timing.variation,
        }
    }

    fn read_links(&mut self) {
        // Arrivals come behind.
        self.process.arcs.reserve(self.process.ends.len() + 1);
        for (at, (id, link)) in self.scenario.links().iter().enumerate() {
            let kind = match link.kind {
                LinkKind::Together => continue,
                LinkKind::Flow => ArcKind::Flow,
                LinkKind::Trigger => ArcKind::Trigger,
            };
            let Some(ends) = self.process.ends[at] else { continue };
            let Some(from) = self.moment_at[ends.from] else { continue };
            let to = match ends.to {
                None => None,
                Some(to) => match self.moment_at[to] {
                    Some(moment) => Some(moment),
                    None => continue,
                },
            };
            if to == Some(from) && link.to != LinkEnd::Step(link.from) {
                let mut problem =
                    Problem::at(ProblemCode::FlowInsideMoment, ProblemPlace::Link(*id));
                problem.steps = self.process.moments[from].steps().collect();
                self.process.problems.push(problem);
                // How often a moment is passed that leads into itself is anybody's guess.
                self.process.moments[from].visits = None;
                continue;
            }
            let share = if kind == ArcKind::Flow { link.share } else { None };
            self.read_arc(*id, (from, to, kind), share);
        }
    }

    fn read_arc(
        &mut self,
        id: LinkId,
        (from, to, kind): (usize, Option<usize>, ArcKind),
        share: Option<Share>,
    ) {
        let share = share.map(Share::value);
        let Some(known) = self.arc_of(from, to, kind) else {
            let arc = self.process.arcs.len();
            self.process.arcs.push(FlowArc {
                from: Some(from),
                to,
                kind,
                share,
                back: false,
                refused: false,
                links: smallvec![id],
            });
            self.process.moments[from].outs.push(arc);
            if let Some(to) = to {
                self.process.moments[to].ins.push(arc);
            }
            return;
        };
        let arc = &mut self.process.arcs[known];
        arc.links.push(id);
        match (arc.share, share) {
            (Some(a), Some(b)) if (a - b).abs() > SHARE_DUST => {
                self.unsound.insert(known);
                self.problem(ProblemCode::SharesDiffer, ProblemPlace::Link(id));
            }
            (None, Some(_)) => arc.share = share,
            _ => {}
        }
    }

    /// The arc between two moments, if a link has made it. Looks at the fewer of the arcs that lead
    /// away from the one and to the other, of which there are seldom more than two.
    fn arc_of(&self, from: usize, to: Option<usize>, kind: ArcKind) -> Option<usize> {
        let moments = &self.process.moments;
        let outs = &moments[from].outs;
        let looked_at = to.map(|to| &moments[to].ins).filter(|ins| ins.len() < outs.len());
        let is_it = |arc: &&usize| {
            let arc = &self.process.arcs[**arc];
            arc.from == Some(from) && arc.to == to && arc.kind == kind
        };
        looked_at.unwrap_or(outs).iter().find(is_it).copied()
    }

    /// Turns what the links say into the number of visits that take each arc.
    fn settle_shares(&mut self) {
        for index in 0..self.process.moments.len() {
            let moment = &self.process.moments[index];
            let decision = moment.decision;
            // Several decisions have left the visits unknown already.
            let several = moment.visits.is_none() && self.several_decisions(moment);
            let outs = std::mem::take(&mut self.process.moments[index].outs);
            let is_flow = |arc: &&usize| self.process.arcs[**arc].kind == ArcKind::Flow;
            if several || outs.iter().any(|arc| self.unsound.contains(arc)) {
                self.share_alike(&outs, None);
            } else if let Some(decision) = decision {
                let flows: Vec<usize> = outs.iter().filter(is_flow).copied().collect();
                let shares = self.decided_shares(decision, &flows);
                for (at, arc) in flows.into_iter().enumerate() {
                    self.process.arcs[arc].share =
                        shares.as_ref().and_then(|shares| shares.get(at)).copied();
                }
            } else {
                self.share_alike(&outs, Some(1.0));
            }
            self.process.moments[index].outs = outs;
        }
        for arc in &mut self.process.arcs {
            if arc.kind == ArcKind::Trigger {
                arc.share = Some(1.0);
            }
        }
    }

    fn share_alike(&mut self, outs: &[usize], share: Option<f64>) {
        for arc in outs {
            let arc = &mut self.process.arcs[*arc];
            if arc.kind == ArcKind::Flow {
                arc.share = share;
            }
        }
    }

    fn several_decisions(&self, moment: &Moment) -> bool {
        let is_decision = |step: StepId| {
            self.scenario.steps().get(&step).is_some_and(|step| step.kind == StepKind::Decision)
        };
        moment.decision.is_none() && moment.steps().any(is_decision)
    }

    /// The shares out of a decision; a single blank one is what the others leave.
    fn decided_shares(&mut self, decision: StepId, flows: &[usize]) -> Option<Vec<f64>> {
        let given: Vec<Option<f64>> =
            flows.iter().map(|arc| self.process.arcs[*arc].share).collect();
        let sum = sum_of(given.iter().flatten().copied());
        let blanks = given.iter().filter(|share| share.is_none()).count();
        let rest = 1.0 - sum;
        if blanks == 0
            && rest.abs() > SHARE_DUST
            && rounded::add_up(given.iter().flatten().copied())
        {
            let mut problem = Problem::at(ProblemCode::SharesRounded, ProblemPlace::Step(decision));
            problem.amount = Some(sum);
            self.process.problems.push(problem);
            return Some(given.into_iter().flatten().map(|share| share / sum).collect());
        }
        let sound = match blanks {
            0 => rest.abs() <= SHARE_DUST || flows.is_empty(),
            1 => rest > SHARE_DUST,
            _ => false,
        };
        if !sound {
            let mut problem =
                Problem::at(ProblemCode::SharesDoNotAddUp, ProblemPlace::Step(decision));
            // Of shares that are 100 % together the one that is not given is missing.
            problem.amount = Some(sum).filter(|_| blanks == 0 || rest < -SHARE_DUST);
            self.process.problems.push(problem);
            return None;
        }
        Some(given.into_iter().map(|share| share.unwrap_or(rest)).collect())
    }

    fn problem(&mut self, code: ProblemCode, place: ProblemPlace) {
        self.process.problems.push(Problem::at(code, place));
    }
}

/// Finds where customers enter and adds an arrival arc for each place.
///
/// Entries are the moments that carry a share of the arrivals. If none does, they are the moments
/// that nothing enters; of a loop that nothing enters from outside, its first in document order.
pub(super) fn read_arrivals(scenario: &Scenario, process: &mut Process) {
    let mut entries: Vec<(usize, Option<f64>)> = Vec::new();
    for (index, moment) in process.moments.iter().enumerate() {
        let mut shares = moment.steps().filter_map(|id| {
            let share = scenario.steps().get(&id)?.enter?;
            Some((id, share.value()))
        });
        let Some((_, share)) = shares.next() else { continue };
        let differing = shares.find(|(_, other)| (other - share).abs() > SHARE_DUST);
        if let Some((step, _)) = differing {
            process.problems.push(Problem::at(ProblemCode::SharesDiffer, ProblemPlace::Step(step)));
        }
        entries.push((index, differing.is_none().then_some(share)));
    }
    if entries.is_empty() {
        let sources = sources(process);
        for &(moment, group) in &sources {
            name_assumed_entry(process, moment, group);
        }
        entries = sources.into_iter().map(|(moment, _)| (moment, Some(1.0))).collect();
        process.forks_on_arrival = entries.len() > 1;
        if process.forks_on_arrival {
            let mut problem = Problem::at(ProblemCode::SeveralEntries, ProblemPlace::Sheet);
            problem.steps =
                entries.iter().filter_map(|(at, _)| process.moments[*at].first_step()).collect();
            process.problems.push(problem);
        }
    } else if entries.iter().all(|(_, share)| share.is_some()) {
        let sum = sum_of(entries.iter().filter_map(|(_, share)| *share));
        if (sum - 1.0).abs() > SHARE_DUST {
            let rounded = rounded::add_up(entries.iter().filter_map(|(_, share)| *share));
            let code =
                if rounded { ProblemCode::SharesRounded } else { ProblemCode::EntriesDoNotAddUp };
            let mut problem = Problem::at(code, ProblemPlace::Sheet);
            problem.amount = Some(sum);
            problem.steps =
                entries.iter().filter_map(|(at, _)| process.moments[*at].first_step()).collect();
            process.problems.push(problem);
            for (_, share) in &mut entries {
                *share = share.filter(|_| rounded).map(|share| share / sum);
            }
        }
    } else {
        for (_, share) in &mut entries {
            *share = None;
        }
    }
    for (moment, share) in entries {
        let arc = process.arcs.len();
        process.arcs.push(FlowArc {
            from: None,
            to: Some(moment),
            kind: ArcKind::Arrival,
            share,
            back: false,
            refused: false,
            links: SmallVec::new(),
        });
        process.moments[moment].ins.push(arc);
    }
}

/// Names the loop in which nothing tells the first moment from the others but that it was drawn
/// first.
fn name_assumed_entry(process: &mut Process, moment: usize, group: usize) {
    let Some(step) = process.moments[moment].first_step() else { return };
    let others = process.order.iter().nth(group).into_iter().flatten();
    let others = others.filter(|other| **other != moment);
    let steps: Vec<StepId> =
        others.filter_map(|other| process.moments[*other].first_step()).collect();
    if !steps.is_empty() {
        let mut problem = Problem::at(ProblemCode::EntryAssumed, ProblemPlace::Step(step));
        problem.steps = steps;
        process.problems.push(problem);
    }
}

/// The first moment of every group that no other group leads to, with the group.
fn sources(process: &Process) -> Vec<(usize, usize)> {
    let mut group_of = vec![0; process.moments.len()];
    for (group, members) in process.order.iter().enumerate() {
        for member in members {
            group_of[*member] = group;
        }
    }
    let mut entered = vec![false; process.order.count()];
    for arc in &process.arcs {
        if let (Some(from), Some(to)) = (arc.from, arc.to)
            && group_of[from] != group_of[to]
        {
            entered[group_of[to]] = true;
        }
    }
    let mut found: Vec<(usize, usize)> = process
        .order
        .iter()
        .zip(entered)
        .enumerate()
        .filter(|(_, (_, entered))| !entered)
        .filter_map(|(group, (members, _))| Some((members.iter().copied().min()?, group)))
        .filter(|(moment, _)| process.moments[*moment].part != Part::Apart)
        .collect();
    found.sort_unstable();
    found
}

/// How a moment's steps fill in each other's blanks.
pub(super) struct Timing {
    pub(super) activities: SmallVec<[super::network::Activity; 1]>,
    pub(super) duration_s: Option<f64>,
    pub(super) variation: Variation,
}
