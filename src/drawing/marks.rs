//! What a card has on its edges: the circles of fail and wait points, the face of a feeling.

use super::card::{Card, MARK_RADIUS};
use super::detail::{Detail, SMALL, letters};
use super::display_list::{Anchor, DisplayList, Layer, Stroke, Subject, TextLook};
use super::feeling_curve;
use super::ink::Ink;
use super::scene::Scene;
use super::space::{Point, Rect, Size};
use super::text::Weight;
use crate::blueprint::Step;

/// How far from its middle a label of a link reaches at most, in sheet units.
pub(super) const LABEL_REACH: f32 = 100.0;

/// The least radius on the screen of a circle with a letter.
const LEAST_MARK: f32 = 6.0;
/// The least letters in it.
const LEAST_MARK_LETTERS: f32 = 8.0;

/// Radius of the face at 100 %.
const FACE_RADIUS: f32 = 8.0;
/// The width that a face takes of the upper edge of a card, from its left end, in sheet units.
pub(super) const FACE_WIDTH: f32 = 12.0;
/// The width that the mark of a difference takes there.
pub(super) const DIFFERENCE_WIDTH: f32 = 12.0;

/// How the customer feels at a step, as a face on the upper left corner of its card: by its mouth,
/// not by its colour alone.
pub(super) fn feeling(list: &mut DisplayList, scene: &Scene, card: &Card) {
    let step = scene.scenario.steps().get(&card.step);
    let Some(emotion) = step.and_then(|step| step.emotion) else { return };
    // On the curve of the feelings where there is one, else at the corner.
    let on_curve = feeling_curve::place(scene, card);
    let Some(centre) = on_curve.or_else(|| card.face_centre()) else { return };
    list.pen(Layer::Marks, Subject::Step(card.step), 60);
    let zoom = scene.camera.zoom();
    let differs = scene.look.differences.as_ref();
    let differs = differs.is_some_and(|all| all.cards.contains_key(&card.step));
    // Beside the mark of a difference.
    let aside = if differs && on_curve.is_none() { FACE_RADIUS + DIFFERENCE_WIDTH } else { 0.0 };
    let centre = scene.camera.screen_from_sheet(centre) + Point::new(aside * zoom, 0.0);
    let radius = FACE_RADIUS * zoom;
    let (edge, ink) = match emotion.get() {
        1.. => (Ink::Good, Ink::GoodText),
        0 => (Ink::Faint, Ink::Muted),
        _ => (Ink::Warn, Ink::WarnText),
    };
    list.circle(centre, radius, Some(Ink::Panel), Some(Stroke::solid(1.25, edge)));
    for side in [-1.0, 1.0] {
        let eye = centre + Point::new(side * 0.36, -0.24) * radius;
        list.circle(eye, (0.12 * radius).max(0.75), Some(ink), None);
    }
    // A smile hangs through, as much as there is to smile at.
    let deep = f32::from(emotion.get()) * 0.17;
    let mouth = [-1.0, -0.6, 0.0, 0.6, 1.0]
        .map(|x: f32| centre + Point::new(x * 0.5, 0.36 + deep * (0.5 - x * x)) * radius);
    list.path(mouth, Stroke::solid((0.15 * radius).max(1.0), ink));
}

/// How much of the upper edge of a card is taken from its left end, in sheet units.
pub(super) fn taken_at_left(scene: &Scene, card: &Card) -> f32 {
    let step = scene.scenario.steps().get(&card.step);
    let feels = scene.detail() == Detail::Full && step.is_some_and(|step| step.emotion.is_some());
    let differs = scene.look.differences.as_ref();
    let differs = differs.is_some_and(|all| all.cards.contains_key(&card.step));
    match (differs, feels) {
        (true, true) => DIFFERENCE_WIDTH + FACE_RADIUS + FACE_WIDTH,
        (true, false) => DIFFERENCE_WIDTH,
        (false, true) => FACE_WIDTH,
        (false, false) => 0.0,
    }
}

/// Side of the icon of servicescape elements at 100 %.
const ICON: f32 = 7.0;
/// What lies between that icon and its number at 100 %.
const ICON_GAP: f32 = 3.0;

/// What a number beside it takes at most at 100 %.
const MOST_DIGITS: f32 = 48.0;

/// How many servicescape elements a card has, in an icon with a number that ends at a point of the
/// screen, at half its height. Says how wide it is; zero where there are none or they cannot be read.
pub(super) fn elements(list: &mut DisplayList, scene: &Scene, step: &Step, end: Point) -> f32 {
    let zoom = scene.camera.zoom();
    let width = elements_width(scene, step);
    let Some(size) = letters(SMALL, zoom).filter(|_| width > 0.0) else { return 0.0 };
    let weight = Weight::Regular;
    let look = TextLook { size, weight, ink: Ink::Muted, anchor: Anchor::Right, upwards: false };
    let number = step.elements.len().to_string();
    list.text(end, look, |out| out.push_str(&number));
    // Four squares, as things that stand in a room.
    let square = 0.42 * ICON * zoom;
    let left = end.x - width;
    for (column, row) in [(0.0, 0.0), (1.0, 0.0), (0.0, 1.0), (1.0, 1.0)] {
        let corner = Point::new(left, end.y - ICON * zoom / 2.0)
            + Point::new(column, row) * (ICON * zoom - square);
        list.rect(Rect::of(corner, Size::new(square, square)), 0.8 * zoom, Some(Ink::Muted), None);
    }
    width
}

/// The width on the screen that [`elements`] takes.
pub(super) fn elements_width(scene: &Scene, step: &Step) -> f32 {
    let zoom = scene.camera.zoom();
    match letters(SMALL, zoom) {
        Some(size) if !step.elements.is_empty() => {
            let number = step.elements.len().to_string();
            let width = scene.text.width(&number, size, Weight::Regular);
            // In a picture without words there is no room.
            let has_room = width <= MOST_DIGITS * zoom;
            if has_room { width + (ICON + ICON_GAP) * zoom } else { 0.0 }
        }
        _ => 0.0,
    }
}

/// The F and W circles.
pub(super) fn marks(list: &mut DisplayList, scene: &Scene, card: &Card) {
    list.pen(Layer::Marks, Subject::Step(card.step), 40);
    let zoom = scene.camera.zoom();
    let looks = [
        (scene.labels.fail_point(), Ink::Bad, Ink::BadWash, Ink::BadText),
        (scene.labels.wait_point(), Ink::Warn, Ink::WarnWash, Ink::WarnText),
    ];
    for (centre, (letter, edge, ground, ink)) in card.mark_centres().into_iter().zip(looks) {
        let Some(centre) = centre.map(|centre| scene.camera.screen_from_sheet(centre)) else {
            continue;
        };
        let stroke = Stroke::solid(1.25, edge);
        // Where cards have names alone, the circle stays as large as its letter.
        let lettered = scene.detail() == Detail::Name;
        let least = if lettered { LEAST_MARK } else { 0.0 };
        list.circle(centre, (MARK_RADIUS * zoom).max(least), Some(ground), Some(stroke));
        let size = letters(SMALL, zoom).or(lettered.then_some(LEAST_MARK_LETTERS));
        if let Some(size) =
            size.map(|size| if lettered { size.max(LEAST_MARK_LETTERS) } else { size })
        {
            let look = TextLook {
                size,
                weight: Weight::Semibold,
                ink,
                anchor: Anchor::Centre,
                upwards: false,
            };
            list.text(centre, look, |out| out.push_str(&letter));
        }
    }
}
