//! The figures of whole blueprints, against published answers and answers derived by hand.

mod cases;
mod curve;
mod draw;
mod explanations;
mod laws;
mod structure;
mod visits;
