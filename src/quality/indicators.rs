//! Indicators: the latest, how far it is off its target, and whether it moves by more than chance.

use super::control::{ControlChart, control_chart, wilson};
use super::named_figures::figure_named;
use crate::analysis::Analysis;
use crate::blueprint::{Better, Indicator, IndicatorId};

/// Of an indicator that is to be near its target, how near is near: so much of the target.
pub const NEAR: f64 = 0.05;

/// The figures of an indicator.
#[derive(Clone, Debug, PartialEq)]
pub struct IndicatorFigures {
    /// Which.
    pub indicator: IndicatorId,
    /// What was measured last; where nothing is measured, the blueprint's figure.
    pub latest: Option<f64>,
    /// The ends of its 95 % interval, where it is a share of some (Wilson 1927).
    pub interval: Option<(f64, f64)>,
    /// Latest − target.
    pub variance: Option<f64>,
    /// Whether the target is met.
    pub met: Option<bool>,
    /// The chart of what was measured.
    pub chart: Option<ControlChart>,
    /// What the blueprint says of the figure that it measures.
    pub blueprint: Option<f64>,
    /// Whether it names a figure that there is none of.
    pub figure_unknown: bool,
}

/// The figures of an indicator. Linear in its data.
pub(super) fn figures(
    id: IndicatorId,
    indicator: &Indicator,
    analysis: &Analysis,
) -> IndicatorFigures {
    let figure = figure_named(analysis, &indicator.figure);
    let figure_unknown = figure.is_none() && !indicator.figure.trim().is_empty();
    let blueprint = figure.and_then(|figure| figure.value);
    let last = indicator.data.last();
    let latest = last.map(|datum| datum.value).or(blueprint);
    let variance = latest.zip(indicator.target).map(|(latest, target)| latest - target);
    // A target that is missed by the dust of binary fractions is met.
    let hair = indicator.target.map_or(0.0, |target| target.abs() * 1e-12);
    let near = indicator.target.map_or(0.0, |target| target.abs() * NEAR);
    let is_met = |variance: f64| match indicator.better {
        Better::Higher => variance >= -hair,
        Better::Lower => variance <= hair,
        Better::Near => variance.abs() <= near + hair,
    };
    IndicatorFigures {
        indicator: id,
        latest,
        interval: last.and_then(|datum| wilson(datum.value, datum.n?)),
        variance,
        met: variance.map(is_met),
        chart: control_chart(&indicator.data, indicator.baseline),
        blueprint,
        figure_unknown,
    }
}
