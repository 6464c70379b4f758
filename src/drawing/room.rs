//! Room on the sheet: where a card fits between others, how far they must move for it, and how far
//! they may move together.

use super::card::Card;
use super::geometry::{SheetGeometry, units, whole_units};
use super::space::{Point, Rect, Size};
use crate::blueprint::{LaneHeight, LaneId, PhaseWidth, Room, Scenario};

/// What cards keep between each other, in sheet units: as on a sheet with one card a phase.
pub const CARD_GAP: f32 = 20.0;
/// Cards whose centres lie so near each other stand in one column and move together.
pub(super) const COLUMN: f32 = 24.0;

/// Cards of a row farther apart than this do not follow each other, in sheet units from centre to
/// centre.
pub(super) const WIDEST: f32 = 252.0;
/// Distances that differ by no more than this are one, in sheet units.
const EVEN: f32 = 12.0;

/// A place for a card, and what must move for it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Opening {
    /// The room to be made first.
    pub room: Option<Room>,
    /// The centre of the card, once the room is made.
    pub centre: Point,
}

/// A place for a card between its neighbours in a row: it keeps right of those whose centre lies
/// left of the wanted one, and those to the right make room, by as much as the cards of the row are
/// apart where that is even. `besides` says which cards count.
/// Linear in the number of cards.
#[must_use]
pub fn opening(
    geometry: &SheetGeometry,
    wanted: Point,
    size: Size,
    besides: impl Fn(&Card) -> bool,
) -> Opening {
    let row = Rect::centred(wanted, size).grown(4.0);
    let in_row = || {
        geometry.cards().iter().filter(|card| {
            card.rect.top() < row.bottom() && card.rect.bottom() > row.top() && besides(card)
        })
    };
    let half = size.width / 2.0;
    let left_of = |card: &&Card| card.rect.centre().x < wanted.x;
    let mut x = in_row()
        .filter(left_of)
        .map(|card| card.rect.right() + CARD_GAP + half)
        .fold(wanted.x, f32::max);
    let end = x + half + CARD_GAP;
    let pushed =
        || in_row().filter(|card| !left_of(card) && card.rect.left() < end).map(|card| card.rect);
    let mut by = pushed().map(|rect| end - rect.left()).fold(0.0, f32::max);
    let last = in_row().filter(left_of).map(|card| card.rect.centre().x).fold(f32::MIN, f32::max);
    let first = pushed().map(|rect| rect.centre().x).fold(f32::MAX, f32::min);
    // A card takes the column of the one that it pushes away, where the row can go on so.
    let centres = in_row().map(|card| card.rect.centre().x);
    if by >= 0.5 && first >= x && goes_on(centres, last, first) {
        by = (by + first - x).max(first - last);
        x = first;
    }
    // What stands in the column of the first card that moves goes with it; what must stay, stays.
    let at = (first - COLUMN).max(f32::midpoint(last, first).min(last + 1.0));
    let room = (by >= 0.5).then(|| Room::Right { at: whole_units(at), by: whole_units(by.ceil()) });
    Opening { room, centre: Point::new(x, wanted.y) }
}

/// Whether the distance between two cards of a row is the one at which its cards follow each other, so
/// that one more between them, and what it pushes away, goes on with it. `row` are the centres of its
/// cards.
pub(super) fn goes_on(row: impl Iterator<Item = f32>, last: f32, first: f32) -> bool {
    let (mut before, mut after) = (f32::MIN, f32::MAX);
    for x in row {
        if x < last - 0.5 {
            before = before.max(x);
        } else if x > first + 0.5 {
            after = after.min(x);
        }
    }
    let apart = first - last;
    let mut others = [last - before, after - first].into_iter().filter(|away| *away <= WIDEST);
    let first = others.next();
    let even = |away: f32| (away - apart).abs() <= EVEN;
    apart <= WIDEST && (first.is_none_or(even) || others.any(even))
}

/// Whether a card would have its place to itself: nothing else within `gap` sheet units.
#[must_use]
pub fn is_free(geometry: &SheetGeometry, centre: Point, size: Size, gap: f32) -> bool {
    let around = Rect::centred(centre, size).grown(gap);
    geometry.first_near(around, |_, card| card.rect.overlaps(around)).is_none()
}

/// How far a cut gives way to cards, and what it keeps from them, in sheet units.
const CUT_REACH: f32 = 80.0;
const CUT_GAP: f32 = 8.0;

/// The place nearest to a distance from the left where an upright cut goes through no card, if there
/// is one close by that leaves both parts of its phase the least width; else the place itself. `n` in
/// cards for each card that is in the way.
#[must_use]
pub fn gap_near(geometry: &SheetGeometry, x: f32) -> f32 {
    let within = |at: f32| {
        let column = geometry.columns().iter().find(|it| it.left <= x && x < it.right);
        let least = units(PhaseWidth::LEAST);
        column.is_some_and(|it| it.left + least <= at && at <= it.right - least)
    };
    let across = |x: f32| {
        let cards = geometry.cards().iter().map(|card| card.rect);
        cards.filter(|rect| rect.left() < x && x < rect.right()).reduce(Rect::union)
    };
    let walked = |step: &dyn Fn(Rect) -> f32| {
        let mut at = x;
        while let Some(rect) = across(at).filter(|_| (at - x).abs() <= CUT_REACH) {
            at = step(rect);
        }
        at
    };
    if across(x).is_none() {
        return x;
    }
    let before = walked(&|rect| rect.left() - CUT_GAP);
    let after = walked(&|rect| rect.right() + CUT_GAP);
    let near = [before, after]
        .into_iter()
        .filter(|at| (at - x).abs() <= CUT_REACH && within(*at) && across(*at).is_none());
    near.min_by(|a, b| (a - x).abs().total_cmp(&(b - x).abs())).unwrap_or(x)
}

/// How far what lies right of a place can move left, in sheet units: until a card would meet one
/// that stays, or the phase would be too narrow for its cards.
#[must_use]
pub fn room_to_the_left(geometry: &SheetGeometry, at: f32) -> i32 {
    let stays = |card: &&Card| card.rect.centre().x < at;
    let gap = closest(geometry.cards(), stays, |rect| rect);
    let Some(column) = geometry.column_at(at).or_else(|| geometry.columns().last()) else {
        return 0;
    };
    let inside = geometry.cards().iter().filter(stays).map(|card| card.rect);
    let widest = inside.map(|rect| rect.right() - column.left).fold(0.0, f32::max);
    let least = widest.max(units(PhaseWidth::LEAST));
    let first = geometry.cards().iter().filter(|card| !stays(card)).map(|card| card.rect.left());
    let to_edge = first.fold(f32::MAX, f32::min);
    whole_units((column.right - column.left - least).min(gap).min(to_edge).max(0.0).floor())
}

/// How far what lies below a place of a lane can move up within it, in sheet units.
#[must_use]
pub fn room_above(geometry: &SheetGeometry, scenario: &Scenario, lane: LaneId, at: f32) -> i32 {
    let Some(band) = geometry.band_of(lane) else { return 0 };
    let (top, bottom) = (band.top, band.bottom);
    let held: Vec<Card> = geometry
        .cards()
        .iter()
        .filter(|card| scenario.steps().get(&card.step).is_some_and(|step| step.lane == lane))
        .copied()
        .collect();
    let stays = |card: &&Card| card.rect.centre().y < top + at;
    let gap = closest(&held, stays, Rect::transposed);
    let lowest = held.iter().filter(stays).map(|card| card.rect.bottom() - top);
    let least = lowest.fold(units(LaneHeight::LEAST), f32::max);
    let first = held.iter().filter(|card| !stays(card)).map(|card| card.rect.top() - top);
    let to_edge = first.fold(f32::MAX, f32::min);
    whole_units((bottom - top - least).min(gap).min(to_edge).max(0.0).floor())
}

/// The least gap, along the axis that `turned` makes horizontal, between cards that stay and cards
/// that move towards them, in one row; less [`CARD_GAP`].
fn closest(cards: &[Card], stays: impl Fn(&&Card) -> bool, turned: impl Fn(Rect) -> Rect) -> f32 {
    let mut least = f32::MAX;
    for still in cards.iter().filter(&stays) {
        let still = turned(still.rect);
        for card in cards.iter().filter(|card| !stays(card)) {
            let rect = turned(card.rect);
            if rect.top() < still.bottom() && rect.bottom() > still.top() {
                least = least.min(rect.left() - still.right() - CARD_GAP);
            }
        }
    }
    least
}
