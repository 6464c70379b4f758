//! Tables and tiles of figures on pages.

use super::super::display_list::{Anchor, Stroke};
use super::super::ink::Ink;
use super::super::pages::{CellKind, Telling};
use super::super::space::{Point, Rect, Size};
use super::super::text::{Letters, Weight};
use super::blocks::{DocumentRow, DocumentTable, KeyFigures, RowLook};
use super::columns::{Wish, widths as column_widths};
use super::setting::{Setter, letters, line_of};
use super::wrapping::widths;

/// What has so many characters at most is a word, in any script.
const WORD: usize = 4;
const CELL: Letters = letters(8.0, Weight::Regular);
const STRONG: Letters = letters(8.0, Weight::Semibold);
const HEAD: Letters = letters(7.5, Weight::Semibold);
/// What stays free beside, and above and below, the text of a cell.
const BESIDE: f32 = 4.0;
const ABOVE: f32 = 2.6;
/// What stays free after a table.
const AFTER: f32 = 10.0;
/// A row may be wider than its words by so much before they are rounded.
const SLACK: f32 = 0.6;

/// The widest number that is kept in one line.
const NUMBER: f32 = 84.0;

const NAME: Letters = letters(8.5, Weight::Regular);
const VALUE: Letters = letters(17.0, Weight::Semibold);
/// Tiles beside each other, and what lies between them.
const TILES: usize = 3;
const GAP: f32 = 8.0;
const PAD: f32 = 9.0;

/// A table as it is set.
struct Set<'a> {
    table: &'a DocumentTable,
    number: u32,
    widths: Vec<f32>,
    head: Vec<Vec<String>>,
    /// What stays free above and below the text of a cell.
    above: f32,
}

impl Set<'_> {
    fn left(&self, column: usize) -> f32 {
        self.widths.iter().take(column).sum()
    }

    fn width(&self, column: usize) -> f32 {
        self.widths.get(column).copied().unwrap_or(0.0)
    }

    fn numbers(&self, column: usize) -> bool {
        self.table.columns.get(column).is_some_and(|column| column.numbers)
    }

    fn head_height(&self) -> f32 {
        height(&self.head, HEAD, self.above)
    }
}

/// The height of a row of cells in lines.
fn height(cells: &[Vec<String>], letters: Letters, above: f32) -> f32 {
    let lines = cells.iter().map(Vec::len).max().unwrap_or(0).max(1);
    lines as f32 * line_of(letters) + 2.0 * above
}

fn letters_of(row: &DocumentRow) -> Letters {
    match row.look {
        RowLook::Plain => CELL,
        RowLook::Limit | RowLook::Group => STRONG,
    }
}

impl Setter<'_> {
    /// How much of a table stands together at least: its head and two rows.
    pub(super) fn least_of_table(table: &DocumentTable) -> f32 {
        let rows = table.rows.len().min(3) as f32;
        2.0 * (line_of(HEAD) + ABOVE) + rows * (2.0 * line_of(CELL) + 2.0 * ABOVE)
    }

    /// How wide texts are on an upright page.
    pub(super) fn text_width(&self) -> f32 {
        self.upright().width - 2.0 * super::setting::TEXT_MARGIN
    }

    fn set<'t>(&mut self, table: &'t DocumentTable) -> Set<'t> {
        let wish = |column: usize| {
            let mut wish = Wish::default();
            let mut ask = |text: &str, letters| {
                let (most, least) = widths(text, self.measure, letters);
                wish.most = wish.most.max(most);
                // A word of a few characters is not broken, though it might be between any two.
                let is_word = text.chars().count() <= WORD;
                wish.least = wish.least.max(if is_word { most } else { least });
                most
            };
            if let Some(head) = table.columns.get(column) {
                let _ = ask(&head.head, HEAD);
            }
            let (mut sum, mut count) = (0.0, 0.0_f32);
            for row in table.rows.iter().filter(|row| row.look != RowLook::Group) {
                if let Some(cell) = row.cells.get(column) {
                    sum += ask(cell, letters_of(row));
                    count += 1.0;
                }
            }
            wish.usual = sum / count.max(1.0);
            // A number stays in one line, unless it is a sentence.
            if table.columns.get(column).is_some_and(|column| column.numbers) {
                wish.least = wish.least.max(wish.most.min(NUMBER));
            }
            let beside = 2.0 * BESIDE + SLACK;
            Wish {
                least: wish.least + beside,
                most: wish.most + beside,
                usual: wish.usual + beside,
            }
        };
        let wishes: Vec<Wish> = (0..table.columns.len()).map(wish).collect();
        let widths = column_widths(&wishes, self.text_width());
        let heads = table.columns.iter().zip(&widths);
        let head =
            heads.map(|(column, width)| self.lines(&column.head, width - 2.0 * BESIDE, HEAD));
        let head = head.collect();
        Set { table, number: self.number(), widths, head, above: self.spaced(ABOVE) }
    }

    fn cells(&self, set: &Set<'_>, row: &DocumentRow) -> Vec<Vec<String>> {
        let cells = row.cells.iter().enumerate().map(|(column, cell)| {
            let width = match row.look {
                RowLook::Group => self.text_width(),
                _ => set.width(column),
            };
            self.lines(cell, width - 2.0 * BESIDE, letters_of(row))
        });
        cells.collect()
    }

    pub(super) fn table(&mut self, table: &DocumentTable) {
        self.make_room(Self::least_of_table(table));
        let set = self.set(table);
        let rows: Vec<(Vec<Vec<String>>, f32)> = table
            .rows
            .iter()
            .map(|row| {
                let cells = self.cells(&set, row);
                let height = height(&cells, letters_of(row), set.above);
                (cells, height)
            })
            .collect();
        let needed = |at: usize| {
            let own = rows.get(at).map_or(0.0, |(_, height)| *height);
            let next = rows.get(at + 1).map_or(0.0, |(_, height)| *height);
            let is_group = table.rows.get(at).is_some_and(|row| row.look == RowLook::Group);
            // The last row never stands alone, nor the heading of a group.
            if at + 2 == rows.len() || is_group { own + next } else { own }
        };
        self.head(&set, true);
        for (at, (row, (cells, height))) in table.rows.iter().zip(&rows).enumerate() {
            if self.y + needed(at) > self.bottom() && !self.is_at_head(&set) {
                self.break_page();
                self.head(&set, false);
            }
            self.row(&set, (at + 1, row), cells, *height);
        }
        self.y += self.spaced(AFTER);
    }

    /// Whether nothing but the head of a table stands on the page.
    fn is_at_head(&self, set: &Set<'_>) -> bool {
        self.y <= self.margin() + set.head_height() + 1.0
    }

    /// The head of a table; it is told only once.
    fn head(&mut self, set: &Set<'_>, first: bool) {
        let top = self.y;
        let height = set.head_height();
        for (column, lines) in set.head.iter().enumerate() {
            let kind = CellKind::ColumnHead;
            self.cell(set, (0, column, kind), lines, (HEAD, Ink::Muted, top), first);
        }
        self.y = top + height;
        self.rule(self.y, Stroke::solid(0.9, Ink::Muted));
    }

    fn rule(&mut self, y: f32, stroke: Stroke) {
        let ends = [Point::new(self.left(), y), Point::new(self.right(), y)];
        let part = self.part();
        if let Some(list) = self.pen(part) {
            list.path(ends, stroke);
        }
    }

    /// A cell in lines from a height.
    fn cell(
        &mut self,
        set: &Set<'_>,
        (row, column, kind): (usize, usize, CellKind),
        lines: &[String],
        (letters, ink, top): (Letters, Ink, f32),
        is_told: bool,
    ) {
        let number = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        let telling =
            Telling::Cell { table: set.number, row: number(row), column: number(column), kind };
        let text = lines.concat();
        let subject = if is_told { self.told(telling, &text) } else { self.part() };
        let left = self.left() + set.left(column);
        let (anchor, x) = if set.numbers(column) && kind != CellKind::GroupHead {
            (Anchor::Right, left + set.width(column) - BESIDE)
        } else {
            (Anchor::Left, left + BESIDE)
        };
        let mut y = top + set.above;
        for line in lines {
            // A blank cell is a cell as well.
            let line = if line.is_empty() { " " } else { line };
            self.write(subject, line, (x, y), (letters, ink, anchor));
            y += line_of(letters);
        }
        if lines.is_empty() {
            self.write(subject, " ", (x, y), (letters, ink, anchor));
        }
    }

    fn row(
        &mut self,
        set: &Set<'_>,
        (number, row): (usize, &DocumentRow),
        cells: &[Vec<String>],
        height: f32,
    ) {
        let letters = letters_of(row);
        let line = line_of(letters);
        let all = cells.iter().map(Vec::len).max().unwrap_or(0).max(1);
        let mut done = 0;
        while done < all {
            let left = (all - done) as f32 * line + 2.0 * set.above;
            let room = self.bottom() - self.y;
            // A row that is higher than a page goes on on the next.
            let (take, own) = if left <= room {
                (all - done, if done == 0 { height } else { left })
            } else {
                // Lines of a page are few.
                #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
                let lines = (((room - 2.0 * set.above) / line).floor().max(1.0)) as usize;
                let lines = lines.min(all - done);
                (lines, lines as f32 * line + 2.0 * set.above)
            };
            let top = self.y;
            let ground = match row.look {
                RowLook::Plain => None,
                RowLook::Limit => Some(Ink::BadWash),
                RowLook::Group => Some(Ink::Track),
            };
            if ground.is_some() {
                let part = self.part();
                let area = Rect::of(Point::new(self.left(), top), Size::new(self.room(), own));
                if let Some(list) = self.pen(part) {
                    list.rect(area, 0.0, ground, None);
                }
            }
            for (column, lines) in cells.iter().enumerate() {
                let from = done.min(lines.len());
                let part = lines.get(from..(done + take).min(lines.len())).unwrap_or_default();
                if done > 0 && part.is_empty() {
                    continue;
                }
                let kind = match (row.look, column) {
                    (RowLook::Group, _) => CellKind::GroupHead,
                    (_, 0) => CellKind::RowHead,
                    _ => CellKind::Data,
                };
                let letters = letters_of(row);
                self.cell(set, (number, column, kind), part, (letters, Ink::Text, top), true);
            }
            self.y = top + own;
            self.rule(self.y, Stroke::solid(0.5, Ink::Hairline));
            done += take;
            if done < all {
                self.break_page();
                self.head(set, false);
            }
        }
    }

    /// Tiles of figures beside each other.
    pub(super) fn figures(&mut self, figures: &KeyFigures) {
        let list = self.number();
        let width = (self.text_width() - GAP * (TILES as f32 - 1.0)) / TILES as f32;
        let room = width - 2.0 * PAD;
        for (row, tiles) in figures.figures.chunks(TILES).enumerate() {
            let set: Vec<[Vec<String>; 3]> = tiles
                .iter()
                .map(|tile| {
                    [
                        self.lines(&tile.name, room, NAME),
                        self.lines(&tile.value, room, VALUE),
                        self.lines(&tile.remark, room, NAME),
                    ]
                })
                .collect();
            let looks = [(NAME, Ink::Muted), (VALUE, Ink::Text), (NAME, Ink::Muted)];
            let tall = |tile: &[Vec<String>; 3]| {
                let lines = tile.iter().zip(looks);
                lines.map(|(lines, (look, _))| lines.len() as f32 * line_of(look)).sum::<f32>()
            };
            let height = set.iter().map(tall).fold(0.0, f32::max) + 2.0 * PAD - 4.0;
            self.make_room(height);
            let top = self.y;
            for (at, (tile, figure)) in set.iter().zip(tiles).enumerate() {
                let left = self.left() + at as f32 * (width + GAP);
                let area = Rect::of(Point::new(left, top), Size::new(width, height));
                let part = self.part();
                if let Some(list) = self.pen(part) {
                    let stroke = Stroke::solid(0.75, Ink::Hairline);
                    list.rect(area, 4.0, Some(Ink::Panel), Some(stroke));
                }
                let item = u32::try_from(row * TILES + at).unwrap_or(u32::MAX);
                let text = format!("{} {} {}", figure.name, figure.value, figure.remark);
                let subject = self.told(Telling::Item { list, item }, &text);
                let mut y = top + PAD - 2.0;
                for (lines, (look, ink)) in tile.iter().zip(looks) {
                    for line in lines {
                        self.write(subject, line, (left + PAD, y), (look, ink, Anchor::Left));
                        y += line_of(look);
                    }
                }
            }
            self.y = top + height + GAP;
        }
        self.y += 4.0;
    }
}
