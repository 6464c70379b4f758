//! Two scenarios under comparison: which they are, what differs, and how it shows on the sheet.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::analysis::{Analysis, analyse};
use crate::blueprint::{LinkId, Scenario, ScenarioId, Step, StepId};
use crate::drawing::{DifferenceMark, Differences, OldCard, Point, Rect, Routes, SheetGeometry};
use crate::editor::Editor;
use crate::redesign::{Comparison, Difference, LinkChange, StepChange, compare_analysed};
use crate::wording::{ChangeWords, Wording};

/// How far a card must have gone on the sheet, in sheet units, for its old place to show.
const FAR: f32 = 40.0;
/// How far a card that is gone looks out from under the one that took its place.
const PEEK: f32 = 12.0;

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
    /// What differs, as it shows on the sheet of the scenario that is shown.
    pub differences: Arc<Differences>,
    analyses: (Arc<Analysis>, Arc<Analysis>),
    shown: ScenarioId,
    language: crate::wording::Language,
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
    pub fn update(&mut self, editor: &Editor, analysis: &Arc<Analysis>, words: &Wording) -> bool {
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
        });
        if !fresh {
            let figures = |scenario: &Arc<Scenario>| {
                if Arc::ptr_eq(scenario, shown) {
                    return Arc::clone(analysis);
                }
                let known = self.known.as_ref().and_then(|known| known.figures_of(scenario));
                known.unwrap_or_else(|| Arc::new(analyse(scenario)))
            };
            let both_figures = (figures(before), figures(after));
            let comparison = compare_analysed((before, &both_figures.0), (after, &both_figures.1));
            let mut differences = if shown.id() == after.id() {
                differences_of_after(&comparison, before, after)
            } else {
                differences_of_before(&comparison, before)
            };
            if shown.id() == after.id() {
                differences.old_links = old_links(&comparison, before);
            }
            differences.links = link_marks(&comparison, shown);
            differences.legend = legend(&differences, words);
            self.known = Some(Compared {
                before: Arc::clone(before),
                after: Arc::clone(after),
                lines: words.changes(&comparison, before, after),
                by_step: by_step(&comparison),
                comparison,
                differences: Arc::new(differences),
                analyses: both_figures,
                shown: shown.id(),
                language: words.language(),
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

    /// What became of a step.
    pub fn step(&self, step: StepId) -> Option<&StepChange> {
        self.by_step.get(&step).and_then(|at| self.comparison.steps.get(*at))
    }
}

fn by_step(comparison: &Comparison) -> FxHashMap<StepId, usize> {
    comparison.steps.iter().enumerate().map(|(at, change)| (change.step, at)).collect()
}

fn mark(change: &StepChange) -> DifferenceMark {
    match (change.difference, &change.moved) {
        (Difference::Added, _) => DifferenceMark::Added,
        (Difference::Removed, _) => DifferenceMark::Removed,
        (Difference::Changed, Some(_)) => DifferenceMark::Moved,
        (Difference::Changed, None) => DifferenceMark::Changed,
    }
}

/// The sheet of the later scenario: marks, and ghosts of what was elsewhere or is gone.
fn differences_of_after(
    comparison: &Comparison,
    before: &Scenario,
    after: &Scenario,
) -> Differences {
    let mut differences = Differences::default();
    if comparison.steps.is_empty() {
        return differences;
    }
    let (was, is) = (SheetGeometry::of(before), SheetGeometry::of(after));
    for change in &comparison.steps {
        if change.difference != Difference::Removed {
            differences.cards.insert(change.step, mark(change));
        }
        let gone = change.difference == Difference::Removed;
        if !gone && change.moved.is_none() {
            continue;
        }
        let (Some(step), Some(card)) = (before.steps().get(&change.step), was.card(change.step))
        else {
            continue;
        };
        let now = is.card(change.step).map(|card| card.rect.centre());
        let Some(centre) = old_centre(step, card.rect.centre(), now, &is) else { continue };
        let covered = gone && is_covered(&is, Rect::centred(centre, card.form.size()));
        // A card that is gone would be lost under the one that took its place.
        let centre = if covered { centre + Point::new(PEEK, PEEK) } else { centre };
        differences.old.push(OldCard {
            step: change.step,
            name: step.name.clone(),
            form: card.form,
            centre,
            stays: !gone,
            peeks: covered,
        });
    }
    differences
}

/// Where a card was, on the sheet as it is: at its place in its lane and phase where these are
/// still there, else where it lay on the old sheet. `None` where it still lies there.
fn old_centre(step: &Step, was: Point, now: Option<Point>, is: &SheetGeometry) -> Option<Point> {
    let away = |point: &Point| now.is_none_or(|now| now.distance(*point) > FAR);
    is.point_of(step.place()).filter(away).or_else(|| Some(was).filter(away))
}

/// Whether a card of the sheet lies over the middle of a rectangle.
fn is_covered(sheet: &SheetGeometry, rect: Rect) -> bool {
    let centre = rect.centre();
    let over = |step: &StepId| sheet.card(*step).is_some_and(|card| card.rect.contains(centre));
    sheet.cards_in(rect).iter().any(over)
}

/// The sheet of the earlier scenario: what will be gone, changed or moved.
fn differences_of_before(comparison: &Comparison, before: &Scenario) -> Differences {
    let here = |change: &&StepChange| before.steps().contains_key(&change.step);
    let cards: BTreeMap<_, _> =
        comparison.steps.iter().filter(here).map(|change| (change.step, mark(change))).collect();
    Differences { cards, ..Differences::default() }
}

/// How the links ran that are gone from the later scenario.
fn old_links(comparison: &Comparison, before: &Scenario) -> Vec<Vec<Point>> {
    let gone = comparison.links.iter().filter(|change| change.difference == Difference::Removed);
    let gone: BTreeSet<LinkId> = gone.map(|change| change.link).collect();
    if gone.is_empty() {
        return Vec::new();
    }
    let routes = Routes::of(before, &SheetGeometry::of(before));
    let ran = routes.all().iter().filter(|route| gone.contains(&route.link));
    ran.map(|route| route.points.clone()).collect()
}

/// The marks of the links of the scenario that is shown.
fn link_marks(comparison: &Comparison, shown: &Scenario) -> BTreeMap<LinkId, DifferenceMark> {
    let here = |change: &&LinkChange| shown.links().contains_key(&change.link);
    let mark = |change: &LinkChange| match change.difference {
        Difference::Added => DifferenceMark::Added,
        Difference::Removed => DifferenceMark::Removed,
        Difference::Changed => DifferenceMark::Changed,
    };
    comparison.links.iter().filter(here).map(|change| (change.link, mark(change))).collect()
}

/// The words of the marks that occur.
fn legend(differences: &Differences, words: &Wording) -> Vec<(DifferenceMark, String)> {
    let occurs = |mark: &DifferenceMark| {
        differences.cards.values().chain(differences.links.values()).any(|other| other == mark)
            || *mark == DifferenceMark::Removed
                && (!differences.old_links.is_empty()
                    || differences.old.iter().any(|old| !old.stays))
    };
    let named = |mark| {
        let word = match mark {
            DifferenceMark::Added => words.text("compare-legend-added"),
            DifferenceMark::Removed => words.text("compare-legend-removed"),
            DifferenceMark::Changed => words.text("compare-legend-changed"),
            DifferenceMark::Moved => words.text("compare-legend-moved"),
        };
        (mark, word.to_owned())
    };
    DifferenceMark::ALL.into_iter().filter(occurs).map(named).collect()
}
