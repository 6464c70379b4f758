//! What is seen of a stop: of which time of a day its figures are, as those of the window, and what is gone of it.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::analysis::{Analysis, analyse, busiest_interval};
use crate::blueprint::{Blueprint, Scenario, ScenarioId, StepId, Stop, TimeOfDay};

/// Of which time figures are, where a scenario has a day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum When {
    /// Its busiest interval.
    #[default]
    Busiest,
    /// The long run.
    Steady,
    /// The interval that a time falls into; the long run where there is none.
    At(TimeOfDay),
}

/// What a stop names and its blueprint no longer has: the stop is framed on what is left.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Gone {
    /// Its scenario: it cannot be shown.
    pub scenario: bool,
    /// The scenario that it is compared with.
    pub partner: bool,
    /// How many of its cards.
    pub cards: usize,
}

impl Gone {
    /// What is gone of a stop.
    #[must_use]
    pub fn of(stop: &Stop, blueprint: &Blueprint) -> Self {
        let is_gone =
            |id: Option<ScenarioId>| id.is_some_and(|id| blueprint.scenario(id).is_none());
        let shown = stop.scenario.and_then(|id| blueprint.scenario(id));
        let shown = shown.unwrap_or_else(|| blueprint.baseline());
        let named: BTreeSet<StepId> = stop.around.iter().chain(&stop.spotlight).copied().collect();
        let cards = named.iter().filter(|step| !shown.steps().contains_key(*step)).count();
        let scenario = is_gone(stop.scenario);
        Self { scenario, partner: is_gone(stop.with), cards: if scenario { 0 } else { cards } }
    }

    /// Whether anything is.
    #[must_use]
    pub fn any(self) -> bool {
        self.scenario || self.partner || self.cards > 0
    }
}

/// A scenario as it is at a time, with its figures.
#[derive(Clone, Debug)]
pub struct Seen {
    /// The scenario as it is then.
    pub scenario: Arc<Scenario>,
    /// Its figures.
    pub figures: Arc<Analysis>,
    /// Which interval of its day that is; `None` for the long run.
    pub interval: Option<usize>,
}

impl Seen {
    pub(super) fn of(scenario: &Arc<Scenario>, when: When) -> Self {
        let day = scenario.demand().day.as_deref();
        let interval = match when {
            When::Busiest => day.and_then(|_| busiest_interval(scenario)),
            When::Steady => None,
            When::At(time) => day.and_then(|day| day.interval_at(time)),
        };
        let then = interval.and_then(|at| Some((at, scenario.at(at)?)));
        let (scenario, interval) = match then {
            Some((at, then)) => (Arc::new(then), Some(at)),
            None => (Arc::clone(scenario), None),
        };
        Self { figures: Arc::new(analyse(&scenario)), scenario, interval }
    }
}
