//! Localisation: everything that people read, in English and Chinese. Codes, problems and figures
//! come in; words go out, for the window and the command line alike.
//!
//! The texts lie in `assets/locales/<language>/<subject>.ftl` (Fluent) and are part of the program.

mod basis;
mod figures;
mod files;
mod names;
mod numbers;
mod problems;
mod redesign;
mod tables;
mod texts;
mod why;

pub use fluent_bundle::FluentValue as Value;
pub use numbers::Amount;
pub use problems::ProblemWords;
pub use texts::{Language, Wording};
pub use why::Explanation;
