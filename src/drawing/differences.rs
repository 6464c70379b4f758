//! What differs from another scenario, as values.

use std::collections::BTreeMap;

use super::card::CardForm;
use super::ink::Ink;
use super::space::{Point, Rect};
use crate::blueprint::{LinkId, StepId};

/// What the edge of a sheet keeps from the ghosts of cards, in sheet units.
const AROUND_GHOSTS: f32 = 12.0;

/// How a card differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DifferenceMark {
    /// Only this scenario has it.
    Added,
    /// Only the other scenario has it.
    Removed,
    /// It is not the same.
    Changed,
    /// It lies somewhere else, and may be changed as well.
    Moved,
}

impl DifferenceMark {
    /// All marks, in the order of the legend.
    pub const ALL: [Self; 4] = [Self::Added, Self::Removed, Self::Changed, Self::Moved];

    /// The colour of what has the mark.
    pub(super) fn ink(self) -> Ink {
        self.inks().0
    }

    /// The colours of its edge and of its sign.
    pub(super) fn inks(self) -> (Ink, Ink) {
        match self {
            Self::Added => (Ink::Good, Ink::GoodText),
            Self::Removed => (Ink::Bad, Ink::BadText),
            Self::Changed | Self::Moved => (Ink::Accent, Ink::Accent),
        }
    }
}

/// A card where it was in the other scenario.
#[derive(Clone, Debug, PartialEq)]
pub struct OldCard {
    /// Whose card it was.
    pub step: StepId,
    /// What it was called.
    pub name: String,
    /// How it looked.
    pub form: CardForm,
    /// Its centre on the sheet.
    pub centre: Point,
    /// Whether the step is still there, at another place.
    pub stays: bool,
    /// Whether it lies under a card of this scenario and only its lower right corner is seen.
    pub peeks: bool,
}

/// A value on a card, as it was in the other scenario and as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OldValue {
    /// What it was.
    pub was: String,
    /// What it is; blank where the card says so itself.
    pub is: String,
}

impl Differences {
    /// The part of the sheet that ghosts of cards take, which may lie beyond everything that is
    /// there now; `None` without any.
    #[must_use]
    pub fn extent(&self) -> Option<Rect> {
        let ghosts = self.old.iter().map(|old| Rect::centred(old.centre, old.form.size()));
        ghosts.map(|ghost| ghost.grown(AROUND_GHOSTS)).reduce(Rect::union)
    }
}

/// Everything that differs, as far as it shows.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Differences {
    /// The cards of this scenario that differ.
    pub cards: BTreeMap<StepId, DifferenceMark>,
    /// The links of this scenario that differ.
    pub links: BTreeMap<LinkId, DifferenceMark>,
    /// What cards said and say now, of what differs.
    pub values: BTreeMap<StepId, Vec<OldValue>>,
    /// How links ran that only the other scenario has: corners on the sheet.
    pub old_links: Vec<Vec<Point>>,
    /// Cards of the other scenario that are gone from their place.
    pub old: Vec<OldCard>,
    /// The words of the legend; marks without words are left out of it.
    pub legend: Vec<(DifferenceMark, String)>,
}
