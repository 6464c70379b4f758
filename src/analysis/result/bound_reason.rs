//! What makes a figure a bound rather than the value itself.

/// What makes a figure a bound; of several, the first is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BoundReason {
    /// A waiting room can fill up and hold up the step before it.
    WaitingRoom,
    /// A step needs several units at once, and they are seldom free at the same moment.
    SeveralAtOnce,
    /// A unit stays with the customer between steps, waits included.
    Kept,
    /// What is needed at once could be met in several ways, of which some stand in each other's way.
    Choice,
    /// People who are needed at once are not always there, and not always at the same time.
    Absent,
    /// Pools that are needed at once are held for times that differ, or vary by themselves: who is
    /// done first can seldom begin anything before the other is done.
    DifferentTimes,
    /// Steps of one moment serve batches of different sizes.
    Batches,
    /// Moments need pools together that other moments need in other company.
    Overlap,
    /// Several steps of one moment vary: their longest lasts longer on average than stated.
    SeveralVary,
    /// Of branches side by side the longest by average times counts; the average of the longest is
    /// more than that.
    SideBySide,
    /// A customer may need the same people in several places at once.
    SamePeople,
    /// A customer may need people again who are away for a while after having worked.
    AwayAgain,
    /// Branches wait in queues side by side, for which no formula gives the average of the longest.
    QueuesSideBySide,
    /// Some of the work may be done by something else than staff.
    NotOnlyStaff,
    /// Through moments without staff, the work comes from more staffs, or goes round longer, than is
    /// followed.
    ManyStaffs,
}

impl BoundReason {
    /// The name in JSON, such as `different_times`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::WaitingRoom => "waiting_room",
            Self::SeveralAtOnce => "several_at_once",
            Self::Kept => "kept",
            Self::Choice => "choice",
            Self::Absent => "absent",
            Self::DifferentTimes => "different_times",
            Self::Batches => "batches",
            Self::Overlap => "overlap",
            Self::SeveralVary => "several_vary",
            Self::SideBySide => "side_by_side",
            Self::SamePeople => "same_people",
            Self::AwayAgain => "away_again",
            Self::QueuesSideBySide => "queues_side_by_side",
            Self::NotOnlyStaff => "not_only_staff",
            Self::ManyStaffs => "many_staffs",
        }
    }
}
