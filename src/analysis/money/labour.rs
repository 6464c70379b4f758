//! Labour: what a customer takes of paid time.

use crate::analysis::capacity::loads::Supply;
use crate::analysis::capacity::service::Service;
use crate::analysis::result::{Basis, Figure, Lack};
use crate::blueprint::{RoleId, RoleKind};
use crate::process::Sum;

/// Staff time, and how much of what is paid is spent at work.
pub(in crate::analysis) struct Labour {
    /// Seconds of staff time per customer; lacking without staff roles.
    pub(in crate::analysis) content_s: Figure,
    /// Staff time at work ÷ staff time paid, at the output (1 = 100 %).
    pub(in crate::analysis) utilisation: Figure,
    /// The same at full load.
    pub(in crate::analysis) balance: Figure,
}

impl Labour {
    /// The labour of a service at its output and at full load, both in customers per hour. Linear in
    /// the loads.
    pub(in crate::analysis) fn of(service: &Service, output: &Figure, capacity: &Figure) -> Self {
        profiling::function_scope!();
        let content_s = content(service);
        Self {
            utilisation: paid_share(service, &content_s, output),
            balance: paid_share(service, &content_s, capacity),
            content_s,
        }
    }
}

/// Seconds of staff time per customer.
fn content(service: &Service) -> Figure {
    let is_staff = |role: RoleId| {
        service.scenario.roles().get(&role).is_some_and(|role| role.kind == RoleKind::Staff)
    };
    if !service.scenario.roles().keys().any(|role| is_staff(*role)) {
        return Figure::lacking([Lack::StaffRole]);
    }
    let mut lacks = service.flow_lacks();
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
                basis = basis.with(off);
            }
            lacks.extend(block.lacks.iter().filter(|lack| !matches!(lack, Lack::Headcount(_))));
        }
    }
    lacks.sort_unstable();
    lacks.dedup();
    if lacks.is_empty() { Figure::new(content.value(), basis) } else { Figure::lacking(lacks) }
}

/// Staff time at work ÷ staff time paid, at so many customers an hour.
fn paid_share(service: &Service, content: &Figure, per_hour: &Figure) -> Figure {
    let (Some(seconds), Some(rate)) = (content.value, per_hour.value) else {
        return Figure::lacking(content.lacks.iter().chain(&per_hour.lacks).copied());
    };
    let staff: f64 = service
        .scenario
        .roles()
        .values()
        .filter(|role| role.kind == RoleKind::Staff)
        .map(|role| f64::from(role.heads()))
        .sum();
    if staff > 0.0 {
        let share = seconds * rate / (3600.0 * staff);
        // Nobody works more than all the time; a bound can say more.
        let basis =
            if share > 1.0 + 1e-9 { Basis::UpperBound } else { content.basis.with(per_hour.basis) };
        Figure::new(if share > 1.0 + 1e-9 { 1.0 } else { share }, basis)
    } else {
        let empty = service.scenario.roles().iter().filter(|(_, r)| r.kind == RoleKind::Staff);
        Figure::lacking(empty.map(|(id, _)| Lack::Headcount(*id)))
    }
}
