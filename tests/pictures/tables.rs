//! The tables of steps and roles, enlarged and below the sheet.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use onstage::wording::Language;

use crate::context::Person;

#[test]
fn steps_with_a_range_and_a_text_that_cannot_be() {
    Person::at_first_sample().size(1280.0, 800.0).looks_like("table-steps", |person| {
        person.press(Modifiers::NONE, Key::F9);
        person.click_cell("Check violations", "Time");
        person.enter("soon");
        person.click_cell("Collect payment", "Servers");
        person.press(Modifiers::SHIFT, Key::ArrowDown);
        person.press(Modifiers::SHIFT, Key::ArrowRight);
        person.point_away();
    });
}

#[test]
fn roles_in_the_dark_and_in_chinese() {
    let setup = Person::at_first_sample().dark().language(Language::Chinese);
    setup.looks_like("table-roles-chinese", |person| {
        person.click_role(Role::Tab, &person.word("chart-tab-roles"));
        person.point_away();
    });
}
