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

impl Default for NumberLists {
    fn default() -> Self {
        Self::with_room(0, 0)
    }
}

impl NumberLists {
    /// Sorts pairs of (list, number) into `count` lists, which keep the order of the pairs. Linear.
    ///
    /// # Panics
    /// If a pair names a list from `count` on.
    pub(crate) fn of(count: usize, pairs: &[(usize, usize)]) -> Self {
        // One place further on than in the end: filling a list moves its beginning to its end, which
        // is where the next one begins.
        let mut starts = vec![0; count + 2];
        for (list, _) in pairs {
            starts[list + 2] += 1;
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        let mut numbers = vec![0; pairs.len()];
        for (list, number) in pairs {
            let next = &mut starts[list + 1];
            numbers[*next] = *number;
            *next += 1;
        }
        starts.pop();
        Self { starts, numbers }
    }

    /// How many lists there are.
    pub(crate) fn count(&self) -> usize {
        self.starts.len() - 1
    }

    /// No lists, with room for so many and so many numbers in all of them.
    pub(crate) fn with_room(lists: usize, numbers: usize) -> Self {
        let mut starts = Vec::with_capacity(lists + 1);
        starts.push(0);
        Self { starts, numbers: Vec::with_capacity(numbers) }
    }

    /// Adds a list behind the others.
    pub(crate) fn add(&mut self, list: impl IntoIterator<Item = usize>) {
        self.numbers.extend(list);
        self.starts.push(self.numbers.len());
    }

    /// The lists in their order.
    pub(crate) fn iter(&self) -> impl DoubleEndedIterator<Item = &[usize]> {
        self.starts.windows(2).map(|ends| &self.numbers[ends[0]..ends[1]])
    }

    /// The numbers of all lists, list after list.
    pub(crate) fn numbers(&self) -> &[usize] {
        &self.numbers
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
        assert!(lists.iter().eq(all));
        let mut added = NumberLists::default();
        added.add([4, 2]);
        added.add([]);
        assert!(added.iter().eq([&[4, 2][..], &[]]));
        assert_eq!((added.count(), added.numbers()), (2, &[4, 2][..]));
    }
}
