//! A profile: what customers ought to get and what they got, dimension by dimension and item by item, with how
//! sure that is.

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
const ROW: (f32, f32) = (21.0, 30.0);
/// Texts that are measured.
const MEASURED: usize = 64;

/// A dimension, or an item of the one above it.
#[derive(Clone, Debug, PartialEq)]
pub struct ProfileRow {
    /// What it is.
    pub name: String,
    /// Whether it is a dimension.
    pub is_dimension: bool,
    /// What customers ought to get.
    pub expected: Option<f64>,
    /// What they got.
    pub perceived: Option<f64>,
    /// Where what they got would lie at the ends of the interval of the gap.
    pub interval: Option<(f64, f64)>,
    /// The gap in words, with its interval.
    pub gap: String,
    /// How good that is.
    pub standing: Standing,
}

/// What the picture shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Profile {
    /// What is to be seen, in a sentence.
    pub title: String,
    /// Of how many, on which scale.
    pub subtitle: String,
    /// The part of the scale that is shown.
    pub scale: ScaleSeen,
    /// From top to bottom.
    pub rows: Vec<ProfileRow>,
    /// What ring, diamond and whisker mean.
    pub legend: [String; 3],
}

impl Profile {
    /// Lays the picture out in a width.
    #[must_use]
    pub fn laid<'a>(&'a self, easel: &'a Easel<'a>, width: f32) -> ProfileRows<'a> {
        let strong = easel.small(Weight::Semibold);
        let seen = || self.rows.iter().take(MEASURED);
        let names = seen().map(|row| easel.width(&row.name, strong) + easel.length(14.0));
        let name = names.fold(0.0, f32::max).min(width * 0.42);
        let gaps = seen().map(|row| easel.width(&row.gap, strong));
        let gap = gaps.fold(0.0, f32::max) + easel.length(10.0);
        // A scroll bar floats; what it would cover stays free.
        ProfileRows { values: self, easel, name, gap, all: width - 8.0 }
    }
}

/// The picture of a width.
pub struct ProfileRows<'a> {
    values: &'a Profile,
    easel: &'a Easel<'a>,
    name: f32,
    gap: f32,
    all: f32,
}

impl ProfileRows<'_> {
    /// Whether every row, at its least, has room in a height, with head and foot.
    #[must_use]
    pub fn has_room(&self, height: f32) -> bool {
        let rows = self.count() as f32 * self.easel.length(ROW.0);
        self.head_height() + rows + self.foot_height() <= height
    }

    fn x(&self, rect: Rect, value: f64) -> f32 {
        let side = self.easel.length(10.0);
        let span = (self.all - self.name - self.gap - 2.0 * side).max(40.0);
        rect.left() + self.name + side + self.values.scale.part(value) * span
    }

    fn subject(at: usize) -> Subject {
        Subject::Part(u32::try_from(at).unwrap_or(u32::MAX))
    }

    fn whisker(&self, board: &mut Board<'_>, y: f32, (low, high): (f32, f32)) {
        let easel = self.easel;
        let half = easel.length(4.0);
        let stroke = Stroke::solid(easel.length(1.2), Ink::Muted);
        board.line(Point::new(low, y), Point::new(high, y), stroke);
        for x in [low, high] {
            board.line(Point::new(x, y - half), Point::new(x, y + half), stroke);
        }
    }

    fn ring(&self, board: &mut Board<'_>, at: Point) {
        let edge = Stroke::solid(self.easel.length(1.8), Ink::Accent);
        board.dot(at, self.easel.length(4.0), Ink::Panel, Some(edge));
    }
}

impl Rows for ProfileRows<'_> {
    fn count(&self) -> usize {
        self.values.rows.len()
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

    fn row(&self, list: &mut DisplayList, at: usize, rect: Rect, first: bool, look: &Look<'_>) {
        let Some(row) = self.values.rows.get(at) else { return };
        let easel = self.easel;
        let mut board = Board { list, easel };
        let subject = Self::subject(at);
        board.pen(subject);
        let x = |mark| self.x(rect, mark);
        heads::ground(&mut board, rect, (subject, look), &self.values.scale, &x);
        if row.is_dimension && !first {
            board.level(rect.top(), rect, Stroke::solid(1.0, Ink::Hairline));
        }
        let y = rect.centre().y;
        let weight = if row.is_dimension { Weight::Semibold } else { Weight::Regular };
        let letters = easel.small(weight);
        let inset = if row.is_dimension { 0.0 } else { easel.length(10.0) };
        let at = Point::new(rect.left() + easel.length(2.0) + inset, y);
        let room = self.name - inset - easel.length(4.0);
        board.cut(&row.name, at, Hold::LEFT, letters, Ink::Text, room);
        let place = |value: Option<f64>| value.map(|value| self.x(rect, value));
        let (expected, perceived) = (place(row.expected), place(row.perceived));
        if let (Some(from), Some(to)) = (expected, perceived) {
            let tall = easel.length(if row.is_dimension { 6.0 } else { 4.0 });
            let bar = Rect::new(from.min(to), y - tall / 2.0, from.max(to), y + tall / 2.0);
            let hue = if to < from { Hue::Bad } else { Hue::Good };
            board.fill(bar, 0.0, Ink::Thin(hue, 34));
        }
        if let Some((low, high)) = row.interval {
            self.whisker(&mut board, y, (self.x(rect, low), self.x(rect, high)));
        }
        if let Some(x) = expected {
            self.ring(&mut board, Point::new(x, y));
        }
        if let Some(x) = perceived {
            diamond(&mut board, Point::new(x, y), easel.length(6.0), Ink::Panel);
            diamond(&mut board, Point::new(x, y), easel.length(5.0), row.standing.mark());
        }
        let at = Point::new(rect.left() + self.all, y);
        board.write(&row.gap, at, Hold::RIGHT, letters, row.standing.text());
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
        let mut x = rect.left() + easel.length(8.0);
        for (at, text) in self.values.legend.iter().enumerate() {
            let wide = easel.length(20.0);
            if x + wide + easel.width(text, letters) > rect.right() {
                return;
            }
            let middle = Point::new(x + easel.length(6.0), y);
            match at {
                0 => self.ring(&mut board, middle),
                1 => diamond(&mut board, middle, easel.length(5.0), Ink::Text),
                _ => {
                    let half = easel.length(9.0);
                    self.whisker(&mut board, y, (middle.x - half, middle.x + half));
                }
            }
            let said = Point::new(x + wide, y);
            let said = board.write(text, said, Hold::LEFT, letters, Ink::Muted);
            x = said.right() + easel.length(18.0);
        }
    }
}
