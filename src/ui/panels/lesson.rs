//! The lesson of the blueprint while it is edited: its stops.

use crate::blueprint::StopId;

/// What the view of the lesson remembers.
#[derive(Debug, Default)]
pub(in crate::ui) struct LessonTab {
    /// The stop that is chosen.
    pub chosen: Option<StopId>,
}
