//! The zone of tolerance of each item: from the least that is accepted to what ought to be, and what customers
//! got.

use crate::drawing::charts::board::{Board, Hold};
use crate::drawing::charts::easel::Easel;
use crate::drawing::charts::rows::{Look, Part, Rows};
use crate::drawing::display_list::{DisplayList, Stroke, Subject};
use crate::drawing::ink::{Hue, Ink};
use crate::drawing::space::{Point, Rect};
use crate::drawing::text::Weight;

use super::heads;
use super::quadrants::Standing;
use super::scale::{ScaleSeen, diamond};

/// Least and largest height of a row, before it grows with the picture.
const ROW: (f32, f32) = (34.0, 44.0);

/// An item, in numbers and words.
#[derive(Clone, Debug, PartialEq)]
pub struct ToleranceBar {
    /// What it is.
    pub name: String,
    /// Where it stands, in a word.
    pub word: String,
    /// How good that is.
    pub standing: Standing,
    /// The least that is accepted.
    pub least: Option<f64>,
    /// What ought to be.
    pub should: Option<f64>,
    /// What customers got.
    pub perceived: Option<f64>,
}

/// What the picture shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Tolerance {
    /// What is to be seen, in a sentence.
    pub title: String,
    /// Of how many items, on which scale.
    pub subtitle: String,
    /// The part of the scale that is shown.
    pub scale: ScaleSeen,
    /// The items, the worst first.
    pub bars: Vec<ToleranceBar>,
    /// What the bar and the diamond mean.
    pub legend: [String; 2],
}

impl Tolerance {
    /// Lays the picture out.
    #[must_use]
    pub fn laid<'a>(&'a self, easel: &'a Easel<'a>) -> ToleranceRows<'a> {
        ToleranceRows { values: self, easel }
    }
}

/// The picture of a width.
pub struct ToleranceRows<'a> {
    values: &'a Tolerance,
    easel: &'a Easel<'a>,
}

impl ToleranceRows<'_> {
    fn x(&self, rect: Rect, value: f64) -> f32 {
        let side = self.easel.length(8.0);
        rect.left() + side + self.values.scale.part(value) * (rect.width() - 2.0 * side - 8.0)
    }

    fn subject(at: usize) -> Subject {
        Subject::Part(u32::try_from(at).unwrap_or(u32::MAX))
    }

    /// A zone from one place to another.
    fn zone(&self, board: &mut Board<'_>, y: f32, [from, to]: [Option<f32>; 2]) {
        let tall = self.easel.length(8.0);
        let cap = Stroke::solid(self.easel.length(1.5), Ink::Accent);
        if let (Some(from), Some(to)) = (from, to) {
            let bar = Rect::new(from.min(to), y - tall / 2.0, from.max(to), y + tall / 2.0);
            board.fill(bar, 0.0, Ink::Thin(Hue::Accent, 28));
        }
        for x in [from, to].into_iter().flatten() {
            board.upright(x, Rect::new(x, y - tall / 2.0 - 2.0, x, y + tall / 2.0 + 2.0), cap);
        }
    }
}

impl Rows for ToleranceRows<'_> {
    fn count(&self) -> usize {
        self.values.bars.len()
    }

    fn row_bounds(&self) -> (f32, f32) {
        ROW
    }

    fn head_height(&self) -> f32 {
        heads::head_height(self.easel)
    }

    fn head(&self, list: &mut DisplayList, rect: Rect) {
        heads::head(list, self.easel, rect, &self.values.title, &self.values.subtitle);
    }

    fn parts(&self, at: usize, rect: Rect) -> Vec<Part> {
        vec![Part { subject: Self::subject(at), rect }]
    }

    fn row(&self, list: &mut DisplayList, at: usize, rect: Rect, _: bool, look: &Look<'_>) {
        let Some(bar) = self.values.bars.get(at) else { return };
        let easel = self.easel;
        let mut board = Board { list, easel };
        let subject = Self::subject(at);
        board.pen(subject);
        let x = |mark| self.x(rect, mark);
        heads::ground(&mut board, rect, (subject, look), &self.values.scale, &x);
        let top = rect.top() + easel.length(2.0);
        let strong = easel.small(Weight::Semibold);
        let right = Point::new(rect.right() - 8.0 - easel.length(4.0), top);
        let word = board.write(&bar.word, right, Hold::RIGHT_TOP, strong, bar.standing.text());
        let left = Point::new(rect.left() + easel.length(4.0), top);
        let room = word.left() - left.x - easel.length(8.0);
        let letters = easel.small(Weight::Regular);
        board.cut(&bar.name, left, Hold::LEFT_TOP, letters, Ink::Text, room);
        // Nearer to its own name than to the next.
        let line = easel.room("", letters).height;
        let y = (top + line + easel.length(7.0)).min(rect.bottom() - easel.length(8.0));
        let ends = [bar.least, bar.should].map(|it| it.map(|value| self.x(rect, value)));
        self.zone(&mut board, y, ends);
        if let Some(perceived) = bar.perceived {
            let at = Point::new(self.x(rect, perceived), y);
            diamond(&mut board, at, easel.length(6.0), Ink::Panel);
            diamond(&mut board, at, easel.length(5.0), bar.standing.mark());
        }
    }

    fn foot_height(&self) -> f32 {
        heads::foot_height(self.easel)
    }

    fn foot(&self, list: &mut DisplayList, rect: Rect) {
        let easel = self.easel;
        let mut board = Board { list, easel };
        board.pen(Subject::Chart);
        let letters = easel.small(Weight::Regular);
        let line = easel.room("", letters).height;
        heads::marks(&mut board, &self.values.scale, rect.top(), &|mark| self.x(rect, mark));
        let y = rect.bottom() - line / 2.0;
        let mut x = rect.left() + easel.length(4.0);
        let [zone, got] = &self.values.legend;
        let wide = easel.length(26.0);
        self.zone(&mut board, y, [Some(x), Some(x + wide)]);
        x += wide + easel.length(6.0);
        let said = board.write(zone, Point::new(x, y), Hold::LEFT, letters, Ink::Muted);
        x = said.right() + easel.length(16.0);
        let end = x + easel.length(12.0) + easel.width(got, letters);
        if end <= rect.right() {
            diamond(&mut board, Point::new(x, y), easel.length(5.0), Ink::Text);
            let at = Point::new(x + easel.length(12.0), y);
            board.write(got, at, Hold::LEFT, letters, Ink::Muted);
        }
    }
}
