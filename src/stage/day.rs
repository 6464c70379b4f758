//! A day that is played at a stop.

use crate::drawing::{DAY_STRIP, DayStrip, Played, Rect};

/// What is to be seen of a day that is played.
#[derive(Clone, Copy)]
pub struct PlayedDay<'a> {
    /// What happens at steps and between them.
    pub played: &'a Played,
    /// The time and the day's course.
    pub strip: &'a DayStrip,
}

/// The rooms of the sheet and of the day's course below it, in a wall with a unit.
pub(super) fn rooms(middle: Rect, u: f32) -> (Rect, Rect) {
    let edge = (middle.bottom() - DAY_STRIP * u).max(middle.top());
    (
        Rect::new(middle.left(), middle.top(), middle.right(), edge),
        Rect::new(middle.left(), edge, middle.right(), middle.bottom()),
    )
}
