//! Small changes of a service, and what they bring.

use crate::blueprint::{RoleId, StepId};

/// A change that was tried on the pools, and the capacity it brings.
#[derive(Clone, Debug, PartialEq)]
pub struct Trial {
    /// What was changed.
    pub change: Change,
    /// The capacity after it, recomputed, in customers per hour.
    pub capacity_per_hour: f64,
}

/// A small change of the service.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Change {
    /// One more of a role.
    OneMore(RoleId),
    /// One less of a role.
    OneLess(RoleId),
    /// One more place at a step.
    OneMorePlace(StepId),
    /// One place less at a step.
    OneLessPlace(StepId),
    /// A second server where one was assumed.
    SecondServer(StepId),
    /// 10 % off the time of a step.
    TenPercentFaster(StepId),
}
