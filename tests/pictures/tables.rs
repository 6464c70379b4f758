//! The tables of steps and roles, enlarged and below the sheet.

use egui::accesskit::Role;
use egui::{Key, Modifiers, Theme, Vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use onstage::ui::App;
use onstage::wording::{Language, Wording};

use super::looks_like;

/// Puts the cursor on a cell.
fn click_cell(window: &mut Harness<'_, App>, label: &str) {
    let at = window.get_by_label_contains(label).rect().center();
    window.hover_at(at);
    window.step();
    window.drag_at(at);
    window.step();
    window.drop_at(at);
    window.run_steps(4);
}

#[test]
fn steps_with_a_range_and_a_text_that_cannot_be() {
    let size = Vec2::new(1280.0, 800.0);
    looks_like("table-steps", size, Theme::Light, Language::English, |window| {
        window.key_press(Key::F9);
        window.run_steps(4);
        click_cell(window, "Check violations, Time: ");
        window.event(egui::Event::Text("soon".to_owned()));
        window.run_steps(4);
        window.key_press(Key::Enter);
        window.run_steps(4);
        click_cell(window, "Collect payment, Servers: ");
        window.key_press_modifiers(Modifiers::SHIFT, Key::ArrowDown);
        window.run_steps(4);
        window.key_press_modifiers(Modifiers::SHIFT, Key::ArrowRight);
        window.run_steps(4);
        window.hover_at(egui::Pos2::ZERO);
        window.run_steps(4);
    });
}

#[test]
fn roles_in_the_dark_and_in_chinese() {
    let size = Vec2::new(1440.0, 900.0);
    let words = Wording::new(Language::Chinese);
    looks_like("table-roles-chinese", size, Theme::Dark, Language::Chinese, |window| {
        window.get_by_role_and_label(Role::Tab, words.text("chart-tab-roles")).click();
        window.run_steps(8);
        window.hover_at(egui::Pos2::ZERO);
        window.run_steps(4);
    });
}
