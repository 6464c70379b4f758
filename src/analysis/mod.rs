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

mod attained;
mod batch_of_customers;
mod bound;
mod branches;
mod capacity;
mod composed;
mod contention;
mod cost_structure;
mod crossings;
mod curve;
mod execution;
mod experience;
mod explain;
mod figure;
mod growth;
mod hand_offs;
mod kept;
mod lacks;
mod loads;
mod longest;
mod money;
mod passage;
mod profit;
mod result;
mod service;
mod sharing;
mod stays;
mod trials;
mod visit;
mod waiting;

pub use attained::OrderOfWork;
pub use batch_of_customers::time_for_customers;
pub use bound::{BoundReason, bound_reason};
pub use cost_structure::{CostStructure, RoleCost, cost_structure};
pub use crossings::Contact;
pub use curve::{CurvePoint, wait_curve};
pub use experience::{Experience, LineFigures, Stretch, WorkTime};
pub use explain::{
    BranchLine, ContactLine, Derivation, FigureKey, ForkLine, ForkMethod, HandOffLine, PaidLine,
    PoolLine, TimeLine, WageLine, WorkLine, explain, explain_process,
};
pub use figure::{Band, Basis, Figure, Lack};
pub use lacks::Lacks;
pub use money::Money;
pub use profit::{
    FullTime, ProfitCurve, ProfitMark, ProfitMarkKind, ProfitPoint, ProfitRule, profit_curve,
};
pub use result::{
    Analysis, Change, NextLimit, Pool, PoolFigures, Queue, QueueFormula, RoleFigures, Slack,
    StepFigures, TightestPool, Trial,
};
pub use visit::{Stop, StopStep, Visit, visit};

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
    service::analyse(scenario, process)
}
