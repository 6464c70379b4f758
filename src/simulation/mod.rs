//! What formulas cannot say: services simulated, with an interval on every figure.
//!
//! Pure: a [`Model`] is compiled from a scenario; a [`Replication`] goes on from event to event; rounds of
//! [`long_run::Run`]s are put together by [`LongRun`], days by a [`DayStudy`] and its [`DayFigures`]. Whoever calls
//! it has the clock and the threads. A single day is watched in [`playback`]. Where formulas speak of the same,
//! [`Beliefs`] say whom to believe.
//!
//! # What always holds
//!
//! - The same model, seed and number of rounds or days give the same bits on every machine and on any number of
//!   threads: random numbers are addressed ([`random`]), times are whole microseconds, and nothing but
//!   + − × ÷, square roots and `libm` is used.
//! - A customer has the same times whatever is changed elsewhere, so that two scenarios are compared on the
//!   same customers.
//! - What formulas know exactly is never contradicted (`tests/simulation`).
//! - Over many seeds 90 to 98.5 % of the intervals hold the true value.

mod attaining;
mod beliefs;
mod beyond;
mod day_figures;
mod day_left;
mod day_money;
mod day_plan;
mod day_record;
mod day_study;
mod day_tally;
mod day_versus;
mod engine;
mod estimates;
mod gaps;
mod histogram;
mod leading;
mod levels;
pub mod long_run;
mod model;
mod model_reading;
mod percentiles;
pub mod playback;
mod positions;
mod printed;
mod problems;
pub mod random;
mod ratios;
mod sampling;
mod seizing;
mod study;
mod tally;
mod urgency;
mod versus;

pub use crate::blueprint::Order;
pub use attaining::outgrown;
pub use beliefs::{Beliefs, Believe, busy_by_formula};
pub use beyond::{Beyond, Loss, beyond_formulas, can_lose};
pub use day_figures::{DayFigures, IntervalFigures, IntervalRole, RoleFigures, StepFigures};
pub use day_left::{LeftFor, LeftUnserved};
pub use day_record::DayRecord;
pub use day_study::{DayStudy, MOST_DAYS, OfPart, Part, SpreadParts};
pub use day_tally::{DayTally, IntervalTally, MomentTally, PoolTally};
pub use day_versus::{
    DayDifference, DaySide, DifferenceOf, OfPairPart, PairPart, SpreadPairs, day_differences,
};
pub use engine::{Replication, Start, Times, TooMuch};
pub use estimates::{Estimate, simulated, student};
pub use histogram::Histogram;
pub use leading::{SideBySide, Subject, leading, led_figure, side_by_side};
pub use long_run::{LongRun, MomentFigures};
pub use model::Model;
pub use printed::{Printed, printed_analysis, printed_figures};
pub use problems::problems_of_day;
pub use ratios::Ratio;
pub use study::{OfRun, Spread, Study};
pub use tally::{MomentSums, PoolSums, Sums, WaitSums};
pub use urgency::{ClassFigures, ClassSums};
pub use versus::{PairedDifference, Side, Versus, differences};
