//! How far along the flow things stand: the longest ways through a graph whose circles are broken.

/// A way from one node to another, and how many layers it spans at least.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LayerEdge {
    /// Where it starts, as a position among the nodes.
    pub from: usize,
    /// Where it leads, as a position among the nodes.
    pub to: usize,
    /// How many layers further on its end stands: 0 may share the layer.
    pub span: usize,
}

/// The layer of each node, and the edges that lead forwards.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layers {
    /// For each node the length of the longest way to it.
    pub depth: Vec<usize>,
    /// For each node its edges forwards: where they lead, and how many layers they span.
    pub forwards: Vec<Vec<(usize, usize)>>,
}

/// How far a walk has got with a node.
#[derive(Clone, Copy, PartialEq)]
enum Visit {
    New,
    Open,
    Done,
}

impl Layers {
    /// Layers `count` nodes. Edges that close a circle are left out: those that lead back to where
    /// a walk came from that begins at `first`, then wherever no edge leads in, then in the order
    /// of the nodes. An edge from or to a node that is not there, or from a node to itself, counts
    /// for nothing. Linear in nodes and edges.
    #[must_use]
    pub fn of(count: usize, edges: &[LayerEdge], first: &[usize]) -> Self {
        let mut after: Vec<Vec<(usize, usize)>> = vec![Vec::new(); count];
        let mut led_to = vec![false; count];
        for edge in edges.iter().filter(|edge| edge.from != edge.to && edge.to < count) {
            if let Some(list) = after.get_mut(edge.from) {
                list.push((edge.to, edge.span));
                led_to[edge.to] = true;
            }
        }
        let sources = (0..count).filter(|node| !led_to[*node]);
        let starts = first.iter().copied().chain(sources).chain(0..count);
        let (order, forwards) = walked(&after, starts.filter(|node| *node < count));
        let mut depth = vec![0; count];
        for at in order.into_iter().rev() {
            for (to, span) in &forwards[at] {
                depth[*to] = depth[*to].max(depth[at] + span);
            }
        }
        Self { depth, forwards }
    }
}

/// Walks depth first; answers the nodes in the order of leaving them, so that every edge that is
/// kept leads from a later one to an earlier one, and those edges.
fn walked(
    after: &[Vec<(usize, usize)>],
    starts: impl Iterator<Item = usize>,
) -> (Vec<usize>, Vec<Vec<(usize, usize)>>) {
    let mut visits = vec![Visit::New; after.len()];
    let mut order = Vec::with_capacity(after.len());
    let mut kept: Vec<Vec<(usize, usize)>> = vec![Vec::new(); after.len()];
    for start in starts {
        if visits[start] != Visit::New {
            continue;
        }
        visits[start] = Visit::Open;
        // A path kept here instead of on the stack may be as long as a sheet has cards.
        let mut path = vec![(start, 0)];
        while let Some((at, next)) = path.last_mut() {
            let at = *at;
            let edge = after[at].get(*next).copied();
            *next += 1;
            match edge {
                None => {
                    visits[at] = Visit::Done;
                    order.push(at);
                    path.pop();
                }
                Some((to, span)) => {
                    if visits[to] != Visit::Open {
                        kept[at].push((to, span));
                    }
                    if visits[to] == Visit::New {
                        visits[to] = Visit::Open;
                        path.push((to, 0));
                    }
                }
            }
        }
    }
    (order, kept)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn depths(count: usize, edges: &[(usize, usize)], first: &[usize]) -> Vec<usize> {
        let edge = |&(from, to): &(usize, usize)| LayerEdge { from, to, span: 1 };
        let edges: Vec<LayerEdge> = edges.iter().map(edge).collect();
        Layers::of(count, &edges, first).depth
    }

    #[test]
    fn the_longest_way_counts() {
        assert_eq!(depths(4, &[(0, 1), (1, 2), (0, 2), (2, 3)], &[]), [0, 1, 2, 3]);
    }

    #[test]
    fn a_way_back_counts_for_nothing_wherever_the_document_begins() {
        // 2 leads in, 1 and 0 are a circle with a way out of it.
        assert_eq!(depths(4, &[(2, 1), (1, 0), (0, 1), (0, 3)], &[]), [2, 1, 0, 3]);
        assert_eq!(depths(2, &[(0, 1), (1, 0)], &[1]), [1, 0]);
        assert_eq!(depths(1, &[(0, 0)], &[]), [0]);
    }

    #[test]
    fn a_way_as_long_as_a_sheet_is_walked() {
        let edges: Vec<(usize, usize)> = (1..100_000).map(|to| (to - 1, to)).collect();
        assert_eq!(depths(100_000, &edges, &[]).last(), Some(&99_999));
    }
}
