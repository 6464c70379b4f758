//! The window, used like a person uses it. No display and no graphics card are needed.

// What a test looks for must be there; if not, it says what was missing.
#![allow(clippy::expect_used)]

mod access;
mod around;
mod arrange;
mod chains;
mod charts;
mod clipboard;
mod comparing;
mod conflicts;
// The pictures use what these do not.
#[allow(dead_code, unused_imports)]
#[path = "../context/mod.rs"]
mod context;
mod contrast;
mod day;
mod day_simulated;
mod exporting;
mod figures;
mod files_as_seen;
mod folding;
mod gestures;
mod guide;
mod hand;
mod importing;
mod indicators_tab;
mod inspector;
mod interaction_table;
mod judged_fields;
mod keyboard_alone;
mod keys;
mod lenses;
mod lesson;
mod lesson_keys;
mod lesson_wall;
mod linking;
mod measured;
mod menus;
mod naming;
mod narrow;
mod oddities;
mod plan_tab;
mod planning_cards;
mod planning_sheets;
mod playing;
mod playlists;
mod problem_report;
mod quality_tab;
mod recovery;
mod redesign;
mod repair_shop;
mod reviewed_page;
mod reviewing;
mod risk_tab;
mod rows;
mod scenarios;
mod seeing;
mod sheet_at_hand;
mod side_panel;
mod simulated;
mod spreadsheet;
mod staffing;
mod start;
mod stories;
mod suggested;
mod suggestions;
mod tables;
mod told;
mod verdict;
mod walking;
mod with_files;
