//! What a start without a file looks like, and the gallery of templates.

use egui::{Key, Modifiers, Theme, ThemePreference, Vec2};
use onstage::storage::preferences::{PreferenceStore, Preferences};
use onstage::ui::{Opening, Settings, Start};
use onstage::wording::Language;

use crate::{looks_like, renderer, window_of};

/// Compares the start screen of somebody who opened some files before with a picture.
fn start_looks_like(name: &str, size: Vec2, theme: Theme, language: Language, recent: &[&str]) {
    if !renderer::is_there() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let store = PreferenceStore::in_folder(folder.path());
    let mut preferences = Preferences::default();
    for path in recent {
        preferences.remember(std::path::Path::new(path));
    }
    store.save(&preferences).unwrap();
    let settings =
        Settings { theme: ThemePreference::from(theme), language, ..Settings::default() };
    let start = Start {
        opening: Opening::StartScreen,
        preferences: Some(store),
        settings: Some(settings),
        ..Start::default()
    };
    let mut window = window_of(start, size, theme);
    while window.state().is_busy() {
        std::thread::sleep(std::time::Duration::from_millis(5));
        window.run_steps(2);
    }
    window.run_steps(2);
    window.snapshot(name);
}

#[test]
fn a_first_start() {
    let size = Vec2::new(1440.0, 900.0);
    start_looks_like("start-first", size, Theme::Light, Language::English, &[]);
}

#[test]
fn a_start_in_the_dark_on_a_small_screen_in_chinese() {
    // Neither of them is there: what is there depends on the machine.
    let recent = ["/shared/services/maternity ward.ron", "/shared/services/canteen at noon.ron"];
    let size = Vec2::new(1280.0, 720.0);
    start_looks_like("start-chinese-dark", size, Theme::Dark, Language::Chinese, &recent);
}

#[test]
fn the_gallery_of_templates() {
    let size = Vec2::new(1440.0, 900.0);
    looks_like("gallery", size, Theme::Light, Language::English, |window| {
        window.key_press_modifiers(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::N);
        window.run_steps(8);
    });
}
