//! A plan at once, not the best: who covers most of what is lacking for the money comes first; then whoever
//! can be spared goes.

use super::column::Column;

/// How many by each column. Each slot that is needed is covered by a column.
pub(super) fn cover(need: &[u32], columns: &[Column]) -> Vec<u32> {
    let mut lacking = need.to_vec();
    let mut counts = vec![0_u32; columns.len()];
    while let Some(best) = next(&lacking, columns) {
        let covers = columns[best].covers();
        let some = covers.iter().map(|slot| lacking[*slot]).filter(|heads| *heads > 0);
        // As long as each of these slots lacks somebody, no other column has become better.
        let count = some.min().unwrap_or(0);
        counts[best] = counts[best].saturating_add(count);
        for slot in covers {
            lacking[*slot] = lacking[*slot].saturating_sub(count);
        }
    }
    spare(need, columns, &mut counts);
    counts
}

/// The column that covers most slots that lack somebody, for its wage; of equals the one that covers more, then
/// the first.
fn next(lacking: &[u32], columns: &[Column]) -> Option<usize> {
    let mut best: Option<(u64, u64, usize)> = None;
    for (at, column) in columns.iter().enumerate() {
        let useful = column.covers().iter().filter(|slot| lacking[**slot] > 0).count() as u64;
        let wage = u64::from(column.wage());
        let is_better = match best {
            _ if useful == 0 => false,
            None => true,
            Some((most, at_wage, _)) => (useful * at_wage, useful) > (most * wage, most),
        };
        if is_better {
            best = Some((useful, wage, at));
        }
    }
    best.map(|(_, _, at)| at)
}

/// Sends away whoever is not needed, the dearest first.
fn spare(need: &[u32], columns: &[Column], counts: &mut [u32]) {
    let mut there = vec![0_u64; need.len()];
    for (column, count) in columns.iter().zip(counts.iter()) {
        column.covers().iter().for_each(|slot| there[*slot] += u64::from(*count));
    }
    let mut order: Vec<usize> = (0..columns.len()).filter(|at| counts[*at] > 0).collect();
    order.sort_by_key(|at| (std::cmp::Reverse(columns[*at].wage()), *at));
    for at in order {
        let spare = columns[at].covers().iter();
        let spare = spare.map(|slot| there[*slot].saturating_sub(u64::from(need[*slot]))).min();
        let gone = spare.unwrap_or(0).min(u64::from(counts[at]));
        // No more than the count.
        counts[at] -= u32::try_from(gone).unwrap_or(counts[at]);
        columns[at].covers().iter().for_each(|slot| there[*slot] -= gone);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_can_be_spared_goes() {
        let columns = [Column::new([0, 1, 2], 3), Column::new([0], 1), Column::new([2, 3], 2)];
        assert_eq!(cover(&[1, 1, 1, 1], &columns), [1, 0, 1]);
        // The first covers most, and is not needed once the others are there.
        let columns =
            [Column::new([0, 1], 2), Column::new([1, 2, 3], 3), Column::new([2, 3, 4], 3)];
        assert_eq!(cover(&[1, 1, 1, 1, 1], &columns), [1, 0, 1]);
    }

    #[test]
    fn what_costs_nothing_is_taken_first() {
        let columns = [Column::new([0, 1], 1), Column::new([0], 0), Column::new([1], 0)];
        assert_eq!(cover(&[5, 7], &columns), [0, 5, 7]);
    }
}
