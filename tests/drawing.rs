//! Pictures of whole blueprints: what is drawn, what is hit, how links run.

#[path = "drawing/laws.rs"]
mod laws;
#[path = "drawing/office.rs"]
mod office;
#[path = "drawing/pictures.rs"]
mod pictures;
