//! What is marked on the curve of the feelings.

use crate::blueprint::StepId;

/// Which cards are the peak, the low and the end, and what these are called.
#[derive(Clone, Debug, PartialEq)]
pub struct Feelings {
    /// The best, the worst and the last.
    pub marked: [StepId; 3],
    /// What they are called.
    pub words: [String; 3],
}
