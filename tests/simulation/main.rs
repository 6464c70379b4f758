//! Simulated figures: against answers that are known exactly, against laws, and against another engine.

// A test that cannot go on should stop; clippy takes only unit tests for tests.
#![allow(clippy::expect_used)]

mod command;
mod day_command;
mod days;
#[path = "../figures/draw.rs"]
mod draw;
mod known;
mod laws;
mod leading;
mod running;
mod traces;
mod versus;
