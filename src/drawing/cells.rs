//! Which cards lie near a place: a grid of equal cells over the sheet.

use super::space::{Point, Rect};

/// The usual side of a cell in sheet units: about one card with its gap.
const CELL: f32 = 160.0;

/// Rectangles by place. Building is linear; a query costs what its cells hold.
#[derive(Clone, Debug, Default)]
pub(super) struct Cells {
    origin: Point,
    /// Side of a cell, larger than [`CELL`] on a sheet that is wide but nearly empty.
    side: f32,
    columns: usize,
    rows: usize,
    /// Where each cell's numbers start in `numbers`, with the end of the last.
    starts: Vec<u32>,
    numbers: Vec<u32>,
}

impl Cells {
    /// Sorts rectangles into cells; they are then known by their position in the iteration.
    pub(super) fn of(rects: impl Iterator<Item = Rect> + Clone) -> Self {
        let Some(all) = rects.clone().reduce(Rect::union) else { return Self::default() };
        let count = rects.clone().count();
        let most = 4 * count + 64;
        let mut cells = Self { origin: all.min, side: CELL, ..Self::default() };
        loop {
            cells.columns = whole(all.width() / cells.side).saturating_add(1);
            cells.rows = whole(all.height() / cells.side).saturating_add(1);
            if cells.columns.saturating_mul(cells.rows) <= most {
                break;
            }
            cells.side *= 2.0;
        }
        let mut ends = vec![0_u32; cells.columns * cells.rows + 1];
        for rect in rects.clone() {
            cells.visit(rect, |cell| {
                bump(&mut ends, cell + 1);
            });
        }
        let mut sum = 0;
        for end in &mut ends {
            sum += *end;
            *end = sum;
        }
        let mut next = ends.clone();
        let mut numbers = vec![0_u32; sum as usize];
        for (number, rect) in (0_u32..).zip(rects) {
            cells.visit(rect, |cell| {
                let slot = bump(&mut next, cell);
                if let Some(place) = numbers.get_mut(slot as usize) {
                    *place = number;
                }
            });
        }
        cells.starts = ends;
        cells.numbers = numbers;
        cells
    }

    /// Calls `found` with every number whose cells meet `area`, some of them more than once, until
    /// it answers `false`.
    pub(super) fn near(&self, area: Rect, mut found: impl FnMut(u32) -> bool) {
        if self.numbers.is_empty() {
            return;
        }
        let far = Point::new(self.columns as f32 * self.side, self.rows as f32 * self.side);
        if !area.touches(Rect { min: self.origin, max: self.origin + far }) {
            return;
        }
        let (columns, rows) = self.span(area);
        for row in rows.0..=rows.1 {
            // The cells of one row lie side by side, so their numbers are one slice.
            let first = row * self.columns + columns.0;
            let last = row * self.columns + columns.1;
            let range = self.starts.get(first).zip(self.starts.get(last + 1));
            let Some((&from, &to)) = range else { continue };
            for &number in self.numbers.get(from as usize..to as usize).unwrap_or_default() {
                if !found(number) {
                    return;
                }
            }
        }
    }

    fn visit(&self, rect: Rect, mut cell: impl FnMut(usize)) {
        let (columns, rows) = self.span(rect);
        for row in rows.0..=rows.1 {
            for column in columns.0..=columns.1 {
                cell(row * self.columns + column);
            }
        }
    }

    /// First and last column and row that a rectangle meets, brought into the grid.
    fn span(&self, rect: Rect) -> ((usize, usize), (usize, usize)) {
        let at = |value: f32, origin: f32, count: usize| {
            whole((value - origin) / self.side).min(count.saturating_sub(1))
        };
        (
            (
                at(rect.left(), self.origin.x, self.columns),
                at(rect.right(), self.origin.x, self.columns),
            ),
            (at(rect.top(), self.origin.y, self.rows), at(rect.bottom(), self.origin.y, self.rows)),
        )
    }
}

fn bump(counts: &mut [u32], at: usize) -> u32 {
    counts.get_mut(at).map_or(0, |count| {
        *count += 1;
        *count - 1
    })
}

/// The whole part; negative values and nonsense become zero (a float cast saturates).
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn whole(value: f32) -> usize {
    value as usize
}
