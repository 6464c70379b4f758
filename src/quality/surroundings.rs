//! How well the surroundings serve (Bitner 1992).

use crate::blueprint::{DesignFactor, Dimension, PhaseId, Scenario, Stars, Step, StepKind, Zone};

/// The stars of the elements of one dimension.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DimensionStars {
    /// Which.
    pub dimension: Dimension,
    /// How many elements have stars.
    pub rated: usize,
    /// How many have none.
    pub unrated: usize,
    /// The mean of their stars, 1 to 5.
    pub mean_stars: Option<f64>,
}

/// How well the surroundings serve.
#[derive(Clone, Debug, PartialEq)]
pub struct Surroundings {
    /// By dimension, in their order.
    pub dimensions: Vec<DimensionStars>,
    /// The design factors that somebody judged, with their stars.
    pub factors: Vec<(DesignFactor, Option<Stars>)>,
}

/// Those of a scenario. Linear.
pub(super) fn surroundings(scenario: &Scenario) -> Surroundings {
    let dimensions = Dimension::ALL.map(|dimension| {
        let own = scenario.elements().values().filter(|it| it.dimension == dimension);
        let stars: Vec<f64> =
            own.clone().filter_map(|it| it.rating).map(|stars| f64::from(stars.get())).collect();
        let mean = (!stars.is_empty()).then(|| stars.iter().sum::<f64>() / stars.len() as f64);
        let unrated = own.count() - stars.len();
        DimensionStars { dimension, rated: stars.len(), unrated, mean_stars: mean }
    });
    let judged = DesignFactor::NAMES.iter().map(|(_, factor)| *factor);
    let judged = judged.filter(|factor| !scenario.design_factors().of(*factor).is_blank());
    Surroundings {
        dimensions: dimensions.to_vec(),
        factors: judged.map(|it| (it, scenario.design_factors().of(it).rating)).collect(),
    }
}

/// Whether a card is something to be seen or touched.
#[must_use]
pub fn is_evidence(scenario: &Scenario, step: &Step) -> bool {
    scenario.zone_of(step) == Zone::Evidence || step.kind == StepKind::Evidence
}

/// The phases in which customers meet the service without anything to see or touch, in their order. Phases times
/// steps.
#[must_use]
pub fn phases_without_evidence(scenario: &Scenario) -> Vec<PhaseId> {
    let is_bare = |phase: PhaseId| {
        let own = || scenario.steps().values().filter(move |step| step.phase == phase);
        let met =
            own().any(|step| matches!(scenario.zone_of(step), Zone::Customer | Zone::Frontstage));
        met && !own().any(|step| is_evidence(scenario, step))
    };
    scenario.phases().keys().copied().filter(|phase| is_bare(*phase)).collect()
}
