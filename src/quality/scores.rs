//! Scores by dimension and of the whole (SERVQUAL: Parasuraman, Zeithaml & Berry 1988; SERVPERF: Cronin &
//! Taylor 1992).

use super::gaps::{Gaps, weighted_mean};
use super::items::{ItemFigures, half_width};
use crate::blueprint::{Quality, QualityDimension, Scale, Survey, Weights};
use crate::simulation::student;

/// How customers of the study divided 100 points among the dimensions (Zeithaml, Parasuraman & Berry 1990).
pub const STUDY_WEIGHTS: Weights = [32.0, 22.0, 19.0, 16.0, 11.0];

/// Where weights come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WeightsFrom {
    /// Customers divided points.
    Customers,
    /// Somebody set them.
    Hand,
    /// A study, of other customers.
    Study,
}

/// The figures of a dimension.
#[derive(Clone, Debug, PartialEq)]
pub struct DimensionFigures {
    /// Which.
    pub dimension: QualityDimension,
    /// How many respondents count in it; `None` where its gap comes from its items.
    pub n: Option<u32>,
    /// The mean of what customers ought to get.
    pub expected: Option<f64>,
    /// The mean of what they got.
    pub perceived: Option<f64>,
    /// Perceived − expected.
    pub gap: Option<f64>,
    /// The ends of its 95 % interval.
    pub interval: Option<(f64, f64)>,
    /// How much it counts, 0 to 1; all add up to 1.
    pub weight: f64,
    /// Its gaps, by the weights of its items.
    pub gaps: Gaps,
}

/// The scores of a service.
#[derive(Clone, Debug, PartialEq)]
pub struct Scores {
    /// How many answered the last survey.
    pub respondents: Option<u32>,
    /// How much each dimension counts, in their order; they add up to 1.
    pub weights: Weights,
    /// Where that comes from.
    pub weights_from: WeightsFrom,
    /// The dimensions in their order.
    pub dimensions: Vec<DimensionFigures>,
    /// Σ weight × gap, over the dimensions that have one.
    pub servqual_weighted: Option<f64>,
    /// The ends of its 95 % interval over those who answered in all dimensions; weights are taken as fixed.
    pub interval: Option<(f64, f64)>,
    /// The mean of the dimensions' gaps.
    pub servqual_unweighted: Option<f64>,
    /// The mean of what customers got, by dimension.
    pub servperf: Option<f64>,
    /// The gaps of the whole: by the weights of items, then of dimensions.
    pub gaps: Gaps,
}

/// Weights that add up to one; `None` where none is above zero.
fn normalised(weights: &Weights) -> Option<Weights> {
    let sum: f64 = weights.iter().sum();
    (sum > 0.0).then(|| weights.map(|weight| weight / sum))
}

/// How much each dimension counts, and who says so: customers' points before weights by hand before the study.
fn weights(quality: &Quality) -> (Weights, WeightsFrom) {
    let points = quality.surveys.iter().rev().find_map(|survey| survey.weights);
    let customers = points.as_ref().and_then(normalised).map(|it| (it, WeightsFrom::Customers));
    let hand = || quality.weights.as_ref().and_then(normalised).map(|it| (it, WeightsFrom::Hand));
    let study = || (STUDY_WEIGHTS.map(|weight| weight / 100.0), WeightsFrom::Study);
    customers.or_else(hand).unwrap_or_else(study)
}

/// The last wave: the last survey that asked what customers got, of items or of dimensions.
fn last_wave(quality: &Quality) -> Option<&Survey> {
    quality.surveys.iter().rev().find(|survey| {
        let asks =
            |row: &crate::blueprint::SurveyItem| row.expected.is_some() || row.perceived.is_some();
        !survey.dimensions.is_empty() || survey.items.iter().any(asks)
    })
}

/// The scores of a service from the figures of its items. Linear.
pub(super) fn scores(quality: &Quality, items: &[ItemFigures]) -> Scores {
    let (weights, weights_from) = weights(quality);
    let wave = last_wave(quality);
    let dimensions: Vec<DimensionFigures> = QualityDimension::ALL
        .into_iter()
        .zip(weights)
        .map(|(dimension, weight)| figures(dimension, weight, quality, items, wave))
        .collect();
    let weighted = weighted_mean(dimensions.iter().map(|it| (it.weight, it.gap)));
    let half = wave.and_then(|wave| half_width_of_score(wave, &weights, quality.scale));
    let all_known = dimensions.iter().all(|it| it.gap.is_some());
    Scores {
        respondents: wave.map(|wave| wave.respondents),
        weights,
        weights_from,
        servqual_weighted: weighted,
        // The interval is one of all five dimensions.
        interval: weighted
            .zip(half.filter(|_| all_known))
            .map(|(score, half)| quality.scale.gaps_within((score - half, score + half))),
        servqual_unweighted: weighted_mean(dimensions.iter().map(|it| (1.0, it.gap))),
        servperf: weighted_mean(dimensions.iter().map(|it| (1.0, it.perceived))),
        gaps: Gaps::mean(dimensions.iter().map(|it| (it.weight, &it.gaps))),
        dimensions,
    }
}

/// t·√(wᵀSw ÷ n) over those who answered in all dimensions.
fn half_width_of_score(wave: &Survey, weights: &Weights, scale: Scale) -> Option<f64> {
    let rows = wave.sound_covariance(scale)?;
    let n = wave.complete;
    if n < 2 {
        return None;
    }
    let inner = |row: &[f64; 5]| -> f64 { row.iter().zip(weights).map(|(s, w)| s * w).sum() };
    let variance: f64 = rows.iter().zip(weights).map(|(row, w)| w * inner(row)).sum();
    Some(student(n as usize - 1) * (variance.max(0.0) / f64::from(n)).sqrt())
}

fn figures(
    dimension: QualityDimension,
    weight: f64,
    quality: &Quality,
    items: &[ItemFigures],
    wave: Option<&Survey>,
) -> DimensionFigures {
    let own = quality.items.iter().zip(items);
    let own = own.filter(move |((_, item), _)| item.dimension == Some(dimension));
    let weight_of = |item: &crate::blueprint::Item| item.weight.unwrap_or(1.0);
    let gaps = Gaps::mean(own.clone().map(|((_, item), it)| (weight_of(item), &it.gaps)));
    let surveyed = wave.and_then(|wave| {
        wave.dimensions.iter().find(|row| row.dimension == dimension && row.n > 0)
    });
    if let Some(row) = surveyed {
        let sd = row.sd.filter(|_| !row.varies_too_much(quality.scale));
        let half = sd.and_then(|sd| half_width(row.n, sd));
        let scale = quality.scale;
        return DimensionFigures {
            dimension,
            n: Some(row.n),
            expected: Some(row.expected),
            perceived: Some(row.perceived),
            gap: Some(row.gap()),
            interval: half.map(|it| scale.gaps_within((row.gap() - it, row.gap() + it))),
            weight,
            gaps,
        };
    }
    // Where a wave asked for dimensions and nobody answered in this one, its items do not stand in for it.
    let is_unanswered = wave.is_some_and(|wave| !wave.dimensions.is_empty());
    let mean = |of: fn(&ItemFigures) -> Option<f64>| {
        weighted_mean(own.clone().map(|(_, it)| (1.0, of(it).filter(|_| !is_unanswered))))
    };
    DimensionFigures {
        dimension,
        n: None,
        expected: mean(|it| it.gaps.customer.and(it.readings.should)),
        // Of the items that were judged on both sides, so that the gap lies between the two; of all where none was.
        perceived: mean(|it| it.gaps.customer.and(it.readings.perceived))
            .or_else(|| mean(|it| it.readings.perceived)),
        gap: mean(|it| it.gaps.customer),
        interval: None,
        weight,
        gaps,
    }
}
