//! Pictures of whole blueprints: what is drawn, what is hit, how links run.

// What the tests draw is valid by construction.
#![allow(clippy::unwrap_used)]

#[path = "drawing/laws.rs"]
mod laws;
#[path = "drawing/office.rs"]
mod office;
#[path = "drawing/pictures.rs"]
mod pictures;
