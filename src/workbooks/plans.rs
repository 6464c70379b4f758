//! Planning sheets as sheets of the workbook: what was written, and what comes out.

use super::cells::{computed, computed_text, header, heading};
use super::{Rows, Shown};
use crate::exchange::{CellLook, NumberFormat, SheetCell, WorkbookSheet};
use crate::pictures::planning::{
    Cell, Finished, Part, finished, limit_lines, next_line, pool_numbers, verdict,
};
use crate::planning::mix::MixAnswer;
use crate::planning::sheet::Place;
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
    rows.extend(wholes(finished, words));
    let said = verdict(&finished.sheet, &finished.answer, words);
    rows.push(Vec::new());
    rows.push(header([said.head.as_str()]));
    let repairs = said.repairs.into_iter().map(|(text, _)| text);
    let next = next_line(&finished.sheet, &finished.beyond, words);
    for line in said.lines.into_iter().chain(next).chain(repairs) {
        rows.push(vec![computed_text(line)]);
    }
    if let Some(relaxation) = &finished.answer.relaxation {
        rows.push(vec![
            computed_text(words.text("planner-if-parts")),
            computed(Some(relaxation.to_f64()), exact()),
        ]);
    }
    if let Some(mix) = &finished.mix {
        rows.extend(of_mix(mix, words));
    }
    rows
}

/// Six places, as the window shows.
fn exact() -> NumberFormat {
    NumberFormat::Decimals(0, 6)
}

/// What holds for all items together: how many are chosen, what all sum up to, rules.
fn wholes(finished: &Finished, words: &Wording) -> Rows {
    let sheet = &finished.sheet;
    let mut rows = Rows::new();
    for (own, place) in [(&sheet.count, Place::Count), (&sheet.total, Place::Total)] {
        let Some((sense, figure)) = own else { continue };
        let lines = limit_lines(sheet, &finished.answer, words);
        let line = lines.into_iter().find(|line| line.place == place);
        let amount = match figure.number() {
            Ok(number) => SheetCell::number(Some(number.to_f64()), exact()),
            Err(_) => SheetCell::text(figure.written()),
        };
        let mut row = vec![
            SheetCell::text(words.place_in_sheet(sheet, place)),
            SheetCell::text(words.sheet_sense(*sense, false)),
            amount,
        ];
        row.extend(line.into_iter().flat_map(|line| [line.used, line.brings]).map(computed_text));
        rows.push(row);
    }
    rows.extend(sheet.rules.iter().map(|rule| vec![SheetCell::text(words.sheet_rule(rule))]));
    if !rows.is_empty() {
        let heads = ["planning-limit", "planner-holds", "planning-amount", "planning-used"];
        let heads = heads.into_iter().chain(["planner-one-more"]).map(|key| words.text(key));
        rows.insert(0, header(heads));
        rows.insert(0, Vec::new());
    }
    rows
}

/// What one more of each pool brings, less the wage; who does what several can; today's shares.
fn of_mix(mix: &MixAnswer, words: &Wording) -> Rows {
    let heads = [
        "planning-column-pool",
        "planning-column-hour",
        "planning-column-one-more",
        "planning-column-less-wage",
    ];
    let mut rows = vec![Vec::new(), header(heads.map(|key| words.text(key)))];
    for pool in &mix.pools {
        let numbers = [&pool.price_per_hour, &pool.one_more_brings, &pool.less_wage];
        let cells = numbers.into_iter().zip(pool_numbers(pool, words));
        let cells = cells.map(|(number, text)| match number {
            Some(number) => computed(Some(number.to_f64()), exact()),
            None => computed_text(text),
        });
        rows.push(std::iter::once(SheetCell::text(&pool.name)).chain(cells).collect());
    }
    let shared = mix.shared.iter().map(|work| {
        let arguments = [
            ("class", work.class.as_str().into()),
            ("minutes", words.exact_number(&work.minutes).into()),
        ];
        words.labelled(&work.pool, &words.with("planner-mix-does", &arguments))
    });
    let today = mix.today.as_ref().map(|today| {
        let arguments = [
            ("rate", words.number(today.per_hour).into()),
            ("value", words.number(today.worth).into()),
        ];
        words.with("planning-mix-today", &arguments)
    });
    let bound = mix.is_at_most.then(|| words.text("planning-mix-at-most").to_owned());
    rows.extend(shared.chain(today).chain(bound).map(|line| vec![computed_text(line)]));
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
