//! Why a command does not apply, as keys of the localisation layer.

use std::collections::{BTreeMap, BTreeSet};

use crate::analysis::Lack;
use crate::blueprint::{LaneId, Scenario, StepId, Zone};
use crate::drawing::{Alignment, Spacing};
use crate::ui::canvas::bears_share;
use crate::ui::desk::Desk;
use crate::ui::filter;

/// What answers why not.
type Why = Option<&'static str>;

fn when(is_so: bool, why: &'static str) -> Why {
    is_so.then_some(why)
}

pub(super) fn nothing_to_undo(desk: &Desk<'_>) -> Why {
    when(desk.editor.undo_name().is_none(), "obstacle-nothing-to-undo")
}

pub(super) fn nothing_to_redo(desk: &Desk<'_>) -> Why {
    when(desk.editor.redo_name().is_none(), "obstacle-nothing-to-redo")
}

pub(super) fn no_steps_selected(desk: &Desk<'_>) -> Why {
    when(desk.editor.selection().steps.is_empty(), "obstacle-select-steps")
}

pub(super) fn nothing_selected(desk: &Desk<'_>) -> Why {
    when(desk.editor.selection().is_empty(), "obstacle-select-something")
}

pub(super) fn not_one_step(desk: &Desk<'_>) -> Why {
    when(desk.editor.selection().only_step().is_none(), "obstacle-select-one-step")
}

/// A name can be typed for one step, and a share for one link that has one.
pub(super) fn nothing_to_type(desk: &Desk<'_>) -> Why {
    let link = desk.editor.selection().only_link();
    let shares = link.is_some_and(|link| bears_share(desk.scenario, link));
    not_one_step(desk).filter(|_| !shares)
}

pub(super) fn no_steps(desk: &Desk<'_>) -> Why {
    when(desk.scenario.steps().is_empty(), "obstacle-no-steps")
}

pub(super) fn none_untimed(desk: &Desk<'_>) -> Why {
    when(filter::untimed(&desk.analysis.problems).is_empty(), "obstacle-none-untimed")
}

pub(super) fn no_filter(desk: &Desk<'_>) -> Why {
    when(!desk.filter.is_on(), "obstacle-no-filter")
}

pub(super) fn no_lane(desk: &Desk<'_>, zone: Zone) -> Why {
    when(desk.scenario.lanes_of(zone).next().is_none(), "obstacle-no-lane")
}

pub(super) fn last_scenario(desk: &Desk<'_>) -> Why {
    when(scenarios(desk) == 1, "obstacle-last-scenario")
}

pub(super) fn one_scenario(desk: &Desk<'_>) -> Why {
    when(scenarios(desk) == 1, "obstacle-one-scenario")
}

pub(super) fn not_comparing(desk: &Desk<'_>) -> Why {
    when(desk.compared.is_none(), "obstacle-not-comparing")
}

pub(super) fn first_scenario(desk: &Desk<'_>) -> Why {
    when(place_of_shown(desk) == 0, "obstacle-first-scenario")
}

pub(super) fn rightmost_scenario(desk: &Desk<'_>) -> Why {
    when(place_of_shown(desk) + 1 >= scenarios(desk), "obstacle-rightmost-scenario")
}

/// A time or people that are missing the redesign names itself, and leads there.
pub(super) fn no_capacity(desk: &Desk<'_>) -> Why {
    let capacity = &desk.analysis.capacity_per_hour;
    let can_be_named = |lack: &Lack| matches!(lack, Lack::Time(_) | Lack::Headcount(_));
    when(
        capacity.value.is_none() && !capacity.lacks.iter().any(can_be_named),
        "obstacle-no-capacity",
    )
}

pub(super) fn largest(desk: &Desk<'_>) -> Why {
    when(desk.settings.scale.larger() == desk.settings.scale, "obstacle-largest")
}

pub(super) fn smallest(desk: &Desk<'_>) -> Why {
    when(desk.settings.scale.smaller() == desk.settings.scale, "obstacle-smallest")
}

/// Two cards can be brought into line.
pub(super) fn no_line(desk: &Desk<'_>, alignment: Alignment) -> Why {
    if alignment.within_lanes() {
        fewer_in_a_lane(desk, 2, "obstacle-select-two-steps", "obstacle-two-in-a-lane")
    } else {
        fewer(desk, 2, "obstacle-select-two-steps")
    }
}

/// Three cards can be spaced out.
pub(super) fn no_row(desk: &Desk<'_>, spacing: Spacing) -> Why {
    match spacing {
        Spacing::Horizontally => fewer(desk, 3, "obstacle-select-three-steps"),
        Spacing::Vertically => {
            fewer_in_a_lane(desk, 3, "obstacle-select-three-steps", "obstacle-three-in-a-lane")
        }
    }
}

fn fewer(desk: &Desk<'_>, needed: usize, why: &'static str) -> Why {
    when(desk.editor.selection().steps.len() < needed, why)
}

fn fewer_in_a_lane(
    desk: &Desk<'_>,
    needed: usize,
    why: &'static str,
    why_in_a_lane: &'static str,
) -> Why {
    let steps = &desk.editor.selection().steps;
    fewer(desk, needed, why)
        .or_else(|| when(most_in_a_lane(desk.scenario, steps) < needed, why_in_a_lane))
}

fn most_in_a_lane(scenario: &Scenario, steps: &BTreeSet<StepId>) -> usize {
    let mut counts: BTreeMap<LaneId, usize> = BTreeMap::new();
    for step in steps.iter().filter_map(|id| scenario.steps().get(id)) {
        *counts.entry(step.lane).or_default() += 1;
    }
    counts.into_values().max().unwrap_or(0)
}

fn scenarios(desk: &Desk<'_>) -> usize {
    desk.editor.blueprint().scenarios().len()
}

/// Where the scenario that is shown stands among the tabs.
fn place_of_shown(desk: &Desk<'_>) -> usize {
    desk.editor.blueprint().position(desk.editor.scenario().id()).unwrap_or(0)
}
