//! The window, or a part of it, compared with a picture that was looked at before.
//!
//! `UPDATE_SNAPSHOTS=true` renews the pictures that differ.

use std::sync::OnceLock;

use eframe::egui_wgpu::{RendererOptions, WgpuSetup, WgpuSetupExisting};
use eframe::wgpu::Backends;
use egui::{Pos2, Rect};
use egui_kittest::kittest::Queryable;
use egui_kittest::wgpu::{WgpuTestRenderer, create_render_state, default_wgpu_setup};
use egui_kittest::{LazyRenderer, SnapshotError, SnapshotOptions};
use image::{RgbaImage, imageops};

use super::{Person, Setup, renderer};

/// How far a picture may be off. Rounding differs a little between versions of the renderer; a moved
/// line is far more.
pub fn tolerance() -> SnapshotOptions {
    SnapshotOptions::new().threshold(2.0).max_failed_pixels(40)
}

/// What paints a window, once a picture is wanted of it. All windows share one device: to make one
/// takes longer than to paint with it.
pub fn painter() -> LazyRenderer {
    static DEVICE: OnceLock<WgpuSetupExisting> = OnceLock::new();
    LazyRenderer::new(|| {
        let device = DEVICE.get_or_init(|| {
            // Vulkan alone: what else there is may only be touched by one thread at a time.
            let mut setup = default_wgpu_setup();
            if let WgpuSetup::CreateNew(new) = &mut setup {
                new.instance_descriptor.backends = Backends::VULKAN;
            }
            let made = create_render_state(setup, RendererOptions::PREDICTABLE);
            let (instance, adapter) = (made.instance, made.adapter);
            WgpuSetupExisting { instance, adapter, device: made.device, queue: made.queue }
        });
        WgpuTestRenderer::from_setup(WgpuSetup::Existing(device.clone()))
    })
}

/// Fails with all that was found different.
pub fn assert_same(different: &[SnapshotError]) {
    let said: Vec<String> = different.iter().map(ToString::to_string).collect();
    assert!(said.is_empty(), "{}", said.join("\n"));
}

/// A part of the window: a rectangle in points, or the one thing that is called so.
pub enum Part {
    Rect(Rect),
    Label(String),
}

impl From<Rect> for Part {
    fn from(rect: Rect) -> Self {
        Self::Rect(rect)
    }
}

impl From<&str> for Part {
    fn from(label: &str) -> Self {
        Self::Label(label.to_owned())
    }
}

impl Setup {
    /// Compares the window, after something was done to it, with `tests/snapshots/<name>.png`; does
    /// nothing where no picture can be made.
    pub fn looks_like(self, name: &str, prepare: impl FnOnce(&mut Person)) {
        assert_same(&self.compared(name, prepare));
    }

    /// As [`Self::looks_like`], but leaves it to the caller to fail, who may have several pictures.
    pub fn compared(self, name: &str, prepare: impl FnOnce(&mut Person)) -> Vec<SnapshotError> {
        if !renderer::is_there() {
            return Vec::new();
        }
        let mut person = self.open();
        prepare(&mut person);
        person.rest();
        if let Some(label) = person.time_taken() {
            // More digits make the text longer to the left; the cover is as long for any number.
            let left = label.right() - 170.0;
            person.window.mask(Rect::from_min_max(Pos2::new(left, label.top()), label.max));
        }
        person.window.try_snapshot(name).err().into_iter().collect()
    }
}

impl Person {
    /// Lets tooltips, notices and scrolling come to their end.
    pub fn rest(&mut self) {
        self.window.run_steps(8);
    }

    /// The window as a whole.
    pub fn everything(&self) -> Rect {
        self.window.ctx.content_rect()
    }

    /// Where it is said how long the figures took, which no two runs share; nowhere as long as there
    /// are none.
    fn time_taken(&self) -> Option<Rect> {
        let words = self.words().with("recomputed-in", &[("time", "¤".into())]);
        let around = words.split('¤').max_by_key(|part| part.len()).expect("a text");
        self.window.query_by_label_contains(around).map(|label| label.rect())
    }

    /// A picture of a part of the window and so many points around it, without the time that the
    /// figures took.
    pub fn crop(&mut self, part: impl Into<Part>, margin: f32) -> RgbaImage {
        let part = match part.into() {
            Part::Rect(rect) => rect,
            Part::Label(label) => self.place_of(&label),
        };
        let mut picture = self.window.render().expect("a picture");
        let scale = self.window.ctx.pixels_per_point();
        if let Some(label) = self.time_taken() {
            cover(&mut picture, pixels(label, scale));
        }
        let all = Rect::from_min_size(Pos2::ZERO, self.everything().size());
        let [x, y, width, height] = pixels(part.expand(margin).intersect(all), scale);
        assert!(width > 0 && height > 0, "{part} is in the window");
        imageops::crop_imm(&picture, x, y, width, height).to_image()
    }
}

/// Left, top, width and height in pixels of a rectangle in points.
// A window has some thousand pixels, none of them left of or above its corner.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn pixels(rect: Rect, scale: f32) -> [u32; 4] {
    let [left, top] = [rect.left(), rect.top()].map(|edge| (edge * scale).floor() as u32);
    let [right, bottom] = [rect.right(), rect.bottom()].map(|edge| (edge * scale).ceil() as u32);
    [left, top, right.saturating_sub(left), bottom.saturating_sub(top)]
}

/// Paints over a part of a picture with the colour beside it.
fn cover(picture: &mut RgbaImage, [x, y, width, height]: [u32; 4]) {
    let ground = *picture.get_pixel(x.saturating_sub(2), y);
    let (right, bottom) = picture.dimensions();
    for y in y..(y + height).min(bottom) {
        for x in x..(x + width).min(right) {
            picture.put_pixel(x, y, ground);
        }
    }
}
