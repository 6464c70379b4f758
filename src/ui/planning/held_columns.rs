//! Where the cells of the table lie: names at the left, heads above and answers at the right stay in sight however
//! far the rest is moved.

use egui::{Pos2, Rect, Vec2};

use crate::pictures::planning::Table;

/// The height of a row, in points.
pub(super) const ROW: f32 = 29.0;

/// A row and a column.
pub(super) type At = (usize, usize);

/// The part of the width that columns which stay may take: on less room all move.
const MOST_HELD: f32 = 0.75;

/// The places of the cells.
pub(super) struct Layout {
    /// The left edge of each column where nothing is moved, and the right one of the last.
    edges: Vec<f32>,
    rows: usize,
    top: f32,
    /// What is seen of the table.
    pub seen: Rect,
    /// Columns that stay, at the left and at the right.
    first: usize,
    last: usize,
}

impl Layout {
    /// Of a table that lies at `whole`, of which `seen` is seen.
    pub fn of(table: &Table, widths: &[f32], whole: Rect, seen: Rect) -> Self {
        let mut edges = vec![whole.left()];
        let mut left = whole.left();
        for width in widths {
            left += width;
            edges.push(left);
        }
        let seen = seen.intersect(whole);
        let computed = table.columns.iter().rev().take_while(|column| column.is_computed);
        let mut layout = Self {
            edges,
            rows: table.rows.len(),
            top: whole.top(),
            seen,
            first: 1.min(widths.len()),
            last: computed.count(),
        };
        if layout.held_width() > MOST_HELD * seen.width() {
            (layout.first, layout.last) = (0, 0);
        }
        layout
    }

    fn columns(&self) -> usize {
        self.edges.len() - 1
    }

    /// The first of the columns that stay at the right.
    fn right_from(&self) -> usize {
        self.columns() - self.last
    }

    fn held_width(&self) -> f32 {
        self.left_width() + self.right_width()
    }

    fn left_width(&self) -> f32 {
        self.edges[self.first] - self.edges[0]
    }

    fn right_width(&self) -> f32 {
        self.edges[self.columns()] - self.edges[self.right_from()]
    }

    fn is_held(&self, column: usize) -> bool {
        column < self.first || column >= self.right_from()
    }

    /// The cells of the head or of the body, of columns that stay or that move.
    pub fn cells(&self, head: bool, stays: bool) -> impl Iterator<Item = At> {
        let rows = if head { 0..1.min(self.rows) } else { 1.min(self.rows)..self.rows };
        rows.flat_map(move |row| {
            let columns = (0..self.columns()).filter(move |column| self.is_held(*column) == stays);
            columns.map(move |column| (row, column))
        })
    }

    /// Where a cell lies now.
    pub fn rect(&self, (row, column): At) -> Rect {
        let (mut left, width) = (self.edges[column], self.edges[column + 1] - self.edges[column]);
        if column < self.first {
            left += (self.seen.left() - self.edges[0]).max(0.0);
        } else if column >= self.right_from() {
            left -= (self.edges[self.columns()] - self.seen.right()).max(0.0);
        }
        let mut top = self.top + ROW * row as f32;
        if row == 0 {
            top = top.max(self.seen.top());
        }
        Rect::from_min_size(Pos2::new(left, top), Vec2::new(width, ROW))
    }

    /// What is to be seen so that a cell is, beside what stays.
    pub fn revealed(&self, at: At) -> Rect {
        let rect = self.rect(at);
        if self.is_held(at.1) {
            return Rect::from_x_y_ranges(self.seen.x_range(), rect.expand(4.0).y_range());
        }
        let mut wide = rect.expand(4.0);
        wide.min.x -= self.left_width();
        wide.max.x += self.right_width();
        wide.min.y -= if at.0 > 0 { ROW } else { 0.0 };
        wide
    }
}
