//! What would help, tried by hand: pointing, the card, the levers.

use egui::accesskit::Role;
use egui::{Key, Modifiers, Vec2};
use egui_kittest::kittest::{NodeT, Queryable};

use crate::context::Person;

const SECOND: &str = "Second Records officer 60 → 90 /h";

/// The suggestions that say what they would bring.
fn offered(person: &Person) -> Vec<String> {
    let buttons = person.window.query_all_by_role(Role::Button);
    let labels = buttons.filter_map(|node| node.accesskit_node().label());
    let offered: Vec<String> =
        labels.filter(|label| label.contains(" → ") && label.ends_with("/h")).collect();
    assert!(offered.len() >= 3, "{offered:?}");
    offered
}

fn point_at(person: &mut Person, label: &str) {
    let at = person.window.get_by_role_and_label(Role::Button, label).rect().center();
    person.window.hover_at(at);
    person.wait();
}

#[test]
fn pointing_at_a_suggestion_shows_it_and_leaves_nothing_behind() {
    let mut person = Person::new();
    person.click_card("Check violations");
    let tab = person.item("Capacity");
    person.click_at(tab);
    let before = person.document();
    let selected = person.app().editor().selection().clone();
    point_at(&mut person, SECOND);
    assert_eq!(person.capacity(), Some(90.0));
    assert!(person.sees("Preview – bottleneck: Eye test"));
    assert!(person.sees("Preview: Second Records officer – nothing is changed"));
    assert!(person.sees("Capacity: 60 /h → 90 /h"), "the real figure stands beside it");
    assert!(person.sees("As-is 60 /h"), "the tab keeps the real one");
    let role = person.window.get_by_role_and_label(Role::Button, "Records officer");
    assert_eq!(role.accesskit_node().description().as_deref(), Some("× 1"), "the palette too");
    assert!(!person.app().editor().is_modified(), "nothing has been changed");
    // It stays as long as the pointer does: nothing slides away below it.
    for _ in 0..5 {
        person.wait();
        assert_eq!(person.capacity(), Some(90.0));
    }
    person.point_at(egui::pos2(600.0, 300.0));
    assert_eq!(person.capacity(), Some(60.0));
    assert_eq!(person.document(), before);
    assert_eq!(person.app().editor().selection(), &selected);
    assert!(person.app().editor().undo_name().is_none());
}

#[test]
fn every_suggestion_can_be_pointed_at_in_turn() {
    let mut person = Person::new();
    for label in offered(&person) {
        let promised: f64 = label
            .rsplit("→ ")
            .next()
            .and_then(|end| end.trim_end_matches(" /h").parse().ok())
            .expect("a rate");
        point_at(&mut person, &label);
        let capacity = person.capacity().expect("a capacity");
        assert!((capacity - promised).abs() < 0.06, "{label}: {capacity}");
    }
    person.point_at(egui::pos2(600.0, 300.0));
    assert_eq!(person.capacity(), Some(60.0));
}

#[test]
fn the_keyboard_points_as_well() {
    let mut person = Person::new();
    person.window.get_by_label(SECOND).focus();
    person.wait();
    assert_eq!(person.capacity(), Some(90.0));
    person.press(Modifiers::SHIFT, Key::Tab);
    for _ in 0..8 {
        person.press(Modifiers::SHIFT, Key::Tab);
    }
    assert_eq!(person.capacity(), Some(60.0));
}

#[test]
fn a_suggestion_is_tried_here_as_one_step_of_undo() {
    let mut person = Person::new();
    person.click(SECOND);
    person.click("Apply here");
    person.point_at(egui::pos2(600.0, 300.0));
    assert_eq!(person.capacity(), Some(90.0));
    assert!(person.app().editor().is_modified());
    person.undo();
    assert_eq!(person.capacity(), Some(60.0));
    assert!(person.app().editor().undo_name().is_none());
}

#[test]
fn a_suggestion_becomes_a_scenario_of_its_own() {
    let mut person = Person::new();
    let count = person.blueprint().scenarios().len();
    let today = person.blueprint().baseline().clone();
    person.click(SECOND);
    assert!(person.sees("Extra resources (Reijers & Limam Mansar 2005)"));
    assert!(person.sees("$12.00 more per hour"));
    person.click("Create scenario");
    person.point_at(egui::pos2(600.0, 300.0));
    assert_eq!(person.blueprint().scenarios().len(), count + 1);
    assert_eq!(person.scenario().name(), "Second Records officer");
    assert_eq!(person.capacity(), Some(90.0));
    assert_eq!(person.blueprint().baseline(), &today, "the original is untouched");
    assert!(person.sees("Second Records officer 90 /h"), "its tab says so");
    person.undo();
    assert_eq!(person.blueprint().scenarios().len(), count);
    assert_eq!(person.capacity(), Some(60.0));
}

#[test]
fn a_machine_is_asked_about_before_anything_is_promised() {
    let mut person = Person::new();
    person.window.set_size(Vec2::new(1440.0, 1600.0));
    person.wait();
    person.click("Let a machine do Check violations");
    assert!(!person.sees("Apply here"));
    person.window.get_by_role_and_label(Role::TextInput, "Its time").focus();
    person.wait();
    person.type_text("30 s");
    assert_eq!(person.capacity(), Some(90.0), "it is shown while the card is open");
    person.click("Apply here");
    person.point_at(egui::pos2(600.0, 300.0));
    assert_eq!(person.capacity(), Some(90.0));
    let names: Vec<&str> = person.scenario().roles().values().map(|r| r.name.as_str()).collect();
    assert!(names.contains(&"Machine for Check violations"), "{names:?}");
}

/// Opens the levers and brings them into view.
fn with_levers() -> Person {
    let mut person = Person::new();
    person.window.set_size(Vec2::new(1440.0, 2200.0));
    person.wait();
    person.click("Levers");
    person
}

#[test]
fn levers_move_the_figures_and_put_back_restores_every_byte() {
    let mut person = with_levers();
    let before = person.document();
    person.click("One Records officer more");
    assert_eq!(person.capacity(), Some(90.0));
    assert!(person.sees("Levers set, not kept"));
    assert!(!person.app().editor().is_modified());
    // Half of all times: twice the rate.
    let slider = person.window.get_by_role_and_label(Role::Slider, "All times: 100 %").rect();
    person.drag(slider.center(), slider.left_center());
    assert_eq!(person.capacity(), Some(180.0));
    person.window.get_all_by_label("Reset").next().expect("a button").click();
    person.wait();
    assert_eq!(person.capacity(), Some(60.0));
    assert_eq!(person.document(), before);
    assert!(person.app().editor().undo_name().is_none());
}

#[test]
fn escape_puts_the_levers_back() {
    let mut person = with_levers();
    person.click("One Records officer more");
    person.press(Modifiers::NONE, Key::Escape);
    assert_eq!(person.capacity(), Some(60.0));
    person.click("One Records officer more");
    person.undo();
    assert_eq!(person.capacity(), Some(60.0));
}

#[test]
fn levers_are_kept_as_a_scenario() {
    let mut person = with_levers();
    let today = person.blueprint().baseline().clone();
    person.click("One Records officer more");
    person.click("Keep as scenario");
    assert_eq!(person.scenario().name(), "Records officer: 2 on duty");
    assert_eq!(person.capacity(), Some(90.0));
    assert_eq!(person.blueprint().baseline(), &today);
    person.undo();
    assert_eq!(person.capacity(), Some(60.0));
    assert!(person.app().editor().undo_name().is_none(), "one step of undo");
}

#[test]
fn another_edit_puts_the_levers_back_and_says_so() {
    let mut person = with_levers();
    person.click("One Records officer more");
    let (from, to) = (person.card("Takes licence"), person.card("Poses for photo"));
    // Quickly: what is said stays for a few seconds.
    person.window.hover_at(from);
    person.window.step();
    person.window.drag_at(from);
    person.window.step();
    person.window.hover_at(from + (to - from) * 0.3);
    person.window.step();
    person.window.drop_at(from + (to - from) * 0.3);
    person.wait();
    assert!(person.sees("The levers were reset"));
    assert_eq!(person.capacity(), Some(60.0));
}

#[test]
fn the_answer_for_a_long_service_comes_from_a_thread() {
    let mut person = Person::at_blueprint(crate::charts::long_service()).open();
    // Twenty-two of its steps limit it together.
    person.wait_for("No single change lifts the capacity");
}

#[test]
fn another_scenario_ends_a_trial_of_the_levers() {
    let mut person = with_levers();
    person.click("One Records officer more");
    person.click("To-be A 120 /h");
    assert_eq!(person.scenario().name(), "To-be A");
    assert!(person.sees("The levers were reset"));
    person.click("As-is 60 /h");
    assert_eq!(person.capacity(), Some(60.0));
}

#[test]
fn the_bottleneck_of_a_preview_is_reckoned_in_whole_lines() {
    let mut person = Person::new();
    for label in offered(&person) {
        point_at(&mut person, &label);
        let tabs = person.window.get_by_role_and_label(Role::Tab, "Capacity").rect();
        let reckoned: Vec<egui::Rect> = person
            .window
            .query_all_by_label_contains(" ÷ ")
            .map(|line| line.rect())
            .filter(|line| line.left() > 1000.0 && line.bottom() < tabs.top())
            .collect();
        let next = person.window.get_by_label_contains("Next limit").rect();
        assert_eq!(reckoned.len(), 1, "{label}");
        assert!(reckoned[0].bottom() <= next.top() + 0.5, "{label}");
        assert!(next.bottom() <= tabs.top(), "{label}");
    }
}
