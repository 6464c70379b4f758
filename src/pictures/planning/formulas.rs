//! A sheet as it is written on a blackboard.

use crate::blueprint::sheets::{Aim, Amounts, Figure, Limit, Purpose, Rule, Sense, Sheet};
use crate::wording::Wording;

use super::table::symbol;

/// The formulas of a sheet, line by line: what is wanted, under which limits, with which amounts.
#[must_use]
pub fn formulas(sheet: &Sheet, words: &Wording) -> Vec<String> {
    if sheet.purpose.has_ways() { ways(sheet, words) } else { items(sheet, words) }
}

/// The letter of an amount, counted from 1.
fn letter(at: usize) -> String {
    format!("x{}", at + 1)
}

/// A sum of numbers times letters; 0 where there is none.
fn sum(parts: impl Iterator<Item = (String, String)>) -> String {
    let mut text = String::new();
    for (number, letter) in parts {
        let (sign, number) = match number.strip_prefix('-') {
            Some(rest) => ("−", rest.trim().to_owned()),
            None => ("+", number),
        };
        if text.is_empty() {
            if sign == "−" {
                text.push('−');
            }
        } else {
            text.extend([" ", sign, " "]);
        }
        if number != "1" {
            text.push_str(&number);
            text.push(' ');
        }
        text.push_str(&letter);
    }
    if text.is_empty() { "0".to_owned() } else { text }
}

fn is_nothing(figure: &Figure) -> bool {
    figure.is_blank() || figure.number().is_ok_and(|number| number.is_zero())
}

fn aim(sheet: &Sheet, sum: &str) -> String {
    match sheet.aim {
        Aim::Most => format!("max z = {sum}"),
        Aim::Least => format!("min z = {sum}"),
    }
}

fn items(sheet: &Sheet, words: &Wording) -> Vec<String> {
    let seen = || sheet.items.iter().filter(|item| !item.is_hidden).enumerate();
    let worth = sum(seen().filter_map(|(at, item)| {
        let is_there = !is_nothing(&item.worth);
        is_there.then(|| (item.worth.written().to_owned(), letter(at)))
    }));
    let mut lines: Vec<String> =
        seen().map(|(at, item)| words.labelled(&letter(at), &item.name)).collect();
    lines.push(String::new());
    lines.push(aim(sheet, &worth));
    let holds = |limit: &Limit| !limit.is_hidden && !limit.amount.is_blank();
    for (at, limit) in sheet.limits.iter().enumerate().filter(|(_, limit)| holds(limit)) {
        let used = sum(seen().filter_map(|(number, item)| {
            let uses = item.uses.get(at).filter(|uses| !is_nothing(uses))?;
            Some((uses.written().to_owned(), letter(number)))
        }));
        let amount = limit.amount.written();
        let amount = if limit.of_total {
            let all: Vec<String> = seen().map(|(at, _)| letter(at)).collect();
            format!("{amount} × ({})", all.join(" + "))
        } else {
            amount.to_owned()
        };
        let formula = format!("{used} {} {amount}", symbol(limit.sense));
        lines.push(words.labelled(&limit.name, &formula));
    }
    let all = || sum(seen().map(|(at, _)| ("1".to_owned(), letter(at))));
    for (name, bound) in [("planner-total", &sheet.total), ("planner-count", &sheet.count)] {
        let Some((sense, amount)) = bound else { continue };
        let formula = format!("{} {} {}", all(), symbol(*sense), amount.written());
        let name = if name == "planner-total" {
            words.text("planner-total")
        } else {
            words.text("planner-count")
        };
        lines.push(words.labelled(name, &formula));
    }
    for rule in &sheet.rules {
        lines.push(words.labelled(&words.sheet_rule(rule), &of_rule(sheet, rule)));
    }
    for (at, item) in seen() {
        let least = if is_nothing(&item.least) { "0" } else { item.least.written() };
        let mut bound = format!("{} ≥ {least}", letter(at));
        if !item.most.is_blank() {
            bound = format!("{least} ≤ {} ≤ {}", letter(at), item.most.written());
        }
        match item.amounts.unwrap_or(sheet.amounts) {
            Amounts::Any => lines.push(bound),
            Amounts::Whole => lines.push(format!("{bound}, {}", words.text("planner-whole"))),
            Amounts::YesNo => lines.push(format!("{} = 0, 1", letter(at))),
        }
    }
    lines
}

fn of_rule(sheet: &Sheet, rule: &Rule) -> String {
    let name = |name: &str| {
        let at = sheet.items.iter().position(|item| item.name.trim() == name.trim());
        at.map_or_else(|| name.to_owned(), letter)
    };
    match rule {
        Rule::Needs(one, other) => format!("{} ≤ {}", name(one), name(other)),
        Rule::Excludes(one, other) => format!("{} + {} ≤ 1", name(one), name(other)),
    }
}

fn ways(sheet: &Sheet, words: &Wording) -> Vec<String> {
    let is_way = |from: usize, to: usize| {
        let cell = sheet.cells.get(from).and_then(|line| line.get(to));
        cell.filter(|cell| !cell.is_blank()).map(|cell| cell.written().to_owned())
    };
    let letter = |from: usize, to: usize| match sheet.from.len().max(sheet.to.len()) {
        ..10 => format!("x{}{}", from + 1, to + 1),
        _ => format!("x{},{}", from + 1, to + 1),
    };
    let (rows, columns) = (sheet.from.len(), sheet.to.len());
    let cost = sum((0..rows).flat_map(|from| {
        (0..columns).filter_map(move |to| Some((is_way(from, to)?, letter(from, to))))
    }));
    let mut lines = vec![aim(sheet, &cost)];
    let one = || "1".to_owned();
    let is_work = sheet.purpose == Purpose::Assignment;
    let amount = |figure: &Figure| {
        let is_usual = is_work && figure.is_blank();
        if is_usual { "1".to_owned() } else { figure.written().to_owned() }
    };
    for (from, end) in sheet.from.iter().enumerate() {
        let gone = sum((0..columns)
            .filter(|to| is_way(from, *to).is_some())
            .map(|to| (one(), letter(from, to))));
        let formula = format!("{gone} {} {}", symbol(Sense::AtMost), amount(&end.amount));
        lines.push(words.labelled(&end.name, &formula));
    }
    let sense = if is_work { Sense::Exactly } else { Sense::AtLeast };
    for (to, end) in sheet.to.iter().enumerate() {
        let come = sum((0..rows)
            .filter(|from| is_way(*from, to).is_some())
            .map(|from| (one(), letter(from, to))));
        let formula = format!("{come} {} {}", symbol(sense), amount(&end.amount));
        lines.push(words.labelled(&end.name, &formula));
    }
    let whole = match sheet.amounts {
        Amounts::Any => String::new(),
        _ => format!(", {}", words.text("planner-whole")),
    };
    lines.push(format!("x ≥ 0{whole}"));
    lines
}
