//! Planning sheets in a file: read, and written.
//!
//! A number is kept as it was written, also one that is none: a sheet says what is wrong with it, at the cell, to
//! who solves it. Limits and items that are hidden are made from a blueprint and are in no file.

mod cells;
mod mix;

use std::collections::BTreeSet;
use std::sync::Arc;

use serde::Deserialize;

use super::at::{At, Fault};
use super::errors::DecodeProblem;
use super::file_values::Written;
use super::lines::Lines;
use super::row::{Row, text};
use super::words::{FileAim, FileAmounts, FilePurpose, FileSense, word};
use crate::blueprint::sheets::{
    Aim, Amounts, End, Figure, Item, Limit, Purpose, Rule, Sense, Sheet,
};
use crate::blueprint::{Id, IdSource, PartsError, SheetId};
use cells::{FileEnd, end_text, figure, figure_text, has_number};

/// A planning sheet.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct FileSheet {
    pub id: Option<f64>,
    pub name: String,
    pub purpose: Option<FilePurpose>,
    pub aim: Option<FileAim>,
    pub amounts: Option<FileAmounts>,
    pub count: Option<(FileSense, Written)>,
    pub total: Option<(FileSense, Written)>,
    pub limits: Vec<FileLimit>,
    pub items: Vec<FileItem>,
    pub rules: Vec<FileRule>,
    pub from: Vec<FileEnd>,
    pub to: Vec<FileEnd>,
    pub cells: Vec<Vec<Written>>,
    pub link: Option<FileMix>,
    pub fill: Option<Written>,
    pub classes: Vec<FileClass>,
}

/// What fills a service mix.
#[derive(Deserialize)]
pub struct FileMix {
    pub scenario: f64,
    pub classes: FileSortedBy,
}

#[derive(Deserialize)]
pub enum FileSortedBy {
    Ways(f64),
    Entries,
}

/// A class of a service mix: that of a link, or of a step.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct FileClass {
    pub link: Option<f64>,
    pub step: Option<f64>,
    pub worth: Option<Written>,
    pub least: Option<Written>,
    pub most: Option<Written>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct FileLimit {
    pub name: String,
    pub sense: Option<FileSense>,
    pub amount: Option<Written>,
    pub of_total: bool,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub struct FileItem {
    pub name: String,
    pub worth: Option<Written>,
    pub uses: Vec<Written>,
    pub least: Option<Written>,
    pub most: Option<Written>,
    pub amounts: Option<FileAmounts>,
}

#[derive(Deserialize)]
pub enum FileRule {
    Needs(String, String),
    Excludes(String, String),
}

/// Amounts of a sheet that does not say which.
fn usual_amounts(purpose: Purpose) -> Amounts {
    if purpose == Purpose::Choice { Amounts::YesNo } else { Amounts::Any }
}

/// Reads what a file says.
///
/// # Errors
/// The first sheet without a name or with the number of another.
pub fn read(
    at: &At<'_>,
    files: &[FileSheet],
    ids: &mut IdSource,
) -> Result<Vec<(SheetId, Arc<Sheet>)>, Fault> {
    let mut seen = BTreeSet::new();
    let mut sheets = Vec::with_capacity(files.len());
    for (index, file) in files.iter().enumerate() {
        let at = at.row("sheets", index);
        let id: SheetId = at.own_number(file.id, ids)?;
        let number = id.number();
        if !seen.insert(number) {
            let twice = PartsError::DuplicateId { sort: "sheets", number };
            return Err(at.field("id").fault(DecodeProblem::Parts(twice)));
        }
        if file.name.trim().is_empty() {
            let nameless = PartsError::Nameless { sort: "sheet", number };
            return Err(at.field("name").fault(DecodeProblem::Parts(nameless)));
        }
        let mix = mix::read(file, &at)?;
        sheets.push((id, Arc::new(Sheet { mix, ..sheet(&at, file) })));
    }
    Ok(sheets)
}

fn sheet(at: &At<'_>, file: &FileSheet) -> Sheet {
    let purpose = at.field("purpose").word(file.purpose).unwrap_or_default();
    let usual = Sheet::of(&file.name, purpose);
    let sum = |name, sum: &Option<(FileSense, Written)>| {
        let (sense, amount) = sum.as_ref()?;
        Some((at.field(name).word(Some(*sense))?, figure(Some(amount))))
    };
    Sheet {
        aim: at.field("aim").word(file.aim).unwrap_or(usual.aim),
        amounts: at.field("amounts").word(file.amounts).unwrap_or_else(|| usual_amounts(purpose)),
        limits: file
            .limits
            .iter()
            .enumerate()
            .map(|(index, it)| limit(&at.row("limits", index), it))
            .collect(),
        items: file
            .items
            .iter()
            .enumerate()
            .map(|(index, it)| item(&at.row("items", index), it))
            .collect(),
        count: sum("count", &file.count),
        total: sum("total", &file.total),
        rules: file.rules.iter().map(rule).collect(),
        from: file.from.iter().map(End::from).collect(),
        to: file.to.iter().map(End::from).collect(),
        cells: file.cells.iter().map(|line| figures(line)).collect(),
        ..usual
    }
}

fn figures(line: &[Written]) -> Vec<Figure> {
    line.iter().map(|written| figure(Some(written))).collect()
}

fn limit(at: &At<'_>, file: &FileLimit) -> Limit {
    let sense = at.field("sense").word(file.sense);
    // Without knowing which way it holds, its amount says nothing.
    let is_known = sense.is_some() || file.sense.is_none();
    let amount = figure(file.amount.as_ref().filter(|_| is_known));
    let limit = Limit::new(&file.name, sense.unwrap_or_default(), amount);
    Limit { of_total: file.of_total, ..limit }
}

fn item(at: &At<'_>, file: &FileItem) -> Item {
    Item {
        name: file.name.clone(),
        worth: figure(file.worth.as_ref()),
        uses: figures(&file.uses),
        least: figure(file.least.as_ref()),
        most: figure(file.most.as_ref()),
        amounts: at.field("amounts").word(file.amounts),
        is_hidden: false,
    }
}

fn rule(file: &FileRule) -> Rule {
    match file {
        FileRule::Needs(one, other) => Rule::Needs(one.clone(), other.clone()),
        FileRule::Excludes(one, other) => Rule::Excludes(one.clone(), other.clone()),
    }
}

/// Planning sheets as lines: a limit, an item, a row of ways on one each.
pub fn write(out: &mut Lines, sheets: &[(SheetId, Arc<Sheet>)]) {
    if sheets.is_empty() {
        return;
    }
    out.open("sheets: [");
    for (id, sheet) in sheets {
        write_sheet(out, *id, sheet);
    }
    out.close("],");
}

fn write_sheet(out: &mut Lines, id: SheetId, sheet: &Sheet) {
    let sum = |sum: &Option<(Sense, Figure)>| {
        let (sense, amount) = sum.as_ref()?;
        Some(format!("({}, {})", word(&Sense::NAMES, *sense)?, figure_text(amount)))
    };
    let amounts = Some(sheet.amounts).filter(|own| *own != usual_amounts(sheet.purpose));
    let head = Row::of(id)
        .text("name", &sheet.name)
        .some("purpose", word(&Purpose::NAMES, sheet.purpose))
        .some("aim", word(&Aim::NAMES, sheet.aim))
        .some("amounts", amounts.and_then(|own| word(&Amounts::NAMES, own)))
        .some("count", sum(&sheet.count))
        .some("total", sum(&sheet.total));
    out.open("(");
    for field in head.fields {
        out.ended_line(&field, ",");
    }
    let limits = sheet.limits.iter().filter(|limit| !limit.is_hidden);
    rows(out, "limits", limits.map(|limit| limit_row(limit).on_one_line()));
    let items = sheet.items.iter().filter(|item| !item.is_hidden);
    rows(out, "items", items.map(|item| item_row(item).on_one_line()));
    rows(out, "rules", sheet.rules.iter().map(rule_text));
    rows(out, "from", sheet.from.iter().map(end_text));
    rows(out, "to", sheet.to.iter().map(end_text));
    rows(out, "cells", sheet.cells.iter().map(|line| line_text(line)));
    mix::write(out, sheet);
    out.close("),");
}

fn rows(out: &mut Lines, field: &str, rows: impl Iterator<Item = String>) {
    let mut rows = rows.peekable();
    if rows.peek().is_some() {
        out.open(&format!("{field}: ["));
        for row in rows {
            out.ended_line(&row, ",");
        }
        out.close("],");
    }
}

fn limit_row(limit: &Limit) -> Row {
    let sense = Some(limit.sense).filter(|own| *own != Sense::default());
    Row::default()
        .text("name", &limit.name)
        .some("sense", sense.and_then(|own| word(&Sense::NAMES, own)))
        .some("amount", has_number(&limit.amount))
        .flag("of_total", limit.of_total)
}

fn item_row(item: &Item) -> Row {
    Row::default()
        .text("name", &item.name)
        .some("worth", has_number(&item.worth))
        .list("uses", item.uses.iter().map(figure_text))
        .some("least", has_number(&item.least))
        .some("most", has_number(&item.most))
        .some("amounts", item.amounts.and_then(|own| word(&Amounts::NAMES, own)))
}

fn rule_text(rule: &Rule) -> String {
    let (word, one, other) = match rule {
        Rule::Needs(one, other) => ("Needs", one, other),
        Rule::Excludes(one, other) => ("Excludes", one, other),
    };
    format!("{word}({}, {})", text(one), text(other))
}

fn line_text(line: &[Figure]) -> String {
    let cells: Vec<String> = line.iter().map(figure_text).collect();
    format!("[{}]", cells.join(", "))
}
