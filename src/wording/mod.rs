//! Localisation: all texts, in every language. Codes, problems and figures come in; words go out,
//! for the window and the command line alike.
//!
//! The texts are in `assets/locales/<language>/<subject>.ftl` (Fluent) and are part of the program.
//! [`Wording`] is a language with its texts; `language` has a line for each language; `joining`
//! puts finished texts together, with marks that each language chooses.
//!
//! # What always holds
//!
//! - All languages have the same keys in the same order, with the same arguments
//!   (`the_files_of_all_languages_run_side_by_side`,
//!   `all_languages_say_the_same_things_with_the_same_arguments`).
//! - The program asks for no key that is not there, and no text is left over
//!   (`the_program_asks_for_no_unknown_key`, `no_text_is_left_over`).
//! - Every code of every room has its words (`every_problem_has_words_in_both_languages`,
//!   `every_refusal_says_what_to_do`, `every_trouble_of_the_disk_has_words`).
//! - What a field shows is read back as the same (`what_a_field_holds_is_read_back_as_the_same`).
//! - Words are made here and nowhere else; files and JSON are the same in every language.
//!
//! It knows every room that has codes, and no window.

mod assumptions;
mod basis;
mod changes;
mod dates;
mod day;
mod excerpts;
mod figures;
mod files;
mod items;
mod joining;
mod language;
mod lessons;
mod measures;
mod names;
mod numbers;
mod planning_answers;
mod planning_changes;
mod planning_sheets;
mod playing;
mod problems;
mod quality;
mod quality_views;
mod recovery;
mod redesign;
mod remedies;
mod reviews;
mod risks;
mod simulation;
mod staffing;
mod suggestions;
mod tables;
mod texts;
mod versions;
mod why;

pub use changes::{ChangeSign, ChangeWords};
pub use fluent_bundle::FluentValue as Value;
pub use language::Language;
pub use measures::{measure_of_pool, measure_of_role};
pub use numbers::{Amount, Units};
pub use problems::{ProblemWords, refusal_code};
pub use texts::Wording;
pub use why::Explanation;
