//! Opens the window: on the preferred renderer, else on the second one.

use std::path::Path;

use eframe::{NativeOptions, Renderer};
use egui::ViewportBuilder;

use crate::storage::preferences::PreferenceStore;
use crate::wording::{Language, Wording};

use super::app::{App, Opening, Start};
use super::report::{self, ActionLog};
use super::simulating::Simulation;
use super::wheel::Wheel;

/// Why no window could be opened, in words.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct NoWindow(String);

/// Opens the designer and returns when it is closed.
///
/// The first renderer uses the graphics card through Vulkan, Metal or DirectX, on the adapter that
/// draws least power; where it cannot start, an OpenGL window is tried.
///
/// With `review` the file is judged and nothing of it changed. A language that was `asked` for counts more than the one that the preferences keep. `log` keeps what
/// happens; it is left behind where the program ends unexpectedly.
///
/// # Errors
/// [`NoWindow`] where neither renderer starts, with both reasons and what to do.
pub fn open_window(
    file: Option<&Path>,
    (language, asked): (Language, bool),
    review: bool,
    log: &ActionLog,
) -> Result<(), NoWindow> {
    report::leave_behind(log, PreferenceStore::usual());
    if cfg!(all(unix, not(target_os = "macos"))) && !has_display() {
        return Err(NoWindow(Wording::new(language).text("no-display").to_owned()));
    }
    let first = run(Renderer::Wgpu, file, (language, asked), review, log);
    let Err(first) = first else { return Ok(()) };
    log::warn!("the first renderer did not start: {first}");
    let second = run(Renderer::Glow, file, (language, asked), review, log);
    let Err(second) = second else { return Ok(()) };
    let words = Wording::new(language);
    Err(NoWindow(words.with(
        "no-window",
        &[("first", first.to_string().into()), ("second", second.to_string().into())],
    )))
}

/// What draws the window, in a line: the way to the graphics card, the card, its driver.
fn renderer_of(cc: &eframe::CreationContext<'_>) -> String {
    match &cc.wgpu_render_state {
        Some(state) => {
            let about = state.adapter.get_info();
            let (backend, kind) = (about.backend, about.device_type);
            format!(
                "{backend:?}, {} ({kind:?}), {} {}",
                about.name, about.driver, about.driver_info
            )
        }
        None => "OpenGL (glow)".to_owned(),
    }
}

/// Whether an X or Wayland display is named, as every window on these systems needs.
fn has_display() -> bool {
    ["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET"]
        .iter()
        .any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()))
}

fn run(
    renderer: Renderer,
    file: Option<&Path>,
    (language, asked): (Language, bool),
    review: bool,
    log: &ActionLog,
) -> eframe::Result {
    let file = file.map(Path::to_owned);
    let log = log.clone();
    let mut options = NativeOptions {
        viewport: ViewportBuilder::default()
            .with_app_id("onstage")
            .with_title("Onstage")
            .with_inner_size([1440.0, 900.0])
            .with_min_inner_size([800.0, 520.0])
            .with_icon(egui::IconData::default()),
        renderer,
        // A renderer that failed must leave the event loop to the next one.
        run_and_return: true,
        ..NativeOptions::default()
    };
    if let eframe::egui_wgpu::WgpuSetup::CreateNew(setup) = &mut options.wgpu_options.wgpu_setup {
        setup.power_preference = eframe::wgpu::PowerPreference::LowPower;
    }
    eframe::run_native(
        "onstage",
        options,
        Box::new(move |cc| {
            log.draws(renderer_of(cc));
            cc.egui_ctx.add_plugin(Wheel::of_this_computer());
            let start = Start {
                file,
                opening: Opening::StartScreen,
                blueprint: None,
                review,
                preferences: PreferenceStore::usual(),
                settings: None,
                language,
                language_is_asked: asked,
                system_dialogs: true,
                simulation: Simulation::Live,
                log,
            };
            Ok(Box::new(App::new(&cc.egui_ctx, start)))
        }),
    )
}
