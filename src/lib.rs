//! Onstage: a designer for service blueprints.

pub mod analysis;
pub mod background;
pub mod blueprint;
pub mod command;
pub mod drawing;
pub mod editor;
pub mod exchange;
pub mod process;
pub mod storage;
pub mod ui;
pub mod wording;
