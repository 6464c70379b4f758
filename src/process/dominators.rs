//! Immediate dominators over dense node numbers.

use super::depth_first::DepthFirst;
use super::number_lists::NumberLists;

/// The immediate dominator of each node, seen from `root`; `None` for the root and for nodes that
/// it does not reach. `successors` names the nodes that follow each node.
///
/// The iterative method of Cooper, Harvey & Kennedy 2001, "A simple, fast dominance algorithm", on
/// plain arrays: this runs on every edit. Near-linear for graphs as people draw them.
pub(crate) fn immediate_dominators(successors: &NumberLists, root: usize) -> Vec<Option<usize>> {
    const UNSEEN: usize = usize::MAX;
    let mut search = DepthFirst::over(successors.count());
    search.from(root, |node| successors.list(node).iter().copied());
    let postorder = search.postorder;
    let mut number = vec![UNSEEN; successors.count()];
    for (at, node) in postorder.iter().enumerate() {
        number[*node] = at;
    }
    let mut pairs = Vec::with_capacity(successors.numbers().len());
    for (at, node) in postorder.iter().enumerate() {
        pairs.extend(successors.list(*node).iter().map(|to| (number[*to], at)));
    }
    let before = NumberLists::of(postorder.len(), &pairs);
    // From here on nodes go by their postorder numbers, in which dominators are larger.
    let last = postorder.len() - 1;
    let mut above = vec![UNSEEN; postorder.len()];
    above[last] = last;
    // Nodes to which something leads that comes after them: the only ones to look at again, as long
    // as nothing changes.
    let mut late: Vec<usize> = Vec::new();
    for at in (0..last).rev() {
        let mut known = before.list(at).iter().copied().filter(|other| above[*other] != UNSEEN);
        let Some(first) = known.next() else { continue };
        let common = known.fold(first, |a, b| nearest_common(&above, a, b));
        above[at] = common;
        if before.list(at).iter().any(|other| *other <= at) {
            late.push(at);
        }
    }
    let anew = |above: &[usize], at: usize| {
        let all = before.list(at).iter().copied().filter(|other| above[*other] != UNSEEN);
        all.reduce(|a, b| nearest_common(above, a, b)).unwrap_or(above[at])
    };
    let mut changed = late.iter().any(|at| anew(&above, *at) != above[*at]);
    while changed {
        changed = false;
        for at in (0..last).rev() {
            let common = anew(&above, at);
            changed |= above[at] != common;
            above[at] = common;
        }
    }
    let mut found = vec![None; successors.count()];
    for at in 0..last {
        found[postorder[at]] = Some(postorder[above[at]]);
    }
    found
}

/// The nearest node above both, by postorder numbers.
fn nearest_common(above: &[usize], mut a: usize, mut b: usize) -> usize {
    while a != b {
        if a < b {
            a = above[a];
        } else {
            b = above[b];
        }
    }
    a
}

#[cfg(test)]
mod tests {
    use super::{NumberLists, immediate_dominators};

    #[test]
    fn branches_are_dominated_by_their_fork() {
        // 0 → 1 → {2, 3} → 4 → 1, and 5 apart.
        let pairs = [(0, 1), (1, 2), (1, 3), (2, 4), (3, 4), (4, 1), (5, 4)];
        let graph = NumberLists::of(6, &pairs);
        let found = immediate_dominators(&graph, 0);
        assert_eq!(found, [None, Some(0), Some(1), Some(1), Some(1), None]);
    }
}
