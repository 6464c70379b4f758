//! The open file: named edits, gestures as transactions, one history per file, selection.

mod edit;
mod history;
mod open_file;
mod selection;

pub use edit::{Edit, EditName, Outcome};
pub use open_file::{Editor, GestureId};
pub use selection::{Selection, Thing};
