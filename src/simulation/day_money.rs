//! What a day of a service costs, by what happens on it.

use super::day_plan::paid_hours;
use crate::blueprint::{Quantity, RoleKind, Scenario};
use crate::process::Process;

/// What is paid on a day, before it is known what happens on it.
#[derive(Clone, Debug)]
pub(super) struct DayRates {
    /// Of each role.
    pub roles: Vec<RoleRate>,
    /// Overhead of the opening hours.
    pub overhead: f64,
    /// Material of one start, of each moment.
    pub material: Vec<f64>,
    /// What each who is served pays.
    pub price: Option<f64>,
}

/// What is paid for a role.
#[derive(Clone, Copy, Debug)]
pub(super) struct RoleRate {
    /// Whether it is staff.
    pub is_staff: bool,
    /// Hours of a day that are paid in any case.
    pub hours: f64,
    /// Of an hour, where it is said.
    pub per_hour: Option<f64>,
}

/// What a single day costs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct DayMoney {
    /// Hours paid of staff, with overtime.
    pub paid_hours: f64,
    /// Hours of staff beyond their shifts.
    pub overtime_hours: f64,
    /// What these hours cost; `None` where somebody's are not known.
    pub labour: Option<f64>,
    /// Everything; `None` as above.
    pub all: Option<f64>,
}

impl DayRates {
    /// Those of a scenario. Linear in roles and steps.
    pub fn of(scenario: &Scenario, process: &Process) -> Self {
        let demand = scenario.demand();
        let roles = scenario.roles().values().map(|role| RoleRate {
            is_staff: role.kind == RoleKind::Staff,
            hours: paid_hours(role, demand),
            per_hour: role.cost_per_hour.map(Quantity::get),
        });
        let material = process.moments.iter().map(|moment| {
            let steps = moment.steps().filter_map(|id| scenario.steps().get(&id));
            steps.map(|step| step.material_cost.get()).sum()
        });
        let opening_hours = demand.opening_hours.map_or(0.0, Quantity::get);
        Self {
            roles: roles.collect(),
            overhead: demand.overhead_per_hour.get() * opening_hours,
            material: material.collect(),
            price: demand.price.map(Quantity::get),
        }
    }

    /// Whether it is known what an hour of each of the staff costs.
    pub fn is_known(&self) -> bool {
        self.roles.iter().all(|role| role.per_hour.is_some() || !role.is_staff)
    }

    /// Those of a day with so many hours of overtime of each role, and so many starts of each moment.
    pub fn of_day(
        &self,
        overtime: impl Iterator<Item = f64>,
        starts: impl Iterator<Item = f64>,
    ) -> DayMoney {
        let (mut paid_hours, mut overtime_hours) = (0.0, 0.0);
        let (mut labour, mut others) = (Some(0.0), self.overhead);
        for (role, beyond) in self.roles.iter().zip(overtime) {
            let hours = role.hours + beyond;
            let cost = role.per_hour.map(|rate| hours * rate);
            if role.is_staff {
                paid_hours += hours;
                overtime_hours += beyond;
                labour = labour.zip(cost).map(|(labour, cost)| labour + cost);
            } else {
                others += cost.unwrap_or(0.0);
            }
        }
        others += self.material.iter().zip(starts).map(|(cost, starts)| cost * starts).sum::<f64>();
        DayMoney { paid_hours, overtime_hours, labour, all: labour.map(|labour| labour + others) }
    }
}
