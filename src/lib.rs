//! Onstage: a designer for service blueprints.

pub mod analysis;
pub mod blueprint;
pub mod command;
pub mod exchange;
pub mod process;
pub mod storage;
pub mod wording;
