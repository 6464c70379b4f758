//! Two versions on a wall: for each figure two bars on one axis, with what became of it.

use super::super::display_list::{Anchor, DisplayList, Layer, Stroke, Subject};
use super::super::ink::Ink;
use super::super::space::{Point, Rect};
use super::super::text::{MeasureText, Weight};
use super::pen::{PITCH, Style, cut, lines, write, write_lines};

/// What became of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Became {
    /// It is better.
    Better,
    /// It is worse.
    Worse,
    /// Neither.
    Other,
}

/// One side of a figure.
#[derive(Clone, Debug, PartialEq)]
pub struct ComparedSide {
    /// Its value, or why there is none.
    pub said: String,
    /// How long its bar is, in parts of the longer one; `None` without a number.
    pub share: Option<f32>,
}

/// A figure of two versions.
#[derive(Clone, Debug, PartialEq)]
pub struct ComparedFigure {
    /// What it is called.
    pub name: String,
    /// What it was and what it is.
    pub sides: [ComparedSide; 2],
    /// By how much it differs, in words, and what that means; blank where nobody can tell.
    pub change: (String, Became),
}

/// Two versions with their figures.
#[derive(Clone, Debug, PartialEq)]
pub struct WallComparison {
    /// What they are called, the earlier first.
    pub names: [String; 2],
    /// Which of them is on the wall otherwise.
    pub shown: usize,
    /// Their figures.
    pub figures: Vec<ComparedFigure>,
    /// What else became of it, a line for each.
    pub notes: Vec<String>,
}

/// How high the names of the versions stand, in units.
const HEAD: f32 = 2.2;
/// How high a bar is with what is free around it, and a bar alone.
const SLOT: f32 = 2.0;
const BAR: f32 = 1.35;
/// Between two figures.
const BETWEEN: f32 = 0.9;
/// From one note to the next.
const NOTE: f32 = 1.3;

/// The widths of the columns of names and of differences, in units; the bars have the rest.
const NAMES: f32 = 11.0;
const CHANGES: f32 = 8.5;

impl WallComparison {
    /// Draws it; `more` says how many notes have no room.
    pub fn draw(
        &self,
        area: Rect,
        u: f32,
        measure: &dyn MeasureText,
        more: &dyn Fn(usize) -> String,
        list: &mut DisplayList,
    ) {
        list.clip_to(area);
        list.pen(Layer::Sheet, Subject::Sheet, 0);
        list.rect(area, 0.0, Some(Ink::Background), None);
        let inner = Rect::new(
            area.left() + 1.5 * u,
            area.top() + 0.8 * u,
            area.right() - 1.5 * u,
            area.bottom() - 0.5 * u,
        );
        let bars = (inner.left() + NAMES * u, inner.right() - CHANGES * u);
        self.heads((inner, bars.0), u, measure, list);
        // As roomy as there is room for.
        let count = self.figures.len().max(1) as f32;
        let notes = (self.notes.len() as f32 * NOTE).min(4.0 * NOTE) * u;
        let least = 2.0 * SLOT * u + BETWEEN * u;
        let room = inner.height() - HEAD * u - notes;
        let row = (room / count).clamp(least, 1.35 * least);
        let mut y = inner.top() + HEAD * u;
        for figure in &self.figures {
            if y + least - BETWEEN * u > inner.bottom() {
                return;
            }
            let rect = Rect::new(inner.left(), y, inner.right(), y + row);
            figure.draw(rect, bars, u, measure, list);
            y += row;
        }
        self.notes(
            Rect::new(inner.left(), y + 0.3 * u, inner.right(), inner.bottom()),
            u,
            measure,
            more,
            list,
        );
    }

    /// What the two are called, each with the colour of its bars.
    fn heads(
        &self,
        (inner, left): (Rect, f32),
        u: f32,
        measure: &dyn MeasureText,
        list: &mut DisplayList,
    ) {
        let room = (inner.right() - left) / 2.0 - 2.4 * u;
        let mut x = left;
        for (side, name) in self.names.iter().enumerate() {
            let y = inner.top() + 0.8 * u;
            let patch = Rect::new(x, y - 0.5 * u, x + u, y + 0.5 * u);
            list.rect(patch, 0.2 * u, Some(ink_of(side)), None);
            let is_shown = side == self.shown;
            let weight = if is_shown { Weight::Semibold } else { Weight::Medium };
            let ink = if is_shown { Ink::Text } else { Ink::Muted };
            let style = Style::of(1.1 * u, weight, ink, Anchor::Left);
            let name = cut(name, room, measure, style);
            write(list, Point::new(patch.right() + 0.5 * u, y), &name, style);
            // As wide as when it is the one that is shown, so that nothing jumps.
            let widest = Style { weight: Weight::Semibold, ..style };
            x = patch.right() + 0.5 * u + widest.width(&name, measure) + 1.6 * u;
        }
    }

    fn notes(
        &self,
        room: Rect,
        u: f32,
        measure: &dyn MeasureText,
        more: &dyn Fn(usize) -> String,
        list: &mut DisplayList,
    ) {
        let style = Style::of(u, Weight::Regular, Ink::Muted, Anchor::Left);
        let mut y = room.top() + 0.6 * u;
        for (number, note) in self.notes.iter().enumerate() {
            let left = self.notes.len() - number;
            let said = lines(note, room.width(), 2, measure, style);
            let after = y + said.len() as f32 * NOTE * u;
            // Room for the line that says how many are missing.
            let needed = if left > 1 { after + 0.5 * u } else { after - 0.8 * u };
            if needed > room.bottom() {
                if y + 0.5 * u <= room.bottom() {
                    write(list, Point::new(room.left(), y), &more(left), style);
                }
                return;
            }
            for line in said {
                write(list, Point::new(room.left(), y), &line, style);
                y += NOTE * u;
            }
        }
    }
}

fn ink_of(side: usize) -> Ink {
    if side == 0 { Ink::Faint } else { Ink::Accent }
}

impl ComparedFigure {
    fn draw(
        &self,
        rect: Rect,
        (left, right): (f32, f32),
        u: f32,
        measure: &dyn MeasureText,
        list: &mut DisplayList,
    ) {
        let edge = Stroke::solid((u / 24.0).max(1.0), Ink::Hairline);
        list.line([rect.min, Point::new(rect.right(), rect.top())], edge);
        let style = Style::of(1.25 * u, Weight::Semibold, Ink::Text, Anchor::Left);
        let name = lines(&self.name, left - rect.left() - 0.8 * u, 2, measure, style);
        let up = (name.len().max(1) - 1) as f32 * PITCH * style.size / 2.0;
        write_lines(list, Point::new(rect.left(), rect.centre().y - up), &name, style);
        let widths = self.sides.iter().enumerate().filter(|(_, side)| side.share.is_some());
        let widths = widths.map(|(at, side)| number(at, u).width(&side.said, measure));
        let longest = (right - left - widths.fold(0.0, f32::max) - 0.9 * u).max(u);
        let slot = (rect.height() - BETWEEN * u) / 2.0;
        for (at, side) in self.sides.iter().enumerate() {
            let y = rect.top() + BETWEEN * u / 2.0 + (at as f32 + 0.5) * slot;
            let Some(share) = side.share else {
                reason(&side.said, (left, right), y, u, measure, list);
                continue;
            };
            let width = (longest * share.clamp(0.0, 1.0)).max(0.15 * u);
            let bar = Rect::new(left, y - BAR * u / 2.0, left + width, y + BAR * u / 2.0);
            list.rect(bar, 0.2 * u, Some(ink_of(at)), None);
            let style = number(at, u);
            write(list, Point::new(bar.right() + 0.5 * u, y), &side.said, style);
        }
        let axis = Stroke::solid((u / 12.0).max(1.0), Ink::Muted);
        let inset = BETWEEN * u / 2.0;
        let ends = [Point::new(left, rect.top() + inset), Point::new(left, rect.bottom() - inset)];
        list.line(ends, axis);
        self.difference(rect, right, u, measure, list);
    }

    /// By how much it differs, as a pill at the right.
    fn difference(
        &self,
        rect: Rect,
        left: f32,
        u: f32,
        measure: &dyn MeasureText,
        list: &mut DisplayList,
    ) {
        let (said, became) = &self.change;
        if said.is_empty() {
            return;
        }
        let (ground, ink) = match became {
            Became::Better => (Ink::GoodWash, Ink::GoodText),
            Became::Worse => (Ink::WarnWash, Ink::WarnText),
            Became::Other => (Ink::Panel, Ink::Muted),
        };
        let room = rect.right() - left - 1.2 * u;
        let large = Style::of(1.3 * u, Weight::Semibold, ink, Anchor::Centre);
        let style =
            if large.width(said, measure) <= room { large } else { Style { size: u, ..large } };
        let said = lines(said, room, 2, measure, style);
        let widest = said.iter().map(|line| style.width(line, measure)).fold(0.0, f32::max);
        let height = said.len().max(1) as f32 * PITCH * style.size + 0.5 * u;
        let width = widest + 1.2 * u;
        let middle = rect.centre().y;
        let pill = Rect::new(
            rect.right() - width,
            middle - height / 2.0,
            rect.right(),
            middle + height / 2.0,
        );
        list.rect(pill, 0.6 * u, Some(ground), None);
        let up = (said.len().max(1) - 1) as f32 * PITCH * style.size / 2.0;
        write_lines(list, Point::new(pill.centre().x, middle - up), &said, style);
    }
}

/// How the number of a side is written.
fn number(side: usize, u: f32) -> Style {
    let ink = if side == 0 { Ink::Muted } else { Ink::Text };
    Style::of(1.5 * u, Weight::Semibold, ink, Anchor::Left)
}

/// Why a side has no number, in the place of its bar.
fn reason(
    said: &str,
    (left, right): (f32, f32),
    y: f32,
    u: f32,
    measure: &dyn MeasureText,
    list: &mut DisplayList,
) {
    let style = Style::of(u, Weight::Medium, Ink::Text, Anchor::Left);
    let said = lines(said, right - left - 1.2 * u, 2, measure, style);
    // Closely set: two lines are as high as a bar with what is free around it.
    let pitch = 0.98 * u;
    let up = (said.len().max(1) - 1) as f32 * pitch / 2.0;
    for (number, line) in said.iter().enumerate() {
        let at = Point::new(left + 0.6 * u, y - up + number as f32 * pitch);
        write(list, at, line, style);
    }
}
