//! Findings: what is bad, where, and by how much. Each is a code with its place; what to do about it is offered
//! elsewhere.

use crate::blueprint::{
    ActionId, DesignFactor, ElementId, Id, IndicatorId, ItemId, QualityDimension, StepId,
};
use crate::process::Severity;

/// What is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FindingCode {
    /// Customers get less than they ought to, beyond chance.
    GapWide,
    /// Customers get less than the least that they accept.
    ZoneMissed,
    /// Something basic falls short.
    BasicUnmet,
    /// Something is done better than its importance asks for.
    Overkill,
    /// Managers believe that customers want less than they do.
    BeliefOff,
    /// What is laid down is below what managers believe.
    StandardLow,
    /// What is delivered is below what is laid down.
    DeliveryLow,
    /// More is promised than delivered.
    PromiseHigh,
    /// Something of the surroundings is poor.
    ElementPoor,
    /// A design factor is poor.
    FactorPoor,
    /// A risk that should be avoided or handed on has no answer.
    RiskOpen,
    /// Nothing guards against a severe failure.
    GuardMissing,
    /// An indicator misses its target.
    TargetMissed,
    /// An indicator moves by more than chance.
    OutOfControl,
    /// An indicator is to measure a figure that there is none of that name.
    FigureUnknown,
    /// Something that customers see has no procedure.
    StandardMissing,
    /// A procedure has not been looked at for long.
    ReviewDue,
    /// A step asks for a skill that nobody who does it has.
    SkillMissing,
    /// An action is late.
    PlanLate,
    /// An action is said to be done before it may begin.
    DoneBeforeStart,
    /// The plan or the log names something that is not there any more.
    NameLost,
    /// The plan's staff costs more than the budget.
    OverBudget,
    /// Customers leave with a bad feeling.
    SadEnd,
    /// A survey says of answers that they vary more than any on the scale can.
    SurveyVaries,
    /// A survey has covariances that no answers can have.
    SurveyCovariance,
}

impl FindingCode {
    /// All codes in their order, with their names in `--json`.
    pub const NAMES: [(&'static str, Self); 25] = [
        ("gap_wide", Self::GapWide),
        ("zone_missed", Self::ZoneMissed),
        ("basic_unmet", Self::BasicUnmet),
        ("overkill", Self::Overkill),
        ("belief_off", Self::BeliefOff),
        ("standard_low", Self::StandardLow),
        ("delivery_low", Self::DeliveryLow),
        ("promise_high", Self::PromiseHigh),
        ("element_poor", Self::ElementPoor),
        ("factor_poor", Self::FactorPoor),
        ("risk_open", Self::RiskOpen),
        ("guard_missing", Self::GuardMissing),
        ("target_missed", Self::TargetMissed),
        ("out_of_control", Self::OutOfControl),
        ("figure_unknown", Self::FigureUnknown),
        ("standard_missing", Self::StandardMissing),
        ("review_due", Self::ReviewDue),
        ("skill_missing", Self::SkillMissing),
        ("plan_late", Self::PlanLate),
        ("done_before_start", Self::DoneBeforeStart),
        ("name_lost", Self::NameLost),
        ("over_budget", Self::OverBudget),
        ("sad_end", Self::SadEnd),
        ("survey_varies", Self::SurveyVaries),
        ("survey_covariance", Self::SurveyCovariance),
    ];

    /// How bad it is.
    #[must_use]
    pub fn severity(self) -> Severity {
        match self {
            Self::Overkill | Self::StandardMissing | Self::ReviewDue | Self::SkillMissing => {
                Severity::Hint
            }
            _ => Severity::Warning,
        }
    }
}

/// Where something is found.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FindingPlace {
    /// An item.
    Item(ItemId),
    /// A dimension.
    Dimension(QualityDimension),
    /// A step.
    Step(StepId),
    /// A skill that a step asks for.
    Skill(StepId, String),
    /// An element of the surroundings.
    Element(ElementId),
    /// A design factor.
    Factor(DesignFactor),
    /// An indicator.
    Indicator(IndicatorId),
    /// An action of the plan.
    Action(ActionId),
    /// A line of the log, by its place from 0.
    Line(usize),
    /// The whole.
    Whole,
}

/// Something that is found.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// What.
    pub code: FindingCode,
    /// Where.
    pub place: FindingPlace,
    /// By how much: a gap on its scale, stars, a priority number, a variance, days, money; `None` where it is no
    /// matter of how much.
    pub figure: Option<f64>,
}

/// Findings that are the same of several places together, in the order of the first of each: those of one code, of
/// dimensions apart from their items. Linear but for the few codes.
#[must_use]
pub fn grouped<'a>(findings: &[&'a Finding]) -> Vec<Vec<&'a Finding>> {
    let sort = |it: &Finding| (it.code, matches!(it.place, FindingPlace::Dimension(_)));
    let mut groups: Vec<Vec<&Finding>> = Vec::new();
    for finding in findings {
        let of = sort(finding);
        let is_own = |group: &&mut Vec<&Finding>| group.first().is_some_and(|it| sort(it) == of);
        match groups.iter_mut().find(is_own) {
            Some(group) => group.push(finding),
            None => groups.push(vec![finding]),
        }
    }
    groups
}

impl FindingPlace {
    /// The number of what it names, where that has one.
    #[must_use]
    pub fn number(&self) -> Option<u32> {
        match self {
            Self::Item(id) => Some(id.number()),
            Self::Step(id) | Self::Skill(id, _) => Some(id.number()),
            Self::Element(id) => Some(id.number()),
            Self::Indicator(id) => Some(id.number()),
            Self::Action(id) => Some(id.number()),
            Self::Dimension(_) | Self::Factor(_) | Self::Line(_) | Self::Whole => None,
        }
    }
}
