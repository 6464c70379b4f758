//! What became of one scenario since an earlier version of its file: what a list of changes tells, line by line.

use std::sync::Arc;

use super::change::Change;
use super::file_change::FileChange;
use super::matching::Matching;
use super::own::OwnIds;
use super::pairs::{ScenarioPair, Versions};
use super::reckoning::ScenarioChanges;
use crate::blueprint::{Blueprint, Scenario, StepId};
use crate::redesign::Difference;

/// What became of a scenario.
#[derive(Clone, Debug)]
pub struct Since {
    /// How its things are matched with those of the version before.
    pub matching: Matching,
    /// The scenario with what it was; `None` where it is new.
    pub pair: Option<(ScenarioPair, ScenarioChanges)>,
    /// What changed about the file as a whole, but for what was said.
    pub file: Vec<FileChange>,
    /// What the things of the pair are called in the scenario itself; `None` where that is what they are called in
    /// the pair.
    pub own: Option<OwnIds>,
}

/// How many changes there are, of each sort; together they are all lines of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Tally {
    /// Steps that came, and that went.
    pub steps: (usize, usize),
    /// Roles that came, and that went.
    pub roles: (usize, usize),
    /// All other changes.
    pub others: usize,
}

impl Tally {
    /// How many there are together.
    #[must_use]
    pub fn count(self) -> usize {
        self.steps.0 + self.steps.1 + self.roles.0 + self.roles.1 + self.others
    }
}

impl Since {
    /// What became of a scenario since a version of another file, or of the same one where `one_lineage` says so.
    #[must_use]
    pub fn version(
        base: &Blueprint,
        now: &Blueprint,
        shown: &Arc<Scenario>,
        one_lineage: bool,
    ) -> Self {
        let versions = Versions::of(base, now, one_lineage);
        // In a renumbered version only the name is what it was.
        let is_it = |pair: &ScenarioPair| match versions.matching {
            Matching::ByIdentity => pair.after.id() == shown.id(),
            Matching::ByName => pair.after.name() == shown.name(),
        };
        let pair = versions.pairs.iter().find(|pair| is_it(pair)).cloned();
        let file = versions.file.into_iter().filter(|change| !change.is_talk()).collect();
        Self::of(versions.matching, pair, file, shown)
    }

    /// How a scenario differs from another one of its file.
    #[must_use]
    pub fn scenario(before: &Arc<Scenario>, shown: &Arc<Scenario>) -> Self {
        let (before, after) = (Arc::clone(before), Arc::clone(shown));
        let matching = Matching::ByIdentity;
        Self::of(matching, Some(ScenarioPair { before, after, matching }), Vec::new(), shown)
    }

    fn of(
        matching: Matching,
        pair: Option<ScenarioPair>,
        file: Vec<FileChange>,
        shown: &Scenario,
    ) -> Self {
        let by_name = pair.as_ref().filter(|_| matching == Matching::ByName);
        let own = by_name.map(|pair| OwnIds::of(pair, shown));
        let pair = pair.map(|pair| {
            let changes = pair.changes();
            (pair, changes)
        });
        Self { matching, pair, file, own }
    }

    /// The currency of the version before; no amount is converted.
    #[must_use]
    pub fn currency_before<'a>(&'a self, now: &'a str) -> &'a str {
        let before = self.file.iter().find_map(|change| match change {
            FileChange::Currency(was, _) => Some(was.as_str()),
            _ => None,
        });
        before.unwrap_or(now)
    }

    /// How many changes there are, of each sort; nothing of a scenario that is new.
    #[must_use]
    pub fn tally(&self) -> Tally {
        let Some((_, changes)) = &self.pair else { return Tally::default() };
        let mut tally = Tally { others: self.file.len(), ..Tally::default() };
        for line in &changes.lines {
            let counted = match line.change {
                Change::Step(_, Difference::Added) => &mut tally.steps.0,
                Change::Step(_, Difference::Removed) => &mut tally.steps.1,
                Change::Role(_, Difference::Added) => &mut tally.roles.0,
                Change::Role(_, Difference::Removed) => &mut tally.roles.1,
                _ => &mut tally.others,
            };
            *counted += 1;
        }
        tally
    }
}

/// The step with the largest risk of a scenario, and that risk: how often × severity × detection. Linear.
#[must_use]
pub fn largest_risk(scenario: &Scenario) -> Option<(StepId, f64)> {
    let steps = scenario.steps().iter();
    let risks = steps.filter_map(|(id, step)| Some((*id, step.fail.as_ref()?.risk()?)));
    // Of equals the first.
    risks.reduce(|most, other| if other.1 > most.1 { other } else { most })
}
