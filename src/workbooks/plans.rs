//! Planning sheets as sheets of the workbook: what was written, and what comes out.

use super::cells::{computed, computed_text, header, heading};
use super::{Rows, Shown};
use crate::blueprint::sheets::Sheet;
use crate::exchange::{CellLook, NumberFormat, SheetCell, WorkbookSheet};
use crate::pictures::planning::{
    Cell, Finished, Part, finished, limit_lines, next_line, pool_numbers, verdict,
};
use crate::planning::exact::Number;
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
                _ => value(&finished.sheet, cell, is_computed, words),
            }
        };
        rows.push(row.cells.iter().enumerate().map(cell).collect());
    }
    rows.extend(ways(finished, words));
    rows.extend(limits(finished, words));
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

/// What each way carries, below its costs.
fn ways(finished: &Finished, words: &Wording) -> Rows {
    let (sheet, answer) = (&finished.sheet, &finished.answer);
    if !sheet.purpose.has_ways() || answer.value.is_none() {
        return Rows::new();
    }
    let heads = std::iter::once(words.text("planner-answer"));
    let heads = heads.chain(sheet.to.iter().map(|end| end.name.as_str()));
    let mut rows = vec![Vec::new(), header(heads)];
    for from in &sheet.from {
        let carried = sheet.to.iter().map(|to| {
            let way = answer.ways.iter().find(|way| way.from == from.name && way.to == to.name);
            let amount = way.and_then(|way| way.amount.as_ref());
            computed(amount.map(Number::to_f64), exact())
        });
        rows.push(std::iter::once(SheetCell::text(&from.name)).chain(carried).collect());
    }
    rows
}

/// What is used of each limit, supply or demand, what is left, and what one more brings: each number by itself.
fn limits(finished: &Finished, words: &Wording) -> Rows {
    let (sheet, answer) = (&finished.sheet, &finished.answer);
    if answer.value.is_none() || answer.limits.is_empty() {
        return Rows::new();
    }
    let is_whole = answer.relaxation.is_some();
    let mut heads = vec!["planning-limit", "planning-amount", "planning-used", "planning-left"];
    heads.extend(if is_whole {
        ["planning-with-one-more", "planning-with-one-less"]
    } else {
        ["planning-one-more", "planning-up-to"]
    });
    let mut rows = vec![Vec::new(), header(heads.into_iter().map(|key| words.text(key)))];
    for limit in &answer.limits {
        let shown = |number: Option<&Number>| computed(number.map(Number::to_f64), exact());
        let told = |number: Option<&Number>, none: &'static str| match number {
            Some(number) => shown(Some(number)),
            None => computed_text(words.text(none)),
        };
        let without = |is: bool| if is { "planner-no-plan-then" } else { "planner-not-known" };
        let mut row = vec![SheetCell::text(words.limit_title(limit))];
        row.extend([Some(&limit.amount), limit.used.as_ref(), limit.left.as_ref()].map(shown));
        row.extend(if is_whole {
            [
                told(limit.value_one_more.as_ref(), without(limit.no_plan_one_more)),
                told(limit.value_one_less.as_ref(), without(limit.no_plan_one_less)),
            ]
        } else {
            // How far the price of a share goes is no share.
            let to = limit.to.as_ref().filter(|_| !sheet.is_share(limit.place));
            [told(limit.price_more.as_ref(), "planner-no-plan-then"), shown(to)]
        });
        rows.push(row);
    }
    rows
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
        let name = if place == Place::Count { "planner-count" } else { "planner-total" };
        let mut row = vec![
            SheetCell::text(words.text(name)),
            SheetCell::text(words.sheet_sense(*sense, false)),
            amount,
        ];
        let limit = finished.answer.limits.iter().find(|limit| limit.place == place);
        let used = limit.and_then(|limit| limit.used.as_ref()).map(Number::to_f64);
        row.push(computed(used, exact()));
        row.extend(line.map(|line| computed_text(line.brings)));
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

/// How a share that is written in per cent is shown: with as many places as are written.
fn percent(written: &str) -> Option<NumberFormat> {
    let digits = written.trim().strip_suffix(['%', '％'])?.trim_end();
    let places = digits.split_once('.').map_or(0, |(_, part)| part.len().min(6));
    Some(NumberFormat::Percent(places))
}

/// A number as a number: what else the window writes into its cell stands in tables of its own below.
fn value(sheet: &Sheet, cell: &Cell, is_computed: bool, words: &Wording) -> SheetCell {
    let look = if is_computed { CellLook::Computed } else { CellLook::Plain };
    // What is written as `30 %` or `1/3` is the number that this is.
    if let Part::Number(place) = cell.part
        && let Some(figure) = sheet.figure_at(place)
        && let Ok(number) = figure.number()
        && number.to_f64().is_finite()
    {
        let format = percent(figure.written()).unwrap_or_else(exact);
        return SheetCell::number(Some(number.to_f64()), format).looking(look);
    }
    let number = match cell.part {
        Part::Number(_) | Part::Computed => {
            // What is usual where nothing is written.
            let text = if cell.text.is_empty() { &cell.note } else { &cell.text };
            text.replace(',', "").replace('−', "-").parse::<f64>().ok()
        }
        _ => None,
    };
    match number.filter(|number| number.is_finite()) {
        Some(number) => SheetCell::number(Some(number), exact()).looking(look),
        None => SheetCell::text(cell.line(words)).looking(look),
    }
}
