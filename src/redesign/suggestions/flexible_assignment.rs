//! Whoever is free helps: another role does the work as well, in this work or in all.

use super::candidate::{Candidate, Heuristic, Proposal, Subject, TradeOff};
use super::situation::{Leave, Situation, opened};
use crate::blueprint::{RoleId, Step, StepId};
use crate::editor::Edit;

/// How many helpers are tried for a role.
const HELPERS: usize = 3;
/// How many roles are tried to be helped.
const HELPED: usize = 2;

/// The least busy roles as helpers of those that limit, and as one pool with them.
pub(super) fn candidates(situation: &Situation<'_>, found: &mut Vec<Candidate>) {
    for (helped, pool) in situation.roles().take(HELPED) {
        for helper in situation.helpers_of(helped).into_iter().take(HELPERS) {
            let opened = open_steps(situation, &pool.steps, helped, helper);
            let Some((opened, unasked)) = opened else { continue };
            found.push(Candidate {
                heuristic: Heuristic::FlexibleAssignment,
                proposal: Proposal::Help {
                    helper,
                    helped,
                    steps: opened.iter().map(|(step, _)| *step).collect(),
                },
                subjects: vec![Subject::Role(helped)],
                trade_offs: vec![TradeOff::Training(helper)],
                steps: opened.len(),
                unasked,
                edit: Edit::SetSteps(opened),
            });
        }
        for partner in situation.helpers_of(helped).into_iter().take(1) {
            found.extend(pooled(situation, helped, partner));
        }
    }
}

/// The steps that need a role and no other, with another that may do them as well, and whether that
/// would have to be asked. `None` where there is no such step, or both are needed at once.
fn open_steps(
    situation: &Situation<'_>,
    steps: &[StepId],
    busy: RoleId,
    helper: RoleId,
) -> Option<(Vec<(StepId, Step)>, bool)> {
    let mut opened_steps = Vec::new();
    let mut unasked = false;
    for id in steps {
        let step = situation.step(*id)?;
        let is_open = |need: &&crate::blueprint::Need| need.roles.contains(&busy) && !need.keep;
        if !step.needs.iter().any(|need| is_open(&need)) {
            continue;
        }
        if situation.is_there(helper, *id) {
            return None;
        }
        match situation.leave(helper, *id) {
            Leave::Given => {}
            Leave::Unasked => unasked = true,
            Leave::Refused => continue,
        }
        let needs = step.needs.iter();
        let needs =
            needs.map(|need| if is_open(&need) { opened(need, helper) } else { need.clone() });
        opened_steps.push((*id, Step { needs: needs.collect(), ..step.clone() }));
    }
    (!opened_steps.is_empty()).then_some((opened_steps, unasked))
}

/// Two roles that do each other's work.
fn pooled(situation: &Situation<'_>, first: RoleId, second: RoleId) -> Option<Candidate> {
    let steps_of = |role: RoleId| {
        situation.analysis.roles.get(&role).map_or(&[][..], |figures| figures.steps.as_slice())
    };
    let (mut steps, mut unasked) = open_steps(situation, steps_of(first), first, second)?;
    // A step that either does today is opened by the first already.
    let (others, other_unasked) = open_steps(situation, steps_of(second), second, first)?;
    steps.extend(others);
    unasked |= other_unasked;
    Some(Candidate {
        heuristic: Heuristic::SpecialistGeneralist,
        proposal: Proposal::Pool(first, second),
        subjects: vec![Subject::Role(first)],
        trade_offs: vec![TradeOff::Training(first), TradeOff::Training(second)],
        steps: steps.len(),
        unasked,
        edit: Edit::SetSteps(steps),
    })
}
