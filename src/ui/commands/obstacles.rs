//! When a command does not apply, and why.

use crate::analysis::Lack;
use crate::drawing::Spacing;
use crate::ui::canvas::bears_share;
use crate::ui::desk::Desk;
use crate::ui::{arrange, filter};

use super::Command;

impl Command {
    /// Why it does not apply now, as a key of the localisation layer.
    pub fn obstacle(self, desk: &Desk<'_>) -> Option<&'static str> {
        let selection = desk.editor.selection();
        match self {
            Self::Undo if desk.editor.undo_name().is_none() => Some("obstacle-nothing-to-undo"),
            Self::Redo if desk.editor.redo_name().is_none() => Some("obstacle-nothing-to-redo"),
            Self::Copy
            | Self::Cut
            | Self::Duplicate
            | Self::FitSelection
            | Self::SelectSameRole
            | Self::SelectSameLane
                if selection.steps.is_empty() =>
            {
                Some("obstacle-select-steps")
            }
            Self::Delete if selection.is_empty() => Some("obstacle-select-something"),
            Self::RemoveScenario if desk.editor.blueprint().scenarios().len() == 1 => {
                Some("obstacle-last-scenario")
            }
            Self::Compare if desk.editor.blueprint().scenarios().len() == 1 => {
                Some("obstacle-one-scenario")
            }
            Self::FlipComparison | Self::LeaveComparing if desk.compared.is_none() => {
                Some("obstacle-not-comparing")
            }
            Self::MakeBaseline | Self::MoveScenarioLeft if place_of_shown(desk) == 0 => {
                Some("obstacle-first-scenario")
            }
            Self::MoveScenarioRight
                if place_of_shown(desk) + 1 >= desk.editor.blueprint().scenarios().len() =>
            {
                Some("obstacle-rightmost-scenario")
            }
            Self::Rename
                if selection.only_step().is_none()
                    && !selection
                        .only_link()
                        .is_some_and(|link| bears_share(desk.scenario, link)) =>
            {
                Some("obstacle-select-one-step")
            }
            Self::Append(_) | Self::Connect if selection.only_step().is_none() => {
                Some("obstacle-select-one-step")
            }
            // Order on the sheet.
            Self::Align(alignment) => arrange::obstacle(desk, 2, alignment.within_lanes()),
            Self::SelectUntimed if filter::untimed(desk).is_empty() => {
                Some("obstacle-none-untimed")
            }
            Self::ClearFilter if !desk.filter.is_on() => Some("obstacle-no-filter"),
            Self::FoldZone(zone) if desk.scenario.lanes_of(zone).next().is_none() => {
                Some("obstacle-no-lane")
            }
            Self::Distribute(spacing) => arrange::obstacle(desk, 3, spacing == Spacing::Vertically),
            Self::SelectAll | Self::FitAll | Self::ShowBelow(_) | Self::TidyUp
                if desk.scenario.steps().is_empty() =>
            {
                Some("obstacle-no-steps")
            }
            // A time or people that are missing the dialog names, and leads there.
            Self::Redesign
                if desk.analysis.capacity_per_hour.value.is_none()
                    && !desk
                        .analysis
                        .capacity_per_hour
                        .lacks
                        .iter()
                        .any(|lack| matches!(lack, Lack::Time(_) | Lack::Headcount(_))) =>
            {
                Some("obstacle-no-capacity")
            }
            Self::Larger if desk.settings.scale.larger() == desk.settings.scale => {
                Some("obstacle-largest")
            }
            Self::Smaller if desk.settings.scale.smaller() == desk.settings.scale => {
                Some("obstacle-smallest")
            }
            _ => None,
        }
    }
}

/// Where the scenario that is shown stands among the tabs.
fn place_of_shown(desk: &Desk<'_>) -> usize {
    desk.editor.blueprint().position(desk.editor.scenario().id()).unwrap_or(0)
}
