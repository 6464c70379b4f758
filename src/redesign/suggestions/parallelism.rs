//! Side by side instead of one after the other.

use super::candidate::{Candidate, Heuristic, Proposal, Subject, TradeOff};
use super::passage::{only_in, only_out};
use super::situation::Situation;
use crate::blueprint::{Link, LinkKind, StepId};
use crate::editor::Edit;
use crate::process::Moment;

/// How many pairs are tried.
const TRIED: usize = 3;

/// Steps that follow each other, share nobody, and of which at most one needs the customer: a fork
/// before them, a meeting point after them. It saves time, never work.
pub(super) fn candidates(situation: &Situation<'_>, found: &mut Vec<Candidate>) {
    if situation.target != super::Target::Time {
        return;
    }
    let mut pairs: Vec<(f64, usize, usize)> = Vec::new();
    for first in 0..situation.process.moments.len() {
        let out = only_out(situation.scenario, &situation.process, first);
        let Some(second) = out.and_then(|way| way.to) else { continue };
        let moments = &situation.process.moments;
        let (Some(a), Some(b)) = (moments.get(first), moments.get(second)) else { continue };
        let saved = a.duration_s.unwrap_or(0.0).min(b.duration_s.unwrap_or(0.0));
        let saved = saved * a.visits.unwrap_or(0.0);
        if saved > 0.0 && may_part(situation, a, b) {
            pairs.push((saved, first, second));
        }
    }
    pairs.sort_by(|a, b| b.0.total_cmp(&a.0));
    let tried =
        pairs.into_iter().filter_map(|(_, first, second)| side_by_side(situation, first, second));
    found.extend(tried.take(TRIED));
}

/// Whether nobody and nothing is needed in both.
fn may_part(situation: &Situation<'_>, a: &Moment, b: &Moment) -> bool {
    // Who is seen at work has the customer in front of them.
    let has_customer = |moment: &Moment| {
        let mut steps = moment.steps().filter_map(|id| situation.step(id));
        steps.any(|step| situation.scenario.zone_of(step).is_visible())
    };
    let roles = |moment: &Moment| -> Vec<_> {
        let claims = moment.activities.iter().flat_map(|activity| &activity.claims);
        claims.flat_map(|claim| claim.roles.clone()).collect()
    };
    let others = roles(b);
    let keeps = |moment: &Moment| {
        moment.activities.iter().flat_map(|activity| &activity.claims).any(|claim| claim.keep)
    };
    if has_customer(a) && has_customer(b) || keeps(a) || keeps(b) {
        return false;
    }
    roles(a).iter().all(|role| !others.contains(role))
}

fn side_by_side(situation: &Situation<'_>, first: usize, second: usize) -> Option<Candidate> {
    let (scenario, process) = (situation.scenario, &situation.process);
    let before = only_in(scenario, process, first)?;
    let between = only_in(scenario, process, second)?;
    let after = only_out(scenario, process, second)?;
    // The fork must start at a plain moment, and both branches must end in the same one.
    only_out(scenario, process, before.from)?;
    only_in(scenario, process, after.to?)?;
    let (from, into) = (before.link.from, between.link.to);
    let a = longest(situation, first)?;
    let b = longest(situation, second)?;
    Some(Candidate {
        heuristic: Heuristic::Parallelism,
        proposal: Proposal::SideBySide(a, b),
        subjects: vec![Subject::Step(a), Subject::Step(b)],
        trade_offs: vec![TradeOff::MustBeIndependent, TradeOff::WaitsForBoth],
        edit: Edit::Several(vec![
            Edit::SetLink(between.id, Link { to: after.link.to, ..between.link }),
            Edit::AddLink(Link {
                from,
                to: into,
                kind: LinkKind::Flow,
                share: None,
                label: String::new(),
            }),
        ]),
        steps: 2,
        unasked: false,
    })
}

/// The step that says how long a moment lasts.
fn longest(situation: &Situation<'_>, moment: usize) -> Option<StepId> {
    let moment = situation.process.moments.get(moment)?;
    let timed = moment.activities.iter().filter(|activity| activity.own_time);
    let longest = timed.fold(None, |longest: Option<(f64, StepId)>, activity| {
        let hold = activity.hold_s().unwrap_or(0.0);
        if longest.is_none_or(|longest| hold > longest.0) {
            Some((hold, activity.step))
        } else {
            longest
        }
    });
    longest.map(|(_, step)| step).or(moment.first_step())
}
