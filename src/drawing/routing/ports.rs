//! Which edges of its cards a link joins, and where on them: links of one kind share the middle.

use super::super::card::{Card, CardForm};
use super::super::hit::Side;
use super::super::space::Point;
use super::search::{Port, Turn};
use super::{RouteStyle, index};
use crate::blueprint::{Link, LinkId, LinkKind, StepKind, Zone};

use std::collections::BTreeMap;
use std::sync::Arc;

/// Least room between two cards for a link to leave one and enter the other on facing edges.
const FACING: f32 = 12.0;
/// How far from the middle links lie whose kind has not got the middle.
const ASIDE: f32 = 22.0;
/// What the ends of an edge keep free of links.
const EDGE_MARGIN: f32 = 10.0;
/// Cards that stand so little out of line are joined by a straight link all the same, in sheet
/// units.
const OUT_OF_LINE: f32 = 10.0;
/// How far out a link turns at least where it has no arrowhead, and where it has one.
const STUB: (f32, f32) = (12.0, 16.0);
/// How much further from the upper or lower corner of a decision, whose neighbours are higher.
const BEYOND_NEIGHBOURS: f32 = 8.0;

/// Both ends of a link, before it is routed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Ends {
    pub(super) style: RouteStyle,
    pub(super) from: End,
    /// `None` leads out of the service.
    pub(super) to: Option<End>,
}

/// Where a link is attached to a card.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct End {
    pub(super) card: u32,
    pub(super) side: Side,
    /// Along the edge, from its middle.
    pub(super) aside: f32,
    /// Whether others of its kind and direction share the place: they form a trunk.
    pub(super) shared: bool,
}

impl End {
    fn new(card: usize, side: Side) -> Self {
        Self { card: index(card), side, aside: 0.0, shared: false }
    }
}

/// What meets at one edge of a card: a set of kinds, each outwards or inwards.
type Kinds = u16;

fn kind_bit(style: RouteStyle, inwards: bool) -> Kinds {
    // What has no direction is one kind.
    let directed = !matches!(style, RouteStyle::Together | RouteStyle::Association);
    1 << (2 * style as u16 + u16::from(inwards && directed))
}

/// How often each kind meets an edge: enough to tell one from several.
#[derive(Clone, Copy, Default)]
struct Edge {
    once: Kinds,
    several: Kinds,
}

impl Edge {
    fn take(&mut self, kind: Kinds) {
        self.several |= self.once & kind;
        self.once |= kind;
    }
}

/// The ends of every link, in the order of the links; `at` says where a link's cards stand,
/// `returning` whether it leads back. Linear in cards and links.
pub(super) fn ports(
    links: &[(LinkId, Arc<Link>)],
    at: &[(u32, Option<u32>)],
    returning: &[bool],
    cards: &[Card],
) -> Vec<Ends> {
    let mut edges = vec![[Edge::default(); 4]; cards.len()];
    let mut ends: Vec<Option<Ends>> = Vec::with_capacity(links.len());
    // What leads on takes its edges first; rework then keeps away from them.
    for ((_, link), (from, to)) in links.iter().zip(at) {
        let plain = plain_ends(link, *from as usize, to.map(|to| to as usize), cards);
        if let Some(plain) = &plain {
            note(&mut edges, plain);
        }
        ends.push(plain);
    }
    turn_aside(&mut ends, &mut edges, cards);
    part_ways(&mut ends, &mut edges, cards);
    enter_aside(&mut ends, &mut edges, cards);
    let mut all: Vec<Ends> = Vec::with_capacity(links.len());
    let links = links.iter().zip(at).zip(returning);
    for (slot, (((_, link), (from, to)), returns)) in ends.into_iter().zip(links) {
        all.push(slot.unwrap_or_else(|| {
            let (from, to) = (*from as usize, to.map(|to| to as usize));
            let straight = to.filter(|_| !returns);
            let straight = straight.and_then(|to| straight_left(from, to, cards, &edges));
            let chosen = straight.unwrap_or_else(|| late_ends(link, from, to, cards, &edges));
            note(&mut edges, &chosen);
            chosen
        }));
    }
    for ends in &mut all {
        let style = ends.style;
        settle(&mut ends.from, style, false, &edges, cards);
        if let Some(to) = &mut ends.to {
            settle(to, style, true, &edges, cards);
        }
    }
    all
}

fn note(edges: &mut [[Edge; 4]], ends: &Ends) {
    let mut take = |end: &End, inwards: bool| {
        if let Some(sides) = edges.get_mut(end.card as usize) {
            sides[end.side as usize].take(kind_bit(ends.style, inwards));
        }
    };
    take(&ends.from, false);
    if let Some(to) = &ends.to {
        take(to, true);
    }
}

/// The edges of a link that do not depend on other links; `None` for rework and exits.
fn plain_ends(link: &Link, from: usize, to: Option<usize>, cards: &[Card]) -> Option<Ends> {
    let source = cards.get(from)?;
    let to = to?;
    let target = cards.get(to)?;
    let (style, out, into) = sides(link, source, target)?;
    Some(Ends { style, from: End::new(from, out), to: Some(End::new(to, into)) })
}

fn sides(link: &Link, source: &Card, target: &Card) -> Option<(RouteStyle, Side, Side)> {
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
        return Some((style, out, into));
    }
    if right {
        // A decision sends to another row from its upper or lower corner.
        let diamond = source.form == CardForm::Diamond;
        let out = match () {
            () if diamond && b.centre().y > a.bottom() => Side::Bottom,
            () if diamond && b.centre().y < a.top() => Side::Top,
            () => Side::Right,
        };
        return Some((RouteStyle::Flow, out, Side::Left));
    }
    let back = b.right() <= a.left() + FACING;
    match () {
        () if down && !back => Some((RouteStyle::Flow, Side::Bottom, Side::Top)),
        () if up && !back => Some((RouteStyle::Flow, Side::Top, Side::Bottom)),
        () => None,
    }
}

/// A way out of a decision leaves the upper or lower corner to what has no other: it goes on by the
/// right one if that is free.
fn turn_aside(ends: &mut [Option<Ends>], edges: &mut [[Edge; 4]], cards: &[Card]) {
    let flow = kind_bit(RouteStyle::Flow, false);
    for ends in ends.iter_mut().flatten().filter(|ends| ends.style == RouteStyle::Flow) {
        let from = &mut ends.from;
        let (Some(card), Some(sides)) =
            (cards.get(from.card as usize), edges.get_mut(from.card as usize))
        else {
            continue;
        };
        let edge = sides[from.side as usize];
        let free = sides[Side::Right as usize].once == 0;
        if card.form == CardForm::Diamond
            && !from.side.is_horizontal()
            && edge.once & !flow != 0
            && edge.several & flow == 0
            && free
        {
            sides[from.side as usize].once &= !flow;
            from.side = Side::Right;
            sides[Side::Right as usize].take(flow);
        }
    }
}

/// Where several ways out of a decision share its upper or lower corner and its right one is free, the
/// way to the nearest row goes on by that: each answer has a corner of its own, as far as there are
/// any. It crosses none of the others, whose rows lie beyond its own.
fn part_ways(ends: &mut [Option<Ends>], edges: &mut [[Edge; 4]], cards: &[Card]) {
    let flow = kind_bit(RouteStyle::Flow, false);
    // For each decision its way to the nearest row, and whether that row is the nearest for one alone.
    let mut nearest: BTreeMap<u32, (f32, usize, bool)> = BTreeMap::new();
    for (at, ends) in ends.iter().enumerate() {
        let Some(Ends { style: RouteStyle::Flow, from, to: Some(to) }) = ends else { continue };
        let (Some(card), Some(target), Some(sides)) = (
            cards.get(from.card as usize),
            cards.get(to.card as usize),
            edges.get(from.card as usize),
        ) else {
            continue;
        };
        let shares = card.form == CardForm::Diamond
            && to.side == Side::Left
            && !from.side.is_horizontal()
            && sides[from.side as usize].several & flow != 0
            && sides[Side::Right as usize].once == 0;
        if !shares {
            continue;
        }
        let away = (target.rect.centre().y - card.rect.centre().y).abs();
        let found = nearest.entry(from.card).or_insert((away, at, true));
        if found.1 != at {
            if (found.0 - away).abs() <= OUT_OF_LINE {
                found.2 = false;
            } else if away < found.0 {
                *found = (away, at, true);
            }
        }
    }
    let mut left: BTreeMap<(u32, u8), u32> = BTreeMap::new();
    for (card, (_, at, alone)) in nearest {
        let (Some(Some(ends)), Some(sides)) = (ends.get_mut(at), edges.get_mut(card as usize))
        else {
            continue;
        };
        if alone {
            left.insert((card, ends.from.side as u8), 0);
            sides[Side::Right as usize].take(flow);
            ends.from.side = Side::Right;
        }
    }
    if left.is_empty() {
        return;
    }
    // What stays at a corner may be alone there now.
    for ends in ends.iter().flatten().filter(|ends| ends.style == RouteStyle::Flow) {
        if let Some(count) = left.get_mut(&(ends.from.card, ends.from.side as u8)) {
            *count += 1;
        }
    }
    for ((card, side), _) in left.into_iter().filter(|(_, count)| *count < 2) {
        let sides = edges.get_mut(card as usize);
        if let Some(edge) = sides.and_then(|sides| sides.get_mut(side as usize)) {
            edge.several &= !flow;
        }
    }
}

/// A way into a decision leaves the upper or lower corner to a way out, with which it would share its
/// line: it comes in from the left as others do.
fn enter_aside(ends: &mut [Option<Ends>], edges: &mut [[Edge; 4]], cards: &[Card]) {
    let [out, into] = [false, true].map(|inwards| kind_bit(RouteStyle::Flow, inwards));
    for ends in ends.iter_mut().flatten().filter(|ends| ends.style == RouteStyle::Flow) {
        let Some(to) = &mut ends.to else { continue };
        let (Some(card), Some(sides)) =
            (cards.get(to.card as usize), edges.get_mut(to.card as usize))
        else {
            continue;
        };
        let edge = &mut sides[to.side as usize];
        if card.form == CardForm::Diamond && !to.side.is_horizontal() && edge.once & out != 0 {
            if edge.several & into == 0 {
                edge.once &= !into;
            }
            to.side = Side::Left;
            sides[Side::Left as usize].take(into);
        }
    }
}

/// The facing edges of a card and of one further left in its row that the flow goes on to, where both are
/// free.
fn straight_left(from: usize, to: usize, cards: &[Card], edges: &[[Edge; 4]]) -> Option<Ends> {
    let (source, target) = (cards.get(from)?, cards.get(to)?);
    let free = |card: usize, side: Side| {
        edges.get(card).is_some_and(|sides| sides[side as usize].once == 0)
    };
    let in_row = (source.rect.centre().y - target.rect.centre().y).abs() <= OUT_OF_LINE;
    let facing = source.rect.left() - target.rect.right() >= FACING;
    (in_row && facing && free(from, Side::Left) && free(to, Side::Right)).then(|| Ends {
        style: RouteStyle::Flow,
        from: End::new(from, Side::Left),
        to: Some(End::new(to, Side::Right)),
    })
}

/// The edges of rework and exits: where the fewest other links are.
fn late_ends(
    link: &Link,
    from: usize,
    to: Option<usize>,
    cards: &[Card],
    edges: &[[Edge; 4]],
) -> Ends {
    let taken = |card: usize, side: Side, own: Kinds| {
        let others =
            edges.get(card).map_or(0, |sides| (sides[side as usize].once & !own).count_ones());
        // A corner has no room beside its middle.
        let corner = cards.get(card).is_some_and(|card| card.form == CardForm::Diamond);
        if corner { 3 * others } else { others }
    };
    let source = cards.get(from);
    let exit = |side| Ends { style: RouteStyle::Exit, from: End::new(from, side), to: None };
    let Some(source) = source else { return exit(Side::Right) };
    let Some((to, target)) = to.and_then(|to| Some((to, cards.get(to)?))) else {
        // Out of a decision downwards: to the right goes whoever stays.
        let down = source.kind == StepKind::Decision && source.form == CardForm::Diamond;
        let order: &[Side] = if down {
            &[Side::Bottom, Side::Top, Side::Right]
        } else {
            &[Side::Right, Side::Bottom, Side::Top]
        };
        let side = order.iter().min_by_key(|side| taken(from, **side, 0));
        return exit(side.copied().unwrap_or(Side::Right));
    };
    let back = |out, into| Ends {
        style: RouteStyle::Back,
        from: End::new(from, out),
        to: Some(End::new(to, into)),
    };
    if link.to.step() == Some(link.from) {
        return back(Side::Right, Side::Top);
    }
    let up = source.rect.top() - target.rect.bottom() >= FACING;
    let down = target.rect.top() - source.rect.bottom() >= FACING;
    // Back over the customer's row, below all others, unless other links are in the way there.
    let above_first = up || (!down && source.zone <= Zone::Customer);
    let order = if above_first { [Side::Top, Side::Bottom] } else { [Side::Bottom, Side::Top] };
    let joins = kind_bit(RouteStyle::Back, true);
    let side = order
        .iter()
        .min_by_key(|side| taken(from, **side, 0) + taken(to, **side, joins))
        .copied()
        .unwrap_or(Side::Bottom);
    back(side, side)
}

/// Who gets the middle of an edge, and on which side of it the others lie: left or above is
/// negative.
const PLACES: [(RouteStyle, bool, i8); 9] = [
    (RouteStyle::Flow, true, 1),
    (RouteStyle::Flow, false, 1),
    (RouteStyle::Together, false, 1),
    (RouteStyle::Back, true, 1),
    (RouteStyle::Trigger, false, 1),
    (RouteStyle::Trigger, true, -1),
    (RouteStyle::Association, false, -1),
    (RouteStyle::Back, false, -1),
    (RouteStyle::Exit, false, 1),
];

/// Puts an end where its kind lies on its edge.
fn settle(end: &mut End, style: RouteStyle, inwards: bool, edges: &[[Edge; 4]], cards: &[Card]) {
    let (Some(sides), Some(card)) = (edges.get(end.card as usize), cards.get(end.card as usize))
    else {
        return;
    };
    let edge = sides[end.side as usize];
    let own = kind_bit(style, inwards);
    end.shared = edge.several & own != 0;
    let lone = edge.once.is_power_of_two();
    if lone || card.form == CardForm::Diamond {
        return;
    }
    let length = if end.side.is_horizontal() { card.rect.height() } else { card.rect.width() };
    let (mut left, mut right, mut first) = (0_u8, 0_u8, true);
    for (kind, inward, towards) in PLACES {
        let bit = kind_bit(kind, inward);
        if edge.once & bit == 0 {
            continue;
        }
        let place = if std::mem::take(&mut first) {
            0.0
        } else if towards < 0 {
            left += 1;
            -f32::from(left)
        } else {
            right += 1;
            f32::from(right)
        };
        if bit == own {
            let most = (length / 2.0 - EDGE_MARGIN).max(0.0);
            end.aside = (place * ASIDE.min(most)).clamp(-most, most);
            return;
        }
    }
}

impl Ends {
    /// The two places that a route joins, brought into line where they nearly are; and where it
    /// turns. Without a target both are the start.
    pub(super) fn joined(&self, cards: &[Card]) -> Option<(Port, Port, Turn)> {
        let to = self.to?;
        let mut from_port = port(&self.from, STUB.0, cards)?;
        let stub = if self.style.has_head() { STUB.1 } else { STUB.0 };
        let mut to_port = port(&to, stub, cards)?;
        let facing =
            self.from.side.is_horizontal() == to.side.is_horizontal() && self.from.side != to.side;
        if facing {
            let upright = !self.from.side.is_horizontal();
            let along = |port: &Port| if upright { port.point.x } else { port.point.y };
            let (a, b) = (along(&from_port), along(&to_port));
            if (a - b).abs() <= OUT_OF_LINE {
                let diamond = |end: &End| {
                    cards.get(end.card as usize).is_some_and(|card| card.form == CardForm::Diamond)
                };
                let (hold_from, hold_to) =
                    (self.from.shared || diamond(&self.from), to.shared || diamond(&to));
                let meet = match (hold_from, hold_to) {
                    (true, false) => Some(a),
                    (false, true) => Some(b),
                    (false, false) => Some(f32::midpoint(a, b)),
                    (true, true) => None,
                };
                if let Some(meet) = meet {
                    for port in [&mut from_port, &mut to_port] {
                        *(if upright { &mut port.point.x } else { &mut port.point.y }) = meet;
                    }
                }
            }
        }
        let turn = match (self.from.shared, to.shared) {
            (_, true) => Turn::AtEnd,
            (true, false) => Turn::AtStart,
            (false, false) => Turn::Between,
        };
        Some((from_port, to_port, turn))
    }

    /// Where a link starts that leads out of the service.
    pub(super) fn start(&self, cards: &[Card]) -> Option<Port> {
        port(&self.from, STUB.0, cards)
    }
}

fn port(end: &End, stub: f32, cards: &[Card]) -> Option<Port> {
    let card = cards.get(end.card as usize)?;
    let (rect, centre) = (card.rect, card.rect.centre());
    let corner = card.form == CardForm::Diamond && !end.side.is_horizontal();
    let stub = if corner { stub + BEYOND_NEIGHBOURS } else { stub };
    let point = match end.side {
        Side::Left => Point::new(rect.left(), centre.y + end.aside),
        Side::Right => Point::new(rect.right(), centre.y + end.aside),
        Side::Top => Point::new(centre.x + end.aside, rect.top()),
        Side::Bottom => Point::new(centre.x + end.aside, rect.bottom()),
    };
    Some(Port { card: end.card as usize, side: end.side, point, stub })
}
