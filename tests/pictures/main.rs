//! How the window looks, held by pictures in `tests/snapshots`.
//!
//! `UPDATE_SNAPSHOTS=true cargo test --test pictures` renews those that differ. Without a software
//! renderer nothing is compared, and the test says so; `ONSTAGE_REQUIRE_PICTURES=1` makes that a
//! failure.

// A test that cannot go on should stop; clippy takes only unit tests for tests.
#![allow(clippy::unwrap_used)]

mod arrange;
mod charts;
mod compare;
mod redesign;
mod renderer;
mod start;
mod states;
mod suggestions;
mod tables;

use egui::{Rect, Theme, ThemePreference, Vec2};
use egui_kittest::kittest::Queryable;
use egui_kittest::{Harness, SnapshotOptions, SnapshotResults};
use onstage::ui::{App, Settings, Start};
use onstage::wording::{Language, Wording};

/// Compares the window on the first sample with a picture.
fn window_looks_like(name: &str, size: Vec2, theme: Theme, language: Language) {
    looks_like(name, size, theme, language, |_| {});
}

/// Compares the window on the first sample, after something was done to it, with a picture.
fn looks_like(
    name: &str,
    size: Vec2,
    theme: Theme,
    language: Language,
    prepare: impl FnOnce(&mut Harness<'_, App>),
) {
    drop(compared(name, size, theme, language, prepare));
}

/// As [`looks_like`], but leaves it to the caller to fail, who may have several pictures.
fn compared(
    name: &str,
    size: Vec2,
    theme: Theme,
    language: Language,
    prepare: impl FnOnce(&mut Harness<'_, App>),
) -> SnapshotResults {
    if !renderer::is_there() {
        return SnapshotResults::new();
    }
    let settings =
        Settings { theme: ThemePreference::from(theme), language, ..Settings::default() };
    let start = Start { settings: Some(settings), language, ..Start::default() };
    let mut window = window_of(start, size, theme);
    prepare(&mut window);
    hide_time(&mut window, language);
    window.snapshot(name);
    window.take_snapshot_results()
}

/// A window at rest.
fn window_of(start: Start, size: Vec2, theme: Theme) -> Harness<'static, App> {
    // Rounding differs a little between versions of the renderer; a moved line is far more.
    let tolerance = SnapshotOptions::new().threshold(2.0).max_failed_pixels(40);
    let mut window = Harness::builder()
        .with_size(size)
        .with_theme(theme)
        .with_options(tolerance)
        .with_render_cursor(false)
        .wgpu()
        .build_eframe(|cc| App::new(&cc.egui_ctx, start));
    window.run_steps(8);
    window
}

/// Covers how long the figures took, which no two runs share.
fn hide_time(window: &mut Harness<'_, App>, language: Language) {
    let words = Wording::new(language).with("recomputed-in", &[("time", "¤".into())]);
    let around = words.split('¤').max_by_key(|part| part.len()).unwrap();
    let label = window.get_by_label_contains(around).rect();
    // More digits make the text longer to the left; the cover is as long for any number.
    let left = label.right() - 170.0;
    window.mask(Rect::from_min_max(egui::pos2(left, label.top()), label.max));
}

#[test]
fn window_in_light() {
    window_looks_like("window-light", Vec2::new(1440.0, 900.0), Theme::Light, Language::English);
}

#[test]
fn window_in_the_dark() {
    window_looks_like("window-dark", Vec2::new(1440.0, 900.0), Theme::Dark, Language::English);
}

#[test]
fn window_on_a_small_screen() {
    window_looks_like("window-small", Vec2::new(1280.0, 720.0), Theme::Light, Language::English);
}

#[test]
fn window_in_chinese() {
    window_looks_like("window-chinese", Vec2::new(1440.0, 900.0), Theme::Light, Language::Chinese);
}
