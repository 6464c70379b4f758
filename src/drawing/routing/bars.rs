//! The small bars of forks and joins: where customers' ways part that are all taken, and where those
//! wait for each other.

use std::sync::Arc;

use petgraph::algo::dominators::{Dominators, simple_fast};
use petgraph::graph::{DiGraph, NodeIndex};
use petgraph::unionfind::UnionFind;
use rustc_hash::FxHashSet;

use super::super::card::Card;
use super::super::space::{Point, Rect, Size};
use super::RouteStyle;
use super::ports::Ends;
use super::search::Corners;
use crate::blueprint::{Link, LinkId, LinkKind, StepId, StepKind};

/// How thick and how long a bar is, in sheet units.
const BAR: Size = Size::new(4.0, 26.0);

/// A bar across the trunk of several Flows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bar {
    /// The step that they leave or reach.
    pub step: StepId,
    /// Whether they meet here; else they part.
    pub joins: bool,
    /// Where it lies on the sheet.
    pub rect: Rect,
}

/// At which cards ways part that are all taken, and at which they meet again: a matter of links
/// alone.
#[derive(Clone, Debug, Default)]
pub(super) struct Meetings {
    forks: Vec<u32>,
    joins: Vec<u32>,
}

impl Meetings {
    /// Reads the links. Ways meet as a join if the nearest step that all of them come through is a
    /// fork, not a decision (dominators: Cooper, Harvey & Kennedy 2001).
    pub(super) fn of(
        links: &[(LinkId, Arc<Link>)],
        at: &[(u32, Option<u32>)],
        cards: &[Card],
    ) -> Self {
        let flows = || {
            links.iter().zip(at).filter_map(|((_, link), (from, to))| {
                let flow = |card: u32| cards.get(card as usize).is_some_and(|c| c.kind.flows());
                let to = (*to)?;
                (link.kind == LinkKind::Flow && from != &to && flow(*from) && flow(to))
                    .then_some((*from, to))
            })
        };
        let decides =
            |card: u32| cards.get(card as usize).is_some_and(|c| c.kind == StepKind::Decision);
        let forks = several(flows().map(|(from, _)| from).filter(|from| !decides(*from)));
        let meets = several(flows().map(|(_, to)| to));
        if forks.is_empty() || meets.is_empty() {
            return Self { forks, joins: Vec::new() };
        }
        let mut moments = UnionFind::<u32>::new(cards.len());
        for ((_, link), (from, to)) in links.iter().zip(at) {
            if let (LinkKind::Together, Some(to)) = (link.kind, to) {
                moments.union(*from, *to);
            }
        }
        let mut graph = DiGraph::<(), (), u32>::with_capacity(cards.len() + 1, links.len());
        for _ in 0..=cards.len() {
            graph.add_node(());
        }
        let root = NodeIndex::new(cards.len());
        let node = |card: u32| NodeIndex::new(moments.find(card) as usize);
        let mut entered = vec![false; cards.len()];
        let mut splits = vec![0_u32; cards.len()];
        let mut at_decision = vec![false; cards.len()];
        for card in 0..super::index(cards.len()) {
            at_decision[node(card).index()] |= decides(card);
        }
        for (from, to) in flows() {
            let (from, to) = (node(from), node(to));
            if from != to {
                graph.add_edge(from, to, ());
                entered[to.index()] = true;
                splits[from.index()] += 1;
            }
        }
        for (card, entered) in entered.iter().enumerate() {
            if !entered {
                graph.add_edge(root, NodeIndex::new(card), ());
            }
        }
        let tree = simple_fast(&graph, root);
        let mut by_end: Vec<(u32, u32)> = flows().map(|(from, to)| (to, from)).collect();
        by_end.sort_unstable();
        let joins = meets
            .into_iter()
            .filter(|card| {
                let start = by_end.partition_point(|(to, _)| to < card);
                let sources: Vec<NodeIndex<u32>> = by_end
                    .iter()
                    .skip(start)
                    .take_while(|(to, _)| to == card)
                    .map(|(_, from)| node(*from))
                    .collect();
                sources.iter().enumerate().any(|(at, a)| {
                    sources[at + 1..].iter().any(|b| {
                        nearest_common(&tree, *a, *b).is_some_and(|parted| {
                            let at = parted.index();
                            at < cards.len() && splits[at] > 1 && !at_decision[at]
                        })
                    })
                })
            })
            .collect();
        Self { forks, joins }
    }

    /// Where the bars lie once the links are routed.
    pub(super) fn bars(
        &self,
        cards: &[Card],
        ends: &[Ends],
        at: &[(u32, Option<u32>)],
        points: &[Corners],
    ) -> Vec<Bar> {
        if self.forks.is_empty() && self.joins.is_empty() {
            return Vec::new();
        }
        // (card, joins) with the turn that is nearest to it.
        let mut turns: Vec<(u32, bool, f32, Point, Point)> = Vec::new();
        for ((ends, (from, to)), points) in ends.iter().zip(at).zip(points) {
            if ends.style != RouteStyle::Flow || points.len() < 3 {
                continue;
            }
            if ends.from.shared && self.forks.binary_search(from).is_ok() {
                turns.push((*from, false, points[0].distance(points[1]), points[0], points[1]));
            }
            let (Some(to), Some(end)) = (*to, ends.to) else { continue };
            if end.shared
                && self.joins.binary_search(&to).is_ok()
                && let [.., turn, tip] = points.as_slice()
            {
                turns.push((to, true, turn.distance(*tip), *tip, *turn));
            }
        }
        turns.sort_by(|a, b| (a.0, a.1).cmp(&(b.0, b.1)).then(a.2.total_cmp(&b.2)));
        turns.dedup_by_key(|(card, joins, ..)| (*card, *joins));
        turns
            .into_iter()
            .filter_map(|(card, joins, _, edge, turn)| {
                let level = (edge.y - turn.y).abs() < 0.5;
                let size = if level { BAR } else { Size::new(BAR.height, BAR.width) };
                let step = cards.get(card as usize)?.step;
                Some(Bar { step, joins, rect: Rect::centred(turn, size) })
            })
            .collect()
    }
}

/// What occurs more than once, in order.
fn several(cards: impl Iterator<Item = u32>) -> Vec<u32> {
    let mut all: Vec<u32> = cards.collect();
    all.sort_unstable();
    all.chunk_by(|a, b| a == b)
        .filter(|same| same.len() > 1)
        .filter_map(|same| same.first().copied())
        .collect()
}

fn nearest_common(
    tree: &Dominators<NodeIndex<u32>>,
    a: NodeIndex<u32>,
    b: NodeIndex<u32>,
) -> Option<NodeIndex<u32>> {
    // Both are walked up in turn, so that the cost is how far apart the two are, not how far along.
    let (mut one, mut other) = (tree.dominators(a)?, tree.dominators(b)?);
    let (mut above_one, mut above_other) = (FxHashSet::default(), FxHashSet::default());
    loop {
        let (next, next_other) = (one.next(), other.next());
        if next.is_none() && next_other.is_none() {
            return None;
        }
        if let Some(node) = next {
            above_one.insert(node);
            if above_other.contains(&node) {
                return Some(node);
            }
        }
        if let Some(node) = next_other {
            above_other.insert(node);
            if above_one.contains(&node) {
                return Some(node);
            }
        }
    }
}
