//! What is said where a key of a lesson finds nothing to do, and what it must not tell.

use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable};
use onstage::blueprint::{Blueprint, Lesson};
use onstage::wording::Language;

use crate::context::{Person, office_with_a_lesson};

const PLAIN: Modifiers = Modifiers::NONE;

fn press(person: &mut Person, keys: &[Key]) {
    for key in keys {
        person.press(PLAIN, *key);
    }
}

fn said(person: &Person) -> String {
    person.painted().into_iter().map(|(text, ..)| text).collect::<Vec<_>>().join("\n")
}

fn class_of(blueprint: Blueprint) -> Person {
    Person::at_blueprint(blueprint).size(1920.0, 1080.0).open()
}

fn class() -> Person {
    class_of(office_with_a_lesson(Language::English))
}

fn with_lesson(change: impl FnOnce(&mut Lesson, &Blueprint)) -> Blueprint {
    let mut blueprint = office_with_a_lesson(Language::English);
    let mut lesson = blueprint.lesson().expect("a lesson").as_ref().clone();
    change(&mut lesson, &blueprint);
    blueprint.set_lesson(Some(lesson));
    blueprint
}

#[test]
fn a_question_mark_shows_the_keys_of_the_lesson() {
    let mut person = class();
    press(&mut person, &[Key::F5, Key::Questionmark]);
    let told = said(&person);
    assert!(told.contains("Black wall, white wall") && !told.contains("Duplicate"), "{told}");
    press(&mut person, &[Key::Escape]);
    assert!(person.sees("Read it like a customer"), "the lesson goes on");
}

#[test]
fn what_has_no_use_says_why() {
    let mut person = Person::at_an_empty_sheet();
    press(&mut person, &[Key::F5]);
    let why = person.word("obstacle-no-steps");
    assert!(said(&person).contains(&why), "{}", said(&person));
    let mut person = class();
    press(&mut person, &[Key::F5, Key::F3]);
    assert!(person.sees("There is no other version to compare with at this stop"));
}

#[test]
fn a_lever_beyond_its_end_says_how_far_it_goes() {
    let mut person = class();
    press(&mut person, &[Key::F5, Key::ArrowRight, Key::V, Key::Num9, Key::Num9, Key::Enter]);
    let told = said(&person);
    assert!(told.contains("goes from") && told.contains(" to "), "{told}");
}

#[test]
fn a_try_at_a_stop_that_holds_back_reveals_nothing_and_shows_the_wall() {
    let mut person = class();
    press(&mut person, &[Key::F5, Key::ArrowRight, Key::T]);
    person.type_text("Table 3");
    press(&mut person, &[Key::Enter]);
    person.rest();
    let told = said(&person);
    assert!(told.contains("Try · Table 3") && told.contains("Which desk decides?"), "{told}");
    assert!(told.lines().any(|line| line == "?"), "the figures keep their places: {told}");
    assert!(!told.contains("Bottleneck"), "{told}");
    let tells = |text: &str| text == "60" || text.contains("60 /h");
    assert!(!told.lines().any(tells), "{told}");
    assert!(person.window.query_by_label_contains("Capacity: held back").is_some());
    press(&mut person, &[Key::Escape, Key::H]);
    assert!(said(&person).lines().any(|line| line == "60"), "revealed on purpose");
}

#[test]
fn among_all_stops_no_scenario_tells_what_is_to_be_asked() {
    let mut person = class();
    press(&mut person, &[Key::F5, Key::G]);
    let told = said(&person);
    let capacity = |told: &str| told.lines().any(|line| line == "60");
    assert!(!told.contains("Bottleneck") && !capacity(&told), "{told}");
    press(&mut person, &[Key::Escape, Key::ArrowRight, Key::ArrowRight, Key::ArrowRight, Key::G]);
    assert!(capacity(&said(&person)), "it was told by now");
}

#[test]
fn a_flipped_comparison_says_what_it_becomes() {
    let mut person = class();
    press(&mut person, &[Key::F5, Key::Num7, Key::Enter]);
    assert!(person.sees("Before and after"));
    let pill = |person: &Person| {
        let node = person.window.get_by_label_contains("Before and after");
        let said = node.accesskit_node().label().unwrap_or_default();
        said.lines().nth(1).unwrap_or_default().to_owned()
    };
    let told = said(&person);
    assert!(told.contains("+60 /h") && told.contains("120 /h"), "{told}");
    let after = pill(&person);
    press(&mut person, &[Key::F3]);
    assert_eq!(pill(&person), "As-is");
    assert_ne!(after, "As-is");
    assert!(said(&person).contains("+60 /h"), "before and after stand in one order");
    press(&mut person, &[Key::Num6, Key::Enter]);
    let told = said(&person);
    assert!(told.contains("A second officer"), "{told}");
}

#[test]
fn figures_that_are_held_back_hide_the_list_of_changes() {
    let blueprint = with_lesson(|lesson, _| lesson.stops[6].1.hold = vec!["figures".to_owned()]);
    let mut person = class_of(blueprint);
    press(&mut person, &[Key::F5, Key::Num7, Key::Enter]);
    let before = said(&person);
    press(&mut person, &[Key::H]);
    let after = said(&person);
    let changes =
        |text: &str| text.lines().filter(|line| line.starts_with(['+', '~', '−', '-'])).count();
    assert!(changes(&before) == 0 && changes(&after) > 0, "{before}\n---\n{after}");
}

#[test]
fn the_end_is_written_as_large_as_the_wall() {
    let mut person = class();
    press(&mut person, &[Key::F5, Key::End]);
    for _ in 0..6 {
        press(&mut person, &[Key::ArrowRight]);
    }
    assert!(person.window.query_by_label_contains("The lesson is over").is_some());
    press(&mut person, &[Key::ArrowLeft]);
    assert!(person.sees("Results"));
}

#[test]
fn the_wall_has_all_of_the_window_and_a_card_covers_neither_picture_nor_question() {
    let mut person = class();
    press(&mut person, &[Key::F5, Key::ArrowRight]);
    let wall = person.window.get_by_label_contains("Capacity: held back").rect();
    assert!(wall.bottom() >= 1079.0 && wall.right() >= 1919.0, "{wall:?}");
    press(&mut person, &[Key::M, Key::Num9]);
    let painted = person.painted();
    let card = painted.iter().find(|(text, ..)| text == "A  Payment: 9").expect("a card");
    assert!(card.1.bottom() <= 90.0, "over the title: {:?}", card.1);
}

#[test]
fn a_stop_that_comes_back_is_the_chosen_one() {
    let mut person = class_of(office_with_a_lesson(Language::English));
    person.command("Lesson");
    person.click_containing("Who is how busy? ·");
    person.press(PLAIN, Key::Delete);
    assert_eq!(person.shown_in("Title"), "One visit");
    person.undo();
    assert_eq!(person.shown_in("Title"), "Who is how busy?", "the row that came back");
}

#[test]
fn what_is_gone_of_a_stop_is_named_on_the_desk() {
    use onstage::blueprint::{Id, ScenarioId, StepId};
    let blueprint = with_lesson(|lesson, blueprint| {
        let first = blueprint.baseline().steps().keys().next().copied().expect("a step");
        let stop = &mut lesson.stops[0].1;
        stop.around = vec![first, StepId::from_number(9_001), StepId::from_number(9_002)];
        stop.with = Some(ScenarioId::from_number(9_003));
        lesson.stops[1].1.scenario = Some(ScenarioId::from_number(9_004));
    });
    let mut person = class_of(blueprint);
    press(&mut person, &[Key::F5]);
    person.point_at(egui::pos2(600.0, 500.0));
    person.point_at(egui::pos2(620.0, 500.0));
    person.click("Presenter’s desk");
    let told = said(&person);
    assert!(told.contains("2 of its cards are gone"), "{told}");
    assert!(told.contains("compared with is gone"), "{told}");
    assert!(told.contains("Skipped: 2 Which desk decides?"), "{told}");
}

#[test]
fn cards_that_stand_out_are_kept_in_the_file() {
    let mut blueprint = office_with_a_lesson(Language::English);
    let mut lesson = blueprint.lesson().expect("a lesson").as_ref().clone();
    let step = blueprint.baseline().steps().keys().next().copied().expect("a step");
    lesson.stops[0].1.spotlight = vec![step];
    blueprint.set_lesson(Some(lesson));
    let text = onstage::storage::encode(&blueprint);
    let read = onstage::storage::decode(&text).expect("a blueprint");
    assert!(read.unknown_fields.is_empty() && text.contains("spotlight: ["));
    assert_eq!(read.blueprint, blueprint);
    assert_eq!(onstage::storage::encode(&read.blueprint), text, "byte for byte");
}

#[test]
fn a_day_has_the_figures_of_the_window_on_the_wall() {
    let sample = onstage::storage::sample("licence-office-day").expect("a sample");
    let mut blueprint = sample.open().expect("opens");
    let stop = onstage::blueprint::Stop {
        title: "Hour".to_owned(),
        figures: vec!["capacity_per_hour".to_owned(), "demand_per_hour".to_owned()],
        ..Default::default()
    };
    let lesson = onstage::presenting::next_stop(&Lesson::default(), None, stop, &blueprint).0;
    blueprint.set_lesson(Some(lesson));
    let mut person = class_of(blueprint);
    let rate = person.app().analysis().demand_per_hour.value.expect("a demand");
    let rate = person.words().rate(rate);
    press(&mut person, &[Key::F5]);
    let tile = format!("Demand: {rate}");
    assert!(person.window.query_by_label_contains(&tile).is_some(), "{tile}\n{}", said(&person));
}
