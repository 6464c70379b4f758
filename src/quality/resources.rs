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
    /// How many are there.
    pub count: u32,
    /// How many the rate needs; `None` without a rate.
    pub needed: Option<u32>,
    /// How many the plan's scenario has.
    pub planned: u32,
    /// Planned − needed: below zero what lacks.
    pub gap: Option<i64>,
    /// What those who are planned cost in a month, in the file's currency; `None` without a rate of cost or
    /// opening hours.
    pub cost_per_month: Option<f64>,
}

/// Need = ⌈rate × work ÷ 3600 ÷ availability ÷ most busy⌉ by role; roles that share work have a row together
/// where they need more than their own rows say. Linear in roles and pools.
#[must_use]
pub fn resources(
    scenario: &Scenario,
    analysis: &Analysis,
    rate: Option<f64>,
    most_busy: f64,
    planned: &Scenario,
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
                    scenario.roles().get(role).map_or(1.0, |role| role.availability.value());
                own.insert(*role, need(pool.work_s, availability));
            }
            roles => shared.push((roles, pool.work_s)),
        }
    }
    let row = |roles: Vec<RoleId>, needed: Option<u32>| -> Option<ResourceFigures> {
        let first = scenario.roles().get(roles.first()?)?;
        let heads = |of: &Scenario| -> u32 {
            let heads = |id: &RoleId| of.roles().get(id).map_or(0, |role| role.heads());
            roles.iter().map(heads).sum()
        };
        let hours = scenario.demand().opening_hours.map(crate::blueprint::Quantity::get);
        let cost = |id: &RoleId| {
            let role = planned.roles().get(id)?;
            Some(f64::from(role.heads()) * role.cost_per_hour?.get())
        };
        let per_hour: Option<f64> = roles.iter().map(cost).sum();
        let planned = heads(planned);
        Some(ResourceFigures {
            kind: first.kind.into(),
            count: heads(scenario),
            needed,
            planned,
            gap: needed.map(|needed| i64::from(planned) - i64::from(needed)),
            cost_per_month: per_hour.zip(hours).map(|(cost, hours)| cost * hours * DAYS_OF_A_MONTH),
            roles,
        })
    };
    let mut rows: Vec<ResourceFigures> = scenario
        .roles()
        .keys()
        .filter_map(|id| row(vec![*id], own.get(id).copied().unwrap_or(rate.map(|_| 0))))
        .collect();
    for (roles, work_s) in shared {
        let heads: u32 =
            roles.iter().filter_map(|id| scenario.roles().get(id)).map(|it| it.heads()).sum();
        let offer: f64 =
            roles.iter().filter_map(|id| scenario.roles().get(id)).map(|it| it.offer()).sum();
        let availability = if heads == 0 { 1.0 } else { offer / f64::from(heads) };
        let needed = need(work_s, availability);
        let alone: Option<u32> =
            roles.iter().map(|id| own.get(id).copied().unwrap_or(Some(0))).sum();
        // Below what their own work needs, the shared work fits in.
        if needed > alone {
            let mut joint = row(roles.to_vec(), needed);
            // Those who are planned are paid once, in their own rows.
            if let Some(joint) = &mut joint {
                joint.cost_per_month = None;
            }
            rows.extend(joint);
        }
    }
    rows
}
