//! What is known about the quality of what is shown: put together once somebody wants to see it, and again when
//! something that it comes from has changed.

use std::sync::Arc;

use crate::analysis::Analysis;
use crate::background::{Memo, Snapshot};
use crate::blueprint::{Blueprint, Date, Scenario};
use crate::quality::{Assessment, Question, assess};

/// What it comes from: the file with its judgements, the scenario as it is seen, its figures, the day.
type Key = (Snapshot<Blueprint>, Snapshot<Scenario>, Snapshot<Analysis>, Option<Date>);

/// Which day it is by the clock.
pub(super) fn by_the_clock() -> Option<Date> {
    Date::within(chrono::Local::now().date_naive())
}

/// The last assessment.
#[derive(Default)]
pub(super) struct Assessing {
    made: Memo<Key, Arc<Assessment>>,
    /// The day that somebody chose to look from.
    chosen: Option<Date>,
}

impl Assessing {
    /// Which day it is: the one that was chosen, else that of the clock.
    pub fn today(&self) -> Option<Date> {
        self.chosen.or_else(by_the_clock)
    }

    /// Looks from a day; from that of the clock without.
    pub fn look_from(&mut self, day: Option<Date>) {
        self.chosen = day;
    }

    /// The assessment of a scenario of a file.
    pub fn of(
        &mut self,
        blueprint: &Arc<Blueprint>,
        scenario: &Arc<Scenario>,
        analysis: &Arc<Analysis>,
    ) -> Arc<Assessment> {
        let today = self.today();
        let figures = Snapshot::of(analysis);
        let key = (Snapshot::of(blueprint), Snapshot::of(scenario), figures, today);
        let question = Question { today, ..Question::default() };
        let make = || Arc::new(assess(blueprint, scenario, analysis, &question));
        Arc::clone(self.made.get(key, make))
    }
}
