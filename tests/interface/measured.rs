//! The licence office, measured: what a trainer does with it in ten minutes, what a manager reads from it, and what
//! is known of quality from other sides.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use onstage::blueprint::{Brings, Date, ItemPart, ReadingKind, Voice};

use crate::context::Person;

/// The sample, opened as everybody does: its plan is looked at from the day up to which it is told.
fn office() -> Person {
    office_of(900.0)
}

/// As [`office`], in a window so high that nothing beside the sheet is scrolled away.
fn tall() -> Person {
    office_of(3600.0)
}

fn office_of(height: f32) -> Person {
    let mut person = Person::at_first_sample().size(1440.0, height).open();
    person.click("File");
    person.click(&person.word("menu-samples"));
    person.click("Licence office, measured");
    assert_eq!(person.blueprint().title(), "Licence office, measured");
    person
}

/// What stands in the window with these words in it.
fn said(person: &Person, part: &str) -> bool {
    person.window.query_all_by_label_contains(part).next().is_some()
}

/// The line of a cross, by its name.
fn line(person: &Person, key: &str) -> egui::Rect {
    person.window.get_by_role_and_label(Role::Slider, &person.word(key)).rect()
}

#[test]
fn a_trainer_has_ten_minutes() {
    let mut person = office();
    // Guess, then look: the lens shows where it hurts.
    person.press(Modifiers::COMMAND, Key::Num3);
    assert!(said(&person, "Sorest: Ready when promised, −1.7"));
    // Which gap is the widest?
    person.command(&person.word("command-show-quality"));
    person.click_role(Role::RadioButton, &person.word("items-view-gaps"));
    assert!(said(&person, "Ready when promised"));
    // Three moments are walked.
    person.command(&person.word("command-walk-through"));
    for _ in 0..2 {
        person.press(Modifiers::NONE, Key::ArrowRight);
    }
    person.press(Modifiers::NONE, Key::Escape);
    // The plan: 60, 90, 120.
    person.command("Improvement plan");
    assert!(
        person.sees("90 /h on 1 Jul, 120 /h on 6 Jul, on time"),
        "the case is told up to 8 June"
    );
    assert_eq!(person.capacity(), Some(60.0));
}

#[test]
fn a_manager_reads_the_verdict() {
    let mut person = office();
    person.press(Modifiers::COMMAND, Key::Num3);
    // At most six lines, the sorest place with its interval first.
    for part in [
        "Sorest: ",
        "Widest gap: promise, 6.2 is promised and 5.2 delivered",
        "2 basics are unmet",
        "One severe risk is open",
        "7 targets",
    ] {
        assert!(said(&person, part), "{part}");
    }
    let lines = person.window.query_all_by_label_contains("Sorest: ");
    let mut places = lines.map(|line| line.rect().center());
    let place = places.find(|place| place.is_finite()).expect("a line");
    drop(places);
    person.click_at(place);
    assert_eq!(person.selected(), ["Waits for check"], "a line leads to its place");
}

#[test]
fn findings_of_one_sort_are_said_once_until_somebody_asks() {
    let mut person = tall();
    person.press(Modifiers::COMMAND, Key::Num3);
    // The sorest dimension and the sorest item are told, the others behind a link.
    assert!(said(&person, "Reliability: 1.1 below what customers ought to get"));
    let other = "Empathy: 1.01 below what customers ought to get";
    assert!(!said(&person, other));
    // Of another sort the only one.
    assert!(said(&person, "Eye test: nothing guards against a severe failure"));
    show_all(&mut person);
    assert!(said(&person, other));
}

#[test]
fn quality_is_seen_from_other_sides() {
    let mut person = tall();
    person.press(Modifiers::COMMAND, Key::Num3);
    for key in ["views-trend", "views-parts", "views-needs", "views-title"] {
        person.click_role(Role::DisclosureTriangle, &person.word(key));
    }
    assert!(said(&person, "Trend: 18 November 2025: −1.02"), "the picture says each wave");
    assert!(said(&person, "Idea, latent and exciting: A message when it is one’s turn"));
    for key in ["view-transcendent", "view-serviceability", "view-aesthetics"] {
        assert!(person.sees(&person.word(key)), "{key}");
    }
    // Nobody has said how many customers stay.
    assert!(said(&person, "nothing here yet"));
}

#[test]
fn parts_and_needs_are_entered_in_the_table() {
    // Wide enough for all columns.
    let mut person = Person::at("licence-office-measured").size(3000.0, 900.0).open();
    person.command(&person.word("command-show-quality"));
    let item = "Counters easy to find and to read";
    for (column, text) in [("Part", "Waiting"), ("Need", "Latent")] {
        person.click_cell(item, column);
        person.type_text(text);
        person.press(Modifiers::NONE, Key::Enter);
    }
    let items = &person.blueprint().judgements().quality.items;
    let found = items.iter().find(|(_, it)| it.text == item).map(|(_, it)| it.clone()).unwrap();
    assert_eq!((found.part, found.voice), (Some(ItemPart::Waiting), Some(Voice::Latent)));
    assert_eq!(found.readings.get(ReadingKind::Will), None);
}

#[test]
fn the_cross_of_importance_is_dragged_and_set_back() {
    let mut person = office();
    person.command(&person.word("command-show-quality"));
    person.click_role(Role::RadioButton, &person.word("items-view-importance"));
    let before = line(&person, "items-cross-across");
    let from = egui::pos2(before.center().x, before.top() + 3.0);
    person.drag(from, from + egui::vec2(60.0, 0.0));
    let moved = line(&person, "items-cross-across");
    assert!((moved.center().x - before.center().x - 60.0).abs() < 12.0, "{moved} {before}");
    person.window.get_by_role_and_label(Role::Slider, &person.word("items-cross-up")).focus();
    person.wait();
    let level = line(&person, "items-cross-up");
    person.press(Modifiers::NONE, Key::ArrowUp);
    assert!(line(&person, "items-cross-up").center().y < level.center().y);
    person.double_click_at(egui::pos2(moved.center().x, moved.top() + 3.0));
    assert!((line(&person, "items-cross-across").center().x - before.center().x).abs() < 1.0);
    assert_eq!(person.undo_code(), None, "a way of looking is no edit");
}

#[test]
fn the_day_of_a_plan_is_chosen() {
    let mut person = office();
    person.command("Improvement plan");
    assert_eq!(person.shown_in("Today is"), "2026-06-08");
    person.fill_and_enter("Today is", "2026-7-20");
    assert!(said(&person, "actions late"));
    assert_eq!(person.undo_code(), None, "a day to look from is no edit");
    person.fill_and_enter("Today is", "soon");
    assert_eq!(person.shown_in("Today is"), "2026-07-20", "what is no day changes nothing");
}

#[test]
fn a_line_is_written_into_the_log() {
    let mut person = office();
    person.command("Improvement plan");
    person.press(Modifiers::NONE, Key::F9);
    person.fill_and_enter("What was done or seen", "Two people applied");
    let entry = person.blueprint().judgements().log.last().cloned().expect("a line");
    assert_eq!(entry.text, "Two people applied");
    assert_eq!(Some(entry.date), Date::of(2026, 6, 8));
    assert!(person.sees("Two people applied"));
    person.click("Remove this line: Two people applied");
    assert_eq!(person.blueprint().judgements().log.len(), 3);
    person.undo();
    assert_eq!(person.blueprint().judgements().log.len(), 4);
}

/// Asks for the rest of every sort of finding.
fn show_all(person: &mut Person) {
    let is_more = |label: Option<String>| label.is_some_and(|label| label.ends_with(" more"));
    for _ in 0..30 {
        let mut links = person.window.query_all_by_role(Role::Link);
        let Some(more) = links.find(|node| is_more(node.accesskit_node().label())) else { return };
        more.click();
        drop(links);
        person.wait();
    }
}

/// Tries what would help against a finding, by the words of the remedy.
fn try_on_a_copy(person: &mut Person, finding: &str, place: usize) {
    show_all(person);
    person.click(&format!("{finding}: What would help"));
    let tries: Vec<_> =
        person.window.get_all_by_role_and_label(Role::Button, "Try on a copy").collect();
    tries.get(place).expect("it can be tried").click();
    drop(tries);
    person.wait();
}

#[test]
fn a_guard_is_tried_on_a_copy() {
    let mut person = tall();
    person.press(Modifiers::COMMAND, Key::Num3);
    let scenarios = person.blueprint().scenarios().len();
    try_on_a_copy(
        &mut person,
        "The eye test is the same for all: 1.3 below what customers ought to get",
        0,
    );
    assert_eq!(person.blueprint().scenarios().len(), scenarios + 1);
    let fail = person.of("Eye test").fail.clone().expect("a fail point");
    assert_eq!(fail.guard, "Before it goes on, check: The applicant knows the chart by heart");
    assert!(fail.guard_kind.is_some());
    person.undo();
    assert_eq!(person.blueprint().scenarios().len(), scenarios);
}

#[test]
fn a_recovery_is_drawn_on_a_copy() {
    let mut person = tall();
    person.press(Modifiers::COMMAND, Key::Num3);
    try_on_a_copy(
        &mut person,
        "The eye test is the same for all: 1.3 below what customers ought to get",
        1,
    );
    let drawn = person.step("Put right: Eye test");
    let fail = person.of("Eye test").fail.clone().expect("a fail point");
    assert_eq!(fail.recovery_step, Some(drawn), "the new step is the one that is named");
}

#[test]
fn special_cases_get_a_way_of_their_own_on_a_copy() {
    let mut person = tall();
    person.press(Modifiers::COMMAND, Key::Num3);
    try_on_a_copy(&mut person, "Empathy: 1.01 below what customers ought to get", 0);
    let flows = person.flows();
    assert!(flows.iter().any(|flow| flow.contains("Special case?")), "{flows:?}");
    assert!(person.capacity().is_some_and(|rate| (rate - 60.0).abs() < 1.0));
}

#[test]
fn a_hole_of_the_grid_of_training_goes_into_the_plan() {
    let mut person = tall();
    person.press(Modifiers::COMMAND, Key::Num3);
    let title = person.word("training-title");
    person.click_role(Role::DisclosureTriangle, &title);
    let hole = "Train Clerk: Dealing with people";
    person.click(&format!("{hole}: Put into the plan"));
    let plan = &person.blueprint().judgements().plan;
    let (_, action) = plan.actions.iter().find(|(_, it)| it.name == hole).expect("an action");
    // Who learns something brings neither a second clerk nor another time.
    assert!(!action.about.is_empty() && action.brings == Brings::default());
    assert!(said(&person, "Clerk · Dealing with people: In the plan"));
}
