//! What the workbook is of, and what follows changes in it.

use super::cells::{header, heading};
use super::{Rows, Shown};
use crate::exchange::{CellLook, SheetCell, not_held};

/// The rows of the sheet.
pub fn rows(shown: &Shown<'_>, live: bool) -> Rows {
    let words = shown.words;
    let mut rows = vec![header([words.text("workbook-about"), ""])];
    let pair = |name: &str, value: &str| {
        vec![heading(name), SheetCell::text(value).looking(CellLook::Prose)]
    };
    let date = words.date(shown.source.date);
    rows.push(pair(words.text("workbook-blueprint"), shown.source.blueprint.title()));
    rows.push(pair(words.text("workbook-scenario"), shown.scenario.name()));
    rows.push(pair(words.text("workbook-date"), &date));
    let of_whole = if live { "workbook-live-whole" } else { "workbook-not-live" };
    for (name, text) in [
        ("workbook-yellow", "workbook-yellow-meaning"),
        ("workbook-grey", "workbook-grey-meaning"),
        ("workbook-live", of_whole),
        ("workbook-live", "workbook-live-roles"),
        ("workbook-as-of-export", "workbook-as-of-export-meaning"),
        ("workbook-recompute", "workbook-recompute-meaning"),
        ("workbook-back", "workbook-back-meaning"),
    ] {
        rows.push(pair(words.text(name), words.text(text)));
    }
    for (what, names) in not_held(shown.source.blueprint, shown.scenario) {
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let text = words.not_held(what, &words.enumerate(&names));
        rows.push(pair(words.text("workbook-not-held"), &text));
    }
    rows
}
