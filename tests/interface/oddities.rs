//! What people do that nobody planned: keys in the middle of a drag, ways that no card ends.

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, PointerButton, Vec2};
use egui_kittest::kittest::Queryable;
use onstage::blueprint::{LinkEnd, LinkKind, Zone};

use crate::person::Person;

#[test]
fn undo_in_the_middle_of_a_drag_takes_only_the_drag_back() {
    let mut person = Person::new();
    let at = person.card("Eye test");
    person.click_at(at);
    person.press(Modifiers::NONE, Key::ArrowRight);
    let before = person.blueprint().clone();
    let from = person.card("Photograph");
    person.drag_and_look(from, from + Vec2::new(0.0, 120.0), |person| {
        assert_ne!(*person.blueprint(), before, "it moves while it is dragged");
        person.press(Modifiers::COMMAND, Key::Z);
        assert_eq!(*person.blueprint(), before, "the step before the drag stays done");
    });
    assert_eq!(*person.blueprint(), before, "the hand holds nothing any more");
    assert!(person.app().editor().undo_name().is_some());
    assert!(person.app().editor().redo_name().is_none());
}

#[test]
fn no_command_pulls_a_card_from_under_the_hand() {
    let mut person = Person::new();
    let steps = person.scenario().steps().len();
    let from = person.card("Photograph");
    person.drag_and_look(from, from + Vec2::new(0.0, 120.0), |person| {
        person.press(Modifiers::NONE, Key::Delete);
        person.press(Modifiers::COMMAND, Key::D);
        assert_eq!(person.scenario().steps().len(), steps);
    });
    assert_eq!(person.scenario().steps().len(), steps);
    let moved = &person.scenario().steps()[&person.step("Photograph")];
    assert_eq!(person.scenario().zone_of(moved), Zone::Backstage, "the drag went on");
    person.press(Modifiers::COMMAND, Key::Z);
    assert!(person.app().editor().undo_name().is_none(), "one step to undo");
}

#[test]
fn customers_may_leave_or_come_back_at_a_decision() {
    let mut person = Person::at_an_empty_sheet();
    let decision = person.add("Decision", Zone::Customer, 200, "Content?");
    for way in ["Customers may leave here", "Customers may come back here"] {
        let at = person.card("Content?");
        person.button(at, PointerButton::Secondary);
        person.click(way);
    }
    let ends: Vec<LinkEnd> = person.scenario().links().values().map(|link| link.to).collect();
    assert_eq!(ends, [LinkEnd::Outside, LinkEnd::Step(decision)]);
    assert!(person.scenario().links().values().all(|link| link.kind == LinkKind::Flow));
    let at = person.card("Content?");
    person.button(at, PointerButton::Secondary);
    assert!(!person.sees("Customers may leave here"), "once is enough");
}

#[test]
fn the_whole_sheet_is_shown_by_the_digit_whatever_sign_it_writes() {
    let mut person = Person::new();
    let whole = person.app().card_on_screen(person.step("Eye test"));
    person.press(Modifiers::COMMAND, Key::Plus);
    assert_ne!(person.app().card_on_screen(person.step("Eye test")), whole);
    // What a keyboard sends for Shift and 1.
    person.window.event(Event::Key {
        key: Key::Exclamationmark,
        physical_key: Some(Key::Num1),
        pressed: true,
        repeat: false,
        modifiers: Modifiers::SHIFT,
    });
    person.wait();
    assert_eq!(person.app().card_on_screen(person.step("Eye test")), whole);
}

#[test]
fn a_scenario_is_renamed_where_it_is_seen() {
    let mut person = Person::new();
    let tab = person.window.get_by_role_and_label(Role::Tab, "As-is 60 /h").rect().center();
    person.button(tab, PointerButton::Secondary);
    person.click("Rename scenario");
    person.press(Modifiers::COMMAND, Key::A);
    person.type_text("Today");
    person.press(Modifiers::NONE, Key::Enter);
    assert_eq!(person.scenario().name(), "Today");
}

#[test]
fn enter_presses_the_button_that_has_the_focus() {
    let mut person = Person::new();
    let at = person.card("Eye test");
    person.click_at(at);
    person.press(Modifiers::NONE, Key::ArrowRight);
    person.press(Modifiers::COMMAND, Key::N);
    person.window.get_by_label("Cancel").focus();
    person.wait();
    person.press(Modifiers::NONE, Key::Enter);
    assert!(!person.sees("Save changes to"));
    assert!(!person.sees("Path of the file"), "nothing is saved");
    assert!(person.app().editor().is_modified());
}

#[test]
fn a_dialog_takes_the_keys_from_the_field_behind_it() {
    let mut person = Person::new();
    let at = person.card("Eye test");
    person.click_at(at);
    person.begin_to_fill("Time", "50 s");
    person.press(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::S);
    person.type_text("/nowhere/at/all/office.ron");
    person.press(Modifiers::NONE, Key::Enter);
    assert!(person.sees("The file was not saved"));
    person.press(Modifiers::NONE, Key::Enter);
    assert!(!person.sees("The file was not saved"));
    assert_eq!(person.capacity(), Some(60.0));
    assert!(person.app().editor().is_modified(), "what was typed before stays");
}

#[test]
fn a_lane_is_renamed_from_its_own_menu() {
    let mut person = Person::new();
    let lane = person.scenario().lanes_of(Zone::Backstage).next().expect("a lane").0;
    let at = egui::Pos2::new(204.0, person.card("Check violations").y);
    person.button(at, PointerButton::Secondary);
    person.click("Rename");
    person.type_text("Archive");
    person.press(Modifiers::NONE, Key::Enter);
    assert_eq!(person.scenario().lanes()[&lane].name, "Archive");
    person.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(person.scenario().lanes()[&lane].name, "", "one step to undo");
}

#[test]
fn a_sheet_of_many_lanes_is_opened_readable_and_shown_whole_on_demand() {
    let mut blueprint = Person::new().blueprint().clone();
    let scenario = blueprint.baseline().id();
    let added: Result<(), onstage::blueprint::Refusal> =
        blueprint.edit(scenario, |scenario, ids| {
            for _ in 0..30 {
                scenario.add_lane(onstage::blueprint::Lane::new(Zone::Backstage), ids);
            }
            Ok(())
        });
    added.expect("lanes can be added");
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("tall.ron");
    onstage::storage::save(&path, &blueprint).expect("saved");
    let mut person = Person::with(Some(&path), onstage::ui::Settings::default());
    assert!(person.sees("Hands in form, "), "cards can be read");
    let height = |person: &Person| {
        let step = person.step("Hands in form");
        person.app().card_on_screen(step).expect("a card").height()
    };
    let opened = height(&person);
    person.press(Modifiers::SHIFT, Key::Num1);
    assert!(height(&person) < opened / 2.0, "{} of {opened}", height(&person));
}

#[test]
fn a_link_let_go_over_an_empty_place_makes_a_step_to_be_named() {
    let mut person = Person::new();
    let from = person.card("Takes licence");
    person.window.hover_at(from);
    person.window.run_steps(2);
    let card = person.app().card_on_screen(person.step("Takes licence")).expect("a card");
    let free = egui::Pos2::new(from.x, person.card("Violations database").y);
    person.drag(card.right_center(), free);
    person.type_text("Archive copy");
    person.press(Modifiers::NONE, Key::Enter);
    let step = person.step("Archive copy");
    assert_eq!(person.scenario().zone_of(&person.scenario().steps()[&step]), Zone::Support);
    assert_eq!(person.scenario().links_at(step).count(), 1);
}
