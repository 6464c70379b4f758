//! A review in the window.

use egui::{Key, Modifiers};
use onstage::wording::Language;

use crate::context::{Person, Setup, reviewed_office};

fn at_office(language: Language) -> Setup {
    Person::at_blueprint(reviewed_office(language.code())).language(language)
}

fn review_looks_like(setup: Setup, name: &str, prepare: impl FnOnce(&mut Person)) {
    setup.looks_like(name, |person| {
        person.review();
        prepare(person);
        person.point_away();
    });
}

#[test]
fn a_review_in_light() {
    review_looks_like(at_office(Language::English), "review-light", |_| {});
}

#[test]
fn a_review_in_the_dark_on_the_sheet() {
    review_looks_like(at_office(Language::English).dark(), "review-sheet-dark", |person| {
        person.press(Modifiers::NONE, Key::J);
        person.press(Modifiers::NONE, Key::Enter);
    });
}

#[test]
fn comments_on_the_sheet_while_it_is_edited() {
    at_office(Language::English).looks_like("review-while-editing", |person| {
        person.command("Comments");
        person.point_away();
    });
}

#[test]
fn a_review_in_chinese_on_a_small_screen() {
    let setup = at_office(Language::Chinese).size(1280.0, 720.0);
    review_looks_like(setup, "review-chinese", |_| {});
}

#[test]
fn what_changed_in_the_dark() {
    review_looks_like(at_office(Language::English).dark(), "review-changes-dark", |person| {
        person.click("To-be A: 120 /h");
        against_as_is(person);
    });
}

#[test]
fn what_changed_in_chinese_on_a_small_screen() {
    let setup = at_office(Language::Chinese).size(1280.0, 720.0);
    review_looks_like(setup, "review-changes-chinese", |person| {
        person.click_containing("改进方案 A：120");
        against_as_is(person);
    });
}

/// Holds the version that is shown against the baseline of the same file.
fn against_as_is(person: &mut Person) {
    person.press(Modifiers::NONE, Key::D);
    person.hold_against_baseline();
    person.press(Modifiers::NONE, Key::CloseBracket);
    person.press(Modifiers::NONE, Key::V);
}

#[test]
fn a_comment_that_is_written_with_a_suggestion() {
    review_looks_like(at_office(Language::English), "review-writing", |person| {
        person.press(Modifiers::NONE, Key::J);
        person.press(Modifiers::NONE, Key::Enter);
        person.press(Modifiers::NONE, Key::C);
        person.type_text("Could two people do it?");
        person.click("Suggest a change as well");
        person.fill("Suggested time", "45 s");
    });
}
