//! How suggestions and levers look.

use egui::{Theme, Vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use onstage::ui::App;
use onstage::wording::Language;

use super::looks_like;

const SIZE: Vec2 = Vec2::new(1440.0, 1100.0);

fn click(window: &mut Harness<'_, App>, label: &str) {
    window.get_by_label(label).click();
    window.run_steps(8);
}

#[test]
fn card_of_a_suggestion() {
    looks_like("suggestion", SIZE, Theme::Light, Language::English, |window| {
        click(window, "Second Records officer 60 → 90 /h");
    });
}

#[test]
fn card_of_a_suggestion_in_the_dark() {
    looks_like("suggestion-dark", SIZE, Theme::Dark, Language::English, |window| {
        click(window, "Let Clerk help the Records officer 60 → 90 /h");
    });
}

#[test]
fn question_about_a_machine_in_chinese() {
    looks_like("suggestion-chinese", SIZE, Theme::Light, Language::Chinese, |window| {
        click(window, "用机器完成检查违章与限制情况");
    });
}

#[test]
fn levers_that_are_set() {
    let size = Vec2::new(1440.0, 1850.0);
    looks_like("levers", size, Theme::Light, Language::English, |window| {
        click(window, "Levers");
        click(window, "One Records officer more");
        window.hover_at(egui::pos2(600.0, 1100.0));
        window.run_steps(8);
    });
}

#[test]
fn levers_in_chinese_in_the_dark() {
    let size = Vec2::new(1440.0, 1850.0);
    looks_like("levers-chinese", size, Theme::Dark, Language::Chinese, |window| {
        click(window, "试算");
        click(window, "多 1 名记录核查员");
        window.hover_at(egui::pos2(600.0, 1100.0));
        window.run_steps(8);
    });
}
