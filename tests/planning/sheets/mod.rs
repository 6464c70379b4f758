//! Planning sheets and their solver: published problems, laws over random ones, and what is wrong in one.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod beyond;
mod cases;
mod exact;
mod faults;
mod laws;
mod mix;
mod runs;
mod tables;
mod whole;
