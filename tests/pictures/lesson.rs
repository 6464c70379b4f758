//! A lesson that is given: the wall in the window, and the desk.

use egui::{Key, Modifiers};
use onstage::wording::Language;

use crate::context::{Person, Setup, office_with_a_lesson};

fn class(language: Language, width: f32, height: f32) -> Setup {
    Person::at_blueprint(office_with_a_lesson(language)).language(language).size(width, height)
}

/// Begins the lesson and goes on so many stops.
fn goes_on(person: &mut Person, presses: usize) {
    person.press(Modifiers::NONE, Key::F5);
    for _ in 0..presses {
        person.press(Modifiers::NONE, Key::PageDown);
    }
}

/// Opens the desk from the strip.
fn at_the_desk(person: &mut Person) {
    goes_on(person, 0);
    person.press(Modifiers::NONE, Key::Num2);
    person.press(Modifiers::NONE, Key::Enter);
    let whole = person.everything();
    person.point_at(whole.center());
    person.point_at(whole.center() + egui::vec2(3.0, 3.0));
    let name = person.word("lesson-open-desk");
    person.click(&name);
    person.point_away();
    // Nobody counts the seconds of a picture.
    let pause = person.word("lesson-clock-off");
    person.click(&pause);
    person.point_away();
}

#[test]
fn a_question_on_the_wall() {
    class(Language::English, 1920.0, 1080.0).looks_like("lesson-wall", |person| goes_on(person, 1));
}

#[test]
fn the_answer_on_a_dark_wall_in_chinese() {
    class(Language::Chinese, 1280.0, 720.0).dark().looks_like(
        "lesson-wall-chinese-dark",
        |person| {
            goes_on(person, 3);
        },
    );
}

#[test]
fn a_wall_of_four_to_three() {
    class(Language::English, 1024.0, 768.0).looks_like("lesson-wall-small", |person| {
        goes_on(person, 3);
    });
}

#[test]
fn a_desk_in_the_dark() {
    class(Language::English, 1440.0, 900.0).dark().looks_like("lesson-desk-dark", at_the_desk);
}

#[test]
fn a_desk_in_chinese() {
    class(Language::Chinese, 1280.0, 720.0).looks_like("lesson-desk-chinese", at_the_desk);
}

#[test]
fn a_desk_on_a_small_screen() {
    class(Language::English, 1024.0, 768.0).looks_like("lesson-desk-small", at_the_desk);
}

#[test]
fn all_stops_at_once() {
    class(Language::English, 1920.0, 1080.0).looks_like("lesson-overview", |person| {
        goes_on(person, 1);
        person.press(Modifiers::NONE, Key::G);
    });
}

#[test]
fn stops_are_edited() {
    class(Language::English, 1440.0, 900.0).looks_like("lesson-stops", |person| {
        person.command("Lesson");
        person.rest();
        person.click_containing("Which desk decides? ·");
        person.point_away();
    });
}

#[test]
fn a_try_is_made_on_the_sheet() {
    class(Language::English, 1280.0, 720.0).looks_like("lesson-try", |person| {
        goes_on(person, 4);
        person.press(Modifiers::NONE, Key::T);
        person.type_text("Table 3");
        person.press(Modifiers::NONE, Key::Enter);
        person.rest();
    });
}
