//! A look at what will be written: the very picture, page by page.

use std::fmt;

use egui::{
    ColorImage, Rect, Sense, TextureHandle, TextureOptions, Ui, WidgetInfo, accesskit::Role,
};

use crate::background::{Kept, Pace, Snapshot};
use crate::blueprint::{Blueprint, ScenarioId};
use crate::exchange::{Export, Exporter};
use crate::exports::{Choices, NotMade, Order, Preview};
use crate::ui::app::App;
use crate::ui::controls::{painted_button, small};
use crate::ui::fonts::{Weight, font};
use crate::ui::theme::Tokens;

/// How long choices stand still before the picture follows, in seconds.
const PAUSE: f64 = 0.12;
/// What is free around the picture, in points.
const MARGIN: f32 = 8.0;
/// The height of the line below it.
const LINE: f32 = 26.0;

/// What a look is of.
type Wanted = (Snapshot<Blueprint>, ScenarioId, &'static str, Choices, usize, (u32, u32));

/// The look and the page that is seen.
pub(super) struct Looking {
    page: usize,
    kept: Kept<Wanted, Result<Preview, NotMade>>,
    /// The picture of the answer with this number.
    texture: Option<(u64, TextureHandle)>,
}

impl Default for Looking {
    fn default() -> Self {
        Self { page: 0, kept: Kept::new("preview").after_pause(PAUSE), texture: None }
    }
}

impl fmt::Debug for Looking {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Looking").field("page", &self.page).finish_non_exhaustive()
    }
}

impl Looking {
    /// Whether the picture is still being made.
    fn follow(&mut self, ui: &Ui, order: Order, room: egui::Vec2) -> bool {
        let scale = ui.ctx().pixels_per_point();
        // Whole pixels of at most some thousands.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let pixels = |length: f32| (length * scale).max(1.0).round() as u32;
        let room = (pixels(room.x), pixels(room.y));
        let wanted: Wanted = (
            Snapshot::of(&order.blueprint),
            order.scenario,
            order.exporter.ending,
            order.choices.clone(),
            self.page,
            room,
        );
        let page = self.page;
        self.kept.follow(&wanted, ui.ctx(), Pace::Beside, move |_| {
            order.preview(page, (room.0 as f32, room.1 as f32))
        });
        !self.kept.is_for(&wanted)
    }

    /// Shows it in what is left of the row.
    pub fn show(&mut self, ui: &mut Ui, app: &App, order: Order, height: f32) {
        let tokens = Tokens::of(ui.ctx());
        ui.vertical(|ui| {
            let size = egui::vec2(ui.available_width(), height - LINE);
            let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
            let has_pages = !matches!(order.exporter.export, Export::Picture(_));
            let waits = self.follow(ui, order, size - egui::Vec2::splat(2.0 * MARGIN));
            let (corner, edge) =
                (egui::CornerRadius::same(6), egui::Stroke::new(1.0, tokens.hairline));
            ui.painter().rect(rect, corner, tokens.background, edge, egui::StrokeKind::Inside);
            let said = match self.kept.value() {
                Some(Ok(preview)) => {
                    self.page = self.page.min(preview.pages.saturating_sub(1));
                    let serial = self.kept.serial();
                    if self.texture.as_ref().is_none_or(|(of, _)| *of != serial) {
                        let pixels = [preview.size.0 as usize, preview.size.1 as usize];
                        let image = ColorImage::from_rgba_unmultiplied(pixels, &preview.rgba);
                        let options = TextureOptions::LINEAR;
                        let texture = ui.ctx().load_texture("export preview", image, options);
                        self.texture = Some((serial, texture));
                    }
                    paint(ui, rect, self.texture.as_ref().map(|(_, texture)| texture), waits);
                    told(app, preview)
                }
                Some(Err(not)) => {
                    let why = app.not_made(not);
                    let font = egui::TextStyle::Body.resolve(ui.style());
                    let inside = rect.shrink(2.0 * MARGIN);
                    let galley = ui.fonts_mut(|fonts| {
                        fonts.layout(why.clone(), font, tokens.muted, inside.width())
                    });
                    let at = rect.center() - galley.size() / 2.0;
                    ui.painter().galley(at, galley, tokens.muted);
                    why
                }
                None => app.words.text("export-looking").to_owned(),
            };
            response.widget_info(|| WidgetInfo::labeled(Role::Image, true, said.as_str()));
            self.line(ui, app, &said, has_pages);
        });
    }

    /// How large it becomes, and the way to other pages.
    fn line(&mut self, ui: &mut Ui, app: &App, said: &str, has_pages: bool) {
        let tokens = Tokens::of(ui.ctx());
        let count = match self.kept.value() {
            Some(Ok(preview)) => preview.pages,
            _ => 0,
        };
        ui.horizontal(|ui| {
            if !has_pages || count < 2 {
                small(ui, tokens, said);
                return;
            }
            let [before, after] =
                ["export-page-before", "export-page-after"].map(|key| app.words.text(key));
            if turn(ui, "‹", before, self.page > 0) {
                self.page -= 1;
            }
            let arguments = [("number", (self.page + 1).into()), ("count", count.into())];
            ui.label(app.words.with("page-number", &arguments));
            if turn(ui, "›", after, self.page + 1 < count) {
                self.page += 1;
            }
        });
    }
}

/// A button that turns pages.
fn turn(ui: &mut Ui, sign: &str, name: &str, enabled: bool) -> bool {
    let button = painted_button(ui, name, enabled, |painter, rect, colour| {
        let middle = egui::Align2::CENTER_CENTER;
        painter.text(rect.center(), middle, sign, font(Weight::Semibold, 18.0), colour);
    });
    enabled && button.clicked()
}

/// The size of what will be written, in words.
fn told(app: &App, preview: &Preview) -> String {
    match &preview.pixels {
        Some(Ok((width, height))) => {
            let [width, height] = [width, height].map(|side| app.words.number(f64::from(*side)));
            app.words.with("export-size", &[("width", width.into()), ("height", height.into())])
        }
        Some(Err(refused)) => app.not_made(&NotMade::Refused(refused.clone())),
        None => app.words.with("export-page-count", &[("count", preview.pages.into())]),
    }
}

/// Paints the picture in the middle, pale while a newer one is made.
fn paint(ui: &Ui, rect: Rect, texture: Option<&TextureHandle>, waits: bool) {
    let Some(texture) = texture else { return };
    let room = rect.shrink(MARGIN);
    let size = texture.size_vec2() / ui.ctx().pixels_per_point();
    let fits = (room.width() / size.x).min(room.height() / size.y).min(1.0);
    let area = Rect::from_center_size(room.center(), size * fits);
    let tint = if waits { egui::Color32::from_white_alpha(140) } else { egui::Color32::WHITE };
    let whole = Rect::from_min_max(egui::Pos2::ZERO, egui::pos2(1.0, 1.0));
    ui.painter().image(texture.id(), area, whole, tint);
}

/// What a format without a picture holds.
pub(super) fn about(ui: &mut Ui, app: &App, exporter: &Exporter, height: f32) {
    ui.vertical(|ui| {
        ui.set_min_height(height);
        ui.add(
            egui::Label::new(app.words.text(super::choices::format_key(exporter.ending))).wrap(),
        );
    });
}
