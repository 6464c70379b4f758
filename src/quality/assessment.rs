//! Everything that is known about the quality of a service, put together.

use super::emotion::{Emotions, emotions};
use super::findings::{Finding, findings};
use super::indicators::{self, IndicatorFigures};
use super::items::{ItemFigures, items};
use super::relation::{CustomerValue, customer_value};
use super::resources::{MOST_BUSY, ResourceFigures, resources};
use super::risks::{RiskFigures, failure_free_share, failures_per_customer, risks};
use super::schedule::schedule;
use super::scores::{Scores, scores};
use super::surroundings::{Surroundings, surroundings};
use super::urgency::{ClassWait, class_waits};
use crate::analysis::{Analysis, Figure};
use crate::blueprint::{Blueprint, Date, Scenario};

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Question {
    /// How many customers come in an hour, for the need of resources; the demand where nothing is said.
    pub rate: Option<f64>,
    /// How busy resources may be at most, above 0 to 1.
    pub most_busy: f64,
    /// Which day it is; nothing is due or late without it.
    pub today: Option<Date>,
}

impl Default for Question {
    fn default() -> Self {
        Self { rate: None, most_busy: MOST_BUSY, today: None }
    }
}

/// Everything that is known about the quality of a service.
#[derive(Clone, Debug, PartialEq)]
pub struct Assessment {
    /// The scores and the dimensions.
    pub scores: Scores,
    /// The items, in their order.
    pub items: Vec<ItemFigures>,
    /// How well the surroundings serve.
    pub surroundings: Surroundings,
    /// How customers feel along their way.
    pub emotion: Option<Emotions>,
    /// The share of the customers at whom nothing fails.
    pub failure_free_share: Figure,
    /// Failures per customer, all together.
    pub failures_per_customer: Option<f64>,
    /// What can fail, in document order.
    pub risks: Vec<RiskFigures>,
    /// What is measured, in the order of the scorecard.
    pub indicators: Vec<IndicatorFigures>,
    /// How many of each resource are needed.
    pub resources: Vec<ResourceFigures>,
    /// What a customer is worth over time.
    pub customer_value: Option<CustomerValue>,
    /// How long each class of customers waits.
    pub urgency: Vec<ClassWait>,
    /// What is bad.
    pub findings: Vec<Finding>,
}

/// Assesses a scenario of a blueprint from its figures. Never fails: what cannot be computed is `None`. Linear in
/// steps, items, surveys and data; sorts what it ranks.
#[must_use]
pub fn assess(
    blueprint: &Blueprint,
    scenario: &Scenario,
    analysis: &Analysis,
    question: &Question,
) -> Assessment {
    profiling::function_scope!();
    let judgements = blueprint.judgements();
    let items = items(&judgements.quality);
    let risks = risks(scenario, analysis);
    let planned = judgements.plan.target.and_then(|target| blueprint.scenario(target));
    let rate = question.rate.or(analysis.demand_per_hour.value);
    let mut found = Assessment {
        scores: scores(&judgements.quality, &items),
        surroundings: surroundings(scenario),
        emotion: emotions(scenario),
        failure_free_share: failure_free_share(scenario, analysis),
        failures_per_customer: failures_per_customer(&risks),
        indicators: judgements
            .indicators
            .iter()
            .map(|(id, indicator)| indicators::figures(*id, indicator, analysis))
            .collect(),
        resources: resources(
            scenario,
            analysis,
            rate,
            question.most_busy,
            planned.map_or(scenario, |planned| planned),
        ),
        customer_value: customer_value(scenario, analysis),
        urgency: class_waits(scenario, analysis),
        findings: Vec::new(),
        items,
        risks,
    };
    let plan = schedule(&judgements.plan, question.today);
    found.findings = findings(blueprint, scenario, &found, plan.as_ref(), question.today);
    found
}
