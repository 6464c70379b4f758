//! Rows of cards: where a card that is put on the sheet falls into place.
//!
//! # What always holds
//!
//! - A card that falls lies wholly within its lane, in the row and the column of its neighbours where
//!   they are near, and upon no other card: what lies right of it moves right, and a lane grows where the card needs
//!   a row of its own.
//! - Cards that fall together keep how they lie to each other.

use super::card::{Card, CardForm};
use super::geometry::{Band, Column, SheetGeometry, units, whole_units};
use super::pitch::{REACH, column_near};
use super::room::{CARD_GAP, COLUMN, goes_on};
use super::space::{Point, Rect, Size};
use crate::blueprint::{LaneId, Place, Room, Scenario, SheetPoint, StepId};

/// What a card keeps from the edges of its lane and of the sheet, in sheet units.
pub(super) const EDGE: f32 = 4.0;
/// What it keeps from the edge of a lane that grows for it.
pub(super) const GROWN_EDGE: f32 = 10.0;

/// How strongly rows attract a card.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Pull {
    /// A card that is new in its lane: it always falls into a row, into a column that is near, and
    /// keeps the usual gaps.
    Strong,
    /// A card that is moved within its lane: it falls into a row this near, in sheet units.
    Weak(f32),
    /// It lies where it is put, within its lane.
    None,
}

/// A card on its way to the sheet.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Falling {
    /// Where its centre is put.
    pub centre: Point,
    /// How it will look there.
    pub form: CardForm,
}

/// Where a card comes to lie, and what makes room for it.
#[derive(Clone, Debug, PartialEq)]
pub struct Landing {
    /// The room to be made first, in this order.
    pub rooms: Vec<Room>,
    /// Where the card lies, once the room is made.
    pub place: Place,
    /// Its centre on the sheet, once the room is made.
    pub centre: Point,
}

/// Where a card falls that is put at a point of the sheet; `None` outside any lane. `besides` says
/// which cards count. Linear in the number of cards.
#[must_use]
pub fn fall(
    geometry: &SheetGeometry,
    scenario: &Scenario,
    card: Falling,
    pull: Pull,
    besides: impl Fn(&Card) -> bool,
) -> Option<Landing> {
    let ground = Ground::at(geometry, scenario, card.centre, &besides)?;
    let size = card.form.size();
    let x = card.centre.x.max(ground.left + size.width / 2.0 + EDGE);
    let wanted = Point::new(x, card.centre.y);
    if pull == Pull::None {
        let y = ground.within(size, wanted.y);
        return ground.landing(geometry, Point::new(x, y), None, None);
    }
    let row = ground.row(wanted, size, pull);
    ground.fall_in(geometry, (wanted, size), row, pull, &besides)
}

/// As [`fall`] for a card that goes on with a row: it stays at the height at which it is put, whatever
/// other rows are near.
#[must_use]
pub fn fall_in_row(
    geometry: &SheetGeometry,
    scenario: &Scenario,
    card: Falling,
    besides: impl Fn(&Card) -> bool,
) -> Option<Landing> {
    let ground = Ground::at(geometry, scenario, card.centre, &besides)?;
    let size = card.form.size();
    let row = if ground.band.collapsed {
        (ground.middle(), None)
    } else {
        ground.fitting(card.centre.y, size)
    };
    ground.fall_in(geometry, (card.centre, size), row, Pull::Strong, &besides)
}

/// As [`fall_in_row`] for a card that is one more beside others: where another has its place already,
/// it gets a row below that one, and the lane grows.
#[must_use]
pub fn fall_below(
    geometry: &SheetGeometry,
    scenario: &Scenario,
    card: Falling,
    besides: impl Fn(&Card) -> bool,
) -> Option<Landing> {
    let ground = Ground::at(geometry, scenario, card.centre, &besides)?;
    let size = card.form.size();
    let met = |y: f32| {
        let own = Rect::centred(Point::new(card.centre.x, y), size).grown(CARD_GAP / 2.0 - 1.0);
        let met = ground.others.iter().filter(move |rect| rect.overlaps(own));
        met.max_by(|a, b| a.centre().y.total_cmp(&b.centre().y)).copied()
    };
    if ground.band.collapsed || met(card.centre.y).is_none() {
        return fall_in_row(geometry, scenario, card, besides);
    }
    let mut y = card.centre.y;
    // Each card of the lane is passed once at most.
    for _ in 0..=ground.others.len() {
        let Some(met) = met(y) else { break };
        y = y.max(met.centre().y + f32::midpoint(size.height, met.height()) + CARD_GAP);
    }
    let down = ground.grown_to(y + size.height / 2.0);
    ground.landing(geometry, Point::new(card.centre.x, y), down, None)
}

/// Where cards fall that are put on the sheet together; `None` where one of them is put outside any
/// lane. Those of a lane keep how they lie to each other; the lane grows where they need it.
#[must_use]
pub fn fall_together(
    geometry: &SheetGeometry,
    scenario: &Scenario,
    cards: &[Falling],
    besides: impl Fn(&Card) -> bool,
) -> Option<(Vec<Room>, Vec<Place>)> {
    let lane_of = |card: &Falling| Some((geometry.band_at(card.centre.y)?.lane?, *card));
    let cards = cards.iter().map(lane_of).collect::<Option<Vec<_>>>()?;
    fall_in_lanes(geometry, scenario, &cards, Block::AsPut, besides)
}

/// How cards that fall together find their place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Block {
    /// At the height at which they are put; what lies right of them makes room.
    AsPut,
    /// Those of a lane move up or down together, so that the leftmost falls into the row of its
    /// neighbours; what lies right of them makes room.
    InRows,
    /// In rows too, but beside what is there already, which stays where it is.
    InFreeRows,
}

/// As [`fall_together`], but each card in a lane that is known.
#[must_use]
pub fn fall_in_lanes(
    geometry: &SheetGeometry,
    scenario: &Scenario,
    cards: &[(LaneId, Falling)],
    block: Block,
    besides: impl Fn(&Card) -> bool,
) -> Option<(Vec<Room>, Vec<Place>)> {
    let left = geometry.columns().first()?.left;
    let mut lanes: Vec<(LaneId, Band)> = Vec::new();
    let mut held = Vec::with_capacity(cards.len());
    let mut aside = 0.0_f32;
    for (lane, card) in cards {
        let (lane, band) = (*lane, *geometry.band_of(*lane)?);
        if !lanes.iter().any(|(other, _)| *other == lane) {
            lanes.push((lane, band));
        }
        let half = card.form.size().width / 2.0;
        aside = aside.max(left + half + EDGE - card.centre.x);
        held.push((lane, Rect::centred(card.centre, card.form.size())));
    }
    let lane_of = |card: &Card| scenario.steps().get(&card.step).map(|step| step.lane);
    let others: Vec<(LaneId, Rect)> = geometry
        .cards()
        .iter()
        .filter(|card| besides(card))
        .filter_map(|card| Some((lane_of(card)?, card.rect)))
        .filter(|(lane, _)| lanes.iter().any(|(other, _)| other == lane))
        .collect();
    let mut rooms = Vec::new();
    for (lane, band) in &lanes {
        if block != Block::AsPut {
            draw_to_row(*lane, band, &mut held, &others);
        }
        rooms.extend(settle_in_lane(*lane, band, &mut held));
    }
    let (by, right) = if block == Block::InFreeRows {
        (block_beside(&mut held, &others, aside), None)
    } else {
        block_between(&mut held, &others, aside)
    };
    let places = cards.iter().zip(&held).map(|((_, card), (lane, rect))| {
        let band = lanes.iter().find(|(other, _)| other == lane).map(|(_, band)| band)?;
        let x = card.centre.x + by;
        let y = if band.collapsed {
            scenario.lanes().get(lane)?.height.units() / 2
        } else {
            whole_units(rect.centre().y - band.top)
        };
        place_of(geometry, *lane, x, y, right)
    });
    let places = places.collect::<Option<Vec<Place>>>()?;
    rooms.extend(right);
    Some((rooms, places))
}

/// Moves the cards of a lane up or down together, so that the leftmost falls into the row of its
/// neighbours, as [`Pull::Strong`] draws a card, or a single row into the middle of an empty lane.
fn draw_to_row(lane: LaneId, band: &Band, held: &mut [(LaneId, Rect)], others: &[(LaneId, Rect)]) {
    let mine = held.iter().filter(|(other, _)| *other == lane).map(|(_, rect)| *rect);
    let first = mine.clone().min_by(|a, b| a.left().total_cmp(&b.left()));
    let Some(first) = first else { return };
    let there = || others.iter().filter(|(other, _)| *other == lane).map(|(_, rect)| *rect);
    let away = |rect: &Rect| (rect.centre().y - first.centre().y).abs();
    let apart = |rect: &Rect| f32::midpoint(rect.height(), first.height()) + CARD_GAP;
    let reach = |rect: &Rect| apart(rect) / 2.0;
    let aside = |rect: &Rect| (rect.centre().x - first.centre().x).abs();
    let near = there().filter(|rect| away(rect) <= reach(rect));
    let row = near.min_by(|a, b| aside(a).total_cmp(&aside(b)));
    // Beyond the edge of the lane it lies within it, where another row must have its place.
    let span = mine.clone().reduce(Rect::union).unwrap_or(first);
    let within = first.centre().y + into_band(band, span);
    let nearest = || there().min_by(|a, b| away(a).total_cmp(&away(b)));
    let close = |rect: &Rect| (rect.centre().y - within).abs() < apart(rect) - CARD_GAP / 2.0;
    let row = row.or_else(|| nearest().filter(close)).map(|rect| rect.centre().y);
    let middle = f32::midpoint(band.top, band.bottom);
    let one_row = mine.clone().all(|rect| away(&rect) < 1.0);
    let low = band.bottom - band.top < 2.0 * first.height() + CARD_GAP;
    let row = row.or_else(|| (there().next().is_none() && one_row && low).then_some(middle));
    let by = row.map_or(0.0, |row| row - first.centre().y);
    for (_, rect) in held.iter_mut().filter(|(other, _)| *other == lane) {
        *rect = rect.shifted(Point::new(0.0, by));
    }
}

/// How far what spans so much moves up or down until it lies within a band; what is higher than the
/// band begins at its upper edge.
fn into_band(band: &Band, span: Rect) -> f32 {
    let lifted = (band.bottom - EDGE - span.bottom()).min(0.0);
    lifted.max(band.top + EDGE - span.top())
}

/// Moves the cards of a lane up or down together until they lie within it; the lane grows if they
/// are higher than it.
fn settle_in_lane(lane: LaneId, band: &Band, held: &mut [(LaneId, Rect)]) -> Option<Room> {
    if band.collapsed {
        return None;
    }
    let mine = |held: &&mut (LaneId, Rect)| held.0 == lane;
    let span = held.iter().filter(|(other, _)| *other == lane).map(|(_, rect)| *rect);
    let span = span.reduce(Rect::union)?;
    let by = into_band(band, span);
    for (_, rect) in held.iter_mut().filter(mine) {
        *rect = rect.shifted(Point::new(0.0, by));
    }
    let beyond = span.bottom() + by + EDGE - band.bottom;
    (beyond > 0.5).then(|| Room::Down {
        lane,
        at: whole_units(band.bottom - band.top),
        by: whole_units((beyond + GROWN_EDGE - EDGE).ceil()),
    })
}

/// Moves cards right together until none lies on a card left of them, and finds the room that those
/// right of them must make. Answers how far they moved.
fn block_between(
    held: &mut [(LaneId, Rect)],
    others: &[(LaneId, Rect)],
    aside: f32,
) -> (f32, Option<Room>) {
    let first = held.iter().map(|(_, rect)| rect.centre().x).fold(f32::MAX, f32::min);
    let stays = |rect: &Rect| rect.centre().x < first;
    let beside = |a: &(LaneId, Rect), b: &(LaneId, Rect)| {
        a.0 == b.0 && a.1.top() < b.1.bottom() && a.1.bottom() > b.1.top()
    };
    let pairs = |held: &[(LaneId, Rect)], stays_put: bool| {
        let mut found = Vec::new();
        for mine in held {
            for other in others.iter().filter(|other| stays(&other.1) == stays_put) {
                if beside(mine, other) {
                    found.push((mine.1, other.1));
                }
            }
        }
        found
    };
    let overlap = |(mine, other): &&(Rect, Rect)| mine.overlaps(*other);
    let by = pairs(held, true)
        .iter()
        .filter(overlap)
        .map(|(mine, other)| other.right() + CARD_GAP - mine.left())
        .fold(aside, f32::max);
    for (_, rect) in held.iter_mut() {
        *rect = rect.shifted(Point::new(by, 0.0));
    }
    let beyond = pairs(held, false);
    let met = beyond.iter().filter(overlap).map(|(_, other)| other.centre().x);
    let Some(met) = met.reduce(f32::min) else { return (by, None) };
    let last = others.iter().filter(|(_, rect)| stays(rect)).map(|(_, rect)| rect.centre().x);
    let at = place_to_part(last.fold(f32::MIN, f32::max), met);
    let end = held.iter().map(|(_, rect)| rect.right()).fold(f32::MIN, f32::max) + CARD_GAP;
    let moved = others.iter().filter(|(_, rect)| rect.centre().x >= at);
    let pushed = moved.map(|(_, rect)| end - rect.left()).fold(0.0, f32::max);
    (by, Some(Room::Right { at: whole_units(at), by: whole_units(pushed.ceil()) }))
}

/// Moves cards right together until none lies on another card. Answers how far they moved.
fn block_beside(held: &mut [(LaneId, Rect)], others: &[(LaneId, Rect)], aside: f32) -> f32 {
    let mut by = aside;
    // Each card is passed once at most by each of those that move.
    for _ in 0..=others.len() * held.len() {
        let moved = held.iter().map(|(lane, rect)| (lane, rect.shifted(Point::new(by, 0.0))));
        let beyond = moved.filter_map(|(lane, mine)| {
            let met = others.iter().filter(|(other, rect)| other == lane && rect.overlaps(mine));
            met.map(|(_, rect)| rect.right() + CARD_GAP - mine.left()).reduce(f32::max)
        });
        let Some(more) = beyond.reduce(f32::max) else { break };
        by += more;
    }
    for (_, rect) in held.iter_mut() {
        *rect = rect.shifted(Point::new(by, 0.0));
    }
    by
}

/// Where the sheet is parted between the last card that stays and the first that moves: what stands
/// in the column of the first goes with it.
fn place_to_part(last: f32, first: f32) -> f32 {
    (first - COLUMN).max(f32::midpoint(last, first).min(last + 1.0))
}

/// A place for a card in a row of others: where it is wanted, beside them if the gap is wide enough,
/// else right of those whose centre lies left of the wanted one; the rest moves.
fn between(
    others: &[Rect],
    wanted: Point,
    size: Size,
    pull: Pull,
    edge: f32,
) -> (f32, Option<Room>) {
    let own = Rect::centred(wanted, size);
    let row = own.grown(4.0);
    let in_row =
        || others.iter().filter(|rect| rect.top() < row.bottom() && rect.bottom() > row.top());
    let near = if pull == Pull::Strong { CARD_GAP / 2.0 - 1.0 } else { 0.0 };
    if !in_row().any(|rect| rect.overlaps(own.grown(near))) {
        return (wanted.x, None);
    }
    let half = size.width / 2.0;
    let before = |rect: &&Rect| rect.centre().x < wanted.x;
    let lowest = in_row()
        .filter(before)
        .map(|rect| rect.right() + CARD_GAP + half)
        .fold(edge + half + EDGE, f32::max);
    let beyond = || in_row().filter(|rect| !before(rect));
    let highest = beyond().map(|rect| rect.left() - CARD_GAP - half).fold(f32::MAX, f32::min);
    if lowest <= highest {
        return (wanted.x.clamp(lowest, highest), None);
    }
    let first = beyond().map(|rect| rect.centre().x).fold(f32::MAX, f32::min);
    let last = in_row().filter(before).map(|rect| rect.centre().x).fold(f32::MIN, f32::max);
    let at = whole_units(place_to_part(last, first));
    // A new card takes the column of the one that it pushes away, where the row can go on so.
    let apart = first - last;
    let centres = in_row().map(|rect| rect.centre().x);
    let keeps = pull == Pull::Strong && first >= lowest && goes_on(centres, last, first);
    let (x, by) =
        if keeps { (first, apart.max(first - highest)) } else { (lowest, lowest - highest) };
    let by = whole_units(by.ceil());
    (x, (by > 0).then_some(Room::Right { at, by }))
}

/// The lane onto which a card falls, and the cards that lie there.
struct Ground<'a> {
    band: &'a Band,
    lane: LaneId,
    /// Left edge of the sheet.
    left: f32,
    /// The height of the lane while it is open.
    height: i32,
    others: Vec<Rect>,
}

impl<'a> Ground<'a> {
    fn at(
        geometry: &'a SheetGeometry,
        scenario: &Scenario,
        point: Point,
        besides: impl Fn(&Card) -> bool,
    ) -> Option<Self> {
        let band = geometry.band_at(point.y)?;
        let lane = band.lane?;
        let left = geometry.columns().first()?.left;
        // A card that hangs over the left edge of the sheet by more than its half is outside.
        if point.x < left {
            return None;
        }
        let in_lane = |step: StepId| scenario.steps().get(&step).is_some_and(|s| s.lane == lane);
        let others = geometry
            .cards()
            .iter()
            .filter(|card| in_lane(card.step) && besides(card))
            .map(|card| card.rect)
            .collect();
        let height = scenario.lanes().get(&lane)?.height.units();
        Some(Self { band, lane, left, height, others })
    }

    /// Where a card falls in a row, at a height for which the lane may have to grow.
    fn fall_in(
        &self,
        geometry: &SheetGeometry,
        (wanted, size): (Point, Size),
        (y, down): (f32, Option<Room>),
        pull: Pull,
        besides: impl Fn(&Card) -> bool,
    ) -> Option<Landing> {
        let others = self.after(down);
        let (mut x, right) = between(&others, Point::new(wanted.x, y), size, pull, self.left);
        if pull == Pull::Strong && right.is_none() {
            let at = Point::new(x, y);
            // What had to go beside others stands where it would stand if it were added beside them.
            let reach = if (x - wanted.x).abs() >= 0.5 { REACH } else { COLUMN };
            let column = column_near(geometry, &others, (at, size), reach, &besides);
            let inside = |column: &f32| *column >= self.left + size.width / 2.0 + EDGE;
            let phase = || Self::within_phase(geometry, &others, at, size);
            x = column.filter(inside).or_else(phase).unwrap_or(x);
        } else if right.is_none() {
            x = Self::within_phase(geometry, &others, Point::new(x, y), size).unwrap_or(x);
        }
        self.landing(geometry, Point::new(x, y), down, right)
    }

    /// Where a card that would lie across the end of its phase lies wholly within it; `None` where it
    /// does not lie so, or has no room there.
    fn within_phase(
        geometry: &SheetGeometry,
        others: &[Rect],
        at: Point,
        size: Size,
    ) -> Option<f32> {
        let half = size.width / 2.0 + EDGE;
        let own = |column: &&Column| column.left <= at.x && at.x < column.right;
        let column = geometry.columns().iter().find(own)?;
        // Time is open to the right.
        let is_last = geometry.columns().last() == Some(column);
        let most = if is_last { f32::MAX } else { column.right - half };
        let least = column.left + half;
        if least > most || (least..=most).contains(&at.x) {
            return None;
        }
        let x = at.x.clamp(least, most);
        let own = Rect::centred(Point::new(x, at.y), size).grown(CARD_GAP / 2.0 - 1.0);
        others.iter().all(|rect| !rect.overlaps(own)).then_some(x)
    }

    /// The height within the lane that is nearest to a wanted one.
    fn within(&self, size: Size, wanted: f32) -> f32 {
        let half = size.height / 2.0 + EDGE;
        let (top, bottom) = (self.band.top + half, self.band.bottom - half);
        if top <= bottom { wanted.clamp(top, bottom) } else { self.middle() }
    }

    fn middle(&self) -> f32 {
        f32::midpoint(self.band.top, self.band.bottom)
    }

    /// The height at which a card lies, and how the lane grows for it.
    fn row(&self, wanted: Point, size: Size, pull: Pull) -> (f32, Option<Room>) {
        if self.band.collapsed {
            return (self.middle(), None);
        }
        // A lane lower than the card grows around its middle row.
        let short = size.height + 2.0 * EDGE - (self.band.bottom - self.band.top);
        if short > 0.0 && self.others.is_empty() {
            let y = self.band.top + size.height / 2.0 + EDGE;
            return (y, self.grown_to(y + size.height / 2.0));
        }
        let away = |rect: &Rect| (rect.centre().y - wanted.y).abs();
        let aside = |rect: &Rect| (rect.centre().x - wanted.x).abs();
        let apart = |rect: &Rect| f32::midpoint(size.height, rect.height()) + CARD_GAP;
        let reach = |rect: &Rect| match pull {
            Pull::Weak(reach) => reach.min(apart(rect) / 2.0),
            Pull::Strong | Pull::None => apart(rect) / 2.0,
        };
        let near = self.others.iter().filter(|rect| away(rect) <= reach(rect));
        if let Some(row) = near.min_by(|a, b| aside(a).total_cmp(&aside(b))) {
            return self.fitting(row.centre().y, size);
        }
        let clamped = self.within(size, wanted.y);
        let own = Rect::centred(Point::new(wanted.x, clamped), size);
        let met = self.others.iter().filter(|rect| rect.overlaps(own));
        if let Some(met) = met.min_by(|a, b| away(a).total_cmp(&away(b))) {
            return self.row_beside(*met, wanted, size);
        }
        if let Pull::Weak(reach) = pull {
            let middle = self.middle();
            let y = if (middle - wanted.y).abs() <= reach { middle } else { clamped };
            return (y, None);
        }
        let nearest = self.others.iter().min_by(|a, b| away(a).total_cmp(&away(b)));
        let Some(nearest) = nearest else {
            // The middle of an empty lane, unless another row has its place beside it.
            let high = 2.0 * size.height + CARD_GAP + 2.0 * EDGE;
            let low = self.band.bottom - self.band.top < high;
            let close = 2.0 * (self.middle() - wanted.y).abs() <= size.height + CARD_GAP;
            return (if low || close { self.middle() } else { clamped }, None);
        };
        let row = nearest.centre().y;
        if (clamped - row).abs() >= apart(nearest) - CARD_GAP / 2.0 {
            (clamped, None)
        } else {
            self.fitting(row, size)
        }
    }

    /// A row, with the lane growing where a card would reach beyond its edge there.
    fn fitting(&self, row: f32, size: Size) -> (f32, Option<Room>) {
        let half = size.height / 2.0;
        let above = self.band.top + EDGE - (row - half);
        if above > 0.5 {
            let by = whole_units(above.ceil());
            return (row + units(by), Some(Room::Down { lane: self.lane, at: 0, by }));
        }
        (row, self.grown_to(row + half))
    }

    /// The room that brings the lower edge of a card within the lane.
    fn grown_to(&self, bottom: f32) -> Option<Room> {
        let beyond = bottom + EDGE - self.band.bottom;
        (beyond > 0.5).then(|| Room::Down {
            lane: self.lane,
            at: self.height,
            by: whole_units((beyond + GROWN_EDGE - EDGE).ceil()),
        })
    }

    /// A row of its own above or below a card on which another would lie.
    fn row_beside(&self, met: Rect, wanted: Point, size: Size) -> (f32, Option<Room>) {
        let half = size.height / 2.0;
        let apart = |rect: &Rect| f32::midpoint(size.height, rect.height()) + CARD_GAP;
        let (left, right) = (wanted.x - size.width / 2.0, wanted.x + size.width / 2.0);
        let row = met.centre().y;
        let in_way = |rect: &&Rect| rect.left() < right && rect.right() > left;
        let in_way = || self.others.iter().filter(in_way);
        let down = |from: Rect, by: f32| {
            let at = whole_units(from.top() - self.band.top);
            let by = whole_units(by.ceil());
            (by > 0).then_some(Room::Down { lane: self.lane, at, by })
        };
        if wanted.y >= row {
            let y = row + apart(&met);
            let next = in_way().filter(|rect| rect.centre().y > row + 1.0);
            match next.min_by(|a, b| a.centre().y.total_cmp(&b.centre().y)) {
                Some(next) => (y, down(*next, y + apart(next) - next.centre().y)),
                None => (y, self.grown_to(y + half)),
            }
        } else {
            let above = in_way().filter(|rect| rect.centre().y < row - 1.0);
            let least = above.map(|rect| rect.centre().y + apart(rect));
            let least = least.fold(self.band.top + half + EDGE, f32::max);
            let y = least.max(row - apart(&met));
            (y, down(met, y + apart(&met) - row))
        }
    }

    /// The other cards, once room is made within the lane.
    fn after(&self, down: Option<Room>) -> Vec<Rect> {
        let mut others = self.others.clone();
        if let Some(Room::Down { at, by, .. }) = down {
            for rect in &mut others {
                if whole_units(rect.centre().y - self.band.top) >= at {
                    *rect = rect.shifted(Point::new(0.0, units(by)));
                }
            }
        }
        others
    }

    fn landing(
        &self,
        geometry: &SheetGeometry,
        centre: Point,
        down: Option<Room>,
        right: Option<Room>,
    ) -> Option<Landing> {
        let y = if self.band.collapsed {
            self.height / 2
        } else {
            whole_units(centre.y - self.band.top)
        };
        let place = place_of(geometry, self.lane, centre.x, y, right)?;
        Some(Landing { rooms: down.into_iter().chain(right).collect(), place, centre })
    }
}

/// A place of a lane so far from the left, once room is made; right of the last phase it still
/// belongs to it.
fn place_of(
    geometry: &SheetGeometry,
    lane: LaneId,
    x: f32,
    y: i32,
    room: Option<Room>,
) -> Option<Place> {
    let mut columns = geometry.columns().to_vec();
    if let Some(Room::Right { at, by }) = room {
        let holder = columns.iter().rposition(|column| column.left <= units(at)).unwrap_or(0);
        for (place, column) in columns.iter_mut().enumerate().skip(holder) {
            column.right += units(by);
            column.left += if place > holder { units(by) } else { 0.0 };
        }
    }
    let at = columns.partition_point(|column| column.right <= x);
    let column = columns.get(at).or(columns.last())?;
    let at = SheetPoint::new(whole_units(x - column.left), y);
    Some(Place { lane, phase: column.phase, at })
}

#[cfg(test)]
mod tests;
