//! How far the figures can be trusted: random services of many kinds, their figures held against a
//! simulation that knows nothing of the formulas.
//!
//! A badge is a promise. What says *exact*, *at least* or *at most* must never be contradicted; a
//! stated band must hold the truth in at least 95 of 100 random services of its kind.
//!
//! - `cargo test --test sweep` runs a short sweep with fixed seeds, as part of the ordinary suite.
//! - `cargo test --release --test sweep -- --ignored --nocapture` runs the whole sweep and prints
//!   the table of coverage (minutes). `SWEEP_KIND=fork` runs only kinds whose names hold the word,
//!   `SWEEP_CASES=40` so many services of each, `SWEEP_FROM=1000` others than usual.

// A simulation that cannot go on should stop; clippy takes only unit tests for tests.
#![allow(clippy::expect_used)]

mod agreement;
#[path = "../figures/draw.rs"]
mod draw;
mod engine;
mod kinds;
mod known;
mod laws;
mod load;
mod model;
mod numbers;
mod presentation;
mod sweep;
mod tally;
mod verdict;
