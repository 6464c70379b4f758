//! A walk through a graph, each way to its end before the next.

/// A depth-first search over dense node numbers, from as many roots as one likes. Without
/// recursion: files can be deeper than calls may go.
pub(super) struct DepthFirst<I> {
    seen: Vec<bool>,
    /// The nodes that are not over, each with those of its followers that were not looked at.
    open: Vec<(usize, I)>,
    /// The nodes that are over, each after all that it leads to and that was not seen before.
    pub(super) postorder: Vec<usize>,
}

impl<I: Iterator<Item = usize>> DepthFirst<I> {
    /// A search over so many nodes, of which none was seen.
    pub(super) fn over(nodes: usize) -> Self {
        Self {
            seen: vec![false; nodes],
            open: Vec::with_capacity(nodes.min(256)),
            postorder: Vec::with_capacity(nodes),
        }
    }

    /// Goes through everything that a node leads to and that was not seen before, itself included.
    /// Linear in what is new.
    pub(super) fn from(&mut self, root: usize, followers: impl Fn(usize) -> I) {
        if std::mem::replace(&mut self.seen[root], true) {
            return;
        }
        self.open.push((root, followers(root)));
        while let Some((node, left)) = self.open.last_mut() {
            if let Some(to) = left.next() {
                if !std::mem::replace(&mut self.seen[to], true) {
                    self.open.push((to, followers(to)));
                }
            } else {
                self.postorder.push(*node);
                self.open.pop();
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::DepthFirst;

    #[test]
    fn nodes_are_over_after_all_that_they_lead_to() {
        let graph: [&[usize]; 5] = [&[2, 1], &[3], &[3, 0], &[], &[0]];
        let followers = |node: usize| graph[node].iter().copied();
        let mut search = DepthFirst::over(graph.len());
        search.from(0, followers);
        assert_eq!(search.postorder, [3, 2, 1, 0]);
        search.from(3, followers);
        search.from(4, followers);
        assert_eq!(search.postorder, [3, 2, 1, 0, 4]);
    }
}
