//! What is compared before and after, and what is aimed at.

use super::CALM;
use crate::analysis::{Analysis, Figure, FigureKey};
use crate::blueprint::{Quantity, Role, RoleId, RoleKind, Scenario};
use crate::redesign::certainty::{Course, Direction};

/// The main figures of a scenario.
#[derive(Clone, Debug, PartialEq)]
pub struct Outlook {
    /// Customers per hour at full load.
    pub capacity_per_hour: Figure,
    /// Seconds from arrival to exit, with waiting.
    pub throughput_time_s: Figure,
    /// Seconds through an empty service.
    pub rush_order_time_s: Figure,
    /// Cost per customer, in the file's currency.
    pub cost_per_customer: Figure,
    /// People of the organisation.
    pub staff: u32,
}

impl Outlook {
    /// The main figures of a scenario.
    #[must_use]
    pub fn of(scenario: &Scenario, analysis: &Analysis) -> Self {
        let staff = scenario.roles().values().filter(|role| role.kind == RoleKind::Staff);
        Self {
            capacity_per_hour: analysis.capacity_per_hour.clone(),
            throughput_time_s: analysis.throughput_time_s.clone(),
            rush_order_time_s: analysis.rush_order_time_s.clone(),
            cost_per_customer: analysis.cost_per_customer.clone(),
            staff: staff.fold(0, |sum, role| sum.saturating_add(role.headcount)),
        }
    }
}

/// By which part the cost of all roles per hour rises from one version to another, or their
/// headcount where a role whose headcount differs has no cost per hour. A fall counts as nothing: a
/// saving is no effort.
pub(super) fn rise_of_cost(before: &Scenario, after: &Scenario) -> f64 {
    let heads = |id: &RoleId| before.roles().get(id).map_or(0, |role| role.headcount);
    let known = after
        .roles()
        .iter()
        .all(|(id, role)| heads(id) == role.headcount || role.cost_per_hour.is_some());
    let weigh = |role: &Role| {
        let each = role.cost_per_hour.map_or(0.0, Quantity::get);
        f64::from(role.headcount) * if known { each } else { 1.0 }
    };
    let sum =
        |scenario: &Scenario| -> f64 { scenario.roles().values().map(|role| weigh(role)).sum() };
    let (old, new) = (sum(before), sum(after));
    if old > 0.0 { ((new - old) / old).max(0.0) } else { f64::from(u8::from(new > old)) }
}

/// The figure that a suggestion is to improve.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Target {
    /// The capacity: more is better.
    Capacity,
    /// The throughput time: less is better.
    Time,
}

impl Target {
    /// What there is to improve; `None` where the capacity is not known.
    pub(super) fn of(analysis: &Analysis) -> Option<Self> {
        analysis.capacity_per_hour.value?;
        let is_calm = analysis.utilisation.value.is_some_and(|share| share <= CALM);
        let waits = analysis.experience.waiting_share.value.is_some_and(|share| share > 0.0);
        Some(if is_calm && waits { Self::Time } else { Self::Capacity })
    }

    /// The figure of an outlook.
    #[must_use]
    pub fn figure(self, outlook: &Outlook) -> &Figure {
        match self {
            Self::Capacity => &outlook.capacity_per_hour,
            Self::Time => &outlook.throughput_time_s,
        }
    }

    /// The relative gain on the way from one outlook to another; `None` where a figure is not known,
    /// or where it may as well have got worse.
    pub(super) fn gain(
        self,
        course: &Course<'_>,
        before: &Outlook,
        after: &Outlook,
    ) -> Option<f64> {
        let (was, is) = (self.figure(before), self.figure(after));
        let (key, better) = match self {
            Self::Capacity => (FigureKey::Capacity, Direction::Up),
            Self::Time => (FigureKey::ThroughputTime, Direction::Down),
        };
        let (old, new) = (was.value?, is.value?);
        if old <= 0.0 || course.direction(key, was, is) != better {
            return None;
        }
        Some(match self {
            Self::Capacity => new / old - 1.0,
            Self::Time => 1.0 - new / old,
        })
    }
}
