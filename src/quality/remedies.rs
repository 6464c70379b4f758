//! From a finding to a change: what helps against what is found, by what the blueprint knows of its place.

use super::assessment::Assessment;
use super::finding::{Finding, FindingCode, FindingPlace};
use super::findings::missing_skills;
use crate::blueprint::{
    Blueprint, Item, QualityDimension, RiskResponse, Scenario, Step, StepId, StepKind, Zone,
};

/// What would help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remedy {
    /// Guard a step against its failure.
    Guard(StepId),
    /// Draw the step that puts a failure right.
    DrawRecovery(StepId),
    /// Lay down how a step is done.
    Procedure(StepId),
    /// Look at a procedure again.
    Revise(StepId),
    /// Shorten the wait before a step.
    ShortenWait(StepId),
    /// Show customers at a step how far they have come.
    ShowProgress(StepId),
    /// Train those who do a step.
    Train(StepId, String),
    /// Merge a step with a neighbour of the same role.
    Merge(StepId),
    /// Let one person look after a customer throughout.
    Keep(StepId),
    /// Give special cases a way of their own.
    Branch(StepId),
    /// Give customers something to see and touch.
    Evidence(StepId),
    /// Walk along the visit and rate what is met.
    Walk,
    /// Answer a risk.
    Respond(StepId, RiskResponse),
    /// Find out what customers want: research, upward talk, fewer levels.
    Research,
    /// Lay down what managers believe: goals, standard tasks.
    SetStandard,
    /// Deliver what is laid down: teamwork, fit, control.
    Deliver,
    /// Promise what is delivered: horizontal talk, honest promises.
    PromiseLess,
    /// Do less of what nobody asks for.
    DoLess,
}

/// What would help against a finding, what fits best first. Linear in the steps.
#[must_use]
pub fn remedies(
    finding: &Finding,
    found: &Assessment,
    blueprint: &Blueprint,
    scenario: &Scenario,
) -> Vec<Remedy> {
    let judgements = blueprint.judgements();
    let item = match &finding.place {
        FindingPlace::Item(id) => {
            judgements.quality.items.iter().find(|(own, _)| own == id).map(|(_, item)| item)
        }
        _ => None,
    };
    let dimension = match &finding.place {
        FindingPlace::Dimension(dimension) => Some(*dimension),
        _ => item.and_then(|item| item.dimension),
    };
    let step = step_of(finding, item, dimension, blueprint, scenario);
    match finding.code {
        FindingCode::GapWide | FindingCode::ZoneMissed | FindingCode::BasicUnmet => {
            dimension.map_or_else(Vec::new, |it| of_dimension(it, step, scenario))
        }
        FindingCode::BeliefOff => vec![Remedy::Research],
        FindingCode::StandardLow => {
            let procedure = step.map(Remedy::Procedure);
            [Remedy::SetStandard].into_iter().chain(procedure).collect()
        }
        FindingCode::DeliveryLow => {
            let of_dimension = dimension.map(|it| of_dimension(it, step, scenario));
            [Remedy::Deliver].into_iter().chain(of_dimension.into_iter().flatten()).collect()
        }
        FindingCode::PromiseHigh => vec![Remedy::PromiseLess],
        FindingCode::Overkill => vec![Remedy::DoLess],
        FindingCode::ElementPoor => {
            let step = step.map(Remedy::Evidence);
            step.into_iter().chain([Remedy::Walk]).collect()
        }
        FindingCode::FactorPoor => vec![Remedy::Walk],
        FindingCode::RiskOpen => {
            let Some(step) = step else { return Vec::new() };
            // One term: the answer that the map suggests.
            let risk = found.risks.iter().find(|risk| risk.step == step);
            let suggested = risk.and_then(|risk| risk.suggested).unwrap_or(RiskResponse::Avoid);
            let mut all = vec![Remedy::Respond(step, suggested)];
            all.extend(without_guard(step, scenario));
            all.extend(without_recovery(step, scenario));
            all
        }
        FindingCode::GuardMissing => step.map(Remedy::Guard).into_iter().collect(),
        FindingCode::StandardMissing => step.map(Remedy::Procedure).into_iter().collect(),
        FindingCode::ReviewDue => step.map(Remedy::Revise).into_iter().collect(),
        FindingCode::SkillMissing => match &finding.place {
            FindingPlace::Skill(step, skill) => vec![Remedy::Train(*step, skill.clone())],
            _ => Vec::new(),
        },
        FindingCode::SadEnd => {
            let Some(step) = step else { return Vec::new() };
            vec![Remedy::ShowProgress(step), Remedy::Evidence(step)]
        }
        FindingCode::TargetMissed
        | FindingCode::OutOfControl
        | FindingCode::FigureUnknown
        | FindingCode::SurveyVaries
        | FindingCode::SurveyCovariance
        | FindingCode::NameLost
        | FindingCode::PlanLate
        | FindingCode::DoneBeforeStart
        | FindingCode::OverBudget => Vec::new(),
    }
}

fn of_dimension(
    dimension: QualityDimension,
    step: Option<StepId>,
    scenario: &Scenario,
) -> Vec<Remedy> {
    let Some(step) = step else {
        return match dimension {
            QualityDimension::Tangibles => vec![Remedy::Walk],
            _ => Vec::new(),
        };
    };
    match dimension {
        QualityDimension::Reliability => {
            // What can fail at this moment is guarded; whoever waits there is served sooner.
            let moment = moment_of(step, scenario);
            let of = |it: &StepId| scenario.steps().get(it);
            let fails =
                moment.iter().copied().find(|it| of(it).is_some_and(|it| it.fail.is_some()));
            let mut all = Vec::new();
            if let Some(fails) = fails {
                all.extend(without_guard(fails, scenario));
                all.extend(without_recovery(fails, scenario));
            }
            if moment.iter().any(|it| of(it).is_some_and(|it| it.wait.is_some())) {
                all.push(Remedy::ShortenWait(step));
            }
            let worked = |it: &&StepId| of(it).is_some_and(|it| !it.needs.is_empty());
            let worked = moment.iter().find(worked).copied().unwrap_or(step);
            let has_none = |step: &Step| step.procedure.trim().is_empty();
            if of(&worked).is_some_and(|step| has_none(step)) {
                all.push(Remedy::Procedure(worked));
            }
            all
        }
        QualityDimension::Responsiveness => {
            vec![Remedy::ShortenWait(step), Remedy::ShowProgress(step)]
        }
        QualityDimension::Assurance => {
            let missing = scenario.steps().get(&step).map(|step| missing_skills(step, scenario));
            let missing = missing.into_iter().flatten();
            let train = missing.map(|skill| Remedy::Train(step, skill));
            train.chain([Remedy::Merge(step)]).collect()
        }
        QualityDimension::Empathy => vec![Remedy::Keep(step), Remedy::Branch(step)],
        QualityDimension::Tangibles => vec![Remedy::Evidence(step), Remedy::Walk],
    }
}

/// The step and those that happen together with it, the step first.
fn moment_of(step: StepId, scenario: &Scenario) -> Vec<StepId> {
    let others = scenario.moment_of(step).into_iter().filter(|it| *it != step);
    std::iter::once(step).chain(others).collect()
}

/// That a step should be guarded, where it can fail and nothing guards it.
fn without_guard(step: StepId, scenario: &Scenario) -> Option<Remedy> {
    let fail = scenario.steps().get(&step)?.fail.as_ref()?;
    fail.guard.trim().is_empty().then_some(Remedy::Guard(step))
}

/// That a recovery should be drawn, where a step can fail and none is.
fn without_recovery(step: StepId, scenario: &Scenario) -> Option<Remedy> {
    let fail = scenario.steps().get(&step)?.fail.as_ref()?;
    fail.recovery_step.is_none().then_some(Remedy::DrawRecovery(step))
}

/// The step that a finding is about: its own, the first that its item names, else the one that its dimension is known
/// by.
fn step_of(
    finding: &Finding,
    item: Option<&Item>,
    dimension: Option<QualityDimension>,
    blueprint: &Blueprint,
    scenario: &Scenario,
) -> Option<StepId> {
    let is_there = |step: &StepId| scenario.steps().contains_key(step);
    let own = match &finding.place {
        FindingPlace::Step(step) | FindingPlace::Skill(step, _) => Some(*step),
        FindingPlace::Element(element) => {
            let mut steps = scenario.steps().iter();
            steps.find(|(_, step)| step.elements.contains(element)).map(|(id, _)| *id)
        }
        _ => None,
    };
    let of_item = || item.and_then(|item| item.steps.iter().copied().find(is_there));
    let of_items = || {
        let items = blueprint.judgements().quality.items.iter();
        let own = items.filter(|(_, item)| item.dimension.is_some() && item.dimension == dimension);
        own.flat_map(|(_, item)| item.steps.iter().copied()).find(is_there)
    };
    own.filter(is_there)
        .or_else(of_item)
        .or_else(of_items)
        .or_else(|| typical(dimension?, scenario))
}

/// The step by which the blueprint knows a dimension best.
fn typical(dimension: QualityDimension, scenario: &Scenario) -> Option<StepId> {
    let mut steps = scenario.steps().iter();
    let found = match dimension {
        QualityDimension::Reliability => steps.find(|(_, step)| step.fail.is_some()),
        QualityDimension::Responsiveness => steps.find(|(_, step)| step.wait.is_some()),
        QualityDimension::Assurance | QualityDimension::Empathy => steps.find(|(_, step)| {
            scenario.zone_of(step) == Zone::Frontstage && step.kind == StepKind::Action
        }),
        QualityDimension::Tangibles => {
            steps.find(|(_, step)| scenario.zone_of(step) == Zone::Customer)
        }
    };
    found.map(|(id, _)| *id)
}
