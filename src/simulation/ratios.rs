//! Ratios over independent replications, in whole numbers: whoever adds them up, in whatever order and on
//! however many threads, has the same bits.

use super::estimates::{Estimate, student};

/// Σy ÷ Σx over replications, with what is needed for its interval.
///
/// Sums of squares stay below 2¹²⁷: of times in microseconds up to 10¹⁵ a day, over a hundred million days.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ratio {
    count: u64,
    x: u128,
    y: u128,
    xx: u128,
    xy: u128,
    yy: u128,
}

impl Ratio {
    /// Counts a replication.
    pub fn note(&mut self, y: u128, x: u128) {
        self.count += 1;
        self.x += x;
        self.y += y;
        self.xx = self.xx.saturating_add(x.saturating_mul(x));
        self.xy = self.xy.saturating_add(x.saturating_mul(y));
        self.yy = self.yy.saturating_add(y.saturating_mul(y));
    }

    /// The ratio with its interval (Crane & Iglehart 1975); `None` where Σx is zero.
    #[must_use]
    pub fn estimate(&self) -> Option<Estimate> {
        if self.x == 0 {
            return None;
        }
        let [x, y] = [self.x, self.y].map(|sum| sum as f64);
        let mean = y / x;
        if self.count < 2 {
            return Some(Estimate { mean, half_width: f64::INFINITY });
        }
        let n = self.count as f64;
        let [xx, xy, yy] = [self.xx, self.xy, self.yy].map(|sum| sum as f64);
        let squares = yy - 2.0 * mean * xy + mean * mean * xx;
        // What rounding leaves of nothing is nothing.
        let squares = if squares <= 1e-12 * yy { 0.0 } else { squares };
        let error = (squares / (n - 1.0) / n).sqrt() / (x / n);
        let freedom = usize::try_from(self.count - 1).unwrap_or(usize::MAX);
        Some(Estimate { mean, half_width: student(freedom) * error })
    }

    /// The mean of y over the replications; `None` without one.
    #[must_use]
    pub fn per_replication(&self) -> Option<Estimate> {
        let count = u128::from(self.count);
        Self { x: count, xx: count, xy: self.y, ..*self }.estimate()
    }
}

/// A struct of ratios over replications: each with what is summed up of a replication and what it is divided by,
/// and beside them what else it holds. Makes the struct, and `note_ratios` for a replication.
macro_rules! ratios {
    (
        $(#[$about:meta])*
        pub struct $name:ident of ($($argument:ident: $sort:ty),*) {
            $($(#[$doc:meta])* $field:ident: $y:expr, $x:expr;)*
        }
        $(beside { $($(#[$other_doc:meta])* $other:ident: $other_sort:ty;)* })?
    ) => {
        $(#[$about])*
        #[derive(Clone, Debug, Default, PartialEq)]
        pub struct $name {
            $($(#[$doc])* pub $field: Ratio,)*
            $($($(#[$other_doc])* pub $other: $other_sort,)*)?
        }

        impl $name {
            /// Counts the ratios of a replication.
            fn note_ratios(&mut self, $($argument: $sort),*) {
                $(self.$field.note($y, $x);)*
            }
        }
    };
}
pub(super) use ratios;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::simulation::estimates::ratio;

    #[test]
    fn whole_sums_give_the_ratio_of_the_replications() {
        let pairs = [(10_u128, 4_u128), (12, 5), (3, 1), (25, 9)];
        let mut sums = Ratio::default();
        let mut otherwise = Ratio::default();
        for (y, x) in pairs {
            sums.note(y, x);
        }
        pairs.into_iter().rev().for_each(|(y, x)| otherwise.note(y, x));
        assert_eq!(otherwise, sums, "in whatever order");
        let exact = ratio(pairs.into_iter().map(|(y, x)| (y as f64, x as f64)));
        let (found, exact) = (sums.estimate().unwrap(), exact.unwrap());
        assert!((found.mean - exact.mean).abs() < 1e-12);
        assert!((found.half_width - exact.half_width).abs() < 1e-9, "{found:?} {exact:?}");
        let mean = sums.per_replication().unwrap();
        assert!((mean.mean - 12.5).abs() < 1e-12);
        assert_eq!(Ratio::default().estimate(), None);
    }
}
