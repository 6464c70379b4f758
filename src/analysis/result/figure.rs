//! A figure: a value, how far it can be trusted, and what it lacks if there is none.

use super::basis::Basis;
use super::lack::{Lack, Lacks};

/// A number with its basis, or the reasons why there is none.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Figure {
    /// The number in the unit that the field's name says; finite. `None` is never a zero.
    pub value: Option<f64>,
    /// How far it can be trusted; meaningless without a value.
    pub basis: Basis,
    /// What is missing, most important first; empty if there is a value.
    pub lacks: Lacks,
}

impl Figure {
    /// An exact number.
    #[must_use]
    pub fn exact(value: f64) -> Self {
        Self::new(value, Basis::Exact)
    }

    /// A number with its basis. A number that is not finite becomes a missing method rather than a
    /// shown infinity.
    #[must_use]
    pub fn new(value: f64, basis: Basis) -> Self {
        if value.is_finite() {
            // Adding zero turns −0 into 0, so that equal figures are written alike.
            Self { value: Some(value + 0.0), basis, lacks: Lacks::default() }
        } else {
            Self::lacking([Lack::Method])
        }
    }

    /// No number, for these reasons.
    #[must_use]
    pub fn lacking(lacks: impl IntoIterator<Item = Lack>) -> Self {
        Self { value: None, basis: Basis::Exact, lacks: lacks.into_iter().collect() }
    }

    /// The mean of simulated runs with its half-width (see [`Basis::Simulated`]). Where chance may
    /// have moved it by any amount, as after a single run, it is unreliable.
    #[must_use]
    pub fn simulated(mean: f64, half_width: f64) -> Self {
        let is_known = half_width.is_finite() && half_width >= 0.0;
        Self::new(mean, if is_known { Basis::Simulated { half_width } } else { Basis::Unreliable })
    }

    /// The ends of the interval of a simulated figure; `None` for any other.
    #[must_use]
    pub fn interval(&self) -> Option<(f64, f64)> {
        let (mean, half_width) = (self.value?, self.basis.half_width()?);
        Some((mean - half_width, mean + half_width))
    }
}

/// A figure that falls as another rises: its bounds turn round, and an interval reaches to the
/// farther of where its ends come to.
pub(in crate::analysis) fn inverse(figure: &Figure, of: impl Fn(f64) -> f64) -> Figure {
    let Some(value) = figure.value else { return figure.clone() };
    let turned = of(value);
    if let Some((low, high)) = figure.interval() {
        let half_width = (of(low) - turned).abs().max((of(high) - turned).abs());
        return Figure::simulated(turned, half_width);
    }
    Figure::new(turned, figure.basis.turned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_simulated_figure_has_an_interval() {
        let figure = Figure::simulated(300.0, 12.0);
        assert_eq!(figure.interval(), Some((288.0, 312.0)));
        assert_eq!(Figure::exact(300.0).interval(), None);
        for unknown in [f64::NAN, f64::INFINITY, -1.0] {
            assert_eq!(Figure::simulated(300.0, unknown).basis, Basis::Unreliable);
        }
        assert_eq!(Figure::simulated(f64::NAN, 1.0).lacks, [Lack::Method]);
    }

    #[test]
    fn what_falls_with_an_interval_has_the_wider_side_of_it() {
        // 10 ± 2 turn into 360, which is 60 and 90 away from the ends.
        let figure = inverse(&Figure::simulated(10.0, 2.0), |rate| 3600.0 / rate);
        assert_eq!((figure.value, figure.basis.half_width()), (Some(360.0), Some(90.0)));
        let endless = inverse(&Figure::simulated(2.0, 2.0), |rate| 3600.0 / rate);
        assert_eq!((endless.value, endless.basis), (Some(1800.0), Basis::Unreliable));
        let bound = inverse(&Figure::new(10.0, Basis::UpperBound), |rate| 3600.0 / rate);
        assert_eq!(bound.basis, Basis::LowerBound);
        let missing = Figure::lacking([Lack::Demand]);
        assert_eq!(inverse(&missing, |rate| rate), missing);
    }
}
