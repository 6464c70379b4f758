//! Scenarios side by side.

use egui::accesskit::Role;
use egui::{Theme, Vec2};
use egui_kittest::kittest::Queryable;
use onstage::wording::{Language, Wording};

use super::looks_like;

/// Compares the first sample's scenarios, under comparison, with a picture.
fn comparison_looks_like(name: &str, size: Vec2, theme: Theme, language: Language) {
    let words = Wording::new(language);
    looks_like(name, size, theme, language, |window| {
        let compare = words.text("command-compare");
        window.get_by_role_and_label(Role::Button, compare).click();
        window.run_steps(8);
        window.hover_at(egui::Pos2::ZERO);
        window.run_steps(4);
    });
}

#[test]
fn comparison_in_light() {
    let size = Vec2::new(1440.0, 900.0);
    comparison_looks_like("compare-light", size, Theme::Light, Language::English);
}

#[test]
fn comparison_in_the_dark() {
    let size = Vec2::new(1440.0, 900.0);
    comparison_looks_like("compare-dark", size, Theme::Dark, Language::English);
}

#[test]
fn comparison_in_chinese_on_a_small_screen() {
    let size = Vec2::new(1280.0, 720.0);
    comparison_looks_like("compare-chinese", size, Theme::Light, Language::Chinese);
}

#[test]
fn many_scenarios_on_a_small_screen() {
    let size = Vec2::new(1280.0, 720.0);
    looks_like("scenarios-many", size, Theme::Light, Language::English, |window| {
        for _ in 0..10 {
            window.get_by_role_and_label(Role::Button, "Duplicate scenario").click();
            window.run_steps(4);
        }
        window.hover_at(egui::Pos2::ZERO);
        window.run_steps(4);
    });
}
