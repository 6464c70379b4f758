//! Order on the sheet: align, distribute, tidy up.

// Cards that are in line lie at the very same place.
#![allow(clippy::float_cmp)]

use egui::{Key, Modifiers};
use onstage::blueprint::Zone;

use crate::context::Person;
use egui_kittest::kittest::{NodeT, Queryable};

const CTRL: Modifiers = Modifiers::COMMAND;
const CTRL_SHIFT: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);

/// Three cards of one lane, nowhere in line, and a partner of the second.
fn person_with_disorder() -> Person {
    let mut person = Person::at_an_empty_sheet();
    person.add("Customer action", Zone::Customer, 80, "Ask");
    person.add("Customer action", Zone::Customer, 290, "Wait");
    person.add("Customer action", Zone::Customer, 600, "Leave");
    person.add("Frontstage action", Zone::Frontstage, 330, "Answer");
    person.connect("Ask", "Wait");
    person.connect("Wait", "Leave");
    person.connect("Wait", "Answer");
    person
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

    person.select(&["Wait", "Answer"]);
    person.press(CTRL_SHIFT, Key::ArrowLeft);
    assert_eq!(person.card("Wait").x, person.card("Answer").x, "left edges are in line");
    person.undo();
    assert_eq!(*person.blueprint(), before, "one step to undo");
    // The two lie in different lanes: upper edges stay where they are, and nothing is done.
    person.press(CTRL_SHIFT, Key::ArrowUp);
    assert_eq!(*person.blueprint(), before);

    person.select(&["Ask", "Wait", "Leave"]);
    person.press(CTRL_SHIFT, Key::H);
    let x = |person: &Person, name: &str| person.card(name).x;
    let gaps = |person: &Person| {
        (x(person, "Wait") - x(person, "Ask"), x(person, "Leave") - x(person, "Wait"))
    };
    let (one, other) = gaps(&person);
    assert!((one - other).abs() <= 1.0, "{one} {other}");
    person.undo();
    assert_eq!(*person.blueprint(), before);

    person.press(Modifiers::NONE, Key::Escape);
    person.press(CTRL, Key::L);
    assert_eq!(lanes(&person), kept, "every card keeps its lane");
    assert_eq!(x(&person, "Wait"), x(&person, "Answer"), "a moment is a column");
    let (one, other) = gaps(&person);
    assert!((one - other).abs() <= 1.0, "{one} {other}");
    let tidy = person.blueprint().clone();
    person.press(CTRL, Key::L);
    assert!(person.sees("Everything is already tidy"));
    assert_eq!(*person.blueprint(), tidy);
    person.undo();
    assert_eq!(*person.blueprint(), before, "tidying up is one step to undo, doing nothing none");
}

#[test]
fn cards_of_one_lane_that_are_brought_into_line_lie_below_one_another() {
    let mut person = person_with_disorder();
    let before = person.blueprint().clone();
    for key in [Key::ArrowLeft, Key::ArrowRight, Key::ArrowUp, Key::ArrowDown] {
        person.select(&["Ask", "Wait", "Leave"]);
        person.press(CTRL_SHIFT, key);
        person.assert_apart();
        if matches!(key, Key::ArrowLeft | Key::ArrowRight) {
            let at = ["Ask", "Wait", "Leave"].map(|name| person.card(name));
            assert!((at[0].x - at[1].x).abs() < 0.5 && (at[1].x - at[2].x).abs() < 0.5, "{at:?}");
            assert!(at[0].y < at[1].y && at[1].y < at[2].y, "in the order in which they stood");
            let once = person.blueprint().clone();
            person.press(CTRL_SHIFT, key);
            assert_eq!(*person.blueprint(), once, "what is in line stays");
            // Brought into one row again they lie side by side.
            person.press(CTRL_SHIFT, Key::ArrowUp);
            person.assert_apart();
            let at = ["Ask", "Wait", "Leave"].map(|name| person.card(name));
            assert!(at.iter().all(|one| (one.y - at[0].y).abs() < 0.5), "{at:?}");
            person.undo();
            person.undo();
        }
        assert_eq!(*person.blueprint(), before, "one step to undo");
    }
}

#[test]
fn a_step_that_goes_to_another_phase_when_brought_into_line_says_so() {
    let mut person = Person::new();
    let phase = |person: &Person, name: &str| person.of(name).phase;
    let before = phase(&person, "Check violations");
    person.select(&["Review application", "Check violations"]);
    person.press(CTRL_SHIFT, Key::ArrowLeft);
    let now = phase(&person, "Check violations");
    assert_ne!(now, before);
    let name = person.scenario().phases()[&now].name.clone();
    assert!(person.sees(&format!("1 step is now in another phase: {name}")));
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
    let leave = person.of("Leave").at;
    person.select(&["Wait", "Answer"]);
    person.press(CTRL, Key::L);
    assert_eq!(person.card("Wait").x, person.card("Answer").x);
    assert_eq!(person.of("Leave").at, leave);
    let undo = person.app().editor().undo_name().expect("a step to undo");
    assert_eq!((undo.code, undo.count), ("edit-tidy-up", 2));
}

#[test]
fn a_filter_says_so_and_goes_by_its_chip_or_escape() {
    let mut person = Person::new();
    let before = person.blueprint().clone();
    person.go_through(&["View", "Filter", "By role", "Clerk"]);
    assert!(person.sees("Filtered: Clerk"));
    assert!(person.sees("Photograph, Frontstage"), "what is left out is still there, faded");
    assert_eq!(person.capacity(), Some(60.0), "no figure depends on it");
    person.go_through(&["View", "Filter", "Hide the others"]);
    assert!(!person.sees("Photograph, Frontstage"), "what is left out is not there");
    assert!(person.sees("Review application, "));
    let hidden = person.card("Photograph");
    person.click_at(hidden);
    assert!(person.app().editor().selection().steps.is_empty(), "what is hidden can't be hit");
    person.press(Modifiers::NONE, Key::Escape);
    assert!(!person.sees("Filtered: "));
    assert!(person.sees("Photograph, Frontstage"));
    person.go_through(&["View", "Filter", "By zone", "Backstage"]);
    assert!(person.sees("Filtered: Backstage"));
    person.click("Show all steps");
    assert!(!person.sees("Filtered: "));
    assert_eq!(*person.blueprint(), before, "a filter is no edit");
    assert!(person.app().editor().undo_name().is_none());
}

#[test]
fn row_select_by_role_lane_and_missing_time() {
    let mut person = Person::new();
    person.go_through(&["Edit", "Select", "By role", "Clerk"]);
    assert_eq!(person.selected(), ["Review application"]);
    person.go_through(&["Edit", "Select", "Select steps of the same lanes"]);
    let front = person.scenario().lanes_of(Zone::Frontstage).next().expect("a lane").0;
    let in_lane = person.scenario().steps().values().filter(|step| step.lane == front).count();
    assert_eq!(person.selected().len(), in_lane);
    person.go_through(&["Edit", "Select"]);
    let none = person.window.get_by_label_contains("Select steps without a time");
    assert!(none.accesskit_node().is_disabled(), "all of them have one");
}

#[test]
fn a_zone_is_folded_and_unfolded() {
    let mut person = Person::new();
    let before = person.blueprint().clone();
    person.click("View");
    person.click("Collapse zones");
    person.click("Collapse Backstage");
    let folded = |person: &Person| {
        person.scenario().lanes_of(Zone::Backstage).all(|(_, lane)| lane.collapsed)
    };
    assert!(folded(&person));
    person.click("View");
    person.click("Collapse zones");
    person.click("Expand Backstage");
    assert!(!folded(&person));
    assert_eq!(*person.blueprint(), before);
}

#[test]
fn a_sheet_larger_than_the_window_has_a_map_that_leads_there() {
    let mut person = Person::new();
    assert!(!person.sees("Map of the sheet"), "the whole sheet is in view");
    for _ in 0..4 {
        person.press(CTRL, Key::Plus);
    }
    let map = person.window.get_by_label("Map of the sheet").rect();
    let before = person.card("Review application");
    person.click_at(map.left_center() + egui::Vec2::new(8.0, 0.0));
    let after = person.card("Review application");
    assert!(after.x > before.x, "the left end of the sheet came into view");
    assert!(person.app().editor().selection().is_empty(), "the map lies above the sheet");
    let (from, to) = (map.center(), map.right_center());
    person.drag(from, to);
    assert!(person.card("Review application").x < after.x);
    person.click("View");
    person.click("Map of large sheets");
    assert!(!person.sees("Map of the sheet"));
}
