//! What is seen of a stop: of which time of a day its figures are, as those of the window.

use std::sync::Arc;

use crate::analysis::{Analysis, analyse, busiest_interval};
use crate::blueprint::{Scenario, TimeOfDay};

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
