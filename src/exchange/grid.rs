//! A table whose columns are known: the cells of each row below their columns.

use super::columns::Column;
use super::faults::TableFault;
use super::plan::{Guess, Plan, Told};
use super::raw::{RawTable, RowFault};
use crate::blueprint::notation::{Calendar, Context, Habits, LengthUnit};

/// A row of a table.
pub struct Row<C> {
    /// Its number as a spreadsheet counts.
    pub number: usize,
    /// The cells below known columns, trimmed; a missing cell is absent.
    cells: Vec<(C, String)>,
    /// Whether it has cells beyond the header.
    pub too_long: bool,
}

impl<C: Column> Row<C> {
    /// The text of a cell; blank where there is none.
    pub fn cell(&self, column: C) -> &str {
        self.cells.iter().find(|(c, _)| *c == column).map_or("", |(_, text)| text)
    }

    /// The columns below which it has a cell that is not blank.
    pub fn filled(&self) -> impl Iterator<Item = C> {
        self.cells.iter().filter(|(_, text)| !text.is_empty()).map(|(column, _)| *column)
    }
}

/// A table with known columns.
pub struct Grid<C> {
    /// The rows below the header that are not blank.
    pub rows: Vec<Row<C>>,
    /// Headings of columns that are not taken; where they have none, their numbers.
    pub ignored: Vec<String>,
    /// Headings of columns that were guessed, with what they are taken for.
    pub guessed: Vec<(String, C)>,
    /// What stands above the header.
    pub above: Vec<String>,
    /// The headings of the columns.
    headings: Vec<(C, String)>,
    /// The units that the header gives for plain numbers: `time (min)`.
    units: Vec<(C, LengthUnit)>,
    /// Whether a comma separates the cells, so that none can stand in a number.
    pub comma_separates: bool,
    /// Whether the header is the one that is written, so that every cell is as it was written.
    pub is_own: bool,
    /// Whether there is no header.
    pub is_headless: bool,
    /// What a person said of doubtful commas and colons.
    pub said: Habits,
}

impl<C: Guess> Grid<C> {
    /// Lays the cells of a table below the columns of a plan.
    ///
    /// # Errors
    /// The fault that keeps the table from being read, with its row.
    pub fn lay(table: &RawTable, plan: &Plan<C>) -> Result<Self, RowFault> {
        let header = plan.header.and_then(|row| table.rows.get(row));
        let header_row = header.map_or(0, |row| row.number);
        if plan.place(C::REQUIRED).is_none() {
            let first = table.rows.first().map_or(0, |row| row.number);
            return Err((header.map_or(first, |row| row.number), TableFault::NoHeader));
        }
        let mut grid = Self {
            rows: Vec::new(),
            ignored: Vec::new(),
            guessed: Vec::new(),
            above: Vec::new(),
            headings: Vec::new(),
            units: Vec::new(),
            comma_separates: table.comma_separates,
            is_headless: plan.header.is_none(),
            said: plan.said,
            is_own: plan.columns.len() == C::WRITTEN.len()
                && plan.columns.iter().zip(C::WRITTEN).all(|(p, c)| p.heading == c.name()),
        };
        let from = plan.header.map_or(0, |row| row + 1);
        for (at, column) in plan.columns.iter().enumerate() {
            let blank = table.column(at, from).next().is_none();
            let name = || match column.heading.as_str() {
                "" => (at + 1).to_string(),
                heading => heading.to_owned(),
            };
            match column.column {
                Some(taken) => {
                    grid.headings.push((taken, column.heading.clone()));
                    grid.units.extend(column.unit.map(|unit| (taken, unit)));
                    if matches!(column.told, Told::ByPart | Told::ByContent) {
                        grid.guessed.push((name(), taken));
                    }
                }
                // Without cells nothing could be lost.
                None if blank => {}
                None => grid.ignored.push(name()),
            }
        }
        if let Some(header) = plan.header {
            let above = table.rows.iter().take(header).flat_map(|row| &row.cells);
            grid.above = above.filter(|cell| !cell.is_empty()).cloned().collect();
        }
        let width = header.map_or(plan.columns.len(), |row| row.cells.len());
        for row in table.rows.iter().skip(from) {
            let too_long = row.cells.iter().skip(width).any(|cell| !cell.is_empty());
            let cells = plan
                .columns
                .iter()
                .zip(&row.cells)
                .filter_map(|(plan, text)| plan.column.map(|column| (column, unescape(text))))
                .collect();
            grid.rows.push(Row { number: row.number, cells, too_long });
        }
        if grid.rows.is_empty() && !C::MAY_BE_EMPTY && !grid.is_own {
            return Err((header_row, TableFault::NoRows));
        }
        Ok(grid)
    }

    /// How a column writes its numbers, by its heading, its cells, and what a person said.
    pub fn habits(&self, column: C) -> Habits {
        let cells = self.rows.iter().map(|row| row.cell(column));
        let told = Habits::of_column(self.heading(column).unwrap_or_default(), &cells);
        Habits {
            decimal: told.decimal.or(self.said.decimal),
            clock: told.clock.or(self.said.clock),
        }
    }

    /// What the cells of a column are read with, where days are those of a calendar.
    pub fn context(&self, column: C, habits: Habits, calendar: Calendar) -> Context {
        let unit = self.units.iter().find(|(c, _)| *c == column).map(|(_, unit)| *unit);
        Context { calendar, ..habits.context(unit.unwrap_or_default()) }
    }

    /// The heading of a column as the person wrote it.
    pub fn heading(&self, column: C) -> Option<&str> {
        let heading = self.headings.iter().find(|(c, _)| *c == column);
        heading.map(|(_, heading)| heading.as_str()).filter(|heading| !heading.is_empty())
    }

    /// Whether there is such a column.
    pub fn has(&self, column: C) -> bool {
        self.headings.iter().any(|(c, _)| *c == column)
    }
}

/// Signs at the start of a cell that a spreadsheet takes for a formula.
fn begins_formula(c: char) -> bool {
    matches!(c, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠' | '\t' | '\r')
}

/// Whether apostrophes, if any, stand before the start of a formula.
fn is_formula(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(begins_formula)
}

/// A cell so that a spreadsheet takes it as text: an apostrophe before the start of a formula. A
/// lone hyphen is none.
pub fn escape(text: &str) -> std::borrow::Cow<'_, str> {
    if text != "-" && is_formula(text) { format!("'{text}").into() } else { text.into() }
}

/// A cell as it was before [`escape`].
fn unescape(text: &str) -> String {
    match text.strip_prefix('\'') {
        Some(rest) if is_formula(rest) => rest.to_owned(),
        _ => text.to_owned(),
    }
}
