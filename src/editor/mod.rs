//! The open document: named edits, gestures as transactions, one history per file, selection.
//!
//! What always holds: an edit succeeds or changes nothing; a gesture is one step of undo however
//! often it is previewed; undo and redo bring back the very document that was there, with what was
//! selected; what is selected is in the scenario that is shown.

mod document_edit;
mod edit;
mod edit_names;
mod history;
mod open_file;
mod outcome;
mod rows;
mod selection;

pub use document_edit::DocumentEdit;
pub use edit::Edit;
pub use edit_names::EditName;
pub use open_file::{Editor, GestureId};
pub use outcome::Outcome;
pub use rows::RowChanges;
pub use selection::{Selection, Thing};
