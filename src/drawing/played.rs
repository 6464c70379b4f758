//! What is to be seen of a day that is played on the sheet, as values.

use std::collections::BTreeMap;

use crate::blueprint::{LinkId, StepId};

/// What is to be seen of a day at an instant.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Played {
    /// What happens at steps.
    pub steps: BTreeMap<StepId, StepPlayed>,
    /// Customers on their way.
    pub travellers: Vec<Traveller>,
    /// Connectors that so many pass that they are not told apart: how strongly each shows, from 0 to 1.
    pub pulses: BTreeMap<LinkId, f32>,
}

/// What happens at a step.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct StepPlayed {
    /// Its line; `None` where none can form.
    pub line: Option<LinePlayed>,
    /// Who can work here, a group for each role.
    pub crews: Vec<CrewPlayed>,
    /// In words how many of the first group work, such as `1 of 1 busy`.
    pub says: String,
}

/// A line of customers.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct LinePlayed {
    /// How many wait.
    pub waiting: u32,
    /// What they do, behind the number: `waiting`.
    pub word: String,
    /// How many waited before something was changed, and that in words.
    pub before: Option<(u32, String)>,
}

/// People of a role at a step.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct CrewPlayed {
    /// The colour of the role.
    pub colour: u8,
    /// Each of them.
    pub people: Vec<Pip>,
}

/// What one of a role does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pip {
    /// Works at this step.
    Here,
    /// Works at another one.
    Elsewhere,
    /// Has nothing to do.
    Free,
    /// Is on duty, and not to be had for a while.
    Away,
    /// Is not on duty.
    OffDuty,
}

/// A customer on the way.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Traveller {
    /// Along what.
    pub way: Way,
    /// How much of it lies behind, from 0 to 1.
    pub part: f32,
    /// Whether it is work that was set off, for which nobody waits.
    pub background: bool,
}

/// Along what a customer goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// A connector.
    Link(LinkId),
    /// From outside to a step.
    Into(StepId),
}
