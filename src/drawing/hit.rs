//! What can lie under the pointer.

use crate::blueprint::{LaneId, Line, LinkId, PhaseId, StepId};

/// An edge of a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// Left edge.
    Left,
    /// Upper edge.
    Top,
    /// Right edge.
    Right,
    /// Lower edge.
    Bottom,
}

impl Side {
    /// The sides in the order of the handles.
    pub const ALL: [Self; 4] = [Self::Left, Self::Top, Self::Right, Self::Bottom];

    /// Whether links leave it to the left or right.
    #[must_use]
    pub fn is_horizontal(self) -> bool {
        matches!(self, Self::Left | Self::Right)
    }

    /// 1 where links leave it to the right or downwards, −1 to the left or upwards.
    #[must_use]
    pub fn outwards(self) -> f32 {
        match self {
            Self::Right | Self::Bottom => 1.0,
            Self::Left | Self::Top => -1.0,
        }
    }
}

/// One of the two ends of a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LinkSide {
    /// Where it starts.
    From,
    /// Where it leads.
    To,
}

/// What lies at a point of the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Hit {
    /// The handle on a card's edge from which a link is drawn.
    CardEdge(StepId, Side),
    /// The button beside a card that appends a step.
    Append(StepId),
    /// The badge of a bottleneck.
    Badge(StepId),
    /// The F circle.
    FailMark(StepId),
    /// The W circle.
    WaitMark(StepId),
    /// A card.
    Card(StepId),
    /// The share written beside a link.
    ShareLabel(LinkId),
    /// An end of a link, by which it is attached elsewhere.
    LinkEnd(LinkId, LinkSide),
    /// A link.
    Link(LinkId),
    /// The name of a line between zones, by which it is moved.
    Line(Line),
    /// The lower edge of a lane, along the whole sheet.
    LaneBorder(LaneId),
    /// The button that folds or unfolds a lane.
    LaneFold(LaneId),
    /// The name of a lane on the left.
    LaneName(LaneId),
    /// The right edge of a phase, in the row on top and along the sheet.
    PhaseBorder(PhaseId),
    /// Where a phase is cut in two, along the lower edge of its name: so far from the left edge of the
    /// sheet.
    PhaseCut(PhaseId, i32),
    /// The name of a phase on top.
    PhaseName(PhaseId),
    /// Empty sheet in a lane.
    Lane(LaneId),
    /// Beside the sheet, or in a zone without lanes.
    Outside,
}

impl Hit {
    /// The step that it is or belongs to.
    #[must_use]
    pub fn step(self) -> Option<StepId> {
        match self {
            Self::CardEdge(step, _)
            | Self::Append(step)
            | Self::Badge(step)
            | Self::FailMark(step)
            | Self::WaitMark(step)
            | Self::Card(step) => Some(step),
            _ => None,
        }
    }

    /// The link that it is or belongs to.
    #[must_use]
    pub fn link(self) -> Option<LinkId> {
        match self {
            Self::ShareLabel(link) | Self::LinkEnd(link, _) | Self::Link(link) => Some(link),
            _ => None,
        }
    }
}
