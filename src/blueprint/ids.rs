//! Identities: small numbers that are handed out once per file and never reused.

use std::fmt;

/// Anything that is identified by a number from an [`IdSource`].
pub trait Id: Copy + Eq + Ord + std::hash::Hash + fmt::Debug {
    /// Wraps a raw number, as read from a file.
    fn from_number(number: u32) -> Self;
    /// The raw number, as written to a file.
    fn number(self) -> u32;
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(u32);

        impl Id for $name {
            fn from_number(number: u32) -> Self { Self(number) }
            fn number(self) -> u32 { self.0 }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { self.0.fmt(f) }
        }
    )+};
}

ids! {
    /// A scenario of a blueprint.
    ScenarioId,
    /// A step (card) of a scenario. Copies of a scenario keep it, so that steps match by identity.
    StepId,
    /// A link between two steps, or from a step to the outside.
    LinkId,
    /// A lane of a zone.
    LaneId,
    /// A phase (column) of the sheet.
    PhaseId,
    /// A role: staff, equipment, a room, information or an outside party.
    RoleId,
    /// A servicescape element.
    ElementId,
    /// A stop of a lesson.
    StopId,
    /// An item of quality: a sentence that customers judge.
    ItemId,
    /// An indicator.
    IndicatorId,
    /// An action of the improvement plan.
    ActionId,
    /// A planning sheet.
    SheetId,
}

/// Hands out fresh identities. One per file, saved with it, so that a number is never used twice
/// even after what had it was deleted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IdSource {
    next: u32,
}

impl IdSource {
    /// A source whose first identity has the number `next`.
    #[must_use]
    pub fn starting_at(next: u32) -> Self {
        Self { next: next.max(1) }
    }

    /// An identity that nothing in the file has or ever had.
    ///
    /// Numbers are not exhausted in practice (four thousand million edits); past that they stay at
    /// the highest, which the file's reader would name as a duplicate.
    pub fn fresh<T: Id>(&mut self) -> T {
        let id = T::from_number(self.next);
        self.next = self.next.saturating_add(1);
        id
    }

    /// The number that the next fresh identity will have.
    #[must_use]
    pub fn next_number(self) -> u32 {
        self.next
    }

    /// Makes sure that `id` is never handed out again.
    pub fn reserve(&mut self, id: impl Id) {
        self.next = self.next.max(id.number().saturating_add(1));
    }
}

impl Default for IdSource {
    fn default() -> Self {
        Self::starting_at(1)
    }
}
