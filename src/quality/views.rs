//! The service under the five definitions of quality and under Garvin's eight (Garvin 1984, 1987): no data of its
//! own, only what is known elsewhere.

use super::assessment::Assessment;
use super::gaps::weighted_mean;
use crate::analysis::Analysis;
use crate::blueprint::{Blueprint, Indicator, Scenario, Share, StepId, ValueKind};

/// A view of quality with the figure that stands for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum QualityView {
    /// Transcendent: what customers think of the whole.
    Transcendent,
    /// Product-based: the share of the time that adds value.
    Product,
    /// User-based: the score.
    User,
    /// Manufacturing-based: how often audits find the standard kept.
    Manufacture,
    /// Value-based: perceived per cost of a customer.
    Value,
    /// Garvin: how long a visit takes.
    Performance,
    /// Garvin: how many steps add value.
    Features,
    /// Garvin: the share at whom nothing fails.
    Reliability,
    /// Garvin: audits.
    Conformance,
    /// Garvin: the share who stay.
    Durability,
    /// Garvin: the share of failures put right.
    Serviceability,
    /// Garvin: the stars of the surroundings.
    Aesthetics,
    /// Garvin: what customers got.
    Perceived,
}

impl QualityView {
    /// The five definitions.
    pub const DEFINITIONS: [Self; 5] =
        [Self::Transcendent, Self::Product, Self::User, Self::Manufacture, Self::Value];

    /// Garvin's eight.
    pub const EIGHT: [Self; 8] = [
        Self::Performance,
        Self::Features,
        Self::Reliability,
        Self::Conformance,
        Self::Durability,
        Self::Serviceability,
        Self::Aesthetics,
        Self::Perceived,
    ];
}

/// The figure of a view; `None` where nothing is known yet: a reading on the scale, a share from 0 to 1, seconds,
/// steps, stars, or points per unit of money. Linear.
#[must_use]
pub fn view_of_quality(
    view: QualityView,
    blueprint: &Blueprint,
    scenario: &Scenario,
    analysis: &Analysis,
    found: &Assessment,
) -> Option<f64> {
    match view {
        QualityView::Transcendent => {
            let surveys = &blueprint.judgements().quality.surveys;
            surveys.iter().rev().find_map(|survey| survey.overall)
        }
        QualityView::Product => analysis.experience.value_share(ValueKind::Adding).value,
        QualityView::User => found.scores.servqual_weighted,
        QualityView::Manufacture | QualityView::Conformance => audited(blueprint, scenario),
        QualityView::Value => {
            let cost = analysis.cost_per_customer.value.filter(|cost| *cost > 0.0)?;
            Some(found.scores.servperf? / cost)
        }
        QualityView::Performance => analysis.throughput_time_s.value,
        QualityView::Features => {
            let adding =
                scenario.steps().values().filter(|step| step.value == Some(ValueKind::Adding));
            let count = adding.count();
            (count > 0).then_some(count as f64)
        }
        QualityView::Reliability => {
            let can_fail = !found.risks.is_empty();
            found.failure_free_share.value.filter(|_| can_fail)
        }
        QualityView::Durability => scenario.customer_relation().retention.map(Share::value),
        QualityView::Serviceability => {
            let put_right = |step: &StepId| {
                scenario.steps().get(step)?.fail.as_ref()?.recovered.map(Share::value)
            };
            let risks = found.risks.iter();
            weighted_mean(risks.map(|it| (it.per_customer.unwrap_or(0.0), put_right(&it.step))))
        }
        QualityView::Aesthetics => {
            let dimensions = found.surroundings.dimensions.iter();
            weighted_mean(dimensions.map(|it| (it.rated as f64, it.mean_stars)))
        }
        QualityView::Perceived => found.scores.servperf,
    }
}

/// The mean of the latest audits: shares with their number, of steps that are here.
fn audited(blueprint: &Blueprint, scenario: &Scenario) -> Option<f64> {
    use crate::blueprint::Id as _;
    let is_here = |indicator: &&Indicator| {
        let step = indicator.of.map(StepId::from_number);
        step.is_some_and(|step| scenario.steps().contains_key(&step))
    };
    let indicators = blueprint.judgements().indicators.iter().map(|(_, it)| it);
    let latest = indicators.filter(is_here).filter_map(|it| it.data.last());
    weighted_mean(latest.filter(|it| it.n.is_some()).map(|it| (1.0, Some(it.value))))
}
