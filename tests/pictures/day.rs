//! The day with what was simulated of it.

use egui::{Key, Modifiers};
use onstage::storage::sample;
use onstage::wording::Language;

use crate::context::{Person, Setup};

fn office(language: Language) -> Setup {
    let sample = sample("licence-office-day").expect("a sample");
    let blueprint = sample.open_in(language.code()).expect("opens");
    Person::at_blueprint(blueprint).language(language).size(1440.0, 900.0).simulating(3)
}

/// The tab of the day has the room of the sheet.
fn at_the_day(person: &mut Person) {
    let name = person.word("chart-tab-day");
    person.click_role(egui::accesskit::Role::Tab, &name);
    person.press(Modifiers::NONE, Key::F9);
    person.wait();
    person.point_away();
}

#[test]
fn a_day_in_light() {
    office(Language::English).looks_like("day-light", at_the_day);
}

#[test]
fn a_day_in_the_dark() {
    office(Language::English).dark().looks_like("day-dark", at_the_day);
}

#[test]
fn a_day_in_chinese_on_a_small_screen() {
    office(Language::Chinese).size(1280.0, 720.0).looks_like("day-chinese", at_the_day);
}
