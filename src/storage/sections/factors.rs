//! How the surroundings are designed, in a file.

use serde::Deserialize;

use crate::blueprint::{DesignFactor, DesignFactors, FactorRating, Stars};
use crate::storage::at::{At, Fault};
use crate::storage::row::Row;
use crate::storage::words::{FileFactor, word};

/// How well one factor is answered.
#[derive(Deserialize)]
pub struct FileFactorRating {
    pub factor: FileFactor,
    #[serde(default)]
    pub rating: Option<f64>,
    #[serde(default)]
    pub note: String,
}

/// Checks what a file says; of a factor that is judged twice the later judgement counts.
pub fn read(at: &At<'_>, file: &[FileFactorRating]) -> Result<DesignFactors, Fault> {
    let mut factors = DesignFactors::default();
    for (index, row) in file.iter().enumerate() {
        let at = at.member(index);
        let rating = at.field("rating").stars(row.rating)?;
        let Some(factor) = at.field("factor").word(Some(row.factor)) else { continue };
        *factors.of_mut(factor) = FactorRating { rating, note: row.note.clone() };
    }
    Ok(factors)
}

/// The judgements, each as a row.
pub fn rows(factors: &DesignFactors) -> Vec<String> {
    let said = DesignFactor::NAMES.iter().filter(|(_, factor)| !factors.of(*factor).is_blank());
    said.map(|(_, factor)| {
        let judged = factors.of(*factor);
        Row::default()
            .some("factor", word(&DesignFactor::NAMES, *factor))
            .some("rating", judged.rating.map(Stars::get))
            .text("note", &judged.note)
            .on_one_line()
    })
    .collect()
}
