//! The open document: named edits, gestures as transactions, one history per file, selection.
//!
//! [`Editor`] is the open file; an [`Edit`] changes a scenario, a [`DocumentEdit`] anything.
//!
//! # What always holds
//!
//! - An edit succeeds or changes nothing (`a_refused_edit_changes_nothing_and_says_why`,
//!   `several_edits_are_one_step_or_none`).
//! - A gesture is one step of undo however often it is previewed, and one that is aborted leaves no
//!   trace (`a_gesture_is_one_step_however_often_it_is_previewed`,
//!   `an_aborted_gesture_leaves_no_trace`).
//! - A trial never stays: whatever ends it takes it back (`whatever_ends_a_trial_takes_it_back`).
//! - Undo and redo bring back the very document that was there, with what was selected
//!   (`a_document_stays_sound_through_thousands_of_edits`).
//! - What is selected is in the scenario that is shown.
//! - Two versions have the same revision of figures only if no figure differs.
//! - The history is bounded in memory; some hundred steps stay in any case (`history`).
//!
//! It knows neither window nor disk; edits are data, so that others can make and keep them.

mod document_edit;
mod edit;
mod edit_names;
mod history;
mod open_file;
mod outcome;
mod rows;
mod selection;

pub use document_edit::{DocumentEdit, Judging, SheetWork, Talk};
pub use edit::Edit;
pub use edit_names::EditName;
pub use open_file::{Editor, GestureId};
pub use outcome::Outcome;
pub use rows::RowChanges;
pub use selection::{Selection, Thing};
