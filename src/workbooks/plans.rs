//! Planning sheets as sheets of the workbook: what was written, and what comes out.

use super::cells::{computed_text, header, heading};
use super::{Rows, Shown};
use crate::exchange::{CellLook, NumberFormat, SheetCell, WorkbookSheet};
use crate::pictures::planning::{Cell, Finished, Part, finished, verdict};
use crate::wording::Wording;

/// Letters that the name of a sheet may have.
const MOST_NAME: usize = 31;

/// A sheet for each planning sheet; `taken` are the names of the others.
pub fn sheets(shown: &Shown<'_>, taken: &[WorkbookSheet]) -> Vec<WorkbookSheet> {
    let words = shown.words;
    let mut names: Vec<String> = taken.iter().map(|sheet| sheet.name.to_lowercase()).collect();
    let mut made = Vec::new();
    for (_, sheet) in shown.source.blueprint.sheets() {
        let name = free_name(&sheet.name, words, &names);
        names.push(name.to_lowercase());
        let rows = match finished(shown.source.blueprint, sheet, words) {
            Ok(finished) => rows(&finished, words),
            Err(faults) => {
                let said = faults.into_iter();
                said.map(|fault| vec![SheetCell::text(fault).looking(CellLook::Prose)]).collect()
            }
        };
        made.push(WorkbookSheet { name, rows });
    }
    made
}

/// A name that spreadsheets take and no other sheet has: `Plan: Tables and chairs` without what they refuse.
fn free_name(name: &str, words: &Wording, taken: &[String]) -> String {
    let plain = words.with("workbook-plan", &[("name", name.trim().into())]);
    let is_refused =
        |letter: &char| matches!(letter, '[' | ']' | ':' | '*' | '?' | '/' | '\\' | '\'');
    let plain: String = plain.chars().filter(|letter| !is_refused(letter)).collect();
    let cut = |room: usize| plain.chars().take(room).collect::<String>().trim().to_owned();
    let numbered = |number: usize| {
        let end = format!(" {number}");
        format!("{}{end}", cut(MOST_NAME - end.len()))
    };
    let first = cut(MOST_NAME);
    let is_free = |name: &String| !taken.contains(&name.to_lowercase());
    // Of as many names as are taken and one more, one is free.
    let further = (2..=taken.len() + 2).map(numbered);
    std::iter::once(first).chain(further).find(is_free).unwrap_or_default()
}

/// The table, with how it ended below it.
fn rows(finished: &Finished, words: &Wording) -> Rows {
    let table = finished.table(words);
    let mut rows: Rows = Vec::with_capacity(table.rows.len() + 4);
    for (at, row) in table.rows.iter().enumerate() {
        let cell = |(column, cell): (usize, &Cell)| {
            let is_computed = row.is_computed
                || table.columns.get(column).is_some_and(|column| column.is_computed);
            match at {
                0 => heading(&cell.text),
                _ => value(cell, is_computed, words),
            }
        };
        rows.push(row.cells.iter().enumerate().map(cell).collect());
    }
    let said = verdict(&finished.sheet, &finished.answer, words);
    rows.push(Vec::new());
    rows.push(header([said.head.as_str()]));
    let repairs = said.repairs.into_iter().map(|(text, _)| text);
    for line in said.lines.into_iter().chain(repairs) {
        rows.push(vec![computed_text(line)]);
    }
    rows
}

/// A number as a number, where that is all that stands in the cell.
fn value(cell: &Cell, is_computed: bool, words: &Wording) -> SheetCell {
    let look = if is_computed { CellLook::Computed } else { CellLook::Plain };
    let number = match cell.part {
        Part::Number(_) | Part::Computed if cell.answer.is_empty() && cell.note.is_empty() => {
            cell.text.replace(',', "").replace('−', "-").parse::<f64>().ok()
        }
        _ => None,
    };
    match number.filter(|number| number.is_finite()) {
        Some(number) => SheetCell::number(Some(number), NumberFormat::Decimals(0, 6)).looking(look),
        None => SheetCell::text(cell.line(words)).looking(look),
    }
}
