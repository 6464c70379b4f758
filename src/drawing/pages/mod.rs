//! Pages of paper with pictures set on them, and what they say to those who cannot see them.
//!
//! A page is measured in points of paper, 72 to an inch; a picture on it in points of its own, which
//! are as large at a scale of 1.

mod caption;
mod foot;
mod key_map;
mod layout;

pub use caption::{CAPTION_HEIGHT, draw_captions};
pub use foot::{FootTexts, draw_foot};
pub use key_map::KeyMap;
pub use layout::{
    Borders, FOOT_HEIGHT, Layout, MARGIN, PageCount, PaperSize, Sides, Spread, Tile, layout,
};

use std::sync::Arc;

use super::display_list::{DisplayList, Layer, Stroke, Subject};
use super::ink::Ink;
use super::space::{Point, Rect, Size};

/// A millimetre in points of paper.
pub(super) const MILLIMETRE: f32 = 72.0 / 25.4;

/// A page of paper.
#[derive(Clone, Debug)]
pub struct Page {
    /// How large it is.
    pub size: Size,
    /// What it is called among its like: `A1`, or its number.
    pub label: String,
    /// What lies on it, the lowest first.
    pub panels: Vec<Panel>,
}

/// A picture on a page.
#[derive(Clone, Debug)]
pub struct Panel {
    /// Its shapes, list over list.
    pub lists: Arc<[DisplayList]>,
    /// The part of its plane that is shown.
    pub viewport: Rect,
    /// Where the upper left corner of that part lies on the page.
    pub at: Point,
    /// Points of paper to a point of the picture.
    pub scale: f32,
    /// What is read out of it, in the order of reading. The rest is ornament, or said elsewhere.
    pub told: Vec<Told>,
    /// Whether it is no part of what the page is about, but repeats on each.
    pub repeats: bool,
}

impl Panel {
    /// Where a point of the picture lies on the page.
    #[must_use]
    pub fn on_page(&self, point: Point) -> Point {
        self.at + (point - self.viewport.min) * self.scale
    }
}

/// What is read out of a picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    /// Whose shapes it stands for.
    pub subjects: Vec<Subject>,
    /// How it is told.
    pub telling: Telling,
    /// What is said: of a figure all that it shows, of letters what they spell.
    pub text: String,
}

/// How a part of a picture is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Telling {
    /// Its letters are a heading of a level, the highest being 1.
    Heading(u16),
    /// Its letters are read as they are.
    Letters,
    /// It is a figure, and the text is said in its place.
    Figure,
    /// Its letters are a cell of a table. Tables and lists are numbered in their document; pieces with
    /// the same numbers are one, also on several pages.
    Cell {
        /// Which table.
        table: u32,
        /// Which row, the head being 0.
        row: u32,
        /// Which column, the first being 0.
        column: u32,
        /// What it is to the others.
        kind: CellKind,
    },
    /// Its letters are an entry of a list.
    Item {
        /// Which list.
        list: u32,
        /// Which entry, the first being 0.
        item: u32,
    },
}

/// What a cell is to the others of its table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellKind {
    /// It says what a column holds.
    ColumnHead,
    /// It says what a row is about.
    RowHead,
    /// It says what the rows below are about, and is as wide as the table.
    GroupHead,
    /// It is what the table holds.
    Data,
}

/// A place that a reader can go to.
#[derive(Clone, Debug, PartialEq)]
pub struct Bookmark {
    /// What it is called.
    pub text: String,
    /// The page, counted from 0.
    pub page: usize,
    /// Where on it.
    pub at: Point,
    /// What lies below it.
    pub below: Vec<Bookmark>,
}

/// Marks where a tile is seen on its neighbours too, in points of its picture: `overlap` from those
/// edges of the part of the sheet that it shows.
pub fn draw_overlaps(list: &mut DisplayList, shown: Rect, tile: &Tile, overlap: f32) {
    list.clear();
    list.clip_to(shown);
    list.pen(Layer::Marks, Subject::Sheet, 0);
    let stroke = Stroke::dashed(0.75, Ink::Muted, 2.0, 3.0);
    let upright = |x: f32| [Point::new(x, shown.top()), Point::new(x, shown.bottom())];
    let level = |y: f32| [Point::new(shown.left(), y), Point::new(shown.right(), y)];
    for (overlaps, ends) in [
        (tile.overlaps.left, upright(shown.left() + overlap)),
        (tile.overlaps.right, upright(shown.right() - overlap)),
        (tile.overlaps.top, level(shown.top() + overlap)),
        (tile.overlaps.bottom, level(shown.bottom() - overlap)),
    ] {
        if overlaps {
            list.path(ends, stroke);
        }
    }
}
