//! How customers feel along their way: the peak, the low and the end are what they remember (Kahneman,
//! Fredrickson, Schreiber & Redelmeier 1993).

use crate::blueprint::{Scenario, StepId};

/// How customers feel, −2 to 2.
#[derive(Clone, Debug, PartialEq)]
pub struct Emotions {
    /// The cards that say how they feel, from left to right.
    pub curve: Vec<(StepId, i8)>,
    /// The best; of equals the first.
    pub peak: (StepId, i8),
    /// The worst; of equals the first.
    pub low: (StepId, i8),
    /// The last.
    pub end: (StepId, i8),
    /// The mean.
    pub mean: f64,
}

/// The curve through the emotions of a scenario; `None` where no card says how customers feel. Sorts the cards.
#[must_use]
pub fn emotions(scenario: &Scenario) -> Option<Emotions> {
    let steps = scenario.steps().iter();
    let mut felt: Vec<(usize, i32, StepId, i8)> = steps
        .filter_map(|(id, step)| {
            let feeling = step.emotion?.get();
            let phase = scenario.phases().keys().position(|phase| *phase == step.phase)?;
            Some((phase, step.at.x, *id, feeling))
        })
        .collect();
    felt.sort_by_key(|(phase, x, id, _)| (*phase, *x, *id));
    let curve: Vec<(StepId, i8)> = felt.into_iter().map(|(_, _, id, felt)| (id, felt)).collect();
    // Of equals the first: `max_by_key` would take the last.
    let peak = *curve.iter().rev().max_by_key(|(_, felt)| *felt)?;
    let low = *curve.iter().min_by_key(|(_, felt)| *felt)?;
    let end = *curve.last()?;
    let sum: f64 = curve.iter().map(|(_, felt)| f64::from(*felt)).sum();
    let mean = sum / curve.len() as f64;
    Some(Emotions { curve, peak, low, end, mean })
}
