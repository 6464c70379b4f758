//! What differs between two scenarios, as it shows on the sheet of one of them.

use std::collections::{BTreeMap, BTreeSet};

use crate::blueprint::{LinkId, RoleField, RoleId, Scenario, Step, StepId};
use crate::drawing::{
    DifferenceMark, Differences, OldCard, OldValue, Point, Rect, Routes, SheetGeometry, Size,
};
use crate::redesign::{Comparison, Difference, LinkChange, RoleChange, StepChange};
use crate::wording::Wording;

/// How far a card must have gone on the sheet, in sheet units, for its old place to show.
const FAR: f32 = 40.0;
/// How far a card that is gone looks out from under the one that took its place.
const PEEK: f32 = 12.0;
/// What ghosts keep from each other where they would lie on one another.
const BETWEEN_GHOSTS: f32 = 6.0;

/// Whose sheet it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// That of the earlier scenario.
    Before,
    /// That of the later scenario.
    After,
}

/// What is drawn into the sheet of a side, with the words of its legend. Linear in steps and links.
#[must_use]
pub fn differences(
    comparison: &Comparison,
    before: &Scenario,
    after: &Scenario,
    side: Side,
    words: &Wording,
) -> Differences {
    let (mut differences, shown) = match side {
        Side::Before => (differences_of_before(comparison, before), before),
        Side::After => (differences_of_after(comparison, before, after), after),
    };
    if side == Side::After {
        differences.old_links = old_links(comparison, before);
    }
    let (then, now) = match side {
        Side::Before => (after, before),
        Side::After => (before, after),
    };
    for change in comparison.steps.iter().filter(|it| it.difference == Difference::Changed) {
        let values = words.values_on_card(change, then, now).into_iter();
        let values: Vec<OldValue> = values.map(|(was, is)| OldValue { was, is }).collect();
        if !values.is_empty() {
            differences.values.insert(change.step, values);
        }
    }
    staff_values(&mut differences, comparison, then, now);
    mark_staff(&mut differences, comparison, shown);
    differences.links = link_marks(comparison, shown);
    differences.legend = legend(&differences, words);
    differences
}

fn mark(change: &StepChange) -> DifferenceMark {
    match (change.difference, &change.moved) {
        (Difference::Added, _) => DifferenceMark::Added,
        (Difference::Removed, _) => DifferenceMark::Removed,
        (Difference::Changed, Some(_)) => DifferenceMark::Moved,
        (Difference::Changed, None) => DifferenceMark::Changed,
    }
}

/// The sheet of the later scenario: marks, and ghosts of what was elsewhere or is gone.
fn differences_of_after(
    comparison: &Comparison,
    before: &Scenario,
    after: &Scenario,
) -> Differences {
    let mut differences = Differences::default();
    if comparison.steps.is_empty() {
        return differences;
    }
    let (was, is) = (SheetGeometry::of(before), SheetGeometry::of(after));
    for change in &comparison.steps {
        if change.difference != Difference::Removed {
            differences.cards.insert(change.step, mark(change));
        }
        let gone = change.difference == Difference::Removed;
        if !gone && change.moved.is_none() {
            continue;
        }
        let (Some(step), Some(card)) = (before.steps().get(&change.step), was.card(change.step))
        else {
            continue;
        };
        let now = is.card(change.step).map(|card| card.rect.centre());
        let Some(centre) = old_centre(step, card.rect.centre(), now, &is) else { continue };
        let covered = gone && is_covered(&is, Rect::centred(centre, card.form.size()));
        // A card that is gone would be lost under the one that took its place.
        let centre = if covered { centre + Point::new(PEEK, PEEK) } else { centre };
        let centre = beside_others(centre, card.form.size(), &differences.old);
        differences.old.push(OldCard {
            step: change.step,
            name: step.name.clone(),
            form: card.form,
            centre,
            stays: !gone,
            peeks: covered,
        });
    }
    differences
}

/// Where a card was, on the sheet as it is: at its place in its lane and phase where these are
/// still there, else where it lay on the old sheet. `None` where it still lies there.
fn old_centre(step: &Step, was: Point, now: Option<Point>, is: &SheetGeometry) -> Option<Point> {
    let away = |point: &Point| now.is_none_or(|now| now.distance(*point) > FAR);
    is.point_of(step.place()).filter(away).or_else(|| Some(was).filter(away))
}

/// The nearest place for a ghost on which no other lies: below, else above the one that is there.
fn beside_others(centre: Point, size: Size, others: &[OldCard]) -> Point {
    let is_free = |at: &Point| {
        let rect = Rect::centred(*at, size);
        !others.iter().any(|it| Rect::centred(it.centre, it.form.size()).overlaps(rect))
    };
    let step = size.height + BETWEEN_GHOSTS;
    let places = (0..=others.len()).flat_map(|at| {
        let away = step * at as f32;
        [Point::new(0.0, away), Point::new(0.0, -away)]
    });
    places.map(|away| centre + away).find(is_free).unwrap_or(centre)
}

/// Whether a card of the sheet lies over the middle of a rectangle.
fn is_covered(sheet: &SheetGeometry, rect: Rect) -> bool {
    let centre = rect.centre();
    let over = |step: &StepId| sheet.card(*step).is_some_and(|card| card.rect.contains(centre));
    sheet.cards_in(rect).iter().any(over)
}

/// The sheet of the earlier scenario: what will be gone, changed or moved.
fn differences_of_before(comparison: &Comparison, before: &Scenario) -> Differences {
    let here = |change: &&StepChange| before.steps().contains_key(&change.step);
    let cards: BTreeMap<_, _> =
        comparison.steps.iter().filter(here).map(|change| (change.step, mark(change))).collect();
    Differences { cards, ..Differences::default() }
}

/// Marks the cards of roles that have more or fewer people, where nothing else of them differs.
fn mark_staff(differences: &mut Differences, comparison: &Comparison, shown: &Scenario) {
    let headcount = |change: &&RoleChange| change.fields.contains(&RoleField::Headcount);
    let roles: BTreeSet<RoleId> =
        comparison.roles.iter().filter(headcount).map(|change| change.role).collect();
    if roles.is_empty() {
        return;
    }
    for (id, step) in shown.steps() {
        let mut needed = step.needs.iter().flat_map(|need| &need.roles);
        if needed.any(|role| roles.contains(role)) {
            differences.cards.entry(*id).or_insert(DifferenceMark::Changed);
        }
    }
}

/// How many there were of a role, on the cards that it does alone.
fn staff_values(
    differences: &mut Differences,
    comparison: &Comparison,
    then: &Scenario,
    now: &Scenario,
) {
    for change in comparison.roles.iter().filter(|it| it.fields.contains(&RoleField::Headcount)) {
        let count = |of: &Scenario| of.roles().get(&change.role).map(|role| role.headcount);
        let (Some(was), Some(is)) = (count(then), count(now)) else { continue };
        for (id, step) in now.steps() {
            let is_alone = matches!(step.needs.as_slice(),
                [need] if need.roles.as_slice() == [change.role]);
            if is_alone {
                let value = OldValue { was: format!("× {was}"), is: format!("× {is}") };
                differences.values.entry(*id).or_default().push(value);
            }
        }
    }
}

/// How the links ran that are gone from the later scenario.
fn old_links(comparison: &Comparison, before: &Scenario) -> Vec<Vec<Point>> {
    let gone = comparison.links.iter().filter(|change| change.difference == Difference::Removed);
    let gone: BTreeSet<LinkId> = gone.map(|change| change.link).collect();
    if gone.is_empty() {
        return Vec::new();
    }
    let routes = Routes::of(before, &SheetGeometry::of(before));
    let ran = routes.all().iter().filter(|route| gone.contains(&route.link));
    ran.map(|route| route.points.to_vec()).collect()
}

/// The marks of the links of the scenario that is shown.
fn link_marks(comparison: &Comparison, shown: &Scenario) -> BTreeMap<LinkId, DifferenceMark> {
    let here = |change: &&LinkChange| shown.links().contains_key(&change.link);
    let mark = |change: &LinkChange| match change.difference {
        Difference::Added => DifferenceMark::Added,
        Difference::Removed => DifferenceMark::Removed,
        Difference::Changed => DifferenceMark::Changed,
    };
    comparison.links.iter().filter(here).map(|change| (change.link, mark(change))).collect()
}

/// The words of the marks that occur.
fn legend(differences: &Differences, words: &Wording) -> Vec<(DifferenceMark, String)> {
    let occurs = |mark: &DifferenceMark| {
        differences.cards.values().chain(differences.links.values()).any(|other| other == mark)
            || *mark == DifferenceMark::Removed
                && (!differences.old_links.is_empty()
                    || differences.old.iter().any(|old| !old.stays))
    };
    let named = |mark| {
        let word = match mark {
            DifferenceMark::Added => words.text("compare-legend-added"),
            DifferenceMark::Removed => words.text("compare-legend-removed"),
            DifferenceMark::Changed => words.text("compare-legend-changed"),
            DifferenceMark::Moved => words.text("compare-legend-moved"),
        };
        (mark, word.to_owned())
    };
    DifferenceMark::ALL.into_iter().filter(occurs).map(named).collect()
}
