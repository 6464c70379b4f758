//! Steps made one after the other by keys: they stand in one row, and their links are straight.

use egui::{Key, Modifiers, Vec2};
use onstage::blueprint::Zone;

use crate::context::Person;

/// A sheet whose frontstage lane holds cards at two heights that differ by little, with room for a
/// chain left of them.
fn at_uneven_rows() -> Person {
    Person::at_text(
        r#"(version: 1, next_id: 20, scenarios: [(id: 1, name: "As-is",
            lanes: [(id: 2, zone: Customer), (id: 3, zone: Frontstage)],
            phases: [(id: 4, name: "", width: 1400)],
            steps: [
                (id: 5, name: "Far", lane: 3, phase: 4, at: (700, 78)),
                (id: 6, name: "Near", lane: 3, phase: 4, at: (560, 88)),
                (id: 7, name: "Early", lane: 3, phase: 4, at: (80, 78)),
            ])])"#,
    )
    .open()
}

/// Begins a chain with the pointer at a point of the sheet and nothing selected.
fn chain(person: &mut Person, names: &[&str], at: egui::Pos2) {
    person.point_at(at);
    person.press(Modifiers::NONE, Key::Escape);
    for name in names {
        person.press(Modifiers::NONE, Key::N);
        person.type_text(name);
        person.press(Modifiers::NONE, Key::Tab);
    }
}

/// Cards stand in one row, from left to right.
fn assert_in_a_row(person: &Person, names: &[&str]) {
    let cards: Vec<_> =
        names.iter().map(|name| (person.card(name), person.of(name).lane)).collect();
    for (pair, lane) in
        cards.windows(2).map(|pair| ([pair[0].0, pair[1].0], [pair[0].1, pair[1].1]))
    {
        assert_eq!(lane[0], lane[1]);
        assert!((pair[0].y - pair[1].y).abs() < 0.1, "{names:?}: {cards:?}");
        assert!(pair[0].x < pair[1].x, "{names:?}: {cards:?}");
    }
}

#[test]
fn a_chain_that_is_begun_anywhere_stands_in_one_row() {
    let names = ["One", "Two", "Three"];
    for x in [60, 200, 330, 420, 630] {
        for beside in [-20.0, 0.0, 20.0] {
            let mut person = at_uneven_rows();
            let at = person.point_in(Zone::Frontstage, x) + Vec2::new(0.0, beside);
            chain(&mut person, &names, at);
            assert_in_a_row(&person, &names);
            person.assert_apart();
            assert_eq!(person.flows(), ["One > Two", "Two > Three"]);
        }
    }
}

#[test]
fn a_chain_among_the_cards_of_a_sheet_pushes_them_on() {
    let mut person = Person::at("general-service").open();
    let at = person.point_in(Zone::Frontstage, 400);
    chain(&mut person, &["One", "Two"], at);
    assert_in_a_row(&person, &["One", "Two"]);
    person.assert_apart();
    // A second way on comes below the first.
    person.click_card("One");
    person.press(Modifiers::NONE, Key::N);
    person.enter("Other");
    assert!(person.card("Other").y > person.card_rect("Two").bottom());
    person.assert_apart();
}
