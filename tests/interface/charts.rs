//! The pictures of the figures below the sheet.

use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;
use onstage::editor::Thing;

use crate::person::Person;

/// Clicks the one thing whose name starts so.
fn click_what_starts_with(person: &mut Person, label: &str) {
    person.window.get_by_label_contains(label).click();
    person.wait();
}

#[test]
fn a_bar_of_the_load_selects_its_role() {
    let mut person = Person::new();
    person.click("Load");
    assert!(person.sees("Load: Records officer sets the limit: 90 % busy at 54 /h"));
    person.click("Records officer: 90 %, 60 /h, Bottleneck");
    let selected = person.app().editor().selection().other;
    let Some(Thing::Role(role)) = selected else { panic!("{selected:?}") };
    assert_eq!(person.scenario().roles()[&role].name, "Records officer");
}

#[test]
fn overload_says_how_fast_the_queue_grows() {
    let mut person = Person::new();
    person.click("Load");
    person.click("Blueprint");
    person.fill("Arrivals", "72");
    person.window.get_by_label("Records officer: 120 %, 60 /h, Bottleneck, grows by 12 /h");
    person.click("Waiting");
    assert!(person.sees("72 /h come, 60 /h can be served: the wait has no end"));
}

#[test]
fn a_bar_of_the_visit_selects_its_card() {
    let mut person = Person::new();
    person.click("Visit");
    assert!(person.sees("Visit: A typical visit takes 7 min 11 s, 3 min 56 s of it waiting"));
    click_what_starts_with(&mut person, "Photo & card printer: ");
    let card = person.step("Photo & card printer");
    assert_eq!(person.app().editor().selection().only_step(), Some(card));
}

#[test]
fn pictures_follow_while_a_number_is_typed() {
    let mut person = Person::new();
    person.click("Waiting");
    assert!(person.sees("At 54 /h a visit takes 7 min 11 s; with nobody ahead 3 min 15 s"));
    person.click("Blueprint");
    person.begin_to_fill("Arrivals", "30");
    assert!(person.sees("Waiting: At 30 /h a visit takes"), "before the field is left");
    person.press(Modifiers::NONE, Key::Escape);
    assert!(person.sees("Waiting: At 54 /h a visit takes"), "Esc takes it back");
}

#[test]
fn a_picture_takes_the_place_of_the_sheet_until_esc() {
    let mut person = Person::new();
    person.click("Load");
    person.click("Records officer: 90 %, 60 /h, Bottleneck");
    person.click("Enlarge");
    assert!(person.window.query_by_label("Enlarge").is_none());
    assert!(!person.sees("Check violations, Backstage"), "the sheet makes room");
    person.press(Modifiers::NONE, Key::Escape);
    assert!(person.sees("Check violations, Backstage"), "the sheet is back");
    assert!(!person.app().editor().selection().is_empty(), "what is selected stays so");
    person.press(Modifiers::NONE, Key::Escape);
    assert!(person.app().editor().selection().is_empty());
    person.press(Modifiers::NONE, Key::F9);
    assert!(!person.sees("Check violations, Backstage"));
    person.click("Make small");
    assert!(person.sees("Check violations, Backstage"));
}

#[test]
fn what_needs_the_sheet_brings_it_back() {
    let mut person = Person::new();
    person.press(Modifiers::NONE, Key::F9);
    person.press(Modifiers::SHIFT, Key::Num1);
    assert!(person.sees("Check violations, Backstage"));
}

#[test]
fn every_picture_is_in_the_menu() {
    let mut person = Person::new();
    person.press(Modifiers::NONE, Key::F8);
    person.click("View");
    person.click("Below the sheet");
    person.click("Picture of a visit");
    assert!(person.sees("Visit: A typical visit"), "the panel comes back with it");
}

#[test]
fn an_empty_sheet_says_what_a_picture_needs() {
    let mut person = Person::at_an_empty_sheet();
    for tab in ["Load", "Visit", "Waiting"] {
        person.click(tab);
        assert!(person.sees("This picture needs two steps that are linked"), "{tab}");
    }
}

#[test]
fn a_picture_leads_to_what_it_lacks() {
    let mut person = Person::new();
    let at = person.card("Check violations");
    person.click_at(at);
    person.begin_to_fill("Time", "");
    person.press(Modifiers::NONE, Key::Backspace);
    person.press(Modifiers::NONE, Key::Tab);
    person.click("Waiting");
    person.window.get_by_label("This picture needs a time for Waits for check");
    person.press(Modifiers::NONE, Key::Escape);
    assert!(person.app().editor().selection().is_empty());
    let there = person.window.get_all_by_label("Go there").last().expect("a link");
    there.click();
    person.wait();
    let card = person.step("Waits for check");
    assert_eq!(person.app().editor().selection().only_step(), Some(card));
}
