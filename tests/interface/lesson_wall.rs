//! What a class sees of a try and at the end, and what only the presenter is told.

use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use onstage::wording::Language;

use crate::context::{Computer, Person, office_with_a_lesson};

const PLAIN: Modifiers = Modifiers::NONE;

fn press(person: &mut Person, keys: &[Key]) {
    for key in keys {
        person.press(PLAIN, *key);
    }
}

fn class() -> Person {
    Person::at_blueprint(office_with_a_lesson(Language::English)).size(1920.0, 1080.0).open()
}

/// Moves the mouse, and opens the desk from the strip that shows itself then.
fn open_desk(person: &mut Person) {
    let whole = person.everything();
    person.point_at(whole.center());
    person.point_at(whole.center() + egui::vec2(3.0, 3.0));
    let name = person.word("lesson-open-desk");
    person.click(&name);
    person.rest();
}

/// The sizes of letters of everything that is written.
fn sizes(person: &Person) -> Vec<(String, f32)> {
    let painted = person.painted().into_iter();
    let sizes = painted.flat_map(|(text, _, look)| {
        let found = look.split("FontId { size: ").skip(1).map(|rest| {
            let number: String =
                rest.chars().take_while(|it| it.is_ascii_digit() || *it == '.').collect();
            number.parse::<f32>().expect("a size")
        });
        found.map(|size| (text.clone(), size)).collect::<Vec<_>>()
    });
    sizes.filter(|(text, _)| !text.trim().is_empty()).collect()
}

/// A thirty-sixth of the wall.
const LEAST: f32 = 1080.0 / 36.0 - 0.01;

#[test]
fn a_try_on_one_screen_is_read_from_the_last_row() {
    let mut person = class();
    press(&mut person, &[Key::F5, Key::T]);
    person.type_text("Table 3");
    press(&mut person, &[Key::Enter]);
    person.rest();
    let least = LEAST;
    let written = sizes(&person);
    assert!(written.iter().any(|(text, _)| text.contains("Check")), "{written:?}");
    let is_small = |(text, size): &&(String, f32)| text.is_ascii() && *size < least;
    let small: Vec<_> = written.iter().filter(is_small).collect();
    assert!(small.is_empty(), "{small:?}");
    // It is worked on as ever, and stays as large while the sheet is made smaller.
    person.press(Modifiers::COMMAND, Key::Minus);
    person.press(Modifiers::COMMAND, Key::Minus);
    let card = person.card("Review application");
    person.drag(card, card + egui::vec2(60.0, 0.0));
    person.rest();
    let written = sizes(&person);
    let small: Vec<_> = written.iter().filter(is_small).collect();
    assert!(small.is_empty(), "{small:?}");
}

#[test]
fn the_end_lists_the_service_as_it_is_and_whose_each_version_is() {
    let mut person = class();
    press(&mut person, &[Key::F5, Key::T]);
    person.type_text("Table 3");
    press(&mut person, &[Key::Enter]);
    person.rest();
    press(&mut person, &[Key::Escape, Key::End]);
    for _ in 0..6 {
        if !person.sees("Results") {
            press(&mut person, &[Key::ArrowRight]);
        }
    }
    let node =
        person.window.get_by(|node| node.label().is_some_and(|it| it.starts_with("Results")));
    let said = node.accesskit_node().label().unwrap_or_default();
    let rows: Vec<&str> = said.lines().skip(1).collect();
    assert!(rows[0].contains("As-is") && !rows[0].contains("By"), "{rows:?}");
    let of_file = rows.iter().filter(|row| row.contains("By: the file")).count();
    assert!(of_file >= 1, "{rows:?}");
    let last = rows.last().expect("a row");
    assert!(last.contains("By: Table 3"), "{rows:?}");
}

#[test]
fn a_file_that_somebody_else_changes_is_told_on_the_desk_alone() {
    let computer = Computer::new();
    let file = computer.save("office.ron", &office_with_a_lesson(Language::English));
    let mut person = Person::at_file(&file).size(1920.0, 1080.0).open();
    person.wait();
    press(&mut person, &[Key::F5]);
    let text = std::fs::read_to_string(&file).expect("a file");
    std::fs::write(&file, text.replace("\"Eye test\"", "\"Sight test\"")).expect("written");
    press(&mut person, &[Key::ArrowRight, Key::ArrowRight, Key::ArrowRight]);
    person.wait();
    let said = "The file was changed by somebody else";
    assert!(!person.sees(said), "the wall is left alone");
    open_desk(&mut person);
    assert!(person.sees(said));
    press(&mut person, &[Key::ArrowRight]);
    assert!(person.sees(said));
}

/// What is written smaller than the smallest letters of a wall.
fn too_small(person: &Person) -> Vec<(String, f32)> {
    sizes(person).into_iter().filter(|(_, size)| *size < LEAST).collect()
}

#[test]
fn whatever_is_asked_and_said_before_a_class_is_read_from_the_last_row() {
    let mut person = class();
    press(&mut person, &[Key::F5, Key::F3]);
    assert!(person.sees(&person.word("lesson-no-other")));
    assert!(too_small(&person).is_empty(), "a message: {:?}", too_small(&person));
    press(&mut person, &[Key::Num7]);
    assert!(sizes(&person).iter().any(|(text, _)| text == "Go to stop 7"));
    assert!(too_small(&person).is_empty(), "a number: {:?}", too_small(&person));
    press(&mut person, &[Key::Escape, Key::G]);
    assert!(too_small(&person).is_empty(), "all stops: {:?}", too_small(&person));
    press(&mut person, &[Key::Escape, Key::Questionmark]);
    assert!(person.sees("Black wall, white wall"));
    assert!(too_small(&person).is_empty(), "the keys: {:?}", too_small(&person));
    press(&mut person, &[Key::Escape, Key::T]);
    assert!(person.sees("Whose idea? May stay blank"));
    assert!(too_small(&person).is_empty(), "whose idea: {:?}", too_small(&person));
    press(&mut person, &[Key::Enter]);
    person.rest();
    press(&mut person, &[Key::Escape, Key::Escape]);
    assert!(person.sees("What do you want to keep?"));
    assert!(too_small(&person).is_empty(), "what to keep: {:?}", too_small(&person));
    press(&mut person, &[Key::Escape]);
    let whole = person.everything();
    person.point_at(whole.center());
    person.point_at(whole.center() + egui::vec2(3.0, 3.0));
    assert!(person.sees("Presenter’s desk"));
    assert!(too_small(&person).is_empty(), "the strip: {:?}", too_small(&person));
}

#[test]
fn letters_are_as_usual_again_on_the_desk_and_after_the_lesson() {
    let mut person = class();
    let usual = |person: &Person| sizes(person).iter().filter(|(_, size)| *size < 14.0).count();
    let before = usual(&person);
    press(&mut person, &[Key::F5]);
    open_desk(&mut person);
    assert!(usual(&person) > 20, "{:?}", sizes(&person));
    press(&mut person, &[Key::Escape]);
    person.rest();
    assert!(usual(&person) >= before, "{:?}", sizes(&person));
}

#[test]
fn a_try_shows_what_it_is_about_and_what_was_changed_in_it() {
    let mut person = class();
    press(&mut person, &[Key::F5, Key::ArrowRight, Key::T]);
    person.type_text("Table 3");
    press(&mut person, &[Key::Enter]);
    person.rest();
    let seen = |person: &Person, name: &str| {
        let area = person.app().sheet_on_screen().0;
        let card = person.card_rect(name);
        assert!(area.contains_rect(card), "{name}: {card:?} in {area:?}");
        assert!(card.width() > 120.0 * 1080.0 / 36.0 / 16.4, "{name} can be read: {card:?}");
    };
    // Down so far that its lane grows, and those below it move.
    let card = person.card("Check violations");
    let before = person.document();
    person.drag(card, card + egui::vec2(0.0, 130.0));
    person.rest();
    assert_ne!(person.document(), before);
    seen(&person, "Check violations");
    let card = person.card("Check violations");
    person.drag(card, card + egui::vec2(0.0, 130.0));
    person.rest();
    seen(&person, "Check violations");
    // What is typed in grows a card at the other end.
    let card = person.card("Issue temp. licence");
    person.drag(card, card + egui::vec2(200.0, 40.0));
    person.rest();
    seen(&person, "Issue temp. licence");
}
