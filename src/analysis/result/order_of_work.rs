//! In which order work must be taken up for a capacity to be reached.

/// In which order work must be taken up for an exact capacity to be reached; any order will do
/// elsewhere, as long as nobody is idle beside work for them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OrderOfWork {
    /// Steps that need several at once go first.
    TeamsFirst,
    /// Whoever stands in for others puts first what only they can do.
    StandIns,
}

impl OrderOfWork {
    /// The name in JSON, such as `teams_first`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::TeamsFirst => "teams_first",
            Self::StandIns => "stand_ins",
        }
    }
}
