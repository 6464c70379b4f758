//! Tidied sheets, rework, filters and the map.

use egui::{Key, Modifiers};
use onstage::storage::sample;
use onstage::wording::Language;

use crate::context::{Person, Setup};

/// A window on an English sample, without the panel below the sheet.
fn sheet_of(key: &str) -> Setup {
    let blueprint = sample(key).and_then(|sample| sample.open().ok());
    let setup = Person::at_blueprint(blueprint.unwrap_or_else(|| panic!("no sample {key}")));
    setup.settings(|settings| settings.table = false)
}

#[test]
fn the_office_tidied_up() {
    sheet_of("driver-licence-office").looks_like("tidy-office", |person| {
        person.press(Modifiers::COMMAND, Key::L);
        person.press(Modifiers::SHIFT, Key::Num1);
    });
}

#[test]
fn the_part_that_a_role_takes_with_the_map() {
    let setup = sheet_of("hotel-room-service").dark().language(Language::Chinese);
    setup.looks_like("filtered-map", |person| {
        person.go_through(&["视图", "筛选", "按角色", "Chef"]);
        person.press(Modifiers::COMMAND, Key::Plus);
        person.press(Modifiers::COMMAND, Key::Plus);
    });
}
