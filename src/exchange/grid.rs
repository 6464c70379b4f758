//! A table as rows of cells: separator, quoting, header.

use super::columns::Column;
use super::faults::TableFault;
use crate::blueprint::TimeUnit;
use crate::blueprint::notation::{LengthUnit, parse_unit};

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
}

/// A table with a header.
pub struct Grid<C> {
    /// The rows below the header that are not blank.
    pub rows: Vec<Row<C>>,
    /// Header cells that name no known column.
    pub ignored: Vec<String>,
    /// The units that the header gives for plain numbers: `time (min)`.
    units: Vec<(C, TimeUnit)>,
    /// Whether a comma separates the cells, so that none can stand in a number.
    pub comma_separates: bool,
}

/// A fault and the number of its row.
pub type RowFault = (usize, TableFault);

impl<C: Column> Grid<C> {
    /// Reads a table.
    ///
    /// # Errors
    /// The first fault that keeps the rows from being told apart, with its row.
    pub fn read(text: &str) -> Result<Self, RowFault> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let old_mac = text.contains('\r') && !text.contains('\n');
        let text = if old_mac { text.replace('\r', "\n") } else { text.to_owned() };
        let separator = separator::<C>(&text);
        let mut records = split(&text, separator)?.into_iter();
        // Excel's own remark on the separator, when it saved one.
        let is_remark = |cells: &[String]| matches!(cells, [cell, ..] if cell.to_lowercase().starts_with("sep="));
        let (header_row, header) =
            records.by_ref().find(|(_, cells)| !is_remark(cells)).ok_or((0, TableFault::Empty))?;
        let mut grid = Self {
            rows: Vec::new(),
            ignored: Vec::new(),
            units: Vec::new(),
            comma_separates: separator == b',',
        };
        let mut columns: Vec<Option<C>> = Vec::with_capacity(header.len());
        for name in &header {
            let (name, unit) = split_unit(name);
            let column = C::find(name);
            match column {
                Some(column) if columns.contains(&Some(column)) => {
                    return Err((header_row, TableFault::ColumnTwice));
                }
                Some(column) => grid.units.extend(unit.map(|unit| (column, unit))),
                None if !name.is_empty() => grid.ignored.push(name.to_owned()),
                None => {}
            }
            columns.push(column);
        }
        if !columns.contains(&Some(C::REQUIRED)) {
            return Err((header_row, TableFault::NoHeader));
        }
        for (number, cells) in records {
            let too_long = cells.iter().skip(columns.len()).any(|cell| !cell.is_empty());
            let cells = columns
                .iter()
                .zip(cells)
                .filter_map(|(column, text)| column.map(|column| (column, text)))
                .collect();
            grid.rows.push(Row { number, cells, too_long });
        }
        if grid.rows.is_empty() {
            return Err((header_row, TableFault::NoRows));
        }
        Ok(grid)
    }

    /// The unit of plain numbers in a column.
    pub fn unit(&self, column: C) -> TimeUnit {
        self.units.iter().find(|(c, _)| *c == column).map_or(TimeUnit::Second, |(_, unit)| *unit)
    }
}

/// The separator under which the first row names the most known columns; if that says nothing, the
/// one that splits it the most.
fn separator<C: Column>(text: &str) -> u8 {
    let first = text
        .lines()
        .find(|line| {
            let line = line.trim();
            !line.is_empty() && !line.to_lowercase().starts_with("sep=")
        })
        .unwrap_or_default();
    let score = |separator: u8| {
        let cells: Vec<&str> = first.split(char::from(separator)).collect();
        let known = cells
            .iter()
            .filter(|cell| C::find(split_unit(cell.trim().trim_matches('"')).0).is_some())
            .count();
        (known, cells.len())
    };
    // Of equals `max_by_key` takes the last.
    [b'\t', b';', b','].into_iter().max_by_key(|separator| score(*separator)).unwrap_or(b',')
}

/// Splits `time (min)` into the name and its unit. Brackets that hold no unit stay with the name.
fn split_unit(header: &str) -> (&str, Option<TimeUnit>) {
    let header = header.trim();
    let parts = header
        .strip_suffix([')', '）'])
        .and_then(|open| open.split_once(['(', '（']))
        .and_then(|(name, unit)| {
            let unit = match parse_unit(unit)? {
                LengthUnit::Second => TimeUnit::Second,
                LengthUnit::Minute => TimeUnit::Minute,
                LengthUnit::Hour => TimeUnit::Hour,
                _ => return None,
            };
            Some((name.trim(), unit))
        });
    parts.map_or((header, None), |(name, unit)| (name, Some(unit)))
}

/// The rows that are not blank, trimmed, with their numbers as a spreadsheet counts them: a line
/// break inside a cell opens no row.
fn split(text: &str, separator: u8) -> Result<Vec<(usize, Vec<String>)>, RowFault> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator)
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    let mut breaks = 0;
    let mut last = (0, 0);
    let mut record = csv::StringRecord::new();
    loop {
        match reader.read_record(&mut record) {
            Ok(false) => break,
            Ok(true) => {}
            // The input is text in memory: neither reading nor decoding can fail.
            Err(_) => return Err((0, TableFault::UnknownEncoding)),
        }
        let number = record.position().map_or(0, |at| line_of(text, at)).saturating_sub(breaks);
        let inside: usize = record.iter().map(|cell| cell.matches('\n').count()).sum();
        breaks += inside;
        last = (number, inside);
        if record.iter().any(|cell| !cell.trim().is_empty()) {
            rows.push((number, record.iter().map(|cell| cell.trim().to_owned()).collect()));
        }
    }
    // A quote that is never closed swallows the rest of the table into one cell.
    if last.1 > 0 && text.matches('"').count() % 2 == 1 {
        return Err((last.0, TableFault::UnclosedQuote));
    }
    Ok(rows)
}

/// The line on which a record begins. The reader's own count stands before the blank lines that it
/// skips.
fn line_of(text: &str, at: &csv::Position) -> usize {
    let start = usize::try_from(at.byte()).unwrap_or(usize::MAX);
    let skipped = text.as_bytes().iter().skip(start).take_while(|byte| b"\r\n".contains(byte));
    let blank = skipped.filter(|byte| **byte == b'\n').count();
    usize::try_from(at.line()).unwrap_or(usize::MAX).saturating_add(blank)
}
