//! Many short lists of numbers in one allocation.

/// A list of numbers for each of the numbers from 0 on: the nodes that follow each node of a
/// graph, the members of each group. Built anew on every edit, so that a list of its own for each
/// would cost more than the work done with it.
#[derive(Clone, Debug)]
pub(crate) struct NumberLists {
    /// Where each list begins, and at last where the last one ends.
    starts: Vec<usize>,
    numbers: Vec<usize>,
}

impl NumberLists {
    /// Sorts pairs of (list, number) into `count` lists, which keep the order of the pairs. Linear.
    ///
    /// # Panics
    /// If a pair names a list from `count` on.
    pub(crate) fn of(count: usize, pairs: &[(usize, usize)]) -> Self {
        let mut starts = vec![0; count + 1];
        for (list, _) in pairs {
            starts[list + 1] += 1;
        }
        for list in 0..count {
            starts[list + 1] += starts[list];
        }
        let mut next = starts.clone();
        let mut numbers = vec![0; pairs.len()];
        for (list, number) in pairs {
            numbers[next[*list]] = *number;
            next[*list] += 1;
        }
        Self { starts, numbers }
    }

    /// How many lists there are.
    pub(crate) fn count(&self) -> usize {
        self.starts.len() - 1
    }

    /// The numbers of a list.
    pub(crate) fn list(&self, list: usize) -> &[usize] {
        &self.numbers[self.starts[list]..self.starts[list + 1]]
    }
}

#[cfg(test)]
mod tests {
    use super::NumberLists;

    #[test]
    fn lists_keep_the_order_of_their_pairs() {
        let lists = NumberLists::of(4, &[(2, 7), (0, 3), (2, 5), (2, 7)]);
        let all: Vec<&[usize]> = (0..lists.count()).map(|list| lists.list(list)).collect();
        assert_eq!(all, [&[3][..], &[], &[7, 5, 7], &[]]);
    }
}
