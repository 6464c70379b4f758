//! Simulated figures: against answers that are known exactly, against laws, and against another engine.

// A test that cannot go on should stop; clippy takes only unit tests for tests.
#![allow(clippy::expect_used)]

mod command;
mod day_command;
mod days;
#[path = "../figures/draw.rs"]
mod draw;
#[path = "../sweep/kinds.rs"]
mod kinds;
mod known;
mod laws;
mod leading;
#[path = "../sweep/load.rs"]
mod load;
#[path = "../sweep/numbers.rs"]
#[allow(dead_code, reason = "services are drawn without the laws that the other engine draws from")]
mod numbers;
mod playback;
mod random_networks;
mod running;
mod traces;
mod versus;
