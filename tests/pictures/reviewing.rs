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
fn a_review_in_chinese_on_a_small_screen() {
    let setup = at_office(Language::Chinese).size(1280.0, 720.0);
    review_looks_like(setup, "review-chinese", |_| {});
}
