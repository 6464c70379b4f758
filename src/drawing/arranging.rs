//! Bringing selected cards into line, and spacing them out evenly.
//!
//! No card leaves its lane: upper edges, middles and lower edges are brought into line
//! lane by lane. None comes to lie on another: what would do so steps aside, across the way in which
//! it was moved.

use std::collections::BTreeSet;

use super::aside::{Aside, Put, room_below, step_aside};
use super::card::{Card, CardForm};
use super::geometry::{SheetGeometry, units, whole_units};
use super::room::CARD_GAP;
use super::space::{Point, Rect};
use crate::blueprint::{LaneId, Place, Room, Scenario, StepId};

/// What is brought into line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Alignment {
    /// Left edges.
    Left,
    /// Middles, one below another.
    Centre,
    /// Right edges.
    Right,
    /// Upper edges, within each lane.
    Top,
    /// Middles, side by side, within each lane.
    Middle,
    /// Lower edges, within each lane.
    Bottom,
}

/// Along which way cards are spaced out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Spacing {
    /// Side by side; cards of several lanes that stand in one column stay in it.
    Horizontally,
    /// One below another, within each lane.
    Vertically,
}

/// Where cards end up that are put in order, and the room that is made for them first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Arranged {
    /// What grows first.
    pub rooms: Vec<Room>,
    /// Where the steps lie then; cards that stay where they are have their old place.
    pub places: Vec<(StepId, Place)>,
}

/// How far apart the middles of two cards may lie that stand in one column.
const SAME_COLUMN: f32 = 6.0;

/// A card that is to be moved.
struct Moving<'a> {
    card: &'a Card,
    lane: LaneId,
    /// How far to the right and down.
    by: (f32, f32),
}

impl Alignment {
    /// All of them: across first, then up and down.
    pub const ALL: [Self; 6] =
        [Self::Left, Self::Centre, Self::Right, Self::Top, Self::Middle, Self::Bottom];

    /// Whether cards move up and down, so that only cards of one lane come into line.
    #[must_use]
    pub fn within_lanes(self) -> bool {
        matches!(self, Self::Top | Self::Middle | Self::Bottom)
    }
}

/// Where steps end up that are brought into line. Cards that stay where they are have their
/// old place; steps that are not on the sheet are left out. Of cards of a lane that would lie on
/// others, the later ones come below them where the line is upright, else right of them. Quadratic
/// in the number of steps of a lane.
#[must_use]
pub fn align(
    scenario: &Scenario,
    geometry: &SheetGeometry,
    steps: &BTreeSet<StepId>,
    alignment: Alignment,
) -> Arranged {
    let mut cards = moving(scenario, geometry, steps);
    let low = |cards: &[Moving], edge: fn(&Card) -> f32| {
        cards.iter().map(|moving| edge(moving.card)).fold(f32::INFINITY, f32::min)
    };
    let high = |cards: &[Moving], edge: fn(&Card) -> f32| {
        cards.iter().map(|moving| edge(moving.card)).fold(f32::NEG_INFINITY, f32::max)
    };
    let (left, right) = (|card: &Card| card.rect.left(), |card: &Card| card.rect.right());
    let (top, bottom) = (|card: &Card| card.rect.top(), |card: &Card| card.rect.bottom());
    let line_up = |cards: &mut [Moving]| {
        let (least_x, most_x) = (low(cards, left), high(cards, right));
        let (least_y, most_y) = (low(cards, top), high(cards, bottom));
        for Moving { card, by, .. } in cards {
            let centre = card.rect.centre();
            *by = match alignment {
                Alignment::Left => (least_x - card.rect.left(), 0.0),
                Alignment::Centre => (f32::midpoint(least_x, most_x) - centre.x, 0.0),
                Alignment::Right => (most_x - card.rect.right(), 0.0),
                Alignment::Top => (0.0, least_y - card.rect.top()),
                Alignment::Middle => (0.0, f32::midpoint(least_y, most_y) - centre.y),
                Alignment::Bottom => (0.0, most_y - card.rect.bottom()),
            };
        }
    };
    if alignment.within_lanes() {
        in_each_lane(&mut cards, line_up);
    } else {
        line_up(&mut cards);
    }
    let way = if alignment.within_lanes() { Aside::Right } else { Aside::Down };
    arranged(scenario, geometry, &cards, way)
}

/// Where steps end up so that the gaps between them are equal; the outermost stay, unless there is
/// no room between them: then the others follow the first with the usual gaps. Otherwise as
/// [`align`].
#[must_use]
pub fn distribute(
    scenario: &Scenario,
    geometry: &SheetGeometry,
    steps: &BTreeSet<StepId>,
    spacing: Spacing,
) -> Arranged {
    let mut cards = moving(scenario, geometry, steps);
    match spacing {
        Spacing::Horizontally => {
            let centre = |moving: &Moving| moving.card.rect.centre().x;
            cards.sort_by(|a, b| {
                centre(a).total_cmp(&centre(b)).then(a.card.step.cmp(&b.card.step))
            });
            let extents = |moving: &Moving| (moving.card.rect.left(), moving.card.rect.right());
            let across = |moving: &Moving| (moving.card.rect.top(), moving.card.rect.bottom());
            let set = |moving: &mut Moving, by| moving.by.0 = by;
            space_out(&mut columns(&mut cards), extents, across, set);
        }
        Spacing::Vertically => in_each_lane(&mut cards, |cards| {
            let centre = |moving: &Moving| moving.card.rect.centre().y;
            cards.sort_by(|a, b| {
                centre(a).total_cmp(&centre(b)).then(a.card.step.cmp(&b.card.step))
            });
            let extents = |moving: &Moving| (moving.card.rect.top(), moving.card.rect.bottom());
            let across = |moving: &Moving| (moving.card.rect.left(), moving.card.rect.right());
            let mut alone: Vec<&mut [Moving]> = cards.chunks_mut(1).collect();
            space_out(&mut alone, extents, across, |moving, by| moving.by.1 = by);
        }),
    }
    let way = match spacing {
        Spacing::Horizontally => Aside::Down,
        Spacing::Vertically => Aside::Right,
    };
    arranged(scenario, geometry, &cards, way)
}

fn moving<'a>(
    scenario: &Scenario,
    geometry: &'a SheetGeometry,
    steps: &BTreeSet<StepId>,
) -> Vec<Moving<'a>> {
    steps
        .iter()
        .filter_map(|id| {
            let lane = scenario.steps().get(id)?.lane;
            Some(Moving { card: geometry.card(*id)?, lane, by: (0.0, 0.0) })
        })
        .collect()
}

/// Does something with the cards of each lane by themselves.
fn in_each_lane<'a>(cards: &mut [Moving<'a>], mut act: impl FnMut(&mut [Moving<'a>])) {
    cards.sort_by_key(|moving| (moving.lane, moving.card.step));
    cards.chunk_by_mut(|a, b| a.lane == b.lane).for_each(&mut act);
}

/// Splits cards that are sorted from left to right into columns: a column holds one card of a lane,
/// and those of other lanes that stand above and below it.
fn columns<'a, 'b>(cards: &'b mut [Moving<'a>]) -> Vec<&'b mut [Moving<'a>]> {
    let mut columns = Vec::new();
    let mut rest = cards;
    while let Some(first) = rest.first() {
        let from = first.card.rect.centre().x;
        let mut lanes = BTreeSet::new();
        let count = rest
            .iter()
            .take_while(|moving| {
                moving.card.rect.centre().x - from <= SAME_COLUMN && lanes.insert(moving.lane)
            })
            .count();
        let (column, others) = rest.split_at_mut(count);
        columns.push(column);
        rest = others;
    }
    columns
}

/// Moves groups so that the gaps between them are equal. `extents` says where a card begins and
/// ends, `across` how far it reaches the other way.
fn space_out<'a>(
    groups: &mut [&mut [Moving<'a>]],
    extents: impl Fn(&Moving<'a>) -> (f32, f32),
    across: impl Fn(&Moving<'a>) -> (f32, f32),
    mut set: impl FnMut(&mut Moving<'a>, f32),
) {
    let spans: Vec<(f32, f32)> = groups
        .iter()
        .map(|group| {
            group.iter().map(&extents).fold((f32::INFINITY, f32::NEG_INFINITY), |all, one| {
                (all.0.min(one.0), all.1.max(one.1))
            })
        })
        .collect();
    let (Some(first), Some(last), true) = (spans.first(), spans.last(), spans.len() > 2) else {
        return;
    };
    let filled: f32 = spans.iter().map(|(from, to)| to - from).sum();
    let mut gap = (last.1 - first.0 - filled) / (spans.len() - 1) as f32;
    let meet = |(a, b): (&Moving<'a>, &Moving<'a>)| {
        let (one, other) = (across(a), across(b));
        a.lane == b.lane && one.0 < other.1 && other.0 < one.1
    };
    let mut neighbours = groups.windows(2).filter_map(|pair| pair.first().zip(pair.last()));
    // Cards of different lanes may stand above one another; those of a lane need the room.
    let crowded = gap < 0.0
        && neighbours.any(|(a, b)| a.iter().any(|one| b.iter().any(|other| meet((one, other)))));
    if crowded {
        gap = CARD_GAP;
    }
    let mut next = first.0;
    let stays = spans.len() - 1;
    for (at, (group, (from, to))) in groups.iter_mut().zip(&spans).enumerate() {
        if at > 0 && (at < stays || crowded) {
            for moving in group.iter_mut() {
                set(moving, next - from);
            }
        }
        next += to - from + gap;
    }
}

/// The places of cards that were moved, each on no other, and the room that they need.
fn arranged(
    scenario: &Scenario,
    geometry: &SheetGeometry,
    cards: &[Moving],
    way: Aside,
) -> Arranged {
    let mut puts: Vec<(StepId, Put)> = Vec::with_capacity(cards.len());
    for Moving { card, lane, by } in cards {
        let Some(from) = open_rect(scenario, geometry, card) else { continue };
        // In whole units, so that what is brought into line twice stays where it is.
        let centre = card.rect.centre();
        let x = if by.0.abs() >= 0.5 { (centre.x + by.0).round() - centre.x } else { 0.0 };
        let y = (centre.y + by.1).round() - centre.y.round();
        puts.push((card.step, Put { lane: *lane, from, to: from.shifted(Point::new(x, y)) }));
    }
    let moved: BTreeSet<StepId> = puts.iter().map(|(step, _)| *step).collect();
    let others: Vec<(LaneId, Rect)> = geometry
        .cards()
        .iter()
        .filter(|card| !moved.contains(&card.step))
        .filter_map(|card| {
            let lane = scenario.steps().get(&card.step)?.lane;
            Some((lane, open_rect(scenario, geometry, card)?))
        })
        .collect();
    step_aside(&mut puts, &others, way);
    let only: Vec<Put> = puts.iter().map(|(_, put)| *put).collect();
    let rooms = room_below(scenario, &only, &others);
    let places = puts.iter().filter_map(|(step, put)| {
        let mut place = scenario.steps().get(step)?.place();
        let (from, to) = (put.from.centre(), put.to.centre());
        place.at.y += whole_units(to.y - from.y);
        // A card beside the sheet belongs to the phase next to it.
        let columns = geometry.columns();
        let beside = if to.x < 0.0 { columns.first() } else { columns.last() };
        if (to.x - from.x).abs() >= 0.5
            && let Some(column) = geometry.column_at(to.x).or(beside)
        {
            place.phase = column.phase;
            place.at.x = whole_units(to.x - column.left);
        }
        Some((*step, place))
    });
    let mut places: Vec<(StepId, Place)> = places.collect();
    places.sort_unstable_by_key(|(step, _)| *step);
    Arranged { rooms, places }
}

/// Where a card lies: so far from the left edge of the sheet, and so far down in its lane while that
/// is open.
fn open_rect(scenario: &Scenario, geometry: &SheetGeometry, card: &Card) -> Option<Rect> {
    let step = scenario.steps().get(&card.step)?;
    let left = geometry.column_of(step.phase)?.left;
    let centre = Point::new(left + units(step.at.x), units(step.at.y));
    Some(Rect::centred(centre, CardForm::of(step, card.zone).size()))
}
