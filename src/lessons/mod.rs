//! Lessons made from a blueprint: a first list of stops, to be shown as it is or changed.
//!
//! A class sees the service as its customers do before it sees a figure, guesses before it is told,
//! and only then changes something. Which stops there are hangs on what the blueprint holds: nobody
//! is asked about money where no money is given.
//!
//! # What always holds
//!
//! - A stop asks for figures, pictures and levers that are there
//!   (`tests/figures/lessons.rs`, over all samples and templates).
//! - No text holds a number: a stop is a view of a model that changes under it.
//! - The same blueprint has the same stops.

mod stops;

pub use stops::suggested_stops;
