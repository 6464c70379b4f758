//! What would help: changes after the known heuristics of redesign, each really made on a copy of
//! the scenario and analysed, so that the promise is what one gets.
//!
//! The heuristics are those of Reijers & Limam Mansar 2005, "Best practices in business process
//! redesign", Omega 33, as far as a blueprint holds what they ask for.
//!
//! # What is aimed at
//!
//! More customers, or shorter visits: two lists, as what helps the one need not help the other. Of
//! a service that is at most [`CALM`] busy, where another customer an hour helps nobody, the time
//! comes first. Only changes that surely move the target for the better are suggested, and none
//! that brings an error or a warning.
//!
//! # Who may do what
//!
//! A role may do a step that it does today, one that it may be trained for by the rules of the
//! redesign, and one of a role that it may stand in for. Where only those who do it today may, that
//! is all. Where nothing is said, others are proposed too, but after everything for which nobody
//! has to be asked; where somebody is named who may stand in for a role, nobody else is.
//!
//! # The order
//!
//! Best first: by the relative fall of the time, as recomputed; of the capacity by gain ÷ effort.
//! The gain is the relative rise of the capacity. The effort is 1, and on top the relative rise of
//! what all roles cost per hour (of the headcount where a role that changed has no cost per hour),
//! and [`PER_STEP`] for each step whose doing changes: somebody must learn it. Equal ones stand in
//! the order of the heuristics.
//!
//! # How much work it is
//!
//! For each target at most [`MOST_TRIED`] copies are made and analysed, each linear in the size of
//! the scenario.
//!
//! # What always holds
//!
//! - A promise is the analysis of the scenario that the edit makes: whoever makes the edit gets it
//!   (`tests/figures/suggestions.rs`).
//! - Nothing is suggested that the rules of the redesign or of the file forbid
//!   (`tests/figures/certainty.rs`).
//! - The same scenario has the same suggestions, in the same order.
//! - Nothing is promised about a machine that nobody has seen: it is asked about first
//!   ([`Promise::Asks`]).
//! - The search can be ended before each copy (`suggestions_end_before_the_next_copy`).

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

/// How many suggestions there are at most for the target that comes first, and for the other.
const MOST: usize = 5;
const MOST_OTHER: usize = 3;
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

/// The changes that would help most: first those for the target that matters more, best first, at
/// most five; then at most three for the other. None where the capacity is not known, none for the
/// time where that is not known. Deterministic.
///
/// `analysis` holds the figures of `scenario`; `only_today` says that nobody does what they do not do
/// today, unless they may stand in for who does. See the module for the order and the work.
#[must_use]
pub fn suggestions(scenario: &Scenario, analysis: &Analysis, only_today: bool) -> Vec<Suggestion> {
    suggestions_until(scenario, analysis, only_today, &|| false)
}

/// The same as [`suggestions()`], but as soon as `cancelled` says so it ends with the best of what has
/// been tried. It asks before each copy that it makes.
#[must_use]
pub fn suggestions_until(
    scenario: &Scenario,
    analysis: &Analysis,
    only_today: bool,
    cancelled: &dyn Fn() -> bool,
) -> Vec<Suggestion> {
    let Some(first) = Target::of(analysis) else { return Vec::new() };
    let other = match first {
        Target::Capacity => Target::Time,
        Target::Time => Target::Capacity,
    };
    let mut found = for_target(scenario, analysis, first, only_today, cancelled);
    found.truncate(MOST);
    let mut others = for_target(scenario, analysis, other, only_today, cancelled);
    // What a machine would do is asked once.
    others.retain(|each| each.kept().is_some());
    others.truncate(MOST_OTHER);
    found.extend(others);
    found
}

fn for_target(
    scenario: &Scenario,
    analysis: &Analysis,
    target: Target,
    only_today: bool,
    cancelled: &dyn Fn() -> bool,
) -> Vec<Suggestion> {
    if cancelled() {
        return Vec::new();
    }
    let situation = Situation::of(scenario, analysis, target, only_today);
    let Some(situation) = situation else { return Vec::new() };
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
        .take_while(|_| !cancelled())
        .filter_map(|candidate| {
            let kept = bench.make(&candidate.edit, analysis)?;
            let course = Course::of(scenario, &kept.scenario);
            let gain = target.gain(&course, &before, &kept.after)?;
            let effort = match target {
                Target::Capacity => {
                    1.0 + outlook::rise_of_cost(scenario, &kept.scenario)
                        + PER_STEP * candidate.steps as f64
                }
                Target::Time => 1.0,
            };
            (gain > LEAST_GAIN).then(|| (gain / effort, candidate, kept))
        })
        .collect();
    // The sort keeps the order of the heuristics among equals.
    tried.sort_by(|a, b| a.1.unasked.cmp(&b.1.unasked).then_with(|| b.0.total_cmp(&a.0)));
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
