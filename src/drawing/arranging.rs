//! Bringing selected cards into line, and spacing them out evenly.
//!
//! No card leaves its lane: upper edges, middles and lower edges are brought into line
//! lane by lane.

use std::collections::BTreeSet;

use super::card::Card;
use super::geometry::{SheetGeometry, whole_units};
use crate::blueprint::{LaneId, Place, Scenario, StepId};

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
/// old place; steps that are not on the sheet are left out. `n log n` in the number of steps, and
/// linear in lanes and phases for each.
#[must_use]
pub fn align(
    scenario: &Scenario,
    geometry: &SheetGeometry,
    steps: &BTreeSet<StepId>,
    alignment: Alignment,
) -> Vec<(StepId, Place)> {
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
    places(scenario, geometry, &cards)
}

/// Where steps end up so that the gaps between them are equal; the outermost stay. Otherwise
/// as [`align`].
#[must_use]
pub fn distribute(
    scenario: &Scenario,
    geometry: &SheetGeometry,
    steps: &BTreeSet<StepId>,
    spacing: Spacing,
) -> Vec<(StepId, Place)> {
    let mut cards = moving(scenario, geometry, steps);
    match spacing {
        Spacing::Horizontally => {
            let centre = |moving: &Moving| moving.card.rect.centre().x;
            cards.sort_by(|a, b| {
                centre(a).total_cmp(&centre(b)).then(a.card.step.cmp(&b.card.step))
            });
            let extents = |moving: &Moving| (moving.card.rect.left(), moving.card.rect.right());
            space_out(&mut columns(&mut cards), extents, |moving, by| moving.by.0 = by);
        }
        Spacing::Vertically => in_each_lane(&mut cards, |cards| {
            let centre = |moving: &Moving| moving.card.rect.centre().y;
            cards.sort_by(|a, b| {
                centre(a).total_cmp(&centre(b)).then(a.card.step.cmp(&b.card.step))
            });
            let extents = |moving: &Moving| (moving.card.rect.top(), moving.card.rect.bottom());
            let mut alone: Vec<&mut [Moving]> = cards.chunks_mut(1).collect();
            space_out(&mut alone, extents, |moving, by| moving.by.1 = by);
        }),
    }
    places(scenario, geometry, &cards)
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
/// ends.
fn space_out<'a>(
    groups: &mut [&mut [Moving<'a>]],
    extents: impl Fn(&Moving<'a>) -> (f32, f32),
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
    let gap = (last.1 - first.0 - filled) / (spans.len() - 1) as f32;
    let mut next = first.0;
    let inner = 1..spans.len() - 1;
    for (at, (group, (from, to))) in groups.iter_mut().zip(&spans).enumerate() {
        if inner.contains(&at) {
            for moving in group.iter_mut() {
                set(moving, next - from);
            }
        }
        next += to - from + gap;
    }
}

fn places(scenario: &Scenario, geometry: &SheetGeometry, cards: &[Moving]) -> Vec<(StepId, Place)> {
    let mut places: Vec<(StepId, Place)> = cards
        .iter()
        .filter_map(|Moving { card, by, .. }| {
            let mut place = scenario.steps().get(&card.step)?.place();
            // In whole units, so that what is brought into line twice stays where it is.
            let centre = card.rect.centre();
            let x = (centre.x + by.0).round();
            place.at.y += whole_units((centre.y + by.1).round() - centre.y);
            // A card beside the sheet belongs to the phase next to it.
            let columns = geometry.columns();
            let beside = if x < 0.0 { columns.first() } else { columns.last() };
            if by.0.abs() >= 0.5
                && let Some(column) = geometry.column_at(x).or(beside)
            {
                place.phase = column.phase;
                place.at.x = whole_units(x - column.left);
            }
            Some((card.step, place))
        })
        .collect();
    places.sort_unstable_by_key(|(step, _)| *step);
    places
}
