//! What the work costs and leaves by its time (Shostack 1984, “Designing services that deliver”).
//!
//! Only busy time is counted here, as if people were paid by the minute of work: that is what a
//! slower execution costs. What idle hours cost is in the cost per customer.

use smallvec::SmallVec;

use super::rates::{rate_of, rate_per_hour};
use crate::analysis::capacity::loads::{Loads, Supply, Unit, WorkSum};
use crate::analysis::capacity::service::Service;
use crate::analysis::result::{Basis, Figure, Lack, WageLine, inverse};
use crate::blueprint::{Quantity, RoleId, Scenario};
use crate::process::{Activity, Sum};

const HOUR_S: f64 = 3600.0;
const MINUTE_S: f64 = 60.0;

/// What the execution of the work costs and leaves for one customer.
pub(in crate::analysis) struct Execution {
    /// Material.
    pub(in crate::analysis) material_per_customer: Figure,
    /// The hours at work × their cost.
    pub(in crate::analysis) busy_cost_per_customer: Figure,
    /// Price − busy cost − material.
    pub(in crate::analysis) profit_per_customer: Figure,
    /// How many seconds the execution may last until it leaves nothing.
    pub(in crate::analysis) break_even_time_s: Figure,
    /// What each minute costs by which the execution is late.
    pub(in crate::analysis) delay_cost_per_minute: Figure,
}

impl Execution {
    /// The execution of a service whose customers take so long through an empty system. Linear in
    /// the loads.
    pub(in crate::analysis) fn of(
        service: &Service,
        material: Option<f64>,
        rush_order_s: &Figure,
    ) -> Self {
        profiling::function_scope!();
        let busy = busy_cost(service);
        let flow = service.flow_lacks();
        let material = match material {
            Some(material) if flow.is_empty() => Figure::exact(material),
            Some(_) => Figure::lacking(flow),
            None => Figure::lacking([Lack::SoundFlow]),
        };
        let price = service.scenario.demand().price.map(Quantity::get);
        let price = price.map_or_else(|| Figure::lacking([Lack::Price]), Figure::exact);
        let left = from_two(&price, &material, Basis::Exact, |price, material| price - material);
        let falls = inverse(&busy, |cost| cost).basis;
        let profit = from_two(&left, &busy, falls, |left, busy| left - busy);
        let rises = busy.basis.with(inverse(rush_order_s, |seconds| seconds).basis);
        let delay =
            from_two(&busy, rush_order_s, rises, |busy, seconds| busy / (seconds / MINUTE_S));
        let break_even = match (left.value, busy.value) {
            (Some(left), _) if left < 0.0 => Figure::lacking([Lack::PriceAboveMaterial]),
            (Some(_), Some(busy)) if busy <= 0.0 => Figure::lacking([Lack::BusyCost]),
            // Work that the customer does not wait for cannot be stretched with the way through.
            (Some(_), Some(_)) if rush_order_s.value == Some(0.0) => {
                Figure::lacking([Lack::Method])
            }
            _ => {
                let stretch = from_two(&left, &busy, falls, |left, busy| left / busy);
                let basis = falls.with(rush_order_s.basis);
                from_two(&stretch, rush_order_s, basis, |stretch, seconds| stretch * seconds)
            }
        };
        Self {
            material_per_customer: material,
            busy_cost_per_customer: busy,
            profit_per_customer: profit,
            break_even_time_s: break_even,
            delay_cost_per_minute: delay,
        }
    }
}

/// What each minute more of a step costs.
pub(in crate::analysis) fn delay_cost(scenario: &Scenario, activity: &Activity) -> Figure {
    let (mut per_hour, mut certain) = (Sum::default(), true);
    let mut lacks = Vec::new();
    for claim in &activity.claims {
        match rate_of(claim.roles.iter().copied().zip(claim.roles_in(scenario))) {
            Ok((rate, sure)) => {
                per_hour.add(rate * f64::from(claim.count));
                certain &= sure;
            }
            Err(lack) => lacks.push(lack),
        }
    }
    lacks.sort_unstable();
    lacks.dedup();
    let basis = if certain { Basis::Exact } else { Basis::APPROXIMATE };
    if lacks.is_empty() {
        Figure::new(per_hour.value() / MINUTE_S, basis)
    } else {
        Figure::lacking(lacks)
    }
}

/// The roles that can do some work.
fn roles_of(units: &[Unit], sum: &WorkSum) -> SmallVec<[RoleId; 4]> {
    sum.roles.iter().filter_map(|at| Some(units.get(*at)?.role)).collect()
}

/// The work that costs something, with what an hour of it costs; by the roles that do it, in
/// document order.
pub(in crate::analysis) fn wages(scenario: &Scenario, loads: &Loads) -> Vec<WageLine> {
    let mut lines: Vec<WageLine> = Vec::new();
    for block in &loads.blocks {
        let Supply::Roles(units) = &block.supply else { continue };
        let first = lines.len();
        for sum in block.sums.iter().filter(|sum| sum.work_s > 0.0) {
            let roles = roles_of(units, sum);
            let Ok((cost_per_hour, _)) = rate_per_hour(scenario, &roles) else { continue };
            // So many units at once are another sum, but the same people.
            match lines.iter_mut().skip(first).find(|line| *line.roles == *roles) {
                Some(line) => line.work_s += sum.work_s,
                None if cost_per_hour > 0.0 => {
                    lines.push(WageLine {
                        roles: roles.into_vec(),
                        work_s: sum.work_s,
                        cost_per_hour,
                    });
                }
                None => {}
            }
        }
    }
    lines
}

fn busy_cost(service: &Service) -> Figure {
    let mut lacks = service.flow_lacks();
    let (mut cost, mut basis) = (Sum::default(), Basis::Exact);
    for block in &service.loads.blocks {
        let Supply::Roles(units) = &block.supply else { continue };
        // A kept unit also waits with the customer.
        let kept = block.loads.iter().any(|load| load.kept_s > 0.0);
        for sum in &block.sums {
            let (rate, certain) = match rate_per_hour(service.scenario, &roles_of(units, sum)) {
                Ok((rate, _)) if rate <= 0.0 => continue,
                Ok(rate) => rate,
                Err(lack) => {
                    lacks.push(lack);
                    continue;
                }
            };
            cost.add(sum.work_s * rate / HOUR_S);
            if !certain {
                basis = basis.with(Basis::APPROXIMATE);
            }
            if kept {
                basis = basis.with(Basis::LowerBound);
            }
            lacks.extend(block.lacks.iter().filter(|lack| !matches!(lack, Lack::Headcount(_))));
        }
    }
    lacks.sort_unstable();
    lacks.dedup();
    if lacks.is_empty() { Figure::new(cost.value(), basis) } else { Figure::lacking(lacks) }
}

/// A figure from two others, with the lacks of both where there is none.
fn from_two(a: &Figure, b: &Figure, basis: Basis, of: impl Fn(f64, f64) -> f64) -> Figure {
    if let (Some(one), Some(other)) = (a.value, b.value) {
        return Figure::new(of(one, other), basis);
    }
    let mut lacks: Vec<Lack> = a.lacks.to_vec();
    lacks.extend(b.lacks.iter().filter(|lack| !a.lacks.contains(lack)));
    Figure::lacking(lacks)
}
