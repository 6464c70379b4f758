//! What a card said and what it says now, below the card: the old value struck through.

use super::card::Card;
use super::detail::letters;
use super::display_list::{Anchor, DisplayList, Layer, Stroke, Subject, TextLook};
use super::ink::Ink;
use super::scene::Scene;
use super::space::{Point, Rect};
use super::text::{Weight, write_elided};

/// Letters at 100 %.
const LETTERS: f32 = 10.5;
/// What lies around the letters, on the screen, and how far it hangs over the card.
const INSET: f32 = 4.0;
const OVER: f32 = 3.0;
/// Between the old value and the new one, and between two pairs, in letters.
const BETWEEN: f32 = 0.45;
const APART: f32 = 0.9;

/// Shows the values of a card that are not what they were.
pub(super) fn values(list: &mut DisplayList, scene: &Scene, card: &Card) {
    let Some(differences) = &scene.look.differences else { return };
    let Some(values) = differences.values.get(&card.step) else { return };
    let Some(size) = letters(LETTERS, scene.camera.zoom()) else { return };
    let rect = scene.camera.rect_on_screen(card.rect);
    let room = rect.width() * 0.55;
    // Old and new by turns, each with how wide it is.
    let mut parts: Vec<(String, bool, f32)> = Vec::with_capacity(2 * values.len());
    for value in values {
        let both = [(&value.was, true), (&value.is, false)];
        for (text, is_old) in both.into_iter().filter(|(text, _)| !text.is_empty()) {
            let weight = weight_of(is_old);
            let mut shown = String::new();
            write_elided(&mut shown, text, room, scene.text, size, weight);
            let width = scene.text.width(&shown, size, weight);
            parts.push((shown, is_old, width));
        }
    }
    let end = parts.len().saturating_sub(1);
    let gap = |at: usize, is_old: bool| match at {
        at if at == end => 0.0,
        // An old value that no new one follows stands apart.
        at if is_old && parts.get(at + 1).is_some_and(|next| !next.1) => BETWEEN * size,
        _ => APART * size,
    };
    let gaps: Vec<f32> = parts.iter().enumerate().map(|(at, part)| gap(at, part.1)).collect();
    let width = parts.iter().map(|part| part.2).sum::<f32>() + gaps.iter().sum::<f32>();
    let height = size * 1.3 + 2.0;
    let (left, top) = (rect.left(), rect.bottom() - OVER);
    let ground = Rect::new(left, top, left + width + 2.0 * INSET, top + height);
    list.pen(Layer::Marks, Subject::Step(card.step), 75);
    list.rect(ground, 3.0, Some(Ink::Panel), Some(Stroke::solid(1.0, Ink::Accent)));
    let (mut x, y) = (left + INSET, ground.centre().y);
    for ((text, is_old, width), gap) in parts.into_iter().zip(gaps) {
        let look = TextLook {
            size,
            weight: weight_of(is_old),
            ink: if is_old { Ink::Muted } else { Ink::Accent },
            anchor: Anchor::Left,
            upwards: false,
        };
        list.text(Point::new(x, y), look, |out| out.push_str(&text));
        if is_old {
            let line = [Point::new(x - 1.0, y), Point::new(x + width + 1.0, y)];
            list.path(line, Stroke::solid(1.0, Ink::Muted));
        }
        x += width + gap;
    }
}

fn weight_of(is_old: bool) -> Weight {
    if is_old { Weight::Regular } else { Weight::Semibold }
}
