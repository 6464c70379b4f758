//! A table whose columns are known: the cells of each row below their columns.

use super::answers::ways;
use super::columns::Column;
use super::faults::TableFault;
use super::fixed_words::is_failed_formula;
use super::heading_units::{HeadingUnit, unit_word};
use super::joined::{Join, is_bare, put_together, unit_column, with_unit};
use super::plain_numbers::{PlainNumbers, settle_units};
use super::plan::{Guess, Plan, Told};
use super::raw::{RawRow, RawTable, RowFault};
use crate::blueprint::notation::{
    Calendar, Context, Habits, LengthUnit, has_decimal_comma, parse_quantity,
};

/// A row of a table.
pub struct Row<C> {
    /// Its number as a spreadsheet counts.
    pub number: usize,
    /// The cells below known columns, trimmed; a missing cell is absent.
    cells: Vec<(C, String)>,
    /// Whether it has cells beyond the header.
    pub too_long: bool,
    /// The text of its first cell that is not blank, whatever column that stands in.
    pub first: String,
    /// How many of its cells are not blank.
    pub filled_cells: usize,
    /// What is wrong with cells whatever they are read as.
    faults: Vec<(C, TableFault)>,
}

impl<C: Column> Row<C> {
    /// The text of a cell; blank where there is none.
    pub fn cell(&self, column: C) -> &str {
        self.cells.iter().find(|(c, _)| *c == column).map_or("", |(_, text)| text)
    }

    /// What is wrong with a cell whatever it is read as: a formula that failed or has no result, a
    /// number whose unit is missing or not read.
    pub fn fault(&self, column: C) -> Option<TableFault> {
        let text = self.cell(column);
        if is_failed_formula(text) {
            return Some(TableFault::FailedFormula(text.to_owned()));
        }
        self.faults.iter().find(|(of, _)| *of == column).map(|(_, fault)| fault.clone())
    }

    fn put(&mut self, column: C, text: String) {
        self.cells.retain(|(other, _)| *other != column);
        self.cells.push((column, text));
    }

    /// The columns below which it has a cell that is not blank.
    pub fn filled(&self) -> impl Iterator<Item = C> {
        self.cells.iter().filter(|(_, text)| !text.is_empty()).map(|(column, _)| *column)
    }
}

/// What commas are in a table.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Commas {
    /// They stand before decimals: semicolons separate the cells, or some cell has such a comma, in
    /// quotation marks where commas separate the cells.
    Decimal,
    /// Nothing tells.
    Unsaid,
}

/// A table with known columns.
pub struct Grid<C> {
    /// The rows below the header that are not blank.
    pub rows: Vec<Row<C>>,
    /// Headings of columns that are not taken; where they have none, their numbers.
    pub ignored: Vec<String>,
    /// Headings of columns that were guessed, with what they are taken for.
    pub guessed: Vec<(String, C)>,
    /// Headings of columns that are parts of one time and are added up.
    pub parts: Vec<String>,
    /// What stands above the header.
    pub above: Vec<String>,
    /// What stands below a table of Markdown.
    pub below: Vec<String>,
    /// The headings of the columns.
    headings: Vec<(C, String)>,
    /// The headings of all columns, from left to right.
    names: Vec<String>,
    /// The units that the header gives for plain numbers: `time (min)`.
    units: Vec<(C, HeadingUnit)>,
    /// Columns with plain numbers below a heading that gives no unit.
    pub plain: Vec<PlainNumbers>,
    /// The column of next steps, and those that say them for the answers yes and no.
    answers: Option<(C, usize, usize)>,
    /// What commas are.
    commas: Commas,
    /// Whether the header is the one that is written, so that every cell is as it was written.
    pub is_own: bool,
    /// Cells drawn over several rows whose text stands for the first of these only, with its row.
    pub merged: Vec<(C, usize)>,
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
            parts: Vec::new(),
            above: table.above.clone(),
            below: table.below.clone(),
            headings: Vec::new(),
            names: plan.columns.iter().map(|column| column.heading.clone()).collect(),
            units: Vec::new(),
            plain: Vec::new(),
            answers: C::answers(plan),
            commas: Commas::Unsaid,
            merged: Vec::new(),
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
                    if matches!(column.told, Told::ByPart | Told::ByContent) {
                        grid.guessed.push((name(), taken));
                    }
                }
                // Without cells nothing could be lost.
                None if blank => {}
                None if matches!(column.join, Some(Join::Unit)) => {}
                None if column.join.is_some() => grid.parts.push(name()),
                None => match grid.answers {
                    Some((next, yes, no)) if at == yes || at == no => {
                        grid.guessed.push((name(), next));
                    }
                    _ => grid.ignored.push(name()),
                },
            }
        }
        if let Some(header) = plan.header {
            let first = (header + 1).saturating_sub(plan.header_rows);
            let above = table.rows.iter().take(first).flat_map(|row| &row.cells);
            grid.above.extend(above.filter(|cell| !cell.is_empty()).cloned());
        }
        (grid.units, grid.plain) = settle_units(plan, table);
        if let Some(of) = plan.columns.iter().find(|column| {
            !grid.parts.is_empty() && column.column.is_some_and(|c| Some(c) == C::joined_time())
        }) {
            grid.parts.insert(0, of.heading.clone());
        }
        let headers = || table.rows.iter().take(from).rev().take(plan.header_rows);
        let width = headers().map(|row| row.cells.len()).max().filter(|_| header.is_some());
        let width = width.unwrap_or(plan.columns.len());
        for (row_at, row) in table.rows.iter().enumerate().skip(from) {
            let too_long = row.cells.iter().skip(width).any(|cell| !cell.is_empty());
            let laid = Row { too_long, ..grid.lay_row(table, plan, row_at, row, from) };
            grid.rows.push(laid);
        }
        let number = |text: &str| text.starts_with(|c: char| c.is_ascii_digit());
        let has_decimals = || {
            grid.rows.iter().flat_map(|row| &row.cells).any(|(column, text)| {
                column.holds_number() && number(text) && has_decimal_comma(text)
            })
        };
        grid.commas = if table.semicolon_separates || has_decimals() {
            Commas::Decimal
        } else {
            Commas::Unsaid
        };
        if grid.rows.is_empty() && !C::MAY_BE_EMPTY && !grid.is_own {
            return Err((header_row, TableFault::NoRows));
        }
        Ok(grid)
    }

    /// The cells of a row below the columns of a plan, with what reaches over it from above.
    fn lay_row(
        &mut self,
        table: &RawTable,
        plan: &Plan<C>,
        row_at: usize,
        row: &RawRow,
        from: usize,
    ) -> Row<C> {
        let mut cells: Vec<(C, String)> = plan
            .columns
            .iter()
            .zip(&row.cells)
            .filter_map(|(plan, text)| plan.column.map(|column| (column, unescape(text))))
            .collect();
        let mut filled = row.cells.iter().filter(|cell| !cell.is_empty());
        let first = filled.next().cloned().unwrap_or_default();
        let filled_cells = usize::from(!first.is_empty()) + filled.count();
        for ((_, at), above) in table.covered.range((row_at, 0)..(row_at + 1, 0)) {
            let Some(column) = plan.columns.get(*at).and_then(|plan| plan.column) else {
                continue;
            };
            let above = table.rows.get(*above).filter(|_| *above >= from);
            let Some(above) = above.filter(|row| !row.cell(*at).is_empty()) else { continue };
            if column.spans_rows() {
                cells.retain(|(other, _)| *other != column);
                cells.push((column, unescape(above.cell(*at))));
            } else if !self.merged.contains(&(column, above.number)) {
                self.merged.push((column, above.number));
            }
        }
        let mut laid = Row {
            number: row.number,
            cells,
            too_long: false,
            first,
            filled_cells,
            faults: Vec::new(),
        };
        for (_, at) in table.unsolved.range((row_at, 0)..(row_at + 1, 0)) {
            let column = plan.columns.get(*at).and_then(|plan| plan.column);
            let fault = TableFault::FormulaWithoutResult(row.cell(*at).to_owned());
            laid.faults.extend(column.map(|column| (column, fault)));
        }
        self.join(&mut laid, row, plan);
        if let Some((next, yes, no)) = self.answers
            && let Some(ways) = ways(row.cell(yes), row.cell(no))
        {
            let apart = plan.columns.get(yes).is_some_and(|column| column.column.is_none());
            if apart && !laid.cell(next).is_empty() {
                // Nobody says whether all go that way as well.
                laid.faults.push((next, TableFault::ChoiceAmongAll(ways.clone())));
            }
            laid.put(next, ways);
        }
        laid
    }

    /// Puts what stands in joined columns of a row to its times: parts and units.
    fn join(&self, laid: &mut Row<C>, row: &RawRow, plan: &Plan<C>) {
        for (of, column) in plan.columns.iter().enumerate() {
            let Some(taken) = column.column.filter(|column| column.holds_time()) else { continue };
            let own = match self.heading_unit(taken) {
                Some(HeadingUnit::Known(unit)) => Some(*unit),
                _ => None,
            };
            let text = laid.cell(taken).to_owned();
            let parts =
                plan.columns.iter().enumerate().filter_map(|(at, column)| match column.join {
                    Some(Join::Part { of: whole, unit }) if whole == of => {
                        Some((row.cell(at).to_owned(), unit))
                    }
                    _ => None,
                });
            let mut parts: Vec<(String, LengthUnit)> = parts.collect();
            if let Some(own) = own.filter(|_| parts.iter().any(|(text, _)| !text.is_empty())) {
                parts.insert(0, (text, own));
                laid.put(taken, put_together(&parts));
                continue;
            }
            let unit = unit_column(&plan.columns, of).map(|at| row.cell(at));
            let Some(unit) = unit.filter(|_| is_bare(&text)) else { continue };
            let nothing = parse_quantity(&text).is_ok_and(|number| number.get() == 0.0);
            match unit_word(unit) {
                Some(unit) => laid.put(taken, with_unit(&text, unit)),
                None if nothing || unit.is_empty() && own.is_some() => {}
                None if unit.is_empty() => laid.faults.push((taken, TableFault::UnitMissing)),
                None => laid.faults.push((taken, TableFault::UnknownUnit(unit.to_owned()))),
            }
        }
    }

    /// How a column writes its numbers, by its heading, its cells, and what a person said.
    pub fn habits(&self, column: C) -> Habits {
        let cells = self.rows.iter().map(|row| row.cell(column));
        let heading = self.heading(column).unwrap_or_default();
        let told = Habits::of_column(heading, &cells, self.commas == Commas::Decimal);
        let clock = match self.heading_unit(column) {
            Some(HeadingUnit::Clock(clock)) => Some(*clock),
            _ => told.clock.or(self.said.clock),
        };
        Habits { decimal: told.decimal.or(self.said.decimal), clock }
    }

    /// What the cells of a column are read with, where days are those of a calendar.
    pub fn context(&self, column: C, habits: Habits, calendar: Calendar) -> Context {
        let unit = match self.heading_unit(column) {
            Some(HeadingUnit::Known(unit)) => *unit,
            _ => LengthUnit::default(),
        };
        let mut context = Context { calendar, ..habits.context(unit) };
        if let Some(HeadingUnit::Clock(clock)) = self.heading_unit(column) {
            context.clock = *clock;
        }
        context
    }

    fn heading_unit(&self, column: C) -> Option<&HeadingUnit> {
        self.units.iter().find(|(c, _)| *c == column).map(|(_, unit)| unit)
    }

    /// Whether a plain number in a column has a unit.
    ///
    /// # Errors
    /// [`TableFault::UnknownUnit`] for one below a heading with a unit that is not read,
    /// [`TableFault::NumberAmongClocks`] for one below a heading such as `time (h:mm)`.
    pub fn check_unit(&self, column: C, text: &str) -> Result<(), TableFault> {
        let fault = match self.heading_unit(column) {
            Some(HeadingUnit::Unknown(unit)) => TableFault::UnknownUnit(unit.clone()),
            Some(HeadingUnit::Clock(_)) => TableFault::NumberAmongClocks,
            _ => return Ok(()),
        };
        // A cell with letters has a unit, one with a colon is a clock's.
        let plain = !text.contains([':', '：']) && !text.chars().any(char::is_alphabetic);
        let zero = parse_quantity(text).is_ok_and(|number| number.get() == 0.0);
        if plain && !zero { Err(fault) } else { Ok(()) }
    }

    /// The heading of a column as the person wrote it.
    pub fn heading(&self, column: C) -> Option<&str> {
        let heading = self.headings.iter().find(|(c, _)| *c == column);
        heading.map(|(_, heading)| heading.as_str()).filter(|heading| !heading.is_empty())
    }

    /// The heading of the column at a place, or its number where it has none.
    pub fn name_at(&self, at: usize) -> String {
        let name = self.names.get(at).filter(|name| !name.is_empty());
        name.cloned().unwrap_or_else(|| (at + 1).to_string())
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
pub fn is_formula(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(begins_formula)
}

/// A cell so that a spreadsheet takes it as text: an apostrophe before the start of a formula. A
/// lone hyphen is none.
pub fn escape(text: &str) -> std::borrow::Cow<'_, str> {
    if text != "-" && is_formula(text) { format!("'{text}").into() } else { text.into() }
}

/// A cell as it was before [`escape`].
pub fn unescape(text: &str) -> String {
    match text.strip_prefix('\'') {
        Some(rest) if is_formula(rest) => rest.to_owned(),
        _ => text.to_owned(),
    }
}
