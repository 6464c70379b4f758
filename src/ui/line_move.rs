//! A line between zones, moved by a command.

use crate::blueprint::Line;

/// A line that moves over the lane beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct LineMove {
    /// Which line.
    pub line: Line,
    /// Whether it moves up.
    pub up: bool,
}

impl LineMove {
    /// All of them, from the uppermost line to the lowest.
    pub const ALL: [Self; 6] = {
        const fn of(line: Line, up: bool) -> LineMove {
            LineMove { line, up }
        }
        [
            of(Line::Interaction, true),
            of(Line::Interaction, false),
            of(Line::Visibility, true),
            of(Line::Visibility, false),
            of(Line::InternalInteraction, true),
            of(Line::InternalInteraction, false),
        ]
    };
}
