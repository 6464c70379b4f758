//! Two scenarios under comparison: which they are, what differs, and how it shows on the sheet.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::analysis::{Analysis, analyse};
use crate::blueprint::{RoleField, RoleId, Scenario, ScenarioId, Step, StepId};
use crate::drawing::Differences;
use crate::editor::Editor;
use crate::pictures::{Side, differences};
use crate::redesign::{Comparison, StepChange, compare_analysed};
use crate::wording::{ChangeWords, Wording};

use super::figures::{Figures, Hour};

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
    analyses: (Arc<Analysis>, Arc<Analysis>),
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
    pub fn update(&mut self, editor: &Editor, present: &Figures, words: &Wording) -> bool {
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
            let comparison = compare_analysed((before, &both_figures.0), (after, &both_figures.1));
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
                shown: shown.id(),
                language: words.language(),
                hour: present.hour(),
            });
        }
        true
    }
}

impl Compared {
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

    /// The scenario that is not shown, with its figures, and whether it is the earlier one.
    pub fn other(&self) -> (&Arc<Scenario>, &Analysis, bool) {
        if self.shown == self.before.id() {
            (&self.after, &self.analyses.1, false)
        } else {
            (&self.before, &self.analyses.0, true)
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
