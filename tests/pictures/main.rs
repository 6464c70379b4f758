//! How the window looks, held by pictures in `tests/snapshots`; the pictures of the guide are made
//! and held here too.
//!
//! `UPDATE_SNAPSHOTS=true cargo test --test pictures` renews those that differ. Without a software
//! renderer nothing is compared, and the test says so; `ONSTAGE_REQUIRE_PICTURES=1` makes that a
//! failure.

// What a picture is of must be there; if not, the test says what was missing.
#![allow(clippy::expect_used)]

mod arrange;
mod charts;
mod compare;
mod day;
// The tests of the interface use what these do not.
#[allow(dead_code, unused_imports)]
#[path = "../context/mod.rs"]
mod context;
mod few_colours;
mod guide;
mod improving;
mod lenses;
mod lesson;
mod planning_sheets;
mod playing;
mod quality;
mod redesign;
mod reviewing;
mod staffing;
mod start;
mod states;
mod suggestions;
mod tables;
mod tidied;
mod verdict;
mod wall;

use onstage::wording::Language;

use context::Person;

#[test]
fn window_in_light() {
    Person::at_first_sample().looks_like("window-light", |_| {});
}

#[test]
fn window_in_the_dark() {
    Person::at_first_sample().dark().looks_like("window-dark", |_| {});
}

#[test]
fn window_on_a_small_screen() {
    Person::at_first_sample().size(1280.0, 720.0).looks_like("window-small", |_| {});
}

#[test]
fn window_in_chinese() {
    Person::at_first_sample().language(Language::Chinese).looks_like("window-chinese", |_| {});
}
