//! Names typed where they stand: over cards, shares, lanes, phases, in the rows of the palette.

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, Pos2};
use egui_kittest::kittest::Queryable;
use onstage::blueprint::Zone;
use onstage::editor::Thing;

use crate::context::{Computer, Person, button_at, key_press};

/// How the events of a double click reach the window.
#[derive(Clone, Copy, Debug)]
enum Pace {
    /// All in one frame, as on a slow machine.
    OneFrame,
    /// A frame for each click.
    AFrameEach,
    /// A frame for each press and each release.
    AFrameForEachEvent,
}

const PACES: [Pace; 3] = [Pace::OneFrame, Pace::AFrameEach, Pace::AFrameForEachEvent];

fn double_click(person: &mut Person, pos: Pos2, pace: Pace) {
    // Frames of the test last longer than a double click may: as on a slow machine, one follows the
    // other without a rest.
    person.window.ctx.request_repaint();
    person.window.hover_at(pos);
    person.window.step();
    let events = [true, false, true, false].map(|pressed| button_at(pos, pressed));
    let frame = match pace {
        Pace::OneFrame => events.len(),
        Pace::AFrameEach => 2,
        Pace::AFrameForEachEvent => 1,
    };
    for events in events.chunks(frame) {
        person.window.ctx.request_repaint();
        person.at_once(events.iter().cloned());
    }
    person.window.run_steps(4);
    person.wait();
}

/// Whether the field that is called so is open and has the keys.
fn is_typing(person: &Person, field: &str) -> bool {
    let open = person.window.query_by_role_and_label(Role::TextInput, field).is_some();
    let keys = person.window.ctx.text_edit_focused();
    assert!(!open || keys, "a field that is open has the keys");
    open
}

const CARD: &str = "Name of the step";

#[test]
fn a_double_click_on_a_card_opens_a_field_that_has_the_keys() {
    for pace in PACES {
        let mut person = Person::at_a_row(&["Ask", "Leave"], 220);
        let before = person.blueprint().clone();
        let at = person.card("Ask");
        double_click(&mut person, at, pace);
        assert!(is_typing(&person, CARD), "{pace:?}");
        // What is typed replaces the name; letters that are commands too.
        person.type_text("a");
        person.press(Modifiers::NONE, Key::Escape);
        assert!(!is_typing(&person, CARD), "Esc leaves it");
        assert_eq!(*person.blueprint(), before, "{pace:?}: as it was");
        double_click(&mut person, at, pace);
        person.enter("n");
        assert_eq!(person.names(), ["n", "Leave"], "{pace:?}: Enter keeps");
    }
}

#[test]
fn a_click_or_a_drag_elsewhere_keeps_what_was_typed() {
    for drags in [false, true] {
        let mut person = Person::at_a_row(&["Ask", "Leave"], 220);
        let (at, leave) = (person.card("Ask"), person.card("Leave"));
        double_click(&mut person, at, Pace::AFrameForEachEvent);
        person.type_text("Enquire");
        if drags {
            person.drag(leave, leave + egui::vec2(30.0, 0.0));
        } else {
            person.click_blank();
        }
        assert_eq!(person.names(), ["Enquire", "Leave"], "drags: {drags}");
        assert!(!is_typing(&person, CARD));
        // Nothing is left that letters could fall into.
        person.press(Modifiers::NONE, Key::Escape);
        person.press(Modifiers::NONE, Key::N);
        assert_eq!(person.scenario().steps().len(), 3, "letters are commands again");
    }
}

#[test]
fn a_field_closes_when_a_dialog_or_a_panel_takes_the_keys() {
    let mut person = Person::at_a_row(&["Ask", "Leave"], 220);
    let at = person.card("Ask");
    double_click(&mut person, at, Pace::OneFrame);
    person.type_text("Enquire");
    person.press(Modifiers::COMMAND, Key::K);
    person.press(Modifiers::NONE, Key::Escape);
    assert_eq!(person.names(), ["Enquire", "Leave"], "a dialog");
    assert!(!is_typing(&person, CARD));
    let at = person.card("Enquire");
    double_click(&mut person, at, Pace::OneFrame);
    person.type_text("Query");
    person.press(Modifiers::COMMAND, Key::F6);
    assert_eq!(person.names(), ["Query", "Leave"], "another part of the window");
    assert!(!is_typing(&person, CARD));
}

#[test]
fn lanes_and_phases_are_named_where_they_stand() {
    for pace in PACES {
        let mut person = Person::new();
        let phase = *person.scenario().phases().keys().next().expect("a phase");
        let lane = person.scenario().lanes_of(Zone::Backstage).next().expect("a lane").0;
        let before = person.blueprint().clone();
        let at = person.app().phase_on_screen(phase).expect("in view");
        double_click(&mut person, at, pace);
        assert!(is_typing(&person, "Name of the phase"), "{pace:?}");
        person.enter("Come in");
        assert_eq!(person.scenario().phases()[&phase].name, "Come in");
        let at = person.app().lane_on_screen(lane).expect("in view");
        double_click(&mut person, at, pace);
        person.enter("Cellar");
        assert_eq!(person.scenario().lanes()[&lane].name, "Cellar");
        person.undo();
        person.undo();
        assert_eq!(*person.blueprint(), before);
        double_click(&mut person, at, pace);
        person.press(Modifiers::NONE, Key::Enter);
        assert_eq!(*person.blueprint(), before, "what is left as it was is no edit");
    }
}

#[test]
fn a_role_is_renamed_in_its_row() {
    for pace in PACES {
        let mut person = Person::new();
        let role = person.scenario().roles().iter().find(|(_, role)| role.name == "Photographer");
        let role = *role.expect("the photographer").0;
        let at = person.item("Photographer");
        double_click(&mut person, at, pace);
        assert!(is_typing(&person, "Name of the role"), "{pace:?}");
        person.enter("Snapper");
        assert_eq!(person.scenario().roles()[&role].name, "Snapper");
        double_click(&mut person, at, pace);
        person.type_text("Nobody");
        person.press(Modifiers::NONE, Key::Escape);
        assert_eq!(person.scenario().roles()[&role].name, "Snapper");
    }
}

#[test]
fn what_was_just_made_takes_the_keys_and_letters_rest() {
    type Make = fn(&mut Person);
    let made: [(&str, Make, &str); 4] = [
        ("Add role", |person| person.click("Add role"), "Name of the role"),
        ("Add phase", |person| person.click("Add phase"), "Name of the phase"),
        (
            "Add lane",
            |person| {
                person.command("add lane backstage");
            },
            "Name of the lane",
        ),
        (
            "Add element",
            |person| {
                person.click_containing("Ambient");
                person.window.run_steps(8);
                person.click("Add element");
            },
            "Name of the element",
        ),
    ];
    for (what, make, field) in made {
        let mut person = Person::new();
        let steps = person.scenario().steps().len();
        make(&mut person);
        assert!(is_typing(&person, field), "{what}");
        for letter in ["s", "n", "a", "c"] {
            person.window.key_press(match letter {
                "s" => Key::S,
                "n" => Key::N,
                "a" => Key::A,
                _ => Key::C,
            });
            person.type_text(letter);
        }
        assert_eq!(person.scenario().steps().len(), steps, "{what}: no step was made");
        person.press(Modifiers::NONE, Key::Enter);
        assert!(!is_typing(&person, field));
        let scenario = person.scenario();
        let named = match person.app().editor().selection().other.expect("it is selected") {
            Thing::Role(id) => scenario.roles()[&id].name.clone(),
            Thing::Phase(id) => scenario.phases()[&id].name.clone(),
            Thing::Lane(id) => scenario.lanes()[&id].name.clone(),
            Thing::Element(id) => scenario.elements()[&id].name.clone(),
        };
        assert_eq!(named, "snac", "{what}");
        // One more letter, typed too late, does nothing and says so.
        person.press(Modifiers::NONE, Key::N);
        assert_eq!(person.scenario().steps().len(), steps, "{what}: letters rest");
        assert!(person.sees("Letters are commands again"));
        person.press(Modifiers::NONE, Key::Escape);
        person.press(Modifiers::NONE, Key::N);
        assert_eq!(person.scenario().steps().len(), steps + 1, "{what}: until Esc");
    }
}

#[test]
fn a_presenters_clicker_changes_nothing() {
    let keys = [Key::PageDown, Key::PageUp, Key::B, Key::Period, Key::F5, Key::ArrowRight];
    let click_through = |person: &mut Person| {
        for _ in 0..2 {
            for key in keys {
                person.press(Modifiers::NONE, key);
                match key {
                    Key::B => person.type_text("b"),
                    Key::Period => person.type_text("."),
                    // The same key of a clicker begins a lesson and leaves it.
                    Key::F5 => person.press(Modifiers::NONE, Key::Escape),
                    _ => {}
                }
            }
        }
    };
    // Just opened; with the bottleneck selected by its name in the panel; and found.
    let mut person = Person::new();
    let before = person.blueprint().clone();
    click_through(&mut person);
    assert_eq!(*person.blueprint(), before);
    person.window.get_all_by_label_contains("Bottleneck").next().expect("its name").click();
    person.wait();
    click_through(&mut person);
    person.press(Modifiers::COMMAND, Key::F);
    person.enter("eye test");
    assert!(person.app().editor().selection().only_step().is_some());
    click_through(&mut person);
    assert_eq!(*person.blueprint(), before);
    assert!(person.app().editor().undo_name().is_none(), "nothing was done");
    // Even on a card that was clicked the black-screen key renames nothing.
    person.click_card("Eye test");
    for _ in 0..2 {
        person.press(Modifiers::NONE, Key::B);
        person.type_text("b");
        person.press(Modifiers::NONE, Key::PageDown);
    }
    person.type_text("b");
    person.click_blank();
    assert_eq!(*person.blueprint(), before);
}

#[test]
fn what_is_being_typed_is_saved_and_asked_about() {
    let fields: [fn(&mut Person); 2] = [
        |person| {
            person.click_card("Ask");
            person.press(Modifiers::NONE, Key::F2);
        },
        |person| {
            person.click_card("Ask");
            person.begin_to_fill("Name", "");
        },
    ];
    let computer = Computer::new();
    for (number, open) in fields.into_iter().enumerate() {
        let path = computer.path(&format!("{number}.ron"));
        let mut person = Person::at_a_row(&["Ask", "Leave"], 220);
        person.press(Modifiers::COMMAND, Key::S);
        person.answer_path(&path);
        open(&mut person);
        person.type_text("Greet");
        person.press(Modifiers::COMMAND, Key::S);
        person.wait();
        let written = std::fs::read_to_string(&path).expect("a file");
        assert!(written.contains("Greet"), "{number}: what was typed is in the file");
        assert!(!person.app().editor().is_modified(), "{number}");
        person.click_card("Greet");
        person.press(Modifiers::NONE, Key::F2);
        person.type_text("Welcome");
        person.press(Modifiers::COMMAND, Key::Q);
        assert_eq!(person.names(), ["Welcome", "Leave"]);
        assert!(person.sees("Don’t save"), "{number}: asked before it is lost");
    }
}

#[test]
fn letters_that_come_at_once_on_a_card_are_all_of_its_name() {
    let mut person = Person::at_a_row(&["Ask", "Leave"], 220);
    person.click_card("Ask");
    let mut events = Vec::new();
    for (key, text) in [(Key::H, "h"), (Key::E, "e"), (Key::N, "n"), (Key::S, "s"), (Key::A, "a")] {
        events.extend([key_press(Modifiers::NONE, key), Event::Text(text.to_owned())]);
    }
    person.at_once(events);
    person.window.run_steps(3);
    person.press(Modifiers::NONE, Key::Enter);
    assert_eq!(person.names(), ["hensa", "Leave"]);
}

#[test]
fn what_is_typed_in_the_same_pass_as_the_key_that_opens_a_field_is_meant_for_it() {
    let mut person = Person::at_a_row(&["Ask", "Leave"], 220);
    let at = person.card("Ask");
    person.click_at(at);
    let key = |key| key_press(Modifiers::NONE, key);
    let mut events = vec![key(Key::F2)];
    for (letter, text) in [(Key::N, "n"), (Key::A, "a"), (Key::C, "c"), (Key::S, "s")] {
        events.extend([key(letter), Event::Text(text.to_owned())]);
    }
    person.at_once(events);
    person.window.run_steps(3);
    person.press(Modifiers::NONE, Key::Enter);
    assert_eq!(person.names(), ["nacs", "Leave"]);
    // A card that is added is named so at once as well.
    person.at_once([
        key(Key::A),
        Event::Text("a".to_owned()),
        key(Key::N),
        Event::Text("n".to_owned()),
    ]);
    person.window.run_steps(3);
    person.press(Modifiers::NONE, Key::Enter);
    assert!(person.names().contains(&"n".to_owned()), "{:?}", person.names());
}
