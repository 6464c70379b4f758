//! Who is to come when: shifts that cover a need, and staffing plans.

// A test that cannot go on should stop; clippy takes only unit tests for tests.
#![allow(clippy::expect_used)]

mod cover;
#[path = "../figures/draw.rs"]
mod draw;
mod sheets;
mod staffing;
