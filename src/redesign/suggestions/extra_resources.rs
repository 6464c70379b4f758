//! One more: a person, a machine, a place.

use std::num::NonZeroU32;

use super::candidate::{Candidate, Heuristic, Proposal, Subject, TradeOff};
use super::situation::Situation;
use crate::analysis::Pool;
use crate::blueprint::{Places, Scenario, Step, StepId};
use crate::editor::Edit;

/// One more of each pool to be helped; of several that limit together also one more of all.
pub(super) fn candidates(situation: &Situation<'_>, found: &mut Vec<Candidate>) {
    /// So many limits at once are better met by something else.
    const MOST: usize = 4;
    let mut all: Vec<Candidate> = Vec::new();
    for pool in situation.pools.iter().take(MOST) {
        match &pool.pool {
            Pool::Roles(roles) => {
                let more = roles.iter().take(MOST);
                let more = more.filter_map(|role| one_more(situation.scenario, *role));
                // Of roles that limit as a set, one more of any helps them all.
                found.extend(more.clone());
                all.extend(more.take(1));
            }
            Pool::Places(step) | Pool::Assumed(step) => {
                let more = one_more_place(situation.scenario, *step);
                found.extend(more.clone());
                all.extend(more);
            }
        }
    }
    // Waits are not shortened together only, as a capacity is lifted.
    let limit_together = situation.target == super::Target::Capacity;
    if limit_together && situation.pools.len() > 1 && situation.pools.len() <= MOST {
        let subjects: Vec<Subject> = all.iter().flat_map(|each| each.subjects.clone()).collect();
        found.push(Candidate {
            heuristic: Heuristic::ExtraResources,
            proposal: Proposal::OneMoreOfEach(subjects.clone()),
            subjects,
            trade_offs: together(&all),
            edit: Edit::Several(all.into_iter().map(|each| each.edit).collect()),
            steps: 0,
            unasked: false,
        });
    }
}

fn one_more(scenario: &Scenario, id: crate::blueprint::RoleId) -> Option<Candidate> {
    let role = scenario.roles().get(&id)?;
    let count = role.heads().checked_add(1)?;
    let cost = role.cost_per_hour.map(|rate| TradeOff::CostPerHour(rate.get()));
    Some(Candidate {
        heuristic: Heuristic::ExtraResources,
        proposal: Proposal::OneMore { role: id, count },
        subjects: vec![Subject::Role(id)],
        trade_offs: vec![cost.unwrap_or(TradeOff::CostUnknown)],
        edit: Edit::SetRole(id, role.with_headcount(count, scenario.demand().day.as_deref())),
        steps: 0,
        unasked: false,
    })
}

fn one_more_place(scenario: &Scenario, id: StepId) -> Option<Candidate> {
    let step = scenario.steps().get(&id)?;
    let now = match step.places {
        Some(Places::Count(count)) => count,
        None => NonZeroU32::MIN,
        Some(Places::Unlimited) => return None,
    };
    let count = now.checked_add(1)?;
    let more = Step { places: Some(Places::Count(count)), ..Step::clone(step) };
    Some(Candidate {
        heuristic: Heuristic::ExtraResources,
        proposal: Proposal::OneMorePlace { step: id, count: count.get() },
        subjects: vec![Subject::Step(id)],
        trade_offs: vec![TradeOff::CostUnknown],
        edit: Edit::SetSteps(vec![(id, more)]),
        steps: 0,
        unasked: false,
    })
}

/// What several cost in all.
fn together(all: &[Candidate]) -> Vec<TradeOff> {
    let costs = all.iter().flat_map(|each| &each.trade_offs);
    let sum = costs.map(|cost| match cost {
        TradeOff::CostPerHour(cost) => Some(*cost),
        _ => None,
    });
    let sum: Option<f64> = sum.sum();
    vec![sum.map_or(TradeOff::CostUnknown, TradeOff::CostPerHour)]
}
