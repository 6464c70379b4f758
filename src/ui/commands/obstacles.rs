//! Why a command does not apply, as keys of the localisation layer.

use std::collections::{BTreeMap, BTreeSet};

use crate::analysis::Lack;
use crate::blueprint::{LaneId, Line, Scenario, StepId, Zone};
use crate::drawing::{Alignment, Spacing};
use crate::ui::canvas::{lane_edit, lane_meant};
use crate::ui::filter;
use crate::ui::lane_act::LaneAct;
use crate::ui::view_context::ViewContext;

/// What answers why not.
type Why = Option<&'static str>;

fn when(is_so: bool, why: &'static str) -> Why {
    is_so.then_some(why)
}

pub(super) fn nothing_to_undo(view: &ViewContext<'_>) -> Why {
    // What is under way, such as a card that arrows move, is ended and taken back.
    let under_way = view.editor.in_gesture() && view.editor.trial().is_none();
    when(view.editor.undo_name().is_none() && !under_way, "obstacle-nothing-to-undo")
}

pub(super) fn nothing_to_redo(view: &ViewContext<'_>) -> Why {
    when(view.editor.redo_name().is_none(), "obstacle-nothing-to-redo")
}

pub(super) fn nothing_unsaved(view: &ViewContext<'_>) -> Why {
    when(!view.editor.is_modified(), "obstacle-nothing-unsaved")
}

pub(super) fn no_steps_selected(view: &ViewContext<'_>) -> Why {
    when(view.editor.selection().steps.is_empty(), "obstacle-select-steps")
}

pub(super) fn nothing_selected(view: &ViewContext<'_>) -> Why {
    when(view.editor.selection().is_empty(), "obstacle-select-something")
}

pub(super) fn not_one_step(view: &ViewContext<'_>) -> Why {
    when(view.editor.selection().only_step().is_none(), "obstacle-select-one-step")
}

/// A name can be typed for one step, and a label for one link.
pub(super) fn nothing_to_type(view: &ViewContext<'_>) -> Why {
    let link = view.editor.selection().only_link();
    not_one_step(view).filter(|_| link.is_none())
}

pub(super) fn no_notes(view: &ViewContext<'_>) -> Why {
    when(view.notes == 0, "obstacle-no-notes")
}

pub(super) fn nothing_said(view: &ViewContext<'_>) -> Why {
    when(view.editor.blueprint().discussion().is_empty(), "obstacle-nothing-said")
}

pub(super) fn no_steps(view: &ViewContext<'_>) -> Why {
    when(view.scenario.steps().is_empty(), "obstacle-no-steps")
}

pub(super) fn none_untimed(view: &ViewContext<'_>) -> Why {
    when(filter::untimed(&view.analysis.problems).is_empty(), "obstacle-none-untimed")
}

pub(super) fn no_filter(view: &ViewContext<'_>) -> Why {
    when(!view.filter.is_on(), "obstacle-no-filter")
}

pub(super) fn no_lane(view: &ViewContext<'_>, zone: Zone) -> Why {
    when(view.scenario.lanes_of(zone).next().is_none(), "obstacle-no-lane")
}

/// Something can be done with the lane that is meant.
pub(super) fn not_on_lane(view: &ViewContext<'_>, act: LaneAct) -> Why {
    let Some(lane) = lane_meant(view.scenario, view.editor.selection()) else {
        return Some("obstacle-select-lane");
    };
    let is_edit = !matches!(act, LaneAct::Rename | LaneAct::Remove);
    when(is_edit && lane_edit(view.scenario, lane, act).is_none(), "hand-no-lane-there")
}

pub(super) fn no_lane_beside(view: &ViewContext<'_>, line: Line, up: bool) -> Why {
    when(view.scenario.lane_beside(line, up).is_none(), "line-no-lane")
}

pub(super) fn last_scenario(view: &ViewContext<'_>) -> Why {
    when(scenarios(view) == 1, "obstacle-last-scenario")
}

pub(super) fn one_scenario(view: &ViewContext<'_>) -> Why {
    when(scenarios(view) == 1, "obstacle-one-scenario")
}

pub(super) fn not_comparing(view: &ViewContext<'_>) -> Why {
    when(view.compared.is_none(), "obstacle-not-comparing")
}

pub(super) fn first_scenario(view: &ViewContext<'_>) -> Why {
    when(place_of_shown(view) == 0, "obstacle-first-scenario")
}

pub(super) fn rightmost_scenario(view: &ViewContext<'_>) -> Why {
    when(place_of_shown(view) + 1 >= scenarios(view), "obstacle-rightmost-scenario")
}

pub(super) fn no_chart(view: &ViewContext<'_>) -> Why {
    let is_shown = view.settings.table || view.bottom.enlarged;
    let is_picture = view.bottom.has_chart() || view.bottom.tab.is_picture();
    when(!is_picture || !is_shown, "obstacle-no-chart")
}

/// A time or people that are missing the redesign names itself, and leads there.
pub(super) fn no_capacity(view: &ViewContext<'_>) -> Why {
    let capacity = &view.analysis.capacity_per_hour;
    let can_be_named = |lack: &Lack| matches!(lack, Lack::Time(_) | Lack::Headcount(_));
    when(
        capacity.value.is_none() && !capacity.lacks.iter().any(can_be_named),
        "obstacle-no-capacity",
    )
}

pub(super) fn largest(view: &ViewContext<'_>) -> Why {
    when(view.settings.scale.larger() == view.settings.scale, "obstacle-largest")
}

pub(super) fn smallest(view: &ViewContext<'_>) -> Why {
    when(view.settings.scale.smaller() == view.settings.scale, "obstacle-smallest")
}

/// Two cards can be brought into line.
pub(super) fn no_line(view: &ViewContext<'_>, alignment: Alignment) -> Why {
    if alignment.within_lanes() {
        fewer_in_a_lane(view, 2, "obstacle-select-two-steps", "obstacle-two-in-a-lane")
    } else {
        fewer(view, 2, "obstacle-select-two-steps")
    }
}

/// Three cards can be spaced out.
pub(super) fn no_row(view: &ViewContext<'_>, spacing: Spacing) -> Why {
    match spacing {
        Spacing::Horizontally => fewer(view, 3, "obstacle-select-three-steps"),
        Spacing::Vertically => {
            fewer_in_a_lane(view, 3, "obstacle-select-three-steps", "obstacle-three-in-a-lane")
        }
    }
}

fn fewer(view: &ViewContext<'_>, needed: usize, why: &'static str) -> Why {
    when(view.editor.selection().steps.len() < needed, why)
}

fn fewer_in_a_lane(
    view: &ViewContext<'_>,
    needed: usize,
    why: &'static str,
    why_in_a_lane: &'static str,
) -> Why {
    let steps = &view.editor.selection().steps;
    fewer(view, needed, why)
        .or_else(|| when(most_in_a_lane(view.scenario, steps) < needed, why_in_a_lane))
}

fn most_in_a_lane(scenario: &Scenario, steps: &BTreeSet<StepId>) -> usize {
    let mut counts: BTreeMap<LaneId, usize> = BTreeMap::new();
    for step in steps.iter().filter_map(|id| scenario.steps().get(id)) {
        *counts.entry(step.lane).or_default() += 1;
    }
    counts.into_values().max().unwrap_or(0)
}

fn scenarios(view: &ViewContext<'_>) -> usize {
    view.editor.blueprint().scenarios().len()
}

/// Where the scenario that is shown stands among the tabs.
fn place_of_shown(view: &ViewContext<'_>) -> usize {
    view.editor.blueprint().position(view.editor.scenario().id()).unwrap_or(0)
}
