//! The page of a review: what its rows count, and where they lead.

use egui::Key;
use egui::Modifiers;
use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use onstage::blueprint::{Anchor, Comment, Discussion, Timestamp};

use crate::context::{Computer, Person, reviewed_office};

const NONE: Modifiers = Modifiers::NONE;

/// An office in which something changed since it was reviewed, with the version that was reviewed beside it.
fn changed_office(computer: &Computer) -> Person {
    let office = onstage::storage::encode(&reviewed_office("en"));
    computer.file("copy.ron", office.clone());
    let changed = office.replace("time: \"60 s\"", "time: \"50 s\"");
    let changed = changed.replacen("Pays the fee", "Pays by card", 1);
    let file = computer.file("licence.ron", &changed);
    let mut person = Person::at_file(&file).open();
    person.review();
    person.wait();
    person
}

impl Person {
    /// How many changes the list says that it has.
    fn changes_listed(&self) -> usize {
        let said = self.window.query_all_by_label_contains("0 of ");
        let said =
            said.filter_map(|node| node.accesskit_node().value().or(node.accesskit_node().label()));
        let mut counts = said
            .filter_map(|text| text.strip_prefix("0 of ")?.strip_suffix(" viewed")?.parse().ok());
        counts.next().expect("a list of changes")
    }
}

/// Whether a part of the review is shown.
fn is_at(person: &Person, name: &str) -> bool {
    let tab = person.window.get_by_role_and_label(Role::Tab, name);
    tab.accesskit_node().is_selected() == Some(true)
}

#[test]
fn page_and_list_count_the_same_changes() {
    let computer = Computer::new();
    let mut person = changed_office(&computer);
    let told = "Changed: 2, worth a look. Since 12 November 2025: 2 changes, capacity 60 → 72 /h";
    assert!(person.sees(told), "{:?}", person.painted());
    person.press(NONE, Key::D);
    assert!(person.sees("0 of 2 viewed"));
    // Held against the first scenario, the page counts what that list has.
    person.click("To-be A: 120 /h");
    person.hold_against_baseline();
    let changes = person.changes_listed();
    assert!(changes > 12, "{changes}");
    person.press(NONE, Key::Num0);
    assert!(person.sees(&format!("Changed: {changes}, worth a look. Against As-is: −")));
}

#[test]
fn every_row_leads_to_its_place_by_its_number_and_by_its_link() {
    let mut person = Person::at_blueprint(reviewed_office("en")).open();
    person.review();
    person.wait();
    let leads_by = |person: &mut Person, key: Key| {
        person.press(NONE, Key::Num0);
        person.press(NONE, key);
        person.wait();
    };
    for (key, step) in [(Key::Num1, "Check violations"), (Key::Num5, "Eye test")] {
        leads_by(&mut person, key);
        assert!(is_at(&person, "Sheet"), "{key:?}");
        assert_eq!(person.selected(), [step], "{key:?}");
    }
    for (key, picture) in [(Key::Num2, "Load"), (Key::Num4, "Cost")] {
        leads_by(&mut person, key);
        assert!(is_at(&person, "Sheet"), "{key:?}");
        assert!(person.window.query_by_role(Role::Figure).is_some(), "{picture}");
        person.click("Put the picture away");
        assert!(person.window.query_by_role(Role::Figure).is_none(), "{picture} is put away");
    }
    leads_by(&mut person, Key::Num6);
    assert!(is_at(&person, "Sheet"));
    assert_eq!(person.selected().len(), 1, "the step that feels worst");
    leads_by(&mut person, Key::Num7);
    assert!(is_at(&person, "Verdict"), "what is missing stands on the page");
    leads_by(&mut person, Key::Num8);
    assert!(is_at(&person, "Changes"));
    leads_by(&mut person, Key::Num9);
    assert!(person.sees("How the figures are computed, and how far to trust them"));
    person.press(NONE, Key::Escape);
    person.press(NONE, Key::Num0);
    for link in
        ["Limit: Sheet", "Load: Sheet", "Worst wait: Sheet", "Cost: Cost", "Cost: Ask for it"]
    {
        assert!(person.sees(link), "{link}");
    }
    for link in ["Experience: Sheet", "Missing: Ask for it", "Changed: See all", "Trust: Method"] {
        assert!(person.sees(link), "{link}");
    }
    person.click("Experience: Sheet");
    assert!(is_at(&person, "Sheet"));
}

#[test]
fn whoever_goes_back_to_the_page_sees_all_comments_again() {
    let mut person = Person::at_blueprint(reviewed_office("en")).open();
    person.review();
    person.press(NONE, Key::Num1);
    assert!(person.sees("Only on Check violations: 1 of 3"), "{:?}", person.painted());
    assert!(!person.sees("Please give the price"));
    person.click("Show all");
    assert!(person.sees("Please give the price") && !person.sees("Only on"));
    person.press(NONE, Key::Num1);
    person.press(NONE, Key::Num0);
    assert!(person.sees("Please give the price") && !person.sees("Only on"));
    assert!(person.selected().is_empty());
}

#[test]
fn a_change_shows_how_many_comments_it_has_and_what_they_say() {
    let computer = Computer::new();
    let mut person = changed_office(&computer);
    person.press(NONE, Key::D);
    assert!(!person.sees("comment on Check violations"));
    for text in ["Measured by whom?", "And when?"] {
        person.press(NONE, Key::CloseBracket);
        person.press(NONE, Key::OpenBracket);
        person.press(NONE, Key::C);
        person.window.run_steps(3);
        person.type_text(text);
        person.press(NONE, Key::Escape);
    }
    let bubble = "2 comments on Check violations · Time: 60 s → 50 s";
    assert!(person.sees(bubble), "{:?}", person.painted());
    assert!(person.sees("0 of 2 viewed · 2 comments"));
    assert!(person.sees("Measured by whom?") && person.sees("And when?"), "below its change");
    person.press(NONE, Key::CloseBracket);
    assert!(!person.sees("Measured by whom?"), "another change is meant");
    person.click(bubble);
    assert!(person.sees("Measured by whom?"));
}

#[test]
fn what_somebody_else_saved_meanwhile_can_be_held_against() {
    let computer = Computer::new();
    let mut person = changed_office(&computer);
    let office = onstage::storage::encode(&reviewed_office("en"));
    computer.file("licence.ron", office.replace("time: \"40 s\"", "time: \"35 s\""));
    person.press(NONE, Key::D);
    person.click_containing("Against: review of");
    person.click("the file on the disk");
    assert!(person.sees("As-is against the file on the disk"));
    assert!(person.sees("Eye test · Time: 35 s → 40 s"), "{:?}", person.changes_listed());
    assert_eq!(person.changes_listed(), 3);
    person.press(NONE, Key::Num0);
    assert!(person.sees("Changed: 3, worth a look. Against the file on the disk: 3 changes"));
}

#[test]
fn the_summary_is_what_fits_a_message() {
    let mut person = Person::at_blueprint(reviewed_office("en")).open();
    person.review();
    person.wait();
    person.window.get_by_role_and_label(Role::Button, "Copy summary").click();
    let copied = (0..5).find_map(|_| {
        person.window.step();
        let commands = &person.window.output().platform_output.commands;
        commands.iter().find_map(|command| match command {
            egui::OutputCommand::CopyText(text) => Some(text.clone()),
            _ => None,
        })
    });
    let copied = copied.expect("something is copied");
    let lines: Vec<&str> = copied.lines().collect();
    assert_eq!(lines.len(), 4, "{copied}");
    assert_eq!(lines[0], "Driver-licence office – As-is");
    assert!(lines[1].contains("last reviewed on 12 November 2025 by Reviewer One"), "{copied}");
    assert!(lines[2].contains("54 an hour come") && lines[3].starts_with("A visit takes"));
}

#[test]
fn pins_that_would_cover_each_other_are_one() {
    let mut office = reviewed_office("en");
    let scenario = Some(office.baseline().id());
    let mut said = Discussion::clone(office.discussion());
    said.comments.clear();
    let at = Timestamp::parse("2025-11-27T14:05:10+08:00").unwrap();
    for (x, text) in [(300, "One."), (304, "Two."), (308, "Three."), (700, "Far off.")] {
        let on = Anchor { scenario, at: Some((x, 160)), ..Anchor::default() };
        said.comments.push(Comment::new(on, "Ann", at.clone(), text));
    }
    office.set_discussion(said);
    let mut person = Person::at_blueprint(office).open();
    person.review();
    person.click_role(Role::Tab, "Sheet");
    let buttons = person.window.query_all_by_role(Role::Button);
    let mut told: Vec<usize> = buttons
        .filter_map(|node| node.accesskit_node().label())
        .filter(|label| label.starts_with("Comment ") && label.contains(", open, Ann, on "))
        .map(|label| label.lines().count())
        .collect();
    told.sort_unstable();
    assert_eq!(told, [1, 3], "each is told, and three lie under one pin");
}
