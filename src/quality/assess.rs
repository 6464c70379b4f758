//! Everything that is known about the quality of a service is put together.

use std::sync::Arc;

use super::assessment::{Assessment, Question};
use super::emotion::emotions;
use super::findings::findings;
use super::hierarchy::hierarchy;
use super::indicators;
use super::items::items;
use super::relation::customer_value;
use super::resources::{budget_figures, resources};
use super::risks::{failure_free_share, failures_per_customer, risks, unknown_risks};
use super::schedule::schedule;
use super::scores::scores;
use super::surroundings::surroundings;
use super::urgency::class_waits;
use super::waves::waves;
use crate::analysis::{Analysis, analyse};
use crate::blueprint::{Blueprint, Scenario};

/// Assesses a scenario of a blueprint from its figures. Never fails: what cannot be computed is `None`. Linear in
/// steps, items, surveys and data, and one analysis of the scenario that the plan leads to; sorts what it ranks.
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
    let unknown = unknown_risks(scenario, analysis);
    let planned = judgements.plan.target.and_then(|target| blueprint.scenario(target));
    let planned = planned.filter(|planned| planned.id() != scenario.id());
    let planned = planned.map(|it| (Arc::clone(it), Arc::new(analyse(it))));
    let beside = planned.as_ref().map_or((scenario, analysis), |(it, figures)| (it, figures));
    let rate = question.rate.or(beside.1.demand_per_hour.value);
    let scores = scores(&judgements.quality, &items);
    let mut found = Assessment {
        waves: waves(&judgements.quality, &scores.weights),
        hierarchy: hierarchy(&judgements.quality, &items),
        scores,
        surroundings: surroundings(scenario),
        emotion: emotions(scenario),
        failure_free_share: failure_free_share(scenario, analysis, unknown),
        failures_per_customer: failures_per_customer(&risks, unknown),
        unknown_risks: unknown,
        indicators: judgements
            .indicators
            .iter()
            .map(|(id, indicator)| indicators::figures(*id, indicator, analysis))
            .collect(),
        resources: resources(scenario, beside, rate, question.most_busy),
        budget: None,
        planned,
        customer_value: customer_value(scenario, analysis),
        urgency: class_waits(scenario, analysis),
        findings: Vec::new(),
        items,
        risks,
    };
    let budget = judgements.budget.map(crate::blueprint::Quantity::get);
    found.budget = budget_figures(&found.resources, budget);
    let plan = schedule(&judgements.plan, question.today);
    found.findings = findings(blueprint, scenario, &found, plan.as_ref(), question.today);
    found
}
