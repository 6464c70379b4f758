//! What is asked about the quality of a service, and what is known.

use std::sync::Arc;

use super::emotion::Emotions;
use super::finding::Finding;
use super::hierarchy::Hierarchy;
use super::indicators::IndicatorFigures;
use super::items::ItemFigures;
use super::relation::CustomerValue;
use super::resources::{BudgetFigures, MOST_BUSY, ResourceFigures};
use super::risks::RiskFigures;
use super::scores::Scores;
use super::surroundings::Surroundings;
use super::urgency::ClassWait;
use super::waves::Wave;
use crate::analysis::{Analysis, Figure};
use crate::blueprint::{Date, RoleId, Scenario};

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
    /// What each survey found, by the weights of today, in the order of the file.
    pub waves: Vec<Wave>,
    /// Quality of interaction, environment and outcome.
    pub hierarchy: Hierarchy,
    /// The items, in their order.
    pub items: Vec<ItemFigures>,
    /// How well the surroundings serve.
    pub surroundings: Surroundings,
    /// How customers feel along their way.
    pub emotion: Option<Emotions>,
    /// The share of the customers at whom nothing fails.
    pub failure_free_share: Figure,
    /// Failures per customer, all together.
    pub failures_per_customer: Figure,
    /// Of how many fail points it is not known how often a customer meets their failure: the two figures above
    /// are bounds where there are some.
    pub unknown_risks: usize,
    /// What can fail, in document order.
    pub risks: Vec<RiskFigures>,
    /// What is measured, in the order of the scorecard.
    pub indicators: Vec<IndicatorFigures>,
    /// How many of each resource are needed.
    pub resources: Vec<ResourceFigures>,
    /// What all of them cost, against the budget; `None` where nobody's cost is known.
    pub budget: Option<BudgetFigures>,
    /// The scenario that the plan leads to, with its figures, where it is another than this one.
    pub planned: Option<(Arc<Scenario>, Arc<Analysis>)>,
    /// What a customer is worth over time.
    pub customer_value: Option<CustomerValue>,
    /// How long each class of customers waits.
    pub urgency: Vec<ClassWait>,
    /// What is bad.
    pub findings: Vec<Finding>,
}

impl Assessment {
    /// What a role is called, in the scenario that was asked about or in the one that the plan leads to.
    #[must_use]
    pub fn role_name<'a>(&'a self, role: RoleId, scenario: &'a Scenario) -> Option<&'a str> {
        let planned = || self.planned.as_ref().and_then(|(planned, _)| planned.roles().get(&role));
        scenario.roles().get(&role).or_else(planned).map(|role| role.name.as_str())
    }
}
