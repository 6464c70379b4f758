//! The trend: what each survey found, by the weights of today, so that only what customers say moves it.

use super::items::items;
use super::scores::{Scores, scores};
use crate::blueprint::{Date, Item, Quality, Readings, Survey, Weights};

/// What a survey found.
#[derive(Clone, Debug, PartialEq)]
pub struct Wave {
    /// Where it comes from.
    pub source: String,
    /// When it was taken.
    pub taken: Option<Date>,
    /// How many answered.
    pub respondents: u32,
    /// Its gap in each dimension, in their order.
    pub dimensions: [Option<f64>; 5],
    /// Σ weight × gap.
    pub weighted: Option<f64>,
    /// The ends of its 95 % interval.
    pub interval: Option<(f64, f64)>,
}

/// The waves that asked for gaps, in the order of the file. Linear in surveys and items.
pub(super) fn waves(quality: &Quality, weights: &Weights) -> Vec<Wave> {
    let of = |survey: &Survey| {
        // What was entered by hand belongs to no wave.
        let asked = |item: &Item| Item { readings: Readings::default(), ..item.clone() };
        let alone = Quality {
            scale: quality.scale,
            weights: Some(*weights),
            items: quality.items.iter().map(|(id, item)| (*id, asked(item))).collect(),
            surveys: vec![Survey { weights: None, ..survey.clone() }],
        };
        let Scores { dimensions, servqual_weighted, interval, .. } = scores(&alone, &items(&alone));
        let mut gaps = [None; 5];
        for (gap, dimension) in gaps.iter_mut().zip(&dimensions) {
            *gap = dimension.gap;
        }
        Wave {
            source: survey.source.clone(),
            taken: survey.taken,
            respondents: survey.respondents,
            dimensions: gaps,
            weighted: servqual_weighted,
            interval,
        }
    };
    quality.surveys.iter().map(of).filter(|wave| wave.weighted.is_some()).collect()
}
