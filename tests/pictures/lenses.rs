//! The sheet through its lenses: in light, in the dark, in Chinese.

use egui::{Key, Modifiers};
use onstage::wording::Language;

use crate::context::{Person, measured_office};

#[test]
fn lens_of_quality() {
    Person::at_blueprint(measured_office()).looks_like("lens-quality-light", |person| {
        person.press(Modifiers::COMMAND, Key::Num3);
    });
}

#[test]
fn lens_of_risk() {
    Person::at_blueprint(measured_office()).dark().looks_like("lens-risk-dark", |person| {
        person.press(Modifiers::COMMAND, Key::Num4);
    });
}

#[test]
fn lens_of_experience() {
    let setup = Person::at_first_sample().language(Language::Chinese);
    setup.looks_like("lens-experience-chinese", |person| {
        person.press(Modifiers::COMMAND, Key::Num2);
    });
}

#[test]
fn lens_of_surroundings() {
    Person::at_first_sample().size(1280.0, 720.0).looks_like("lens-surroundings-small", |person| {
        person.press(Modifiers::COMMAND, Key::Num5);
    });
}
