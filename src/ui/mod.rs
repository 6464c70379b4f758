//! The window: the only room that names egui.
//!
//! The parts of the window see the document through a `desk` and leave actions there; the
//! `app` carries them out after the pass. Nothing else changes the document.

mod access;
mod acts;
mod app;
mod canvas;
mod card_sorts;
mod carrying_out;
mod charts;
mod clicks;
mod clipboard;
mod commands;
mod compared;
mod controls;
mod desk;
mod dialogs;
mod fields;
mod figures;
mod files;
mod filter;
mod finder;
mod flash;
mod focus_ring;
mod fonts;
mod hand;
mod icons;
mod importing;
mod in_place;
mod keyboard;
mod modes;
mod notice;
mod panels;
mod pass;
mod pasted_text;
mod reading;
mod recovery;
mod redesign;
mod regions;
mod settings;
mod shelf;
mod side_panel;
mod theme;
mod towards;
mod typing_ahead;
mod views;
mod whole_units;
mod window;

pub use app::{App, Opening, Start};
pub use settings::Settings;
pub use window::{NoWindow, open_window};
