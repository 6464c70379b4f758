//! Lines that would lie on or close beside each other are moved apart, as far as cards leave room;
//! those of one trunk are brought together.
//!
//! After the nudging of Wybrow, Marriott & Stuckey (2009): the pieces of all routes are compared
//! along one axis, then along the other. Those too near each other form a group, which is put into
//! the order with the fewest crossings and spread around where it was.

use super::super::geometry::SheetGeometry;
use super::super::space::{Point, Rect};
use super::ports::{End, Ends};
use super::search::{Corners, GAP};
use petgraph::unionfind::UnionFind;

/// What lines keep between each other, in sheet units, and what moved ones keep from cards: as
/// wished, and as tight as it gets. Before a line comes near a card the others move further.
const APART: [(f32, Room); 5] = [
    (8.0, Room::Wide),
    (6.0, Room::Wide),
    (8.0, Room::Tight),
    (6.0, Room::Tight),
    (4.0, Room::Tight),
];
/// The widest of these.
const WIDEST: f32 = APART[0].0;
/// How near the ends of two lines may come that run in one line, in sheet units.
const END_GAP: f32 = 6.0;
/// How far a line may be moved.
const REACH: f32 = 40.0;
/// What a moved line keeps from cards: as wished, and at least.
const CLEARANCE: (f32, f32) = (GAP - 1.0, 5.0);
/// Least length of a first piece, of a last one with an arrowhead, and of one between.
const LEAST: (f32, f32, f32) = (8.0, 15.0, 4.0);
/// Lines nearer than this look like one, and what that costs in crossings.
const NEAR: f32 = 5.0;
const ON_EACH_OTHER: usize = 3;
/// How often everything is compared again after lines have moved.
const MOST_ROUNDS: usize = 3;
/// In larger groups the order is not improved any more.
const MOST_SORTED: usize = 40;

/// How much of the room beside it a line may take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Room {
    /// So much that it stays well off cards.
    Wide,
    /// All of it.
    Tight,
}

/// From where to where a line may be moved across.
#[derive(Clone, Copy, Debug)]
struct Span {
    low: f32,
    high: f32,
}

impl Span {
    const ALL: Self = Self { low: f32::MIN, high: f32::MAX };

    fn still(at: f32) -> Self {
        Self { low: at, high: at }
    }

    fn both(self, other: Self) -> Self {
        Self { low: self.low.max(other.low), high: self.high.min(other.high) }
    }

    /// This, or only a place if it holds none.
    fn or_still(self, at: f32) -> Self {
        if self.low > self.high { Self::still(at) } else { self }
    }
}

/// A trunk that pieces belong to, or the link that a piece is alone of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Trunk {
    None,
    Own(u32),
    Out(u32, u8, u8),
    Into(u32, u8, u8),
}

fn trunk_of(end: &End, ends: &Ends, inwards: bool, own: Trunk) -> Trunk {
    let (card, side, style) = (end.card, end.side as u8, ends.style as u8);
    match (end.shared, inwards) {
        (false, _) => own,
        (true, false) => Trunk::Out(card, side, style),
        (true, true) => Trunk::Into(card, side, style),
    }
}

/// A straight piece of a route along the axis that is looked at.
#[derive(Clone, Copy, Debug)]
struct Piece {
    /// Where it lies across, and from where to where it runs.
    at: f32,
    low: f32,
    high: f32,
    route: u32,
    /// Which piece of the route; `u16::MAX` for a line between zones.
    number: u16,
    movable: bool,
    /// The trunks that it may lie on.
    trunks: [Trunk; 2],
}

impl Piece {
    fn meets(&self, other: &Self) -> bool {
        self.high.min(other.high) - self.low.max(other.low) > -END_GAP
    }

    fn may_share(&self, other: &Self) -> bool {
        let known = self.trunks.iter().filter(|trunk| **trunk != Trunk::None);
        known.into_iter().any(|trunk| other.trunks.contains(trunk))
    }
}

/// What the routes look like to this: corners, ends, and whether they have an arrowhead.
pub(super) struct Lines<'a> {
    pub(super) points: &'a mut [Corners],
    pub(super) ends: &'a [Ends],
}

/// Moves lines apart. `n log n` in pieces, beside the pairs of those that lie near each other.
pub(super) fn separate(geometry: &SheetGeometry, lines: &mut Lines) {
    for _ in 0..MOST_ROUNDS {
        let upright = separate_along(geometry, lines, true);
        let level = separate_along(geometry, lines, false);
        if !upright && !level {
            break;
        }
    }
}

fn across(point: Point, upright: bool) -> f32 {
    if upright { point.x } else { point.y }
}

fn along(point: Point, upright: bool) -> f32 {
    if upright { point.y } else { point.x }
}

fn separate_along(geometry: &SheetGeometry, lines: &mut Lines, upright: bool) -> bool {
    let pieces = pieces(geometry, lines, upright);
    let near = near_pairs(&pieces);
    if near.is_empty() {
        return false;
    }
    let mut group = UnionFind::<u32>::new(pieces.len());
    let mut unit = UnionFind::<u32>::new(pieces.len());
    let mut in_conflict: Vec<u32> = Vec::new();
    for (first, second) in near {
        let (one, other) = (&pieces[first as usize], &pieces[second as usize]);
        let shared = one.may_share(other);
        if shared && !(one.movable && other.movable) {
            continue;
        }
        group.union(first, second);
        if shared {
            unit.union(first, second);
        }
        if !shared || (one.at - other.at).abs() >= 0.5 {
            in_conflict.push(first);
        }
    }
    if in_conflict.is_empty() {
        return false;
    }
    let mut conflicts: Vec<u32> = in_conflict.iter().map(|piece| group.find(*piece)).collect();
    conflicts.sort_unstable();
    conflicts.dedup();
    let mut members: Vec<(u32, u32)> = (0_u32..)
        .zip(&pieces)
        .map(|(piece, _)| (group.find(piece), piece))
        .filter(|(root, _)| conflicts.binary_search(root).is_ok())
        .collect();
    members.sort_unstable();
    let mut moved = false;
    for group in members.chunk_by(|a, b| a.0 == b.0) {
        let mut of_units: Vec<(u32, u32)> =
            group.iter().map(|(_, piece)| (unit.find(*piece), *piece)).collect();
        of_units.sort_unstable();
        let mut units: Vec<Unit> = of_units
            .chunk_by(|a, b| a.0 == b.0)
            .map(|members| Unit::of(geometry, lines, &pieces, members, upright))
            .collect();
        sort(&mut units);
        moved |= spread(&mut units, lines, &pieces, upright);
    }
    moved
}

/// Pairs of pieces that lie near each other and of which one can be moved: a sweep over those of
/// about the same place across.
fn near_pairs(pieces: &[Piece]) -> Vec<(u32, u32)> {
    let mut order: Vec<u32> = (0_u32..).zip(pieces).map(|(number, _)| number).collect();
    let piece = |number: &u32| &pieces[*number as usize];
    order.sort_unstable_by(|a, b| piece(a).at.total_cmp(&piece(b).at).then(a.cmp(b)));
    let mut pairs = Vec::new();
    let mut active: Vec<u32> = Vec::new();
    let apart = |a: &u32, b: &u32| piece(b).at - piece(a).at >= WIDEST - 0.01;
    for beside in order.chunk_by_mut(|a, b| !apart(a, b)) {
        if beside.len() < 2 || !beside.iter().any(|number| piece(number).movable) {
            continue;
        }
        beside.sort_unstable_by(|a, b| piece(a).low.total_cmp(&piece(b).low).then(a.cmp(b)));
        active.clear();
        for number in beside.iter() {
            let own = piece(number);
            active.retain(|other| piece(other).high + END_GAP > own.low);
            for other in &active {
                let (near, movable) = (
                    (piece(other).at - own.at).abs() < WIDEST - 0.01,
                    own.movable || piece(other).movable,
                );
                if near && movable && own.meets(piece(other)) {
                    pairs.push((*other, *number));
                }
            }
            active.push(*number);
        }
    }
    pairs
}

fn pieces(geometry: &SheetGeometry, lines: &Lines, upright: bool) -> Vec<Piece> {
    let mut pieces = Vec::with_capacity(2 * lines.points.len());
    for ((number, points), ends) in (0_u32..).zip(lines.points.iter()).zip(lines.ends) {
        let count = points.len().saturating_sub(1);
        for (at, pair) in points.windows(2).enumerate() {
            let [a, b] = pair else { continue };
            if ((a.x - b.x).abs() < 0.01) != upright {
                continue;
            }
            let (low, high) = (along(*a, upright), along(*b, upright));
            let own = Trunk::Own(number);
            let out = trunk_of(&ends.from, ends, false, own);
            let into = ends.to.as_ref().map_or(own, |to| trunk_of(to, ends, true, own));
            let movable = at > 0 && at + 1 < count;
            let trunks = match () {
                () if count == 1 => [out, into],
                () if at == 0 => [out, Trunk::None],
                () if at + 1 == count => [into, Trunk::None],
                // The only turn of a plain way lies on one trunk, not on both.
                () if count == 3 && into != own => [into, Trunk::None],
                () if at == 1 => [out, Trunk::None],
                () if at + 2 == count => [into, Trunk::None],
                () => [own, Trunk::None],
            };
            pieces.push(Piece {
                at: across(*a, upright),
                low: low.min(high),
                high: low.max(high),
                route: number,
                number: u16::try_from(at).unwrap_or(u16::MAX - 1),
                movable,
                trunks,
            });
        }
    }
    if !upright {
        let sheet = geometry.bounds();
        for line in crate::blueprint::Line::ALL {
            pieces.push(Piece {
                at: geometry.line_y(line),
                low: sheet.left(),
                high: sheet.right(),
                route: u32::MAX,
                number: u16::MAX,
                movable: false,
                trunks: [Trunk::None, Trunk::None],
            });
        }
    }
    pieces
}

/// Pieces that move as one: those of a trunk that lie in one line.
struct Unit {
    members: Vec<u32>,
    at: f32,
    low: f32,
    high: f32,
    /// From where to where it may be moved: well off cards, and at all.
    wide: Span,
    tight: Span,
    /// Where along it lines lead away, and whether to lower values across.
    turns: Vec<(f32, bool)>,
    key: (u32, u16),
}

impl Unit {
    fn of(
        geometry: &SheetGeometry,
        lines: &Lines,
        pieces: &[Piece],
        members: &[(u32, u32)],
        upright: bool,
    ) -> Self {
        let mut unit = Self {
            members: members.iter().map(|(_, piece)| *piece).collect(),
            at: 0.0,
            low: f32::MAX,
            high: f32::MIN,
            wide: Span::ALL,
            tight: Span::ALL,
            turns: Vec::new(),
            key: (u32::MAX, u16::MAX),
        };
        let mut sum = 0.0;
        for piece in unit.members.iter().filter_map(|at| pieces.get(*at as usize)) {
            sum += piece.at;
            unit.low = unit.low.min(piece.low);
            unit.high = unit.high.max(piece.high);
            unit.key = unit.key.min((piece.route, piece.number));
            let [wide, tight] = room(geometry, lines, piece, upright);
            unit.wide = unit.wide.both(wide);
            unit.tight = unit.tight.both(tight);
            let Some(points) = lines.points.get(piece.route as usize) else { continue };
            let number = usize::from(piece.number);
            let mut turn = |corner: Option<&Point>, away: Option<&Point>| {
                if let (Some(corner), Some(away)) = (corner, away) {
                    let lower = across(*away, upright) < across(*corner, upright);
                    unit.turns.push((along(*corner, upright), lower));
                }
            };
            turn(points.get(number), number.checked_sub(1).and_then(|at| points.get(at)));
            turn(points.get(number + 1), points.get(number + 2));
        }
        unit.at = sum / unit.members.len().max(1) as f32;
        unit.tight = unit.tight.or_still(unit.at);
        unit.wide = unit.wide.or_still(unit.at.clamp(unit.tight.low, unit.tight.high));
        unit
    }

    fn span(&self, room: Room) -> Span {
        match room {
            Room::Wide => self.wide,
            Room::Tight => self.tight,
        }
    }

    fn meets(&self, other: &Self) -> bool {
        self.high.min(other.high) - self.low.max(other.low) > -END_GAP
    }

    /// How many crossings it costs to lie before another. Lines that would lie on each other
    /// between the two count for several.
    fn crossings_before(&self, other: &Self) -> usize {
        let within = |unit: &Self, along: f32| unit.low + 0.5 < along && along < unit.high - 0.5;
        let onwards = || self.turns.iter().filter(|(_, lower)| !lower).map(|(at, _)| *at);
        let back = || other.turns.iter().filter(|(_, lower)| *lower).map(|(at, _)| *at);
        let on_each_other =
            onwards().map(|at| back().filter(|other| (at - other).abs() < NEAR).count());
        ON_EACH_OTHER * on_each_other.sum::<usize>()
            + onwards().filter(|at| within(other, *at)).count()
            + back().filter(|at| within(self, *at)).count()
    }
}

/// From where to where a piece may be moved across, wide and tight: as far as its ends and the cards
/// beside it leave room.
fn room(geometry: &SheetGeometry, lines: &Lines, piece: &Piece, upright: bool) -> [Span; 2] {
    let still = [Span::still(piece.at); 2];
    let (Some(points), true) = (lines.points.get(piece.route as usize), piece.movable) else {
        return still;
    };
    let Some(ends) = lines.ends.get(piece.route as usize) else { return still };
    let mut low = piece.at - REACH;
    let mut high = piece.at + REACH;
    let number = usize::from(piece.number);
    let mut keep = |other: Option<&Point>, least: f32| {
        let Some(other) = other.map(|point| across(*point, upright)) else { return };
        if other <= piece.at {
            low = low.max((other + least).min(piece.at));
        } else {
            high = high.min((other - least).max(piece.at));
        }
    };
    let before = number.checked_sub(1).and_then(|at| points.get(at));
    keep(before, if number == 1 { LEAST.0 } else { LEAST.2 });
    let is_last_turn = number + 3 == points.len();
    let head = if ends.style.has_head() { LEAST.1 } else { LEAST.0 };
    keep(points.get(number + 2), if is_last_turn { head } else { LEAST.2 });
    let (mut wide, mut tight) = (Span { low, high }, Span { low, high });
    let area = Rect::new(low - CLEARANCE.0, piece.low, high + CLEARANCE.0, piece.high);
    let area = if upright { area } else { area.transposed() };
    let mut inside = false;
    geometry.visit_near(area, |card| {
        let rect = if upright { card.rect } else { card.rect.transposed() };
        if rect.top() >= piece.high + 2.0 || rect.bottom() <= piece.low - 2.0 {
            return;
        }
        for (span, clearance) in [(&mut wide, CLEARANCE.0), (&mut tight, CLEARANCE.1)] {
            match () {
                () if rect.right() <= piece.at => {
                    span.low = span.low.max((rect.right() + clearance).min(piece.at));
                }
                () if rect.left() >= piece.at => {
                    span.high = span.high.min((rect.left() - clearance).max(piece.at));
                }
                () => inside = true,
            }
        }
    });
    if inside { still } else { [wide, tight] }
}

/// Puts units into the order across in which they cross least.
fn sort(units: &mut [Unit]) {
    units.sort_by(|a, b| a.at.total_cmp(&b.at).then(a.key.cmp(&b.key)));
    if units.len() > MOST_SORTED {
        return;
    }
    // Each sinks past those before it as long as that saves crossings.
    for at in 1..units.len() {
        let mut at = at;
        while at > 0 {
            let (before, own) = (&units[at - 1], &units[at]);
            if own.crossings_before(before) >= before.crossings_before(own) {
                break;
            }
            units.swap(at - 1, at);
            at -= 1;
        }
    }
}

/// Spreads units in their order around where they were. Says whether one moved.
fn spread(units: &mut [Unit], lines: &mut Lines, pieces: &[Piece], upright: bool) -> bool {
    let count = units.len();
    for (gap, room) in APART {
        // The least and the greatest place of each that leave room to all others.
        let mut least: Vec<f32> = Vec::with_capacity(count);
        let mut forwards: Vec<f32> = Vec::with_capacity(count);
        for (at, unit) in units.iter().enumerate() {
            let (mut low, mut wish) = (unit.span(room).low, unit.at);
            for before in (0..at).filter(|before| units[*before].meets(unit)) {
                low = low.max(least[before] + gap);
                wish = wish.max(forwards[before] + gap);
            }
            least.push(low);
            forwards.push(wish);
        }
        let mut most = vec![0.0_f32; count];
        let mut backwards = vec![0.0_f32; count];
        for at in (0..count).rev() {
            let (mut high, mut wish) = (units[at].span(room).high, units[at].at);
            for after in (at + 1..count).filter(|after| units[*after].meets(&units[at])) {
                high = high.min(most[after] - gap);
                wish = wish.min(backwards[after] - gap);
            }
            most[at] = high;
            backwards[at] = wish;
        }
        if (0..count).any(|at| least[at] > most[at] + 0.01) {
            continue;
        }
        let mut moved = false;
        for (at, unit) in units.iter().enumerate() {
            let wish = f32::midpoint(forwards[at], backwards[at]);
            let place = wish.min(most[at]).max(least[at]);
            for piece in unit.members.iter().filter_map(|piece| pieces.get(*piece as usize)) {
                if !piece.movable || (piece.at - place).abs() < 0.05 {
                    continue;
                }
                let number = usize::from(piece.number);
                let points = lines.points.get_mut(piece.route as usize);
                let Some([a, b]) = points.and_then(|points| points.get_mut(number..number + 2))
                else {
                    continue;
                };
                for corner in [a, b] {
                    *(if upright { &mut corner.x } else { &mut corner.y }) = place;
                }
                moved = true;
            }
        }
        return moved;
    }
    false
}
