//! What edits are called in the menu.

use std::sync::Arc;

use super::document_edit::{DocumentEdit, Judging, SheetWork, Talk};
use super::edit::Edit;
use crate::blueprint::{Blueprint, Room};

/// What an edit is called in the menu: a code of the localisation layer with what it takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EditName {
    /// The code, such as `edit-move-steps`.
    pub code: &'static str,
    /// How many things it is about.
    pub count: usize,
    /// The name of the thing it is about, where the text says it.
    pub thing: Option<Arc<str>>,
}

impl Talk {
    fn code(self) -> &'static str {
        match self {
            Self::Comment => "edit-comment",
            Self::Reply => "edit-reply",
            Self::Close => "edit-close-comment",
            Self::Reopen => "edit-reopen-comment",
            Self::Withdraw => "edit-withdraw-comment",
            Self::Accept => "edit-accept-suggestion",
            Self::Review => "edit-review",
            Self::Ask => "edit-ask-for-review",
            Self::Merge => "edit-merge-comments",
            Self::RemoveAll => "edit-remove-comments",
        }
    }
}

impl Judging {
    fn code(self) -> &'static str {
        match self {
            Self::Settings => "edit-change-quality",
            Self::AddItem => "edit-add-item",
            Self::ChangeItem => "edit-change-item",
            Self::RemoveItem => "edit-remove-item",
            Self::TakeSurvey => "edit-take-survey",
            Self::RemoveSurvey => "edit-remove-survey",
            Self::AddIndicator => "edit-add-indicator",
            Self::ChangeIndicator => "edit-change-indicator",
            Self::RemoveIndicator => "edit-remove-indicator",
            Self::AddAction => "edit-add-action",
            Self::ChangeAction => "edit-change-action",
            Self::RemoveAction => "edit-remove-action",
            Self::SetPlan => "edit-change-plan",
            Self::Note => "edit-change-log",
        }
    }
}

impl SheetWork {
    fn code(self) -> &'static str {
        match self {
            Self::Add => "edit-add-sheet",
            Self::Rename => "edit-rename-sheet",
            Self::Move => "edit-move-sheet",
            Self::Remove => "edit-remove-sheet",
            Self::Change => "edit-change-sheet",
            Self::AddRows => "edit-add-sheet-rows",
            Self::RemoveRows => "edit-remove-sheet-rows",
            Self::Paste => "edit-paste-into-sheet",
        }
    }
}

impl DocumentEdit {
    /// What the edit is called, when it is applied to a blueprint. A scenario that is removed is
    /// named with the number of its steps, so that undo says what it would bring back.
    #[must_use]
    pub fn name(&self, blueprint: &Blueprint) -> EditName {
        if let Self::RemoveScenario(id) = self
            && let Some(scenario) = blueprint.scenario(*id)
        {
            return EditName {
                code: "edit-remove-scenario",
                count: scenario.steps().len(),
                thing: Some(scenario.name().into()),
            };
        }
        let (code, count) = self.code_and_count();
        EditName { code, count, thing: None }
    }

    /// Its code, such as `edit-move-steps`, and how many things it is about; no name.
    #[must_use]
    pub fn code_and_count(&self) -> (&'static str, usize) {
        match self {
            Self::InScenario(edit) => edit.code_and_count(),
            Self::SetOnlyToday(_) => ("edit-change-redesign-rules", 1),
            Self::SetUnit(_) => ("edit-change-unit", 1),
            Self::SetLesson(_) => ("edit-change-lesson", 1),
            Self::Discuss(talk, _) => (talk.code(), 1),
            Self::Judge(judging, _) => (judging.code(), 1),
            Self::Reckon(work, _) => (work.code(), 1),
            Self::SetTitle(_) => ("edit-change-title", 1),
            Self::SetCurrency(_) => ("edit-change-currency", 1),
            Self::SetRates(_) => ("edit-change-rates", 1),
            Self::Paste(_, steps) => ("edit-paste-steps", steps.len()),
            Self::Reload(_) => ("edit-reload", 1),
            Self::DuplicateScenario(..) => ("edit-duplicate-scenario", 1),
            Self::AddScenario(..) => ("edit-add-scenario", 1),
            Self::RenameScenario(..) => ("edit-rename-scenario", 1),
            Self::MoveScenario(_, 0) => ("edit-make-baseline", 1),
            Self::MoveScenario(..) => ("edit-move-scenario", 1),
            // Only where the scenario is not there, so that the edit is refused.
            Self::RemoveScenario(_) => ("edit-remove-scenario", 0),
            // Who adds a scenario and changes it has added one.
            Self::Several(edits) => match edits.as_slice() {
                [only]
                | [only @ (Self::DuplicateScenario(..) | Self::Discuss(Talk::Accept, _)), ..] => {
                    only.code_and_count()
                }
                _ => ("edit-several", edits.len()),
            },
        }
    }
}

impl Edit {
    fn code_and_count(&self) -> (&'static str, usize) {
        match self {
            Self::AddStep(_) | Self::AddStepWithLane(..) => ("edit-add-step", 1),
            Self::AppendStep(..) | Self::PrependStep(..) => ("edit-append-step", 1),
            Self::InsertStep(..) | Self::PutIntoLink(..) => ("edit-insert-step", 1),
            Self::CopySteps(steps) => ("edit-duplicate-steps", steps.len()),
            Self::MakeRoom(Room::Right { by, .. } | Room::Down { by, .. }) if *by < 0 => {
                ("edit-take-room", 1)
            }
            Self::MakeRoom(_) => ("edit-make-room", 1),
            Self::InRoom(_, edit) => edit.code_and_count(),
            Self::SetSteps(steps) => ("edit-change-steps", steps.len()),
            Self::SetRows(rows) if rows.is_about_roles() => match rows.new_roles.len() {
                1 if rows.roles.is_empty() => ("edit-add-role", 1),
                _ => ("edit-change-roles", rows.count()),
            },
            Self::SetRows(rows) => ("edit-change-steps", rows.count()),
            Self::RenameStep(..) => ("edit-rename-step", 1),
            Self::PlaceSteps(steps) | Self::PlaceStepsWithLane(_, steps) => {
                ("edit-move-steps", steps.len())
            }
            Self::AlignSteps(steps) => ("edit-align-steps", steps.len()),
            Self::DistributeSteps(steps) => ("edit-distribute-steps", steps.len()),
            Self::TidyUp { places, .. } => ("edit-tidy-up", places.len()),
            Self::Remove { steps, links } => match (steps.len(), links.len()) {
                (0, count) => ("edit-remove-links", count),
                (count, _) => ("edit-remove-steps", count),
            },
            Self::RemoveDecision(..) => ("edit-remove-steps", 1),
            Self::DuplicateSteps(steps, _) => ("edit-duplicate-steps", steps.len()),
            Self::AddLink(_) => ("edit-connect", 1),
            Self::SetLink(..) => ("edit-change-link", 1),
            Self::SetLabel(..) => ("edit-change-label", 1),
            Self::SetShare(..) => ("edit-change-share", 1),
            Self::AssignRole(..) | Self::AddRoleTo(..) => ("edit-assign-role", 1),
            Self::AssignElement(..) => ("edit-assign-element", 1),
            Self::AddLane(_) | Self::AddLaneAt(..) => ("edit-add-lane", 1),
            Self::SetLane(..) => ("edit-change-lane", 1),
            Self::MoveLine(_) => ("edit-move-line", 1),
            Self::MoveLane(..) | Self::ReorderLane(..) => ("edit-reorder-lane", 1),
            Self::RemoveLane(..) => ("edit-remove-lane", 1),
            Self::AddPhase(..) => ("edit-add-phase", 1),
            Self::SplitPhase(..) => ("edit-split-phase", 1),
            Self::SetPhase(..) => ("edit-change-phase", 1),
            Self::ReorderPhase(..) => ("edit-reorder-phase", 1),
            Self::RemovePhase(_) => ("edit-remove-phase", 1),
            Self::AddRole(_) => ("edit-add-role", 1),
            Self::SetRole(..) => ("edit-change-role", 1),
            Self::RemoveRole(_) => ("edit-remove-role", 1),
            Self::AddElement(_) => ("edit-add-element", 1),
            Self::SetElement(..) => ("edit-change-element", 1),
            Self::RemoveElement(_) => ("edit-remove-element", 1),
            Self::SetDemand(_) => ("edit-change-demand", 1),
            Self::SetTypology(_) => ("edit-change-typology", 1),
            Self::HandOnSections(heirs) => ("edit-change-steps", heirs.len()),
            Self::SetRelation(_) => ("edit-change-relation", 1),
            Self::SetFactors(_) => ("edit-change-factors", 1),
            Self::SetSimulationRules(_) => ("edit-change-simulation-rules", 1),
            Self::SetRedesignRules(_) => ("edit-change-redesign-rules", 1),
            Self::PasteFragment(fragment, _) => ("edit-paste-steps", fragment.steps().len()),
            Self::Several(edits) => match edits.as_slice() {
                [only] => only.code_and_count(),
                _ => ("edit-several", edits.len()),
            },
        }
    }
}
