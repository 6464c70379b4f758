//! What can be asked why, and the lines of reckoning that answer.

use crate::analysis::crossings::Contact;
use crate::analysis::experience::Stretch;
use crate::analysis::figure::{Basis, Lack};
use crate::analysis::result::{NextLimit, Pool, Queue, QueueFormula};
use crate::blueprint::{LinkId, RoleId, StepId, ValueKind};

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
    /// Share of customers who wait no longer before a step than they accept.
    WithinAcceptable(StepId),
    /// How often a customer passes a step.
    Visits(StepId),
    /// Customers per hour that a step could serve alone.
    StepCapacity(StepId),
    /// Demand ÷ the capacity of a step.
    StepUtilisation(StepId),
    /// Customers per hour that a role could serve alone.
    RoleCapacity(RoleId),
    /// Demand ÷ the capacity of a role.
    RoleUtilisation(RoleId),
    /// Wait for a role.
    RoleWait(RoleId),
    /// Time of a role per customer.
    RoleWork(RoleId),
    /// Work in a zone, or on one side of a line, triggered work included.
    WorkIn(Stretch),
    /// Crossings of a line, Triggers across it, moments of truth.
    Contacts(Contact),
    /// Hand-offs between staff of different roles.
    HandOffs,
    /// The share of the customer's time that is worth so much.
    ValueShare(ValueKind),
    /// The share of the throughput time that is added by waiting.
    WaitingShare,
    /// Rush-order time ÷ throughput time.
    FlowEfficiency,
    /// Price − cost per customer.
    Margin,
    /// Profit per hour at full load.
    ProfitAtCapacity,
    /// Cost of the busy time of one customer.
    BusyCost,
    /// Price − busy cost − material.
    ExecutionProfit,
    /// How long the execution may last until it leaves nothing.
    BreakEvenTime,
    /// Cost of a minute by which the execution is late.
    DelayCost,
    /// Cost of a minute more at a step.
    StepDelayCost(StepId),
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
    /// How they were reckoned.
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

/// How the time between a fork and where its branches have met was reckoned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ForkMethod {
    /// The longest branch of fixed times, outcome by outcome.
    Fixed,
    /// The mean of the longest of independent random times: ∫(1 − ∏F).
    Random,
    /// Two equal exponential queues side by side (Flatto & Hahn 1984).
    FlattoHahn,
    /// More of them (Nelson & Tantawi 1988).
    NelsonTantawi,
    /// The longest branch by means, a lower bound (Jensen 1906).
    LongestMean,
    /// Branches that need the same people: the longest of them, or all of their work ÷ those who can
    /// do it, whichever is more; a lower bound.
    Contested,
}
