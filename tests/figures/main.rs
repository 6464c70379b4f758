//! The figures of whole blueprints, against published answers and answers derived by hand.

mod cancelling;
mod cases;
mod certainty;
mod compare;
mod curve;
mod day;
mod draw;
mod experience;
mod explanations;
mod forks;
mod laws;
mod laws_of_experience;
mod lessons;
mod money;
mod pools;
mod problems;
mod quality;
mod quality_findings;
mod redesign;
mod redesign_laws;
mod returns;
mod structure;
mod suggestions;
mod versions;
mod visits;
mod waiting;
