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
    /// Keeps as many notes as there is room for below the rows; `more` says how many are not there.
    pub fn keep_notes_with_room(
        &mut self,
        area: Rect,
        u: f32,
        measure: &dyn MeasureText,
        more: &dyn Fn(usize) -> String,
    ) {
        let mut scratch = DisplayList::new();
        let notes = std::mem::take(&mut self.notes);
        let (y, _) = self.draw_rows(area, u, measure, &mut scratch);
        let inner = inner(area, u);
        let style = note_style(u);
        let lines = notes.iter().map(|note| lines(note, inner.width(), 2, measure, style).len());
        let heights: Vec<f32> = lines.map(|lines| lines as f32 * NOTE * u).collect();
        let room = inner.bottom() - y - BEFORE_NOTES * u;
        let whole: f32 = heights.iter().sum();
        if whole <= room {
            self.notes = notes;
            return;
        }
        let mut left = room - NOTE * u;
        let fits = heights.iter().take_while(|height| {
            left -= **height;
            left >= 0.0
        });
        let kept = fits.count();
        let missing = notes.len() - kept;
        self.notes = notes.into_iter().take(kept).collect();
        self.notes.push(more(missing));
    }

    /// Keeps as many rows as there is room for; `more` says below them how many are not there.
    pub fn keep_rows_with_room(
        &mut self,
        area: Rect,
        u: f32,
        measure: &dyn MeasureText,
        more: &dyn Fn(usize) -> String,
    ) {
        let all = self.rows.len();
        if self.draw_rows(area, u, measure, &mut DisplayList::new()).1 == all {
            return;
        }
        // Room for the line that says so.
        let foot = (BEFORE_NOTES + NOTE) * u;
        let above = Rect::new(area.left(), area.top(), area.right(), area.bottom() - foot);
        let kept = self.draw_rows(above, u, measure, &mut DisplayList::new()).1;
        self.rows.truncate(kept);
        self.notes.insert(0, more(all - kept));
    }

    /// Draws as many of its rows as have room, and the notes below.
    pub fn draw(&self, area: Rect, u: f32, measure: &dyn MeasureText, list: &mut DisplayList) {
        let y = self.draw_rows(area, u, measure, list).0 + BEFORE_NOTES * u;
        let inner = inner(area, u);
        let style = note_style(u);
        let mut y = y + 0.5 * u;
        for note in &self.notes {
            for line in lines(note, inner.width(), 2, measure, style) {
                if y + 0.5 * u > inner.bottom() {
                    return;
                }
                write(list, Point::new(inner.left(), y), &line, style);
                y += NOTE * u;
            }
        }
    }

    /// Draws the rows; answers where they end, and how many have room.
    fn draw_rows(
        &self,
        area: Rect,
        u: f32,
        measure: &dyn MeasureText,
        list: &mut DisplayList,
    ) -> (f32, usize) {
        list.clip_to(area);
        list.pen(Layer::Sheet, Subject::Sheet, 0);
        list.rect(area, 0.0, Some(Ink::Background), None);
        let inner = inner(area, u);
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
                    let style = self.style(u, column, text, is_head);
                    // A reason in the place of a number has as many lines as it needs.
                    let most = if column >= self.of_words && !is_head { 5 } else { 2 };
                    lines(text, room(column), most, measure, style)
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
            for ((column, said), cell) in told.iter().enumerate().zip(cells) {
                let style = self.style(u, column, cell, is_head);
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
                return (y, number);
            }
            y = next;
        }
        (y, self.rows.len())
    }

    /// How a cell is written: words in the place of a number smaller than numbers.
    fn style(&self, u: f32, column: usize, text: &str, is_head: bool) -> Style {
        let is_words = column < self.of_words;
        let is_reason = !is_words && !is_head && text.chars().count() > REASON;
        if is_reason {
            return Style::of(u, Weight::Medium, Ink::Muted, Anchor::Right);
        }
        style(u, is_words, is_head)
    }
}

/// What has more letters than this is no number.
const REASON: usize = 22;
/// From one note to the next, and what is free before the first, in units.
const NOTE: f32 = 1.3;
const BEFORE_NOTES: f32 = 0.9;

fn inner(area: Rect, u: f32) -> Rect {
    Rect::new(
        area.left() + 1.5 * u,
        area.top() + 1.0 * u,
        area.right() - 1.5 * u,
        area.bottom() - 0.5 * u,
    )
}

fn note_style(u: f32) -> Style {
    Style::of(u, Weight::Regular, Ink::Muted, Anchor::Left)
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
