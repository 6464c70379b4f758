//! A day that is played.

use egui::{Key, Modifiers};
use onstage::wording::Language;

use crate::context::{Person, Setup, office_with_a_day};

fn office(language: Language) -> Setup {
    Person::at_blueprint(office_with_a_day(language)).language(language).size(1440.0, 900.0)
}

/// Plays up to half past twelve.
fn at_lunch(person: &mut Person) {
    person.play_day();
    for _ in 0..18 {
        person.press(Modifiers::SHIFT, Key::ArrowRight);
    }
    person.wait();
}

#[test]
fn lunch_in_light() {
    office(Language::English).looks_like("playing-light", at_lunch);
}

#[test]
fn a_second_officer_in_the_dark() {
    office(Language::English).dark().looks_like("playing-dark", |person| {
        at_lunch(person);
        person.click("One Records officer more");
        person.wait();
        person.wait();
        person.point_away();
    });
}

#[test]
fn lunch_in_chinese_on_a_small_screen() {
    office(Language::Chinese).size(1280.0, 720.0).looks_like("playing-chinese", at_lunch);
}

#[test]
fn a_sheet_that_has_the_window() {
    office(Language::English).size(1920.0, 1080.0).looks_like("playing-wide", |person| {
        at_lunch(person);
        person.press(Modifiers::NONE, Key::F9);
        person.rest();
    });
}
