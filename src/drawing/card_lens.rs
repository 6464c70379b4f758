//! What cards say through a lens: at the foot of those that have figures, else in a chip on the lower edge.

use super::card::{Card, CardForm};
use super::detail::{SMALL, letters};
use super::display_list::{Anchor, DisplayList, Layer, Stroke, Subject};
use super::figures::{LensFace, LensShape, LensSign};
use super::ink::Ink;
use super::scene::Scene;
use super::space::{Point, Rect, Size};
use super::text::Weight;
use super::writer::Writer;

/// Letters of what is said at 100 %.
const WORD: f32 = 12.0;
/// Half the height of a sign at 100 %.
const SIGN: f32 = 4.5;
/// What a ring is away from its sign at 100 %.
const RING: f32 = 2.5;
/// What lies between a sign and its word at 100 %.
const GAP: f32 = 5.0;
/// From one row to the next at 100 %.
const PITCH: f32 = 15.0;
/// The height of a chip at 100 %.
const CHIP: f32 = 17.0;
/// What a chip is wider than what it holds, on each side, at 100 %.
const CHIP_SIDE: f32 = 6.0;
/// How tall a chip with bars is at 100 %: it begins where others do and hangs further down.
const BARS_CHIP: f32 = 28.0;
/// The room that bars leave to the number of elements at the other end of a card, at 100 %.
const BESIDE_BARS: f32 = 36.0;
/// The width of the bars below a decision at 100 %.
const DECISION_BARS: f32 = 60.0;

/// Whether cards are seen through a lens.
pub(super) fn is_on(scene: &Scene) -> bool {
    scene.figures.is_some_and(super::figures::SheetFigures::has_lens)
}

/// What a card says through the lens, at its foot.
pub(super) fn foot(list: &mut DisplayList, scene: &Scene, card: &Card, foot: Rect) {
    let Some(mark) = scene.figures.and_then(|figures| figures.lens(card.step)) else { return };
    let zoom = scene.camera.zoom();
    let (sign, word, beside, below) = match &mark.face {
        LensFace::Bars(values) => {
            bars(list, *values, foot, zoom);
            return;
        }
        LensFace::Said { sign, word, beside, below } => (*sign, word, beside, below),
    };
    let (Some(size), Some(small)) = (letters(WORD, zoom), letters(SMALL, zoom)) else { return };
    let middle = foot.centre().y;
    let row = if below.is_empty() { middle } else { middle - PITCH * zoom / 2.0 };
    let at = Point::new(foot.left() + (SIGN + RING) * zoom, row);
    draw_sign(list, sign, at, zoom);
    let left = at.x + (SIGN + RING + GAP - 1.0) * zoom;
    let weight = Weight::Regular;
    let width = if beside.is_empty() { 0.0 } else { scene.text.width(beside, size, weight) };
    let room = foot.right() - left - if width > 0.0 { width + GAP * zoom } else { 0.0 };
    let writer = Writer { scene, ink: Ink::Text };
    writer.line(list, Point::new(left, row), word, room, size, Weight::Semibold, Anchor::Left);
    if width > 0.0 {
        let at = Point::new(foot.right(), row);
        writer.whole(list, at, beside, size, weight, Anchor::Right);
    }
    if !below.is_empty() {
        let at = Point::new(left, row + PITCH * zoom);
        let quiet = Writer { scene, ink: Ink::Muted };
        quiet.line(list, at, below, foot.right() - left, small, weight, Anchor::Left);
    }
}

/// What a card without figures says through the lens, in a chip on its lower edge.
pub(super) fn chip(list: &mut DisplayList, scene: &Scene, card: &Card, rect: Rect) {
    let Some(figures) = scene.figures.filter(|figures| figures.has_lens()) else { return };
    let zoom = scene.camera.zoom();
    let Some((mark, size)) = figures.lens(card.step).zip(letters(SMALL, zoom)) else { return };
    list.pen(Layer::Marks, Subject::Step(card.step), 80);
    let most = rect.width() - 12.0 * zoom;
    let inset = CHIP_SIDE * zoom;
    let weight = Weight::Medium;
    let taken = 2.0 * inset + 2.0 * (SIGN + RING) * zoom;
    let (text, width) = match &mark.face {
        LensFace::Bars(_) if card.form == CardForm::Diamond => {
            (String::new(), DECISION_BARS * zoom + 2.0 * inset)
        }
        LensFace::Bars(_) => (String::new(), rect.width() - BESIDE_BARS * zoom),
        LensFace::Said { word, beside, .. } => {
            let text = if beside.is_empty() { word.clone() } else { format!("{word} {beside}") };
            let width = taken + 2.0 * zoom + scene.text.width(&text, size, weight);
            (text, width.min(most))
        }
    };
    let on = match card.form {
        CardForm::Diamond => Point::new(rect.centre().x, rect.bottom() - 4.0 * zoom),
        // The number of its elements stands at the other end.
        _ => Point::new(rect.left() + 6.0 * zoom + width / 2.0, rect.bottom()),
    };
    let mut frame = Rect::centred(on, Size::new(width, CHIP * zoom));
    if matches!(mark.face, LensFace::Bars(_)) {
        frame.max.y = frame.top() + BARS_CHIP * zoom;
    }
    let edge = Stroke::solid(1.0, Ink::Hairline);
    list.rect(frame, CHIP * zoom / 2.0, Some(Ink::Panel), Some(edge));
    match &mark.face {
        LensFace::Bars(values) => {
            let inset = Point::new(CHIP_SIDE, 3.0) * zoom;
            let inner = Rect::spanning(frame.min + inset, frame.max - inset);
            bars(list, *values, inner, zoom);
        }
        LensFace::Said { sign, .. } => {
            let at = Point::new(frame.left() + inset + (SIGN + RING) * zoom - 1.0, on.y);
            draw_sign(list, *sign, at, 0.85 * zoom);
            let at = Point::new(at.x + (SIGN + RING + 2.0) * zoom, on.y);
            let room = frame.right() - inset - at.x + zoom;
            let writer = Writer { scene, ink: Ink::Text };
            writer.line(list, at, &text, room, size, weight, Anchor::Left);
        }
    }
}

/// Where the line of the bars lies, as a part of their height from the top.
const LINE: f32 = 0.3;

/// Five values as bars up or down from a line.
fn bars(list: &mut DisplayList, values: [Option<f32>; 5], area: Rect, zoom: f32) {
    // Most fall short: the line stands high, so that there is room for what hangs down.
    let middle = area.top() + area.height() * LINE;
    let pitch = area.width() / values.len() as f32;
    let width = pitch * 0.72;
    let full = area.height() * (1.0 - LINE);
    for (at, value) in values.into_iter().enumerate() {
        let Some(value) = value else { continue };
        let ink = match value {
            ..=-0.5 => Ink::Bad,
            ..=-0.25 => Ink::Warn,
            ..0.0 => Ink::Accent,
            _ => Ink::Good,
        };
        let room = if value < 0.0 { full } else { middle - area.top() };
        let tall = (value.abs() * full).min(room).max(1.5 * zoom);
        let left = area.left() + pitch * at as f32 + (pitch - width) / 2.0;
        let (top, bottom) =
            if value < 0.0 { (middle, middle + tall) } else { (middle - tall, middle) };
        list.rect(Rect::new(left, top, left + width, bottom), 1.0 * zoom, Some(ink), None);
    }
    let line = [Point::new(area.left(), middle), Point::new(area.right(), middle)];
    list.path(line, Stroke::solid((1.25 * zoom).max(1.0), Ink::Muted));
}

/// A sign around a point.
fn draw_sign(list: &mut DisplayList, sign: LensSign, at: Point, zoom: f32) {
    let radius = SIGN * zoom;
    let stroke = Stroke::solid((1.5 * zoom).max(1.0), sign.ink);
    let (fill, edge) =
        if sign.hollow { (Some(Ink::Panel), Some(stroke)) } else { (Some(sign.ink), None) };
    if sign.ring {
        let ring = Stroke::solid((1.25 * zoom).max(1.0), Ink::Text);
        list.circle(at, radius + RING * zoom, None, Some(ring));
    }
    let point = |x: f32, y: f32| at + Point::new(x, y) * radius;
    match sign.shape {
        LensShape::Up => {
            list.polygon([point(0.0, -0.9), point(1.0, 0.8), point(-1.0, 0.8)], fill, edge);
        }
        LensShape::Down => {
            list.polygon([point(-1.0, -0.8), point(1.0, -0.8), point(0.0, 0.9)], fill, edge);
        }
        LensShape::Level => {
            let bar = Rect::centred(at, Size::new(2.0 * radius, 0.7 * radius));
            list.rect(bar, 0.3 * radius, fill, edge);
        }
        LensShape::Square => {
            let side = if sign.ring { 1.5 } else { 1.7 } * radius;
            list.rect(Rect::centred(at, Size::new(side, side)), 0.2 * radius, fill, edge);
        }
        LensShape::Diamond => {
            let corners = [(0.0, -1.1), (1.1, 0.0), (0.0, 1.1), (-1.1, 0.0)];
            list.polygon(corners.map(|(x, y)| point(x, y)), fill, edge);
        }
        LensShape::Circle => list.circle(at, 0.95 * radius, fill, edge),
        LensShape::Star => {
            // Ten corners, in turn far from the middle and near it, as five kites: each of them is convex.
            let corner = |turn: usize| {
                let far = if turn.is_multiple_of(2) { 1.2 } else { 0.52 };
                let angle = turn as f32 * std::f32::consts::TAU / 10.0;
                point(far * angle.sin(), -far * angle.cos())
            };
            if sign.hollow {
                list.path((0..=10).map(corner), stroke);
            } else {
                for turn in [0, 2, 4, 6, 8] {
                    let kite = [at, corner(turn + 9), corner(turn), corner(turn + 1)];
                    list.polygon(kite, fill, None);
                }
            }
        }
    }
}
