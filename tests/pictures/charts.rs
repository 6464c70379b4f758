//! The pictures of the figures, enlarged.

use egui::accesskit::Role;
use egui::{Theme, Vec2};
use egui_kittest::kittest::Queryable;
use onstage::wording::{Language, Wording};

use super::looks_like;

/// Compares an enlarged tab of the panel below the sheet with a picture.
fn tab_looks_like(name: &str, tab: &str, theme: Theme, language: Language) {
    let words = Wording::new(language);
    looks_like(name, Vec2::new(1280.0, 800.0), theme, language, |window| {
        for (role, name) in [(Role::Tab, tab), (Role::Button, "chart-enlarge")] {
            window.get_by_role_and_label(role, words.text(name)).click();
            window.run_steps(4);
        }
        // The pointer is moved away, so that nothing is pointed at.
        window.hover_at(egui::Pos2::ZERO);
        window.run_steps(4);
    });
}

#[test]
fn load_in_light() {
    tab_looks_like("chart-load", "chart-tab-load", Theme::Light, Language::English);
}

#[test]
fn visit_in_light() {
    tab_looks_like("chart-visit", "chart-tab-visit", Theme::Light, Language::English);
}

#[test]
fn waiting_in_light() {
    tab_looks_like("chart-waiting", "chart-tab-waiting", Theme::Light, Language::English);
}

#[test]
fn money_in_light() {
    looks_like(
        "chart-money",
        Vec2::new(1280.0, 800.0),
        Theme::Light,
        Language::English,
        |window| {
            // The first sample has no price.
            for button in ["File", "Open sample", "Hotel room service", "Money", "Enlarge"] {
                let role = if button == "Money" { Role::Tab } else { Role::Button };
                window.get_by_role_and_label(role, button).click();
                window.run_steps(8);
            }
            window.hover_at(egui::Pos2::ZERO);
            window.run_steps(4);
        },
    );
}

#[test]
fn visit_in_the_dark() {
    tab_looks_like("chart-visit-dark", "chart-tab-visit", Theme::Dark, Language::English);
}

#[test]
fn load_in_chinese() {
    tab_looks_like("chart-load-chinese", "chart-tab-load", Theme::Light, Language::Chinese);
}
