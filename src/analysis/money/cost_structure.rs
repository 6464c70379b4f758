//! What the price of a customer goes to.

use super::cost;
use crate::analysis::result::{Analysis, Basis};
use crate::blueprint::{Quantity, RoleId, Scenario};
use crate::process::Process;

const HOUR_S: f64 = 3600.0;

/// What a customer costs at the output, part by part, in the file's currency.
#[derive(Clone, Debug, PartialEq)]
pub struct CostStructure {
    /// Roles that are paid by the hour, in document order.
    pub roles: Vec<RoleCost>,
    /// Overhead.
    pub overhead: f64,
    /// Material.
    pub material: f64,
    /// What is left of the price, below zero where it does not cover the cost; `None` without a
    /// price.
    pub margin: Option<f64>,
    /// All parts together: the price, or the cost where there is no price.
    pub total: f64,
    /// How far the sum can be trusted: as the cost per customer. How much of a role is busy is
    /// approximate where other roles can stand in for it.
    pub basis: Basis,
}

/// What a customer pays of a role.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RoleCost {
    /// The role.
    pub role: RoleId,
    /// For the time that it is at work on the customer.
    pub busy: f64,
    /// For its share of the time that is paid, but not spent at work.
    pub idle: f64,
}

/// The cost structure of an analysis of the same scenario; `None` where the cost per customer is
/// not known. Linear in steps and roles.
#[must_use]
pub fn cost_structure(
    scenario: &Scenario,
    process: &Process,
    analysis: &Analysis,
) -> Option<CostStructure> {
    let cost = analysis.cost_per_customer.value?;
    let demand = scenario.demand();
    // Nothing paid by the hour costs the same whatever the output is.
    let per_customer = |per_hour: f64| match analysis.output_per_hour.value {
        _ if per_hour <= 0.0 => Some(0.0),
        Some(output) if output > 0.0 => Some(per_hour / output),
        _ => None,
    };
    let mut roles = Vec::new();
    for (id, role) in scenario.roles() {
        let Some(rate) = role.cost_per_hour.map(Quantity::get).filter(|rate| *rate > 0.0) else {
            continue;
        };
        let paid = per_customer(f64::from(role.heads()) * rate)?;
        let work_s = analysis.roles.get(id).map_or(0.0, |figures| figures.work_s);
        // Shared work is split by what each role offers, which can be more than one of them has
        // time for; then it is busy all the time.
        let busy = (work_s * rate / HOUR_S).min(paid);
        if paid > 0.0 {
            roles.push(RoleCost { role: *id, busy, idle: paid - busy });
        }
    }
    let overhead = per_customer(demand.overhead_per_hour.get())?;
    let material = cost::material(scenario, process)?;
    let price = demand.price.map(Quantity::get);
    Some(CostStructure {
        roles,
        overhead,
        material,
        margin: price.map(|price| price - cost),
        total: price.unwrap_or(cost),
        basis: analysis.cost_per_customer.basis,
    })
}
