//! Which Flows lead back: those on a way that comes back to where it started.
//!
//! Where a card stands says nothing of that. A Flow to a card further left may just go on.

use petgraph::algo::TarjanScc;
use petgraph::graph::{DiGraph, NodeIndex};

use super::Link;
use super::LinkId;
use crate::blueprint::LinkKind;

use std::sync::Arc;

/// For each link whether it is a Flow from whose target its start can be reached again; cards that
/// happen together are at one place. `at` says where a link's cards stand among `cards` cards. Linear in
/// cards and links.
pub(super) fn returning(
    links: &[(LinkId, Arc<Link>)],
    at: &[(u32, Option<u32>)],
    cards: usize,
) -> Vec<bool> {
    let mut flow = DiGraph::<(), ()>::with_capacity(cards, links.len());
    for _ in 0..cards {
        flow.add_node(());
    }
    let node = |card: u32| NodeIndex::new(card as usize);
    for ((_, link), (from, to)) in links.iter().zip(at) {
        let Some(to) = to else { continue };
        match link.kind {
            LinkKind::Flow => {
                flow.add_edge(node(*from), node(*to), ());
            }
            LinkKind::Together => {
                flow.add_edge(node(*from), node(*to), ());
                flow.add_edge(node(*to), node(*from), ());
            }
            LinkKind::Trigger => {}
        }
    }
    let mut scc = TarjanScc::new();
    scc.run(&flow, |_| {});
    let place = |card: u32| scc.node_component_index(&flow, node(card));
    let both = links.iter().zip(at);
    both.map(|((_, link), (from, to))| {
        link.kind == LinkKind::Flow && to.is_some_and(|to| place(*from) == place(to))
    })
    .collect()
}
