//! The panels around the sheet.

pub(super) mod bottom;
pub(super) mod capacity;
pub(super) mod compare;
pub(super) mod details;
mod figure_row;
pub(super) mod file_bar;
mod filter_menus;
pub(super) mod headline;
pub(super) mod menu_bar;
mod more;
pub(super) mod palette;
pub(super) mod problems;
pub(super) mod scenario_tabs;
mod section;
pub(super) mod status_bar;
mod steady;
mod tab_fit;
pub(super) mod tables;
pub(super) mod tool_bar;
mod why;

pub(super) use steady::{HEADLINE, steady};
