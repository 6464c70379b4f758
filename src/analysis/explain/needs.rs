//! A derivation from figures, some of which may be lacking.

use crate::analysis::result::{Derivation, Figure};

/// The derivation from several figures, or what the first lacking one lacks.
pub(super) fn needs(figures: &[&Figure], derive: impl Fn(&[f64]) -> Derivation) -> Derivation {
    match figures.iter().find(|figure| figure.value.is_none()) {
        Some(lacking) => Derivation::Missing(lacking.lacks.to_vec()),
        None => derive(&figures.iter().filter_map(|figure| figure.value).collect::<Vec<_>>()),
    }
}
