//! Which stop is shown, and what lies over it.

/// What lies over a stop.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Over {
    /// Nothing: the stop is seen.
    #[default]
    Nothing,
    /// All stops, one of which is chosen.
    Overview(usize),
    /// A black wall.
    Black,
    /// A white wall.
    White,
    /// The results, after the last stop.
    EndCard,
    /// The lesson is over, and no other follows.
    TheEnd,
}

/// Where in a lesson one is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The stop, counted from 0.
    pub stop: usize,
    /// What lies over it.
    pub over: Over,
}

impl Place {
    /// The same stop with nothing over it.
    #[must_use]
    pub fn uncovered(self) -> Self {
        Self { over: Over::Nothing, ..self }
    }
}
