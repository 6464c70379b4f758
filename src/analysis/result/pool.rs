//! What customers compete for, and its figures.

use smallvec::SmallVec;

use super::figure::Figure;
use crate::blueprint::{RoleId, StepId};

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
    /// Squared coefficient of variation of the inter-arrival times: 1 for Poisson arrivals.
    pub inter_arrival_scv: f64,
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
