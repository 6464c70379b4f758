//! Tidied sheets, rework, filters and the map.

use egui::{Key, Modifiers, Theme, Vec2};
use egui_kittest::kittest::Queryable;
use egui_kittest::{Harness, SnapshotOptions};
use onstage::ui::{App, Settings, Start};
use onstage::wording::Language;

use super::renderer;

/// Opens a sample, does something, compares it with a picture.
fn sample_looks_like(
    name: &str,
    sample: &str,
    theme: Theme,
    language: Language,
    prepare: impl FnOnce(&mut Harness<'_, App>),
) {
    if !renderer::is_there() {
        return;
    }
    let settings = Settings { theme: theme.into(), language, table: false, ..Settings::default() };
    let blueprint = onstage::storage::sample(sample).unwrap().open().unwrap();
    let start = Start {
        settings: Some(settings),
        blueprint: Some(blueprint),
        language,
        ..Start::default()
    };
    let mut window = Harness::builder()
        .with_size(Vec2::new(1440.0, 900.0))
        .with_theme(theme)
        .with_options(SnapshotOptions::new().threshold(2.0).max_failed_pixels(40))
        .with_render_cursor(false)
        .wgpu()
        .build_eframe(|cc| App::new(&cc.egui_ctx, start));
    window.run_steps(8);
    prepare(&mut window);
    window.run_steps(8);
    super::hide_time(&mut window, language);
    window.snapshot(name);
}

fn press(window: &mut Harness<'_, App>, modifiers: Modifiers, key: Key) {
    window.key_press_modifiers(modifiers, key);
    window.run_steps(4);
}

/// Tidies everything up and shows it as a whole.
fn tidy_up(window: &mut Harness<'_, App>) {
    press(window, Modifiers::COMMAND, Key::L);
    press(window, Modifiers::SHIFT, Key::Num1);
}

#[test]
fn the_office_tidied_up() {
    let (theme, language) = (Theme::Light, Language::English);
    sample_looks_like("tidy-office", "driver-licence-office", theme, language, tidy_up);
}

#[test]
fn the_part_that_a_role_takes_with_the_map() {
    let (theme, language) = (Theme::Dark, Language::Chinese);
    sample_looks_like("filtered-map", "hotel-room-service", theme, language, |window| {
        for row in ["视图", "筛选", "按角色"] {
            window.get_by_label(row).click();
            window.run_steps(4);
        }
        let chef = window.query_all_by_label("Chef").next().unwrap();
        chef.click();
        window.run_steps(4);
        press(window, Modifiers::COMMAND, Key::Plus);
        press(window, Modifiers::COMMAND, Key::Plus);
    });
}
