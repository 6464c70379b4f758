//! How the links of a scenario run, kept up to date from edit to edit.

use std::sync::Arc;

use super::card::{Card, CardForm};
use super::geometry::SheetGeometry;
use super::hit::Side;
use super::link_words::room;
use super::router::{GAP, Port, Way, way};
use super::space::{Point, Rect, Size};
use crate::blueprint::{Link, LinkId, LinkKind, Scenario, StepKind, Zone};

/// How far apart links leave one edge of a card at most.
const SPREAD: f32 = 18.0;
/// What the ends of an edge keep free of links.
const EDGE_MARGIN: f32 = 12.0;
/// Least room between two cards for a link to leave one and enter the other on facing edges.
const FACING: f32 = 12.0;
/// Length of the arrow out of the service.
const EXIT_LENGTH: f32 = 24.0;
/// With more moved cards than this, everything is routed anew.
const MOST_MOVED: usize = 64;

/// How a link is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RouteStyle {
    /// A Flow: solid, with an arrowhead.
    Flow,
    /// A Flow that leads back to the left: rework.
    Back,
    /// A Flow out of the service: a short arrow to a mark.
    Exit,
    /// Plain, without arrowhead.
    Together,
    /// Dashed, with an arrowhead.
    Trigger,
    /// Dotted and thin: to evidence or a note.
    Association,
}

/// How one link runs.
#[derive(Clone, Debug, PartialEq)]
pub struct Route {
    /// The link.
    pub link: LinkId,
    /// How it is drawn.
    pub style: RouteStyle,
    /// Its corners on the sheet, from its start to its end; pieces are horizontal or vertical.
    pub points: Vec<Point>,
    /// Where its share is written on the sheet, if it has one: the centre of the label.
    pub label: Option<Point>,
    /// The smallest rectangle around its points.
    pub bounds: Rect,
    /// Whether it crosses no card; where cards lie too densely it may have to.
    pub clear: bool,
    /// The area that the route depends on.
    seen: Rect,
}

/// How all links of a scenario run. Equal scenarios give equal routes, whatever came before.
#[derive(Clone, Debug, Default)]
pub struct Routes {
    all: Vec<Route>,
    /// What the routes were made for.
    cards: Vec<Card>,
    links: Vec<(LinkId, Arc<Link>)>,
    ends: Vec<Ends>,
    /// Positions of cards with positions of links that touch them, sorted.
    touching: Vec<(u32, u32)>,
}

impl PartialEq for Routes {
    fn eq(&self, other: &Self) -> bool {
        self.all == other.all
    }
}

/// Both ends of a link, before it is routed.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Ends {
    style: RouteStyle,
    from: Slot,
    /// `None` leads out of the service.
    to: Option<Slot>,
}

/// Where on a card's edge a link may be attached.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Slot {
    card: u32,
    side: Side,
    /// Along the edge: the best place and the range that keeps clear of its neighbours.
    best: f32,
    low: f32,
    high: f32,
    /// How far out it turns.
    stub: f32,
}

impl Routes {
    /// Routes every link.
    #[must_use]
    pub fn of(scenario: &Scenario, geometry: &SheetGeometry) -> Self {
        let mut routes = Self::default();
        routes.update(scenario, geometry);
        routes
    }

    /// Brings the routes up to date. After a few cards moved only links at those cards, at their
    /// neighbours and across the places they left or entered are sought anew; what did not change
    /// is compared, linearly in cards and links. Other changes route everything.
    pub fn update(&mut self, scenario: &Scenario, geometry: &SheetGeometry) {
        profiling::function_scope!();
        // A row that no edit replaced is the same allocation: thousands are compared at a glance.
        let same_links = self.links.len() == scenario.links().len()
            && self.links.iter().zip(scenario.links()).all(|((id, link), (new_id, new))| {
                id == new_id && (Arc::ptr_eq(link, new) || link == new)
            });
        let same_cards = self.cards.len() == geometry.cards().len()
            && self.cards.iter().zip(geometry.cards()).all(|(a, b)| a.step == b.step);
        if !(same_links && same_cards) {
            self.rebuild(scenario, geometry);
            return;
        }
        let moved: Vec<usize> = self
            .cards
            .iter()
            .zip(geometry.cards())
            .enumerate()
            .filter(|(_, (old, new))| old != new)
            .map(|(at, _)| at)
            .collect();
        if moved.len() > MOST_MOVED {
            self.rebuild(scenario, geometry);
        } else if !moved.is_empty() {
            self.follow(geometry, &moved);
        }
    }

    fn rebuild(&mut self, scenario: &Scenario, geometry: &SheetGeometry) {
        self.cards = geometry.cards().to_vec();
        self.links = scenario.links().iter().map(|(id, link)| (*id, Arc::clone(link))).collect();
        self.ends.clear();
        self.touching.clear();
        self.all.clear();
        for (number, (_, link)) in (0_u32..).zip(&self.links) {
            let from = geometry.position(link.from);
            let to = link.to.step().map(|to| geometry.position(to));
            // Both are on the sheet: a scenario's links join steps that are there.
            let (Some(from), None | Some(Some(_))) = (from, to) else { continue };
            let to = to.flatten();
            self.ends.push(ends(link, from, to, &self.cards));
            for card in std::iter::once(from).chain(to.filter(|to| *to != from)) {
                self.touching.push((position(card), number));
            }
        }
        self.touching.sort_unstable();
        let mut start = 0;
        while let Some(&(card, _)) = self.touching.get(start) {
            let count = self.touching[start..].partition_point(|(other, _)| *other == card);
            let links: Vec<u32> =
                self.touching[start..start + count].iter().map(|(_, link)| *link).collect();
            self.spread(card, &links);
            start += count;
        }
        for (number, (id, link)) in self.links.iter().enumerate() {
            if let Some(ends) = self.ends.get(number) {
                self.all.push(route(*id, link, ends, geometry, &self.cards));
            }
        }
    }

    /// Follows a few moved cards.
    fn follow(&mut self, geometry: &SheetGeometry, moved: &[usize]) {
        let mut areas: Vec<Rect> = Vec::with_capacity(2 * moved.len());
        for &at in moved {
            if let (Some(old), Some(new)) = (self.cards.get_mut(at), geometry.cards().get(at)) {
                areas.extend([old.rect, new.rect]);
                *old = *new;
            }
        }
        let mut cards: Vec<u32> = moved.iter().map(|at| position(*at)).collect();
        for &at in moved {
            for link in self.links_at(position(at)) {
                if let Some(ends) = self.ends.get(link as usize) {
                    cards.extend([ends.from.card, ends.to.unwrap_or(ends.from).card]);
                }
            }
        }
        cards.sort_unstable();
        cards.dedup();
        let mut touched: Vec<u32> = cards.iter().flat_map(|card| self.links_at(*card)).collect();
        touched.sort_unstable();
        touched.dedup();
        let before: Vec<Option<Ends>> =
            touched.iter().map(|link| self.ends.get(*link as usize).copied()).collect();
        for &at in moved {
            for link in self.links_at(position(at)).into_iter().map(|link| link as usize) {
                let (Some((_, value)), Some(slot)) =
                    (self.links.get(link), self.ends.get_mut(link))
                else {
                    continue;
                };
                let (from, to) = (slot.from.card as usize, slot.to.map(|to| to.card as usize));
                *slot = ends(value, from, to, &self.cards);
            }
        }
        for card in cards {
            let links = self.links_at(card);
            self.spread(card, &links);
        }
        let changed: Vec<u32> = touched
            .into_iter()
            .zip(before)
            .filter(|(link, before)| self.ends.get(*link as usize).copied() != *before)
            .map(|(link, _)| link)
            .collect();
        for (number, slot) in (0_u32..).zip(&mut self.all) {
            let looked_there = areas.iter().any(|area| area.touches(slot.seen));
            if !looked_there && changed.binary_search(&number).is_err() {
                continue;
            }
            let at = number as usize;
            if let (Some((id, link)), Some(ends)) = (self.links.get(at), self.ends.get(at)) {
                *slot = route(*id, link, ends, geometry, &self.cards);
            }
        }
    }

    fn links_at(&self, card: u32) -> Vec<u32> {
        let start = self.touching.partition_point(|(other, _)| *other < card);
        self.touching
            .iter()
            .skip(start)
            .take_while(|(other, _)| *other == card)
            .map(|(_, link)| *link)
            .collect()
    }

    /// Spreads the links at each edge of a card, in the order of where they lead.
    fn spread(&mut self, card: u32, links: &[u32]) {
        let Some(own) = self.cards.get(card as usize).copied() else { return };
        for side in Side::ALL {
            // (where it leads across and along the edge, link, whether it is the start)
            let mut slots: Vec<(f32, f32, u32, bool)> = Vec::new();
            for &link in links {
                let Some(ends) = self.ends.get(link as usize) else { continue };
                let centre = |slot: Slot| {
                    self.cards.get(slot.card as usize).map_or(Point::default(), |c| c.rect.centre())
                };
                let other_of = |other: Option<Slot>| {
                    let away = other.map_or(own.rect.max, centre);
                    if side.is_horizontal() { (away.y, away.x) } else { (away.x, away.y) }
                };
                if ends.from.card == card && ends.from.side == side {
                    let (a, b) = other_of(ends.to);
                    slots.push((a, b, link, true));
                }
                if let Some(to) = ends.to
                    && to.card == card
                    && to.side == side
                {
                    let (a, b) = other_of(Some(ends.from));
                    slots.push((a, b, link, false));
                }
            }
            slots.sort_by(|a, b| {
                a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)).then((a.2, a.3).cmp(&(b.2, b.3)))
            });
            let count = slots.len();
            for (number, (_, _, link, start)) in slots.into_iter().enumerate() {
                let placed = slot(&own, card, side, number, count);
                if let Some(ends) = self.ends.get_mut(link as usize) {
                    if start {
                        ends.from = placed;
                    } else {
                        ends.to = Some(placed);
                    }
                }
            }
        }
    }

    /// The routes in the order of the links.
    #[must_use]
    pub fn all(&self) -> &[Route] {
        &self.all
    }

    /// The route of a link. Linear in the number of links.
    #[must_use]
    pub fn route(&self, link: LinkId) -> Option<&Route> {
        self.all.iter().find(|route| route.link == link)
    }

    /// Whether any route crosses an area of the sheet.
    #[must_use]
    pub fn crosses(&self, area: Rect) -> bool {
        self.all
            .iter()
            .filter(|route| route.bounds.touches(area))
            .any(|route| route.pieces().any(|piece| piece.touches(area)))
    }
}

impl Route {
    /// Its straight pieces as rectangles without width.
    pub fn pieces(&self) -> impl Iterator<Item = Rect> + '_ {
        self.points.windows(2).filter_map(|piece| match piece {
            [a, b] => Some(Rect::spanning(*a, *b)),
            _ => None,
        })
    }
}

fn position(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// The edges that a link joins, and how it is drawn. Depends on nothing but its two cards.
fn ends(link: &Link, from: usize, to: Option<usize>, cards: &[Card]) -> Ends {
    let at = |card: usize, side: Side| Slot {
        card: position(card),
        side,
        best: 0.0,
        low: 0.0,
        high: 0.0,
        stub: GAP,
    };
    let Some(source) = cards.get(from) else {
        return Ends { style: RouteStyle::Exit, from: at(from, Side::Right), to: None };
    };
    let Some((to, target)) = to.and_then(|to| Some((to, cards.get(to)?))) else {
        // Out of a decision downwards: to the right goes whoever stays.
        let down = source.kind == StepKind::Decision && source.form == CardForm::Diamond;
        let side = if down { Side::Bottom } else { Side::Right };
        return Ends { style: RouteStyle::Exit, from: at(from, side), to: None };
    };
    let (style, out, into) = sides(link, source, target);
    Ends { style, from: at(from, out), to: Some(at(to, into)) }
}

fn sides(link: &Link, source: &Card, target: &Card) -> (RouteStyle, Side, Side) {
    let (a, b) = (source.rect, target.rect);
    let right = b.left() - a.right() >= FACING;
    let left = a.left() - b.right() >= FACING;
    let down = b.top() - a.bottom() >= FACING;
    let up = a.top() - b.bottom() >= FACING;
    let association = !source.kind.flows() || !target.kind.flows();
    if association || link.kind != LinkKind::Flow {
        let style = match link.kind {
            _ if association => RouteStyle::Association,
            LinkKind::Trigger => RouteStyle::Trigger,
            LinkKind::Together | LinkKind::Flow => RouteStyle::Together,
        };
        let (out, into) = match () {
            () if down => (Side::Bottom, Side::Top),
            () if up => (Side::Top, Side::Bottom),
            () if left => (Side::Left, Side::Right),
            () => (Side::Right, Side::Left),
        };
        return (style, out, into);
    }
    if link.to.step() == Some(link.from) {
        return (RouteStyle::Back, Side::Right, Side::Top);
    }
    if right {
        // A decision sends to another row from its upper or lower corner.
        let diamond = source.form == CardForm::Diamond;
        let out = match () {
            () if diamond && b.centre().y > a.bottom() => Side::Bottom,
            () if diamond && b.centre().y < a.top() => Side::Top,
            () => Side::Right,
        };
        return (RouteStyle::Flow, out, Side::Left);
    }
    let back = b.right() <= a.left() + FACING;
    match () {
        () if down && !back => (RouteStyle::Flow, Side::Bottom, Side::Top),
        () if up && !back => (RouteStyle::Flow, Side::Top, Side::Bottom),
        // Back over the customer's row, below all others: the other edge is full of Together links.
        () if up || (!down && source.zone <= Zone::Customer) => {
            (RouteStyle::Back, Side::Top, Side::Top)
        }
        () => (RouteStyle::Back, Side::Bottom, Side::Bottom),
    }
}

/// Where on its edge the `number`th of `count` links is attached.
fn slot(card: &Card, position: u32, side: Side, number: usize, count: usize) -> Slot {
    let rect = if side.is_horizontal() { card.rect } else { card.rect.transposed() };
    let middle = rect.centre().y;
    let room = (rect.height() - 2.0 * EDGE_MARGIN).max(0.0);
    let spacing =
        if card.form == CardForm::Diamond { 0.0 } else { SPREAD.min(room / count.max(1) as f32) };
    let away = number as f32 - (count.saturating_sub(1)) as f32 / 2.0;
    let best = middle + away * spacing;
    let play = if count == 1 && card.form != CardForm::Diamond {
        room / 2.0
    } else {
        (spacing / 2.0 - 3.0).max(0.0)
    };
    let stub = GAP + 4.0 * number.min(2) as f32;
    Slot { card: position, side, best, low: best - play, high: best + play, stub }
}

/// Routes one link.
fn route(id: LinkId, link: &Link, ends: &Ends, geometry: &SheetGeometry, cards: &[Card]) -> Route {
    let port = |slot: Slot, along: f32| {
        let rect = cards.get(slot.card as usize).map_or(Rect::default(), |card| card.rect);
        let point = match slot.side {
            Side::Left => Point::new(rect.left(), along),
            Side::Right => Point::new(rect.right(), along),
            Side::Top => Point::new(along, rect.top()),
            Side::Bottom => Point::new(along, rect.bottom()),
        };
        Port { card: slot.card as usize, side: slot.side, point, stub: slot.stub }
    };
    let found = match ends.to {
        Some(to) => {
            let (from_along, to_along) = aligned(ends.from, to);
            way(geometry, port(ends.from, from_along), port(to, to_along))
        }
        None => exit(port(ends.from, ends.from.best)),
    };
    let bounds = around(&found.points);
    let mut seen = found.seen.union(bounds);
    let label =
        room(link, None).and_then(|size| label_spot(geometry, &found.points, size, &mut seen));
    let (points, clear) = (found.points, found.clear);
    Route { link: id, style: ends.style, points, label, bounds, clear, seen }
}

/// Places along two facing edges: the same on both where their ranges allow it, so that the link
/// runs straight.
fn aligned(from: Slot, to: Slot) -> (f32, f32) {
    let facing = from.side.is_horizontal() == to.side.is_horizontal() && from.side != to.side;
    let (low, high) = (from.low.max(to.low), from.high.min(to.high));
    if !facing || low > high {
        return (from.best, to.best);
    }
    // The narrower range decides: there the neighbours are close.
    let narrow = if to.high - to.low < from.high - from.low { to.best } else { from.best };
    let along = narrow.clamp(low, high);
    (along, along)
}

fn exit(from: Port) -> Way {
    let length = EXIT_LENGTH * from.side.outwards();
    let step =
        if from.side.is_horizontal() { Point::new(length, 0.0) } else { Point::new(0.0, length) };
    let points = vec![from.point, from.point + step];
    let seen = around(&points);
    Way { points, seen, clear: true }
}

fn around(points: &[Point]) -> Rect {
    let first = points.first().copied().unwrap_or_default();
    points
        .iter()
        .fold(Rect { min: first, max: first }, |all, p| all.union(Rect { min: *p, max: *p }))
}

/// The first place on or beside a straight piece where a share covers no card: on a long piece,
/// else beside a short one, drawn towards its start.
fn label_spot(
    geometry: &SheetGeometry,
    points: &[Point],
    size: Size,
    seen: &mut Rect,
) -> Option<Point> {
    let pieces = || points.windows(2).filter_map(|piece| Some((*piece.first()?, *piece.get(1)?)));
    let is_flat = |a: Point, b: Point| (a.y - b.y).abs() < (a.x - b.x).abs();
    let on_long = pieces().filter_map(|(a, b)| {
        let least = if is_flat(a, b) { size.width + 14.0 } else { size.height + 14.0 };
        (a.distance(b) >= least).then(|| a.towards(b, 0.5))
    });
    let beside = pieces().flat_map(|(a, b)| {
        let middle = a.towards(b, 0.5);
        if is_flat(a, b) {
            let near = size.height / 2.0 + 3.0;
            let inwards = b.x - (size.width / 2.0 + 3.0) * (b.x - a.x).signum();
            [(middle.x, -near), (middle.x, near), (inwards, -near - 7.0), (inwards, near + 7.0)]
                .map(|(x, away)| Point::new(x, a.y + away))
        } else {
            let near = size.width / 2.0 + 3.0;
            [(near, 0.0), (-near, 0.0), (near, 8.0), (-near, 8.0)]
                .map(|(away, along)| middle + Point::new(away, along))
        }
    });
    let mut nearest = None;
    for spot in on_long.chain(beside) {
        nearest = nearest.or(Some(spot));
        let area = Rect::centred(spot, size);
        *seen = seen.union(area);
        if geometry.first_near(area, |_, card| covered(card, area)).is_none() {
            return Some(spot);
        }
    }
    nearest
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
