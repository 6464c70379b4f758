//! Weights and readings in a file, checked.

use crate::blueprint::{Refusal, Scale, Weights};
use crate::storage::at::{At, Fault};

/// Five numbers, in the order of the dimensions.
pub type FileWeights = (f64, f64, f64, f64, f64);

/// Weights that are not negative, and not all zero.
pub fn read_weights(at: &At<'_>, file: FileWeights) -> Result<Weights, Fault> {
    let (reliability, responsiveness, assurance, empathy, tangibles) = file;
    let all = [reliability, responsiveness, assurance, empathy, tangibles];
    let mut weights = Weights::default();
    for (weight, given) in weights.iter_mut().zip(all) {
        *weight = at.quantity(given)?.get();
    }
    let is_some = weights.iter().any(|weight| *weight > 0.0);
    if is_some { Ok(weights) } else { Err(at.refuse(&weights_text(&weights), Refusal::NoWeight)) }
}

/// Weights as they are written.
pub fn weights_text(weights: &Weights) -> String {
    format!("({})", weights.map(|weight| weight.to_string()).join(", "))
}

/// A reading on the scale.
pub fn reading(at: &At<'_>, scale: Scale, value: f64) -> Result<f64, Fault> {
    if scale.holds(value) { Ok(value) } else { Err(at.refuse(&value, Refusal::OffTheScale)) }
}
