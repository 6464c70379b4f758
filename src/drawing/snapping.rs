//! Where a dragged card comes to rest: on the middle of a column or lane, in line with other
//! cards, or with the same gaps as between them.

use super::geometry::SheetGeometry;
use super::space::{Point, Rect, Size};
use crate::blueprint::StepId;

/// How near something must be to attract a card, in sheet units at 100 %.
pub const REACH: f32 = 6.0;
/// Gaps wider than this are not compared, in sheet units.
const WIDEST_GAP: f32 = 400.0;

/// A line that shows what a dragged card is aligned to, or a gap that is as wide as another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Guide {
    /// One end on the sheet.
    pub from: Point,
    /// The other end.
    pub to: Point,
    /// Whether it measures a gap between two cards.
    pub gap: bool,
}

impl Guide {
    /// A line to which something is aligned.
    #[must_use]
    pub fn line(from: Point, to: Point) -> Self {
        Self { from, to, gap: false }
    }
}

/// Moves the centre of a dragged card to what attracts it, and says what did.
///
/// `moving` are the cards that are dragged and so attract nothing; `reach` is in sheet units
/// ([`REACH`] ÷ zoom, so that it feels alike at every zoom). Nearer attractions win; at equal
/// distance cards win over equal gaps, the lane's and the column's middle. Linear in the number of
/// cards.
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
    // Cards further away than two screens align with nothing that one can see.
    let near = Rect::centred(centre, Size::new(2_400.0, 2_400.0));
    let others: Vec<Rect> = geometry
        .cards()
        .iter()
        .filter(|card| card.rect.touches(near))
        .filter(|card| moving.binary_search(&card.step).is_err())
        .map(|card| card.rect)
        .collect();
    let turned: Vec<Rect> = others.iter().map(|rect| rect.transposed()).collect();
    for other in others.iter().map(|rect| rect.centre()) {
        x.offer(other.x - centre.x, (other.y - centre.y).abs());
        y.offer(other.y - centre.y, (other.x - centre.x).abs());
    }
    let own = Rect::centred(centre, size);
    for middle in Row::around(&others, own).offers(size.width) {
        x.offer(middle - centre.x, f32::MAX);
    }
    for middle in Row::around(&turned, own.transposed()).offers(size.height) {
        y.offer(middle - centre.y, f32::MAX);
    }
    if let Some(column) = geometry.column_at(centre.x) {
        x.offer(f32::midpoint(column.left, column.right) - centre.x, f32::MAX);
    }
    if let Some(band) = geometry.band_at(centre.y).filter(|band| band.lane.is_some()) {
        y.offer(f32::midpoint(band.top, band.bottom) - centre.y, f32::MAX);
    }
    let snapped = Point::new(centre.x + x.shift(), centre.y + y.shift());
    let own = Rect::centred(snapped, size);
    let mut guides = alignments(geometry, &others, own, x.found(), y.found());
    if x.found() {
        guides.extend(Row::around(&others, own).equal_gaps(own));
    }
    if y.found() {
        let upright = Row::around(&turned, own.transposed()).equal_gaps(own.transposed());
        guides.extend(upright.into_iter().map(|gap| Guide {
            from: gap.from.transposed(),
            to: gap.to.transposed(),
            ..gap
        }));
    }
    (snapped, guides)
}

/// The lines through cards, columns and lanes that a snapped card is aligned to.
fn alignments(
    geometry: &SheetGeometry,
    others: &[Rect],
    own: Rect,
    x_found: bool,
    y_found: bool,
) -> Vec<Guide> {
    let snapped = own.centre();
    let (mut tall, mut wide) = (own, own);
    let (mut in_column, mut in_row) = (false, false);
    for rect in others {
        let other = rect.centre();
        if x_found && (other.x - snapped.x).abs() < 0.5 {
            tall = tall.union(*rect);
            in_column = true;
        }
        if y_found && (other.y - snapped.y).abs() < 0.5 {
            wide = wide.union(*rect);
            in_row = true;
        }
    }
    if let Some(column) = geometry.column_at(snapped.x)
        && x_found
        && !in_column
        && let Some(band) = geometry.band_at(snapped.y)
    {
        tall = tall.union(Rect::new(snapped.x, band.top, snapped.x, band.bottom));
        in_column = (f32::midpoint(column.left, column.right) - snapped.x).abs() < 0.5;
    }
    if let Some(band) = geometry.band_at(snapped.y)
        && y_found
        && !in_row
        && let Some(column) = geometry.column_at(snapped.x)
    {
        wide = wide.union(Rect::new(column.left, snapped.y, column.right, snapped.y));
        in_row = (f32::midpoint(band.top, band.bottom) - snapped.y).abs() < 0.5;
    }
    let mut guides = Vec::new();
    if in_column {
        let (from, to) = (tall.top() - 8.0, tall.bottom() + 8.0);
        guides.push(Guide::line(Point::new(snapped.x, from), Point::new(snapped.x, to)));
    }
    if in_row {
        let (from, to) = (wide.left() - 8.0, wide.right() + 8.0);
        guides.push(Guide::line(Point::new(from, snapped.y), Point::new(to, snapped.y)));
    }
    guides
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

/// The two nearest cards on either side in the same row. For a column everything is transposed.
#[derive(Default)]
struct Row {
    before: Option<Rect>,
    before_that: Option<Rect>,
    after: Option<Rect>,
    after_that: Option<Rect>,
}

impl Row {
    fn around(others: &[Rect], own: Rect) -> Self {
        let middle = own.centre().x;
        let mut row: Vec<Rect> = others
            .iter()
            .copied()
            .filter(|rect| rect.top() < own.bottom() && rect.bottom() > own.top())
            .collect();
        row.sort_by(|a, b| a.centre().x.total_cmp(&b.centre().x));
        let split = row.partition_point(|rect| rect.centre().x < middle);
        let (left, right) = row.split_at(split);
        Self {
            before: left.last().copied(),
            before_that: left.iter().rev().nth(1).copied(),
            after: right.first().copied(),
            after_that: right.get(1).copied(),
        }
    }

    /// Where the centre of a card so wide would have equal gaps.
    fn offers(&self, width: f32) -> Vec<f32> {
        let half = width / 2.0;
        let mut middles = Vec::new();
        if let (Some(before), Some(after)) = (self.before, self.after) {
            middles.push(f32::midpoint(before.right(), after.left()));
        }
        if let Some(gap) = gap(self.before_that, self.before) {
            middles.extend(self.before.map(|before| before.right() + gap + half));
        }
        if let Some(gap) = gap(self.after, self.after_that) {
            middles.extend(self.after.map(|after| after.left() - gap - half));
        }
        middles
    }

    /// The gaps beside a card that are as wide as each other, or as those beyond its neighbours.
    fn equal_gaps(&self, own: Rect) -> Vec<Guide> {
        let y = own.centre().y;
        let between = |left: Option<Rect>, right: Option<Rect>| {
            let (left, right) = (left?, right?);
            let (from, to) = (Point::new(left.right(), y), Point::new(right.left(), y));
            gap(Some(left), Some(right)).map(|width| (width, Guide { from, to, gap: true }))
        };
        let gaps = [
            between(self.before_that, self.before),
            between(self.before, Some(own)),
            between(Some(own), self.after),
            between(self.after, self.after_that),
        ];
        let mut equal = Vec::new();
        for pair in gaps.windows(2) {
            if let [Some((one, first)), Some((other, second))] = pair
                && (one - other).abs() < 0.75
            {
                for guide in [*first, *second] {
                    if !equal.contains(&guide) {
                        equal.push(guide);
                    }
                }
            }
        }
        equal
    }
}

/// How far two cards of a row are apart, where that is a gap worth comparing.
fn gap(left: Option<Rect>, right: Option<Rect>) -> Option<f32> {
    let width = right?.left() - left?.right();
    (2.0..WIDEST_GAP).contains(&width).then_some(width)
}
