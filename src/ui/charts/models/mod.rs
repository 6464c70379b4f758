//! What the pictures show, as numbers, marks and labels; no window is needed.

pub(super) mod axis;
pub(super) mod load;
pub(super) mod visit;
pub(super) mod waiting;
