//! The open file: named edits, gestures as transactions, one history per file, selection.
//!
//! What always holds: an edit succeeds or changes nothing; a gesture is one step of undo however
//! often it is previewed; undo and redo bring back the very document that was there, with what was
//! selected; what is selected is in the scenario that is shown.

mod edit;
mod history;
mod open_file;
mod rows;
mod selection;

pub use edit::{Edit, EditName, Outcome};
pub use open_file::{Editor, GestureId};
pub use rows::RowChanges;
pub use selection::{Selection, Thing};
