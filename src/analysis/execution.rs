//! What the work costs and leaves by its time (Shostack 1984, “Designing services that deliver”).
//!
//! Only busy time is counted here, as if people were paid by the minute of work: that is what a
//! slower execution costs. What idle hours cost is in the cost per customer.

use smallvec::SmallVec;

use super::explain::WageLine;
use super::figure::{Basis, Figure, Lack};
use super::loads::{Loads, Supply, Unit, WorkSum};
use super::money::{self, Money, both};
use super::result::Analysis;
use super::service::{Service, inverse};
use crate::blueprint::{Quantity, Role, RoleId, RoleKind, Scenario};
use crate::process::{Activity, Sum};

const HOUR_S: f64 = 3600.0;
const MINUTE_S: f64 = 60.0;

/// What an hour of a unit of these roles costs, by what each offers, and whether that is certain.
///
/// # Errors
/// A role of the kind staff without a rate.
pub(super) fn rate_per_hour(scenario: &Scenario, roles: &[RoleId]) -> Result<(f64, bool), Lack> {
    let known = roles.iter().filter_map(|id| Some((*id, scenario.roles().get(id)?.as_ref())));
    rate_of(known)
}

/// [`rate_per_hour`] of roles that are looked up already.
fn rate_of<'a>(roles: impl Iterator<Item = (RoleId, &'a Role)>) -> Result<(f64, bool), Lack> {
    let (mut offered, mut paid, mut plain) = (Sum::default(), Sum::default(), Sum::default());
    let mut rates: Option<(f64, f64)> = None;
    let mut count = 0.0;
    for (id, role) in roles {
        let rate = match (role.cost_per_hour, role.kind) {
            (Some(rate), _) => rate.get(),
            (None, RoleKind::Staff) => return Err(Lack::Rate(id)),
            (None, _) => 0.0,
        };
        offered.add(role.offer());
        paid.add(role.offer() * rate);
        plain.add(rate);
        count += 1.0;
        let (least, most) = rates.unwrap_or((rate, rate));
        rates = Some((least.min(rate), most.max(rate)));
    }
    let Some((least, most)) = rates else { return Ok((0.0, true)) };
    if least >= most {
        Ok((most, true))
    } else if offered.value() > 0.0 {
        Ok((paid.value() / offered.value(), false))
    } else {
        Ok((plain.value() / count, false))
    }
}

/// What each minute more of a step costs.
pub(super) fn delay_cost(scenario: &Scenario, activity: &Activity) -> Figure {
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
pub(super) fn wages(scenario: &Scenario, loads: &Loads) -> Vec<WageLine> {
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
    let mut lacks = money::flow_lacks(service);
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
                basis = both(basis, Basis::APPROXIMATE);
            }
            if kept {
                basis = both(basis, Basis::LowerBound);
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

/// The figures of the execution; margin and profit are left to those who know the output.
pub(super) fn money(service: &Service, material: Option<f64>, analysis: &Analysis) -> Money {
    let busy = busy_cost(service);
    let flow = money::flow_lacks(service);
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
    let time = &analysis.rush_order_time_s;
    let rises = both(busy.basis, inverse(time, |seconds| seconds).basis);
    let delay = from_two(&busy, time, rises, |busy, seconds| busy / (seconds / MINUTE_S));
    let break_even = match (left.value, busy.value) {
        (Some(left), _) if left < 0.0 => Figure::lacking([Lack::PriceAboveMaterial]),
        (Some(_), Some(busy)) if busy <= 0.0 => Figure::lacking([Lack::BusyCost]),
        // Work that the customer does not wait for cannot be stretched with the way through.
        (Some(_), Some(_)) if time.value == Some(0.0) => Figure::lacking([Lack::Method]),
        _ => {
            let stretch = from_two(&left, &busy, falls, |left, busy| left / busy);
            let basis = both(falls, time.basis);
            from_two(&stretch, time, basis, |stretch, seconds| stretch * seconds)
        }
    };
    Money {
        material_per_customer: material,
        busy_cost_per_customer: busy,
        execution_profit_per_customer: profit,
        break_even_time_s: break_even,
        delay_cost_per_minute: delay,
        ..Money::default()
    }
}
