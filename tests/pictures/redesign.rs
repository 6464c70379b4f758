//! The redesign dialog.

use egui::accesskit::Role;
use egui::{Theme, Vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use onstage::ui::App;
use onstage::wording::{Language, Wording};

use super::looks_like;

/// Lets the search come to its end.
fn wait(window: &mut Harness<'_, App>) {
    for _ in 0..400 {
        window.run_steps(2);
        if !window.state().is_busy() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    window.run_steps(3);
}

/// Compares the dialog on the licence office, with the rules of the course, with a picture.
fn dialog_looks_like(name: &str, size: Vec2, theme: Theme, language: Language) {
    looks_like(name, size, theme, language, |window| open(window, language));
}

/// Opens the dialog and draws up the rules of the course.
fn open(window: &mut Harness<'_, App>, language: Language) {
    let words = Wording::new(language);
    window.get_by_role_and_label(Role::Button, words.text("command-redesign")).click();
    wait(window);
    // The sample speaks the language of the window.
    let (first, last) = match language {
        Language::English => ("Review application", "Issue temp. licence"),
        Language::Chinese => ("检查申请书的正确性", "颁发临时执照"),
    };
    let alone = last;
    let first = words.with("rule-first", &[("step", first.into())]);
    let last = words.with("rule-last", &[("step", last.into())]);
    for rule in [words.text("rule-order"), first.as_str(), last.as_str()] {
        window.get_by_role_and_label(Role::CheckBox, rule).click();
        wait(window);
    }
    window.get_by_label(words.text("rule-add")).click();
    wait(window);
    for (list, what) in [("new-rule-sort", words.text("new-rule-alone")), ("new-rule-step", alone)]
    {
        window.get_by_role_and_label(Role::ComboBox, words.text(list)).click();
        wait(window);
        window.get_by_role_and_label(Role::Button, what).click();
        wait(window);
    }
    window.get_by_role_and_label(Role::Button, words.text("new-rule-add")).click();
    wait(window);
    // The pointer is moved away, so that nothing is pointed at.
    window.hover_at(egui::Pos2::ZERO);
    wait(window);
}

#[test]
fn redesign_in_light() {
    let size = Vec2::new(1440.0, 900.0);
    dialog_looks_like("redesign-light", size, Theme::Light, Language::English);
}

#[test]
fn redesign_in_the_dark() {
    let size = Vec2::new(1440.0, 900.0);
    dialog_looks_like("redesign-dark", size, Theme::Dark, Language::English);
}

#[test]
fn redesign_on_a_small_screen() {
    let size = Vec2::new(1280.0, 720.0);
    dialog_looks_like("redesign-small", size, Theme::Light, Language::English);
}

#[test]
fn redesign_in_chinese() {
    let size = Vec2::new(1440.0, 900.0);
    dialog_looks_like("redesign-chinese", size, Theme::Light, Language::Chinese);
}

#[test]
fn a_design_on_the_sheet() {
    let size = Vec2::new(1440.0, 900.0);
    looks_like("redesign-preview", size, Theme::Light, Language::English, |window| {
        open(window, Language::English);
        window.get_by_label("Preview on the sheet").click();
        wait(window);
    });
}
