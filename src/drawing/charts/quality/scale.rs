//! The part of a scale of readings that a picture shows, and signs that stand on it.

use crate::drawing::ink::Ink;
use crate::drawing::space::Point;

use crate::drawing::charts::board::Board;

/// From where to where a scale is shown, and its marks.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ScaleSeen {
    /// The value at its beginning.
    pub from: f64,
    /// The value at its end.
    pub to: f64,
    /// Its marks, with their names.
    pub marks: Vec<(f64, String)>,
}

impl ScaleSeen {
    /// Which part of the way from its beginning to its end a value lies at; the ends hold what is beyond.
    #[must_use]
    pub fn part(&self, value: f64) -> f32 {
        let span = (self.to - self.from).max(1e-9);
        // Places on a screen: precision beyond a pixel is lost on purpose.
        #[allow(clippy::cast_possible_truncation)]
        let part = ((value - self.from) / span).clamp(0.0, 1.0) as f32;
        part
    }
}

/// A diamond around a point: what customers got.
pub(super) fn diamond(board: &mut Board<'_>, at: Point, side: f32, ink: Ink) {
    let corners = [(0.0, -side), (side, 0.0), (0.0, side), (-side, 0.0)];
    board.list.polygon(corners.map(|(x, y)| at + Point::new(x, y)), Some(ink), None);
}
