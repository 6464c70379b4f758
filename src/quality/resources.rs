//! How many of each resource a rate needs, against how many are planned.

use std::collections::BTreeMap;

use crate::analysis::{Analysis, Pool};
use crate::blueprint::{RoleId, RoleKind, Scenario};

/// How busy a resource may be at most where nothing else is asked for.
pub const MOST_BUSY: f64 = 0.85;

/// Working days of a month: a twelfth of 52 weeks of five.
pub const DAYS_OF_A_MONTH: f64 = 52.0 * 5.0 / 12.0;

/// The four kinds of resources.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ResourceKind {
    /// Staff.
    People,
    /// Equipment and rooms.
    Material,
    /// Records, systems, knowledge.
    Information,
    /// Partners and suppliers.
    External,
}

impl ResourceKind {
    /// All kinds with their names in `--json`.
    pub const NAMES: [(&'static str, Self); 4] = [
        ("people", Self::People),
        ("material", Self::Material),
        ("information", Self::Information),
        ("external", Self::External),
    ];
}

impl From<RoleKind> for ResourceKind {
    fn from(kind: RoleKind) -> Self {
        match kind {
            RoleKind::Staff => Self::People,
            RoleKind::Equipment | RoleKind::Room => Self::Material,
            RoleKind::Information => Self::Information,
            RoleKind::External => Self::External,
        }
    }
}

/// How many of a resource are there, needed and planned.
#[derive(Clone, Debug, PartialEq)]
pub struct ResourceFigures {
    /// The roles: one, or several that share work which nobody else does.
    pub roles: Vec<RoleId>,
    /// What kind they are.
    pub kind: ResourceKind,
    /// How many are there; `None` for a role that only comes with the plan.
    pub count: Option<u32>,
    /// How many the rate needs in the plan's scenario; `None` without a rate, and for a role that goes.
    pub needed: Option<u32>,
    /// How many the plan's scenario has; `None` for a role that goes.
    pub planned: Option<u32>,
    /// Planned − needed: below zero what lacks.
    pub gap: Option<i64>,
    /// What those who are planned cost in an hour, in the file's currency; `None` without a rate of cost, and where
    /// they are paid in rows of their own.
    pub cost_per_hour: Option<f64>,
    /// What they cost in a month; `None` without opening hours as well.
    pub cost_per_month: Option<f64>,
}

/// What all who are planned cost, against the budget.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BudgetFigures {
    /// What those cost in an hour whose cost is known.
    pub cost_per_hour: f64,
    /// What they cost in a month; `None` without opening hours.
    pub cost_per_month: Option<f64>,
    /// What there is for a month.
    pub budget: Option<f64>,
    /// For how many hours of each working day the budget pays all of them.
    pub hours_a_day: Option<f64>,
}

/// Adds up what those who are planned cost; `None` where nobody's cost is known.
#[must_use]
pub fn budget_figures(rows: &[ResourceFigures], budget: Option<f64>) -> Option<BudgetFigures> {
    let known = rows.iter().filter_map(|it| it.cost_per_hour);
    let per_hour: f64 = known.clone().sum();
    known.clone().next()?;
    let months = rows.iter().filter_map(|it| it.cost_per_month);
    let hours_a_day = budget.filter(|_| per_hour > 0.0).map(|it| it / per_hour / DAYS_OF_A_MONTH);
    Some(BudgetFigures {
        cost_per_hour: per_hour,
        cost_per_month: months.clone().next().map(|_| months.sum()),
        budget,
        hours_a_day,
    })
}

/// Need = ⌈rate × work ÷ 3600 ÷ availability ÷ most busy⌉ by role, of the scenario that the plan leads to, so that
/// need and plan speak of one service; roles that share work have a row together where they need more than their own
/// rows say. Roles that go stand among those of today, roles that come after them. Linear in roles and pools.
#[must_use]
pub fn resources(
    today: &Scenario,
    (planned, analysis): (&Scenario, &Analysis),
    rate: Option<f64>,
    most_busy: f64,
) -> Vec<ResourceFigures> {
    let need = |work_s: f64, availability: f64| -> Option<u32> {
        let units = rate? * work_s / 3600.0 / availability / most_busy;
        // What is a whole number but for the last binary digits is that number.
        let whole = (units - 1e-9).ceil().max(0.0);
        // Far below 2^32 for any rate that a file can hold; beyond, the highest count says enough.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        whole.is_finite().then_some(whole as u32)
    };
    let mut own: BTreeMap<RoleId, Option<u32>> = BTreeMap::new();
    let mut shared: Vec<(&[RoleId], f64)> = Vec::new();
    for pool in &analysis.pools {
        let Pool::Roles(roles) = &pool.pool else { continue };
        match roles.as_slice() {
            [role] => {
                let availability =
                    planned.roles().get(role).map_or(1.0, |role| role.availability.value());
                own.insert(*role, need(pool.work_s, availability));
            }
            roles => shared.push((roles, pool.work_s)),
        }
    }
    let hours = planned.demand().opening_hours.map(crate::blueprint::Quantity::get);
    let row = |roles: Vec<RoleId>, needed: Option<u32>| -> Option<ResourceFigures> {
        let first = roles.first()?;
        let first = planned.roles().get(first).or_else(|| today.roles().get(first))?;
        // Of nobody is none, which is something else than no heads.
        let heads = |of: &Scenario| -> Option<u32> {
            let there = roles.iter().filter_map(|id| of.roles().get(id));
            there.clone().next().map(|_| there.map(|role| role.heads()).sum())
        };
        let cost = |id: &RoleId| {
            let role = planned.roles().get(id)?;
            Some(f64::from(role.heads()) * role.cost_per_hour?.get())
        };
        let per_hour: Option<f64> = roles.iter().map(cost).sum();
        let (count, planned) = (heads(today), heads(planned));
        let needed = needed.filter(|_| planned.is_some());
        Some(ResourceFigures {
            kind: first.kind.into(),
            count,
            needed,
            planned,
            gap: planned.zip(needed).map(|(plan, need)| i64::from(plan) - i64::from(need)),
            cost_per_hour: per_hour,
            cost_per_month: per_hour.zip(hours).map(|(cost, hours)| cost * hours * DAYS_OF_A_MONTH),
            roles,
        })
    };
    let come = planned.roles().keys().filter(|id| !today.roles().contains_key(*id));
    let mut rows: Vec<ResourceFigures> = today
        .roles()
        .keys()
        .chain(come)
        .filter_map(|id| row(vec![*id], own.get(id).copied().unwrap_or(rate.map(|_| 0))))
        .collect();
    for (roles, work_s) in shared {
        let there = || roles.iter().filter_map(|id| planned.roles().get(id));
        let heads: u32 = there().map(|it| it.heads()).sum();
        let offer: f64 = there().map(|it| it.offer()).sum();
        let availability = if heads == 0 { 1.0 } else { offer / f64::from(heads) };
        let needed = need(work_s, availability);
        let alone: Option<u32> =
            roles.iter().map(|id| own.get(id).copied().unwrap_or(Some(0))).sum();
        // Below what their own work needs, the shared work fits in.
        if needed > alone {
            let mut joint = row(roles.to_vec(), needed);
            // Those who are planned are paid once, in their own rows.
            if let Some(joint) = &mut joint {
                (joint.cost_per_hour, joint.cost_per_month) = (None, None);
            }
            rows.extend(joint);
        }
    }
    rows
}
