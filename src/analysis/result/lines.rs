//! The lines that a calculation adds up.

use super::fork_method::ForkMethod;
use super::pool::Pool;
use crate::blueprint::{LinkId, RoleId, StepId};

/// A link that crosses a line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ContactLine {
    /// The link.
    pub link: LinkId,
    /// The step where it starts.
    pub from: StepId,
    /// The step where it ends.
    pub to: StepId,
    /// How often a customer uses it.
    pub times: f64,
}

/// Work that passes from one staff to another.
#[derive(Clone, Debug, PartialEq)]
pub struct HandOffLine {
    /// The roles of those who had it, in document order.
    pub from: Vec<RoleId>,
    /// The first step of the moment where others take it over.
    pub to: StepId,
    /// How often that happens for a customer.
    pub times: f64,
}

/// Work that is paid by the hour.
#[derive(Clone, Debug, PartialEq)]
pub struct WageLine {
    /// The roles that do it: one, or several that can stand in for each other.
    pub roles: Vec<RoleId>,
    /// Seconds of it for one customer.
    pub work_s: f64,
    /// What an hour costs; of several roles on average, by what each offers.
    pub cost_per_hour: f64,
}

/// A pool in the derivation of the capacity.
#[derive(Clone, Debug, PartialEq)]
pub struct PoolLine {
    /// Which pool.
    pub pool: Pool,
    /// Units on average.
    pub offer: f64,
    /// Seconds of a unit's time per customer.
    pub work_s: f64,
    /// Customers per hour.
    pub capacity_per_hour: f64,
    /// Whether it is the answer, or one of several.
    pub binding: bool,
    /// The share of its offer that is not used at the capacity: 0 for a pool that binds.
    pub slack: f64,
    /// What its work adds up from, in document order; empty for a pool that does not bind.
    pub work: Vec<WorkLine>,
}

/// A step's part of the work of a pool:
/// (visits × (time + set-up) ÷ batch + kept) × count.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WorkLine {
    /// The step.
    pub step: StepId,
    /// How often a customer passes it.
    pub visits: f64,
    /// Seconds per execution, without set-up.
    pub time_s: f64,
    /// Seconds of set-up per execution.
    pub setup_s: f64,
    /// Customers served together.
    pub batch: f64,
    /// Units at once.
    pub count: u32,
    /// Seconds per customer that a unit stays with the customer afterwards.
    pub kept_s: f64,
    /// The answer: seconds of units' time per customer.
    pub work_s: f64,
}

/// A role that is paid by the hour.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PaidLine {
    /// The role.
    pub role: RoleId,
    /// How many are paid.
    pub headcount: u32,
    /// What an hour of one costs.
    pub cost_per_hour: f64,
}

/// A stop on the customer's way.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TimeLine {
    /// The step that it is called by: the longest of its moment.
    pub step: StepId,
    /// How often a customer passes.
    pub visits: f64,
    /// Seconds of waiting per visit; zero where an empty system is meant.
    pub wait_s: f64,
    /// Seconds per visit.
    pub time_s: f64,
}

/// A fork on the customer's way.
#[derive(Clone, Debug, PartialEq)]
pub struct ForkLine {
    /// The step that the branches part after; `None` on arrival.
    pub fork: Option<StepId>,
    /// Mean seconds until all branches have met again, or ended.
    pub mean_s: f64,
    /// How they were computed.
    pub method: ForkMethod,
    /// The branches, in the order they were drawn.
    pub branches: Vec<BranchLine>,
}

/// A branch of a fork.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BranchLine {
    /// The step that it starts with; `None` if there is nothing in it.
    pub step: Option<StepId>,
    /// Mean seconds until it has ended, of branches inside it the longest.
    pub mean_s: f64,
    /// By how many seconds it is shorter on average than the longest; 0 for the one that decides.
    pub slack_s: f64,
}
