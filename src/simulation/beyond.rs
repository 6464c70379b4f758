//! What formulas know nothing of, and how customers are lost by it.

use crate::blueprint::{Order, Scenario, Step};
use crate::process::{ArcKind, Moment, Process, Room};

/// Why customers leave without having been served.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Loss {
    /// Their patience ended.
    GaveUp,
    /// They found no place to wait.
    NoRoom,
    /// Nothing could go on for them.
    Unserved,
}

impl Loss {
    /// All.
    pub const ALL: [Self; 3] = [Self::GaveUp, Self::NoRoom, Self::Unserved];
}

/// What formulas know nothing of, and the simulation does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Beyond {
    /// Who waits is taken in another order than that in which waits began.
    Order,
    /// Customers are taken by how urgent they are.
    Urgency,
    /// Steps come before or after others.
    Priority,
    /// Customers give up.
    Patience,
    /// Places to wait can be full.
    Room,
    /// Batches start before they are full.
    BatchWait,
}

impl Beyond {
    /// All, with their names for scripts.
    pub const NAMES: [(Self, &'static str); 6] = [
        (Self::Order, "order"),
        (Self::Urgency, "urgency"),
        (Self::Priority, "priority"),
        (Self::Patience, "patience"),
        (Self::Room, "room"),
        (Self::BatchWait, "batch_wait"),
    ];

    /// Its name for scripts.
    #[must_use]
    pub fn name(self) -> &'static str {
        Self::NAMES.iter().find(|(it, _)| *it == self).map_or("", |(_, name)| name)
    }
}

/// What a service has that formulas know nothing of, in the order of [`Beyond::NAMES`]: where that is so it is no
/// mistake that they contradict a simulation. Linear.
#[must_use]
pub fn beyond_formulas(scenario: &Scenario, process: &Process) -> Vec<Beyond> {
    let is_full = |moment: &Moment| {
        moment.activities.iter().any(|it| matches!(it.room, Room::Waiting { limited: true }))
    };
    let any = |has: &dyn Fn(&Step) -> bool| scenario.steps().values().any(|step| has(step));
    let has = |beyond: Beyond| match beyond {
        Beyond::Order => scenario.simulation_rules().order != Order::FirstCome,
        Beyond::Urgency => scenario.demand().urgency.len() > 1,
        Beyond::Priority => any(&|step| step.priority.is_some()),
        Beyond::Patience => {
            any(&|step| step.wait.as_ref().is_some_and(|wait| wait.patience.is_some()))
        }
        Beyond::Room => process.moments.iter().any(is_full),
        Beyond::BatchWait => any(&|step| step.batch_wait.is_some()),
    };
    Beyond::NAMES.map(|(beyond, _)| beyond).into_iter().filter(|beyond| has(*beyond)).collect()
}

/// Whether customers can leave before lines grow for ever: their patience ends, or they come from outside to a place to
/// wait that can be full. Who finds such a place full within the service stays where he is. Linear.
#[must_use]
pub fn can_lose(scenario: &Scenario, process: &Process) -> bool {
    let arrives_at = |at: usize| {
        process.arcs.iter().any(|arc| arc.kind == ArcKind::Arrival && arc.to == Some(at))
    };
    let is_full = |moment: &Moment| {
        moment.activities.iter().any(|it| matches!(it.room, Room::Waiting { limited: true }))
    };
    let patience = |step: &Step| step.wait.as_ref().is_some_and(|wait| wait.patience.is_some());
    scenario.steps().values().any(|step| patience(step))
        || process.moments.iter().enumerate().any(|(at, it)| is_full(it) && arrives_at(at))
}

/// Whether a moment is a card that stands for a wait.
pub(super) fn stands_for_wait(moment: &Moment) -> bool {
    moment.activities.iter().any(|activity| matches!(activity.room, Room::Waiting { .. }))
}
