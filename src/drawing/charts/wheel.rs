//! The wheel of plan, do, check, act: a ring in four quarters, of which some are filled.

use crate::drawing::display_list::Stroke;
use crate::drawing::ink::{Hue, Ink};
use crate::drawing::space::Point;

use super::board::Board;

/// Points of a quarter.
const POINTS: u8 = 8;
/// What stays free between two quarters, as a part of a quarter.
const FREE: f32 = 0.12;

/// Draws it: the quarters clockwise from above.
pub(super) fn wheel(board: &mut Board<'_>, middle: Point, radius: f32, quarters: [bool; 4]) {
    let width = (radius * 0.4).max(2.0);
    for (at, is_filled) in quarters.into_iter().enumerate() {
        let ink = if is_filled { Ink::Good } else { Ink::Sheer(Hue::Faint, 40) };
        let point = |part: f32| {
            let turn = at as f32 + FREE + part * (1.0 - 2.0 * FREE);
            let angle = turn * std::f32::consts::FRAC_PI_2;
            Point::new(middle.x + radius * angle.sin(), middle.y - radius * angle.cos())
        };
        let points = (0..=POINTS).map(|step| point(f32::from(step) / f32::from(POINTS)));
        board.path(points, Stroke::solid(width, ink));
    }
}
