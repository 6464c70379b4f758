//! Findings: what is bad, where, and by how much. Each is a code with its place; what to do about it is offered
//! elsewhere.

use super::assessment::Assessment;
use super::items::{ItemFigures, Quadrant, ToleranceZone};
use super::kano::KanoCategory;
use super::risks::SEVERE;
use super::schedule::Schedule;
use crate::blueprint::{
    ActionId, Blueprint, Date, DesignFactor, ElementId, FailPoint, Id, IndicatorId, ItemId,
    Judgements, QualityDimension, RiskResponse, Scenario, Step, StepId, StepKind, Zone,
};
use crate::process::Severity;

/// From which gap of the firm on it is a finding: half a point of the scale.
const WIDE: f64 = -0.5;

/// Up to how many stars something is poor.
const POOR: u8 = 2;

/// What is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FindingCode {
    /// Customers get less than they ought to, beyond chance.
    GapWide,
    /// Customers get less than the least that they accept.
    ZoneMissed,
    /// Something basic falls short.
    BasicUnmet,
    /// Something is done better than anybody asks for.
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
    /// Something that customers see has no procedure.
    StandardMissing,
    /// A procedure has not been looked at for long.
    ReviewDue,
    /// A step asks for a skill that nobody who does it has.
    SkillMissing,
    /// An action is late.
    PlanLate,
    /// The plan's staff costs more than the budget.
    OverBudget,
    /// Customers leave with a bad feeling.
    SadEnd,
}

impl FindingCode {
    /// All codes in their order, with their names in `--json`.
    pub const NAMES: [(&'static str, Self); 20] = [
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
        ("standard_missing", Self::StandardMissing),
        ("review_due", Self::ReviewDue),
        ("skill_missing", Self::SkillMissing),
        ("plan_late", Self::PlanLate),
        ("over_budget", Self::OverBudget),
        ("sad_end", Self::SadEnd),
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

/// Everything that is found, by severity, then by code, then in the order of the document. Linear.
pub(super) fn findings(
    blueprint: &Blueprint,
    scenario: &Scenario,
    found: &Assessment,
    plan: Option<&Schedule>,
    today: Option<Date>,
) -> Vec<Finding> {
    let mut all = Vec::new();
    of_dimensions(found, &mut all);
    for item in &found.items {
        of_item(item, &mut all);
    }
    of_surroundings(scenario, &mut all);
    of_risks(scenario, found, &mut all);
    for indicator in &found.indicators {
        let mut add = |code, figure| {
            let place = FindingPlace::Indicator(indicator.indicator);
            all.push(Finding { code, place, figure });
        };
        if indicator.met == Some(false) {
            add(FindingCode::TargetMissed, indicator.variance);
        }
        if indicator.chart.as_ref().is_some_and(|chart| !chart.signals.is_empty()) {
            add(FindingCode::OutOfControl, indicator.latest);
        }
    }
    of_standards(scenario, blueprint.judgements(), today, &mut all);
    let late = plan.into_iter().flat_map(|plan| &plan.actions);
    for action in late.filter(|action| action.late_days > 0 && !action.done) {
        all.push(Finding {
            code: FindingCode::PlanLate,
            place: FindingPlace::Action(action.action),
            figure: Some(action.late_days as f64),
        });
    }
    let budget = blueprint.judgements().budget.map(crate::blueprint::Quantity::get);
    let cost: f64 = found.resources.iter().filter_map(|it| it.cost_per_month).sum();
    if budget.is_some_and(|budget| cost > budget) {
        let over = budget.map(|budget| cost - budget);
        all.push(Finding {
            code: FindingCode::OverBudget,
            place: FindingPlace::Whole,
            figure: over,
        });
    }
    if let Some((step, feeling)) = found.emotion.as_ref().map(|it| it.end).filter(|it| it.1 < 0) {
        all.push(Finding {
            code: FindingCode::SadEnd,
            place: FindingPlace::Step(step),
            figure: Some(f64::from(feeling)),
        });
    }
    // Stable: within a code the order of the document stays.
    all.sort_by_key(|finding| (finding.code.severity(), finding.code));
    all
}

fn of_dimensions(found: &Assessment, all: &mut Vec<Finding>) {
    for dimension in &found.scores.dimensions {
        if dimension.interval.is_some_and(|(_, high)| high < 0.0) {
            all.push(Finding {
                code: FindingCode::GapWide,
                place: FindingPlace::Dimension(dimension.dimension),
                figure: dimension.gap,
            });
        }
    }
}

fn of_item(item: &ItemFigures, all: &mut Vec<Finding>) {
    let mut add = |code, figure| {
        all.push(Finding { code, place: FindingPlace::Item(item.item), figure });
    };
    let gaps = &item.gaps;
    if item.gap_interval.is_some_and(|(_, high)| high < 0.0) {
        add(FindingCode::GapWide, gaps.customer);
    }
    if item.zone == Some(ToleranceZone::Below) {
        add(FindingCode::ZoneMissed, item.adequacy);
    }
    let is_basic = item.kano.is_some_and(|kano| kano.category == KanoCategory::MustBe);
    if is_basic && gaps.customer.is_some_and(|gap| gap < 0.0) {
        add(FindingCode::BasicUnmet, gaps.customer);
    }
    if item.quadrant == Some(Quadrant::Overkill) {
        add(FindingCode::Overkill, item.readings.perceived);
    }
    let of_firm = [
        (FindingCode::BeliefOff, gaps.knowledge),
        (FindingCode::StandardLow, gaps.standards),
        (FindingCode::DeliveryLow, gaps.delivery),
        (FindingCode::PromiseHigh, gaps.communication),
    ];
    for (code, gap) in of_firm {
        // Differences of entered decimals may miss half a point by their last binary digit.
        if gap.is_some_and(|gap| gap <= WIDE + 1e-9) {
            add(code, gap);
        }
    }
}

fn of_surroundings(scenario: &Scenario, all: &mut Vec<Finding>) {
    for (id, element) in scenario.elements() {
        let worst = [element.rating, element.staff_rating].into_iter().flatten().min();
        if let Some(stars) = worst.filter(|stars| stars.get() <= POOR) {
            all.push(Finding {
                code: FindingCode::ElementPoor,
                place: FindingPlace::Element(*id),
                figure: Some(f64::from(stars.get())),
            });
        }
    }
    for (_, factor) in DesignFactor::NAMES {
        let stars = scenario.design_factors().of(factor).rating;
        if let Some(stars) = stars.filter(|stars| stars.get() <= POOR) {
            all.push(Finding {
                code: FindingCode::FactorPoor,
                place: FindingPlace::Factor(factor),
                figure: Some(f64::from(stars.get())),
            });
        }
    }
}

fn of_risks(scenario: &Scenario, found: &Assessment, all: &mut Vec<Finding>) {
    for risk in &found.risks {
        let place = FindingPlace::Step(risk.step);
        let needs_answer =
            matches!(risk.suggested, Some(RiskResponse::Avoid | RiskResponse::Transfer));
        if needs_answer && risk.response.is_none() {
            let figure = risk.rpn.map(f64::from);
            all.push(Finding { code: FindingCode::RiskOpen, place: place.clone(), figure });
        }
        let fail = scenario.steps().get(&risk.step).and_then(|step| step.fail.as_ref());
        let is_unguarded = |fail: &&FailPoint| fail.guard.trim().is_empty();
        let severity = fail.filter(is_unguarded).and_then(|fail| fail.severity);
        if let Some(severity) = severity.filter(|severity| severity.get() >= SEVERE) {
            let figure = Some(f64::from(severity.get()));
            all.push(Finding { code: FindingCode::GuardMissing, place, figure });
        }
    }
}

/// Skills as they are compared: a line each, without case or blanks at the ends.
fn skills(text: &str) -> impl Iterator<Item = String> + '_ {
    text.lines().map(|line| line.trim().to_lowercase()).filter(|line| !line.is_empty())
}

/// The skills that a step asks for and that none of those who do it has.
pub(super) fn missing_skills(step: &Step, scenario: &Scenario) -> Vec<String> {
    let mut roles = step.needs.iter().flat_map(|need| &need.roles);
    let has = |skill: &str| {
        roles.any(|role| {
            let role = scenario.roles().get(role);
            role.is_some_and(|role| skills(&role.skills).any(|own| own == skill))
        })
    };
    let lines = step.skills.lines().map(str::trim).filter(|line| !line.is_empty());
    let mut has = has;
    let mut missing = Vec::new();
    for line in lines {
        if !has(&line.to_lowercase()) {
            missing.push(line.to_owned());
        }
    }
    missing
}

fn of_standards(
    scenario: &Scenario,
    judgements: &Judgements,
    today: Option<Date>,
    all: &mut Vec<Finding>,
) {
    let review_days = judgements.review_days.unwrap_or(Judgements::USUAL_REVIEW_DAYS);
    for (id, step) in scenario.steps() {
        let mut add = |code, place, figure| all.push(Finding { code, place, figure });
        let is_seen = scenario.zone_of(step) == Zone::Frontstage && step.kind == StepKind::Action;
        if is_seen && step.procedure.trim().is_empty() {
            add(FindingCode::StandardMissing, FindingPlace::Step(*id), None);
        }
        let since = today.zip(step.revised).map(|(today, revised)| today.days_since(revised));
        if let Some(days) = since.filter(|days| *days > i64::from(review_days)) {
            add(FindingCode::ReviewDue, FindingPlace::Step(*id), Some(days as f64));
        }
        for skill in missing_skills(step, scenario) {
            add(FindingCode::SkillMissing, FindingPlace::Skill(*id, skill), None);
        }
    }
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
            Self::Dimension(_) | Self::Factor(_) | Self::Whole => None,
        }
    }
}
