//! What adds nothing is left out.

use std::collections::BTreeSet;

use super::candidate::{Candidate, Heuristic, Proposal, Subject, TradeOff};
use super::situation::Situation;
use crate::blueprint::{StepKind, ValueKind};
use crate::editor::Edit;

/// How many steps are tried.
const TRIED: usize = 3;

/// The steps that are marked as waste and take time: first those that load what limits.
pub(super) fn candidates(situation: &Situation<'_>, found: &mut Vec<Candidate>) {
    let scenario = situation.scenario;
    let is_waste = |id: &crate::blueprint::StepId| {
        situation.step(*id).is_some_and(|step| {
            step.value == Some(ValueKind::Waste)
                && step.kind == StepKind::Action
                && step.time.as_ref().is_some_and(|time| time.mean_s() > 0.0)
        })
    };
    let focus = situation.steps.iter().copied();
    let others = scenario.steps().keys().copied().filter(|id| !situation.steps.contains(id));
    // Elsewhere, less work lifts no capacity, but it shortens the time.
    let others = others.filter(|_| situation.target == super::Target::Time);
    for id in focus.chain(others).filter(is_waste).take(TRIED) {
        found.push(Candidate {
            heuristic: Heuristic::TaskElimination,
            proposal: Proposal::LeaveOut(id),
            subjects: vec![Subject::Step(id)],
            trade_offs: vec![TradeOff::Missed],
            edit: Edit::Remove { steps: BTreeSet::from([id]), links: BTreeSet::new() },
            steps: 1,
            unasked: false,
        });
    }
}
