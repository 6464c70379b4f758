//! Where a chart lies between the sentence above it and the line below.

use crate::drawing::display_list::{DisplayList, Stroke, Subject};
use crate::drawing::ink::Ink;
use crate::drawing::space::{Point, Rect};
use crate::drawing::text::{Weight, lines_of};

use super::board::{Board, Hold};
use super::caption::Caption;
use super::easel::Easel;

/// The height of a line that says what a chart lacks, before it grows with the chart.
const LACKS: f32 = 22.0;
/// Lines that are said in the place of a chart at most.
const MOST_LINES: usize = 6;
/// Between two charts beside each other, before it grows.
const BETWEEN: f32 = 28.0;

/// The parts of the room of a chart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    /// The sentence above.
    pub title: Rect,
    /// The chart itself.
    pub body: Rect,
    /// What is said below the chart of what it lacks.
    pub lacks: Rect,
    /// The line below.
    pub foot: Rect,
}

impl Frame {
    /// Parts a rectangle; `lacks` says whether something is said of what the chart lacks.
    #[must_use]
    pub fn of(caption: &Caption, lacks: bool, easel: &Easel<'_>, area: Rect) -> Self {
        let Rect { min, max } = area;
        let top = min.y + caption.title_height(easel, area.width());
        let foot = max.y - Caption::foot_height(easel);
        let below = if lacks { foot - easel.length(LACKS) } else { foot };
        let between = |top, bottom| Rect::new(min.x, top, max.x, bottom);
        Self {
            title: between(min.y, top),
            body: between(top, below),
            lacks: between(below, foot),
            foot: between(foot, max.y),
        }
    }

    /// Draws what stands around a chart; answers what is left for it.
    pub fn draw(
        caption: &Caption,
        lacks: Option<String>,
        easel: &Easel<'_>,
        area: Rect,
        list: &mut DisplayList,
    ) -> Rect {
        list.clip_to(area);
        let frame = Self::of(caption, lacks.is_some(), easel, area);
        caption.draw_title(easel, frame.title, list);
        caption.draw_foot(easel, frame.foot, list);
        if let Some(lacks) = lacks {
            let mut board = Board { list, easel };
            board.pen(Subject::Chart);
            let at = Point::new(frame.lacks.left(), frame.lacks.centre().y);
            let letters = easel.small(Weight::Regular);
            board.cut(&lacks, at, Hold::LEFT, letters, Ink::Muted, area.width());
        }
        frame.body
    }
}

/// Two halves of a room with a line between them.
pub fn halves(easel: &Easel<'_>, area: Rect, list: &mut DisplayList) -> [Rect; 2] {
    let gap = easel.length(BETWEEN);
    let middle = area.centre().x;
    let mut board = Board { list, easel };
    board.pen(Subject::Chart);
    board.upright(middle, area, Stroke::solid(1.0, Ink::Hairline));
    [
        Rect::new(area.left(), area.top(), middle - gap / 2.0, area.bottom()),
        Rect::new(middle + gap / 2.0, area.top(), area.right(), area.bottom()),
    ]
}

/// A head above a column, cut where it is too long.
pub fn draw_heading(easel: &Easel<'_>, area: Rect, text: &str, list: &mut DisplayList) {
    let mut board = Board { list, easel };
    board.pen(Subject::Chart);
    let letters = easel.small(Weight::Semibold);
    let at = Point::new(area.left(), area.centre().y);
    board.cut(text, at, Hold::LEFT, letters, Ink::Muted, area.width());
}

/// Says in the place of a chart what it lacks: in the middle, somewhat above half the height.
pub fn draw_lacks(easel: &Easel<'_>, area: Rect, text: &str, list: &mut DisplayList) {
    let mut board = Board { list, easel };
    board.pen(Subject::Chart);
    let letters = easel.body(Weight::Regular);
    let height = easel.room("", letters).height;
    let mut at = Point::new(area.centre().x, area.top() + (area.height() * 0.3 - 10.0).max(0.0));
    for line in lines_of(text, area.width(), MOST_LINES, easel.measure(), letters) {
        board.write(&line, at, Hold::TOP, letters, Ink::Muted);
        at.y += height;
    }
}
