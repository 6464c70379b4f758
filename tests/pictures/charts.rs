//! The pictures of the figures, enlarged.

use egui::accesskit::Role;
use onstage::wording::Language;

use crate::context::{Person, Setup};

fn window() -> Setup {
    Person::at_first_sample().size(1280.0, 800.0)
}

/// Compares an enlarged tab of the panel below the sheet with a picture.
fn tab_looks_like(setup: Setup, name: &str, tab: &str) {
    setup.looks_like(name, |person| {
        // Its tab may be among those that find no room.
        person.command(&person.word(&tab.replace("chart-tab-", "command-show-")));
        person.click_role(Role::Button, &person.word("chart-enlarge"));
        person.point_away();
    });
}

#[test]
fn load_in_light() {
    tab_looks_like(window(), "chart-load", "chart-tab-load");
}

#[test]
fn visit_in_light() {
    tab_looks_like(window(), "chart-visit", "chart-tab-visit");
}

#[test]
fn waiting_in_light() {
    tab_looks_like(window(), "chart-waiting", "chart-tab-waiting");
}

#[test]
fn money_in_light() {
    // The first sample has no price.
    let setup = Person::at("hotel-room-service").size(1280.0, 800.0);
    tab_looks_like(setup, "chart-money", "chart-tab-money");
}

#[test]
fn visit_in_the_dark() {
    tab_looks_like(window().dark(), "chart-visit-dark", "chart-tab-visit");
}

#[test]
fn load_in_chinese() {
    tab_looks_like(window().language(Language::Chinese), "chart-load-chinese", "chart-tab-load");
}
