//! The verdict page.

use onstage::wording::Language;

use crate::context::{Person, Setup};

fn page_looks_like(setup: Setup, name: &str) {
    setup.looks_like(name, |person| {
        let words = person.word("command-show-verdict");
        person.command(&words);
        person.press(egui::Modifiers::NONE, egui::Key::F9);
        person.point_away();
    });
}

#[test]
fn the_verdict_page_in_dark() {
    page_looks_like(Person::at_first_sample().dark().size(1440.0, 900.0), "verdict-dark");
}

#[test]
fn the_verdict_page_in_chinese() {
    let setup = Person::at_first_sample().language(Language::Chinese).size(1280.0, 720.0);
    page_looks_like(setup, "verdict-chinese");
}
