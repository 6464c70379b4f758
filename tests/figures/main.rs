//! The figures of whole blueprints, against published answers and answers derived by hand.

mod cases;
mod draw;
mod explanations;
mod forks;
mod laws;
mod structure;
mod visits;
