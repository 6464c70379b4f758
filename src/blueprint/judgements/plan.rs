//! The improvement plan: what is to be done, by whom, when, and what it brings. And the log of it.

use crate::blueprint::date::Date;
use crate::blueprint::ids::{ActionId, ScenarioId};
use crate::blueprint::quantity::Quantity;

/// What is to be done.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Plan {
    /// When it begins.
    pub start: Option<Date>,
    /// The scenario that it leads to.
    pub target: Option<ScenarioId>,
    /// What is to be done.
    pub actions: Vec<(ActionId, Action)>,
}

impl Plan {
    /// What all actions cost once, in the file's currency; `None` where no action has a cost.
    #[must_use]
    pub fn cost(&self) -> Option<f64> {
        let mut costs = self.actions.iter().filter_map(|(_, action)| action.cost);
        let first = costs.next()?.get();
        Some(costs.fold(first, |sum, cost| sum + cost.get()))
    }

    /// The place of the first action that would have to be done before itself. Quadratic in the actions
    /// that wait for others.
    #[must_use]
    pub fn first_in_circle(&self) -> Option<usize> {
        (0..self.actions.len()).find(|start| self.leads_back(*start))
    }

    /// Whether the way back from an action through what comes before leads to it again.
    fn leads_back(&self, start: usize) -> bool {
        let Some((own, _)) = self.actions.get(start) else { return false };
        let mut seen: Vec<ActionId> = Vec::new();
        let mut open: Vec<ActionId> = vec![*own];
        while let Some(next) = open.pop() {
            let action = self.actions.iter().find(|(id, _)| *id == next);
            for before in action.iter().flat_map(|(_, action)| &action.after) {
                if before == own {
                    return true;
                }
                if !seen.contains(before) {
                    seen.push(*before);
                    open.push(*before);
                }
            }
        }
        false
    }
}

/// The stage of a plan that an action belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum ActionStage {
    /// What must be there first.
    Prepare,
    /// The change itself.
    #[default]
    Implement,
    /// Whether it helped.
    Evaluate,
    /// What is made better still.
    Optimise,
}

impl ActionStage {
    /// All stages in their order, with their names in a file.
    pub const NAMES: [(&'static str, Self); 4] = [
        ("Prepare", Self::Prepare),
        ("Implement", Self::Implement),
        ("Evaluate", Self::Evaluate),
        ("Optimise", Self::Optimise),
    ];
}

/// Which differences between the baseline and the plan's scenario an action brings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Brings {
    /// All that no other action brings.
    All,
    /// Those of the steps and roles of these numbers.
    These(Vec<u32>),
}

impl Default for Brings {
    fn default() -> Self {
        Self::These(Vec::new())
    }
}

/// A piece of the plan.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Action {
    /// What is to be done; never blank.
    pub name: String,
    /// Which stage it belongs to.
    pub stage: ActionStage,
    /// Who answers for it.
    pub owner: String,
    /// How many days of the calendar it takes; 0 for a milestone.
    pub days: u32,
    /// What must be done before.
    pub after: Vec<ActionId>,
    /// When it begins at the earliest.
    pub start: Option<Date>,
    /// When it was done.
    pub done: Option<Date>,
    /// What it costs once, in the file's currency.
    pub cost: Option<Quantity>,
    /// The numbers of what it is about: items, steps, indicators …
    pub about: Vec<u32>,
    /// What it changes in the blueprint.
    pub brings: Brings,
}

impl Action {
    /// The longest that an action can take, in days: a hundred years.
    pub const MOST_DAYS: u32 = 36_525;

    /// By how many days it is said to be done before it may begin; zero where it is not.
    #[must_use]
    pub fn days_done_before_start(&self) -> i64 {
        let both = self.start.zip(self.done);
        both.map_or(0, |(start, done)| start.days_since(done).max(0))
    }
}

/// A dated line about something.
#[derive(Clone, Debug, PartialEq)]
pub struct LogEntry {
    /// When.
    pub date: Date,
    /// The numbers of what it is about.
    pub about: Vec<u32>,
    /// What happened.
    pub text: String,
}
