//! A day by its intervals: bars of what comes, a line of what can be served.

use crate::drawing::display_list::{DisplayList, Stroke, Subject};
use crate::drawing::ink::{Hue, Ink};
use crate::drawing::space::{Point, Rect};
use crate::drawing::text::Weight;

use super::axis::round_marks;
use super::board::{Board, Hold};
use super::easel::Easel;

/// An interval of a day.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DayBar {
    /// When it begins, in words.
    pub from: String,
    /// How many customers come an hour.
    pub per_hour: f64,
    /// How many can be served an hour, where that is known and told.
    pub capacity: Option<f64>,
}

/// The picture of a day.
pub struct DayPlot<'a> {
    /// The intervals in their order.
    pub bars: Vec<DayBar>,
    /// What a rate is called at a mark of the axis.
    pub rate: &'a dyn Fn(f64) -> String,
}

impl DayPlot<'_> {
    /// Draws it into a rectangle.
    pub fn draw(&self, easel: &Easel<'_>, area: Rect, list: &mut DisplayList) {
        let rates = self.bars.iter().flat_map(|bar| [Some(bar.per_hour), bar.capacity]).flatten();
        let top = rates.filter(|rate| rate.is_finite()).fold(0.0, f64::max) * 1.1;
        if top <= 0.0 || area.width() < 60.0 || area.height() < 40.0 {
            return;
        }
        let letters = easel.small(Weight::Regular);
        let line = letters.size * 1.3;
        let rows = (area.height() / (line * 2.2)).clamp(2.0, 6.0);
        // A few rows.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let marks = round_marks(top, rows as usize);
        let names: Vec<(f64, String)> =
            marks.into_iter().map(|mark| (mark, (self.rate)(mark))).collect();
        let wide = names.iter().map(|(_, name)| easel.width(name, letters)).fold(0.0, f32::max);
        let frame = Rect::new(
            area.left() + wide + easel.length(10.0),
            area.top() + easel.length(8.0),
            area.right() - easel.length(6.0),
            area.bottom() - line - easel.length(4.0),
        );
        // Places on a screen.
        #[allow(clippy::cast_possible_truncation)]
        let y = |rate: f64| frame.bottom() - (rate / top).clamp(0.0, 1.0) as f32 * frame.height();
        let mut board = Board { list, easel };
        board.pen(Subject::Chart);
        for (mark, name) in &names {
            board.level(y(*mark), frame, Stroke::solid(1.0, Ink::Hairline));
            let at = Point::new(frame.left() - easel.length(6.0), y(*mark));
            board.write(name, at, Hold::RIGHT, letters, Ink::Muted);
        }
        let width = frame.width() / self.bars.len().max(1) as f32;
        let widest =
            self.bars.iter().map(|bar| easel.width(&bar.from, letters)).fold(0.0, f32::max);
        // A few numbers beside each other.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let stride = ((widest + easel.length(14.0)) / width).ceil().max(1.0) as usize;
        let mut before: Option<Point> = None;
        for (at, bar) in self.bars.iter().enumerate() {
            let left = frame.left() + at as f32 * width;
            let gap = (0.12 * width).min(easel.length(4.0));
            let rect = Rect::new(left + gap, y(bar.per_hour), left + width - gap, frame.bottom());
            board.fill(rect, 0.0, Ink::Sheer(Hue::Accent, 45));
            if at % stride == 0 {
                let half = easel.width(&bar.from, letters) / 2.0;
                let x = (left + width / 2.0).clamp(area.left() + half, area.right() - half);
                let foot = Point::new(x, frame.bottom() + easel.length(3.0));
                board.write(&bar.from, foot, Hold::TOP, letters, Ink::Muted);
            }
        }
        let pen = Stroke::solid(easel.length(2.0), Ink::Bad);
        for (at, bar) in self.bars.iter().enumerate() {
            let left = frame.left() + at as f32 * width;
            let Some(capacity) = bar.capacity.filter(|rate| rate.is_finite()) else {
                before = None;
                continue;
            };
            let (from, to) = (Point::new(left, y(capacity)), Point::new(left + width, y(capacity)));
            if let Some(before) = before {
                board.line(before, from, pen);
            }
            board.line(from, to, pen);
            before = Some(to);
        }
        board.level(frame.bottom(), frame, Stroke::solid(easel.length(1.0), Ink::Faint));
    }
}
