//! What is bad is found: one rule after another.

use std::collections::BTreeSet;

use super::assessment::Assessment;
use super::finding::{Finding, FindingCode, FindingPlace};
use super::items::{ItemFigures, Quadrant, ToleranceZone};
use super::kano::KanoCategory;
use super::risks::SEVERE;
use super::schedule::Schedule;
use crate::blueprint::{
    Blueprint, Brings, Date, DesignFactor, FailPoint, Id as _, Judgements, Quality, RiskResponse,
    Scenario, Step, StepKind, Zone,
};

/// From which gap of the firm on it is a finding: half a point of the scale.
const WIDE: f64 = -0.5;

/// Up to how many stars something is poor.
const POOR: u8 = 2;

/// Everything that is found, by severity, then by code, then the worst first. Sorts what it finds.
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
        if indicator.figure_unknown {
            add(FindingCode::FigureUnknown, None);
        }
    }
    of_surveys(&blueprint.judgements().quality, &mut all);
    of_names(blueprint, &mut all);
    of_standards(scenario, blueprint.judgements(), today, &mut all);
    let late = plan.into_iter().flat_map(|plan| &plan.actions);
    for action in late.filter(|action| action.late_days > 0 && !action.done) {
        all.push(Finding {
            code: FindingCode::PlanLate,
            place: FindingPlace::Action(action.action),
            figure: Some(action.late_days as f64),
        });
    }
    for (id, action) in &blueprint.judgements().plan.actions {
        let days = action.days_done_before_start();
        if days > 0 {
            all.push(Finding {
                code: FindingCode::DoneBeforeStart,
                place: FindingPlace::Action(*id),
                figure: Some(days as f64),
            });
        }
    }
    let cost = found.budget.and_then(|it| it.cost_per_month.zip(it.budget));
    let over = cost.map(|(cost, budget)| cost - budget).filter(|over| *over > 0.0);
    if over.is_some() {
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
    // Stable: what is as bad stays in the order of the document.
    all.sort_by(|a, b| {
        let worse = || how_bad(a).total_cmp(&how_bad(b));
        (a.code.severity(), a.code).cmp(&(b.code.severity(), b.code)).then_with(worse)
    });
    all
}

/// How bad a finding is among those of its code, the least first: a gap, stars; of days and money the most first.
fn how_bad(finding: &Finding) -> f64 {
    let figure = finding.figure.unwrap_or(0.0);
    match finding.code {
        FindingCode::GapWide
        | FindingCode::ZoneMissed
        | FindingCode::BasicUnmet
        | FindingCode::BeliefOff
        | FindingCode::StandardLow
        | FindingCode::DeliveryLow
        | FindingCode::PromiseHigh
        | FindingCode::ElementPoor
        | FindingCode::FactorPoor
        | FindingCode::SadEnd => figure,
        FindingCode::RiskOpen
        | FindingCode::GuardMissing
        | FindingCode::ReviewDue
        | FindingCode::PlanLate
        | FindingCode::DoneBeforeStart
        | FindingCode::OverBudget => -figure,
        // Each is in a unit of its own.
        FindingCode::Overkill
        | FindingCode::FigureUnknown
        | FindingCode::SurveyVaries
        | FindingCode::SurveyCovariance
        | FindingCode::NameLost
        | FindingCode::TargetMissed
        | FindingCode::OutOfControl
        | FindingCode::StandardMissing
        | FindingCode::SkillMissing => 0.0,
    }
}

/// What surveys say that no answers can: the intervals that would follow are not computed.
fn of_surveys(quality: &Quality, all: &mut Vec<Finding>) {
    for survey in &quality.surveys {
        let items = survey.items.iter().filter(|row| row.varies_too_much(quality.scale));
        let items = items.map(|row| (FindingPlace::Item(row.item), row.sd));
        let dimensions = survey.dimensions.iter().filter(|row| row.varies_too_much(quality.scale));
        let dimensions = dimensions.map(|row| (FindingPlace::Dimension(row.dimension), row.sd));
        all.extend(items.chain(dimensions).map(|(place, figure)| Finding {
            code: FindingCode::SurveyVaries,
            place,
            figure,
        }));
        if survey.has_odd_covariance(quality.scale) {
            let (code, place) = (FindingCode::SurveyCovariance, FindingPlace::Whole);
            all.push(Finding { code, place, figure: None });
        }
    }
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
    // The quadrant compares with the other items: nothing that falls short of what it ought to be is overdone.
    let falls_short = item.superiority.is_some_and(|more| more < -1e-9);
    let is_overdone = item.quadrant == Some(Quadrant::Overkill);
    if is_overdone && !falls_short && item.zone != Some(ToleranceZone::Below) {
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

/// What the plan, the indicators and the log name and is nowhere any more.
fn of_names(blueprint: &Blueprint, all: &mut Vec<Finding>) {
    let judgements = blueprint.judgements();
    let known = numbers(blueprint);
    let mut add = |place| {
        all.push(Finding { code: FindingCode::NameLost, place, figure: None });
    };
    for (id, action) in &judgements.plan.actions {
        let brings = match &action.brings {
            Brings::All => &[],
            Brings::These(these) => these.as_slice(),
        };
        if action.about.iter().chain(brings).any(|number| !known.contains(number)) {
            add(FindingPlace::Action(*id));
        }
    }
    for (id, indicator) in &judgements.indicators {
        if indicator.of.is_some_and(|number| !known.contains(&number)) {
            add(FindingPlace::Indicator(*id));
        }
    }
    for (at, line) in judgements.log.iter().enumerate() {
        if line.about.iter().any(|number| !known.contains(number)) {
            add(FindingPlace::Line(at));
        }
    }
}

/// The numbers of everything in a file that can be named. Linear.
fn numbers(blueprint: &Blueprint) -> BTreeSet<u32> {
    let judgements = blueprint.judgements();
    let mut known: BTreeSet<u32> = BTreeSet::new();
    for scenario in blueprint.scenarios() {
        known.insert(scenario.id().number());
        known.extend(scenario.steps().keys().map(|id| id.number()));
        known.extend(scenario.roles().keys().map(|id| id.number()));
        known.extend(scenario.elements().keys().map(|id| id.number()));
        known.extend(scenario.lanes().keys().map(|id| id.number()));
        known.extend(scenario.phases().keys().map(|id| id.number()));
        known.extend(scenario.links().keys().map(|id| id.number()));
    }
    known.extend(judgements.quality.items.iter().map(|(id, _)| id.number()));
    known.extend(judgements.indicators.iter().map(|(id, _)| id.number()));
    known.extend(judgements.plan.actions.iter().map(|(id, _)| id.number()));
    known
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
