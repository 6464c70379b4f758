//! The result of an analysis: every figure of a scenario.

use super::bound_reason::BoundReason;
use super::elements::{RoleFigures, StepFigures};
use super::experience::Experience;
use super::figure::Figure;
use super::money::Money;
use super::order_of_work::OrderOfWork;
use super::pool::{NextLimit, PoolFigures};
use super::trial::Trial;
use crate::blueprint::{IdTable, RoleId, StepId};
use crate::process::Problem;

/// Every figure of a scenario. See the field docs for definitions; seconds and per hour throughout.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Analysis {
    /// Customers per hour at full load.
    pub capacity_per_hour: Figure,
    /// What is attained of a capacity that is no more than a bound: only a simulation says that.
    pub attained_capacity_per_hour: Figure,
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
