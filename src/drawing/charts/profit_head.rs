//! What stands above the chart of profit: what it shows and counts, and where its reach ends.

use crate::drawing::display_list::{DisplayList, Subject};
use crate::drawing::ink::Ink;
use crate::drawing::space::{Point, Rect};
use crate::drawing::text::{Letters, Weight};

use super::board::{Board, Hold};
use super::caption::{paragraph, paragraph_height};
use super::easel::Easel;

/// The height of the first line: that of a control that may stand in it.
const ROW: f32 = 26.0;

/// The head of the chart of profit. One line beside the sheet, where the rest is said when it is
/// pointed at; all of it on a page or once enlarged.
#[derive(Clone, Debug, PartialEq)]
pub struct ProfitHead {
    /// What the chart shows.
    pub title: String,
    /// What is counted.
    pub rule: String,
    /// Where the demand gets out of reach, if it does.
    pub reach: Option<String>,
    /// Whether all of it is written.
    pub is_whole: bool,
    /// What stays free at the right end of the first line.
    pub aside: f32,
}

impl ProfitHead {
    /// Draws the head from the upper edge of a rectangle; answers what is left of it.
    pub fn draw(&self, easel: &Easel<'_>, area: Rect, list: &mut DisplayList) -> Rect {
        let mut board = Board { list, easel };
        board.pen(Subject::Chart);
        let first = self.first_line(easel, area);
        if self.is_whole {
            paragraph(&mut board, &self.title, first, strong(easel), Ink::Text);
        } else {
            self.in_one_line(&mut board, first);
        }
        let mut top = area.top() + self.row_height(easel, area) + easel.length(1.0);
        if self.is_whole {
            let letters = easel.small(Weight::Regular);
            for text in std::iter::once(&self.rule).chain(&self.reach) {
                let rest = Rect::new(area.left(), top, area.right(), area.bottom());
                paragraph(&mut board, text, rest, letters, Ink::Muted);
                top += paragraph_height(easel, text, letters, area.width()) + easel.length(1.0);
            }
        }
        Rect::new(area.left(), top, area.right(), area.bottom())
    }

    /// The line that the title stands in, without what stays free.
    #[must_use]
    pub fn first_line(&self, easel: &Easel<'_>, area: Rect) -> Rect {
        let room = area.width() - self.aside;
        let tall = self.title_height(easel, room);
        let top = area.top() + (self.row_height(easel, area) - tall) / 2.0;
        Rect::new(area.left(), top, area.left() + room, top + tall)
    }

    /// The height of that line with the control that stands in it.
    #[must_use]
    pub fn row_height(&self, easel: &Easel<'_>, area: Rect) -> f32 {
        ROW.max(self.title_height(easel, area.width() - self.aside))
    }

    fn title_height(&self, easel: &Easel<'_>, room: f32) -> f32 {
        if self.is_whole {
            paragraph_height(easel, &self.title, strong(easel), room)
        } else {
            easel.room("", strong(easel)).height
        }
    }

    /// The title, and behind it what is counted, as far as there is room.
    fn in_one_line(&self, board: &mut Board<'_>, line: Rect) {
        let easel = board.easel;
        let at = Point::new(line.left(), line.centre().y);
        let title = board.cut(&self.title, at, Hold::LEFT, strong(easel), Ink::Text, line.width());
        let written = title.width() + easel.length(8.0);
        let room = line.width() - written;
        if room > easel.length(60.0) {
            let at = Point::new(line.left() + written, at.y);
            let letters = easel.small(Weight::Regular);
            board.cut(&self.rule, at, Hold::LEFT, letters, Ink::Muted, room);
        }
    }
}

fn strong(easel: &Easel<'_>) -> Letters {
    easel.small(Weight::Semibold)
}
