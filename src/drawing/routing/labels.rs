//! Where the words of a link are written: behind the place where it parts from others, on the link
//! or beside it, where they cover nothing.

use super::super::card::{Card, CardForm, MARK_RADIUS};
use super::super::cells::Cells;
use super::super::geometry::{SheetGeometry, whole_units};
use super::super::space::{Point, Rect, Size};
use super::search::Corners;
use crate::blueprint::Line;

use std::collections::BTreeMap;

/// What a label keeps from the corner or tip behind which it stands, in sheet units.
const MARGIN: f32 = 6.0;
/// What it leaves to an arrowhead.
const HEAD: f32 = 12.0;
/// What it keeps from other links, lines and labels.
const APART: f32 = 2.0;
/// How finely places along a link are tried, and how many.
const STEP: f32 = 8.0;
const MOST_STEPS: u8 = 16;

/// A link that is to be labelled.
pub(super) struct Labelled<'a> {
    /// Which route, by its position.
    pub(super) route: usize,
    /// Its corners.
    pub(super) points: &'a [Point],
    /// How far along it runs with others that start where it does.
    pub(super) parts_at: f32,
    /// The room that its words take.
    pub(super) size: Size,
}

/// Where each label lies, in the order given. `all` are the corners of all routes. Linear in the
/// pieces of routes, beside the labels and what lies near them.
pub(super) fn label_spots(
    geometry: &SheetGeometry,
    all: &[Corners],
    labelled: &[Labelled],
) -> Vec<Point> {
    if labelled.is_empty() {
        return Vec::new();
    }
    let pieces: Vec<(usize, Rect)> = all
        .iter()
        .enumerate()
        .flat_map(|(route, points)| points.windows(2).map(move |pair| (route, pair)))
        .filter_map(|(route, pair)| match pair {
            [a, b] => Some((route, Rect::spanning(*a, *b))),
            _ => None,
        })
        .collect();
    let cells = Cells::of(pieces.iter().map(|(_, piece)| *piece));
    let lines = Line::ALL.map(|line| geometry.line_y(line));
    let mut taken = Taken::default();
    let mut found = Vec::with_capacity(labelled.len());
    for label in labelled {
        let mut best: Option<(u32, Point)> = None;
        for spot in spots(label) {
            let area = Rect::centred(spot, label.size);
            let around = area.grown(APART);
            let mut cost = 0;
            if geometry.first_near(area, |_, card| covered(card, area)).is_some() {
                cost += 8;
            }
            let marked = area.grown(MARK_RADIUS);
            if geometry.first_near(marked, |_, card| marks_touch(card, area)).is_some() {
                cost += 6;
            }
            cost += 6 * taken.touching(around);
            cost += 3 * u32::from(lines.iter().any(|y| around.top() < *y && *y < around.bottom()));
            cells.near(around, |number| {
                let hit = pieces
                    .get(number as usize)
                    .is_some_and(|(route, piece)| *route != label.route && piece.touches(around));
                cost += u32::from(hit) * 2;
                cost < 100
            });
            if best.is_none_or(|(least, _)| cost < least) {
                best = Some((cost, spot));
            }
            if cost == 0 {
                break;
            }
        }
        let spot =
            best.map_or_else(|| label.points.first().copied().unwrap_or_default(), |(_, at)| at);
        taken.push(Rect::centred(spot, label.size));
        found.push(spot);
    }
    found
}

/// The labels placed so far, by where they begin: in strips as wide as the widest of them.
#[derive(Default)]
struct Taken {
    strips: BTreeMap<i32, Vec<Rect>>,
    widest: f32,
}

/// The width of a strip, in sheet units.
const STRIP: f32 = 128.0;

impl Taken {
    fn push(&mut self, rect: Rect) {
        self.widest = self.widest.max(rect.width());
        self.strips.entry(strip(rect.left())).or_default().push(rect);
    }

    fn touching(&self, area: Rect) -> u32 {
        let strips = strip(area.left() - self.widest)..=strip(area.right());
        let near = self.strips.range(strips).flat_map(|(_, rects)| rects);
        near.map(|rect| u32::from(rect.touches(area))).sum()
    }
}

fn strip(x: f32) -> i32 {
    whole_units(x / STRIP - 0.5)
}

/// Places for a label, the best first.
fn spots(label: &Labelled) -> Vec<Point> {
    let mut on = Vec::new();
    let mut beside = Vec::new();
    let mut corner = Vec::new();
    let mut walked = 0.0;
    let count = label.points.len().saturating_sub(1);
    for (number, pair) in label.points.windows(2).enumerate() {
        let [a, b] = pair else { continue };
        let length = a.distance(*b);
        let start = (label.parts_at - walked).max(0.0);
        walked += length;
        if length < 0.5 || start >= length - 1.0 {
            continue;
        }
        let flat = (a.y - b.y).abs() < (a.x - b.x).abs();
        let half = if flat { label.size.width / 2.0 } else { label.size.height / 2.0 };
        let first = start + MARGIN + half;
        let last = length - half - if number + 1 == count { HEAD } else { MARGIN };
        let at = |along: f32| a.towards(*b, along / length);
        if first <= last {
            let steps = (0..MOST_STEPS).map(|step| first + STEP * f32::from(step));
            on.extend(steps.take_while(|along| *along < last).map(at));
            on.push(at(last));
        }
        let middle = f32::midpoint(start, length);
        if number == 0 && start < 1.0 {
            // In a narrow gutter there is room above and below the shoulder of a decision.
            let across = if flat { label.size.height } else { label.size.width } / 2.0 + 3.0;
            for step in 0_u8..49 {
                let (back, away) = (8.0 * f32::from(step / 7), 7.0 * f32::from(step % 7));
                let point = at(-back);
                for sign in [-1.0, 1.0] {
                    let away = sign * (across + away);
                    corner.push(if flat {
                        Point::new(point.x, point.y + away)
                    } else {
                        Point::new(point.x + away, point.y)
                    });
                }
            }
        }
        let across = if flat { label.size.height / 2.0 } else { label.size.width / 2.0 } + 3.0;
        let aside = |along: f32, away: f32| {
            let point = at(along);
            if flat {
                Point::new(point.x, point.y + away)
            } else {
                Point::new(point.x + away, point.y)
            }
        };
        for along in [(start + half + 1.0).min(length), middle] {
            beside.push(aside(along, -across));
            beside.push(aside(along, across));
        }
    }
    on.extend(beside);
    on.extend(corner);
    on
}

/// How far two routes that start at one place run along each other.
pub(super) fn common_length(a: &[Point], b: &[Point]) -> f32 {
    let near = |a: Point, b: Point| a.distance(b) < 0.5;
    let (Some(first), Some(other)) = (a.first(), b.first()) else { return 0.0 };
    if !near(*first, *other) {
        return 0.0;
    }
    let mut length = 0.0;
    for (one, two) in a.windows(2).zip(b.windows(2)) {
        let ([from, to], [_, other_to]) = (one, two) else { break };
        if near(*to, *other_to) {
            length += from.distance(*to);
            continue;
        }
        // They part within this piece, or where it begins.
        let (one, two) = (*to - *from, *other_to - *from);
        let same_way = one.x * two.x + one.y * two.y > 0.0
            && (one.x * two.y - one.y * two.x).abs() < 0.5 * (one.x.abs() + one.y.abs());
        if same_way {
            length += from.distance(*to).min(from.distance(*other_to));
        }
        break;
    }
    length
}

/// Whether the circle of a fail or wait point, or a face, would lie on a label.
fn marks_touch(card: &Card, label: Rect) -> bool {
    let marks = card.mark_centres().into_iter().flatten().chain(card.face_centre());
    let size = Size::new(2.0 * MARK_RADIUS + APART, 2.0 * MARK_RADIUS + APART);
    marks.into_iter().any(|centre| Rect::centred(centre, size).touches(label))
}

/// Whether a label would cover a part of a card.
fn covered(card: &Card, label: Rect) -> bool {
    if !card.rect.overlaps(label) {
        return false;
    }
    // The nearest point of the label to the centre of a diamond is in it or no point is.
    let centre = card.rect.centre();
    let nearest = Point::new(
        centre.x.clamp(label.left(), label.right()),
        centre.y.clamp(label.top(), label.bottom()),
    );
    card.form != CardForm::Diamond || card.covers(nearest)
}
