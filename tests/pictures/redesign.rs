//! The redesign dialog.

use egui::accesskit::Role;
use onstage::wording::Language;

use crate::context::{Person, Setup};

/// Opens the dialog on the licence office and draws up the rules of the course.
pub(super) fn draw_up_rules(person: &mut Person) {
    person.click_role(Role::Button, &person.word("command-redesign"));
    let first = person.either("Review application", "检查申请书的正确性");
    let last = person.either("Issue temp. licence", "颁发临时执照");
    for rule in [
        person.word("rule-order"),
        person.words().with("rule-first", &[("step", first.into())]),
        person.words().with("rule-last", &[("step", last.into())]),
    ] {
        person.click_role(Role::CheckBox, &rule);
    }
    person.click(&person.word("rule-add"));
    person.choose(&person.word("new-rule-sort"), &person.word("new-rule-alone"));
    person.choose(&person.word("new-rule-step"), last);
    person.click_role(Role::Button, &person.word("new-rule-add"));
    person.point_away();
}

fn dialog_looks_like(setup: Setup, name: &str) {
    setup.looks_like(name, draw_up_rules);
}

#[test]
fn redesign_in_light() {
    dialog_looks_like(Person::at_first_sample(), "redesign-light");
}

#[test]
fn redesign_in_the_dark() {
    dialog_looks_like(Person::at_first_sample().dark(), "redesign-dark");
}

#[test]
fn redesign_on_a_small_screen() {
    dialog_looks_like(Person::at_first_sample().size(1280.0, 720.0), "redesign-small");
}

#[test]
fn redesign_in_chinese() {
    dialog_looks_like(Person::at_first_sample().language(Language::Chinese), "redesign-chinese");
}

#[test]
fn a_design_on_the_sheet() {
    Person::at_first_sample().looks_like("redesign-preview", |person| {
        draw_up_rules(person);
        person.click("Preview on the sheet");
    });
}
