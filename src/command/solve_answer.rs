//! What is said of a planning sheet that was to be solved.

use crate::planning::mix::MixAnswer;
use crate::planning::sheet::{Answer, Beyond};

/// What is said of a sheet.
pub(super) struct Answered {
    /// The answer.
    pub plain: Answer,
    /// What there is beyond it.
    pub beyond: Beyond,
    /// What belongs to a mix.
    pub mix: Option<MixAnswer>,
}

/// The answer to a sheet, or what is wrong with it in words.
pub(super) type Outcome = Result<Answered, Vec<String>>;
