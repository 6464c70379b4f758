//! What is said of what would be if a number were another, and of the next best plan.

use std::cmp::Ordering;

use crate::blueprint::sheets::{Aim, Amounts, Sense, Sheet};
use crate::planning::exact::Number;
use crate::planning::sheet::{Answer, Beyond, Place, WhatIf};
use crate::wording::Wording;

use super::said::plan_in_words;
use super::table::signed;

/// Items whose amounts are told at most.
const MOST_TOLD: usize = 3;

/// What would be if a number were another.
#[derive(Clone, Debug, PartialEq)]
pub struct WhatIfLine {
    /// Where the number stands, and what it would be.
    pub change: (Place, Number),
    /// Which number, and what it would be.
    pub title: String,
    /// `70 → 75`.
    pub value: String,
    /// What is otherwise then.
    pub note: String,
    /// Whether that is better than now, the same, or worse.
    pub better: Ordering,
}

/// What would be if a number were another, one by one.
#[must_use]
pub fn what_if_lines(
    sheet: &Sheet,
    answer: &Answer,
    beyond: &Beyond,
    words: &Wording,
) -> Vec<WhatIfLine> {
    let Some(value) = &answer.value else { return Vec::new() };
    let line = |it: &WhatIf| {
        let then = it.answer.value.as_ref()?;
        let better = match sheet.aim {
            Aim::Most => then.cmp(value),
            Aim::Least => value.cmp(then),
        };
        Some(WhatIfLine {
            change: (it.place, it.to.clone()),
            title: title(sheet, it, words),
            value: format!("{} → {}", short(value, words), short(then, words)),
            note: note(sheet, (answer, value), it, words),
            better,
        })
    };
    beyond.what_ifs.iter().filter_map(line).collect()
}

/// A number as short as on a card: to two places, or four where it is small.
fn short(number: &Number, words: &Wording) -> String {
    let places = if number.abs() < Number::one() { 4 } else { 2 };
    let rounded = number.to_decimal(places).parse::<Number>();
    words.exact_number(rounded.as_ref().unwrap_or(number))
}

fn title(sheet: &Sheet, it: &WhatIf, words: &Wording) -> String {
    let number = |number: &Number| words.exact_number(number);
    if let Place::LimitAmount(at) = it.place
        && let Some(limit) = sheet.limits.get(at).filter(|limit| limit.sense == Sense::AtMost)
    {
        let name = [("name", limit.name.as_str().into())];
        let more = &it.to - &it.from;
        if more == Number::one() {
            return words.with("planner-if-one-more", &name);
        }
        if more == Number::whole(2) {
            return words.with("planner-if-two-more", &name);
        }
    }
    let (to, from) = (number(&it.to), number(&it.from));
    let (name, key) = match (it.place, sheet.aim) {
        (Place::Worth(at), aim) => {
            let name = sheet.items.get(at).map(|item| item.name.clone()).unwrap_or_default();
            let key = match aim {
                Aim::Most => "planner-if-brings",
                Aim::Least => "planner-if-costs",
            };
            (name, key)
        }
        (place, _) => (place_title(sheet, place, words), "planner-if-number"),
    };
    words.with(key, &[("name", name.into()), ("to", to.into()), ("from", from.into())])
}

/// Which number it is, at the beginning of a title: of what has a name that name.
fn place_title(sheet: &Sheet, place: Place, words: &Wording) -> String {
    let name = match place {
        Place::LimitAmount(at) => sheet.limits.get(at).map(|limit| limit.name.as_str()),
        Place::Supply(at) => sheet.from.get(at).map(|end| end.name.as_str()),
        Place::Demand(at) => sheet.to.get(at).map(|end| end.name.as_str()),
        Place::Count => Some(words.text("planner-count")),
        Place::Total => Some(words.text("planner-total")),
        _ => None,
    };
    let name = name.filter(|name| !name.trim().is_empty());
    name.map_or_else(|| words.place_in_sheet(sheet, place), str::to_owned)
}

/// Whose amounts are otherwise.
fn note(
    sheet: &Sheet,
    (answer, value): (&Answer, &Number),
    it: &WhatIf,
    words: &Wording,
) -> String {
    if let Some(two) = &it.value_two_more {
        let brings = signed(words, &(two - value));
        return words.with("planner-if-two-bring", &[("value", brings.into())]);
    }
    let kinds = sheet.items.iter().filter(|item| !item.is_hidden);
    let kinds = kinds.map(|item| item.amounts.unwrap_or(sheet.amounts));
    let items = answer.items.iter().zip(&it.answer.items).zip(kinds);
    let items = items.filter_map(|((was, is), kind)| {
        let (was_so, is_so) = (was.amount.as_ref()?, is.amount.as_ref()?);
        let show = |number: &Number| match kind {
            Amounts::YesNo => words.item_amount(kind, number),
            _ => short(number, words),
        };
        (was_so != is_so).then(|| format!("{} {} → {}", was.name, show(was_so), show(is_so)))
    });
    let ways = answer.ways.iter().zip(&it.answer.ways).filter_map(|(was, is)| {
        let (was_so, is_so) = (was.amount.as_ref()?, is.amount.as_ref()?);
        let name = [("from", was.from.as_str().into()), ("to", was.to.as_str().into())];
        let name = words.with("planner-way", &name);
        let show = |number: &Number| short(number, words);
        (was_so != is_so).then(|| format!("{name} {} → {}", show(was_so), show(is_so)))
    });
    let changes: Vec<String> = items.chain(ways).collect();
    if changes.is_empty() {
        return words.text("planner-if-plan-stays").to_owned();
    }
    let changes: Vec<&str> = changes.iter().map(String::as_str).collect();
    words.list(&changes, MOST_TOLD)
}

/// The next best plan in a line.
#[must_use]
pub fn next_line(sheet: &Sheet, beyond: &Beyond, words: &Wording) -> Option<String> {
    let next = beyond.next.as_ref()?;
    let plan = plan_in_words(sheet, next, 2 * MOST_TOLD, words);
    let value = words.exact_number(next.value.as_ref()?);
    Some(words.with("planner-next-best", &[("plan", plan.into()), ("value", value.into())]))
}
