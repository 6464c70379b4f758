//! A day played on the sheet, as a class would see it.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use onstage::blueprint::Scenario;
use onstage::simulation::playback::{Cursor, MINUTE, Reel, Scene, Stage, Still, Which};
use onstage::wording::Language;

use crate::context::{Person, Setup, office_with_a_day};

fn class() -> Setup {
    Person::at_blueprint(office_with_a_day(Language::English)).size(1440.0, 900.0)
}

fn reel(scenario: &Scenario, which: Which) -> Arc<Reel> {
    let stage = Arc::new(Stage::of(scenario).expect("can be played"));
    let number = which.number(&stage, &|| false).expect("a day");
    Arc::new(Reel::record(&stage, number, &|| false).expect("plays"))
}

/// The minute of the day at a time.
fn minute(reel: &Reel, at: u64) -> u32 {
    let from_open = u32::try_from((at - reel.stage().opens()) / MINUTE).expect("a day");
    8 * 60 + from_open
}

fn still(reel: &Arc<Reel>, at: u64) -> Still {
    let mut cursor = Cursor::new(reel);
    cursor.seek(at, &mut || true);
    cursor.still()
}

impl Person {
    /// What the strip says of this moment: `11:40: 3 waiting`.
    fn strip(&self) -> String {
        let labels = self.window.query_all_by_label_contains(" waiting");
        let text = |node: &egui_kittest::Node<'_>| {
            let node = node.accesskit_node();
            node.value().or_else(|| node.label())
        };
        let mut labels = labels.filter_map(|node| text(&node));
        let strip = labels.find(|label| label.get(2..3) == Some(":"));
        strip.expect("a strip")
    }

    fn clock(&self) -> String {
        self.strip().split(": ").next().unwrap_or_default().to_owned()
    }
}

#[test]
fn a_second_officer_at_lunch_leaves_fewer_waiting_than_before() {
    let mut person = class().open();
    let before = person.document();
    person.play_day();
    let today = reel(person.scenario(), Which::Typical);
    let longest = today.story().iter().find_map(|marker| match marker.scene {
        Scene::LongestLine { waiting, .. } => Some((marker.at, waiting)),
        _ => None,
    });
    let (at, waiting) = longest.expect("a lunch peak");
    person.click_containing("Longest line: ");
    person.wait();
    let time = person.clock();
    assert_eq!(still(&today, at).waiting, u64::from(waiting), "all wait for the check");
    assert_eq!(person.strip(), format!("{time}: {waiting} waiting"));
    person.click("One Records officer more");
    person.wait();
    person.wait();
    let levered = reel_with(&person, 2, &today);
    let left = still(&levered, at).waiting;
    assert!(left * 4 < u64::from(waiting), "the lever helps: {left}");
    assert_eq!(person.strip(), format!("{time}: {left} waiting instead of {waiting}"));
    assert!(!person.app().editor().is_modified(), "nothing is saved");
    person.click_role(Role::Button, "Reset");
    person.wait();
    assert_eq!(person.strip(), format!("{time}: {waiting} waiting"));
    person.click("One Records officer more");
    person.wait();
    person.click("Keep as scenario");
    person.wait();
    assert_eq!(person.blueprint().scenarios().len(), 3);
    assert_eq!(person.strip(), format!("{time}: {left} waiting"), "the kept scenario plays on");
    person.undo();
    assert!(person.document() == before, "as it was");
}

/// The same day of the scenario with so many officers.
fn reel_with(person: &Person, officers: u32, today: &Reel) -> Arc<Reel> {
    let mut blueprint = person.blueprint().clone();
    let id = person.scenario().id();
    let changed = blueprint.edit(id, |scenario, _| {
        let found = scenario.roles().iter().find(|(_, role)| role.name == "Records officer");
        let (id, role) = found.map(|(id, role)| (*id, role.as_ref().clone())).expect("a role");
        scenario.set_role(id, onstage::blueprint::Role { headcount: officers, ..role })
    });
    changed.expect("another officer");
    let scenario = blueprint.scenario(id).expect("the scenario");
    reel(scenario, Which::Number(today.number()))
}

#[test]
fn the_keys_of_the_player_go_through_the_day() {
    let mut person = class().open();
    person.play_day();
    assert_eq!(person.clock(), "08:00");
    for _ in 0..3 {
        person.press(Modifiers::NONE, Key::ArrowRight);
    }
    assert_eq!(person.clock(), "08:03");
    person.press(Modifiers::SHIFT, Key::ArrowRight);
    person.press(Modifiers::NONE, Key::ArrowLeft);
    assert_eq!(person.clock(), "08:17");
    person.press(Modifiers::NONE, Key::End);
    let today = reel(person.scenario(), Which::Typical);
    let end = minute(&today, today.ends());
    assert_eq!(person.clock(), person.words().clock(end));
    person.press(Modifiers::NONE, Key::Comma);
    let before = person.strip();
    person.press(Modifiers::NONE, Key::Period);
    assert_eq!(person.clock(), person.words().clock(end));
    assert!(before <= person.strip());
    // It plays by itself, and nothing of all this changed the sheet.
    person.press(Modifiers::NONE, Key::Home);
    person.press(Modifiers::NONE, Key::Space);
    person.window.run_steps(8);
    person.press(Modifiers::NONE, Key::Space);
    person.wait();
    let clock = person.clock();
    assert!(
        clock.as_str() > "08:05" && clock.as_str() < "08:30",
        "two seconds at five a second: {clock}"
    );
    assert!(person.selected().is_empty() && !person.app().editor().is_modified());
}

#[test]
fn f9_gives_the_sheet_the_window_and_esc_leaves_one_thing_a_press() {
    let mut person = class().open();
    person.play_day();
    assert!(person.sees("Story of the day") && person.sees("Leave playback"));
    person.click("One Records officer more");
    person.wait();
    let card = person.app().card_on_screen(person.step("Eye test")).expect("a card");
    person.press(Modifiers::NONE, Key::F9);
    person.rest();
    assert!(!person.sees("Story of the day") && !person.sees("Leave playback"));
    for bar in ["Scenario", "English", "Redesign…"] {
        assert!(!person.sees(bar), "{bar} leaves its room to the sheet");
    }
    let wide = person.app().card_on_screen(person.step("Eye test")).expect("a card");
    assert!(wide.width() > 1.1 * card.width(), "as large as it fits: {card:?} {wide:?}");
    person.press(Modifiers::NONE, Key::Escape);
    person.rest();
    assert!(person.sees("Scenario"));
    let back = person.app().card_on_screen(person.step("Eye test")).expect("a card");
    assert!((back.min - card.min).length() < 1.0, "as it was seen: {card:?} {back:?}");
    assert!(person.sees("Story of the day") && person.sees("Levers set"), "the lever stays");
    for _ in 0..2 {
        person.press(Modifiers::NONE, Key::Escape);
        person.rest();
    }
    assert!(!person.sees("Story of the day") && person.sees("Throughput time"));
}

#[test]
fn an_edit_plays_on_with_the_same_day() {
    let mut person = class().open();
    person.play_day();
    for _ in 0..16 {
        person.press(Modifiers::SHIFT, Key::ArrowRight);
    }
    let (clock, before) = (person.clock(), person.strip());
    assert_eq!(clock, "12:00");
    // Without its work a customer's step has no time: nothing is shown that is not so.
    person.click_card("Eye test");
    person.press(Modifiers::NONE, Key::Delete);
    person.wait_for("The day cannot be played yet");
    person.undo();
    person.wait_for(&clock);
    person.wait();
    assert_eq!(person.strip(), before, "it stays at its time");
}

#[test]
fn what_cannot_be_played_says_what_is_missing() {
    let mut person = Person::at("driver-licence-office").size(1440.0, 900.0).open();
    person.press(Modifiers::NONE, Key::F12);
    person.wait_for("This scenario has no day yet");
    person.press(Modifiers::NONE, Key::F12);
    let text = r#"(title: "Passes", scenarios: [(id: 1, name: "Today",
        lanes: [(id: 2, zone: Frontstage)], phases: [(id: 3)],
        steps: [(id: 34, name: "Serve", lane: 2, phase: 3, time: "4 min")])])"#;
    let mut person = Person::at_text(text).size(1440.0, 900.0).open();
    person.press(Modifiers::NONE, Key::F12);
    person.wait_for("The day cannot be played yet");
}

#[test]
fn a_card_says_who_waits_and_who_is_busy_while_the_day_stands_still() {
    let mut person = class().open();
    person.play_day();
    person.click_containing("Longest line: ");
    person.wait();
    let waiting = person.strip().split(' ').nth(1).map(str::to_owned).expect("a number");
    let cards = person.window.query_all_by_role(Role::ListItem);
    let said = cards.filter_map(|node| node.accesskit_node().label());
    let check = said.into_iter().find(|label| label.starts_with("Check violations"));
    let check = check.expect("the card");
    assert!(
        check.contains(&format!("{waiting} waiting")) && check.contains("1 of 1 busy"),
        "{check}"
    );
}

#[test]
fn two_scenarios_are_played_on_the_same_customers() {
    let mut person = class().open();
    person.command("Compare");
    person.play_day();
    for _ in 0..18 {
        person.press(Modifiers::SHIFT, Key::ArrowRight);
    }
    let scenarios: Vec<&Scenario> =
        person.blueprint().scenarios().iter().map(AsRef::as_ref).collect();
    let names: Vec<&str> = scenarios.iter().map(|scenario| scenario.name()).collect();
    let shown = person.scenario();
    let other = scenarios.iter().find(|scenario| scenario.id() != shown.id()).expect("another");
    let of_other = reel(other, Which::Typical);
    let now = reel(shown, Which::Number(of_other.number()));
    let at = now.stage().opens() + 18 * 15 * MINUTE;
    let (now, beside) = (still(&now, at), still(&of_other, at));
    assert_eq!(now.arrivals, beside.arrivals, "{names:?}");
    let expected =
        format!("12:30: {} waiting, {} in {}", now.waiting, beside.waiting, other.name());
    assert_eq!(person.strip(), expected);
}

#[test]
fn the_clock_shows_seconds_while_it_stands_still() {
    let mut person = class().open();
    person.play_day();
    assert!(person.window.query_by_label("08:00:00").is_some());
    person.press(Modifiers::NONE, Key::Period);
    person.press(Modifiers::NONE, Key::Period);
    let today = reel(person.scenario(), Which::Typical);
    let mut cursor = Cursor::new(&today);
    for _ in 0..2 {
        let next = cursor.next_event().expect("an event");
        cursor.seek(next, &mut || true);
    }
    let seconds = (cursor.at() - today.stage().opens()) / (MINUTE / 60);
    let time = format!("08:{:02}:{:02}", seconds / 60, seconds % 60);
    assert!(person.window.query_by_label(&time).is_some(), "{time}");
    person.press(Modifiers::NONE, Key::Home);
    person.window.key_press(Key::Space);
    person.window.run_steps(3);
    assert!(person.window.query_by_label("08:00:00").is_none(), "nobody could read them");
}

#[test]
fn a_lever_of_heads_says_how_many_are_on_duty_then() {
    let mut blueprint = office_with_a_day(Language::English);
    let id = blueprint.baseline().id();
    let changed = blueprint.edit(id, |scenario, _| {
        let found = scenario.roles().iter().find(|(_, role)| role.name == "Records officer");
        let (id, role) = found.map(|(id, role)| (*id, role.as_ref().clone())).expect("a role");
        let time = |hours: u32| onstage::blueprint::TimeOfDay::new(60 * hours).expect("a time");
        let shifts = [(8, 17), (11, 14)];
        let shifts = shifts.map(|(from, to)| onstage::blueprint::Shift::new(time(from), time(to)));
        scenario.set_role(id, onstage::blueprint::Role { shifts: shifts.to_vec(), ..role })
    });
    changed.expect("shifts");
    let mut person = Person::at_blueprint(blueprint).size(1440.0, 900.0).open();
    person.play_day();
    assert!(person.window.query_by_label("1 on duty").is_some());
    for _ in 0..16 {
        person.press(Modifiers::SHIFT, Key::ArrowRight);
    }
    assert!(person.window.query_by_label("2 on duty").is_some(), "at noon, as on the card");
    person.click("One Records officer more");
    person.wait();
    person.wait();
    assert!(person.window.query_by_label("2 → 3 on duty").is_some());
}

#[test]
fn the_story_is_seen_on_a_small_screen() {
    for (width, height) in [(1440.0, 900.0), (1280.0, 720.0)] {
        let mut person = class().size(width, height).open();
        person.play_day();
        let leave = person.window.get_by_label("Leave playback").rect();
        let today = reel(person.scenario(), Which::Typical);
        let last = today.story().last().expect("a story");
        assert!(matches!(last.scene, Scene::LastOut));
        let last = person.window.get_by_label_contains("Last one out").rect();
        assert!(last.bottom() <= leave.top() + 1.0, "{last:?} above {leave:?}");
        let keep = person.window.get_by_label("Keep as scenario").rect();
        assert!(keep.bottom() < last.top(), "with all levers above it");
    }
}

#[test]
fn a_day_that_there_is_not_is_said_so() {
    let mut person = class().open();
    person.play_day();
    let day = |person: &Person| {
        let field = person.window.get_by_label("Number of the day");
        field.accesskit_node().numeric_value()
    };
    let before = day(&person);
    person.window.get_by_label("Number of the day").focus();
    person.wait();
    person.press(Modifiers::COMMAND, Key::A);
    person.enter("12345");
    assert!(person.sees("There is no day 12345: enter a number from 0 to 9,999"));
    assert_eq!(day(&person), before);
    person.window.get_by_label("Number of the day").focus();
    person.wait();
    person.press(Modifiers::COMMAND, Key::A);
    person.enter("17");
    assert_eq!(day(&person), Some(17.0));
}

#[test]
fn who_leaves_the_player_with_a_lever_set_finds_the_panel_as_it_was() {
    let office = onstage::storage::sample("licence-office-day").expect("a sample");
    let blueprint = office.open().expect("opens");
    let mut person = Person::at_blueprint(blueprint).size(1440.0, 900.0).simulating(2).open();
    // How far below the tabs the first section lies.
    let row = |person: &Person| {
        let tab = person.window.get_by_role_and_label(Role::Tab, "Capacity").rect();
        let name = person.word("section-simulation");
        let section = person.window.get_by_role_and_label(Role::DisclosureTriangle, &name);
        section.rect().top() - tab.bottom()
    };
    let before = row(&person);
    person.play_day();
    person.click("One Records officer more");
    person.wait();
    person.click("Leave playback");
    person.wait();
    assert!(person.sees("Levers set"));
    assert!((row(&person) - before).abs() < 4.0, "{before} {}", row(&person));
}

/// The office from eight in the evening to three in the morning.
fn night() -> onstage::blueprint::Blueprint {
    let mut blueprint = office_with_a_day(Language::English);
    let id = blueprint.baseline().id();
    let changed = blueprint.edit(id, |scenario, _| {
        let at = |hours: u32| onstage::blueprint::TimeOfDay::new(hours * 60).expect("a time");
        let day = onstage::blueprint::Day::new(at(20), at(3));
        let demand =
            onstage::blueprint::Demand { day: Some(Box::new(day)), ..scenario.demand().clone() };
        scenario.set_demand(demand)
    });
    changed.expect("a night");
    blueprint
}

#[test]
fn times_after_midnight_are_those_of_the_next_day() {
    let mut person = Person::at_blueprint(night()).size(1440.0, 900.0).open();
    person.play_day();
    assert_eq!(person.clock(), "20:00");
    for _ in 0..18 {
        person.press(Modifiers::SHIFT, Key::ArrowRight);
    }
    assert_eq!(person.clock(), "00:30 next day");
    assert!(person.window.query_by_label("00:30:00 next day").is_some(), "the large clock");
    assert!(person.sees("Doors close at 03:00 next day"));
    assert!(person.sees("Last one out (next day)"), "the story");
}

#[test]
fn another_scenario_plays_the_same_day_and_none_calls_it_typical() {
    let mut person = class().open();
    person.play_day();
    let is_on = |person: &Person, name: &str| {
        let node = person.window.get_by_role_and_label(Role::RadioButton, name);
        node.accesskit_node().toggled() == Some(egui::accesskit::Toggled::True)
            || node.accesskit_node().is_selected() == Some(true)
    };
    let number = |person: &Person| {
        person.window.get_by_label("Number of the day").accesskit_node().numeric_value()
    };
    assert!(is_on(&person, "Typical"));
    let before = number(&person);
    person.click("One Records officer more");
    person.wait();
    let other = person.blueprint().scenarios()[1].name().to_owned();
    person.click_containing("To-be A");
    person.wait();
    person.wait();
    assert_eq!(person.scenario().name(), other);
    assert!(!is_on(&person, "Typical") && !is_on(&person, "Bad"));
    assert_eq!(number(&person), before, "the same customers");
    assert!(person.sees("The levers were reset"), "and what became of the lever is said");
    person.click_role(Role::RadioButton, "Typical");
    person.wait();
    assert!(is_on(&person, "Typical"));
}

#[test]
fn cards_say_nothing_of_another_hour_while_a_day_is_played() {
    let mut person = class().open();
    person.play_day();
    let whole = |person: &Person| {
        let (seen, sheet) = person.app().sheet_on_screen();
        seen.expand(1.0).contains_rect(sheet)
    };
    assert!(whole(&person));
    let mut person = class().size(1280.0, 720.0).open();
    assert!(!whole(&person), "opened at a size that reads");
    person.play_day();
    assert!(whole(&person), "all of a day is to be seen");
}
