//! Judgements about places of a blueprint: what customers think of it, what is measured, what is to be
//! done, and what was done.
//!
//! Each hangs on a step, a role or an element by its number, and none moves a figure of the service.

mod indicator;
mod item;
mod plan;
mod quality;
mod survey;

pub use indicator::{Better, Datum, Indicator, IndicatorView};
pub use item::{
    Item, ItemPart, KanoCounts, QualityDimension, ReadingKind, Readings, Scale, Voice, Weights,
};
pub use plan::{Action, ActionStage, Brings, LogEntry, Plan};
pub use quality::Quality;
pub use survey::{Survey, SurveyDimension, SurveyItem};

use super::ids::{ElementId, IndicatorId, ScenarioId, StepId};
use super::quantity::Quantity;

/// Everything that is judged and planned about a blueprint.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Judgements {
    /// What the service is to be, in a sentence.
    pub concept: String,
    /// After how many days a procedure is to be looked at again; [`Judgements::USUAL_REVIEW_DAYS`] where
    /// nothing is said.
    pub review_days: Option<u32>,
    /// What may be spent in a month, in the file's currency.
    pub budget: Option<Quantity>,
    /// What customers judge.
    pub quality: Quality,
    /// What is measured, in the order of the scorecard.
    pub indicators: Vec<(IndicatorId, Indicator)>,
    /// What is to be done.
    pub plan: Plan,
    /// What was done and seen.
    pub log: Vec<LogEntry>,
}

impl Judgements {
    /// After how many days a procedure is to be looked at again where nothing is said.
    pub const USUAL_REVIEW_DAYS: u32 = 180;

    /// Whether nothing is judged.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Whether it names a step, an element or a scenario that is nowhere any more. Linear in the items.
    pub(super) fn has_lost(
        &self,
        has_step: &dyn Fn(StepId) -> bool,
        has_element: &dyn Fn(ElementId) -> bool,
        has_scenario: &dyn Fn(ScenarioId) -> bool,
    ) -> bool {
        self.plan.target.is_some_and(|target| !has_scenario(target))
            || self.quality.items.iter().any(|(_, item)| {
                item.steps.iter().any(|step| !has_step(*step))
                    || item.elements.iter().any(|element| !has_element(*element))
            })
    }

    /// Forgets steps, elements and scenarios that are nowhere any more. Linear in the items.
    pub(super) fn forget_lost(
        &mut self,
        has_step: &dyn Fn(StepId) -> bool,
        has_element: &dyn Fn(ElementId) -> bool,
        has_scenario: &dyn Fn(ScenarioId) -> bool,
    ) {
        self.plan.target = self.plan.target.filter(|target| has_scenario(*target));
        for (_, item) in &mut self.quality.items {
            item.steps.retain(|step| has_step(*step));
            item.elements.retain(|element| has_element(*element));
        }
    }

    /// About how much it holds besides itself, in bytes.
    pub(super) fn heap(&self) -> usize {
        let items = self.quality.items.iter().map(|(_, item)| {
            size_of_val(item) + item.text.len() + (item.steps.len() + item.elements.len()) * 4
        });
        let surveys = self.quality.surveys.iter().map(|survey| {
            size_of_val(survey) + size_of_val(survey.items.as_slice()) + survey.source.len()
        });
        let indicators = self.indicators.iter().map(|(_, it)| {
            size_of_val(it) + it.name.len() + it.figure.len() + size_of_val(it.data.as_slice())
        });
        let actions = self.plan.actions.iter().map(|(_, it)| {
            size_of_val(it) + it.name.len() + it.owner.len() + (it.about.len() + it.after.len()) * 4
        });
        let log = self.log.iter().map(|it| size_of_val(it) + it.text.len() + it.about.len() * 4);
        self.concept.len()
            + items.sum::<usize>()
            + surveys.sum::<usize>()
            + indicators.sum::<usize>()
            + actions.sum::<usize>()
            + log.sum::<usize>()
    }
}
