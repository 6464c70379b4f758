//! Columns of cards: where one more stands beside another, and what column draws a card that falls.
//!
//! A column is wherever a card stands. A row goes on with the distance at which its cards follow each
//! other.

use super::card::{Card, CardForm};
use super::geometry::SheetGeometry;
use super::room::{CARD_GAP, WIDEST};
use super::space::{Point, Rect, Size};
use crate::blueprint::StepKind;

/// How far from the place that its row asks for a column may stand that takes a card all the same:
/// half a card and half the gap, so that cards do not stand between columns.
pub(super) const REACH: f32 = 72.0;

/// How far from the left edge of the sheet the centre of a card of a form lies that is one more beside
/// another: in the next column, else as far from it as the cards of its row are from each other.
/// Linear in the number of cards.
#[must_use]
pub fn beside(geometry: &SheetGeometry, card: &Card, form: CardForm, to_the_right: bool) -> f32 {
    let way = if to_the_right { 1.0 } else { -1.0 };
    let centre = card.rect.centre();
    let halves = f32::midpoint(card.rect.width(), form.size().width);
    let least = halves + CARD_GAP / 2.0;
    let follows = |away: &f32| (least..=WIDEST).contains(away);
    let behind = |other: &Card| (centre.x - other.rect.centre().x) * way;
    let row = geometry.cards().iter().filter(|other| in_row(other.rect, card.rect));
    let pitch = row.map(behind).filter(|away| *away > 0.5).reduce(f32::min);
    let pitch = pitch.filter(follows).unwrap_or(halves + CARD_GAP);
    let column = columns(geometry, |_| true)
        .map(|x| (x - centre.x) * way)
        .filter(follows)
        .filter(|away| (away - pitch).abs() <= REACH)
        .min_by(|a, b| (a - pitch).abs().total_cmp(&(b - pitch).abs()));
    centre.x + way * column.unwrap_or(pitch)
}

/// Where the centre of a card comes to stand that falls at a point: in a column within `reach`, or at
/// the distance at which the cards of its row follow each other; `None` where it stays. `row` are the
/// cards of its lane, `besides` says which cards make columns. Linear in the number of cards.
pub(super) fn column_near(
    geometry: &SheetGeometry,
    row: &[Rect],
    (at, size): (Point, Size),
    reach: f32,
    besides: impl Fn(&Card) -> bool,
) -> Option<f32> {
    let own = Rect::centred(at, size);
    let mut xs: Vec<f32> =
        row.iter().filter(|rect| in_row(**rect, own)).map(|rect| rect.centre().x).collect();
    xs.sort_by(f32::total_cmp);
    let right = xs.partition_point(|x| *x <= at.x);
    let (before, after) = xs.split_at(right);
    let next = |near: Option<&f32>, far: Option<&f32>| {
        let (near, far) = near.zip(far)?;
        let follows = (size.width + CARD_GAP / 2.0..=WIDEST).contains(&(near - far).abs());
        follows.then_some(near + near - far)
    };
    let mut back = before.iter().rev();
    let mut on = after.iter();
    let continued =
        [next(back.next(), back.next()), next(on.next(), on.next())].into_iter().flatten();
    let free = |x: &f32| {
        let there = Rect::centred(Point::new(*x, at.y), size).grown(CARD_GAP / 2.0 - 1.0);
        !row.iter().any(|rect| rect.overlaps(there))
    };
    columns(geometry, besides)
        .chain(continued)
        .filter(|x| (x - at.x).abs() <= reach)
        .filter(free)
        .min_by(|a, b| (a - at.x).abs().total_cmp(&(b - at.x).abs()))
}

/// Where cards stand that make columns; notes lie anywhere.
fn columns(geometry: &SheetGeometry, besides: impl Fn(&Card) -> bool) -> impl Iterator<Item = f32> {
    let cards = geometry.cards().iter();
    cards
        .filter(move |card| card.kind != StepKind::Note && besides(card))
        .map(|card| card.rect.centre().x)
}

fn in_row(one: Rect, other: Rect) -> bool {
    one.top() < other.bottom() && other.top() < one.bottom()
}
