//! A service mix: a sheet that a blueprint fills.

use super::figure::Figure;
use crate::blueprint::ids::{LinkId, ScenarioId, StepId};

/// What fills a service mix. Only what nobody could compute is stored: what a customer of a class is worth, how many
/// the market has of them, how full people’s hours may be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mix {
    /// The scenario whose work and people count.
    pub scenario: ScenarioId,
    /// What sorts customers.
    pub sorted_by: SortedBy,
    /// The part of people’s time that may be filled; blank is all of it.
    pub fill: Figure,
    /// What is said of classes; the others count with what is usual.
    pub classes: Vec<MixClass>,
}

/// What sorts customers into classes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SortedBy {
    /// The ways out of a decision.
    Ways(StepId),
    /// Where they come in.
    Entries,
}

/// Which class.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ClassOf {
    /// Those who take a link.
    Way(LinkId),
    /// Those who come in at a step.
    Entry(StepId),
}

/// A class of customers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MixClass {
    /// Which.
    pub of: ClassOf,
    /// What one of them is worth; blank is the price less the material.
    pub worth: Figure,
    /// The least an hour; blank is 0.
    pub least: Figure,
    /// The most an hour; blank is no end.
    pub most: Figure,
}

impl MixClass {
    /// One of which nothing is said.
    #[must_use]
    pub fn new(of: ClassOf) -> Self {
        let blank = Figure::default;
        Self { of, worth: blank(), least: blank(), most: blank() }
    }
}
