//! Shipped blueprints as cards with a picture, on the start screen and in the gallery.

use egui::{
    Color32, CornerRadius, Rect, Response, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo,
    accesskit::Role,
};

use crate::storage::Sample;
use crate::wording::Wording;

use super::canvas::Thumbnails;
use super::controls::elided;
use super::fonts::{Weight, font};
use super::theme::{BODY, SMALL, Tokens};

/// The height of a picture as a part of its width.
const SHAPE: f32 = 0.54;
/// The height of name, line and number of steps, in points.
const WORDS: f32 = 78.0;
/// Between cards, in points.
const GAP: f32 = 16.0;
/// The least width of a card, in points.
const LEAST: f32 = 280.0;
/// The most cards in a row.
const MOST_IN_A_ROW: usize = 5;
/// The height of a wide card, in points.
const LEAD_HEIGHT: f32 = 208.0;
/// The widest picture of a wide card, in points: a sheet of six phases fills it.
const LEAD_PICTURE: f32 = 348.0;
/// The radius of a card's corners, in points.
const CORNER: u8 = 10;

/// What cards are drawn with.
pub(super) struct Shelf<'a> {
    /// The words of the language that is on.
    pub words: &'a Wording,
    /// The colours of the theme that is on.
    pub tokens: Tokens,
    /// The pictures.
    pub thumbnails: &'a mut Thumbnails,
}

/// How many cards of the least width or more fit into a row.
pub(super) fn in_a_row(width: f32) -> usize {
    // From 1 to 5; the cast saturates.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let fit = ((width + GAP) / (LEAST + GAP)) as usize;
    fit.clamp(1, MOST_IN_A_ROW)
}

impl Shelf<'_> {
    /// Cards in rows that fill the width; answers the one that was clicked. `marked` is shown as
    /// the one that Enter opens, and brought into view where `follow` says so.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        samples: &[&'static Sample],
        marked: Option<usize>,
        follow: bool,
    ) -> Option<&'static Sample> {
        let columns = in_a_row(ui.available_width());
        let width = (ui.available_width() - GAP * (columns - 1) as f32) / columns as f32;
        let mut clicked = None;
        for (row, samples) in samples.chunks(columns).enumerate() {
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = GAP;
                for (column, sample) in samples.iter().enumerate() {
                    let is_marked = marked == Some(row * columns + column);
                    let response = self.card(ui, sample, width, is_marked);
                    if is_marked && follow {
                        response.scroll_to_me(None);
                    }
                    if response.clicked() {
                        clicked = Some(*sample);
                    }
                }
            });
            ui.add_space(GAP - ui.spacing().item_spacing.y);
        }
        clicked
    }

    /// A card: picture, name, line, number of steps.
    fn card(&mut self, ui: &mut Ui, sample: &Sample, width: f32, marked: bool) -> Response {
        let size = Vec2::new(width, (width * SHAPE).round() + WORDS);
        let (rect, response) = self.ground(ui, sample, size, marked);
        if ui.is_rect_visible(rect) {
            let mut picture = rect;
            picture.set_height(size.y - WORDS);
            self.picture(ui, sample, picture);
            let words =
                Rect::from_min_max(picture.left_bottom(), rect.max).shrink2([14.0, 9.0].into());
            self.write(ui, sample, words, BODY + 0.5);
        }
        self.edge(ui, rect, &response, marked);
        response
    }

    /// A wide card that leads: the picture on the left, the words beside it, and what a click does.
    pub fn lead(&mut self, ui: &mut Ui, sample: &Sample, invitation: &str) -> Response {
        let size = Vec2::new(ui.available_width(), LEAD_HEIGHT);
        let (rect, response) = self.ground(ui, sample, size, false);
        if ui.is_rect_visible(rect) {
            let mut picture = rect;
            picture.set_width((size.x * 0.5).min(LEAD_PICTURE));
            self.picture(ui, sample, picture);
            let words = Rect::from_min_max(picture.right_top(), rect.max).shrink(24.0);
            let mut upper = words;
            upper.set_bottom(words.bottom() - 44.0);
            self.write(ui, sample, upper, 18.0);
            let galley = ui.painter().layout_no_wrap(
                invitation.to_owned(),
                font(Weight::Medium, BODY),
                self.tokens.on_accent,
            );
            let button = Rect::from_min_size(
                egui::pos2(words.left(), words.bottom() - 32.0),
                galley.size() + Vec2::new(28.0, 16.0),
            );
            ui.painter().rect_filled(button, CornerRadius::same(6), self.tokens.accent);
            let at = button.center() - galley.size() / 2.0;
            ui.painter().galley(at, galley, self.tokens.on_accent);
        }
        self.edge(ui, rect, &response, false);
        response
    }

    fn ground(&self, ui: &mut Ui, sample: &Sample, size: Vec2, marked: bool) -> (Rect, Response) {
        let (rect, response) = ui.allocate_exact_size(size, Sense::click());
        let name = self.words.text(sample.name_key);
        response.widget_info(|| WidgetInfo::selected(Role::Button, true, marked, name));
        ui.painter().rect_filled(rect, CornerRadius::same(CORNER), self.tokens.panel);
        (rect, response.on_hover_cursor(egui::CursorIcon::PointingHand))
    }

    fn picture(&mut self, ui: &Ui, sample: &Sample, rect: Rect) {
        self.thumbnails.show(ui, sample, self.words, rect.shrink(1.0));
    }

    fn write(&mut self, ui: &Ui, sample: &Sample, rect: Rect, size: f32) {
        let steps = self.thumbnails.steps(sample, self.words.language());
        let sheets = self.thumbnails.sheets(sample, self.words.language());
        let steps = if sheets > 0 {
            self.words.with("planner-sheets-count", &[("count", sheets.into())])
        } else {
            self.words.counted("steps", steps)
        };
        // Painted, not labels of their own: to a screen reader the card is one button.
        let name = font(Weight::Semibold, size);
        let name =
            elided(ui, self.words.text(sample.name_key), name, self.tokens.ink, rect.width());
        let line = |text: &str, size, colour: Color32| {
            let font = font(Weight::Regular, size);
            ui.painter().layout(text.to_owned(), font, colour, rect.width())
        };
        let about = self.words.text(sample.about_key);
        let about = line(about, SMALL.max(size - 4.0), self.tokens.muted);
        let steps = line(&steps, SMALL, self.tokens.muted);
        let mut at = rect.min;
        for galley in [name, about, steps] {
            let height = galley.size().y;
            ui.painter().galley(at, galley, self.tokens.ink);
            at.y += height + 3.0;
        }
    }

    fn edge(&self, ui: &Ui, rect: Rect, response: &Response, marked: bool) {
        let (width, colour) = if marked {
            (2.0, self.tokens.accent)
        } else if response.hovered() {
            (1.0, self.tokens.accent)
        } else {
            (1.0, self.tokens.hairline)
        };
        let corner = CornerRadius::same(CORNER);
        // The picture is square; what it covers of the round corners gets the ground back.
        ui.painter().rect_stroke(
            rect,
            corner,
            Stroke::new(4.0, self.tokens.background),
            StrokeKind::Outside,
        );
        ui.painter().rect_stroke(rect, corner, Stroke::new(width, colour), StrokeKind::Inside);
    }
}
