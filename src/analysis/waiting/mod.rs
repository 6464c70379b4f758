//! Waiting: each pool is one queue, fed by the mixture of its activities.
//!
//! Where theory gives an exact answer, it is used: Poisson arrivals at exponential servers (Erlang,
//! in networks Jackson 1957), at one server (Pollaczek–Khinchine, also with passes that follow each
//! other at once: Takács 1963) or at fixed times (Crommelin), lines of fixed times (Friedman 1965),
//! and evenly or unevenly spaced arrivals at exponential servers (Takács 1962). Elsewhere streams
//! are described by their rate and the scv of their inter-arrival times, and passed on through the
//! network (Whitt 1983); customers who come to a pool several times bring it one service of all
//! their passes, as work is conserved (Kleinrock 1965).
//!
//! [`waits::Waits::of`] gives the wait before each moment and for each pool, in seconds per visit.
//!
//! # What always holds
//!
//! - There are waits only where demand is known and below the capacity; else they say what they
//!   lack.
//! - A wait is called exact only where a theorem covers the whole way to its queue; an approximate
//!   one states its band where one is known (`bands`).
//! - Formulas are held against published tables and against each other where two cover one case
//!   (the tests beside `erlang`, `poisson`, `fixed_times`, `renewal`, `general`), and the whole
//!   against a simulation (`tests/sweep`).
//! - More demand never shortens a wait (`more_demand_never_shortens_waits`).
//! - The order in which moments are worked through does not depend on the order of rows (`ways`).
//!
//! It knows neither the times of the whole way nor money.

pub(in crate::analysis) mod bands;
pub(in crate::analysis) mod copies;
pub(in crate::analysis) mod delay;
pub(in crate::analysis) mod erlang;
pub(in crate::analysis) mod fixed_lines;
pub(in crate::analysis) mod fixed_times;
pub(in crate::analysis) mod general;
pub(in crate::analysis) mod network;
pub(in crate::analysis) mod passes;
pub(in crate::analysis) mod poisson;
pub(in crate::analysis) mod renewal;
pub(in crate::analysis) mod served;
pub(in crate::analysis) mod service_level;
pub(in crate::analysis) mod side_by_side;
pub(in crate::analysis) mod station;
pub(in crate::analysis) mod stay;
pub(in crate::analysis) mod streams;
pub(in crate::analysis) mod waits;
pub(in crate::analysis) mod ways;
