//! Which things of two versions are the same one.

use std::collections::VecDeque;
use std::hash::Hash;

use rustc_hash::FxHashMap;

use crate::blueprint::{Blueprint, Scenario, Step, Zone, alike};

/// How the things of two versions are matched.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Matching {
    /// Both are of one lineage, in which no identity is given twice.
    ByIdentity,
    /// They are not: steps are matched by name within their zone, lanes by zone and name, roles by
    /// kind and name, all else by name, links by their ends. Of several with one name the first is
    /// matched with the first.
    ByName,
}

/// What a step is known by in a version of another lineage.
pub(super) fn step_name(scenario: &Scenario, step: &Step) -> (Zone, String) {
    (scenario.zone_of(step), alike(&step.name))
}

/// Whether two versions are of one lineage: they say the same one. Where one of them says none, they seem to be:
/// of the steps that have
/// the same number in a scenario of the same number, at least half have the same name in the same
/// zone. Without such a step they are not.
#[must_use]
pub fn is_one_lineage(old: &Blueprint, new: &Blueprint) -> bool {
    if !old.lineage().is_empty() && !new.lineage().is_empty() {
        return old.lineage() == new.lineage();
    }
    let (mut shared, mut agree) = (0_usize, 0_usize);
    for before in old.scenarios() {
        let Some(after) = new.scenario(before.id()) else { continue };
        for (id, step) in before.steps() {
            let Some(other) = after.steps().get(id) else { continue };
            shared += 1;
            agree += usize::from(step_name(before, step) == step_name(after, other));
        }
    }
    shared > 0 && 2 * agree >= shared
}

/// Pairs the keys of two lists: of equal ones the first with the first, as places in the lists.
pub(super) fn paired<K: Hash + Eq>(
    old: impl IntoIterator<Item = K>,
    new: impl IntoIterator<Item = K>,
) -> Vec<(usize, usize)> {
    let mut open: FxHashMap<K, VecDeque<usize>> = FxHashMap::default();
    for (at, key) in old.into_iter().enumerate() {
        open.entry(key).or_default().push_back(at);
    }
    let found = new.into_iter().enumerate().filter_map(|(at, key)| {
        let before = open.get_mut(&key)?.pop_front()?;
        Some((before, at))
    });
    found.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_equal_names_the_first_is_matched_with_the_first() {
        assert_eq!(paired(["a", "b", "a"], ["a", "c", "a", "a"]), [(0, 0), (2, 2)]);
        assert_eq!(paired(["a", "b"], ["b", "a"]), [(1, 0), (0, 1)]);
    }

    #[test]
    fn a_sheet_without_steps_tells_no_lineage() {
        let empty = Blueprint::empty("", "");
        assert!(!is_one_lineage(&empty, &empty));
        let of = |lineage: &str| {
            let mut blueprint = empty.clone();
            blueprint.set_lineage(lineage);
            blueprint
        };
        assert!(is_one_lineage(&of("k3f97xq2"), &of("k3f97xq2")));
        assert!(!is_one_lineage(&of("k3f97xq2"), &of("other")));
        assert!(!is_one_lineage(&of("k3f97xq2"), &empty), "one that says none tells nothing");
    }
}
