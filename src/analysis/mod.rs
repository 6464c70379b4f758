//! Pure figures of a scenario: values, their basis, what they lack, and why they are what they are.
//!
//! # What always holds
//!
//! - Analysis cannot fail. A figure has a finite value and a [`Basis`], or it says what it
//!   [`Lack`]s; one that is missing spoils only those that rest on it.
//! - A basis never claims more than those of the figures that it rests on.
//! - Figures agree: no pool serves fewer than the whole, utilisation is above one exactly where a
//!   queue grows, customers inside follow Little's law, every explanation ends in its figure.
//! - The capacity after a change is recomputed, never extrapolated.
//! - Times are seconds and rates per hour; probabilities and shares run from 0 to 1.
//! - Results are codes and numbers; words are found elsewhere.
//!
//! # How it is put together
//!
//! `loads` adds up what each customer asks of whom, `capacity` and `sharing` hold it against what
//! there is, `trials` changes a little and looks again. `waiting` makes a queue of each pool;
//! `branches`, `composed` and `longest` find the customer's way through forks, `passage` adds the
//! waits to it. `experience`, `money`, `execution` and `profit` read off what follows, `explain` tells why.

mod capacity;
mod elements;
mod experience;
mod explain;
mod money;
mod passage;
mod pipeline;
mod problems;
mod result;
mod waiting;

pub use explain::bound::bound_reason;
pub use explain::explain::{explain, explain_process};
pub use money::cost_structure::{CostStructure, RoleCost, cost_structure};
pub use money::profit::{
    FullTime, ProfitCurve, ProfitMark, ProfitMarkKind, ProfitPoint, ProfitRule, profit_curve,
};
pub use passage::batch_of_customers::time_for_customers;
pub use passage::curve::{CurvePoint, wait_curve};
pub use passage::visit::{Stop, StopStep, Visit, visit};
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
    pipeline::analyse(scenario, process)
}
