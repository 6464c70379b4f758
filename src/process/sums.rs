//! Sums that do not depend on the order of their parts.

/// The sum of numbers, the smallest first: the same to the last bit in whatever order they come, so
/// that rows in another order change no figure. Near-linear; two numbers need no sorting.
pub(crate) fn sum_in_any_order(mut values: impl Iterator<Item = f64>) -> f64 {
    let Some(first) = values.next() else { return 0.0 };
    let Some(second) = values.next() else { return first };
    let Some(third) = values.next() else { return first + second };
    let mut all = vec![first, second, third];
    all.extend(values);
    all.sort_unstable_by(f64::total_cmp);
    all.into_iter().sum()
}

#[cfg(test)]
mod tests {
    use super::sum_in_any_order;

    #[test]
    fn the_order_makes_no_difference() {
        let parts = [0.1, 1e16, 0.2, -1.0, 0.7, 3.3];
        let whole = sum_in_any_order(parts.into_iter());
        for turn in 1..parts.len() {
            let mut turned = parts;
            turned.rotate_left(turn);
            assert_eq!(sum_in_any_order(turned.into_iter()).to_bits(), whole.to_bits());
        }
        assert_eq!(sum_in_any_order([0.5].into_iter()).to_bits(), 0.5_f64.to_bits());
        assert_eq!(sum_in_any_order(std::iter::empty()).to_bits(), 0.0_f64.to_bits());
    }
}
