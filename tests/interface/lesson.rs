//! A lesson from beginning to end: what a class sees, what stays out of reach, what is kept.

use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;
use onstage::wording::Language;

use crate::context::{Computer, Person, office_with_a_lesson};

const PLAIN: Modifiers = Modifiers::NONE;

fn class() -> Person {
    Person::at_blueprint(office_with_a_lesson(Language::English)).size(1920.0, 1080.0).open()
}

impl Person {
    fn key(&mut self, key: Key) {
        self.press(PLAIN, key);
    }

    fn keys(&mut self, keys: &[Key]) {
        for key in keys {
            self.key(*key);
        }
    }

    /// Begins a try in somebody's name.
    fn try_of(&mut self, by: &str) {
        self.key(Key::T);
        self.type_text(by);
        self.key(Key::Enter);
        self.rest();
    }

    /// Everything that is written and everything that is said.
    fn all_said(&self) -> String {
        let painted = self.painted().into_iter().map(|(text, ..)| text);
        painted.collect::<Vec<_>>().join("\n")
    }
}

#[test]
fn a_lesson_leaves_file_and_history_alone() {
    let computer = Computer::new();
    let file = computer.save("office.ron", &office_with_a_lesson(Language::English));
    let mut person = Person::at_file(&file).size(1920.0, 1080.0).open();
    let bytes = std::fs::read(&file).expect("a file");
    let time = std::fs::metadata(&file).and_then(|about| about.modified()).expect("a time");
    person.click_card("Eye test");
    let (document, selected) = (person.document(), person.selected());
    let sheet = person.app().sheet_on_screen();
    person.key(Key::F5);
    for _ in 0..14 {
        if !person.sees("Results") {
            person.key(Key::ArrowRight);
        }
    }
    assert!(person.sees("Results"));
    person.key(Key::Home);
    person.try_of("Table 3");
    let card = person.card("Eye test");
    person.drag(card, card + egui::vec2(-80.0, 30.0));
    assert_ne!(person.document(), document, "the sandbox follows");
    person.keys(&[Key::Escape, Key::R]);
    person.press(Modifiers::SHIFT, Key::R);
    person.key(Key::Escape);
    person.click("Try 1");
    person.click("Keep none and leave");
    assert_eq!(person.document(), document);
    assert_eq!(person.selected(), selected);
    assert_eq!(person.app().sheet_on_screen(), sheet);
    assert_eq!(person.undo_code(), None);
    assert_eq!(std::fs::read(&file).expect("a file"), bytes);
    let after = std::fs::metadata(&file).and_then(|about| about.modified()).expect("a time");
    assert_eq!(after, time);
}

#[test]
fn what_is_held_back_is_neither_seen_nor_heard() {
    let mut person = class();
    person.keys(&[Key::F5, Key::ArrowRight]);
    assert!(person.sees("Which desk decides?"));
    let said = person.all_said();
    assert!(said.contains('?') && said.contains("54"), "{said}");
    assert!(!said.contains("Bottleneck"), "{said}");
    let tells = |text: &str| text == "60" || text == "45" || text.contains("60 /h");
    assert!(!said.lines().any(tells), "{said}");
    assert!(person.window.query_by_label_contains("Bottleneck: held back").is_some());
    assert!(person.window.query_by_label_contains("Capacity: held back").is_some());
    person.keys(&[Key::ArrowRight, Key::ArrowRight]);
    assert!(person.window.query_by_label_contains("Capacity: 60").is_some());
    let said = person.all_said();
    assert!(said.contains("Bottleneck") && said.lines().any(tells), "{said}");
}

#[test]
fn the_first_stop_does_not_tell_what_the_second_asks_for() {
    let mut person = class();
    person.key(Key::F5);
    assert!(person.sees("Read it like a customer"));
    assert!(!person.all_said().contains("Bottleneck"), "{}", person.all_said());
    assert!(person.window.query_by_label_contains("Bottleneck: held back").is_some());
    person.keys(&[Key::ArrowRight, Key::ArrowRight, Key::ArrowRight, Key::ArrowLeft]);
    assert!(person.sees("Read it like a customer"));
    assert!(person.all_said().contains("Bottleneck"), "it is known by now");
}

#[test]
fn keys_of_a_clicker_do_what_they_do_elsewhere() {
    let mut person = class();
    person.keys(&[Key::F5, Key::PageDown]);
    assert!(person.sees("Which desk decides?"));
    person.key(Key::Period);
    assert!(!person.sees("Which desk decides?") && person.sees("Black wall"));
    person.key(Key::Period);
    assert!(person.sees("Which desk decides?"));
    person.key(Key::PageUp);
    assert!(person.sees("Read it like a customer"));
    person.keys(&[Key::Num9, Key::Enter]);
    assert!(person.sees("120 an hour"));
    person.key(Key::Escape);
    assert!(!person.sees("120 an hour"), "nothing was tried: the lesson is left at once");
    person.press(Modifiers::SHIFT, Key::F5);
    assert!(person.sees("Read it like a customer"));
}

#[test]
fn tries_that_are_chosen_become_scenarios() {
    let mut person = class();
    let before = person.document();
    let count = person.blueprint().scenarios().len();
    person.key(Key::F5);
    for by in ["Table 1", "Table 2", "Table 3"] {
        person.try_of(by);
        let card = person.card("Eye test");
        person.drag(card, card + egui::vec2(-80.0, 30.0));
        person.keys(&[Key::Escape, Key::R]);
    }
    person.key(Key::Escape);
    person.click("Try 2");
    person.fill("Try 1: Name", "First idea");
    person.fill("Try 3: Name", "Clerk tests eyes");
    person.click("Keep 2 and leave");
    let scenarios = person.blueprint().scenarios();
    let kept: Vec<_> = scenarios.iter().skip(count).map(|it| (it.name(), it.by())).collect();
    assert_eq!(kept, [("First idea", "Table 1"), ("Clerk tests eyes", "Table 3")]);
    person.undo();
    person.undo();
    assert_eq!(person.document(), before);
    assert_eq!(person.undo_code(), None, "one step each");
}

#[test]
fn where_the_queue_grows_the_tile_says_so() {
    let mut blueprint = office_with_a_lesson(Language::English);
    let first = blueprint.baseline().id();
    let demand = |scenario: &mut onstage::blueprint::Scenario| {
        let rate = onstage::blueprint::Quantity::from(66_u32);
        let demand = scenario.demand().at_rate(rate);
        scenario.set_demand(demand)
    };
    blueprint.edit(first, |scenario, _| demand(scenario)).expect("a demand");
    let mut person = Person::at_blueprint(blueprint).size(1920.0, 1080.0).open();
    person.keys(&[Key::F5, Key::ArrowRight, Key::ArrowRight, Key::ArrowRight]);
    assert!(person.window.query_by_label_contains("Throughput time: no end").is_some());
    assert!(person.window.query_by_label_contains("grows by 6").is_some());
}

#[test]
fn the_lesson_of_the_licence_office_takes_few_presses() {
    let mut person = Person::at_first_sample().size(1920.0, 1080.0).open();
    let mut presses = 0;
    let mut seen = Vec::new();
    let mut press = |person: &mut Person, key| {
        person.key(key);
        presses += 1;
        for time in ["7 min 45 s", "3 min 45 s", "3 min 27 s"] {
            let tile = format!("Throughput time: {time}");
            let is_there = person.window.query_by_label_contains(&tile).is_some();
            if is_there && !seen.contains(&time) {
                seen.push(time);
            }
        }
    };
    press(&mut person, Key::F5);
    while !person.sees("Results") {
        if person.sees("A second officer") && !person.sees("3 min 45 s") {
            press(&mut person, Key::V);
            press(&mut person, Key::ArrowUp);
            press(&mut person, Key::Escape);
        }
        press(&mut person, Key::ArrowRight);
    }
    press(&mut person, Key::Escape);
    assert_eq!(seen, ["7 min 45 s", "3 min 45 s", "3 min 27 s"]);
    assert!(presses <= 25, "{presses} presses");
}

#[test]
fn nothing_is_lost_whatever_is_pressed_while_stops_are_shown() {
    let mut person = class();
    let before = person.document();
    person.key(Key::F5);
    let mut state: u64 = 3;
    let keys = [
        Key::ArrowRight,
        Key::ArrowLeft,
        Key::B,
        Key::W,
        Key::G,
        Key::Enter,
        Key::H,
        Key::V,
        Key::Plus,
        Key::Minus,
        Key::Num3,
        Key::F3,
        Key::C,
        Key::L,
        Key::D,
        Key::S,
        Key::Z,
        Key::M,
        Key::R,
        Key::End,
        Key::Home,
        Key::Delete,
        Key::A,
        Key::F2,
        Key::Tab,
        Key::X,
        Key::Space,
        Key::ArrowUp,
    ];
    for _ in 0..300 {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let at = usize::try_from(state >> 33).expect("a number") % keys.len();
        person.key(keys[at]);
    }
    let held = [Key::S, Key::N, Key::O, Key::D, Key::X, Key::V, Key::A, Key::W];
    for key in held {
        person.press(Modifiers::COMMAND, key);
    }
    person.keys(&[Key::Escape, Key::Escape, Key::Escape, Key::Escape]);
    person.wait();
    assert_eq!(person.document(), before);
    assert_eq!(person.undo_code(), None);
}

#[test]
fn stops_are_made_of_what_is_seen_moved_and_taken_away() {
    let mut person = Person::at("clinic-appointments").size(1440.0, 1500.0).open();
    let titles = |person: &Person| {
        let lesson = person.blueprint().lesson().cloned().unwrap_or_default();
        lesson.stops.iter().map(|(_, stop)| stop.title.clone()).collect::<Vec<_>>()
    };
    let ctrl_shift = Modifiers::COMMAND | Modifiers::SHIFT;
    person.press(ctrl_shift, Key::F5);
    assert_eq!(titles(&person), ["Sheet"]);
    person.fill_and_enter("Title", "First");
    person.press(ctrl_shift, Key::F5);
    person.fill_and_enter("Title", "Second");
    assert_eq!(titles(&person), ["First", "Second"]);
    person.click("Bottleneck");
    let lesson = person.blueprint().lesson().cloned().expect("a lesson");
    assert_eq!(lesson.stops[1].1.hold, ["bottleneck"]);
    person.click_containing("Second ·");
    person.press(Modifiers::ALT, Key::ArrowUp);
    assert_eq!(titles(&person), ["Second", "First"]);
    person.key(Key::Delete);
    assert_eq!(titles(&person), ["First"]);
    person.undo();
    person.undo();
    assert_eq!(titles(&person), ["First", "Second"]);
}

#[test]
fn a_lesson_is_suggested_and_shown_without_being_kept() {
    let mut person = Person::at("clinic-appointments").open();
    person.key(Key::F5);
    assert!(person.window.query_by_label_contains("stop 1 of").is_none(), "no strip by itself");
    person.key(Key::Escape);
    assert!(person.blueprint().lesson().is_none());
    person.command("Suggest stops");
    let count = person.blueprint().lesson().map_or(0, |lesson| lesson.stops.len());
    assert!(count >= 3, "{count} stops");
    person.undo();
    assert!(person.blueprint().lesson().is_none(), "in one step");
}

#[test]
fn the_blueprint_goes_back_to_what_was_saved() {
    let computer = Computer::new();
    let file = computer.save("office.ron", &office_with_a_lesson(Language::English));
    let mut person = Person::at_file(&file).open();
    let saved = person.document();
    person.change_something();
    let changed = person.document();
    person.command("Revert to saved");
    assert_eq!(person.document(), saved);
    person.undo();
    assert_eq!(person.document(), changed);
}

#[test]
fn a_lever_is_turned_and_put_back() {
    let mut person = class();
    let people = |person: &Person| -> u32 {
        person.blueprint().baseline().roles().values().map(|role| role.headcount).sum()
    };
    let before = people(&person);
    person.keys(&[Key::F5, Key::ArrowRight]);
    assert!(person.sees("Which desk decides?"));
    person.key(Key::H);
    assert!(person.window.query_by_label_contains("Capacity: 60").is_some());
    person.key(Key::V);
    person.key(Key::ArrowUp);
    assert!(person.window.query_by_label_contains("was 60").is_some(), "one officer more");
    let changed = person.window.query_by_label_contains("As-is · changed");
    assert!(changed.is_some(), "the wall says that this is not as it is");
    assert_eq!(people(&person), before + 1, "the sandbox follows");
    person.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(people(&person), before, "nothing of it stays");
    assert!(person.window.query_by_label_contains("was 60").is_none());
    assert!(person.window.query_by_label_contains("Capacity: 60").is_some());
}

#[test]
fn the_day_is_played_at_its_stop() {
    let mut blueprint = office_with_a_lesson(Language::English);
    let lesson = blueprint.lesson().cloned().expect("a lesson");
    let mut lesson = lesson.as_ref().clone();
    lesson.stops[0].1.shows = "day".to_owned();
    blueprint.set_lesson(Some(lesson));
    let mut person = Person::at_blueprint(blueprint).size(1920.0, 1080.0).open();
    let before = person.document();
    person.key(Key::F5);
    person.wait_for("A typical day");
    person.key(Key::F12);
    person.wait_for("A typical day, paused");
    // The time is the largest text of all; along the day's course another is chosen.
    let clock = |person: &Person| {
        let times = person.painted().into_iter().filter(|(text, ..)| text.contains(':'));
        let largest = times.max_by(|(_, a, _), (_, b, _)| a.height().total_cmp(&b.height()));
        largest.map(|(text, ..)| text).expect("a time")
    };
    let early = clock(&person);
    person.click_at(egui::pos2(1700.0, 1010.0));
    assert!(clock(&person) > early, "{early}, then {}", clock(&person));
    assert!(person.sees("A typical day, paused"), "the stop is the same");
    let card = egui::pos2(1080.0, 380.0);
    person.drag(card, card + egui::vec2(-80.0, 30.0));
    assert_eq!(person.document(), before, "cards stay where they are");
    person.key(Key::PageDown);
    assert!(person.sees("Which desk decides?"));
    person.key(Key::Escape);
    assert_eq!(person.document(), before);
}
