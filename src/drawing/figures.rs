//! What is known of the steps, as far as cards show it.

use std::borrow::Cow;

use super::ink::Ink;
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

/// The shape of the sign in front of what a card says through a lens: it says the same as the colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LensShape {
    /// Better than neither.
    Up,
    /// Neither.
    Level,
    /// Worse than neither.
    Down,
    /// Four corners, standing.
    Square,
    /// Four corners, on one of them.
    Diamond,
    /// Round.
    Circle,
    /// A star.
    Star,
}

/// The sign in front of what a card says through a lens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LensSign {
    /// Its shape.
    pub shape: LensShape,
    /// Its colour.
    pub ink: Ink,
    /// Whether a ring lies around it.
    pub ring: bool,
    /// Whether it is an outline.
    pub hollow: bool,
}

/// How a card looks through a lens, below its name and who is needed.
#[derive(Clone, Debug, PartialEq)]
pub enum LensFace {
    /// A sign with words.
    Said {
        /// In front of the words.
        sign: LensSign,
        /// The words.
        word: String,
        /// At the other end of their row.
        beside: String,
        /// In a row below, where there is one.
        below: String,
    },
    /// Five values from −1 to 1, as bars up or down from a line.
    Bars([Option<f32>; 5]),
}

/// What a card says through a lens, in the place of its time and its load.
#[derive(Clone, Debug, PartialEq)]
pub struct LensMark {
    /// How it looks.
    pub face: LensFace,
    /// All of it in words, for whoever points at the card or hears of it.
    pub told: String,
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
    /// Whether cards are seen through a lens: what it says takes the place of times, capacities and loads.
    fn has_lens(&self) -> bool {
        false
    }
    /// What a card says through the lens, if anything.
    fn lens(&self, _step: StepId) -> Option<LensMark> {
        None
    }
    /// Of each pool that limits the whole the step that takes the most of it, in document order: the
    /// cards that bear a badge. Near-linear in the steps that limit the whole.
    fn marked_bottlenecks(&self) -> Vec<StepId>;
}
