//! Workbooks of spreadsheets: XLSX, XLS and ODS.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Cursor;

use calamine::{Data, Dimensions, Reader, Sheets, open_workbook_auto_from_rs};

use super::faults::TableFault;
use super::number_formats::{Suffix, cell_formats};
use super::ods_formats::ods_formats;
use super::raw::{MOST_ROWS, RawRow, RawTable};

/// A sheet and its name.
pub type NamedTable = (String, RawTable);

/// Whether bytes are those of a workbook rather than of a text: a zip archive, or the older
/// compound file.
pub fn is_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xd0\xcf\x11\xe0")
}

/// The sheets of a workbook that hold something, in its order. Times of day and durations become
/// lengths of time, formulas what they came to.
///
/// # Errors
/// [`TableFault::Workbook`] with the reader's words; [`TableFault::TooManyRows`].
pub fn read_workbook(bytes: &[u8]) -> Result<Vec<NamedTable>, TableFault> {
    let fault = |error: calamine::Error| TableFault::Workbook(error.to_string());
    let mut workbook = open_workbook_auto_from_rs(Cursor::new(bytes)).map_err(fault)?;
    let mut formats = cell_formats(bytes);
    formats.extend(ods_formats(bytes));
    let mut sheets = Vec::new();
    for name in workbook.sheet_names() {
        let range = workbook.worksheet_range(&name).map_err(fault)?;
        if range.height() > MOST_ROWS {
            return Err(TableFault::TooManyRows);
        }
        // What a formula came to may not be stored; then only the formula is there.
        let formulas = workbook.worksheet_formula(&name).unwrap_or_default();
        let merged = merged(&mut workbook, &name);
        let corners = [range.start(), formulas.start()];
        let left = corners.iter().flatten().map(|(_, column)| *column).min().unwrap_or(0);
        let top = corners.iter().flatten().map(|(row, _)| *row).min().unwrap_or(0);
        let ends = [range.end(), formulas.end()];
        let right = ends.iter().flatten().map(|(_, column)| *column).max().unwrap_or(0);
        let bottom = ends.iter().flatten().map(|(row, _)| *row).max();
        let shown = formats.get(&name);
        let mut unsolved = BTreeSet::new();
        let rows = bottom.map(|bottom| top..=bottom).into_iter().flatten().map(|row| {
            let cells = (left..=right).map(|column| {
                let cell = range.get_value((row, column)).unwrap_or(&Data::Empty);
                let formula = formulas.get_value((row, column)).filter(|text| !text.is_empty());
                let blank = match cell {
                    Data::Empty => true,
                    // XLSX says where a formula came to a text.
                    Data::String(text) if text.is_empty() => {
                        shown.is_some_and(|shown| !shown.texts.contains(&(row, column)))
                    }
                    _ => false,
                };
                if let Some(formula) = formula.filter(|_| blank) {
                    unsolved.insert((whole(row), whole(column - left)));
                    return format!("={}", formula.trim_start_matches('='));
                }
                let suffix = shown.and_then(|shown| shown.suffixes.get(&(row, column)));
                suffix.and_then(|suffix| with_suffix(cell, suffix)).unwrap_or_else(|| text(cell))
            });
            RawRow { cells: cells.collect(), number: whole(row).saturating_add(1) }
        });
        let rows: Vec<RawRow> =
            rows.filter(|row| row.cells.iter().any(|cell| !cell.is_empty())).collect();
        if !rows.is_empty() {
            let covered = covered(&rows, &merged, left);
            let number = |row: usize| rows.partition_point(|other| other.number <= row);
            let unsolved = unsolved.into_iter().map(|(row, at)| (number(row), at)).collect();
            sheets.push((name, RawTable { rows, covered, unsolved, ..RawTable::default() }));
        }
    }
    if sheets.is_empty() { Err(TableFault::Empty) } else { Ok(sheets) }
}

fn whole(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

/// A number as its format shows it, if it is one.
pub fn with_suffix(cell: &Data, suffix: &Suffix) -> Option<String> {
    let number = match cell {
        Data::Int(number) => *number as f64,
        Data::Float(number) => *number,
        _ => return None,
    };
    Some(match suffix {
        Suffix::Percent => format!("{} %", amount(number * 100.0)),
        Suffix::Unit(unit) => format!("{} {unit}", amount(number)),
    })
}

/// The cells of a sheet that are drawn as one, as far as its format tells.
fn merged(workbook: &mut Sheets<Cursor<&[u8]>>, sheet: &str) -> Vec<Dimensions> {
    match workbook {
        Sheets::Xlsx(book) => book.merge_cells_by_sheet_name(sheet).unwrap_or_default(),
        Sheets::Xls(book) => book.merge_cells_by_sheet_name(sheet).unwrap_or_default(),
        Sheets::Xlsb(_) | Sheets::Ods(_) => Vec::new(),
    }
}

/// The cells below the first one of cells that are drawn as one, with the row of the first.
fn covered(rows: &[RawRow], merged: &[Dimensions], left: u32) -> BTreeMap<(usize, usize), usize> {
    let mut covered = BTreeMap::new();
    for region in merged {
        let Some(column) = region.start.1.checked_sub(left).map(whole) else { continue };
        // Rows are counted from 0 here.
        let (first, last) = (whole(region.start.0) + 1, whole(region.end.0) + 1);
        let start = rows.partition_point(|row| row.number < first);
        if rows.get(start).is_none_or(|row| row.number != first) {
            continue;
        }
        let below = rows.iter().enumerate().skip(start + 1);
        for (at, _) in below.take_while(|(_, row)| row.number <= last) {
            covered.insert((at, column), start);
        }
    }
    covered
}

/// What a cell shows, as far as its kind tells.
fn text(cell: &Data) -> String {
    match cell {
        Data::Empty => String::new(),
        // As the sheet shows it, to be named where it matters.
        Data::Error(error) => error.to_string(),
        Data::String(text) => text.trim().to_owned(),
        Data::Int(number) => number.to_string(),
        Data::Float(number) => amount(*number),
        Data::Bool(yes) => yes.to_string(),
        Data::DateTime(time) => {
            let days = time.as_f64();
            // A time of day is how a spreadsheet keeps "0:05:00"; from one day on it is a date.
            if time.is_duration() || (0.0..1.0).contains(&days) {
                length(days)
            } else {
                let date = time.as_datetime();
                date.map_or_else(|| amount(days), |date| date.date().to_string())
            }
        }
        Data::DateTimeIso(text) => text.clone(),
        Data::DurationIso(text) => iso_length(text).map_or_else(|| text.clone(), length),
    }
}

/// A number without the dust of binary fractions.
pub fn amount(number: f64) -> String {
    // That lies beyond the fifteenth digit.
    let rounded: f64 = format!("{number:.14e}").parse().unwrap_or(number);
    let text = rounded.to_string();
    // Three decimals could be taken for a group of digits.
    let grouped = text.split_once('.').is_some_and(|(_, decimals)| decimals.len() == 3);
    if grouped { format!("{text}0") } else { text }
}

/// A length of time in days, in seconds.
fn length(days: f64) -> String {
    format!("{} s", amount((days * 86_400.0 * 1e3).round() / 1e3))
}

/// A length as ODS writes it, in days: `PT01H30M00S`.
fn iso_length(text: &str) -> Option<f64> {
    let mut rest = text.strip_prefix("PT")?;
    let mut seconds = 0.0;
    for (sign, scale) in [('H', 3600.0), ('M', 60.0), ('S', 1.0)] {
        if let Some((number, behind)) = rest.split_once(sign) {
            seconds += number.replace(',', ".").parse::<f64>().ok()? * scale;
            rest = behind;
        }
    }
    rest.is_empty().then_some(seconds / 86_400.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_of_time_are_read() {
        assert_eq!(length(5.0 / 24.0 / 60.0), "300 s");
        assert_eq!(iso_length("PT00H05M00S").map(length).as_deref(), Some("300 s"));
        assert_eq!(iso_length("PT1H30M").map(length).as_deref(), Some("5400 s"));
        assert_eq!(iso_length("soon"), None);
        assert_eq!(amount(0.1 + 0.2), "0.3");
        assert_eq!(text(&Data::Float(5.0)), "5");
    }
}
