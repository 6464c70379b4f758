//! The figures of whole blueprints, against published answers and answers derived by hand.

mod cases;
mod draw;
mod explanations;
mod laws;
mod pools;
mod structure;
