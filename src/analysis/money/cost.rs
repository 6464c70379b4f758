//! Cost and profit by what is paid by the hour.

use super::rates::unpaid;
use crate::analysis::capacity::service::Service;
use crate::analysis::result::{Figure, Lack, inverse};
use crate::blueprint::{Quantity, RoleKind, Scenario};
use crate::process::{Process, Sum, sum_of};

/// What a customer costs and leaves, paid time without work included.
pub(in crate::analysis) struct Cost {
    /// (Paid hours × rates + overhead) ÷ output + material.
    pub(in crate::analysis) per_customer: Figure,
    /// (Price − cost per customer) × output.
    pub(in crate::analysis) profit_per_hour: Figure,
    /// Price − cost per customer.
    pub(in crate::analysis) margin_per_customer: Figure,
    /// What the hour would leave at full load.
    pub(in crate::analysis) profit_at_capacity_per_hour: Figure,
}

impl Cost {
    /// The cost of a service at its output and at full load, both in customers per hour. `material`
    /// is what [`material`] says. Linear in roles.
    pub(in crate::analysis) fn of(
        service: &Service,
        material: Option<f64>,
        output: &Figure,
        capacity: &Figure,
    ) -> Self {
        profiling::function_scope!();
        let per_customer = cost_at(service, material, output);
        let at_capacity = cost_at(service, material, capacity);
        Self {
            profit_per_hour: profit_at(service, material, &per_customer, output),
            margin_per_customer: margin(service, &per_customer),
            profit_at_capacity_per_hour: profit_at(service, material, &at_capacity, capacity),
            per_customer,
        }
    }
}

/// Cost per customer, at so many customers an hour.
fn cost_at(service: &Service, material: Option<f64>, output: &Figure) -> Figure {
    let scenario = service.scenario;
    let mut lacks: Vec<Lack> = unpaid(scenario).map(Lack::Rate).collect();
    lacks.extend(&output.lacks);
    let per_hour = wages_per_hour(scenario);
    if material.is_none() && !lacks.contains(&Lack::SoundFlow) {
        lacks.push(Lack::SoundFlow);
    }
    let material = material.unwrap_or(0.0);
    let is_given = material > 0.0
        || scenario.demand().price.is_some()
        || scenario.demand().overhead_per_hour > Quantity::ZERO
        || scenario.roles().values().any(|role| role.cost_per_hour.is_some());
    match output.value {
        // Where nobody spoke of money, nothing is known to be free.
        Some(rate) if lacks.is_empty() && rate > 0.0 && !is_given => Figure::lacking([Lack::Cost]),
        Some(rate) if lacks.is_empty() && rate > 0.0 => {
            let hourly = per_hour + scenario.demand().overhead_per_hour.get();
            let figure = inverse(output, |rate| hourly / rate + material);
            // Without anything paid by the hour, the rate does not matter.
            if hourly > 0.0 { figure } else { Figure::exact(material) }
        }
        Some(_) if lacks.is_empty() => Figure::lacking([Lack::Demand]),
        _ => Figure::lacking(lacks),
    }
}

/// What a customer costs and leaves where so many an hour are served, and by how much each changes with that number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MoneyAt {
    /// (Paid hours × rates + overhead) ÷ output + material.
    pub cost_per_customer: f64,
    /// How much less that is for one more an hour.
    pub cost_slope: f64,
    /// (Price − cost) × output; `None` without a price.
    pub profit_per_hour: Option<f64>,
    /// How much more that is for one more an hour; `None` without a price.
    pub profit_slope: Option<f64>,
}

/// Money at an output that is known from elsewhere, in customers an hour, above 0; `None` where a rate or what material
/// is used is not known, or the output is none. Linear in roles and steps.
#[must_use]
pub fn money_at(scenario: &Scenario, process: &Process, output_per_hour: f64) -> Option<MoneyAt> {
    if output_per_hour <= 0.0 {
        return None;
    }
    let HourlyMoney { hourly, material, price, .. } = hourly_money(scenario, process)?;
    let cost_per_customer = hourly / output_per_hour + material;
    Some(MoneyAt {
        cost_per_customer,
        cost_slope: hourly / output_per_hour / output_per_hour,
        profit_per_hour: price.map(|price| (price - cost_per_customer) * output_per_hour),
        profit_slope: price.map(|price| price - material),
    })
}

/// What is paid by the hour and by the customer, however many are served.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct HourlyMoney {
    /// For the staff.
    pub labour: f64,
    /// For everybody, with overhead.
    pub hourly: f64,
    /// Material of one customer.
    pub material: f64,
    /// What one customer pays.
    pub price: Option<f64>,
}

/// What is paid by the hour and by the customer; `None` where a rate or what material is used is not known. Linear in
/// roles and steps.
#[must_use]
pub fn hourly_money(scenario: &Scenario, process: &Process) -> Option<HourlyMoney> {
    if unpaid(scenario).next().is_some() {
        return None;
    }
    let wages = (scenario.roles().values())
        .filter(|role| role.kind == RoleKind::Staff)
        .filter_map(|role| Some(f64::from(role.heads()) * role.cost_per_hour?.get()));
    Some(HourlyMoney {
        labour: sum_of(wages),
        hourly: wages_per_hour(scenario) + scenario.demand().overhead_per_hour.get(),
        material: material(scenario, process)?,
        price: scenario.demand().price.map(Quantity::get),
    })
}

/// What is paid by the hour for all who are there.
fn wages_per_hour(scenario: &Scenario) -> f64 {
    let wages = (scenario.roles().values())
        .filter_map(|role| Some(f64::from(role.heads()) * role.cost_per_hour?.get()));
    sum_of(wages)
}

/// Material for one customer, in the file's currency; `None` if it is not known how often it is used. Linear.
#[must_use]
pub fn material(scenario: &Scenario, process: &Process) -> Option<f64> {
    let mut material = Sum::default();
    for moment in process.moments.iter().filter(|moment| moment.is_reached()) {
        for activity in &moment.activities {
            let step = scenario.steps().get_index(activity.position);
            let cost = step.map_or(0.0, |(_, step)| step.material_cost.get());
            match moment.visits {
                Some(visits) => material.add(visits * cost / activity.batch),
                None if cost > 0.0 => return None,
                None => {}
            }
        }
    }
    Some(material.value())
}

/// Lacks a price first, if there is none, then whatever the cost lacks.
fn lacks_for_profit(price: Option<f64>, cost: &Figure) -> Figure {
    let price = price.is_none().then_some(Lack::Price);
    Figure::lacking(price.into_iter().chain(cost.lacks.iter().copied()))
}

fn margin(service: &Service, cost: &Figure) -> Figure {
    let price = service.scenario.demand().price.map(Quantity::get);
    match (price, cost.value) {
        (Some(price), Some(_)) => inverse(cost, |cost| price - cost),
        _ => lacks_for_profit(price, cost),
    }
}

/// (Price − cost) × output, at so many customers an hour.
fn profit_at(service: &Service, material: Option<f64>, cost: &Figure, output: &Figure) -> Figure {
    let price = service.scenario.demand().price.map(Quantity::get);
    let (Some(price), Some(value), Some(rate)) = (price, cost.value, output.value) else {
        return lacks_for_profit(price, cost);
    };
    // What is paid by the hour stays, so each customer more brings the price less the material.
    let each = price - material.unwrap_or(0.0);
    let profit = (price - value) * rate;
    if each >= 0.0 { Figure::new(profit, output.basis) } else { inverse(output, |_| profit) }
}
