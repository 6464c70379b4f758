//! What would help: changes after the known heuristics of redesign, each really made on a copy of
//! the scenario and analysed, so that the promise is what one gets.
//!
//! The heuristics are those of Reijers & Limam Mansar 2005, "Best practices in business process
//! redesign", Omega 33, as far as a blueprint holds what they ask for.
//!
//! # What is aimed at
//!
//! The capacity; but of a service that is at most [`CALM`] busy, where another customer an hour
//! helps nobody, the time that customers spend in it. Only changes that move the target for the
//! better are suggested, and none that brings an error or a warning.
//!
//! # The order
//!
//! Best first by gain ÷ effort. The gain is the relative rise of the capacity, or the relative fall
//! of the time. The effort is 1, and on top the relative rise of what all roles cost per hour (of
//! the headcount where a role that changed has no cost per hour), and [`PER_STEP`] for each step
//! whose doing changes: somebody must learn it. Equal ones stand in the order of the heuristics.
//!
//! # How much work it is
//!
//! At most [`MOST_TRIED`] copies are made and analysed, each linear in the size of the scenario.

mod automation;
mod candidate;
mod contact_reduction;
mod extra_resources;
mod flexible_assignment;
mod knock_out;
mod outlook;
mod parallelism;
mod passage;
mod shortening;
mod situation;
mod task_composition;
mod task_elimination;
mod trial;

use std::sync::Arc;

pub use automation::{Automation, automated};
pub use candidate::{Ask, Heuristic, Proposal, Subject, TradeOff};
pub use outlook::{Outlook, Target};

use candidate::Candidate;
use situation::Situation;
use trial::Workbench;

use super::certainty::Course;
use crate::analysis::Analysis;
use crate::blueprint::Scenario;
use crate::editor::Edit;

/// How many suggestions there are at most.
const MOST: usize = 5;
/// How many copies are made and analysed at most.
const MOST_TRIED: usize = 24;
/// Up to this utilisation waits are what there is to improve.
const CALM: f64 = 0.85;
/// The effort of letting a step be done in another way, as a part of the whole service.
const PER_STEP: f64 = 0.02;
/// The least relative gain that is worth a word.
const LEAST_GAIN: f64 = 1e-3;

/// A change of the service, with what it would bring.
#[derive(Clone, Debug, PartialEq)]
pub struct Suggestion {
    /// The heuristic behind it.
    pub heuristic: Heuristic,
    /// What is to be done.
    pub proposal: Proposal,
    /// What it costs beside money, most important first.
    pub trade_offs: Vec<TradeOff>,
    /// What it is meant to improve.
    pub target: Target,
    /// The figures of today.
    pub before: Outlook,
    /// What it brings, or what must be answered first.
    pub promise: Promise,
}

/// What a suggestion brings.
#[derive(Clone, Debug, PartialEq)]
pub enum Promise {
    /// The figures after it.
    Kept(Box<Kept>),
    /// Nothing is promised before these are answered.
    Asks(Vec<Ask>),
}

/// A change that was made on a copy.
#[derive(Clone, Debug, PartialEq)]
pub struct Kept {
    /// The figures after it.
    pub after: Outlook,
    /// The edit that makes it: one step of undo.
    pub edit: Edit,
    /// The scenario after it.
    pub scenario: Arc<Scenario>,
}

impl Suggestion {
    /// What it brings, unless something must be answered first.
    #[must_use]
    pub fn kept(&self) -> Option<&Kept> {
        match &self.promise {
            Promise::Kept(kept) => Some(kept),
            Promise::Asks(_) => None,
        }
    }
}

/// The changes that would help most, best first, at most five; then those that ask something.
/// None where the capacity is not known. Deterministic.
///
/// `analysis` holds the figures of `scenario`. See the module for the order and the work.
#[must_use]
pub fn suggestions(scenario: &Scenario, analysis: &Analysis) -> Vec<Suggestion> {
    let aims = [Target::of(analysis), Some(Target::Capacity)];
    let mut found = Vec::new();
    for target in aims.into_iter().flatten() {
        found = for_target(scenario, analysis, target);
        // Where nothing shortens the waits, more capacity may still be wanted.
        if !found.is_empty() || target == Target::Capacity {
            break;
        }
    }
    found
}

fn for_target(scenario: &Scenario, analysis: &Analysis, target: Target) -> Vec<Suggestion> {
    let Some(situation) = Situation::of(scenario, analysis, target) else { return Vec::new() };
    let mut candidates = Vec::new();
    for heuristic in [
        extra_resources::candidates,
        flexible_assignment::candidates,
        shortening::candidates,
        task_elimination::candidates,
        task_composition::candidates,
        parallelism::candidates,
        contact_reduction::candidates,
        knock_out::candidates,
    ] {
        heuristic(&situation, &mut candidates);
    }
    candidates.truncate(MOST_TRIED);
    let bench = Workbench::of(scenario);
    let before = Outlook::of(scenario, analysis);
    let mut tried: Vec<(f64, Candidate, Kept)> = candidates
        .into_iter()
        .filter_map(|candidate| {
            let kept = bench.make(&candidate.edit, analysis)?;
            let course = Course::of(scenario, &kept.scenario);
            let gain = target.gain(&course, &before, &kept.after)?;
            let effort = 1.0
                + outlook::rise_of_cost(scenario, &kept.scenario)
                + PER_STEP * candidate.steps as f64;
            (gain > LEAST_GAIN).then(|| (gain / effort, candidate, kept))
        })
        .collect();
    // The sort keeps the order of the heuristics among equals.
    tried.sort_by(|a, b| b.0.total_cmp(&a.0));
    let asking = automation::asking(&situation, before.clone());
    let mut found: Vec<Suggestion> = Vec::new();
    let mut taken: Vec<(Heuristic, Vec<Subject>)> = Vec::new();
    for (_, candidate, kept) in tried {
        let key = (candidate.heuristic.family(), candidate.subjects.clone());
        if taken.contains(&key) || found.len() + usize::from(asking.is_some()) >= MOST {
            continue;
        }
        taken.push(key);
        found.push(Suggestion {
            heuristic: candidate.heuristic,
            proposal: candidate.proposal,
            trade_offs: candidate.trade_offs,
            target,
            before: before.clone(),
            promise: Promise::Kept(Box::new(kept)),
        });
    }
    // Alone, a question is no help.
    if !found.is_empty() || target == Target::Capacity {
        found.extend(asking);
    }
    found
}
