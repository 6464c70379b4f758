//! Edits of the whole document, as data.

use std::sync::Arc;

use crate::blueprint::sheets::Sheet;
use crate::blueprint::{
    Blueprint, Discussion, Judgements, Lesson, RateUnit, Refusal, ScenarioId, SheetId, StepId,
};

use super::edit::Edit;
use super::outcome::Outcome;
use super::selection::Selection;

/// A change of the document: of the scenario that is shown, of the others, of what holds for all.
#[derive(Clone, Debug, PartialEq)]
pub enum DocumentEdit {
    /// An edit of the scenario that is shown.
    InScenario(Edit),
    /// Name the service.
    SetTitle(String),
    /// Set the currency.
    SetCurrency(String),
    /// Set what rates are shown and entered per.
    SetRates(RateUnit),
    /// Say whether steps are only to be done by who does them today.
    SetOnlyToday(bool),
    /// Say what a customer is called.
    SetUnit(String),
    /// Change the lesson, or take it away.
    SetLesson(Option<Box<Lesson>>),
    /// Change what is said about the blueprint: it is so, afterwards.
    Discuss(Talk, Box<Discussion>),
    /// Change what is judged, measured and planned about the blueprint: it is so, afterwards.
    Judge(Judging, Box<Judgements>),
    /// Change the planning sheets: these are they, afterwards, in the order of their tabs.
    Reckon(SheetWork, Vec<(SheetId, Arc<Sheet>)>),
    /// Replace the whole document, as prepared by an import or a paste; the steps are selected.
    Paste(Box<Blueprint>, Vec<StepId>),
    /// Replace the whole document by the version that lies on the disk. The scenario that is shown
    /// stays shown if it is there, else the baseline is.
    Reload(Box<Blueprint>),
    /// Add a copy of a scenario after it, under this name.
    DuplicateScenario(ScenarioId, String),
    /// Put in place a blueprint that was prepared with one scenario more, and show that.
    AddScenario(Box<Blueprint>, ScenarioId),
    /// Rename a scenario.
    RenameScenario(ScenarioId, String),
    /// Move a scenario to a place among the tabs, counted from 0; the first is the baseline.
    MoveScenario(ScenarioId, usize),
    /// Remove a scenario.
    RemoveScenario(ScenarioId),
    /// Several edits, one after another, as one: all of them, or none. Those that follow one that
    /// shows another scenario are made there.
    Several(Vec<DocumentEdit>),
}

/// What is done to what is said about a blueprint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Talk {
    /// Comments are made.
    Comment,
    /// One is answered.
    Reply,
    /// One is closed.
    Close,
    /// One is opened again.
    Reopen,
    /// One is taken back.
    Withdraw,
    /// What one suggests is done, which closes it.
    Accept,
    /// A review is handed in, with its comments.
    Review,
    /// A review is asked for.
    Ask,
    /// What others said in a copy is taken in.
    Merge,
    /// All of it is removed.
    RemoveAll,
}

/// What is done to what is judged about a blueprint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Judging {
    /// What holds for the whole of it: the concept, the budget, the scale, the weights.
    Settings,
    /// An item is added.
    AddItem,
    /// An item is changed: its words, its places, its readings.
    ChangeItem,
    /// An item is removed.
    RemoveItem,
    /// What customers were asked is taken in.
    TakeSurvey,
    /// A survey is removed.
    RemoveSurvey,
    /// An indicator is added.
    AddIndicator,
    /// An indicator is changed, or what was measured for it.
    ChangeIndicator,
    /// An indicator is removed.
    RemoveIndicator,
    /// An action is added to the plan.
    AddAction,
    /// An action of the plan is changed.
    ChangeAction,
    /// An action of the plan is removed.
    RemoveAction,
    /// The plan's start or target is changed.
    SetPlan,
    /// The log is changed.
    Note,
}

/// What is done to the planning sheets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SheetWork {
    /// A sheet is added.
    Add,
    /// A sheet is named otherwise.
    Rename,
    /// A sheet has another place.
    Move,
    /// A sheet is removed.
    Remove,
    /// A cell is changed.
    Change,
    /// Rows or columns are added.
    AddRows,
    /// Rows or columns are removed.
    RemoveRows,
    /// A table is pasted into it.
    Paste,
}

impl From<Edit> for DocumentEdit {
    fn from(edit: Edit) -> Self {
        Self::InScenario(edit)
    }
}

impl DocumentEdit {
    /// The edit of the scenario that is shown, if it is one.
    #[must_use]
    pub fn in_scenario(&self) -> Option<&Edit> {
        if let Self::InScenario(edit) = self { Some(edit) } else { None }
    }

    /// Applies the edit to a blueprint of which a scenario is shown.
    ///
    /// # Errors
    /// The reason why the blueprint stays as it is.
    pub fn apply(
        self,
        blueprint: &mut Blueprint,
        scenario: ScenarioId,
    ) -> Result<Outcome, Refusal> {
        match self {
            Self::InScenario(edit) => {
                blueprint.edit(scenario, |scenario, ids| edit.apply(scenario, ids))
            }
            Self::SetTitle(title) => {
                blueprint.set_title(title);
                Ok(Outcome::default())
            }
            Self::SetCurrency(currency) => {
                blueprint.set_currency(currency);
                Ok(Outcome::default())
            }
            Self::SetRates(rates) => {
                blueprint.set_rates(rates);
                Ok(Outcome::default())
            }
            Self::SetOnlyToday(only_today) => {
                blueprint.set_only_today(only_today);
                Ok(Outcome::default())
            }
            Self::SetUnit(unit) => {
                blueprint.set_unit(unit);
                Ok(Outcome::default())
            }
            Self::SetLesson(lesson) => {
                blueprint.set_lesson(lesson.map(|lesson| *lesson));
                Ok(Outcome::default())
            }
            Self::Discuss(_, discussion) => {
                blueprint.set_discussion(*discussion);
                Ok(Outcome::default())
            }
            Self::Judge(_, judgements) => {
                blueprint.set_judgements(*judgements);
                Ok(Outcome::default())
            }
            Self::Reckon(_, sheets) => {
                blueprint.set_sheets(sheets);
                Ok(Outcome::default())
            }
            Self::Paste(prepared, steps) => {
                *blueprint = *prepared;
                Ok(Outcome::select(Selection::steps(steps)))
            }
            Self::Reload(read) => {
                *blueprint = *read;
                let shown = blueprint.scenario(scenario).unwrap_or_else(|| blueprint.baseline());
                Ok(Outcome { select: None, show: Some(shown.id()) })
            }
            Self::DuplicateScenario(id, name) => {
                let new = blueprint.duplicate_scenario(id, name)?;
                Ok(Outcome { select: None, show: Some(new) })
            }
            Self::AddScenario(prepared, new) => {
                *blueprint = *prepared;
                Ok(Outcome { select: Some(Selection::default()), show: Some(new) })
            }
            Self::RenameScenario(id, name) => {
                blueprint.rename_scenario(id, &name)?;
                Ok(Outcome::default())
            }
            Self::MoveScenario(id, place) => {
                blueprint.move_scenario(id, place)?;
                Ok(Outcome::default())
            }
            Self::RemoveScenario(id) => {
                let place = blueprint.position(id)?;
                blueprint.remove_scenario(id)?;
                if id != scenario {
                    return Ok(Outcome::default());
                }
                // The tab that slides into the gap is shown, at the end the one before it.
                let last = blueprint.scenarios().len() - 1;
                let show = blueprint.scenarios().get(place.min(last)).map(|next| next.id());
                Ok(Outcome { select: Some(Selection::default()), show })
            }
            Self::Several(edits) => {
                let mut changed = Blueprint::clone(blueprint);
                let mut whole = Outcome::default();
                for edit in edits {
                    // What is selected stays so: it is the whole that was asked for.
                    let outcome = edit.apply(&mut changed, whole.show.unwrap_or(scenario))?;
                    whole.show = outcome.show.or(whole.show);
                }
                *blueprint = changed;
                Ok(whole)
            }
        }
    }
}
