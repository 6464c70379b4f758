//! Localisation: all texts, in every language. Codes, problems and figures come in; words go out,
//! for the window and the command line alike.
//!
//! The texts are in `assets/locales/<language>/<subject>.ftl` (Fluent) and are part of the program.
//! The files of all languages have the same keys in the same order. `language` has a line for each
//! language; `joining` puts finished texts together, with marks that each language chooses.

mod assumptions;
mod basis;
mod changes;
mod figures;
mod files;
mod joining;
mod language;
mod measures;
mod names;
mod numbers;
mod problems;
mod recovery;
mod redesign;
mod suggestions;
mod tables;
mod texts;
mod why;

pub use changes::{ChangeSign, ChangeWords};
pub use fluent_bundle::FluentValue as Value;
pub use language::Language;
pub use measures::{measure_of_pool, measure_of_role};
pub use numbers::{Amount, Units};
pub use problems::{ProblemWords, refusal_code};
pub use texts::Wording;
pub use why::Explanation;
