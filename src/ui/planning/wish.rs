//! What can be asked for of the planning sheets.

use crate::blueprint::SheetId;
use crate::blueprint::sheets::Purpose;

/// What can be asked for of the planning sheets.
#[derive(Clone, Debug)]
pub(in crate::ui) enum PlanWish {
    /// Show one.
    Show(SheetId),
    /// Add one of a template.
    Add(Purpose),
    /// Add a copy.
    Duplicate(SheetId),
    /// Remove one.
    Remove(SheetId),
    /// Name one.
    Rename(SheetId, String),
    /// Give one another place among the tabs.
    Move(SheetId, usize),
}

impl PlanWish {
    /// Whether nothing is changed by it.
    pub fn only_looks(&self) -> bool {
        matches!(self, Self::Show(_))
    }

    /// What it is called where nobody reads it in a language.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Show(_) => "show",
            Self::Add(_) => "add",
            Self::Duplicate(_) => "duplicate",
            Self::Remove(_) => "remove",
            Self::Rename(..) => "rename",
            Self::Move(..) => "move",
        }
    }
}
