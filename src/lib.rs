//! Onstage: a designer for service blueprints.

pub mod analysis;
pub mod blueprint;
pub mod editor;
pub mod process;
pub mod wording;
