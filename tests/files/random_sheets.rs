//! Random planning sheets, right and wrong ones.

use std::sync::Arc;

use onstage::blueprint::sheets::{
    Aim, Amounts, ClassOf, End, Figure, Item, Limit, Mix, MixClass, Purpose, Rule, Sense, Sheet,
    SortedBy,
};
use onstage::blueprint::{Blueprint, Id, LinkId, ScenarioId, StepId};
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;

use super::judged::one_of;

fn words() -> impl Strategy<Value = String> {
    "[a-z表项\"\\\\\n ]{1,8}x"
}

/// Numbers as people write them, and what is none.
fn figures() -> impl Strategy<Value = Figure> {
    let written = select(vec![
        "",
        "-",
        "0",
        "-0",
        "6",
        "3.48",
        ".53",
        "5.0",
        "1/3",
        "30 %",
        "-2",
        "1e3",
        "1e400",
        "inf",
        "NaN",
        "much",
        "007",
        "12345678901234567890",
        "0.1",
        "−4",
        "\"",
        "1,5",
    ]);
    prop_oneof![
        written.prop_map(Figure::from),
        any::<i32>().prop_map(|value| Figure::from(i64::from(value))),
        (-1e6..1e6).prop_map(Figure::from),
        words().prop_map(Figure::from),
    ]
}

fn ends() -> impl Strategy<Value = Vec<End>> {
    vec((words(), figures()).prop_map(|(name, amount)| End { name, amount }), 0..4)
}

fn sums() -> impl Strategy<Value = Option<(Sense, Figure)>> {
    of((one_of(&Sense::NAMES), figures()))
}

/// What fills a service mix, of things that may be there or not.
fn mixes() -> impl Strategy<Value = Option<Box<Mix>>> {
    let step = || (1_u32..99).prop_map(StepId::from_number);
    let of = prop_oneof![
        (1_u32..99).prop_map(|link| ClassOf::Way(LinkId::from_number(link))),
        step().prop_map(ClassOf::Entry),
    ];
    let class = (of, [figures(), figures(), figures()])
        .prop_map(|(of, [worth, least, most])| MixClass { of, worth, least, most });
    let sorted_by = prop_oneof![step().prop_map(SortedBy::Ways), Just(SortedBy::Entries)];
    let scenario = (1_u32..99).prop_map(ScenarioId::from_number);
    let mix = (scenario, sorted_by, figures(), vec(class, 0..4)).prop_map(
        |(scenario, sorted_by, fill, classes)| Box::new(Mix { scenario, sorted_by, fill, classes }),
    );
    proptest::option::of(mix)
}

fn sheets() -> BoxedStrategy<Sheet> {
    let limit = (words(), one_of(&Sense::NAMES), figures(), any::<bool>());
    let limit = limit.prop_map(|(name, sense, amount, of_total)| Limit {
        of_total,
        ..Limit::new(&name, sense, amount)
    });
    let item = (words(), vec(figures(), 0..4), [figures(), figures(), figures()]);
    let item = (item, of(one_of(&Amounts::NAMES))).prop_map(|((name, uses, numbers), amounts)| {
        let [worth, least, most] = numbers;
        Item { least, most, amounts, ..Item::new(&name, worth, uses) }
    });
    let rule = (any::<bool>(), words(), words());
    let rule =
        rule.prop_map(
            |(needs, one, other)| {
                if needs { Rule::Needs(one, other) } else { Rule::Excludes(one, other) }
            },
        );
    let head = (words(), one_of(&Purpose::NAMES), one_of(&Aim::NAMES), one_of(&Amounts::NAMES));
    let items = (vec(limit, 0..4), vec(item, 0..4), sums(), sums(), vec(rule, 0..3));
    let ways = (ends(), ends(), vec(vec(figures(), 0..4), 0..4));
    (head, items, ways, mixes())
        .prop_map(|((name, purpose, aim, amounts), items, (from, to, cells), mix)| {
            let (limits, items, count, total, rules) = items;
            let name = name.as_str();
            let usual = Sheet::of(name, purpose);
            Sheet {
                aim,
                amounts,
                limits,
                items,
                count,
                total,
                rules,
                from,
                to,
                cells,
                mix,
                ..usual
            }
        })
        .boxed()
}

/// Some sheets.
pub fn planned() -> impl Strategy<Value = Vec<Sheet>> {
    vec(sheets(), 0..3)
}

/// Puts sheets beside the scenarios.
pub fn hang(blueprint: &mut Blueprint, sheets: Vec<Sheet>) {
    let with_id = |sheet| (blueprint.fresh_id(), Arc::new(sheet));
    let sheets = sheets.into_iter().map(with_id).collect();
    blueprint.set_sheets(sheets);
}
