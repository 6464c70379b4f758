//! The window: the only room that names egui.
//!
//! The parts of the window see the document through a `desk` and leave actions there; the
//! `app` carries them out after the pass. Nothing else changes the document.

mod access;
mod app;
mod arrange;
mod canvas;
mod card_sorts;
mod charts;
mod clicks;
mod clipboard;
mod commands;
mod comparing;
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
mod notice;
mod panels;
mod paste_on_card;
mod perform;
mod reading;
mod recovery;
mod redesign;
mod regions;
mod settings;
mod shelf;
mod side_panel;
mod start_screen;
mod theme;
mod typing_ahead;
mod waking;
mod whole_units;
mod window;

pub use app::{App, Opening, Start};
pub use settings::Settings;
pub use window::{NoWindow, open_window};
