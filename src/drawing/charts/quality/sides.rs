//! Quality from another side: rows of names and figures, some with a bar, below the course of a figure where there is
//! one.

use crate::drawing::charts::board::{Board, Hold};
use crate::drawing::charts::easel::Easel;
use crate::drawing::display_list::{DisplayList, Stroke, Subject};
use crate::drawing::ink::Ink;
use crate::drawing::space::{Point, Rect};
use crate::drawing::text::Weight;

use super::scale::ScaleSeen;

/// The least and the largest height of a row, and of the course, before they grow with the picture.
const ROW: (f32, f32) = (17.0, 30.0);
const COURSE: (f32, f32) = (90.0, 240.0);
/// The part of the height that the course takes at most.
const MOST_COURSE: f32 = 0.6;
/// The part of the width for names, and for figures where bars stand between them.
const NAMES: f32 = 0.34;
const FIGURES: f32 = 0.22;

/// A figure with its name.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SideRow {
    /// What it is called.
    pub name: String,
    /// Its figure; blank where it heads others.
    pub figure: String,
    /// Whether it heads those below.
    pub is_head: bool,
    /// The part of the scale that it reaches.
    pub share: Option<f64>,
}

/// A point of the course.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CoursePoint {
    /// When it was.
    pub name: String,
    /// Its value.
    pub value: Option<f64>,
    /// Between what it lies.
    pub interval: Option<(f64, f64)>,
}

/// What the picture shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sides {
    /// The scale of the course.
    pub scale: ScaleSeen,
    /// The course, oldest first; none where there is none.
    pub course: Vec<CoursePoint>,
    /// The figures from top to bottom.
    pub rows: Vec<SideRow>,
}

impl Sides {
    /// Draws the picture into a rectangle; `more` says how many rows have no room.
    pub fn draw(
        &self,
        easel: &Easel<'_>,
        area: Rect,
        more: &dyn Fn(usize) -> String,
        list: &mut DisplayList,
    ) {
        let mut board = Board { list, easel };
        board.pen(Subject::Chart);
        let mut rows = area;
        if self.course.len() > 1 {
            let least = self.rows.len() as f32 * easel.length(ROW.0) + easel.length(8.0);
            let tall = (area.height() - least)
                .clamp(easel.length(COURSE.0), easel.length(COURSE.1))
                .min(area.height() * MOST_COURSE);
            let place = Rect::new(area.left(), area.top(), area.right(), area.top() + tall);
            self.course(&mut board, place);
            rows.min.y = place.bottom() + easel.length(8.0);
        }
        self.rows(&mut board, rows, more);
    }

    fn course(&self, board: &mut Board<'_>, area: Rect) {
        let easel = board.easel;
        let letters = easel.small(Weight::Regular);
        let line = easel.room("", letters).height;
        let marks = self.scale.marks.iter().map(|(_, name)| easel.width(name, letters));
        let left = area.left() + marks.fold(0.0, f32::max) + easel.length(8.0);
        let frame = Rect::new(left, area.top() + line / 2.0, area.right(), area.bottom() - line);
        let y = |value: f64| frame.bottom() - self.scale.part(value) * frame.height();
        for (mark, name) in &self.scale.marks {
            board.level(y(*mark), frame, Stroke::solid(1.0, Ink::Hairline));
            let at = Point::new(frame.left() - easel.length(6.0), y(*mark));
            board.write(name, at, Hold::RIGHT, letters, Ink::Muted);
        }
        let step = frame.width() / self.course.len().max(1) as f32;
        let x = |at: usize| frame.left() + step * (at as f32 + 0.5);
        let mut before: Option<Point> = None;
        let mut free = f32::NEG_INFINITY;
        for (at, point) in self.course.iter().enumerate() {
            let half = easel.width(&point.name, letters) / 2.0;
            if x(at) - half > free {
                let below = Point::new(x(at), frame.bottom() + 1.0);
                board.write(&point.name, below, Hold::TOP, letters, Ink::Muted);
                free = x(at) + half + easel.length(6.0);
            }
            if let Some((low, high)) = point.interval {
                let ends = [Point::new(x(at), y(low)), Point::new(x(at), y(high))];
                board.path(ends, Stroke::solid(easel.length(2.0), Ink::Faint));
            }
            let Some(value) = point.value else { continue };
            let here = Point::new(x(at), y(value));
            if let Some(before) = before.replace(here) {
                board.path([before, here], Stroke::solid(easel.length(2.0), Ink::Accent));
            }
        }
        for (at, point) in self.course.iter().enumerate() {
            let Some(value) = point.value else { continue };
            let edge = Some(Stroke::solid(1.5, Ink::Panel));
            board.dot(Point::new(x(at), y(value)), easel.length(4.0), Ink::Accent, edge);
        }
    }

    fn rows(&self, board: &mut Board<'_>, area: Rect, more: &dyn Fn(usize) -> String) {
        let easel = board.easel;
        let (least, largest) = (easel.length(ROW.0), easel.length(ROW.1));
        let tall = (area.height() / self.rows.len().max(1) as f32).clamp(least, largest);
        // A count of rows on a screen.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let room = (area.height() / tall + 0.01).floor().max(0.0) as usize;
        let shown = if room < self.rows.len() { room.saturating_sub(1) } else { room };
        let has_bars = self.rows.iter().any(|row| row.share.is_some());
        for (at, row) in self.rows.iter().take(shown).enumerate() {
            let top = area.top() + at as f32 * tall;
            let place = Rect::new(area.left(), top, area.right(), top + tall);
            let y = place.centre().y;
            let weight = if row.is_head { Weight::Semibold } else { Weight::Regular };
            let letters = easel.small(weight);
            let inset = if row.is_head { 0.0 } else { easel.length(10.0) };
            let figure = easel.width(&row.figure, letters).min(area.width() * 0.6);
            let free = place.width() - inset - figure - easel.length(12.0);
            let names = if has_bars { place.width() * NAMES } else { free };
            let at = Point::new(place.left() + inset, y);
            let whole = if row.share.is_none() { free } else { names - inset };
            board.cut(&row.name, at, Hold::LEFT, letters, Ink::Text, whole.min(free));
            let ink = if row.is_head { Ink::Text } else { Ink::Muted };
            let mut shown = Point::new(place.right(), y);
            board.write(&row.figure, shown, Hold::RIGHT, letters, ink);
            let Some(share) = row.share else { continue };
            let half = easel.length(3.5);
            shown.x = place.right() - place.width() * FIGURES;
            let bar = Rect::new(place.left() + names, y - half, shown.x, y + half);
            board.fill(bar, half, Ink::Track);
            // A place on a screen.
            #[allow(clippy::cast_possible_truncation)]
            let to = bar.left() + share.clamp(0.0, 1.0) as f32 * bar.width();
            board.fill(Rect::new(bar.left(), bar.top(), to, bar.bottom()), half, Ink::Accent);
        }
        if shown < self.rows.len() {
            let y = area.top() + (shown as f32 + 0.5) * tall;
            let said = more(self.rows.len() - shown);
            let letters = easel.small(Weight::Regular);
            board.write(&said, Point::new(area.left(), y), Hold::LEFT, letters, Ink::Muted);
        }
    }
}
