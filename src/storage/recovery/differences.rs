//! How far two versions of a blueprint lie apart, counted in steps: those that take part in the flow, as elsewhere.

use crate::blueprint::Blueprint;

/// How many steps were added, removed and changed from one version to another, over all scenarios.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Differences {
    /// Steps that only the later version has.
    pub added: usize,
    /// Steps that only the earlier version has.
    pub removed: usize,
    /// Steps of both that are not the same, be it only in their place.
    pub changed: usize,
    /// Whether anything else differs, and no step.
    pub others: bool,
}

impl Differences {
    /// From an earlier version to a later one. Linear in both.
    #[must_use]
    pub fn between(earlier: &Blueprint, later: &Blueprint) -> Self {
        let mut differences = Self::default();
        for new in later.scenarios() {
            let old = earlier.scenario(new.id());
            for (id, step) in new.steps().iter().filter(|(_, step)| step.kind.flows()) {
                match old.and_then(|old| old.steps().get(id)) {
                    None => differences.added += 1,
                    Some(before) if before != step => differences.changed += 1,
                    Some(_) => {}
                }
            }
        }
        for old in earlier.scenarios() {
            let new = later.scenario(old.id());
            let stays = |id| new.is_some_and(|new| new.steps().contains_key(id));
            let counted = old.steps().iter().filter(|(_, step)| step.kind.flows());
            differences.removed += counted.filter(|(id, _)| !stays(*id)).count();
        }
        differences.others =
            differences.added + differences.removed + differences.changed == 0 && earlier != later;
        differences
    }

    /// Whether the two versions are the same.
    #[must_use]
    pub fn is_none(self) -> bool {
        self == Self::default()
    }
}
