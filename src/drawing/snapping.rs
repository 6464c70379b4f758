//! Where a dragged card comes to rest: on the middle of a column or lane, in line with other
//! cards, or half way between two of them.

use super::geometry::SheetGeometry;
use super::space::{Point, Rect, Size};
use crate::blueprint::StepId;

/// How near something must be to attract a card, in sheet units at 100 %.
pub const REACH: f32 = 6.0;

/// A line that shows what a dragged card is aligned to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Guide {
    /// One end on the sheet.
    pub from: Point,
    /// The other end.
    pub to: Point,
}

/// Moves the centre of a dragged card to what attracts it, and says what did.
///
/// `moving` are the cards that are dragged and so attract nothing; `reach` is in sheet units
/// ([`REACH`] ÷ zoom, so that it feels alike at every zoom). Nearer attractions win; at equal
/// distance cards win over the lane's and the column's middle. Linear in the number of cards.
#[must_use]
pub fn snap(
    geometry: &SheetGeometry,
    centre: Point,
    size: Size,
    moving: &[StepId],
    reach: f32,
) -> (Point, Vec<Guide>) {
    let mut x = Attraction::none(reach);
    let mut y = Attraction::none(reach);
    let mut moving = moving.to_vec();
    moving.sort_unstable();
    let others = || {
        // Cards further away than two screens align with nothing that one can see.
        let near = Rect::centred(centre, Size::new(2_400.0, 2_400.0));
        geometry
            .cards()
            .iter()
            .filter(move |card| card.rect.touches(near))
            .filter(|card| moving.binary_search(&card.step).is_err())
    };
    for card in others() {
        let other = card.rect.centre();
        x.offer(other.x - centre.x, (other.y - centre.y).abs());
        y.offer(other.y - centre.y, (other.x - centre.x).abs());
    }
    if let Some((before, after)) = neighbours(others().map(|card| card.rect), centre, size) {
        // Equal gaps to the left and right.
        x.offer(f32::midpoint(before.right(), after.left()) - centre.x, f32::MAX);
    }
    if let Some(column) = geometry.column_at(centre.x) {
        x.offer(f32::midpoint(column.left, column.right) - centre.x, f32::MAX);
    }
    if let Some(band) = geometry.band_at(centre.y).filter(|band| band.lane.is_some()) {
        y.offer(f32::midpoint(band.top, band.bottom) - centre.y, f32::MAX);
    }
    let snapped = Point::new(centre.x + x.shift(), centre.y + y.shift());
    let mut guides = Vec::new();
    let own = Rect::centred(snapped, size);
    let (mut tall, mut wide) = (own, own);
    let (mut in_column, mut in_row) = (false, false);
    for card in others() {
        let other = card.rect.centre();
        if x.found() && (other.x - snapped.x).abs() < 0.5 {
            tall = tall.union(card.rect);
            in_column = true;
        }
        if y.found() && (other.y - snapped.y).abs() < 0.5 {
            wide = wide.union(card.rect);
            in_row = true;
        }
    }
    if let Some(column) = geometry.column_at(snapped.x)
        && x.found()
        && !in_column
        && let Some(band) = geometry.band_at(snapped.y)
    {
        tall = tall.union(Rect::new(snapped.x, band.top, snapped.x, band.bottom));
        in_column = (f32::midpoint(column.left, column.right) - snapped.x).abs() < 0.5;
    }
    if let Some(band) = geometry.band_at(snapped.y)
        && y.found()
        && !in_row
        && let Some(column) = geometry.column_at(snapped.x)
    {
        wide = wide.union(Rect::new(column.left, snapped.y, column.right, snapped.y));
        in_row = (f32::midpoint(band.top, band.bottom) - snapped.y).abs() < 0.5;
    }
    if in_column {
        let (from, to) = (tall.top() - 8.0, tall.bottom() + 8.0);
        guides.push(Guide { from: Point::new(snapped.x, from), to: Point::new(snapped.x, to) });
    }
    if in_row {
        let (from, to) = (wide.left() - 8.0, wide.right() + 8.0);
        guides.push(Guide { from: Point::new(from, snapped.y), to: Point::new(to, snapped.y) });
    }
    (snapped, guides)
}

/// The nearest attraction so far along one axis.
struct Attraction {
    reach: f32,
    best: Option<(f32, f32)>,
}

impl Attraction {
    fn none(reach: f32) -> Self {
        Self { reach, best: None }
    }

    /// Offers a shift by what lies `away` across the axis; of equal shifts the nearest wins.
    fn offer(&mut self, shift: f32, away: f32) {
        if shift.abs() > self.reach {
            return;
        }
        let better = self.best.is_none_or(|(best, far)| (shift.abs(), away) < (best.abs(), far));
        if better {
            self.best = Some((shift, away));
        }
    }

    fn found(&self) -> bool {
        self.best.is_some()
    }

    fn shift(&self) -> f32 {
        self.best.map_or(0.0, |(shift, _)| shift)
    }
}

/// The nearest cards to the left and right in the same row.
fn neighbours(
    rects: impl Iterator<Item = Rect>,
    centre: Point,
    size: Size,
) -> Option<(Rect, Rect)> {
    let own = Rect::centred(centre, size);
    let (mut before, mut after): (Option<Rect>, Option<Rect>) = (None, None);
    for rect in rects.filter(|rect| rect.top() < own.bottom() && rect.bottom() > own.top()) {
        if rect.centre().x < centre.x {
            before = before.filter(|best| best.right() >= rect.right()).or(Some(rect));
        } else {
            after = after.filter(|best| best.left() <= rect.left()).or(Some(rect));
        }
    }
    before.zip(after)
}
