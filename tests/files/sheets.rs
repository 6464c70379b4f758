//! Planning sheets in a file: what is written stays as it was, what is wrong is named with its place.

use onstage::blueprint::sheets::{Aim, Amounts, Figure, Purpose, Rule, Sense};
use onstage::blueprint::{Blueprint, Id};
use onstage::storage::{decode, encode};

use super::small;

const SHEETS: &str = r#"sheets: [
    (id: 101, name: "Tables and chairs", purpose: Production, aim: Most, amounts: Whole,
        limits: [(name: "Large", amount: 6), (name: "Small", amount: 8)],
        items: [(name: "Table", worth: 20, uses: [2, 2]), (name: "Chair", worth: 15, uses: [1, 2])]),
    (id: 102, name: "Three of five", purpose: Choice, count: (Exactly, 3),
        limits: [(name: "Assets", sense: AtLeast, amount: 10)],
        items: [(name: "A", worth: "1/3", uses: [3.48]), (name: "B", most: 4, uses: ["-"])],
        rules: [Needs("A", "B"), Excludes("B", "A")]),
    (id: 103, name: "Feed", purpose: Blend, total: (AtLeast, 800),
        limits: [(name: "Protein", sense: AtLeast, amount: "30 %", of_total: true)]),
    (id: 104, name: "Peas", purpose: Transport, from: [("Bellingham", 75)], to: [("Sacramento", 80)],
        cells: [[464, "-"]]),
    (id: 105, name: "Jobs", purpose: Assignment, from: [("Anna")], to: [("Phones")], cells: [[1]]),
]"#;

/// The small blueprint with something added at its end.
fn with(more: &str) -> String {
    let text = encode(&small());
    let end = text.trim_end().rfind(')').unwrap();
    format!("{}{more},\n)", &text[..end])
}

fn read(text: &str) -> Blueprint {
    decode(text).unwrap().blueprint
}

#[test]
fn sheets_are_read_with_their_defaults() {
    let blueprint = read(&with(SHEETS));
    let sheets: Vec<_> = blueprint.sheets().iter().map(|(_, sheet)| sheet).collect();
    assert_eq!(blueprint.sheets()[0].0.number(), 101);
    assert_eq!((sheets[0].amounts, sheets[0].limits[1].sense), (Amounts::Whole, Sense::AtMost));
    assert_eq!((sheets[1].aim, sheets[1].amounts), (Aim::Most, Amounts::YesNo));
    assert_eq!(sheets[1].count, Some((Sense::Exactly, Figure::from("3"))));
    assert_eq!(sheets[1].rules[0], Rule::Needs("A".into(), "B".into()));
    assert!(sheets[1].items[1].uses[0].is_blank() && sheets[1].items[1].worth.is_blank());
    assert_eq!((sheets[2].aim, sheets[2].limits[0].of_total), (Aim::Least, true));
    assert_eq!((sheets[3].purpose, sheets[3].cells[0].len()), (Purpose::Transport, 2));
    assert_eq!((sheets[4].amounts, sheets[4].from[0].amount.is_blank()), (Amounts::Any, true));
}

#[test]
fn numbers_keep_how_they_were_written() {
    let text = encode(&read(&with(SHEETS)));
    for part in [
        r#"(name: "A", worth: "1/3", uses: [3.48]),"#,
        r#"(name: "B", uses: ["-"], most: 4),"#,
        r#"(name: "Protein", sense: AtLeast, amount: "30 %", of_total: true),"#,
        "count: (Exactly, 3),",
        "total: (AtLeast, 800),",
        r#"Needs("A", "B"),"#,
        r#"("Bellingham", 75),"#,
        r#"[464, "-"],"#,
        r#"("Anna"),"#,
    ] {
        assert!(text.contains(part), "{part}\n{text}");
    }
    assert_eq!(encode(&read(&text)), text);
}

#[test]
fn a_number_that_is_none_is_kept() {
    let blueprint = read(&with("sheets: [(id: 101, name: \"x\", items: [(worth: \"much\")])]"));
    assert_eq!(blueprint.sheets()[0].1.items[0].worth.written(), "much");
}

#[test]
fn no_number_of_a_sheet_is_handed_out_again() {
    let mut blueprint = read(&with("sheets: [(name: \"x\"), (id: 901, name: \"y\")]"));
    assert_eq!(blueprint.fresh_id::<onstage::blueprint::SheetId>().number(), 903);
}

#[test]
fn what_is_wrong_is_named_with_its_place() {
    let mistake = |more: &str| {
        let Err(error) = decode(&with(more)) else { return "none".to_owned() };
        format!("{}, {}", error.problem, error.field().unwrap_or("file"))
    };
    let twice = mistake("sheets: [(id: 101, name: \"x\"), (id: 101, name: \"y\")]");
    assert_eq!(twice, "two sheets have the number 101, id");
    assert_eq!(mistake("sheets: [(id: 101)]"), "the sheet 101 has no name, name");
    assert_eq!(mistake("sheets: [(id: -1, name: \"x\")]"), "-1: below zero, id");
    for wrong in [
        "sheets: [(name: \"x\", items: [(worth: true)])]",
        "sheets: [(name: \"x\", rules: [Likes(\"a\", \"b\")])]",
        "sheets: [(name: \"x\", count: 3)]",
    ] {
        let Err(error) = decode(&with(wrong)) else { panic!("{wrong}") };
        assert!(error.position.is_some(), "{wrong}: {error:?}");
    }
}
