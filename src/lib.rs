//! Onstage: a designer for service blueprints.

pub mod analysis;
pub mod blueprint;
pub mod drawing;
pub mod process;
