//! The wall of a lesson: a stop as a class sees it from the last row.
//!
//! All sizes are in units of a thirty-sixth of the height ([`unit()`]). What is said around the picture is
//! [`Wall`]; the sheet in the middle is [`StageSheet`], of which a part is shown where not all of it can be
//! read.

mod cards;
mod chrome;
mod compare;
mod day;
mod foot;
mod greek;
mod grid;
mod layout;
mod look;
mod pen;
mod ruled;
mod sheet;
mod table;
mod tiles;
mod tried;

pub use chrome::{Blank, draw_blank};
pub use compare::{Became, ComparedFigure, ComparedSide, WallComparison};
pub use day::{CoursePoint, DAY_STRIP, DayStrip};
pub use foot::WallAnswer;
pub use greek::draw_greeked;
pub use look::{StageLook, StagePlaces, StageSheet};
pub use ruled::draw_ruled;
pub use sheet::say;
pub use table::WallTable;
pub use tiles::{TileValue, WallTile};
pub(super) use tried::draw_tried;

use super::display_list::DisplayList;
use super::space::{Rect, Size};
use super::text::MeasureText;

/// So many units high is a wall.
pub const UNITS_HIGH: f32 = 36.0;

/// The unit of a wall: the size of its smallest letters.
#[must_use]
pub fn unit(size: Size) -> f32 {
    size.height / UNITS_HIGH
}

/// How wide the column of the figures is, in units.
const TILES: f32 = 10.0;

/// What is said around the picture of a stop.
#[derive(Clone)]
pub struct Wall<'a> {
    /// How large it is.
    pub size: Size,
    /// What the stop is called.
    pub title: &'a str,
    /// Whose version is shown; blank for nothing.
    pub pill: &'a str,
    /// Whether that is a try: amber, with a dashed frame around everything.
    pub is_try: bool,
    /// At most three figures.
    pub tiles: Vec<WallTile>,
    /// The question; may be blank.
    pub ask: &'a str,
    /// What can be answered.
    pub answers: Vec<WallAnswer>,
    /// How many hands were counted, in words; blank before.
    pub hands: String,
    /// Says of so many answers that they are cut, as there is no room for all of them.
    pub cut: &'a dyn Fn(usize) -> String,
    /// Widths.
    pub text: &'a dyn MeasureText,
}

/// The parts of a wall.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WallAreas {
    /// The title and whose version is shown.
    pub top: Rect,
    /// The picture.
    pub middle: Rect,
    /// The figures; empty where there are none.
    pub tiles: Rect,
    /// The question; empty where there is none.
    pub foot: Rect,
}

/// Where things lie on a wall, and what it says in words.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct WallPlaces {
    /// The cards that are seen.
    pub cards: Vec<(crate::blueprint::StepId, Rect)>,
    /// The figures, in their order.
    pub tiles: Vec<Rect>,
    /// The answers, in their order.
    pub answers: Vec<Rect>,
    /// The picture.
    pub middle: Rect,
    /// The course of a day that is played, along which a time can be chosen.
    pub course: Option<Rect>,
    /// The small map, where not all of the sheet is shown.
    pub miniature: Option<Rect>,
    /// Which part of the sheet is shown, from 0.
    pub page: usize,
    /// In how many parts the sheet is shown; at least 1.
    pub pages: usize,
    /// What is on the wall, for who cannot see it; a line for each thing.
    pub said: Vec<String>,
}

impl Wall<'_> {
    /// The unit of this wall.
    #[must_use]
    pub fn unit(&self) -> f32 {
        unit(self.size)
    }

    /// Its parts.
    #[must_use]
    pub fn areas(&self) -> WallAreas {
        let u = self.unit();
        let Size { width, height } = self.size;
        let top = 3.0 * u;
        let foot = height - foot::height(self);
        let right = if self.tiles.is_empty() { width } else { width - TILES * u };
        let asked = foot::width(self);
        let tiles_end = if asked < width { height } else { foot };
        WallAreas {
            top: Rect::new(0.0, 0.0, width, top),
            middle: Rect::new(0.0, top, right, foot),
            tiles: Rect::new(right, top, width, tiles_end),
            foot: Rect::new(0.0, foot, asked, height),
        }
    }

    /// How wide the pill is with what is free around it.
    #[must_use]
    pub fn pill_room(&self) -> f32 {
        chrome::pill_room(self)
    }

    /// Draws everything around the picture; `aside` is the room that a small map takes in the upper right.
    /// Answers where tiles and answers lie.
    pub fn draw(&self, aside: f32, list: &mut DisplayList) -> (Vec<Rect>, Vec<Rect>) {
        let areas = self.areas();
        chrome::draw(self, &areas, aside, list);
        let tiles = tiles::draw(self, areas.tiles, list);
        let answers = foot::draw(self, areas.foot, list);
        chrome::frame(self, list);
        (tiles, answers)
    }
}
