//! A table as large as a wall: figures of two versions side by side, or the results of a lesson.

use super::super::display_list::{Anchor, DisplayList, Layer, Stroke, Subject};
use super::super::ink::Ink;
use super::super::space::{Point, Rect};
use super::super::text::{MeasureText, Weight};
use super::pen::{PITCH, Style, lines, write, write_lines};

/// A table on a wall.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WallTable {
    /// The heads of its columns.
    pub heads: Vec<String>,
    /// Its rows, each with as many cells.
    pub rows: Vec<Vec<String>>,
    /// How many columns hold words, which are set to the left; those behind hold numbers.
    pub of_words: usize,
    /// The row that stands out.
    pub marked: Option<usize>,
    /// What is said below it, a line for each.
    pub notes: Vec<String>,
}

impl WallTable {
    /// Draws as many of its rows as have room, and the notes below.
    pub fn draw(&self, area: Rect, u: f32, measure: &dyn MeasureText, list: &mut DisplayList) {
        list.clip_to(area);
        list.pen(Layer::Sheet, Subject::Sheet, 0);
        list.rect(area, 0.0, Some(Ink::Background), None);
        let inner = Rect::new(
            area.left() + 1.5 * u,
            area.top() + 1.0 * u,
            area.right() - 1.5 * u,
            area.bottom() - 0.5 * u,
        );
        let columns = self.heads.len().max(1);
        let part = inner.width() / (columns as f32 + 1.0);
        let right = |column: usize| inner.left() + part * (column as f32 + 2.0);
        let x = |column: usize| {
            if column >= self.of_words {
                right(column)
            } else {
                right(column) - width(column, part)
            }
        };
        let room = |column: usize| width(column, part) - 0.8 * u;
        let mut y = inner.top();
        let mut row = |cells: &[String], is_head: bool, marked: bool, y: f32| -> f32 {
            let told: Vec<Vec<String>> = cells
                .iter()
                .enumerate()
                .map(|(column, text)| {
                    lines(text, room(column), 2, measure, style(u, column < self.of_words, is_head))
                })
                .collect();
            let most = told.iter().map(Vec::len).max().unwrap_or(1).max(1) as f32;
            let height = (most * PITCH + 0.9) * u * if is_head { 1.0 } else { SIZE };
            if y + height > inner.bottom() {
                return f32::INFINITY;
            }
            let rect = Rect::new(inner.left() - 0.6 * u, y, inner.right() + 0.6 * u, y + height);
            if marked {
                list.rect(rect, 0.3 * u, Some(Ink::AccentWash), None);
            }
            for (column, said) in told.iter().enumerate() {
                let style = style(u, column < self.of_words, is_head);
                let up = (said.len().max(1) - 1) as f32 * PITCH * style.size / 2.0;
                write_lines(list, Point::new(x(column), rect.centre().y - up), said, style);
            }
            let edge = Stroke::solid((u / 24.0).max(1.0), Ink::Hairline);
            list.line([Point::new(rect.left(), rect.bottom()), rect.max], edge);
            y + height
        };
        y = row(&self.heads, true, false, y);
        for (number, cells) in self.rows.iter().enumerate() {
            let next = row(cells, false, self.marked == Some(number), y);
            if !next.is_finite() {
                break;
            }
            y = next;
        }
        y += 0.9 * u;
        let style = Style::of(u, Weight::Regular, Ink::Muted, Anchor::Left);
        for note in &self.notes {
            for line in lines(note, inner.width(), 2, measure, style) {
                if y + u > inner.bottom() {
                    return;
                }
                write(list, Point::new(inner.left(), y), &line, style);
                y += 1.3 * u;
            }
        }
    }
}

/// How much larger cells are than heads.
const SIZE: f32 = 1.25;

/// The first column holds names and is twice as wide as the others.
fn width(column: usize, part: f32) -> f32 {
    if column == 0 { 2.0 * part } else { part }
}

fn style(u: f32, is_words: bool, is_head: bool) -> Style {
    let anchor = if is_words { Anchor::Left } else { Anchor::Right };
    if is_head {
        return Style::of(u, Weight::Medium, Ink::Muted, anchor);
    }
    let weight = if is_words { Weight::Medium } else { Weight::Semibold };
    Style::of(SIZE * u, weight, Ink::Text, anchor)
}
