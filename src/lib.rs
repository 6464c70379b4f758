//! Onstage: a designer for service blueprints.

pub mod analysis;
pub mod blueprint;
pub mod process;
pub mod storage;
