//! The figures of single steps and roles.

use super::figure::Figure;
use super::pool::Pool;
use crate::blueprint::StepId;

/// The figures of a step that takes part in the flow.
#[derive(Clone, Debug, PartialEq)]
pub struct StepFigures {
    /// How often a customer passes it.
    pub visits: Figure,
    /// Customers per hour it could serve if it had its roles for itself:
    /// servers × batch ÷ (visits × (time + set-up)).
    pub capacity_per_hour: Figure,
    /// Demand ÷ capacity of the step.
    pub utilisation: Figure,
    /// The most loaded pool that it works in, and its part in that; `None` where it needs none. This,
    /// not the capacity that it would have alone, tells how loaded a step is whose roles do other
    /// steps as well.
    pub tightest: Option<TightestPool>,
    /// Mean wait before it per visit, in seconds.
    pub wait_s: Figure,
    /// The same of those alone who are served, in seconds, where it is known to differ: customers give up.
    pub wait_served_s: Option<f64>,
    /// How many customers wait before it on average, at the demand: arrivals × visits × wait (Little
    /// 1961).
    pub queue_length: Figure,
    /// The share of customers whose wait is at most what the step calls acceptable, 0 to 1; of a
    /// card that stands for a wait, the wait that follows it. Lacking where it calls none so.
    pub within_acceptable: Figure,
    /// What each minute more costs, every time the step is done: the rates of the roles that it
    /// holds.
    pub delay_cost_per_minute: Figure,
    /// How many customers it serves at once; `None` without limit.
    pub servers: Option<f64>,
    /// Whether it loads a binding pool.
    pub bottleneck: bool,
}

/// The most loaded of the pools that a step works in, and the step's part in its load.
#[derive(Clone, Debug, PartialEq)]
pub struct TightestPool {
    /// Which pool.
    pub pool: Pool,
    /// Seconds of one unit's time that the step takes of it per customer.
    pub work_s: f64,
    /// Of all the work that a customer brings to the pool, what the step brings, 0 to 1.
    pub share: f64,
    /// Of the pool's time, what the step takes at the demand (1 = 100 %): share × utilisation.
    pub load: Figure,
    /// Customers per hour that the pool can serve, over all its steps.
    pub capacity_per_hour: Figure,
    /// Demand ÷ capacity of the pool.
    pub utilisation: Figure,
    /// Whether it limits the capacity of the whole.
    pub binding: bool,
    /// How many steps load it.
    pub steps: usize,
}

/// The figures of a role.
#[derive(Clone, Debug, PartialEq)]
pub struct RoleFigures {
    /// Customers per hour it could serve alone; lacking where no step needs it.
    pub capacity_per_hour: Figure,
    /// Demand ÷ capacity.
    pub utilisation: Figure,
    /// By how many customers per hour its queue grows, where demand exceeds its capacity.
    pub growth_per_hour: Figure,
    /// Mean wait for it per visit, in seconds.
    pub wait_s: Figure,
    /// How many customers wait on average where it is needed, at the demand (Little 1961).
    pub queue_length: Figure,
    /// Seconds of its time that a customer takes.
    pub work_s: f64,
    /// Whether it belongs to a binding pool.
    pub bottleneck: bool,
    /// The steps that need it, in document order.
    pub steps: Vec<StepId>,
}
