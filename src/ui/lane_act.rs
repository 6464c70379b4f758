//! What a command does to a lane.

/// Something that is done to the lane that is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LaneAct {
    /// Types its name.
    Rename,
    /// Collapses it, or expands it.
    Fold,
    /// Adds a lane above it.
    AddAbove,
    /// Adds a lane below it.
    AddBelow,
    /// Moves it over the lane above.
    MoveUp,
    /// Moves it over the lane below.
    MoveDown,
    /// Deletes it.
    Remove,
}

impl LaneAct {
    /// All, as in the menu of a lane.
    pub const ALL: [Self; 7] = [
        Self::Rename,
        Self::Fold,
        Self::AddAbove,
        Self::AddBelow,
        Self::MoveUp,
        Self::MoveDown,
        Self::Remove,
    ];

    /// The key of its name.
    pub fn key(self) -> &'static str {
        match self {
            Self::Rename => "command-lane-rename",
            Self::Fold => "command-lane-fold",
            Self::AddAbove => "lane-add-above",
            Self::AddBelow => "lane-add-below",
            Self::MoveUp => "command-lane-up",
            Self::MoveDown => "command-lane-down",
            Self::Remove => "lane-remove",
        }
    }
}
