//! The figures of whole blueprints, against published answers and answers derived by hand.

mod cases;
mod curve;
mod draw;
mod experience;
mod explanations;
mod laws;
mod money;
mod structure;
mod visits;
