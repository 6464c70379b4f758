//! Queues side by side, at which the branches of a fork wait.

use super::network::Network;
use crate::analysis::result::{Basis, Figure, Queue, QueueFormula};
use crate::process::Variation;

/// Mean time through branches side by side, each one exponential server with the same mean and fed
/// by one Poisson stream that forks and joins at once, from the time through a single one. Exact for
/// two (Flatto & Hahn 1984), an approximation for more (Nelson & Tantawi 1988).
pub(in crate::analysis) fn side_by_side(branches: usize, busy: f64, single: f64) -> f64 {
    let harmonic = |count: usize| (1..=count).map(|branch| 1.0 / branch as f64).sum::<f64>();
    let ratio = harmonic(branches) / harmonic(2);
    let of_two = (12.0 - busy) / 8.0 * single;
    match branches {
        0 => 0.0,
        1 => single,
        2 => of_two,
        _ => (ratio + 4.0 / 11.0 * (1.0 - ratio) * busy) * of_two,
    }
}

impl Network<'_> {
    /// Whether a moment is the only one at its queue, and that is M/M/1.
    pub(super) fn is_alone(&self, moment: usize, waits: &[(Figure, Option<Queue>)]) -> bool {
        let [block] = self.blocks_of.list(moment) else { return false };
        let (wait, queue) = &waits[*block];
        let Some(station) = self.station(*block) else { return false };
        let lasts = self.service.process.moments[moment].duration_s;
        queue.is_some_and(|queue| queue.servers == 1 && queue.formula == QueueFormula::Erlang)
            && wait.value.is_some()
            && wait.basis == Basis::Exact
            && station.only_moment() == Some(moment)
            && !self.ways.looped[moment]
            && self.service.process.moments[moment].variation == Variation::Random
            && lasts.is_some_and(|s| (s - station.mean_s).abs() <= 1e-9 * s)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(value: f64, expect: f64, tolerance: f64) {
        assert!((value - expect).abs() <= tolerance, "{value}, not {expect}");
    }

    #[test]
    fn queues_side_by_side_take_as_long_as_flatto_and_hahn_say() {
        check(side_by_side(2, 0.5, 2.0), 2.875, 1e-12);
        check(side_by_side(2, 0.8, 5.0), 7.0, 1e-12);
        // Nobody waits: a harmonic sum.
        check(side_by_side(5, 0.0, 1.0), 137.0 / 60.0, 1e-12);
        // Nelson & Tantawi 1988, by hand for three at one half.
        check(side_by_side(3, 0.5, 2.0), (11.0 / 9.0 - 4.0 / 99.0) * 2.875, 1e-12);
    }
}
