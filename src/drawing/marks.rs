//! What a card has on its edges: the circles of fail and wait points, the servicescape chip.

use std::borrow::Cow;

use super::card::{Card, CardForm};
use super::detail::{SMALL, letters};
use super::display_list::{Anchor, DisplayList, Layer, Stroke, Subject, TextLook};
use super::ink::Ink;
use super::scene::Scene;
use super::space::{Point, Rect};
use super::text::Weight;
use crate::blueprint::Step;

/// Letters of servicescape chips at 100 %.
const CHIP: f32 = 9.0;
/// Radius of the F and W circles at 100 %.
pub(super) const MARK_RADIUS: f32 = 9.0;

/// The servicescape chip on the lower edge: the name of a lone element if it fits, else how many
/// there are, in words or as a bare number. Left out where not even that fits: half a word says
/// something else.
pub(super) fn chips(list: &mut DisplayList, scene: &Scene, card: &Card) {
    let Some(step) = scene.scenario.steps().get(&card.step) else { return };
    let zoom = scene.camera.zoom();
    let Some(size) = letters(CHIP, zoom).filter(|_| card.form != CardForm::Folded) else { return };
    let Some(first) = step.elements.first() else { return };
    list.pen(Layer::Marks, Subject::Step(card.step), 60);
    let rect = scene.camera.rect_on_screen(card.rect);
    let height = 14.0 * zoom;
    let weight = Weight::Medium;
    let look = TextLook { size, weight, ink: Ink::Muted, anchor: Anchor::Centre, upwards: false };
    let padding = 8.0 * zoom;
    let width_of = |word: &str| scene.text.width(word, size, weight) + padding;
    // The middle of the edge stays free for connectors.
    let widest = rect.width() / 2.0 - 4.0 * zoom;
    let lone = scene.scenario.elements().get(first).filter(|_| step.elements.len() == 1);
    let count = step.elements.len();
    let name = lone.map(|element| Cow::Borrowed(element.name.as_str()));
    let words = [name, Some(scene.labels.elements(count)), Some(count.to_string().into())];
    let mut fitting = words.into_iter().flatten().filter(|word| width_of(word) <= widest);
    let Some(word) = fitting.next() else { return };
    let left = rect.left();
    let right = left + width_of(&word);
    let chip = Rect::new(left, rect.bottom() - height / 2.0, right, rect.bottom() + height / 2.0);
    list.rect(chip, height / 2.0, Some(Ink::Panel), Some(Stroke::solid(1.0, Ink::Hairline)));
    list.text(chip.centre(), look, |out| out.push_str(&word));
}

/// Where the F and W circles of a card lie on the sheet, if it has them.
pub(super) fn mark_centres(card: &Card, step: &Step) -> [Option<Point>; 2] {
    if card.form == CardForm::Folded {
        return [None, None];
    }
    let corner = match card.form {
        CardForm::Diamond => Point::new(card.rect.right() - 20.0, card.rect.top() + 14.0),
        _ => Point::new(card.rect.right() - 2.0, card.rect.top() + 1.0),
    };
    let fail = step.fail.is_some().then_some(corner);
    let beside = if fail.is_some() { 2.0 * MARK_RADIUS + 3.0 } else { 0.0 };
    let wait = step.wait.is_some().then_some(Point::new(corner.x - beside, corner.y));
    [fail, wait]
}

/// The F and W circles.
pub(super) fn marks(list: &mut DisplayList, scene: &Scene, card: &Card) {
    let Some(step) = scene.scenario.steps().get(&card.step) else { return };
    if step.fail.is_none() && step.wait.is_none() {
        return;
    }
    list.pen(Layer::Marks, Subject::Step(card.step), 40);
    let zoom = scene.camera.zoom();
    let looks = [
        (scene.labels.fail_point(), Ink::Bad, Ink::BadWash, Ink::BadText),
        (scene.labels.wait_point(), Ink::Warn, Ink::WarnWash, Ink::WarnText),
    ];
    for (centre, (letter, edge, ground, ink)) in mark_centres(card, step).into_iter().zip(looks) {
        let Some(centre) = centre.map(|centre| scene.camera.screen_from_sheet(centre)) else {
            continue;
        };
        let stroke = Stroke::solid(1.25, edge);
        list.circle(centre, MARK_RADIUS * zoom, Some(ground), Some(stroke));
        if let Some(size) = letters(SMALL, zoom) {
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
