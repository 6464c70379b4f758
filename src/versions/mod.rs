//! What changed between two versions of a blueprint, and what each change does to the figures.
//!
//! [`Versions::of`] pairs the scenarios of an old and a new version; [`ScenarioPair::changes`] says
//! what became of one, a line for each change. Each line has its effect, reckoned alone: the old
//! scenario with just this change. What the changes do only with each other is a line of its own.
//!
//! Versions of one lineage are matched by identity. Others are matched by name, and then the new
//! version is renumbered into the old one's identities, so that everything behind it compares by
//! identity alone.
//!
//! # What always holds
//!
//! - A version has no changes against itself, however it is matched
//!   (`a_version_has_no_changes_against_itself`).
//! - The way back has as many lines as the way there (`the_way_back_has_as_many_lines`).
//! - The effects and what they do together make up the difference of the figures
//!   (`twelve_known_edits_are_twelve_lines_whose_effects_sum_up`).
//! - What cannot be without another change belongs to that change's line: the links of a step that
//!   came or went, with the shares of the other ways out; who does a step, where only a role that
//!   came or went makes the difference; the phase of a step whose phase came or went.
//! - How cards lie within lane and phase is one line for all of them; sizes and collapsed lanes are one where
//!   nothing else changed; colours are none. Between files of two lineages neither is told.
//! - What was said and the lesson are told about the file as a whole: a line for comments, one for reviews, one
//!   for that a review is asked for, one for the lesson.
//!
//! It knows no files, no clock and no words.

mod alone;
mod change;
mod draft;
mod effects;
mod file_change;
mod following;
mod groups;
mod judged;
mod matching;
mod own;
mod pairs;
mod reckoning;
mod renumbering;
mod rules;
mod sheets;
mod since;

pub use change::Change;
pub use effects::{Effects, Measure};
pub use file_change::{FileChange, Judged, Said};
pub use groups::Group;
pub use matching::{Matching, is_one_lineage};
pub use own::OwnIds;
pub use pairs::{ScenarioPair, Versions};
pub use reckoning::{ChangeLine, ScenarioChanges};
pub use sheets::{ClassNumber, PlanChange};
pub use since::{Since, Tally, largest_risk};
