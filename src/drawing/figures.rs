//! What is known of the steps, as far as cards show it.

use std::borrow::Cow;

use crate::blueprint::StepId;

/// How loaded a step is, 0 to 1 and above.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CardLoad {
    /// The utilisation of its tightest pool, over all that this does.
    pub pool: f64,
    /// The step's own part of that.
    pub own: f64,
}

/// What of a card's figures is no longer known and said as it was last.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Outdated {
    /// How loaded it is.
    pub load: bool,
    /// How much it can do.
    pub says: bool,
    /// Whether it limits the whole.
    pub bottleneck: bool,
}

/// The figures of a sheet. Like words, they are lent: only those of cards that are seen are asked
/// for.
pub trait SheetFigures {
    /// How loaded a step is; `None` where that is not known.
    fn load(&self, step: StepId) -> Option<CardLoad>;
    /// What a card says of how much it can do, in words with their mark.
    fn says(&self, step: StepId) -> Option<Cow<'_, str>>;
    /// Whether a step limits the whole.
    fn is_bottleneck(&self, step: StepId) -> bool;
    /// What of these is of before the last changes: it stands in grey.
    fn outdated(&self, _step: StepId) -> Outdated {
        Outdated::default()
    }
    /// Of each pool that limits the whole the step that takes the most of it, in document order: the
    /// cards that bear a badge. Near-linear in the steps that limit the whole.
    fn marked_bottlenecks(&self) -> Vec<StepId>;
}
