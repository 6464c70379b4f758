//! What a start without a file looks like, and the gallery of templates.

use std::path::Path;

use egui::{Key, Modifiers};
use onstage::wording::Language;

use crate::context::{Computer, Person};

#[test]
fn a_first_start() {
    let computer = Computer::new();
    Person::at_start_screen().on_computer(&computer).looks_like("start-first", |_| {});
}

#[test]
fn a_start_in_the_dark_on_a_small_screen_in_chinese() {
    let computer = Computer::new();
    // Neither of them is there: what is there depends on the machine.
    let recent = ["/shared/services/maternity ward.ron", "/shared/services/canteen at noon.ron"];
    computer.remember(&recent.map(Path::new));
    let setup = Person::at_start_screen().on_computer(&computer).size(1280.0, 720.0).dark();
    setup.language(Language::Chinese).looks_like("start-chinese-dark", |_| {});
}

#[test]
fn the_gallery_of_templates() {
    Person::at_first_sample().looks_like("gallery", |person| {
        person.press(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::N);
    });
}
