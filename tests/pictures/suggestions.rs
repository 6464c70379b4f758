//! How suggestions and levers look.

use onstage::wording::Language;

use crate::context::{Person, Setup};

fn window() -> Setup {
    Person::at_first_sample().size(1440.0, 1100.0)
}

#[test]
fn card_of_a_suggestion() {
    window().looks_like("suggestion", |person| {
        person.click("Second Records officer 60 → 90 /h");
    });
}

#[test]
fn card_of_a_suggestion_in_the_dark() {
    window().dark().looks_like("suggestion-dark", |person| {
        person.click("Let Clerk help the Records officer 60 → 90 /h");
    });
}

#[test]
fn question_about_a_machine_in_chinese() {
    window().language(Language::Chinese).looks_like("suggestion-chinese", |person| {
        person.click("用机器完成检查违章与限制情况");
    });
}

/// Compares levers, one of them set, with a picture.
fn levers_look_like(setup: Setup, name: &str, levers: &str, one_more: &str) {
    setup.size(1440.0, 1850.0).looks_like(name, |person| {
        person.click(levers);
        person.click(one_more);
        person.point_at(egui::pos2(600.0, 1100.0));
    });
}

#[test]
fn levers_that_are_set() {
    levers_look_like(window(), "levers", "Levers", "One Records officer more");
}

#[test]
fn levers_in_chinese_in_the_dark() {
    let setup = window().language(Language::Chinese).dark();
    levers_look_like(setup, "levers-chinese", "试算", "多 1 名记录核查员");
}
