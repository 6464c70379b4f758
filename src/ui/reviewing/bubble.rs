//! The bubble of a comment: round, with a corner that points at its thing.

use egui::{Align2, Color32, CornerRadius, Painter, Pos2, Rect, Stroke, StrokeKind, Vec2};

use crate::ui::fonts::{Weight, font};
use crate::ui::theme::{SMALL, Tokens};

/// How wide and high a bubble is, in points.
pub(super) const BUBBLE: f32 = 18.0;

const CORNERS: CornerRadius = CornerRadius { nw: 9, ne: 9, sw: 2, se: 9 };

/// A bubble with a number or a count.
pub(super) fn filled(painter: &Painter, tokens: Tokens, at: Pos2, text: &str, ground: Color32) {
    let letters = font(Weight::Semibold, SMALL);
    let text = painter.layout_no_wrap(text.to_owned(), letters, tokens.on_accent);
    let width = (text.size().x + 10.0).max(BUBBLE);
    let rect = Rect::from_center_size(at, Vec2::new(width, BUBBLE));
    painter.rect_filled(rect, CORNERS, ground);
    let place = Align2::CENTER_CENTER.anchor_size(rect.center(), text.size());
    painter.galley(place.min, text, tokens.on_accent);
}

/// A bubble that says how many there are, and not which: hollow, so that nobody takes it for a number.
pub(super) fn counted(painter: &Painter, tokens: Tokens, at: Pos2, count: usize, ink: Color32) {
    let letters = font(Weight::Semibold, SMALL);
    let text = painter.layout_no_wrap(format!("×{count}"), letters, ink);
    let width = (text.size().x + 8.0).max(BUBBLE);
    let rect = Rect::from_center_size(at, Vec2::new(width, BUBBLE));
    painter.rect(rect, CORNERS, tokens.panel, Stroke::new(1.5, ink), StrokeKind::Inside);
    let place = Align2::CENTER_CENTER.anchor_size(rect.center(), text.size());
    painter.galley(place.min, text, ink);
}

/// The edge of a bubble below another one: several lie on each other.
pub(super) fn stacked(painter: &Painter, tokens: Tokens, at: Pos2, ground: Color32) {
    let below = at + Vec2::new(4.0, 3.0);
    let rect = Rect::from_center_size(below, Vec2::splat(BUBBLE));
    painter.rect_filled(rect.expand(1.5), CORNERS, tokens.panel);
    painter.rect_filled(rect, CORNERS, ground.gamma_multiply(0.6));
}

/// A tick in a bubble: it is done with.
pub(super) fn tick(painter: &Painter, at: Pos2, colour: Color32) {
    let points = [(-3.5, 0.0), (-1.0, 2.8), (3.8, -3.2)];
    let points = points.map(|(x, y)| at + Vec2::new(x, y)).to_vec();
    painter.add(egui::Shape::line(points, Stroke::new(1.6, colour)));
}

/// An empty bubble: a comment can be made here.
pub(super) fn empty(painter: &Painter, at: Pos2, colour: Color32) {
    let rect = Rect::from_center_size(at, Vec2::new(14.0, 12.0));
    let corners = CornerRadius { nw: 4, ne: 4, sw: 0, se: 4 };
    painter.rect_stroke(rect, corners, Stroke::new(1.2, colour), StrokeKind::Inside);
}

/// A lock: nothing can be changed.
pub(super) fn lock(painter: &Painter, at: Pos2, colour: Color32) {
    let body = Rect::from_center_size(at + Vec2::new(0.0, 2.5), Vec2::new(10.0, 7.0));
    let stroke = Stroke::new(1.3, colour);
    painter.rect_stroke(body, 1.5, stroke, StrokeKind::Inside);
    let shackle: Vec<Pos2> = (0..=8_u8)
        .map(|part| {
            let angle = std::f32::consts::PI * (1.0 + f32::from(part) / 8.0);
            at + Vec2::new(3.0 * angle.cos(), -1.5 + 3.5 * angle.sin())
        })
        .collect();
    painter.add(egui::Shape::line(shackle, stroke));
}
