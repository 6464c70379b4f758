//! What is said of a link that is being drawn: what it would mean, or why it cannot be. It stands
//! where it covers neither the card that the link would lead to nor the pointer.

use egui::text::LayoutJob;
use egui::{Color32, Pos2, Rect, Stroke, StrokeKind, TextFormat, Ui, Vec2};

use crate::blueprint::LinkKind;
use crate::ui::fonts::{Weight, font};
use crate::ui::theme::SMALL;
use crate::ui::view_context::ViewContext;

use super::{Canvas, paint};

/// How far right of and below the pointer words begin.
const FROM_POINTER: Vec2 = Vec2::new(16.0, 18.0);
/// How large a pointer is, from its tip on.
const POINTER: Vec2 = Vec2::new(14.0, 22.0);
/// What words keep from a card.
const FROM_CARD: f32 = 8.0;
/// What words keep from the edge of the window.
const FROM_EDGE: f32 = 4.0;
/// What lies around words within their frame.
const PADDING: Vec2 = Vec2::new(9.0, 5.0);

/// Where in the window something is said.
#[derive(Clone, Copy)]
pub(super) struct Spot {
    /// The pointer, or what stands for it.
    pub at: Pos2,
    /// The card that is spoken of, there or to come, and whether what leads to it comes from below.
    pub card: Option<(Rect, bool)>,
}

impl From<Pos2> for Spot {
    fn from(at: Pos2) -> Self {
        Self { at, card: None }
    }
}

/// What a link that is being drawn would mean, as it is said beside it.
pub(super) struct KindWord {
    pub spot: Spot,
    pub kind: LinkKind,
    pub association: bool,
    /// Whether it could mean something else.
    pub flips: bool,
}

impl Canvas {
    /// Where something is said at the pointer of a card on the sheet, to which a line leads from a
    /// point of the sheet.
    pub(super) fn spot_of(
        &self,
        at: Pos2,
        card: Option<crate::drawing::Rect>,
        from: crate::drawing::Point,
    ) -> Spot {
        let seen = |card| paint::rect(self.sight.rect_on_screen(card));
        Spot { at, card: card.map(|card| (seen(card), from.y > card.bottom())) }
    }

    /// Where words of a size stand: beside the card where they lie on no other, else beside it, and
    /// at the pointer where there is none or it leaves them no room.
    fn frame_for(&self, size: Vec2, spot: Spot) -> Rect {
        let area = paint::rect(self.sight.viewport());
        let corner = spot.at + FROM_POINTER;
        let corner = corner.min(area.max - size - Vec2::splat(FROM_EDGE)).max(area.min);
        let at_pointer = Rect::from_min_size(corner, size);
        let Some((card, from_below)) = spot.card else { return at_pointer };
        let taken = card.union(Rect::from_min_size(spot.at, POINTER));
        let away = (taken.size() + size) / 2.0 + Vec2::splat(FROM_CARD);
        let towards =
            |x: f32, y: f32| Rect::from_center_size(taken.center() + Vec2::new(x, y) * away, size);
        // What leads to the card is left to be seen.
        let down = if from_below { -1.0 } else { 1.0 };
        let places =
            [towards(0.0, down), towards(0.0, -down), towards(1.0, 0.0), towards(-1.0, 0.0)];
        let sheet = paint::rect(self.sight.area()).shrink(FROM_EDGE);
        let seen = || places.into_iter().filter(|place| sheet.contains_rect(*place));
        let free = seen().find(|place| !self.lies_on_cards(paint::from_egui(*place)));
        free.or_else(|| seen().next()).unwrap_or(at_pointer)
    }

    /// Says beside the link that is being drawn what it would mean, and how to change that.
    pub(super) fn show_kind_word(&self, ui: &Ui, view: &ViewContext<'_>) {
        let Some(word) = &self.kind_word else { return };
        let tokens = view.tokens;
        let kind = if word.association {
            view.text("link-association")
        } else {
            view.words.link_kind(word.kind)
        };
        let mut job = LayoutJob::default();
        let letters = self.look.wall.unwrap_or(SMALL);
        let look = |weight, color| TextFormat::simple(font(weight, letters), color);
        job.append(kind, 0.0, look(Weight::Semibold, tokens.accent));
        if word.flips {
            job.append(view.text("link-flip-hint"), 8.0, look(Weight::Regular, tokens.muted));
        }
        self.say(ui, word.spot, job, (tokens.panel, tokens.hairline));
    }

    /// Says why something cannot be.
    pub(super) fn show_reason(&self, ui: &Ui, view: &ViewContext<'_>) {
        let Some((spot, why)) = &self.reason else { return };
        let tokens = view.tokens;
        let letters = self.look.wall.unwrap_or(SMALL);
        let look = TextFormat::simple(font(Weight::Medium, letters), tokens.ink);
        let job = LayoutJob::single_section(why.clone(), look);
        self.say(ui, *spot, job, (tokens.bad_wash, tokens.bad));
    }

    fn say(&self, ui: &Ui, spot: Spot, words: LayoutJob, (ground, edge): (Color32, Color32)) {
        let text = ui.painter().layout_job(words);
        let frame = self.frame_for(text.size() + 2.0 * PADDING, spot);
        let painter = ui.painter().with_clip_rect(paint::rect(self.sight.viewport()));
        painter.rect(frame, 6.0, ground, Stroke::new(1.0, edge), StrokeKind::Inside);
        painter.galley(frame.min + PADDING, text, Color32::PLACEHOLDER);
    }
}
