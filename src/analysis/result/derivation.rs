//! The calculation behind a figure.

use super::basis::Basis;
use super::experience::{Contact, Stretch};
use super::lack::Lack;
use super::lines::{ContactLine, ForkLine, HandOffLine, PaidLine, PoolLine, TimeLine, WageLine};
use super::pool::{NextLimit, Pool, Queue, QueueFormula};
use crate::blueprint::{RoleId, StepId, ValueKind};

/// The arithmetic behind a figure. Each variant is one line of it; numbers are in the units
/// that their names say.
#[derive(Clone, Debug, PartialEq)]
pub enum Derivation {
    /// There is no figure, for these reasons.
    Missing(Vec<Lack>),
    /// Each pool: offer ÷ work per customer = customers per hour, tightest first. The first that
    /// bind are the answer.
    TightestPool {
        /// One line per pool.
        lines: Vec<PoolLine>,
        /// What would limit next, if anything does.
        next: Option<NextLimit>,
    },
    /// One pool: offer ÷ work per customer = customers per hour.
    OnePool(PoolLine),
    /// Servers × batch ÷ (visits × time) = customers per hour of a step.
    ServersOverWork {
        /// How many it serves at once.
        servers: f64,
        /// Customers served together.
        batch: f64,
        /// How often a customer passes it.
        visits: f64,
        /// Seconds that it takes each time, with set-up.
        hold_s: f64,
        /// The answer.
        capacity_per_hour: f64,
    },
    /// Seconds per customer that a role gives to each step, added up. Of work that others can do
    /// as well, a part by what each offers.
    SumOfSteps {
        /// The steps with their seconds, in document order.
        lines: Vec<(StepId, f64)>,
        /// The answer in seconds.
        total_s: f64,
    },
    /// One hour ÷ capacity = cycle time.
    HourOverCapacity {
        /// Customers per hour.
        capacity_per_hour: f64,
        /// The answer in seconds.
        cycle_time_s: f64,
    },
    /// Demand ÷ capacity = utilisation.
    DemandOverCapacity {
        /// Arrivals per hour.
        demand_per_hour: f64,
        /// Customers per hour.
        capacity_per_hour: f64,
        /// The answer (1 = 100 %).
        utilisation: f64,
    },
    /// Visits × time, added up over the steps of the customer's way.
    SumOfTimes {
        /// One line per moment, in document order.
        lines: Vec<TimeLine>,
        /// The answer in seconds. Less than the sum of the lines where there are forks: of branches
        /// that run side by side only the longest counts.
        total_s: f64,
        /// Whether there are such branches.
        forks: bool,
        /// The outermost forks, upstream first; none where they do not nest.
        branches: Vec<ForkLine>,
    },
    /// Visits × (wait + time), added up.
    SumOfTimesAndWaits {
        /// One line per moment, in document order.
        lines: Vec<TimeLine>,
        /// The answer in seconds.
        total_s: f64,
        /// Whether branches run side by side.
        forks: bool,
        /// The outermost forks, upstream first; none where they do not nest.
        branches: Vec<ForkLine>,
        /// Seconds of steady demand until the slowest queue has settled: see [`Queue::settling_s`].
        settling_s: f64,
        /// Seconds of a day's opening hours, where they are stated.
        day_s: Option<f64>,
    },
    /// Output × throughput time = customers inside (Little 1961).
    Little {
        /// Customers per hour.
        output_per_hour: f64,
        /// Seconds from arrival to exit.
        throughput_time_s: f64,
        /// The answer.
        inside: f64,
    },
    /// Seconds of each staff role per customer, added up.
    SumOfWork {
        /// Staff roles with their seconds, in document order.
        lines: Vec<(RoleId, f64)>,
        /// The answer in seconds.
        total_s: f64,
    },
    /// Content × output ÷ paid staff time.
    LabourOverPaid {
        /// Seconds of staff time per customer.
        content_s: f64,
        /// Customers per hour that it is computed at.
        output_per_hour: f64,
        /// Staff on the payroll.
        staff: u32,
        /// The answer (1 = 100 %).
        utilisation: f64,
    },
    /// Content ÷ (staff × cycle time).
    ContentOverCycle {
        /// Seconds of staff time per customer.
        content_s: f64,
        /// Staff on the payroll.
        staff: u32,
        /// Seconds between customers at full load.
        cycle_time_s: f64,
        /// The answer (1 = 100 %).
        balance: f64,
    },
    /// (Paid by the hour + overhead) ÷ output + material.
    PaidOverOutput {
        /// Roles that cost something by the hour, in document order.
        lines: Vec<PaidLine>,
        /// Overhead per hour.
        overhead_per_hour: f64,
        /// Customers per hour that share it.
        output_per_hour: f64,
        /// Material for one customer.
        material: f64,
        /// The answer per customer.
        cost: f64,
    },
    /// (Price − cost) × output.
    MarginTimesOutput {
        /// What a customer pays.
        price: f64,
        /// What a customer costs.
        cost: f64,
        /// Customers per hour.
        output_per_hour: f64,
        /// The answer per hour.
        profit_per_hour: f64,
    },
    /// Nothing to wait for: the step takes as many customers as come.
    NoQueue,
    /// A queue with so many servers and so much load.
    Queue {
        /// The pool that is waited for.
        pool: Pool,
        /// Its servers, the formula and how much arrivals and service vary.
        queue: Queue,
        /// How busy they are (1 = 100 %).
        utilisation: f64,
        /// How far the wait can be trusted.
        basis: Basis,
        /// The answer in seconds.
        wait_s: f64,
    },
    /// 1 − share who have to wait × e^(−acceptable ÷ mean wait of those).
    ServedWithin {
        /// The share of customers who have to wait (1 = 100 %).
        waiting: f64,
        /// Mean seconds of those who have to wait.
        wait_if_waiting_s: f64,
        /// Seconds that they accept.
        acceptable_s: f64,
        /// The answer (1 = 100 %).
        share: f64,
        /// Which formula gave the wait.
        formula: QueueFormula,
    },
    /// How a figure follows from the ways customers take: where they come from, times the share.
    SumOfFlows {
        /// The step that they come from (`None` for arrivals), its visits, and the share of them.
        lines: Vec<(Option<StepId>, f64, f64)>,
        /// The answer.
        visits: f64,
    },
    /// Visits × the longest step of each moment in a part of the sheet, added up.
    SumOfWorkTimes {
        /// Which part.
        stretch: Stretch,
        /// One line per moment with a step there, in document order.
        lines: Vec<TimeLine>,
        /// The answer in seconds.
        total_s: f64,
        /// Of it, seconds of work that the customer does not wait for.
        triggered_s: f64,
    },
    /// Links as often as a customer uses them, added up.
    SumOfContacts {
        /// What is counted.
        contact: Contact,
        /// The links: those within moments first, then those between them.
        lines: Vec<ContactLine>,
        /// The answer.
        count: f64,
    },
    /// Hand-offs as often as they happen for a customer, added up.
    SumOfHandOffs {
        /// Who takes the work over from whom, in document order.
        lines: Vec<HandOffLine>,
        /// The answer.
        count: f64,
    },
    /// Time of a worth ÷ the customer's time.
    ValueOverTime {
        /// What the time is worth.
        value: ValueKind,
        /// The steps that count, in document order.
        lines: Vec<TimeLine>,
        /// Their seconds.
        worth_s: f64,
        /// Seconds of all moments of the customer's way.
        total_s: f64,
        /// The answer (1 = 100 %).
        share: f64,
    },
    /// (Throughput time − rush-order time) ÷ throughput time.
    WaitOverThroughput {
        /// Seconds without waiting.
        rush_order_time_s: f64,
        /// Seconds with waiting.
        throughput_time_s: f64,
        /// The answer (1 = 100 %).
        share: f64,
    },
    /// Rush-order time ÷ throughput time.
    RushOrderOverThroughput {
        /// Seconds without waiting.
        rush_order_time_s: f64,
        /// Seconds with waiting.
        throughput_time_s: f64,
        /// The answer (1 = 100 %).
        share: f64,
    },
    /// Price − cost.
    PriceLessCost {
        /// What a customer pays.
        price: f64,
        /// What a customer costs.
        cost: f64,
        /// The answer.
        margin: f64,
    },
    /// Hours at work × cost per hour, added up.
    SumOfWages {
        /// The work that costs something, in document order of the roles.
        lines: Vec<WageLine>,
        /// The answer.
        busy_cost: f64,
    },
    /// Price − busy cost − material.
    PriceLessExecution {
        /// What a customer pays.
        price: f64,
        /// What the busy time costs.
        busy_cost: f64,
        /// Material for one customer.
        material: f64,
        /// The answer.
        profit: f64,
    },
    /// (Price − material) ÷ cost of a minute.
    PriceOverDelay {
        /// What a customer pays.
        price: f64,
        /// Material for one customer.
        material: f64,
        /// What a minute of the execution costs.
        per_minute: f64,
        /// Seconds that the execution lasts now.
        execution_time_s: f64,
        /// The answer in seconds.
        break_even_time_s: f64,
    },
    /// Busy cost ÷ minutes of the execution.
    BusyCostOverTime {
        /// What the busy time costs.
        busy_cost: f64,
        /// Seconds that the execution lasts.
        execution_time_s: f64,
        /// The answer per minute.
        per_minute: f64,
    },
    /// The rates of the roles that a step holds, by the minute.
    SumOfRates {
        /// The roles of each need, with how many units and what an hour of one costs.
        lines: Vec<(Vec<RoleId>, u32, f64)>,
        /// The answer per minute.
        per_minute: f64,
    },
}
