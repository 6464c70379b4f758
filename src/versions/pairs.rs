//! The scenarios of two versions, paired, and what changed about the file as a whole.

use std::sync::Arc;

use super::change::Change;
use super::file_change::{FileChange, Said};
use super::judged::of_judged;
use super::matching::{Matching, paired};
use super::reckoning::{ScenarioChanges, reckon};
use super::renumbering::renumbered;
use crate::blueprint::{Blueprint, Discussion, IdSource, Scenario, alike};
use crate::redesign::Difference;

/// A scenario in two versions.
#[derive(Clone, Debug)]
pub struct ScenarioPair {
    /// The old one.
    pub before: Arc<Scenario>,
    /// The new one, in the identities of the old one.
    pub after: Arc<Scenario>,
    /// How their things are matched.
    pub matching: Matching,
}

impl ScenarioPair {
    /// What became of it. Two analyses, and one for each change that may move a figure.
    #[must_use]
    pub fn changes(&self) -> ScenarioChanges {
        let mut changes = reckon(&self.before, &self.after);
        if self.matching == Matching::ByName {
            // What was drawn anew lies elsewhere: that tells nothing.
            changes.lines.retain(|line| !matches!(line.change, Change::Drawn(_)));
        }
        changes
    }
}

/// Two versions of a blueprint.
#[derive(Clone, Debug)]
pub struct Versions {
    /// How their things are matched.
    pub matching: Matching,
    /// What changed about the file as a whole.
    pub file: Vec<FileChange>,
    /// The scenarios that are in both, in the order of the new version.
    pub pairs: Vec<ScenarioPair>,
}

impl Versions {
    /// Pairs two versions, which are of one lineage or not.
    #[must_use]
    pub fn of(old: &Blueprint, new: &Blueprint, one_lineage: bool) -> Self {
        let matching = if one_lineage { Matching::ByIdentity } else { Matching::ByName };
        let places = places(old, new, matching);
        let mut ids = IdSource::starting_at(old.ids().next_number().max(new.ids().next_number()));
        let mut file = of_the_whole(old, new);
        let mut pairs = Vec::with_capacity(places.len());
        let mut kept: Vec<(usize, usize)> = Vec::with_capacity(places.len());
        for (before_at, after_at) in places {
            let (Some(before), Some(after)) =
                (old.scenarios().get(before_at), new.scenarios().get(after_at))
            else {
                continue;
            };
            let after = match matching {
                Matching::ByIdentity => Some(Arc::clone(after)),
                Matching::ByName => renumbered(after, before, &mut ids).map(Arc::new),
            };
            if let Some(after) = after {
                kept.push((before_at, after_at));
                pairs.push(ScenarioPair { before: Arc::clone(before), after, matching });
            }
        }
        let name = |scenario: &Arc<Scenario>| scenario.name().to_owned();
        for (at, scenario) in new.scenarios().iter().enumerate() {
            if !kept.iter().any(|(_, after)| *after == at) {
                file.push(FileChange::ScenarioAdded(name(scenario)));
            }
        }
        for (at, scenario) in old.scenarios().iter().enumerate() {
            if !kept.iter().any(|(before, _)| *before == at) {
                file.push(FileChange::ScenarioRemoved(name(scenario)));
            }
        }
        for pair in pairs.iter().filter(|pair| pair.before.name() != pair.after.name()) {
            file.push(FileChange::ScenarioRenamed(name(&pair.before), name(&pair.after)));
        }
        if !kept.is_sorted() {
            file.push(FileChange::ScenarioOrder);
        }
        Self { matching, file, pairs }
    }
}

/// Which scenarios are the same one, in the order of the new version. By name, where none has the
/// name of another, the first of the one file is the first of the other.
fn places(old: &Blueprint, new: &Blueprint, matching: Matching) -> Vec<(usize, usize)> {
    match matching {
        Matching::ByIdentity => {
            let id = |scenario: &Arc<Scenario>| scenario.id();
            paired(old.scenarios().iter().map(id), new.scenarios().iter().map(id))
        }
        Matching::ByName => {
            let name = |scenario: &Arc<Scenario>| alike(scenario.name());
            let found = paired(old.scenarios().iter().map(name), new.scenarios().iter().map(name));
            if found.is_empty() { vec![(0, 0)] } else { found }
        }
    }
}

fn of_the_whole(old: &Blueprint, new: &Blueprint) -> Vec<FileChange> {
    let mut found = Vec::new();
    let texts = |was: &str, is: &str| (was.to_owned(), is.to_owned());
    if old.title() != new.title() {
        let (was, is) = texts(old.title(), new.title());
        found.push(FileChange::Title(was, is));
    }
    if old.currency() != new.currency() {
        let (was, is) = texts(old.currency(), new.currency());
        found.push(FileChange::Currency(was, is));
    }
    if old.unit() != new.unit() {
        let (was, is) = texts(old.unit(), new.unit());
        found.push(FileChange::Unit(was, is));
    }
    if old.rates() != new.rates() {
        found.push(FileChange::Rates(old.rates(), new.rates()));
    }
    if old.only_today() != new.only_today() {
        found.push(FileChange::OnlyToday(new.only_today()));
    }
    found.extend(of_judged(old, new));
    found.extend(of_talk(old.discussion(), new.discussion()));
    match (old.lesson(), new.lesson()) {
        (None, Some(_)) => found.push(FileChange::Lesson(Difference::Added)),
        (Some(_), None) => found.push(FileChange::Lesson(Difference::Removed)),
        (was, is) if was != is => found.push(FileChange::Lesson(Difference::Changed)),
        _ => {}
    }
    found
}

/// What was said since, and what is no longer there.
fn of_talk(old: &Discussion, new: &Discussion) -> Vec<FileChange> {
    let comments = Said::of(&old.comments, &new.comments, |it| {
        (it.by.clone(), it.at.clone(), it.text.clone())
    });
    let reviews = Said::of(&old.reviews, &new.reviews, |it| (it.by.clone(), it.at.clone()));
    let mut found = Vec::new();
    if comments != Said::default() {
        found.push(FileChange::Comments(comments));
    }
    if reviews != Said::default() {
        found.push(FileChange::Reviews(reviews));
    }
    if old.asked != new.asked {
        found.push(FileChange::Asked(new.asked.is_some()));
    }
    found
}
