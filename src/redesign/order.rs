//! Which steps come at another place in the order of the sheet, from left to right.

use rustc_hash::FxHashMap;

use crate::blueprint::{PhaseId, Scenario, StepId};

/// The fewest steps of two scenarios that must be taken out until the rest stand in the same order
/// from left to right, sorted by identity. Only steps that flow in both count; cards above one
/// another stand in no order.
///
/// What stays is a longest non-decreasing subsequence (Fredman 1975), O(n log n). Of several, which
/// one is taken depends on the pair alone, not on which scenario comes first.
pub(super) fn reordered(a: &Scenario, b: &Scenario) -> Vec<StepId> {
    let (left_a, left_b) = (lefts(a), lefts(b));
    let mut cards: Vec<Card> = a
        .steps()
        .iter()
        .filter_map(|(id, before)| {
            let after = b.steps().get(id)?;
            let both = before.kind.flows() && after.kind.flows();
            let x = |lefts: &FxHashMap<PhaseId, i64>, step: &crate::blueprint::Step| {
                Some(*lefts.get(&step.phase)? + i64::from(step.at.x))
            };
            let card = Card { step: *id, key: x(&left_a, before)?, value: x(&left_b, after)? };
            both.then_some(card)
        })
        .collect();
    let mut turned: Vec<Card> = cards.iter().map(|card| card.turned()).collect();
    cards.sort_unstable_by_key(|card| (card.key, card.value, card.step));
    turned.sort_unstable_by_key(|card| (card.key, card.value, card.step));
    let canonical = cards.min(turned);
    let mut moved = outside_longest_run(&canonical);
    moved.sort_unstable();
    moved
}

/// A step's distance from the left in one scenario, by which it is sorted, and in the other.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Card {
    key: i64,
    value: i64,
    step: StepId,
}

impl Card {
    fn turned(self) -> Self {
        Self { key: self.value, value: self.key, step: self.step }
    }
}

/// Where each phase begins.
fn lefts(scenario: &Scenario) -> FxHashMap<PhaseId, i64> {
    let mut left = 0;
    let mut lefts = FxHashMap::default();
    for (id, phase) in scenario.phases() {
        lefts.insert(*id, left);
        left += i64::from(phase.width.units());
    }
    lefts
}

/// The cards outside a longest non-decreasing run of their values.
fn outside_longest_run(cards: &[Card]) -> Vec<StepId> {
    // For each length, the run of that length with the least end; and for each card the one before.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(cards.len());
    let value = |at: usize| cards.get(at).map_or(i64::MAX, |card| card.value);
    for (at, card) in cards.iter().enumerate() {
        let length = ends.partition_point(|end| value(*end) <= card.value);
        before.push(length.checked_sub(1).and_then(|shorter| ends.get(shorter).copied()));
        match ends.get_mut(length) {
            Some(end) => *end = at,
            None => ends.push(at),
        }
    }
    let mut outside = vec![true; cards.len()];
    let mut next = ends.last().copied();
    while let Some(at) = next {
        if let Some(stays) = outside.get_mut(at) {
            *stays = false;
        }
        next = before.get(at).copied().flatten();
    }
    cards.iter().zip(outside).filter(|(_, outside)| *outside).map(|(card, _)| card.step).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blueprint::Id;

    fn outside(values: &[i64]) -> Vec<u32> {
        let cards: Vec<Card> = (0..)
            .zip(values)
            .map(|(at, value)| Card {
                key: i64::from(at),
                value: *value,
                step: StepId::from_number(at),
            })
            .collect();
        outside_longest_run(&cards).into_iter().map(Id::number).collect()
    }

    #[test]
    fn one_step_that_moved_to_the_end_is_the_one() {
        assert_eq!(outside(&[9, 1, 2, 3]), [0]);
    }

    #[test]
    fn steps_above_one_another_stand_in_no_order() {
        assert!(outside(&[1, 1, 2, 2]).is_empty());
    }

    #[test]
    fn nothing_has_no_order() {
        assert!(outside(&[]).is_empty());
    }
}
