//! Charts with a row for each thing.

use crate::drawing::display_list::{DisplayList, Subject};
use crate::drawing::space::{Point, Rect};

use super::easel::Easel;

/// Something in a chart that can be pointed at and clicked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Part {
    /// What it is: its shapes have the same subject.
    pub subject: Subject,
    /// Where it lies.
    pub rect: Rect,
}

/// What is pointed at and what is selected.
#[derive(Clone, Copy, Default)]
pub struct Look<'a> {
    /// The part that is pointed at or has the keyboard.
    pub pointed: Option<Subject>,
    /// Whether a part is selected; nothing is without it.
    pub selected: Option<&'a dyn Fn(Subject) -> bool>,
}

impl Look<'_> {
    /// Whether a part is pointed at.
    #[must_use]
    pub fn points_at(&self, subject: Subject) -> bool {
        self.pointed == Some(subject)
    }

    /// Whether a part is selected.
    #[must_use]
    pub fn selects(&self, subject: Subject) -> bool {
        self.selected.is_some_and(|selected| selected(subject))
    }
}

/// A chart with a row for each thing, under a head and above a foot that stay in place.
pub trait Rows {
    /// How many rows there are.
    fn count(&self) -> usize;

    /// The least and the largest height of a row, before it grows with the chart.
    fn row_bounds(&self) -> (f32, f32);

    /// The height of the head.
    fn head_height(&self) -> f32;

    /// Draws the head.
    fn head(&self, list: &mut DisplayList, rect: Rect);

    /// What can be pointed at in a row.
    fn parts(&self, at: usize, rect: Rect) -> Vec<Part>;

    /// Draws a row; `is_first` says whether none is seen above it.
    fn row(&self, list: &mut DisplayList, at: usize, rect: Rect, is_first: bool, look: &Look<'_>);

    /// The height of the foot; 0 where there is none.
    fn foot_height(&self) -> f32 {
        0.0
    }

    /// Draws the foot.
    fn foot(&self, _list: &mut DisplayList, _rect: Rect) {}
}

/// The height of each row where all of them have so much room, and the height that they take.
#[must_use]
pub fn height_of_rows(rows: &dyn Rows, easel: &Easel<'_>, room: f32) -> (f32, f32) {
    let (least, most) = rows.row_bounds();
    let least = easel.length(least);
    let count = rows.count() as f32;
    let height = (room / count.max(1.0)).clamp(least, easel.length(most)).floor();
    (height, (height * count).min(room.max(least)))
}

/// Draws all of a chart from the upper edge of a rectangle; what has no room in it is left out.
pub fn draw_rows(
    rows: &dyn Rows,
    easel: &Easel<'_>,
    area: Rect,
    look: &Look<'_>,
    list: &mut DisplayList,
) {
    list.clip_to(area);
    let head = Rect { max: Point::new(area.right(), area.top() + rows.head_height()), ..area };
    rows.head(list, head);
    let room = area.bottom() - head.bottom() - rows.foot_height();
    let (height, tall) = height_of_rows(rows, easel, room);
    let below = head.bottom() + tall;
    list.clip_to(Rect::new(area.left(), head.bottom(), area.right(), below));
    for at in 0..rows.count() {
        let top = head.bottom() + at as f32 * height;
        if top >= below {
            break;
        }
        let rect = Rect::new(area.left(), top, area.right(), top + height);
        rows.row(list, at, rect, at == 0, look);
    }
    list.clip_to(area);
    rows.foot(list, Rect::new(area.left(), below, area.right(), below + rows.foot_height()));
}
