//! What pictures with a row for each item have in common: the sentence above, the scale, the row that is pointed at.

use crate::drawing::charts::board::{Board, Hold};
use crate::drawing::charts::easel::Easel;
use crate::drawing::charts::rows::Look;
use crate::drawing::display_list::{DisplayList, Stroke, Subject};
use crate::drawing::ink::Ink;
use crate::drawing::space::{Point, Rect};
use crate::drawing::text::Weight;

use super::scale::ScaleSeen;

/// The height of a sentence with a line below it.
pub(super) fn head_height(easel: &Easel<'_>) -> f32 {
    let small = easel.room("", easel.small(Weight::Regular)).height;
    easel.room("", easel.body(Weight::Semibold)).height + small + easel.length(6.0)
}

/// A sentence with a line below it.
pub(super) fn head(
    list: &mut DisplayList,
    easel: &Easel<'_>,
    rect: Rect,
    title: &str,
    subtitle: &str,
) {
    let mut board = Board { list, easel };
    board.pen(Subject::Chart);
    let letters = easel.body(Weight::Semibold);
    board.cut(title, rect.min, Hold::LEFT_TOP, letters, Ink::Text, rect.width());
    let below = rect.min + Point::new(0.0, easel.room("", letters).height + easel.length(1.0));
    let small = easel.small(Weight::Regular);
    board.cut(subtitle, below, Hold::LEFT_TOP, small, Ink::Muted, rect.width());
}

/// The height of the marks of a scale with the legend below them.
pub(super) fn foot_height(easel: &Easel<'_>) -> f32 {
    2.0 * easel.room("", easel.small(Weight::Regular)).height + easel.length(8.0)
}

/// The names of the marks of a scale, from the top of a foot.
pub(super) fn marks(board: &mut Board<'_>, scale: &ScaleSeen, top: f32, x: &dyn Fn(f64) -> f32) {
    let easel = board.easel;
    let letters = easel.small(Weight::Regular);
    for (mark, name) in &scale.marks {
        let at = Point::new(x(*mark), top + easel.length(2.0));
        board.write(name, at, Hold::TOP, letters, Ink::Muted);
    }
}

/// What lies behind a row: that it is pointed at or chosen, and the lines of the scale.
pub(super) fn ground(
    board: &mut Board<'_>,
    rect: Rect,
    (subject, look): (Subject, &Look<'_>),
    scale: &ScaleSeen,
    x: &dyn Fn(f64) -> f32,
) {
    if look.points_at(subject) || look.selects(subject) {
        board.fill(rect, 4.0, Ink::AccentWash);
    }
    for (mark, _) in &scale.marks {
        board.upright(x(*mark), rect, Stroke::solid(1.0, Ink::Hairline));
    }
}
