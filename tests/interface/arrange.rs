//! Order on the sheet: align, distribute, tidy up.

use egui::{Key, Modifiers};
use onstage::blueprint::Zone;

use crate::person::Person;
use egui_kittest::kittest::{NodeT, Queryable};

const CTRL: Modifiers = Modifiers::COMMAND;
const CTRL_SHIFT: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);

/// Three cards of one lane, nowhere in line, and a partner of the second.
fn person_with_disorder() -> Person {
    let mut person = Person::at_an_empty_sheet();
    person.add("Customer action", Zone::Customer, 80, "Ask");
    person.add("Customer action", Zone::Customer, 290, "Wait");
    person.add("Customer action", Zone::Customer, 600, "Leave");
    person.add("Frontstage action", Zone::Frontstage, 400, "Answer");
    person.connect("Ask", "Wait");
    person.connect("Wait", "Leave");
    person.connect("Wait", "Answer");
    person
}

fn select(person: &mut Person, names: &[&str]) {
    person.press(Modifiers::NONE, Key::Escape);
    for name in names {
        let at = person.card(name);
        person.window.hover_at(at);
        person.window.event(egui::Event::ModifiersChanged(Modifiers::SHIFT));
        for pressed in [true, false] {
            person.window.event(egui::Event::PointerButton {
                pos: at,
                button: egui::PointerButton::Primary,
                pressed,
                modifiers: Modifiers::SHIFT,
            });
            person.window.step();
        }
        person.window.event(egui::Event::ModifiersChanged(Modifiers::NONE));
        person.wait();
    }
    assert_eq!(person.app().editor().selection().steps.len(), names.len(), "{names:?}");
}

/// Align, distribute and tidy up by the keyboard: lanes stay, each is one step to undo.
#[test]
fn row_arrange() {
    let mut person = person_with_disorder();
    let before = person.blueprint().clone();
    let lanes = |person: &Person| -> Vec<_> {
        person.scenario().steps().values().map(|step| step.lane).collect()
    };
    let kept = lanes(&person);

    select(&mut person, &["Wait", "Answer"]);
    person.press(CTRL_SHIFT, Key::ArrowLeft);
    assert_eq!(person.card("Wait").x, person.card("Answer").x, "left edges are in line");
    person.press(CTRL, Key::Z);
    assert_eq!(*person.blueprint(), before, "one step to undo");
    // The two lie in different lanes: upper edges stay where they are, and nothing is done.
    person.press(CTRL_SHIFT, Key::ArrowUp);
    assert_eq!(*person.blueprint(), before);

    select(&mut person, &["Ask", "Wait", "Leave"]);
    person.press(CTRL_SHIFT, Key::H);
    let x = |person: &Person, name: &str| person.card(name).x;
    let gaps = |person: &Person| {
        (x(person, "Wait") - x(person, "Ask"), x(person, "Leave") - x(person, "Wait"))
    };
    let (one, other) = gaps(&person);
    assert!((one - other).abs() <= 1.0, "{one} {other}");
    person.press(CTRL, Key::Z);
    assert_eq!(*person.blueprint(), before);

    person.press(Modifiers::NONE, Key::Escape);
    person.press(CTRL, Key::L);
    assert_eq!(lanes(&person), kept, "every card keeps its lane");
    assert_eq!(x(&person, "Wait"), x(&person, "Answer"), "a moment is a column");
    let (one, other) = gaps(&person);
    assert!((one - other).abs() <= 1.0, "{one} {other}");
    let tidy = person.blueprint().clone();
    person.press(CTRL, Key::L);
    assert!(person.sees("Everything is tidy already"));
    assert_eq!(*person.blueprint(), tidy);
    person.press(CTRL, Key::Z);
    assert_eq!(*person.blueprint(), before, "tidying up is one step to undo, doing nothing none");
}

#[test]
fn the_menu_says_why_nothing_can_be_brought_into_line() {
    let mut person = person_with_disorder();
    person.press(Modifiers::NONE, Key::Escape);
    person.click("Edit");
    person.click("Arrange");
    let item = person.window.get_by_label_contains("Align left edges");
    assert!(item.accesskit_node().is_disabled());
    let item = person.window.get_by_label_contains("Tidy up");
    assert!(!item.accesskit_node().is_disabled());
}

#[test]
fn only_what_is_selected_is_tidied_up() {
    let mut person = person_with_disorder();
    let leave = person.scenario().steps()[&person.step("Leave")].at;
    select(&mut person, &["Wait", "Answer"]);
    person.press(CTRL, Key::L);
    assert_eq!(person.card("Wait").x, person.card("Answer").x);
    assert_eq!(person.scenario().steps()[&person.step("Leave")].at, leave);
    let undo = person.app().editor().undo_name().expect("a step to undo");
    assert_eq!((undo.code, undo.count), ("edit-tidy-up", 2));
}
