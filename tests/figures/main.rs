//! The figures of whole blueprints, against published answers and answers derived by hand.

mod cases;
mod draw;
mod experience;
mod explanations;
mod forks;
mod laws;
mod money;
mod pools;
mod structure;
mod visits;
mod waiting;
