//! The figures of a scenario, as pure functions: values, their basis, what they lack, and their
//! derivation.
//!
//! # What always holds
//!
//! - Analysis cannot fail. A figure has a finite value and a [`Basis`], or it says what it
//!   [`Lack`]s; one that is missing spoils only those that rest on it.
//! - A basis never claims more than those of the figures that it rests on.
//! - Figures agree: no pool serves fewer than the whole, utilisation is above one exactly where a
//!   queue grows, customers in the system follow Little's law, every derivation ends in its figure.
//! - The capacity after a change is recomputed, never extrapolated.
//! - Times are seconds and rates per hour; probabilities and shares run from 0 to 1.
//! - Results are codes and numbers; `wording` puts them into words.
//!
//! # How it is put together
//!
//! Each part is a function of its inputs and returns a result of its own. No part sees an unfinished
//! analysis; `pipeline` calls the parts in order and assembles the whole at the end. What a part
//! depends on is among its arguments, so that an impossible order does not compile. The files form
//! layers without circles (`tests/house`).
//!
//! ```text
//! scenario, process ─→ capacity::Service: loads, what blocks can serve, whether it is reached
//!   Service ─→ capacity of the whole ──┬─→ trials, next limit
//!   arrivals, capacity ─→ output       │
//!   Service, arrivals, capacity ───────┴─→ waiting::Waits ─→ passage::Times ─→ customers in system
//!   Service, arrivals ─→ Bounds ─→ growth
//!     with Waits ─→ elements: pools ─→ steps, roles ─→ problems
//!   Service, output, capacity ─→ money: Labour, Cost;  with Times ─→ Execution
//!   scenario, process, Times ─→ experience
//! all of them ─→ result::Analysis
//! ```
//!
//! `result` is the lowest layer: figures, their basis, what they lack, the results of the parts; it
//! depends on nothing. `explain` is above the parts, next to the pipeline: it explains one figure at
//! a time from a finished analysis and calls the parts again for the lines of arithmetic. Also
//! computed on request are the curve of waits, the typical visit, the cost structure, the profit
//! curve, and how long a batch of customers takes.
//!
//! A new figure: its field in `result`, its function in the folder of its subject, a line in
//! `pipeline`, its derivation in `explain`.

mod busiest;
mod capacity;
mod elements;
mod experience;
mod explain;
mod humbled;
mod money;
mod passage;
mod pipeline;
mod problems;
mod result;
mod waiting;

pub use busiest::{busiest_interval, load};
pub use capacity::workload::{AskedWork, Offer, Workload, workload};
pub use explain::bound::bound_reason;
pub use explain::by_key::{explain, explain_process};
pub use explain::waits::wait_of_share;
pub use money::cost::{HourlyMoney, MoneyAt, hourly_money, material, money_at};
pub use money::cost_structure::{CostStructure, RoleCost, cost_structure};
pub use money::profit::{
    FullTime, ProfitCurve, ProfitMark, ProfitMarkKind, ProfitPoint, ProfitRule, profit_curve,
};
pub use passage::batch_of_customers::time_for_customers;
pub use passage::curve::{CurvePoint, wait_curve, wait_curve_until};
pub use passage::visit::{Stop, StopStep, Visit, visit};
pub use problems::found::problems_of_figures;
pub use result::{
    Analysis, Band, Basis, BoundReason, BranchLine, Change, Contact, ContactLine, Derivation,
    Experience, Figure, FigureKey, ForkLine, ForkMethod, HandOffLine, Lack, Lacks, LineFigures,
    Money, NextLimit, OrderOfWork, PaidLine, Pool, PoolFigures, PoolLine, Queue, QueueFormula,
    RoleFigures, Slack, StepFigures, Stretch, TightestPool, TimeLine, Trial, WageLine, WorkLine,
    WorkTime,
};

use crate::blueprint::Scenario;
use crate::process::{self, Process};

/// Computes every figure of a scenario. Never fails: what cannot be computed says what it lacks.
#[must_use]
pub fn analyse(scenario: &Scenario) -> Analysis {
    analyse_process(scenario, &process::compile(scenario))
}

/// Computes every figure of a scenario from its compiled process.
#[must_use]
pub fn analyse_process(scenario: &Scenario, process: &Process) -> Analysis {
    profiling::function_scope!();
    pipeline::analyse(scenario, process)
}
