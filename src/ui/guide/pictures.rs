//! The pictures of the guide as the toolkit paints them.

use std::collections::BTreeMap;

use egui::accesskit::Role;
use egui::emath::GuiRounding as _;
use egui::{
    Color32, ColorImage, Context, CornerRadius, Image, Sense, Stroke, StrokeKind, TextureFilter,
    TextureHandle, TextureOptions, Ui, Vec2, WidgetInfo,
};

use crate::guide::picture;
use crate::ui::theme::Tokens;
use crate::wording::Language;

/// Pictures are taken so large that they stay sharp on a fine screen: as many pixels for each point.
const PIXELS_A_POINT: f32 = 2.0;
const ROUND: CornerRadius = CornerRadius::same(6);

/// The pictures that were shown, by language and name.
#[derive(Default)]
pub(super) struct Pictures {
    painted: BTreeMap<(&'static str, String), Option<TextureHandle>>,
}

impl Pictures {
    /// Gives their memory back.
    pub fn clear(&mut self) {
        self.painted.clear();
    }

    /// Shows a picture, scaled down to a width where it is wider. `alt` says what it shows.
    pub fn show(&mut self, ui: &mut Ui, language: Language, name: &str, alt: &str, width: f32) {
        let key = (language.code(), name.to_owned());
        let painted = self.painted.entry(key).or_insert_with(|| load(ui.ctx(), name, language));
        // A picture that cannot be read is told by a test; what it would show is said all the same.
        let Some(painted) = painted else {
            ui.label(alt);
            return;
        };
        let natural = painted.size_vec2() / PIXELS_A_POINT;
        let size = natural * (width / natural.x).min(1.0);
        let size = Vec2::new(size.x, size.y).round_to_pixels(ui.pixels_per_point());
        let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Image, true, alt));
        if !ui.is_rect_visible(rect) {
            return;
        }
        let rect = rect.round_to_pixels(ui.pixels_per_point());
        let image = Image::from_texture((painted.id(), size)).corner_radius(ROUND);
        image.paint_at(ui, rect);
        // Pictures are of the light theme, and some end on its ground.
        let edge = Stroke::new(1.0, Tokens::of(ui.ctx()).hairline);
        ui.painter().rect_stroke(rect, ROUND, edge, StrokeKind::Outside);
    }
}

/// Reads a picture and hands it to the painter, no larger than that can take.
fn load(ctx: &Context, name: &str, language: Language) -> Option<TextureHandle> {
    let file = picture(name, language)?;
    let mut decoded = match image::load_from_memory(file) {
        Ok(decoded) => decoded,
        Err(problem) => {
            log::warn!("picture {name} of the guide not read: {problem}");
            return None;
        }
    };
    let most = u32::try_from(ctx.input(|input| input.max_texture_side)).unwrap_or(u32::MAX);
    if decoded.width().max(decoded.height()) > most {
        decoded = decoded.thumbnail(most, most);
    }
    let decoded = decoded.into_rgba8();
    let size = [decoded.width() as usize, decoded.height() as usize];
    let mut pixels = ColorImage::filled(size, Color32::TRANSPARENT);
    for (pixel, from) in pixels.pixels.iter_mut().zip(decoded.pixels()) {
        let [red, green, blue, opacity] = from.0;
        *pixel = Color32::from_rgba_unmultiplied(red, green, blue, opacity);
    }
    let options = TextureOptions::LINEAR.with_mipmap_mode(Some(TextureFilter::Linear));
    Some(ctx.load_texture(format!("guide/{}/{name}", language.code()), pixels, options))
}
