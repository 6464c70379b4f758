//! What shows that a card is pointed at or selected: its outline, its handles, and the button that
//! appends a step.

use super::card::{Card, CardForm};
use super::display_list::{DisplayList, Layer, Stroke, Subject};
use super::hit::Hit;
use super::ink::{Hue, Ink};
use super::outline::{CORNER, diamond};
use super::scene::Scene;
use super::space::{Point, Rect};

/// Radius of the button that appends a step, on the screen.
const APPEND_RADIUS: f32 = 8.0;
/// How far from its middle that button still reacts: as far as the card's edge.
pub(super) const APPEND_REACH: f32 = 13.0;
/// Radius of a handle on the screen.
const HANDLE_RADIUS: f32 = 4.5;

/// Outline of a selected, hovered, targeted or just changed card.
pub(super) fn outline(list: &mut DisplayList, scene: &Scene, card: &Card) {
    let look = scene.look;
    let selected = look.steps.contains(&card.step);
    let target = look.target == Some(card.step);
    let hovered = look.hovered.is_some_and(|hit| hit.step() == Some(card.step));
    let flash = look.flashes.get(&card.step).copied().unwrap_or(0.0).clamp(0.0, 1.0);
    if !selected && !target && !hovered && flash <= 0.0 {
        return;
    }
    list.pen(Layer::Marks, Subject::Step(card.step), 20);
    let zoom = scene.camera.zoom();
    let rect = scene.camera.rect_on_screen(card.rect);
    let mut around = |gap: f32, stroke: Stroke| {
        let grown = rect.grown(gap);
        if card.form == CardForm::Diamond {
            list.polygon(diamond(rect.grown(gap * 1.6)), None, Some(stroke));
        } else {
            list.rect(grown, CORNER * zoom + gap, None, Some(stroke));
        }
    };
    if flash > 0.0 {
        around(3.0, Stroke::solid(4.0 * flash, Ink::AccentWash));
    }
    if selected || target {
        // A band of the accent's wash around a strong line: told from what is pointed at at a glance.
        around(3.5, Stroke::solid(3.0, Ink::Sheer(Hue::Accent, 28)));
        around(1.0, Stroke::solid(2.0, Ink::Accent));
    } else if hovered {
        around(0.0, Stroke::solid(1.0, Ink::Accent));
    }
    if has_handles(scene, card) {
        for handle in shown_handles(scene, card, rect) {
            let stroke = Stroke::solid(1.5, Ink::Accent);
            list.circle(handle, HANDLE_RADIUS, Some(Ink::Panel), Some(stroke));
        }
        if shows_append(scene, card, rect) {
            append_button(list, scene, card);
        }
    }
}

/// The handles that are drawn: all of the card that is alone selected; of one that is pointed at the
/// nearest, as far as that is known.
fn shown_handles(scene: &Scene, card: &Card, rect: Rect) -> Vec<Point> {
    let all = handles(rect);
    match scene.look.pointer {
        Some(pointer) if !scene.look.steps.contains(&card.step) => {
            let near = |a: &Point, b: &Point| a.distance(pointer).total_cmp(&b.distance(pointer));
            all.into_iter().min_by(near).into_iter().collect()
        }
        _ => all.to_vec(),
    }
}

/// Whether the button that appends a step is drawn: with the handle beside it.
fn shows_append(scene: &Scene, card: &Card, rect: Rect) -> bool {
    let right = Point::new(rect.right(), rect.centre().y);
    shown_handles(scene, card, rect).contains(&right)
}

/// Whether a card shows its handles: hovered or alone selected, and large enough to aim at.
pub(super) fn has_handles(scene: &Scene, card: &Card) -> bool {
    let look = scene.look;
    let alone = look.steps.len() == 1 && look.steps.contains(&card.step);
    let hovered = look.hovered.is_some_and(|hit| hit.step() == Some(card.step));
    (alone || hovered)
        && !look.only_looks
        && card.form != CardForm::Folded
        && card.rect.width() * scene.camera.zoom() > 40.0
}

/// The middles of a card's edges, where links are drawn from: left, top, right, bottom.
pub(super) fn handles(rect: Rect) -> [Point; 4] {
    let centre = rect.centre();
    [
        Point::new(rect.left(), centre.y),
        Point::new(centre.x, rect.top()),
        Point::new(rect.right(), centre.y),
        Point::new(centre.x, rect.bottom()),
    ]
}

/// Where the button lies that appends a step: right of the card, below the handle there. Notes and
/// evidence have none.
pub(super) fn append_centre(scene: &Scene, card: &Card) -> Option<Point> {
    if !card.kind.flows() {
        return None;
    }
    let rect = scene.camera.rect_on_screen(card.rect);
    let down = (rect.height() / 2.0 - APPEND_RADIUS).clamp(0.0, 24.0);
    Some(Point::new(rect.right() + 13.0, rect.centre().y + down.max(HANDLE_RADIUS * 3.0)))
}

fn append_button(list: &mut DisplayList, scene: &Scene, card: &Card) {
    let Some(centre) = append_centre(scene, card) else { return };
    let pointed_at = scene.look.hovered == Some(Hit::Append(card.step));
    let (ground, ink) =
        if pointed_at { (Ink::Accent, Ink::Panel) } else { (Ink::Panel, Ink::Accent) };
    let radius = APPEND_RADIUS;
    list.circle(centre, radius, Some(ground), Some(Stroke::solid(1.25, Ink::Accent)));
    let stroke = Stroke::solid(1.5, ink);
    for arm in [Point::new(3.5, 0.0), Point::new(0.0, 3.5)] {
        list.path([centre - arm, centre + arm], stroke);
    }
}
