//! What an analysis yields: numbers, codes and what they rest on. These know neither the parts that
//! compute them nor the pipeline.

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
