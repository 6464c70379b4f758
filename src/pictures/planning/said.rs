//! What is said of an answer.

use crate::blueprint::sheets::{Aim, Purpose, Sheet};
use crate::planning::exact::Number;
use crate::planning::mix::PoolAnswer;
use crate::planning::sheet::{Answer, LimitAnswer, Place, Status};
use crate::wording::Wording;

use super::table::signed;

/// How it ended.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict {
    /// Whether there is a best plan.
    pub status: Status,
    /// In a few words.
    pub head: String,
    /// More of it.
    pub lines: Vec<String>,
    /// What would make a plan possible: in words, where it is written, and what.
    pub repairs: Vec<(String, Option<(Place, Number)>)>,
}

/// A limit, and what it does.
#[derive(Clone, Debug, PartialEq)]
pub struct LimitLine {
    /// Where its amount stands.
    pub place: Place,
    /// Its name.
    pub name: String,
    /// `6 of 6`.
    pub used: String,
    /// How much of it is used, 0 to 1.
    pub part: f32,
    /// Whether nothing is left.
    pub is_binding: bool,
    /// What one more brings.
    pub brings: String,
}

/// How a sheet ended, in words.
#[must_use]
pub fn verdict(sheet: &Sheet, answer: &Answer, words: &Wording) -> Verdict {
    let text = |key: &'static str| words.text(key).to_owned();
    let number = |number: &Number| words.exact_number(number);
    let mut lines = Vec::new();
    let mut repairs = Vec::new();
    let head = match answer.status {
        Status::Optimal if is_empty(sheet) => text("planner-nothing-yet"),
        Status::Optimal => match answer.unique {
            Some(true) => text("planner-only-best"),
            Some(false) => {
                lines.push(text("planner-others-lines"));
                text("planner-one-of-many")
            }
            None => text("planner-best"),
        },
        Status::Infeasible => {
            let held: Vec<String> = answer
                .conflict_places
                .iter()
                .map(|place| words.held_at(sheet, &answer.limits, *place))
                .collect();
            lines.extend(words.conflict(&held));
            if !answer.is_conflict_minimal {
                lines.push(text("planning-conflict-stopped"));
            }
            for (repair, limit) in answer.repairs.iter().zip(&answer.limits) {
                let does = match &repair.amount {
                    Some(amount) => {
                        let amount = words.limit_number(sheet, limit, amount);
                        words.with("planning-repair", &[("amount", amount.into())])
                    }
                    None => text("planning-no-repair"),
                };
                let said = words.labelled(words.limit_title(limit), &does);
                repairs.push((said, repair.amount.clone().map(|amount| (repair.place, amount))));
            }
            for repair in answer.repairs.iter().skip(answer.limits.len()) {
                let does = match &repair.amount {
                    Some(amount) => {
                        words.with("planning-repair", &[("amount", number(amount).into())])
                    }
                    None => text("planning-no-repair"),
                };
                let said = words.labelled(&words.place_in_sheet(sheet, repair.place), &does);
                repairs.push((said, repair.amount.clone().map(|amount| (repair.place, amount))));
            }
            text("planning-no-plan")
        }
        Status::Unbounded => {
            lines.extend(ray(sheet, answer, words));
            text("planner-no-end")
        }
        Status::Limit => {
            if let Some(bound) = &answer.bound {
                lines.push(words.with("planner-bound", &[("bound", number(bound).into())]));
            }
            text("planner-stopped")
        }
    };
    lines.extend(without_amount(sheet, words));
    Verdict { status: answer.status, head, lines, repairs }
}

/// Whether there is nothing to plan.
fn is_empty(sheet: &Sheet) -> bool {
    if sheet.purpose.has_ways() {
        return sheet.from.is_empty() || sheet.to.is_empty();
    }
    sheet.items.is_empty()
}

/// That limits without an amount limit nothing.
#[must_use]
pub fn without_amount(sheet: &Sheet, words: &Wording) -> Option<String> {
    if sheet.purpose.has_ways() {
        return None;
    }
    let blank = sheet.limits.iter().filter(|limit| limit.amount.is_blank() && !limit.is_hidden);
    let names: Vec<&str> = blank.map(|limit| limit.name.as_str()).collect();
    let arguments = [("names", words.list(&names, names.len()).into())];
    (!names.is_empty()).then(|| words.with("planning-without-amount", &arguments))
}

/// Items up to which it is written out how a value comes about.
const MOST_ADDED: usize = 4;

/// How the value comes about: `20 × 2 + 15 × 2 = 70`; `None` where that is too long a sum, or none.
#[must_use]
pub fn equation(sheet: &Sheet, answer: &Answer, words: &Wording) -> Option<String> {
    let value = answer.value.as_ref()?;
    let seen = || sheet.items.iter().filter(|item| !item.is_hidden).zip(&answer.items);
    if sheet.purpose.has_ways() || seen().count() > MOST_ADDED || seen().count() == 0 {
        return None;
    }
    let parts = seen().map(|(item, own)| {
        let amount = words.exact_number(own.amount.as_ref()?);
        let worth = if item.worth.is_blank() { "0" } else { item.worth.written() };
        Some(format!("{worth} × {amount}"))
    });
    let parts: Vec<String> = parts.collect::<Option<_>>()?;
    Some(format!("{} = {}", parts.join(" + "), words.exact_number(value)))
}

/// What goes on for ever: each further one of the first, and what goes along with it.
fn ray(sheet: &Sheet, answer: &Answer, words: &Wording) -> Option<String> {
    let (first, rest) = answer.ray.split_first()?;
    let worth = |name: &str| {
        let item = sheet.items.iter().find(|item| item.name == name)?;
        item.worth.number().ok()
    };
    let one = worth(&first.item).unwrap_or_default();
    let value = rest
        .iter()
        .fold(one, |sum, part| &sum + &(&worth(&part.item).unwrap_or_default() * &part.rate));
    let is_cost = sheet.aim == Aim::Least;
    let value = words.exact_number(&if is_cost { -value } else { value });
    let item = first.item.as_str();
    if rest.is_empty() {
        let arguments = [("item", item.into()), ("value", value.into())];
        return Some(match sheet.aim {
            Aim::Most => words.with("planner-ray", &arguments),
            Aim::Least => words.with("planner-ray-saves", &arguments),
        });
    }
    let along: Vec<String> = rest
        .iter()
        .map(|part| format!("{} {}", words.exact_number(&part.rate), part.item))
        .collect();
    let along: Vec<&str> = along.iter().map(String::as_str).collect();
    let along = words.list(&along, along.len());
    let arguments = [("item", item.into()), ("value", value.into()), ("along", along.into())];
    Some(match sheet.aim {
        Aim::Most => words.with("planner-ray-along", &arguments),
        Aim::Least => words.with("planner-ray-along-saves", &arguments),
    })
}

/// The limits, supplies and demands with what they do.
#[must_use]
pub fn limit_lines(sheet: &Sheet, answer: &Answer, words: &Wording) -> Vec<LimitLine> {
    let line = |limit: &LimitAnswer| LimitLine {
        place: limit.place,
        name: words.limit_title(limit).to_owned(),
        used: words.used_of(sheet, limit),
        part: part(limit),
        is_binding: limit.binding == Some(true),
        brings: brings(sheet, answer, limit, words),
    };
    answer.limits.iter().map(line).collect()
}

// A share of a bar on the screen.
#[allow(clippy::cast_possible_truncation)]
fn part(limit: &LimitAnswer) -> f32 {
    let used = limit.used.as_ref().map_or(0.0, Number::to_f64);
    let amount = limit.amount.to_f64();
    let share = if amount.abs() > f64::MIN_POSITIVE { used / amount } else { 1.0 };
    share.clamp(0.0, 1.0) as f32
}

/// What one more of a limit brings, in a sentence; blank where it is not known.
fn brings(sheet: &Sheet, answer: &Answer, limit: &LimitAnswer, words: &Wording) -> String {
    let Some(value) = &answer.value else { return String::new() };
    // What an hour and one more of a pool bring is told of the pools.
    if sheet.purpose == Purpose::ServiceMix {
        return String::new();
    }
    let nothing = || words.text("planner-brings-nothing").to_owned();
    if let Some(more) = &limit.value_one_more {
        let change = more - value;
        if change.is_zero() {
            return nothing();
        }
        let (change, total) = (signed(words, &change), words.exact_number(more));
        let arguments = [("value", change.into()), ("total", total.into())];
        return match sheet.aim {
            Aim::Most => words.with("planner-brings-to", &arguments),
            Aim::Least => words.with("planner-costs-to", &arguments),
        };
    }
    if limit.no_plan_one_more {
        return words.text("planner-more-none").to_owned();
    }
    if answer.relaxation.is_some() || answer.status != Status::Optimal {
        return String::new();
    }
    let Some(slope) = &limit.price_more else {
        return words.text("planner-more-none").to_owned();
    };
    if slope.is_zero() {
        return nothing();
    }
    let value = signed(words, slope);
    if sheet.is_share(limit.place) {
        return words.with("planner-excess", &[("value", value.into())]);
    }
    let Some(to) = &limit.to else {
        let arguments = [("value", value.into())];
        return match sheet.aim {
            Aim::Most => words.with("planner-brings", &arguments),
            Aim::Least => words.with("planner-costs", &arguments),
        };
    };
    let to = words.limit_number(sheet, limit, to);
    let arguments = [("value", value.into()), ("to", to.into())];
    match sheet.aim {
        Aim::Most => words.with("planner-brings-until", &arguments),
        Aim::Least => words.with("planner-costs-until", &arguments),
    }
}

/// Of an optimum: what there is of each item; only of those of which there is some.
#[must_use]
pub fn plan_lines(sheet: &Sheet, answer: &Answer, words: &Wording) -> Vec<(String, String)> {
    let positive = |amount: &Option<Number>| amount.clone().filter(Number::is_positive);
    let kinds = sheet.items.iter().filter(|item| !item.is_hidden);
    let kinds = kinds.map(|item| item.amounts.unwrap_or(sheet.amounts));
    let items = answer.items.iter().zip(kinds).filter_map(|(item, kind)| {
        Some((item.name.clone(), words.item_amount(kind, &positive(&item.amount)?)))
    });
    let ways = answer.ways.iter().filter_map(|way| {
        let name = words.with(
            "planner-way",
            &[("from", way.from.as_str().into()), ("to", way.to.as_str().into())],
        );
        Some((name, words.exact_number(&positive(&way.amount)?)))
    });
    items.chain(ways).collect()
}

/// The plan in a row: `Table 2 and Chair 2`, of what is chosen the names; past `most` of them the rest is counted.
#[must_use]
pub fn plan_in_words(sheet: &Sheet, answer: &Answer, most: usize, words: &Wording) -> String {
    let yes = words.text("planner-yes");
    // Who does a job does it once.
    let is_told =
        |amount: &str| amount != yes && !(sheet.purpose == Purpose::Assignment && amount == "1");
    let parts: Vec<String> = plan_lines(sheet, answer, words)
        .into_iter()
        .map(|(name, amount)| if is_told(&amount) { format!("{name} {amount}") } else { name })
        .collect();
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    if parts.is_empty() {
        return words.text("planner-nothing").to_owned();
    }
    words.list(&parts, most)
}

/// What a pool brings, in words: an hour of it at the margin, one more of it, and that less the wage.
#[must_use]
pub fn pool_numbers(pool: &PoolAnswer, words: &Wording) -> [String; 3] {
    let or_none = |number: &Option<Number>| match number {
        Some(number) => words.exact_number(number),
        None => words.text("planner-no-plan-then").to_owned(),
    };
    let left = match (&pool.less_wage, &pool.one_more_brings) {
        (Some(left), _) => words.exact_number(left),
        (None, Some(_)) => words.text("planner-no-wage").to_owned(),
        (None, None) => or_none(&None),
    };
    [or_none(&pool.price_per_hour), or_none(&pool.one_more_brings), left]
}
