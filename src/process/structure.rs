//! Who reaches what, what leads back, and what flows that meet do to each other.

use smallvec::SmallVec;

use super::depth_first::DepthFirst;
use super::dominators::immediate_dominators;
use super::network::{ArcKind, MeetingTree, Part, Process};
use super::number_lists::NumberLists;
use super::problem::{Problem, ProblemCode, ProblemPlace};
use crate::blueprint::{Meeting, Scenario};

/// Strongly connected groups of moments over flows and triggers, upstream first; members by index.
/// Linear in moments and arcs, which are searched twice: against their direction, and from what is
/// then over last along it (Kosaraju; Sharir 1981).
pub(super) fn groups(process: &Process) -> NumberLists {
    let (moments, arcs) = (&process.moments, &process.arcs);
    let mut against = DepthFirst::over(moments.len());
    for moment in 0..moments.len() {
        against.from(moment, |at| moments[at].ins.iter().filter_map(|arc| arcs[*arc].from));
    }
    let mut along = DepthFirst::over(moments.len());
    // Where the members of each group begin among those that are over, downstream first.
    let mut starts = Vec::with_capacity(moments.len());
    for &moment in against.postorder.iter().rev() {
        let start = along.postorder.len();
        along.from(moment, |at| moments[at].outs.iter().filter_map(|arc| arcs[*arc].to));
        if start < along.postorder.len() {
            starts.push(start);
        }
    }
    let mut groups = NumberLists::with_room(starts.len(), moments.len());
    let mut end = moments.len();
    for &start in starts.iter().rev() {
        along.postorder[start..end].sort_unstable();
        groups.add(along.postorder[start..end].iter().copied());
        end = start;
    }
    groups
}

/// Marks what customers reach and what triggers set off, and refuses arcs from triggered work back
/// into the customers' flow.
pub(super) fn mark_parts(process: &mut Process) {
    let arrivals: Vec<usize> = process
        .arcs
        .iter()
        .filter(|arc| arc.kind == ArcKind::Arrival && arc.is_live())
        .filter_map(|arc| arc.to)
        .collect();
    spread(process, arrivals, Part::Customer);
    let mut set_off = Vec::new();
    for index in 0..process.moments.len() {
        if process.moments[index].part == Part::Customer {
            set_off.extend(targets(process, index, |kind| kind == ArcKind::Trigger));
        }
    }
    set_off.retain(|moment| process.moments[*moment].part == Part::Unreached);
    spread(process, set_off, Part::Triggered);
    for index in 0..process.arcs.len() {
        let arc = &process.arcs[index];
        let (Some(from), Some(to)) = (arc.from, arc.to) else { continue };
        let comes_back = process.moments[from].part == Part::Triggered
            || (arc.kind == ArcKind::Trigger && process.moments[from].is_reached());
        if comes_back && process.moments[to].part == Part::Customer {
            let place =
                arc.links.first().map_or(ProblemPlace::Sheet, |link| ProblemPlace::Link(*link));
            process.problems.push(Problem::at(ProblemCode::TriggerRejoins, place));
            process.arcs[index].refused = true;
            process.moments[to].visits = None;
        }
    }
}

fn targets(
    process: &Process,
    from: usize,
    wanted: impl Fn(ArcKind) -> bool,
) -> impl Iterator<Item = usize> {
    process.moments[from]
        .outs
        .iter()
        .map(|arc| &process.arcs[*arc])
        .filter(move |arc| arc.is_live() && wanted(arc.kind))
        .filter_map(|arc| arc.to)
}

fn spread(process: &mut Process, starts: Vec<usize>, part: Part) {
    let mut open = starts;
    while let Some(index) = open.pop() {
        if process.moments[index].part != Part::Unreached {
            continue;
        }
        process.moments[index].part = part;
        let follows = |kind| kind == ArcKind::Flow || part == Part::Triggered;
        open.extend(targets(process, index, follows));
    }
}

/// Finds back arcs, and how the other arcs of each moment meet.
///
/// A node is put on every arc, and dominators are computed from a virtual root, the arrivals
/// (Cooper, Harvey & Kennedy 2001). Arcs into a moment join if their nearest common dominator is a
/// fork and merge if it is a decision; the nearest common dominators of several arcs form a tree.
pub(super) fn settle_meetings(scenario: &Scenario, process: &mut Process) {
    let tree = DominatorTree::of(process);
    for index in 0..process.arcs.len() {
        let arc = &process.arcs[index];
        let (Some(from), Some(to), true) = (arc.from, arc.to, tree.has_arc(index)) else {
            continue;
        };
        if arc.kind == ArcKind::Flow && tree.dominates(tree.moment(to), tree.moment(from)) {
            process.arcs[index].back = true;
            if !tree.decided_between(process, from, to) {
                let place = process.arcs[index]
                    .links
                    .first()
                    .map_or(ProblemPlace::Sheet, |link| ProblemPlace::Link(*link));
                process.problems.push(Problem::at(ProblemCode::ReworkWithoutDecision, place));
                process.moments[to].visits = None;
            }
        }
    }
    for index in 0..process.moments.len() {
        let meeting = meeting(scenario, process, &tree, index);
        process.moments[index].meeting = meeting;
    }
}

fn meeting(
    scenario: &Scenario,
    process: &mut Process,
    tree: &DominatorTree,
    index: usize,
) -> Option<MeetingTree> {
    let mut asked = process.moments[index]
        .steps()
        .filter_map(|id| scenario.steps().get(&id)?.meeting.map(|meeting| (id, meeting)));
    let asked_first = asked.next();
    let disagreeing = asked_first
        .and_then(|(_, first)| asked.find(|(_, other)| *other != first))
        .map(|(step, _)| step);
    if let Some(step) = disagreeing {
        process.problems.push(Problem::at(ProblemCode::AmbiguousJoin, ProblemPlace::Step(step)));
    }
    if let [only] = process.moments[index].ins.as_slice() {
        return tree.has_arc(*only).then_some(MeetingTree::Arc(*only));
    }
    let mut forward: SmallVec<[usize; 4]> = SmallVec::new();
    let mut adding: SmallVec<[MeetingTree; 1]> = SmallVec::new();
    for &arc in process.moments[index].ins.iter().filter(|arc| tree.has_arc(**arc)) {
        if process.arcs[arc].back || process.arcs[arc].kind == ArcKind::Trigger {
            adding.push(MeetingTree::Arc(arc));
        } else {
            forward.push(arc);
        }
    }
    let leaves = || forward.iter().map(|arc| MeetingTree::Arc(*arc)).collect::<Vec<_>>();
    let met = match (forward.as_slice(), asked_first.filter(|_| disagreeing.is_none())) {
        ([], _) => None,
        ([arc], _) => Some(MeetingTree::Arc(*arc)),
        (_, Some((_, Meeting::Merge))) => Some(MeetingTree::Merge(leaves())),
        (arcs, Some((_, Meeting::Join))) => {
            let parted_at = tree.parted_at(&tree.met(process, arcs));
            Some(MeetingTree::Join { parted_at, branches: leaves() })
        }
        (arcs, None) => Some(tree.met(process, arcs)),
    };
    match (met, adding.is_empty()) {
        (met, true) => met,
        (None, false) if adding.len() == 1 => adding.pop(),
        (met, false) => Some(MeetingTree::Merge(met.into_iter().chain(adding).collect())),
    }
}

/// Flows that met, on the way to a moment.
struct Met {
    tree: MeetingTree,
    /// Whether all of them come from triggered work.
    triggered: bool,
}

impl Met {
    fn along(process: &Process, arc: usize) -> Self {
        let from = process.arcs[arc].from;
        let triggered = from.is_none_or(|from| process.moments[from].part == Part::Triggered);
        Self { tree: MeetingTree::Arc(arc), triggered }
    }
}

/// The dominator tree over the root (0), the moments and the arcs.
struct DominatorTree {
    moments: usize,
    parent: Vec<Option<usize>>,
    depth: Vec<usize>,
    /// First and last number of the subtree in a walk of the tree.
    span: Vec<(usize, usize)>,
}

impl DominatorTree {
    fn of(process: &Process) -> Self {
        let moments = process.moments.len();
        let nodes = 1 + moments + process.arcs.len();
        let mut pairs = Vec::with_capacity(2 * process.arcs.len());
        for (index, arc) in process.arcs.iter().enumerate().filter(|(_, arc)| arc.is_live()) {
            let node = 1 + moments + index;
            pairs.push((arc.from.map_or(0, |moment| 1 + moment), node));
            pairs.extend(arc.to.map(|to| (node, 1 + to)));
        }
        let parent = immediate_dominators(&NumberLists::of(nodes, &pairs), 0);
        Self::walk(moments, parent)
    }

    fn walk(moments: usize, parent: Vec<Option<usize>>) -> Self {
        let mut pairs: Vec<(usize, usize)> = Vec::with_capacity(parent.len());
        pairs.extend(parent.iter().enumerate().filter_map(|(node, above)| Some(((*above)?, node))));
        let children = NumberLists::of(parent.len(), &pairs);
        let mut tree = Self {
            moments,
            depth: vec![0; parent.len()],
            span: vec![(usize::MAX, 0); parent.len()],
            parent,
        };
        let mut clock = 0;
        let mut open = vec![(0, false)];
        while let Some((node, done)) = open.pop() {
            if done {
                tree.span[node].1 = clock;
                continue;
            }
            tree.span[node].0 = clock;
            clock += 1;
            open.push((node, true));
            for child in children.list(node).iter().rev() {
                tree.depth[*child] = tree.depth[node] + 1;
                open.push((*child, false));
            }
        }
        tree
    }

    fn moment(&self, moment: usize) -> usize {
        debug_assert!(moment < self.moments, "a moment of the process");
        1 + moment
    }

    fn arc(&self, arc: usize) -> usize {
        1 + self.moments + arc
    }

    fn has_arc(&self, arc: usize) -> bool {
        self.parent[self.arc(arc)].is_some()
    }

    fn dominates(&self, above: usize, below: usize) -> bool {
        let ((first, last), (at, _)) = (self.span[above], self.span[below]);
        first <= at && at < last
    }

    fn nearest_common(&self, mut a: usize, mut b: usize) -> usize {
        while a != b {
            let deeper = if self.depth[a] >= self.depth[b] { &mut a } else { &mut b };
            let Some(above) = self.parent[*deeper] else { return 0 };
            *deeper = above;
        }
        a
    }

    /// Whether a decision lies on every way from `to` round to `from`.
    fn decided_between(&self, process: &Process, from: usize, to: usize) -> bool {
        let mut node = self.moment(from);
        loop {
            let is_decision =
                (1..=self.moments).contains(&node) && process.moments[node - 1].decision.is_some();
            if is_decision {
                return true;
            }
            match self.parent[node] {
                Some(above) if node != self.moment(to) => node = above,
                _ => return false,
            }
        }
    }

    /// The tree in which two or more forward arcs meet.
    fn met(&self, process: &Process, arcs: &[usize]) -> MeetingTree {
        if let &[one, other] = arcs {
            let common = self.nearest_common(self.arc(one), self.arc(other));
            let in_order = self.span[self.arc(one)].0 <= self.span[self.arc(other)].0;
            let (first, last) = if in_order { (one, other) } else { (other, one) };
            let met = [Met::along(process, first), Met::along(process, last)];
            return self.close(process, common, met).tree;
        }
        let mut sorted = arcs.to_vec();
        sorted.sort_by_key(|arc| self.span[self.arc(*arc)].0);
        let mut stack: Vec<(usize, Vec<Met>)> = Vec::new();
        let mut current = Met::along(process, sorted[0]);
        for pair in sorted.windows(2) {
            let common = self.nearest_common(self.arc(pair[0]), self.arc(pair[1]));
            while let Some((node, branches)) =
                stack.pop_if(|(node, _)| self.depth[*node] > self.depth[common])
            {
                current = self.close(process, node, branches.into_iter().chain([current]));
            }
            match stack.last_mut() {
                Some((node, branches)) if *node == common => branches.push(current),
                _ => {
                    let mut branches = Vec::with_capacity(2);
                    branches.push(current);
                    stack.push((common, branches));
                }
            }
            current = Met::along(process, pair[1]);
        }
        while let Some((node, branches)) = stack.pop() {
            current = self.close(process, node, branches.into_iter().chain([current]));
        }
        current.tree
    }

    /// Lets flows meet whose nearest common dominator is a node.
    fn close(&self, process: &Process, node: usize, met: impl IntoIterator<Item = Met>) -> Met {
        let mut triggered = true;
        let met = met.into_iter().inspect(|branch| triggered &= branch.triggered);
        let branches: Vec<MeetingTree> = met.map(|branch| branch.tree).collect();
        let parted_at = (1..=self.moments).contains(&node).then(|| node - 1);
        let merges = match parted_at {
            None => !process.forks_on_arrival,
            Some(moment) => {
                // Work that a decision's moment triggers twice did not part at the decision.
                process.moments[moment].decision.is_some()
                    && !(triggered && process.moments[moment].part == Part::Customer)
            }
        };
        let tree = if merges {
            MeetingTree::Merge(branches)
        } else {
            MeetingTree::Join { parted_at, branches }
        };
        Met { tree, triggered }
    }

    fn parted_at(&self, tree: &MeetingTree) -> Option<usize> {
        let nodes = tree.arcs().map(|arc| self.arc(arc));
        let node = nodes.reduce(|common, arc| self.nearest_common(common, arc))?;
        (1..=self.moments).contains(&node).then(|| node - 1)
    }
}
