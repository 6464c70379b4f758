//! What is wrong, and what to do about it.

use super::cells::header;
use super::{Rows, Shown};
use crate::exchange::{CellLook, SheetCell};

/// The rows of the sheet.
pub fn rows(shown: &Shown<'_>) -> Rows {
    let words = shown.words;
    let headings = ["workbook-severity", "workbook-place", "workbook-problem", "workbook-cure"];
    let mut rows = vec![header(headings.map(|key| words.text(key)))];
    for problem in &shown.analysis.problems {
        let said = words.problem(problem, shown.scenario);
        rows.push(vec![
            SheetCell::text(words.severity(problem.severity())),
            SheetCell::text(words.place(problem.place, shown.scenario)),
            SheetCell::text(said.message).looking(CellLook::Prose),
            SheetCell::text(said.hint).looking(CellLook::Prose),
        ]);
    }
    if shown.analysis.problems.is_empty() {
        rows.push(vec![SheetCell::text(words.text("command-sound"))]);
    }
    rows
}
