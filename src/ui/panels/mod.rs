//! The panels around the sheet: menu bar, tool bar, palette, side panel, the panel below, status
//! bar.
//!
//! Each has a function that shows it with a `ViewContext`; what it remembers from frame to frame is
//! its own struct, which `app` or `views` keep.
//!
//! # What always holds
//!
//! - A panel leaves actions and changes nothing itself.
//! - Whatever it shows fits: what finds no room is elided or moves into a menu
//!   (`everything_fits_at_every_size`).
//! - What is tried or typed moves nothing that lies above the pointer (`steady`).

pub(super) mod bottom;
pub(super) mod capacity;
pub(super) mod compare;
pub(super) mod day;
pub(super) mod details;
mod figure_row;
pub(super) mod file_bar;
mod filter_menus;
pub(super) mod headline;
pub(super) mod headline_line;
pub(super) mod held;
pub(super) mod indicators;
pub(super) mod inviting;
mod lens_bar;
pub(super) mod lesson;
pub(super) mod menu_bar;
mod more;
pub(super) mod palette;
pub(super) mod plan;
pub(super) mod problems;
pub(super) mod quality;
pub(super) mod risk;
pub(super) mod scenario_tabs;
mod section;
mod sheet_tabs;
pub(super) mod status_bar;
mod steady;
mod tab_fit;
pub(super) mod tables;
pub(super) mod tool_bar;
pub(super) mod verdict;
mod why;

pub(super) use section::section;
pub(super) use steady::{HEADLINE, steady};
