//! What stands around a chart: the sentence above it, and the line below that says of what it is.

use crate::drawing::display_list::{DisplayList, Stroke, Subject};
use crate::drawing::ink::Ink;
use crate::drawing::space::{Point, Rect};
use crate::drawing::text::{Letters, Weight, lines_of};

use super::board::{Board, Hold};
use super::easel::Easel;

/// Lines that a text above a chart takes at most.
const MOST_LINES: usize = 4;
/// What stays free below the sentence: a part that grows with the chart, and one that does not.
const BELOW_TITLE: (f32, f32) = (8.0, 6.0);

/// The words around a chart.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Caption {
    /// What is to be seen, in a sentence; blank where it stands elsewhere.
    pub title: String,
    /// Of which service and scenario the chart is.
    pub names: String,
    /// What its axes measure, where any are drawn.
    pub axes: Option<String>,
    /// The scenario whose values are dashed.
    pub other: Option<String>,
}

impl Caption {
    /// The height of the line below a chart.
    #[must_use]
    pub fn foot_height(easel: &Easel<'_>) -> f32 {
        (easel.small(Weight::Regular).size * 1.5).round()
    }

    /// The height of the sentence above a chart with what stays free below it, in a width; 0 where
    /// there is none.
    #[must_use]
    pub fn title_height(&self, easel: &Easel<'_>, width: f32) -> f32 {
        if self.title.is_empty() {
            return 0.0;
        }
        let free = easel.length(BELOW_TITLE.0) + BELOW_TITLE.1;
        paragraph_height(easel, &self.title, easel.title(), width) + free
    }

    /// Writes the sentence from the upper edge of a rectangle.
    pub fn draw_title(&self, easel: &Easel<'_>, area: Rect, list: &mut DisplayList) {
        if !self.title.is_empty() {
            let mut board = Board { list, easel };
            board.pen(Subject::Chart);
            paragraph(&mut board, &self.title, area, easel.title(), Ink::Text);
        }
    }

    /// Writes the line below a chart.
    pub fn draw_foot(&self, easel: &Easel<'_>, rect: Rect, list: &mut DisplayList) {
        let mut board = Board { list, easel };
        board.pen(Subject::Chart);
        let letters = easel.small(Weight::Regular);
        let (gap, y) = (easel.length(14.0), rect.centre().y);
        let mut right = rect.right();
        if let Some(axes) = &self.axes {
            let at = Point::new(right, y);
            // On a wall the names stand elsewhere.
            let room = rect.width() * if easel.is_wall() { 1.0 } else { 0.66 };
            let taken = board.cut(axes, at, Hold::RIGHT, letters, Ink::Muted, room);
            right = taken.left() - gap;
        }
        let (chip, behind) = (easel.length(20.0), easel.length(5.0));
        let legend = self.other.as_ref();
        let legend = legend.map_or(0.0, |name| gap + chip + behind + easel.width(name, letters));
        let room = (right - rect.left() - legend).max(40.0);
        let at = Point::new(rect.left(), y);
        let said = if easel.is_wall() { "" } else { self.names.as_str() };
        let named = board.cut(said, at, Hold::LEFT, letters, Ink::Muted, room);
        if let Some(name) = &self.other {
            let left = named.right() + gap;
            let dash = easel.length(3.0);
            let ends = [left, left + chip].map(|x| Point::new(x, y));
            board.path(ends, Stroke::dashed(easel.length(2.0), Ink::Muted, dash, dash));
            let at = Point::new(left + chip + behind, y);
            let room = (right - at.x).max(20.0);
            board.cut(name, at, Hold::LEFT, letters, Ink::Muted, room);
        }
    }
}

/// The height of a text in lines of a width.
pub(in crate::drawing) fn paragraph_height(
    easel: &Easel<'_>,
    text: &str,
    letters: Letters,
    width: f32,
) -> f32 {
    let lines = lines_of(text, width, MOST_LINES, easel.measure(), letters).len();
    lines as f32 * easel.room("", letters).height
}

/// Writes a text in lines from the upper edge of a rectangle.
pub(in crate::drawing) fn paragraph(
    board: &mut Board<'_>,
    text: &str,
    area: Rect,
    letters: Letters,
    ink: Ink,
) {
    let easel = board.easel;
    let height = easel.room("", letters).height;
    let mut at = area.min;
    for line in lines_of(text, area.width(), MOST_LINES, easel.measure(), letters) {
        board.write(&line, at, Hold::LEFT_TOP, letters, ink);
        at.y += height;
    }
}
