//! How wide phases must be for their cards, and where cards go that change their phase.

use std::collections::BTreeSet;

use super::geometry::{SheetGeometry, whole_units};
use super::room::CARD_GAP;
use super::space::{Point, Rect};
use crate::blueprint::{PhaseId, PhaseWidth, Place, Room, Scenario, SheetPoint, StepId};

/// What a phase keeps free left and right of its cards, in sheet units.
const MARGIN: f32 = 10.0;

/// Where steps go, and the room that is made for them first.
pub type Moved = (Option<Room>, Vec<(StepId, Place)>);

/// The least width of a phase that still holds its cards, with a little room. Linear in the steps.
#[must_use]
pub fn least_width(geometry: &SheetGeometry, scenario: &Scenario, phase: PhaseId) -> PhaseWidth {
    let left = geometry.column_of(phase).map_or(0.0, |column| column.left);
    let held = |step: StepId| scenario.steps().get(&step).is_some_and(|s| s.phase == phase);
    let cards = geometry.cards().iter().filter(|card| held(card.step));
    let right = cards.map(|card| whole_units(card.rect.right() + MARGIN - left));
    let least = right.max().unwrap_or(PhaseWidth::LEAST);
    let least = least.clamp(PhaseWidth::LEAST, PhaseWidth::MOST);
    // Clamped above, so that the other width is never taken.
    PhaseWidth::new(least).unwrap_or(crate::blueprint::Phase::new("").width)
}

/// Where steps end up that go to a phase, and the room that it needs for them. They keep how they lie
/// to each other, and their distance from the left edge where they come from one phase and find it
/// free; else they lie right of the cards that are there. `None` for a phase that is not there.
/// Linear in the cards for each step.
#[must_use]
pub fn into_phase(
    geometry: &SheetGeometry,
    scenario: &Scenario,
    steps: &BTreeSet<StepId>,
    phase: PhaseId,
) -> Option<Moved> {
    let column = geometry.column_of(phase)?;
    let phase_of = |step: StepId| scenario.steps().get(&step).map(|step| step.phase);
    let moved: Vec<StepId> =
        steps.iter().copied().filter(|step| phase_of(*step) != Some(phase)).collect();
    let cards: Vec<(StepId, Rect)> =
        moved.iter().filter_map(|step| Some((*step, geometry.card(*step)?.rect))).collect();
    let Some(block) = cards.iter().map(|(_, rect)| *rect).reduce(Rect::union) else {
        return Some((None, Vec::new()));
    };
    let first = moved.first().and_then(|step| phase_of(*step));
    let from_one = moved.iter().all(|step| phase_of(*step) == first);
    let home = first.filter(|_| from_one).and_then(|phase| geometry.column_of(phase));
    let last_start = (column.right - MARGIN - block.width()).max(column.left + MARGIN);
    let start = home.map_or(column.left + MARGIN, |home| {
        let offset = block.left() - home.left;
        (column.left + offset).clamp(column.left + MARGIN, last_start)
    });
    let there = || {
        let stay = geometry.cards().iter().filter(|card| !steps.contains(&card.step));
        stay.filter(|card| phase_of(card.step) == Some(phase)).map(|card| card.rect)
    };
    let shifted = |start: f32| Point::new(start - block.left(), 0.0);
    let meets = |start: f32| {
        cards.iter().any(|(_, rect)| {
            let rect = rect.shifted(shifted(start));
            there().any(|other| other.overlaps(rect))
        })
    };
    let start = if meets(start) {
        there().map(|rect| rect.right() + CARD_GAP).fold(start, f32::max)
    } else {
        start
    };
    let beyond = start + block.width() + MARGIN - column.right;
    let room = (beyond > 0.5)
        .then(|| Room::Right { at: whole_units(column.right) - 1, by: whole_units(beyond.ceil()) });
    let by = shifted(start);
    let places = cards.iter().filter_map(|(step, rect)| {
        let place = scenario.steps().get(step)?.place();
        let x = whole_units(rect.centre().x + by.x - column.left);
        Some((*step, Place { phase, at: SheetPoint::new(x, place.at.y), ..place }))
    });
    Some((room, places.collect()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blueprint::{Blueprint, Phase, Step, StepKind, Zone};

    /// Two phases of 300 units, with customer actions at these distances from their left edges.
    fn drawn(first: &[i32], second: &[i32]) -> (Blueprint, [PhaseId; 2], Vec<StepId>) {
        let mut blueprint = Blueprint::empty("Office", "As-is");
        let id = blueprint.baseline().id();
        let drawn = blueprint.edit(id, |scenario, ids| {
            let (lane, _) = scenario.lanes_of(Zone::Customer).next().expect("a lane");
            let one = *scenario.phases().keys().next().expect("a phase");
            let wide = |name: &str| {
                let width = PhaseWidth::new(300)?;
                Ok(Phase { width, ..Phase::new(name) })
            };
            scenario.set_phase(one, wide("One")?)?;
            let two = scenario.add_phase(wide("Two")?, 1, ids);
            let mut steps = Vec::new();
            for (phase, xs) in [(one, first), (two, second)] {
                for x in xs {
                    let place = Place { lane, phase, at: SheetPoint::new(*x, 61) };
                    steps.push(scenario.add_step(Step::new("A", StepKind::Action, place), ids)?);
                }
            }
            Ok(([one, two], steps))
        });
        let (phases, steps) = drawn.expect("a sheet");
        (blueprint, phases, steps)
    }

    /// Puts all of the first phase into the second; the centres of all cards from the left then.
    fn put(first: &[i32], second: &[i32]) -> (Vec<f32>, f32) {
        let (mut blueprint, [_, two], steps) = drawn(first, second);
        let geometry = SheetGeometry::of(blueprint.baseline());
        let moved: BTreeSet<StepId> = steps.iter().take(first.len()).copied().collect();
        let (room, places) =
            into_phase(&geometry, blueprint.baseline(), &moved, two).expect("the phase");
        let id = blueprint.baseline().id();
        let edited = blueprint.edit(id, |scenario, _| {
            room.map_or(Ok(()), |room| scenario.make_room(room))?;
            places.into_iter().try_for_each(|(step, place)| scenario.place_step(step, place))
        });
        edited.expect("moved");
        let geometry = SheetGeometry::of(blueprint.baseline());
        let cards = geometry.cards();
        for (at, card) in cards.iter().enumerate() {
            assert!(cards[at + 1..].iter().all(|other| !card.rect.overlaps(other.rect)));
        }
        let end = geometry.column_of(two).expect("the phase").right;
        (steps.iter().map(|step| geometry.card(*step).unwrap().rect.centre().x).collect(), end)
    }

    #[test]
    fn cards_keep_how_they_lie_and_their_distance_from_the_edge() {
        let (at, end) = put(&[80, 220], &[]);
        assert_eq!((at, end), (vec![380.0, 520.0], 600.0));
    }

    #[test]
    fn a_phase_grows_for_cards_that_come_right_of_its_own() {
        let (at, end) = put(&[80, 220], &[100]);
        assert!((at[1] - at[0] - 140.0).abs() < 0.5, "{at:?}");
        assert!((at[0] - (400.0 + 62.0 + CARD_GAP + 62.0)).abs() < 0.5, "{at:?}");
        assert!(end >= at[1] + 62.0, "{end}");
    }

    #[test]
    fn a_phase_is_as_wide_as_its_cards_need_at_least() {
        let (blueprint, [one, two], _) = drawn(&[80, 200], &[]);
        let geometry = SheetGeometry::of(blueprint.baseline());
        let least = |phase| least_width(&geometry, blueprint.baseline(), phase).units();
        assert_eq!([least(one), least(two)], [272, PhaseWidth::LEAST]);
    }
}
