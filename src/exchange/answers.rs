//! Columns that say where customers go by the answer to a question: `If yes` beside `If no`.

use std::collections::HashSet;

use super::columns::StepColumn;
use super::fixed_words::{END, NOTHING, is_word};
use super::headings::{plain, words};
use super::plan::{Plan, Told};
use super::raw::RawTable;

/// The answer that a heading names: yes or no, and whether it says nothing else.
fn answer(heading: &str) -> Option<(bool, bool)> {
    const BESIDE: [&str; 12] =
        ["if", "when", "next", "step", "go", "goto", "to", "on", "then", "answer", "case", "in"];
    let mut text = plain(heading);
    for word in ["下一步", "如果", "如", "若", "则"] {
        text = text.replace(word, "");
    }
    let bare = text == plain(heading);
    match text.as_str() {
        "是" => return Some((true, bare)),
        "否" => return Some((false, bare)),
        _ => {}
    }
    let words = words(heading);
    let said: Vec<&str> = words.iter().map(String::as_str).filter(|w| !w.is_empty()).collect();
    let beside = |word: &&&str| BESIDE.contains(*word);
    // "Step no" numbers the steps.
    let leads = said.iter().any(|word| ["if", "when", "next", "go", "goto"].contains(word));
    let mut others = said.iter().filter(|word| !beside(word));
    let yes = match (others.next().copied(), others.next()) {
        (Some("yes"), None) => true,
        (Some("no"), None) => false,
        _ => return None,
    };
    (said.len() == 1 || leads).then_some((yes, said.len() == 1))
}

/// Whether a heading says what follows the answer "no", so that it numbers nothing.
pub fn is_way_of_no(heading: &str) -> bool {
    answer(heading).is_some_and(|(yes, bare)| !yes && !bare)
}

/// Whether a heading says what follows an answer, whatever stands below it.
pub fn names_an_answer(heading: &str) -> bool {
    answer(heading).is_some()
}

/// The one column for "yes" and the one for "no".
fn pair(plan: &Plan<StepColumn>) -> Option<(usize, usize)> {
    let only = |wanted: bool| {
        let answers = plan.columns.iter().map(|column| answer(&column.heading));
        let mut at = answers.enumerate().filter(|(_, said)| said.is_some_and(|s| s.0 == wanted));
        at.next().map(|(at, _)| at).filter(|_| at.next().is_none())
    };
    Some((only(true)?, only(false)?))
}

/// Takes a column for "yes" and one for "no" for next steps where steps stand in them, and for
/// nothing else.
pub fn take_answers(plan: &mut Plan<StepColumn>, table: &RawTable, from: usize) {
    let Some((yes, no)) = pair(plan) else { return };
    let step = plan.place(StepColumn::Step).filter(|at| *at != yes && *at != no);
    let names: HashSet<String> =
        step.into_iter().flat_map(|at| table.column(at, from)).map(plain).collect();
    let is_way = |cell: &str| {
        let number = !cell.is_empty() && cell.chars().all(char::is_numeric);
        number || names.contains(&plain(cell)) || is_word(cell, END)
    };
    let lead = [yes, no].iter().all(|at| {
        let mut cells = table.column(*at, from).filter(|cell| !is_word(cell, NOTHING)).peekable();
        cells.peek().is_some() && cells.any(is_way)
    });
    let heading = |at: usize| plan.columns.get(at).map_or("", |column| column.heading.as_str());
    let is_bare = [yes, no].iter().any(|at| answer(heading(*at)).is_some_and(|said| said.1));
    let counts = table.column(no, from).all(|cell| cell.chars().all(char::is_numeric));
    if is_bare && (!lead || counts) {
        // "No" may number the rows.
        return;
    }
    for at in [yes, no] {
        if let Some(column) = plan.columns.get_mut(at) {
            column.column = None;
            column.told = if lead { Told::ByPart } else { Told::ByContent };
        }
    }
    let free = plan.place(StepColumn::Next).is_none();
    if let Some(column) = plan.columns.get_mut(yes).filter(|_| lead && free) {
        column.column = Some(StepColumn::Next);
    }
}

/// The columns for "yes" and "no" that say next steps, unless a person takes them otherwise.
pub fn answers(plan: &Plan<StepColumn>) -> Option<(usize, usize)> {
    let (yes, no) = pair(plan)?;
    let (of_yes, of_no) = (plan.columns.get(yes)?, plan.columns.get(no)?);
    let taken = of_yes.column.is_none_or(|column| column == StepColumn::Next)
        && of_yes.told == Told::ByPart
        && of_no.column.is_none()
        && of_no.told == Told::ByPart
        && plan.place(StepColumn::Next).is_some();
    taken.then_some((yes, no))
}

/// What a cell of next steps says with both answers; `None` where neither says anything.
pub fn ways(yes: &str, no: &str) -> Option<String> {
    let said = |text: &str| !text.is_empty() && !is_word(text, NOTHING);
    (said(yes) || said(no)).then(|| {
        let shown = |text: &str| if said(text) { text.to_owned() } else { String::new() };
        format!("yes: {}; no: {}", shown(yes), shown(no))
    })
}
