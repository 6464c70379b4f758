//! Cards that are put in order step aside where they would come to lie on others.
//!
//! # What always holds
//!
//! - Of cards that step aside none lies on another one, nor on a card that stays
//!   (`cards_come_into_line_and_keep_their_lanes`).
//! - A card that is not moved steps aside only for one that is.

use super::geometry::{units, whole_units};
use super::room::CARD_GAP;
use super::rows::{EDGE, GROWN_EDGE};
use super::space::{Point, Rect};
use crate::blueprint::{LaneId, Room, Scenario, StepId};

/// Which way a card steps aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Aside {
    /// Below what is in its way.
    Down,
    /// Right of it.
    Right,
}

/// A card that is put in order: its rectangles have their height within the lane while it is open,
/// and their distance from the left edge of the sheet.
#[derive(Clone, Copy, Debug)]
pub(super) struct Put {
    pub lane: LaneId,
    pub from: Rect,
    pub to: Rect,
}

impl Put {
    fn moves(&self) -> bool {
        let (from, to) = (self.from.centre(), self.to.centre());
        (from.x - to.x).abs() >= 0.5 || (from.y - to.y).abs() >= 0.5
    }
}

/// Lets cards step aside, each for those that stood left of it or, in the same column, above it, and
/// for what lies in its lane besides. Quadratic in the cards of a lane.
pub(super) fn step_aside(puts: &mut [(StepId, Put)], others: &[(LaneId, Rect)], way: Aside) {
    puts.sort_by(|(first, a), (second, b)| {
        let (one, other) = (a.from.centre(), b.from.centre());
        a.lane
            .cmp(&b.lane)
            .then(one.x.total_cmp(&other.x))
            .then(one.y.total_cmp(&other.y))
            .then(first.cmp(second))
    });
    for in_lane in puts.chunk_by_mut(|(_, a), (_, b)| a.lane == b.lane) {
        let Some(lane) = in_lane.first().map(|(_, put)| put.lane) else { continue };
        let of_lane = others.iter().filter(|(other, _)| *other == lane);
        let stay: Vec<Rect> = of_lane.map(|(_, rect)| *rect).collect();
        let mut taken: Vec<Rect> = Vec::with_capacity(in_lane.len());
        for (_, put) in in_lane {
            // Each rectangle is passed once at most.
            for _ in 0..=taken.len() + stay.len() {
                let besides: &[Rect] = if put.moves() { &stay } else { &[] };
                let met = taken.iter().chain(besides).filter(|rect| rect.overlaps(put.to));
                let by = match way {
                    Aside::Down => met.map(|rect| rect.bottom() - put.to.top()).reduce(f32::max),
                    Aside::Right => met.map(|rect| rect.right() - put.to.left()).reduce(f32::max),
                };
                let Some(by) = by.map(|by| (by + CARD_GAP).ceil()) else { break };
                let by = match way {
                    Aside::Down => Point::new(0.0, by),
                    Aside::Right => Point::new(by, 0.0),
                };
                put.to = put.to.shifted(by);
            }
            taken.push(put.to);
        }
    }
}

/// The room that lanes need whose cards now reach lower than any did before.
pub(super) fn room_below(
    scenario: &Scenario,
    puts: &[Put],
    others: &[(LaneId, Rect)],
) -> Vec<Room> {
    let mut lanes: Vec<LaneId> = puts.iter().map(|put| put.lane).collect();
    lanes.sort_unstable();
    lanes.dedup();
    let grown = lanes.into_iter().filter_map(|lane| {
        let mine = || puts.iter().filter(|put| put.lane == lane);
        let stay = others.iter().filter(|(other, _)| *other == lane).map(|(_, rect)| rect.bottom());
        let before = mine().map(|put| put.from.bottom()).chain(stay).fold(f32::MIN, f32::max);
        let now = mine().map(|put| put.to.bottom()).fold(f32::MIN, f32::max);
        let height = scenario.lanes().get(&lane)?.height.units();
        let beyond = now + EDGE - units(height);
        // What lies below the lane already stays where it is.
        let at = height.max(whole_units(before));
        let by = whole_units((beyond + GROWN_EDGE - EDGE).ceil());
        (now > before + 0.5 && beyond > 0.5).then_some(Room::Down { lane, at, by })
    });
    grown.collect()
}
