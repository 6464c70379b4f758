//! The window: the only room that names egui.
//!
//! The parts of the window see the document through a `ViewContext` and leave actions there, which
//! are carried out once after the pass.
//!
//! - `app` is what the window holds; `pass` shows all of it once, `keyboard` reads the keys,
//!   `carrying_out` does what was asked for;
//! - `commands` is the table of what can be asked for, `acts` what that does;
//! - `modes` say what the window is about, `views` what its panels show, `dialogs` what stands in
//!   front of it: each a list to which a new one is added;
//! - `reviewing` is for who has to judge what somebody else drew: a page, comments, changes;
//! - `playing` plays a simulated day on the sheet; `presenting` gives a lesson in a sandbox; `redesign` and `staffing` search for better jobs and shifts;
//! - `simulating` follows what is shown with a simulation beside the formulas;
//! - `report` keeps what happens, for the report of a problem;
//! - `canvas` is the sheet, `panels` what lies around it, `guide` what explains it, `files` the work
//!   with the disk.
//!
//! # What always holds
//!
//! - While panels are shown nothing changes the document: they only ask, and what they ask for is
//!   done once, however often the toolkit runs a pass.
//! - What holds state knows neither the window nor what is done with it; what is done knows both.
//! - Figures are recomputed when something they depend on has changed, and only then (`figures`).
//! - Everything that can be done can be done by keyboard (`tests/interface/keyboard_alone.rs`), and
//!   what the keys stop at has a name (`nothing_that_the_keys_stop_at_is_without_a_name`).
//! - Every text comes from `wording`, every colour from the palette of the drawing (`theme`).
//! - Work that takes longer than a frame is done in `background`; nothing here blocks.

mod access;
mod acts;
mod app;
mod assessing;
mod canvas;
mod card_sorts;
mod carrying_out;
mod change_rows;
mod charts;
mod clicks;
mod clipboard;
mod commands;
mod comparing;
mod controls;
mod cycle_ring;
mod dialogs;
mod exporting;
mod fields;
mod figures;
mod files;
mod filter;
mod finder;
mod flash;
mod focus_ring;
mod fonts;
mod fresh_cards;
mod guide;
mod hints;
mod icons;
mod importing;
mod in_place;
mod judging;
mod keyboard;
mod lane_act;
mod letter_keys;
mod line_move;
mod modes;
mod notice;
mod paint;
mod panels;
mod pass;
mod pasted_text;
mod planning;
mod playing;
mod presenting;
mod printed_figures;
mod reading;
mod recovery;
mod redesign;
mod regions;
mod report;
mod reporting;
mod reviewing;
mod settings;
mod shelf;
mod side_panel;
mod side_tabs;
mod simulating;
mod staffing;
mod theme;
mod three_columns;
mod towards;
mod typing_ahead;
mod view_context;
mod views;
mod waking;
mod walking;
mod wheel;
mod whole_units;
mod window;

pub use app::{App, Opening, Start};
pub use report::{ActionLog, listen};
pub use settings::Settings;
pub use simulating::Simulation;
pub use window::{NoWindow, open_window};
