//! Two scenarios under comparison: which they are, what differs, and how it shows on the sheet.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::analysis::{Analysis, analyse};
use crate::blueprint::{RoleField, RoleId, Scenario, ScenarioId, Step, StepId};
use crate::drawing::Differences;
use crate::editor::Editor;
use crate::pictures::{Side, differences};
use crate::redesign::{Comparison, StepChange, compare_analysed};
use crate::simulation::DayDifference;
use crate::wording::{ChangeWords, Wording};

use super::figures::{Figures, Hour};
use super::simulating::{Analysed, Simulating};

/// What is shown now.
#[derive(Clone, Copy)]
pub(super) struct Shown<'a> {
    pub editor: &'a Editor,
    /// The figures of the scenario that is shown, as the formulas say them.
    pub present: &'a Figures,
    pub simulating: &'a Simulating,
}

/// The comparison that is on.
#[derive(Debug)]
pub(super) struct Comparing {
    pub before: ScenarioId,
    pub after: ScenarioId,
    known: Option<Compared>,
}

/// Everything about the two scenarios as they stand.
#[derive(Debug)]
pub(super) struct Compared {
    pub before: Arc<Scenario>,
    pub after: Arc<Scenario>,
    pub comparison: Comparison,
    /// The changes in words.
    pub lines: Vec<ChangeWords>,
    /// Where each step stands among the changes: cards ask for it in every frame.
    by_step: FxHashMap<StepId, usize>,
    /// What is said of the roles that have more or fewer people, whose cards bear a mark.
    staff: Vec<(RoleId, Vec<String>)>,
    /// What differs, as it shows on the sheet of the scenario that is shown.
    pub differences: Arc<Differences>,
    /// What the formulas say of both.
    analyses: (Arc<Analysis>, Arc<Analysis>),
    /// What is shown of both.
    leading: (Arc<Analysis>, Arc<Analysis>),
    /// What the later one has more or less on the same days.
    pub of_days: Vec<DayDifference>,
    /// How much was simulated then.
    found: u64,
    shown: ScenarioId,
    language: crate::wording::Language,
    /// Of which time the figures are.
    hour: Hour,
}

impl Comparing {
    /// A comparison of two scenarios.
    pub fn of(before: ScenarioId, after: ScenarioId) -> Self {
        Self { before, after, known: None }
    }

    /// What is known; `None` until the first update.
    pub fn compared(&self) -> Option<&Compared> {
        self.known.as_ref()
    }

    /// The other of the two scenarios.
    pub fn other(&self, shown: ScenarioId) -> ScenarioId {
        if shown == self.before { self.after } else { self.before }
    }

    /// Brings everything up to date with the document; answers whether there still are two
    /// scenarios to compare. A third scenario that is shown takes the place of the later one.
    pub fn update(&mut self, now: &Shown<'_>, words: &Wording) -> bool {
        let Shown { editor, present, simulating } = *now;
        let shown = editor.scenario();
        if shown.id() != self.before {
            self.after = shown.id();
        }
        let blueprint = editor.blueprint();
        let both = (blueprint.scenario(self.before), blueprint.scenario(self.after));
        let (Some(before), Some(after)) = both else { return false };
        if before.id() == after.id() {
            return false;
        }
        let fresh = self.known.as_ref().is_some_and(|known| {
            Arc::ptr_eq(&known.before, before)
                && Arc::ptr_eq(&known.after, after)
                && known.shown == shown.id()
                && known.language == words.language()
                && known.found == simulating.serial()
                && known.hour == present.hour()
        });
        if !fresh {
            let figures = |scenario: &Arc<Scenario>| {
                if Arc::ptr_eq(scenario, shown) {
                    return Arc::clone(present.analysis());
                }
                let known = self.known.as_ref().filter(|known| known.hour == present.hour());
                let known = known.and_then(|known| known.figures_of(scenario));
                known.unwrap_or_else(|| Arc::new(analyse(&present.hour().seen(scenario).0)))
            };
            let both_figures = (figures(before), figures(after));
            // Of an hour only what is shown is simulated, and not what it is compared with.
            let is_steady = present.interval().is_none();
            let leading = if is_steady {
                let of = |scenario, figures| simulating.leading(scenario, figures);
                (of(before, &both_figures.0), of(after, &both_figures.1))
            } else {
                both_figures.clone()
            };
            let mut comparison = compare_analysed((before, &leading.0), (after, &leading.1));
            let paired = if is_steady { simulating.differences(before, after) } else { &[] };
            comparison.pair(paired);
            let of_days = simulating.day_differences(before, after).to_vec();
            let side = if shown.id() == after.id() { Side::After } else { Side::Before };
            let differences = differences(&comparison, before, after, side, words);
            self.known = Some(Compared {
                before: Arc::clone(before),
                after: Arc::clone(after),
                lines: words.changes(&comparison, before, after),
                by_step: by_step(&comparison),
                staff: staff(&comparison, before, after, words),
                comparison,
                differences: Arc::new(differences),
                analyses: both_figures,
                leading,
                of_days,
                found: simulating.serial(),
                shown: shown.id(),
                language: words.language(),
                hour: present.hour(),
            });
        }
        true
    }
}

impl Compared {
    /// The other of the two scenarios.
    pub fn other_than(&self, shown: ScenarioId) -> &Arc<Scenario> {
        if self.before.id() == shown { &self.after } else { &self.before }
    }

    /// The figures of one of the two, if this very version of it is known.
    fn figures_of(&self, scenario: &Arc<Scenario>) -> Option<Arc<Analysis>> {
        if Arc::ptr_eq(scenario, &self.before) {
            Some(Arc::clone(&self.analyses.0))
        } else if Arc::ptr_eq(scenario, &self.after) {
            Some(Arc::clone(&self.analyses.1))
        } else {
            None
        }
    }

    /// Both with what the formulas say of them, the earlier one first; of the one that is shown the version
    /// that its figures are of.
    pub fn sides(&self, shown: &Analysed) -> Vec<Analysed> {
        let sides = [(&self.before, &self.analyses.0), (&self.after, &self.analyses.1)];
        let of = |(scenario, analysis): (&Arc<Scenario>, &Arc<Analysis>)| {
            if scenario.id() == shown.0.id() {
                shown.clone()
            } else {
                (Arc::clone(scenario), Arc::clone(analysis))
            }
        };
        sides.map(of).to_vec()
    }

    /// Both, the earlier one first, with the version of the one that is shown, if both have a day.
    pub fn days(&self, shown: &Arc<Scenario>) -> Option<Vec<Arc<Scenario>>> {
        let of = |scenario: &Arc<Scenario>| {
            Arc::clone(if scenario.id() == shown.id() { shown } else { scenario })
        };
        let both = [&self.before, &self.after].map(of);
        both.iter().all(|it| it.demand().day.is_some()).then(|| both.to_vec())
    }

    /// The scenario that is not shown, with its figures, and whether it is the earlier one.
    pub fn other(&self) -> (&Arc<Scenario>, &Analysis, bool) {
        if self.shown == self.before.id() {
            (&self.after, &self.leading.1, false)
        } else {
            (&self.before, &self.leading.0, true)
        }
    }

    /// What is said of those of a step's roles that have more or fewer people.
    pub fn staff_of<'a>(&'a self, step: &'a Step) -> impl Iterator<Item = &'a str> {
        let needs = |role: &RoleId| step.needs.iter().any(|need| need.roles.contains(role));
        let of_step = self.staff.iter().filter(move |(role, _)| needs(role));
        of_step.flat_map(|(_, lines)| lines.iter().map(String::as_str))
    }

    /// What became of a step.
    pub fn step(&self, step: StepId) -> Option<&StepChange> {
        self.by_step.get(&step).and_then(|at| self.comparison.steps.get(*at))
    }
}

fn staff(
    comparison: &Comparison,
    before: &Scenario,
    after: &Scenario,
    words: &Wording,
) -> Vec<(RoleId, Vec<String>)> {
    let changed = comparison.roles.iter().filter(|it| it.fields.contains(&RoleField::Headcount));
    let lines = |change| words.role_changes(change, before, after).into_iter();
    changed.map(|change| (change.role, lines(change).map(|line| line.text).collect())).collect()
}

fn by_step(comparison: &Comparison) -> FxHashMap<StepId, usize> {
    comparison.steps.iter().enumerate().map(|(at, change)| (change.step, at)).collect()
}
