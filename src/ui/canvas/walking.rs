//! From card to card by keyboard: along the flow, and by where cards lie.

use std::collections::BTreeMap;

use crate::blueprint::{LinkKind, Scenario, StepId};
use crate::drawing::{Point, SheetGeometry};
use crate::ui::towards::Towards;

/// All steps in the order in which one reads them: what comes first in the flow first, a moment's
/// steps from top to bottom, and of what is independent the leftmost first. Loops are entered where
/// they lie farthest to the left. For `n` steps and `m` links O((n + m) log n).
pub(super) fn reading_order(scenario: &Scenario, geometry: &SheetGeometry) -> Vec<StepId> {
    let mut moment_of: BTreeMap<StepId, usize> = BTreeMap::new();
    let mut moments: Vec<Moment> = Vec::new();
    for (id, _) in scenario.steps() {
        if moment_of.contains_key(id) {
            continue;
        }
        let mut steps = scenario.moment_of(*id);
        let centre = |step: &StepId| {
            geometry.card(*step).map_or(Point::new(0.0, 0.0), |card| card.rect.centre())
        };
        steps.sort_by(|a, b| {
            let (a, b) = (centre(a), centre(b));
            a.y.total_cmp(&b.y).then(a.x.total_cmp(&b.x))
        });
        let left = steps.iter().map(|step| centre(step).x).fold(f32::MAX, f32::min);
        let top = steps.first().map_or(0.0, |step| centre(step).y);
        moment_of.extend(steps.iter().map(|step| (*step, moments.len())));
        moments.push(Moment { steps, at: (left, top), open: 0, next: Vec::new() });
    }
    for link in scenario.links().values().filter(|link| link.kind != LinkKind::Together) {
        let ends = moment_of.get(&link.from).zip(link.to.step().and_then(|to| moment_of.get(&to)));
        if let Some((&from, &to)) = ends.filter(|(from, to)| from != to) {
            if let Some(moment) = moments.get_mut(from) {
                moment.next.push(to);
            }
            if let Some(moment) = moments.get_mut(to) {
                moment.open += 1;
            }
        }
    }
    let mut waiting: Vec<usize> = (0..moments.len()).collect();
    let place = |moments: &[Moment], at: usize| moments.get(at).map_or((0.0, 0.0), |m| m.at);
    waiting.sort_by(|a, b| {
        let (a, b) = (place(&moments, *a), place(&moments, *b));
        a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1))
    });
    let mut order = Vec::with_capacity(scenario.steps().len());
    while !waiting.is_empty() {
        // The leftmost that nothing else leads to; in a loop simply the leftmost.
        let ready = waiting.iter().position(|at| moments.get(*at).is_some_and(|m| m.open == 0));
        let chosen = waiting.remove(ready.unwrap_or(0));
        let Some(moment) = moments.get_mut(chosen) else { continue };
        order.append(&mut moment.steps);
        for next in std::mem::take(&mut moment.next) {
            if let Some(moment) = moments.get_mut(next) {
                moment.open = moment.open.saturating_sub(1);
            }
        }
    }
    order
}

/// Steps that happen at the same time.
struct Moment {
    steps: Vec<StepId>,
    at: (f32, f32),
    /// How many links from moments that were not read yet lead here.
    open: usize,
    next: Vec<usize>,
}

/// The card that one means by an arrow: in that direction, near, and rather straight ahead.
pub(super) fn nearest_towards(
    geometry: &SheetGeometry,
    from: StepId,
    towards: Towards,
    may: impl Fn(StepId) -> bool,
) -> Option<StepId> {
    let here = geometry.card(from)?.rect.centre();
    geometry
        .cards()
        .iter()
        .filter(|card| card.step != from && may(card.step))
        .filter_map(|card| {
            let away = card.rect.centre() - here;
            let (along, across) = match towards {
                Towards::Left => (-away.x, away.y),
                Towards::Right => (away.x, away.y),
                Towards::Up => (-away.y, away.x),
                Towards::Down => (away.y, away.x),
            };
            (along > 1.0).then(|| (along + 2.0 * across.abs(), card.step))
        })
        .min_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, step)| step)
}
