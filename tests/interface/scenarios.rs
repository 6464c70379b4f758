//! The tabs of the scenarios.

use egui::accesskit::Role;
use egui::{Key, Modifiers, PointerButton, Pos2, Rect, Vec2};
use egui_kittest::kittest::{NodeT, Queryable};

use crate::context::Person;

fn names(person: &Person) -> Vec<String> {
    person.blueprint().scenarios().iter().map(|scenario| scenario.name().to_owned()).collect()
}

/// Where the tab is whose text begins so.
fn tab(person: &Person, name: &str) -> Rect {
    person
        .window
        .query_all_by_role(Role::Tab)
        .find(|node| node.accesskit_node().label().is_some_and(|label| label.starts_with(name)))
        .expect(name)
        .rect()
}

fn run(person: &mut Person, command: &str) {
    person.click_role(Role::Button, "Scenario");
    person.click_role(Role::Button, command);
}

#[test]
fn a_copy_gets_a_tab_and_keeps_its_steps() {
    let mut person = Person::new();
    person.click("Duplicate scenario");
    assert_eq!(names(&person), ["As-is", "To-be 2", "To-be A"]);
    assert_eq!(person.scenario().name(), "To-be 2", "the copy is shown");
    let [original, copy, ..] = person.blueprint().scenarios() else { panic!("two scenarios") };
    assert!(original.steps().keys().eq(copy.steps().keys()), "identities stay");
    let shared = original.steps().values().zip(copy.steps().values());
    assert!(shared.into_iter().all(|(a, b)| std::sync::Arc::ptr_eq(a, b)), "stored once");
    person.undo();
    assert_eq!(names(&person), ["As-is", "To-be A"]);
}

#[test]
fn a_double_click_renames_in_the_tab() {
    let mut person = Person::new();
    let at = tab(&person, "To-be A").center();
    person.double_click_at(at);
    person.enter("Seven people");
    assert_eq!(names(&person), ["As-is", "Seven people"]);
    let at = tab(&person, "Seven people").center();
    person.double_click_at(at);
    person.type_text("Nobody");
    person.press(Modifiers::NONE, Key::Escape);
    assert_eq!(names(&person), ["As-is", "Seven people"], "Esc keeps the old name");
    person.undo();
    assert_eq!(names(&person), ["As-is", "To-be A"]);
}

#[test]
fn a_tab_is_dragged_to_the_front_and_becomes_the_baseline() {
    let mut person = Person::new();
    let (first, second) = (tab(&person, "As-is"), tab(&person, "To-be A"));
    person.drag(second.center(), first.left_center() + Vec2::new(6.0, 0.0));
    assert_eq!(names(&person), ["To-be A", "As-is"]);
    let undo = person.app().editor().undo_name().expect("one step to undo");
    assert_eq!(undo.code, "edit-make-baseline");
    assert!(person.sees("To-be A 120 /h"), "capacities move with their tabs");
    assert!(person.sees("As-is 60 /h"));
}

#[test]
fn commands_move_the_scenario_that_is_shown() {
    let mut person = Person::new();
    run(&mut person, "Move scenario right");
    assert_eq!(names(&person), ["To-be A", "As-is"]);
    run(&mut person, "Set as baseline");
    assert_eq!(names(&person), ["As-is", "To-be A"]);
    run(&mut person, "Rename scenario");
    person.enter("Today");
    assert_eq!(names(&person), ["Today", "To-be A"]);
}

#[test]
fn what_a_deleted_scenario_held_is_said_by_undo() {
    let mut person = Person::new();
    let steps = person.scenario().steps().len();
    run(&mut person, "Delete scenario");
    assert_eq!(names(&person), ["To-be A"]);
    assert_eq!(person.scenario().name(), "To-be A", "the next one is shown");
    person.click_role(Role::Button, "Edit");
    assert!(person.sees(&format!("Undo delete scenario As-is with {steps} steps")));
    person.press(Modifiers::NONE, Key::Escape);
    person.undo();
    assert_eq!(names(&person), ["As-is", "To-be A"]);
}

#[test]
fn twelve_scenarios_fit_a_small_window() {
    let mut person = Person::at_first_sample().size(1280.0, 720.0).open();
    for _ in 0..10 {
        person.click("Duplicate scenario");
    }
    assert_eq!(person.blueprint().scenarios().len(), 12);
    let shown = person.scenario().name().to_owned();
    assert!(tab(&person, &shown).right() < 1280.0 - 100.0, "the one that is shown is a tab");
    person.click_role(Role::Button, "More scenarios");
    person.click_containing("To-be A");
    assert_eq!(person.scenario().name(), "To-be A");
    assert!(tab(&person, "To-be A").right() < 1280.0 - 100.0);
}

#[test]
fn the_menu_of_a_tab_is_about_its_scenario() {
    let mut person = Person::new();
    let at: Pos2 = tab(&person, "To-be A").center();
    person.button(at, PointerButton::Secondary);
    person.click_role(Role::Button, "Set as baseline");
    assert_eq!(names(&person), ["To-be A", "As-is"]);
}

#[test]
fn a_second_officer_is_tried_in_a_copy_and_compared() {
    let mut person = Person::new();
    person.click("Duplicate scenario");
    let before = person.app().card_on_screen(person.step("Eye test"));
    person.press(Modifiers::COMMAND, Key::B);
    assert!(person.sees("No differences in the drawing"));
    assert_eq!(person.app().card_on_screen(person.step("Eye test")), before, "the view stays");

    // The inspector of the role takes the new headcount.
    let chip = person.item("Records officer");
    person.click_at(chip);
    person.fill("Headcount", "2");
    let buttons = person.window.query_all_by_role_and_label(Role::Tab, "Compare");
    let side = buttons.map(|node| node.rect().center()).find(|at| at.x > 1000.0).expect("a tab");
    person.click_at(side);
    assert!(person.sees("Capacity: 60 /h → 90 /h +30 /h better"), "it follows live");
    assert!(person.sees("Records officer · Headcount: 1 → 2"));

    person.press(Modifiers::NONE, Key::F3);
    assert_eq!(person.scenario().name(), "As-is");
    assert_eq!(person.capacity(), Some(60.0));
    assert_eq!(person.app().card_on_screen(person.step("Eye test")), before, "same camera");
    assert!(person.sees("Capacity: 60 /h → 90 /h +30 /h better"), "before stays before");
    person.press(Modifiers::NONE, Key::F3);
    assert_eq!(person.scenario().name(), "To-be 2");

    person.press(Modifiers::NONE, Key::Escape);
    assert!(!person.sees("60 /h → 90 /h"), "Esc leaves");
}

/// Clicks a line of the list that says so, however far down it stands.
fn click_change(person: &mut Person, text: &str) {
    let is_line = |node: &egui_kittest::Node<'_>| node.accesskit_node().role() == Role::Label;
    let line = person.window.query_all_by_label_contains(text).rfind(is_line);
    line.expect("a line").click_accesskit();
    person.wait();
}

#[test]
fn a_click_on_a_change_goes_to_the_card_where_it_is() {
    let mut person = Person::new();
    person.click("Compare");
    assert_eq!(person.scenario().name(), "To-be A", "the baseline is compared with the next");
    click_change(&mut person, "Eye test · removed");
    assert_eq!(person.scenario().name(), "As-is", "where the step still is");
    let step = person.step("Eye test");
    assert!(person.app().editor().selection().steps.contains(&step));
    click_change(&mut person, "Review & eye test · Time: 15 s → 55 s");
    assert_eq!(person.scenario().name(), "To-be A");
    assert!(person.sees("Review & eye test, Frontstage, 55 s"), "the card");
    assert!(person.sees("Time: 15 s → 55 s"));
    // The card says itself what became of it.
    let at = person.card("Form & eye chart");
    person.window.hover_at(at);
    person.window.run_steps(8);
    let said = "Form & eye chart · Name: Hands in form → Form & eye chart";
    let times = person.window.query_all_by_role_and_label(Role::Label, said).count();
    assert_eq!(times, 2, "in the list and beside the pointer");
    run(&mut person, "Delete scenario");
    assert!(!person.sees("What changed"), "with one scenario there is nothing to compare");
}
