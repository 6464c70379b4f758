//! A table as rows of cells, before anything is known of its columns: separators and quoting.

use std::collections::{BTreeMap, BTreeSet};

use super::columns::{RoleColumn, StepColumn};
use super::faults::TableFault;
use super::headings::named;
use super::markdown::without_marks;

/// The most rows of a table that are read.
pub const MOST_ROWS: usize = 200_000;

/// How many rows from the top tell the separator and the header.
pub const HEAD: usize = 20;

/// A row as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RawRow {
    /// Its number as a spreadsheet counts.
    pub number: usize,
    /// Its cells, trimmed.
    pub cells: Vec<String>,
}

impl RawRow {
    /// The text of a cell; blank where there is none.
    pub fn cell(&self, at: usize) -> &str {
        self.cells.get(at).map_or("", String::as_str)
    }
}

/// A table as it stands; blank rows are skipped.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct RawTable {
    /// Its rows.
    pub rows: Vec<RawRow>,
    /// Whether a comma separates the cells, so that one inside a number is doubtful.
    pub comma_separates: bool,
    /// Whether a semicolon does, as where the comma is the decimal mark.
    pub semicolon_separates: bool,
    /// Cells that the one above is drawn over, by row and column, with the row that holds the text;
    /// rows counted among the rows that are not blank.
    pub covered: BTreeMap<(usize, usize), usize>,
    /// Cells that hold a formula whose result is not stored, by row and column as in
    /// [`RawTable::covered`]; their text is the formula.
    pub unsolved: BTreeSet<(usize, usize)>,
    /// Lines of text above a table of Markdown.
    pub above: Vec<String>,
    /// Lines of text below it.
    pub below: Vec<String>,
}

/// A fault and the number of its row.
pub type RowFault = (usize, TableFault);

impl RawTable {
    /// Reads the text of a table, whose cells are separated by tabs, semicolons, commas or bars, or
    /// which is written as in Markdown.
    ///
    /// # Errors
    /// What keeps the rows from being told apart, with its row.
    pub fn read(text: &str) -> Result<Self, RowFault> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let old_mac = text.contains('\r') && !text.contains('\n');
        let text = if old_mac { text.replace('\r', "\n") } else { text.to_owned() };
        if let Some(table) = between_bars(&text) {
            if table.rows.len() > MOST_ROWS {
                return Err((0, TableFault::TooManyRows));
            }
            return Ok(table);
        }
        let separator = separator(&text);
        let mut rows = split(&text, separator)?;
        if rows.first().is_some_and(|row| is_remark(row.cell(0))) {
            rows.remove(0);
        }
        if rows.is_empty() {
            return Err((0, TableFault::Empty));
        }
        Ok(Self {
            rows,
            comma_separates: separator == b',',
            semicolon_separates: separator == b';',
            ..Self::default()
        })
    }

    /// The most cells that a row has.
    #[must_use]
    pub fn width(&self) -> usize {
        self.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0)
    }

    /// The cells of a column from a row on that are not blank.
    pub fn column(&self, at: usize, from: usize) -> impl Iterator<Item = &str> {
        let rows = self.rows.iter().skip(from);
        rows.map(move |row| row.cell(at)).filter(|cell| !cell.is_empty())
    }
}

/// Excel's own remark on the separator, when it saved one.
fn is_remark(cell: &str) -> bool {
    cell.to_lowercase().starts_with("sep=")
}

/// How well a separator splits the first rows: known headings in the best of them, whether all have
/// as many cells, and how many these are.
fn separator(text: &str) -> u8 {
    let remark = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default().trim();
    if is_remark(remark)
        && let Some(separator @ (b';' | b',' | b'\t')) = remark.as_bytes().get(4)
    {
        return *separator;
    }
    let score = |separator: u8| {
        let mut reader = reader(text, separator);
        let rows: Vec<csv::StringRecord> = reader
            .records()
            .flatten()
            .filter(|row| row.iter().any(|cell| !cell.trim().is_empty()))
            .take(HEAD)
            .collect();
        let known = |row: &csv::StringRecord| {
            row.iter()
                .filter(|cell| {
                    named::<StepColumn>(cell).is_some() || named::<RoleColumn>(cell).is_some()
                })
                .count()
        };
        let best = rows.iter().map(known).max().unwrap_or(0);
        let width = rows.first().map_or(0, csv::StringRecord::len);
        // Behind a comma in a text there is a space.
        let in_text = separator == b',' && best == 0 && text.contains(", ");
        let even =
            rows.len() > 1 && width > 1 && !in_text && rows.iter().all(|row| row.len() == width);
        // A comma may stand in a text; only where it splits every row alike it separates.
        let splits = if separator == b'\t' || even || best > 1 { width } else { 0 };
        (best, even, splits)
    };
    // Of equals `max_by_key` takes the last.
    [b',', b';', b'\t'].into_iter().max_by_key(|separator| score(*separator)).unwrap_or(b'\t')
}

fn reader(text: &str, separator: u8) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator)
        .from_reader(text.as_bytes())
}

/// The rows of a table between bars, as in Markdown with or without its row of dashes: bars at both
/// ends, a row of dashes, or known headings or several cells in every row tell it from other texts
/// with bars in them.
fn between_bars(text: &str) -> Option<RawTable> {
    let lines = text.lines().enumerate().map(|(at, line)| (at + 1, line.trim()));
    let lines: Vec<Line> = lines.filter(|(_, line)| !line.is_empty()).collect();
    let within = table_within(&lines).unwrap_or(0..lines.len());
    let is_part = within.len() < lines.len();
    let (above, rest) = lines.split_at_checked(within.start)?;
    let (lines, below) = rest.split_at_checked(within.len())?;
    let (_, head) = lines.first()?;
    if !head.contains('|') {
        return None;
    }
    let rows: Vec<RawRow> =
        lines.iter().map(|(number, line)| RawRow { number: *number, cells: cells(line) }).collect();
    let is_ruled = rows.get(1).is_some_and(is_rule);
    let is_framed = rows.len() > 1 && lines.iter().all(|(_, line)| line.starts_with('|'));
    let (first, others) = rows.split_first()?;
    let known = first
        .cells
        .iter()
        .filter(|cell| named::<StepColumn>(cell).is_some() || named::<RoleColumn>(cell).is_some());
    let width = first.cells.len();
    let is_even =
        width > 1 && !others.is_empty() && lines.iter().all(|(_, line)| line.contains('|'));
    let same = others.iter().all(|row| row.cells.len() == width || is_rule(row));
    let other_separator = lines.iter().any(|(_, line)| line.contains('\t'));
    let is_headed = is_even && known.count() > 1;
    let is_plain = is_even && same && width > 2;
    if !is_part && !is_ruled && !is_framed && (other_separator || !is_headed && !is_plain) {
        return None;
    }
    let filled = |row: &RawRow| row.cells.iter().any(|cell| !cell.is_empty());
    let rows = rows.into_iter().filter(|row| filled(row) && !is_rule(row)).collect();
    let texts = |lines: &[Line]| -> Vec<String> {
        let said = |line: &str| without_marks(line.trim_start_matches(['#', '>']).trim());
        let lines = lines.iter().filter(|(_, line)| line.contains(char::is_alphanumeric));
        lines.map(|(_, line)| said(line)).collect()
    };
    Some(RawTable { rows, above: texts(above), below: texts(below), ..RawTable::default() })
}

/// A line that is not blank, trimmed, with its number.
type Line<'t> = (usize, &'t str);

/// The cells of a line between bars.
fn cells(line: &str) -> Vec<String> {
    let line = line.strip_prefix('|').unwrap_or(line);
    let line = line.strip_suffix('|').unwrap_or(line).replace("\\|", "\u{1}");
    line.split('|').map(|cell| without_marks(&cell.trim().replace('\u{1}', "|"))).collect()
}

/// Whether a row between bars is the line of dashes below a header.
fn is_rule(row: &RawRow) -> bool {
    let dash =
        |cell: &String| cell.contains('-') && cell.chars().all(|c| matches!(c, '-' | ':' | ' '));
    row.cells.iter().all(dash)
}

/// Which lines are the first table of Markdown in a text: its header stands above a row of dashes,
/// or has bars at both ends as the line below it has; `None` if there is none.
fn table_within(lines: &[Line]) -> Option<std::ops::Range<usize>> {
    let framed = |line: &str| line.len() > 1 && line.starts_with('|') && line.ends_with('|');
    let rule = |at: usize| {
        let (number, line) = lines.get(at)?;
        let row = RawRow { number: *number, cells: cells(line) };
        is_rule(&row).then_some(row.cells.len())
    };
    let heads = |at: usize| {
        let head = lines.get(at).map_or("", |(_, line)| line);
        head.contains('|') && rule(at + 1) == Some(cells(head).len())
    };
    let start = (0..lines.len()).find(|at| {
        let both = [*at, at + 1].iter().all(|at| lines.get(*at).is_some_and(|l| framed(l.1)));
        heads(*at) || both
    })?;
    // A quotation mark that is still open belongs to a cell of another sort of table.
    let quotes = lines.iter().take(start).map(|(_, line)| line.matches('"').count()).sum::<usize>();
    if quotes % 2 == 1 {
        return None;
    }
    let is_framed = lines.get(start).is_some_and(|(_, head)| head.starts_with('|'));
    let mut before = lines.get(start).map_or(0, |(number, _)| *number);
    let mut end = start + 1;
    while let Some((number, line)) = lines.get(end) {
        let apart = *number > before + 1;
        let bars = line.starts_with('|') || line.contains('|') && !(apart && is_framed);
        let follows = !apart && !is_framed && !line.starts_with(['#', '>', '`']);
        if !(bars || follows) || apart && heads(end) {
            break;
        }
        before = *number;
        end += 1;
    }
    Some(start..end)
}

/// The rows that are not blank, trimmed, with their numbers as a spreadsheet counts them: a line
/// break inside a cell opens no row.
pub(super) fn split(text: &str, separator: u8) -> Result<Vec<RawRow>, RowFault> {
    let mut reader = reader(text, separator);
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
            let cells = record.iter().map(|cell| cell.trim().to_owned()).collect();
            rows.push(RawRow { number, cells });
            if rows.len() > MOST_ROWS {
                return Err((number, TableFault::TooManyRows));
            }
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

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str) -> Vec<Vec<String>> {
        RawTable::read(text).unwrap().rows.into_iter().map(|row| row.cells).collect()
    }

    #[test]
    fn the_separator_is_found() {
        let two_by_two = [["step", "time"], ["A", "5"]].map(|row| row.map(str::to_owned).to_vec());
        for text in [
            "step,time\nA,5",
            "step;time\nA;5",
            "step\ttime\nA\t5",
            "| step | time |\n|---|:--|\n| A | 5 |",
            "| step | time |\n| A | 5 |",
            "step|time\nA|5",
            "step | time\n--- | ---\nA | 5",
        ] {
            assert_eq!(cells(text), two_by_two, "{text}");
        }
        assert_eq!(cells("Greet, then seat\nServe"), [["Greet, then seat"], ["Serve"]], "a list");
        assert_eq!(cells("Greet;5\nServe;1,5"), [["Greet", "5"], ["Serve", "1,5"]]);
        assert_eq!(cells("a\tb, c\nd\te")[0], ["a", "b, c"]);
        assert_eq!(cells("A\tNurse | Doctor\nB\tNurse | Clerk")[0], ["A", "Nurse | Doctor"]);
        assert_eq!(cells("step,role\nA,Nurse | Doctor")[1], ["A", "Nurse | Doctor"]);
        assert_eq!(cells("A|a|2 min\nB|b|3 min")[1], ["B", "b", "3 min"]);
        assert_eq!(RawTable::read(" \n").unwrap_err().1, TableFault::Empty);
    }
}
