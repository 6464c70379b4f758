//! The tab of what customers judge: its table and its pictures, in light, in the dark, in Chinese.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use onstage::wording::Language;

use crate::context::{Person, Setup, surveyed_office};

fn office(language: Language) -> Setup {
    Person::at_blueprint(surveyed_office(language)).language(language).size(1440.0, 900.0)
}

/// Shows a view of the tab.
fn show(person: &mut Person, view: &str) {
    person.command(&person.word("command-show-quality"));
    person.click_role(Role::RadioButton, &person.word(view));
    person.point_away();
}

fn enlarge(person: &mut Person) {
    person.press(Modifiers::NONE, Key::F9);
    person.point_away();
}

#[test]
fn items_in_light() {
    office(Language::English)
        .looks_like("quality-items", |person| show(person, "items-view-items"));
}

#[test]
fn profile_in_the_dark() {
    let setup = office(Language::English).dark();
    setup.looks_like("quality-profile-dark", |person| show(person, "items-view-profile"));
}

#[test]
fn gaps_in_light() {
    office(Language::English).looks_like("quality-gaps", |person| show(person, "items-view-gaps"));
}

#[test]
fn gaps_in_chinese() {
    let setup = office(Language::Chinese);
    setup.looks_like("quality-gaps-chinese", |person| show(person, "items-view-gaps"));
}

#[test]
fn importance_in_light() {
    let setup = office(Language::English);
    setup.looks_like("quality-importance", |person| show(person, "items-view-importance"));
}

#[test]
fn kano_enlarged() {
    let setup = office(Language::English).size(1280.0, 720.0);
    setup.looks_like("quality-kano", |person| {
        show(person, "items-view-kano");
        enlarge(person);
    });
}

#[test]
fn gaps_enlarged_in_the_dark() {
    let setup = office(Language::English).size(1280.0, 720.0).dark();
    setup.looks_like("quality-gaps-dark", |person| {
        show(person, "items-view-gaps");
        enlarge(person);
    });
}

#[test]
fn importance_enlarged_in_chinese() {
    let setup = office(Language::Chinese).size(1280.0, 720.0);
    setup.looks_like("quality-importance-chinese", |person| {
        show(person, "items-view-importance");
        enlarge(person);
    });
}

#[test]
fn survey_with_bad_cells() {
    let setup = Person::at_first_sample().size(1280.0, 720.0);
    setup.looks_like("quality-survey", |person| {
        person.paste("E1,P1,E2\n7,5,6\n6,nine,5\n5,9,4\n");
    });
}

#[test]
fn survey_in_chinese() {
    let setup = Person::at_first_sample().size(1280.0, 720.0).language(Language::Chinese);
    setup.looks_like("quality-survey-chinese", |person| {
        person.paste("期望1,感知1,期望2,感知2\n7,5,6,6\n6,5,5,5\n5,4,4,4\n");
    });
}

#[test]
fn aims_and_customers() {
    let setup = Person::at_first_sample().size(1280.0, 1500.0);
    setup.looks_like("quality-aims", |person| {
        person.click_role(Role::Tab, &person.word("tab-blueprint"));
        person.click_role(Role::DisclosureTriangle, &person.word("details-section-aims"));
        person.click("Flexibility: 4 stars");
        person.click("Add a class");
        person.point_away();
    });
}

#[test]
fn guard_in_chinese() {
    let setup = Person::at_first_sample().size(1280.0, 1200.0).language(Language::Chinese);
    setup.looks_like("quality-guard-chinese", |person| {
        person.click_card("眼睛测试");
        person.click_role(Role::DisclosureTriangle, &person.word("details-fail"));
        person.click_role(Role::DisclosureTriangle, &person.word("details-section-guard"));
        person.point_away();
    });
}

#[test]
fn empty_table() {
    Person::at_first_sample().size(1280.0, 720.0).looks_like("quality-empty", |person| {
        show(person, "items-view-items");
    });
}
