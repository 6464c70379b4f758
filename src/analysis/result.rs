//! The result of an analysis: every figure of a scenario.

use smallvec::SmallVec;

use super::attained::OrderOfWork;
use super::bound::BoundReason;
use super::experience::Experience;
use super::figure::Figure;
use super::money::Money;
use crate::blueprint::{IdTable, RoleId, StepId};
use crate::process::Problem;

/// A pool: something that customers compete for.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Pool {
    /// One role, or several that together do work nobody else can do, in document order.
    Roles(SmallVec<[RoleId; 4]>),
    /// The places of a step.
    Places(StepId),
    /// The one server that a step without role and places is taken for.
    Assumed(StepId),
}

impl Clone for Pool {
    // Each step names its pool, so that this counts: numbers are copied in one go.
    fn clone(&self) -> Self {
        match self {
            Self::Roles(roles) => Self::Roles(SmallVec::from_slice(roles)),
            Self::Places(step) => Self::Places(*step),
            Self::Assumed(step) => Self::Assumed(*step),
        }
    }
}

impl Pool {
    /// The pool of some roles, given in document order.
    #[must_use]
    pub fn of_roles(roles: impl IntoIterator<Item = RoleId>) -> Self {
        Self::Roles(roles.into_iter().collect())
    }
}

/// What a pool offers against the work a customer brings it.
#[derive(Clone, Debug, PartialEq)]
pub struct PoolFigures {
    /// Which pool.
    pub pool: Pool,
    /// Units really there on average: headcount × availability, or places.
    pub offer: f64,
    /// Seconds of one unit's time that a customer takes, over all visits.
    pub work_s: f64,
    /// Customers per hour it could serve alone: 3600 × offer ÷ work.
    pub capacity_per_hour: Figure,
    /// Demand ÷ capacity (1 = 100 %).
    pub utilisation: Figure,
    /// By how many customers per hour its queue grows, where demand exceeds its capacity.
    pub growth_per_hour: Figure,
    /// Mean wait for it per visit, in seconds.
    pub wait_s: Figure,
    /// What the wait was computed from; `None` without a wait.
    pub queue: Option<Queue>,
    /// What of it is not used at the capacity of the whole; `None` where that is not known.
    pub slack: Option<Slack>,
    /// Whether it limits the capacity of the whole.
    pub binding: bool,
    /// The steps that load it, in document order.
    pub steps: Vec<StepId>,
}

/// A pool as a queue: what its wait was computed from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Queue {
    /// How many are served at once.
    pub servers: u32,
    /// The formula.
    pub formula: QueueFormula,
    /// Squared coefficient of variation of the gaps between arrivals: 1 for Poisson arrivals.
    pub gap_scv: f64,
    /// Squared coefficient of variation of the service time, over all that it does.
    pub service_scv: f64,
    /// The probability of having to wait, 0 to 1; as trustworthy as the wait at best.
    pub waiting: f64,
    /// Seconds of steady demand after which the wait has come most of the way from none to what it
    /// is in the long run: the relaxation time of M/M/1 (Cohen 1969), 1 ÷ (rate × (1 − √busy)²), for
    /// the rate of all servers, scaled by how much arrivals and service vary. Near.
    pub settling_s: f64,
}

/// What a pool offers beyond the work that only it can do, at the capacity of the whole. Work that
/// others could do as well is not counted, as they may do it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Slack {
    /// Units on average.
    pub units: f64,
    /// Of its offer, from 0 for a pool that binds to 1 for one without work.
    pub share: f64,
}

/// What would limit the service next, if the pools that bind had no limit, nor the work that they
/// share with others.
#[derive(Clone, Debug, PartialEq)]
pub struct NextLimit {
    /// Customers per hour there.
    pub capacity_per_hour: Figure,
    /// By how many customers per hour that is more than the capacity.
    pub gap_per_hour: f64,
    /// The pools that bind there, in document order of roles, then of steps.
    pub pools: Vec<Pool>,
    /// Units that would reach it: so many more of each of these pools. Empty where more of single
    /// roles and places alone do not.
    pub more_units: Vec<(Pool, u32)>,
    /// The share of the work of all pools that bind now whose end would reach it, from 0 to 1;
    /// `None` where work that others share still limits then.
    pub less_work: Option<f64>,
}

/// What a wait was computed by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum QueueFormula {
    /// M/M/c (Erlang 1917; Jackson 1957 in networks).
    Erlang,
    /// M/G/1 (Pollaczek 1930, Khinchine 1932).
    PollaczekKhinchine,
    /// M/D/c (Crommelin 1932).
    Crommelin,
    /// M/D/c for very many servers (Cosmetatos 1975).
    Cosmetatos,
    /// M/G/c (Kimura 1986).
    Kimura,
    /// GI/M/c (Takács 1962).
    Takacs,
    /// GI/G/1 (Krämer & Langenbach-Belz 1976).
    KraemerLangenbachBelz,
    /// GI/G/c (Whitt 1993).
    Whitt,
    /// M/G/1 with passes that follow each other at once (Takács 1963).
    Feedback,
    /// A stage of a line of fixed times (Friedman 1965).
    FixedLine,
    /// Several visits of a customer to one pool (conservation of work: Kleinrock 1965).
    Conservation,
}

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

/// Every figure of a scenario. See the field docs for definitions; seconds and per hour throughout.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Analysis {
    /// Customers per hour at full load.
    pub capacity_per_hour: Figure,
    /// Why the capacity is no more than a bound, if it is.
    pub capacity_bound: Option<BoundReason>,
    /// In which order work must be taken up to reach an exact capacity, where any would not do.
    pub capacity_order: Option<OrderOfWork>,
    /// Seconds between customers at full load: 3600 ÷ capacity.
    pub cycle_time_s: Figure,
    /// Arrivals per hour, as given.
    pub demand_per_hour: Figure,
    /// The smaller of demand and capacity; capacity without demand.
    pub output_per_hour: Figure,
    /// Demand ÷ capacity (1 = 100 %; above it the queue grows).
    pub utilisation: Figure,
    /// By how many customers the queue grows per hour, where demand exceeds capacity.
    pub growth_per_hour: Figure,
    /// Seconds through an empty system, averaged over the ways customers take.
    pub rush_order_time_s: Figure,
    /// Seconds from arrival to exit with waiting, at the given demand.
    pub throughput_time_s: Figure,
    /// Customers inside on average (Little 1961): output × throughput time.
    pub wip: Figure,
    /// Seconds of staff time per customer; lacking without staff roles.
    pub direct_labour_content_s: Figure,
    /// Staff time at work ÷ staff time paid, at the output (1 = 100 %).
    pub direct_labour_utilisation: Figure,
    /// Staff time at work ÷ staff time paid, at full load: content ÷ (staff × cycle time). What is
    /// left to 1 waits for the bottleneck.
    pub balance: Figure,
    /// (Paid hours × rates + overhead) ÷ output + material, in the file's currency.
    pub cost_per_customer: Figure,
    /// (Price − cost per customer) × output.
    pub profit_per_hour: Figure,
    /// What else there is to say about money: margin, full load, the time of execution.
    pub money: Money,
    /// What customers see, what stays hidden, and what their time is worth.
    pub experience: Experience,
    /// Steps that load a binding pool, in document order.
    pub bottleneck: Vec<StepId>,
    /// Roles of binding pools, in document order.
    pub bottleneck_roles: Vec<RoleId>,
    /// All pools that carry work, most loaded first (ties in document order).
    pub pools: Vec<PoolFigures>,
    /// Steps of the flow, in document order.
    pub steps: IdTable<StepId, StepFigures>,
    /// Roles, in document order.
    pub roles: IdTable<RoleId, RoleFigures>,
    /// What would limit the service next; `None` where the capacity is not known, or nothing else
    /// limits.
    pub next_limit: Option<NextLimit>,
    /// What small changes would bring, best first (ties by kind, then in document order): one more
    /// and one less of every role that has work and of all places, a second server where one was
    /// assumed, and 10 % off the time of every step. Changes that leave no capacity are left out.
    pub trials: Vec<Trial>,
    /// Problems, worst first, then in document order.
    pub problems: Vec<Problem>,
}
