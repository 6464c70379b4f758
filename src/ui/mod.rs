//! The window: the only room that names egui.
//!
//! The parts of the window see the document through a `desk` and leave actions there; the
//! `app` carries them out after the pass. Nothing else changes the document.

mod app;
mod canvas;
mod charts;
mod clipboard;
mod commands;
mod comparing;
mod controls;
mod desk;
mod dialogs;
mod fields;
mod figures;
mod file_flow;
mod flash;
mod fonts;
mod icons;
mod notice;
mod panels;
mod perform;
mod reading;
mod redesign;
mod settings;
mod theme;
mod window;

pub use app::{App, Start};
pub use settings::Settings;
pub use window::{NoWindow, open_window};
