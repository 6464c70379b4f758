//! A try of a lesson, which may be one of several.

use crate::presenting::Kept;

/// A try that may be kept, with the lesson of a playlist in which it was made.
#[derive(Clone, Debug)]
pub(in crate::ui) struct KeptOf {
    /// The place of the lesson in its playlist; 0 where there is none.
    pub lesson: usize,
    /// What the lesson is about; blank where there is one lesson only.
    pub about: String,
    /// The try.
    pub kept: Kept,
}
