//! A dialog in three columns: what is wanted, what can be had, what it changes. Redesign and staffing plan
//! share its frame, its foot and its check marks.

use egui::{
    Align, Align2, Button, CornerRadius, Id, Layout, Margin, Modal, Painter, Rect, RichText, Sense,
    Stroke, StrokeKind, Ui, UiBuilder, Vec2, pos2,
};

use crate::wording::Wording;

use super::controls::{icon_button, small};
use super::fonts::{Weight, font, icon};
use super::icons;
use super::theme::{BODY, Tokens};

/// What stays free of the window around it.
const AROUND: f32 = 40.0;
/// Height of its head.
const HEAD_HEIGHT: f32 = 66.0;
/// What stays free within a column.
const MARGIN: f32 = 20.0;
/// How visible an answer is that belongs to an older question.
pub(super) const STALE: f32 = 0.45;

/// The frame of such a dialog.
pub(super) struct ThreeColumns<'a> {
    /// Tells it apart from others.
    pub id: &'static str,
    /// Its size where the window has room for it.
    pub size: Vec2,
    /// What it is called, and the question that it answers.
    pub title: &'a str,
    pub question: &'a str,
    /// How wide the left and the right column are, for the width of the whole.
    pub beside: fn(f32) -> (f32, f32),
}

impl ThreeColumns<'_> {
    /// Shows head and columns, which `fill` shows; answers whether the dialog is to be closed. `was_typing`
    /// says whether a field has just owned the keys.
    pub fn show(
        &self,
        ctx: &egui::Context,
        words: &Wording,
        was_typing: bool,
        fill: impl FnOnce(&mut Ui, [Rect; 3]),
    ) -> bool {
        let room = ctx.content_rect().size() - Vec2::splat(AROUND);
        let size = self.size.min(room);
        let frame = egui::Frame::window(&ctx.global_style()).inner_margin(Margin::ZERO);
        let mut closes = false;
        let modal = Modal::new(Id::unique(self.id)).frame(frame).show(ctx, |ui| {
            crate::ui::access::dialog(ui, self.title);
            let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
            closes = self.head(ui, words, rect.with_max_y(rect.top() + HEAD_HEIGHT));
            fill(ui, self.columns(ui, rect));
        });
        // A click beside the dialog closes nothing: too much was chosen in it.
        let hears_escape = modal.is_top_modal && !modal.any_popup_open && !was_typing;
        closes
            || hears_escape
                && ctx.input_mut(|i| i.consume_key(egui::Modifiers::NONE, egui::Key::Escape))
    }

    /// The head; answers whether it was closed there.
    fn head(&self, ui: &mut Ui, words: &Wording, head: Rect) -> bool {
        let tokens = Tokens::of(ui.ctx());
        let painter = ui.painter().clone();
        let title = font(Weight::Semibold, 16.0);
        let at = head.min + Vec2::new(MARGIN, 14.0);
        painter.text(at, Align2::LEFT_TOP, self.title, title, tokens.ink);
        let at = head.min + Vec2::new(MARGIN, 38.0);
        let letters = font(Weight::Regular, BODY);
        painter.text(at, Align2::LEFT_TOP, self.question, letters, tokens.muted);
        let close = Rect::from_center_size(
            pos2(head.right() - MARGIN - 9.0, head.top() + 28.0),
            Vec2::splat(26.0),
        );
        ui.scope_builder(UiBuilder::new().max_rect(close), |ui| {
            let name = words.text("button-close");
            icon_button(ui, icons::X, name, true).on_hover_text(name).clicked()
        })
        .inner
    }

    /// Draws the lines between the columns; answers what is free within them.
    fn columns(&self, ui: &Ui, rect: Rect) -> [Rect; 3] {
        let line = Stroke::new(1.0, Tokens::of(ui.ctx()).hairline);
        let painter = ui.painter();
        let top = rect.top() + HEAD_HEIGHT;
        painter.hline(rect.x_range(), top, line);
        let (left, right) = (self.beside)(rect.width());
        let body = rect.with_min_y(top + 1.0);
        let columns = [
            body.with_max_x(body.left() + left),
            Rect::from_x_y_ranges(body.left() + left..=body.right() - right, body.y_range()),
            body.with_min_x(body.right() - right),
        ];
        for edge in [columns[1].left(), columns[2].left()] {
            painter.vline(edge, body.y_range(), line);
        }
        columns.map(|column| column.shrink2(Vec2::new(MARGIN, 14.0)))
    }
}

/// Shows something in a column.
pub(super) fn in_column(ui: &mut Ui, rect: Rect, salt: &str, content: impl FnOnce(&mut Ui)) {
    ui.scope_builder(UiBuilder::new().max_rect(rect).id_salt(salt), content);
}

/// Shows a column that scrolls above a foot that stays.
pub(super) fn above_foot<T>(
    ui: &mut Ui,
    salt: &str,
    foot_height: f32,
    of: &mut T,
    content: impl FnOnce(&mut T, &mut Ui),
    foot: impl FnOnce(&mut T, &mut Ui),
) {
    let rect = ui.max_rect();
    let above = rect.with_max_y(rect.bottom() - foot_height - 10.0);
    let below = rect.with_min_y(rect.bottom() - foot_height);
    ui.scope_builder(UiBuilder::new().max_rect(above), |ui| {
        egui::ScrollArea::vertical().id_salt(salt).auto_shrink(false).show(ui, |ui| {
            content(of, ui);
        });
    });
    ui.scope_builder(UiBuilder::new().max_rect(below), |ui| foot(of, ui));
}

/// How work stands, and a link to what can be done about it.
pub(super) struct StateOfWork<'a> {
    /// How much of it is done, 0 to 1, while it goes on.
    pub done: Option<f32>,
    pub said: &'a str,
    pub link: Option<&'a str>,
}

impl StateOfWork<'_> {
    /// Shows it across the whole room; answers whether the link was followed.
    pub fn show(&self, ui: &mut Ui, tokens: Tokens) -> bool {
        let rect = ui.max_rect();
        let edge = Stroke::new(1.0, tokens.hairline);
        let corners = CornerRadius::same(7);
        ui.painter().rect(rect, corners, tokens.background, edge, StrokeKind::Inside);
        if let Some(part) = self.done {
            let track = rect.shrink(1.0);
            let bar = track.with_min_y(track.bottom() - 3.0);
            let done = bar.with_max_x(bar.left() + bar.width() * part);
            ui.painter().rect_filled(done, CornerRadius::same(2), tokens.accent);
        }
        let inside = rect.shrink2(Vec2::new(10.0, 4.0));
        let layout = Layout::right_to_left(Align::Center);
        ui.scope_builder(UiBuilder::new().max_rect(inside).layout(layout), |ui| {
            let is_followed = self.link.is_some_and(|text| ui.link(text).clicked());
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.style_mut().wrap_mode = Some(egui::TextWrapMode::Truncate);
                small(ui, tokens, self.said).on_hover_text(self.said);
            });
            is_followed
        })
        .inner
    }
}

/// The square of a line that can be ticked.
// Each is so or not, whatever the others are.
#[expect(clippy::struct_excessive_bools, reason = "facts that do not hang together")]
#[derive(Clone, Copy)]
pub(super) struct Check {
    pub on: bool,
    /// Whether it cannot be changed.
    pub held: bool,
    /// Whether the pointer or the keys are at it.
    pub near: bool,
    pub focused: bool,
}

impl Check {
    /// Width and height.
    pub const SIZE: f32 = 16.0;

    /// Paints it at the left end of its line; answers where.
    pub fn paint(self, painter: &Painter, tokens: Tokens, line: Rect) -> Rect {
        let middle = pos2(line.left() + Self::SIZE / 2.0, line.center().y);
        let check = Rect::from_center_size(middle, Vec2::splat(Self::SIZE));
        let (fill, edge) = match (self.on, self.near) {
            (true, _) if self.held => (tokens.faint, tokens.faint),
            (true, _) => (tokens.accent, tokens.accent),
            (false, true) => (tokens.accent_wash, tokens.accent),
            (false, false) => (tokens.background, tokens.faint),
        };
        let stroke = Stroke::new(1.0, edge);
        painter.rect(check, CornerRadius::same(4), fill, stroke, StrokeKind::Inside);
        if self.on {
            let ink = tokens.on_accent;
            painter.text(check.center(), Align2::CENTER_CENTER, icons::CHECK, icon(12.0), ink);
        }
        if self.focused {
            let halo = Stroke::new(1.5, tokens.accent);
            let corners = CornerRadius::same(6);
            painter.rect_stroke(check.expand(2.5), corners, halo, StrokeKind::Inside);
        }
        check
    }
}

/// The button that makes the scenario.
pub(super) fn make_button(
    ui: &mut Ui,
    name: &str,
    tokens: Tokens,
    ready: bool,
    size: Vec2,
) -> bool {
    let text = RichText::new(name).font(font(Weight::Semibold, BODY)).color(tokens.on_accent);
    let button = Button::new(text).fill(tokens.accent).min_size(size);
    ui.add_enabled(ready, button).clicked()
}

/// A sentence of a column.
pub(super) fn sentence(ui: &mut Ui, tokens: Tokens, text: &str) {
    ui.add(egui::Label::new(RichText::new(text).color(tokens.ink)).wrap());
}
