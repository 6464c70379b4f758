//! Holds the architecture: which room may know which, who touches files and clocks, how files are
//! named, and that every text has its glyphs. `src/lib.rs` tells the same in words.

// A test that cannot go on should stop; clippy takes only unit tests for tests.
#![allow(clippy::unwrap_used)]

mod arms;
mod circles;
mod glyphs;
mod rooms;
mod sources;
mod style;

/// Fails with one line for each place that breaks a rule.
fn hold(rule: &str, broken: &[String]) {
    assert!(broken.is_empty(), "{rule}\n  {}\n", broken.join("\n  "));
}
