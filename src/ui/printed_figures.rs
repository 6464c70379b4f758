//! Figures as they are printed: a simulation behind them ends after as many customers as at the command line, so that
//! a page says the same whenever and wherever it is opened.

use std::sync::Arc;

use egui::Context;

use crate::analysis::{Analysis, analyse};
use crate::background::{Kept, Pace, Snapshot};
use crate::blueprint::Scenario;
use crate::simulation::printed_analysis;

/// So many versions are kept.
const MOST: usize = 12;

/// The figures of some scenarios, found one after another off the window's thread.
pub(super) struct PrintedFigures {
    known: Vec<(Snapshot<Scenario>, Arc<Analysis>)>,
    work: Kept<Snapshot<Scenario>, Arc<Analysis>>,
}

impl Default for PrintedFigures {
    fn default() -> Self {
        Self { known: Vec::new(), work: Kept::new("figures of a page").after_pause(0.2) }
    }
}

impl PrintedFigures {
    /// Whether something is worked out.
    pub fn is_busy(&self) -> bool {
        self.work.is_busy()
    }

    /// Finds the figures of scenarios that are not known yet, the first ones first; once a pass.
    pub fn follow<'a>(&mut self, ctx: &Context, wanted: impl Iterator<Item = &'a Arc<Scenario>>) {
        self.work.fetch(ctx);
        if let (Some(of), Some(found)) = (self.work.value_key(), self.work.value()) {
            let (of, found) = (of.clone(), Arc::clone(found));
            self.keep(of, found);
        }
        for scenario in wanted {
            let key = Snapshot::of(scenario);
            if self.of(scenario).is_some() {
                continue;
            }
            if self.work.failure(&key).is_some() {
                // What formulas say is still true.
                self.keep(key, Arc::new(analyse(scenario)));
                continue;
            }
            let wanted = Arc::clone(scenario);
            let run = move |_: &_| Arc::new(printed_analysis(&wanted));
            self.work.follow(&key, ctx, Pace::Beside, run);
            return;
        }
    }

    fn keep(&mut self, of: Snapshot<Scenario>, figures: Arc<Analysis>) {
        if self.known.iter().any(|(known, _)| *known == of) {
            return;
        }
        if self.known.len() >= MOST {
            self.known.remove(0);
        }
        self.known.push((of, figures));
    }

    /// The figures of a scenario, where they are known.
    pub fn of(&self, scenario: &Arc<Scenario>) -> Option<Arc<Analysis>> {
        let key = Snapshot::of(scenario);
        let known = self.known.iter().find(|(of, _)| *of == key);
        known.map(|(_, figures)| Arc::clone(figures))
    }
}
