//! What a new sheet begins with: a small example of its template, to be typed over.

use crate::blueprint::sheets::{End, Figure, Item, Limit, Purpose, Sense, Sheet};
use crate::wording::Wording;

/// A small sheet of a template.
pub(super) fn starter(name: &str, purpose: Purpose, words: &Wording) -> Sheet {
    let item = |number: usize| words.with("planner-new-item", &[("number", number.into())]);
    let limit = |number: usize| words.with("planner-new-limit", &[("number", number.into())]);
    let sheet = Sheet::of(name, purpose);
    let items = |rows: &[(i64, &[i64])]| -> Vec<Item> {
        let each = rows.iter().enumerate();
        each.map(|(at, (worth, uses))| Item::new(&item(at + 1), *worth, uses.iter().copied()))
            .collect()
    };
    let limits = |rows: &[(Sense, i64)]| -> Vec<Limit> {
        let each = rows.iter().enumerate();
        each.map(|(at, (sense, amount))| Limit::new(&limit(at + 1), *sense, *amount)).collect()
    };
    match purpose {
        Purpose::Production => Sheet {
            items: items(&[(20, &[2, 2]), (15, &[1, 2])]),
            limits: limits(&[(Sense::AtMost, 6), (Sense::AtMost, 8)]),
            ..sheet
        },
        Purpose::Blend => Sheet {
            items: items(&[(3, &[1, 2]), (5, &[3, 1])]),
            limits: limits(&[(Sense::AtLeast, 12), (Sense::AtLeast, 9)]),
            ..sheet
        },
        Purpose::Knapsack => Sheet {
            items: items(&[(60, &[10]), (100, &[20]), (120, &[30])])
                .into_iter()
                .map(|item| item.at_most(1_i64))
                .collect(),
            limits: limits(&[(Sense::AtMost, 50)]),
            ..sheet
        },
        Purpose::Choice => Sheet {
            items: items(&[(16, &[5]), (22, &[7]), (12, &[4]), (8, &[3])]),
            limits: limits(&[(Sense::AtMost, 14)]),
            count: Some((Sense::AtMost, Figure::from(3_i64))),
            ..sheet
        },
        Purpose::Transport => Sheet {
            from: ends(words, true, &[30, 40]),
            to: ends(words, false, &[25, 35]),
            cells: cells(&[&[4, 6], &[5, 3]]),
            ..sheet
        },
        // The blueprint fills it.
        Purpose::ServiceMix => sheet,
        Purpose::Assignment => Sheet {
            from: blank_ends(words, true, 3),
            to: blank_ends(words, false, 3),
            cells: cells(&[&[4, 6, 5], &[5, 3, 7], &[6, 4, 2]]),
            ..sheet
        },
    }
}

fn end_name(words: &Wording, is_from: bool, number: usize) -> String {
    let arguments = [("number", number.into())];
    if is_from {
        words.with("planner-new-from", &arguments)
    } else {
        words.with("planner-new-to", &arguments)
    }
}

fn ends(words: &Wording, is_from: bool, amounts: &[i64]) -> Vec<End> {
    let each = amounts.iter().enumerate();
    each.map(|(at, amount)| End::new(&end_name(words, is_from, at + 1), *amount)).collect()
}

fn blank_ends(words: &Wording, is_from: bool, count: usize) -> Vec<End> {
    (1..=count).map(|at| End::new(&end_name(words, is_from, at), "")).collect()
}

fn cells(rows: &[&[i64]]) -> Vec<Vec<Figure>> {
    rows.iter().map(|row| row.iter().copied().map(Figure::from).collect()).collect()
}
