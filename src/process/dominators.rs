//! Immediate dominators over dense node numbers.

/// The immediate dominator of each node, seen from `root`; `None` for the root and for nodes that
/// it does not reach. `successors` names the nodes that follow each node.
///
/// The iterative method of Cooper, Harvey & Kennedy 2001, "A simple, fast dominance algorithm", on
/// plain arrays: this runs on every edit. Near-linear for graphs as people draw them.
pub(crate) fn immediate_dominators(successors: &[Vec<usize>], root: usize) -> Vec<Option<usize>> {
    const UNSEEN: usize = usize::MAX;
    let mut number = vec![UNSEEN; successors.len()];
    let mut postorder = Vec::with_capacity(successors.len());
    let mut seen = vec![false; successors.len()];
    let mut open = vec![(root, 0)];
    seen[root] = true;
    while let Some((node, next)) = open.last_mut() {
        if let Some(&follower) = successors[*node].get(*next) {
            *next += 1;
            if !std::mem::replace(&mut seen[follower], true) {
                open.push((follower, 0));
            }
        } else {
            number[*node] = postorder.len();
            postorder.push(*node);
            open.pop();
        }
    }
    let mut before: Vec<Vec<usize>> = vec![Vec::new(); postorder.len()];
    for &node in &postorder {
        for follower in &successors[node] {
            before[number[*follower]].push(number[node]);
        }
    }
    // From here on nodes go by their postorder numbers, in which dominators are larger.
    let last = postorder.len() - 1;
    let mut above = vec![UNSEEN; postorder.len()];
    above[last] = last;
    let mut changed = true;
    while changed {
        changed = false;
        for at in (0..last).rev() {
            let mut known = before[at].iter().copied().filter(|other| above[*other] != UNSEEN);
            let Some(first) = known.next() else { continue };
            let common = known.fold(first, |mut a, mut b| {
                while a != b {
                    if a < b {
                        a = above[a];
                    } else {
                        b = above[b];
                    }
                }
                a
            });
            changed |= above[at] != common;
            above[at] = common;
        }
    }
    let mut found = vec![None; successors.len()];
    for at in 0..last {
        found[postorder[at]] = Some(postorder[above[at]]);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::immediate_dominators;

    #[test]
    fn branches_are_dominated_by_their_fork() {
        // 0 → 1 → {2, 3} → 4 → 1, and 5 apart.
        let graph = [vec![1], vec![2, 3], vec![4], vec![4], vec![1], vec![4]];
        let found = immediate_dominators(&graph, 0);
        assert_eq!(found, [None, Some(0), Some(1), Some(1), Some(1), None]);
    }
}
