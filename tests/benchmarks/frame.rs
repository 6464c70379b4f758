//! A frame of the whole window: input, panels, sheet, and the triangles that a graphics card is
//! given. The goal is under 8 ms, half of what 60 frames a second leave.

// What the benchmarks draw is valid by construction.
#![allow(clippy::unwrap_used, missing_docs)]

#[path = "../drawing/office.rs"]
#[allow(dead_code, reason = "shared with the tests of drawing")]
mod office;

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use eframe::App as _;
use egui::{Event, Modifiers, PointerButton, Pos2, RawInput, Rect, Vec2};
use onstage::blueprint::{Blueprint, StepId};
use onstage::ui::{App, Settings, Start};

/// A window large enough to show 5,000 cards at the least zoom.
const SIZE: Vec2 = Vec2::new(2560.0, 1440.0);
/// The width of a card at 100 %.
const CARD_WIDTH: f32 = 120.0;

struct Window {
    ctx: egui::Context,
    app: App,
    frame: eframe::Frame,
    time: f64,
}

impl Window {
    fn on(blueprint: Blueprint) -> Self {
        let ctx = egui::Context::default();
        let start = Start {
            blueprint: Some(blueprint),
            settings: Some(Settings::default()),
            ..Start::default()
        };
        let app = App::new(&ctx, start);
        let mut window = Self { ctx, app, frame: eframe::Frame::_new_kittest(), time: 0.0 };
        window.settle();
        window
    }

    /// One frame; the time goes on by a sixtieth of a second.
    fn frame(&mut self, events: Vec<Event>) {
        self.time += 1.0 / 60.0;
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, SIZE)),
            time: Some(self.time),
            focused: true,
            events,
            ..RawInput::default()
        };
        let mut output = self.ctx.run_ui(input, |ui| self.app.ui(ui, &mut self.frame));
        // No graphics card takes the glyphs here.
        output.textures_delta.clear();
        black_box(self.ctx.tessellate(output.shapes, output.pixels_per_point));
    }

    /// Lets animations end.
    fn settle(&mut self) {
        for _ in 0..40 {
            self.frame(Vec::new());
        }
    }

    /// Shows the whole sheet, which a large one does not open with.
    fn fit(&mut self) {
        let key = egui::Key::Num1;
        let pressed = |pressed| Event::Key {
            key,
            physical_key: Some(key),
            pressed,
            repeat: false,
            modifiers: Modifiers::SHIFT,
        };
        self.frame(vec![pressed(true)]);
        self.frame(vec![pressed(false)]);
        self.settle();
    }

    /// Shows the sheet at 100 % around a card.
    fn zoom_to_full_size(&mut self, card: StepId) {
        let fitted = self.card(card);
        let zoom = CARD_WIDTH / fitted.width();
        self.frame(vec![Event::PointerMoved(fitted.center())]);
        self.frame(vec![Event::PointerMoved(fitted.center()), Event::Zoom(zoom)]);
        self.settle();
    }

    /// Turns the wheel over the sheet.
    fn scroll(&mut self, at: Pos2, delta: Vec2) {
        let (unit, source) = (egui::MouseWheelUnit::Point, egui::MouseWheelSource::Wheel);
        let (modifiers, phase) = (Modifiers::NONE, egui::TouchPhase::Move);
        let wheel = Event::MouseWheel { unit, delta, phase, source, modifiers };
        self.frame(vec![Event::PointerMoved(at), wheel]);
    }

    fn card(&self, step: StepId) -> Rect {
        self.app.card_on_screen(step).unwrap()
    }

    fn button(&mut self, pos: Pos2, pressed: bool) {
        let button = PointerButton::Primary;
        let modifiers = Modifiers::NONE;
        self.frame(vec![
            Event::PointerMoved(pos),
            Event::PointerButton { pos, button, pressed, modifiers },
        ]);
    }
}

fn frames(criterion: &mut Criterion) {
    for (columns, rows, name) in [(25, 20, "500"), (140, 36, "5040")] {
        let draft = office::grid(columns, rows);
        let middle = columns * rows / 2 + columns / 2;
        let card = *draft.scenario.steps().get_index(middle).unwrap().0;
        let sheet = vec![draft.scenario];
        let mut window =
            Window::on(Blueprint::assemble("Grid".to_owned(), "$".to_owned(), sheet, draft.ids));
        window.fit();
        let mut group = criterion.benchmark_group(format!("frame {name}"));
        for zoom in ["fitted", "at 100 %"] {
            if zoom == "at 100 %" {
                window.zoom_to_full_size(card);
                assert!((window.card(card).width() - CARD_WIDTH).abs() < 1.0);
            }
            group.bench_function(format!("idle {zoom}"), |b| b.iter(|| window.frame(Vec::new())));
            let middle = window.card(card).center();
            let mut turn = 0_u16;
            group.bench_function(format!("panning {zoom}"), |b| {
                b.iter(|| {
                    turn = (turn + 1) % 64;
                    let by = if turn < 32 { 9.0 } else { -9.0 };
                    window.scroll(middle, Vec2::new(by, by / 3.0));
                });
            });
            window.settle();
            group.bench_function(format!("zooming {zoom}"), |b| {
                b.iter(|| {
                    turn = (turn + 1) % 64;
                    let factor: f32 = if turn < 32 { 1.02 } else { 1.0 / 1.02 };
                    window.frame(vec![Event::PointerMoved(middle), Event::Zoom(factor)]);
                });
            });
            window.settle();
            let from = window.card(card).center();
            window.button(from, true);
            let mut turn = 0_u16;
            group.bench_function(format!("dragging {zoom}"), |b| {
                b.iter(|| {
                    turn = (turn + 1) % 64;
                    let to = from + Vec2::new(20.0 + f32::from(turn), 30.0);
                    window.frame(vec![Event::PointerMoved(to)]);
                });
            });
            assert!(window.app.editor().in_gesture(), "a card follows the hand");
            window.button(from, false);
            window.settle();
        }
        group.finish();
    }
}

criterion_group!(benches, frames);
criterion_main!(benches);
