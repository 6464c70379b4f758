//! What an analysis yields: numbers, codes and what they rest on. [`Analysis`] holds all of it,
//! [`Figure`] is one value, [`Derivation`] the arithmetic behind one.
//!
//! # What always holds
//!
//! - A [`Figure`] has a finite value with a [`Basis`], or no value and at least one [`Lack`]
//!   (`check_sound` in `tests/figures/laws.rs`).
//! - What is put together is trusted no more than the least of its parts
//!   (`a_sum_is_trusted_no_more_than_its_parts`).
//! - Names carry the unit: `_s` is seconds, `_per_hour` per hour; shares run from 0 to 1.
//! - There are no sentences here: `wording` makes them.
//!
//! It is the lowest layer: it knows neither the parts that compute nor the pipeline.

mod analysis;
mod basis;
mod bound_reason;
mod derivation;
mod elements;
mod experience;
mod figure;
mod figure_key;
mod fork_method;
mod lack;
mod lines;
mod money;
mod order_of_work;
mod pool;
mod trial;

pub use analysis::Analysis;
pub use basis::{Band, Basis};
pub use bound_reason::BoundReason;
pub use derivation::Derivation;
pub use elements::{RoleFigures, StepFigures, TightestPool};
pub use experience::{Contact, Experience, LineFigures, Stretch, WorkTime};
pub use figure::Figure;
pub(in crate::analysis) use figure::inverse;
pub use figure_key::FigureKey;
pub use fork_method::ForkMethod;
pub use lack::{Lack, Lacks};
pub use lines::{
    BranchLine, ContactLine, ForkLine, HandOffLine, PaidLine, PoolLine, TimeLine, WageLine,
    WorkLine,
};
pub use money::Money;
pub use order_of_work::OrderOfWork;
pub use pool::{NextLimit, Pool, PoolFigures, Queue, QueueFormula, Slack};
pub use trial::{Change, Trial};
