//! The answers of planning sheets, a sentence each, for who has to decide.

use std::cell::Cell;

use super::ReportSource;
use crate::blueprint::sheets::{Aim, Purpose, Sheet};
use crate::pictures::planning::{finished_mix, plan_in_words, verdict};
use crate::planning::sheet::{Answer, plan_unless};
use crate::wording::Wording;

/// Sheets that are told of; the rest is counted.
const MOST_SHEETS: usize = 4;
/// Parts of a plan that are named; the rest is counted.
const MOST_PARTS: usize = 4;
/// How often a search asks whether to go on: the page is there at once, and a hard sheet is seen in its tab.
const MOST_ASKING: u32 = 400;
/// Cells of a sheet that is told of.
const MOST_CELLS: usize = 2_500;

/// A sentence for each sheet.
pub(super) fn plan_sentences(source: &ReportSource<'_>) -> Vec<String> {
    let words = source.shown.words;
    let sheets = source.blueprint.sheets();
    let mut said: Vec<String> = sheets
        .iter()
        .take(MOST_SHEETS)
        .filter_map(|(_, sheet)| {
            if sheet.purpose == Purpose::ServiceMix {
                return match finished_mix(source.blueprint, sheet, words) {
                    Ok((sheet, mix)) => Some(sentence(&sheet, &mix.answer, words)),
                    Err(_) => Some(faulty(sheet, words)),
                };
            }
            let cells = sheet.items.len() * sheet.limits.len() + sheet.from.len() * sheet.to.len();
            let asked = Cell::new(0_u32);
            let stopped = || {
                asked.set(asked.get() + 1);
                asked.get() > MOST_ASKING
            };
            if cells > MOST_CELLS {
                return None;
            }
            match plan_unless(sheet, &stopped) {
                Ok(Some(answer)) => Some(sentence(sheet, &answer, words)),
                Ok(None) => None,
                Err(_) => Some(faulty(sheet, words)),
            }
        })
        .collect();
    let more = sheets.len().saturating_sub(MOST_SHEETS);
    if more > 0 {
        said.push(words.with("planning-said-more", &[("count", more.into())]));
    }
    said
}

fn name<'a>(sheet: &'a Sheet, words: &'a Wording) -> &'a str {
    match sheet.name.trim() {
        "" => words.text("planner-unnamed"),
        name => name,
    }
}

fn faulty(sheet: &Sheet, words: &Wording) -> String {
    words.with("planning-said-faults", &[("sheet", name(sheet, words).into())])
}

fn sentence(sheet: &Sheet, answer: &Answer, words: &Wording) -> String {
    let has_parts = !sheet.items.is_empty() || !answer.ways.is_empty();
    let sheet_name = name(sheet, words);
    let Some(value) = answer.value.as_ref().filter(|_| has_parts) else {
        let said = verdict(sheet, answer, words).head;
        let arguments = [("sheet", sheet_name.into()), ("said", said.into())];
        return words.with("planning-said-other", &arguments);
    };
    let arguments = [
        ("sheet", sheet_name.into()),
        ("plan", plan_in_words(sheet, answer, MOST_PARTS, words).into()),
        ("value", words.exact_number(value).into()),
    ];
    match sheet.aim {
        Aim::Most => words.with("planning-said-most", &arguments),
        Aim::Least => words.with("planning-said-least", &arguments),
    }
}
