//! Surveys: what customers answered, kept as the statistics that any weights need and never as rows, so
//! that no respondent can be found in a file.

use super::item::{KanoCounts, QualityDimension, Weights};
use crate::blueprint::date::Date;
use crate::blueprint::ids::ItemId;

/// One wave of answers.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Survey {
    /// Where it comes from, such as the name of a table.
    pub source: String,
    /// When it was taken.
    pub taken: Option<Date>,
    /// How many answered.
    pub respondents: u32,
    /// By item.
    pub items: Vec<SurveyItem>,
    /// By dimension, in their order.
    pub dimensions: Vec<SurveyDimension>,
    /// How many answered in all five dimensions.
    pub complete: u32,
    /// Covariances of the dimensions' gaps over those; `None` for fewer than two.
    pub covariance: Option<[[f64; 5]; 5]>,
    /// How much each dimension counts to customers, as they divided their points.
    pub weights: Option<Weights>,
    /// The mean of what they think of the whole.
    pub overall: Option<f64>,
}

/// What customers answered about an item.
#[derive(Clone, Debug, PartialEq)]
pub struct SurveyItem {
    /// The item.
    pub item: ItemId,
    /// How many answered.
    pub n: u32,
    /// The mean of what they ought to get.
    pub expected: Option<f64>,
    /// The mean of what they got.
    pub perceived: Option<f64>,
    /// The mean of the least that they accept.
    pub least: Option<f64>,
    /// The standard deviation of the gap.
    pub sd: Option<f64>,
    /// What they said with and without it.
    pub kano: Option<KanoCounts>,
}

/// What customers answered about a dimension.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SurveyDimension {
    /// The dimension.
    pub dimension: QualityDimension,
    /// How many answered enough of its items.
    pub n: u32,
    /// The mean over them of what they ought to get.
    pub expected: f64,
    /// The mean over them of what they got.
    pub perceived: f64,
    /// The standard deviation of their gaps; `None` for fewer than two.
    pub sd: Option<f64>,
}

impl SurveyDimension {
    /// The mean gap: perceived less expected.
    #[must_use]
    pub fn gap(&self) -> f64 {
        self.perceived - self.expected
    }
}
