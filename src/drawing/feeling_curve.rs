//! How customers feel along their way: a curve over their lane, with the peak, the low and the end marked.

use super::card::Card;
use super::detail::{SMALL, letters};
use super::display_list::{Anchor, DisplayList, Layer, Stroke, Subject, TextLook};
use super::geometry::Band;
use super::ink::{Hue, Ink};
use super::scene::Scene;
use super::space::{Point, Rect, Size};
use super::text::Weight;
use crate::blueprint::{StepId, Zone};

/// What the best and the worst feeling keep from the edge of the lane, in sheet units.
const AIR: f32 = 11.0;
/// Points of the curve between two cards.
const POINTS: u8 = 14;
/// How far a dot is seized from, at 100 %.
const REACH: f32 = 11.0;
/// The highest feeling; the lowest is as far below zero.
const BEST: f32 = 2.0;

/// A dot of the curve.
struct Dot<'a> {
    card: &'a Card,
    band: &'a Band,
    /// Where it lies on the sheet.
    at: Point,
    feeling: i8,
}

/// The lane that a card lies in, where customers are and it is not folded.
fn band_of<'a>(scene: &Scene<'a>, card: &Card) -> Option<&'a Band> {
    let middle = card.rect.centre().y;
    let mut bands = scene.geometry.bands().iter();
    bands.find(|band| {
        band.zone == Zone::Customer && !band.collapsed && (band.top..band.bottom).contains(&middle)
    })
}

/// How far a feeling of one lies from the middle of a lane, in sheet units.
fn one(band: &Band) -> f32 {
    ((band.bottom - band.top) / 2.0 - AIR).max(1.0) / BEST
}

fn dot<'a>(scene: &Scene<'a>, card: &'a Card) -> Option<Dot<'a>> {
    let feeling = scene.scenario.steps().get(&card.step)?.emotion?.get();
    let band = band_of(scene, card)?;
    let middle = f32::midpoint(band.top, band.bottom);
    let at = Point::new(card.rect.left(), middle - f32::from(feeling) * one(band));
    Some(Dot { card, band, at, feeling })
}

/// The dots from left to right.
fn dots<'a>(scene: &Scene<'a>) -> Vec<Dot<'a>> {
    let cards = scene.geometry.cards().iter();
    let mut dots: Vec<Dot<'a>> = cards.filter_map(|card| dot(scene, card)).collect();
    dots.sort_by(|a, b| a.at.x.total_cmp(&b.at.x).then(a.card.step.cmp(&b.card.step)));
    dots
}

/// Where a card's feeling is shown instead of at its corner; `None` where no curve is drawn through it.
pub(super) fn place(scene: &Scene, card: &Card) -> Option<Point> {
    scene.look.feelings.as_ref()?;
    dot(scene, card).map(|dot| dot.at)
}

/// Whether the curve passes a card: those of the customers' lanes lie on its way.
pub(super) fn passes(scene: &Scene, card: &Card) -> bool {
    scene.look.feelings.is_some() && card.zone == Zone::Customer
}

/// The curve, below the cards.
pub(super) fn curve(list: &mut DisplayList, scene: &Scene) {
    if scene.look.feelings.is_none() {
        return;
    }
    let dots = dots(scene);
    let mut points: Vec<Point> = Vec::new();
    for pair in dots.windows(2) {
        let [from, to] = pair else { continue };
        for step in 0..POINTS {
            let part = f32::from(step) / f32::from(POINTS);
            // Level at both ends: no feeling lies beyond those that were entered.
            let eased = part * part * (3.0 - 2.0 * part);
            let x = from.at.x + (to.at.x - from.at.x) * part;
            points.push(Point::new(x, from.at.y + (to.at.y - from.at.y) * eased));
        }
    }
    points.extend(dots.last().map(|dot| dot.at));
    if points.len() < 2 {
        return;
    }
    list.pen(Layer::Links, Subject::Chart, 0);
    let zoom = scene.camera.zoom();
    let middles = dots.first().map(|dot| f32::midpoint(dot.band.top, dot.band.bottom));
    let shown = |point: &Point| scene.camera.screen_from_sheet(*point);
    let line: Vec<Point> = points.iter().map(shown).collect();
    if let Some(middle) = middles {
        let level = |point: &Point| scene.camera.screen_from_sheet(Point::new(point.x, middle));
        let foot: Vec<Point> = points.iter().map(level).collect();
        list.area(&line, &foot, Ink::Sheer(Hue::Accent, 12));
    }
    list.path(line, Stroke::solid((3.0 * zoom).clamp(1.5, 4.0), Ink::Accent));
}

/// The words at the peak, the low and the end, above the cards.
pub(super) fn names(list: &mut DisplayList, scene: &Scene) {
    let Some(feelings) = &scene.look.feelings else { return };
    let zoom = scene.camera.zoom();
    let Some(size) = letters(SMALL, zoom) else { return };
    for dot in dots(scene) {
        let own = feelings.marked.iter().zip(&feelings.words);
        let own: Vec<&str> = own
            .filter(|(step, _)| **step == dot.card.step)
            .map(|(_, word)| word.as_str())
            .collect();
        if own.is_empty() {
            continue;
        }
        list.pen(Layer::Marks, Subject::Step(dot.card.step), 90);
        let text = own.join(" · ");
        let wide = scene.text.width(&text, size, Weight::Semibold);
        let room = Size::new(wide + 10.0 * zoom, size * 1.5);
        let at = scene.camera.screen_from_sheet(dot.at);
        let away = 9.0 * zoom + room.height / 2.0;
        let up = if dot.feeling > 0 { -away } else { away };
        let place = Rect::centred(at + Point::new(0.0, up), room);
        let edge = Stroke::solid(1.0, Ink::Accent);
        list.rect(place, room.height / 2.0, Some(Ink::Panel), Some(edge));
        let look = TextLook {
            size,
            weight: Weight::Semibold,
            ink: Ink::Accent,
            anchor: Anchor::Centre,
            upwards: false,
        };
        list.text(place.centre(), look, |out| out.push_str(&text));
    }
}

/// The card whose dot lies at a point of the screen.
#[must_use]
pub fn feeling_near(scene: &Scene, at: Point) -> Option<StepId> {
    scene.look.feelings.as_ref()?;
    let reach = REACH * scene.camera.zoom().max(0.6);
    let away = |dot: &Dot<'_>| scene.camera.screen_from_sheet(dot.at).distance(at);
    let near = dots(scene).into_iter().filter(|dot| away(dot) <= reach);
    near.min_by(|a, b| away(a).total_cmp(&away(b))).map(|dot| dot.card.step)
}

/// The feeling that a height on the sheet stands for, in the lane of a card.
#[must_use]
pub fn feeling_at(scene: &Scene, step: StepId, y: f32) -> Option<i8> {
    let card = scene.geometry.cards().iter().find(|card| card.step == step)?;
    let band = band_of(scene, card)?;
    let middle = f32::midpoint(band.top, band.bottom);
    let level = ((middle - y) / one(band)).round().clamp(-BEST, BEST);
    // A whole number from −2 to 2.
    #[allow(clippy::cast_possible_truncation)]
    let level = level as i8;
    Some(level)
}
