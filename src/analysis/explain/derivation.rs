//! What can be asked why, and the lines of reckoning that answer.

use crate::analysis::figure::Lack;
use crate::analysis::result::{NextLimit, Pool, QueueFormula};
use crate::blueprint::{RoleId, StepId};

/// A figure that can be asked why.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FigureKey {
    /// Capacity of the whole.
    Capacity,
    /// Seconds between customers at full load.
    CycleTime,
    /// Demand ÷ capacity.
    Utilisation,
    /// Time through an empty system.
    RushOrderTime,
    /// Time through with waiting.
    ThroughputTime,
    /// Customers inside.
    WorkInProcess,
    /// Staff time per customer.
    LabourContent,
    /// Staff time at work ÷ staff time paid.
    LabourUtilisation,
    /// Staff time at work ÷ staff time paid, at full load.
    Balance,
    /// Cost per customer.
    Cost,
    /// Profit per hour.
    Profit,
    /// Wait before a step.
    Wait(StepId),
    /// How often a customer passes a step.
    Visits(StepId),
}

/// The arithmetic behind a figure. Each variant is one line of reckoning; numbers are in the units
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
    },
    /// Visits × (wait + time), added up.
    SumOfTimesAndWaits {
        /// One line per moment, in document order.
        lines: Vec<TimeLine>,
        /// The answer in seconds.
        total_s: f64,
        /// Whether branches run side by side.
        forks: bool,
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
        /// Customers per hour that it is reckoned at.
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
        /// Its servers.
        servers: u32,
        /// How busy they are (1 = 100 %).
        utilisation: f64,
        /// Which formula gave the wait.
        formula: QueueFormula,
        /// The answer in seconds.
        wait_s: f64,
    },
    /// How a figure follows from the ways customers take: where they come from, times the share.
    SumOfFlows {
        /// The step that they come from (`None` for arrivals), its visits, and the share of them.
        lines: Vec<(Option<StepId>, f64, f64)>,
        /// The answer.
        visits: f64,
    },
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
