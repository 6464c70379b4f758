//! A tile of a scorecard: what was measured last, its target, how it went, how far improvement has come.

use crate::drawing::display_list::{DisplayList, Stroke, Subject};
use crate::drawing::ink::Ink;
use crate::drawing::space::{Point, Rect};
use crate::drawing::text::{Weight, lines_of};

use super::board::{Board, Hold};
use super::easel::Easel;
use super::wheel::wheel;

/// The height of a tile before it grows.
const HEIGHT: f32 = 98.0;
/// What stays free inside.
const INSET: f32 = 9.0;
/// The radius of the wheel.
const WHEEL: f32 = 6.5;

/// A tile.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tile {
    /// What is measured.
    pub name: String,
    /// What was measured last, in words.
    pub latest: String,
    /// Its target and how far it is off, in words; blank without one.
    pub target: String,
    /// Whether the target is met; `None` without one.
    pub met: Option<bool>,
    /// Whether something moves by more than chance.
    pub signals: bool,
    /// What was measured, in the order of time.
    pub trend: Vec<f64>,
    /// What is aimed at.
    pub aim: Option<f64>,
    /// How far plan, do, check and act have come.
    pub quarters: [bool; 4],
}

impl Tile {
    /// The height of a tile.
    #[must_use]
    pub fn height(easel: &Easel<'_>) -> f32 {
        easel.length(HEIGHT)
    }

    /// Draws the tile; answers nothing.
    pub fn draw(
        &self,
        easel: &Easel<'_>,
        rect: Rect,
        (is_chosen, is_pointed): (bool, bool),
        list: &mut DisplayList,
    ) {
        let mut board = Board { list, easel };
        board.pen(Subject::Chart);
        let fill = if is_chosen { Ink::AccentWash } else { Ink::Background };
        let edge = if is_chosen || is_pointed { Ink::Accent } else { Ink::Hairline };
        board.framed(rect, 8.0, fill, Stroke::solid(1.0, edge));
        let inside = rect.grown(-easel.length(INSET));
        let radius = easel.length(WHEEL);
        let middle = Point::new(inside.right() - radius, inside.top() + radius);
        wheel(&mut board, middle, radius, self.quarters);
        let small = easel.small(Weight::Regular);
        let line = easel.room("", small).height;
        let room = inside.width() - 2.0 * radius - easel.length(6.0);
        // Two lines for a name and for a target that is long; what is short leaves more to the trend.
        let name = lines_of(&self.name, room, 2, easel.measure(), small);
        let target = lines_of(&self.target, inside.width(), 2, easel.measure(), small);
        for (row, text) in name.iter().enumerate() {
            let at = inside.min + Point::new(0.0, row as f32 * line);
            board.write(text, at, Hold::LEFT_TOP, small, Ink::Muted);
        }
        let mut strong = easel.title();
        strong.size = (strong.size * 1.2).round();
        let ink = match self.met {
            Some(false) => Ink::BadText,
            Some(true) => Ink::GoodText,
            None => Ink::Text,
        };
        let above = name.len().max(1) as f32 * line;
        let below = target.len().max(1) as f32 * line;
        let at = Point::new(inside.left(), inside.top() + above + easel.length(1.0));
        let latest = board.cut(&self.latest, at, Hold::LEFT_TOP, strong, ink, inside.width());
        for (row, text) in target.iter().enumerate() {
            let foot = Point::new(inside.left(), inside.bottom() - below + row as f32 * line);
            board.write(text, foot, Hold::LEFT_TOP, small, Ink::Muted);
        }
        let left = latest.right() + easel.length(8.0);
        let plot = Rect::new(
            left,
            at.y + easel.length(2.0),
            inside.right(),
            inside.bottom() - below - easel.length(3.0),
        );
        self.spark(&mut board, plot);
    }

    /// What was measured as a line, where there is room for one.
    fn spark(&self, board: &mut Board<'_>, plot: Rect) {
        let easel = self.trend.len() > 1 && plot.width() > 24.0 && plot.height() > 8.0;
        if !easel {
            return;
        }
        let values = || self.trend.iter().copied().chain(self.aim);
        let low = values().fold(f64::INFINITY, f64::min);
        let high = values().fold(f64::NEG_INFINITY, f64::max);
        let span = if high > low { high - low } else { 1.0 };
        // A place on a screen.
        #[allow(clippy::cast_possible_truncation)]
        let y = |value: f64| plot.bottom() - ((value - low) / span) as f32 * plot.height();
        if let Some(aim) = self.aim {
            board.level(y(aim), plot, Stroke::dashed(1.0, Ink::Faint, 2.0, 2.0));
        }
        let last = (self.trend.len() - 1) as f32;
        let at = |at: usize, value: f64| {
            Point::new(plot.left() + at as f32 / last * plot.width(), y(value))
        };
        let points = self.trend.iter().enumerate().map(|(place, value)| at(place, *value));
        let points: Vec<Point> = points.collect();
        board.path(points.iter().copied(), Stroke::solid(1.5, Ink::Accent));
        if let Some(end) = points.last() {
            let ink = if self.signals { Ink::Bad } else { Ink::Accent };
            board.dot(*end, 2.5, ink, None);
        }
    }
}
