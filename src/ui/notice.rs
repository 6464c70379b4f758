//! Short messages at the foot of the sheet.

use std::sync::Arc;

use egui::{
    Align2, CornerRadius, Galley, Pos2, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, accesskit::Role,
};

use super::fonts::{Weight, font};
use super::theme::{BODY, Tokens};

/// How long a message stays, in seconds.
const STAYS: f64 = 4.0;

/// How long a letter takes to read, in seconds.
const A_LETTER: f64 = 0.06;

/// What it keeps from what it would cover, in points.
const ABOVE: f32 = 8.0;

/// The message that is shown now, if there is one.
#[derive(Debug, Default)]
pub(super) struct Notice {
    text: Option<(String, f64)>,
    /// What is not pushed aside by the next message, and until when.
    kept: Option<(String, f64)>,
}

impl Notice {
    /// Says something from `now` on.
    pub fn say(&mut self, text: String, now: f64) {
        let kept = self.kept.take().filter(|(kept, until)| *until > now && *kept != text);
        let text = match kept {
            Some((kept, _)) => format!("{kept}\n{text}"),
            None => text,
        };
        // A longer text takes longer to read.
        let stays = STAYS.max(text.chars().count() as f64 * A_LETTER);
        self.text = Some((text, now + stays));
    }

    /// Says something that stays beside what is said next: a message that an act brings about on the
    /// way to its own.
    pub fn say_first(&mut self, text: String, now: f64) {
        self.say(text.clone(), now);
        self.kept = Some((text, now + STAYS));
    }

    /// Forgets what was said.
    pub fn clear(&mut self) {
        *self = Self::default();
    }

    /// Forgets what is over; answers in how many seconds the message will be.
    pub fn expire(&mut self, now: f64) -> Option<f64> {
        if self.text.as_ref().is_some_and(|(_, until)| *until <= now) {
            self.text = None;
        }
        self.text.as_ref().map(|(_, until)| until - now)
    }

    /// Whether something is said.
    pub fn is_said(&self) -> bool {
        self.text.is_some()
    }

    /// Shows the message in a room that is kept for it, in letters of a size, where it stands there.
    pub fn show_in(
        &self,
        ui: &Ui,
        tokens: Tokens,
        (room, size): (egui::Rect, f32),
        stands: Align2,
    ) {
        let Some((text, _)) = &self.text else { return };
        let wide = (room.width() - 2.0 * size).max(80.0);
        let galley =
            ui.painter().layout(text.clone(), font(Weight::Medium, size), tokens.panel, wide);
        let rect =
            stands.align_size_within_rect(galley.size() + Vec2::new(1.6 * size, 0.5 * size), room);
        paint(ui, tokens, (rect, galley), text);
    }

    /// Shows the message near the lower edge, above what it would cover there.
    pub fn show(&self, ui: &Ui, tokens: Tokens, keeps_off: Option<egui::Rect>) {
        let Some((text, _)) = &self.text else { return };
        let area = ui.max_rect();
        let painter = ui.painter();
        let room = (area.width() - 80.0).max(80.0);
        let galley = painter.layout(text.clone(), font(Weight::Medium, BODY), tokens.panel, room);
        let size = galley.size() + Vec2::new(28.0, 16.0);
        let centre = Pos2::new(area.center().x, area.bottom() - 24.0 - size.y / 2.0);
        let mut rect = egui::Rect::from_center_size(centre, size);
        if let Some(other) = keeps_off.filter(|other| other.expand(ABOVE).intersects(rect)) {
            rect = rect.translate(Vec2::new(0.0, other.top() - ABOVE - rect.bottom()));
        }
        paint(ui, tokens, (rect, galley), text);
    }
}

/// A message as a dark card.
fn paint(ui: &Ui, tokens: Tokens, (rect, galley): (egui::Rect, Arc<Galley>), text: &str) {
    let corners = CornerRadius::same(8);
    let edge = Stroke::new(1.0, tokens.hairline);
    ui.painter().rect(rect, corners, tokens.ink, edge, StrokeKind::Inside);
    let at = Align2::CENTER_CENTER.align_size_within_rect(galley.size(), rect).min;
    ui.painter().galley(at, galley, tokens.panel);
    let response = ui.interact(rect, ui.make_persistent_id("notice"), egui::Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Status, true, text));
}
