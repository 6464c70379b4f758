//! Scenarios side by side.

use egui::accesskit::Role;
use onstage::wording::Language;

use crate::context::{Person, Setup};

/// Compares the first sample's scenarios, under comparison, with a picture.
fn comparison_looks_like(setup: Setup, name: &str) {
    setup.looks_like(name, |person| {
        person.click_role(Role::Button, &person.word("command-compare"));
        person.point_away();
    });
}

#[test]
fn comparison_in_light() {
    comparison_looks_like(Person::at_first_sample(), "compare-light");
}

#[test]
fn comparison_in_the_dark() {
    comparison_looks_like(Person::at_first_sample().dark(), "compare-dark");
}

#[test]
fn comparison_in_chinese_on_a_small_screen() {
    let setup = Person::at_first_sample().size(1280.0, 720.0).language(Language::Chinese);
    comparison_looks_like(setup, "compare-chinese");
}

#[test]
fn many_scenarios_on_a_small_screen() {
    Person::at_first_sample().size(1280.0, 720.0).looks_like("scenarios-many", |person| {
        for _ in 0..10 {
            person.click_role(Role::Button, "Duplicate scenario");
        }
        person.point_away();
    });
}
