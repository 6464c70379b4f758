//! What people come for, from the first drag to the saved file.

use egui::{Key, Modifiers};
use onstage::blueprint::Zone;

use crate::context::{Computer, Person};

/// The six activities of the licence office and their times.
const OFFICE: [(&str, &str); 6] = [
    ("Review", "15 s"),
    ("Pay", "30"),
    ("Check", "1 min"),
    ("Eye test", "40 s"),
    ("Photo", "0:20"),
    ("Issue", "0.5 min"),
];

#[test]
fn the_licence_office_is_drawn_timed_saved_and_opened_again() {
    let computer = Computer::new();
    let path = computer.path("office.ron");
    let mut person = Person::at_an_empty_sheet();
    for (place, (name, _)) in (0..).zip(OFFICE) {
        let item = if name == "Check" { "Backstage action" } else { "Frontstage action" };
        let zone = if name == "Check" { Zone::Backstage } else { Zone::Frontstage };
        person.add(item, zone, 72 + 150 * place, name);
    }
    for (name, time) in OFFICE {
        person.click_card(name);
        person.fill("Time", time);
    }
    for pair in OFFICE.windows(2) {
        person.connect(pair[0].0, pair[1].0);
    }
    // Across the line of visibility a link means "together" until it is said otherwise.
    for (id, link) in &person.scenario().links().clone() {
        if link.kind != onstage::blueprint::LinkKind::Flow {
            person.choose_link_kind(*id, "Flow");
        }
    }
    assert_eq!(person.capacity(), Some(60.0), "{:?}", person.app().analysis().problems);
    assert!(person.sees("Bottleneck: Check"));
    assert!(person.sees("60 /h"));

    person.press(Modifiers::COMMAND, Key::S);
    person.answer_path(&path);
    assert!(!person.app().editor().is_modified());
    let saved = person.blueprint().clone();

    let again = Person::at_file(&path).open();
    assert_eq!(*again.blueprint(), saved);
    assert_eq!(again.capacity(), Some(60.0));
    assert_eq!(again.app().path(), Some(path.as_path()));
}

#[test]
fn figures_follow_while_a_time_is_typed() {
    let mut person = Person::new();
    person.click_card("Check violations");
    person.begin_to_fill("Time", "30 s");
    assert_eq!(person.capacity(), Some(90.0), "before the field is left");
    assert!(person.sees("Bottleneck: Eye test"));
    person.press(Modifiers::NONE, Key::Escape);
    assert_eq!(person.capacity(), Some(60.0), "Esc takes it back");
}

#[test]
fn the_inspector_follows_a_step_over_the_line_of_visibility() {
    let mut person = Person::new();
    let from = person.card("Eye test");
    person.click_at(from);
    assert!(person.sees("Frontstage"));
    let to = egui::Pos2::new(from.x, person.card("Check violations").y);
    person.drag_and_look(from, to, |person| {
        assert!(person.sees("hidden from the customer"), "the inspector says so at once");
    });
}
