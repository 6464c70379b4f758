//! The plan, the matrix of risks and the scorecard, below the sheet and enlarged.

use egui::{Key, Modifiers};
use onstage::wording::Language;

use crate::context::{Person, Setup, planned_office};

fn office(language: Language) -> Setup {
    Person::at_blueprint(planned_office(language)).language(language).size(1440.0, 900.0)
}

/// The plan, looked at from a day: what is late does not depend on when the picture is made.
fn plan_of_a_day(person: &mut Person) {
    at(person, "plan");
    let today = person.word("plan-today");
    person.fill_and_enter(&today, "2040-05-20");
    person.point_away();
}

/// A tab below the sheet, by its command.
fn at(person: &mut Person, tab: &str) {
    let name = person.word(&format!("command-show-{tab}"));
    person.command(&name);
    person.point_away();
}

fn enlarged(person: &mut Person, tab: &str) {
    at(person, tab);
    person.press(Modifiers::NONE, Key::F9);
    person.point_away();
}

#[test]
fn plan_in_light() {
    office(Language::English).looks_like("plan-light", plan_of_a_day);
}

#[test]
fn plan_enlarged_in_the_dark() {
    office(Language::English).dark().looks_like("plan-dark", |person| {
        plan_of_a_day(person);
        person.press(Modifiers::NONE, Key::F9);
        person.point_away();
    });
}

#[test]
fn plan_in_chinese_on_a_small_screen() {
    let office = office(Language::Chinese).size(1280.0, 720.0);
    office.looks_like("plan-chinese", plan_of_a_day);
}

#[test]
fn risk_in_light() {
    office(Language::English).looks_like("risk-light", |person| at(person, "risk"));
}

#[test]
fn risk_enlarged_in_the_dark() {
    office(Language::English).dark().looks_like("risk-dark", |person| enlarged(person, "risk"));
}

#[test]
fn risk_in_chinese_on_a_small_screen() {
    let office = office(Language::Chinese).size(1280.0, 720.0);
    office.looks_like("risk-chinese", |person| at(person, "risk"));
}

#[test]
fn indicators_in_light() {
    office(Language::English).looks_like("indicators-light", |person| at(person, "indicators"));
}

#[test]
fn indicators_enlarged_in_the_dark() {
    let office = office(Language::English).dark();
    office.looks_like("indicators-dark", |person| enlarged(person, "indicators"));
}

#[test]
fn indicators_in_chinese_on_a_small_screen() {
    let office = office(Language::Chinese).size(1280.0, 720.0);
    office.looks_like("indicators-chinese", |person| at(person, "indicators"));
}

/// The walk-through, at its first moment.
fn walking(person: &mut Person) {
    let name = person.word("command-walk-through");
    person.command(&name);
    person.point_away();
}

#[test]
fn walk_in_light() {
    office(Language::English).looks_like("walk-light", walking);
}

#[test]
fn walk_in_chinese_on_a_small_dark_screen() {
    let office = office(Language::Chinese).size(1280.0, 720.0).dark();
    office.looks_like("walk-chinese", walking);
}
