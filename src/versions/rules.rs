//! Rules of a redesign that speak of other steps and roles.

use crate::blueprint::{RedesignRules, RoleId, StepId};

/// Rules with every step and role replaced; what speaks of one that is not there is left out.
pub(super) fn mapped(
    rules: &RedesignRules,
    step: impl Fn(StepId) -> Option<StepId>,
    role: impl Fn(RoleId) -> Option<RoleId>,
) -> RedesignRules {
    let pair = |(first, then): &(StepId, StepId)| Some((step(*first)?, step(*then)?));
    let group = |group: &Vec<StepId>| -> Vec<StepId> {
        let mut group: Vec<StepId> = group.iter().filter_map(|id| step(*id)).collect();
        group.sort_unstable();
        group
    };
    let mut mapped = RedesignRules {
        order: rules.order.iter().filter_map(pair).collect(),
        first: rules.first.and_then(&step),
        last: rules.last.and_then(&step),
        alone: rules.alone.iter().filter_map(|id| step(*id)).collect(),
        together: rules.together.iter().map(group).filter(|group| group.len() > 1).collect(),
        places: rules.places.iter().filter_map(|(id, count)| Some((step(*id)?, *count))).collect(),
        trained: rules
            .trained
            .iter()
            .filter_map(|(who, what)| Some((role(*who)?, step(*what)?)))
            .collect(),
        ..rules.clone()
    };
    mapped.order.sort_unstable();
    mapped.alone.sort_unstable();
    mapped.together.sort_unstable();
    mapped.together.dedup();
    mapped.places.sort_unstable();
    mapped.trained.sort_unstable();
    mapped
}
