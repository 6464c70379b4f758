//! Labour and money: what a customer takes of paid time, and what that costs and leaves.

use super::execution;
use super::figure::{Basis, Figure, Lack};
use super::loads::Supply;
use super::result::Analysis;
use super::service::Service;
use crate::blueprint::{Quantity, RoleId, RoleKind, Scenario};
use crate::process::{Problem, ProblemCode, ProblemPlace, Process, Sum, sum_of};

/// What a customer leaves, at the output and at full load, and what the execution of the work costs
/// (Shostack 1984). In the file's currency; lacking a price or a rate where they depend on one.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Money {
    /// Price − cost per customer, at the output.
    pub margin_per_customer: Figure,
    /// (Price − cost per customer) × capacity, both at full load: what the hour would leave if
    /// customers came as fast as they can be served.
    pub profit_at_capacity_per_hour: Figure,
    /// Material for one customer.
    pub material_per_customer: Figure,
    /// The hours that roles are at work for one customer × their cost per hour, set off work
    /// included. Paid time without work costs nothing here; equipment without a rate is free.
    pub busy_cost_per_customer: Figure,
    /// Price − busy cost − material: what the execution leaves.
    pub execution_profit_per_customer: Figure,
    /// How many seconds the execution may last, everything stretched alike, until it leaves
    /// nothing. The execution lasts as long as a customer's way through an empty system.
    pub break_even_time_s: Figure,
    /// What each minute costs by which the execution is late: busy cost ÷ its minutes.
    pub delay_cost_per_minute: Figure,
}

/// Fills labour content and utilisation, cost and profit.
pub(super) fn fill(service: &Service, analysis: &mut Analysis) {
    analysis.direct_labour_content_s = labour_content(service);
    analysis.direct_labour_utilisation = paid_share(service, analysis, &analysis.output_per_hour);
    analysis.balance = paid_share(service, analysis, &analysis.capacity_per_hour);
    let material = material(service.scenario, service.process);
    analysis.cost_per_customer = cost_at(service, material, &analysis.output_per_hour);
    analysis.profit_per_hour =
        profit_at(service, material, &analysis.cost_per_customer, &analysis.output_per_hour);
    let at_capacity = cost_at(service, material, &analysis.capacity_per_hour);
    analysis.money = Money {
        margin_per_customer: margin(service, &analysis.cost_per_customer),
        profit_at_capacity_per_hour: profit_at(
            service,
            material,
            &at_capacity,
            &analysis.capacity_per_hour,
        ),
        ..execution::money(service, material, analysis)
    };
}

/// Names the staff roles without a rate, where a price or another rate says that money matters.
pub(super) fn add_problems(scenario: &Scenario, problems: &mut Vec<Problem>) {
    let money_matters = scenario.demand().price.is_some()
        || scenario.roles().values().any(|role| role.cost_per_hour.is_some());
    if money_matters {
        for role in unpaid(scenario) {
            problems.push(Problem::at(ProblemCode::RateMissing, ProblemPlace::Role(role)));
        }
    }
}

pub(super) fn unpaid(scenario: &Scenario) -> impl Iterator<Item = RoleId> {
    scenario
        .roles()
        .iter()
        .filter(|(_, role)| role.kind == RoleKind::Staff && role.cost_per_hour.is_none())
        .map(|(id, _)| *id)
}

/// Whether a figure's lacks come from the flow and the times of the work itself.
pub(super) fn flow_lacks(service: &Service) -> Vec<Lack> {
    let of_flow = |lack: &Lack| matches!(lack, Lack::Flow | Lack::SoundFlow);
    service.lacks.iter().copied().filter(of_flow).collect()
}

fn labour_content(service: &Service) -> Figure {
    let is_staff = |role: RoleId| {
        service.scenario.roles().get(&role).is_some_and(|role| role.kind == RoleKind::Staff)
    };
    if !service.scenario.roles().keys().any(|role| is_staff(*role)) {
        return Figure::lacking([Lack::StaffRole]);
    }
    let mut lacks = flow_lacks(service);
    let (mut content, mut basis) = (Sum::default(), Basis::Exact);
    for block in &service.loads.blocks {
        let Supply::Roles(units) = &block.supply else { continue };
        let staffed = |at: &usize| units.get(*at).is_some_and(|unit| is_staff(unit.role));
        for load in &block.loads {
            if !load.roles.iter().any(staffed) {
                continue;
            }
            content.add(load.work_s());
            if load.kept_s > 0.0 && !load.roles.iter().all(staffed) {
                basis = Basis::APPROXIMATE;
            } else if load.kept_s > 0.0 || !load.roles.iter().all(staffed) {
                // Somebody or something else may do it; a kept unit also waits with the customer.
                let off = if load.kept_s > 0.0 { Basis::LowerBound } else { Basis::UpperBound };
                basis = both(basis, off);
            }
            lacks.extend(block.lacks.iter().filter(|lack| !matches!(lack, Lack::Headcount(_))));
        }
    }
    lacks.sort_unstable();
    lacks.dedup();
    if lacks.is_empty() { Figure::new(content.value(), basis) } else { Figure::lacking(lacks) }
}

/// The basis of a figure that rises with two others.
pub(super) fn both(a: Basis, b: Basis) -> Basis {
    match (a, b) {
        (Basis::Exact, other) | (other, Basis::Exact) => other,
        (a, b) if a == b => a,
        _ => Basis::APPROXIMATE,
    }
}

/// Staff time at work ÷ staff time paid, at so many customers an hour.
fn paid_share(service: &Service, analysis: &Analysis, per_hour: &Figure) -> Figure {
    let content = &analysis.direct_labour_content_s;
    let (Some(seconds), Some(rate)) = (content.value, per_hour.value) else {
        return Figure::lacking(content.lacks.iter().chain(&per_hour.lacks).copied());
    };
    let staff: f64 = service
        .scenario
        .roles()
        .values()
        .filter(|role| role.kind == RoleKind::Staff)
        .map(|role| f64::from(role.headcount))
        .sum();
    if staff > 0.0 {
        let share = seconds * rate / (3600.0 * staff);
        // Nobody works more than all the time; a bound can say more.
        let basis = if share > 1.0 + 1e-9 {
            Basis::UpperBound
        } else {
            both(content.basis, per_hour.basis)
        };
        Figure::new(if share > 1.0 + 1e-9 { 1.0 } else { share }, basis)
    } else {
        let empty = service.scenario.roles().iter().filter(|(_, r)| r.kind == RoleKind::Staff);
        Figure::lacking(empty.map(|(id, _)| Lack::Headcount(*id)))
    }
}

/// Cost per customer, at so many customers an hour.
fn cost_at(service: &Service, material: Option<f64>, output: &Figure) -> Figure {
    let scenario = service.scenario;
    let mut lacks: Vec<Lack> = unpaid(scenario).map(Lack::Rate).collect();
    lacks.extend(&output.lacks);
    let wages = scenario
        .roles()
        .values()
        .filter_map(|role| Some(f64::from(role.headcount) * role.cost_per_hour?.get()));
    let per_hour = sum_of(wages);
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
            let figure = super::service::inverse(output, |rate| hourly / rate + material);
            // Without anything paid by the hour, the rate does not matter.
            if hourly > 0.0 { figure } else { Figure::exact(material) }
        }
        Some(_) if lacks.is_empty() => Figure::lacking([Lack::Demand]),
        _ => Figure::lacking(lacks),
    }
}

/// Material for one customer; `None` if it is not known how often it is used.
pub(super) fn material(scenario: &Scenario, process: &Process) -> Option<f64> {
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
        (Some(price), Some(_)) => super::service::inverse(cost, |cost| price - cost),
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
    if each >= 0.0 {
        Figure::new(profit, output.basis)
    } else {
        super::service::inverse(output, |_| profit)
    }
}
