//! What became of a scenario, line by line, with the effect of each.

use super::alone::{Alone, alone};
use super::change::Change;
use super::effects::{Effects, ROUNDING};
use super::following::changes_of;
use super::groups::{Group, is_seen, may_move_figures};
use crate::analysis::{Analysis, FigureKey, analyse};
use crate::blueprint::{IdSource, Scenario};
use crate::redesign::{COMPARED, Comparison, compare_analysed, figure_of};

/// Of more changes than this no effect is reckoned alone: each takes an analysis. What is about
/// figures is then told by what changed.
const MOST_RECKONED: usize = 500;

/// One line: a change with what it does alone.
#[derive(Clone, Debug, PartialEq)]
pub struct ChangeLine {
    /// What changed.
    pub change: Change,
    /// What it is about.
    pub group: Group,
    /// By how much it changes the figures of the old scenario, alone; what is not known is `None`.
    pub effects: Effects,
}

/// What became of a scenario.
#[derive(Clone, Debug, PartialEq)]
pub struct ScenarioChanges {
    /// Everything that differs, with all compared figures.
    pub comparison: Comparison,
    /// The changes, group by group, in each the greatest effect first.
    pub lines: Vec<ChangeLine>,
    /// What the old scenario has.
    pub before: Effects,
    /// What the new one has.
    pub after: Effects,
    /// By how much they differ.
    pub total: Effects,
    /// What the changes do only with each other: total − all effects.
    pub together: Effects,
}

impl ScenarioChanges {
    /// Whether nothing differs.
    #[must_use]
    pub fn is_same(&self) -> bool {
        self.lines.is_empty()
    }

    /// The lines of a group.
    pub fn of(&self, group: Group) -> impl Iterator<Item = &ChangeLine> {
        self.lines.iter().filter(move |line| line.group == group)
    }
}

/// What became of a scenario, with the effects of each change.
pub(super) fn reckon(old: &Scenario, new: &Scenario) -> ScenarioChanges {
    let (analysis, later) = (analyse(old), analyse(new));
    let comparison = compare_analysed((old, &analysis), (new, &later));
    let changes = changes_of(&comparison, old, new);
    let (before, after) = (Effects::measured(&analysis), Effects::measured(&later));
    let ids = beyond(old, new);
    let reckoned = changes.len() <= MOST_RECKONED;
    let mut lines: Vec<ChangeLine> = changes
        .into_iter()
        .map(|change| {
            let seen = || if is_seen(&change, old, new) { Group::Customers } else { Group::Other };
            let alone = if reckoned {
                alone(&change, old, new, ids)
            } else if may_move_figures(&change, old, new) {
                Alone::None
            } else {
                Alone::Same
            };
            let (group, effects) = match alone {
                Alone::Same => (seen(), before.none()),
                Alone::Other(scenario) => {
                    let analysis_alone = analyse(&scenario);
                    let effects = before.to(&Effects::measured(&analysis_alone));
                    let moves = effects.is_any() || differ(&analysis, &analysis_alone);
                    (if moves { Group::Figures } else { seen() }, effects)
                }
                Alone::None => (Group::Figures, Effects::default()),
            };
            ChangeLine { change, group, effects }
        })
        .collect();
    lines.sort_by(|a, b| {
        let weight = |line: &ChangeLine| line.effects.weight(&before);
        a.group.cmp(&b.group).then(weight(b).total_cmp(&weight(a)))
    });
    let total = before.to(&after);
    let effects: Vec<Effects> = lines.iter().map(|line| line.effects).collect();
    let together = total.without(&effects);
    ScenarioChanges { comparison, lines, before, after, total, together }
}

/// A source of identities that neither has.
fn beyond(old: &Scenario, new: &Scenario) -> IdSource {
    let mut ids = IdSource::default();
    for scenario in [old, new] {
        scenario.links().keys().for_each(|id| ids.reserve(*id));
        scenario.steps().keys().for_each(|id| ids.reserve(*id));
        scenario.roles().keys().for_each(|id| ids.reserve(*id));
        scenario.lanes().keys().for_each(|id| ids.reserve(*id));
        scenario.phases().keys().for_each(|id| ids.reserve(*id));
        scenario.elements().keys().for_each(|id| ids.reserve(*id));
    }
    ids
}

/// Whether a compared figure differs but for those that only say on which side of a line something
/// happens: these are what customers see.
fn differ(before: &Analysis, after: &Analysis) -> bool {
    let told = |key: &FigureKey| !matches!(key, FigureKey::WorkIn(_) | FigureKey::Contacts(_));
    COMPARED.iter().map(|(key, ..)| key).filter(|key| told(key)).any(|key| {
        let value = |analysis| figure_of(analysis, *key).and_then(|figure| figure.value);
        match (value(before), value(after)) {
            (Some(was), Some(is)) => (is - was).abs() > ROUNDING * was.abs().max(is.abs()),
            (was, is) => was.is_some() != is.is_some(),
        }
    })
}
