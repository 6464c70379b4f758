//! What the pictures are painted with: colours, letters that grow with the picture, and a few
//! shapes.

use egui::{
    Align2, Color32, CornerRadius, FontId, Painter, Pos2, Rect, Response, Sense, Stroke,
    StrokeKind, Ui, Vec2, WidgetInfo, accesskit::Role,
};

use crate::drawing::{Ink, Palette};
use crate::ui::controls::elided;
use crate::ui::fonts::{Weight, font};
use crate::ui::theme::{self, BODY, SMALL, Tokens};
use crate::wording::Wording;

/// The size of a picture at which its letters are as large as those of the panels.
const PLAIN: Vec2 = Vec2::new(560.0, 400.0);
/// How much larger letters get at most.
const LARGEST: f32 = 2.4;

/// The colours and sizes of a picture.
pub(super) struct Easel {
    pub tokens: Tokens,
    palette: Palette,
    /// How much larger everything is than in a small panel.
    pub scale: f32,
}

impl Easel {
    /// For a picture of a size.
    pub fn of(tokens: Tokens, palette: Palette, size: Vec2) -> Self {
        let scale = (size.x / PLAIN.x).min(size.y / PLAIN.y).clamp(1.0, LARGEST);
        Self { tokens, palette, scale }
    }

    /// A colour by its meaning.
    pub fn ink(&self, ink: Ink) -> Color32 {
        theme::colour(&self.palette, ink)
    }

    /// A length that grows with the picture.
    pub fn length(&self, points: f32) -> f32 {
        (points * self.scale).round()
    }

    /// Letters for what is read.
    pub fn body(&self, weight: Weight) -> FontId {
        font(weight, self.size(BODY))
    }

    /// Letters for what is looked up.
    pub fn small(&self, weight: Weight) -> FontId {
        font(weight, self.size(SMALL))
    }

    /// Whole points once enlarged: each size of letters takes room in the atlas.
    fn size(&self, points: f32) -> f32 {
        if self.scale > 1.0 { (points * self.scale).round() } else { points }
    }

    /// The sentence above an enlarged picture.
    pub fn title(&self, ui: &mut Ui, text: &str) {
        let letters = font(Weight::Semibold, (15.0 * self.scale).round());
        let width = ui.available_width();
        let galley = ui.painter().layout(text.to_owned(), letters, self.tokens.ink, width);
        let (rect, _) = ui.allocate_exact_size(Vec2::new(width, galley.size().y), Sense::hover());
        ui.painter().galley(rect.min, galley, self.tokens.ink);
        ui.add_space(self.length(8.0));
    }

    /// A time at a mark of an axis that ends at `end_s` seconds: all marks in one unit. Beyond some
    /// days as people put it.
    pub fn mark_of_time(words: &Wording, seconds: f64, end_s: f64) -> String {
        let (key, unit) = match end_s {
            end if end <= 120.0 => ("seconds", 1.0),
            end if end <= 7_200.0 => ("minutes", 60.0),
            end if end <= 172_800.0 => ("hours", 3_600.0),
            _ => return words.time(seconds),
        };
        let number = seconds / unit;
        words.with(key, &[("number", words.number(number).into()), ("count", number.into())])
    }

    /// How wide a text is.
    pub fn width(ui: &Ui, text: &str, letters: &FontId) -> f32 {
        let galley =
            ui.painter().layout_no_wrap(text.to_owned(), letters.clone(), Color32::PLACEHOLDER);
        galley.size().x
    }

    /// Writes a text that is cut where it is wider than the room; answers where it stands.
    pub fn cut(
        ui: &Ui,
        text: &str,
        letters: FontId,
        colour: Color32,
        at: Pos2,
        anchor: Align2,
        room: f32,
    ) -> Rect {
        let galley = elided(ui, text, letters, colour, room);
        let rect = anchor.anchor_size(at, galley.size());
        ui.painter().galley(rect.min, galley, colour);
        rect
    }

    /// Slanting lines within a rectangle: what is not quite there.
    pub fn hatch(painter: &Painter, rect: Rect, gap: f32, stroke: Stroke) {
        if !rect.is_positive() {
            return;
        }
        let painter = painter.with_clip_rect(painter.clip_rect().intersect(rect));
        let height = rect.height();
        // Fixed to the screen, so that neighbours join. A rectangle that is wider than any screen
        // is clipped, so the number of lines stays small.
        let seen = painter.clip_rect();
        let mut x = (seen.left() / gap).floor() * gap - height;
        while x < seen.right() {
            painter.line_segment(
                [Pos2::new(x, rect.bottom()), Pos2::new(x + height, rect.top())],
                stroke,
            );
            x += gap;
        }
    }

    /// A rectangle with a dashed edge.
    pub fn dashed(painter: &Painter, rect: Rect, stroke: Stroke) {
        crate::ui::controls::dashed(painter, rect, stroke, (4.0, 3.0));
    }

    /// Something in a picture that can be clicked, and is called by a name.
    pub fn part(ui: &Ui, rect: Rect, id: egui::Id, name: impl Fn() -> String) -> Response {
        let response = ui.interact(rect, id, Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name()));
        response
    }

    /// Shows that a part is selected or pointed at.
    pub fn outline(&self, painter: &Painter, rect: Rect, radius: u8, selected: bool) {
        let width = if selected { 2.0 } else { 1.5 };
        let stroke = Stroke::new(width * self.scale.min(1.5), self.tokens.accent);
        painter.rect_stroke(rect, CornerRadius::same(radius), stroke, StrokeKind::Outside);
    }
}
